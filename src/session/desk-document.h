/* An open article: its text, its marks and its analysis, kept true to the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-library.h"

G_BEGIN_DECLS

#define DESK_TYPE_DOCUMENT (desk_document_get_type ())

/* Properties: article (changes when a field or flag changes: same id, same version object),
 * annotations (GListModel of DeskAnnotation in text order; one object is replaced per change),
 * analysis (nullable; arrives in the background), analysing (b). */
G_DECLARE_FINAL_TYPE (DeskDocument, desk_document, DESK, DOCUMENT, GObject)

DeskArticle    *desk_document_get_article      (DeskDocument *self);
GListModel     *desk_document_get_annotations  (DeskDocument *self);
DeskAnnotation *desk_document_find_annotation  (DeskDocument *self,
                                                const char   *id);
DeskAnalysis   *desk_document_get_analysis     (DeskDocument *self);
gboolean        desk_document_get_analysing    (DeskDocument *self);

/* User actions. Each is one undoable step and is on disk when its callback comes; the models follow
 * before it. Same range and same kind again selects the mark that is there: its id comes back. */
void            desk_document_mark_async        (DeskDocument        *self,
                                                 guint                start,
                                                 guint                end,
                                                 const char          *kind_id,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
char           *desk_document_mark_finish       (DeskDocument        *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void            desk_document_set_kind_async    (DeskDocument        *self,
                                                 const char          *annotation_id,
                                                 const char          *kind_id,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void            desk_document_set_note_async    (DeskDocument        *self,
                                                 const char          *annotation_id,
                                                 const char          *note,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void            desk_document_delete_mark_async (DeskDocument        *self,
                                                 const char          *annotation_id,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* A field typed by the user; setting the publication date runs the analysis again. */
void            desk_document_set_field_async   (DeskDocument        *self,
                                                 DeskField            field,
                                                 const char          *value,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* One finish for the four actions above. */
gboolean        desk_document_action_finish     (DeskDocument        *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);
void            desk_document_set_position      (DeskDocument        *self,
                                                 guint                position);
/* “passage” — speaker or headline, source, date, address: for Copy with Source. */
char           *desk_document_dup_citation      (DeskDocument        *self,
                                                 guint                start,
                                                 guint                end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
