/* The page as it is built:
 *
 *   main > article > header   kicker, leading headline, dek and byline, meta line
 *                  > blocks   each with data-s (first code point) and data-b (index), in order of the text
 *                  > details  left-out texts
 *
 * Only elements with data-s hold canonical text; what else is written is furniture. Neither nests in the other.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-page-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uloc.h>

#include "desk-core-types.h"
#include "desk-direction.h"
#include "desk-html-private.h"
#include "desk-kind.h"
#include "desk-page-content-private.h"
#include "desk-page-header-private.h"
#include "desk-page-runs-private.h"

struct _DeskPageWriter
{
  GObject parent_instance;

  DeskArticle *article;
  GListModel *kinds;
  DeskPageRuns *runs;
};

G_DEFINE_FINAL_TYPE (DeskPageWriter, desk_page_writer, G_TYPE_OBJECT)

/* Elements that hold several blocks. */
typedef enum
{
  GROUP_NONE,
  GROUP_HEADER,
  GROUP_LIST,
  GROUP_TABLE,
  GROUP_FIGURE,
  GROUP_BOILERPLATE,
} Group;

static void
desk_page_writer_dispose (GObject *object)
{
  DeskPageWriter *self = DESK_PAGE_WRITER (object);

  g_clear_object (&self->article);
  g_clear_object (&self->kinds);
  g_clear_pointer (&self->runs, desk_page_runs_free);

  G_OBJECT_CLASS (desk_page_writer_parent_class)->dispose (object);
}

static void
desk_page_writer_class_init (DeskPageWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_page_writer_dispose;
}

static void
desk_page_writer_init (DeskPageWriter *self)
{
}

/**
 * desk_page_writer_new:
 * @article: an article
 * @kinds: a list of #DeskKind
 *
 * Makes a writer for one version of an article, without marks.
 *
 * Returns: (transfer full): a writer
 */
DeskPageWriter *
desk_page_writer_new (DeskArticle *article,
                      GListModel *kinds)
{
  DeskPageWriter *self;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_val_if_fail (DESK_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (kinds), NULL);

  self = g_object_new (DESK_TYPE_PAGE_WRITER, NULL);
  self->article = g_object_ref (article);
  self->kinds = g_object_ref (kinds);
  self->runs = desk_page_runs_new (desk_article_get_version (article), none);

  return self;
}

/**
 * desk_page_writer_set_annotations:
 * @self: a writer
 * @annotations: (element-type DeskAnnotation): all marks of the article, in any order
 *
 * Sets the marks. One of another version, or whose range lies outside the text, is not shown.
 *
 * Returns: (transfer full) (element-type guint): indices of the blocks that look different now, in order
 */
GArray *
desk_page_writer_set_annotations (DeskPageWriter *self,
                                  GPtrArray *annotations)
{
  g_autoptr (DeskPageRuns) before = NULL;
  DeskVersion *version;
  GArray *changed;

  g_return_val_if_fail (DESK_IS_PAGE_WRITER (self), NULL);
  g_return_val_if_fail (annotations != NULL, NULL);

  version = desk_article_get_version (self->article);
  before = g_steal_pointer (&self->runs);
  self->runs = desk_page_runs_new (version, annotations);

  changed = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint block = 0; block < desk_version_get_n_blocks (version); block++)
    if (!desk_page_runs_equal_block (before, self->runs, block))
      g_array_append_val (changed, block);

  return changed;
}

static const char *
get_tag (DeskBlockKind kind,
         gboolean first_headline)
{
  switch (kind)
    {
    case DESK_BLOCK_KIND_HEADLINE:
      return first_headline ? "h1" : "h2";
    case DESK_BLOCK_KIND_SUBHEADING:
      return "h2";
    case DESK_BLOCK_KIND_LIST_ITEM:
      return "li";
    case DESK_BLOCK_KIND_BLOCKQUOTE:
      return "blockquote";
    case DESK_BLOCK_KIND_PREFORMATTED:
      return "pre";
    case DESK_BLOCK_KIND_TABLE_ROW:
      return "div";
    case DESK_BLOCK_KIND_CAPTION:
      return "figcaption";
    case DESK_BLOCK_KIND_DEK:
    case DESK_BLOCK_KIND_BYLINE:
    case DESK_BLOCK_KIND_DATELINE:
    case DESK_BLOCK_KIND_PARAGRAPH:
    case DESK_BLOCK_KIND_CREDIT:
    case DESK_BLOCK_KIND_CORRECTION:
    case DESK_BLOCK_KIND_BOILERPLATE:
      return "p";
    }

  return "p";
}

/* The group that a block belongs to, after one in the given group. */
static Group
get_group (DeskBlockKind kind,
           Group before)
{
  switch (kind)
    {
    case DESK_BLOCK_KIND_HEADLINE:
    case DESK_BLOCK_KIND_DEK:
    case DESK_BLOCK_KIND_BYLINE:
      return before == GROUP_HEADER ? GROUP_HEADER : GROUP_NONE;
    case DESK_BLOCK_KIND_LIST_ITEM:
      return GROUP_LIST;
    case DESK_BLOCK_KIND_TABLE_ROW:
      return GROUP_TABLE;
    case DESK_BLOCK_KIND_CAPTION:
    case DESK_BLOCK_KIND_CREDIT:
      return GROUP_FIGURE;
    case DESK_BLOCK_KIND_BOILERPLATE:
      return GROUP_BOILERPLATE;
    case DESK_BLOCK_KIND_DATELINE:
    case DESK_BLOCK_KIND_PARAGRAPH:
    case DESK_BLOCK_KIND_SUBHEADING:
    case DESK_BLOCK_KIND_BLOCKQUOTE:
    case DESK_BLOCK_KIND_PREFORMATTED:
    case DESK_BLOCK_KIND_CORRECTION:
      return GROUP_NONE;
    }

  return GROUP_NONE;
}

static void
open_group (DeskPageWriter *self,
            GString *html,
            Group group)
{
  switch (group)
    {
    case GROUP_NONE:
      break;
    case GROUP_HEADER:
      g_string_append (html, "<header>\n");
      desk_page_append_kicker (html, self->article);
      desk_page_append_headline (html, self->article);
      break;
    case GROUP_LIST:
      g_string_append (html, "<ul>\n");
      break;
    case GROUP_TABLE:
      g_string_append (html, "<div class=\"table\">\n");
      break;
    case GROUP_FIGURE:
      g_string_append (html, "<figure>\n");
      break;
    case GROUP_BOILERPLATE:
      g_string_append (html, "<details class=\"boilerplate\">\n<summary>");
      /* Translators: headline of folded text that a newsroom adds to every article, such as "Send us a tip". */
      desk_html_append_escaped (html, _ ("From the Publisher"), -1);
      g_string_append (html, "</summary>\n");
      break;
    }
}

static void
close_group (DeskPageWriter *self,
             GString *html,
             Group group)
{
  switch (group)
    {
    case GROUP_NONE:
      break;
    case GROUP_HEADER:
      desk_page_append_meta (html, self->article);
      g_string_append (html, "</header>\n");
      break;
    case GROUP_LIST:
      g_string_append (html, "</ul>\n");
      break;
    case GROUP_TABLE:
      g_string_append (html, "</div>\n");
      break;
    case GROUP_FIGURE:
      g_string_append (html, "</figure>\n");
      break;
    case GROUP_BOILERPLATE:
      g_string_append (html, "</details>\n");
      break;
    }
}

/* The list may change while the writer lives, so it is read anew for each writing. */
static GHashTable *
index_kinds (DeskPageWriter *self)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (self->kinds); i++)
    {
      DeskKind *kind = g_list_model_get_item (self->kinds, i);

      g_hash_table_insert (kinds, (gpointer) desk_kind_get_id (kind), kind);
    }

  return kinds;
}

static void
append_block (DeskPageWriter *self,
              GString *html,
              GHashTable *kinds,
              guint index,
              const char *tag)
{
  DeskVersion *version = desk_article_get_version (self->article);
  DeskBlock *block = desk_version_get_block (version, index);

  g_string_append_printf (html, "<%s class=\"%s\" data-s=\"%u\" data-b=\"%u\" dir=\"auto\">",
                          tag, desk_enum_to_nick (DESK_TYPE_BLOCK_KIND, block->kind), block->start, index);
  desk_page_append_content (html, version, self->runs, index, kinds);
  g_string_append_printf (html, "</%s>\n", tag);
}

static void
append_blocks (DeskPageWriter *self,
               GString *html)
{
  DeskVersion *version = desk_article_get_version (self->article);
  g_autoptr (GHashTable) kinds = index_kinds (self);
  Group group = GROUP_HEADER;
  gboolean first_headline = TRUE;

  open_group (self, html, group);

  for (guint i = 0; i < desk_version_get_n_blocks (version); i++)
    {
      DeskBlockKind kind = desk_version_get_block (version, i)->kind;
      Group next = get_group (kind, group);

      /* A figure has one caption. */
      if (next != group || kind == DESK_BLOCK_KIND_CAPTION)
        {
          close_group (self, html, group);
          open_group (self, html, next);
          group = next;
        }

      append_block (self, html, kinds, i, get_tag (kind, first_headline));
      if (kind == DESK_BLOCK_KIND_HEADLINE)
        {
          if (first_headline)
            desk_page_append_dek (html, self->article);
          first_headline = FALSE;
        }
    }

  close_group (self, html, group);
}

static const char *
get_reason (DeskLeftOutReason why)
{
  switch (why)
    {
    case DESK_LEFT_OUT_REASON_NAVIGATION:
      return _ ("Navigation");
    case DESK_LEFT_OUT_REASON_RELATED:
      return _ ("Related Articles");
    case DESK_LEFT_OUT_REASON_SHARE:
      return _ ("Share Buttons");
    case DESK_LEFT_OUT_REASON_ADVERT:
      return _ ("Advertisement");
    case DESK_LEFT_OUT_REASON_COMMENTS:
      return _ ("Comments");
    case DESK_LEFT_OUT_REASON_COOKIE_NOTICE:
      return _ ("Cookie Notice");
    case DESK_LEFT_OUT_REASON_NEWSLETTER:
      return _ ("Newsletter");
    case DESK_LEFT_OUT_REASON_LINK_LIST:
      return _ ("List of Links");
    case DESK_LEFT_OUT_REASON_DUPLICATE_TITLE:
      return _ ("Repeated Headline");
    case DESK_LEFT_OUT_REASON_FORM:
      return _ ("Form");
    case DESK_LEFT_OUT_REASON_HIDDEN:
      return _ ("Hidden Text");
    case DESK_LEFT_OUT_REASON_SCRIPT_FALLBACK:
      return _ ("Shown Without Scripts");
    case DESK_LEFT_OUT_REASON_OUTSIDE:
      return _ ("Outside the Article");
    }

  return _ ("Outside the Article");
}

static void
append_left_out (DeskPageWriter *self,
                 GString *html)
{
  GPtrArray *left_out = desk_version_get_left_out (desk_article_get_version (self->article));
  g_autofree char *summary = NULL;

  if (left_out->len == 0)
    return;

  /* Translators: headline of folded texts that were found beside the article; %u is their number. */
  summary = g_strdup_printf (ngettext ("Left Out (%u)", "Left Out (%u)", left_out->len), left_out->len);
  g_string_append (html, "<details class=\"left-out\">\n<summary>");
  desk_html_append_escaped (html, summary, -1);
  g_string_append (html, "</summary>\n<dl>\n");

  for (guint i = 0; i < left_out->len; i++)
    {
      const DeskLeftOut *text = g_ptr_array_index (left_out, i);

      if (i == 0 || ((const DeskLeftOut *) g_ptr_array_index (left_out, i - 1))->why != text->why)
        {
          g_string_append (html, "<dt>");
          desk_html_append_escaped (html, get_reason (text->why), -1);
          g_string_append (html, "</dt>\n");
        }
      g_string_append (html, "<dd dir=\"auto\">");
      desk_html_append_escaped (html, text->text, -1);
      g_string_append (html, "</dd>\n");
    }

  g_string_append (html, "</dl>\n</details>\n");
}

static char *
dup_title (DeskPageWriter *self)
{
  DeskVersion *version = desk_article_get_version (self->article);

  if (desk_article_get_headline (self->article) != NULL)
    return g_strdup (desk_article_get_headline (self->article));

  for (guint i = 0; i < desk_version_get_n_blocks (version); i++)
    {
      const DeskBlock *block = desk_version_get_block (version, i);

      if (block->kind == DESK_BLOCK_KIND_HEADLINE)
        return desk_text_dup_slice (desk_version_get_text (version), block->start, block->end);
    }

  return g_strdup (_ ("Untitled Article"));
}

/* A tag as in BCP 47, at least by its looks. */
static gboolean
is_language (const char *language)
{
  const char *hyphen = strchr (language, '-');
  gsize primary = hyphen != NULL ? (gsize) (hyphen - language) : strlen (language);

  return primary >= 2 && primary <= 8 && strlen (language) <= 35 &&
         strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen (language);
}

static void
append_head (DeskPageWriter *self,
             GString *html,
             const char *root_class)
{
  const char *language = desk_article_get_field (self->article, DESK_FIELD_LANGUAGE);
  g_autofree char *title = dup_title (self);

  g_string_append (html, "<!DOCTYPE html>\n<html");
  if (language != NULL && is_language (language))
    g_string_append_printf (html, " lang=\"%s\" dir=\"%s\"", language, uloc_isRightToLeft (language) ? "rtl" : "ltr");
  else
    g_string_append_printf (html, " dir=\"%s\"", desk_direction_of_text (title) == DESK_DIRECTION_RIGHT_TO_LEFT ? "rtl" : "ltr");
  if (root_class != NULL && *root_class != '\0')
    {
      g_string_append (html, " class=\"");
      desk_html_append_escaped (html, root_class, -1);
      g_string_append_c (html, '"');
    }
  g_string_append (html, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  desk_html_append_escaped (html, title, -1);
  g_string_append (html, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n</head>\n");
}

/**
 * desk_page_writer_dup_page:
 * @self: a writer
 * @root_class: (nullable): classes of the root element, which carry colour scheme and contrast
 *
 * Writes the whole document. It holds no script, no style and no reference to anything outside; links, which lead away
 * only when the reader asks for it, have no other schemes than http, https, mailto and newsdesk.
 *
 * Returns: (transfer full): HTML
 */
char *
desk_page_writer_dup_page (DeskPageWriter *self,
                           const char *root_class)
{
  GString *html;
  gsize n_bytes;

  g_return_val_if_fail (DESK_IS_PAGE_WRITER (self), NULL);

  n_bytes = desk_text_get_n_bytes (desk_version_get_text (desk_article_get_version (self->article)));
  html = g_string_sized_new (n_bytes + n_bytes / 8 + 4096);

  append_head (self, html, root_class);
  g_string_append (html, "<body>\n<main>\n<article>\n");
  append_blocks (self, html);
  append_left_out (self, html);
  g_string_append (html, "</article>\n</main>\n</body>\n</html>\n");

  return g_string_free_and_steal (html);
}

/**
 * desk_page_writer_dup_block_content:
 * @self: a writer
 * @block: index of a block
 *
 * Writes what stands inside the element of a block, for a page that is open already.
 *
 * Returns: (transfer full): HTML
 */
char *
desk_page_writer_dup_block_content (DeskPageWriter *self,
                                    guint block)
{
  g_autoptr (GHashTable) kinds = NULL;
  GString *html;
  DeskVersion *version;

  g_return_val_if_fail (DESK_IS_PAGE_WRITER (self), NULL);

  version = desk_article_get_version (self->article);
  g_return_val_if_fail (block < desk_version_get_n_blocks (version), NULL);

  kinds = index_kinds (self);
  html = g_string_new (NULL);
  desk_page_append_content (html, version, self->runs, block, kinds);

  return g_string_free_and_steal (html);
}
