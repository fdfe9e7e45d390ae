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
#include "desk-question.h"

G_BEGIN_DECLS

typedef struct
{
  gatomicrefcount ref_count;
  DeskQuestion *question;

  /* Store thread only. */
  char *folded;     /* of the name; nullable */
  char **words;     /* folded, each with a space before it */
  char *source;     /* folded; nullable */
  GArray *articles; /* of gint64: what to look at, in order; NULL before the first page */
  guint next;
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
/* Of DeskRule. */
gboolean desk_answer_read_rules (DeskAnswer *self,
                                 DeskDatabase *database,
                                 guint n_rows,
                                 GPtrArray *rows,
                                 gboolean *complete,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskAnswer, desk_answer_unref)

G_END_DECLS
