/* Quotation marks that no words of the list stand beside.
 *
 * "…," she allowed. — any verb will do behind a comma and a mark.
 * CFS chief Morton Lamshed: "…" — a colon will do without one.
 * MARSH: … — and so will the label of a turn.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-quotation-source.h"

#include <glib/gi18n-lib.h>

/* How far behind a quotation the verb stands at most, in tokens. */
#define MAX_VERB 24

/* So many words of saying before a colon are looked at. */
#define MAX_LOOK_BACK 4

/* How far into a question whom it is about stands, in tokens. */
#define MAX_ASKED 5

/* So many answers make an interview. */
#define MIN_ANSWERS 3

typedef struct
{
  const DeskSyntax *syntax;
  GArray *attributions;
  guint n_sorted;  /* so many of them are in text order */
  guint8 *settled; /* quotations that somebody says already */
} Finder;

static gunichar
character (Finder *self,
           guint token)
{
  return desk_prose_character (self->syntax->prose, token);
}

static const DeskSentence *
sentence_of (Finder *self,
             guint token)
{
  return desk_prose_get_sentence (self->syntax->prose, desk_prose_find_sentence (self->syntax->prose, token));
}

/* A person, a pronoun or a description of people. */
static gboolean
can_speak (Finder *self,
           const DeskPhrase *phrase)
{
  const DeskSyntax *syntax = self->syntax;

  if (phrase->name != DESK_NO_NAME)
    {
      DeskEntityKind kind = desk_syntax_name (syntax, phrase->name)->kind;

      return kind == DESK_ENTITY_KIND_PERSON || kind == DESK_ENTITY_KIND_ORGANISATION || kind == DESK_ENTITY_KIND_GOVERNMENT;
    }
  if (desk_prose_is_one_of (syntax->prose, phrase->first, " he she it they "))
    return TRUE;

  return desk_syntax_is (syntax, desk_phrase_head (syntax, phrase), DESK_GRAMMAR_PEOPLE | DESK_GRAMMAR_BODY);
}

static gboolean
is_person (Finder *self,
           const DeskPhrase *phrase)
{
  return phrase->name != DESK_NO_NAME && desk_syntax_name (self->syntax, phrase->name)->kind == DESK_ENTITY_KIND_PERSON;
}

/* @why is a message id, NULL where a verb tells. */
static void
add (Finder *self,
     const DeskPhrase *source,
     guint verb,
     guint verb_end,
     guint before,
     guint after,
     const char *why)
{
  DeskAttribution at = {
    .why = why,
    .cue = { .first = verb, .end = verb_end, .traits = DESK_TRAIT_APART },
    .source = *source,
    .subject = DESK_SUBJECT_OWN,
    .kind = DESK_CONTENT_QUOTE,
    .quoted_before = before,
    .quoted_after = after,
  };

  g_array_append_val (self->attributions, at);
}

/* "…," she allowed. "…," charged Nurse Bogle. */
static gboolean
read_behind (Finder *self,
             guint index)
{
  const DeskSyntax *syntax = self->syntax;
  const DeskQuoted *quoted = desk_syntax_quoted (syntax, index);
  guint first = quoted->end + 1, end, verb;
  gboolean comma = character (self, quoted->end - 1) == ',';
  DeskPhrase source;

  if (first >= syntax->n_tokens)
    return FALSE;
  if (character (self, first) == ',')
    {
      comma = TRUE;
      first++;
    }
  if (first >= syntax->n_tokens || sentence_of (self, quoted->end)->end <= first)
    return FALSE;
  if (!comma &&
      !(desk_prose_is_one_of (syntax->prose, quoted->end - 1, " ? ! - — … ... ") && desk_prose_get_token (syntax->prose, first)->shape == DESK_SHAPE_LOWER))
    return FALSE;
  end = MIN (sentence_of (self, first)->end, first + MAX_VERB);

  if (desk_syntax_is (syntax, first, DESK_GRAMMAR_PAST | DESK_GRAMMAR_THIRD) &&
      !desk_syntax_is (syntax, first, DESK_GRAMMAR_NOUN | DESK_GRAMMAR_AUXILIARY) &&
      desk_phrase_after (syntax, first + 1, end, &source) && can_speak (self, &source))
    {
      add (self, &source, first, first + 1, index, DESK_NOT_QUOTED, NULL);
      return TRUE;
    }
  /* "…," is how Ludovica Moss summed it up. */
  if (desk_prose_is_one_of (syntax->prose, first, " is was ") && desk_prose_is_one_of (syntax->prose, first + 1, " how what "))
    first += 2;
  for (verb = first + 1; verb < end; verb++)
    if (desk_syntax_is_finite (syntax, verb) && desk_find_subject (syntax, first, verb, &source) == DESK_SUBJECT_OWN && source.first == first)
      {
        if (!can_speak (self, &source) || desk_syntax_is (syntax, verb, DESK_GRAMMAR_AUXILIARY))
          return FALSE;
        add (self, &source, verb, verb + 1, index, DESK_NOT_QUOTED, NULL);
        return TRUE;
      }

  return FALSE;
}

/* "…" — Matthew Ingram: a person behind a dash, and nothing else. */
static gboolean
read_signature (Finder *self,
                guint index)
{
  const DeskSyntax *syntax = self->syntax;
  guint dash = desk_syntax_quoted (syntax, index)->end + 1;
  DeskPhrase source;

  if (dash + 1 >= syntax->n_tokens || !desk_prose_is_one_of (syntax->prose, dash, " - -- – — ") ||
      sentence_of (self, dash)->block != desk_syntax_quoted (syntax, index)->block)
    return FALSE;
  if (!desk_phrase_after (syntax, dash + 1, sentence_of (self, dash + 1)->end, &source) || !is_person (self, &source))
    return FALSE;
  if (source.end < sentence_of (self, source.end - 1)->end && !desk_prose_is_one_of (syntax->prose, source.end, " , . in ( "))
    return FALSE;
  add (self, &source, dash, dash, index, DESK_NOT_QUOTED, N_ ("named behind a dash"));

  return TRUE;
}

/* The colon or comma before a quotation, in its own block or at the end of the one before. */
static guint
find_colon (Finder *self,
            guint index)
{
  guint open = desk_syntax_quoted (self->syntax, index)->open;

  return open > 1 && (character (self, open - 1) == ':' || character (self, open - 1) == ',') ? open - 1 : 0;
}

/* "Kole told the court:" — the words of saying nearest to the colon, with their subject. */
static gboolean
read_introduction (Finder *self,
                   guint index,
                   guint lower,
                   guint colon)
{
  for (guint i = colon; i > lower && colon - i < MAX_VERB; i--)
    {
      DeskCue cue;
      DeskPhrase source;

      if (!desk_cue_match (self->syntax, i - 1, colon, &cue) || cue.passive || (cue.traits & DESK_TRAIT_SOURCE))
        continue;
      if (desk_skip_circumstances (self->syntax, cue.end, colon) < colon && !(cue.traits & DESK_TRAIT_WHOM) && character (self, colon) == ',')
        return FALSE;
      if (desk_find_subject (self->syntax, lower, cue.first, &source) != DESK_SUBJECT_OWN || !can_speak (self, &source))
        return FALSE;
      add (self, &source, cue.first, cue.end, DESK_NOT_QUOTED, index, NULL);
      return TRUE;
    }

  return FALSE;
}

/* How many words of saying before the place @token stand in text order. */
static guint
find_before (Finder *self,
             guint token)
{
  guint low = 0, high = self->n_sorted;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (desk_attribution_at (self->attributions, middle)->cue.first < token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Words of saying whose content ends at the colon say the quotation as well. */
static gboolean
share_attribution (Finder *self,
                   guint index,
                   guint colon)
{
  for (guint i = find_before (self, colon), n = 0; i > 0 && n < MAX_LOOK_BACK; i--, n++)
    {
      DeskAttribution *at = desk_attribution_at (self->attributions, i - 1);

      if ((at->end == colon && at->first < at->end) || (at->before_end < colon && at->cue.end == colon) || (at->inverted && at->source.end == colon))
        {
          if (at->quoted_after == DESK_NOT_QUOTED)
            at->quoted_after = index;
          return TRUE;
        }
    }

  return FALSE;
}

/* "Pia Kole of the mill:", not "Kole floods:". */
static gboolean
ends_name (Finder *self,
           const DeskPhrase *phrase)
{
  guint end = desk_syntax_name (self->syntax, phrase->name)->end;

  return desk_prose_get_token (self->syntax->prose, end)->kind == DESK_TOKEN_PUNCTUATION ||
         desk_syntax_is (self->syntax, end, DESK_GRAMMAR_PREPOSITION);
}

static gboolean
read_before (Finder *self,
             guint index)
{
  const DeskSyntax *syntax = self->syntax;
  guint colon = find_colon (self, index);
  guint lower;
  DeskPhrase source;

  if (colon == 0)
    return FALSE;
  if (share_attribution (self, index, colon))
    return TRUE;
  lower = desk_find_clause_start (syntax, sentence_of (self, colon)->first, colon);
  if (lower >= colon)
    return FALSE;
  if (read_introduction (self, index, lower, colon))
    return TRUE;
  if (character (self, colon) != ':')
    return FALSE;
  if ((desk_find_main_subject (syntax, lower, colon, &source) ||
       (!desk_syntax_has_finite (syntax, lower, colon) && desk_phrase_after (syntax, lower, colon, &source) && is_person (self, &source) && ends_name (self, &source))) &&
      can_speak (self, &source))
    {
      add (self, &source, colon, colon, DESK_NOT_QUOTED, index, N_ ("named before a colon"));
      return TRUE;
    }

  return FALSE;
}

/* Who was the last to say something between two tokens. */
static gboolean
find_last_source (Finder *self,
                  guint first,
                  guint end,
                  DeskPhrase *source)
{
  guint n = find_before (self, end);
  const DeskAttribution *at = n > 0 ? desk_attribution_at (self->attributions, n - 1) : NULL;

  if (at == NULL || at->cue.first < first || at->source.first >= at->source.end)
    return FALSE;
  *source = at->source;

  return TRUE;
}

/* Why did she leave? “It was late.” — a question about somebody who answers it. */
static gboolean
find_asked (Finder *self,
            const DeskSentence *question,
            DeskPhrase *source)
{
  if (character (self, question->end - 1) != '?')
    return FALSE;
  for (guint i = question->first; i + 1 < MIN (question->end, question->first + MAX_ASKED); i++)
    if (desk_syntax_is (self->syntax, i, DESK_GRAMMAR_AUXILIARY) && desk_prose_is_one_of (self->syntax->prose, i + 1, " he she "))
      {
        *source = (DeskPhrase) { .first = i + 1, .end = i + 2, .name = DESK_NO_NAME };
        return TRUE;
      }

  return FALSE;
}

/* Arpine laughed. “Which calendar?” — whom the sentence before is about. */
static gboolean
read_sentence_before (Finder *self,
                      guint index)
{
  const DeskSyntax *syntax = self->syntax;
  const DeskQuoted *quoted = desk_syntax_quoted (syntax, index);
  guint number = desk_prose_find_sentence (syntax->prose, quoted->open);
  const DeskSentence *before = number > 0 ? desk_prose_get_sentence (syntax->prose, number - 1) : NULL;
  DeskPhrase source;

  if (before == NULL || before->block != quoted->block || desk_prose_get_sentence (syntax->prose, number)->first != quoted->open || !quoted->closed)
    return FALSE;
  if (!desk_prose_is_one_of (syntax->prose, quoted->end - 1, " . ! ? … "))
    return FALSE;
  for (guint i = before->first; i < before->end; i++)
    if (syntax->quotation[i] != DESK_NOT_QUOTED)
      return FALSE;
  if (!find_last_source (self, before->first, quoted->open, &source) && !desk_find_main_subject (syntax, before->first, before->end, &source) &&
      !find_asked (self, before, &source))
    return FALSE;
  if (!is_person (self, &source) && !desk_prose_is_one_of (syntax->prose, source.first, " he she "))
    return FALSE;
  add (self, &source, quoted->open, quoted->open, DESK_NOT_QUOTED, index, N_ ("whom the sentence before is about"));

  return TRUE;
}

/* Whether a block with nothing but a quotation answers the question in the block before. */
static gboolean
is_answer (Finder *self,
           guint index)
{
  const DeskQuoted *quoted = desk_syntax_quoted (self->syntax, index);
  guint before = quoted->open - 1;

  return quoted->closed && quoted->open > 0 && sentence_of (self, before)->block + 1 == quoted->block &&
         character (self, before) == '?' && self->syntax->quotation[before] == DESK_NOT_QUOTED &&
         (quoted->end + 1 >= self->syntax->n_tokens || sentence_of (self, quoted->end + 1)->block != quoted->block);
}

static void
add_answer (Finder *self,
            guint index)
{
  DeskPhrase nobody = { .name = DESK_NO_NAME };
  guint open = desk_syntax_quoted (self->syntax, index)->open;

  add (self, &nobody, open, open, DESK_NOT_QUOTED, index, NULL);
  desk_attribution_at (self->attributions, self->attributions->len - 1)->answer = TRUE;
}

static void
read_turn (Finder *self,
           guint index)
{
  const DeskQuoted *quoted = desk_syntax_quoted (self->syntax, index);
  DeskPhrase source = { .first = sentence_of (self, quoted->open)->first, .end = quoted->open, .name = DESK_NO_NAME };

  if (desk_prose_is_one_of (self->syntax->prose, source.first, " a answer ") && source.end == source.first + 1)
    {
      add_answer (self, index);
      return;
    }
  for (guint i = source.first; i < source.end; i++)
    if (self->syntax->name[i] != DESK_NO_NAME && desk_syntax_name (self->syntax, self->syntax->name[i])->kind == DESK_ENTITY_KIND_PERSON)
      source.name = self->syntax->name[i];
  add (self, &source, quoted->open, quoted->open, DESK_NOT_QUOTED, index, N_ ("named at the start of the line"));
}

static void
settle_within (Finder *self,
               guint first,
               guint end)
{
  for (guint i = first; i < end; i++)
    if (self->syntax->quotation[i] != DESK_NOT_QUOTED)
      {
        self->settled[self->syntax->quotation[i]] = TRUE;
        i = MAX (i, desk_syntax_quoted (self->syntax, self->syntax->quotation[i])->end);
      }
}

/**
 * desk_attribute_quotations:
 * @attributions: (element-type DeskAttribution): by their words of saying; gets those of quotations
 *   that have none yet, at the end
 */
void
desk_attribute_quotations (const DeskSyntax *syntax,
                           GArray *attributions)
{
  Finder self = { .syntax = syntax, .attributions = attributions, .n_sorted = attributions->len };
  guint n = syntax->quoted->len, n_answers = 0;

  self.settled = g_new0 (guint8, n + 1);
  for (guint i = 0; i < attributions->len; i++)
    {
      const DeskAttribution *at = desk_attribution_at (attributions, i);

      if (at->quoted_before != DESK_NOT_QUOTED)
        self.settled[at->quoted_before] = TRUE;
      if (at->quoted_after != DESK_NOT_QUOTED)
        self.settled[at->quoted_after] = TRUE;
      settle_within (&self, at->before_first, at->before_end);
      settle_within (&self, at->first, at->end);
    }
  for (guint i = 0; i < n; i++)
    {
      const DeskQuoted *quoted = desk_syntax_quoted (syntax, i);

      n_answers += is_answer (&self, i);
      if (quoted->turn)
        read_turn (&self, i);
      else if (!self.settled[i] && !quoted->continued && !(quoted->closed && (read_behind (&self, i) || read_signature (&self, i))))
        (void) (read_before (&self, i) || read_sentence_before (&self, i));
    }
  /* One question may be anything, several make an interview. */
  for (guint i = 0; i < n && n_answers >= MIN_ANSWERS; i++)
    if (!self.settled[i] && is_answer (&self, i))
      add_answer (&self, i);
  g_free (self.settled);
}
