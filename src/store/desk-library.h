/* The library on disk. All calls come back in the main context that made them; one thread owns the database.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-annotation.h"
#include "desk-answer-list.h"
#include "desk-article-list.h"
#include "desk-article.h"
#include "desk-library-error.h"
#include "desk-rule-set.h"
#include "desk-step.h"

G_BEGIN_DECLS

#define DESK_TYPE_LIBRARY (desk_library_get_type ())

/* Properties: path, read-only (b), problem (string, nullable: why it is read-only),
 * undo-name, redo-name (string, nullable: the step that would be undone or redone).
 *
 * Signals:
 *   "article-added"   (string id)
 *   "article-changed" (string id)       fields, flags, count of marks
 *   "article-deleted" (string id)       also sent when an undo takes back an import
 *   "annotations-changed" (string article id)
 *   "analysis-changed"    (string article id)
 *   "rules-changed"       (string article id) empty: rules of the whole library
 *   "reset"                             everything may be different (bulk; another program) */
G_DECLARE_FINAL_TYPE (DeskLibrary, desk_library, DESK, LIBRARY, GObject)

char        *desk_library_dup_default_path (void) G_GNUC_WARN_UNUSED_RESULT;

/* Opens or makes the library in a folder. Migrates with a backup before. A damaged one opens read-only. */
void         desk_library_open_async       (const char           *folder,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
DeskLibrary *desk_library_open_finish      (GAsyncResult         *result,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for the jobs in the queue and closes the database. */
void         desk_library_close            (DeskLibrary          *self);

const char  *desk_library_get_path         (DeskLibrary          *self);
gboolean     desk_library_get_read_only    (DeskLibrary          *self);
const char  *desk_library_get_problem      (DeskLibrary          *self);

DeskArticleList *desk_library_create_list  (DeskLibrary          *self,
                                            const DeskQuery      *query) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  guint64 all, unread, starred, marked;
} DeskLibraryCounts;

void         desk_library_count_async      (DeskLibrary          *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean     desk_library_count_finish     (DeskLibrary          *self,
                                            GAsyncResult         *result,
                                            DeskLibraryCounts    *counts,
                                            GError              **error);

/* Stores an article with its original bytes in one transaction. The same bytes twice are not stored
 * twice: the id of the article that is there comes back, and *added is FALSE (a deleted one comes back to life). */
void         desk_library_add_article_async  (DeskLibrary         *self,
                                              DeskArticle         *article,
                                              GBytes              *original,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
char        *desk_library_add_article_finish (DeskLibrary         *self,
                                              GAsyncResult        *result,
                                              gboolean            *added,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* The id of the article with these original bytes (SHA-256 in hexadecimal) or NULL without error. */
void         desk_library_find_original_async  (DeskLibrary         *self,
                                                const char          *sha256,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
char        *desk_library_find_original_finish (DeskLibrary         *self,
                                                GAsyncResult        *result,
                                                GError             **error);

void         desk_library_load_article_async  (DeskLibrary         *self,
                                               const char          *article_id,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
DeskArticle *desk_library_load_article_finish (DeskLibrary         *self,
                                               GAsyncResult        *result,
                                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void         desk_library_load_original_async  (DeskLibrary         *self,
                                                const char          *article_id,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GBytes      *desk_library_load_original_finish (DeskLibrary         *self,
                                                GAsyncResult        *result,
                                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of DeskAnnotation, in text order. */
void         desk_library_load_annotations_async  (DeskLibrary         *self,
                                                   const char          *article_id,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
GPtrArray   *desk_library_load_annotations_finish (DeskLibrary         *self,
                                                   GAsyncResult        *result,
                                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Derived data; NULL without error where the version was not analysed by this engine with this
 * publication date. */
void          desk_library_load_analysis_async  (DeskLibrary         *self,
                                                 const char          *article_id,
                                                 const char          *engine,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
DeskAnalysis *desk_library_load_analysis_finish (DeskLibrary         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* `published` is what the analysis was made with. */
void          desk_library_save_analysis_async  (DeskLibrary         *self,
                                                 const char          *article_id,
                                                 const char          *version_hash,
                                                 const char          *published,
                                                 DeskAnalysis        *analysis,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
gboolean      desk_library_save_analysis_finish (DeskLibrary         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error);
/* How many articles this engine has not analysed yet. */
void          desk_library_count_unanalysed_async  (DeskLibrary         *self,
                                                    const char          *engine,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean      desk_library_count_unanalysed_finish (DeskLibrary         *self,
                                                    GAsyncResult        *result,
                                                    guint               *count,
                                                    GError             **error);
/* An article that this engine has not analysed yet, newest first; NULL without error when there is none. */
void          desk_library_next_unanalysed_async  (DeskLibrary         *self,
                                                   const char          *engine,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
char         *desk_library_next_unanalysed_finish (DeskLibrary         *self,
                                                   GAsyncResult        *result,
                                                   GError             **error);

/* The rules of the reader as they are now. An analysis is stored as the machine made it; who shows one applies them. */
void          desk_library_load_rules_async     (DeskLibrary         *self,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
DeskRuleSet  *desk_library_load_rules_finish    (DeskLibrary         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Some rules by their ids, of DeskRule; those that are gone are left out. */
void          desk_library_find_rules_async     (DeskLibrary         *self,
                                                 const char * const  *rule_ids,
                                                 GCancellable        *cancellable,
                                                 GAsyncReadyCallback  callback,
                                                 gpointer             user_data);
GPtrArray    *desk_library_find_rules_finish    (DeskLibrary         *self,
                                                 GAsyncResult        *result,
                                                 GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Questions about entities of the whole library, with the rules applied. */
DeskAnswerList *desk_library_ask                (DeskLibrary         *self,
                                                 const DeskQuestion  *question) G_GNUC_WARN_UNUSED_RESULT;

/* Does what a step says and remembers the step, in one transaction: when the callback comes it is on disk. */
void         desk_library_apply_async   (DeskLibrary         *self,
                                         DeskStep            *step,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean     desk_library_apply_finish  (DeskLibrary         *self,
                                         GAsyncResult        *result,
                                         GError             **error);
/* Undo and redo give back the step that was undone or redone, so that its place can be shown; the
 * last 200 steps survive a restart. */
void         desk_library_undo_async    (DeskLibrary         *self,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
void         desk_library_redo_async    (DeskLibrary         *self,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
DeskStep    *desk_library_undo_finish   (DeskLibrary         *self,
                                         GAsyncResult        *result,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
DeskStep    *desk_library_redo_finish   (DeskLibrary         *self,
                                         GAsyncResult        *result,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
const char  *desk_library_get_undo_name (DeskLibrary         *self);
const char  *desk_library_get_redo_name (DeskLibrary         *self);

/* Reading is no step: stored quietly, last call wins. */
void         desk_library_set_position  (DeskLibrary         *self,
                                         const char          *article_id,
                                         guint                position);
void         desk_library_mark_read     (DeskLibrary         *self,
                                         const char          *article_id);

/* Checks integrity and every stored SHA-256; gives a list of problems, empty when all is well. */
void         desk_library_check_async   (DeskLibrary         *self,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
char       **desk_library_check_finish  (DeskLibrary         *self,
                                         GAsyncResult        *result,
                                         GError             **error);
void         desk_library_backup_async  (DeskLibrary         *self,
                                         GFile               *file,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean     desk_library_backup_finish (DeskLibrary         *self,
                                         GAsyncResult        *result,
                                         GError             **error);
/* The dated backups of a library folder, newest first: file names. */
char       **desk_library_list_backups  (const char          *folder);
/* Puts a backup in place of a closed library; the damaged files are kept beside it under another name. Without a backup
 * (NULL) a new, empty library takes their place. */
gboolean     desk_library_restore_backup (const char         *folder,
                                          const char         *backup,
                                          GError            **error);

G_END_DECLS
