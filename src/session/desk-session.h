/* The composition root: everything that NewsDesk does, without a display.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis-queue.h"
#include "desk-document.h"
#include "desk-import-job.h"

G_BEGIN_DECLS

#define DESK_TYPE_SESSION (desk_session_get_type ())

/* Properties: library (nullable until opened), analysing (b: articles are being analysed). */
G_DECLARE_FINAL_TYPE (DeskSession, desk_session, DESK, SESSION, GObject)

/* `folder` of the library; %NULL for the default one. */
DeskSession   *desk_session_new                (const char          *folder) G_GNUC_WARN_UNUSED_RESULT;
void           desk_session_open_async         (DeskSession         *self,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean       desk_session_open_finish        (DeskSession         *self,
                                                GAsyncResult        *result,
                                                GError             **error);
/* Finishes what is being written and closes the library. */
void           desk_session_close              (DeskSession         *self);

const char    *desk_session_get_folder         (DeskSession         *self);
DeskLibrary   *desk_session_get_library        (DeskSession         *self);

gboolean       desk_session_get_analysing      (DeskSession         *self);
/* What works in the background; NULL until the library is open. */
DeskAnalysisQueue *desk_session_get_analysis_queue (DeskSession     *self);
/* The window goes on with it as soon as the library is open, the command line when asked. */
void           desk_session_analyze            (DeskSession         *self);

/* Files and folders (read recursively). */
DeskImportJob *desk_session_import_files       (DeskSession         *self,
                                                GListModel          *files) G_GNUC_WARN_UNUSED_RESULT;
/* Pasted or dropped text or HTML; `media_type` "text/plain" or "text/html". */
DeskImportJob *desk_session_import_bytes       (DeskSession         *self,
                                                GBytes              *bytes,
                                                const char          *media_type,
                                                const char          *name) G_GNUC_WARN_UNUSED_RESULT;

/* Opens an article: the document comes with text and marks; its analysis follows. */
void           desk_session_open_article_async  (DeskSession         *self,
                                                 const char          *article_id,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
DeskDocument  *desk_session_open_article_finish (DeskSession         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Undoable actions on articles of the list. */
void           desk_session_delete_async        (DeskSession         *self,
                                                 const char * const  *article_ids,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void           desk_session_set_starred_async   (DeskSession         *self,
                                                 const char * const  *article_ids,
                                                 gboolean             starred,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void           desk_session_set_unread_async    (DeskSession         *self,
                                                 const char * const  *article_ids,
                                                 gboolean             unread,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
/* Rules of the reader: taken away, or made narrower or wider (“only in this article”). `article_id` for the article. */
void           desk_session_remove_rules_async  (DeskSession         *self,
                                                 const char * const  *rule_ids,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void           desk_session_set_rule_scope_async (DeskSession        *self,
                                                  const char         *rule_id,
                                                  DeskRuleScope       scope,
                                                  const char         *article_id,
                                                  GCancellable       *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer            user_data);
/* Two entities of the library are one, wherever they are named. */
void           desk_session_join_async          (DeskSession         *self,
                                                 const DeskIdentity  *subject,
                                                 const DeskIdentity  *target,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean       desk_session_action_finish       (DeskSession         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);

/* The step that was undone or redone comes back, so that its place can be shown. */
void           desk_session_undo_async          (DeskSession         *self,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
void           desk_session_redo_async          (DeskSession         *self,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
DeskStep      *desk_session_undo_finish         (DeskSession         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
DeskStep      *desk_session_redo_finish         (DeskSession         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* The bundled sample articles. */
DeskImportJob *desk_session_import_samples      (DeskSession         *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
