/* The row objects that are alive, by position and by article. A row comes back for its position as long as anybody
 * holds it, and the last ones that were asked for are held here.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article-row-private.h"

G_BEGIN_DECLS

typedef struct _DeskRowTable DeskRowTable;

DeskRowTable *desk_row_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void desk_row_table_free (DeskRowTable *self);

/* Borrowed; NULL where none is alive. */
DeskArticleRow *desk_row_table_peek (DeskRowTable *self,
                                     guint position);
/* Borrowed; a new one where none is alive. */
DeskArticleRow *desk_row_table_get (DeskRowTable *self,
                                    guint position);
/* The row there shows this record; it is made if nobody has it yet. */
void desk_row_table_fill (DeskRowTable *self,
                          guint position,
                          DeskArticleRecord *record);
/* The row of this article, if it is alive, shows this record. */
void desk_row_table_update (DeskRowTable *self,
                            DeskArticleRecord *record);
/* Rows that stand behind move; those that went belong to no position any more. */
void desk_row_table_shift (DeskRowTable *self,
                           guint position,
                           guint n_removed,
                           guint n_added);
void desk_row_table_clear (DeskRowTable *self);
void desk_row_table_set_stale (DeskRowTable *self);
/* A position whose row has to be read, best one that somebody outside holds; G_MAXUINT for none. */
guint desk_row_table_find_stale (DeskRowTable *self,
                                 guint page_rows,
                                 GHashTable *except_pages);

G_END_DECLS
