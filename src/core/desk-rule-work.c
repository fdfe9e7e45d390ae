/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-work-private.h"

#include <string.h>

static void
node_free (gpointer data)
{
  DeskRuleNode *node = data;

  g_free (node->name);
  g_free (node->folded);
  g_ptr_array_unref (node->machines);
  g_ptr_array_unref (node->repairs);
  g_clear_pointer (&node->parts, g_ptr_array_unref);
  g_free (node->id);
  g_free (node);
}

static void
place_free (gpointer data)
{
  DeskRulePlace *place = data;

  g_object_unref (place->mention);
  g_free (place);
}

DeskRuleNode *
desk_rule_work_add (DeskRuleWork *self,
                    DeskEntityKind kind,
                    const char *name)
{
  DeskRuleNode *node = g_new0 (DeskRuleNode, 1);

  node->kind = kind;
  node->name = g_strdup (name);
  node->folded = desk_name_fold (name);
  node->machines = g_ptr_array_new ();
  node->repairs = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_repair_free);
  g_ptr_array_add (self->nodes, node);

  return node;
}

DeskRuleWork *
desk_rule_work_new (DeskAnalysis *analysis,
                    DeskText *text,
                    DeskRuleTable *of_article,
                    DeskRuleTable *of_library)
{
  DeskRuleWork *self = g_new0 (DeskRuleWork, 1);
  GPtrArray *entities = desk_analysis_get_entities (analysis);

  self->analysis = analysis;
  self->text = text;
  self->tables[DESK_RULE_LEVEL_ARTICLE] = of_article;
  self->tables[DESK_RULE_LEVEL_LIBRARY] = of_library;
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->places = g_ptr_array_new_with_free_func (place_free);
  self->by_machine = g_hash_table_new (g_str_hash, g_str_equal);
  self->places_of = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);
      DeskRuleNode *node = desk_rule_work_add (self, desk_entity_get_kind (entity), desk_entity_get_name (entity));
      GPtrArray *places = g_ptr_array_sized_new (desk_entity_get_n_mentions (entity));

      g_ptr_array_add (node->machines, entity);
      node->id = g_strdup (desk_entity_get_id (entity));
      g_hash_table_insert (self->by_machine, (gpointer) desk_entity_get_id (entity), node);
      g_hash_table_insert (self->places_of, (gpointer) desk_entity_get_id (entity), places);
      for (guint j = 0; j < desk_entity_get_n_mentions (entity); j++)
        {
          DeskRulePlace *place = g_new0 (DeskRulePlace, 1);

          place->mention = g_object_ref (desk_entity_get_mention (entity, j));
          place->machine = entity;
          place->node = node;
          g_ptr_array_add (self->places, place);
          g_ptr_array_add (places, place);
        }
    }

  return self;
}

void
desk_rule_work_free (DeskRuleWork *self)
{
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->nodes);
  g_hash_table_unref (self->by_machine);
  g_hash_table_unref (self->places_of);
  g_free (self);
}

DeskRuleNode *
desk_rule_node_get_end (DeskRuleNode *self)
{
  while (self->into != NULL)
    self = self->into;

  return self;
}

gboolean
desk_rule_node_is_alive (DeskRuleNode *self)
{
  return self->into == NULL && !self->rejected;
}

void
desk_rule_node_rename (DeskRuleNode *self,
                       DeskEntityKind kind,
                       const char *name)
{
  self->kind = kind;
  self->renamed = TRUE;
  self->touched = TRUE;
  if (g_set_str (&self->name, name))
    {
      g_free (self->folded);
      self->folded = desk_name_fold (name);
    }
}

static gboolean
is_name (const char *name,
         const char *folded)
{
  g_autofree char *other = desk_name_fold (name);

  return strcmp (other, folded) == 0;
}

gboolean
desk_rule_node_has_name (DeskRuleNode *self,
                         const char *folded,
                         gboolean single_words)
{
  if (strcmp (self->folded, folded) == 0)
    return TRUE;
  if (!single_words && strchr (folded, ' ') == NULL)
    return FALSE;

  for (guint i = 0; i < self->machines->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (self->machines, i);
      const char *const *aliases = desk_entity_get_aliases (entity);

      if (is_name (desk_entity_get_name (entity), folded))
        return TRUE;
      for (guint j = 0; aliases[j] != NULL; j++)
        if (is_name (aliases[j], folded))
          return TRUE;
    }

  return FALSE;
}

DeskRuleNode *
desk_rule_work_find (DeskRuleWork *self,
                     const DeskIdentity *identity,
                     gboolean apart)
{
  g_autofree char *folded = desk_name_fold (identity->name);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);

      if (desk_rule_node_is_alive (node) && node->kind == identity->kind && (apart || !node->apart) &&
          strcmp (node->folded, folded) == 0)
        return node;
    }

  /* What a rule renamed is known by that name only. */
  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);

      if (desk_rule_node_is_alive (node) && node->kind == identity->kind && !node->apart && !node->renamed &&
          desk_rule_node_has_name (node, folded, FALSE))
        return node;
    }

  return NULL;
}

DeskRuleNode *
desk_rule_work_find_or_add (DeskRuleWork *self,
                            const DeskIdentity *identity,
                            gboolean apart)
{
  DeskRuleNode *node = desk_rule_work_find (self, identity, apart);

  if (node != NULL)
    return node;

  node = desk_rule_work_add (self, identity->kind, identity->name);
  node->touched = TRUE;

  return node;
}

static void
move_all (GPtrArray *from,
          GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_ptr_array_index (from, i));
  g_ptr_array_set_free_func (from, NULL);
  g_ptr_array_set_size (from, 0);
}

void
desk_rule_work_merge (DeskRuleWork *self,
                      DeskRuleNode *node,
                      DeskRuleNode *into)
{
  move_all (node->machines, into->machines);
  move_all (node->repairs, into->repairs);
  if (node->parts != NULL && into->parts != NULL)
    move_all (node->parts, into->parts);
  node->into = into;
  into->touched = TRUE;
  self->changed = TRUE;
}

static guint
count_overlap (DeskMention *mention,
               guint start,
               guint end)
{
  guint first = MAX (desk_mention_get_start (mention), start);
  guint last = MIN (desk_mention_get_end (mention), end);

  return last > first ? last - first : 0;
}

DeskRulePlace *
desk_rule_work_find_place (DeskRuleWork *self,
                           guint start,
                           guint end)
{
  DeskRulePlace *best = NULL;
  guint most = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      DeskRulePlace *place = g_ptr_array_index (self->places, i);
      guint overlap = count_overlap (place->mention, start, end);

      if (desk_mention_get_start (place->mention) == start && desk_mention_get_end (place->mention) == end)
        return place;
      if (overlap > most)
        {
          most = overlap;
          best = place;
        }
    }

  return best;
}

DeskRulePlace *
desk_rule_work_add_place (DeskRuleWork *self,
                          guint start,
                          guint end,
                          DeskRuleNode *node,
                          DeskRule *rule)
{
  DeskRulePlace *place = g_new0 (DeskRulePlace, 1);
  g_autofree char *words = desk_text_dup_slice (self->text, start, end);

  place->mention = desk_mention_new (start, end, words, DESK_CONFIDENCE_SURE, NULL);
  place->node = node;
  place->rule = rule;
  node->touched = TRUE;
  g_ptr_array_add (self->places, place);
  self->changed = TRUE;

  return place;
}

void
desk_rule_work_drop_empty (DeskRuleWork *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->places->len; i++)
    {
      DeskRulePlace *place = g_ptr_array_index (self->places, i);

      if (place->node != NULL)
        g_hash_table_add (used, desk_rule_node_get_end (place->node));
    }

  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);

      if (node->lost && node->into == NULL && !g_hash_table_contains (used, node))
        node->rejected = TRUE;
    }
}
