/* Bytes as plain text or Markdown: nothing crashes, hangs or is lost. See fuzz-driver.c for how to run it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-target.h"

#include "desk-decode.h"
#include "desk-importer.h"
#include "desk-text-format.h"
#include "import-check.h"

static void
read_as (GBytes *bytes,
         const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = desk_importer_read_bytes (bytes, &(DeskImportHints) { .name = name }, NULL, NULL, &error);

  g_assert_true ((articles != NULL) == (error == NULL));
  if (articles != NULL)
    import_check_article (g_ptr_array_index (articles, 0));
  else
    g_assert_false (g_error_matches (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TIME_OUT));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  DeskImportLimits limits = desk_import_limits_default ();
  DeskImportGuard guard;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (DeskDecoded) decoded = desk_decode ((const char *) data, size, NULL, FALSE);
  g_autoptr (DeskReading) reading = NULL;

  g_assert_true (g_utf8_validate_len (decoded->utf8, decoded->length, NULL));
  desk_import_guard_init (&guard, &limits, NULL);
  reading = desk_text_format_read (decoded->utf8, decoded->length, &guard, NULL);
  g_assert_nonnull (reading);
  import_check_text (reading, decoded->utf8, decoded->length);

  read_as (bytes, "a.txt");
  read_as (bytes, "a.md");

  return 0;
}
