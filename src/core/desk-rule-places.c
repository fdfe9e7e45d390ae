/* Rules about single places, and about words wherever they stand: places move, or name nothing any more.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-work-private.h"

#include <string.h>

#include "desk-anchor-private.h"

/* The node that a rule made by taking something off. */
static DeskRuleNode *
find_or_add_split (DeskRuleWork *self,
                   DeskRule *rule,
                   DeskRuleLevel level)
{
  const DeskIdentity *target = desk_rule_get_target (rule);
  DeskRuleNode *node;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      node = g_ptr_array_index (self->nodes, i);
      /* Several places that were taken off under one name are one thing. */
      if (node->split != NULL && node->kind == target->kind && strcmp (node->name, target->name) == 0)
        return node;
    }

  node = desk_rule_work_add (self, target->kind, target->name);
  node->touched = TRUE;
  node->split = rule;
  node->barrier = rule;
  /* In its article it is a thing by itself, whatever bears its name elsewhere. */
  node->apart = level == DESK_RULE_LEVEL_ARTICLE;

  return node;
}

/* The entity that the machine, too, thought possible, where it is of the right kind. */
static DeskRuleNode *
find_other_reading (DeskRuleWork *self,
                    DeskRulePlace *place,
                    DeskEntityKind kind)
{
  const char *id = desk_mention_get_other_reading (place->mention);
  DeskRuleNode *node = id != NULL ? g_hash_table_lookup (self->by_machine, id) : NULL;

  if (node == NULL)
    return NULL;

  node = desk_rule_node_get_end (node);

  return node->kind == kind && !node->rejected ? node : NULL;
}

static void
put (DeskRuleWork *self,
     DeskRulePlace *place,
     DeskRule *rule,
     DeskRuleLevel level)
{
  DeskRuleNode *from = place->node != NULL ? desk_rule_node_get_end (place->node) : NULL;
  const DeskIdentity *target = desk_rule_get_target (rule);
  DeskRuleNode *to = NULL;

  switch (desk_rule_get_action (rule))
    {
    case DESK_RULE_ACTION_REJECT:
      break;
    case DESK_RULE_ACTION_SPLIT:
      if (from == NULL)
        return;
      to = find_or_add_split (self, rule, level);
      break;
    case DESK_RULE_ACTION_READ:
      to = find_other_reading (self, place, target->kind);
      if (to == NULL)
        to = desk_rule_work_find_or_add (self, target, level == DESK_RULE_LEVEL_ARTICLE);
      break;
    case DESK_RULE_ACTION_JOIN:
    case DESK_RULE_ACTION_RETYPE:
    case DESK_RULE_ACTION_RENAME:
      to = desk_rule_work_find_or_add (self, target, level == DESK_RULE_LEVEL_ARTICLE);
      break;
    case DESK_RULE_ACTION_APART:
    case DESK_RULE_ACTION_SPEAKER:
    case DESK_RULE_ACTION_DATE:
      return;
    }

  if (to != NULL && to == from)
    return;

  if (from != NULL)
    from->lost = TRUE;
  if (to != NULL)
    to->touched = TRUE;
  place->node = to;
  place->rule = rule;
  self->changed = TRUE;
}

/* A passage that the reader named by hand is not what merely touches it. */
static gboolean
is_same_place (DeskRulePlace *place,
               DeskRule *rule,
               guint start,
               guint end)
{
  guint first = MAX (desk_mention_get_start (place->mention), start);
  guint last = MIN (desk_mention_get_end (place->mention), end);
  guint longer = MAX (desk_mention_get_end (place->mention) - desk_mention_get_start (place->mention), end - start);

  return desk_rule_get_subject (rule) != NULL || (last > first && 2 * (last - first) >= longer);
}

static gboolean
speaks_of_places (DeskRule *rule)
{
  return desk_rule_get_action (rule) != DESK_RULE_ACTION_SPEAKER && desk_rule_get_action (rule) != DESK_RULE_ACTION_DATE;
}

static void
apply_anchored (DeskRuleWork *self,
                DeskRuleTable *table)
{
  g_autoptr (GHashTable) decided = g_hash_table_new (NULL, NULL);

  /* The latest word on a place is the one that counts. */
  for (guint i = table->anchored->len; i-- > 0;)
    {
      DeskRule *rule = g_ptr_array_index (table->anchored, i);
      DeskRulePlace *place;
      guint start;
      guint end;

      if (!speaks_of_places (rule) || !desk_anchor_find (desk_rule_get_anchor (rule), self->text, &start, &end))
        continue;

      place = desk_rule_work_find_place (self, start, end);
      if (place == NULL || !is_same_place (place, rule, start, end))
        {
          /* The reader saw more than the machine, or this machine less than the one before. */
          if (desk_rule_get_action (rule) != DESK_RULE_ACTION_REJECT && desk_rule_get_target (rule) != NULL)
            {
              DeskRuleNode *node = desk_rule_work_find_or_add (self, desk_rule_get_target (rule), TRUE);

              g_hash_table_add (decided, desk_rule_work_add_place (self, start, end, node, rule));
            }
        }
      else if (g_hash_table_add (decided, place))
        {
          put (self, place, rule, DESK_RULE_LEVEL_ARTICLE);
        }
    }
}

/* Whether a node is what a rule speaks of. */
static gboolean
is_subject (DeskRuleNode *node,
            DeskRule *rule,
            DeskRuleLevel level)
{
  const DeskIdentity *subject = desk_rule_get_subject (rule);
  const char *const *names = desk_rule_get_names (rule);
  g_autofree char *folded = NULL;

  if (node->kind != subject->kind)
    return FALSE;
  /* A reading hangs on the words alone: “Beijing” is a capital under any name. */
  if (desk_rule_get_action (rule) == DESK_RULE_ACTION_READ)
    return TRUE;

  folded = desk_name_fold (subject->name);
  if (desk_rule_node_has_name (node, folded, FALSE))
    return TRUE;
  if (level == DESK_RULE_LEVEL_LIBRARY)
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = desk_name_fold (names[i]);

      if (strcmp (node->folded, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The latest rule about words that has something to say about a node. */
static DeskRule *
choose_form_rule (GPtrArray *rules,
                  DeskRuleNode *node,
                  DeskRuleLevel level)
{
  for (guint i = rules->len; i-- > 0;)
    {
      DeskRule *rule = g_ptr_array_index (rules, i);

      if (is_subject (node, rule, level))
        return rule;
      /* It is read as the reader wants already; an earlier word to the contrary is outdated. */
      if (desk_rule_get_action (rule) == DESK_RULE_ACTION_READ && desk_rule_get_target (rule)->kind == node->kind)
        return NULL;
    }

  return NULL;
}

static void
apply_forms (DeskRuleWork *self,
             DeskRuleTable *table,
             DeskRuleLevel level)
{
  const guint n_places = self->places->len;

  if (g_hash_table_size (table->forms) == 0)
    return;

  for (guint i = 0; i < n_places; i++)
    {
      DeskRulePlace *place = g_ptr_array_index (self->places, i);
      DeskRuleNode *node = place->node != NULL ? desk_rule_node_get_end (place->node) : NULL;
      g_autofree char *folded = NULL;
      GPtrArray *rules;
      DeskRule *rule;

      /* What was said of this very place, or in this article, goes before what is said of such places. */
      if (node == NULL || place->rule != NULL || (level == DESK_RULE_LEVEL_LIBRARY && node->apart))
        continue;

      folded = desk_name_fold (desk_mention_get_text (place->mention));
      rules = g_hash_table_lookup (table->forms, folded);
      rule = rules != NULL ? choose_form_rule (rules, node, level) : NULL;
      if (rule != NULL)
        put (self, place, rule, level);
    }
}

/* An entity whose name was taken off bears the longest that is left. */
static void
rename_remainders (DeskRuleWork *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);
      const char *longest = NULL;
      gboolean taken = FALSE;

      if (!node->lost || !desk_rule_node_is_alive (node))
        continue;

      for (guint j = 0; j < self->places->len && !taken; j++)
        {
          DeskRulePlace *place = g_ptr_array_index (self->places, j);

          taken = (place->node != NULL && place->node->split != NULL && place->rule == place->node->split &&
                   desk_rule_get_anchor (place->rule) == NULL && g_ptr_array_find (node->machines, place->machine, NULL) &&
                   desk_rule_node_has_name (place->node, node->folded, TRUE));
        }
      if (!taken)
        continue;

      for (guint j = 0; j < self->places->len; j++)
        {
          DeskRulePlace *place = g_ptr_array_index (self->places, j);
          const char *words = desk_mention_get_text (place->mention);

          if (place->node != NULL && desk_rule_node_get_end (place->node) == node &&
              (longest == NULL || g_utf8_strlen (words, -1) > g_utf8_strlen (longest, -1)))
            longest = words;
        }
      if (longest != NULL)
        desk_rule_node_rename (node, node->kind, longest);
    }
}

void
desk_rule_work_apply_to_places (DeskRuleWork *self,
                                DeskRuleLevel level)
{
  DeskRuleTable *table = self->tables[level];

  if (table == NULL || (table->anchored->len == 0 && g_hash_table_size (table->forms) == 0))
    return;

  apply_anchored (self, table);
  apply_forms (self, table, level);
  rename_remainders (self);
  desk_rule_work_drop_empty (self);
}
