/* Spans may cross each other and marks may cross spans, but elements must nest. So the block is cut at every border of
 * either, each piece has a state, and elements are opened and closed from one state to the next, always in the order
 * a, strong, em, mark.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-page-content-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-html-private.h"
#include "desk-kind.h"

/* Marks below the topmost that have a line of their own. */
#define N_LANES (DESK_PAGE_RUN_MARKS - 1)

typedef struct
{
  const DeskSpan *link; /* NULL outside of links */
  gboolean strong;
  gboolean emphasis;
  const DeskPageRun *run; /* NULL where there is no mark */
} State;

typedef struct
{
  guint position;
  int strong; /* how many start here, less those that end */
  int emphasis;
} Edge;

typedef struct
{
  GString *html;
  DeskPageRuns *runs;
  GHashTable *kinds; /* DeskKind by id */
  State open;
  const DeskPageRun *named; /* the run that carries its name already */
} Writer;

static const char *const lane_prefixes[N_LANES] = { " l1-", " l2-", " l3-" };

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *first = a;
  const Edge *second = b;

  return (first->position > second->position) - (first->position < second->position);
}

static void
add_edge (GArray *edges,
          guint position,
          int strong,
          int emphasis)
{
  Edge edge = { position, strong, emphasis };

  g_array_append_val (edges, edge);
}

static GArray *
collect_edges (const DeskBlock *block,
               const DeskPageRun *runs,
               guint n_runs)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (Edge));

  add_edge (edges, block->start, 0, 0);
  add_edge (edges, block->end, 0, 0);
  for (guint i = 0; i < n_runs; i++)
    {
      add_edge (edges, runs[i].start, 0, 0);
      add_edge (edges, runs[i].end, 0, 0);
    }
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const DeskSpan *span = g_ptr_array_index (block->spans, i);
      int strong = span->kind == DESK_SPAN_KIND_STRONG;
      int emphasis = span->kind == DESK_SPAN_KIND_EMPHASIS;

      add_edge (edges, span->start, strong, emphasis);
      add_edge (edges, span->end, -strong, -emphasis);
    }
  g_array_sort (edges, compare_edges);

  return edges;
}

/* What a class name may be made of; ids of kinds can come from a file. */
static const char *
get_class (GHashTable *kinds,
           const char *kind_id)
{
  if (!g_hash_table_contains (kinds, kind_id))
    return "unknown";

  for (const char *p = kind_id; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return "unknown";

  return kind_id;
}

static void
append_description (Writer *writer,
                    const DeskPageMark *marks,
                    guint n_marks)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_marks; i++)
    {
      DeskKind *kind;
      const char *name;

      if (!marks[i].starts)
        continue;

      kind = g_hash_table_lookup (writer->kinds, desk_annotation_get_kind_id (marks[i].annotation));
      name = kind != NULL ? desk_kind_get_name (kind) : _ ("Mark");

      g_string_append (writer->html, any ? "; " : " aria-description=\"");
      any = TRUE;
      if (desk_annotation_get_note (marks[i].annotation) != NULL)
        {
          /* Translators: said of a mark in the text; %s is its kind, such as "Key Fact". */
          g_autofree char *with_note = g_strdup_printf (_ ("%s, with note"), name);

          desk_html_append_escaped (writer->html, with_note, -1);
        }
      else
        desk_html_append_escaped (writer->html, name, -1);
    }

  if (any)
    g_string_append_c (writer->html, '"');
}

/* The marks that end here: after them stand their signs on paper. */
static void
append_ids (GString *html,
            const DeskPageMark *marks,
            guint n_marks)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].ends)
      {
        g_string_append (html, any ? " " : " data-a=\"");
        desk_html_append_escaped (html, desk_annotation_get_id (marks[i].annotation), -1);
        any = TRUE;
      }

  if (any)
    g_string_append_c (html, '"');
}

static int
compare_classes (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The lanes stand in an order of their own. In that of picking there would be five times as many looks, and for each
 * one WebKit reckons its style anew. */
static void
append_classes (Writer *writer,
                const DeskPageRun *run,
                const DeskPageMark *marks)
{
  const char *lanes[N_LANES];
  guint n_lanes = 0;

  for (guint i = 1; i < run->n_over && i <= N_LANES; i++)
    lanes[n_lanes++] = get_class (writer->kinds, desk_annotation_get_kind_id (marks[i].annotation));
  qsort (lanes, n_lanes, sizeof *lanes, compare_classes);

  g_string_append (writer->html, " class=\"k-");
  g_string_append (writer->html, get_class (writer->kinds, desk_annotation_get_kind_id (marks[0].annotation)));
  for (guint i = 0; i < n_lanes; i++)
    {
      g_string_append (writer->html, lane_prefixes[i]);
      g_string_append (writer->html, lanes[i]);
    }
  if (run->n_over > 1 + N_LANES)
    g_string_append (writer->html, " more");
  g_string_append_c (writer->html, '"');
}

static void
open_mark (Writer *writer,
           const DeskPageRun *run)
{
  const DeskPageMark *marks = desk_page_runs_get_marks (writer->runs, run);

  g_string_append (writer->html, "<mark");
  append_ids (writer->html, marks, run->n_marks);
  append_classes (writer, run, marks);
  if (writer->named != run)
    append_description (writer, marks, run->n_marks);
  writer->named = run;
  g_string_append_c (writer->html, '>');
}

static void
open_link (Writer *writer,
           const DeskSpan *link)
{
  g_string_append (writer->html, "<a href=\"");
  desk_html_append_escaped (writer->html, link->href, -1);
  g_string_append (writer->html, "\" rel=\"noreferrer\">");
}

static void
change_state (Writer *writer,
              const State *state)
{
  State *open = &writer->open;
  gboolean keeps_link = open->link == state->link;
  gboolean keeps_strong = keeps_link && open->strong == state->strong;
  gboolean keeps_emphasis = keeps_strong && open->emphasis == state->emphasis;
  gboolean keeps_run = keeps_emphasis && open->run == state->run;

  if (!keeps_run && open->run != NULL)
    g_string_append (writer->html, "</mark>");
  if (!keeps_emphasis && open->emphasis)
    g_string_append (writer->html, "</em>");
  if (!keeps_strong && open->strong)
    g_string_append (writer->html, "</strong>");
  if (!keeps_link && open->link != NULL)
    g_string_append (writer->html, "</a>");

  if (!keeps_link && state->link != NULL)
    open_link (writer, state->link);
  if (!keeps_strong && state->strong)
    g_string_append (writer->html, "<strong>");
  if (!keeps_emphasis && state->emphasis)
    g_string_append (writer->html, "<em>");
  if (!keeps_run && state->run != NULL)
    open_mark (writer, state->run);

  *open = *state;
}

/**
 * desk_page_append_content:
 * @html: where to
 * @version: a version
 * @runs: its marks
 * @block: index of a block
 * @kinds: (element-type utf8 DeskKind): kinds by id
 *
 * Writes what stands inside the element of a block. Its text is exactly the text of the block.
 */
void
desk_page_append_content (GString *html,
                          DeskVersion *version,
                          DeskPageRuns *runs,
                          guint block,
                          GHashTable *kinds)
{
  const DeskBlock *the_block = desk_version_get_block (version, block);
  guint n_spans = the_block->spans != NULL ? the_block->spans->len : 0;
  DeskText *text = desk_version_get_text (version);
  const char *utf8 = desk_text_get_utf8 (text);
  Writer writer = { .html = html, .runs = runs, .kinds = kinds };
  g_autoptr (GArray) edges = NULL;
  g_autoptr (GPtrArray) links = g_ptr_array_new (); /* those open here; the innermost, at the end, counts */
  const DeskPageRun *marked;
  guint n_runs;
  guint next_run = 0;
  guint next_span = 0;
  int strong = 0;
  int emphasis = 0;
  gsize byte = desk_text_get_byte_offset (text, the_block->start);

  marked = desk_page_runs_get_block (runs, block, &n_runs);
  edges = collect_edges (the_block, marked, n_runs);

  for (guint i = 0; i + 1 < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      guint end = g_array_index (edges, Edge, i + 1).position;
      State state = { NULL };
      gsize end_byte;

      strong += edge->strong;
      emphasis += edge->emphasis;
      if (end == edge->position)
        continue;

      for (; next_span < n_spans; next_span++)
        {
          DeskSpan *span = g_ptr_array_index (the_block->spans, next_span);

          if (span->start > edge->position)
            break;
          if (span->kind == DESK_SPAN_KIND_LINK && desk_html_is_safe_href (span->href))
            g_ptr_array_add (links, span);
        }
      while (links->len > 0 && ((DeskSpan *) g_ptr_array_index (links, links->len - 1))->end <= edge->position)
        g_ptr_array_set_size (links, links->len - 1);
      while (next_run < n_runs && marked[next_run].end <= edge->position)
        next_run++;

      state.link = links->len > 0 ? g_ptr_array_index (links, links->len - 1) : NULL;
      state.strong = strong > 0;
      state.emphasis = emphasis > 0;
      if (next_run < n_runs && marked[next_run].start <= edge->position)
        state.run = &marked[next_run];
      change_state (&writer, &state);

      end_byte = desk_text_get_byte_offset (text, end);
      desk_html_append_escaped (html, utf8 + byte, end_byte - byte);
      byte = end_byte;
    }

  change_state (&writer, &(State) { NULL });
}
