/* Watches the time and the cancellable while one file is read.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-import-limits.h"

G_BEGIN_DECLS

typedef struct
{
  const DeskImportLimits *limits;
  GCancellable *cancellable; /* nullable */
  gint64 deadline;           /* of the thread's own time, microseconds */
  guint calls;
} DeskImportGuard;

void desk_import_guard_init (DeskImportGuard *self,
                             const DeskImportLimits *limits,
                             GCancellable *cancellable);
gboolean desk_import_guard_is_due (DeskImportGuard *self);
gboolean desk_import_guard_check (DeskImportGuard *self,
                                  GError **error);
gboolean desk_import_guard_tick (DeskImportGuard *self,
                                 GError **error);

G_END_DECLS
