/* A version: the canonical text of an article as it was imported once, frozen.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-block.h"
#include "desk-text.h"

G_BEGIN_DECLS

#define DESK_TYPE_VERSION (desk_version_get_type ())

G_DECLARE_FINAL_TYPE (DeskVersion, desk_version, DESK, VERSION, GObject)

DeskVersion *desk_version_new             (DeskText    *text,
                                           GPtrArray   *blocks,
                                           GPtrArray   *left_out,
                                           GPtrArray   *images) G_GNUC_WARN_UNUSED_RESULT;
/* For data that comes from a store or a file; desk_version_new() insists on it. */
gboolean     desk_version_blocks_fit      (DeskText    *text,
                                           GPtrArray   *blocks);
DeskText    *desk_version_get_text        (DeskVersion *self);
const char  *desk_version_get_hash        (DeskVersion *self);
guint        desk_version_get_n_blocks    (DeskVersion *self);
DeskBlock   *desk_version_get_block       (DeskVersion *self,
                                           guint        index);
guint        desk_version_find_block      (DeskVersion *self,
                                           guint        code_point);
GPtrArray   *desk_version_get_blocks      (DeskVersion *self);
GPtrArray   *desk_version_get_left_out    (DeskVersion *self);
GPtrArray   *desk_version_get_images      (DeskVersion *self);
guint        desk_version_count_words     (DeskVersion *self);
char        *desk_version_dup_lead        (DeskVersion *self,
                                           guint        max_length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
