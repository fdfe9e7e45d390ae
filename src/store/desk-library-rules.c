/* Rules of the reader in the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-answer-list-private.h"
#include "desk-library-private.h"
#include "desk-rule-store-private.h"

static gboolean
load_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  DeskRuleSet *set = desk_rule_store_get_set (database, error);

  if (set == NULL)
    return FALSE;

  result->data = g_object_ref (set);
  result->free_data = g_object_unref;

  return TRUE;
}

/**
 * desk_library_load_rules_async:
 * @self: a library
 * @cancellable: (nullable): a cancellable
 * @callback: called when they are read
 * @user_data: data for @callback
 *
 * Reads all rules as they are now, for desk_rule_set_apply().
 */
void
desk_library_load_rules_async (DeskLibrary *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  desk_library_push (self, DESK_JOB_READ, load_job, NULL, NULL, desk_library_load_rules_async, cancellable, callback, user_data);
}

/**
 * desk_library_load_rules_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full): the rules
 */
DeskRuleSet *
desk_library_load_rules_finish (DeskLibrary *self,
                                GAsyncResult *result,
                                GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_load_rules_async))
    return NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
find_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  result->data = desk_rule_store_find (database, data, error);
  result->free_data = (GDestroyNotify) g_ptr_array_unref;

  return result->data != NULL;
}

/**
 * desk_library_find_rules_async:
 * @self: a library
 * @rule_ids: (array zero-terminated=1): ids of rules
 * @cancellable: (nullable): a cancellable
 * @callback: called when they are read
 * @user_data: data for @callback
 *
 * Reads some rules.
 */
void
desk_library_find_rules_async (DeskLibrary *self,
                               const char *const *rule_ids,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (rule_ids != NULL);

  desk_library_push (self, DESK_JOB_READ, find_job, g_strdupv ((char **) rule_ids), (GDestroyNotify) g_strfreev,
                     desk_library_find_rules_async, cancellable, callback, user_data);
}

/**
 * desk_library_find_rules_finish:
 * @self: a library
 * @result: the result
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full) (element-type DeskRule): those that are there
 */
GPtrArray *
desk_library_find_rules_finish (DeskLibrary *self,
                                GAsyncResult *result,
                                GError **error)
{
  if (!desk_library_is_result (self, result, desk_library_find_rules_async))
    return NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * desk_library_ask:
 * @self: a library
 * @question: a question
 *
 * Asks something about entities of the whole library, or for its rules.
 *
 * Returns: (transfer full): a list that fills with the answers and follows the library
 */
DeskAnswerList *
desk_library_ask (DeskLibrary *self,
                  const DeskQuestion *question)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  return desk_answer_list_new (self, question);
}
