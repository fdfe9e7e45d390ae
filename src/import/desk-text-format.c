/* Reads plain text: finds headline, byline, captions and the like by how their lines look.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-credit.h"
#include "desk-language.h"
#include "desk-phrase.h"
#include "desk-text-format.h"
#include "desk-text-lines.h"
#include "desk-text-roles.h"

/* A caption has a title, a scene and a credit, rarely more. */
#define MAX_CAPTION_LINES 5
#define MAX_CAPTION_LENGTH 1500

static const char *
line_text (GPtrArray *group,
           guint i)
{
  const DeskTextLine *line = g_ptr_array_index (group, i);

  return line->text;
}

static void
add_caption (DeskDraft *draft,
             GPtrArray *group,
             const char *credit)
{
  g_autoptr (GString) scene = g_string_new (NULL);
  guint last = group->len - 1;

  for (guint i = 0; i <= last; i++)
    {
      const char *text = line_text (group, i);
      gsize length = i == last && credit != NULL ? (gsize) (credit - text) : strlen (text);

      if (scene->len > 0 && length > 0)
        g_string_append_c (scene, '\n');
      g_string_append_len (scene, text, length);
    }
  while (scene->len > 0 && g_ascii_isspace (scene->str[scene->len - 1]))
    g_string_truncate (scene, scene->len - 1);

  if (scene->len > 0)
    desk_draft_add (draft, DESK_BLOCK_KIND_CAPTION, scene->str, scene->len);
  if (credit != NULL)
    desk_draft_add (draft, DESK_BLOCK_KIND_CREDIT, credit, -1);
}

/* A title line, a scene and a credit at the end, or a line that says that it describes a picture. */
static gboolean
try_caption (DeskDraft *draft,
             GPtrArray *group)
{
  const char *last = line_text (group, group->len - 1);
  const char *credit;
  gsize length = 0;

  if (group->len > MAX_CAPTION_LINES)
    return FALSE;
  for (guint i = 0; i < group->len; i++)
    {
      const DeskTextLine *line = g_ptr_array_index (group, i);

      length += strlen (line->text);
      if (line->is_quoted || line->is_list_item)
        return FALSE;
    }
  if (length > MAX_CAPTION_LENGTH)
    return FALSE;

  credit = desk_credit_find (last, group->len > 1 || desk_credit_is_caption (line_text (group, 0)));
  if (credit == NULL)
    {
      if (!desk_credit_is_caption (line_text (group, 0)) || group->len > 2)
        return FALSE;
    }
  /* A whole paragraph before a credit line of its own is a paragraph. */
  else if (credit == last && group->len > 1 && length > MAX_CAPTION_LENGTH / 2)
    return FALSE;

  add_caption (draft, group, credit);

  return TRUE;
}

/* A title with a line of "=" or "-" below. */
static gboolean
try_underlined (DeskDraft *draft,
                GPtrArray *group)
{
  const char *rule = group->len > 1 ? line_text (group, 1) : "";
  gsize n = strlen (rule);

  if (n < 3 || (strspn (rule, "=") != n && strspn (rule, "-") != n && strspn (rule, "~") != n) || g_utf8_strlen (line_text (group, 0), -1) > 200)
    return FALSE;

  desk_draft_add (draft, DESK_BLOCK_KIND_SUBHEADING, line_text (group, 0), -1);
  desk_draft_leave_out (draft, DESK_LEFT_OUT_REASON_OUTSIDE, rule, -1);
  g_ptr_array_remove_range (group, 0, 2);

  return TRUE;
}

static gboolean
is_list (GPtrArray *group,
         guint i)
{
  const DeskTextLine *line = g_ptr_array_index (group, i);
  const DeskTextLine *before = i > 0 ? g_ptr_array_index (group, i - 1) : NULL;
  const DeskTextLine *after = i + 1 < group->len ? g_ptr_array_index (group, i + 1) : NULL;

  return line->is_list_item && ((before != NULL && before->is_list_item) || (after != NULL && after->is_list_item) || group->len == 1);
}

static void
add_group (DeskDraft *draft,
           GPtrArray *group)
{
  if (try_underlined (draft, group) && group->len == 0)
    return;
  if (try_caption (draft, group))
    return;

  for (guint i = 0; i < group->len; i++)
    {
      const DeskTextLine *line = g_ptr_array_index (group, i);

      if (line->is_quoted)
        desk_draft_add (draft, DESK_BLOCK_KIND_BLOCKQUOTE, line->text, -1);
      else if (is_list (group, i))
        desk_draft_add (draft, DESK_BLOCK_KIND_LIST_ITEM, line->text, -1);
      else
        desk_draft_add (draft, DESK_BLOCK_KIND_PARAGRAPH, line->text, -1);
    }
}

/**
 * desk_text_format_read:
 * @text: UTF-8
 * @length: of @text in bytes
 *
 * Returns: (transfer full): what the text is made of; %NULL with @error where it was stopped
 */
DeskReading *
desk_text_format_read (const char *text,
                       gsize length,
                       DeskImportGuard *guard,
                       GError **error)
{
  g_autoptr (GPtrArray) groups = desk_text_lines_read (text, length, guard, error);
  g_autoptr (DeskReading) reading = NULL;
  DeskConfidence confidence;
  const char *language;

  if (groups == NULL)
    return NULL;

  reading = desk_reading_new ();
  language = desk_language_detect (text, length, &confidence);
  desk_reading_set (reading, DESK_FIELD_LANGUAGE, language, DESK_ORIGIN_TEXT, confidence);

  for (guint i = 0; i < groups->len; i++)
    {
      if (!desk_import_guard_tick (guard, error))
        return NULL;
      add_group (reading->draft, g_ptr_array_index (groups, i));
    }
  if (!desk_text_roles_assign (reading, FALSE, guard, error))
    return NULL;

  return g_steal_pointer (&reading);
}
