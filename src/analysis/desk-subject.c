/* Who does what a verb says.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-subject.h"

/* How far before the verb somebody is looked for, in tokens. */
#define MAX_CLAUSE 90

/* Words between the subject and its verb: "has since repeatedly". */
#define MAX_VERB_GROUP 12

/* The longest bracket, in tokens. */
#define MAX_BRACKET 16

/* The longest quotation that stands inside a phrase: the “quiet room” committee. */
#define MAX_NICKNAME 4

static gboolean
is_at (const DeskSyntax *syntax,
       guint token,
       const char *words)
{
  return desk_prose_is_one_of (syntax->prose, token, words);
}

static gboolean
is_comma (const DeskSyntax *syntax,
          guint token)
{
  return desk_prose_character (syntax->prose, token) == ',';
}

/* Skips "on Monday", "last week", "in March 2020" before @end. */
static guint
skip_time_before (const DeskSyntax *syntax,
                  guint lower,
                  guint end)
{
  guint i = end;
  gboolean time = FALSE;

  while (i > lower && end - i < 8)
    {
      if (desk_syntax_is_time (syntax, i - 1))
        time = TRUE;
      else if (!desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_NUMBER) &&
               !(time && is_at (syntax, i - 1, " last this next early late earlier that the of ")))
        break;
      i--;
    }
  if (!time)
    return end;
  if (i > lower && is_at (syntax, i - 1, " on in at by during since "))
    i--;

  /* Somebody must stand before it: not "the weekend said". */
  return i > lower && (desk_syntax_is_noun (syntax, i - 1) ||
                       desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_AUXILIARY | DESK_GRAMMAR_ADVERB) || is_comma (syntax, i - 1) ||
                       desk_prose_character (syntax->prose, i - 1) == ')')
           ? i
           : end;
}

/* Skips what stands between the subject and its verb: "has repeatedly", "went on to". */
static guint
skip_verb_group (const DeskSyntax *syntax,
                 guint lower,
                 guint verb)
{
  guint i = verb;

  for (guint n = 0; n < MAX_VERB_GROUP && i > lower; n++)
    {
      guint before = i - 1, time;

      if (syntax->quotation[before] != DESK_NOT_QUOTED || syntax->name[before] != DESK_NO_NAME)
        break;
      if (desk_prose_is (syntax->prose, before, "to"))
        {
          guint from = before;

          i = before;
          while (i > lower && from - i < 4 && syntax->name[i - 1] == DESK_NO_NAME &&
                 (desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_VERB | DESK_GRAMMAR_AUXILIARY | DESK_GRAMMAR_ADVERB) || is_at (syntax, i - 1, " on quick keen able likely eager ready ")) &&
                 !desk_syntax_is (syntax, i - 1, DESK_GRAMMAR_PEOPLE | DESK_GRAMMAR_BODY | DESK_GRAMMAR_SUBJECT))
            i--;
          continue;
        }
      if (desk_syntax_is (syntax, before, DESK_GRAMMAR_AUXILIARY | DESK_GRAMMAR_NOT) ||
          (desk_syntax_is_adverb (syntax, before) && !desk_syntax_is (syntax, before, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_SUBJECT)))
        {
          i--;
          continue;
        }
      time = skip_time_before (syntax, lower, i);
      if (time == i)
        break;
      i = time;
    }

  return i;
}

/* What is set in between commas before a verb: an age, a role, a place, a relative clause. */
static gboolean
is_inserted (const DeskSyntax *syntax,
             guint first,
             guint comma_before)
{
  const DeskGrammar openers = DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_QUESTION | DESK_GRAMMAR_NUMBER | DESK_GRAMMAR_AND;
  guint name_before = comma_before > 0 ? syntax->name[comma_before - 1] : DESK_NO_NAME;

  /* "Usdaw, whose officer, Pauline Lumb, said", "…, after Kole, the mayor, said" */
  if (desk_prose_is (syntax->prose, first, "whose") || desk_syntax_is (syntax, first, DESK_GRAMMAR_SUBORDINATE))
    return FALSE;

  if (desk_syntax_is (syntax, first, openers))
    return TRUE;
  if (desk_syntax_is (syntax, first, DESK_GRAMMAR_PARTICIPLE | DESK_GRAMMAR_ING) && !desk_syntax_is (syntax, first, DESK_GRAMMAR_PEOPLE))
    return TRUE;
  /* "the Planetary Society, a group from Pasadena, said" */
  if (name_before != DESK_NO_NAME && is_at (syntax, first, " a an ") && syntax->name[first] == DESK_NO_NAME)
    return TRUE;
  /* A list of places. */
  if (syntax->name[first] != DESK_NO_NAME && desk_syntax_name (syntax, syntax->name[first])->kind == DESK_ENTITY_KIND_PLACE &&
      name_before != DESK_NO_NAME)
    return TRUE;
  /* "Moss, a teacher in …": the one before is a person, or its age stands there. */
  if (comma_before > 1 && desk_prose_get_token (syntax->prose, comma_before - 1)->kind == DESK_TOKEN_NUMBER && is_comma (syntax, comma_before - 2))
    return TRUE;

  return name_before != DESK_NO_NAME && desk_syntax_name (syntax, name_before)->kind == DESK_ENTITY_KIND_PERSON &&
         desk_prose_get_token (syntax->prose, first)->shape == DESK_SHAPE_LOWER && syntax->name[first] == DESK_NO_NAME;
}

static guint
find_comma_before (const DeskSyntax *syntax,
                   guint lower,
                   guint end)
{
  guint depth = 0;

  for (guint i = end; i > lower && end - i < MAX_CLAUSE; i--)
    {
      gunichar c = desk_prose_character (syntax->prose, i - 1);

      if (syntax->quotation[i - 1] != DESK_NOT_QUOTED)
        continue;
      if (c == ')')
        depth++;
      else if (c == '(' && depth > 0)
        depth--;
      else if (depth == 0 && c == ',' && !(i < end && desk_prose_get_token (syntax->prose, i)->glued))
        return i - 1;
    }

  return G_MAXUINT;
}

/* "Its chairman, Sanusi Bello, said", "the ruling party, Amanat, said": a description with the name
 * of whom it describes. */
static void
read_inserted_name (const DeskSyntax *syntax,
                    guint open,
                    guint comma,
                    DeskPhrase *phrase)
{
  const DeskGrammar others = DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_QUESTION | DESK_GRAMMAR_DETERMINER;

  if (desk_prose_get_token (syntax->prose, open - 1)->shape != DESK_SHAPE_LOWER && !desk_syntax_is (syntax, phrase->first, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE))
    return;
  for (guint i = open + 1; i < comma && desk_prose_get_token (syntax->prose, i)->kind == DESK_TOKEN_WORD && !desk_syntax_is (syntax, i, others); i++)
    {
      const DeskName *name = syntax->name[i] != DESK_NO_NAME ? desk_syntax_name (syntax, syntax->name[i]) : NULL;

      if (name == NULL)
        continue;
      if (name->kind == DESK_ENTITY_KIND_PERSON || (name->kind == DESK_ENTITY_KIND_ORGANISATION && i == open + 1 && name->end == comma))
        {
          phrase->name = syntax->name[i];
          phrase->end = name->end;
        }
      return;
    }
}

/* The subject before what stands between commas: "Moss, 45, a teacher in Leeds, said". */
static gboolean
find_before_insertion (const DeskSyntax *syntax,
                       guint lower,
                       guint comma,
                       DeskPhrase *phrase)
{
  guint open = find_comma_before (syntax, lower, comma);

  /* "Ethel Dobson (SDP), replied" */
  if (open == G_MAXUINT)
    return desk_phrase_before (syntax, lower, comma, phrase) && phrase->name != DESK_NO_NAME &&
           desk_syntax_name (syntax, phrase->name)->kind == DESK_ENTITY_KIND_PERSON && desk_prose_character (syntax->prose, comma - 1) == ')';
  /* A clause of its own is set in nowhere: "the seal failed, said Kole". */
  if (!desk_syntax_is (syntax, open + 1, DESK_GRAMMAR_QUESTION | DESK_GRAMMAR_SUBORDINATE | DESK_GRAMMAR_ING | DESK_GRAMMAR_PARTICIPLE | DESK_GRAMMAR_PREPOSITION) &&
      desk_syntax_has_finite (syntax, open + 1, comma) && !desk_syntax_is (syntax, open + 2, DESK_GRAMMAR_QUESTION))
    {
      gboolean relative = FALSE;

      for (guint i = open + 1; i < comma && !relative; i++)
        relative = is_at (syntax, i, " who which whose that where ");
      if (!relative)
        return FALSE;
    }
  for (guint n = 0; n < 6; n++)
    {
      guint before = find_comma_before (syntax, lower, open);

      if (before == G_MAXUINT || !is_inserted (syntax, before + 1, before))
        break;
      open = before;
    }
  if (!desk_phrase_before (syntax, lower, open, phrase))
    return FALSE;

  /* "Its chairman, Sanusi Bello, speaking from Kano, said" */
  if (phrase->name != DESK_NO_NAME && phrase->first > lower + 1 && is_comma (syntax, phrase->first - 1) &&
      MIN (desk_syntax_name (syntax, phrase->name)->first, desk_syntax_name (syntax, phrase->name)->title) == phrase->first)
    {
      DeskPhrase role;

      if (desk_phrase_before (syntax, lower, phrase->first - 1, &role) && role.name == DESK_NO_NAME &&
          role.end > role.first + 1 && desk_syntax_is (syntax, role.first, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE) &&
          desk_syntax_is (syntax, role.end - 1, DESK_GRAMMAR_PEOPLE))
        phrase->first = role.first;
    }
  if (phrase->name == DESK_NO_NAME)
    read_inserted_name (syntax, open, comma, phrase);

  return TRUE;
}

/* "Pia Kole, head of the mill said": without the comma behind it the role looks like the subject, but
 * a role of one person needs an article to be one. */
static void
read_open_apposition (const DeskSyntax *syntax,
                      guint lower,
                      DeskPhrase *phrase)
{
  guint head = desk_phrase_head (syntax, phrase), comma = phrase->first - 1;
  DeskPhrase person;

  if (phrase->first < lower + 2 || !is_comma (syntax, comma) || phrase->name != DESK_NO_NAME ||
      desk_syntax_is (syntax, phrase->first, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE | DESK_GRAMMAR_NUMBER) ||
      !(desk_prose_classes (syntax->prose, head) & DESK_CLASS_ROLE) || syntax->name[head] != DESK_NO_NAME ||
      g_str_has_suffix (desk_prose_get_word (syntax->prose, desk_prose_get_token (syntax->prose, head)->word)->folded, "s"))
    return;
  if (!desk_phrase_before (syntax, lower, comma, &person) || person.name == DESK_NO_NAME ||
      desk_syntax_name (syntax, person.name)->kind != DESK_ENTITY_KIND_PERSON ||
      (person.first > lower && desk_syntax_is (syntax, person.first - 1, DESK_GRAMMAR_PREPOSITION)))
    return;
  *phrase = person;
}

/**
 * desk_find_clause_start:
 * @first: the start of the sentence
 * @token: a verb
 *
 * Returns: how far back the verb's clause can reach: up to a stop or a quotation
 */
guint
desk_find_clause_start (const DeskSyntax *syntax,
                        guint first,
                        guint token)
{
  guint from = token > first + MAX_CLAUSE ? token - MAX_CLAUSE : first;

  for (guint i = token; i > from; i--)
    {
      /* "Moss & Co. (NYSE: MOSS) said" */
      if (desk_prose_character (syntax->prose, i - 1) == ')')
        {
          guint open = i - 1;

          while (open > from && i - open < MAX_BRACKET && desk_prose_character (syntax->prose, open) != '(')
            open--;
          if (desk_prose_character (syntax->prose, open) == '(')
            {
              i = open + 1;
              continue;
            }
        }
      if (desk_syntax_is_stop (syntax, i - 1) && syntax->quotation[i - 1] == DESK_NOT_QUOTED)
        return i;
      if (syntax->quotation[i - 1] != DESK_NOT_QUOTED)
        {
          const DeskQuoted *quoted = desk_syntax_quoted (syntax, syntax->quotation[i - 1]);

          if (quoted->end - quoted->first > MAX_NICKNAME || quoted->open <= from)
            return i;
          i = quoted->open + 1;
        }
    }

  return from;
}

/**
 * desk_find_subject:
 * @lower: where the clause starts
 * @verb: its first token
 * @phrase: (out): who does it; empty for a shared one
 *
 * Returns: how the subject stands to the verb
 */
DeskSubjectKind
desk_find_subject (const DeskSyntax *syntax,
                   guint lower,
                   guint verb,
                   DeskPhrase *phrase)
{
  guint i = skip_verb_group (syntax, lower, verb);

  *phrase = (DeskPhrase) { .first = verb, .end = verb, .name = DESK_NO_NAME };
  if (i <= lower)
    return DESK_SUBJECT_NONE;
  if (is_at (syntax, i - 1, " who which that ") && syntax->name[i - 1] == DESK_NO_NAME && i - 1 > lower &&
      !(desk_prose_is (syntax->prose, i - 1, "that") && !desk_syntax_is_noun (syntax, i - 2)))
    {
      guint end = i - 1;

      if (is_comma (syntax, end - 1))
        end--;
      /* "Moss, 45, who said" */
      while (end > lower + 1 && desk_prose_get_token (syntax->prose, end - 1)->kind == DESK_TOKEN_NUMBER && is_comma (syntax, end - 2))
        end -= 2;
      if (!desk_phrase_before (syntax, lower, end, phrase))
        return DESK_SUBJECT_NONE;
      /* "Moss, 81, of the Farmers, who said" */
      if (is_at (syntax, i - 1, " who ") &&
          (phrase->name == DESK_NO_NAME || desk_syntax_name (syntax, phrase->name)->kind != DESK_ENTITY_KIND_PERSON) && end < i - 1)
        {
          DeskPhrase person;

          if (find_before_insertion (syntax, lower, end, &person) && person.name != DESK_NO_NAME &&
              desk_syntax_name (syntax, person.name)->kind == DESK_ENTITY_KIND_PERSON)
            *phrase = person;
        }
      return DESK_SUBJECT_RELATIVE;
    }
  if (is_at (syntax, i - 1, " and but or then ") || (is_comma (syntax, i - 1) && i == verb && desk_syntax_is (syntax, verb, DESK_GRAMMAR_ING)))
    return DESK_SUBJECT_SHARED;
  if (is_comma (syntax, i - 1))
    {
      if (!find_before_insertion (syntax, lower, i - 1, phrase))
        return DESK_SUBJECT_NONE;
      read_open_apposition (syntax, lower, phrase);
      return DESK_SUBJECT_OWN;
    }
  if (desk_syntax_is_dash (syntax, i - 1))
    for (guint k = i - 1; k > lower; k--)
      if (desk_syntax_is_dash (syntax, k - 1))
        return desk_phrase_before (syntax, lower, k - 1, phrase) ? DESK_SUBJECT_OWN : DESK_SUBJECT_NONE;

  if (!desk_phrase_before (syntax, lower, i, phrase))
    return DESK_SUBJECT_NONE;
  read_open_apposition (syntax, lower, phrase);

  return DESK_SUBJECT_OWN;
}

/* What a sentence begins with before its subject: "On Monday,", "Asked about it,". */
static guint
skip_adjuncts (const DeskSyntax *syntax,
               guint lower,
               guint upper)
{
  const DeskGrammar openers = DESK_GRAMMAR_SUBORDINATE | DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_ING | DESK_GRAMMAR_PARTICIPLE;
  guint at = lower;

  for (guint n = 0; n < 3 && at < upper; n++)
    {
      guint i = at;

      while (i < upper && (desk_syntax_is (syntax, i, DESK_GRAMMAR_AND) ||
                           (desk_syntax_is_adverb (syntax, i) && !desk_syntax_is (syntax, i, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_SUBJECT)) ||
                           is_comma (syntax, i)))
        i++;
      if (!desk_syntax_is (syntax, i, openers) || desk_syntax_is (syntax, i, DESK_GRAMMAR_PEOPLE | DESK_GRAMMAR_BODY))
        return i;
      while (i < upper && !(is_comma (syntax, i) && !(i + 1 < upper && desk_prose_get_token (syntax->prose, i + 1)->glued)))
        i++;
      if (i >= upper)
        return at;
      at = i + 1;
    }

  return at;
}

/**
 * desk_find_main_subject:
 * @lower: where the clause starts
 * @verb: a verb that shares the subject of the first one
 * @phrase: (out): who does it
 *
 * Returns: whether the clause has a verb with a subject before
 */
gboolean
desk_find_main_subject (const DeskSyntax *syntax,
                        guint lower,
                        guint verb,
                        DeskPhrase *phrase)
{
  guint start = skip_adjuncts (syntax, lower, verb);

  for (guint i = start; i < verb; i++)
    {
      /* A relative clause has a verb of its own. */
      if (is_at (syntax, i, " who which whose where ") && syntax->quotation[i] == DESK_NOT_QUOTED && i > start && is_comma (syntax, i - 1))
        {
          guint comma = i;

          while (comma < verb && !is_comma (syntax, comma))
            comma++;
          if (comma < verb)
            i = comma;
          continue;
        }
      if (desk_syntax_is_finite (syntax, i))
        return desk_find_subject (syntax, start, i, phrase) == DESK_SUBJECT_OWN;
    }

  return FALSE;
}
