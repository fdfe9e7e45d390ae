/* What a text says of the names in it: "World Salt Organization (WSO)", "known as", "WSO, the …".
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-fold.h"
#include "desk-short-forms-private.h"

static const DeskName *
name_at (const DeskShortForms *self,
         guint index)
{
  return &g_array_index (self->names, DeskName, index);
}

/* Persons have their own rules, governments are known by their country. */
gboolean
desk_short_forms_has (DeskEntityKind kind)
{
  return kind == DESK_ENTITY_KIND_ORGANISATION || kind == DESK_ENTITY_KIND_FACILITY || kind == DESK_ENTITY_KIND_PLACE || kind == DESK_ENTITY_KIND_EVENT;
}

static gboolean
is_word (const DeskShortForms *self,
         guint token)
{
  return desk_prose_get_token (self->prose, token)->kind <= DESK_TOKEN_NUMBER && !desk_prose_is (self->prose, token, "'s");
}

/* WHO, UNHCR, AfDB, M5S, DE&S */
gboolean
desk_short_forms_is_acronym (const DeskShortForms *self,
                             const DeskName *name)
{
  guint n_capitals = 0;

  for (guint i = name->first; i < name->end; i++)
    {
      const DeskToken *token = desk_prose_get_token (self->prose, i);

      if (i > name->first && !token->glued)
        return FALSE;
      if (token->kind == DESK_TOKEN_WORD && token->shape != DESK_SHAPE_UPPER && token->shape != DESK_SHAPE_MIXED && token->end - token->start > 1)
        return FALSE;
      if (token->kind == DESK_TOKEN_WORD)
        n_capitals += token->end - token->start;
    }

  return n_capitals >= 2 && n_capitals <= 12;
}

/* The letters of an abbreviation, without stops. */
void
desk_short_forms_write_letters (DeskShortForms *self,
                                const DeskName *name)
{
  g_string_truncate (self->key, 0);
  for (guint i = name->first; i < name->end; i++)
    for (const char *p = desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, i)->word)->folded; *p != '\0'; p++)
      if (g_ascii_isalnum (*p) || (*p & 0x80))
        g_string_append_c (self->key, *p);
}

/* The first letters of the words from @first on, with the small words or without. */
void
desk_short_forms_write_initials (DeskShortForms *self,
                                 const DeskName *name,
                                 guint first,
                                 gboolean all)
{
  g_string_truncate (self->key, 0);
  for (guint i = first; i < name->end; i++)
    if (desk_prose_get_token (self->prose, i)->kind == DESK_TOKEN_WORD && is_word (self, i) && (all || desk_token_is_capital (desk_prose_get_token (self->prose, i))))
      g_string_append_unichar (self->key, g_unichar_tolower (desk_prose_character (self->prose, i)));
}

/* Where the name starts without its country: "U.S. Salt Commission". */
guint
desk_short_forms_skip_country (const DeskShortForms *self,
                               const DeskName *name)
{
  const DeskEntry *entry;
  DeskClass found;
  guint n = desk_known_name_match (self->prose, name->first, name->end, DESK_CLASS_NAME, &entry, &found);

  return n > 0 && name->first + n < name->end && (entry->is_country || entry->kind == DESK_ENTITY_KIND_GROUP) ? name->first + n : name->first;
}

static gboolean
has_initials (DeskShortForms *self,
              const DeskName *full,
              const DeskName *acronym)
{
  g_autofree char *letters = NULL;

  desk_short_forms_write_letters (self, acronym);
  letters = g_strdup (self->key->str);
  for (guint variant = 0; variant < 4; variant++)
    {
      desk_short_forms_write_initials (self, full, variant & 2 ? desk_short_forms_skip_country (self, full) : full->first, variant & 1);
      if (g_str_equal (self->key->str, letters))
        return TRUE;
    }

  return FALSE;
}

/* Whether the lists know them as two things. */
static gboolean
are_known_apart (const DeskName *a,
                 const DeskName *b)
{
  return a->entry != NULL && b->entry != NULL && !a->entry->ambiguous && !b->entry->ambiguous && a->entry->name != b->entry->name;
}

static guint
skip_article (const DeskShortForms *self,
              guint token)
{
  return desk_prose_is (self->prose, token, "the") ? token + 1 : token;
}

/* Sesal for the Secretariat for Salt: letters of the name in their order, the first one first. */
static gboolean
is_drawn_together (DeskShortForms *self,
                   const DeskName *full,
                   const DeskName *name)
{
  const char *letter;
  gboolean first = TRUE;

  if (name->end - name->first != 1 || name->entry != NULL || full->end - full->first < 2 || full->kind != name->kind)
    return FALSE;
  letter = desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, name->first)->word)->folded;
  if (strlen (letter) < 4)
    return FALSE;
  for (guint i = full->first; i < full->end; i++)
    for (const char *p = desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, i)->word)->folded; *p != '\0'; p++)
      {
        if (*letter == *p)
          letter++;
        else if (first)
          return FALSE;
        first = FALSE;
        if (*letter == '\0')
          return i > full->first;
      }

  return FALSE;
}

/* "Salt Party of Tarvo (SP)", where a list knows SP as the Salt Party, or as that of another place. */
static gboolean
is_known_by (DeskShortForms *self,
             const DeskName *full,
             const DeskName *acronym)
{
  g_autoptr (GString) known = NULL;

  if (acronym->entry == NULL || full->entry != NULL || full->kind != acronym->kind || full->end - full->first < 2)
    return FALSE;
  /* As words are written in a key; g_utf8_strdown() knows the locale. */
  known = g_string_new (NULL);
  desk_fold_word (acronym->entry->name, strlen (acronym->entry->name), known);
  desk_name_key (self->prose, full->first, full->end, self->key);

  return g_str_has_prefix (self->key->str, known->str) || g_str_has_prefix (known->str, self->key->str);
}

/* "World Salt Organization (WSO)", "Sal (the Salt Party)", "WSO (World Salt Organization)" */
static gboolean
is_bracketed (DeskShortForms *self,
              const DeskName *name,
              const DeskName *next)
{
  const DeskName *acronym = next, *full = name;

  if (!desk_prose_is_one_of (self->prose, name->end, " ( [ ") || skip_article (self, name->end + 1) != next->first || !desk_prose_is_one_of (self->prose, next->end, " ) ] "))
    return FALSE;
  if (next->kind == DESK_ENTITY_KIND_PLACE && next->entry != NULL)
    return FALSE;
  if (next->first > name->end + 1)
    return next->end - next->first > 1 && next->kind == name->kind;
  if (desk_short_forms_is_acronym (self, name))
    {
      acronym = name;
      full = next;
    }
  else if (!desk_short_forms_is_acronym (self, next))
    return is_drawn_together (self, name, next);
  if (acronym == next && acronym->entry == NULL && full->end - full->first > 1)
    return TRUE;
  /* "OMS (World Health Organization)": the letters are those of another language. */
  if (acronym == name && acronym->entry == NULL && full->entry == NULL && full->kind == acronym->kind && full->end - full->first > 2)
    return TRUE;

  return has_initials (self, full, acronym) || is_known_by (self, full, acronym);
}

/* "WSO, the World Salt Organization, met": what no article stands before is explained, not the first of
 * several. */
static gboolean
is_explained (const DeskShortForms *self,
              const DeskName *name,
              const DeskName *next)
{
  guint after = next->end;

  if (!desk_short_forms_is_acronym (self, name) || name->kind != DESK_ENTITY_KIND_ORGANISATION || next->end - next->first < 3 ||
      next->first != name->end + 2 || desk_prose_character (self->prose, name->end) != ',' || !desk_prose_is (self->prose, name->end + 1, "the") ||
      (name->first > 0 && desk_prose_is_one_of (self->prose, name->first - 1, " the , and 's ")))
    return FALSE;
  if (!desk_prose_is_one_of (self->prose, after, " , . ; : ) "))
    return FALSE;

  return !desk_prose_is_one_of (self->prose, after + 1, " and or the ");
}

/* ", or WSO,", ", better known as Salties" */
static gboolean
is_renamed (const DeskShortForms *self,
            const DeskName *name,
            const DeskName *next)
{
  guint at = name->end;

  if (next->first <= at || next->first > at + 7)
    return FALSE;
  if (desk_prose_character (self->prose, at) == ',')
    at++;
  if (desk_prose_is (self->prose, at, "or") && at > name->end)
    return skip_article (self, at + 1) == next->first && desk_short_forms_is_acronym (self, next) && next->entry == NULL && desk_prose_is_one_of (self->prose, next->end, " , . ) ");
  if (desk_prose_is_one_of (self->prose, at, " also better commonly widely locally usually "))
    at++;
  if (!desk_prose_is (self->prose, at, "known") || !desk_prose_is (self->prose, at + 1, "as"))
    return FALSE;
  at = skip_article (self, at + 2);
  if (at < next->first && desk_prose_get_token (self->prose, at)->kind == DESK_TOKEN_QUOTE)
    at++;

  return at == next->first;
}

void
desk_short_forms_join_told (DeskShortForms *self)
{
  for (guint i = 0; i + 1 < self->names->len; i++)
    {
      const DeskName *name = name_at (self, i), *next = name_at (self, i + 1);

      if (!desk_short_forms_has (name->kind) || next->kind == DESK_ENTITY_KIND_PERSON || next->kind == DESK_ENTITY_KIND_GOVERNMENT || are_known_apart (name, next))
        continue;
      if (is_bracketed (self, name, next) || (name->kind == next->kind && (is_renamed (self, name, next) || is_explained (self, name, next))))
        desk_short_forms_merge (self, desk_clusters_of (self->clusters, i), desk_clusters_of (self->clusters, i + 1));
    }
}
