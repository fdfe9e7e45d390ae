/* Rules of the reader, apart from any open article.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-repair-step-private.h"
#include "desk-session.h"

typedef struct
{
  gboolean remove;
  DeskRuleScope scope;
  char *article_id;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->article_id);
  g_free (change);
}

static void
applied_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (desk_library_apply_finish (DESK_LIBRARY (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* NULL where a rule cannot be made so narrow or wide. */
static DeskStep *
new_step (const Change *change,
          GPtrArray *rules)
{
  g_autoptr (DeskStep) step = NULL;

  if (change->remove)
    {
      g_autofree char *name = g_strdup_printf (
        /* Translators: an action that can be undone */
        ngettext ("Remove Correction", "Remove %u Corrections", rules->len), rules->len);

      step = desk_step_new (name);
    }
  else
    {
      /* Translators: an action that can be undone: a correction is to hold for more or for fewer articles */
      step = desk_step_new (_ ("Change Scope of Correction"));
    }

  for (guint i = 0; i < rules->len; i++)
    {
      DeskRule *before = g_ptr_array_index (rules, i);
      g_autoptr (DeskRule) after = NULL;

      if (!change->remove)
        {
          after = desk_rule_copy_with_scope (before, change->scope, change->article_id);
          if (after == NULL)
            return NULL;
        }
      desk_step_add_rule (step, before, after);
    }

  return g_steal_pointer (&step);
}

static void
found_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GTask) task = data;
  const Change *change = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (DeskStep) step = NULL;
  GError *error = NULL;

  rules = desk_library_find_rules_finish (DESK_LIBRARY (object), result, &error);
  if (rules == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (rules->len == 0)
    {
      g_task_return_new_error (task, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND, _ ("This correction is no longer there."));
      return;
    }

  step = new_step (change, rules);
  if (step == NULL)
    g_task_return_new_error (task, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED, _ ("This correction can’t have that scope."));
  else
    desk_library_apply_async (DESK_LIBRARY (object), step, cancellable, applied_cb, g_steal_pointer (&task));
}

static void
change_rules (DeskSession *self,
              const char *const *rule_ids,
              Change *change,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, change_rules);
  g_task_set_task_data (task, change, change_free);
  desk_library_find_rules_async (desk_session_get_library (self), rule_ids, cancellable, found_cb, g_steal_pointer (&task));
}

/**
 * desk_session_remove_rules_async:
 * @rule_ids: (array zero-terminated=1): ids of rules
 *
 * Takes rules away: what they said is as the machine said it again.
 */
void
desk_session_remove_rules_async (DeskSession *self,
                                 const char *const *rule_ids,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Change *change;

  g_return_if_fail (DESK_IS_SESSION (self));
  g_return_if_fail (rule_ids != NULL);

  change = g_new0 (Change, 1);
  change->remove = TRUE;
  change_rules (self, rule_ids, change, cancellable, callback, user_data);
}

/**
 * desk_session_set_rule_scope_async:
 * @rule_id: id of a rule
 * @scope: where it is to hold
 * @article_id: (nullable): id of the article, for the scope of one
 *
 * Makes a rule narrower (“only in this article”) or wider.
 */
void
desk_session_set_rule_scope_async (DeskSession *self,
                                   const char *rule_id,
                                   DeskRuleScope scope,
                                   const char *article_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  const char *const ids[] = { rule_id, NULL };
  Change *change;

  g_return_if_fail (DESK_IS_SESSION (self));
  g_return_if_fail (rule_id != NULL);
  g_return_if_fail ((scope == DESK_RULE_SCOPE_LIBRARY) == (article_id == NULL));

  change = g_new0 (Change, 1);
  change->scope = scope;
  change->article_id = g_strdup (article_id);
  change_rules (self, ids, change, cancellable, callback, user_data);
}

/**
 * desk_session_join_async:
 * @subject: an entity of the library
 * @target: what it is
 *
 * Joins two entities wherever they are named, now and later.
 */
void
desk_session_join_async (DeskSession *self,
                         const DeskIdentity *subject,
                         const DeskIdentity *target,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (DeskRule) rule = NULL;
  g_autoptr (DeskStep) step = NULL;
  g_autofree char *short_subject = NULL;
  g_autofree char *short_target = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (DESK_IS_SESSION (self));
  g_return_if_fail (subject != NULL);
  g_return_if_fail (target != NULL);

  short_subject = desk_session_dup_short (subject->name);
  short_target = desk_session_dup_short (target->name);
  /* Translators: an action that can be undone; two names of the same person, organisation … */
  name = g_strdup_printf (_ ("Join “%s” with “%s”"), short_subject, short_target);
  step = desk_step_new (name);
  rule = desk_rule_new (DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, NULL);
  desk_rule_set_subject (rule, subject);
  desk_rule_set_target (rule, target);
  desk_step_add_rule (step, NULL, rule);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_session_join_async);
  desk_library_apply_async (desk_session_get_library (self), step, cancellable, applied_cb, g_steal_pointer (&task));
}
