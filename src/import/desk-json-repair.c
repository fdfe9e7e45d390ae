/* Mends JSON as it stands in pages, and rescues single values of what cannot be mended.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-entity-name.h"
#include "desk-json-repair.h"
#include "desk-phrase.h"

static const char *
skip_comment (const char *p)
{
  const char *end;

  if (p[0] == '/' && p[1] == '*')
    {
      end = strstr (p + 2, "*/");
      return end != NULL ? end + 2 : p + strlen (p);
    }
  if (desk_phrase_starts_with (p, "<!--") || desk_phrase_starts_with (p, "-->"))
    return p + (*p == '<' ? 4 : 3);
  if (desk_phrase_starts_with (p, "//"))
    {
      end = strpbrk (p, "\r\n");
      return end != NULL ? end : p + strlen (p);
    }
  if (desk_phrase_starts_with (p, "<![CDATA["))
    return p + strlen ("<![CDATA[");
  if (desk_phrase_starts_with (p, "]]>"))
    return p + 3;

  return p;
}

/**
 * desk_json_repair_dup:
 * @text: JSON as a page holds it
 *
 * Drops comments, CDATA, stray semicolons and commas before a bracket, and escapes raw control characters in strings.
 *
 * Returns: (transfer full): the JSON
 */
char *
desk_json_repair_dup (const char *text)
{
  GString *result = g_string_sized_new (strlen (text) + 16);
  gboolean in_string = FALSE;
  const char *p = text;

  while (*p != '\0')
    {
      if (in_string)
        {
          if (*p == '\\' && p[1] != '\0')
            {
              /* "\'" is none of JSON. */
              if (strchr ("\"\\/bfnrtu", p[1]) != NULL)
                g_string_append_c (result, '\\');
              g_string_append_c (result, p[1]);
              p += 2;
              continue;
            }
          in_string = *p != '"';
          if ((guint8) *p < 0x20)
            g_string_append_c (result, ' ');
          else
            g_string_append_c (result, *p);
          p++;
          continue;
        }

      {
        const char *after = skip_comment (p);

        if (after != p)
          {
            p = after;
            continue;
          }
      }
      if (*p == ']' || *p == '}')
        {
          while (result->len > 0 && (g_ascii_isspace (result->str[result->len - 1]) || result->str[result->len - 1] == ','))
            g_string_truncate (result, result->len - 1);
        }
      in_string = *p == '"';
      if (*p != ';')
        g_string_append_c (result, *p);
      p++;
    }

  return g_string_free (result, FALSE);
}

/**
 * desk_json_repair_is_shallow:
 *
 * Returns: whether brackets are nested at most @max_depth deep
 */
gboolean
desk_json_repair_is_shallow (const char *json,
                             guint max_depth)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (in_string)
        {
          if (*p == '\\' && p[1] != '\0')
            p++;
          else
            in_string = *p != '"';
          continue;
        }
      in_string = *p == '"';
      if ((*p == '{' || *p == '[') && ++depth > max_depth)
        return FALSE;
      if ((*p == '}' || *p == ']') && depth > 0)
        depth--;
    }

  return TRUE;
}

/* What an escape means; surrogates are left to those who write them right. */
static const char *
append_escape (GString *value,
               const char *p)
{
  static const char from[] = "nrtbf";
  const char *simple;

  if (p[1] == 'u' && strspn (p + 2, "0123456789abcdefABCDEF") >= 4)
    {
      g_autofree char *digits = g_strndup (p + 2, 4);
      gunichar c = g_ascii_strtoull (digits, NULL, 16);

      if (g_unichar_validate (c) && c >= 0x20)
        g_string_append_unichar (value, c);
      return p + 6;
    }
  simple = strchr (from, p[1]);
  g_string_append_c (value, simple != NULL ? ' ' : p[1]);

  return p + 2;
}

/**
 * desk_json_repair_dup_string:
 * @name: of a member
 *
 * Looks for `"name": "value"` in JSON that does not parse.
 *
 * Returns: (transfer full) (nullable): the first value
 */
char *
desk_json_repair_dup_string (const char *json,
                             const char *name)
{
  g_autofree char *key = g_strdup_printf ("\"%s\"", name);
  const char *p = strstr (json, key);
  g_autoptr (GString) value = NULL;
  g_autofree char *decoded = NULL;

  if (p == NULL)
    return NULL;
  p += strlen (key);
  p += strspn (p, " \t\r\n");
  if (*p++ != ':')
    return NULL;
  p += strspn (p, " \t\r\n");
  if (*p++ != '"')
    return NULL;

  value = g_string_new (NULL);
  while (*p != '"' && *p != '\0' && value->len < 2000)
    {
      if (*p == '\\' && p[1] != '\0')
        p = append_escape (value, p);
      else
        g_string_append_c (value, *p++);
    }
  if (*p != '"' || !g_utf8_validate (value->str, value->len, NULL))
    return NULL;

  decoded = desk_entity_name_dup_decoded (value->str);

  return desk_phrase_squeeze (decoded, -1);
}
