/* Where a text says that somebody says something.
 *
 * Sentence by sentence: first what stands apart from what is said ("…, she said, …"), then what comes
 * before it ("she said that …"). What is said is not searched again.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-attribution.h"

#include "desk-quotation-source.h"

/* How far back content before the words of saying reaches, in tokens. */
#define MAX_BEFORE 250

/* So many of the attributions found last are asked for a subject to share. */
#define MAX_LOOK_BACK 8

/* How far a relative clause reaches before words of saying within it. */
#define MAX_RELATIVE 16

/* How far behind its source a quotation may open, in tokens. */
#define MAX_NEAR 6

/* The longest dateline: "ST. PETERSBURG, Fla., Sept. 3 (Reuters) —". */
#define MAX_DATELINE 16

typedef struct
{
  const DeskSyntax *syntax;
  const DeskSentence *sentence;
  guint first; /* of the sentence, behind its dateline */
  guint end;   /* the sentence with the quotation that it ends in */
  guint done;  /* up to here the text is used up */
  guint8 *taken; /* tokens that are said or say so */
  GArray *found; /* of DeskAttribution */
} Finder;

static gunichar
character (Finder *self,
           guint token)
{
  return desk_prose_character (self->syntax->prose, token);
}

static gboolean
is_quoted (Finder *self,
           guint token)
{
  return token < self->syntax->n_tokens && self->syntax->quotation[token] != DESK_NOT_QUOTED;
}

/* The quotation that ends right before a token, a comma in between or not. */
static guint
find_quoted_before (Finder *self,
                    guint token)
{
  guint at = token;

  if (at > 0 && character (self, at - 1) == ',' && !is_quoted (self, at - 1))
    at--;
  if (at == 0 || !is_quoted (self, at - 1))
    return DESK_NOT_QUOTED;

  return desk_syntax_quoted (self->syntax, self->syntax->quotation[at - 1])->end + 1 == at ? self->syntax->quotation[at - 1] : DESK_NOT_QUOTED;
}

static void
take (Finder *self,
      guint first,
      guint end)
{
  for (guint i = first; i < end; i++)
    self->taken[i] = TRUE;
}

static void
add (Finder *self,
     const DeskAttribution *attribution)
{
  take (self, attribution->cue.first, attribution->cue.end);
  take (self, attribution->before_first, attribution->before_end);
  take (self, attribution->first, attribution->end);
  g_array_append_vals (self->found, attribution, 1);
}

/* Who says what is said just before in the same clause. */
static const DeskAttribution *
find_last (Finder *self,
           guint lower,
           guint token)
{
  const DeskAttribution *last = NULL;

  for (guint n = 0; n < MIN (MAX_LOOK_BACK, self->found->len); n++)
    {
      const DeskAttribution *at = desk_attribution_at (self->found, self->found->len - 1 - n);

      if (at->cue.first >= lower && at->cue.first < token && at->source.end > at->source.first && (last == NULL || at->cue.first > last->cue.first))
        last = at;
    }

  return last;
}

static void
clear (DeskAttribution *attribution)
{
  *attribution = (DeskAttribution) {
    .source = { .name = DESK_NO_NAME },
    .quoted_before = DESK_NOT_QUOTED,
    .quoted_after = DESK_NOT_QUOTED,
  };
}

/* "KINGSTOWN, St Vincent (Reuters) — ", "07:15 " */
static guint
skip_dateline (Finder *self,
               guint first)
{
  guint i = first;

  for (; i < MIN (self->end, first + MAX_DATELINE); i++)
    {
      const DeskToken *token = desk_prose_get_token (self->syntax->prose, i);

      if (desk_syntax_is_dash (self->syntax, i))
        return i > first ? i + 1 : first;
      if (token->kind == DESK_TOKEN_QUOTE || (token->kind == DESK_TOKEN_WORD && token->shape == DESK_SHAPE_LOWER && !desk_prose_is_one_of (self->syntax->prose, i, " a.m. p.m. am pm ")))
        break;
    }
  i = first;
  if (desk_prose_get_token (self->syntax->prose, i)->kind == DESK_TOKEN_NUMBER && i + 1 < self->end && (character (self, i) != 0 && desk_token_is_capital (desk_prose_get_token (self->syntax->prose, i + 1)) && self->syntax->grammar[i + 1] != 0))
    return i + 1;

  return first;
}

/* The unit that content before @end starts with: behind a semicolon or a quotation of its own. */
static guint
find_unit_start (Finder *self,
                 guint end)
{
  guint from = MAX (self->first, end > MAX_BEFORE ? end - MAX_BEFORE : 0);

  from = MAX (from, self->done);
  for (guint i = end; i > from; i--)
    if (!is_quoted (self, i - 1) && (character (self, i - 1) == ';' || desk_syntax_is_dash (self->syntax, i - 1)))
      {
        /* A dash sets something in more often than it starts anew. */
        if (character (self, i - 1) == ';')
          return i;
      }

  return from;
}

/* Whether there is something said between two tokens, not only a quotation. */
static gboolean
is_said (Finder *self,
         guint first,
         guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += !is_quoted (self, i) && desk_prose_get_token (self->syntax->prose, i)->kind == DESK_TOKEN_WORD;

  return n >= 2;
}

/* A sentence ends, or a comma goes on, behind words of saying that stand apart. */
static gboolean
ends_apart (Finder *self,
            guint token,
            gboolean *goes_on)
{
  gunichar c = character (self, token);

  *goes_on = FALSE;
  if (token >= self->end || c == ';' || c == '.' || c == '!' || c == '?')
    return TRUE;
  if (c == ':' || is_quoted (self, token) || desk_syntax_is_dash (self->syntax, token) || c == ')')
    return TRUE;
  if (desk_prose_is_one_of (self->syntax->prose, token, " and but as while when after before because "))
    return TRUE;
  *goes_on = c == ',';

  return c == ',';
}

/* What follows a comma is said as well, unless somebody says something else there. */
static void
read_rest (Finder *self,
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
    if (desk_syntax_is (self->syntax, i - 1, DESK_GRAMMAR_QUESTION) || (desk_prose_is (self->syntax->prose, i - 1, "that") && i == attribution->before_end))
      {
        attribution->before_first = i;
        break;
      }
}

/* Whether a token is the first one behind a quotation or a comma. */
static gboolean
is_set_off (Finder *self,
            guint token)
{
  if (token > self->first + 1 && desk_prose_is (self->syntax->prose, token - 1, "as") && character (self, token - 2) == ',')
    return TRUE;

  return token > self->first && ((character (self, token - 1) == ',' && !is_quoted (self, token - 1)) || find_quoted_before (self, token) != DESK_NOT_QUOTED);
}

/* "…, she said", "…, Kole, a teacher, said" */
static gboolean
find_subject_apart (Finder *self,
                    DeskAttribution *at)
{
  if (find_quoted_before (self, at->cue.first) != DESK_NOT_QUOTED)
    return FALSE;
  at->subject = desk_find_subject (self->syntax, desk_find_clause_start (self->syntax, self->first, at->cue.first), at->cue.first, &at->source);

  return at->subject == DESK_SUBJECT_OWN && is_set_off (self, at->source.first);
}

/* "…, said Kole", "according to Kole" */
static gboolean
find_source_behind (Finder *self,
                    DeskAttribution *at)
{
  if (!(at->cue.traits & DESK_TRAIT_SOURCE) && (!is_set_off (self, at->cue.first) || at->cue.participle || at->cue.infinitive || !(at->cue.form & (DESK_GRAMMAR_PAST | DESK_GRAMMAR_THIRD | (at->cue.traits & DESK_TRAIT_SURE ? DESK_GRAMMAR_BASE : 0)))))
    return FALSE;
  at->inverted = TRUE;
  at->subject = DESK_SUBJECT_OWN;
  if (desk_prose_is_one_of (self->syntax->prose, at->cue.end, " that it this so ") || !desk_phrase_after (self->syntax, at->cue.end, self->end, &at->source))
    return FALSE;

  /* Somebody must be able to say it: not "claimed 29 percent". */
  if (at->source.name == DESK_NO_NAME && !desk_syntax_is (self->syntax, desk_phrase_head (self->syntax, &at->source), DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_PEOPLE | DESK_GRAMMAR_BODY) && !(at->cue.traits & DESK_TRAIT_SOURCE) && find_quoted_before (self, at->cue.first) == DESK_NOT_QUOTED)
    return FALSE;

  /* "Kole, a teacher, said he was tired": that is no order turned round. */
  return (at->cue.traits & DESK_TRAIT_SOURCE) || !desk_syntax_is_finite (self->syntax, at->source.end) || find_quoted_before (self, at->cue.first) != DESK_NOT_QUOTED;
}

/* The quotation that opens within some words, no verb before it. */
static guint
find_quoted_near (Finder *self,
                  guint token)
{
  for (guint i = token; i < MIN (self->end, token + MAX_NEAR); i++)
    {
      if (is_quoted (self, i))
        return self->syntax->quotation[i];
      if (desk_syntax_is_finite (self->syntax, i) || (desk_prose_get_token (self->syntax->prose, i)->kind == DESK_TOKEN_PUNCTUATION && character (self, i) != ',' && character (self, i) != ':'))
        break;
    }

  return DESK_NOT_QUOTED;
}

/* "…, she said on Monday", "…, said Kole", "…, according to Kole, …" */
static gboolean
read_apart (Finder *self,
            const DeskCue *cue)
{
  const DeskSyntax *syntax = self->syntax;
  DeskAttribution at;
  guint start, behind, unit;
  gboolean goes_on, source = (cue->traits & DESK_TRAIT_SOURCE) != 0;

  clear (&at);
  at.cue = *cue;
  if (!(cue->traits & (DESK_TRAIT_APART | DESK_TRAIT_SOURCE | DESK_TRAIT_BESIDE)) || cue->passive)
    return FALSE;

  if (source || !find_subject_apart (self, &at))
    {
      DeskContent content;

      /* "Kole, a teacher, said that …" */
      if (!source && at.subject == DESK_SUBJECT_OWN && desk_find_content (syntax, cue, self->end, &content))
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

      while (comma < self->end && character (self, comma) != ',' && comma - behind < 40)
        comma++;
      if (comma >= self->end || character (self, comma) != ',')
        return FALSE;
      at.kind = DESK_CONTENT_CLAUSE;
      at.first = comma + 1;
      at.end = desk_find_content_end (syntax, comma + 1, self->end);
      /* What a role or a relative clause adds to the source ends with the next comma. */
      while (!desk_syntax_has_finite (syntax, at.first, at.end) || desk_syntax_is (syntax, at.first, DESK_GRAMMAR_QUESTION))
        {
          for (comma = at.first; comma < at.end && character (self, comma) != ','; comma++)
            ;
          if (comma >= at.end)
            break;
          at.first = comma + 1;
        }
      if (at.first >= at.end)
        return FALSE;
      add (self, &at);
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
      add (self, &at);
      return TRUE;
    }
  at.quoted_before = find_quoted_before (self, start);
  if (at.quoted_before == DESK_NOT_QUOTED && !source && (!(cue->traits & (DESK_TRAIT_CLAUSE | DESK_TRAIT_SURE)) || (cue->traits & DESK_TRAIT_WEAK)))
    return FALSE;
  if (at.quoted_before == DESK_NOT_QUOTED && character (self, start - 1) != ',' && !source)
    return FALSE;

  unit = find_unit_start (self, start);
  at.before_end = start;
  if (character (self, start - 1) == ',' && !is_quoted (self, start - 1))
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
      else if (!desk_syntax_has_finite (syntax, at.before_first, at.before_end) && !goes_on && at.quoted_before == DESK_NOT_QUOTED && !source && !at.inverted)
        return FALSE;
    }
  if (at.quoted_before == DESK_NOT_QUOTED && at.before_first >= at.before_end)
    return FALSE;
  if (at.inverted && at.quoted_before == DESK_NOT_QUOTED && !source && !desk_syntax_has_finite (syntax, at.before_first, at.before_end) && !((cue->traits & DESK_TRAIT_SURE) && behind + 1 >= self->end))
    return FALSE;
  /* A participle or a relative clause before the comma: "Asked about it, he said …" */
  if (goes_on && character (self, behind) == ',' && (at.before_first < at.before_end || at.quoted_before != DESK_NOT_QUOTED))
    {
      if (is_quoted (self, behind + 1))
        at.quoted_after = self->syntax->quotation[behind + 1];
      else if (at.before_first < at.before_end)
        read_rest (self, &at, behind + 1);
    }
  else if (is_quoted (self, behind))
    at.quoted_after = self->syntax->quotation[behind];
  else if (is_quoted (self, behind + 1) && character (self, behind) == ':')
    at.quoted_after = self->syntax->quotation[behind + 1];
  at.kind = at.before_first < at.before_end || at.first < at.end ? DESK_CONTENT_CLAUSE : DESK_CONTENT_QUOTE;
  if (at.kind == DESK_CONTENT_QUOTE && at.quoted_before == DESK_NOT_QUOTED)
    return FALSE;
  add (self, &at);
  self->done = MAX (self->done, MAX (behind, at.end));

  return TRUE;
}

/* "she said that …", "she called it “…”" */
static gboolean
read_before (Finder *self,
             const DeskCue *cue)
{
  const DeskSyntax *syntax = self->syntax;
  guint lower = desk_find_clause_start (syntax, self->first, cue->first);
  DeskAttribution at;
  DeskContent content;

  clear (&at);
  at.cue = *cue;
  if (!desk_find_content (syntax, cue, self->end, &content))
    return FALSE;

  at.kind = content.kind;
  if (!cue->passive)
    {
      at.subject = desk_find_subject (syntax, lower, cue->first, &at.source);
      if (at.subject == DESK_SUBJECT_SHARED || cue->participle)
        {
          const DeskAttribution *last = find_last (self, lower, cue->first);

          at.subject = DESK_SUBJECT_SHARED;
          /* Who said the one thing says the other. */
          if (last != NULL)
            at.source = last->source;
          else if (!desk_find_main_subject (syntax, lower, cue->first, &at.source))
            at.subject = DESK_SUBJECT_NONE;
        }
      /* Said Kole: “…” */
      if (at.subject == DESK_SUBJECT_NONE && cue->first == self->first && (cue->traits & DESK_TRAIT_SURE) && desk_phrase_after (syntax, cue->end, content.first, &at.source))
        {
          at.subject = DESK_SUBJECT_OWN;
          at.inverted = TRUE;
        }
      if (at.subject == DESK_SUBJECT_NONE)
        return FALSE;
    }
  else if (!(cue->traits & DESK_TRAIT_SURE) || (cue->traits & DESK_TRAIT_QUESTION) || !((content.kind == DESK_CONTENT_MARKED && desk_prose_is_one_of (syntax->prose, content.first, " that to ")) || (content.kind == DESK_CONTENT_CLAUSE && (cue->traits & DESK_TRAIT_WHOM))))
    return FALSE;

  if (content.kind == DESK_CONTENT_QUOTE)
    {
      const DeskQuoted *quoted = desk_syntax_quoted (syntax, syntax->quotation[content.first]);

      at.quoted_after = syntax->quotation[content.first];
      /* said “the nouns” ran out */
      if ((cue->traits & DESK_TRAIT_CLAUSE) && content.first == cue->end && quoted->end + 2 < content.end && desk_prose_get_token (syntax->prose, quoted->end + 1)->kind == DESK_TOKEN_WORD && desk_syntax_has_finite (syntax, quoted->end + 1, content.end))
        at.kind = DESK_CONTENT_CLAUSE;
    }
  if (at.kind != DESK_CONTENT_QUOTE)
    {
      at.first = content.first;
      at.end = content.end;
    }
  add (self, &at);

  return TRUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DeskAttribution *one = a, *other = b;

  return one->cue.first < other->cue.first ? -1 : one->cue.first > other->cue.first;
}

static void
read_sentence (Finder *self,
               guint from)
{
  DeskCue cue;

  self->done = self->first;
  for (guint i = from; i < self->end; i++)
    if (!is_quoted (self, i) && desk_cue_match (self->syntax, i, self->end, &cue))
      read_apart (self, &cue);

  for (guint i = from; i < self->end; i++)
    if (!self->taken[i] && !is_quoted (self, i) && desk_cue_match (self->syntax, i, self->end, &cue))
      read_before (self, &cue);
}

/* A quotation of several sentences goes on with the sentence that it began in. */
static guint
find_end (Finder *self,
          guint sentence)
{
  guint end = desk_prose_get_sentence (self->syntax->prose, sentence)->end;

  while (end < self->syntax->n_tokens && is_quoted (self, end) && self->syntax->quotation[end - 1] == self->syntax->quotation[end])
    {
      const DeskQuoted *quoted = desk_syntax_quoted (self->syntax, self->syntax->quotation[end]);

      if (!quoted->closed)
        return quoted->end;
      end = desk_prose_get_sentence (self->syntax->prose, desk_prose_find_sentence (self->syntax->prose, quoted->end))->end;
    }

  return end;
}

/**
 * desk_find_attributions:
 *
 * Returns: (transfer full) (element-type DeskAttribution): in text order
 */
GArray *
desk_find_attributions (const DeskSyntax *syntax)
{
  Finder self = { .syntax = syntax, .found = g_array_new (FALSE, FALSE, sizeof (DeskAttribution)) };

  guint from = 0;

  self.taken = g_new0 (guint8, syntax->n_tokens + 1);
  for (guint i = 0; i < desk_prose_get_n_sentences (syntax->prose); i++)
    {
      self.sentence = desk_prose_get_sentence (syntax->prose, i);
      if (!self.sentence->story || self.sentence->end <= from)
        continue;
      self.first = self.sentence->first;
      self.end = find_end (&self, i);
      self.first = skip_dateline (&self, self.first);
      read_sentence (&self, MAX (from, self.first));
      from = self.end;
    }
  g_free (self.taken);
  g_array_sort (self.found, compare);
  desk_attribute_quotations (syntax, self.found);
  g_array_sort (self.found, compare);

  return self.found;
}
