/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-json.h"

void
desk_reader_json_append_string (GString *json,
                                const char *text)
{
  g_return_if_fail (json != NULL);

  g_string_append_c (json, '"');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *p);
        }
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

void
desk_reader_json_append_ranges (GString *json,
                                GArray *ranges)
{
  g_return_if_fail (json != NULL);

  g_string_append_c (json, '[');
  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    {
      const DeskRange *range = &g_array_index (ranges, DeskRange, i);

      g_string_append_printf (json, "%s%u,%u", i > 0 ? "," : "", range->start, range->end);
    }
  g_string_append_c (json, ']');
}
