/* Tells whether the words around a date speak of the past or of what is to come.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-tense.h"

#include <string.h>

#include "desk-date-verbs.h"

/* How far from a date its verb is looked for, in tokens; keeps a sentence of any length linear. */
#define WINDOW 24

struct _DeskTenseFinder
{
  const DeskProse *prose;
  guint8 *kinds; /* DeskVerbKind of each distinct word */
};

DeskTenseFinder *
desk_tense_finder_new (const DeskProse *prose)
{
  DeskTenseFinder *self = g_new (DeskTenseFinder, 1);

  self->prose = prose;
  self->kinds = g_new0 (guint8, desk_prose_get_n_words (prose));
  for (guint i = 1; i < desk_prose_get_n_words (prose); i++)
    self->kinds[i] = desk_verb_find (desk_prose_get_word (prose, i)->folded);

  return self;
}

void
desk_tense_finder_free (DeskTenseFinder *self)
{
  g_free (self->kinds);
  g_free (self);
}

static DeskVerbKind
kind_at (const DeskTenseFinder *self,
         guint token)
{
  return self->kinds[desk_prose_get_token (self->prose, token)->word];
}

/* An infinitive after "to"; "to the", "to London" are none. */
static gboolean
is_infinitive (const DeskTenseFinder *self,
               guint token,
               guint end)
{
  const DeskToken *next = token + 1 < end ? desk_prose_get_token (self->prose, token + 1) : NULL;

  return next != NULL && next->shape == DESK_SHAPE_LOWER && self->kinds[next->word] != DESK_VERB_STOP && !g_str_has_suffix (desk_prose_get_word (self->prose, next->word)->folded, "ing");
}

/* Whether what stands before @token ("to", "be") looks ahead: "is to", "agreed to", "must". */
static gboolean
looks_ahead (const DeskTenseFinder *self,
             guint start,
             guint token)
{
  for (guint i = token, n = 0; i > start && n < 4; i--, n++)
    {
      DeskVerbKind kind = kind_at (self, i - 1);

      if (kind == DESK_VERB_MODAL || kind == DESK_VERB_PLANNED || kind == DESK_VERB_AHEAD || (kind == DESK_VERB_BE && n < 2))
        return TRUE;
      /* "had to", "went to" tell what happened; "was to" tells what lay ahead. */
      if (kind == DESK_VERB_PAST)
        return n == 0 && desk_prose_is_one_of (self->prose, i - 1, " asked expected hoped voted was were ");
    }

  return FALSE;
}

/* Many forms of the present are nouns too: a verb has its subject before it. */
static gboolean
has_subject (const DeskTenseFinder *self,
             guint start,
             guint token)
{
  const DeskToken *before = token > start ? desk_prose_get_token (self->prose, token - 1) : NULL;
  DeskVerbKind kind = before != NULL ? kind_at (self, token - 1) : DESK_VERB_OTHER;
  const char *word;

  /* ", who leads it, meets on Friday" */
  if (before != NULL && desk_prose_character (self->prose, token - 1) == ',')
    return TRUE;
  if (before == NULL || before->kind != DESK_TOKEN_WORD || kind == DESK_VERB_TO || kind == DESK_VERB_MODAL || kind == DESK_VERB_STOP || kind == DESK_VERB_BE || kind == DESK_VERB_HAVE || kind == DESK_VERB_PAST || kind == DESK_VERB_AHEAD)
    return kind == DESK_VERB_STOP && desk_prose_is_one_of (self->prose, token - 1, " it that police ");
  word = desk_prose_get_word (self->prose, before->word)->folded;
  if (strcmp (word, "'s") == 0 || desk_prose_is_one_of (self->prose, token - 1, " of in on at for by with from and or new first last next many some no any two three more "))
    return FALSE;
  if (kind_at (self, token) == DESK_VERB_SCHEDULE)
    return TRUE;

  return desk_token_is_capital (before) || g_str_has_suffix (word, "s") || desk_prose_is_one_of (self->prose, token - 1, " they we i you who people men women ");
}

/* What one word tells; @token stands between @start and @end of the sentence. */
static DeskTense
tense_at (const DeskTenseFinder *self,
          guint start,
          guint token,
          guint end,
          gboolean schedule)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  /* "May" and "Will" in the middle of a sentence are names. */
  gboolean small = at->shape == DESK_SHAPE_LOWER || token == start || at->shape == DESK_SHAPE_NONE || at->glued;

  switch (kind_at (self, token))
    {
    case DESK_VERB_OTHER:
    case DESK_VERB_STOP:
      return DESK_TENSE_UNKNOWN;
    case DESK_VERB_MODAL:
      if (!small)
        return DESK_TENSE_UNKNOWN;
      /* "could have met" */
      for (guint i = token + 1; i < end && i < token + 3; i++)
        if (kind_at (self, i) == DESK_VERB_HAVE && i + 1 < end && kind_at (self, i + 1) == DESK_VERB_PAST)
          return DESK_TENSE_PAST;
      return DESK_TENSE_FUTURE;
    case DESK_VERB_PLANNED:
      if (desk_prose_is_one_of (self->prose, token, " about going "))
        return token + 1 < end && kind_at (self, token + 1) == DESK_VERB_TO && is_infinitive (self, token + 1, end) && !(token > start && kind_at (self, token - 1) == DESK_VERB_PAST) ? DESK_TENSE_FUTURE : DESK_TENSE_UNKNOWN;
      if (desk_prose_is_one_of (self->prose, token, " set planned plan plans ready wants hope hopes ") && !(token + 1 < end && desk_prose_is_one_of (self->prose, token + 1, " to for ")))
        return desk_prose_is_one_of (self->prose, token, " set planned ") ? DESK_TENSE_PAST : DESK_TENSE_UNKNOWN;
      return DESK_TENSE_FUTURE;
    case DESK_VERB_AHEAD:
    case DESK_VERB_PAST:
      /* Mohamed and Ahmed are people; only headlines write their verbs large. */
      if (!small && schedule)
        return DESK_TENSE_UNKNOWN;
      /* "will be held", "is to be released", "must be struck" */
      if (token > start && desk_prose_is (self->prose, token - 1, "be"))
        return looks_ahead (self, start, token - 1) || (token > start + 1 && kind_at (self, token - 2) == DESK_VERB_TO) ? DESK_TENSE_FUTURE : DESK_TENSE_UNKNOWN;
      /* "to put", "will let": the same form is an infinitive */
      if (token > start && (kind_at (self, token - 1) == DESK_VERB_MODAL || kind_at (self, token - 1) == DESK_VERB_TO))
        return DESK_TENSE_UNKNOWN;
      /* "are cancelled until Thursday" is a state. */
      for (guint i = token; i > start && token - i < 2; i--)
        if (kind_at (self, i - 1) == DESK_VERB_BE)
          return DESK_TENSE_UNKNOWN;
      return DESK_TENSE_PAST;
    case DESK_VERB_BE:
      /* "is to", "are meeting" */
      if (token + 1 < end && kind_at (self, token + 1) == DESK_VERB_TO && is_infinitive (self, token + 1, end))
        return DESK_TENSE_FUTURE;
      return DESK_TENSE_UNKNOWN;
    case DESK_VERB_HAVE:
      return token + 1 < end && (kind_at (self, token + 1) == DESK_VERB_PAST || kind_at (self, token + 1) == DESK_VERB_AHEAD) ? DESK_TENSE_PAST : DESK_TENSE_UNKNOWN;
    case DESK_VERB_SCHEDULE:
    case DESK_VERB_PLURAL:
      return schedule && small && has_subject (self, start, token) ? DESK_TENSE_FUTURE : DESK_TENSE_UNKNOWN;
    case DESK_VERB_TO:
      return is_infinitive (self, token, end) && looks_ahead (self, start, token) ? DESK_TENSE_FUTURE : DESK_TENSE_UNKNOWN;
    }

  return DESK_TENSE_UNKNOWN;
}

/* by Friday, until October, from 1 November: what is meant lies ahead where nothing tells that it is over. */
static gboolean
is_limit (const DeskTenseFinder *self,
          guint start,
          guint first,
          guint end)
{
  guint token = first;

  /* "from Monday's dinner" */
  if (desk_prose_is_one_of (self->prose, end, " 's ' "))
    return FALSE;

  for (guint n = 0; token > start && n < 5; n++, token--)
    {
      if (desk_prose_is_one_of (self->prose, token - 1, " by until till before from starting for least "))
        return TRUE;
      if (!desk_prose_is_one_of (self->prose, token - 1, " the end of start beginning middle early late mid - about around "))
        return FALSE;
    }

  return FALSE;
}

/**
 * desk_tense_find:
 * @sentence: where the date stands
 * @first: token
 * @end: token, exclusive
 *
 * The nearest verb tells; what stands before the date counts for more than what stands after it.
 */
DeskTense
desk_tense_find (const DeskTenseFinder *self,
                 const DeskSentence *sentence,
                 guint first,
                 guint end)
{
  const DeskBlock *block = desk_version_get_block (desk_prose_get_version (self->prose), sentence->block);
  /* The present tense of headlines and captions tells what happened. */
  gboolean schedule = block->kind != DESK_BLOCK_KIND_HEADLINE && block->kind != DESK_BLOCK_KIND_CAPTION;
  gboolean limit = is_limit (self, sentence->first, first, end), ahead = FALSE;
  guint before = 0, after = 0;
  DeskTense left = DESK_TENSE_UNKNOWN, right = DESK_TENSE_UNKNOWN;

  if (first > sentence->first && desk_prose_is (self->prose, first - 1, "since"))
    return DESK_TENSE_PAST;
  for (guint i = first; i > sentence->first && first - i < WINDOW && left == DESK_TENSE_UNKNOWN; i--)
    {
      left = tense_at (self, sentence->first, i - 1, sentence->end, schedule);
      before = first - i + 1;
      ahead = left == DESK_TENSE_PAST && kind_at (self, i - 1) == DESK_VERB_AHEAD;
      /* "The match is on Saturday" */
      if (left == DESK_TENSE_UNKNOWN && schedule && before <= 3 && kind_at (self, i - 1) == DESK_VERB_BE)
        return DESK_TENSE_FUTURE;
    }
  for (guint i = end; i < sentence->end && i - end < WINDOW && right == DESK_TENSE_UNKNOWN; i++)
    {
      right = tense_at (self, sentence->first, i, sentence->end, schedule);
      after = i - end + 1;
    }

  if (limit && (ahead || (left == DESK_TENSE_UNKNOWN && right == DESK_TENSE_UNKNOWN)))
    return DESK_TENSE_FUTURE;
  if (left == DESK_TENSE_UNKNOWN)
    return right;
  if (right == DESK_TENSE_UNKNOWN || before <= after * 2)
    return left;

  return right;
}
