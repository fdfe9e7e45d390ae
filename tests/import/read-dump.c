/* Writes what the importer reads as JSON, one article a line: `read-dump read [--url URL] FILE…`, for scoring without a library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>

#include "desk-article-json.h"
#include "desk-importer.h"

static gboolean
dump (const char *path,
      const char *url)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = desk_importer_read_file (file, url, NULL, NULL, &error);

  if (articles == NULL)
    {
      g_printerr ("%s: %s: %s\n", path, desk_import_error_code (error), error->message);
      return FALSE;
    }

  for (guint i = 0; i < articles->len; i++)
    {
      g_autoptr (JsonNode) node = desk_article_to_json (g_ptr_array_index (articles, i), path);
      g_autofree char *json = json_to_string (node, FALSE);

      puts (json);
    }

  return TRUE;
}

int
main (int argc,
      char *argv[])
{
  const char *url = NULL;
  gboolean failed = FALSE;
  int i = 1;

  if (i < argc && g_str_equal (argv[i], "read"))
    i++;
  if (i + 1 < argc && g_str_equal (argv[i], "--url"))
    {
      url = argv[i + 1];
      i += 2;
    }
  for (; i < argc; i++)
    failed |= !dump (argv[i], url);

  return failed ? 1 : 0;
}
