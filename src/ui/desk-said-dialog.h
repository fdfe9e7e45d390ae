/* Everything that somebody said, in all articles of the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-identity.h"
#include "desk-library.h"

G_BEGIN_DECLS

#define DESK_TYPE_SAID_DIALOG (desk_said_dialog_get_type ())

/* A row opens its passage by the action "win.open-passage" (article id, start, end). */
G_DECLARE_FINAL_TYPE (DeskSaidDialog, desk_said_dialog, DESK, SAID_DIALOG, AdwDialog)

AdwDialog *desk_said_dialog_new (DeskLibrary        *library,
                                 const DeskIdentity *speaker) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
