/* Immutable text with fast conversion between code points and bytes.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_TEXT (desk_text_get_type ())

typedef struct _DeskText DeskText;

GType       desk_text_get_type        (void);
DeskText   *desk_text_new             (const char *utf8,
                                       gssize      n_bytes) G_GNUC_WARN_UNUSED_RESULT;
DeskText   *desk_text_ref             (DeskText   *self);
void        desk_text_unref           (DeskText   *self);
const char *desk_text_get_utf8        (DeskText   *self);
gsize       desk_text_get_n_bytes     (DeskText   *self);
guint       desk_text_get_length      (DeskText   *self);
gsize       desk_text_get_byte_offset (DeskText   *self,
                                       guint       code_point);
guint       desk_text_get_code_point  (DeskText   *self,
                                       gsize       byte_offset);
char       *desk_text_dup_slice       (DeskText   *self,
                                       guint       start,
                                       guint       end) G_GNUC_WARN_UNUSED_RESULT;
guint       desk_text_next_grapheme   (DeskText   *self,
                                       guint       code_point);
guint       desk_text_align_grapheme  (DeskText   *self,
                                       guint       code_point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskText, desk_text_unref)

G_END_DECLS
