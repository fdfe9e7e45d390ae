/* Persons whom the words for a speaker alone do not tell: namesakes, and who is interviewed.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-speaker-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-person-names.h"

/* How many names back a namesake is looked for. */
#define MAX_BACK 400

/* An interview says within so many sentences whom it is with. */
#define MAX_OPENING 12

/* Two people of one name: the one of them who is named in full before, if only one is or if the
 * other is the same with a slip of the pen. */
void
desk_speaker_resolve_namesake (DeskSpeakerResolver *self,
                               guint index,
                               DeskSpeaker *speaker)
{
  const DeskProse *prose = self->syntax->prose;
  const DeskName *name = desk_speaker_name_at (self, index);
  guint word = desk_prose_get_token (prose, name->end - 1)->word;
  const char *given = NULL;
  guint found = DESK_NO_CLUSTER;

  speaker->why = N_ ("several people of the article have this name");
  for (guint i = index, n = 0; i > 0 && n < MAX_BACK; i--, n++)
    {
      const DeskName *other = desk_speaker_name_at (self, i - 1);
      guint cluster = desk_speaker_cluster_of (self, i - 1);
      const char *first = desk_prose_get_word (prose, desk_prose_get_token (prose, other->first)->word)->folded;

      if (other->kind != DESK_ENTITY_KIND_PERSON || other->end - other->first < 2 ||
          desk_prose_get_token (prose, other->end - 1)->word != word || cluster == found)
        continue;
      if (found == DESK_NO_CLUSTER)
        {
          found = cluster;
          given = first;
        }
      else if (strcmp (given, first) != 0 && !desk_person_words_slip (given, first))
        return;
    }
  if (found == DESK_NO_CLUSTER)
    return;
  speaker->cluster = found;
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("the one of this name who is named in full before");
}

/* The one person that a sentence names in full. */
static guint
find_full_name (DeskSpeakerResolver *self,
                guint first,
                guint end)
{
  guint found = DESK_NO_CLUSTER;
  guint index = desk_speaker_find_name (self, first);

  for (guint n = 0; n < DESK_SPEAKER_MAX_NAMES && index < self->syntax->names->len && desk_speaker_name_at (self, index)->first < end; n++, index++)
    {
      const DeskName *name = desk_speaker_name_at (self, index);

      if (name->kind != DESK_ENTITY_KIND_PERSON || name->end - name->first < 2 ||
          self->syntax->quotation[name->first] != DESK_NOT_QUOTED || desk_speaker_cluster_of (self, index) == found)
        continue;
      if (found != DESK_NO_CLUSTER)
        return DESK_NO_CLUSTER;
      found = desk_speaker_cluster_of (self, index);
    }

  return found;
}

/**
 * desk_resolve_answer:
 * @token: where somebody answers
 *
 * Returns: whom the interview is with: the person that the text names in full before any other
 */
DeskSpeaker
desk_resolve_answer (DeskSpeakerResolver *self,
                     guint token)
{
  const DeskProse *prose = self->syntax->prose;
  DeskSpeaker speaker = { .cluster = DESK_NO_CLUSTER, .confidence = DESK_CONFIDENCE_WEAK, .why = N_ ("nobody is named beside it") };

  for (guint i = 0; i < MIN (desk_prose_get_n_sentences (prose), MAX_OPENING); i++)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, i);

      if (sentence->first >= token)
        break;
      if (!sentence->story || desk_speaker_is_at (self, sentence->first, " by "))
        continue;
      speaker.cluster = find_full_name (self, sentence->first, MIN (sentence->end, token));
      if (speaker.cluster == DESK_NO_CLUSTER)
        continue;
      speaker.confidence = DESK_CONFIDENCE_LIKELY;
      speaker.why = N_ ("the person that the interview is with");
      break;
    }

  return speaker;
}
