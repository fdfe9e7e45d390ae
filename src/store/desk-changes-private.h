/* What a transaction does to articles, as their records before and after: lists and signals follow it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article-record-private.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_TOUCH_ARTICLE = 1 << 0,
  DESK_TOUCH_ANNOTATIONS = 1 << 1,
  DESK_TOUCH_ANALYSIS = 1 << 2,
  DESK_TOUCH_NEW = 1 << 3, /* it was not there before */
  DESK_TOUCH_RULES = 1 << 4,
} DeskTouch;

typedef struct
{
  gint64 id;
  DeskTouch touch;
  DeskArticleRecord *before; /* nullable */
  DeskArticleRecord *after;  /* nullable */
} DeskArticleChange;

DeskChanges *desk_changes_new (sqlite3 *connection) G_GNUC_WARN_UNUSED_RESULT;
/* After the transaction nobody changes it: any thread. */
DeskChanges *desk_changes_ref (DeskChanges *self);
void desk_changes_unref (DeskChanges *self);
/* Before an article is changed, or after a new one was inserted. */
gboolean desk_changes_touch (DeskDatabase *database,
                             gint64 id,
                             DeskTouch touch,
                             GError **error);
/* More was changed than can be told one by one. */
void desk_changes_mark_all (DeskChanges *self);
gboolean desk_changes_get_all (DeskChanges *self);
/* Rules of the whole library were changed. */
void desk_changes_mark_rules (DeskChanges *self);
gboolean desk_changes_get_rules (DeskChanges *self);
/* Looks at what became of the articles, and counts the revision. Just before COMMIT. */
gboolean desk_changes_finish (DeskChanges *self,
                              DeskDatabase *database,
                              GError **error);
guint desk_changes_get_n (DeskChanges *self);
const DeskArticleChange *desk_changes_get (DeskChanges *self,
                                           guint index);

G_END_DECLS
