/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-repair-step-private.h"

#include <glib/gi18n-lib.h>

/* Passages in names of steps are cut at this many code points. */
#define NAME_LENGTH 30
/* Names by which an entity is found again when another engine names it differently. */
#define MAX_NAMES 16

char *
desk_session_dup_short (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t", ' ');

  if (g_utf8_strlen (line, -1) <= NAME_LENGTH)
    return g_steal_pointer (&line);

  *g_utf8_offset_to_pointer (line, NAME_LENGTH - 1) = '\0';
  return g_strconcat (g_strchomp (line), "…", NULL);
}

void
desk_step_add_rule (DeskStep *step,
                    DeskRule *before,
                    DeskRule *after)
{
  const char *from = before != NULL ? desk_rule_get_article_id (before) : NULL;
  const char *to = after != NULL ? desk_rule_get_article_id (after) : NULL;
  const char *id = desk_rule_get_id (before != NULL ? before : after);

  /* From one article to another it leaves the one before it comes to the other. */
  if (from != NULL && to != NULL && !g_str_equal (from, to))
    {
      desk_step_add (step, DESK_CHANGE_RULE, from, id, desk_rule_to_variant (before), NULL);
      desk_step_add (step, DESK_CHANGE_RULE, to, id, NULL, desk_rule_to_variant (after));
      return;
    }

  desk_step_add (step, DESK_CHANGE_RULE, to != NULL ? to : from != NULL ? from
                                                                        : "",
                 id, before != NULL ? desk_rule_to_variant (before) : NULL, after != NULL ? desk_rule_to_variant (after) : NULL);
}

gboolean
desk_repair_step_begin (DeskRepairStep *self,
                        DeskDocument *document,
                        const char *entity_id,
                        DeskRuleScope scope,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data,
                        gpointer source_tag)
{
  self->document = document;
  self->analysis = desk_document_get_analysis (document);
  self->entity = NULL;
  self->scope = scope;
  self->step = NULL;
  self->task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, source_tag);

  if (entity_id == NULL)
    return TRUE;

  self->entity = self->analysis != NULL ? desk_analysis_find_entity (self->analysis, entity_id) : NULL;
  if (self->entity == NULL)
    {
      g_task_return_new_error (self->task, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND,
                               _ ("This entity is no longer there."));
      g_clear_object (&self->task);
      return FALSE;
    }

  /* What the reader keeps apart in this article does not follow rules of the library, nor does it make any. */
  if (scope == DESK_RULE_SCOPE_LIBRARY && desk_entity_get_apart (self->entity))
    self->scope = DESK_RULE_SCOPE_ARTICLE;

  return TRUE;
}

void
desk_repair_step_take_name (DeskRepairStep *self,
                            char *name)
{
  g_clear_object (&self->step);
  self->step = desk_step_new (name);
  g_free (name);
}

void
desk_repair_step_take_rule (DeskRepairStep *self,
                            DeskRule *rule)
{
  desk_step_add_rule (self->step, NULL, rule);
  g_object_unref (rule);
}

void
desk_repair_step_remove_rule (DeskRepairStep *self,
                              DeskRule *rule)
{
  desk_step_add_rule (self->step, rule, NULL);
}

DeskText *
desk_repair_step_get_text (DeskRepairStep *self)
{
  return desk_version_get_text (desk_article_get_version (desk_document_get_article (self->document)));
}

const char *
desk_repair_step_get_article_id (DeskRepairStep *self)
{
  return desk_article_get_id (desk_document_get_article (self->document));
}

DeskRule *
desk_repair_step_new_rule (DeskRepairStep *self,
                           DeskRuleAction action,
                           const DeskIdentity *subject,
                           DeskMention *mention,
                           const DeskIdentity *target)
{
  DeskRule *rule = desk_rule_new (action, self->scope, self->scope != DESK_RULE_SCOPE_LIBRARY ? desk_repair_step_get_article_id (self) : NULL);
  const char *const *aliases = desk_entity_get_aliases (self->entity);

  desk_rule_set_subject (rule, subject);
  desk_rule_set_target (rule, target);
  if (self->scope == DESK_RULE_SCOPE_MENTION)
    {
      desk_rule_set_anchor (rule, desk_repair_step_get_text (self), desk_mention_get_start (mention), desk_mention_get_end (mention));
      desk_rule_set_form (rule, desk_mention_get_text (mention));
    }
  else if (desk_entity_get_n_parts (self->entity) == 1)
    {
      desk_rule_add_name (rule, desk_entity_get_name (self->entity));
      for (guint i = 0; aliases[i] != NULL && i < MAX_NAMES; i++)
        desk_rule_add_name (rule, aliases[i]);
    }

  return rule;
}

static void
followed_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (GTask) task = data;

  g_task_return_pointer (task, g_strdup (DESK_REPAIR_DONE), g_free);
}

static void
applied_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskDocument *document = g_task_get_source_object (task);
  GError *error = NULL;

  if (desk_library_apply_finish (DESK_LIBRARY (object), result, &error))
    desk_document_follow_rules_async (document, followed_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

void
desk_repair_step_run (DeskRepairStep *self)
{
  g_autoptr (DeskStep) step = g_steal_pointer (&self->step);
  g_autoptr (GTask) task = g_steal_pointer (&self->task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (step == NULL || desk_step_get_n_changes (step) == 0)
    g_task_return_pointer (task, g_strdup (DESK_REPAIR_NOTHING), g_free);
  else
    desk_library_apply_async (desk_document_get_library (self->document), step, cancellable, applied_cb,
                              g_steal_pointer (&task));
}
