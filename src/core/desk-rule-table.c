/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-table-private.h"

#include "desk-core-types.h"

char *
desk_identity_dup_key (DeskEntityKind kind,
                       const char *folded)
{
  return g_strdup_printf ("%c%s", 'a' + (int) kind, folded);
}

static char *
dup_key_of (const DeskIdentity *identity)
{
  g_autofree char *folded = desk_name_fold (identity->name);

  return desk_identity_dup_key (identity->kind, folded);
}

static void
unref_array (gpointer data)
{
  g_ptr_array_unref (data);
}

DeskRuleTable *
desk_rule_table_new (void)
{
  DeskRuleTable *self = g_new0 (DeskRuleTable, 1);

  self->changes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->aparts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_array);
  self->speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->anchored = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
desk_rule_table_free (DeskRuleTable *self)
{
  g_hash_table_unref (self->changes);
  g_hash_table_unref (self->aparts);
  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->speakers);
  g_hash_table_unref (self->dates);
  g_ptr_array_unref (self->anchored);
  g_free (self);
}

static void
add_form (DeskRuleTable *self,
          DeskRule *rule)
{
  g_autofree char *folded = desk_name_fold (desk_rule_get_form (rule));
  GPtrArray *rules = g_hash_table_lookup (self->forms, folded);

  if (rules == NULL)
    {
      rules = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->forms, g_steal_pointer (&folded), rules);
    }
  g_ptr_array_add (rules, g_object_ref (rule));
}

void
desk_rule_table_add (DeskRuleTable *self,
                     DeskRule *rule)
{
  self->n_rules++;

  if (desk_rule_get_anchor (rule) != NULL)
    {
      g_ptr_array_add (self->anchored, g_object_ref (rule));
      return;
    }

  switch (desk_rule_get_action (rule))
    {
    case DESK_RULE_ACTION_JOIN:
    case DESK_RULE_ACTION_SPLIT:
    case DESK_RULE_ACTION_REJECT:
    case DESK_RULE_ACTION_RETYPE:
    case DESK_RULE_ACTION_RENAME:
    case DESK_RULE_ACTION_READ:
      if (desk_rule_get_form (rule) != NULL)
        add_form (self, rule);
      else
        g_hash_table_replace (self->changes, dup_key_of (desk_rule_get_subject (rule)), g_object_ref (rule));
      break;
    case DESK_RULE_ACTION_APART:
      g_hash_table_replace (self->aparts, dup_key_of (desk_rule_get_subject (rule)), g_object_ref (rule));
      break;
    case DESK_RULE_ACTION_SPEAKER:
      g_hash_table_replace (self->speakers, desk_name_fold (desk_rule_get_form (rule)), g_object_ref (rule));
      break;
    case DESK_RULE_ACTION_DATE:
      g_hash_table_replace (self->dates, desk_name_fold (desk_rule_get_form (rule)), g_object_ref (rule));
      break;
    }
}

void
desk_rule_path_init (DeskRulePath *self,
                     DeskEntityKind kind,
                     const char *name)
{
  self->kind = kind;
  self->name = g_strdup (name);
  self->folded = desk_name_fold (name);
  self->rejected = FALSE;
  self->apart = FALSE;
  self->rules = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
}

void
desk_rule_path_clear (DeskRulePath *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
}

/* Where a rule leads from here. */
static void
look_ahead (DeskRulePath *self,
            DeskRule *rule,
            DeskEntityKind *kind,
            const char **name)
{
  const DeskIdentity *target = desk_rule_get_target (rule);
  const DeskRuleAction action = desk_rule_get_action (rule);

  /* A reading of a whole entity, or of a place where only it stands, is as good as a join. */
  *kind = action == DESK_RULE_ACTION_RENAME ? self->kind : target->kind;
  *name = action == DESK_RULE_ACTION_RETYPE ? self->name : target->name;
}

void
desk_rule_path_step (DeskRulePath *self,
                     DeskRule *rule)
{
  DeskEntityKind kind;
  const char *name;

  g_ptr_array_add (self->rules, g_object_ref (rule));
  if (desk_rule_get_action (rule) == DESK_RULE_ACTION_REJECT)
    {
      g_ptr_array_add (self->names, g_strdup (self->name));
      self->rejected = TRUE;
      return;
    }

  g_ptr_array_add (self->names,
                   g_strdup (desk_rule_get_action (rule) == DESK_RULE_ACTION_RETYPE
                               ? desk_enum_to_nick (DESK_TYPE_ENTITY_KIND, self->kind)
                               : self->name));
  look_ahead (self, rule, &kind, &name);
  self->kind = kind;
  if (g_set_str (&self->name, name))
    {
      g_free (self->folded);
      self->folded = desk_name_fold (name);
    }
  /* What was another thing of this name in this article is now known to be this. */
  if (desk_rule_get_action (rule) == DESK_RULE_ACTION_JOIN)
    self->apart = FALSE;
}

/* A place on the way. */
typedef struct
{
  DeskEntityKind kind;
  char *name;
} Station;

static void
clear_station (gpointer data)
{
  g_free (((Station *) data)->name);
}

/* Of a circle of rules the latest one has the last word: all that stands in it ends where that rule leads. */
static void
leave_circle (DeskRulePath *self,
              GArray *stations,
              guint first)
{
  const guint n_before = self->rules->len - stations->len;
  guint latest = first;

  for (guint i = first + 1; i < stations->len; i++)
    if (desk_rule_compare (g_ptr_array_index (self->rules, n_before + latest), g_ptr_array_index (self->rules, n_before + i)) < 0)
      latest = i;

  if (latest + 1 < stations->len)
    {
      const Station *end = &g_array_index (stations, Station, latest + 1);

      self->kind = end->kind;
      g_set_str (&self->name, end->name);
      g_free (self->folded);
      self->folded = desk_name_fold (self->name);
    }
}

void
desk_rule_table_follow (DeskRuleTable *self,
                        DeskRulePath *path,
                        DeskRule *barrier)
{
  g_autoptr (GArray) stations = g_array_new (FALSE, FALSE, sizeof (Station));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_array_set_clear_func (stations, clear_station);

  while (!path->rejected)
    {
      char *key = desk_identity_dup_key (path->kind, path->folded);
      DeskRule *rule = g_hash_table_lookup (self->changes, key);
      Station station = { path->kind, NULL };
      gpointer index;

      if (g_hash_table_contains (self->aparts, key))
        path->apart = TRUE;
      if (g_hash_table_lookup_extended (seen, key, NULL, &index))
        {
          leave_circle (path, stations, GPOINTER_TO_UINT (index));
          g_free (key);
          return;
        }
      g_hash_table_insert (seen, key, GUINT_TO_POINTER (stations->len));
      station.name = g_strdup (path->name);
      g_array_append_val (stations, station);
      if (rule == NULL || (barrier != NULL && stations->len == 1 && desk_rule_compare (rule, barrier) < 0))
        return;

      desk_rule_path_step (path, rule);
    }
}

DeskRule *
desk_rule_path_get_cause (DeskRulePath *self)
{
  DeskRule *cause = NULL;

  for (guint i = 0; i < self->rules->len; i++)
    {
      DeskRule *rule = g_ptr_array_index (self->rules, i);

      switch (desk_rule_get_action (rule))
        {
        case DESK_RULE_ACTION_JOIN:
          cause = rule;
          break;
        case DESK_RULE_ACTION_RETYPE:
          if (cause == NULL || desk_rule_get_action (cause) == DESK_RULE_ACTION_RETYPE)
            cause = rule;
          break;
        case DESK_RULE_ACTION_SPLIT:
        case DESK_RULE_ACTION_APART:
        case DESK_RULE_ACTION_REJECT:
        case DESK_RULE_ACTION_RENAME:
        case DESK_RULE_ACTION_READ:
        case DESK_RULE_ACTION_SPEAKER:
        case DESK_RULE_ACTION_DATE:
          break;
        }
    }

  return cause;
}
