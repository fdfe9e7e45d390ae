/* A kind of mark: key fact, check, quote …
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DESK_TYPE_KIND (desk_kind_get_type ())

G_DECLARE_FINAL_TYPE (DeskKind, desk_kind, DESK, KIND, GObject)

/* The shipped kinds, in the order of their keys 1 to 8. */
GListModel *desk_kind_list_new    (void) G_GNUC_WARN_UNUSED_RESULT;
DeskKind   *desk_kind_list_find   (GListModel *kinds,
                                   const char *id);

const char *desk_kind_get_id      (DeskKind   *self);
const char *desk_kind_get_name    (DeskKind   *self);
const char *desk_kind_get_letter  (DeskKind   *self);
/* "solid-thin", "wavy-thick" …: what tells kinds apart without colour. */
const char *desk_kind_get_line    (DeskKind   *self);
guint       desk_kind_get_key     (DeskKind   *self);

G_END_DECLS
