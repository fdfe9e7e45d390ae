/* Reads the lists of grammar, verbs and words of saying into the lexicon.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-inflect.h"
#include "desk-lexicon-private.h"

/* class TAB word */
void
desk_lexicon_read_grammar (DeskLexicon *self,
                           const DeskListField *fields)
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
    if (desk_list_field_is (&fields[0], parts[i].word))
      {
        desk_lexicon_add_grammar (self, desk_lexicon_add_phrase (self, fields[1].text, fields[1].n_bytes, 0), parts[i].grammar, 0);
        return;
      }

  g_error ("The list of grammar has a line of no known class: %.*s", (int) fields[0].n_bytes, fields[0].text);
}

/* Adds all forms of a verb. */
static void
add_verb (DeskLexicon *self,
          const DeskListField *base,
          const DeskListField *irregular,
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
void
desk_lexicon_read_verb (DeskLexicon *self,
                        const DeskListField *fields)
{
  add_verb (self, &fields[0], &fields[2], 0, desk_list_field_is (&fields[1], "noun") ? DESK_GRAMMAR_NOUN : 0, 0);
}

/* verb TAB traits TAB past;participle */
void
desk_lexicon_read_cue (DeskLexicon *self,
                       const DeskListField *fields)
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
  DeskListField rest = fields[1], value;
  DeskTraits traits = 0;
  DeskGrammar grammar = 0;
  DeskClass classes = DESK_CLASS_CUE;

  while (desk_list_field_next (&rest, &value))
    {
      DeskTraits trait = 0;

      for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        if (desk_list_field_is (&value, known[i].word))
          trait = known[i].trait;
      if (desk_list_field_is (&value, "noun"))
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
