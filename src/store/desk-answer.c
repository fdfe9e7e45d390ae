/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-answer-private.h"

#include <string.h>

#include "desk-name-index-private.h"

/* After so long others have their turn. */
#define MAX_MICROSECONDS (50 * G_TIME_SPAN_MILLISECOND)

DeskAnswer *
desk_answer_new (const DeskQuestion *question)
{
  DeskAnswer *self = g_new0 (DeskAnswer, 1);
  const char *typed = question->words != NULL ? question->words : "";
  /* Names stand without an article before them. */
  g_autofree char *name = question->kind == DESK_QUESTION_KIND_KNOWN ? desk_name_fold (typed) : NULL;
  g_autofree char *words = desk_saying_fold (name != NULL ? name : typed);
  g_auto (GStrv) split = g_strsplit (g_strchug (words), " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_atomic_ref_count_init (&self->ref_count);
  self->question = desk_question_copy (question);
  if (question->name != NULL)
    self->folded = desk_name_fold (question->name);
  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_strv_builder_take (builder, g_strconcat (" ", split[i], NULL));
  self->words = g_strv_builder_end (builder);
  if (question->source != NULL && *question->source != '\0')
    self->source = desk_name_fold (question->source);

  return self;
}

DeskAnswer *
desk_answer_ref (DeskAnswer *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
desk_answer_unref (DeskAnswer *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  desk_question_free (self->question);
  g_free (self->folded);
  g_strfreev (self->words);
  g_free (self->source);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->articles, g_array_unref);
  desk_sort_key_clear (&self->walked);
  g_free (self);
}

gboolean
desk_answer_has_words (DeskAnswer *self,
                       const char *text,
                       const char *headline)
{
  g_autofree char *folded = NULL;

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (text, self->words[i]) != NULL)
        continue;
      if (folded == NULL)
        folded = desk_saying_fold (headline);
      if (strstr (folded, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

gboolean
desk_answer_is_any_kind (DeskAnswer *self)
{
  return self->question->entity_kind < 0;
}

/* A name of one word is shared by many, so others go by it only for somebody who asks loosely. */
gboolean
desk_answer_counts_other_names (DeskAnswer *self,
                                const char *folded)
{
  return desk_answer_is_any_kind (self) || strchr (folded, ' ') != NULL;
}

gboolean
desk_answer_is_about (DeskAnswer *self,
                      DeskEntity *entity)
{
  const char *const *aliases = desk_entity_get_aliases (entity);
  g_autofree char *name = NULL;

  if (desk_entity_get_apart (entity) ||
      (!desk_answer_is_any_kind (self) && (int) desk_entity_get_kind (entity) != self->question->entity_kind))
    return FALSE;

  name = desk_name_fold (desk_entity_get_name (entity));
  if (strcmp (name, self->folded) == 0)
    return TRUE;
  if (!desk_answer_counts_other_names (self, self->folded))
    return FALSE;

  for (guint i = 0; aliases[i] != NULL; i++)
    {
      g_autofree char *alias = desk_name_fold (aliases[i]);

      if (strcmp (alias, self->folded) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_articles (DeskAnswer *self,
               DeskDatabase *database,
               guint n_rows,
               GPtrArray *rows,
               gboolean *complete,
               GCancellable *cancellable,
               GError **error)
{
  const gint64 begin = g_get_monotonic_time ();

  do
    {
      gint64 id;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !desk_answer_next_article (self, database, &id, complete, error) ||
          (id != 0 && !desk_answer_read_article (self, database, id, rows, error)))
        return FALSE;
    }
  while (!*complete && rows->len < n_rows && g_get_monotonic_time () - begin < MAX_MICROSECONDS);

  return TRUE;
}

gboolean
desk_answer_read (DeskAnswer *self,
                  DeskDatabase *database,
                  guint n_rows,
                  GPtrArray *rows,
                  gboolean *complete,
                  GCancellable *cancellable,
                  GError **error)
{
  if (self->question->kind == DESK_QUESTION_KIND_RULES)
    return desk_answer_read_rules (self, database, n_rows, rows, complete, error);
  if (self->question->kind == DESK_QUESTION_KIND_KNOWN)
    {
      *complete = TRUE;
      return desk_answer_read_known (self, database, rows, cancellable, error);
    }
  if (self->places == NULL && !desk_answer_find (self, database, error))
    return FALSE;

  *complete = TRUE;
  switch (self->question->kind)
    {
    case DESK_QUESTION_KIND_SAID:
    case DESK_QUESTION_KIND_ARTICLES:
      return read_articles (self, database, n_rows, rows, complete, cancellable, error);
    case DESK_QUESTION_KIND_COMPANY:
      return desk_answer_read_company (self, database, rows, cancellable, error);
    case DESK_QUESTION_KIND_KNOWN:
    case DESK_QUESTION_KIND_RULES:
      break;
    }

  g_return_val_if_reached (FALSE);
}
