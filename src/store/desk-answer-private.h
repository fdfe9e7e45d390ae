/* A question while it is answered: which articles are to be looked at, and how far it came.
 *
 * The index says which articles may have something to say; what they really say is read from their analyses, with the
 * rules applied, a page at a time.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-database-private.h"
#include "desk-list-order-private.h"
#include "desk-question.h"

G_BEGIN_DECLS

/* Where one way of doing things gives place to another; tests come there with fewer rows. */
typedef struct
{
  guint max_sorted; /* fewer places are sorted; for more it is cheaper to walk the order and pick */
  guint walk_rows;  /* rows of the order that are looked at in one go */
  guint max_known;  /* fewer entities that fit are sorted; for more it is cheaper to pick from the most frequent ones */
} DeskAnswerLimits;

extern DeskAnswerLimits desk_answer_limits;

/* Where the index has a name that is asked for. */
typedef struct
{
  gint64 article_id;
  gint64 entity; /* in the index; -1: anything that is said in the article */
} DeskAnswerPlace;

typedef struct
{
  gatomicrefcount ref_count;
  DeskQuestion *question;

  /* Store thread only. */
  char *folded;     /* of the name; nullable */
  char **words;     /* folded, each with a space before it */
  char *source;     /* folded; nullable */
  GArray *places;   /* of DeskAnswerPlace, sorted; NULL before the first page */
  GArray *articles; /* of gint64: what to look at next, in order */
  guint next;
  DeskSortKey walked; /* the last row of the order that was looked at */
  gboolean walking;
  gboolean all; /* no more articles than those */
} DeskAnswer;

/* Any thread. */
DeskAnswer *desk_answer_new (const DeskQuestion *question) G_GNUC_WARN_UNUSED_RESULT;
DeskAnswer *desk_answer_ref (DeskAnswer *self);
void desk_answer_unref (DeskAnswer *self);

/* From here on: store thread, one job at a time. Appends rows until there are about so many, or some time has passed. */
gboolean desk_answer_read (DeskAnswer *self,
                           DeskDatabase *database,
                           guint n_rows,
                           GPtrArray *rows,
                           gboolean *complete,
                           GCancellable *cancellable,
                           GError **error);

/* Looks up where the names stand. */
gboolean desk_answer_find (DeskAnswer *self,
                           DeskDatabase *database,
                           GError **error);
/* The next article, newest first, that may have something to say; *id is 0 where some were looked at in vain. */
gboolean desk_answer_next_article (DeskAnswer *self,
                                   DeskDatabase *database,
                                   gint64 *id,
                                   gboolean *complete,
                                   GError **error);
gboolean desk_answer_is_any_kind (DeskAnswer *self);
gboolean desk_answer_counts_other_names (DeskAnswer *self,
                                         const char *folded);
gboolean desk_answer_has_words (DeskAnswer *self,
                                const char *text,
                                const char *headline);
/* Whether it is what the question asks about. */
gboolean desk_answer_is_about (DeskAnswer *self,
                               DeskEntity *entity);
/* What one article has to say; of DeskSaid or DeskNaming. */
gboolean desk_answer_read_article (DeskAnswer *self,
                                   DeskDatabase *database,
                                   gint64 article_id,
                                   GPtrArray *rows,
                                   GError **error);
/* All at once; of DeskCoNamed. */
gboolean desk_answer_read_company (DeskAnswer *self,
                                   DeskDatabase *database,
                                   GPtrArray *rows,
                                   GCancellable *cancellable,
                                   GError **error);
/* All at once; of DeskKnown. */
gboolean desk_answer_read_known (DeskAnswer *self,
                                 DeskDatabase *database,
                                 GPtrArray *rows,
                                 GCancellable *cancellable,
                                 GError **error);
/* Of DeskRule. */
gboolean desk_answer_read_rules (DeskAnswer *self,
                                 DeskDatabase *database,
                                 guint n_rows,
                                 GPtrArray *rows,
                                 gboolean *complete,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAnswer, desk_answer_unref)

G_END_DECLS
