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

#include "desk-speaker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-role-finder.h"

/* How far back a pronoun and a description reach, in sentences and in blocks. */
#define MAX_SENTENCES 5
#define MAX_BLOCKS 2
#define MAX_BODY_NAMES 60

/* An interview says within so many sentences whom it is with. */
#define MAX_OPENING 12

/* How many names of one sentence are looked at; a sentence of any length stays linear. */
#define MAX_NAMES 48

static gboolean
is_at (DeskSpeakerResolver *self,
       guint token,
       const char *words)
{
  return desk_prose_is_one_of (self->syntax->prose, token, words);
}

static const DeskName *
name_at (DeskSpeakerResolver *self,
         guint index)
{
  return desk_syntax_name (self->syntax, index);
}

static guint
cluster_of (DeskSpeakerResolver *self,
            guint name)
{
  return g_array_index (self->clusters->of_name, guint, name);
}

static const DeskCluster *
cluster_at (DeskSpeakerResolver *self,
            guint cluster)
{
  return &g_array_index (self->clusters->clusters, DeskCluster, cluster);
}

/* The first name that ends behind @token. */
static guint
find_name (DeskSpeakerResolver *self,
           guint token)
{
  guint low = 0, high = self->syntax->names->len;

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

/* "spokesman" → the one person of the text who is one; 0 where there are several. */
static GHashTable *
learn_roles (const DeskSyntax *syntax,
             const DeskClusters *clusters)
{
  GHashTable *people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < syntax->names->len; i++)
    {
      const DeskName *name = desk_syntax_name (syntax, i);
      gpointer cluster = GUINT_TO_POINTER (g_array_index (clusters->of_name, guint, i) + 1);
      DeskRoleSpan roles[DESK_MAX_ROLES];
      guint n = name->kind == DESK_ENTITY_KIND_PERSON ? desk_find_roles (syntax->prose, name, roles) : 0;

      for (guint r = 0; r < n; r++)
        {
          const char *head = desk_role_find_head (syntax->prose, &roles[r]);
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
  self->roles = learn_roles (syntax, clusters);
  self->surnames = learn_surnames (syntax, clusters);
}

void
desk_speaker_resolver_clear (DeskSpeakerResolver *self)
{
  g_clear_pointer (&self->roles, g_hash_table_unref);
  g_clear_pointer (&self->surnames, g_hash_table_unref);
}

typedef gboolean (*Fits) (DeskSpeakerResolver *self,
                          guint cluster,
                          DeskClass sex);

static gboolean
fits_person (DeskSpeakerResolver *self,
             guint cluster,
             DeskClass sex)
{
  const DeskCluster *at = cluster_at (self, cluster);

  return at->kind == DESK_ENTITY_KIND_PERSON && (at->sex == 0 || at->sex == sex);
}

static gboolean
fits_body (DeskSpeakerResolver *self,
           guint cluster,
           DeskClass sex)
{
  DeskEntityKind kind = cluster_at (self, cluster)->kind;

  return kind == DESK_ENTITY_KIND_ORGANISATION || kind == DESK_ENTITY_KIND_GOVERNMENT;
}

static gboolean
fits_organisation (DeskSpeakerResolver *self,
                   guint cluster,
                   DeskClass sex)
{
  return cluster_at (self, cluster)->kind == DESK_ENTITY_KIND_ORGANISATION;
}

/* Whom a sentence is about, among those that fit: its subject, else the only one. Names inside
 * quotations are spoken of, they do not speak. @n_found counts those that fit. */
static guint
find_topic (DeskSpeakerResolver *self,
            guint first,
            guint end,
            Fits fits,
            DeskClass sex,
            guint *n_found)
{
  guint found = DESK_NO_CLUSTER, subject = DESK_NO_CLUSTER;
  guint index = find_name (self, first);

  *n_found = 0;
  for (guint n = 0; n < MAX_NAMES && index < self->syntax->names->len && name_at (self, index)->first < end; n++, index++)
    {
      const DeskName *name = name_at (self, index);
      guint cluster = cluster_of (self, index);

      if (self->syntax->quotation[name->first] != DESK_NOT_QUOTED || !fits (self, cluster, sex) || desk_prose_is (self->syntax->prose, name->end, "'s"))
        continue;
      if (subject == DESK_NO_CLUSTER && !desk_syntax_has_finite (self->syntax, first, MIN (name->first, first + MAX_NAMES)))
        subject = cluster;
      if (cluster != found)
        (*n_found)++;
      found = cluster;
    }
  if (*n_found > 1)
    return subject;

  return found;
}

/* He, she or it: of the sentences before, the nearest that names somebody who fits. */
static guint
find_antecedent (DeskSpeakerResolver *self,
                 guint token,
                 Fits fits,
                 DeskClass sex)
{
  const DeskProse *prose = self->syntax->prose;
  guint sentence = desk_prose_find_sentence (prose, token);
  const DeskSentence *at = desk_prose_get_sentence (prose, sentence);
  guint block = at->block, n_found, found;

  found = find_topic (self, at->first, token, fits, sex, &n_found);
  for (guint n = 0; n < MAX_SENTENCES && n_found == 0 && sentence > 0; n++)
    {
      at = desk_prose_get_sentence (prose, --sentence);
      if (block - at->block > MAX_BLOCKS)
        break;
      if (!at->story)
        continue;
      found = find_topic (self, at->first, at->end, fits, sex, &n_found);
    }
  /* Who spoke just now goes on speaking. */
  if (n_found != 1 && self->last_speaker != DESK_NO_CLUSTER && block - self->last_block <= 1 && fits (self, self->last_speaker, sex))
    return self->last_speaker;

  return found;
}

/* It: the one body that this or the last sentence is about. */
static guint
find_topical_body (DeskSpeakerResolver *self,
                   guint token)
{
  guint sentence = desk_prose_find_sentence (self->syntax->prose, token);
  const DeskSentence *at = desk_prose_get_sentence (self->syntax->prose, sentence);
  guint n_found, found = find_topic (self, at->first, token, fits_body, 0, &n_found);

  if (n_found == 0 && sentence > 0 && (at - 1)->block == at->block)
    found = find_topic (self, (at - 1)->first, (at - 1)->end, fits_body, 0, &n_found);

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
  if (is_at (self, phrase->first, " he she "))
    {
      speaker->cluster = find_antecedent (self, phrase->first, fits_person, is_at (self, phrase->first, " he ") ? DESK_CLASS_MAN : DESK_CLASS_WOMAN);
      speaker->why = speaker->cluster != DESK_NO_CLUSTER ? N_ ("a pronoun for the person before") : N_ ("a pronoun that could be several people");
    }
  else if (is_at (self, phrase->first, " it "))
    {
      speaker->cluster = find_topical_body (self, phrase->first);
      speaker->why = N_ ("a pronoun for the body before");
    }
  else
    speaker->why = N_ ("a pronoun for people who are not named");
  speaker->confidence = speaker->cluster != DESK_NO_CLUSTER ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_WEAK;
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
      DeskEntityKind kind = name != DESK_NO_NAME ? name_at (self, name)->kind : DESK_ENTITY_KIND_OTHER;

      /* "a letter seen by the Post" is not the Post’s. */
      if (desk_prose_is (self->syntax->prose, i, "by") && desk_syntax_is (self->syntax, i - 1, DESK_GRAMMAR_PARTICIPLE))
        break;

      if (kind == DESK_ENTITY_KIND_ORGANISATION || kind == DESK_ENTITY_KIND_GOVERNMENT)
        return name;
      /* "Kole’s statement" */
      if (kind == DESK_ENTITY_KIND_PERSON && desk_prose_is (self->syntax->prose, name_at (self, name)->end, "'s") && desk_syntax_is (self->syntax, head, DESK_GRAMMAR_MEDIUM))
        return name;
    }

  return DESK_NO_NAME;
}

/* "the council" after "Oban Council": the body with that word in its name, if there is but one. */
static guint
find_body (DeskSpeakerResolver *self,
           guint head,
           guint before)
{
  guint word = desk_prose_get_token (self->syntax->prose, head)->word;
  guint found = DESK_NO_CLUSTER;

  for (guint i = find_name (self, before), n = 0; i > 0 && n < MAX_BODY_NAMES; i--, n++)
    {
      const DeskName *name = name_at (self, i - 1);
      guint cluster = cluster_of (self, i - 1);

      if (cluster == found || !fits_body (self, cluster, 0))
        continue;
      for (guint t = name->first; t < name->end; t++)
        if (desk_prose_get_token (self->syntax->prose, t)->word == word)
          {
            if (found != DESK_NO_CLUSTER)
              return DESK_NO_CLUSTER;
            found = cluster;
            break;
          }
    }

  return found;
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
  if (found == NULL)
    found = g_hash_table_lookup (self->roles, desk_prose_get_word (prose, word)->folded);
  if (found == NULL)
    return FALSE;
  speaker->cluster = GPOINTER_TO_UINT (found) - 1;
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("named at the start of the line");

  return TRUE;
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

  if (phrase->end < phrase->first + 4 || desk_prose_get_token (prose, age)->kind != DESK_TOKEN_NUMBER || !desk_prose_is_one_of (prose, age + 2, " year year-old ") || !is_at (self, phrase->first, " the "))
    return FALSE;
  for (guint i = find_name (self, phrase->first), n = 0; i > 0 && n < MAX_BODY_NAMES; i--, n++)
    {
      const DeskName *name = name_at (self, i - 1);
      guint cluster = cluster_of (self, i - 1);

      if (name->kind != DESK_ENTITY_KIND_PERSON || cluster == found || desk_prose_character (prose, name->end) != ',' || name->end + 1 >= self->syntax->n_tokens || desk_prose_get_token (prose, name->end + 1)->word != desk_prose_get_token (prose, age)->word)
        continue;
      if (found != DESK_NO_CLUSTER)
        return FALSE;
      found = cluster;
    }
  if (found == DESK_NO_CLUSTER)
    return FALSE;
  speaker->cluster = found;
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("the one person of the article of this age");

  return TRUE;
}

static void
resolve_description (DeskSpeakerResolver *self,
                     const DeskPhrase *phrase,
                     DeskSpeaker *speaker)
{
  const DeskProse *prose = self->syntax->prose;
  guint head = desk_phrase_head (self->syntax, phrase), owner;
  gboolean definite = is_at (self, phrase->first, " the its his her their ");
  gpointer cluster;

  speaker->why = N_ ("a description that fits nobody or several");
  if (resolve_age (self, phrase, speaker))
    return;
  if (desk_prose_character (prose, phrase->end) == ':' && resolve_label (self, phrase, speaker))
    return;
  if (desk_syntax_is (self->syntax, head, DESK_GRAMMAR_PEOPLE) && definite)
    {
      cluster = g_hash_table_lookup (self->roles, desk_prose_get_word (prose, desk_prose_get_token (prose, head)->word)->folded);
      if (cluster != NULL)
        {
          speaker->cluster = GPOINTER_TO_UINT (cluster) - 1;
          speaker->why = N_ ("the one person of the article with this role");
        }
    }
  if (speaker->cluster == DESK_NO_CLUSTER && (is_at (self, head, " spokesman spokeswoman spokesperson spokespeople spokesmen official officials representative representatives management ") || desk_syntax_is (self->syntax, head, DESK_GRAMMAR_MEDIUM) || is_at (self, head, " analysis survey poll bulletin ")))
    {
      owner = find_owner (self, phrase, head);
      if (owner != DESK_NO_NAME)
        {
          speaker->cluster = cluster_of (self, owner);
          speaker->why = N_ ("speaks for this body");
        }
    }
  if (speaker->cluster == DESK_NO_CLUSTER && definite && desk_syntax_is (self->syntax, head, DESK_GRAMMAR_BODY) && !is_at (self, head, " government state country ") && phrase->end - phrase->first <= 3)
    {
      speaker->cluster = find_body (self, head, phrase->first);
      if (speaker->cluster != DESK_NO_CLUSTER)
        speaker->why = N_ ("the one body of the article of this kind");
      else if (is_at (self, head, " company firm group airline carrier operator maker developer retailer lender insurer union club team charity agency start-up chain "))
        {
          speaker->cluster = find_antecedent (self, phrase->first, fits_organisation, 0);
          if (speaker->cluster != DESK_NO_CLUSTER)
            speaker->why = N_ ("the body that the sentences before are about");
        }
    }
  speaker->confidence = speaker->cluster != DESK_NO_CLUSTER ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_WEAK;
}

/* Kristin, Kristen: one letter apart. */
static gboolean
is_slip (const char *one,
         const char *other)
{
  gsize n = strlen (one), n_other = strlen (other), first = 0, last = 0;

  if (n < 4 || n_other < 4 || MAX (n, n_other) - MIN (n, n_other) > 1)
    return FALSE;
  while (first < MIN (n, n_other) && one[first] == other[first])
    first++;
  while (last < MIN (n, n_other) - first && one[n - 1 - last] == other[n_other - 1 - last])
    last++;

  return first > 0 && first + last + 1 >= MAX (n, n_other);
}

/* Two people of one name: the one of them who is named in full before, if only one is or if the
 * other is the same with a slip of the pen. */
static void
resolve_namesake (DeskSpeakerResolver *self,
                  guint index,
                  DeskSpeaker *speaker)
{
  const DeskProse *prose = self->syntax->prose;
  const DeskName *name = name_at (self, index);
  guint word = desk_prose_get_token (prose, name->end - 1)->word;
  const char *given = NULL;
  guint found = DESK_NO_CLUSTER;

  speaker->why = N_ ("several people of the article have this name");
  for (guint i = index, n = 0; i > 0 && n < MAX_BODY_NAMES; i--, n++)
    {
      const DeskName *other = name_at (self, i - 1);
      guint cluster = cluster_of (self, i - 1);
      const char *first = desk_prose_get_word (prose, desk_prose_get_token (prose, other->first)->word)->folded;

      if (other->kind != DESK_ENTITY_KIND_PERSON || other->end - other->first < 2 || desk_prose_get_token (prose, other->end - 1)->word != word || cluster == found)
        continue;
      if (found == DESK_NO_CLUSTER)
        {
          found = cluster;
          given = first;
        }
      else if (!is_slip (given, first))
        return;
    }
  if (found == DESK_NO_CLUSTER)
    return;
  speaker->cluster = found;
  speaker->confidence = DESK_CONFIDENCE_LIKELY;
  speaker->why = N_ ("the one of this name who is named in full before");
}

static gboolean
is_plural (DeskSpeakerResolver *self,
           const DeskName *name)
{
  const DeskToken *last = desk_prose_get_token (self->syntax->prose, name->end - 1);

  return g_str_has_suffix (desk_prose_get_word (self->syntax->prose, last->word)->folded, "s");
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
      const DeskName *name = name_at (self, phrase->name);

      /* "the Norwegian said" */
      if (name->kind == DESK_ENTITY_KIND_GROUP && !is_plural (self, name))
        speaker.why = N_ ("a description that fits nobody or several");
      /* Two people of one name: nobody. */
      else if (name->kind != DESK_ENTITY_KIND_PERSON || g_array_index (self->clusters->other, guint, phrase->name) == DESK_NO_CLUSTER)
        {
          speaker.cluster = cluster_of (self, phrase->name);
          speaker.confidence = name->confidence == DESK_CONFIDENCE_WEAK ? DESK_CONFIDENCE_LIKELY : DESK_CONFIDENCE_SURE;
          speaker.why = N_ ("named beside the words of saying");
        }
      else
        resolve_namesake (self, phrase->name, &speaker);
    }
  else if (is_pronoun (self, phrase))
    resolve_pronoun (self, phrase, &speaker);
  else
    resolve_description (self, phrase, &speaker);

  if (speaker.cluster != DESK_NO_CLUSTER && cluster_at (self, speaker.cluster)->kind == DESK_ENTITY_KIND_PERSON)
    {
      self->last_speaker = speaker.cluster;
      self->last_block = desk_prose_get_sentence (self->syntax->prose, desk_prose_find_sentence (self->syntax->prose, phrase->first))->block;
    }

  return speaker;
}

/* The one person that a sentence names in full. */
static guint
find_full_name (DeskSpeakerResolver *self,
                guint first,
                guint end)
{
  guint found = DESK_NO_CLUSTER;
  guint index = find_name (self, first);

  for (guint n = 0; n < MAX_NAMES && index < self->syntax->names->len && name_at (self, index)->first < end; n++, index++)
    {
      const DeskName *name = name_at (self, index);

      if (name->kind != DESK_ENTITY_KIND_PERSON || name->end - name->first < 2 || self->syntax->quotation[name->first] != DESK_NOT_QUOTED || cluster_of (self, index) == found)
        continue;
      if (found != DESK_NO_CLUSTER)
        return DESK_NO_CLUSTER;
      found = cluster_of (self, index);
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
      if (!sentence->story || is_at (self, sentence->first, " by "))
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
