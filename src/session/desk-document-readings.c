/* What the reader repairs about mentions and the words that they are in: taking them out of an entity, and reading a capital
 * as its government.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-repair-step-private.h"

/* Whether anything else of the entity's kind in the article, or it itself, bears a name. */
static gboolean
is_taken (DeskRepairStep *self,
          const char *name)
{
  GPtrArray *entities = desk_analysis_get_entities (self->analysis);
  const DeskIdentity wanted = { desk_entity_get_kind (self->entity), (char *) name };

  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);
      g_autoptr (DeskIdentity) identity = desk_entity_dup_identity (entity);

      if (desk_identity_equal (identity, &wanted))
        return TRUE;
      /* What went into another one by a rule is still called so by rules. */
      for (guint j = 0; j < desk_entity_get_n_repairs (entity); j++)
        if (g_strcmp0 (desk_entity_get_repair (entity, j)->value, name) == 0)
          return TRUE;
    }

  return FALSE;
}

/* A second one of a name has to be called otherwise, or nothing could be said of it. */
static DeskIdentity *
new_split_identity (DeskRepairStep *self,
                    const char *words)
{
  g_autofree char *name = g_strdup (words);

  for (guint i = 2; is_taken (self, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", words, i);
    }

  return desk_identity_new (desk_entity_get_kind (self->entity), name);
}

static gboolean
are_same_words (const char *a,
                const char *b)
{
  g_autofree char *folded_a = desk_name_fold (a);
  g_autofree char *folded_b = desk_name_fold (b);

  return strcmp (folded_a, folded_b) == 0;
}

static gboolean
has_other_words (DeskEntity *entity,
                 const char *words)
{
  for (guint i = 0; i < desk_entity_get_n_mentions (entity); i++)
    if (!are_same_words (desk_mention_get_text (desk_entity_get_mention (entity, i)), words))
      return TRUE;

  return FALSE;
}

/* The rule of this reach by which a mention came to its entity. */
static DeskRule *
find_cause (DeskRepairStep *self,
            DeskMention *mention,
            DeskRuleAction action)
{
  const DeskRepair *repair = desk_mention_get_repair (mention);
  DeskRule *rule = repair != NULL ? desk_document_find_rule (self->document, repair->rule) : NULL;

  return rule != NULL && desk_rule_get_action (rule) == action && desk_rule_get_scope (rule) == self->scope ? rule : NULL;
}

static void
split_words (DeskRepairStep *self,
             const char *words)
{
  for (guint i = 0; i < desk_entity_get_n_parts (self->entity); i++)
    {
      const DeskIdentity target = { desk_entity_get_part (self->entity, i)->kind, (char *) words };
      DeskRule *rule = desk_repair_step_new_rule (self, DESK_RULE_ACTION_SPLIT, desk_entity_get_part (self->entity, i), NULL, &target);

      desk_rule_set_form (rule, words);
      desk_repair_step_take_rule (self, rule);
    }
}

/**
 * desk_document_split_async:
 * @entity_id: id of an entity in the analysis
 * @mention: a mention of it
 * @scope: only this mention, or all that are in the same words, here or everywhere
 *
 * Takes something out of an entity. What a rule of the same scope had joined is taken out by removing that rule. The very
 * name of an entity can be taken off in an article only, not everywhere.
 */
void
desk_document_split_async (DeskDocument *self,
                           const char *entity_id,
                           DeskMention *mention,
                           DeskRuleScope scope,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  DeskRepairStep step;
  const char *words;
  g_autofree char *short_words = NULL;
  g_autofree char *short_name = NULL;
  DeskRule *cause;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (entity_id != NULL);
  g_return_if_fail (DESK_IS_MENTION (mention));

  if (!desk_repair_step_begin (&step, self, entity_id, scope, cancellable, callback, user_data, desk_document_split_async))
    return;

  words = desk_mention_get_text (mention);
  short_words = desk_session_dup_short (words);
  short_name = desk_session_dup_short (desk_entity_get_name (step.entity));
  /* Translators: an action that can be undone; a name, and the name of what it was wrongly taken for */
  desk_repair_step_take_name (&step, g_strdup_printf (_ ("Split “%s” from “%s”"), short_words, short_name));

  cause = find_cause (&step, mention, DESK_RULE_ACTION_JOIN);
  if (cause != NULL)
    {
      desk_repair_step_remove_rule (&step, cause);
    }
  else if (step.scope == DESK_RULE_SCOPE_MENTION)
    {
      g_autoptr (DeskIdentity) target = new_split_identity (&step, words);

      if (desk_entity_get_n_mentions (step.entity) > 1)
        desk_repair_step_take_rule (&step, desk_repair_step_new_rule (&step, DESK_RULE_ACTION_SPLIT, desk_entity_get_part (step.entity, 0), mention, target));
    }
  else if (has_other_words (step.entity, words))
    {
      if (are_same_words (words, desk_entity_get_name (step.entity)))
        step.scope = DESK_RULE_SCOPE_ARTICLE;
      split_words (&step, words);
    }
  desk_repair_step_run (&step);
}

/**
 * desk_document_dup_other_reading:
 * @entity_id: id of an entity in the analysis
 * @mention: a mention of it
 *
 * Returns: (transfer full) (nullable): the government that a place may stand for, or the place that a government is named
 *   by; %NULL for anything else
 */
DeskIdentity *
desk_document_dup_other_reading (DeskDocument *self,
                                 const char *entity_id,
                                 DeskMention *mention)
{
  DeskAnalysis *analysis;
  DeskEntity *entity;
  DeskEntity *other;
  DeskEntityKind kind;

  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (DESK_IS_MENTION (mention), NULL);

  analysis = desk_document_get_analysis (self);
  entity = analysis != NULL ? desk_analysis_find_entity (analysis, entity_id) : NULL;
  if (entity == NULL ||
      (desk_entity_get_kind (entity) != DESK_ENTITY_KIND_PLACE && desk_entity_get_kind (entity) != DESK_ENTITY_KIND_GOVERNMENT))
    return NULL;

  kind = desk_entity_get_kind (entity) == DESK_ENTITY_KIND_PLACE ? DESK_ENTITY_KIND_GOVERNMENT : DESK_ENTITY_KIND_PLACE;
  other = desk_analysis_find_entity (analysis, desk_mention_get_other_reading (mention));
  if (other != NULL && desk_entity_get_kind (other) == kind)
    return desk_entity_dup_identity (other);

  return desk_identity_new (kind, desk_mention_get_text (mention));
}

/* A wide rule about how these words are read takes the place of an earlier one. */
static void
remove_readings (DeskRepairStep *self,
                 const char *words)
{
  GPtrArray *rules = desk_document_get_rules (self->document);

  for (guint i = 0; i < rules->len; i++)
    {
      DeskRule *rule = g_ptr_array_index (rules, i);

      if (desk_rule_get_action (rule) == DESK_RULE_ACTION_READ && desk_rule_get_scope (rule) == self->scope &&
          (self->scope == DESK_RULE_SCOPE_LIBRARY || g_str_equal (desk_rule_get_article_id (rule), desk_repair_step_get_article_id (self))) &&
          are_same_words (desk_rule_get_form (rule), words))
        desk_repair_step_remove_rule (self, rule);
    }
}

/**
 * desk_document_read_async:
 * @entity_id: id of an entity in the analysis
 * @mention: a mention of it
 * @scope: only this mention, or all that are in the same words, here or everywhere
 *
 * Switches between a place and the government that it stands for.
 */
void
desk_document_read_async (DeskDocument *self,
                          const char *entity_id,
                          DeskMention *mention,
                          DeskRuleScope scope,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  DeskRepairStep step;
  g_autofree char *short_words = NULL;
  g_autoptr (DeskIdentity) target = NULL;
  DeskRule *cause;
  DeskRule *rule;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (entity_id != NULL);
  g_return_if_fail (DESK_IS_MENTION (mention));

  if (!desk_repair_step_begin (&step, self, entity_id, scope, cancellable, callback, user_data, desk_document_read_async))
    return;

  target = desk_document_dup_other_reading (self, entity_id, mention);
  if (target == NULL)
    {
      desk_repair_step_run (&step);
      return;
    }

  short_words = desk_session_dup_short (desk_mention_get_text (mention));
  desk_repair_step_take_name (&step,
                              target->kind == DESK_ENTITY_KIND_GOVERNMENT
                                /* Translators: an action that can be undone: here “Beijing” is the government, not the city */
                                ? g_strdup_printf (_ ("Read “%s” as Government"), short_words)
                                /* Translators: an action that can be undone: here “Beijing” is the city, not the government */
                                : g_strdup_printf (_ ("Read “%s” as Place"), short_words));
  cause = find_cause (&step, mention, DESK_RULE_ACTION_READ);
  if (cause != NULL && step.scope == DESK_RULE_SCOPE_MENTION)
    {
      /* Back to what it was without it. */
      desk_repair_step_remove_rule (&step, cause);
    }
  else
    {
      rule = desk_repair_step_new_rule (&step, DESK_RULE_ACTION_READ, desk_entity_get_part (step.entity, 0), mention, target);
      desk_rule_set_form (rule, desk_mention_get_text (mention));
      if (step.scope != DESK_RULE_SCOPE_MENTION)
        remove_readings (&step, desk_mention_get_text (mention));
      desk_repair_step_take_rule (&step, rule);
    }
  desk_repair_step_run (&step);
}
