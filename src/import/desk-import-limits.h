/* What one import may use before it is stopped with a clear message.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gsize max_bytes;      /* of the file as it came */
  gsize max_tree_bytes; /* memory of one parsed page */
  guint max_depth;      /* levels of elements that are told apart; deeper ones are flattened */
  guint max_nesting;    /* levels of elements that are parsed at all */
  guint max_seconds;    /* of work for one file */
  guint max_blocks;     /* blocks of one article; the rest is left out with a warning */
  guint max_json_depth; /* levels of nested JSON */
  gsize max_href_bytes; /* length of an address that is kept */
} DeskImportLimits;

DeskImportLimits desk_import_limits_default (void);

G_END_DECLS
