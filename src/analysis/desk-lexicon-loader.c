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
#include "desk-inflect.h"

typedef struct
{
  const char *text;
  gsize n_bytes;
} Field;

#define MAX_FIELDS 7

typedef void (*LineFunc) (DeskLexicon *self,
                          const Field *fields);

static gboolean
field_is (const Field *field,
          const char *word)
{
  return field->n_bytes == strlen (word) && memcmp (field->text, word, field->n_bytes) == 0;
}

static void
read_list (DeskLexicon *self,
           const char *name,
           LineFunc func)
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
      Field fields[MAX_FIELDS] = { 0 };
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
static gboolean
next_value (Field *rest,
            Field *value)
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
is_acronym (const Field *value)
{
  for (gsize i = 0; i < value->n_bytes; i++)
    if (!g_ascii_isupper (value->text[i]) && value->text[i] != '.' && value->text[i] != '-' && !g_ascii_isdigit (value->text[i]))
      return FALSE;

  return value->n_bytes > 1;
}

/* Adds one name of an entry; the canonical name and the country stand in @entry already. */
static void
add_name (DeskLexicon *self,
          Field value,
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
           Field values,
           DeskClass classes,
           DeskEntry entry)
{
  Field value;

  while (next_value (&values, &value))
    add_name (self, value, classes, entry);
}

static const char *
intern_name (DeskLexicon *self,
             const Field *field)
{
  gsize n = field->n_bytes;

  if (n > 1 && field->text[n - 1] == '?')
    n--;

  return desk_lexicon_intern (self, field->text, n);
}

static const char *
intern_country (DeskLexicon *self,
                const Field *field)
{
  return field->n_bytes == 2 ? desk_lexicon_intern (self, field->text, 2) : NULL;
}

static gboolean
kind_from_word (const Field *field,
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
    if (field_is (field, kinds[i].word))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* form TAB "open" | "number" | "" */
static void
read_abbreviation (DeskLexicon *self,
                   const Field *fields)
{
  DeskClass classes = DESK_CLASS_ABBREVIATION;

  if (field_is (&fields[1], "open"))
    classes |= DESK_CLASS_OPEN;
  else if (field_is (&fields[1], "number"))
    classes |= DESK_CLASS_OPEN | DESK_CLASS_BEFORE_NUMBER;
  desk_lexicon_add_word (self, fields[0].text, fields[0].n_bytes, classes);
}

/* code TAB name TAB other names TAB nationality, other words for it TAB capital, its other names */
static void
read_country (DeskLexicon *self,
              const Field *fields)
{
  DeskEntry country = { .kind = DESK_ENTITY_KIND_PLACE, .is_country = TRUE };
  DeskEntry people = { .kind = DESK_ENTITY_KIND_GROUP };
  DeskEntry capital = { .kind = DESK_ENTITY_KIND_PLACE, .capital = TRUE };
  Field rest = fields[3], first;

  country.country = people.country = capital.country = intern_country (self, &fields[0]);
  country.name = intern_name (self, &fields[1]);
  add_name (self, fields[1], DESK_CLASS_NAME, country);
  add_names (self, fields[2], DESK_CLASS_NAME, country);

  if (next_value (&rest, &first))
    {
      people.name = intern_name (self, &first);
      add_names (self, fields[3], DESK_CLASS_NAME | DESK_CLASS_NATIONALITY, people);
    }

  rest = fields[4];
  if (next_value (&rest, &first))
    {
      capital.name = intern_name (self, &first);
      add_names (self, fields[4], DESK_CLASS_NAME, capital);
    }
}

/* name TAB country TAB other names TAB word for its people */
static void
read_place (DeskLexicon *self,
            const Field *fields)
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
           const Field *fields)
{
  DeskEntry entry = { .kind = DESK_ENTITY_KIND_PLACE, .capital = TRUE };

  entry.building = field_is (&fields[1], "building");
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
                  const Field *fields)
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
           const Field *fields)
{
  DeskEntry entry = { .kind = DESK_ENTITY_KIND_ORGANISATION };

  entry.name = desk_lexicon_intern (self, fields[0].text, fields[0].n_bytes);
  add_names (self, fields[1], DESK_CLASS_BODY, entry);
}

/* word TAB "last" | "first" | "both" TAB kind */
static void
read_head (DeskLexicon *self,
           const Field *fields)
{
  DeskClass classes = DESK_CLASS_HEAD_LAST;
  DeskEntityKind kind;

  if (field_is (&fields[1], "first"))
    classes = DESK_CLASS_HEAD_FIRST;
  else if (field_is (&fields[1], "both"))
    classes |= DESK_CLASS_HEAD_FIRST;
  if (!kind_from_word (&fields[2], &kind))
    g_error ("The list of head words has a line of no known kind: %.*s", (int) fields[0].n_bytes, fields[0].text);
  desk_lexicon_set_kind (self, desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, classes), kind);
}

static DeskClass
sex_class (const Field *field)
{
  if (field_is (field, "m"))
    return DESK_CLASS_MAN;

  return field_is (field, "f") ? DESK_CLASS_WOMAN : 0;
}

static void
read_given_name (DeskLexicon *self,
                 const Field *fields)
{
  desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, DESK_CLASS_GIVEN_NAME | sex_class (&fields[1]));
}

static void
read_surname (DeskLexicon *self,
              const Field *fields)
{
  DeskClass classes = DESK_CLASS_SURNAME;

  if (field_is (&fields[1], "first"))
    classes |= DESK_CLASS_SURNAME_FIRST;
  desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, classes);
}

static void
read_title (DeskLexicon *self,
            const Field *fields)
{
  desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, DESK_CLASS_TITLE | sex_class (&fields[1]));
}

static void
read_role (DeskLexicon *self,
           const Field *fields)
{
  desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, DESK_CLASS_ROLE | sex_class (&fields[1]));
}

/* class TAB word */
static void
read_words (DeskLexicon *self,
            const Field *fields)
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
    if (field_is (&fields[0], classes[i].word))
      {
        desk_lexicon_add_phrase (self, fields[1].text, fields[1].n_bytes, classes[i].classes);
        return;
      }

  g_error ("The list of words has a line of no known class: %.*s", (int) fields[0].n_bytes, fields[0].text);
}

/* class TAB word */
static void
read_grammar (DeskLexicon *self,
              const Field *fields)
{
  static const struct
  {
    const char *word;
    DeskGrammar grammar;
  } parts[] = {
    { "determiner", DESK_GRAMMAR_DETERMINER },
    { "possessive", DESK_GRAMMAR_POSSESSIVE },
    { "subject", DESK_GRAMMAR_SUBJECT },
    { "object", DESK_GRAMMAR_OBJECT },
    { "preposition", DESK_GRAMMAR_PREPOSITION },
    { "be", DESK_GRAMMAR_BE },
    { "have", DESK_GRAMMAR_HAVE },
    { "do", DESK_GRAMMAR_DO },
    { "modal", DESK_GRAMMAR_MODAL },
    { "not", DESK_GRAMMAR_NOT },
    { "and", DESK_GRAMMAR_AND },
    { "subordinate", DESK_GRAMMAR_SUBORDINATE },
    { "question", DESK_GRAMMAR_QUESTION },
    { "adverb", DESK_GRAMMAR_ADVERB },
    { "time", DESK_GRAMMAR_TIME },
    { "medium", DESK_GRAMMAR_MEDIUM },
    { "number", DESK_GRAMMAR_NUMBER },
    { "people", DESK_GRAMMAR_PEOPLE },
    { "body", DESK_GRAMMAR_BODY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (field_is (&fields[0], parts[i].word))
      {
        desk_lexicon_add_grammar (self, desk_lexicon_add_phrase (self, fields[1].text, fields[1].n_bytes, 0), parts[i].grammar, 0);
        return;
      }

  g_error ("The list of grammar has a line of no known class: %.*s", (int) fields[0].n_bytes, fields[0].text);
}

/* Adds all forms of a verb. */
static void
add_verb (DeskLexicon *self,
          const Field *base,
          const Field *irregular,
          DeskClass classes,
          DeskGrammar grammar,
          DeskTraits traits)
{
  static const DeskGrammar forms[DESK_N_VERB_FORMS] = {
    [DESK_VERB_BASE] = DESK_GRAMMAR_BASE,
    [DESK_VERB_THIRD] = DESK_GRAMMAR_THIRD,
    [DESK_VERB_PAST] = DESK_GRAMMAR_PAST,
    [DESK_VERB_PARTICIPLE] = DESK_GRAMMAR_PARTICIPLE,
    [DESK_VERB_ING] = DESK_GRAMMAR_ING,
  };
  DeskVerb verb;

  if (!desk_inflect (base->text, base->n_bytes, irregular->text, irregular->n_bytes, &verb))
    g_error ("A verb of the word lists is too long: %.*s", (int) base->n_bytes, base->text);
  for (guint i = 0; i < DESK_N_VERB_FORMS; i++)
    {
      DeskGrammar noun = i == DESK_VERB_BASE || i == DESK_VERB_THIRD ? grammar : 0;

      desk_lexicon_add_grammar (self, desk_lexicon_add_phrase (self, verb.forms[i], strlen (verb.forms[i]), classes), forms[i] | noun, traits);
    }
}

/* verb TAB "noun" | "" TAB past;participle */
static void
read_verb (DeskLexicon *self,
           const Field *fields)
{
  add_verb (self, &fields[0], &fields[2], 0, field_is (&fields[1], "noun") ? DESK_GRAMMAR_NOUN : 0, 0);
}

/* verb TAB traits TAB past;participle */
static void
read_cue (DeskLexicon *self,
          const Field *fields)
{
  static const struct
  {
    const char *word;
    DeskTraits trait;
  } known[] = {
    { "apart", DESK_TRAIT_APART },
    { "beside", DESK_TRAIT_BESIDE },
    { "that", DESK_TRAIT_THAT },
    { "clause", DESK_TRAIT_CLAUSE },
    { "whether", DESK_TRAIT_WHETHER },
    { "to", DESK_TRAIT_TO },
    { "doing", DESK_TRAIT_DOING },
    { "whom", DESK_TRAIT_WHOM },
    { "of", DESK_TRAIT_OF },
    { "as", DESK_TRAIT_AS },
    { "name", DESK_TRAIT_NAME },
    { "source", DESK_TRAIT_SOURCE },
    { "sure", DESK_TRAIT_SURE },
    { "weak", DESK_TRAIT_WEAK },
    { "thought", DESK_TRAIT_THOUGHT },
    { "question", DESK_TRAIT_QUESTION },
    { "order", DESK_TRAIT_ORDER },
    { "denial", DESK_TRAIT_DENIAL },
  };
  Field rest = fields[1], value;
  DeskTraits traits = 0;
  DeskGrammar grammar = 0;
  DeskClass classes = DESK_CLASS_CUE;

  while (next_value (&rest, &value))
    {
      DeskTraits trait = 0;

      for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        if (field_is (&value, known[i].word))
          trait = known[i].trait;
      if (field_is (&value, "noun"))
        grammar = DESK_GRAMMAR_NOUN;
      else if (trait == 0)
        g_error ("The list of words of saying has an unknown trait: %.*s", (int) value.n_bytes, value.text);
      traits |= trait;
    }
  if (traits & DESK_TRAIT_SOURCE)
    {
      desk_lexicon_add_grammar (self, desk_lexicon_add_phrase (self, fields[0].text, fields[0].n_bytes, classes), 0, traits);
      return;
    }
  if (!(traits & DESK_TRAIT_SURE))
    classes |= DESK_CLASS_WEAK_CUE;
  add_verb (self, &fields[0], &fields[2], classes, grammar, traits);
}

void
desk_lexicon_load (DeskLexicon *self)
{
  /* First, for the tokeniser of all the others asks for them. */
  read_list (self, "abbreviations.txt", read_abbreviation);
  read_list (self, "words.txt", read_words);
  read_list (self, "grammar.txt", read_grammar);
  read_list (self, "verbs.txt", read_verb);
  read_list (self, "cues.txt", read_cue);
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
