/* A tree of bits: a bit of a level says whether the 64 below it hold any.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rank-set-private.h"

/* 64 to the sixth is more than there are numbers. */
#define MAX_LEVELS 6

struct _DeskRankSet
{
  guint n_ranks;
  guint n_levels;
  gsize n_words[MAX_LEVELS];
  guint64 *levels[MAX_LEVELS]; /* the first has a bit for each rank, the last is one word */
};

/**
 * desk_rank_set_new:
 * @n_ranks: how many ranks there are
 *
 * Makes an empty set of ranks from 0 to @n_ranks, exclusive.
 *
 * Returns: (transfer full): the set
 */
DeskRankSet *
desk_rank_set_new (guint n_ranks)
{
  DeskRankSet *self = g_new0 (DeskRankSet, 1);
  gsize n_words = n_ranks;

  self->n_ranks = n_ranks;
  do
    {
      n_words = MAX (1, (n_words + 63) / 64);
      self->n_words[self->n_levels] = n_words;
      self->levels[self->n_levels++] = g_new0 (guint64, n_words);
    }
  while (n_words > 1);

  return self;
}

/**
 * desk_rank_set_free:
 * @self: (transfer full): a set
 */
void
desk_rank_set_free (DeskRankSet *self)
{
  for (guint level = 0; level < self->n_levels; level++)
    g_free (self->levels[level]);
  g_free (self);
}

/**
 * desk_rank_set_add:
 * @self: a set
 * @rank: a rank, which may be in it already
 */
void
desk_rank_set_add (DeskRankSet *self,
                   guint rank)
{
  g_return_if_fail (rank < self->n_ranks);

  for (guint level = 0; level < self->n_levels; level++, rank /= 64)
    self->levels[level][rank / 64] |= G_GUINT64_CONSTANT (1) << rank % 64;
}

/**
 * desk_rank_set_remove:
 * @self: a set
 * @rank: a rank
 *
 * Returns: whether it was in the set
 */
gboolean
desk_rank_set_remove (DeskRankSet *self,
                      guint rank)
{
  if (!desk_rank_set_contains (self, rank))
    return FALSE;

  for (guint level = 0; level < self->n_levels; level++, rank /= 64)
    {
      guint64 *word = &self->levels[level][rank / 64];

      *word &= ~(G_GUINT64_CONSTANT (1) << rank % 64);
      if (*word != 0)
        break;
    }

  return TRUE;
}

/**
 * desk_rank_set_contains:
 * @self: a set
 * @rank: a rank
 *
 * Returns: whether it is in the set
 */
gboolean
desk_rank_set_contains (const DeskRankSet *self,
                        guint rank)
{
  g_return_val_if_fail (rank < self->n_ranks, FALSE);

  return (self->levels[0][rank / 64] >> rank % 64 & 1) != 0;
}

static guint
get_lowest (guint64 bits)
{
  return __builtin_ctzll (bits);
}

/**
 * desk_rank_set_find:
 * @self: a set
 * @rank: (inout): where to begin; set to the least rank that is not before that
 *
 * Returns: whether there is one
 */
gboolean
desk_rank_set_find (const DeskRankSet *self,
                    guint *rank)
{
  gsize at = *rank;
  guint level = 0;
  guint64 bits = 0;

  /* Up, until a word holds something at or behind the place. */
  for (; level < self->n_levels; level++, at = at / 64 + 1)
    {
      if (at / 64 < self->n_words[level])
        bits = self->levels[level][at / 64] >> at % 64;
      if (bits != 0)
        break;
    }
  if (bits == 0)
    return FALSE;
  at += get_lowest (bits);

  /* Down again to the least rank that it stands for. */
  for (; level > 0; level--)
    at = at * 64 + get_lowest (self->levels[level - 1][at]);
  *rank = at;

  return TRUE;
}
