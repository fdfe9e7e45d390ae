/* Who says what: quotations and statements of a text.
 *
 *   tokens, names ─► syntax ─► attributions ─► speakers ─┬─► quotes
 *                      └─► quotation marks ──────────────┴─► statements
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-sayings.h"

#include "desk-quote-finder.h"
#include "desk-statement-finder.h"

/**
 * desk_find_sayings:
 * @names: (element-type DeskName): in text order
 * @clusters: which of them belong together; their entities stand in @analysis already
 * @english: whether speakers are looked for, not only quotation marks
 * @analysis: gets the quotations and statements, in text order
 *
 * Takes linear time.
 */
void
desk_find_sayings (const DeskProse *prose,
                   GArray *names,
                   const DeskClusters *clusters,
                   gboolean english,
                   DeskAnalysis *analysis)
{
  g_autoptr (DeskSyntax) syntax = desk_syntax_new (prose, names);
  g_autoptr (GArray) speakers = g_array_new (FALSE, FALSE, sizeof (DeskSpeaker));
  g_autoptr (GArray) attributions = NULL;
  DeskSayings self = { .syntax = syntax, .clusters = clusters, .analysis = analysis, .speakers = speakers };

  if (english)
    {
      DeskSpeakerResolver resolver;

      attributions = desk_find_attributions (syntax);
      desk_speaker_resolver_init (&resolver, syntax, clusters);
      for (guint i = 0; i < attributions->len; i++)
        {
          const DeskAttribution *at = desk_attribution_at (attributions, i);
          DeskSpeaker speaker = at->answer ? desk_resolve_answer (&resolver, at->cue.first) : desk_resolve_speaker (&resolver, &at->source);

          if (at->why != NULL && speaker.cluster != DESK_NO_CLUSTER)
            {
              speaker.confidence = MIN (speaker.confidence, DESK_CONFIDENCE_LIKELY);
              speaker.why = at->why;
            }
          g_array_append_val (speakers, speaker);
        }
      desk_speaker_resolver_clear (&resolver);
    }
  else
    attributions = g_array_new (FALSE, FALSE, sizeof (DeskAttribution));
  self.attributions = attributions;

  desk_find_quotes (&self, english);
  desk_find_statements (&self);
}

/**
 * desk_sayings_range:
 *
 * Returns: the tokens as code points; empty for none
 */
DeskRange
desk_sayings_range (const DeskSayings *self,
                    guint first,
                    guint end)
{
  if (first >= end)
    return (DeskRange) { 0, 0 };

  return (DeskRange) {
    desk_prose_get_token (self->syntax->prose, first)->start,
    desk_prose_get_token (self->syntax->prose, end - 1)->end,
  };
}

/**
 * desk_sayings_dup_speaker:
 *
 * Returns: (transfer full) (nullable): the id of the entity that speaks
 */
char *
desk_sayings_dup_speaker (const DeskSayings *self,
                          const DeskSpeaker *speaker)
{
  if (speaker->cluster == DESK_NO_CLUSTER)
    return NULL;

  return g_strdup (desk_entity_get_id (desk_analysis_get_entities (self->analysis)->pdata[speaker->cluster]));
}
