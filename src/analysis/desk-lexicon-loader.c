/* Reads the word lists of data/analysis into the lexicon.
 *
 * A list is lines of fields with tabs between them; a field may hold several values with ";"
 * between them; "#" begins a comment line; "?" after a name says that the word is an everyday word
 * or a person's name as well.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-lexicon-private.h"

#include <gio/gio.h>
#include <string.h>

#include "desk-analysis-resources.h"

#define MAX_FIELDS 7

gboolean
desk_list_field_is (const DeskListField *field,
                    const char *word)
{
  return field->n_bytes == strlen (word) && memcmp (field->text, word, field->n_bytes) == 0;
}

static void
read_list (DeskLexicon *self,
           const char *name,
           DeskLineFunc func)
{
  g_autofree char *path = g_strconcat ("/org/example/NewsDesk/analysis/", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (desk_analysis_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  const char *p, *end;
  gsize size;

  if (bytes == NULL)
    g_error ("The program was built without its word list %s: %s", name, error->message);

  p = g_bytes_get_data (bytes, &size);
  end = p + size;
  while (p < end)
    {
      const char *stop = memchr (p, '\n', end - p);
      DeskListField fields[MAX_FIELDS] = { 0 };
      guint n = 0;

      if (stop == NULL)
        stop = end;
      if (p < stop && *p != '#')
        {
          while (n < MAX_FIELDS)
            {
              const char *tab = memchr (p, '\t', stop - p);

              fields[n].text = p;
              fields[n++].n_bytes = (tab != NULL ? tab : stop) - p;
              if (tab == NULL)
                break;
              p = tab + 1;
            }
          func (self, fields);
        }
      p = stop + 1;
    }
}

/* Takes the next value off a field. */
gboolean
desk_list_field_next (DeskListField *rest,
                      DeskListField *value)
{
  const char *semicolon;

  if (rest->n_bytes == 0)
    return FALSE;

  semicolon = memchr (rest->text, ';', rest->n_bytes);
  value->text = rest->text;
  value->n_bytes = semicolon != NULL ? semicolon - rest->text : rest->n_bytes;
  rest->n_bytes -= MIN (rest->n_bytes, value->n_bytes + 1);
  rest->text += value->n_bytes + 1;

  return TRUE;
}

static gboolean
is_acronym (const DeskListField *value)
{
  for (gsize i = 0; i < value->n_bytes; i++)
    if (!g_ascii_isupper (value->text[i]) && value->text[i] != '.' && value->text[i] != '-' && !g_ascii_isdigit (value->text[i]))
      return FALSE;

  return value->n_bytes > 1;
}

/* Adds one name of an entry; the canonical name and the country stand in @entry already. */
static void
add_name (DeskLexicon *self,
          DeskListField value,
          DeskClass classes,
          DeskEntry entry)
{
  entry.ambiguous = value.n_bytes > 1 && value.text[value.n_bytes - 1] == '?';
  if (entry.ambiguous)
    value.n_bytes--;
  entry.acronym = is_acronym (&value);
  if (entry.name == NULL)
    entry.name = desk_lexicon_intern (self, value.text, value.n_bytes);
  desk_lexicon_add_entry (self, desk_lexicon_add_phrase (self, value.text, value.n_bytes, classes), &entry);
}

static void
add_names (DeskLexicon *self,
           DeskListField values,
           DeskClass classes,
           DeskEntry entry)
{
  DeskListField value;

  while (desk_list_field_next (&values, &value))
    add_name (self, value, classes, entry);
}

static const char *
intern_name (DeskLexicon *self,
             const DeskListField *field)
{
  gsize n = field->n_bytes;

  if (n > 1 && field->text[n - 1] == '?')
    n--;

  return desk_lexicon_intern (self, field->text, n);
}

static const char *
intern_country (DeskLexicon *self,
                const DeskListField *field)
{
  return field->n_bytes == 2 ? desk_lexicon_intern (self, field->text, 2) : NULL;
}

static gboolean
kind_from_word (const DeskListField *field,
                DeskEntityKind *kind)
{
  static const struct
  {
    const char *word;
    DeskEntityKind kind;
  } kinds[] = {
    { "organisation", DESK_ENTITY_KIND_ORGANISATION },
    { "government", DESK_ENTITY_KIND_GOVERNMENT },
    { "place", DESK_ENTITY_KIND_PLACE },
    { "facility", DESK_ENTITY_KIND_FACILITY },
    { "event", DESK_ENTITY_KIND_EVENT },
    { "group", DESK_ENTITY_KIND_GROUP },
    { "product", DESK_ENTITY_KIND_PRODUCT },
    { "work", DESK_ENTITY_KIND_WORK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (desk_list_field_is (field, kinds[i].word))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* form TAB "open" | "number" | "" */
static void
read_abbreviation (DeskLexicon *self,
                   const DeskListField *fields)
{
  DeskClass classes = DESK_CLASS_ABBREVIATION;

  if (desk_list_field_is (&fields[1], "open"))
    classes |= DESK_CLASS_OPEN;
  else if (desk_list_field_is (&fields[1], "number"))
    classes |= DESK_CLASS_OPEN | DESK_CLASS_BEFORE_NUMBER;
  desk_lexicon_add_word (self, fields[0].text, fields[0].n_bytes, classes);
}

/* code TAB name TAB other names TAB nationality, other words for it TAB capital, its other names */
static void
read_country (DeskLexicon *self,
              const DeskListField *fields)
{
  DeskEntry country = { .kind = DESK_ENTITY_KIND_PLACE, .is_country = TRUE };
  DeskEntry people = { .kind = DESK_ENTITY_KIND_GROUP };
  DeskEntry capital = { .kind = DESK_ENTITY_KIND_PLACE, .capital = TRUE };
  DeskListField rest = fields[3], first;

  country.country = people.country = capital.country = intern_country (self, &fields[0]);
  country.name = intern_name (self, &fields[1]);
  add_name (self, fields[1], DESK_CLASS_NAME, country);
  add_names (self, fields[2], DESK_CLASS_NAME, country);

  if (desk_list_field_next (&rest, &first))
    {
      people.name = intern_name (self, &first);
      add_names (self, fields[3], DESK_CLASS_NAME | DESK_CLASS_NATIONALITY, people);
    }

  rest = fields[4];
  if (desk_list_field_next (&rest, &first))
    {
      capital.name = intern_name (self, &first);
      add_names (self, fields[4], DESK_CLASS_NAME, capital);
    }
}

/* name TAB country TAB other names TAB word for its people */
static void
read_place (DeskLexicon *self,
            const DeskListField *fields)
{
  DeskEntry place = { .kind = DESK_ENTITY_KIND_PLACE };
  DeskEntry people = { .kind = DESK_ENTITY_KIND_GROUP };

  place.country = intern_country (self, &fields[1]);
  place.name = intern_name (self, &fields[0]);
  add_name (self, fields[0], DESK_CLASS_NAME, place);
  add_names (self, fields[2], DESK_CLASS_NAME, place);
  if (fields[3].n_bytes > 0)
    add_names (self, fields[3], DESK_CLASS_NAME | DESK_CLASS_NATIONALITY, people);
}

/* name TAB "place" | "building" TAB country TAB who is meant TAB other names */
static void
read_seat (DeskLexicon *self,
           const DeskListField *fields)
{
  DeskEntry entry = { .kind = DESK_ENTITY_KIND_PLACE, .capital = TRUE };

  entry.building = desk_list_field_is (&fields[1], "building");
  if (entry.building)
    entry.kind = DESK_ENTITY_KIND_FACILITY;
  entry.country = intern_country (self, &fields[2]);
  if (fields[3].n_bytes > 0)
    entry.seat = desk_lexicon_intern (self, fields[3].text, fields[3].n_bytes);
  entry.name = intern_name (self, &fields[0]);
  add_name (self, fields[0], DESK_CLASS_NAME, entry);
  add_names (self, fields[4], DESK_CLASS_NAME, entry);
}

/* name TAB kind TAB country TAB other names */
static void
read_institution (DeskLexicon *self,
                  const DeskListField *fields)
{
  DeskEntry entry = { 0 };

  if (!kind_from_word (&fields[1], &entry.kind))
    g_error ("The word list of institutions has a line of no known kind: %.*s", (int) fields[0].n_bytes, fields[0].text);
  entry.country = intern_country (self, &fields[2]);
  entry.name = intern_name (self, &fields[0]);
  add_name (self, fields[0], DESK_CLASS_NAME, entry);
  add_names (self, fields[3], DESK_CLASS_NAME, entry);
}

/* name TAB forms */
static void
read_body (DeskLexicon *self,
           const DeskListField *fields)
{
  DeskEntry entry = { .kind = DESK_ENTITY_KIND_ORGANISATION };

  entry.name = desk_lexicon_intern (self, fields[0].text, fields[0].n_bytes);
  add_names (self, fields[1], DESK_CLASS_BODY, entry);
}

/* word TAB "last" | "first" | "both" TAB kind */
static void
read_head (DeskLexicon *self,
           const DeskListField *fields)
{
  DeskClass classes = DESK_CLASS_HEAD_LAST;
  DeskEntityKind kind;

  if (desk_list_field_is (&fields[1], "first"))
    classes = DESK_CLASS_HEAD_FIRST;
  else if (desk_list_field_is (&fields[1], "both"))
    classes |= DESK_CLASS_HEAD_FIRST;
  if (!kind_from_word (&fields[2], &kind))
    g_error ("The list of head words has a line of no known kind: %.*s", (int) fields[0].n_bytes, fields[0].text);
  desk_lexicon_set_kind (self, desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, classes), kind);
}

static DeskClass
sex_class (const DeskListField *field)
{
  if (desk_list_field_is (field, "m"))
    return DESK_CLASS_MAN;

  return desk_list_field_is (field, "f") ? DESK_CLASS_WOMAN : 0;
}

static void
read_given_name (DeskLexicon *self,
                 const DeskListField *fields)
{
  desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, DESK_CLASS_GIVEN_NAME | sex_class (&fields[1]));
}

static void
read_surname (DeskLexicon *self,
              const DeskListField *fields)
{
  DeskClass classes = DESK_CLASS_SURNAME;

  if (desk_list_field_is (&fields[1], "first"))
    classes |= DESK_CLASS_SURNAME_FIRST;
  desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, classes);
}

static void
read_title (DeskLexicon *self,
            const DeskListField *fields)
{
  desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, DESK_CLASS_TITLE | sex_class (&fields[1]));
}

static void
read_role (DeskLexicon *self,
           const DeskListField *fields)
{
  desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, DESK_CLASS_ROLE | sex_class (&fields[1]));
}

/* class TAB word */
static void
read_words (DeskLexicon *self,
            const DeskListField *fields)
{
  static const struct
  {
    const char *word;
    DeskClass classes;
  } classes[] = {
    { "common", DESK_CLASS_COMMON },
    { "starter", DESK_CLASS_COMMON | DESK_CLASS_STARTER },
    { "calendar", DESK_CLASS_COMMON | DESK_CLASS_CALENDAR },
    { "particle", DESK_CLASS_PARTICLE },
    { "role-part", DESK_CLASS_ROLE_PART },
    { "suffix", DESK_CLASS_SUFFIX },
    { "act", DESK_CLASS_ACT },
    { "policy", DESK_CLASS_POLICY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (desk_list_field_is (&fields[0], classes[i].word))
      {
        desk_lexicon_add_phrase (self, fields[1].text, fields[1].n_bytes, classes[i].classes);
        return;
      }

  g_error ("The list of words has a line of no known class: %.*s", (int) fields[0].n_bytes, fields[0].text);
}

void
desk_lexicon_load (DeskLexicon *self)
{
  /* First, for the tokeniser of all the others asks for them. */
  read_list (self, "abbreviations.txt", read_abbreviation);
  read_list (self, "words.txt", read_words);
  read_list (self, "grammar.txt", desk_lexicon_read_grammar);
  read_list (self, "verbs.txt", desk_lexicon_read_verb);
  read_list (self, "cues.txt", desk_lexicon_read_cue);
  read_list (self, "titles.txt", read_title);
  read_list (self, "roles.txt", read_role);
  read_list (self, "heads.txt", read_head);
  read_list (self, "bodies.txt", read_body);
  read_list (self, "given-names.txt", read_given_name);
  read_list (self, "surnames.txt", read_surname);
  /* Readings found last come first: a country before a city before an organisation. */
  read_list (self, "institutions.txt", read_institution);
  read_list (self, "cities.txt", read_place);
  read_list (self, "regions.txt", read_place);
  read_list (self, "seats.txt", read_seat);
  read_list (self, "countries.txt", read_country);
}
