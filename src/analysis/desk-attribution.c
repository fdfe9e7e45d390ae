/* Where a text says that somebody says something.
 *
 * Sentence by sentence: first what stands apart from what is said ("…, she said, …"), then what comes
 * before it ("she said that …"). What is said is not searched again.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-attribution-private.h"

#include "desk-quotation-source.h"

/* So many of the attributions found last are asked for a subject to share. */
#define MAX_LOOK_BACK 8

/* The longest dateline: "ST. PETERSBURG, Fla., Sept. 3 (Reuters) —". */
#define MAX_DATELINE 16

/* The quotation that ends right before a token, a comma in between or not. */
guint
desk_attribution_quoted_before (DeskAttributionFinder *self,
                                guint token)
{
  guint at = token;

  if (at > 0 && desk_attribution_character (self, at - 1) == ',' && !desk_attribution_is_quoted (self, at - 1))
    at--;
  if (at == 0 || !desk_attribution_is_quoted (self, at - 1))
    return DESK_NOT_QUOTED;

  return desk_syntax_quoted (self->syntax, self->syntax->quotation[at - 1])->end + 1 == at ? self->syntax->quotation[at - 1] : DESK_NOT_QUOTED;
}

static void
take (DeskAttributionFinder *self,
      guint first,
      guint end)
{
  for (guint i = first; i < end; i++)
    self->taken[i] = TRUE;
}

void
desk_attribution_add (DeskAttributionFinder *self,
                      const DeskAttribution *attribution)
{
  take (self, attribution->cue.first, attribution->cue.end);
  take (self, attribution->before_first, attribution->before_end);
  take (self, attribution->first, attribution->end);
  g_array_append_vals (self->found, attribution, 1);
}

void
desk_attribution_clear (DeskAttribution *attribution)
{
  *attribution = (DeskAttribution) {
    .source = { .name = DESK_NO_NAME },
    .quoted_before = DESK_NOT_QUOTED,
    .quoted_after = DESK_NOT_QUOTED,
  };
}

/* Who says what is said just before in the same clause. */
static const DeskAttribution *
find_last (DeskAttributionFinder *self,
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

/* "KINGSTOWN, St Vincent (Reuters) — ", "07:15 " */
static guint
skip_dateline (DeskAttributionFinder *self,
               guint first)
{
  guint i = first;

  for (; i < MIN (self->end, first + MAX_DATELINE); i++)
    {
      const DeskToken *token = desk_prose_get_token (self->syntax->prose, i);

      if (desk_syntax_is_dash (self->syntax, i))
        return i > first ? i + 1 : first;
      if (token->kind == DESK_TOKEN_QUOTE ||
          (token->kind == DESK_TOKEN_WORD && token->shape == DESK_SHAPE_LOWER && !desk_prose_is_one_of (self->syntax->prose, i, " a.m. p.m. am pm ")))
        break;
    }
  i = first;
  if (desk_prose_get_token (self->syntax->prose, i)->kind == DESK_TOKEN_NUMBER && i + 1 < self->end &&
      (desk_attribution_character (self, i) != 0 && desk_token_is_capital (desk_prose_get_token (self->syntax->prose, i + 1)) && self->syntax->grammar[i + 1] != 0))
    return i + 1;

  return first;
}

/* "The mill closed, with Kole saying that …": behind "with" a participle has somebody of its own. */
static gboolean
is_absolute (DeskAttributionFinder *self,
             guint lower,
             const DeskAttribution *at)
{
  return at->subject == DESK_SUBJECT_OWN && at->source.first > lower && desk_prose_is (self->syntax->prose, at->source.first - 1, "with");
}

/* "she said that …", "she called it “…”" */
static gboolean
read_before (DeskAttributionFinder *self,
             const DeskCue *cue)
{
  const DeskSyntax *syntax = self->syntax;
  guint lower = desk_find_clause_start (syntax, self->first, cue->first);
  DeskAttribution at;
  DeskContent content;

  desk_attribution_clear (&at);
  at.cue = *cue;
  if (!desk_find_content (syntax, cue, self->end, &content))
    return FALSE;

  at.kind = content.kind;
  if (!cue->passive)
    {
      at.subject = desk_find_subject (syntax, lower, cue->first, &at.source);
      if (at.subject == DESK_SUBJECT_SHARED || (cue->participle && !is_absolute (self, lower, &at)))
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
      if (at.subject == DESK_SUBJECT_NONE && cue->first == self->first && (cue->traits & DESK_TRAIT_SURE) &&
          desk_phrase_after (syntax, cue->end, content.first, &at.source))
        {
          at.subject = DESK_SUBJECT_OWN;
          at.inverted = TRUE;
        }
      if (at.subject == DESK_SUBJECT_NONE)
        return FALSE;
    }
  else if (!(cue->traits & DESK_TRAIT_SURE) || (cue->traits & DESK_TRAIT_QUESTION) ||
           !((content.kind == DESK_CONTENT_MARKED && desk_prose_is_one_of (syntax->prose, content.first, " that to ")) ||
             (content.kind == DESK_CONTENT_CLAUSE && (cue->traits & DESK_TRAIT_WHOM))))
    return FALSE;

  if (content.kind == DESK_CONTENT_QUOTE)
    {
      const DeskQuoted *quoted = desk_syntax_quoted (syntax, syntax->quotation[content.first]);

      at.quoted_after = syntax->quotation[content.first];
      /* said “the nouns” ran out */
      if ((cue->traits & DESK_TRAIT_CLAUSE) && content.first == cue->end && quoted->end + 2 < content.end &&
          desk_prose_get_token (syntax->prose, quoted->end + 1)->kind == DESK_TOKEN_WORD &&
          desk_syntax_has_finite (syntax, quoted->end + 1, content.end))
        at.kind = DESK_CONTENT_CLAUSE;
    }
  if (at.kind != DESK_CONTENT_QUOTE)
    {
      at.first = content.first;
      at.end = content.end;
    }
  desk_attribution_add (self, &at);

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
read_sentence (DeskAttributionFinder *self,
               guint from)
{
  DeskCue cue;

  self->done = self->first;
  for (guint i = from; i < self->end; i++)
    if (!desk_attribution_is_quoted (self, i) && desk_cue_match (self->syntax, i, self->end, &cue))
      desk_attribution_read_apart (self, &cue);

  for (guint i = from; i < self->end; i++)
    if (!self->taken[i] && !desk_attribution_is_quoted (self, i) && desk_cue_match (self->syntax, i, self->end, &cue))
      read_before (self, &cue);
}

/* A quotation of several sentences goes on with the sentence that it began in. */
static guint
find_end (DeskAttributionFinder *self,
          guint sentence)
{
  guint end = desk_prose_get_sentence (self->syntax->prose, sentence)->end;

  while (end < self->syntax->n_tokens && desk_attribution_is_quoted (self, end) && self->syntax->quotation[end - 1] == self->syntax->quotation[end])
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
  DeskAttributionFinder self = { .syntax = syntax, .found = g_array_new (FALSE, FALSE, sizeof (DeskAttribution)) };

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
