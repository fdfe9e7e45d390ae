/* A set of small numbers that gives the least of them at once.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DeskRankSet DeskRankSet;

DeskRankSet *desk_rank_set_new      (guint              n_ranks) G_GNUC_WARN_UNUSED_RESULT;
void         desk_rank_set_free     (DeskRankSet       *self);
void         desk_rank_set_add      (DeskRankSet       *self,
                                     guint              rank);
gboolean     desk_rank_set_remove   (DeskRankSet       *self,
                                     guint              rank);
gboolean     desk_rank_set_contains (const DeskRankSet *self,
                                     guint              rank);
gboolean     desk_rank_set_find     (const DeskRankSet *self,
                                     guint             *rank);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRankSet, desk_rank_set_free)

G_END_DECLS
