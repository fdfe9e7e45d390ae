/* What must hold of everything that is imported, whatever the input.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import-check.h"

#include <gumbo.h>
#include <string.h>

#include "desk-core-types.h"

/**
 * import_check_article:
 *
 * Checks that blocks are in order and none is empty, that spans lie in their blocks, that left-out texts and images
 * point at blocks that exist, and that all text is UTF-8.
 */
void
import_check_article (DeskArticle *article)
{
  DeskVersion *version = desk_article_get_version (article);
  DeskText *text = desk_version_get_text (version);
  GPtrArray *left_out = desk_version_get_left_out (version);
  GPtrArray *images = desk_version_get_images (version);
  guint n_blocks = desk_version_get_n_blocks (version);
  guint next = 0;
  int after = -1;

  g_assert_true (g_utf8_validate (desk_text_get_utf8 (text), desk_text_get_n_bytes (text), NULL));
  g_assert_cmpuint (n_blocks, >, 0);

  for (guint i = 0; i < n_blocks; i++)
    {
      const DeskBlock *block = desk_version_get_block (version, i);

      g_assert_cmpuint (block->start, ==, next);
      g_assert_cmpuint (block->start, <, block->end);
      g_assert_cmpuint (block->end, <=, desk_text_get_length (text));
      next = block->end + 2;
      for (guint k = 0; block->spans != NULL && k < block->spans->len; k++)
        {
          const DeskSpan *span = g_ptr_array_index (block->spans, k);

          g_assert_cmpuint (span->start, >=, block->start);
          g_assert_cmpuint (span->start, <, span->end);
          g_assert_cmpuint (span->end, <=, block->end);
          g_assert_true ((span->kind == DESK_SPAN_KIND_LINK) == (span->href != NULL));
          if (span->href != NULL)
            g_assert_true (g_str_has_prefix (span->href, "http://") || g_str_has_prefix (span->href, "https://") || g_str_has_prefix (span->href, "mailto:"));
        }
    }
  g_assert_cmpuint (next, ==, desk_text_get_length (text) + 2);

  for (guint i = 0; i < left_out->len; i++)
    {
      const DeskLeftOut *piece = g_ptr_array_index (left_out, i);

      g_assert_true (g_utf8_validate (piece->text, -1, NULL));
      g_assert_cmpint (piece->after, >=, after);
      g_assert_cmpint (piece->after, <, n_blocks);
      after = piece->after;
    }

  for (guint i = 0; i < images->len; i++)
    {
      const DeskImage *image = g_ptr_array_index (images, i);

      g_assert_cmpint (image->caption_block, >=, -1);
      g_assert_cmpint (image->caption_block, <, n_blocks);
    }
}

/* White space and what cannot be seen do not count. */
static void
append_visible (GArray *target,
                const char *text,
                gsize length,
                const char *ignored)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0xad || c == 0x200b || c == 0xfeff || c == 0x2060 || c == 0)
        continue;
      if (ignored != NULL && g_utf8_strchr (ignored, -1, c) != NULL)
        continue;
      g_array_append_val (target, c);
    }
}

/* The text of a page by a walk of its own: all text nodes outside script, style, template and head. */
static void
collect_source (GArray *target,
                const GumboNode *root)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();

  g_ptr_array_add (stack, (gpointer) root);
  while (stack->len > 0)
    {
      const GumboNode *node = g_ptr_array_steal_index (stack, stack->len - 1);

      if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_WHITESPACE)
        append_visible (target, node->v.text.text, strlen (node->v.text.text), NULL);
      if (node->type != GUMBO_NODE_ELEMENT)
        continue;
      if (node->v.element.tag == GUMBO_TAG_SCRIPT || node->v.element.tag == GUMBO_TAG_STYLE || node->v.element.tag == GUMBO_TAG_TEMPLATE || node->v.element.tag == GUMBO_TAG_HEAD)
        continue;
      for (guint i = node->v.element.children.length; i-- > 0;)
        g_ptr_array_add (stack, node->v.element.children.data[i]);
    }
}

static gboolean
is_subsequence (GArray *part,
                const gunichar *whole,
                guint length)
{
  guint k = 0;

  for (guint i = 0; i < length && k < part->len; i++)
    k += whole[i] == g_array_index (part, gunichar, k);

  return k == part->len;
}

static guint64
hash (const gunichar *text,
      guint length)
{
  guint64 sum = 0;

  for (guint i = 0; i < length; i++)
    sum += (guint64) text[i] * 0x9e3779b97f4a7c15u ^ ((guint64) text[i] << 32);

  return sum;
}

/* An item and what was left out amid it make up their part of the source. */
static void
check_part (GArray *source,
            guint *done,
            GArray *item,
            GArray *aside)
{
  guint length = item->len + aside->len;
  const gunichar *part;

  if (length == 0)
    return;
  g_assert_cmpuint (*done + length, <=, source->len);
  part = (const gunichar *) source->data + *done;
  g_assert_true (is_subsequence (item, part, length));
  g_assert_true (is_subsequence (aside, part, length));
  g_assert_cmpuint (hash (part, length), ==, hash ((gunichar *) item->data, item->len) + hash ((gunichar *) aside->data, aside->len));

  *done += length;
  g_array_set_size (item, 0);
  g_array_set_size (aside, 0);
}

static void
check_whole (DeskReading *reading,
             GArray *source,
             const char *ignored)
{
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) aside = g_array_new (FALSE, FALSE, sizeof (gunichar));
  guint done = 0;

  for (guint i = 0; i < reading->draft->items->len; i++)
    {
      const DeskDraftItem *item = desk_draft_get (reading->draft, i);

      if (item->is_added)
        continue;
      if (!item->is_aside && !item->is_tail)
        check_part (source, &done, whole, aside);
      append_visible (item->is_aside ? aside : whole, item->text->str, item->text->len, ignored);
    }
  check_part (source, &done, whole, aside);
  g_assert_cmpuint (done, ==, source->len);
}

/**
 * import_check_html:
 *
 * Checks that each character of a page is in one block or in one left-out text, in the order of the page.
 */
void
import_check_html (DeskReading *reading,
                   const char *html,
                   gsize length)
{
  GumboOptions options = kGumboDefaultOptions;
  g_autoptr (GArray) source = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GumboOutput *output;

  options.max_errors = 0;
  output = gumbo_parse_with_options (&options, html, length);
  collect_source (source, output->root);
  gumbo_destroy_output (&options, output);

  check_whole (reading, source, NULL);
}

/**
 * import_check_text:
 *
 * The same for plain text, but for the marks of lists and quotations and for hyphens at line ends.
 */
void
import_check_text (DeskReading *reading,
                   const char *text,
                   gsize length)
{
  static const char ignored[] = "-*>•‣▪◦●⁃·";
  g_autoptr (GArray) source = g_array_new (FALSE, FALSE, sizeof (gunichar));

  append_visible (source, text, length, ignored);
  check_whole (reading, source, ignored);
}

/**
 * import_check_dup_outline:
 *
 * Returns: (transfer full): a line for each block, "kind: its first 24 characters"; line ends in it are "/"
 */
char *
import_check_dup_outline (DeskArticle *article)
{
  DeskVersion *version = desk_article_get_version (article);
  GString *outline = g_string_new (NULL);

  for (guint i = 0; i < desk_version_get_n_blocks (version); i++)
    {
      const DeskBlock *block = desk_version_get_block (version, i);
      g_autofree char *start = desk_text_dup_slice (desk_version_get_text (version), block->start, MIN (block->end, block->start + 24));

      g_string_append_printf (outline, "%s: %s\n", desk_enum_to_nick (DESK_TYPE_BLOCK_KIND, block->kind), g_strdelimit (start, "\n\t", '/'));
    }

  return g_string_free (outline, FALSE);
}
