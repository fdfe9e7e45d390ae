/* Turns the bytes of a file into articles. Blocking, without state, safe in any thread.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-article.h"
#include "desk-import-limits.h"

G_BEGIN_DECLS

#define DESK_IMPORT_ERROR (desk_import_error_quark ())

typedef enum
{
  DESK_IMPORT_ERROR_EMPTY,
  DESK_IMPORT_ERROR_BINARY,
  DESK_IMPORT_ERROR_TOO_LARGE,
  DESK_IMPORT_ERROR_UNREADABLE,
  DESK_IMPORT_ERROR_UNSUPPORTED,
  DESK_IMPORT_ERROR_NO_TEXT,
  DESK_IMPORT_ERROR_TIME_OUT,
  DESK_IMPORT_ERROR_CANCELLED,
} DeskImportError;

/* What is known of bytes besides themselves; each may be NULL. */
typedef struct
{
  const char *name;       /* file name, UTF-8 */
  const char *media_type; /* as a server or the system told it */
  const char *url;        /* where they came from */
  const char *charset;    /* as a server told it */
} DeskImportHints;

GQuark desk_import_error_quark (void);
const char *desk_import_error_code (const GError *error);

GPtrArray *desk_importer_read_bytes (GBytes *bytes,
                                     const DeskImportHints *hints,
                                     const DeskImportLimits *limits,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *desk_importer_load_file (GFile *file,
                                 const DeskImportLimits *limits,
                                 char **name,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *desk_importer_read_file (GFile *file,
                                    const char *url,
                                    const DeskImportLimits *limits,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
