/* Bytes as a page: nothing crashes, hangs or is lost. See fuzz-driver.c for how to run it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-target.h"

#include "desk-decode.h"
#include "desk-html-format.h"
#include "desk-importer.h"
#include "import-check.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  DeskImportLimits limits = desk_import_limits_default ();
  DeskImportGuard guard;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (DeskDecoded) decoded = desk_decode ((const char *) data, size, NULL, TRUE);
  g_autoptr (DeskReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  limits.max_nesting = 1000;
  g_assert_true (g_utf8_validate_len (decoded->utf8, decoded->length, NULL));
  desk_import_guard_init (&guard, &limits, NULL);
  reading = desk_html_format_read (decoded->utf8, decoded->length, "https://www.example.org/2024/03/14/a/b", &guard, &error);
  g_assert_true ((reading != NULL) == (error == NULL));
  if (reading != NULL)
    import_check_html (reading, decoded->utf8, decoded->length);
  else
    g_assert_false (g_error_matches (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TIME_OUT));

  articles = desk_importer_read_bytes (bytes, &(DeskImportHints) { .name = "a.html", .url = "https://example.org/" }, &limits, NULL, NULL);
  if (articles != NULL)
    import_check_article (g_ptr_array_index (articles, 0));

  return 0;
}
