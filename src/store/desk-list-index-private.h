/* The half of a list that lives in the store thread: it knows which rows there are and tells the other half,
 * DeskArticleList, of every change in order.
 *
 *   DeskArticleList (main thread)            DeskListIndex (store thread)
 *     set_query ─────────────────── job ─────►  count, sections, first page
 *     get_item ──────────────────── job ─────►  page of records
 *     items-changed ◄──────────── message ────  deltas, after each COMMIT
 *
 * Jobs and messages are both first in, first out: when an answer comes, every change that it rests on came before.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-changes-private.h"
#include "desk-id-list-private.h"
#include "desk-list-directory-private.h"
#include "desk-query.h"
#include "desk-search-query-private.h"

G_BEGIN_DECLS

/* Rows of a page; of a search fewer, for their passages take time. */
#define DESK_LIST_PAGE_ROWS 128
#define DESK_LIST_SEARCH_PAGE_ROWS 24

typedef enum
{
  DESK_LIST_MESSAGE_START,   /* a new query: count, sections, first rows */
  DESK_LIST_MESSAGE_CHANGE,  /* deltas, sections, records of changed rows */
  DESK_LIST_MESSAGE_PAGE,    /* rows from a position on */
  DESK_LIST_MESSAGE_REFRESH, /* any row may have changed, besides the deltas */
} DeskListMessageKind;

typedef struct
{
  DeskListMessageKind kind;
  guint generation;
  gboolean complete; /* nothing more is looked for */
  guint count;       /* START */
  guint position;    /* of the first of the rows: START (0), PAGE */
  GPtrArray *rows;   /* of DeskArticleRecord: START and PAGE in order, CHANGE in none; nullable */
  GArray *deltas;    /* of DeskListDelta, by ascending position; nullable */
  GArray *sections;  /* of DeskListSection; NULL for none */
  GError *error;     /* nullable */
} DeskListMessage;

void desk_list_message_free (DeskListMessage *self);

typedef struct _DeskListIndex DeskListIndex;

/* Called in the context in which the index was made. (transfer full) */
typedef void (*DeskListMessageFunc) (GObject *listener,
                                     DeskListMessage *message);

/* Any thread. The listener is held weakly. */
DeskListIndex *desk_list_index_new (GObject *listener,
                                    DeskListMessageFunc func) G_GNUC_WARN_UNUSED_RESULT;
DeskListIndex *desk_list_index_ref (DeskListIndex *self);
void desk_list_index_unref (DeskListIndex *self);

/* Jobs for the store thread. */
void desk_list_index_push_query (DeskListIndex *self,
                                 DeskDatabase *database,
                                 const DeskQuery *query,
                                 guint generation,
                                 GCancellable *cancellable);
void desk_list_index_push_page (DeskListIndex *self,
                                DeskDatabase *database,
                                guint generation,
                                guint position);
void desk_list_index_push_close (DeskListIndex *self,
                                 DeskDatabase *database);

/* From here on: store thread only. */
struct _DeskListIndex
{
  gatomicrefcount ref_count;
  GMainContext *context;
  GWeakRef listener;
  DeskListMessageFunc func;

  /* Store thread only. */
  gboolean open;
  guint generation;
  DeskQuery *query;
  DeskSearchQuery *search;      /* nullable */
  DeskListDirectory *directory; /* either this */
  DeskIdList *ids;              /* or this */
  guint n_told;                 /* rows that the listener knows of */
};

/* Takes up the query that was set, and sends the first answer. */
gboolean desk_list_index_start (DeskListIndex *self,
                                DeskDatabase *database,
                                GError **error);
void desk_list_index_forget_query (DeskListIndex *self);
/* Of DeskArticleRecord. */
GPtrArray *desk_list_index_read_rows (DeskListIndex *self,
                                      DeskDatabase *database,
                                      guint position,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The sections as they are now, where the query has some. */
gboolean desk_list_index_load_sections (DeskListIndex *self,
                                        DeskDatabase *database,
                                        DeskListMessage *message,
                                        GError **error);
/* Says that there are so many rows by now. */
void desk_list_index_tell_growth (DeskListIndex *self,
                                  guint count);
DeskListMessage *desk_list_index_new_message (DeskListIndex *self,
                                              DeskListMessageKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) */
void desk_list_index_send (DeskListIndex *self,
                           DeskListMessage *message);
void desk_list_index_send_error (DeskListIndex *self,
                                 DeskListMessageKind kind,
                                 GError *error);
gboolean desk_list_index_read_ids (DeskListIndex *self,
                                   DeskDatabase *database,
                                   guint position,
                                   guint n_rows,
                                   GArray *ids,
                                   GError **error);
/* G_MAXUINT where the list does not hold it. */
gboolean desk_list_index_rank (DeskListIndex *self,
                               DeskDatabase *database,
                               gint64 id,
                               guint *position,
                               GError **error);
/* Tells all lists of a database what a transaction changed. */
void desk_list_index_follow_all (DeskDatabase *database,
                                 DeskChanges *changes);
/* Looks whether another program changed the library; then all lists are brought up to date. TRUE if one did. */
gboolean desk_list_index_look_around (DeskDatabase *database);
/* Everything may be different. */
void desk_list_index_recount_all (DeskDatabase *database);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskListMessage, desk_list_message_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskListIndex, desk_list_index_unref)

G_END_DECLS
