/* The round sign of a kind of mark: its colour and its letter.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-kind.h"

G_BEGIN_DECLS

#define DESK_TYPE_KIND_SWATCH (desk_kind_swatch_get_type ())

/* Property: kind (DeskKind, nullable). */
G_DECLARE_FINAL_TYPE (DeskKindSwatch, desk_kind_swatch, DESK, KIND_SWATCH, GtkWidget)

GtkWidget *desk_kind_swatch_new (DeskKind *kind) G_GNUC_WARN_UNUSED_RESULT;
DeskKind *desk_kind_swatch_get_kind (DeskKindSwatch *self);
void desk_kind_swatch_set_kind (DeskKindSwatch *self,
                                DeskKind *kind);

G_END_DECLS
