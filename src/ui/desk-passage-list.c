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

GListModel *
desk_passage_list_for_dates (DeskAnalysis *analysis)
{
  GListStore *store = g_list_store_new (DESK_TYPE_PASSAGE);
  GPtrArray *dates;

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), G_LIST_MODEL (store));

  dates = desk_analysis_get_dates (analysis);
  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const DeskDate *date = g_ptr_array_index (dates, i);
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
      append (store, passage);
    }
  return G_LIST_MODEL (store);
}

static char *
dup_quote_caption (DeskAnalysis *analysis,
                   const DeskQuote *quote,
                   gboolean with_speaker)
{
  DeskEntity *speaker = quote->speaker ? desk_analysis_find_entity (analysis, quote->speaker) : NULL;

  if (!with_speaker)
    return g_strdup (desk_label_for_confidence (quote->confidence));
  if (speaker == NULL)
    /* Translators: it is not known who said something. */
    return g_strdup (_ ("speaker?"));
  if (quote->confidence == DESK_CONFIDENCE_SURE)
    return g_strdup (desk_entity_get_name (speaker));
  return g_strdup_printf (_ ("%s · %s"), desk_entity_get_name (speaker),
                          desk_label_for_confidence (quote->confidence));
}

GListModel *
desk_passage_list_for_quotes (DeskAnalysis *analysis,
                              DeskVersion *version,
                              DeskEntity *speaker)
{
  GListStore *store = g_list_store_new (DESK_TYPE_PASSAGE);
  GPtrArray *quotes;

  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), G_LIST_MODEL (store));
  g_return_val_if_fail (DESK_IS_VERSION (version), G_LIST_MODEL (store));

  quotes = desk_analysis_get_quotes (analysis);
  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const DeskQuote *quote = g_ptr_array_index (quotes, i);
      g_autoptr (GString) words = NULL;
      g_autofree char *markup = NULL;
      g_autofree char *caption = NULL;
      DeskPassage *passage;
      DeskRange range = { 0, 0 };

      /* One word in quotation marks that nobody said is no quote. */
      if (quote->kind == DESK_QUOTE_KIND_SCARE || quote->parts == NULL || quote->parts->len == 0)
        continue;
      if (speaker != NULL && g_strcmp0 (quote->speaker, desk_entity_get_id (speaker)) != 0)
        continue;
      words = g_string_new (NULL);
      for (guint part = 0; part < quote->parts->len; part++)
        {
          DeskRange span = g_array_index (quote->parts, DeskRange, part);
          g_autofree char *piece = NULL;

          if (!is_within (span, version))
            continue;
          if (words->len == 0)
            range = span;
          else
            g_string_append (words, " … ");
          piece = desk_label_dup_passage (desk_version_get_text (version), span, MAX_QUOTE);
          g_string_append (words, piece);
        }
      if (words->len == 0)
        continue;
      markup = g_markup_printf_escaped ("“%s”", words->str);
      caption = dup_quote_caption (analysis, quote, speaker == NULL);
      passage = desk_passage_new (range, markup);
      desk_passage_set_quoted (passage, TRUE);
      desk_passage_set_caption (passage, caption);
      desk_passage_set_why (passage, quote->why);
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
