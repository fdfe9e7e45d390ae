/* What abbreviations in brackets tell of the names before them.
 *
 * "The National Salt Service (NSS)" says where the name begins and ends, and what NSS means in this
 * text, whatever else is called so: letter by letter the abbreviation stands for the words before it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name-brackets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More letters than an abbreviation has, more tokens than a name has. */
#define MAX_LETTERS 10
#define MAX_WORDS 18

/* So sure that the other places of the text follow. */
#define TOLD 5

typedef struct
{
  guint first; /* of the name in full: tokens, end exclusive */
  guint end;
  guint token; /* the abbreviation */
} Introduction;

typedef struct
{
  const DeskProse *prose;
  GArray *names;
  GArray *read;      /* of DeskName: those up to here, as they are to be */
  GHashTable *means; /* word of an abbreviation → kind plus one */
} Reading;

static guint
read_letters (const DeskProse *prose,
              guint token,
              gunichar letters[MAX_LETTERS])
{
  const char *word = desk_prose_get_word (prose, desk_prose_get_token (prose, token)->word)->folded;
  guint n = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.')
        continue;
      if (n == MAX_LETTERS || !g_unichar_isalpha (c))
        return 0;
      letters[n++] = c;
    }

  return n;
}

/* Where the words begin whose first letters are these, the last of them before @end. Small words may
 * have a letter ("Department of Salt: DoS") or none. */
static guint
find_start (const DeskProse *prose,
            guint lower,
            guint end,
            const gunichar *letters,
            guint n,
            gboolean small)
{
  guint start = end, n_capitals = 0;

  for (guint i = end; i > lower && n > 0 && end - i < MAX_WORDS; i--)
    {
      const DeskToken *token = desk_prose_get_token (prose, i - 1);

      if (token->kind == DESK_TOKEN_PUNCTUATION || token->kind == DESK_TOKEN_SYMBOL || desk_prose_is (prose, i - 1, "'s"))
        {
          if (!desk_prose_is_one_of (prose, i - 1, " , - & ' 's ") || i == end)
            return end;
          continue;
        }
      if (token->kind != DESK_TOKEN_WORD)
        return end;
      if (!desk_token_is_capital (token))
        {
          if (!(desk_prose_classes (prose, i - 1) & DESK_CLASS_PARTICLE) &&
              !desk_prose_is_one_of (prose, i - 1, " of for the and in on to at with against de la del du des et und y e "))
            return end;
          if (!small)
            continue;
        }
      else
        n_capitals++;
      if (g_unichar_tolower (desk_prose_character (prose, i - 1)) != letters[n - 1])
        return end;
      n--;
      start = i - 1;
    }

  return n == 0 && n_capitals >= 2 && desk_token_is_capital (desk_prose_get_token (prose, start)) ? start : end;
}

static gboolean
find_introduction (const DeskProse *prose,
                   const DeskSentence *sentence,
                   guint bracket,
                   Introduction *introduction)
{
  const DeskToken *token;
  gunichar letters[MAX_LETTERS];
  guint n;

  if (bracket + 2 >= sentence->end || bracket < sentence->first + 2 || desk_prose_character (prose, bracket) != '(' ||
      !desk_prose_is_one_of (prose, bracket + 2, " ) , ; "))
    return FALSE;
  token = desk_prose_get_token (prose, bracket + 1);
  if (token->kind != DESK_TOKEN_WORD || (token->shape != DESK_SHAPE_UPPER && token->shape != DESK_SHAPE_MIXED))
    return FALSE;
  n = read_letters (prose, bracket + 1, letters);
  if (n < 2)
    return FALSE;
  introduction->token = bracket + 1;
  introduction->end = bracket;
  introduction->first = find_start (prose, sentence->first, bracket, letters, n, FALSE);
  if (introduction->first == bracket)
    introduction->first = find_start (prose, sentence->first, bracket, letters, n, TRUE);

  /* "Member of Parliament (MP)" is what somebody is. */
  return introduction->first < bracket && !(desk_prose_classes (prose, introduction->first) & (DESK_CLASS_ROLE | DESK_CLASS_TITLE));
}

/* Whether what the tagger put before the words in full can belong to the name: "Section of the …",
 * "Tarvo City …", but nothing that a comma or an article parts from them. */
static gboolean
belongs_before (const DeskProse *prose,
                guint first,
                guint start)
{
  for (guint i = first; i < start; i++)
    {
      const DeskToken *token = desk_prose_get_token (prose, i);

      if (desk_prose_character (prose, i) == ',' || (desk_prose_is (prose, i, "the") && desk_token_is_capital (token) && i > first) ||
          desk_prose_is (prose, i, "etc."))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_person (Reading *self,
           const DeskName *name)
{
  return name->kind == DESK_ENTITY_KIND_PERSON &&
         (name->title < name->first || (desk_prose_classes (self->prose, name->first) & (DESK_CLASS_GIVEN_NAME | DESK_CLASS_SURNAME_FIRST)));
}

/* The name that the words in full are, made of those found there; %FALSE where they are a person’s. */
static gboolean
settle_full (Reading *self,
             const Introduction *introduction,
             DeskName *full)
{
  guint kept = self->read->len, n = 0;
  DeskName rest = { .first = 0 }; /* what stands before a comma and before that */
  DeskEntityKind kind = DESK_ENTITY_KIND_ORGANISATION;

  *full = (DeskName) { .first = introduction->first, .end = introduction->end, .kind = DESK_ENTITY_KIND_OTHER, .margin = TOLD };
  while (kept > 0 && g_array_index (self->read, DeskName, kept - 1).end > introduction->first)
    {
      const DeskName *name = &g_array_index (self->read, DeskName, --kept);

      /* Bodies and known names are what they are. */
      if (is_person (self, name) || name->body || (name->entry != NULL && name->first <= introduction->first && name->end >= introduction->end))
        {
          *full = *name;
          return !is_person (self, name);
        }
      if (name->first < full->first && belongs_before (self->prose, name->first, full->first))
        full->first = name->first;
      else if (name->first < full->first && desk_prose_character (self->prose, full->first - 1) == ',')
        {
          rest = *name;
          rest.end = full->first - 1;
        }
      full->end = MAX (full->end, name->end);
      if (name->kind != DESK_ENTITY_KIND_PERSON && name->kind != DESK_ENTITY_KIND_GROUP && full->kind != DESK_ENTITY_KIND_ORGANISATION)
        full->kind = name->kind;
      n++;
    }
  if (n != 1 || full->kind == DESK_ENTITY_KIND_OTHER || full->kind == DESK_ENTITY_KIND_PLACE)
    {
      if (desk_name_match_head (self->prose, full->first, full->end, full->end, &kind) == full->end - full->first || full->kind != DESK_ENTITY_KIND_ORGANISATION)
        full->kind = kind;
    }
  full->title = full->first;
  full->confidence = DESK_CONFIDENCE_SURE;
  full->why = N_ ("its initials stand in brackets behind it");
  g_array_set_size (self->read, kept);
  if (rest.first < rest.end)
    g_array_append_val (self->read, rest);
  g_array_append_vals (self->read, full, 1);

  return TRUE;
}

/* Whether the list that knows the abbreviation may well mean the same: "Islamic State of … (ISIL)". */
static gboolean
may_be_same (const DeskName *full,
             const DeskName *name)
{
  if (name->entry == NULL || name->body)
    return FALSE;

  return full->entry != NULL ? strcmp (full->entry->name, name->entry->name) == 0 : full->kind == name->kind;
}

static void
settle_short (DeskName *name,
              DeskEntityKind kind)
{
  name->kind = kind;
  name->entry = NULL;
  name->country = NULL;
  name->body = FALSE;
  name->title = name->first;
  name->margin = MAX (name->margin, TOLD);
  name->confidence = DESK_CONFIDENCE_SURE;
  name->why = N_ ("initials of the name that the text gives in full");
}

/* "NIS" is a town in a list, but in this text it is the service. */
static void
settle_abbreviations (Reading *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      DeskName *name = &g_array_index (self->names, DeskName, i);
      const DeskToken *token = desk_prose_get_token (self->prose, name->first);
      gpointer kind = name->end - name->first == 1 && (token->shape == DESK_SHAPE_UPPER || token->shape == DESK_SHAPE_MIXED)
                        ? g_hash_table_lookup (self->means, GUINT_TO_POINTER (token->word))
                        : NULL;

      if (kind != NULL)
        settle_short (name, GPOINTER_TO_UINT (kind) - 1);
    }
}

/**
 * desk_names_read_brackets: (skip)
 * @names: (element-type DeskName): in text order, none over another; changed and completed
 */
void
desk_names_read_brackets (const DeskProse *prose,
                          GArray *names)
{
  g_autoptr (GHashTable) means = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) read = g_array_sized_new (FALSE, FALSE, sizeof (DeskName), names->len);
  Reading self = { .prose = prose, .names = names, .read = read, .means = means };
  guint next = 0;

  for (guint s = 0; s < desk_prose_get_n_sentences (prose); s++)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, s);

      for (guint i = sentence->first; sentence->story && i < sentence->end; i++)
        {
          Introduction introduction;
          DeskName full;

          if (desk_prose_get_token (prose, i)->kind != DESK_TOKEN_PUNCTUATION || !find_introduction (prose, sentence, i, &introduction))
            continue;
          while (next < names->len && g_array_index (names, DeskName, next).first < i)
            g_array_append_val (read, g_array_index (names, DeskName, next++));
          if (read->len > 0 && g_array_index (read, DeskName, read->len - 1).end > i)
            continue;
          if (!settle_full (&self, &introduction, &full))
            continue;
          if (next < names->len && g_array_index (names, DeskName, next).first == introduction.token && may_be_same (&full, &g_array_index (names, DeskName, next)))
            continue;
          g_hash_table_insert (means, GUINT_TO_POINTER (desk_prose_get_token (prose, introduction.token)->word), GUINT_TO_POINTER (full.kind + 1));
          if (next >= names->len || g_array_index (names, DeskName, next).first > introduction.token)
            {
              DeskName name = { .first = introduction.token, .end = introduction.token + 1 };

              settle_short (&name, full.kind);
              g_array_append_val (read, name);
            }
        }
    }
  if (g_hash_table_size (means) == 0)
    return;
  g_array_append_vals (read, &g_array_index (names, DeskName, next), names->len - next);
  g_array_set_size (names, 0);
  g_array_append_vals (names, read->data, read->len);
  settle_abbreviations (&self);
}
