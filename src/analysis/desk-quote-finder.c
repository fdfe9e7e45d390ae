/* Finds the quotations of a text and who says them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-quote-finder.h"

#include <glib/gi18n-lib.h>

#include "desk-quoted.h"
#include "desk-role-finder.h"
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
  guint open_cue;     /* its words of saying; 0 for none */
  gboolean open_said; /* words of saying stand behind its last part */
  DeskSpeaker last;   /* of the quotation before */
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

  if (!desk_token_is_capital (desk_prose_get_token (self->prose, first)) || count_words (self, quoted) < 2)
    return FALSE;
  /* The stop may stand behind the mark, as in British print, after what a comma or colon opens. */
  if (quoted->closed && desk_prose_is (self->prose, quoted->end + 1, ".") && quoted->open > 0 && desk_prose_is_one_of (self->prose, quoted->open - 1, " , : ") && count_words (self, quoted) >= MIN_CLAUSE)
    return TRUE;

  return ends_with (self, quoted, " . , ! ? … ... ?! !? - — ");
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

  /* "on the website "The Long Road"": a title, whoever speaks. */
  if (is_title (self, quoted) && !behind && !ends_with (self, quoted, " . ! ? ") && quoted->open > 0 && !desk_prose_is_one_of (self->prose, quoted->open - 1, " , : that ") && !(said && speaker->cue_end == quoted->open && !weak))
    return DESK_QUOTE_KIND_SCARE;
  if (is_sentence (self, quoted) && (behind || !said || !ends_with (self, quoted, " , ")))
    return DESK_QUOTE_KIND_DIRECT;
  if (said && behind && opens_sentence && (ends_with (self, quoted, " , ") || desk_prose_is (self->prose, quoted->end + 1, ",")))
    return DESK_QUOTE_KIND_DIRECT;
  if (n_words <= 1 || (!said && n_words < MIN_CLAUSE) || (!said && is_title (self, quoted)))
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

  if (index > 0 && same_block (self, index, index - 1) && quoted_at (self, index - 1)->closed)
    start = MAX (start, quoted_at (self, index - 1)->end + 1);

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

  if (before == NULL || !before->story || !desk_prose_is_one_of (self->prose, before->end - 1, " : , "))
    return FALSE;

  return desk_find_speaker_before (&self->speakers, before->first, before->end - 1, speaker);
}

/* "… it was "late" and "cold"": the second one has the speaker of the first. */
static gboolean
share_speaker (Finder *self,
               guint index,
               DeskSpeaker *speaker)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  const DeskQuoted *before = index > 0 ? quoted_at (self, index - 1) : NULL;

  if (before == NULL || self->last.cluster == DESK_NO_CLUSTER || !before->closed || !same_block (self, index, index - 1))
    return FALSE;
  if (desk_prose_find_sentence (self->prose, before->end) != desk_prose_find_sentence (self->prose, quoted->open))
    return FALSE;
  *speaker = self->last;
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("the speaker of the same sentence");

  return TRUE;
}

/* "…" — Matthew Ingram: the name behind a dash. */
static gboolean
find_signature (Finder *self,
                const DeskQuoted *quoted,
                guint end,
                DeskSpeaker *speaker)
{
  guint dash = quoted->end + 1;

  return quoted->closed && dash < end && desk_prose_is_one_of (self->prose, dash, " - -- – — ") && desk_find_signature (&self->speakers, dash + 1, end, speaker);
}

static gboolean
find_speaker (Finder *self,
              guint index,
              DeskSpeaker *speaker)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  guint start = gap_start (self, index), end = gap_end (self, index);
  gboolean stopped = ends_with (self, quoted, " . ");
  gboolean punctuated = ends_with (self, quoted, " , ! ? … ... - — ?! !? ") || desk_prose_is (self->prose, quoted->end + 1, ",");
  DeskSpeaker after, before;
  gboolean said_after = quoted->closed && !stopped && punctuated && desk_find_speaker_after (&self->speakers, quoted->end + 1, end, &after);
  gboolean said_before;

  /* Who is named goes before who is only hinted at, what follows before what precedes. */
  if (said_after && after.end > after.first)
    {
      *speaker = after;
      return TRUE;
    }
  said_before = quoted->open > start && desk_find_speaker_before (&self->speakers, start, quoted->open, &before);
  if (said_before && before.end > before.first)
    {
      *speaker = before;
      return TRUE;
    }
  if (quoted->open > start && desk_find_source (&self->speakers, start, quoted->open, speaker))
    return TRUE;
  if (quoted->closed && desk_find_source (&self->speakers, quoted->end + 1, desk_prose_get_sentence (self->prose, desk_prose_find_sentence (self->prose, quoted->end))->end, speaker))
    return TRUE;
  if (quoted->closed && !stopped && !is_sentence (self, quoted) && quoted->open == start && desk_find_speaker_after (&self->speakers, quoted->end + 1, end, speaker))
    return TRUE;
  if (quoted->open == start && find_introduction (self, quoted, speaker))
    return TRUE;
  if (find_signature (self, quoted, end, speaker))
    return TRUE;
  if (!said_after && share_speaker (self, index, speaker))
    return TRUE;
  if (said_after || said_before)
    {
      *speaker = said_after ? after : before;
      return TRUE;
    }

  return FALSE;
}

/* A block that is one quotation and nothing else. */
static gboolean
is_whole_block (Finder *self,
                const DeskQuoted *quoted)
{
  const DeskSentence *first = desk_prose_get_sentence (self->prose, desk_prose_find_sentence (self->prose, quoted->open));
  guint last = desk_prose_find_sentence (self->prose, quoted->end);

  return first->first == quoted->open && (first == desk_prose_get_sentence (self->prose, 0) || (first - 1)->block != first->block) && desk_prose_get_sentence (self->prose, last)->end == quoted->end + 1 && (last + 1 >= desk_prose_get_n_sentences (self->prose) || desk_prose_get_sentence (self->prose, last + 1)->block != quoted->block);
}

/* Right after a block with a quotation, a block that is nothing but one goes on with its speaker. */
static gboolean
continue_speaker (Finder *self,
                  guint index,
                  DeskSpeaker *speaker)
{
  const DeskQuoted *quoted = quoted_at (self, index);

  if (index == 0 || self->last.cluster == DESK_NO_CLUSTER || !quoted->closed || quoted_at (self, index - 1)->block + 1 != quoted->block || !is_sentence (self, quoted) || !is_whole_block (self, quoted))
    return FALSE;
  speaker->cluster = self->last.cluster;
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("goes on after the speaker before");

  return TRUE;
}

/* "…," Ryder said. "…": the second one has nobody of its own and stands right behind. */
static gboolean
goes_on (Finder *self,
         guint index,
         gboolean said,
         const DeskSpeaker *speaker)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  guint between;

  if (self->open == NULL)
    return FALSE;
  if (quoted->continued)
    return TRUE;
  /* "We came," Ryder said, "to stay." has the words of saying in its middle. */
  if (said && speaker->cue_end > speaker->cue && speaker->cue == self->open_cue && same_block (self, index, index - 1))
    return TRUE;
  if (said || !self->open_said || !same_block (self, index, index - 1) || self->open->kind != DESK_QUOTE_KIND_DIRECT || !is_sentence (self, quoted))
    return FALSE;

  /* Nothing but the words of saying stands between them. */
  between = desk_prose_find_sentence (self->prose, self->open_end);

  return desk_prose_get_sentence (self->prose, between)->end >= quoted->open;
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
  gboolean said = self->english && (find_speaker (self, index, &speaker) || continue_speaker (self, index, &speaker));

  if (goes_on (self, index, said, &speaker))
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
  self->open_cue = self->open_said ? speaker.cue : 0;
  /* A word set off says nothing about who spoke last. */
  if ((said || self->open->kind != DESK_QUOTE_KIND_SCARE) && !quoted->continued)
    self->last = speaker;
}

/* "spokesman" → the one person of the text who is one; 0 where there are several. */
static GHashTable *
learn_roles (const DeskProse *prose,
             GArray *names,
             const DeskClusters *clusters)
{
  GHashTable *people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < names->len; i++)
    {
      const DeskName *name = &g_array_index (names, DeskName, i);
      gpointer cluster = GUINT_TO_POINTER (g_array_index (clusters->of_name, guint, i) + 1);
      DeskRoleSpan roles[DESK_MAX_ROLES];
      guint n = name->kind == DESK_ENTITY_KIND_PERSON ? desk_find_roles (prose, names, i, roles) : 0;

      for (guint r = 0; r < n; r++)
        {
          const char *head = desk_role_find_head (prose, &roles[r]);
          gpointer known;

          if (head == NULL)
            continue;
          if (!g_hash_table_lookup_extended (people, head, NULL, &known))
            g_hash_table_insert (people, (gpointer) head, cluster);
          else if (known != cluster)
            g_hash_table_insert (people, (gpointer) head, NULL);
        }
    }

  return people;
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
  finder.last.cluster = DESK_NO_CLUSTER;
  finder.speakers.roles = learn_roles (prose, names, clusters);
  finder.quoted = desk_find_quoted (prose);
  for (guint i = 0; i < finder.quoted->len; i++)
    read_quoted (&finder, i);
  g_array_unref (finder.quoted);
  g_hash_table_unref (finder.speakers.roles);
}
