/* Whom the words for a speaker mean.
 *
 * A name means its entity. A pronoun means the nearest person that it can mean: whom a sentence before
 * is about, or who spoke last. A description means the one who has that role, or the body of that
 * kind. Where two are possible nobody is taken.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-speaker-private.h"

#include <glib/gi18n-lib.h>

#include "desk-broader-role.h"
#include "desk-role-finder.h"

/* How far back a pronoun reaches, in sentences and in blocks. */
#define MAX_SENTENCES 5
#define MAX_BLOCKS 2

/* How many sentences may go on with the pronoun, and within how many tokens it stands there. */
#define MAX_CHAIN 24
#define MAX_OPENING 24

/* So many with one role are told apart; more make it mean nobody. */
#define MAX_COLLEAGUES 16

/* The first name that ends behind @token. */
guint
desk_speaker_find_name (DeskSpeakerResolver *self,
                        guint token)
{
  guint low = 0, high = self->syntax->names->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (desk_speaker_name_at (self, middle)->end <= token)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_holder (GHashTable *people,
            const char *role,
            guint cluster)
{
  GArray *known = g_hash_table_lookup (people, role);

  if (known == NULL)
    {
      known = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (people, g_strdup (role), known);
    }
  for (guint i = 0; i < known->len; i++)
    if (g_array_index (known, guint, i) == cluster)
      return;
  if (known->len < MAX_COLLEAGUES)
    g_array_append_val (known, cluster);
}

static void
add_broader (DeskSpeakerResolver *self,
             const DeskRoleSpan *role,
             guint cluster)
{
  for (guint i = role->first; i < role->end && !desk_speaker_is_at (self, i, " of at for in with to from "); i++)
    {
      const DeskProse *prose = self->syntax->prose;
      const char *words = desk_broader_role_get (desk_prose_get_word (prose, desk_prose_get_token (prose, i)->word)->folded);
      g_auto (GStrv) split = words != NULL ? g_strsplit (words, " ", -1) : NULL;

      for (guint k = 0; split != NULL && split[k] != NULL; k++)
        add_holder (self->broader, split[k], cluster);
    }
}

/* "spokesman" → the persons of the text who are one. */
static void
learn_roles (DeskSpeakerResolver *self)
{
  const DeskSyntax *syntax = self->syntax;

  for (guint i = 0; i < syntax->names->len; i++)
    {
      guint cluster = desk_speaker_cluster_of (self, i);
      DeskRoleSpan roles[DESK_MAX_ROLES];
      guint n = desk_speaker_name_at (self, i)->kind == DESK_ENTITY_KIND_PERSON ? desk_find_roles (syntax->prose, syntax->names, i, roles) : 0;

      for (guint r = 0; r < n; r++)
        {
          const char *head = desk_role_find_head (syntax->prose, &roles[r]);

          if (head != NULL)
            add_holder (self->roles, head, cluster);
          add_broader (self, &roles[r], cluster);
        }
    }
}

static GHashTable *
learn_surnames (const DeskSyntax *syntax,
                const DeskClusters *clusters)
{
  GHashTable *people = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < clusters->clusters->len; i++)
    {
      const DeskCluster *cluster = &g_array_index (clusters->clusters, DeskCluster, i);
      gpointer word;

      if (cluster->kind != DESK_ENTITY_KIND_PERSON)
        continue;
      word = GUINT_TO_POINTER (desk_prose_get_token (syntax->prose, desk_syntax_name (syntax, cluster->fullest)->end - 1)->word);
      g_hash_table_insert (people, word, g_hash_table_contains (people, word) ? NULL : GUINT_TO_POINTER (i + 1));
    }

  return people;
}

void
desk_speaker_resolver_init (DeskSpeakerResolver *self,
                            const DeskSyntax *syntax,
                            const DeskClusters *clusters)
{
  *self = (DeskSpeakerResolver) { .syntax = syntax, .clusters = clusters, .last_speaker = DESK_NO_CLUSTER };
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->broader = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  learn_roles (self);
  self->surnames = learn_surnames (syntax, clusters);
}

void
desk_speaker_resolver_clear (DeskSpeakerResolver *self)
{
  g_clear_pointer (&self->roles, g_hash_table_unref);
  g_clear_pointer (&self->broader, g_hash_table_unref);
  g_clear_pointer (&self->surnames, g_hash_table_unref);
}

static gboolean
fits_person (DeskSpeakerResolver *self,
             guint cluster,
             DeskClass sex)
{
  const DeskCluster *at = desk_speaker_cluster_at (self, cluster);

  return at->kind == DESK_ENTITY_KIND_PERSON && (at->sex == 0 || at->sex == sex);
}

gboolean
desk_speaker_fits_body (DeskSpeakerResolver *self,
                        guint cluster,
                        DeskClass sex)
{
  DeskEntityKind kind = desk_speaker_cluster_at (self, cluster)->kind;

  return kind == DESK_ENTITY_KIND_ORGANISATION || kind == DESK_ENTITY_KIND_GOVERNMENT;
}

gboolean
desk_speaker_fits_organisation (DeskSpeakerResolver *self,
                                guint cluster,
                                DeskClass sex)
{
  return desk_speaker_cluster_at (self, cluster)->kind == DESK_ENTITY_KIND_ORGANISATION;
}

/* Whom somebody talks to, and who is named in brackets, is not what a sentence is about: "told the
 * Post", "LONDON (Reuters)". */
static gboolean
is_aside (DeskSpeakerResolver *self,
          const DeskName *name)
{
  guint before = name->first;

  if (name->kind == DESK_ENTITY_KIND_PERSON || before == 0)
    return FALSE;
  if (before > 1 && desk_speaker_is_at (self, before - 1, " the "))
    before--;

  return desk_speaker_is_at (self, before - 1, " told ( ");
}

/* Whom a sentence is about, among those that fit: its subject, else the only one. Names inside
 * quotations are spoken of, they do not speak. @n_found counts those that fit. */
static guint
find_topic (DeskSpeakerResolver *self,
            guint first,
            guint end,
            DeskSpeakerFits fits,
            DeskClass sex,
            guint *n_found)
{
  guint found = DESK_NO_CLUSTER, subject = DESK_NO_CLUSTER, owner = DESK_NO_CLUSTER, n_owners = 0;
  guint index = desk_speaker_find_name (self, first);

  *n_found = 0;
  for (guint n = 0; n < DESK_SPEAKER_MAX_NAMES && index < self->syntax->names->len && desk_speaker_name_at (self, index)->first < end; n++, index++)
    {
      const DeskName *name = desk_speaker_name_at (self, index);
      guint cluster = desk_speaker_cluster_of (self, index);

      if (self->syntax->quotation[name->first] != DESK_NOT_QUOTED || !fits (self, cluster, sex) || is_aside (self, name))
        continue;
      if (desk_prose_is_one_of (self->syntax->prose, name->end, " 's ' "))
        {
          n_owners += cluster != owner;
          owner = cluster;
          continue;
        }
      if (subject == DESK_NO_CLUSTER && !desk_syntax_has_finite (self->syntax, first, MIN (name->first, first + DESK_SPEAKER_MAX_NAMES)))
        subject = cluster;
      if (cluster != found)
        (*n_found)++;
      found = cluster;
    }
  if (*n_found > 1)
    return subject;
  /* "Kole’s car was late": about Kole, if about anybody. */
  if (*n_found == 0 && n_owners == 1)
    {
      *n_found = 1;
      return owner;
    }

  return found;
}

static gboolean
is_plural (DeskSpeakerResolver *self,
           const DeskName *name)
{
  const DeskToken *last = desk_prose_get_token (self->syntax->prose, name->end - 1);

  return g_str_has_suffix (desk_prose_get_word (self->syntax->prose, last->word)->folded, "s");
}

/* "The Bulgarian beat …", "The minister rejected …": begins with somebody who is named before. */
static gboolean
begins_with_description (DeskSpeakerResolver *self,
                         guint first,
                         guint end)
{
  if (!desk_speaker_is_at (self, first, " the "))
    return FALSE;
  for (guint i = first + 1; i < MIN (end, first + 4); i++)
    {
      guint name = self->syntax->name[i];

      if (self->syntax->quotation[i] != DESK_NOT_QUOTED)
        return FALSE;
      if (desk_syntax_is (self->syntax, i + 1, DESK_GRAMMAR_AUXILIARY | DESK_GRAMMAR_PAST | DESK_GRAMMAR_THIRD) || desk_prose_character (self->syntax->prose, i + 1) == ',')
        return name != DESK_NO_NAME ? desk_speaker_name_at (self, name)->kind == DESK_ENTITY_KIND_GROUP && !is_plural (self, desk_speaker_name_at (self, name))
                                    : desk_syntax_is (self->syntax, i, DESK_GRAMMAR_PEOPLE) && (desk_prose_classes (self->syntax->prose, i) & DESK_CLASS_ROLE);
    }

  return FALSE;
}

/* "He drew with Tom Birch": a sentence that begins with the pronoun is about whom the ones before are,
 * and whom it names besides is another one. */
static gboolean
goes_on_about (DeskSpeakerResolver *self,
               guint first,
               guint end,
               DeskSpeakerFits fits,
               DeskClass sex)
{
  const char *pronoun = sex == DESK_CLASS_MAN ? " he " : " she ";
  guint index = desk_speaker_find_name (self, first);

  if (sex == 0)
    return FALSE;
  for (guint n = 0; n < DESK_SPEAKER_MAX_NAMES && index < self->syntax->names->len && desk_speaker_name_at (self, index)->first < end; n++, index++)
    if (fits (self, desk_speaker_cluster_of (self, index), sex))
      {
        end = MIN (desk_speaker_name_at (self, index)->first, desk_speaker_name_at (self, index)->title);
        break;
      }
  if (end > first && desk_syntax_is (self->syntax, end - 1, DESK_GRAMMAR_PREPOSITION) && begins_with_description (self, first, end))
    return TRUE;
  for (guint i = first; i < MIN (end, first + MAX_OPENING); i++)
    if (self->syntax->quotation[i] == DESK_NOT_QUOTED && desk_speaker_is_at (self, i, pronoun))
      return TRUE;

  return FALSE;
}

/* He, she or it: of the sentences before, the nearest that names somebody who fits; @sole for nobody
 * else beside. */
guint
desk_speaker_find_antecedent (DeskSpeakerResolver *self,
                              guint token,
                              DeskSpeakerFits fits,
                              DeskClass sex,
                              gboolean sole)
{
  const DeskProse *prose = self->syntax->prose;
  guint sentence = desk_prose_find_sentence (prose, token);
  const DeskSentence *at = desk_prose_get_sentence (prose, sentence);
  guint block = at->block, from = block, n_found, found = DESK_NO_CLUSTER;

  if (goes_on_about (self, at->first, token, fits, sex))
    n_found = 0;
  else
    found = find_topic (self, at->first, token, fits, sex, &n_found);
  for (guint n = 0, chain = 0; n < MAX_SENTENCES && n_found == 0 && sentence > 0 && chain < MAX_CHAIN; n++, chain++)
    {
      at = desk_prose_get_sentence (prose, --sentence);
      if (from - at->block > MAX_BLOCKS)
        break;
      if (!at->story)
        continue;
      if (goes_on_about (self, at->first, at->end, fits, sex))
        {
          from = at->block;
          n = 0;
          continue;
        }
      found = find_topic (self, at->first, at->end, fits, sex, &n_found);
    }
  /* Who spoke just now goes on speaking. */
  if (n_found != 1 && self->last_speaker != DESK_NO_CLUSTER && block - self->last_block <= 1 && fits (self, self->last_speaker, sex))
    return self->last_speaker;

  return sole && n_found != 1 ? DESK_NO_CLUSTER : found;
}

/* It: the one body that this or the last sentence is about. */
static guint
find_topical_body (DeskSpeakerResolver *self,
                   guint token)
{
  guint sentence = desk_prose_find_sentence (self->syntax->prose, token);
  const DeskSentence *at = desk_prose_get_sentence (self->syntax->prose, sentence);
  guint n_found, found = find_topic (self, at->first, token, desk_speaker_fits_body, 0, &n_found);

  if (n_found == 0 && sentence > 0 && (at - 1)->block == at->block)
    found = find_topic (self, (at - 1)->first, (at - 1)->end, desk_speaker_fits_body, 0, &n_found);

  return n_found == 1 ? found : DESK_NO_CLUSTER;
}

static gboolean
is_pronoun (DeskSpeakerResolver *self,
            const DeskPhrase *phrase)
{
  return phrase->end == phrase->first + 1 && phrase->name == DESK_NO_NAME && desk_syntax_is (self->syntax, phrase->first, DESK_GRAMMAR_SUBJECT);
}

static void
resolve_pronoun (DeskSpeakerResolver *self,
                 const DeskPhrase *phrase,
                 DeskSpeaker *speaker)
{
  if (desk_speaker_is_at (self, phrase->first, " he she "))
    {
      speaker->cluster = desk_speaker_find_antecedent (self, phrase->first, fits_person, desk_speaker_is_at (self, phrase->first, " he ") ? DESK_CLASS_MAN : DESK_CLASS_WOMAN, FALSE);
      speaker->why = speaker->cluster != DESK_NO_CLUSTER ? N_ ("a pronoun for the person before") : N_ ("a pronoun that could be several people");
    }
  else if (desk_speaker_is_at (self, phrase->first, " it "))
    {
      speaker->cluster = find_topical_body (self, phrase->first);
      speaker->why = N_ ("a pronoun for the body before");
    }
  else
    speaker->why = N_ ("a pronoun for people who are not named");
  speaker->confidence = speaker->cluster != DESK_NO_CLUSTER ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_WEAK;
}

/**
 * desk_resolve_speaker:
 * @phrase: the words for a speaker; to be asked in text order
 *
 * Returns: whom they mean; nobody where that is not sure
 */
DeskSpeaker
desk_resolve_speaker (DeskSpeakerResolver *self,
                      const DeskPhrase *phrase)
{
  DeskSpeaker speaker = { .cluster = DESK_NO_CLUSTER, .confidence = DESK_CONFIDENCE_WEAK, .why = N_ ("nobody is named beside it") };

  if (phrase->first >= phrase->end)
    return speaker;
  if (phrase->name != DESK_NO_NAME)
    {
      const DeskName *name = desk_speaker_name_at (self, phrase->name);

      /* "the Norwegian said" */
      if (name->kind == DESK_ENTITY_KIND_GROUP && !is_plural (self, name))
        desk_speaker_resolve_person (self, phrase, &speaker);
      /* Two people of one name: nobody. */
      else if (name->kind != DESK_ENTITY_KIND_PERSON || g_array_index (self->clusters->other, guint, phrase->name) == DESK_NO_CLUSTER)
        {
          speaker.cluster = desk_speaker_cluster_of (self, phrase->name);
          speaker.confidence = name->confidence == DESK_CONFIDENCE_WEAK ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_SURE;
          speaker.why = N_ ("named beside the words of saying");
        }
      else
        desk_speaker_resolve_namesake (self, phrase->name, &speaker);
    }
  else if (is_pronoun (self, phrase))
    resolve_pronoun (self, phrase, &speaker);
  else
    desk_speaker_resolve_description (self, phrase, &speaker);

  if (speaker.cluster != DESK_NO_CLUSTER && desk_speaker_cluster_at (self, speaker.cluster)->kind == DESK_ENTITY_KIND_PERSON)
    {
      self->last_speaker = speaker.cluster;
      self->last_block = desk_prose_get_sentence (self->syntax->prose, desk_prose_find_sentence (self->syntax->prose, phrase->first))->block;
    }

  return speaker;
}
