/* Of several people with one name, the one whom a text means by it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-person-joiner-private.h"

static DeskName *
name_at (DeskPersonJoiner *self,
         guint index)
{
  return &g_array_index (self->names, DeskName, index);
}

static const char *
word_at (DeskPersonJoiner *self,
         guint token)
{
  return desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, token)->word)->folded;
}

void
desk_person_joiner_get_full_name (DeskPersonJoiner *self,
                                  guint cluster,
                                  DeskPersonName *full)
{
  desk_person_name_init (full, self->prose, name_at (self, desk_clusters_get (self->clusters, cluster)->fullest));
}

/* The title tells persons of one name apart, "Mr." does not. */
guint
desk_person_joiner_find_title (DeskPersonJoiner *self,
                               const DeskName *name)
{
  if (name->title == name->first || desk_prose_is_one_of (self->prose, name->first - 1, " mr. mr mrs. mrs ms. ms miss "))
    return 0;

  return name->first - 1;
}

/* "Senator Kole" is the one of the Koles who was called a senator. */
static guint
find_by_title (DeskPersonJoiner *self,
               guint name,
               const char *word)
{
  GArray *owners = g_hash_table_lookup (self->owners, word);
  guint title = desk_person_joiner_find_title (self, name_at (self, name)), found = DESK_NO_CLUSTER;

  for (guint i = 0; title != 0 && owners != NULL && i < owners->len; i++)
    {
      guint cluster = g_array_index (owners, guint, i);
      guint other = g_array_index (self->titles, guint, cluster);

      if (other == 0 || strcmp (word_at (self, other), word_at (self, title)) != 0)
        continue;
      if (found != DESK_NO_CLUSTER)
        return DESK_NO_CLUSTER;
      found = cluster;
    }

  return found;
}

/* As long as one of them alone was named, a reader takes the bare name for that one. A text that has
 * called somebody so goes on doing it, and calls the wife and the brother whom it names later
 * otherwise. */
static guint
find_named_so_far (DeskPersonJoiner *self,
                   guint name,
                   const char *word,
                   guint score)
{
  GArray *owners = g_hash_table_lookup (self->owners, word);
  guint found = DESK_NO_CLUSTER;

  for (guint i = 0; owners != NULL && i < owners->len; i++)
    {
      guint cluster = g_array_index (owners, guint, i);
      DeskPersonName full;

      desk_person_joiner_get_full_name (self, cluster, &full);
      if (desk_person_name_rank (&full, self->prose, word) < score || g_array_index (self->firsts, guint, cluster) > name)
        continue;
      if (found != DESK_NO_CLUSTER)
        return DESK_NO_CLUSTER;
      found = cluster;
    }

  return found;
}

/* "his daughter, Pia Kole", "Pia Kole, his daughter": first named as somebody’s. */
static gboolean
is_relative (DeskPersonJoiner *self,
             guint cluster)
{
  static const char kin[] = " son daughter wife husband widow widower brother sister mother father uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother ";
  const DeskName *name = name_at (self, g_array_index (self->firsts, guint, cluster));
  guint before = MIN (name->title, name->first);

  if (before > 1 && desk_prose_character (self->prose, before - 1) == ',')
    before--;
  if (before > 1 && desk_prose_is_one_of (self->prose, before - 1, kin))
    return TRUE;

  return desk_prose_character (self->prose, name->end) == ',' && desk_prose_is_one_of (self->prose, name->end + 1, " his her their ") &&
         desk_prose_is_one_of (self->prose, name->end + 2, kin);
}

/* The one among people of one name to whom the others are related: the text is about that one. */
static guint
find_head_of_family (DeskPersonJoiner *self,
                     const char *word,
                     guint score)
{
  GArray *owners = g_hash_table_lookup (self->owners, word);
  guint found = DESK_NO_CLUSTER;

  for (guint i = 0; owners != NULL && i < owners->len; i++)
    {
      guint cluster = g_array_index (owners, guint, i);
      DeskPersonName full;

      desk_person_joiner_get_full_name (self, cluster, &full);
      if (desk_person_name_rank (&full, self->prose, word) < score || is_relative (self, cluster))
        continue;
      if (found != DESK_NO_CLUSTER)
        return DESK_NO_CLUSTER;
      found = cluster;
    }

  return found;
}

/**
 * desk_person_joiner_choose_namesake: (skip)
 * @name: one word that names several people
 * @word: that word, in lower case
 * @score: how well it names them
 *
 * Returns: the cluster of the one who is meant; its confidence and why are set, %DESK_NO_CLUSTER where
 *   that is not certain
 */
guint
desk_person_joiner_choose_namesake (DeskPersonJoiner *self,
                                    guint name,
                                    const char *word,
                                    DeskWordRank score)
{
  DeskName *at = name_at (self, name);
  guint found = find_by_title (self, name, word);

  if (found != DESK_NO_CLUSTER)
    {
      at->why = N_ ("the title tells which of the people with this name it is");
      return found;
    }
  found = find_named_so_far (self, name, word, score);
  if (found != DESK_NO_CLUSTER)
    {
      at->confidence = DESK_CONFIDENCE_LIKELY;
      at->why = N_ ("the only one with this name so far in the article");
      if (at->title == at->first && !g_hash_table_contains (self->called, word))
        g_hash_table_insert (self->called, (gpointer) word, GUINT_TO_POINTER (found + 1));
      return found;
    }
  if (desk_person_joiner_find_title (self, at) != 0)
    return DESK_NO_CLUSTER;
  if (g_hash_table_contains (self->called, word))
    {
      at->confidence = DESK_CONFIDENCE_LIKELY;
      at->why = N_ ("called so before the other one of this name was named");
      return GPOINTER_TO_UINT (g_hash_table_lookup (self->called, word)) - 1;
    }
  found = find_head_of_family (self, word, score);
  if (found != DESK_NO_CLUSTER)
    {
      at->confidence = DESK_CONFIDENCE_LIKELY;
      at->why = N_ ("the others of this name are named as relatives");
    }

  return found;
}
