/* Rules about whole entities: each follows its rules to the end, and those that end in the same place are one.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-work-private.h"

#include <string.h>

static void
take_path (DeskRuleWork *self,
           DeskRuleNode *node,
           DeskRulePath *path)
{
  DeskRule *cause;

  if (path->apart && !node->apart)
    {
      node->apart = TRUE;
      node->touched = TRUE;
      self->changed = TRUE;
    }
  if (path->rules->len == 0)
    return;

  self->changed = TRUE;
  if (path->rejected)
    {
      node->rejected = TRUE;
      return;
    }

  for (guint i = 0; i < path->rules->len; i++)
    g_ptr_array_add (node->repairs, desk_repair_new (desk_rule_get_id (g_ptr_array_index (path->rules, i)),
                                                     g_ptr_array_index (path->names, i), NULL));
  /* A name or an entity that the reader gives it takes it back out of its corner. */
  if (!path->apart)
    node->apart = FALSE;
  node->barrier = NULL;
  desk_rule_node_rename (node, path->kind, path->name);
  cause = desk_rule_path_get_cause (path);
  if (cause != NULL)
    node->cause = cause;
}

static void
follow (DeskRuleWork *self,
        DeskRuleNode *node,
        DeskRuleTable *table,
        GHashTable *used)
{
  g_auto (DeskRulePath) path = { 0 };

  desk_rule_path_init (&path, node->kind, node->name);
  desk_rule_table_follow (table, &path, node->barrier);
  for (guint i = 0; i < path.rules->len; i++)
    g_hash_table_add (used, g_ptr_array_index (path.rules, i));
  take_path (self, node, &path);
}

/* Goes by a rule that speaks of a node by another name, and on from there. */
static void
follow_from (DeskRuleWork *self,
             DeskRuleNode *node,
             DeskRuleTable *table,
             DeskRule *rule)
{
  g_auto (DeskRulePath) path = { 0 };

  desk_rule_path_init (&path, node->kind, node->name);
  desk_rule_path_step (&path, rule);
  desk_rule_table_follow (table, &path, node->barrier);
  take_path (self, node, &path);
}

/* The rule of the library about one of its names of several words. */
static DeskRule *
find_by_name (DeskRuleNode *node,
              DeskRuleTable *table)
{
  for (guint i = 0; i < node->machines->len; i++)
    {
      const char *const *aliases = desk_entity_get_aliases (g_ptr_array_index (node->machines, i));

      for (guint j = 0; aliases[j] != NULL; j++)
        {
          g_autofree char *folded = desk_name_fold (aliases[j]);
          g_autofree char *key = NULL;
          DeskRule *rule;

          if (strchr (folded, ' ') == NULL)
            continue;

          key = desk_identity_dup_key (node->kind, folded);
          rule = g_hash_table_lookup (table->changes, key);
          if (rule != NULL)
            return rule;
        }
    }

  return NULL;
}

static void
follow_library (DeskRuleWork *self,
                DeskRuleTable *table)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);
      g_autofree char *key = NULL;
      DeskRule *by_name;

      if (!desk_rule_node_is_alive (node) || node->apart)
        continue;

      key = desk_identity_dup_key (node->kind, node->folded);
      by_name = node->renamed || g_hash_table_contains (table->changes, key) ? NULL : find_by_name (node, table);
      if (by_name != NULL)
        {
          follow_from (self, node, table, by_name);
        }
      else if (g_hash_table_contains (table->changes, key))
        {
          g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

          follow (self, node, table, used);
        }
    }
}

/* Another engine, or another version of the text, may name an entity differently: then its other names tell, and at last
 * those with another kind. */
static DeskRuleNode *
find_subject (DeskRuleWork *self,
              DeskRule *rule)
{
  const DeskIdentity *subject = desk_rule_get_subject (rule);
  const char *const *names = desk_rule_get_names (rule);
  g_autofree char *folded = desk_name_fold (subject->name);

  for (guint any_kind = 0; any_kind < 2; any_kind++)
    for (guint i = 0; i < self->nodes->len; i++)
      {
        DeskRuleNode *node = g_ptr_array_index (self->nodes, i);

        if (!desk_rule_node_is_alive (node) || node->renamed || (!any_kind && node->kind != subject->kind) ||
            (node->barrier != NULL && desk_rule_compare (rule, node->barrier) < 0))
          continue;
        if (desk_rule_node_has_name (node, folded, FALSE))
          return node;
        for (guint j = 0; names[j] != NULL; j++)
          {
            g_autofree char *name = desk_name_fold (names[j]);

            if (strcmp (node->folded, name) == 0)
              return node;
          }
      }

  return NULL;
}

static int
compare_rules (gconstpointer a,
               gconstpointer b)
{
  return desk_rule_compare (*(DeskRule *const *) a, *(DeskRule *const *) b);
}

static GPtrArray *
list_rules (GHashTable *rules)
{
  GPtrArray *list = g_hash_table_get_values_as_ptr_array (rules);

  g_ptr_array_sort (list, compare_rules);

  return list;
}

static void
follow_article (DeskRuleWork *self,
                DeskRuleTable *table)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) changes = list_rules (table->changes);
  g_autoptr (GPtrArray) aparts = list_rules (table->aparts);
  const guint n_nodes = self->nodes->len;

  for (guint i = 0; i < n_nodes; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);

      if (desk_rule_node_is_alive (node))
        follow (self, node, table, used);
    }

  for (guint i = 0; i < changes->len; i++)
    {
      DeskRule *rule = g_ptr_array_index (changes, i);
      DeskRuleNode *node = g_hash_table_contains (used, rule) ? NULL : find_subject (self, rule);

      if (node != NULL)
        follow_from (self, node, table, rule);
    }

  for (guint i = 0; i < aparts->len; i++)
    {
      DeskRule *rule = g_ptr_array_index (aparts, i);
      DeskRuleNode *node = desk_rule_work_find (self, desk_rule_get_subject (rule), TRUE);

      if (node == NULL)
        node = find_subject (self, rule);
      if (node != NULL && !node->apart && !node->renamed)
        {
          node->apart = TRUE;
          node->touched = TRUE;
          self->changed = TRUE;
        }
    }
}

/* What came to bear the same name and kind is the same; where both were left alone, the machine had its reasons. */
static void
merge_equals (DeskRuleWork *self,
              DeskRuleLevel level)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* Untouched ones first, for they are what others were joined to. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->nodes->len; i++)
      {
        DeskRuleNode *node = g_ptr_array_index (self->nodes, i);
        g_autofree char *key = NULL;
        DeskRuleNode *other;

        if (!desk_rule_node_is_alive (node) || node->renamed != (pass == 1))
          continue;

        key = desk_identity_dup_key (node->kind, node->folded);
        other = g_hash_table_lookup (by_key, key);
        if (other == NULL)
          g_hash_table_insert (by_key, g_steal_pointer (&key), node);
        else if (other == node || !node->renamed)
          continue;
        else if (level == DESK_RULE_LEVEL_ARTICLE || (!node->apart && !other->apart))
          desk_rule_work_merge (self, node, other);
      }
}

/* A rule may name its target as another article does. */
static void
merge_by_name (DeskRuleWork *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);

      if (!desk_rule_node_is_alive (node) || !node->renamed || node->apart || node->repairs->len == 0 ||
          strchr (node->folded, ' ') == NULL)
        continue;

      for (guint j = 0; j < self->nodes->len; j++)
        {
          DeskRuleNode *other = g_ptr_array_index (self->nodes, j);

          if (other != node && desk_rule_node_is_alive (other) && !other->renamed && other->kind == node->kind &&
              desk_rule_node_has_name (other, node->folded, FALSE))
            {
              desk_rule_work_merge (self, node, other);
              break;
            }
        }
    }
}

void
desk_rule_work_apply_to_entities (DeskRuleWork *self,
                                  DeskRuleLevel level)
{
  DeskRuleTable *table = self->tables[level];

  if (table != NULL && (g_hash_table_size (table->changes) > 0 || g_hash_table_size (table->aparts) > 0))
    {
      if (level == DESK_RULE_LEVEL_ARTICLE)
        follow_article (self, table);
      else
        follow_library (self, table);
      merge_equals (self, level);
      merge_by_name (self);
    }

  if (level == DESK_RULE_LEVEL_LIBRARY)
    return;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);

      node->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_identity_free);
      if (desk_rule_node_is_alive (node))
        g_ptr_array_add (node->parts, desk_identity_new (node->kind, node->name));
    }
}

DeskRuleNode *
desk_rule_work_find_end (DeskRuleWork *self,
                         const DeskIdentity *identity,
                         DeskRuleLevel level)
{
  g_auto (DeskRulePath) path = { 0 };
  DeskIdentity end;

  desk_rule_path_init (&path, identity->kind, identity->name);
  for (guint i = level; i < G_N_ELEMENTS (self->tables); i++)
    if (self->tables[i] != NULL)
      desk_rule_table_follow (self->tables[i], &path, NULL);
  if (path.rejected)
    return NULL;

  end = (DeskIdentity) { path.kind, path.name };

  return desk_rule_work_find_or_add (self, &end, level == DESK_RULE_LEVEL_ARTICLE);
}
