/* Puts the lines of a plain text together: groups at blank lines, hard-wrapped lines joined.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-import-guard.h"

G_BEGIN_DECLS

/* A line as it was meant: wrapped lines are one. */
typedef struct
{
  char *text; /* with single spaces, without list mark and quotation mark */
  gboolean is_list_item;
  gboolean is_quoted; /* began with ">" */
  guint n_lines;      /* of the file */
} DeskTextLine;

GPtrArray *desk_text_lines_read (const char *text,
                                 gsize length,
                                 DeskImportGuard *guard,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
