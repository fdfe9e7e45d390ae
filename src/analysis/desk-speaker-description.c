/* Whom a description of a speaker means: "the company", "the 22-year-old", "MARSH:".
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-speaker-private.h"

#include <glib/gi18n-lib.h>

/* Who speaks for a body by office: "analysts at Acme", "Acme’s chairman", "a member of its staff". Its
 * critics, customers and neighbours do not. */
static const char offices[] = " spokesman spokeswoman spokesperson spokespeople spokesmen official officials representative representatives management"
                              " analyst analysts economist economists researcher researchers scientist scientists engineer engineers lawyer lawyers attorney attorneys"
                              " executive executives director directors chairman chairwoman chair chief chiefs head heads boss bosses leader leaders member members staff"
                              " officer officers inspector inspectors investigator investigators prosecutor prosecutors organiser organisers organizer organizers editor editors ";

/* How many names back it reaches. */
#define MAX_BODY_NAMES 60

static gboolean
is_one_of (const GArray *clusters,
           guint cluster)
{
  for (guint i = 0; i < clusters->len; i++)
    if (g_array_index (clusters, guint, i) == cluster)
      return TRUE;

  return FALSE;
}

/* The name that a description holds: "a spokesman for the mill", "the mill’s statement". */
static guint
find_owner (DeskSpeakerResolver *self,
            const DeskPhrase *phrase,
            guint head)
{
  for (guint i = phrase->first; i < phrase->end; i++)
    {
      guint name = self->syntax->name[i];
      DeskEntityKind kind = name != DESK_NO_NAME ? desk_speaker_name_at (self, name)->kind : DESK_ENTITY_KIND_OTHER;

      /* "a letter seen by the Post" is not the Post’s. */
      if (desk_prose_is (self->syntax->prose, i, "by") && desk_syntax_is (self->syntax, i - 1, DESK_GRAMMAR_PARTICIPLE))
        break;

      if (kind == DESK_ENTITY_KIND_ORGANISATION || kind == DESK_ENTITY_KIND_GOVERNMENT)
        return name;
      /* "Kole’s statement" */
      if (kind == DESK_ENTITY_KIND_PERSON && desk_prose_is (self->syntax->prose, desk_speaker_name_at (self, name)->end, "'s") &&
          desk_syntax_is (self->syntax, head, DESK_GRAMMAR_MEDIUM))
        return name;
    }

  return DESK_NO_NAME;
}

/* "Municipality of Tarvo", "Tarvo Town Council": speaks for a town; "New City Records" does not. */
static gboolean
speaks_for_town (DeskSpeakerResolver *self,
                 const DeskName *name)
{
  return (desk_speaker_is_at (self, name->first, " city town village municipality commune borough ") && desk_speaker_is_at (self, name->first + 1, " of ")) ||
         desk_speaker_is_at (self, name->end - 1, " council municipality commune borough ");
}

/* The bodies that "the council" can mean behind "Oban Council": with that word in their names. */
static GArray *
find_bodies (DeskSpeakerResolver *self,
             guint head,
             guint before)
{
  guint word = desk_prose_get_token (self->syntax->prose, head)->word;
  gboolean town = desk_speaker_is_at (self, head, " city town village municipality commune ");
  GArray *bodies = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = desk_speaker_find_name (self, before), n = 0; i > 0 && n < MAX_BODY_NAMES; i--, n++)
    {
      const DeskName *name = desk_speaker_name_at (self, i - 1);
      guint cluster = desk_speaker_cluster_of (self, i - 1);
      gboolean fits = town && speaks_for_town (self, name);

      if (is_one_of (bodies, cluster) || !desk_speaker_fits_body (self, cluster, 0))
        continue;
      for (guint t = name->first; t < name->end && !fits && !town; t++)
        fits = desk_prose_get_token (self->syntax->prose, t)->word == word;
      if (fits)
        g_array_append_val (bodies, cluster);
    }

  return bodies;
}

static gboolean
is_among (DeskSpeakerResolver *self,
          guint cluster,
          DeskClass sex)
{
  return is_one_of (self->among, cluster);
}

/* Of several that fit, the one whom the text speaks of just there. */
static guint
find_nearest (DeskSpeakerResolver *self,
              const GArray *among,
              guint before)
{
  guint found;

  self->among = among;
  found = desk_speaker_find_antecedent (self, before, is_among, 0, TRUE);
  self->among = NULL;

  return found;
}

static void
resolve_body (DeskSpeakerResolver *self,
              guint head,
              guint before,
              DeskSpeaker *speaker)
{
  g_autoptr (GArray) bodies = find_bodies (self, head, before);

  if (bodies->len == 1)
    {
      speaker->cluster = g_array_index (bodies, guint, 0);
      speaker->why = N_ ("the one body of the article of this kind");
      return;
    }
  if (bodies->len > 1)
    speaker->cluster = find_nearest (self, bodies, before);
  else if (desk_speaker_is_at (self, head, " company firm group airline carrier operator maker developer retailer lender insurer union club team charity agency start-up chain "))
    speaker->cluster = desk_speaker_find_antecedent (self, before, desk_speaker_fits_organisation, 0, FALSE);
  if (speaker->cluster != DESK_NO_CLUSTER)
    speaker->why = N_ ("the body that the sentences before are about");
}

static const GArray *
find_holders (DeskSpeakerResolver *self,
              guint head)
{
  const char *word = desk_prose_get_word (self->syntax->prose, desk_prose_get_token (self->syntax->prose, head)->word)->folded;
  const GArray *holders = g_hash_table_lookup (self->roles, word);

  return holders != NULL ? holders : g_hash_table_lookup (self->broader, word);
}

/* The one person of the text with this role. */
static guint
find_only_holder (DeskSpeakerResolver *self,
                  guint head)
{
  const GArray *holders = find_holders (self, head);

  return holders != NULL && holders->len == 1 ? g_array_index (holders, guint, 0) : DESK_NO_CLUSTER;
}

/* "MARSH:", "CHAIR:": a person of this name or role. */
static gboolean
resolve_label (DeskSpeakerResolver *self,
               const DeskPhrase *phrase,
               DeskSpeaker *speaker)
{
  const DeskProse *prose = self->syntax->prose;
  guint word = desk_prose_get_token (prose, phrase->end - 1)->word;
  gpointer found = g_hash_table_lookup (self->surnames, GUINT_TO_POINTER (word));

  if (desk_prose_get_token (prose, phrase->end - 1)->shape != DESK_SHAPE_UPPER)
    return FALSE;
  speaker->cluster = found != NULL ? GPOINTER_TO_UINT (found) - 1 : find_only_holder (self, phrase->end - 1);
  if (speaker->cluster == DESK_NO_CLUSTER)
    return FALSE;
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("named at the start of the line");

  return TRUE;
}

static gboolean
is_any_person (DeskSpeakerResolver *self,
               guint cluster,
               DeskClass sex)
{
  return desk_speaker_cluster_at (self, cluster)->kind == DESK_ENTITY_KIND_PERSON;
}

/* "the Norwegian", "the 22-year-old": says nothing that others are not, so it means the one whom the
 * text speaks of just there. */
void
desk_speaker_resolve_person (DeskSpeakerResolver *self,
                             const DeskPhrase *phrase,
                             DeskSpeaker *speaker)
{
  speaker->why = N_ ("a description that fits nobody or several");
  if (!desk_speaker_is_at (self, phrase->first, " the "))
    return;
  speaker->cluster = desk_speaker_find_antecedent (self, phrase->first, is_any_person, 0, FALSE);
  if (speaker->cluster == DESK_NO_CLUSTER)
    return;
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("the person whom the sentences before are about");
}

/* "the 22-year-old": who is named with this age before. */
static gboolean
resolve_age (DeskSpeakerResolver *self,
             const DeskPhrase *phrase,
             DeskSpeaker *speaker)
{
  const DeskProse *prose = self->syntax->prose;
  guint age = phrase->first + 1;
  guint found = DESK_NO_CLUSTER;

  if (phrase->end < phrase->first + 4 || desk_prose_get_token (prose, age)->kind != DESK_TOKEN_NUMBER ||
      !desk_prose_is_one_of (prose, age + 2, " year year-old ") || !desk_speaker_is_at (self, phrase->first, " the "))
    return FALSE;
  for (guint i = desk_speaker_find_name (self, phrase->first), n = 0; i > 0 && n < MAX_BODY_NAMES; i--, n++)
    {
      const DeskName *name = desk_speaker_name_at (self, i - 1);
      guint cluster = desk_speaker_cluster_of (self, i - 1);

      if (name->kind != DESK_ENTITY_KIND_PERSON || cluster == found || desk_prose_character (prose, name->end) != ',' ||
          name->end + 1 >= self->syntax->n_tokens || desk_prose_get_token (prose, name->end + 1)->word != desk_prose_get_token (prose, age)->word)
        continue;
      if (found != DESK_NO_CLUSTER)
        return FALSE;
      found = cluster;
    }
  if (found == DESK_NO_CLUSTER)
    {
      desk_speaker_resolve_person (self, phrase, speaker);
      return speaker->cluster != DESK_NO_CLUSTER;
    }
  speaker->cluster = found;
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("the one person of the article of this age");

  return TRUE;
}

void
desk_speaker_resolve_description (DeskSpeakerResolver *self,
                                  const DeskPhrase *phrase,
                                  DeskSpeaker *speaker)
{
  const DeskProse *prose = self->syntax->prose;
  guint head = desk_phrase_head (self->syntax, phrase), owner;
  gboolean definite = desk_speaker_is_at (self, phrase->first, " the its his her their ");

  speaker->why = N_ ("a description that fits nobody or several");
  if (resolve_age (self, phrase, speaker))
    return;
  if (desk_prose_character (prose, phrase->end) == ':' && resolve_label (self, phrase, speaker))
    return;
  if (desk_syntax_is (self->syntax, head, DESK_GRAMMAR_PEOPLE) && definite)
    {
      speaker->cluster = find_only_holder (self, head);
      if (speaker->cluster != DESK_NO_CLUSTER)
        speaker->why = N_ ("the one person of the article with this role");
      else if (find_holders (self, head) != NULL)
        {
          speaker->cluster = find_nearest (self, find_holders (self, head), phrase->first);
          if (speaker->cluster != DESK_NO_CLUSTER)
            speaker->why = N_ ("the person with this role whom the sentences before are about");
        }
    }
  if (speaker->cluster == DESK_NO_CLUSTER &&
      (desk_speaker_is_at (self, head, offices) ||
       desk_syntax_is (self->syntax, head, DESK_GRAMMAR_MEDIUM) || desk_speaker_is_at (self, head, " analysis survey poll bulletin ")))
    {
      owner = find_owner (self, phrase, head);
      if (owner != DESK_NO_NAME)
        {
          speaker->cluster = desk_speaker_cluster_of (self, owner);
          speaker->why = N_ ("speaks for this body");
        }
    }
  if (speaker->cluster == DESK_NO_CLUSTER && definite && desk_syntax_is (self->syntax, head, DESK_GRAMMAR_BODY) &&
      !desk_speaker_is_at (self, head, " government state country ") && phrase->end - phrase->first <= 3)
    resolve_body (self, head, phrase->first, speaker);
  speaker->confidence = speaker->cluster != DESK_NO_CLUSTER ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_WEAK;
}
