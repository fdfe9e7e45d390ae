/* Rules about quotes, statements and dates.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-work-private.h"

#include <string.h>

#include "desk-anchor-private.h"

/* Whom a speaker of the machine became; NULL where it is no entity any more. */
static DeskRuleNode *
find_speaker (DeskRuleWork *self,
              const char *id,
              DeskRange span)
{
  DeskRuleNode *node = g_hash_table_lookup (self->by_machine, id);
  GPtrArray *places = g_hash_table_lookup (self->places_of, id);
  DeskRuleNode *first = NULL;

  if (node == NULL)
    return NULL;

  /* The words that name the speaker tell best; of a pronoun, the entity. */
  for (guint i = 0; i < places->len; i++)
    {
      DeskRulePlace *place = g_ptr_array_index (places, i);

      if (desk_mention_get_start (place->mention) < span.end && desk_mention_get_end (place->mention) > span.start)
        return place->node != NULL && !desk_rule_node_get_end (place->node)->rejected ? desk_rule_node_get_end (place->node) : NULL;
      if (first == NULL && place->node != NULL && !desk_rule_node_get_end (place->node)->rejected)
        first = desk_rule_node_get_end (place->node);
    }

  node = desk_rule_node_get_end (node);

  return !node->rejected ? node : first;
}

/* What speakers are given by, in quotes and statements alike. */
typedef struct
{
  DeskRange content; /* the first part */
  DeskRange span;
  char **speaker;
  DeskConfidence *confidence;
  char **why;
  DeskRepair **repair;
  DeskRule *rule; /* the narrowest and latest; nullable */
  DeskRuleLevel level;
} Saying;

static void
list_sayings (GPtrArray *quotes,
              GPtrArray *statements,
              GArray *sayings)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      DeskQuote *quote = g_ptr_array_index (quotes, i);
      Saying saying = { .span = quote->speaker_span, .speaker = &quote->speaker, .confidence = &quote->confidence, .why = &quote->why, .repair = &quote->repair };

      if (quote->parts->len > 0)
        saying.content = g_array_index (quote->parts, DeskRange, 0);
      g_array_append_val (sayings, saying);
    }
  for (guint i = 0; i < statements->len; i++)
    {
      DeskStatement *statement = g_ptr_array_index (statements, i);
      Saying saying = { .content = statement->content, .span = statement->speaker_span, .speaker = &statement->speaker, .confidence = &statement->confidence, .why = &statement->why, .repair = &statement->repair };

      g_array_append_val (sayings, saying);
    }
}

static guint
count_overlap (DeskRange range,
               guint start,
               guint end)
{
  guint first = MAX (range.start, start);
  guint last = MIN (range.end, end);

  return last > first ? last - first : 0;
}

static Saying *
find_saying (GArray *sayings,
             guint start,
             guint end)
{
  Saying *best = NULL;
  guint most = 0;

  for (guint i = 0; i < sayings->len; i++)
    {
      Saying *saying = &g_array_index (sayings, Saying, i);
      guint overlap = count_overlap (saying->content, start, end);

      if (saying->content.start == start && saying->content.end == end)
        return saying;
      if (overlap > most)
        {
          most = overlap;
          best = saying;
        }
    }

  return best;
}

static void
choose_speaker_rules (DeskRuleWork *self,
                      GArray *sayings)
{
  for (guint level = G_N_ELEMENTS (self->tables); level-- > 0;)
    {
      DeskRuleTable *table = self->tables[level];

      if (table == NULL)
        continue;

      for (guint i = 0; i < sayings->len && g_hash_table_size (table->speakers) > 0; i++)
        {
          Saying *saying = &g_array_index (sayings, Saying, i);
          g_autofree char *words = NULL;
          g_autofree char *folded = NULL;
          DeskRule *rule;

          if (saying->span.start >= saying->span.end)
            continue;
          words = desk_text_dup_slice (self->text, saying->span.start, saying->span.end);
          folded = desk_name_fold (words);
          rule = g_hash_table_lookup (table->speakers, folded);
          if (rule != NULL)
            {
              saying->rule = rule;
              saying->level = level;
            }
        }

      for (guint i = 0; i < table->anchored->len; i++)
        {
          DeskRule *rule = g_ptr_array_index (table->anchored, i);
          Saying *saying;
          guint start;
          guint end;

          if (desk_rule_get_action (rule) != DESK_RULE_ACTION_SPEAKER ||
              !desk_anchor_find (desk_rule_get_anchor (rule), self->text, &start, &end))
            continue;
          saying = find_saying (sayings, start, end);
          if (saying != NULL)
            {
              saying->rule = rule;
              saying->level = level;
            }
        }
    }
}

/* The words that stand for a speaker whom the text never names are where it is named. */
static void
add_speaker_place (DeskRuleWork *self,
                   Saying *saying,
                   DeskRuleNode *node)
{
  if (node->machines->len > 0 || saying->span.start >= saying->span.end ||
      desk_rule_work_find_place (self, saying->span.start, saying->span.end) != NULL)
    return;

  desk_rule_work_add_place (self, saying->span.start, saying->span.end, node, saying->rule);
}

static DeskRuleNode *
get_speaker (DeskRuleWork *self,
             Saying *saying)
{
  const DeskIdentity *target = saying->rule != NULL ? desk_rule_get_target (saying->rule) : NULL;
  DeskRuleNode *node = NULL;

  if (saying->rule == NULL)
    return *saying->speaker != NULL ? find_speaker (self, *saying->speaker, saying->span) : NULL;

  if (target != NULL)
    node = desk_rule_work_find_end (self, target, saying->level);
  if (node != NULL)
    {
      add_speaker_place (self, saying, node);
      desk_rule_work_give_ids (self);
    }

  return node;
}

static const char *
get_machine_name (DeskRuleWork *self,
                  const char *id)
{
  DeskEntity *entity = desk_analysis_find_entity (self->analysis, id);

  return entity != NULL ? desk_entity_get_name (entity) : NULL;
}

static void
repair_saying (DeskRuleWork *self,
               Saying *saying)
{
  const char *machine = get_machine_name (self, *saying->speaker);

  self->changed = TRUE;
  *saying->repair = desk_repair_new (desk_rule_get_id (saying->rule), machine, *saying->why);
  *saying->confidence = DESK_CONFIDENCE_SURE;
  g_set_str (saying->why, desk_rule_get_why (saying->rule));
}

void
desk_rule_work_apply_to_speakers (DeskRuleWork *self,
                                  GPtrArray *quotes,
                                  GPtrArray *statements)
{
  g_autoptr (GArray) sayings = g_array_new (FALSE, FALSE, sizeof (Saying));

  list_sayings (quotes, statements, sayings);
  choose_speaker_rules (self, sayings);

  for (guint i = 0; i < sayings->len; i++)
    {
      Saying *saying = &g_array_index (sayings, Saying, i);
      DeskRuleNode *node = get_speaker (self, saying);

      if (saying->rule != NULL)
        repair_saying (self, saying);
      g_set_str (saying->speaker, node != NULL ? node->id : NULL);
    }
}

static DeskDate *
find_date (GPtrArray *dates,
           guint start,
           guint end)
{
  DeskDate *best = NULL;
  guint most = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      DeskDate *date = g_ptr_array_index (dates, i);
      guint overlap = count_overlap (date->span, start, end);

      if (date->span.start == start && date->span.end == end)
        return date;
      if (overlap > most)
        {
          most = overlap;
          best = date;
        }
    }

  return best;
}

static DeskDateType
guess_type (const char *value)
{
  if (*value == 'P')
    return DESK_DATE_TYPE_DURATION;

  return strchr (value, 'T') != NULL ? DESK_DATE_TYPE_TIME : DESK_DATE_TYPE_DATE;
}

static void
set_date (DeskRuleWork *self,
          DeskDate *date,
          DeskRule *rule)
{
  const char *value = desk_rule_get_value (rule);
  const char *machine = date->repair != NULL ? date->repair->value : date->value;
  const char *why = date->repair != NULL ? date->repair->why : date->why;
  DeskRepair *repair = desk_repair_new (desk_rule_get_id (rule), machine, why);

  self->changed = TRUE;
  g_clear_pointer (&date->repair, desk_repair_free);
  date->repair = repair;
  g_set_str (&date->value, value);
  g_set_str (&date->why, desk_rule_get_why (rule));
  date->confidence = DESK_CONFIDENCE_SURE;
  if (value != NULL)
    {
      date->type = guess_type (value);
      date->relative = FALSE;
    }
}

static gboolean
is_no_date (DeskDate *date)
{
  return date->repair != NULL && date->value == NULL;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const DeskDate *first = *(DeskDate *const *) a;
  const DeskDate *second = *(DeskDate *const *) b;

  return first->span.start < second->span.start ? -1 : first->span.start > second->span.start;
}

static void
apply_date_anchor (DeskRuleWork *self,
                   GPtrArray *dates,
                   DeskRule *rule)
{
  DeskDate *date;
  guint start;
  guint end;

  if (desk_rule_get_action (rule) != DESK_RULE_ACTION_DATE ||
      !desk_anchor_find (desk_rule_get_anchor (rule), self->text, &start, &end))
    return;

  date = find_date (dates, start, end);
  if (date == NULL)
    {
      const char *value = desk_rule_get_value (rule);
      g_autofree char *words = NULL;

      if (value == NULL)
        return;
      words = desk_text_dup_slice (self->text, start, end);
      date = desk_date_new ((DeskRange) { start, end }, words, NULL, guess_type (value));
      g_ptr_array_add (dates, date);
    }
  set_date (self, date, rule);
}

void
desk_rule_work_apply_to_dates (DeskRuleWork *self,
                               GPtrArray *dates)
{
  for (guint level = G_N_ELEMENTS (self->tables); level-- > 0;)
    {
      DeskRuleTable *table = self->tables[level];

      if (table == NULL)
        continue;

      for (guint i = 0; i < dates->len && g_hash_table_size (table->dates) > 0; i++)
        {
          DeskDate *date = g_ptr_array_index (dates, i);
          g_autofree char *folded = desk_name_fold (date->text);
          DeskRule *rule = g_hash_table_lookup (table->dates, folded);

          if (rule != NULL)
            set_date (self, date, rule);
        }
      for (guint i = 0; i < table->anchored->len; i++)
        apply_date_anchor (self, dates, g_ptr_array_index (table->anchored, i));
    }

  for (guint i = dates->len; i-- > 0;)
    if (is_no_date (g_ptr_array_index (dates, i)))
      g_ptr_array_remove_index (dates, i);
  g_ptr_array_sort (dates, compare_dates);
}
