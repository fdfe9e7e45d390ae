/* A mark of the reader on a passage: immutable; a change makes a new one with the same id.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-version.h"

G_BEGIN_DECLS

#define DESK_TYPE_ANNOTATION (desk_annotation_get_type ())

G_DECLARE_FINAL_TYPE (DeskAnnotation, desk_annotation, DESK, ANNOTATION, GObject)

/* Length in code points of the context kept before and after a passage. */
#define DESK_ANNOTATION_CONTEXT 32

DeskAnnotation *desk_annotation_new              (const char     *article_id,
                                                  DeskVersion    *version,
                                                  guint           start,
                                                  guint           end,
                                                  const char     *kind_id) G_GNUC_WARN_UNUSED_RESULT;
DeskAnnotation *desk_annotation_copy_with_kind   (DeskAnnotation *self,
                                                  const char     *kind_id) G_GNUC_WARN_UNUSED_RESULT;
DeskAnnotation *desk_annotation_copy_with_note   (DeskAnnotation *self,
                                                  const char     *note) G_GNUC_WARN_UNUSED_RESULT;
DeskAnnotation *desk_annotation_copy_with_range  (DeskAnnotation *self,
                                                  DeskVersion    *version,
                                                  guint           start,
                                                  guint           end) G_GNUC_WARN_UNUSED_RESULT;

/* A dictionary a{sv} that holds all of it; the stored and undoable form. */
GVariant       *desk_annotation_to_variant       (DeskAnnotation *self) G_GNUC_WARN_UNUSED_RESULT;
DeskAnnotation *desk_annotation_new_from_variant (GVariant       *variant,
                                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

const char     *desk_annotation_get_id           (DeskAnnotation *self);
const char     *desk_annotation_get_article_id   (DeskAnnotation *self);
const char     *desk_annotation_get_version_hash (DeskAnnotation *self);
guint           desk_annotation_get_start        (DeskAnnotation *self);
guint           desk_annotation_get_end          (DeskAnnotation *self);
const char     *desk_annotation_get_exact        (DeskAnnotation *self);
const char     *desk_annotation_get_prefix       (DeskAnnotation *self);
const char     *desk_annotation_get_suffix       (DeskAnnotation *self);
const char     *desk_annotation_get_kind_id      (DeskAnnotation *self);
const char     *desk_annotation_get_note         (DeskAnnotation *self);
gint64          desk_annotation_get_created      (DeskAnnotation *self);
gint64          desk_annotation_get_modified     (DeskAnnotation *self);

/* Whether two are the same in all that is stored. */
gboolean        desk_annotation_equal            (DeskAnnotation *a,
                                                  DeskAnnotation *b);
/* Order of picking: smallest first, then newest first. */
int             desk_annotation_compare_picking  (DeskAnnotation *a,
                                                  DeskAnnotation *b);
/* Order of the text: start, then size descending, then creation. */
int             desk_annotation_compare_text     (DeskAnnotation *a,
                                                  DeskAnnotation *b);

G_END_DECLS
