/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-question.h"

/**
 * desk_question_new:
 * @kind: what is asked
 * @name: (nullable): name of the entity; %NULL for rules and for what is known
 * @entity_kind: its kind, a #DeskEntityKind; -1 for any, with which a name of one word is looked for among all names. Of
 *   what is known the kind that comes first
 *
 * Returns: (transfer full): a question; its filters are set by hand
 */
DeskQuestion *
desk_question_new (DeskQuestionKind kind,
                   const char *name,
                   int entity_kind)
{
  DeskQuestion *self;

  g_return_val_if_fail (name != NULL || kind == DESK_QUESTION_KIND_RULES || kind == DESK_QUESTION_KIND_KNOWN, NULL);

  self = g_new0 (DeskQuestion, 1);
  self->kind = kind;
  self->name = g_strdup (name);
  self->entity_kind = entity_kind;

  return self;
}

/**
 * desk_question_copy:
 *
 * Returns: (transfer full): an equal question
 */
DeskQuestion *
desk_question_copy (const DeskQuestion *self)
{
  DeskQuestion *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (DeskQuestion, 1);
  copy->kind = self->kind;
  copy->name = g_strdup (self->name);
  copy->entity_kind = self->entity_kind;
  copy->words = g_strdup (self->words);
  copy->source = g_strdup (self->source);
  copy->from = g_strdup (self->from);
  copy->until = g_strdup (self->until);

  return copy;
}

void
desk_question_free (DeskQuestion *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->words);
  g_free (self->source);
  g_free (self->from);
  g_free (self->until);
  g_free (self);
}

/* Nothing typed is the same as no filter. */
static gboolean
equal_texts (const char *a,
             const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/**
 * desk_question_equal:
 * @a: a question
 * @b: another one
 *
 * Returns: whether both ask for the same
 */
gboolean
desk_question_equal (const DeskQuestion *a,
                     const DeskQuestion *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return (a->kind == b->kind && a->entity_kind == b->entity_kind && equal_texts (a->name, b->name) &&
          equal_texts (a->words, b->words) && equal_texts (a->source, b->source) && equal_texts (a->from, b->from) &&
          equal_texts (a->until, b->until));
}
