/* Finds the quotations of a text and who says them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-quote-finder.h"

#include <glib/gi18n-lib.h>

#include "desk-quoted.h"
#include "desk-speaker-finder.h"

/* So many words and more make a clause rather than a phrase. */
#define MIN_CLAUSE 5

typedef struct
{
  const DeskProse *prose;
  DeskAnalysis *analysis;
  DeskSpeakerFinder speakers;
  GArray *quoted; /* of DeskQuoted */
  gboolean english;

  /* The quotation before, which the next one may go on. */
  DeskQuote *open;
  guint open_end;     /* the token behind its last part */
  gboolean open_said; /* words of saying stand behind its last part */
} Finder;

static const DeskQuoted *
quoted_at (Finder *self,
           guint index)
{
  return &g_array_index (self->quoted, DeskQuoted, index);
}

static guint
count_words (Finder *self,
             const DeskQuoted *quoted)
{
  guint n = 0;

  for (guint i = quoted->first; i < quoted->end && n < 100; i++)
    n += desk_prose_get_token (self->prose, i)->kind == DESK_TOKEN_WORD && !desk_prose_is (self->prose, i, "'s");

  return n;
}

static gboolean
ends_with (Finder *self,
           const DeskQuoted *quoted,
           const char *marks)
{
  return desk_prose_is_one_of (self->prose, quoted->end - 1, marks);
}

/* A sentence of its own: "We believe …." */
static gboolean
is_sentence (Finder *self,
             const DeskQuoted *quoted)
{
  guint first = quoted->first;

  while (first + 1 < quoted->end && desk_prose_get_token (self->prose, first)->kind != DESK_TOKEN_WORD)
    first++;

  return desk_token_is_capital (desk_prose_get_token (self->prose, first)) && ends_with (self, quoted, " . , ! ? … ... ?! !? - — ") && count_words (self, quoted) >= 2;
}

/* Every Word Is Capitalised: a title of a work, or a name. */
static gboolean
is_title (Finder *self,
          const DeskQuoted *quoted)
{
  guint n_capital = 0;

  for (guint i = quoted->first; i < quoted->end; i++)
    {
      const DeskToken *token = desk_prose_get_token (self->prose, i);

      if (token->kind != DESK_TOKEN_WORD)
        continue;
      if (desk_token_is_capital (token))
        n_capital++;
      else if (!(desk_prose_classes (self->prose, i) & (DESK_CLASS_STARTER | DESK_CLASS_PARTICLE)))
        return FALSE;
    }

  return n_capital >= 2;
}

static DeskRange
range_of (Finder *self,
          guint first,
          guint end)
{
  DeskRange none = { 0, 0 };

  if (first >= end)
    return none;

  return (DeskRange) { desk_prose_get_token (self->prose, first)->start, desk_prose_get_token (self->prose, end - 1)->end };
}

static void
add_part (Finder *self,
          DeskQuote *quote,
          const DeskQuoted *quoted)
{
  DeskRange part = range_of (self, quoted->first, quoted->end);
  guint bracket = G_MAXUINT;

  g_array_append_val (quote->parts, part);
  for (guint i = quoted->first; i < quoted->end; i++)
    {
      gunichar c = desk_prose_character (self->prose, i);

      if (c == '[')
        bracket = i;
      else if (c == ']' && bracket != G_MAXUINT)
        {
          DeskRange insertion = range_of (self, bracket, i + 1);

          if (quote->insertions == NULL)
            quote->insertions = g_array_new (FALSE, FALSE, sizeof (DeskRange));
          g_array_append_val (quote->insertions, insertion);
          bracket = G_MAXUINT;
        }
    }
}

static DeskQuoteKind
kind_of (Finder *self,
         const DeskQuoted *quoted,
         gboolean opens_sentence,
         gboolean said,
         const DeskSpeaker *speaker)
{
  guint n_words = count_words (self, quoted);
  gboolean behind = speaker->cue >= quoted->end;
  gboolean weak = said && (desk_prose_classes (self->prose, speaker->cue) & DESK_CLASS_WEAK_CUE);

  if (is_sentence (self, quoted) && (behind || !said || ends_with (self, quoted, " . ! ? … ... ")))
    return DESK_QUOTE_KIND_DIRECT;
  if (said && behind && opens_sentence && (ends_with (self, quoted, " , ") || desk_prose_is (self->prose, quoted->end + 1, ",")))
    return DESK_QUOTE_KIND_DIRECT;
  if (n_words <= 1 || (!said && n_words < MIN_CLAUSE) || (is_title (self, quoted) && (!said || weak)))
    return DESK_QUOTE_KIND_SCARE;
  if (n_words < MIN_CLAUSE)
    return DESK_QUOTE_KIND_FRAGMENT;

  return DESK_QUOTE_KIND_MIXED;
}

static gboolean
same_block (Finder *self,
            guint index,
            guint other)
{
  return other < self->quoted->len && quoted_at (self, other)->block == quoted_at (self, index)->block;
}

/* The sentence around a token, cut at the quotations before and behind. */
static guint
gap_end (Finder *self,
         guint index)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  guint after = quoted->end + 1;
  guint end;

  if (!quoted->closed || after >= desk_prose_get_n_tokens (self->prose))
    return quoted->end;
  end = desk_prose_get_sentence (self->prose, desk_prose_find_sentence (self->prose, quoted->end))->end;
  if (same_block (self, index, index + 1))
    end = MIN (end, quoted_at (self, index + 1)->open);

  return MAX (end, after);
}

static guint
gap_start (Finder *self,
           guint index)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  guint start = desk_prose_get_sentence (self->prose, desk_prose_find_sentence (self->prose, quoted->open))->first;

  return MIN (start, quoted->open);
}

/* A line that introduces what is quoted in the next block: "Ryder said:" */
static gboolean
find_introduction (Finder *self,
                   const DeskQuoted *quoted,
                   DeskSpeaker *speaker)
{
  guint sentence = desk_prose_find_sentence (self->prose, quoted->open);
  const DeskSentence *before = sentence > 0 ? desk_prose_get_sentence (self->prose, sentence - 1) : NULL;

  if (before == NULL || !before->story || desk_prose_character (self->prose, before->end - 1) != ':')
    return FALSE;

  return desk_find_speaker_before (&self->speakers, before->first, before->end - 1, speaker);
}

static gboolean
find_speaker (Finder *self,
              guint index,
              DeskSpeaker *speaker)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  guint start = gap_start (self, index), end = gap_end (self, index);
  gboolean open_ended = !ends_with (self, quoted, " . ");
  DeskSpeaker before;
  gboolean punctuated = ends_with (self, quoted, " , ! ? … ... - — ?! !? ") || desk_prose_is (self->prose, quoted->end + 1, ",");

  if (quoted->closed && open_ended && punctuated && desk_find_speaker_after (&self->speakers, quoted->end + 1, end, speaker))
    return TRUE;
  if (quoted->open > start && desk_find_speaker_before (&self->speakers, start, quoted->open, &before))
    {
      *speaker = before;
      return TRUE;
    }
  if (quoted->open > start && desk_find_source (&self->speakers, start, quoted->open, speaker))
    return TRUE;
  if (quoted->closed && desk_find_source (&self->speakers, quoted->end + 1, desk_prose_get_sentence (self->prose, desk_prose_find_sentence (self->prose, quoted->end))->end, speaker))
    return TRUE;
  if (quoted->closed && open_ended && !is_sentence (self, quoted) && quoted->open == start && desk_find_speaker_after (&self->speakers, quoted->end + 1, end, speaker))
    return TRUE;

  return quoted->open == start && find_introduction (self, quoted, speaker);
}

/* "…," Ryder said. "…": the second one has nobody of its own and stands right behind. */
static gboolean
goes_on (Finder *self,
         guint index,
         gboolean said)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  guint between;

  if (self->open == NULL)
    return FALSE;
  if (quoted->continued)
    return TRUE;
  if (said || !self->open_said || !same_block (self, index, index - 1) || self->open->kind != DESK_QUOTE_KIND_DIRECT || !is_sentence (self, quoted))
    return FALSE;

  /* Nothing but the words of saying stands between them. */
  between = desk_prose_find_sentence (self->prose, self->open_end);

  return desk_prose_get_sentence (self->prose, between)->end >= quoted->open || desk_prose_get_sentence (self->prose, between)->end == quoted->open;
}

static void
set_speaker (Finder *self,
             DeskQuote *quote,
             const DeskSpeaker *speaker)
{
  if (speaker->cluster != DESK_NO_CLUSTER)
    {
      GPtrArray *entities = desk_analysis_get_entities (self->analysis);

      quote->speaker = g_strdup (desk_entity_get_id (entities->pdata[speaker->cluster]));
    }
  quote->speaker_span = range_of (self, speaker->first, speaker->end);
  quote->cue = range_of (self, speaker->cue, speaker->cue_end);
  quote->confidence = speaker->confidence;
  g_set_str (&quote->why, speaker->why);
}

static void
read_quoted (Finder *self,
             guint index)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  DeskSpeaker speaker = { .cluster = DESK_NO_CLUSTER, .confidence = DESK_CONFIDENCE_WEAK, .why = N_ ("nobody is named beside it") };
  gboolean said = self->english && find_speaker (self, index, &speaker);

  if (goes_on (self, index, said))
    {
      add_part (self, self->open, quoted);
      if (said && self->open->speaker == NULL)
        set_speaker (self, self->open, &speaker);
    }
  else
    {
      self->open = desk_quote_new (kind_of (self, quoted, quoted->open == gap_start (self, index), said, &speaker));
      add_part (self, self->open, quoted);
      set_speaker (self, self->open, &speaker);
      if (!said && self->open->kind == DESK_QUOTE_KIND_SCARE)
        g_set_str (&self->open->why, is_title (self, quoted) ? N_ ("a title or a name") : N_ ("a word set off"));
      desk_analysis_take_quote (self->analysis, self->open);
    }
  self->open_end = MIN (quoted->end + 1, desk_prose_get_n_tokens (self->prose) - 1);
  self->open_said = speaker.cue >= quoted->end && speaker.cue_end > speaker.cue;
}

/**
 * desk_find_quotes:
 * @names: (element-type DeskName): in text order
 * @clusters: which of them belong together; their entities stand in @analysis already
 * @english: whether speakers are looked for, not only marks
 * @analysis: gets the quotations, in text order
 */
void
desk_find_quotes (const DeskProse *prose,
                  GArray *names,
                  const DeskClusters *clusters,
                  gboolean english,
                  DeskAnalysis *analysis)
{
  Finder finder = { .prose = prose, .analysis = analysis, .english = english };

  finder.speakers = (DeskSpeakerFinder) { .prose = prose, .names = names, .clusters = clusters, .last_speaker = DESK_NO_CLUSTER };
  finder.quoted = desk_find_quoted (prose);
  for (guint i = 0; i < finder.quoted->len; i++)
    read_quoted (&finder, i);
  g_array_unref (finder.quoted);
}
