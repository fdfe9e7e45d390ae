/* A parsed page as an array of nodes in the order of the document.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-html-arena.h"
#include "desk-html-tree.h"
#include "desk-importer.h"
#include "desk-phrase.h"

/* Attributes are looked at no further. */
#define MAX_ATTRIBUTE 4096

static gboolean
is_block_tag (GumboTag tag)
{
  switch ((int) tag)
    {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIALOG:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_silent_tag (GumboTag tag)
{
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_HEAD;
}

static void
measure_text (DeskHtmlNode *node)
{
  gboolean in_word = FALSE;
  gboolean seen = FALSE;

  for (const char *p = node->node->v.text.text; *p != '\0'; p++)
    {
      guint8 byte = *p;

      if (byte <= ' ')
        {
          in_word = FALSE;
          continue;
        }
      if (!in_word && seen)
        node->length++;
      in_word = seen = TRUE;
      /* A code point by its first byte. */
      node->length += (byte & 0xc0) != 0x80;
      node->commas += byte == ',' || (byte == 0xef && (guint8) p[1] == 0xbc && (guint8) p[2] == 0x8c) || (byte == 0xe3 && (guint8) p[1] == 0x80 && (guint8) p[2] == 0x81) || (byte == 0xd8 && (guint8) p[1] == 0x8c);
    }
}

static void
fill_node (DeskHtmlTree *tree,
           DeskHtmlNode *node,
           const GumboNode *source,
           guint parent,
           guint depth)
{
  node->node = source;
  node->parent = parent;
  node->depth = depth;
  node->is_silent = depth > 0 && tree->nodes[parent].is_silent;

  if (source->type == GUMBO_NODE_ELEMENT || source->type == GUMBO_NODE_TEMPLATE)
    {
      const char *class_names;
      const char *id;

      node->tag = source->v.element.tag;
      node->is_block = is_block_tag (node->tag);
      node->is_silent |= is_silent_tag (node->tag);
      class_names = desk_html_node_get (node, "class");
      id = desk_html_node_get (node, "id");
      if (class_names != NULL || id != NULL)
        node->words = desk_html_words_find (class_names, id);
    }
  else
    {
      node->tag = GUMBO_TAG_LAST;
      node->is_text = TRUE;
    }
}

/* One step of the walk: an element whose children are being taken. */
typedef struct
{
  const GumboVector *children;
  guint next;
  guint index; /* of the element in the array */
} Frame;

static gboolean
flatten (DeskHtmlTree *self,
         const GumboNode *root,
         DeskImportGuard *guard,
         GError **error)
{
  g_autoptr (GArray) nodes = g_array_sized_new (FALSE, TRUE, sizeof (DeskHtmlNode), 4096);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  DeskHtmlNode first = { 0 };
  Frame frame = { &root->v.element.children, 0, 0 };

  g_array_append_val (nodes, first);
  self->nodes = (DeskHtmlNode *) nodes->data;
  fill_node (self, self->nodes, root, DESK_HTML_ROOT, 0);
  g_array_append_val (stack, frame);

  while (stack->len > 0)
    {
      Frame *top = &g_array_index (stack, Frame, stack->len - 1);
      const GumboNode *child;
      DeskHtmlNode node = { 0 };
      guint depth = MIN (stack->len, guard->limits->max_depth);
      guint parent;

      if (top->next == top->children->length)
        {
          g_array_index (nodes, DeskHtmlNode, top->index).end = nodes->len;
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      if (!desk_import_guard_tick (guard, error))
        return FALSE;

      child = top->children->data[top->next++];
      self->nodes = (DeskHtmlNode *) nodes->data;
      self->is_cut |= stack->len > guard->limits->max_depth;
      parent = g_array_index (stack, Frame, MIN (stack->len, guard->limits->max_depth) - 1).index;

      if (child->type == GUMBO_NODE_COMMENT || child->type == GUMBO_NODE_DOCUMENT)
        continue;
      if (child->type != GUMBO_NODE_ELEMENT && child->type != GUMBO_NODE_TEMPLATE)
        {
          if (self->nodes[parent].is_silent || *child->v.text.text == '\0')
            continue;
          fill_node (self, &node, child, parent, depth);
          measure_text (&node);
          node.end = nodes->len + 1;
          g_array_append_val (nodes, node);
          continue;
        }

      fill_node (self, &node, child, parent, depth);
      frame = (Frame) { &child->v.element.children, 0, nodes->len };
      g_array_append_val (nodes, node);
      g_array_append_val (stack, frame);
    }

  self->n_nodes = nodes->len;
  self->nodes = (DeskHtmlNode *) g_array_free (g_steal_pointer (&nodes), FALSE);

  return TRUE;
}

/* Elements that close themselves or each other: they do not nest by being forgotten. */
static gboolean
nests (const char *name,
       gsize length)
{
  static const char others[] = " p li td tr th dt dd option optgroup tbody thead tfoot colgroup area base br col embed hr img input link meta param source track wbr path circle rect line use g polygon body html head rp rt ";
  char needle[16];

  if (length == 0 || length > 12)
    return length > 0;
  needle[0] = ' ';
  for (gsize i = 0; i < length; i++)
    needle[i + 1] = g_ascii_tolower (name[i]);
  needle[length + 1] = ' ';
  needle[length + 2] = '\0';

  return strstr (others, needle) == NULL;
}

/* gumbo needs quadratic time for deep nesting, so it is looked for before: 100,000 levels would take 15 seconds. */
static gboolean
is_too_deep (const char *html,
             gsize length,
             guint limit)
{
  const char *end = html + length;
  const char *p = html;
  gint64 depth = 0;

  while (p < end && (p = memchr (p, '<', end - p)) != NULL)
    {
      const char *name = ++p;

      if (p < end && *p == '/')
        {
          const char *close = p + 1;

          while (close < end && (g_ascii_isalnum (*close) || *close == '-'))
            close++;
          depth -= depth > 0 && nests (p + 1, close - p - 1);
          continue;
        }
      while (p < end && (g_ascii_isalnum (*p) || *p == '-'))
        p++;
      if (p == name || !g_ascii_isalpha (*name))
        continue;

      /* What stands in a script is no tag. */
      if (p - name == 6 && g_ascii_strncasecmp (name, "script", 6) == 0)
        {
          const char *close = p;

          while ((close = memchr (close, '<', end - close)) != NULL && (end - close < 8 || g_ascii_strncasecmp (close, "</script", 8) != 0))
            close++;
          if (close == NULL)
            return FALSE;
          p = close + 8;
          continue;
        }

      if (nests (name, p - name) && ++depth > limit)
        return TRUE;
    }

  return FALSE;
}

static void
set_error (GError **error,
           DeskHtmlArenaState state,
           DeskImportGuard *guard)
{
  g_autofree char *size = NULL;

  if (state == DESK_HTML_ARENA_LATE)
    {
      desk_import_guard_check (guard, error);
      return;
    }

  size = g_format_size (guard->limits->max_tree_bytes);
  g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TOO_LARGE,
               _ ("This page needs more than %s of memory. Copy the article’s text from the browser and paste it."), size);
}

static GumboOutput *
parse (DeskHtmlArena *arena,
       const char *html,
       gsize length,
       gboolean is_fragment,
       DeskHtmlArenaState *state)
{
  GumboOptions options = kGumboDefaultOptions;

  options.allocator = desk_html_arena_alloc;
  options.deallocator = desk_html_arena_drop;
  options.userdata = arena;
  options.max_errors = 0;
  if (is_fragment)
    options.fragment_context = GUMBO_TAG_BODY;

  /* gumbo owns nothing but the arena, so jumping out of it leaves nothing behind. */
  *state = setjmp (*desk_html_arena_jump (arena));
  if (*state != DESK_HTML_ARENA_FINE)
    return NULL;

  return gumbo_parse_with_options (&options, html, length);
}

/**
 * desk_html_tree_parse:
 * @html: valid UTF-8, which must live as long as the tree
 * @length: of @html in bytes
 * @is_fragment: whether it is a part of a page's body
 *
 * Returns: (transfer full): the page; %NULL with @error where it is too large or took too long
 */
DeskHtmlTree *
desk_html_tree_parse (const char *html,
                      gsize length,
                      gboolean is_fragment,
                      DeskImportGuard *guard,
                      GError **error)
{
  g_autoptr (DeskHtmlTree) self = g_new0 (DeskHtmlTree, 1);
  DeskHtmlArenaState state;
  GumboOutput *output;

  if (is_too_deep (html, length, guard->limits->max_nesting))
    {
      g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TOO_LARGE,
                   _ ("This page nests its elements more than %u levels deep, as no readable page does. Copy the article’s text from the browser and paste it."), guard->limits->max_nesting);
      return NULL;
    }

  self->arena = desk_html_arena_new (guard);
  output = parse (self->arena, html, length, is_fragment, &state);
  desk_html_arena_seal (self->arena);
  if (output == NULL)
    {
      set_error (error, state, guard);
      return NULL;
    }
  if (!flatten (self, output->root, guard, error))
    {
      self->nodes = NULL;
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
desk_html_tree_free (DeskHtmlTree *self)
{
  g_free (self->nodes);
  if (self->arena != NULL)
    desk_html_arena_free (self->arena);
  g_free (self);
}

/**
 * desk_html_tree_measure:
 * @removed: (nullable): for each node, whether it and what is in it does not count
 *
 * Adds up lengths and commas from the leaves to the root, in one pass.
 */
void
desk_html_tree_measure (DeskHtmlTree *self,
                        const guint8 *removed)
{
  for (guint i = 0; i < self->n_nodes; i++)
    if (!self->nodes[i].is_text)
      self->nodes[i].length = self->nodes[i].link_length = self->nodes[i].commas = 0;

  for (guint i = self->n_nodes; i-- > 1;)
    {
      DeskHtmlNode *node = &self->nodes[i];
      DeskHtmlNode *parent = &self->nodes[node->parent];

      if (removed != NULL && removed[i])
        continue;

      if (node->tag == GUMBO_TAG_A)
        {
          const char *href = desk_html_node_get (node, "href");

          /* A link inside the page counts less. */
          node->link_length = href != NULL && *href == '#' && href[1] != '\0' ? node->length * 3 / 10 : node->length;
        }
      parent->length += node->length + (node->is_block && node->length > 0 ? 1 : 0);
      parent->link_length += node->link_length;
      parent->commas += node->commas;
    }
}

/**
 * desk_html_node_get:
 * @attribute: its name, in lower case
 *
 * Returns: (nullable): the value of an attribute
 */
const char *
desk_html_node_get (const DeskHtmlNode *self,
                    const char *attribute)
{
  const GumboAttribute *found;

  if (self->is_text)
    return NULL;
  found = gumbo_get_attribute (&self->node->v.element.attributes, attribute);

  return found != NULL ? found->value : NULL;
}

/**
 * desk_html_node_has_token:
 *
 * Returns: whether an attribute holds a word, in any letter case, between white space
 */
gboolean
desk_html_node_has_token (const DeskHtmlNode *self,
                          const char *attribute,
                          const char *token)
{
  const char *value = desk_html_node_get (self, attribute);
  gsize length = strlen (token);

  if (value == NULL || strnlen (value, MAX_ATTRIBUTE) == MAX_ATTRIBUTE)
    return FALSE;

  for (const char *p = value; *p != '\0';)
    {
      gsize n = strcspn (p, " \t\n\r\f");

      if (n == length && g_ascii_strncasecmp (p, token, n) == 0)
        return TRUE;
      p += n;
      p += strspn (p, " \t\n\r\f");
    }

  return FALSE;
}

/**
 * desk_html_tree_dup_text:
 * @max_bytes: where it is cut
 *
 * Returns: (transfer full): the text of a node and what is in it on one line
 */
char *
desk_html_tree_dup_text (DeskHtmlTree *self,
                         guint index,
                         gsize max_bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = index; i < self->nodes[index].end && text->len < max_bytes; i++)
    {
      DeskHtmlNode *node = &self->nodes[i];

      if (node->is_text)
        g_string_append (text, node->node->v.text.text);
      else if (node->is_block || node->tag == GUMBO_TAG_BR)
        g_string_append_c (text, ' ');
    }

  return desk_phrase_squeeze (text->str, text->len);
}
