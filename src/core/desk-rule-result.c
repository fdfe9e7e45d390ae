/* The analysis that comes out of the rules.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-work-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
desk_rule_get_why (DeskRule *rule)
{
  switch (desk_rule_get_action (rule))
    {
    case DESK_RULE_ACTION_JOIN:
      return desk_rule_get_subject (rule) != NULL ? N_ ("Joined by you") : N_ ("Named by you");
    case DESK_RULE_ACTION_SPLIT:
      return N_ ("Split off by you");
    case DESK_RULE_ACTION_APART:
      return N_ ("Kept apart by you");
    case DESK_RULE_ACTION_REJECT:
      return N_ ("Rejected by you");
    case DESK_RULE_ACTION_RETYPE:
      return N_ ("Kind set by you");
    case DESK_RULE_ACTION_RENAME:
      return N_ ("Renamed by you");
    case DESK_RULE_ACTION_READ:
      return N_ ("Reading chosen by you");
    case DESK_RULE_ACTION_SPEAKER:
      return N_ ("Speaker set by you");
    case DESK_RULE_ACTION_DATE:
      return N_ ("Date set by you");
    }

  g_return_val_if_reached (NULL);
}

/* The rule that a mention owes its entity to: the last on its way. */
static DeskRule *
find_cause (DeskRulePlace *place)
{
  DeskRule *cause = place->rule;

  for (DeskRuleNode *node = place->node; node != NULL; node = node->into)
    if (node->cause != NULL)
      cause = node->cause;

  return cause;
}

static const char *
get_other_reading (DeskRuleWork *self,
                   DeskRulePlace *place,
                   DeskRuleNode *end)
{
  const char *id = desk_mention_get_other_reading (place->mention);
  DeskRuleNode *other;

  /* A reading that the reader changed can be changed back. */
  if (place->rule != NULL && desk_rule_get_action (place->rule) == DESK_RULE_ACTION_READ && place->machine != NULL)
    id = desk_entity_get_id (place->machine);
  if (id == NULL)
    return NULL;

  other = g_hash_table_lookup (self->by_machine, id);
  if (other == NULL)
    return NULL;
  other = desk_rule_node_get_end (other);

  return other != end && !other->rejected ? other->id : NULL;
}

/* The mention itself where nothing is different about it. */
static DeskMention *
finish_mention (DeskRuleWork *self,
                DeskRulePlace *place,
                DeskRuleNode *end)
{
  DeskRule *cause = find_cause (place);
  const char *other = get_other_reading (self, place, end);
  DeskMention *mention;

  if (cause == NULL && g_strcmp0 (other, desk_mention_get_other_reading (place->mention)) == 0)
    return g_object_ref (place->mention);

  mention = desk_mention_new (desk_mention_get_start (place->mention), desk_mention_get_end (place->mention),
                              desk_mention_get_text (place->mention),
                              cause != NULL ? DESK_CONFIDENCE_SURE : desk_mention_get_confidence (place->mention),
                              cause != NULL ? desk_rule_get_why (cause) : desk_mention_get_why (place->mention));
  desk_mention_set_other_reading (mention, other);
  if (cause != NULL)
    {
      g_autoptr (DeskRepair) repair = desk_repair_new (desk_rule_get_id (cause),
                                                       place->machine != NULL ? desk_entity_get_name (place->machine) : NULL,
                                                       desk_mention_get_why (place->mention));

      desk_mention_set_repair (mention, repair);
    }

  return mention;
}

typedef struct
{
  DeskRuleNode *node;
  GPtrArray *places; /* of DeskRulePlace */
  guint first;       /* code point of its first mention */
  guint index;
} Group;

static void
clear_group (gpointer data)
{
  g_ptr_array_unref (((Group *) data)->places);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Group *first = a;
  const Group *second = b;

  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;

  return first->index < second->index ? -1 : first->index > second->index;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  guint first = desk_mention_get_start ((*(DeskRulePlace *const *) a)->mention);
  guint second = desk_mention_get_start ((*(DeskRulePlace *const *) b)->mention);

  return first < second ? -1 : first > second;
}

/* What is in the result, in the order of the text. */
static GArray *
group_places (DeskRuleWork *self)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);

  g_array_set_clear_func (groups, clear_group);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);
      Group group = { node, g_ptr_array_new (), G_MAXUINT, i };

      if (!desk_rule_node_is_alive (node))
        {
          g_ptr_array_unref (group.places);
          continue;
        }
      g_array_append_val (groups, group);
      g_hash_table_insert (indices, node, GUINT_TO_POINTER (groups->len));
    }

  for (guint i = 0; i < self->places->len; i++)
    {
      DeskRulePlace *place = g_ptr_array_index (self->places, i);
      DeskRuleNode *end = place->node != NULL ? desk_rule_node_get_end (place->node) : NULL;
      guint index = end != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (indices, end)) : 0;

      if (index > 0)
        {
          Group *group = &g_array_index (groups, Group, index - 1);

          g_ptr_array_add (group->places, place);
          group->first = MIN (group->first, desk_mention_get_start (place->mention));
        }
    }

  return groups;
}

static gboolean
is_taken (DeskRuleWork *self,
          const char *id)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);

      if (desk_rule_node_is_alive (node) && g_strcmp0 (node->id, id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What took in an entity of the machine goes on under its id. What only rules made has one that a machine never gives, and
 * that stays when further rules come. */
void
desk_rule_work_give_ids (DeskRuleWork *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      DeskRuleNode *node = g_ptr_array_index (self->nodes, i);
      g_autoptr (GString) id = NULL;

      if (!desk_rule_node_is_alive (node) || node->id != NULL)
        continue;
      if (node->machines->len > 0)
        {
          node->id = g_strdup (desk_entity_get_id (g_ptr_array_index (node->machines, 0)));
          continue;
        }

      id = g_string_new ("u:");
      g_string_append_printf (id, "%d:%s", (int) node->kind, node->folded);
      while (is_taken (self, id->str))
        g_string_append_c (id, '\'');
      node->id = g_strdup (id->str);
    }
}

static gboolean
has_words (GPtrArray *places,
           const char *words)
{
  for (guint i = 0; i < places->len; i++)
    if (strcmp (desk_mention_get_text (((DeskRulePlace *) g_ptr_array_index (places, i))->mention), words) == 0)
      return TRUE;

  return FALSE;
}

/* Whether words of an entity now stand for another one, and nowhere for it. */
static gboolean
was_taken (DeskRuleWork *self,
           DeskEntity *entity,
           const char *words,
           GPtrArray *places)
{
  if (has_words (places, words))
    return FALSE;

  for (guint i = 0; i < self->places->len; i++)
    {
      DeskRulePlace *place = g_ptr_array_index (self->places, i);

      if (place->machine == entity && strcmp (desk_mention_get_text (place->mention), words) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_names (DeskRuleWork *self,
           DeskRuleNode *node,
           GPtrArray *places,
           DeskEntity *result)
{
  for (guint i = 0; i < node->machines->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (node->machines, i);
      const char *const *aliases = desk_entity_get_aliases (entity);

      if (!was_taken (self, entity, desk_entity_get_name (entity), places))
        desk_entity_add_alias (result, desk_entity_get_name (entity));
      for (guint j = 0; aliases[j] != NULL; j++)
        if (!was_taken (self, entity, aliases[j], places))
          desk_entity_add_alias (result, aliases[j]);
      for (guint j = 0; j < desk_entity_get_n_roles (entity); j++)
        {
          const DeskRole *role = desk_entity_get_role (entity, j);

          desk_entity_add_role (result, role->text, role->start, role->end);
        }
    }
}

static gboolean
is_untouched (DeskRuleWork *self,
              Group *group)
{
  DeskRuleNode *node = group->node;
  DeskEntity *machine = node->machines->len == 1 ? g_ptr_array_index (node->machines, 0) : NULL;

  if (machine == NULL || node->touched || node->lost || node->repairs->len > 0 || node->apart)
    return FALSE;

  for (guint i = 0; i < group->places->len; i++)
    {
      DeskRulePlace *place = g_ptr_array_index (group->places, i);

      if (g_strcmp0 (get_other_reading (self, place, node), desk_mention_get_other_reading (place->mention)) != 0)
        return FALSE;
    }

  return TRUE;
}

static DeskEntity *
finish_entity (DeskRuleWork *self,
               Group *group)
{
  DeskRuleNode *node = group->node;
  DeskEntity *entity;

  if (is_untouched (self, group))
    return g_object_ref (g_ptr_array_index (node->machines, 0));

  entity = desk_entity_new (node->id, node->name, node->kind);
  g_ptr_array_sort (group->places, compare_places);
  for (guint i = 0; i < group->places->len; i++)
    {
      g_autoptr (DeskMention) mention = finish_mention (self, g_ptr_array_index (group->places, i), node);

      desk_entity_add_mention (entity, mention);
      desk_entity_add_alias (entity, desk_mention_get_text (mention));
    }
  add_names (self, node, group->places, entity);
  for (guint i = 0; i < node->repairs->len; i++)
    desk_entity_take_repair (entity, desk_repair_copy (g_ptr_array_index (node->repairs, i)));
  for (guint i = 0; node->parts != NULL && i < node->parts->len; i++)
    desk_entity_add_part (entity, g_ptr_array_index (node->parts, i));
  desk_entity_set_apart (entity, node->apart);

  return entity;
}

static GArray *
copy_ranges (GArray *ranges)
{
  return ranges != NULL ? g_array_copy (ranges) : NULL;
}

static DeskQuote *
copy_quote (const DeskQuote *quote)
{
  DeskQuote *copy = desk_quote_new (quote->kind);

  copy->speaker = g_strdup (quote->speaker);
  copy->speaker_span = quote->speaker_span;
  copy->cue = quote->cue;
  g_array_append_vals (copy->parts, quote->parts->data, quote->parts->len);
  copy->insertions = copy_ranges (quote->insertions);
  copy->confidence = quote->confidence;
  copy->why = g_strdup (quote->why);

  return copy;
}

static DeskStatement *
copy_statement (const DeskStatement *statement)
{
  DeskStatement *copy = desk_statement_new (statement->content);

  copy->speaker = g_strdup (statement->speaker);
  copy->speaker_span = statement->speaker_span;
  copy->cue = statement->cue;
  copy->kind = g_strdup (statement->kind);
  copy->confidence = statement->confidence;
  copy->why = g_strdup (statement->why);

  return copy;
}

static DeskDate *
copy_date (const DeskDate *date)
{
  DeskDate *copy = desk_date_new (date->span, date->text, date->value, date->type);

  copy->relative = date->relative;
  copy->confidence = date->confidence;
  copy->why = g_strdup (date->why);

  return copy;
}

static void
copy_findings (DeskRuleWork *self,
               DeskAnalysis *result)
{
  GPtrArray *quotes = desk_analysis_get_quotes (self->analysis);
  GPtrArray *statements = desk_analysis_get_statements (self->analysis);
  GPtrArray *dates = desk_analysis_get_dates (self->analysis);

  for (guint i = 0; i < quotes->len; i++)
    desk_analysis_take_quote (result, copy_quote (g_ptr_array_index (quotes, i)));
  for (guint i = 0; i < statements->len; i++)
    desk_analysis_take_statement (result, copy_statement (g_ptr_array_index (statements, i)));
  for (guint i = 0; i < dates->len; i++)
    desk_analysis_take_date (result, copy_date (g_ptr_array_index (dates, i)));
}

DeskAnalysis *
desk_rule_work_finish (DeskRuleWork *self)
{
  g_autoptr (DeskAnalysis) result = NULL;
  g_autoptr (GArray) groups = NULL;
  GArray *sentences = desk_analysis_get_sentences (self->analysis);

  result = desk_analysis_new (desk_analysis_get_engine (self->analysis), desk_analysis_get_language (self->analysis));
  copy_findings (self, result);
  desk_rule_work_give_ids (self);
  desk_rule_work_apply_to_speakers (self, desk_analysis_get_quotes (result), desk_analysis_get_statements (result));
  desk_rule_work_apply_to_dates (self, desk_analysis_get_dates (result));
  if (!self->changed)
    return g_object_ref (self->analysis);

  for (guint i = 0; i < sentences->len; i++)
    {
      const DeskRange *sentence = &g_array_index (sentences, DeskRange, i);

      desk_analysis_add_sentence (result, sentence->start, sentence->end);
    }
  groups = group_places (self);
  g_array_sort (groups, compare_groups);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (DeskEntity) entity = finish_entity (self, &g_array_index (groups, Group, i));

      desk_analysis_add_entity (result, entity);
    }

  return g_steal_pointer (&result);
}
