/* Finds who says what is quoted.
 *
 * Rules of order: the words of saying nearest to the quotation, the subject right before them, or
 * right behind them where the order is turned round. Who is not sure is left open.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-speaker-finder.h"

#include <glib/gi18n-lib.h>

#include "desk-subject-finder.h"

/* How far words of saying are looked for, in tokens. */
#define MAX_AFTER 24
#define MAX_BEFORE 80

static gboolean
is_at (DeskSpeakerFinder *self,
       guint token,
       const char *words)
{
  return desk_prose_is_one_of (self->prose, token, words);
}

/* A verb of saying at a token; not "was told", "the said". */
static guint
match_cue (DeskSpeakerFinder *self,
           guint token,
           guint end,
           gboolean weak)
{
  DeskClass classes = desk_prose_classes (self->prose, token);
  guint node, n;

  if (!(classes & DESK_CLASS_CUE) || desk_prose_get_token (self->prose, token)->shape != DESK_SHAPE_LOWER)
    {
      /* "pointed out" */
      n = desk_prose_match (self->prose, token, end, DESK_CLASS_CUE, &node);
      return n == 2 && !desk_prose_is (self->prose, token, "according") && !desk_prose_is (self->prose, token, "in") ? n : 0;
    }
  if ((classes & DESK_CLASS_WEAK_CUE) && !weak)
    return 0;
  if (token > 0 && is_at (self, token - 1, " was were is are be been being not the a an this his her their its 's no any "))
    return 0;

  return 1;
}

static void
clear (DeskSpeaker *speaker)
{
  *speaker = (DeskSpeaker) { .cluster = DESK_NO_CLUSTER, .confidence = DESK_CONFIDENCE_WEAK, .why = N_ ("nobody is named beside it") };
}

static gboolean
keep (DeskSpeakerFinder *self,
      DeskSpeaker *speaker,
      guint cue,
      guint n)
{
  speaker->cue = cue;
  speaker->cue_end = cue + n;
  if (speaker->cluster != DESK_NO_CLUSTER)
    {
      self->last_speaker = speaker->cluster;
      self->last_block = desk_prose_get_sentence (self->prose, desk_prose_find_sentence (self->prose, cue))->block;
      self->last_token = cue;
    }

  return TRUE;
}

/* Only a subject may stand between the quotation and the verb of saying. */
static gboolean
is_subject_only (DeskSpeakerFinder *self,
                 guint first,
                 guint cue)
{
  for (guint i = first; i < cue; i++)
    {
      DeskClass classes = desk_prose_classes (self->prose, i);

      if (desk_prose_get_token (self->prose, i)->shape == DESK_SHAPE_LOWER && (classes & DESK_CLASS_ACT) && !(classes & (DESK_CLASS_ROLE | DESK_CLASS_ROLE_PART)) && !desk_stands_beside_verb (self, i) && !desk_prose_is (self->prose, cue - 1, ","))
        return FALSE;
    }

  return TRUE;
}

/**
 * desk_find_speaker_after:
 * @first: the first token behind a quotation
 * @end: the end of the sentence, or where the next quotation starts
 * @speaker: (out): who says it
 *
 * "…," Ryder said. "…," said Craig Singleton.
 *
 * Returns: whether words of saying stand there; the speaker can be unknown nevertheless
 */
gboolean
desk_find_speaker_after (DeskSpeakerFinder *self,
                         guint first,
                         guint end,
                         DeskSpeaker *speaker)
{
  guint limit = MIN (end, first + MAX_AFTER);

  clear (speaker);
  if (first < end && desk_prose_is (self->prose, first, ","))
    first++;
  /* "…" and told the police: said by whom the sentence began with. */
  if (first < end && is_at (self, first, " and but or then while who which that when as because "))
    return FALSE;
  for (guint i = first; i < limit; i++)
    {
      guint n = match_cue (self, i, end, FALSE);

      if (n == 0)
        continue;
      if (i == first && desk_find_subject_after (self, i + n, end, speaker))
        return keep (self, speaker, i, n);
      if (i > first && is_subject_only (self, first, i) && desk_find_subject_before (self, first, i, speaker))
        return keep (self, speaker, i, n);
      /* "the spokesman said": words of saying, but nobody known */
      if (i > first && i - first < 8 && is_subject_only (self, first, i))
        {
          clear (speaker);
          return keep (self, speaker, i, n);
        }
      return FALSE;
    }

  return FALSE;
}

/**
 * desk_find_speaker_before:
 * @first: the start of the sentence, or where the quotation before ended
 * @end: the quotation's opening mark
 * @speaker: (out): who says it
 *
 * Ryder said that "…". China called it an "…".
 *
 * Returns: whether words of saying stand there; the speaker can be unknown nevertheless
 */
gboolean
desk_find_speaker_before (DeskSpeakerFinder *self,
                          guint first,
                          guint end,
                          DeskSpeaker *speaker)
{
  guint from = end - first > MAX_BEFORE ? end - MAX_BEFORE : first;
  DeskSpeaker nameless;
  gboolean found = FALSE;

  clear (speaker);
  /* The nearest strong verb with a subject; a weak one only right before the quotation. */
  for (guint i = end; i > from; i--)
    {
      guint n = match_cue (self, i - 1, end, end - i < 8);
      gboolean relative = i - 1 > from && is_at (self, i - 2, " which that ");

      if (n == 0 || relative)
        continue;
      clear (speaker);
      if (desk_find_subject_before (self, from, i - 1, speaker))
        return keep (self, speaker, i - 1, n);
      /* At the start of a sentence: Said Ryder: "…" */
      if (i - 1 == first && desk_find_subject_after (self, i - 1 + n, end, speaker))
        return keep (self, speaker, i - 1, n);
      if (!found && !(desk_prose_classes (self->prose, i - 1) & DESK_CLASS_WEAK_CUE))
        {
          clear (&nameless);
          nameless.cue = i - 1;
          nameless.cue_end = i - 1 + n;
          found = TRUE;
        }
    }
  if (found)
    *speaker = nameless;

  return found;
}

/**
 * desk_find_source:
 * @first: where to look from
 * @end: up to where
 * @speaker: (out): who says it
 *
 * …, according to Pat Ryder.
 *
 * Returns: whether a source is named
 */
gboolean
desk_find_source (DeskSpeakerFinder *self,
                  guint first,
                  guint end,
                  DeskSpeaker *speaker)
{
  clear (speaker);
  for (guint i = first; i + 2 < end && i - first < MAX_BEFORE; i++)
    {
      if (!(desk_prose_is (self->prose, i, "according") && desk_prose_is (self->prose, i + 1, "to")) && !(is_at (self, i, " words view opinion ") && desk_prose_is (self->prose, i + 1, "of")))
        continue;
      if (!desk_find_subject_after (self, i + 2, end, speaker))
        clear (speaker);
      else
        speaker->why = N_ ("named as the source");
      return keep (self, speaker, i, 2);
    }

  return FALSE;
}

/**
 * desk_find_signature:
 * @first: the token behind a dash
 * @end: the end of the sentence
 * @speaker: (out): who says it
 *
 * Returns: whether nothing but a person's name stands there
 */
gboolean
desk_find_signature (DeskSpeakerFinder *self,
                     guint first,
                     guint end,
                     DeskSpeaker *speaker)
{
  clear (speaker);
  if (desk_find_subject_after (self, first, end, speaker) && speaker->cluster != DESK_NO_CLUSTER && speaker->first == first && g_array_index (self->clusters->clusters, DeskCluster, speaker->cluster).kind == DESK_ENTITY_KIND_PERSON && (speaker->end >= end || is_at (self, speaker->end, " , . ")))
    {
      speaker->why = N_ ("named behind a dash");
      return TRUE;
    }
  clear (speaker);

  return FALSE;
}
