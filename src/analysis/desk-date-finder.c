/* Finds the dates of a text and resolves them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-finder.h"

#include <string.h>

#include "desk-date-resolver.h"
#include "desk-iso-date.h"

/* How far from a date its verb is looked for, in tokens; keeps a sentence of any length linear. */
#define TENSE_WINDOW 24

/* How far a time of day may stand from its day. */
#define TIME_WINDOW 6

typedef struct
{
  guint first; /* tokens, end exclusive */
  guint end;
  DeskWhen when;
  DeskResolution resolution;
} Found;

typedef struct
{
  DeskDateParser parser;
  DeskAnalysis *analysis;
  GDate published;
  GDate anchor;
  GArray *found; /* of Found, of one sentence */
} Finder;

static gboolean
is_at (Finder *self,
       guint token,
       const char *words)
{
  return token < self->parser.end && desk_prose_is_one_of (self->parser.prose, token, words);
}

/* early last week, mid-March, the end of 2019: how many tokens stand before the date itself. */
static guint
parse_portion (Finder *self,
               guint token)
{
  if (desk_date_parser_word (&self->parser, token).kind != DESK_DATE_WORD_PORTION)
    return 0;
  if (is_at (self, token, " beginning start end middle "))
    {
      guint n = 1;

      if (!is_at (self, token + n, " of "))
        return 0;
      n++;
      return n + (is_at (self, token + n, " the ") ? 1 : 0);
    }
  if (is_at (self, token + 1, " - ") && is_at (self, token, " mid "))
    return 2;
  if (is_at (self, token + 1, " in ") && !is_at (self, token, " mid "))
    return 2;

  return 1;
}

static guint
parse_date (Finder *self,
            guint token,
            gboolean english,
            DeskWhen *when)
{
  guint n;

  *when = (DeskWhen) { .hour = -1 };
  if (token >= self->parser.end)
    return 0;
  n = desk_date_parse_digits (&self->parser, token, when);
  if (n > 0 || !english)
    return n;

  *when = (DeskWhen) { .hour = -1 };
  n = desk_date_parse_time (&self->parser, token, when);
  if (n > 0)
    return n;
  n = desk_date_parse_calendar (&self->parser, token, when);
  if (n > 0)
    return n;

  return desk_date_parse_relative (&self->parser, token, when);
}

/* A date, with the words of portion before it and the part of the day after it. */
static guint
parse_whole (Finder *self,
             guint token,
             gboolean english,
             DeskWhen *when)
{
  guint portion = english ? parse_portion (self, token) : 0;
  guint n = 0;

  if (portion > 0)
    {
      n = parse_date (self, token + portion, english, when);
      /* "the end of the year" has no date of its own after the article. */
      if (n == 0 && is_at (self, token + portion - 1, " the ") && desk_date_parser_word (&self->parser, token + portion).kind == DESK_DATE_WORD_UNIT && is_at (self, token + portion, " week month year decade century "))
        {
          *when = (DeskWhen) { .hour = -1, .mode = DESK_WHEN_SHIFTED };
          when->unit = desk_date_parser_word (&self->parser, token + portion).value;
          n = 1;
        }
      /* "early ones", "late 20 minutes" are no portions of a time */
      if (n > 0 && (when->mode == DESK_WHEN_LENGTH || when->mode == DESK_WHEN_OFTEN || when->hour >= 0))
        n = 0;
    }
  if (n > 0)
    n += portion;
  else
    n = parse_date (self, token, english, when);
  if (n == 0)
    return 0;

  if (when->unit == DESK_UNIT_DAY && english && desk_date_parser_word (&self->parser, token + n).kind == DESK_DATE_WORD_DAY_PART && when->mode != DESK_WHEN_LENGTH)
    {
      when->part_of_day = TRUE;
      n++;
    }

  return n;
}

static DeskTense
tense_of (Finder *self,
          guint token)
{
  static const char *const future = " will 'll wo shall would ";
  static const char *const planned = " due scheduled expected plans planning planned set slated upcoming going intends intended hopes aims ";
  static const char *const past = " was were had did said told met sent went came began took made left fell rose held won lost shot ran saw got gave found struck hit died became brought caught drove flew fought killed knew led paid put read sat sold spoke spent stood struck taught thought threw wore wrote cut let broke built bought chose felt fled grew heard kept laid lay meant sank sought shook swept understood underwent withdrew 'd been ";
  const DeskProse *prose = self->parser.prose;

  if (is_at (self, token, future) || is_at (self, token, planned))
    return DESK_TENSE_FUTURE;
  if (is_at (self, token, past))
    return DESK_TENSE_PAST;

  return desk_prose_get_token (prose, token)->shape == DESK_SHAPE_LOWER && desk_prose_get_token (prose, token)->n_bytes > 4 && g_str_has_suffix (desk_prose_get_word (prose, desk_prose_get_token (prose, token)->word)->folded, "ed")
           ? DESK_TENSE_PAST
           : DESK_TENSE_UNKNOWN;
}

/* The tense of the nearest verb that tells one; what stands before the date counts for more. */
static DeskTense
find_tense (Finder *self,
            guint start,
            guint first,
            guint end)
{
  guint before = 0, after = 0;
  DeskTense left = DESK_TENSE_UNKNOWN, right = DESK_TENSE_UNKNOWN;

  for (guint i = first; i > start && first - i < TENSE_WINDOW && left == DESK_TENSE_UNKNOWN; i--)
    {
      left = tense_of (self, i - 1);
      before = first - i + 1;
    }
  for (guint i = end; i < self->parser.end && i - end < TENSE_WINDOW && right == DESK_TENSE_UNKNOWN; i++)
    {
      right = tense_of (self, i);
      after = i - end + 1;
    }

  /* "will be held", "is expected to be released": the future stands before the participle. */
  if (left == DESK_TENSE_PAST)
    for (guint i = first - before, n = 0; i > start && n < 4; i--, n++)
      if (is_at (self, i - 1, " will 'll shall be "))
        return is_at (self, i - 1, " be ") && i >= 2 && !is_at (self, i - 2, " will 'll shall to ") ? left : DESK_TENSE_FUTURE;

  if (left == DESK_TENSE_UNKNOWN)
    return right;
  if (right == DESK_TENSE_UNKNOWN || before <= after * 2)
    return left;

  return right;
}

static void
find_in_sentence (Finder *self,
                  const DeskSentence *sentence,
                  gboolean english)
{
  g_array_set_size (self->found, 0);
  self->parser.end = sentence->end;

  for (guint i = sentence->first; i < sentence->end;)
    {
      Found found = { .first = i };
      guint n = parse_whole (self, i, english, &found.when);

      if (n == 0)
        {
          i++;
          continue;
        }
      found.end = MIN (i + n, sentence->end);
      g_array_append_val (self->found, found);
      i = found.end;
    }
}

/* The day that stands beside a time of day. */
static const GDate *
day_beside (Finder *self,
            guint index)
{
  const Found *time = &g_array_index (self->found, Found, index);
  static const GDate none;

  for (int step = 1; step >= -1; step -= 2)
    {
      gint64 at = (gint64) index + step;
      const Found *other;

      if (at < 0 || at >= self->found->len)
        continue;
      other = &g_array_index (self->found, Found, at);
      if (other->when.hour < 0 && other->when.unit == DESK_UNIT_DAY && g_date_valid (&other->resolution.first) && (step > 0 ? other->first - time->end : time->first - other->end) <= TIME_WINDOW)
        return &other->resolution.first;
    }

  return &none;
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

static void
resolve_sentence (Finder *self,
                  const DeskSentence *sentence)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      Found *found = &g_array_index (self->found, Found, i);
      DeskTense tense = DESK_TENSE_UNKNOWN;

      if (found->when.mode == DESK_WHEN_NEAREST || found->when.mode == DESK_WHEN_THIS || found->when.unit == DESK_UNIT_WEEKEND)
        tense = find_tense (self, sentence->first, found->first, found->end);
      desk_when_resolve (&found->when, tense, &self->published, &self->anchor, &found->resolution);
      if (g_date_valid (&found->resolution.first) && found->when.hour < 0 && found->when.unit <= DESK_UNIT_YEAR)
        self->anchor = found->resolution.first;
    }
  for (guint i = 0; i < self->found->len; i++)
    {
      Found *found = &g_array_index (self->found, Found, i);

      if (found->when.hour >= 0)
        desk_resolution_set_time (&found->resolution, &found->when, day_beside (self, i));
      add_date (self, found);
    }
  for (guint i = 0; i < self->found->len; i++)
    g_free (g_array_index (self->found, Found, i).resolution.value);
}

/**
 * desk_find_dates:
 * @prose: the text
 * @english: whether words are read, not only digits
 * @published: (nullable): the day of publication in ISO 8601
 * @analysis: gets the dates, in text order
 *
 * The day counts as it is written: a time zone in @published changes nothing.
 */
void
desk_find_dates (const DeskProse *prose,
                 gboolean english,
                 const char *published,
                 DeskAnalysis *analysis)
{
  g_autofree DeskDateWord *words = g_new0 (DeskDateWord, desk_prose_get_n_words (prose));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Finder finder = { .parser = { .prose = prose, .words = words }, .analysis = analysis, .found = found };

  g_date_clear (&finder.published, 1);
  g_date_clear (&finder.anchor, 1);
  if (published != NULL && !desk_iso_date_get_day (published, &finder.published))
    g_date_clear (&finder.published, 1);
  for (guint i = 1; i < desk_prose_get_n_words (prose); i++)
    words[i] = desk_date_word_find (desk_prose_get_word (prose, i)->folded);

  for (guint i = 0; i < desk_prose_get_n_sentences (prose); i++)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, i);

      if (!sentence->story)
        continue;
      find_in_sentence (&finder, sentence, english);
      resolve_sentence (&finder, sentence);
    }
}
