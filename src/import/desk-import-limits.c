/* What one import may use before it is stopped with a clear message.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-import-limits.h"

/**
 * desk_import_limits_default:
 *
 * The limits that the window and the command line use.
 */
DeskImportLimits
desk_import_limits_default (void)
{
  return (DeskImportLimits) {
    .max_bytes = 20 * 1000 * 1000,
    .max_tree_bytes = 256 * 1000 * 1000,
    .max_depth = 256,
    .max_nesting = 5000,
    .max_seconds = 20,
    .max_blocks = 20000,
    .max_json_depth = 64,
    .max_href_bytes = 2048,
  };
}
