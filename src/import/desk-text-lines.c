/* Puts the lines of a plain text together: groups at blank lines, hard-wrapped lines joined.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "desk-phrase.h"
#include "desk-text-lines.h"

/* Columns at which texts are wrapped. */
#define MIN_COLUMN 34
#define MAX_COLUMN 110

/* Where the other spelling of a word is looked for, in bytes. */
#define NEARBY 16384

/* A line of the file. */
typedef struct
{
  const char *text;
  guint length; /* in bytes, without white space at its ends */
  guint indent; /* columns */
  guint width;
  guint first_word; /* columns */
  gboolean is_quoted;
  guint mark; /* bytes of the list mark */
} Line;

static void
text_line_free (DeskTextLine *self)
{
  g_free (self->text);
  g_free (self);
}

/* White space that makes no paragraph; a form feed and the Unicode separators end lines. */
static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* "- ", "* ", "• ": no dash, for it begins speech in many languages. */
static guint
find_list_mark (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  const char *p = g_utf8_next_char (text);

  if (c != '-' && c != '*' && c != 0x2022 && c != 0x2023 && c != 0x25aa && c != 0x25e6 && c != 0x25cf && c != 0x2043 && c != 0xb7)
    return 0;
  if (*p != ' ' && *p != '\t' && !(c >= 0x2022 && g_unichar_isalnum (g_utf8_get_char (p))))
    return 0;
  while (*p == ' ' || *p == '\t')
    p++;

  return g_unichar_isgraph (g_utf8_get_char (p)) && g_utf8_get_char (p) != c ? p - text : 0;
}

/* "1. ", "(2) ": the number stays in the text, for texts refer to it. */
static gboolean
is_numbered (const char *text)
{
  const char *p = text;
  guint n = 0;

  if (*p == '(')
    p++;
  while (g_ascii_isdigit (*p) && n < 3)
    p++, n++;

  return n > 0 && n < 3 && (*p == '.' || *p == ')') && p[1] == ' ';
}

static void
measure_line (Line *line,
              const char *start,
              const char *end)
{
  const char *p = start;

  while (p < end && (g_unichar_isspace (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0x200b))
    {
      line->indent += *p == '\t' ? 8 : 1;
      p = g_utf8_next_char (p);
    }
  while (p < end && *p == '>')
    {
      line->is_quoted = TRUE;
      for (p++; p < end && *p == ' ';)
        p++;
    }
  while (end > p)
    {
      const char *before = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      end = before;
    }

  line->text = p;
  line->length = end - p;
  line->width = desk_phrase_width (p, end - p) + line->indent;
  if (line->length > 0)
    {
      const char *word = p;

      line->mark = find_list_mark (p);
      if (desk_phrase_is_wide (g_utf8_get_char (word)))
        word = g_utf8_next_char (word);
      else
        while (word < end && !g_unichar_isspace (g_utf8_get_char (word)))
          word = g_utf8_next_char (word);
      line->first_word = desk_phrase_width (p, word - p);
    }
}

static GArray *
split_lines (const char *text,
             gsize length,
             DeskImportGuard *guard,
             GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));
  const char *end = text + length;
  const char *start = text;

  while (start < end)
    {
      const char *p = start;
      Line line = { 0 };

      while (p < end && !is_line_end (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      measure_line (&line, start, p);
      g_array_append_val (lines, line);
      if (!desk_import_guard_tick (guard, error))
        return NULL;

      if (p < end)
        p = *p == '\r' && p + 1 < end && p[1] == '\n' ? p + 2 : g_utf8_next_char (p);
      start = p;
    }

  return g_steal_pointer (&lines);
}

static int
compare_guint (gconstpointer a,
               gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static gboolean
is_pair (GArray *lines,
         guint i)
{
  const Line *a = &g_array_index (lines, Line, i);
  const Line *b = &g_array_index (lines, Line, i + 1);

  return a->length > 0 && b->length > 0 && a->is_quoted == b->is_quoted && b->mark == 0;
}

static gboolean
starts_lower (const Line *line)
{
  return g_unichar_islower (g_utf8_get_char (line->text));
}

/* The column at which a text was wrapped: most lines end because the next word would not fit any more. 0 for none. */
static guint
find_column (GArray *lines,
             guint first,
             guint end)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint column;
  guint n_full = 0;
  guint n_ended = 0;

  for (guint i = first; i + 1 < end; i++)
    if (is_pair (lines, i))
      g_array_append_val (widths, g_array_index (lines, Line, i).width);
  if (widths->len < 2)
    return 0;

  g_array_sort (widths, compare_guint);
  column = g_array_index (widths, guint, (widths->len - 1) * 98 / 100);
  if (column < MIN_COLUMN || column > MAX_COLUMN)
    return 0;

  for (guint i = first; i + 1 < end; i++)
    {
      const Line *a = &g_array_index (lines, Line, i);
      const Line *b = &g_array_index (lines, Line, i + 1);

      /* Programs that balance lines leave them up to a tenth short. */
      n_full += is_pair (lines, i) && a->width + 1 + b->first_word + column / 12 > column;
      n_ended += is_pair (lines, i) && desk_phrase_ends_sentence (a->text, a->length) && !starts_lower (b);
    }

  /* Lines that end with sentences are paragraphs, however long. */
  if (n_ended * 2 > widths->len)
    return 0;

  return n_full * 10 >= widths->len * 6 ? column : 0;
}

static gboolean
is_rule (const Line *line)
{
  gsize span = strspn (line->text, "=-_*~+# ");

  return span >= line->length;
}

static gboolean
is_joined (const Line *a,
           const Line *b,
           guint column,
           gboolean indented,
           gboolean in_list)
{
  gboolean ended = desk_phrase_ends_sentence (a->text, a->length);

  if (b->mark > 0 || is_numbered (b->text) || is_rule (a) || is_rule (b))
    return FALSE;
  if (starts_lower (b) && !ended)
    return TRUE;
  if (column == 0)
    return FALSE;
  /* A paragraph that begins with an indented line. */
  if (indented && !in_list && b->indent > a->indent)
    return FALSE;
  if (a->width + 1 + b->first_word > column)
    return TRUE;

  return a->width * 4 > column * 3 && !ended;
}

/* A word that was cut at the end of a line: the hyphen goes if the whole text has the word in one piece. */
static void
join (GString *text,
      const Line *line,
      const char *whole,
      gsize whole_length)
{
  const char *last = text->len > 0 ? g_utf8_prev_char (text->str + text->len) : NULL;
  gunichar c = last != NULL ? g_utf8_get_char (last) : 0;

  if (c == 0xad)
    g_string_truncate (text, last - text->str);
  else if (c == '-' && starts_lower (line) && last > text->str && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (last))))
    {
      const char *word = last;
      const char *end = line->text;
      g_autofree char *joined = NULL;

      while (word > text->str && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (word))))
        word = g_utf8_prev_char (word);
      while (end < line->text + line->length && g_unichar_isalpha (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      joined = g_strdup_printf ("%.*s%.*s", (int) (last - word), word, (int) (end - line->text), line->text);
      /* Nearby is enough, and the whole of a large file would take long. */
      {
        const char *from = MAX (whole, line->text - NEARBY);
        const char *to = MIN (whole + whole_length, line->text + NEARBY);

        if (memmem (from, to - from, joined, strlen (joined)) != NULL)
          g_string_truncate (text, last - text->str);
      }
    }
  else if (text->len > 0 && !(desk_phrase_is_wide (c) && desk_phrase_is_wide (g_utf8_get_char (line->text))))
    g_string_append_c (text, ' ');

  g_string_append_len (text, line->text, line->length);
}

static void
end_line (GPtrArray *group,
          GString *text,
          const Line *first,
          guint n_lines)
{
  DeskTextLine *line = g_new0 (DeskTextLine, 1);

  line->is_list_item = first->mark > 0 || is_numbered (first->text);
  line->is_quoted = first->is_quoted;
  line->n_lines = n_lines;
  line->text = desk_phrase_squeeze (text->str + first->mark, text->len - first->mark);
  g_string_truncate (text, 0);
  if (*line->text != '\0')
    g_ptr_array_add (group, line);
  else
    text_line_free (line);
}

/**
 * desk_text_lines_read:
 * @text: UTF-8
 * @length: of @text in bytes
 *
 * Returns: (transfer full) (element-type GPtrArray): a group for each run of lines without a blank line in it, of
 *   DeskTextLine; %NULL with @error where it was stopped
 */
GPtrArray *
desk_text_lines_read (const char *text,
                      gsize length,
                      DeskImportGuard *guard,
                      GError **error)
{
  g_autoptr (GArray) lines = split_lines (text, length, guard, error);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GString) joined = g_string_new (NULL);
  guint column;
  guint n_indented = 0;
  guint n_used = 0;
  gboolean indented;

  if (lines == NULL)
    return NULL;

  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  column = find_column (lines, 0, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      n_used += g_array_index (lines, Line, i).length > 0;
      n_indented += g_array_index (lines, Line, i).length > 0 && g_array_index (lines, Line, i).indent > 0;
    }
  indented = n_indented > 0 && n_indented * 2 < n_used;

  for (guint i = 0; i < lines->len;)
    {
      GPtrArray *group;
      guint end = i;
      guint first = i;
      guint group_column = column;

      if (g_array_index (lines, Line, i).length == 0)
        {
          i++;
          continue;
        }

      while (end < lines->len && g_array_index (lines, Line, end).length > 0)
        end++;
      /* A wrapped letter amid long lines. */
      if (group_column == 0 && end - i >= 4)
        group_column = find_column (lines, i, end);

      group = g_ptr_array_new_with_free_func ((GDestroyNotify) text_line_free);
      for (; i < end; i++)
        {
          const Line *line = &g_array_index (lines, Line, i);

          if (!desk_import_guard_tick (guard, error))
            {
              g_ptr_array_unref (group);
              return NULL;
            }

          if (i > first && !(line[-1].is_quoted == line->is_quoted && is_joined (&line[-1], line, group_column, indented, g_array_index (lines, Line, first).mark > 0)))
            {
              end_line (group, joined, &g_array_index (lines, Line, first), i - first);
              first = i;
            }
          join (joined, line, text, length);
        }
      end_line (group, joined, &g_array_index (lines, Line, first), end - first);

      if (group->len > 0)
        g_ptr_array_add (groups, group);
      else
        g_ptr_array_unref (group);
    }

  return g_steal_pointer (&groups);
}
