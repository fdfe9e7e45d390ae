/* What a page tells of its article besides the text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-html-facts.h"
#include "desk-phrase.h"

#define MAX_META 400
#define MAX_VALUE 8192
#define MAX_NAMES 40
#define MAX_NAME 200
#define MAX_SCRIPTS 60

void
desk_html_facts_free (DeskHtmlFacts *self)
{
  g_hash_table_unref (self->meta);
  desk_json_ld_free (self->json_ld);
  g_free (self->title);
  g_free (self->canonical);
  g_free (self->base);
  g_free (self->language);
  g_free (self->item_published);
  g_free (self->item_modified);
  g_ptr_array_unref (self->item_authors);
  g_free (self->time_published);
  g_free (self->time_first);
  g_free (self->time_abbr);
  g_ptr_array_unref (self->rel_authors);
  g_free (self);
}

static void
take_first (char **slot,
            const char *value)
{
  if (*slot == NULL && value != NULL && *value != '\0' && strnlen (value, MAX_VALUE) < MAX_VALUE)
    *slot = desk_phrase_squeeze (value, -1);
}

/* The text below a silent element, which the array does not hold. */
static char *
dup_raw (const DeskHtmlNode *node)
{
  const GumboVector *children = &node->node->v.element.children;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < children->length; i++)
    {
      const GumboNode *child = children->data[i];

      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA)
        g_string_append (text, child->v.text.text);
    }

  return g_string_free (text, FALSE);
}

static void
add_meta (DeskHtmlFacts *self,
          const DeskHtmlNode *node)
{
  static const char *const attributes[] = { "property", "name", "itemprop", "http-equiv" };
  const char *content = desk_html_node_get (node, "content");

  if (content == NULL || *content == '\0' || strnlen (content, MAX_VALUE) == MAX_VALUE || g_hash_table_size (self->meta) >= MAX_META)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *names = desk_html_node_get (node, attributes[i]);
      g_auto (GStrv) words = names != NULL && strlen (names) < MAX_NAME ? g_strsplit_set (names, " \t\n\r", 8) : NULL;

      for (guint k = 0; words != NULL && words[k] != NULL; k++)
        {
          g_autofree char *key = g_ascii_strdown (words[k], -1);

          if (*key != '\0' && !g_hash_table_contains (self->meta, key))
            g_hash_table_insert (self->meta, g_steal_pointer (&key), desk_phrase_squeeze (content, -1));
        }
    }
}

static void
add_link (DeskHtmlFacts *self,
          const DeskHtmlNode *node)
{
  if (desk_html_node_has_token (node, "rel", "canonical"))
    take_first (&self->canonical, desk_html_node_get (node, "href"));
}

static void
add_name (GPtrArray *names,
          DeskHtmlTree *tree,
          guint index)
{
  g_autofree char *text = NULL;

  if (names->len >= MAX_NAMES)
    return;
  text = desk_html_tree_dup_text (tree, index, MAX_NAME);
  if (*text != '\0' && g_utf8_strlen (text, -1) < MAX_NAME && !g_ptr_array_find_with_equal_func (names, text, g_str_equal, NULL))
    g_ptr_array_add (names, g_steal_pointer (&text));
}

/* The value of an element with itemprop: an attribute, or its text. */
static char *
dup_item (DeskHtmlTree *tree,
          guint index)
{
  static const char *const attributes[] = { "content", "datetime", "title" };

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = desk_html_node_get (&tree->nodes[index], attributes[i]);

      if (value != NULL && *value != '\0')
        return g_strndup (value, MAX_NAME);
    }

  return desk_html_tree_dup_text (tree, index, MAX_NAME);
}

/* The name in an author item, where it has one of its own. */
static void
add_item_author (DeskHtmlFacts *self,
                 DeskHtmlTree *tree,
                 guint index)
{
  const DeskHtmlNode *node = &tree->nodes[index];
  const char *content = desk_html_node_get (node, "content");

  if (content != NULL && *content != '\0' && self->item_authors->len < MAX_NAMES)
    {
      g_ptr_array_add (self->item_authors, g_strndup (content, MAX_NAME));
      return;
    }

  for (guint i = index + 1; i < node->end; i++)
    if (!tree->nodes[i].is_text && (desk_html_node_has_token (&tree->nodes[i], "itemprop", "name")))
      {
        content = desk_html_node_get (&tree->nodes[i], "content");
        if (content != NULL && *content != '\0' && self->item_authors->len < MAX_NAMES)
          g_ptr_array_add (self->item_authors, g_strndup (content, MAX_NAME));
        else
          add_name (self->item_authors, tree, i);
        return;
      }
  add_name (self->item_authors, tree, index);
}

static void
add_item (DeskHtmlFacts *self,
          DeskHtmlTree *tree,
          guint index)
{
  const DeskHtmlNode *node = &tree->nodes[index];
  const char *names = desk_html_node_get (node, "itemprop");
  g_autofree char *value = NULL;

  if (names == NULL)
    names = desk_html_node_get (node, "property");
  if (names == NULL)
    return;

  if (strstr (names, "datePublished") != NULL)
    {
      value = dup_item (tree, index);
      take_first (&self->item_published, value);
    }
  else if (strstr (names, "dateModified") != NULL)
    {
      value = dup_item (tree, index);
      take_first (&self->item_modified, value);
    }
  else if (strstr (names, "headline") != NULL && self->headline_node == 0 && node->tag != GUMBO_TAG_META && !node->is_silent)
    self->headline_node = index;
  else if (strstr (names, "author") != NULL && node->tag != GUMBO_TAG_META)
    add_item_author (self, tree, index);
}

static void
add_time (DeskHtmlFacts *self,
          DeskHtmlTree *tree,
          guint index,
          gboolean in_article)
{
  const DeskHtmlNode *node = &tree->nodes[index];
  const char *value = desk_html_node_get (node, "datetime");
  const char *class_names = desk_html_node_get (node, "class");

  if (value == NULL || *value == '\0')
    return;
  if (desk_html_node_get (node, "pubdate") != NULL || (class_names != NULL && (strstr (class_names, "publish") != NULL || strstr (class_names, "entry-date") != NULL) && strstr (class_names, "updated") == NULL))
    take_first (&self->time_published, value);
  if (in_article && (class_names == NULL || strstr (class_names, "updated") == NULL || strstr (class_names, "publish") != NULL))
    take_first (&self->time_first, value);
}

static void
add_element (DeskHtmlFacts *self,
             DeskHtmlTree *tree,
             guint index,
             guint article_end,
             guint *n_scripts,
             DeskImportGuard *guard)
{
  const DeskHtmlNode *node = &tree->nodes[index];
  const char *type;
  g_autofree char *raw = NULL;

  switch ((int) node->tag)
    {
    case GUMBO_TAG_META:
      add_meta (self, node);
      break;
    case GUMBO_TAG_LINK:
      add_link (self, node);
      break;
    case GUMBO_TAG_BASE:
      take_first (&self->base, desk_html_node_get (node, "href"));
      break;
    case GUMBO_TAG_TITLE:
      if (node->node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
        {
          raw = dup_raw (node);
          take_first (&self->title, raw);
        }
      break;
    case GUMBO_TAG_SCRIPT:
      type = desk_html_node_get (node, "type");
      if (type != NULL && g_ascii_strncasecmp (type, "application/ld+json", 19) == 0 && ++*n_scripts <= MAX_SCRIPTS)
        {
          raw = dup_raw (node);
          desk_json_ld_add (self->json_ld, raw, guard);
        }
      break;
    case GUMBO_TAG_HTML:
      take_first (&self->language, desk_html_node_get (node, "lang"));
      take_first (&self->language, desk_html_node_get (node, "xml:lang"));
      break;
    case GUMBO_TAG_TIME:
      add_time (self, tree, index, index < article_end);
      break;
    case GUMBO_TAG_ABBR:
      if (node->words & DESK_HTML_WORD_DATE)
        take_first (&self->time_abbr, desk_html_node_get (node, "title"));
      break;
    case GUMBO_TAG_A:
      if (desk_html_node_has_token (node, "rel", "author"))
        add_name (self->rel_authors, tree, index);
      break;
    default:
      break;
    }

  if (!node->is_silent || node->tag == GUMBO_TAG_META)
    add_item (self, tree, index);
}

/**
 * desk_html_facts_new:
 *
 * Collects in one pass what a page tells of itself.
 *
 * Returns: (transfer full): the facts
 */
DeskHtmlFacts *
desk_html_facts_new (DeskHtmlTree *tree,
                     DeskImportGuard *guard)
{
  DeskHtmlFacts *self = g_new0 (DeskHtmlFacts, 1);
  guint article_end = 0;
  guint n_scripts = 0;

  self->meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->json_ld = desk_json_ld_new ();
  self->item_authors = g_ptr_array_new_with_free_func (g_free);
  self->rel_authors = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tree->n_nodes && desk_import_guard_tick (guard, NULL); i++)
    {
      if (tree->nodes[i].is_text)
        continue;
      if (tree->nodes[i].tag == GUMBO_TAG_ARTICLE || tree->nodes[i].tag == GUMBO_TAG_MAIN)
        article_end = MAX (article_end, tree->nodes[i].end);
      add_element (self, tree, i, article_end, &n_scripts, guard);
    }

  return self;
}

/**
 * desk_html_facts_get:
 * @names: names of meta elements in lower case, each ended by "|", the best first
 *
 * Returns: (nullable): the content of the first that is there
 */
const char *
desk_html_facts_get (const DeskHtmlFacts *self,
                     const char *names)
{
  for (const char *bar; (bar = strchr (names, '|')) != NULL; names = bar + 1)
    {
      g_autofree char *name = g_strndup (names, bar - names);
      const char *value = g_hash_table_lookup (self->meta, name);

      if (value != NULL && *value != '\0')
        return value;
    }

  return NULL;
}
