/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-finding.h"

struct _DeskFinding
{
  GObject parent_instance;

  DeskFindingKind kind;
  DeskAnalysis *analysis; /* keeps what the pointers below point to */
  DeskEntity *entity;
  DeskMention *mention;
  const DeskQuote *quote;
  const DeskStatement *statement;
  const DeskDate *date;
  guint index;
  GArray *ranges;
};

G_DEFINE_FINAL_TYPE (DeskFinding, desk_finding, G_TYPE_OBJECT)

static void
desk_finding_finalize (GObject *object)
{
  DeskFinding *self = DESK_FINDING (object);

  g_clear_object (&self->analysis);
  g_clear_pointer (&self->ranges, g_array_unref);

  G_OBJECT_CLASS (desk_finding_parent_class)->finalize (object);
}

static void
desk_finding_class_init (DeskFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_finding_finalize;
}

static void
desk_finding_init (DeskFinding *self)
{
  self->ranges = g_array_new (FALSE, FALSE, sizeof (DeskRange));
}

static DeskFinding *
create (DeskAnalysis *analysis,
        DeskFindingKind kind)
{
  DeskFinding *self = g_object_new (DESK_TYPE_FINDING, NULL);

  self->kind = kind;
  self->analysis = g_object_ref (analysis);
  return self;
}

static void
add_range (DeskFinding *self,
           DeskRange range)
{
  if (range.start < range.end)
    g_array_append_val (self->ranges, range);
}

static DeskFinding *
create_for_quote (DeskAnalysis *analysis,
                  const DeskQuote *quote)
{
  DeskFinding *self = create (analysis, DESK_FINDING_KIND_QUOTE);

  self->quote = quote;
  self->entity = quote->speaker ? desk_analysis_find_entity (analysis, quote->speaker) : NULL;
  for (guint i = 0; i < quote->parts->len; i++)
    add_range (self, g_array_index (quote->parts, DeskRange, i));
  return self;
}

static DeskFinding *
create_for_statement (DeskAnalysis *analysis,
                      const DeskStatement *statement)
{
  DeskFinding *self = create (analysis, DESK_FINDING_KIND_STATEMENT);

  self->statement = statement;
  self->entity = statement->speaker ? desk_analysis_find_entity (analysis, statement->speaker) : NULL;
  add_range (self, statement->content);
  return self;
}

static DeskFinding *
create_for_date (DeskAnalysis *analysis,
                 const DeskDate *date)
{
  DeskFinding *self = create (analysis, DESK_FINDING_KIND_DATE);

  self->date = date;
  add_range (self, date->span);
  return self;
}

DeskFinding *
desk_finding_new_for_mention (DeskAnalysis *analysis,
                              DeskEntity *entity,
                              guint index)
{
  DeskFinding *self;

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), NULL);
  g_return_val_if_fail (DESK_IS_ENTITY (entity), NULL);
  g_return_val_if_fail (index < desk_entity_get_n_mentions (entity), NULL);

  self = create (analysis, DESK_FINDING_KIND_MENTION);
  self->entity = entity;
  self->index = index;
  self->mention = desk_entity_get_mention (entity, index);
  add_range (self, (DeskRange) { desk_mention_get_start (self->mention), desk_mention_get_end (self->mention) });
  return self;
}

gboolean
desk_layer_for_entity_kind (DeskEntityKind kind,
                            DeskLayer *layer)
{
  switch (kind)
    {
    case DESK_ENTITY_KIND_PERSON:
      *layer = DESK_LAYER_PEOPLE;
      return TRUE;
    case DESK_ENTITY_KIND_ORGANISATION:
    case DESK_ENTITY_KIND_GOVERNMENT:
      *layer = DESK_LAYER_ORGANISATIONS;
      return TRUE;
    case DESK_ENTITY_KIND_PLACE:
    case DESK_ENTITY_KIND_FACILITY:
      *layer = DESK_LAYER_PLACES;
      return TRUE;
    case DESK_ENTITY_KIND_EVENT:
    case DESK_ENTITY_KIND_GROUP:
    case DESK_ENTITY_KIND_PRODUCT:
    case DESK_ENTITY_KIND_WORK:
    case DESK_ENTITY_KIND_OTHER:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
is_shown (DeskEntity *entity,
          guint layers)
{
  DeskLayer layer;

  if (!desk_layer_for_entity_kind (desk_entity_get_kind (entity), &layer))
    return (layers & DESK_LAYERS_OTHER) != 0;
  return (layers & (1u << layer)) != 0;
}

/* Words in quotation marks that nobody said are no quote. */
static gboolean
is_quote (const DeskQuote *quote)
{
  return quote->kind != DESK_QUOTE_KIND_SCARE && quote->parts != NULL && quote->parts->len > 0;
}

static void
take (GPtrArray *findings,
      DeskFinding *finding)
{
  if (finding->ranges->len > 0)
    g_ptr_array_add (findings, finding);
  else
    g_object_unref (finding);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  DeskFinding *first = *(DeskFinding **) a, *second = *(DeskFinding **) b;
  guint start_first = desk_finding_get_range (first).start, start_second = desk_finding_get_range (second).start;
  guint size_first = desk_finding_get_size (first), size_second = desk_finding_get_size (second);

  if (start_first != start_second)
    return start_first < start_second ? -1 : 1;
  return (size_first < size_second) - (size_first > size_second);
}

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  guint first = desk_finding_get_size (*(DeskFinding **) a), second = desk_finding_get_size (*(DeskFinding **) b);

  return (first > second) - (first < second);
}

GPtrArray *
desk_finding_collect (DeskAnalysis *analysis,
                      guint layers)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *entities, *quotes, *statements, *dates;

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), findings);

  entities = desk_analysis_get_entities (analysis);
  quotes = desk_analysis_get_quotes (analysis);
  statements = desk_analysis_get_statements (analysis);
  dates = desk_analysis_get_dates (analysis);
  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);

      for (guint n = 0; is_shown (entity, layers) && n < desk_entity_get_n_mentions (entity); n++)
        take (findings, desk_finding_new_for_mention (analysis, entity, n));
    }
  for (guint i = 0; (layers & (1u << DESK_LAYER_QUOTES)) != 0 && i < quotes->len; i++)
    if (is_quote (g_ptr_array_index (quotes, i)))
      take (findings, create_for_quote (analysis, g_ptr_array_index (quotes, i)));
  for (guint i = 0; (layers & (1u << DESK_LAYER_QUOTES)) != 0 && i < statements->len; i++)
    take (findings, create_for_statement (analysis, g_ptr_array_index (statements, i)));
  for (guint i = 0; (layers & (1u << DESK_LAYER_DATES)) != 0 && i < dates->len; i++)
    take (findings, create_for_date (analysis, g_ptr_array_index (dates, i)));
  g_ptr_array_sort (findings, compare_places);
  return findings;
}

static gboolean
is_over (DeskFinding *self,
         guint at)
{
  for (guint i = 0; i < self->ranges->len; i++)
    {
      DeskRange range = g_array_index (self->ranges, DeskRange, i);

      if (range.start <= at && at < range.end)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
desk_finding_collect_at (DeskAnalysis *analysis,
                         guint at,
                         guint layers)
{
  g_autoptr (GPtrArray) all = desk_finding_collect (analysis, layers);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (is_over (g_ptr_array_index (all, i), at))
      g_ptr_array_add (found, g_object_ref (g_ptr_array_index (all, i)));
  g_ptr_array_sort (found, compare_sizes);
  return found;
}

DeskFinding *
desk_finding_new_at (DeskAnalysis *analysis,
                     DeskFindingKind kind,
                     guint start)
{
  g_autoptr (GPtrArray) all = desk_finding_collect (analysis, DESK_LAYERS_ALL);

  for (guint i = 0; i < all->len; i++)
    {
      DeskFinding *finding = g_ptr_array_index (all, i);

      if (finding->kind == kind && desk_finding_get_range (finding).start == start)
        return g_object_ref (finding);
    }
  return NULL;
}

DeskFinding *
desk_finding_dup_in (DeskFinding *self,
                     DeskAnalysis *analysis)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  all = desk_finding_collect (analysis, DESK_LAYERS_ALL);
  for (guint i = 0; i < all->len; i++)
    if (desk_finding_equal (self, g_ptr_array_index (all, i)))
      return g_object_ref (g_ptr_array_index (all, i));
  return NULL;
}

DeskFindingKind
desk_finding_get_kind (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), DESK_FINDING_KIND_MENTION);

  return self->kind;
}

DeskAnalysis *
desk_finding_get_analysis (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  return self->analysis;
}

DeskEntity *
desk_finding_get_entity (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  return self->entity;
}

DeskMention *
desk_finding_get_mention (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  return self->mention;
}

const DeskQuote *
desk_finding_get_quote (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  return self->quote;
}

const DeskStatement *
desk_finding_get_statement (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  return self->statement;
}

const DeskDate *
desk_finding_get_date (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  return self->date;
}

guint
desk_finding_get_index (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), 0);

  return self->index;
}

GArray *
desk_finding_get_ranges (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  return self->ranges;
}

DeskRange
desk_finding_get_range (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), ((DeskRange) { 0, 0 }));

  return g_array_index (self->ranges, DeskRange, 0);
}

guint
desk_finding_get_size (DeskFinding *self)
{
  guint size = 0;

  g_return_val_if_fail (DESK_IS_FINDING (self), 0);

  for (guint i = 0; i < self->ranges->len; i++)
    {
      DeskRange range = g_array_index (self->ranges, DeskRange, i);

      size += range.end - range.start;
    }
  return size;
}

gboolean
desk_finding_equal (DeskFinding *a,
                    DeskFinding *b)
{
  DeskRange first, second;

  if (a == NULL || b == NULL || a->kind != b->kind)
    return a == b;
  first = desk_finding_get_range (a);
  second = desk_finding_get_range (b);
  return first.start == second.start && first.end == second.end;
}
