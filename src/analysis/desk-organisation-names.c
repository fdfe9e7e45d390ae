/* Short forms of organisations' names: abbreviations, and names without their last words.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-organisation-names.h"

#include <string.h>

struct _DeskOrganisationNames
{
  const DeskProse *prose;
  GArray *names;
  GHashTable *full; /* short form → index of the full name plus one; 0 stands for several */
};

static const DeskName *
name_at (const DeskOrganisationNames *self,
         guint index)
{
  return &g_array_index (self->names, DeskName, index);
}

static gboolean
is_organisation (const DeskName *name)
{
  return name->kind == DESK_ENTITY_KIND_ORGANISATION || name->kind == DESK_ENTITY_KIND_EVENT || name->kind == DESK_ENTITY_KIND_FACILITY;
}

/* The first letters of the words, in capitals and all of them: "WHO", "UNHCR"; without the small
 * words into @strict, with them into @loose. */
static void
write_initials (const DeskOrganisationNames *self,
                const DeskName *name,
                GString *strict,
                GString *loose)
{
  g_string_truncate (strict, 0);
  g_string_truncate (loose, 0);
  for (guint i = name->first; i < name->end; i++)
    {
      const DeskToken *token = desk_prose_get_token (self->prose, i);
      gunichar c = desk_prose_character (self->prose, i);

      if (token->kind != DESK_TOKEN_WORD || desk_prose_is (self->prose, i, "'s"))
        continue;
      c = g_unichar_tolower (c);
      g_string_append_unichar (loose, c);
      if (desk_token_is_capital (token))
        g_string_append_unichar (strict, c);
    }
}

/* The letters of an abbreviation, without stops. */
static void
write_letters (const DeskOrganisationNames *self,
               const DeskName *name,
               GString *letters)
{
  g_string_truncate (letters, 0);
  for (const char *p = desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, name->first)->word)->folded; *p != '\0'; p++)
    if (*p != '.')
      g_string_append_c (letters, *p);
}

static gboolean
is_abbreviation (const DeskOrganisationNames *self,
                 const DeskName *name)
{
  const DeskToken *token = desk_prose_get_token (self->prose, name->first);

  return name->end - name->first == 1 && token->shape == DESK_SHAPE_UPPER && token->n_bytes >= 2 && token->n_bytes <= 12;
}

static void
remember (DeskOrganisationNames *self,
          const char *short_form,
          guint full)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->full, short_form, NULL, &known))
    {
      g_hash_table_insert (self->full, g_strdup (short_form), GUINT_TO_POINTER (full + 1));
      return;
    }
  /* Another name of the same words is no second one. */
  if (GPOINTER_TO_UINT (known) > 0)
    {
      g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);

      desk_name_key (self->prose, name_at (self, GPOINTER_TO_UINT (known) - 1)->first, name_at (self, GPOINTER_TO_UINT (known) - 1)->end, a);
      desk_name_key (self->prose, name_at (self, full)->first, name_at (self, full)->end, b);
      if (!g_string_equal (a, b))
        g_hash_table_insert (self->full, g_strdup (short_form), NULL);
    }
}

/* World Health Organization (WHO): the name right after a bracket. */
static gboolean
is_bracketed (const DeskOrganisationNames *self,
              guint full,
              guint short_form)
{
  const DeskName *name = name_at (self, full), *other = name_at (self, short_form);

  return other->first == name->end + 1 && desk_prose_is (self->prose, name->end, "(") && desk_prose_is (self->prose, other->end, ")") && is_abbreviation (self, other) && g_unichar_tolower (desk_prose_character (self->prose, other->first)) == g_unichar_tolower (desk_prose_character (self->prose, name->first));
}

/**
 * desk_organisation_may_shorten:
 * @name: an organisation
 * @length: fewer words than it has
 *
 * Returns: whether its first @length words are enough to call it by
 */
gboolean
desk_organisation_may_shorten (const DeskProse *prose,
                               const DeskName *name,
                               guint length)
{
  const DeskClass plain = DESK_CLASS_COMMON | DESK_CLASS_STARTER | DESK_CLASS_NAME | DESK_CLASS_ROLE_PART | DESK_CLASS_GIVEN_NAME | DESK_CLASS_HEAD_FIRST;
  guint last = name->first + length - 1;

  if (name->end - name->first <= length)
    return FALSE;
  /* What is left must be a name of its own, what is left out a word like Holdings. */
  if (length == 1 && (desk_prose_classes (prose, last) & plain))
    return FALSE;

  return ((desk_prose_classes (prose, last + 1) & DESK_CLASS_SUFFIX) || desk_prose_is_one_of (prose, last + 1, " group company corporation industries electronics motors motor airlines airways technologies systems pharmaceuticals energy communications media bank entertainment studios software foods chemicals insurance partners capital ventures aerospace networks labs telecom petroleum ")) && desk_token_is_capital (desk_prose_get_token (prose, last));
}

static void
remember_beginnings (DeskOrganisationNames *self,
                     guint index,
                     GString *key)
{
  const DeskName *name = name_at (self, index);

  for (guint length = 1; length < MIN (name->end - name->first, 8); length++)
    if (desk_organisation_may_shorten (self->prose, name, length))
      {
        desk_name_key (self->prose, name->first, name->first + length, key);
        remember (self, key->str, index);
      }
}

/**
 * desk_organisation_names_new:
 *
 * Learns the abbreviations and short forms of all organisations of the text.
 */
DeskOrganisationNames *
desk_organisation_names_new (const DeskProse *prose,
                             GArray *names)
{
  DeskOrganisationNames *self = g_new0 (DeskOrganisationNames, 1);
  g_autoptr (GString) strict = g_string_new (NULL), loose = g_string_new (NULL);

  self->prose = prose;
  self->names = names;
  self->full = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* What a bracket says goes before what initials suggest. */
  for (guint i = 0; i + 1 < names->len; i++)
    if (is_organisation (name_at (self, i)) && is_bracketed (self, i, i + 1))
      {
        write_letters (self, name_at (self, i + 1), strict);
        if (!g_hash_table_contains (self->full, strict->str))
          g_hash_table_insert (self->full, g_strdup (strict->str), GUINT_TO_POINTER (i + 1));
      }
  for (guint i = 0; i < names->len; i++)
    {
      const DeskName *name = name_at (self, i);

      if (!is_organisation (name) || name->end - name->first < 2)
        continue;
      if (!name->body)
        {
          write_initials (self, name, strict, loose);
          if (strict->len >= 3)
            remember (self, strict->str, i);
          if (loose->len >= 3 && !g_string_equal (loose, strict))
            remember (self, loose->str, i);
        }
      if (name->entry == NULL)
        remember_beginnings (self, i, strict);
    }

  return self;
}

void
desk_organisation_names_free (DeskOrganisationNames *self)
{
  g_hash_table_unref (self->full);
  g_free (self);
}

/**
 * desk_organisation_names_find_full:
 * @name: index of a name
 *
 * Returns: the name that it is short for, or @name itself
 */
guint
desk_organisation_names_find_full (const DeskOrganisationNames *self,
                                   guint index)
{
  const DeskName *name = name_at (self, index);
  g_autoptr (GString) key = NULL;
  guint full;

  if (name->body || (!is_organisation (name) && name->kind != DESK_ENTITY_KIND_PLACE))
    return index;

  key = g_string_new (NULL);
  if (is_abbreviation (self, name))
    write_letters (self, name, key);
  else if (name->entry == NULL && is_organisation (name))
    desk_name_key (self->prose, name->first, name->end, key);
  else
    return index;

  full = GPOINTER_TO_UINT (g_hash_table_lookup (self->full, key->str));
  /* A known name is short for what the lists say, unless a bracket says otherwise. */
  if (full == 0 || (name->entry != NULL && !(full - 1 < index && is_bracketed (self, full - 1, full))))
    return index;
  if (name->kind == DESK_ENTITY_KIND_PLACE)
    return index;

  return full - 1;
}

gboolean
desk_organisation_takes_article (const char *country)
{
  return g_str_has_prefix (country, "United ") || g_str_has_suffix (country, "Islands") || g_str_has_suffix (country, " Republic") || g_str_has_suffix (country, "Republic of the Congo") || g_str_has_suffix (country, " Union") || strcmp (country, "Netherlands") == 0 || strcmp (country, "Philippines") == 0 || strcmp (country, "Maldives") == 0 || strcmp (country, "Seychelles") == 0 || strcmp (country, "Bahamas") == 0 || strcmp (country, "Comoros") == 0 || strcmp (country, "Gambia") == 0;
}
