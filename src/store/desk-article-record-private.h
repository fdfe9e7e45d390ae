/* The hot part of an article as it stands in the library: what lists show and sort by. Immutable, for any thread.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"
#include "desk-query.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount ref_count;
  gint64 id;
  char *uuid;
  gint64 added;
  gboolean deleted;
  gboolean unread;
  gboolean starred;
  guint n_marks;
  char *headline;
  char *source;
  char *published;
  char *lead;
  char *snippet; /* nullable; set before it is handed out */

  char *added_day;
  char *published_day;
  gint64 published_time;
  char *letter;
  GBytes *headline_key;
  GBytes *source_key;
} DeskArticleRecord;

/* NULL without error where there is no such article. */
DeskArticleRecord *desk_article_record_load (DeskDatabase *database,
                                             gint64 id,
                                             GError **error);
/* The row id of an article that has to be there, deleted or not. */
gint64 desk_article_record_find_id (DeskDatabase *database,
                                    const char *uuid,
                                    GError **error);
DeskArticleRecord *desk_article_record_ref (DeskArticleRecord *self);
void desk_article_record_unref (DeskArticleRecord *self);

/* Whether a filter lets it through; a deleted one never passes. */
gboolean desk_article_record_passes (DeskArticleRecord *self,
                                     DeskFilter filter);
const char *desk_article_record_get_section (DeskArticleRecord *self,
                                             DeskSort sort);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskArticleRecord, desk_article_record_unref)

G_END_DECLS
