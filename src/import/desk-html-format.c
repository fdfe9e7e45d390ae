/* Reads pages: finds the story, keeps the rest with a reason.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-html-blocks.h"
#include "desk-html-finish.h"
#include "desk-html-format.h"
#include "desk-html-lead.h"
#include "desk-html-metadata.h"
#include "desk-html-story.h"

/* Less text than this is no story where the page's data holds one. */
#define MIN_STORY 200

/* What shows the headline is in the text already where it has a node; else it is set above it. */
static void
ensure_headline (DeskReading *reading,
                 const DeskHtmlHeadline *headline)
{
  DeskDraft *draft = reading->draft;
  DeskDraftItem *item;

  for (guint i = 0; i < draft->items->len; i++)
    if (desk_draft_item_is (desk_draft_get (draft, i), DESK_BLOCK_KIND_HEADLINE))
      return;
  if (headline->text == NULL || *headline->text == '\0')
    return;

  item = desk_draft_add (draft, DESK_BLOCK_KIND_HEADLINE, headline->text, -1);
  item->is_added = TRUE;
  g_ptr_array_insert (draft->items, 0, g_ptr_array_steal_index (draft->items, draft->items->len - 1));
}

/* Pages that load their text later hold it in their data. */
static void
use_data (DeskReading *reading,
          const char *body)
{
  g_auto (GStrv) paragraphs = g_strsplit (body, "\n", -1);

  for (guint i = 0; i < reading->draft->items->len; i++)
    {
      DeskDraftItem *item = desk_draft_get (reading->draft, i);

      if (!item->is_left_out && item->kind != DESK_BLOCK_KIND_HEADLINE && item->kind != DESK_BLOCK_KIND_BYLINE && item->kind != DESK_BLOCK_KIND_DEK)
        desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_OUTSIDE);
    }
  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*g_strstrip (paragraphs[i]) != '\0')
      desk_draft_add (reading->draft, DESK_BLOCK_KIND_PARAGRAPH, paragraphs[i], -1)->is_added = TRUE;

  desk_reading_warn (reading, _ ("The page shows little text; the article was taken from the data that it holds for search engines, and may be cut."));
}

/* A page of links is a page too: better that than nothing. */
static void
put_back (DeskDraft *draft)
{
  if (desk_draft_has_text (draft))
    return;

  for (guint i = 0; i < draft->items->len; i++)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);

      if (!item->is_left_out || item->why == DESK_LEFT_OUT_REASON_HIDDEN || item->why == DESK_LEFT_OUT_REASON_FORM || item->why == DESK_LEFT_OUT_REASON_SCRIPT_FALLBACK || item->why == DESK_LEFT_OUT_REASON_COOKIE_NOTICE)
        continue;
      item->is_left_out = FALSE;
      item->kind = DESK_BLOCK_KIND_PARAGRAPH;
    }
}

static guint
count_prose (DeskDraft *draft)
{
  guint n = 0;

  for (guint i = 0; i < draft->items->len; i++)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);

      if (!item->is_left_out && item->kind != DESK_BLOCK_KIND_HEADLINE && item->kind != DESK_BLOCK_KIND_BYLINE)
        n += item->text->len;
    }

  return n;
}

static void
add_lead_image (DeskReading *reading,
                const DeskHtmlFacts *facts,
                const DeskLinkBase *base)
{
  const char *address = facts->json_ld->image != NULL ? facts->json_ld->image : desk_html_facts_get (facts, "og:image|og:image:url|twitter:image|twitter:image:src|");
  g_autofree char *src = desk_link_base_resolve (base, address);

  if (src != NULL && reading->draft->images->len == 0)
    desk_draft_add_image (reading->draft, src, desk_html_facts_get (facts, "og:image:alt|"));
}

static gboolean
write_story (DeskReading *reading,
             DeskHtmlTree *tree,
             const DeskHtmlMark *marks,
             const DeskHtmlFacts *facts,
             const DeskHtmlHeadline *headline,
             const char *url,
             const DeskLinkBase *base,
             DeskImportGuard *guard,
             GError **error)
{
  g_autoptr (DeskHtmlStory) story = desk_html_story_find (tree, marks, guard, error);
  DeskHtmlPlan plan;

  if (story == NULL)
    return FALSE;

  desk_html_tree_measure (tree, NULL);
  plan = (DeskHtmlPlan) {
    .headline = headline->index,
    .dek = desk_html_lead_find_dek (tree, marks, facts, headline->index),
    .byline = desk_html_lead_find_byline (tree, marks, headline->index),
  };
  desk_html_lead_rescue (tree, story, marks, headline->index);
  /* A page of few words is its own story. */
  if (story->roots->len == 0 || story->length == 0)
    g_array_append_val (story->roots, ((guint[]) { DESK_HTML_ROOT })[0]);
  plan.marks = story->marks;
  plan.roots = story->roots;

  desk_html_metadata_decide (reading, tree, marks, facts, headline, plan.byline, url, base);

  return desk_html_blocks_write (tree, &plan, base, reading->draft, guard, error);
}

/**
 * desk_html_format_read:
 * @html: valid UTF-8
 * @length: of @html in bytes
 * @url: (nullable): where it came from
 *
 * Returns: (transfer full): what the page is made of; %NULL with @error where it was too large or stopped
 */
DeskReading *
desk_html_format_read (const char *html,
                       gsize length,
                       const char *url,
                       DeskImportGuard *guard,
                       GError **error)
{
  g_autoptr (DeskHtmlTree) tree = desk_html_tree_parse (html, length, FALSE, guard, error);
  g_autoptr (DeskReading) reading = NULL;
  g_autoptr (DeskHtmlFacts) facts = NULL;
  g_autoptr (DeskLinkBase) page = NULL;
  g_autoptr (DeskLinkBase) base = NULL;
  g_autofree DeskHtmlMark *marks = NULL;
  g_autofree char *base_url = NULL;
  DeskHtmlHeadline headline;
  gboolean done;

  if (tree == NULL)
    return NULL;

  desk_html_tree_measure (tree, NULL);
  marks = desk_html_marks_new (tree);
  facts = desk_html_facts_new (tree, guard);

  page = desk_link_base_new (url != NULL ? url : facts->canonical, guard->limits->max_href_bytes);
  base_url = desk_link_base_resolve (page, facts->base);
  base = desk_link_base_new (base_url != NULL ? base_url : url != NULL ? url
                                                                       : facts->canonical,
                             guard->limits->max_href_bytes);

  reading = desk_reading_new ();
  desk_html_headline_find (tree, marks, facts, &headline);
  done = write_story (reading, tree, marks, facts, &headline, url, base, guard, error);
  if (done)
    {
      ensure_headline (reading, &headline);
      desk_html_finish (reading, headline.text);
      if (facts->json_ld->body != NULL && strlen (facts->json_ld->body) > 2 * MIN_STORY && count_prose (reading->draft) < MIN_STORY)
        use_data (reading, facts->json_ld->body);
      put_back (reading->draft);
      add_lead_image (reading, facts, base);
    }
  desk_html_headline_clear (&headline);

  return done ? g_steal_pointer (&reading) : NULL;
}

/**
 * desk_html_format_append_fragment:
 * @draft: gets all text of the fragment
 *
 * Reads a piece of HTML in a text of another format, where all of it belongs to the article.
 *
 * Returns: %FALSE with @error where it was too large or stopped
 */
gboolean
desk_html_format_append_fragment (DeskDraft *draft,
                                  const char *html,
                                  gsize length,
                                  const DeskLinkBase *base,
                                  DeskImportGuard *guard,
                                  GError **error)
{
  g_autoptr (DeskHtmlTree) tree = desk_html_tree_parse (html, length, TRUE, guard, error);
  g_autofree DeskHtmlMark *marks = NULL;
  g_autoptr (GArray) roots = g_array_new (FALSE, FALSE, sizeof (guint));
  guint root = DESK_HTML_ROOT;
  DeskHtmlPlan plan = { 0 };

  if (tree == NULL)
    return FALSE;

  desk_html_tree_measure (tree, NULL);
  marks = desk_html_marks_new (tree);
  g_array_append_val (roots, root);
  plan.marks = marks;
  plan.roots = roots;

  return desk_html_blocks_write (tree, &plan, base, draft, guard, error);
}
