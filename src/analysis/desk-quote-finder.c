/* The quotations of a text and who says them.
 *
 * Each quotation is tied to the words of saying beside it or around it; one without any goes on with
 * the one before, where that is certain.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-quote-finder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many words and more make a clause rather than a phrase. */
#define MIN_CLAUSE 5

/* So many quotations of headlines are looked for among so many of the text. */
#define MAX_HEADLINES 8
#define MAX_QUOTATIONS 500

#define NO_LINK G_MAXUINT

typedef enum
{
  LINK_NONE,
  LINK_BEHIND,  /* the words of saying stand behind the quotation */
  LINK_BEFORE,  /* they stand before it */
  LINK_AROUND,  /* it is part of what is said without marks */
} LinkKind;

typedef struct
{
  guint attribution; /* NO_LINK for none */
  LinkKind kind;
} Link;

typedef struct
{
  const DeskSayings *sayings;
  const DeskProse *prose;
  GArray *quoted; /* of DeskQuoted */
  Link *links;    /* one for each of these */

  GPtrArray *words; /* of each of these, for finding them again; filled when first asked for */

  /* The quotation before, which the next one may go on. */
  DeskQuote *open;
  guint open_link;  /* its words of saying */
  DeskSpeaker last; /* of the quotation before */
  guint n_again;    /* how many headlines were looked for below */
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

static void
add_part (Finder *self,
          DeskQuote *quote,
          const DeskQuoted *quoted)
{
  DeskRange part = desk_sayings_range (self->sayings, quoted->first, quoted->end);
  guint bracket = G_MAXUINT;

  g_array_append_val (quote->parts, part);
  for (guint i = quoted->first; i < quoted->end; i++)
    {
      gunichar c = desk_prose_character (self->prose, i);

      if (c == '[')
        bracket = i;
      else if (c == ']' && bracket != G_MAXUINT)
        {
          DeskRange insertion = desk_sayings_range (self->sayings, bracket, i + 1);

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
         const Link *link)
{
  guint n_words = count_words (self, quoted);
  gboolean title = is_title (self, quoted);

  if (quoted->turn)
    return DESK_QUOTE_KIND_DIRECT;

  switch (link->kind)
    {
    case LINK_BEHIND:
      return DESK_QUOTE_KIND_DIRECT;

    case LINK_BEFORE:
      if (is_sentence (self, quoted) && !ends_with (self, quoted, " , "))
        return DESK_QUOTE_KIND_DIRECT;
      if (desk_prose_is_one_of (self->prose, quoted->open - 1, " , : ") && desk_token_is_capital (desk_prose_get_token (self->prose, quoted->first)))
        return DESK_QUOTE_KIND_DIRECT;
      break;

    case LINK_AROUND:
      /* "on the website "The Long Road"": a title, whoever speaks. */
      if (title && !ends_with (self, quoted, " . ! ? ") && !desk_prose_is_one_of (self->prose, quoted->open - 1, " , : that "))
        return DESK_QUOTE_KIND_SCARE;
      break;

    case LINK_NONE:
      if (is_sentence (self, quoted))
        return DESK_QUOTE_KIND_DIRECT;
      if (n_words < MIN_CLAUSE || title)
        return DESK_QUOTE_KIND_SCARE;
      break;
    }

  /* A single word is set off, whoever says it. */
  if (n_words <= 1)
    return DESK_QUOTE_KIND_SCARE;

  return n_words < MIN_CLAUSE ? DESK_QUOTE_KIND_FRAGMENT : DESK_QUOTE_KIND_MIXED;
}

/* "discussed “The Long Road”": a title, where no comma, colon or plain word of saying stands before it. */
static gboolean
is_title_here (Finder *self,
               const DeskQuoted *quoted,
               const DeskAttribution *said)
{
  if (quoted->turn || quoted->open == 0 || !is_title (self, quoted) || ends_with (self, quoted, " . ! ? "))
    return FALSE;

  return !desk_prose_is_one_of (self->prose, quoted->open - 1, " , : that ") && !(said->cue.end == quoted->open && (said->cue.traits & DESK_TRAIT_SURE));
}

static void
link_quotation (Finder *self,
                guint quoted,
                guint attribution,
                LinkKind kind)
{
  if (quoted == DESK_NOT_QUOTED || self->links[quoted].kind != LINK_NONE)
    return;
  if (kind == LINK_BEFORE && is_title_here (self, quoted_at (self, quoted), desk_attribution_at (self->sayings->attributions, attribution)))
    return;
  self->links[quoted].attribution = attribution;
  self->links[quoted].kind = kind;
}

static void
link_within (Finder *self,
             guint first,
             guint end,
             guint attribution)
{
  for (guint i = first; i < end; i++)
    {
      guint quoted = self->sayings->syntax->quotation[i];

      if (quoted == DESK_NOT_QUOTED)
        continue;
      link_quotation (self, quoted, attribution, LINK_AROUND);
      i = MAX (i, quoted_at (self, quoted)->end);
    }
}

/* Called it "late" and "dear": the second one is said by the same words. */
static gboolean
joins (Finder *self,
       guint index)
{
  const DeskQuoted *before = quoted_at (self, index - 1), *quoted = quoted_at (self, index);

  if (self->links[index - 1].kind != LINK_BEFORE && self->links[index - 1].kind != LINK_AROUND)
    return FALSE;
  if (!before->closed || before->block != quoted->block || quoted->open - before->end > 5 || quoted->open == before->end + 1)
    return FALSE;
  for (guint i = before->end + 1; i < quoted->open; i++)
    if (!desk_prose_is_one_of (self->prose, i, " and or but , then later also even "))
      return FALSE;

  return TRUE;
}

static void
link_quotations (Finder *self)
{
  for (guint i = 0; i < self->sayings->attributions->len; i++)
    {
      const DeskAttribution *at = desk_attribution_at (self->sayings->attributions, i);

      if (at->before_first >= at->before_end)
        link_quotation (self, at->quoted_before, i, LINK_BEHIND);
      link_within (self, at->before_first, at->before_end, i);
      link_within (self, at->first, at->end, i);
      link_quotation (self, at->quoted_after, i, LINK_BEFORE);
    }
  for (guint i = 1; i < self->quoted->len; i++)
    if (self->links[i].kind == LINK_NONE && joins (self, i))
      link_quotation (self, i, self->links[i - 1].attribution, LINK_BEFORE);
}

static gboolean
same_block (Finder *self,
            guint index,
            guint other)
{
  return other < self->quoted->len && quoted_at (self, other)->block == quoted_at (self, index)->block;
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

/* "…," Ryder said. "…": the second one has nobody of its own and stands right behind. */
static gboolean
goes_on (Finder *self,
         guint index)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  const Link *link = &self->links[index];
  const DeskAttribution *said;
  guint sentence;

  if (self->open == NULL || index == 0 || quoted->turn)
    return FALSE;
  if (quoted->continued)
    return TRUE;
  if (!same_block (self, index, index - 1) || self->open->kind != DESK_QUOTE_KIND_DIRECT || self->open_link == NO_LINK)
    return FALSE;
  /* "We came," Ryder said, "to stay." has the words of saying in its middle. */
  if (link->kind == LINK_BEFORE && link->attribution == self->open_link)
    return TRUE;
  if (link->kind != LINK_NONE || !is_sentence (self, quoted))
    return FALSE;

  /* Nothing but the words of saying stands between them. */
  said = desk_attribution_at (self->sayings->attributions, self->open_link);
  if (said->cue.first < quoted_at (self, index - 1)->end)
    return FALSE;
  sentence = desk_prose_find_sentence (self->prose, said->cue.first);

  return desk_prose_get_sentence (self->prose, sentence)->end >= quoted->open;
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

/* The words of a quotation as one string, with a space on both sides. */
static const char *
words_of (Finder *self,
          guint index)
{
  if (self->words->pdata[index] == NULL)
    {
      const DeskQuoted *quoted = quoted_at (self, index);
      GString *words = g_string_new (" ");

      for (guint i = quoted->first; i < quoted->end; i++)
        {
          const DeskToken *token = desk_prose_get_token (self->prose, i);

          if (token->kind == DESK_TOKEN_WORD || token->kind == DESK_TOKEN_NUMBER)
            g_string_append_printf (words, "%s ", desk_prose_get_word (self->prose, token->word)->folded);
        }
      self->words->pdata[index] = g_string_free (words, FALSE);
    }

  return self->words->pdata[index];
}

static gboolean
is_in_headline (Finder *self,
                const DeskQuoted *quoted)
{
  switch (desk_version_get_block (desk_prose_get_version (self->prose), quoted->block)->kind)
    {
    case DESK_BLOCK_KIND_HEADLINE:
    case DESK_BLOCK_KIND_DEK:
    case DESK_BLOCK_KIND_SUBHEADING:
    case DESK_BLOCK_KIND_CAPTION:
      return TRUE;
    case DESK_BLOCK_KIND_PARAGRAPH:
    case DESK_BLOCK_KIND_BLOCKQUOTE:
      return quoted->block == 0;
    case DESK_BLOCK_KIND_BYLINE:
    case DESK_BLOCK_KIND_DATELINE:
    case DESK_BLOCK_KIND_LIST_ITEM:
    case DESK_BLOCK_KIND_PREFORMATTED:
    case DESK_BLOCK_KIND_TABLE_ROW:
    case DESK_BLOCK_KIND_CREDIT:
    case DESK_BLOCK_KIND_CORRECTION:
    case DESK_BLOCK_KIND_BOILERPLATE:
      break;
    }

  return FALSE;
}

/* A headline says again what somebody says below. */
static gboolean
find_again (Finder *self,
            guint index,
            DeskSpeaker *speaker)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  const char *words;

  if (self->n_again >= MAX_HEADLINES || !is_in_headline (self, quoted) || count_words (self, quoted) < 2)
    return FALSE;
  self->n_again++;
  words = words_of (self, index);
  for (guint i = 0; i < MIN (self->quoted->len, MAX_QUOTATIONS); i++)
    {
      const Link *link = &self->links[i];

      if (i == index || link->kind == LINK_NONE || desk_sayings_speaker (self->sayings, link->attribution)->cluster == DESK_NO_CLUSTER || strstr (words_of (self, i), words) == NULL)
        continue;
      *speaker = *desk_sayings_speaker (self->sayings, link->attribution);
      speaker->confidence = MIN (speaker->confidence, DESK_CONFIDENCE_LIKELY);
      speaker->why = N_ ("the same words stand below");
      return TRUE;
    }

  return FALSE;
}

static void
set_speaker (Finder *self,
             DeskQuote *quote,
             const DeskSpeaker *speaker,
             guint attribution)
{
  g_free (quote->speaker);
  quote->speaker = desk_sayings_dup_speaker (self->sayings, speaker);
  quote->confidence = speaker->confidence;
  g_set_str (&quote->why, speaker->why);
  if (attribution != NO_LINK)
    {
      const DeskAttribution *at = desk_attribution_at (self->sayings->attributions, attribution);

      quote->speaker_span = desk_sayings_range (self->sayings, at->source.first, at->source.end);
      quote->cue = desk_sayings_range (self->sayings, at->cue.first, at->cue.end);
    }
}

static void
read_quoted (Finder *self,
             guint index,
             gboolean english)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  const Link *link = &self->links[index];
  DeskSpeaker speaker = { .cluster = DESK_NO_CLUSTER, .confidence = DESK_CONFIDENCE_WEAK, .why = N_ ("nobody is named beside it") };
  gboolean again = FALSE;

  if (link->kind != LINK_NONE)
    speaker = *desk_sayings_speaker (self->sayings, link->attribution);
  if (goes_on (self, index))
    {
      add_part (self, self->open, quoted);
      if (link->kind != LINK_NONE && self->open->speaker == NULL)
        set_speaker (self, self->open, &speaker, link->attribution);
    }
  else
    {
      if (link->kind == LINK_NONE && english && find_again (self, index, &speaker))
        again = TRUE;
      else if (link->kind == LINK_NONE && english)
        continue_speaker (self, index, &speaker);
      self->open = desk_quote_new (kind_of (self, quoted, link));
      if (again && self->open->kind == DESK_QUOTE_KIND_SCARE)
        self->open->kind = DESK_QUOTE_KIND_FRAGMENT;
      add_part (self, self->open, quoted);
      set_speaker (self, self->open, &speaker, link->attribution);
      if (link->kind == LINK_NONE && self->open->kind == DESK_QUOTE_KIND_SCARE)
        g_set_str (&self->open->why, is_title (self, quoted) ? N_ ("a title or a name") : N_ ("a word set off"));
      desk_analysis_take_quote (self->sayings->analysis, self->open);
      self->open_link = link->attribution;
      /* A word set off says nothing about who spoke last. */
      if (self->open->kind != DESK_QUOTE_KIND_SCARE && !again)
        self->last = speaker;
    }
}

/**
 * desk_find_quotes:
 * @sayings: where the text says that somebody says something; its analysis gets the quotations
 * @english: whether speakers are looked for
 */
void
desk_find_quotes (const DeskSayings *sayings,
                  gboolean english)
{
  Finder finder = { .sayings = sayings, .prose = sayings->syntax->prose, .quoted = sayings->syntax->quoted, .open_link = NO_LINK };

  finder.last.cluster = DESK_NO_CLUSTER;
  finder.links = g_new (Link, finder.quoted->len + 1);
  for (guint i = 0; i < finder.quoted->len; i++)
    finder.links[i] = (Link) { NO_LINK, LINK_NONE };
  finder.words = g_ptr_array_new_full (finder.quoted->len, g_free);
  g_ptr_array_set_size (finder.words, finder.quoted->len);
  link_quotations (&finder);
  for (guint i = 0; i < finder.quoted->len; i++)
    read_quoted (&finder, i, english);
  g_ptr_array_unref (finder.words);
  g_free (finder.links);
}
