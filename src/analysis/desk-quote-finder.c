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

#include "desk-quote-links.h"
#include "desk-quote-shape.h"

/* So many quotations of headlines are looked for among so many of the text. */
#define MAX_HEADLINES 8
#define MAX_QUOTATIONS 500

typedef struct
{
  const DeskSayings *sayings;
  const DeskProse *prose;
  GArray *quoted;  /* of DeskQuoted */
  DeskLink *links; /* one for each of these */

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
         const DeskLink *link)
{
  guint n_words = desk_quoted_count_words (self->prose, quoted);
  gboolean title = desk_quoted_is_title (self->prose, quoted);

  if (quoted->turn)
    return DESK_QUOTE_KIND_DIRECT;

  switch (link->kind)
    {
    case DESK_LINK_BEHIND:
      return DESK_QUOTE_KIND_DIRECT;

    case DESK_LINK_BEFORE:
      if (desk_quoted_is_sentence (self->prose, quoted) && !desk_quoted_ends_with (self->prose, quoted, " , "))
        return DESK_QUOTE_KIND_DIRECT;
      if (desk_prose_is_one_of (self->prose, quoted->open - 1, " , : ") && desk_token_is_capital (desk_prose_get_token (self->prose, quoted->first)))
        return DESK_QUOTE_KIND_DIRECT;
      break;

    case DESK_LINK_AROUND:
      /* "on the website "The Long Road"": a title, whoever speaks. */
      if (title && !desk_quoted_ends_with (self->prose, quoted, " . ! ? ") && !desk_prose_is_one_of (self->prose, quoted->open - 1, " , : that "))
        return DESK_QUOTE_KIND_SCARE;
      break;

    case DESK_LINK_NONE:
      if (desk_quoted_is_sentence (self->prose, quoted))
        return DESK_QUOTE_KIND_DIRECT;
      if (n_words < DESK_MIN_CLAUSE || title)
        return DESK_QUOTE_KIND_SCARE;
      break;
    }

  /* A single word is set off, whoever says it. */
  if (n_words <= 1)
    return DESK_QUOTE_KIND_SCARE;

  return n_words < DESK_MIN_CLAUSE ? DESK_QUOTE_KIND_FRAGMENT : DESK_QUOTE_KIND_MIXED;
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

  return first->first == quoted->open &&
         (first == desk_prose_get_sentence (self->prose, 0) || (first - 1)->block != first->block) &&
         desk_prose_get_sentence (self->prose, last)->end == quoted->end + 1 &&
         (last + 1 >= desk_prose_get_n_sentences (self->prose) || desk_prose_get_sentence (self->prose, last + 1)->block != quoted->block);
}

/* "…," Ryder said. "…": the second one has nobody of its own and stands right behind. */
static gboolean
goes_on (Finder *self,
         guint index)
{
  const DeskQuoted *quoted = quoted_at (self, index);
  const DeskLink *link = &self->links[index];
  const DeskAttribution *said;
  guint sentence;

  if (self->open == NULL || index == 0 || quoted->turn)
    return FALSE;
  if (quoted->continued)
    return TRUE;
  if (!same_block (self, index, index - 1) || self->open->kind != DESK_QUOTE_KIND_DIRECT || self->open_link == DESK_NO_LINK)
    return FALSE;
  /* "We came," Ryder said, "to stay." has the words of saying in its middle. */
  if (link->kind == DESK_LINK_BEFORE && link->attribution == self->open_link)
    return TRUE;
  if (link->kind != DESK_LINK_NONE || !desk_quoted_is_sentence (self->prose, quoted))
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

  if (index == 0 || self->last.cluster == DESK_NO_CLUSTER || !quoted->closed ||
      quoted_at (self, index - 1)->block + 1 != quoted->block || !desk_quoted_is_sentence (self->prose, quoted) ||
      !is_whole_block (self, quoted))
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

  /* "the Godmother" is a name that many may use. */
  if (self->n_again >= MAX_HEADLINES || !is_in_headline (self, quoted) ||
      desk_quoted_count_words (self->prose, quoted) < (desk_syntax_is (self->sayings->syntax, quoted->first, DESK_GRAMMAR_DETERMINER) ? 3 : 2))
    return FALSE;
  self->n_again++;
  words = words_of (self, index);
  for (guint i = 0; i < MIN (self->quoted->len, MAX_QUOTATIONS); i++)
    {
      const DeskLink *link = &self->links[i];

      if (i == index || link->kind == DESK_LINK_NONE ||
          desk_sayings_speaker (self->sayings, link->attribution)->cluster == DESK_NO_CLUSTER || strstr (words_of (self, i), words) == NULL)
        continue;
      *speaker = *desk_sayings_speaker (self->sayings, link->attribution);
      speaker->confidence = MIN (speaker->confidence, DESK_CONFIDENCE_LIKELY);
      speaker->why = N_ ("the same words stand below");
      return TRUE;
    }

  return FALSE;
}

/* "‘I never learned to swim’", and below: "Pia Kole, harbour master of Oban, …": a headline that is
 * nothing but a quotation is said by whom the line below begins with. */
static gboolean
find_below (Finder *self,
            guint index,
            DeskSpeaker *speaker)
{
  const DeskSyntax *syntax = self->sayings->syntax;
  const DeskQuoted *quoted = quoted_at (self, index);
  guint next, name;

  if (quoted->block != 0 || !is_in_headline (self, quoted) || !is_whole_block (self, quoted) || desk_quoted_count_words (self->prose, quoted) < DESK_MIN_CLAUSE)
    return FALSE;
  next = desk_prose_find_sentence (self->prose, quoted->end) + 1;
  if (next >= desk_prose_get_n_sentences (self->prose) || desk_prose_get_sentence (self->prose, next)->title_case)
    return FALSE;
  next = desk_prose_get_sentence (self->prose, next)->first;
  while (next + 1 < syntax->n_tokens && syntax->name[next] == DESK_NO_NAME && (desk_prose_classes (self->prose, next) & (DESK_CLASS_TITLE | DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART)))
    next++;
  name = syntax->name[next];
  if (name == DESK_NO_NAME || desk_syntax_name (syntax, name)->kind != DESK_ENTITY_KIND_PERSON || desk_syntax_name (syntax, name)->end - desk_syntax_name (syntax, name)->first < 2)
    return FALSE;
  speaker->cluster = desk_clusters_of (self->sayings->clusters, name);
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("whom the line below the headline is about");

  return TRUE;
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
  if (attribution != DESK_NO_LINK)
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
  const DeskLink *link = &self->links[index];
  DeskSpeaker speaker = { .cluster = DESK_NO_CLUSTER, .confidence = DESK_CONFIDENCE_WEAK, .why = N_ ("nobody is named beside it") };
  gboolean again = FALSE;

  if (link->kind != DESK_LINK_NONE)
    speaker = *desk_sayings_speaker (self->sayings, link->attribution);
  if (goes_on (self, index))
    {
      add_part (self, self->open, quoted);
      if (link->kind != DESK_LINK_NONE && self->open->speaker == NULL)
        set_speaker (self, self->open, &speaker, link->attribution);
    }
  else
    {
      if (speaker.cluster == DESK_NO_CLUSTER && english && (find_again (self, index, &speaker) || find_below (self, index, &speaker)))
        again = TRUE;
      else if (link->kind == DESK_LINK_NONE && english)
        continue_speaker (self, index, &speaker);
      self->open = desk_quote_new (kind_of (self, quoted, link));
      if (again && self->open->kind == DESK_QUOTE_KIND_SCARE)
        self->open->kind = DESK_QUOTE_KIND_FRAGMENT;
      add_part (self, self->open, quoted);
      set_speaker (self, self->open, &speaker, link->attribution);
      if (link->kind == DESK_LINK_NONE && self->open->kind == DESK_QUOTE_KIND_SCARE)
        g_set_str (&self->open->why, desk_quoted_is_title (self->prose, quoted) ? N_ ("a title or a name") : N_ ("a word set off"));
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
  Finder finder = { .sayings = sayings, .prose = sayings->syntax->prose, .quoted = sayings->syntax->quoted, .open_link = DESK_NO_LINK };

  finder.last.cluster = DESK_NO_CLUSTER;
  finder.links = desk_link_quotations (sayings);
  finder.words = g_ptr_array_new_full (finder.quoted->len, g_free);
  g_ptr_array_set_size (finder.words, finder.quoted->len);
  for (guint i = 0; i < finder.quoted->len; i++)
    read_quoted (&finder, i, english);
  g_ptr_array_unref (finder.words);
  g_free (finder.links);
}
