/* What the reader repairs about entities: each action is one step of rules.
 *
 * A rule for the article speaks of what the entity is made of before the rules of the library; one for the library speaks
 * of the entity as it is shown.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-repair-step-private.h"

/* Makes the entity, or one mention of it, something else. */
static void
change (DeskRepairStep *self,
        DeskRuleAction action,
        DeskMention *mention,
        const DeskIdentity *target)
{
  g_autoptr (DeskIdentity) shown = desk_entity_dup_identity (self->entity);

  if (target != NULL && desk_identity_equal (shown, target) && strcmp (shown->name, target->name) == 0)
    return;

  if (self->scope != DESK_RULE_SCOPE_ARTICLE)
    {
      desk_repair_step_take_rule (self, desk_repair_step_new_rule (self, action, shown, mention, target));
      return;
    }

  for (guint i = 0; i < desk_entity_get_n_parts (self->entity); i++)
    {
      const DeskIdentity *part = desk_entity_get_part (self->entity, i);
      const gboolean is_shown = desk_identity_equal (part, shown);

      /* What a rule of the library joined or renamed would fall out of that rule under another name or kind: so it is
       * joined here, to the same end. */
      desk_repair_step_take_rule (self, desk_repair_step_new_rule (self, is_shown || target == NULL ? action : DESK_RULE_ACTION_JOIN, part, NULL, target));
    }
}

static void
take_joined_name (DeskRepairStep *self,
                  const char *subject,
                  const char *target)
{
  g_autofree char *short_subject = desk_session_dup_short (subject);
  g_autofree char *short_target = desk_session_dup_short (target);

  /* Translators: an action that can be undone; two names of the same person, organisation … */
  desk_repair_step_take_name (self, g_strdup_printf (_ ("Join “%s” with “%s”"), short_subject, short_target));
}

/**
 * desk_document_join_async:
 * @entity_id: id of an entity in the analysis
 * @mention: (nullable): the mention, for the scope of one
 * @target: what it is: an entity of this article or of the library
 * @scope: where that holds
 *
 * Joins an entity with another one, or gives one mention to another one.
 */
void
desk_document_join_async (DeskDocument *self,
                          const char *entity_id,
                          DeskMention *mention,
                          const DeskIdentity *target,
                          DeskRuleScope scope,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  DeskRepairStep step;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (entity_id != NULL);
  g_return_if_fail (mention != NULL || scope != DESK_RULE_SCOPE_MENTION);
  g_return_if_fail (target != NULL);

  if (!desk_repair_step_begin (&step, self, entity_id, scope, cancellable, callback, user_data, desk_document_join_async))
    return;

  take_joined_name (&step, mention != NULL ? desk_mention_get_text (mention) : desk_entity_get_name (step.entity), target->name);
  change (&step, DESK_RULE_ACTION_JOIN, mention, target);
  desk_repair_step_run (&step);
}

/**
 * desk_document_name_async:
 * @start: first code point of a passage
 * @end: code point after the last
 * @target: what it names
 *
 * Says what a passage names that the machine passed over.
 */
void
desk_document_name_async (DeskDocument *self,
                          guint start,
                          guint end,
                          const DeskIdentity *target,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  DeskRepairStep step;
  DeskRule *rule;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (start < end);
  g_return_if_fail (target != NULL);

  desk_repair_step_begin (&step, self, NULL, DESK_RULE_SCOPE_MENTION, cancellable, callback, user_data, desk_document_name_async);
  rule = desk_rule_new (DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_MENTION, desk_repair_step_get_article_id (&step));
  desk_rule_set_anchor (rule, desk_repair_step_get_text (&step), start, end);
  desk_rule_set_form (rule, desk_rule_get_anchor (rule)->exact);
  desk_rule_set_target (rule, target);
  take_joined_name (&step, desk_rule_get_anchor (rule)->exact, target->name);
  desk_repair_step_take_rule (&step, rule);
  desk_repair_step_run (&step);
}

/**
 * desk_document_keep_apart_async:
 * @entity_id: id of an entity in the analysis
 *
 * Says that what this article calls so is not what is called so elsewhere.
 */
void
desk_document_keep_apart_async (DeskDocument *self,
                                const char *entity_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  DeskRepairStep step;
  g_autofree char *short_name = NULL;
  g_autoptr (DeskIdentity) shown = NULL;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (entity_id != NULL);

  if (!desk_repair_step_begin (&step, self, entity_id, DESK_RULE_SCOPE_ARTICLE, cancellable, callback, user_data, desk_document_keep_apart_async))
    return;

  short_name = desk_session_dup_short (desk_entity_get_name (step.entity));
  shown = desk_entity_dup_identity (step.entity);
  /* Translators: an action that can be undone: what this article calls so is something else than in other articles */
  desk_repair_step_take_name (&step, g_strdup_printf (_ ("Keep “%s” Apart in This Article"), short_name));

  if (!desk_entity_get_apart (step.entity))
    {
      /* What rules of the library made of it stays together. */
      for (guint i = 0; i < desk_entity_get_n_parts (step.entity); i++)
        {
          const DeskIdentity *part = desk_entity_get_part (step.entity, i);

          if (!desk_identity_equal (part, shown))
            desk_repair_step_take_rule (&step, desk_repair_step_new_rule (&step, DESK_RULE_ACTION_JOIN, part, NULL, shown));
        }
      desk_repair_step_take_rule (&step, desk_repair_step_new_rule (&step, DESK_RULE_ACTION_APART, shown, NULL, NULL));
    }
  desk_repair_step_run (&step);
}

/**
 * desk_document_reject_async:
 * @entity_id: id of an entity in the analysis
 * @mention: (nullable): the mention, for the scope of one
 * @scope: where that holds
 *
 * Says that something is no entity.
 */
void
desk_document_reject_async (DeskDocument *self,
                            const char *entity_id,
                            DeskMention *mention,
                            DeskRuleScope scope,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  DeskRepairStep step;
  g_autofree char *short_name = NULL;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (entity_id != NULL);
  g_return_if_fail (mention != NULL || scope != DESK_RULE_SCOPE_MENTION);

  if (!desk_repair_step_begin (&step, self, entity_id, scope, cancellable, callback, user_data, desk_document_reject_async))
    return;

  short_name = desk_session_dup_short (mention != NULL ? desk_mention_get_text (mention) : desk_entity_get_name (step.entity));
  /* Translators: an action that can be undone: this is not the name of anything */
  desk_repair_step_take_name (&step, g_strdup_printf (_ ("Reject “%s”"), short_name));
  change (&step, DESK_RULE_ACTION_REJECT, mention, NULL);
  desk_repair_step_run (&step);
}

/**
 * desk_document_retype_async:
 * @entity_id: id of an entity in the analysis
 * @mention: (nullable): the mention, for the scope of one
 * @kind: its kind
 * @scope: where that holds
 *
 * Changes the kind of an entity.
 */
void
desk_document_retype_async (DeskDocument *self,
                            const char *entity_id,
                            DeskMention *mention,
                            DeskEntityKind kind,
                            DeskRuleScope scope,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  DeskRepairStep step;
  g_autofree char *short_name = NULL;
  DeskIdentity target;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (entity_id != NULL);
  g_return_if_fail (mention != NULL || scope != DESK_RULE_SCOPE_MENTION);

  if (!desk_repair_step_begin (&step, self, entity_id, scope, cancellable, callback, user_data, desk_document_retype_async))
    return;

  short_name = desk_session_dup_short (desk_entity_get_name (step.entity));
  target = (DeskIdentity) { kind, (char *) desk_entity_get_name (step.entity) };
  /* Translators: an action that can be undone: a person, an organisation … is given another kind */
  desk_repair_step_take_name (&step, g_strdup_printf (_ ("Change Kind of “%s”"), short_name));
  change (&step, DESK_RULE_ACTION_RETYPE, mention, &target);
  desk_repair_step_run (&step);
}

/* A name and a kind at once are a join with what has both: two rules, one after the other, would also hold for what
 * already has the new kind and the old name. */
static DeskRuleAction
begin_identity (DeskRepairStep *self,
                const DeskIdentity *identity)
{
  g_autofree char *short_name = desk_session_dup_short (desk_entity_get_name (self->entity));

  if (identity->kind == desk_entity_get_kind (self->entity))
    {
      /* Translators: an action that can be undone */
      desk_repair_step_take_name (self, g_strdup_printf (_ ("Rename “%s”"), short_name));
      return DESK_RULE_ACTION_RENAME;
    }
  if (strcmp (identity->name, desk_entity_get_name (self->entity)) == 0)
    {
      desk_repair_step_take_name (self, g_strdup_printf (_ ("Change Kind of “%s”"), short_name));
      return DESK_RULE_ACTION_RETYPE;
    }

  /* Translators: an action that can be undone: a person, an organisation … is given another name and another kind */
  desk_repair_step_take_name (self, g_strdup_printf (_ ("Change Name and Kind of “%s”"), short_name));
  return DESK_RULE_ACTION_JOIN;
}

/**
 * desk_document_set_identity_async:
 * @entity_id: id of an entity in the analysis
 * @identity: its name and kind; an empty name changes nothing
 * @scope: in this article, or everywhere
 *
 * Changes the name or the kind of an entity, or both, in one step. One that has both already is the same from then on.
 */
void
desk_document_set_identity_async (DeskDocument *self,
                                  const char *entity_id,
                                  const DeskIdentity *identity,
                                  DeskRuleScope scope,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  DeskRepairStep step;
  g_autofree char *stripped = NULL;
  DeskIdentity target;
  DeskRuleAction action;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (entity_id != NULL);
  g_return_if_fail (identity != NULL);
  g_return_if_fail (scope != DESK_RULE_SCOPE_MENTION);

  if (!desk_repair_step_begin (&step, self, entity_id, scope, cancellable, callback, user_data, desk_document_set_identity_async))
    return;

  stripped = g_strstrip (g_strdup (identity->name));
  target = (DeskIdentity) { identity->kind, stripped };
  action = begin_identity (&step, &target);
  if (*stripped != '\0')
    change (&step, action, NULL, &target);
  desk_repair_step_run (&step);
}

/**
 * desk_document_repair_finish:
 * @changed: (out): whether there was something to change, and so is a step to undo
 *
 * Finishes a correction.
 *
 * Returns: whether it holds now and is on disk
 */
gboolean
desk_document_repair_finish (DeskDocument *self,
                             GAsyncResult *result,
                             gboolean *changed,
                             GError **error)
{
  g_autofree char *outcome = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  *changed = g_strcmp0 (outcome, DESK_REPAIR_DONE) == 0;

  return outcome != NULL;
}
