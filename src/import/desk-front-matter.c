/* Reads the metadata that stands above a Markdown text, in YAML or TOML.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-byline.h"
#include "desk-date-reader.h"
#include "desk-front-matter.h"
#include "desk-phrase.h"

/* No front matter is longer. */
#define MAX_BYTES (64 * 1024)

/* One value or several, as they stood there. */
typedef struct
{
  DeskReading *reading;
  char *key;         /* nullable */
  GPtrArray *values; /* of char * */
} Matter;

/* "value" # comment → value */
static char *
dup_scalar (const char *text)
{
  g_autofree char *value = g_strstrip (g_strdup (text));
  gsize length = strlen (value);

  if (length >= 2 && (*value == '"' || *value == '\''))
    {
      char *close = strchr (value + 1, *value);

      while (close != NULL && *value == '"' && close[-1] == '\\')
        close = strchr (close + 1, *value);
      if (close != NULL)
        {
          g_autofree char *inside = g_strndup (value + 1, close - value - 1);

          return *value == '"' ? g_strcompress (inside) : g_steal_pointer (&inside);
        }
    }
  else
    {
      char *comment = strstr (value, " #");

      if (comment != NULL)
        *comment = '\0';
    }

  return g_strchomp (g_steal_pointer (&value));
}

/* A value, or a list in brackets. */
static void
add_values (Matter *matter,
            const char *text)
{
  g_autofree char *value = dup_scalar (text);
  gsize length = strlen (value);

  if (*value == '[' && length >= 2 && value[length - 1] == ']')
    {
      g_auto (GStrv) parts = NULL;

      value[length - 1] = '\0';
      parts = g_strsplit (value + 1, ",", 100);
      for (guint i = 0; parts[i] != NULL; i++)
        g_ptr_array_add (matter->values, dup_scalar (parts[i]));
      return;
    }

  if (*value != '\0' && !g_str_equal (value, "null") && !g_str_equal (value, "~"))
    g_ptr_array_add (matter->values, g_steal_pointer (&value));
}

static void
set_authors (DeskReading *reading,
             const char *raw)
{
  g_auto (GStrv) authors = desk_byline_dup_authors (raw, TRUE);

  desk_reading_set (reading, DESK_FIELD_BYLINE, raw, DESK_ORIGIN_FILE, DESK_CONFIDENCE_SURE);
  if (authors[0] != NULL)
    desk_reading_set_authors (reading, g_steal_pointer (&authors));
}

static void
end_key (Matter *matter)
{
  static const struct
  {
    const char *keys;
    DeskField field;
  } keys[] = {
    { "title|headline|titel|", DESK_FIELD_HEADLINE },
    { "subtitle|dek|standfirst|description|summary|excerpt|lead|", DESK_FIELD_DEK },
    { "author|authors|byline|by|creator|autor|", DESK_FIELD_BYLINE },
    { "date|published|publishdate|pubdate|publish_date|published_at|date_published|datum|created|", DESK_FIELD_PUBLISHED },
    { "lastmod|updated|modified|last_modified|updated_at|date_modified|", DESK_FIELD_MODIFIED },
    { "lang|language|locale|", DESK_FIELD_LANGUAGE },
    { "publication|publisher|site|site_name|newspaper|", DESK_FIELD_SOURCE },
    { "url|canonical|canonical_url|link|permalink|source_url|original_url|", DESK_FIELD_URL },
    { "section|category|categories|", DESK_FIELD_SECTION },
    { "tags|keywords|", DESK_FIELD_KEYWORDS },
  };
  DeskReading *reading = matter->reading;

  for (gsize i = 0; matter->key != NULL && matter->values->len > 0 && i < G_N_ELEMENTS (keys); i++)
    {
      const char *after = desk_phrase_skip_word (matter->key, keys[i].keys);
      const char *first = g_ptr_array_index (matter->values, 0);
      g_autofree char *joined = NULL;

      if (after == NULL || *after != '\0')
        continue;

      if (keys[i].field == DESK_FIELD_PUBLISHED || keys[i].field == DESK_FIELD_MODIFIED)
        {
          joined = desk_date_dup_iso (first);
          desk_reading_set (reading, keys[i].field, joined, DESK_ORIGIN_FILE, DESK_CONFIDENCE_SURE);
        }
      else if (keys[i].field == DESK_FIELD_BYLINE || keys[i].field == DESK_FIELD_KEYWORDS)
        {
          g_ptr_array_add (matter->values, NULL);
          joined = g_strjoinv (keys[i].field == DESK_FIELD_BYLINE ? ", " : "\n", (char **) matter->values->pdata);
          if (keys[i].field == DESK_FIELD_BYLINE)
            set_authors (reading, joined);
          else
            desk_reading_set (reading, DESK_FIELD_KEYWORDS, joined, DESK_ORIGIN_FILE, DESK_CONFIDENCE_SURE);
        }
      else
        desk_reading_set (reading, keys[i].field, first, DESK_ORIGIN_FILE, DESK_CONFIDENCE_SURE);
      break;
    }

  g_clear_pointer (&matter->key, g_free);
  g_ptr_array_set_size (matter->values, 0);
}

/* A line of a list below a key: "- value" or "- name: value". */
static void
add_item (Matter *matter,
          const char *line)
{
  const char *value = line + strspn (line, "- \t");
  const char *name = desk_phrase_skip_word (value, "name:|");

  if (name != NULL)
    value = name;
  else if (desk_phrase_skip_word (value, "email:|url:|twitter:|bio:|role:|") != NULL)
    return;

  add_values (matter, value);
}

static void
read_line (Matter *matter,
           const char *line,
           char mark)
{
  const char *colon;
  gsize length;

  if (*line == '#' || *line == '\0')
    return;
  if (*line == ' ' || *line == '\t' || *line == '-')
    {
      if (matter->key != NULL)
        add_item (matter, line);
      return;
    }

  end_key (matter);
  colon = strchr (line, mark);
  if (colon == NULL)
    return;
  for (length = colon - line; length > 0 && g_ascii_isspace (line[length - 1]);)
    length--;
  matter->key = g_utf8_strdown (line, length);
  for (char *p = matter->key; *p != '\0'; p++)
    if (*p == '-')
      *p = '_';
  add_values (matter, colon + 1);
}

/**
 * desk_front_matter_read:
 * @text: UTF-8
 * @length: of @text in bytes
 * @reading: takes the fields
 *
 * Reads title, date, author and the like where a text begins with a line "---" (YAML) or "+++" (TOML).
 *
 * Returns: where the text itself starts, in bytes; 0 where there is no front matter
 */
gsize
desk_front_matter_read (const char *text,
                        gsize length,
                        DeskReading *reading)
{
  const char *end = text + MIN (length, MAX_BYTES);
  Matter matter = { reading, NULL, NULL };
  g_auto (GStrv) lines = NULL;
  const char *fence = *text == '-' ? "---" : "+++";
  gsize size;

  if (length < 8 || strncmp (text, fence, 3) != 0 || text[3 + strspn (text + 3, " \t")] != (text[3 + strspn (text + 3, " \t")] == '\r' ? '\r' : '\n'))
    return 0;

  for (const char *p = text + 3; (p = memchr (p, '\n', end - p)) != NULL; p++)
    if (end - p > 3 && (memcmp (p + 1, fence, 3) == 0 || (*fence == '-' && memcmp (p + 1, "...", 3) == 0)))
      {
        const char *after = memchr (p + 1, '\n', text + length - p - 1);
        g_autofree char *inside = g_strndup (text + 3, p - text - 3);

        size = (after != NULL ? after + 1 : text + length) - text;
        lines = g_strsplit (g_strdelimit (inside, "\r", '\n'), "\n", -1);
        break;
      }
  if (lines == NULL)
    return 0;

  matter.values = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&matter, lines[i], *fence == '-' ? ':' : '=');
  end_key (&matter);
  g_ptr_array_unref (matter.values);

  return size;
}
