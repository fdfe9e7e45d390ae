/* What the reader repairs about quotes, statements and dates: each action is one step of rules.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-edtf.h"
#include "desk-repair-step-private.h"

/* A rule for a place, or for all that is in these words. */
static DeskRule *
new_rule (DeskRepairStep *self,
          DeskRuleAction action,
          DeskRange place,
          const char *words)
{
  DeskRule *rule = desk_rule_new (action, self->scope, self->scope != DESK_RULE_SCOPE_LIBRARY ? desk_repair_step_get_article_id (self) : NULL);

  if (self->scope == DESK_RULE_SCOPE_MENTION)
    desk_rule_set_anchor (rule, desk_repair_step_get_text (self), place.start, place.end);
  if (words != NULL && *words != '\0')
    desk_rule_set_form (rule, words);

  return rule;
}

/* An earlier rule of the same reach has nothing to say any more. */
static void
replace (DeskRepairStep *self,
         const DeskRepair *repair)
{
  DeskRule *rule = repair != NULL ? desk_document_find_rule (self->document, repair->rule) : NULL;

  if (rule != NULL && desk_rule_get_scope (rule) == self->scope)
    desk_repair_step_remove_rule (self, rule);
}

static void
set_speaker (DeskRepairStep *self,
             DeskRange content,
             DeskRange span,
             const DeskRepair *repair,
             const DeskIdentity *target)
{
  g_autofree char *words = desk_text_dup_slice (desk_repair_step_get_text (self), span.start, span.end);
  DeskRule *rule;

  /* Without words for the speaker there is nothing that could be told of others. */
  if (*words == '\0')
    self->scope = DESK_RULE_SCOPE_MENTION;

  if (target != NULL)
    {
      g_autofree char *short_name = desk_session_dup_short (target->name);

      /* Translators: an action that can be undone; who said what is quoted */
      desk_repair_step_take_name (self, g_strdup_printf (_ ("Set Speaker to “%s”"), short_name));
    }
  else
    {
      /* Translators: an action that can be undone: nobody is known to have said what is quoted */
      desk_repair_step_take_name (self, g_strdup (_ ("Remove Speaker")));
    }

  rule = new_rule (self, DESK_RULE_ACTION_SPEAKER, content, words);
  desk_rule_set_target (rule, target);
  replace (self, repair);
  desk_repair_step_take_rule (self, rule);
}

/**
 * desk_document_set_speaker_async:
 * @quote: a quote of the analysis
 * @target: (nullable): who said it; %NULL for nobody that is known
 * @scope: this quote only, or all that is given to the same words, here or everywhere
 *
 * Says who said what is quoted. Where the text has no words for the speaker it is for this quote only.
 */
void
desk_document_set_speaker_async (DeskDocument *self,
                                 const DeskQuote *quote,
                                 const DeskIdentity *target,
                                 DeskRuleScope scope,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  DeskRepairStep step;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (quote != NULL && quote->parts->len > 0);

  desk_repair_step_begin (&step, self, NULL, scope, cancellable, callback, user_data, desk_document_set_speaker_async);
  set_speaker (&step, g_array_index (quote->parts, DeskRange, 0), quote->speaker_span, quote->repair, target);
  desk_repair_step_run (&step);
}

/**
 * desk_document_set_statement_speaker_async:
 * @statement: a statement of the analysis
 * @target: (nullable): who said it; %NULL for nobody that is known
 * @scope: this one only, or all that is given to the same words, here or everywhere
 *
 * Says who said what is reported.
 */
void
desk_document_set_statement_speaker_async (DeskDocument *self,
                                           const DeskStatement *statement,
                                           const DeskIdentity *target,
                                           DeskRuleScope scope,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  DeskRepairStep step;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (statement != NULL);

  desk_repair_step_begin (&step, self, NULL, scope, cancellable, callback, user_data, desk_document_set_statement_speaker_async);
  set_speaker (&step, statement->content, statement->speaker_span, statement->repair, target);
  desk_repair_step_run (&step);
}

/**
 * desk_document_set_date_async:
 * @date: a date of the analysis
 * @value: (nullable): what it is, in EDTF; %NULL or empty: it is no date
 * @scope: this one only, or all that are in the same words, here or everywhere
 *
 * Corrects a date. Fails for a value that is none.
 */
void
desk_document_set_date_async (DeskDocument *self,
                              const DeskDate *date,
                              const char *value,
                              DeskRuleScope scope,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  DeskRepairStep step;
  DeskRule *rule;
  g_autofree char *short_text = NULL;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (date != NULL);

  desk_repair_step_begin (&step, self, NULL, scope, cancellable, callback, user_data, desk_document_set_date_async);
  if (value != NULL && *value == '\0')
    value = NULL;
  if (value != NULL && !desk_edtf_is_valid (value))
    {
      g_task_return_new_error (step.task, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED,
                               /* Translators: what the reader typed */
                               _ ("“%s” is no date. Write it like 2023-02-07, 2023-02 or 2023."), value);
      g_clear_object (&step.task);
      return;
    }

  short_text = desk_session_dup_short (date->text);
  /* Translators: an action that can be undone; the words of a date in the text, such as “last June” */
  desk_repair_step_take_name (&step, g_strdup_printf (_ ("Correct Date “%s”"), short_text));
  rule = new_rule (&step, DESK_RULE_ACTION_DATE, date->span, date->text);
  desk_rule_set_value (rule, value);
  replace (&step, date->repair);
  desk_repair_step_take_rule (&step, rule);
  desk_repair_step_run (&step);
}
