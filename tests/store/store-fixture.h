/* A library in a temporary folder, and its calls made one after the other.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "desk-article-store-private.h"
#include "desk-core-types.h"
#include "desk-library-private.h"
#include "desk-uuid.h"
#include "desk-version-builder.h"

typedef struct
{
  char *folder;
  DeskLibrary *library;
} StoreFixture;

/* Runs the main context until a condition holds, or fails after a minute. */
#define store_wait_until(condition)                                            \
  G_STMT_START                                                                 \
  {                                                                            \
    gint64 store_deadline = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND; \
    guint store_alarm = g_timeout_add_seconds (61, store_nothing_cb, NULL);    \
                                                                               \
    while (!(condition))                                                       \
      {                                                                        \
        g_assert_cmpint (g_get_monotonic_time (), <, store_deadline);          \
        g_main_context_iteration (NULL, TRUE);                                 \
      }                                                                        \
    g_source_remove (store_alarm);                                             \
  }                                                                            \
  G_STMT_END

gboolean store_nothing_cb (gpointer data);

void store_set_up (StoreFixture *fixture,
                   gconstpointer data);
void store_tear_down (StoreFixture *fixture,
                      gconstpointer data);
/* Closes the library of a fixture and opens it again. */
void store_reopen (StoreFixture *fixture);
void store_close (StoreFixture *fixture);
char *store_dup_path (StoreFixture *fixture,
                      const char *name);
void store_remove_folder (const char *folder);

GAsyncResult *store_await (GAsyncResult **result);
void store_async_cb (GObject *object,
                     GAsyncResult *result,
                     gpointer data);

DeskLibrary *store_open (const char *folder,
                         GError **error);
/* Headline, two paragraphs, and more paragraphs of one's own. */
DeskArticle *store_new_article (const char *headline,
                                const char *text);
char *store_add (DeskLibrary *library,
                 DeskArticle *article,
                 const char *original,
                 gboolean *added,
                 GError **error);
/* Adds an article of a headline and a text, and hands out its id. */
char *store_add_new (DeskLibrary *library,
                     const char *headline,
                     const char *text);
DeskArticle *store_load (DeskLibrary *library,
                         const char *id,
                         GError **error);
GPtrArray *store_load_annotations (DeskLibrary *library,
                                   const char *id);
gboolean store_apply (DeskLibrary *library,
                      DeskStep *step,
                      GError **error);
DeskStep *store_undo (DeskLibrary *library,
                      GError **error);
DeskStep *store_redo (DeskLibrary *library,
                      GError **error);
gboolean store_set_flag (DeskLibrary *library,
                         const char *id,
                         DeskChangeKind kind,
                         gboolean before,
                         gboolean after);
/* Marks a passage; hands out the mark. */
DeskAnnotation *store_mark (DeskLibrary *library,
                            const char *id,
                            guint start,
                            guint end,
                            const char *note);
char **store_check (DeskLibrary *library);
void store_assert_sound (DeskLibrary *library);
DeskLibraryCounts store_count (DeskLibrary *library);
gboolean store_save_analysis (DeskLibrary *library,
                              const char *id,
                              const char *published,
                              DeskAnalysis *analysis,
                              GError **error);
DeskAnalysis *store_load_analysis (DeskLibrary *library,
                                   const char *id,
                                   const char *engine);
gboolean store_backup (DeskLibrary *library,
                       const char *path,
                       GError **error);
gboolean store_back_up (DeskLibrary *library);

/* A list that has come to rest. */
DeskArticleList *store_list (DeskLibrary *library,
                             DeskSort sort,
                             DeskFilter filter,
                             const char *search);
void store_settle (DeskArticleList *list);
/* The headlines of a list, all of them loaded, joined by commas. */
char *store_dup_headlines (DeskArticleList *list);
