/* Finds who stands beside words of saying: a name or a pronoun.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-subject-finder.h"

#include <glib/gi18n-lib.h>

/* How far behind the words of saying somebody is looked for, in tokens. */
#define MAX_SUBJECT 24

/* How far back a pronoun reaches, in sentences and in blocks. */
#define MAX_SENTENCES 3
#define MAX_BLOCKS 2

/* How many names back; a sentence of any length stays linear. */
#define MAX_NAMES 48

#define NO_NAME G_MAXUINT

static const DeskName *
name_at (DeskSpeakerFinder *self,
         guint index)
{
  return &g_array_index (self->names, DeskName, index);
}

static gboolean
is_at (DeskSpeakerFinder *self,
       guint token,
       const char *words)
{
  return desk_prose_is_one_of (self->prose, token, words);
}

/* The first name that ends behind @token. */
static guint
find_name (DeskSpeakerFinder *self,
           guint token)
{
  guint low = 0, high = self->names->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (name_at (self, middle)->end <= token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The name whose last word is @token. */
static guint
find_name_ending (DeskSpeakerFinder *self,
                  guint token)
{
  guint index = find_name (self, token);

  return index < self->names->len && name_at (self, index)->end == token + 1 ? index : NO_NAME;
}

static gboolean
can_speak (const DeskName *name)
{
  switch (name->kind)
    {
    case DESK_ENTITY_KIND_PERSON:
    case DESK_ENTITY_KIND_ORGANISATION:
    case DESK_ENTITY_KIND_GOVERNMENT:
    case DESK_ENTITY_KIND_PLACE:
      return TRUE;
    case DESK_ENTITY_KIND_FACILITY:
    case DESK_ENTITY_KIND_EVENT:
    case DESK_ENTITY_KIND_GROUP:
    case DESK_ENTITY_KIND_PRODUCT:
    case DESK_ENTITY_KIND_WORK:
    case DESK_ENTITY_KIND_OTHER:
      return FALSE;
    }

  return FALSE;
}

static void
set_name (DeskSpeakerFinder *self,
          DeskSpeaker *speaker,
          guint name,
          const char *why)
{
  speaker->cluster = g_array_index (self->clusters->of_name, guint, name);
  speaker->first = name_at (self, name)->first;
  speaker->end = name_at (self, name)->end;
  speaker->confidence = name_at (self, name)->confidence == DESK_CONFIDENCE_WEAK ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_SURE;
  speaker->why = why;
}

static gboolean
sex_agrees (DeskSpeakerFinder *self,
            guint cluster,
            DeskClass sex)
{
  const DeskCluster *at = &g_array_index (self->clusters->clusters, DeskCluster, cluster);

  return at->kind == DESK_ENTITY_KIND_PERSON && (at->sex == 0 || at->sex == sex);
}

/* The one person who fits among the names from @from on; how many fit goes into @n_found. */
static guint
find_person (DeskSpeakerFinder *self,
             guint token,
             guint from,
             DeskClass sex,
             guint *n_found)
{
  guint found = DESK_NO_CLUSTER;

  *n_found = 0;
  for (guint i = find_name (self, token), n = 0; i > 0 && n < MAX_NAMES && name_at (self, i - 1)->first >= from; i--, n++)
    {
      guint cluster = g_array_index (self->clusters->of_name, guint, i - 1);

      if (!sex_agrees (self, cluster, sex) || cluster == found)
        continue;
      if (found == DESK_NO_CLUSTER)
        found = cluster;
      (*n_found)++;
    }

  return found;
}

/* Whom the sentences before in the same block begin with, after the last words of saying. */
static guint
find_topic (DeskSpeakerFinder *self,
            guint sentence,
            DeskClass sex)
{
  guint block = desk_prose_get_sentence (self->prose, sentence)->block;

  for (guint n = 0; n < MAX_SENTENCES && sentence > 0; n++)
    {
      const DeskSentence *before = desk_prose_get_sentence (self->prose, --sentence);
      guint name = find_name (self, before->first);

      if (before->block != block || (self->last_speaker != DESK_NO_CLUSTER && before->first <= self->last_token))
        break;
      if (name < self->names->len && name_at (self, name)->first < MIN (before->first + 4, before->end) && desk_prose_get_token (self->prose, before->first)->kind != DESK_TOKEN_QUOTE && sex_agrees (self, g_array_index (self->clusters->of_name, guint, name), sex))
        return g_array_index (self->clusters->of_name, guint, name);
    }

  return DESK_NO_CLUSTER;
}

/* He or she: the speaker of just before, else the person named last in the sentences before. */
static guint
resolve_person (DeskSpeakerFinder *self,
                guint token,
                DeskClass sex,
                DeskConfidence *confidence)
{
  guint sentence = desk_prose_find_sentence (self->prose, token);
  guint block = desk_prose_get_sentence (self->prose, sentence)->block;
  guint from = desk_prose_get_sentence (self->prose, sentence >= MAX_SENTENCES ? sentence - MAX_SENTENCES : 0)->first;
  guint found, n_found;

  /* Named in the same sentence: "Key said he believes". */
  found = find_person (self, token, desk_prose_get_sentence (self->prose, sentence)->first, sex, &n_found);
  if (n_found == 1)
    {
      *confidence = DESK_CONFIDENCE_LIKELY;
      return found;
    }
  found = find_topic (self, sentence, sex);
  if (found != DESK_NO_CLUSTER)
    {
      *confidence = DESK_CONFIDENCE_LIKELY;
      return found;
    }
  if (self->last_speaker != DESK_NO_CLUSTER && block - self->last_block <= MAX_BLOCKS && sex_agrees (self, self->last_speaker, sex))
    {
      *confidence = DESK_CONFIDENCE_LIKELY;
      return self->last_speaker;
    }

  /* Of two people who fit none is taken. */
  found = find_person (self, token, from, sex, &n_found);
  if (n_found != 1)
    return DESK_NO_CLUSTER;
  *confidence = DESK_CONFIDENCE_LIKELY;

  return found;
}

/* "the spokesman": the one person of the text who is that. */
static gboolean
set_role (DeskSpeakerFinder *self,
          DeskSpeaker *speaker,
          guint first,
          guint token)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  guint start = token;
  gpointer cluster;

  if (at->shape != DESK_SHAPE_LOWER || !(desk_prose_classes (self->prose, token) & DESK_CLASS_ROLE))
    return FALSE;
  while (start > first && token - start < 4 && (desk_prose_classes (self->prose, start - 1) & (DESK_CLASS_ROLE_PART | DESK_CLASS_NATIONALITY | DESK_CLASS_ROLE)))
    start--;
  if (start <= first || !is_at (self, start - 1, " the "))
    return FALSE;
  cluster = g_hash_table_lookup (self->roles, desk_prose_get_word (self->prose, at->word)->folded);
  speaker->first = start - 1;
  speaker->end = token + 1;
  speaker->cluster = cluster != NULL ? GPOINTER_TO_UINT (cluster) - 1 : DESK_NO_CLUSTER;
  speaker->confidence = cluster != NULL ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_WEAK;
  speaker->why = cluster != NULL ? N_ ("the one person of the article with this role") : N_ ("a role that nobody or several people have");

  return TRUE;
}

/* It: the organisation or government named before in the same sentence. */
static guint
resolve_it (DeskSpeakerFinder *self,
            guint token)
{
  guint from = desk_prose_get_sentence (self->prose, desk_prose_find_sentence (self->prose, token))->first;

  for (guint i = find_name (self, token), n = 0; i > 0 && n < MAX_NAMES && name_at (self, i - 1)->first >= from; i--, n++)
    {
      DeskEntityKind kind = name_at (self, i - 1)->kind;

      if (kind == DESK_ENTITY_KIND_ORGANISATION || kind == DESK_ENTITY_KIND_GOVERNMENT)
        return g_array_index (self->clusters->of_name, guint, i - 1);
    }

  return DESK_NO_CLUSTER;
}

static gboolean
set_pronoun (DeskSpeakerFinder *self,
             DeskSpeaker *speaker,
             guint token)
{
  speaker->first = token;
  speaker->end = token + 1;
  speaker->confidence = DESK_CONFIDENCE_WEAK;
  if (is_at (self, token, " he she "))
    {
      speaker->cluster = resolve_person (self, token, is_at (self, token, " he ") ? DESK_CLASS_MAN : DESK_CLASS_WOMAN, &speaker->confidence);
      speaker->why = speaker->cluster != DESK_NO_CLUSTER ? N_ ("a pronoun for the speaker before") : N_ ("a pronoun that could be several people");
    }
  else if (is_at (self, token, " it "))
    {
      speaker->cluster = resolve_it (self, token);
      speaker->why = N_ ("a pronoun for the body before");
    }
  else if (is_at (self, token, " they we i you "))
    {
      speaker->cluster = DESK_NO_CLUSTER;
      speaker->why = N_ ("a pronoun for people who are not named");
    }
  else
    return FALSE;

  return TRUE;
}

/* "Officials in Beijing said": the place is not who speaks; "a spokesman for the ministry": it is. */
static gboolean
is_only_place (DeskSpeakerFinder *self,
               guint name,
               guint first)
{
  guint before = name_at (self, name)->first;

  if (before > first && is_at (self, before - 1, " the "))
    before--;

  return before > first && name_at (self, name)->kind == DESK_ENTITY_KIND_PLACE && is_at (self, before - 1, " in of from at near for with ");
}

/* "Lopez of the University of Chile said": the person in front of what he belongs to. */
static guint
find_head (DeskSpeakerFinder *self,
           guint name,
           guint first)
{
  guint before = name_at (self, name)->first;

  if (before > first && is_at (self, before - 1, " the "))
    before--;
  if (name_at (self, name)->kind == DESK_ENTITY_KIND_PERSON || before <= first || !is_at (self, before - 1, " of at from for with in "))
    return name;
  for (guint i = name; i > 0 && name_at (self, i - 1)->first >= first; i--)
    {
      if (name_at (self, i - 1)->kind == DESK_ENTITY_KIND_PERSON)
        return i - 1;
      if (desk_prose_is (self->prose, name_at (self, i - 1)->end, ","))
        break;
    }

  return name;
}

gboolean
desk_stands_beside_verb (DeskSpeakerFinder *self,
                         guint token)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  const char *word = desk_prose_get_word (self->prose, at->word)->folded;

  if (is_at (self, token, " has had have is was were will would also later then once again now never still even further previously repeatedly himself herself itself both 's on in earlier last this week month year morning "))
    return TRUE;
  if (desk_prose_classes (self->prose, token) & DESK_CLASS_CALENDAR)
    return TRUE;

  return at->shape == DESK_SHAPE_LOWER && at->n_bytes > 4 && g_str_has_suffix (word, "ly");
}

/* The subject that ends right before @cue. */
gboolean
desk_find_subject_before (DeskSpeakerFinder *self,
                          guint first,
                          guint cue,
                          DeskSpeaker *speaker)
{
  guint i = cue; /* the token after the place that is looked at */
  guint name;

  for (guint n = 0; n < 12 && i > first; n++)
    {
      name = find_name_ending (self, i - 1);
      if (name != NO_NAME && can_speak (name_at (self, name)))
        {
          guint head = find_head (self, name, first);

          if (is_only_place (self, head, first))
            return FALSE;
          set_name (self, speaker, head, N_ ("named beside the words of saying"));
          return TRUE;
        }
      if (set_pronoun (self, speaker, i - 1) || set_role (self, speaker, first, i - 1))
        return TRUE;
      if (is_at (self, i - 1, " who that which ") && i - 1 > first)
        {
          i--;
          if (desk_prose_is (self->prose, i - 1, ","))
            i--;
          continue;
        }
      if (desk_prose_is (self->prose, i - 1, ","))
        {
          /* What stands between two commas is set in: "Moss, a teacher, said". */
          guint k = i - 1;

          while (k > first && !desk_prose_is (self->prose, k - 1, ","))
            k--;
          if (k <= first)
            return FALSE;
          i = k - 1;
          continue;
        }
      if (desk_prose_is (self->prose, i - 1, "to") || desk_stands_beside_verb (self, i - 1))
        {
          i--;
          continue;
        }
      /* "continues to argue", "went on to say" */
      if (i < cue && desk_prose_is (self->prose, i, "to") && desk_prose_get_token (self->prose, i - 1)->shape == DESK_SHAPE_LOWER)
        {
          i--;
          continue;
        }
      break;
    }

  return FALSE;
}

/* The subject right behind @cue: "said Craig Singleton, senior fellow at …". */
gboolean
desk_find_subject_after (DeskSpeakerFinder *self,
                         guint cue_end,
                         guint end,
                         DeskSpeaker *speaker)
{
  guint stop = MIN (end, cue_end + MAX_SUBJECT);
  guint best = NO_NAME;

  if (cue_end < stop && is_at (self, cue_end, " he she it they "))
    return set_pronoun (self, speaker, cue_end);

  for (guint i = cue_end; i < stop; i++)
    {
      const DeskToken *token = desk_prose_get_token (self->prose, i);
      guint name;

      if ((token->kind == DESK_TOKEN_PUNCTUATION && desk_prose_character (self->prose, i) != '-') || token->kind == DESK_TOKEN_QUOTE || is_at (self, i, " that who which because when while after before during but and as "))
        break;
      name = find_name (self, i);
      if (name < self->names->len && name_at (self, name)->first == i && can_speak (name_at (self, name)))
        {
          /* The person behind the office: "said Pentagon press secretary Pat Ryder". */
          if (best == NO_NAME || (name_at (self, best)->kind != DESK_ENTITY_KIND_PERSON && name_at (self, name)->kind == DESK_ENTITY_KIND_PERSON && !is_at (self, i - 1, " of at from for with in ")))
            best = name;
          i = name_at (self, name)->end - 1;
        }
    }
  if (best == NO_NAME)
    return FALSE;
  /* "said in Beijing", "said on behalf of …" */
  if (name_at (self, best)->first > cue_end && is_at (self, cue_end, " in at on to by from of with "))
    return FALSE;
  if (name_at (self, best)->kind == DESK_ENTITY_KIND_PLACE && name_at (self, best)->first > cue_end && is_at (self, name_at (self, best)->first - 1, " in of from at "))
    return FALSE;
  set_name (self, speaker, best, N_ ("named beside the words of saying"));

  return TRUE;
}
