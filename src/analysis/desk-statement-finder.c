/* What somebody is said to say without quotation marks.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-statement-finder.h"

#include <glib/gi18n-lib.h>

static gboolean
holds_quotation (const DeskSyntax *syntax,
                 guint first,
                 guint end)
{
  for (guint i = first; i < end; i++)
    if (syntax->quotation[i] != DESK_NOT_QUOTED)
      return TRUE;

  return FALSE;
}

static const char *
find_why (const DeskAttribution *attribution)
{
  if (attribution->cue.traits & DESK_TRAIT_SOURCE)
    return N_ ("the source is named");
  if (attribution->cue.traits & DESK_TRAIT_DENIAL)
    return N_ ("what somebody denies");
  if (attribution->cue.traits & DESK_TRAIT_QUESTION)
    return N_ ("what somebody asks");
  if (attribution->cue.traits & DESK_TRAIT_ORDER)
    return N_ ("what somebody calls for");
  if (attribution->cue.traits & DESK_TRAIT_THOUGHT)
    return N_ ("what somebody thinks");
  if (attribution->before_first < attribution->before_end)
    return N_ ("words of saying apart from what is said");

  switch (attribution->kind)
    {
    case DESK_CONTENT_MARKED:
      return N_ ("a conjunction after words of saying");
    case DESK_CONTENT_CLAUSE:
      return N_ ("a clause after words of saying");
    case DESK_CONTENT_NAME:
      return N_ ("what something is called");
    case DESK_CONTENT_QUOTE:
    case DESK_CONTENT_NONE:
      break;
    }

  return NULL;
}

static DeskConfidence
find_confidence (const DeskAttribution *attribution,
                 const DeskSpeaker *speaker)
{
  if (attribution->kind == DESK_CONTENT_NAME || speaker->cluster == DESK_NO_CLUSTER)
    return DESK_CONFIDENCE_WEAK;
  if (attribution->kind == DESK_CONTENT_MARKED && attribution->subject == DESK_SUBJECT_OWN)
    return speaker->confidence;

  return DESK_CONFIDENCE_LIKELY;
}

/**
 * desk_find_statements:
 * @sayings: where the text says that somebody says something; its analysis gets the statements
 *
 * What stands before and behind the words of saying ("The mill, she said, was safe") is one
 * statement over both, the words of saying within.
 */
void
desk_find_statements (const DeskSayings *sayings)
{
  for (guint i = 0; i < sayings->attributions->len; i++)
    {
      const DeskAttribution *at = desk_attribution_at (sayings->attributions, i);
      const DeskSpeaker *speaker = desk_sayings_speaker (sayings, i);
      gboolean before = at->before_first < at->before_end, after = at->first < at->end;
      guint first = before ? at->before_first : at->first;
      guint end = after ? at->end : at->before_end;
      DeskStatement *statement;

      if (!before && !after)
        continue;
      statement = desk_statement_new (desk_sayings_range (sayings, first, end));
      statement->speaker = desk_sayings_dup_speaker (sayings, speaker);
      statement->speaker_span = desk_sayings_range (sayings, at->source.first, at->source.end);
      statement->cue = desk_sayings_range (sayings, at->cue.first, at->cue.end);
      statement->kind = g_strdup (holds_quotation (sayings->syntax, first, end) ? "mixed" : "indirect");
      statement->confidence = find_confidence (at, speaker);
      statement->why = g_strdup (find_why (at));
      desk_analysis_take_statement (sayings->analysis, statement);
    }
}
