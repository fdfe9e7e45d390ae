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
 * analysis (nullable; arrives in the background, with the rules of the reader applied; another object whenever they
 * change), analysing (b). */
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
/* Repairs of what the machine found. Each is one undoable step of rules, see DeskRule, and the analysis follows before the
 * callback comes. Entities are given by their ids in the analysis that is shown now. A mention is needed for the scope of
 * a mention, and NULL else. */

/* The entity, or the mention, is the target: another entity of this article or of the library. */
void            desk_document_join_async        (DeskDocument        *self,
                                                 const char          *entity_id,
                                                 DeskMention         *mention,
                                                 const DeskIdentity  *target,
                                                 DeskRuleScope        scope,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* A passage that the machine passed over names the target. */
void            desk_document_name_async        (DeskDocument        *self,
                                                 guint                start,
                                                 guint                end,
                                                 const DeskIdentity  *target,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* The mention, or all in the words of the mention (scope article or library), is an entity of its own. */
void            desk_document_split_async       (DeskDocument        *self,
                                                 const char          *entity_id,
                                                 DeskMention         *mention,
                                                 DeskRuleScope        scope,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* “Only in this article”: what stands here is not what is so called elsewhere, and no rule of the library holds for it. */
void            desk_document_keep_apart_async  (DeskDocument        *self,
                                                 const char          *entity_id,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* “Not an entity”. */
void            desk_document_reject_async      (DeskDocument        *self,
                                                 const char          *entity_id,
                                                 DeskMention         *mention,
                                                 DeskRuleScope        scope,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void            desk_document_retype_async      (DeskDocument        *self,
                                                 const char          *entity_id,
                                                 DeskMention         *mention,
                                                 DeskEntityKind       kind,
                                                 DeskRuleScope        scope,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* Name and kind at once. */
void            desk_document_set_identity_async (DeskDocument        *self,
                                                  const char          *entity_id,
                                                  const DeskIdentity  *identity,
                                                  DeskRuleScope        scope,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
/* Switches a capital between the place and its government: this mention, or all in these words. */
void            desk_document_read_async        (DeskDocument        *self,
                                                 const char          *entity_id,
                                                 DeskMention         *mention,
                                                 DeskRuleScope        scope,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* What desk_document_read_async() would make of a mention; NULL where it has one reading only. */
DeskIdentity   *desk_document_dup_other_reading (DeskDocument        *self,
                                                 const char          *entity_id,
                                                 DeskMention         *mention) G_GNUC_WARN_UNUSED_RESULT;
/* Of a quote, or of a statement, of the analysis that is shown now; target NULL: nobody is known to have said it. Beyond
 * the mention the rule is for all that is given to the same words, as “the official”. */
void            desk_document_set_speaker_async (DeskDocument        *self,
                                                 const DeskQuote     *quote,
                                                 const DeskIdentity  *target,
                                                 DeskRuleScope        scope,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void            desk_document_set_statement_speaker_async (DeskDocument        *self,
                                                           const DeskStatement *statement,
                                                           const DeskIdentity  *target,
                                                           DeskRuleScope        scope,
                                                           GCancellable        *cancellable,
                                                           GAsyncReadyCallback  callback,
                                                           gpointer             user_data);
/* Value in EDTF, “2022-06”, “2023~”; NULL or empty: this is no date. */
void            desk_document_set_date_async    (DeskDocument        *self,
                                                 const DeskDate      *date,
                                                 const char          *value,
                                                 DeskRuleScope        scope,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);

/* One finish for the actions above; the second for corrections alone. */
gboolean        desk_document_action_finish     (DeskDocument        *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);
gboolean        desk_document_repair_finish     (DeskDocument        *self,
                                                 GAsyncResult        *result,
                                                 gboolean            *changed,
                                                 GError             **error);
void            desk_document_set_position      (DeskDocument        *self,
                                                 guint                position);
/* “passage” — speaker or headline, source, date, address: for Copy with Source. */
char           *desk_document_dup_citation      (DeskDocument        *self,
                                                 guint                start,
                                                 guint                end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
