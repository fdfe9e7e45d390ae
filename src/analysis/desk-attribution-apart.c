/* Words of saying that stand behind what is said or amid it: "…, she said, …"
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-attribution-private.h"

/* How far back content before the words of saying reaches, in tokens. */
#define MAX_BEFORE 250

/* How far behind its source a quotation may open, in tokens. */
#define MAX_NEAR 6

/* How far a relative clause reaches before words of saying within it. */
#define MAX_RELATIVE 16

/* The unit that content before @end starts with: behind a semicolon. */
static guint
find_unit_start (DeskAttributionFinder *self,
                 guint end)
{
  guint from = MAX (self->first, end > MAX_BEFORE ? end - MAX_BEFORE : 0);

  from = MAX (from, self->done);
  for (guint i = end; i > from; i--)
    if (!desk_attribution_is_quoted (self, i - 1) && desk_attribution_character (self, i - 1) == ';')
      return i;

  return from;
}

/* Whether there is something said between two tokens, not only a quotation. */
static gboolean
is_said (DeskAttributionFinder *self,
         guint first,
         guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += !desk_attribution_is_quoted (self, i) && desk_prose_get_token (self->syntax->prose, i)->kind == DESK_TOKEN_WORD;

  return n >= 2;
}

/* A sentence ends, or a comma goes on, behind words of saying that stand apart. */
static gboolean
ends_apart (DeskAttributionFinder *self,
            guint token,
            gboolean *goes_on)
{
  gunichar c = desk_attribution_character (self, token);

  *goes_on = FALSE;
  if (token >= self->end || c == ';' || c == '.' || c == '!' || c == '?')
    return TRUE;
  if (c == ':' || desk_attribution_is_quoted (self, token) || desk_syntax_is_dash (self->syntax, token) || c == ')')
    return TRUE;
  if (desk_prose_is_one_of (self->syntax->prose, token, " and but as while when after before because "))
    return TRUE;
  *goes_on = c == ',';

  return c == ',';
}

/* What follows a comma is said as well, unless somebody says something else there. */
static void
read_rest (DeskAttributionFinder *self,
           DeskAttribution *attribution,
           guint first)
{
  DeskCue cue;
  DeskContent content;
  guint next = first;

  while (next < self->end && next - first < 3 && desk_prose_is_one_of (self->syntax->prose, next, " and but while "))
    next++;
  if (next < self->end && desk_cue_match (self->syntax, next, self->end, &cue) && desk_find_content (self->syntax, &cue, self->end, &content))
    return;
  if (next < self->end && desk_syntax_is (self->syntax, next, DESK_GRAMMAR_ING))
    return;
  /* "…, said Kole, a teacher from Leeds." is about Kole. */
  if (attribution->inverted && desk_syntax_has_finite (self->syntax, attribution->before_first, attribution->before_end))
    return;
  if (!desk_syntax_has_finite (self->syntax, first, MIN (self->end, first + 40)))
    return;
  attribution->kind = DESK_CONTENT_CLAUSE;
  attribution->first = first;
  attribution->end = desk_find_content_end (self->syntax, first, self->end);
  /* "a banner in which, it said, the eagle faced the wrong way": only the relative clause is said. */
  for (guint i = attribution->before_end; i > attribution->before_first + 1 && attribution->before_end - i < MAX_RELATIVE; i--)
    if (desk_syntax_is (self->syntax, i - 1, DESK_GRAMMAR_QUESTION) ||
        (desk_prose_is (self->syntax->prose, i - 1, "that") && i == attribution->before_end))
      {
        attribution->before_first = i;
        break;
      }
}

/* Whether a token is the first one behind a quotation or a comma. */
static gboolean
is_set_off (DeskAttributionFinder *self,
            guint token)
{
  if (token > self->first + 1 && desk_prose_is (self->syntax->prose, token - 1, "as") && desk_attribution_character (self, token - 2) == ',')
    return TRUE;

  return token > self->first &&
         ((desk_attribution_character (self, token - 1) == ',' && !desk_attribution_is_quoted (self, token - 1)) ||
          desk_attribution_quoted_before (self, token) != DESK_NOT_QUOTED);
}

/* "…, she said", "…, Kole, a teacher, said" */
static gboolean
find_subject_apart (DeskAttributionFinder *self,
                    DeskAttribution *at)
{
  if (desk_attribution_quoted_before (self, at->cue.first) != DESK_NOT_QUOTED)
    return FALSE;
  at->subject = desk_find_subject (self->syntax, desk_find_clause_start (self->syntax, self->first, at->cue.first), at->cue.first, &at->source);

  return at->subject == DESK_SUBJECT_OWN && is_set_off (self, at->source.first);
}

/* "…, said Kole", "according to Kole" */
static gboolean
find_source_behind (DeskAttributionFinder *self,
                    DeskAttribution *at)
{
  if (!(at->cue.traits & DESK_TRAIT_SOURCE) && (!is_set_off (self, at->cue.first) || at->cue.participle || at->cue.infinitive ||
                                                !(at->cue.form & (DESK_GRAMMAR_PAST | DESK_GRAMMAR_THIRD | (at->cue.traits & DESK_TRAIT_SURE ? DESK_GRAMMAR_BASE : 0)))))
    return FALSE;
  at->inverted = TRUE;
  at->subject = DESK_SUBJECT_OWN;
  if (desk_prose_is_one_of (self->syntax->prose, at->cue.end, " that it this so ") ||
      !desk_phrase_after (self->syntax, at->cue.end, self->end, &at->source))
    return FALSE;

  /* Somebody must be able to say it: not "claimed 29 percent". */
  if (at->source.name == DESK_NO_NAME &&
      !desk_syntax_is (self->syntax, desk_phrase_head (self->syntax, &at->source), DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_PEOPLE | DESK_GRAMMAR_BODY) &&
      !(at->cue.traits & DESK_TRAIT_SOURCE) && desk_attribution_quoted_before (self, at->cue.first) == DESK_NOT_QUOTED)
    return FALSE;

  /* "Kole, a teacher, said he was tired": that is no order turned round. */
  return (at->cue.traits & DESK_TRAIT_SOURCE) || !desk_syntax_is_finite (self->syntax, at->source.end) ||
         desk_attribution_quoted_before (self, at->cue.first) != DESK_NOT_QUOTED;
}

/* The quotation that opens within some words, no verb before it. */
static guint
find_quoted_near (DeskAttributionFinder *self,
                  guint token)
{
  for (guint i = token; i < MIN (self->end, token + MAX_NEAR); i++)
    {
      if (desk_attribution_is_quoted (self, i))
        return self->syntax->quotation[i];
      if (desk_syntax_is_finite (self->syntax, i) ||
          (desk_prose_get_token (self->syntax->prose, i)->kind == DESK_TOKEN_PUNCTUATION && desk_attribution_character (self, i) != ',' &&
           desk_attribution_character (self, i) != ':'))
        break;
    }

  return DESK_NOT_QUOTED;
}

/* Whether a quotation of the same sentence stands at a token. */
static gboolean
starts_quoted (DeskAttributionFinder *self,
               guint token)
{
  return token < self->end && desk_attribution_is_quoted (self, token);
}

/* "…, she said on Monday", "…, said Kole", "…, according to Kole, …" */
gboolean
desk_attribution_read_apart (DeskAttributionFinder *self,
                             const DeskCue *cue)
{
  const DeskSyntax *syntax = self->syntax;
  DeskAttribution at;
  guint start, behind, unit;
  gboolean goes_on, source = (cue->traits & DESK_TRAIT_SOURCE) != 0;

  desk_attribution_clear (&at);
  at.cue = *cue;
  if (!(cue->traits & (DESK_TRAIT_APART | DESK_TRAIT_SOURCE | DESK_TRAIT_BESIDE)) || cue->passive)
    return FALSE;

  if (source || !find_subject_apart (self, &at))
    {
      DeskContent content;

      /* "Kole, a teacher, said that …" */
      if (!source && at.subject == DESK_SUBJECT_OWN &&
          ((cue->traits & DESK_TRAIT_WHOM) || at.source.first == self->first || desk_find_content (syntax, cue, self->end, &content)))
        return FALSE;
      if (!find_source_behind (self, &at))
        return FALSE;
      start = cue->first;
      behind = at.source.end;
    }
  else
    {
      start = at.source.first;
      behind = cue->end;
      if (cue->traits & DESK_TRAIT_WHOM)
        {
          DeskPhrase whom;

          if (desk_phrase_after (syntax, behind, self->end, &whom))
            behind = whom.end;
          else if (desk_syntax_is (syntax, behind, DESK_GRAMMAR_OBJECT))
            behind++;
        }
    }
  behind = desk_skip_circumstances (syntax, behind, self->end);

  /* "According to Kole, …" */
  if (source && start == self->first)
    {
      guint comma = behind;

      while (comma < self->end && desk_attribution_character (self, comma) != ',' && comma - behind < 40)
        comma++;
      if (comma >= self->end || desk_attribution_character (self, comma) != ',')
        return FALSE;
      at.kind = DESK_CONTENT_CLAUSE;
      at.first = comma + 1;
      at.end = desk_find_content_end (syntax, comma + 1, self->end);
      /* What a role or a relative clause adds to the source ends with the next comma. */
      while (!desk_syntax_has_finite (syntax, at.first, at.end) || desk_syntax_is (syntax, at.first, DESK_GRAMMAR_QUESTION))
        {
          for (comma = at.first; comma < at.end && desk_attribution_character (self, comma) != ','; comma++)
            ;
          if (comma >= at.end)
            break;
          at.first = comma + 1;
        }
      if (at.first >= at.end)
        return FALSE;
      desk_attribution_add (self, &at);
      self->done = at.end;
      return TRUE;
    }

  if (start <= self->first)
    return FALSE;
  if (desk_prose_is (syntax->prose, start - 1, "as"))
    start--;
  if (!ends_apart (self, behind, &goes_on) && !at.inverted)
    {
      DeskContent content;

      /* "…, the agency said on the eve of a meeting at which …" */
      if (!is_set_off (self, at.source.first) || desk_find_content (syntax, cue, self->end, &content))
        return FALSE;
    }
  /* "…, in the words of Kole, “…”" */
  if (source && find_quoted_near (self, behind) != DESK_NOT_QUOTED)
    {
      at.quoted_after = find_quoted_near (self, behind);
      at.kind = DESK_CONTENT_QUOTE;
      desk_attribution_add (self, &at);
      return TRUE;
    }
  at.quoted_before = desk_attribution_quoted_before (self, start);
  if (at.quoted_before == DESK_NOT_QUOTED && !source && (!(cue->traits & (DESK_TRAIT_CLAUSE | DESK_TRAIT_SURE)) || (cue->traits & DESK_TRAIT_WEAK)))
    return FALSE;
  if (at.quoted_before == DESK_NOT_QUOTED && desk_attribution_character (self, start - 1) != ',' && !source)
    return FALSE;

  unit = find_unit_start (self, start);
  at.before_end = start;
  if (desk_attribution_character (self, start - 1) == ',' && !desk_attribution_is_quoted (self, start - 1))
    at.before_end--;
  at.before_first = unit;
  if (at.quoted_before != DESK_NOT_QUOTED && desk_syntax_quoted (syntax, at.quoted_before)->open <= unit)
    at.before_first = at.before_end;
  else
    {
      /* "But the mill, she said, was safe." */
      while (at.before_first < at.before_end && desk_prose_is_one_of (syntax->prose, at.before_first, " but and , "))
        at.before_first++;
      if (!is_said (self, at.before_first, at.before_end) && !goes_on)
        at.before_first = at.before_end;
      else if (!desk_syntax_has_finite (syntax, at.before_first, at.before_end) && !goes_on &&
               at.quoted_before == DESK_NOT_QUOTED && !source && !at.inverted)
        return FALSE;
    }
  if (at.quoted_before == DESK_NOT_QUOTED && at.before_first >= at.before_end)
    return FALSE;
  if (at.inverted && at.quoted_before == DESK_NOT_QUOTED && !source &&
      !desk_syntax_has_finite (syntax, at.before_first, at.before_end) && !((cue->traits & DESK_TRAIT_SURE) && behind + 1 >= self->end))
    return FALSE;
  /* A participle or a relative clause before the comma: "Asked about it, he said …" */
  if (goes_on && desk_attribution_character (self, behind) == ',' && (at.before_first < at.before_end || at.quoted_before != DESK_NOT_QUOTED))
    {
      if (starts_quoted (self, behind + 1))
        at.quoted_after = self->syntax->quotation[behind + 1];
      else if (at.before_first < at.before_end)
        read_rest (self, &at, behind + 1);
    }
  else if (starts_quoted (self, behind))
    at.quoted_after = self->syntax->quotation[behind];
  else if (starts_quoted (self, behind + 1) && desk_attribution_character (self, behind) == ':')
    at.quoted_after = self->syntax->quotation[behind + 1];
  at.kind = at.before_first < at.before_end || at.first < at.end ? DESK_CONTENT_CLAUSE : DESK_CONTENT_QUOTE;
  if (at.kind == DESK_CONTENT_QUOTE && at.quoted_before == DESK_NOT_QUOTED)
    return FALSE;
  desk_attribution_add (self, &at);
  self->done = MAX (self->done, MAX (behind, at.end));

  return TRUE;
}
