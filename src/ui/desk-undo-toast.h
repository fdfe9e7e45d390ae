/* A toast that offers to undo what was just done.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-library.h"

G_BEGIN_DECLS

/* Made when the step is done. It goes as soon as another step would be undone; @title is no markup. */
AdwToast *desk_undo_toast_new (const char *title,
                               DeskLibrary *library) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
