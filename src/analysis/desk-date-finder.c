/* Finds the dates of a text and resolves them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-finder.h"

#include <string.h>

#include "desk-date-foreign.h"
#include "desk-date-resolver.h"
#include "desk-iso-date.h"

/* How far a time of day may stand from its day, in tokens. */
#define TIME_WINDOW 6

/* A day that news tells of, not long before publication: times without a day belong to it. */
#define STORY_DAYS 7

typedef struct
{
  guint first; /* tokens, end exclusive */
  guint end;
  gboolean linked; /* the next one ends a range that this one begins */
  DeskDatePhrase phrase;
  DeskResolution resolution;
} Found;

typedef struct
{
  DeskDateParser parser;
  DeskAnalysis *analysis;
  const char *language;
  gboolean english;
  DeskTenseFinder *tenses;
  DeskDateContext context;
  GDate story_day;
  GArray *found; /* of Found, of one sentence */
} Finder;

/* "The 1990s", "the next day", "the past five years" are one expression with the article; "the Tuesday meeting" is not. */
static gboolean
takes_article (const Finder *self,
               const Found *found)
{
  const DeskDatePhrase *phrase = &found->phrase;
  const DeskWhen *when = &phrase->when;

  if (phrase->portion || phrase->join == DESK_JOIN_PART || phrase->join == DESK_JOIN_AROUND || phrase->join == DESK_JOIN_AWAY)
    return TRUE;
  if (when->mode == DESK_WHEN_ANCHORED || when->mode == DESK_WHEN_SHIFTED || when->mode == DESK_WHEN_UNKNOWN)
    return TRUE;

  if (when->mode == DESK_WHEN_LENGTH)
    return desk_date_kind (&self->parser, found->first) == DESK_DATE_WORD_DIRECTION;

  return when->unit == DESK_UNIT_DECADE || when->unit == DESK_UNIT_CENTURY || when->unit == DESK_UNIT_SEASON || when->unit == DESK_UNIT_QUARTER;
}

static void
find_in_sentence (Finder *self,
                  const DeskSentence *sentence)
{
  guint last_end = sentence->first;

  g_array_set_size (self->found, 0);
  self->parser.end = sentence->end;

  for (guint i = sentence->first; i < sentence->end;)
    {
      Found found = { .first = i };
      guint n = desk_date_parse_phrase (&self->parser, i, self->english, &found.phrase);

      if (n == 0 && !self->english && self->language != NULL)
        {
          found.phrase = (DeskDatePhrase) { .hour = -1 };
          n = desk_date_parse_foreign (&self->parser, i, &found.phrase.when);
        }
      if (n == 0)
        {
          i++;
          continue;
        }
      found.end = MIN (i + n, sentence->end);
      if (self->english && i > last_end && desk_prose_is (self->parser.prose, i - 1, "the") && takes_article (self, &found))
        found.first--;
      g_array_append_val (self->found, found);
      i = last_end = found.end;
    }
}

/* Dates that stand side by side: from 2004 to 2009, January 23 through March 9, between March and June 2019: two dates, of which one helps the other. */
static void
link_ends (Finder *self)
{
  for (guint i = 0; i + 1 < self->found->len; i++)
    {
      Found *one = &g_array_index (self->found, Found, i), *two = one + 1;
      DeskWhen *first = &one->phrase.when, *last = &two->phrase.when;
      gboolean between = desk_date_follows (&self->parser, one->first, " between ");

      /* last year's third quarter */
      if (two->first == one->end + 1 && desk_date_is (&self->parser, one->end, " 's ") && first->unit == DESK_UNIT_YEAR && last->unit < DESK_UNIT_YEAR && last->mode == DESK_WHEN_NEAREST && (first->mode == DESK_WHEN_ABSOLUTE || first->mode == DESK_WHEN_SHIFTED))
        {
          last->mode = first->mode == DESK_WHEN_ABSOLUTE ? DESK_WHEN_ABSOLUTE : DESK_WHEN_THIS;
          last->year = first->year;
          last->amount = first->amount;
        }
      if (two->first != one->end + 1 || one->phrase.join != DESK_JOIN_NONE || two->phrase.join != DESK_JOIN_NONE || first->unit != last->unit)
        continue;
      if (!desk_date_is_dash (&self->parser, one->end) && !desk_date_is (&self->parser, one->end, " to through until till ") && !(between && desk_date_is (&self->parser, one->end, " and ")))
        continue;
      one->linked = TRUE;
      if (first->mode == DESK_WHEN_NEAREST && first->month > 0 && last->mode == DESK_WHEN_ABSOLUTE && last->month > 0)
        {
          first->mode = DESK_WHEN_ABSOLUTE;
          first->year = last->year - (first->month > last->month);
        }
    }
}

/* "will be back in two years": a day that lies ahead, no length. */
static void
turn_to_future (Finder *self,
                Found *found,
                DeskTense tense)
{
  DeskWhen *when = &found->phrase.when;

  if (when->mode != DESK_WHEN_LENGTH || desk_date_kind (&self->parser, found->first) == DESK_DATE_WORD_DIRECTION || desk_date_kind (&self->parser, found->first) == DESK_DATE_WORD_ARTICLE || tense != DESK_TENSE_FUTURE || when->unit < DESK_UNIT_DAY || when->count.tenths > 0 || when->more.whole > 0 || !desk_date_follows (&self->parser, found->first, " in ") || (found->first > 1 && desk_prose_is_one_of (self->parser.prose, found->first - 2, " time times once twice first second third ")))
    return;
  when->mode = DESK_WHEN_SHIFTED;
  when->amount = when->count.whole;
}

/* The day that stands beside a time of day. */
static const GDate *
day_beside (Finder *self,
            guint index)
{
  const Found *time = &g_array_index (self->found, Found, index);

  for (int step = 1; step >= -1; step -= 2)
    {
      gint64 at = (gint64) index + step;
      const Found *other;

      if (at < 0 || at >= self->found->len)
        continue;
      other = &g_array_index (self->found, Found, at);
      if (other->phrase.hour < 0 && other->phrase.when.unit == DESK_UNIT_DAY && g_date_valid (&other->resolution.first) && (step > 0 ? other->first - time->end : time->first - other->end) <= TIME_WINDOW)
        return &other->resolution.first;
    }

  return NULL;
}

static void
add_date (Finder *self,
          const Found *found)
{
  const DeskProse *prose = self->parser.prose;
  g_autofree char *text = desk_prose_dup_text (prose, found->first, found->end);
  DeskRange span = { desk_prose_get_token (prose, found->first)->start, desk_prose_get_token (prose, found->end - 1)->end };
  DeskDate *date = desk_date_new (span, text, found->resolution.value, found->resolution.type);

  date->relative = found->resolution.relative;
  date->confidence = found->resolution.confidence;
  date->why = g_strdup (found->resolution.why);
  desk_analysis_take_date (self->analysis, date);
}

static gboolean
needs_tense (const DeskWhen *when)
{
  return when->mode == DESK_WHEN_NEAREST || when->mode == DESK_WHEN_THIS || when->mode == DESK_WHEN_ANCHORED || when->unit == DESK_UNIT_WEEKEND || when->mode == DESK_WHEN_LENGTH;
}

static void
resolve_found (Finder *self,
               guint sentence_index,
               Found *found,
               const Found *start)
{
  const DeskSentence *sentence = desk_prose_get_sentence (self->parser.prose, sentence_index);
  DeskDateContext context = self->context;
  DeskWhen *when = &found->phrase.when;

  context.tense = DESK_TENSE_UNKNOWN;
  if (self->english && needs_tense (when))
    context.tense = desk_tense_find (self->tenses, sentence, found->first, found->end);
  turn_to_future (self, found, context.tense);
  /* The end of a range is the first such day after its start. */
  if (start != NULL && when->mode == DESK_WHEN_NEAREST && g_date_valid (&start->resolution.first))
    {
      context.published = start->resolution.first;
      context.tense = DESK_TENSE_FUTURE;
    }
  desk_phrase_resolve (&found->phrase, &context, &found->resolution);
  if (!self->english && when->weekday > 0 && when->month == 0)
    found->resolution.confidence = DESK_CONFIDENCE_WEAK;

  if (!g_date_valid (&found->resolution.first) || when->hour >= 0 || when->unit > DESK_UNIT_YEAR)
    return;
  self->context.anchor = found->resolution.first;
  if (when->unit == DESK_UNIT_DAY && g_date_valid (&self->context.published))
    {
      int ago = g_date_days_between (&found->resolution.first, &self->context.published);

      if (ago >= 0 && ago <= STORY_DAYS)
        self->story_day = found->resolution.first;
    }
}

static void
resolve_sentence (Finder *self,
                  guint sentence_index)
{
  const DeskSentence *sentence = desk_prose_get_sentence (self->parser.prose, sentence_index);

  for (guint i = 0; i < self->found->len; i++)
    {
      Found *found = &g_array_index (self->found, Found, i);

      resolve_found (self, sentence_index, found, i > 0 && (found - 1)->linked ? found - 1 : NULL);
    }
  for (guint i = 0; i < self->found->len; i++)
    {
      Found *found = &g_array_index (self->found, Found, i);

      if (found->phrase.when.hour >= 0)
        {
          const GDate *beside = day_beside (self, i);
          /* A time that begins a paragraph is that of a running report. */
          gboolean report = found->first == sentence->first && (sentence_index == 0 || desk_prose_get_sentence (self->parser.prose, sentence_index - 1)->block != sentence->block);
          const GDate *other = report ? &self->context.published : &self->story_day;

          desk_resolution_set_time (&found->resolution, found->phrase.hour, found->phrase.minute, beside != NULL ? beside : other, beside != NULL);
        }
      add_date (self, found);
    }
  for (guint i = 0; i < self->found->len; i++)
    g_free (g_array_index (self->found, Found, i).resolution.value);
}

static DeskDateWord
find_word (const Finder *self,
           const char *folded)
{
  const DeskDateWord none = { DESK_DATE_WORD_NONE, 0 };

  if (self->english)
    return desk_date_word_find (folded);

  return self->language != NULL ? desk_date_foreign_find (folded, self->language) : none;
}

/**
 * desk_find_dates:
 * @prose: the text
 * @language: (nullable): as BCP 47 writes it; English is read in full, some others by the names of days and months,
 *   all of them in digits
 * @published: (nullable): the day of publication in ISO 8601
 * @analysis: gets the dates, in text order
 *
 * The day counts as it is written: a time zone in @published changes nothing.
 */
void
desk_find_dates (const DeskProse *prose,
                 const char *language,
                 const char *published,
                 DeskAnalysis *analysis)
{
  g_autofree DeskDateWord *words = g_new0 (DeskDateWord, desk_prose_get_n_words (prose));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (DeskTenseFinder) tenses = desk_tense_finder_new (prose);
  Finder self = { .parser = { .prose = prose, .words = words }, .analysis = analysis, .language = language, .tenses = tenses, .found = found };

  self.english = language != NULL && g_ascii_strncasecmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]);
  /* Of those who write English, Americans put the month first; all others the day. */
  self.parser.day_first = !self.english || (language[2] != '\0' && g_ascii_strcasecmp (language, "en-US") != 0);
  g_date_clear (&self.context.published, 1);
  g_date_clear (&self.context.anchor, 1);
  g_date_clear (&self.story_day, 1);
  if (published != NULL && !desk_iso_date_get_day (published, &self.context.published))
    g_date_clear (&self.context.published, 1);
  self.story_day = self.context.published;
  for (guint i = 1; i < desk_prose_get_n_words (prose); i++)
    words[i] = find_word (&self, desk_prose_get_word (prose, i)->folded);

  for (guint i = 0; i < desk_prose_get_n_sentences (prose); i++)
    {
      DeskSentence sentence = *desk_prose_get_sentence (prose, i);
      guint first = i;

      if (!sentence.story)
        continue;
      /* "Am 8. Februar" looks like the end of a sentence. */
      while (!self.english && i + 1 < desk_prose_get_n_sentences (prose) && desk_prose_get_sentence (prose, i + 1)->block == sentence.block && desk_prose_get_sentence (prose, i + 1)->story)
        sentence.end = desk_prose_get_sentence (prose, ++i)->end;
      find_in_sentence (&self, &sentence);
      link_ends (&self);
      resolve_sentence (&self, first);
    }
}
