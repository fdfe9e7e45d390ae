/* Why parts of a page are left out: a reason for each node.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-html-marks.h"

/* A hidden text of this length is no label for screen readers but a story that a script would show. */
#define MAX_HIDDEN_LABEL 300

/**
 * desk_html_marks_for_words:
 * @words: what class and id say
 * @otherwise: the reason where they say nothing
 *
 * Returns: the mark for a node that is left out
 */
DeskHtmlMark
desk_html_marks_for_words (DeskHtmlWords words,
                           DeskLeftOutReason otherwise)
{
  if (words & DESK_HTML_WORD_COOKIE)
    return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_COOKIE_NOTICE);
  if (words & DESK_HTML_WORD_COMMENTS)
    return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_COMMENTS);
  if (words & DESK_HTML_WORD_NEWSLETTER)
    return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_NEWSLETTER);
  if (words & DESK_HTML_WORD_SHARE)
    return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_SHARE);
  if (words & DESK_HTML_WORD_RELATED)
    return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_RELATED);
  if (words & DESK_HTML_WORD_ADVERT)
    return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_ADVERT);
  if (words & DESK_HTML_WORD_NAVIGATION)
    return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_NAVIGATION);

  return DESK_HTML_MARK (otherwise);
}

static gboolean
has_style (const DeskHtmlNode *node,
           const char *property,
           const char *value)
{
  const char *style = desk_html_node_get (node, "style");
  const char *p;

  if (style == NULL || (p = strstr (style, property)) == NULL)
    return FALSE;
  p += strlen (property);
  p += strspn (p, " :");

  return g_ascii_strncasecmp (p, value, strlen (value)) == 0;
}

static gboolean
is_hidden (const DeskHtmlNode *node)
{
  const char *aria;

  if (desk_html_node_get (node, "hidden") != NULL)
    return TRUE;
  aria = desk_html_node_get (node, "aria-hidden");
  if (aria != NULL && g_str_equal (aria, "true") && !desk_html_node_has_token (node, "class", "fallback-image"))
    return TRUE;
  if (has_style (node, "display", "none") || has_style (node, "visibility", "hidden"))
    return TRUE;

  return (node->words & DESK_HTML_WORD_HIDDEN) && node->length < MAX_HIDDEN_LABEL;
}

static DeskHtmlMark
mark_tag (const DeskHtmlNode *node)
{
  switch ((int) node->tag)
    {
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
      return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_SCRIPT_FALLBACK);
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_DATALIST:
      return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_FORM);
    case GUMBO_TAG_NAV:
      return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_NAVIGATION);
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
      return desk_html_marks_for_words (node->words, DESK_LEFT_OUT_REASON_OUTSIDE);
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_TITLE:
      return DESK_HTML_MARK (DESK_LEFT_OUT_REASON_HIDDEN);
    default:
      return 0;
    }
}

static DeskHtmlMark
mark_role (const DeskHtmlNode *node)
{
  static const struct
  {
    const char *role;
    DeskLeftOutReason reason;
  } roles[] = {
    { "navigation", DESK_LEFT_OUT_REASON_NAVIGATION },
    { "menu", DESK_LEFT_OUT_REASON_NAVIGATION },
    { "menubar", DESK_LEFT_OUT_REASON_NAVIGATION },
    { "search", DESK_LEFT_OUT_REASON_FORM },
    { "complementary", DESK_LEFT_OUT_REASON_OUTSIDE },
    { "alert", DESK_LEFT_OUT_REASON_OUTSIDE },
    { "alertdialog", DESK_LEFT_OUT_REASON_OUTSIDE },
    { "dialog", DESK_LEFT_OUT_REASON_OUTSIDE },
  };
  const char *role = desk_html_node_get (node, "role");

  for (gsize i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (role, roles[i].role))
      return desk_html_marks_for_words (node->words & (DESK_HTML_WORD_COOKIE | DESK_HTML_WORD_NEWSLETTER), roles[i].reason);

  return 0;
}

/**
 * desk_html_marks_new:
 * @tree: a measured page
 *
 * Marks what no story holds: hidden parts, navigation, forms, what stands in for scripts.
 *
 * Returns: (transfer full): a mark for each node
 */
DeskHtmlMark *
desk_html_marks_new (DeskHtmlTree *tree)
{
  DeskHtmlMark *marks = g_new0 (DeskHtmlMark, tree->n_nodes);
  guint total = tree->nodes[DESK_HTML_ROOT].length;

  for (guint i = 1; i < tree->n_nodes; i++)
    {
      const DeskHtmlNode *node = &tree->nodes[i];

      if (node->is_text || node->is_silent || node->tag == GUMBO_TAG_BODY)
        continue;

      if (is_hidden (node))
        marks[i] = DESK_HTML_MARK (DESK_LEFT_OUT_REASON_HIDDEN);
      else if ((marks[i] = mark_tag (node)) == 0)
        marks[i] = mark_role (node);

      /* Whole pages stand in a hidden or misnamed element that a script opens. */
      if (marks[i] != 0 && node->length * 2 > total && node->length > 1000 && node->link_length * 2 < node->length)
        marks[i] = 0;
    }

  return marks;
}

/**
 * desk_html_marks_is_data_table:
 *
 * Returns: whether a table holds data, and is not there to place things on the page
 */
gboolean
desk_html_marks_is_data_table (DeskHtmlTree *tree,
                               guint index)
{
  const DeskHtmlNode *table = &tree->nodes[index];
  const char *role = desk_html_node_get (table, "role");
  guint n_rows = 0;
  guint n_columns = 0;
  guint n_in_row = 0;

  if (role != NULL && g_str_equal (role, "presentation"))
    return FALSE;
  if (desk_html_node_get (table, "summary") != NULL)
    return TRUE;

  for (guint i = index + 1; i < table->end; i++)
    {
      switch ((int) tree->nodes[i].tag)
        {
        case GUMBO_TAG_TABLE:
          return FALSE;
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_COL:
        case GUMBO_TAG_COLGROUP:
        case GUMBO_TAG_TFOOT:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TH:
          return TRUE;
        case GUMBO_TAG_TR:
          n_rows++;
          n_in_row = 0;
          break;
        case GUMBO_TAG_TD:
          n_columns = MAX (n_columns, ++n_in_row);
          /* Paragraphs in cells are no data. */
          if (tree->nodes[i].length > 600)
            return FALSE;
          break;
        default:
          break;
        }
    }

  if (n_rows <= 1 || n_columns <= 1)
    return FALSE;

  return n_rows >= 10 || n_columns > 4 || n_rows * n_columns > 10;
}
