/* One input that did not become an article, and why.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_IMPORT_FAILURE (desk_import_failure_get_type ())

/* Properties: name, code, message. */
G_DECLARE_FINAL_TYPE (DeskImportFailure, desk_import_failure, DESK, IMPORT_FAILURE, GObject)

DeskImportFailure *desk_import_failure_new         (const char        *name,
                                                    const char        *code,
                                                    const char        *message) G_GNUC_WARN_UNUSED_RESULT;
const char        *desk_import_failure_get_name    (DeskImportFailure *self);
const char        *desk_import_failure_get_code    (DeskImportFailure *self);
const char        *desk_import_failure_get_message (DeskImportFailure *self);

G_END_DECLS
