/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "page-check.h"

#include <string.h>

typedef void (*Visit) (GumboNode *node,
                       gpointer data);

static void
walk (GumboNode *node,
      Visit visit,
      gpointer data)
{
  visit (node, data);
  if (node->type == GUMBO_NODE_ELEMENT)
    for (guint i = 0; i < node->v.element.children.length; i++)
      walk (node->v.element.children.data[i], visit, data);
}

const char *
page_check_get (GumboNode *node,
                const char *attribute)
{
  GumboAttribute *found = gumbo_get_attribute (&node->v.element.attributes, attribute);

  return found != NULL ? found->value : NULL;
}

static void
add_text (GumboNode *node,
          gpointer data)
{
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
    g_string_append (data, node->v.text.text);
}

char *
page_check_dup_text (GumboNode *node)
{
  GString *text = g_string_new (NULL);

  walk (node, add_text, text);

  return g_string_free (text, FALSE);
}

/* Nothing but these may ever be in a page. */
static void
check_harmless (GumboNode *node,
                gpointer data)
{
  static const char *const tags[] = {
    "html", "head", "meta", "title", "body", "main", "article", "header", "p", "h1", "h2", "ul", "li", "blockquote",
    "pre", "div", "figure", "figcaption", "details", "summary", "dl", "dt", "dd", "a", "strong", "em", "mark", "span",
    "time", NULL
  };
  static const char *const attributes[] = {
    "lang", "dir", "class", "charset", "name", "content", "data-s", "data-b", "data-a", "href", "rel",
    "aria-description", "datetime", NULL
  };

  g_assert_cmpint (node->type, !=, GUMBO_NODE_COMMENT);
  g_assert_cmpint (node->type, !=, GUMBO_NODE_CDATA);
  if (node->type != GUMBO_NODE_ELEMENT)
    return;

  g_assert_true (g_strv_contains (tags, gumbo_normalized_tagname (node->v.element.tag)));
  for (guint i = 0; i < node->v.element.attributes.length; i++)
    {
      GumboAttribute *attribute = node->v.element.attributes.data[i];

      g_assert_true (g_strv_contains (attributes, attribute->name));
      if (g_str_equal (attribute->name, "href"))
        {
          g_autofree char *scheme = g_uri_parse_scheme (attribute->value);

          g_assert_true (g_str_equal (scheme, "http") || g_str_equal (scheme, "https") ||
                         g_str_equal (scheme, "mailto") || g_str_equal (scheme, "newsdesk"));
          g_assert_cmpstr (page_check_get (node, "rel"), ==, "noreferrer");
        }
    }
}

static gboolean
is_inside (GumboNode *node,
           const char *attribute)
{
  for (GumboNode *parent = node->parent; parent != NULL && parent->type == GUMBO_NODE_ELEMENT; parent = parent->parent)
    if (page_check_get (parent, attribute) != NULL)
      return TRUE;

  return FALSE;
}

static void
collect_block (GumboNode *node,
               gpointer data)
{
  if (node->type == GUMBO_NODE_ELEMENT && page_check_get (node, "data-s") != NULL)
    {
      g_assert_false (is_inside (node, "data-s"));
      g_ptr_array_add (data, node);
    }
}

static void
check_block (GumboNode *node,
             DeskVersion *version,
             guint index)
{
  DeskBlock *block = desk_version_get_block (version, index);
  g_autofree char *expected = desk_text_dup_slice (desk_version_get_text (version), block->start, block->end);
  g_autofree char *text = page_check_dup_text (node);
  g_autofree char *data_s = g_strdup_printf ("%u", block->start);
  g_autofree char *data_b = g_strdup_printf ("%u", index);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (page_check_get (node, "data-s"), ==, data_s);
  g_assert_cmpstr (page_check_get (node, "data-b"), ==, data_b);
  g_assert_cmpstr (page_check_get (node, "dir"), ==, "auto");
}

/* A carriage return is not well-formed in any way of writing it, but this one keeps it. */
static guint
count_returns (const char *html)
{
  guint n = 0;

  for (const char *p = strstr (html, "&#13;"); p != NULL; p = strstr (p + 1, "&#13;"))
    n++;

  return n;
}

PageCheck *
page_check_new (const char *html,
                DeskVersion *version)
{
  PageCheck *self = g_new0 (PageCheck, 1);

  g_assert_true (g_utf8_validate (html, -1, NULL));
  self->html = g_strdup (html);
  self->output = gumbo_parse (self->html);
  g_assert_cmpuint (self->output->errors.length, ==, count_returns (html));
  self->blocks = g_ptr_array_new ();

  walk (self->output->root, check_harmless, NULL);
  walk (self->output->root, collect_block, self->blocks);
  g_assert_cmpuint (self->blocks->len, ==, desk_version_get_n_blocks (version));
  for (guint i = 0; i < self->blocks->len; i++)
    check_block (self->blocks->pdata[i], version, i);

  return self;
}

void
page_check_free (PageCheck *self)
{
  g_ptr_array_unref (self->blocks);
  gumbo_destroy_output (&kGumboDefaultOptions, self->output);
  g_free (self->html);
  g_free (self);
}

typedef struct
{
  GPtrArray *runs;
  guint at;
} RunWalk;

static void
add_runs (GumboNode *node,
          gpointer data)
{
  RunWalk *runs = data;
  GumboNode *run = NULL;
  glong length;

  if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE)
    return;

  for (GumboNode *parent = node->parent; page_check_get (parent, "data-s") == NULL; parent = parent->parent)
    if (parent->v.element.tag == GUMBO_TAG_MARK)
      {
        g_assert_null (run);
        run = parent;
        /* Marks are innermost. */
        for (guint i = 0; i < parent->v.element.children.length; i++)
          g_assert_cmpint (((GumboNode *) parent->v.element.children.data[i])->type, !=, GUMBO_NODE_ELEMENT);
      }

  length = g_utf8_strlen (node->v.text.text, -1);
  for (glong i = 0; i < length; i++)
    runs->runs->pdata[runs->at++] = run;
}

GPtrArray *
page_check_get_runs (PageCheck *self,
                     DeskVersion *version)
{
  GPtrArray *runs = g_ptr_array_new ();

  g_ptr_array_set_size (runs, desk_text_get_length (desk_version_get_text (version)));
  for (guint i = 0; i < self->blocks->len; i++)
    {
      RunWalk run_walk = { runs, desk_version_get_block (version, i)->start };

      walk (self->blocks->pdata[i], add_runs, &run_walk);
      g_assert_cmpuint (run_walk.at, ==, desk_version_get_block (version, i)->end);
    }

  return runs;
}

typedef struct
{
  GPtrArray *found;
  const char *tag;
  const char *class;
} Search;

static void
add_found (GumboNode *node,
           gpointer data)
{
  Search *search = data;
  const char *class;
  g_auto (GStrv) classes = NULL;

  if (node->type != GUMBO_NODE_ELEMENT || !g_str_equal (gumbo_normalized_tagname (node->v.element.tag), search->tag))
    return;

  class = page_check_get (node, "class");
  classes = g_strsplit (class != NULL ? class : "", " ", -1);
  if (search->class == NULL || g_strv_contains ((const char *const *) classes, search->class))
    g_ptr_array_add (search->found, node);
}

GPtrArray *
page_check_find (PageCheck *self,
                 const char *tag,
                 const char *class)
{
  Search search = { g_ptr_array_new (), tag, class };

  walk (self->output->root, add_found, &search);

  return search.found;
}
