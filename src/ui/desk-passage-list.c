/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-passage-list.h"

#include "desk-date-label.h"
#include "desk-labels.h"
#include "desk-passage.h"

/* Code points of a quote or a role's sentence that a row shows. */
#define MAX_QUOTE 240
#define MAX_SENTENCE 200

static void
append (GListStore *store,
        DeskPassage *passage)
{
  g_list_store_append (store, passage);
  g_object_unref (passage);
}

/* Foreign analyses may be stored; a range outside the text would be a fault of the program. */
static gboolean
is_within (DeskRange range,
           DeskVersion *version)
{
  return range.start < range.end && range.end <= desk_text_get_length (desk_version_get_text (version));
}

/* Mentions stand in the order of the text, and there may be thousands. */
static gboolean
is_named_in (DeskEntity *entity,
             DeskRange range)
{
  guint low = 0, high = desk_entity_get_n_mentions (entity);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (desk_mention_get_start (desk_entity_get_mention (entity, middle)) < range.start)
        low = middle + 1;
      else
        high = middle;
    }
  return low < desk_entity_get_n_mentions (entity) &&
         desk_mention_get_end (desk_entity_get_mention (entity, low)) <= range.end;
}

static void
append_date (GListStore *store,
             DeskFinding *finding)
{
  const DeskDate *date = desk_finding_get_date (finding);
  g_autofree char *one_line = desk_label_dup_line (date->text);
  g_autofree char *markup = g_markup_printf_escaped ("“%s”", one_line);
  g_autofree char *words = desk_date_label_dup (date->value);
  g_autofree char *caption = NULL;
  DeskPassage *passage = desk_passage_new (date->span, markup);

  if (words == NULL)
    caption = g_strdup (_ ("depends on the publication date"));
  else if (date->confidence == DESK_CONFIDENCE_SURE)
    caption = g_strdup (words);
  else
    /* Translators: a date, and how certain it is. */
    caption = g_strdup_printf (_ ("%s · %s"), words, desk_label_for_confidence (date->confidence));
  desk_passage_set_caption (passage, caption);
  desk_passage_set_why (passage, date->why);
  desk_passage_set_finding (passage, finding);
  append (store, passage);
}

GListModel *
desk_passage_list_for_dates (DeskAnalysis *analysis,
                             DeskEntity *entity)
{
  GListStore *store = g_list_store_new (DESK_TYPE_PASSAGE);
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), G_LIST_MODEL (store));

  findings = desk_finding_collect (analysis, 1u << DESK_LAYER_DATES);
  for (guint i = 0; i < findings->len; i++)
    {
      DeskFinding *finding = g_ptr_array_index (findings, i);
      DeskRange sentence = desk_analysis_find_sentence (analysis, desk_finding_get_range (finding).start);

      if (entity == NULL || is_named_in (entity, sentence))
        append_date (store, finding);
    }
  return G_LIST_MODEL (store);
}

static char *
dup_quote_caption (DeskFinding *finding,
                   gboolean with_speaker)
{
  DeskEntity *speaker = desk_finding_get_entity (finding);
  DeskConfidence confidence = desk_finding_get_quote (finding) ? desk_finding_get_quote (finding)->confidence
                                                               : desk_finding_get_statement (finding)->confidence;

  if (!with_speaker)
    return g_strdup (desk_label_for_confidence (confidence));
  if (speaker == NULL)
    /* Translators: it is not known who said something. */
    return g_strdup (_ ("speaker?"));
  if (confidence == DESK_CONFIDENCE_SURE)
    return g_strdup (desk_entity_get_name (speaker));
  return g_strdup_printf (_ ("%s · %s"), desk_entity_get_name (speaker), desk_label_for_confidence (confidence));
}

static void
append_quote (GListStore *store,
              DeskFinding *finding,
              DeskVersion *version,
              gboolean with_speaker)
{
  const DeskQuote *quote = desk_finding_get_quote (finding);
  GArray *parts = desk_finding_get_ranges (finding);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *markup = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *why = NULL;
  DeskPassage *passage;

  for (guint i = 0; i < parts->len; i++)
    {
      DeskRange span = g_array_index (parts, DeskRange, i);
      g_autofree char *piece = NULL;

      if (!is_within (span, version))
        continue;
      piece = desk_label_dup_passage (desk_version_get_text (version), span, MAX_QUOTE);
      g_string_append_printf (words, "%s%s", words->len > 0 ? " … " : "", piece);
    }
  if (words->len == 0)
    return;
  /* Reported speech has no quotation marks in the text and gets none here. */
  markup = g_markup_printf_escaped (quote ? "“%s”" : "%s", words->str);
  caption = dup_quote_caption (finding, with_speaker);
  passage = desk_passage_new (desk_finding_get_range (finding), markup);
  desk_passage_set_quoted (passage, TRUE);
  desk_passage_set_caption (passage, caption);
  desk_passage_set_why (passage, quote != NULL ? quote->why : desk_finding_get_statement (finding)->why);
  desk_passage_set_finding (passage, finding);
  append (store, passage);
}

GListModel *
desk_passage_list_for_quotes (DeskAnalysis *analysis,
                              DeskVersion *version,
                              DeskEntity *speaker)
{
  GListStore *store = g_list_store_new (DESK_TYPE_PASSAGE);
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), G_LIST_MODEL (store));
  g_return_val_if_fail (DESK_IS_VERSION (version), G_LIST_MODEL (store));

  findings = desk_finding_collect (analysis, 1u << DESK_LAYER_QUOTES);
  for (guint i = 0; i < findings->len; i++)
    if (speaker == NULL || desk_finding_get_entity (g_ptr_array_index (findings, i)) == speaker)
      append_quote (store, g_ptr_array_index (findings, i), version, speaker == NULL);
  return G_LIST_MODEL (store);
}

GListModel *
desk_passage_list_for_said_about (DeskAnalysis *analysis,
                                  DeskVersion *version,
                                  DeskEntity *entity)
{
  GListStore *store = g_list_store_new (DESK_TYPE_PASSAGE);
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), G_LIST_MODEL (store));
  g_return_val_if_fail (DESK_IS_VERSION (version), G_LIST_MODEL (store));
  g_return_val_if_fail (DESK_IS_ENTITY (entity), G_LIST_MODEL (store));

  findings = desk_finding_collect (analysis, 1u << DESK_LAYER_QUOTES);
  for (guint i = 0; i < findings->len; i++)
    {
      DeskFinding *finding = g_ptr_array_index (findings, i);
      GArray *parts = desk_finding_get_ranges (finding);
      gboolean named = FALSE;

      for (guint part = 0; part < parts->len && !named; part++)
        named = is_named_in (entity, g_array_index (parts, DeskRange, part));
      if (named && desk_finding_get_entity (finding) != entity)
        append_quote (store, finding, version, TRUE);
    }
  return G_LIST_MODEL (store);
}

typedef struct
{
  DeskEntity *entity;
  DeskRange first; /* sentence */
  guint n;         /* of sentences */
} Company;

/* Those that name an entity, each once. */
static GArray *
collect_sentences (DeskAnalysis *analysis,
                   DeskEntity *entity)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (DeskRange));

  for (guint i = 0; i < desk_entity_get_n_mentions (entity); i++)
    {
      DeskRange sentence = desk_analysis_find_sentence (analysis, desk_mention_get_start (desk_entity_get_mention (entity, i)));

      if (sentence.start < sentence.end &&
          (sentences->len == 0 || g_array_index (sentences, DeskRange, sentences->len - 1).start != sentence.start))
        g_array_append_val (sentences, sentence);
    }
  return sentences;
}

static int
compare_company (gconstpointer a,
                 gconstpointer b)
{
  const Company *first = a, *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return (first->first.start > second->first.start) - (first->first.start < second->first.start);
}

GListModel *
desk_passage_list_for_company (DeskAnalysis *analysis,
                               DeskVersion *version,
                               DeskEntity *entity)
{
  GListStore *store = g_list_store_new (DESK_TYPE_PASSAGE);
  g_autoptr (GArray) company = g_array_new (FALSE, FALSE, sizeof (Company));
  g_autoptr (GArray) sentences = NULL;
  GPtrArray *entities;

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), G_LIST_MODEL (store));
  g_return_val_if_fail (DESK_IS_ENTITY (entity), G_LIST_MODEL (store));

  entities = desk_analysis_get_entities (analysis);
  sentences = collect_sentences (analysis, entity);
  for (guint i = 0; i < entities->len; i++)
    {
      Company other = { g_ptr_array_index (entities, i), { 0, 0 }, 0 };

      for (guint n = 0; other.entity != entity && n < sentences->len; n++)
        {
          DeskRange sentence = g_array_index (sentences, DeskRange, n);

          if (!is_named_in (other.entity, sentence))
            continue;
          if (other.n++ == 0)
            other.first = sentence;
        }
      if (other.n > 0 && is_within (other.first, version))
        g_array_append_val (company, other);
    }
  g_array_sort (company, compare_company);
  for (guint i = 0; i < company->len; i++)
    {
      const Company *other = &g_array_index (company, Company, i);
      g_autofree char *markup = g_markup_escape_text (desk_entity_get_name (other->entity), -1);
      g_autofree char *caption = NULL;
      DeskPassage *passage = desk_passage_new (other->first, markup);

      /* Translators: how many sentences name two entities. */
      caption = g_strdup_printf (ngettext ("in %u sentence", "in %u sentences", other->n), other->n);
      desk_passage_set_caption (passage, caption);
      append (store, passage);
    }
  return G_LIST_MODEL (store);
}

GListModel *
desk_passage_list_for_roles (DeskAnalysis *analysis,
                             DeskVersion *version,
                             DeskEntity *entity)
{
  GListStore *store = g_list_store_new (DESK_TYPE_PASSAGE);

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), G_LIST_MODEL (store));
  g_return_val_if_fail (DESK_IS_ENTITY (entity), G_LIST_MODEL (store));

  for (guint i = 0; i < desk_entity_get_n_roles (entity); i++)
    {
      const DeskRole *role = desk_entity_get_role (entity, i);
      DeskRange range = { role->start, role->end };
      g_autofree char *markup = g_markup_escape_text (role->text, -1);
      DeskPassage *passage;

      if (!is_within (range, version))
        continue;
      passage = desk_passage_new (range, markup);
      {
        DeskRange sentence = desk_analysis_find_sentence (analysis, role->start);
        g_autofree char *words = NULL;

        if (is_within (sentence, version))
          words = desk_label_dup_passage (desk_version_get_text (version), sentence, MAX_SENTENCE);
        desk_passage_set_caption (passage, words);
      }
      append (store, passage);
    }
  return G_LIST_MODEL (store);
}

GListModel *
desk_passage_list_for_mentions (DeskAnalysis *analysis,
                                DeskVersion *version,
                                DeskEntity *entity)
{
  GListStore *store = g_list_store_new (DESK_TYPE_PASSAGE);

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), G_LIST_MODEL (store));
  g_return_val_if_fail (DESK_IS_ENTITY (entity), G_LIST_MODEL (store));

  for (guint i = 0; i < desk_entity_get_n_mentions (entity); i++)
    {
      DeskMention *mention = desk_entity_get_mention (entity, i);
      DeskRange range = { desk_mention_get_start (mention), desk_mention_get_end (mention) };
      DeskRange sentence;
      g_autofree char *markup = NULL;
      DeskPassage *passage;

      if (!is_within (range, version))
        continue;
      sentence = desk_analysis_find_sentence (analysis, range.start);
      if (!is_within (sentence, version))
        sentence = range;
      markup = desk_label_dup_context (desk_version_get_text (version), sentence, range);
      passage = desk_passage_new (range, markup);
      desk_passage_set_quoted (passage, TRUE);
      desk_passage_set_caption (passage, desk_label_for_confidence (desk_mention_get_confidence (mention)));
      desk_passage_set_why (passage, desk_mention_get_why (mention));
      {
        g_autoptr (DeskFinding) finding = desk_finding_new_for_mention (analysis, entity, i);

        desk_passage_set_finding (passage, finding);
      }
      append (store, passage);
    }
  return G_LIST_MODEL (store);
}

typedef struct
{
  const char *text;
  DeskRange first;
  guint n;
} Name;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *first = a, *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return (first->first.start > second->first.start) - (first->first.start < second->first.start);
}

GListModel *
desk_passage_list_for_names (DeskEntity *entity)
{
  GListStore *store = g_list_store_new (DESK_TYPE_PASSAGE);
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_return_val_if_fail (DESK_IS_ENTITY (entity), G_LIST_MODEL (store));

  for (guint i = 0; i < desk_entity_get_n_mentions (entity); i++)
    {
      DeskMention *mention = desk_entity_get_mention (entity, i);
      const char *text = desk_mention_get_text (mention);
      gpointer position = g_hash_table_lookup (positions, text);

      if (position == NULL)
        {
          Name name = { text, { desk_mention_get_start (mention), desk_mention_get_end (mention) }, 1 };

          g_array_append_val (names, name);
          g_hash_table_insert (positions, (gpointer) text, GUINT_TO_POINTER (names->len));
        }
      else
        g_array_index (names, Name, GPOINTER_TO_UINT (position) - 1).n++;
    }
  g_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);
      g_autofree char *one_line = desk_label_dup_line (name->text);
      g_autofree char *markup = g_markup_printf_escaped ("“%s”", one_line);
      g_autofree char *caption = g_strdup_printf (ngettext ("%u mention", "%u mentions", name->n), name->n);
      DeskPassage *passage = desk_passage_new (name->first, markup);

      desk_passage_set_caption (passage, caption);
      append (store, passage);
    }
  return G_LIST_MODEL (store);
}
