/* Collects blocks in document order and makes a version of them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-version.h"

G_BEGIN_DECLS

#define DESK_TYPE_VERSION_BUILDER (desk_version_builder_get_type ())

G_DECLARE_FINAL_TYPE (DeskVersionBuilder, desk_version_builder, DESK, VERSION_BUILDER, GObject)

DeskVersionBuilder *desk_version_builder_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void                desk_version_builder_begin_block  (DeskVersionBuilder *self,
                                                       DeskBlockKind       kind);
void                desk_version_builder_append_text  (DeskVersionBuilder *self,
                                                       const char         *utf8,
                                                       gssize              n_bytes);
guint               desk_version_builder_get_offset   (DeskVersionBuilder *self);
void                desk_version_builder_add_span     (DeskVersionBuilder *self,
                                                       guint               start,
                                                       guint               end,
                                                       DeskSpanKind        kind,
                                                       const char         *href);
gboolean            desk_version_builder_end_block    (DeskVersionBuilder *self);
void                desk_version_builder_add_block    (DeskVersionBuilder *self,
                                                       DeskBlockKind       kind,
                                                       const char         *utf8);
guint               desk_version_builder_get_n_blocks (DeskVersionBuilder *self);
void                desk_version_builder_add_left_out (DeskVersionBuilder *self,
                                                       const char         *text,
                                                       DeskLeftOutReason   why);
void                desk_version_builder_add_image    (DeskVersionBuilder *self,
                                                       const char         *src,
                                                       const char         *alt,
                                                       const char         *credit,
                                                       int                 caption_block);
DeskVersion        *desk_version_builder_end          (DeskVersionBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
