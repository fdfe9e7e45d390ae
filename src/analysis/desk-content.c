/* What is said: the words that follow words of saying.
 *
 *   told reporters on Monday that the mill was safe, according to …
 *   cue  whom      when      └──── content ───────┘
 *
 * What a verb takes says its line in cues.txt.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-content-private.h"

#include "desk-phrase.h"

/* How far behind the words of saying the content may start, in tokens. */
#define MAX_START 30

/* The longest bracket, in tokens. */
#define MAX_BRACKET 16

static gboolean
is_at (const DeskSyntax *syntax,
       guint token,
       const char *words)
{
  return desk_prose_is_one_of (syntax->prose, token, words);
}

static gboolean
starts_phrase (const DeskSyntax *syntax,
               guint token)
{
  if (desk_syntax_is (syntax, token, DESK_GRAMMAR_DETERMINER | DESK_GRAMMAR_POSSESSIVE | DESK_GRAMMAR_SUBJECT | DESK_GRAMMAR_NUMBER))
    return TRUE;
  if (desk_syntax_is (syntax, token, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_AND | DESK_GRAMMAR_AUXILIARY))
    return FALSE;

  return desk_syntax_is_noun (syntax, token) || desk_syntax_is (syntax, token, DESK_GRAMMAR_PARTICIPLE | DESK_GRAMMAR_ADVERB) ||
         desk_prose_get_token (syntax->prose, token)->kind == DESK_TOKEN_SYMBOL;
}

static DeskTraits
preposition_at (const DeskSyntax *syntax,
                guint token)
{
  if (!desk_syntax_is (syntax, token, DESK_GRAMMAR_PREPOSITION))
    return 0;
  if (desk_prose_is (syntax->prose, token, "of"))
    return DESK_TRAIT_OF;

  return desk_prose_is (syntax->prose, token, "as") ? DESK_TRAIT_AS : 0;
}

/* "that the mill was safe", not "that mill", "that". */
static gboolean
is_conjunction (const DeskSyntax *syntax,
                guint that,
                guint upper,
                gboolean beside)
{
  if (beside && that + 3 < upper && desk_prose_get_token (syntax->prose, that + 1)->kind != DESK_TOKEN_PUNCTUATION &&
      !desk_syntax_is (syntax, that + 1, DESK_GRAMMAR_AND | DESK_GRAMMAR_TIME | DESK_GRAMMAR_AUXILIARY))
    return TRUE;
  if (that + 1 >= upper || desk_prose_get_token (syntax->prose, that + 1)->kind == DESK_TOKEN_PUNCTUATION)
    return that + 2 < upper && desk_prose_character (syntax->prose, that + 1) == ',';

  return desk_is_clause (syntax, that + 1, upper) || desk_syntax_opens_quotation (syntax, that + 1);
}

/* Where a token stands to whom the words are said to. */
typedef enum
{
  WHOM_NONE,   /* nobody is spoken to */
  WHOM_STILL,  /* somebody may still come */
  WHOM_BEFORE, /* somebody stands before it */
} Whom;

/* What a token starts that words of saying with these traits take. */
static DeskContentKind
read_marker (const DeskSyntax *syntax,
             const DeskCue *cue,
             guint token,
             guint upper,
             Whom whom)
{
  DeskTraits traits = cue->traits;
  DeskTraits preposition;

  if (token >= upper)
    return DESK_CONTENT_NONE;
  /* What is only seen as something says nothing: "saw “The Long Road”". */
  if (desk_syntax_opens_quotation (syntax, token))
    return (traits & (DESK_TRAIT_APART | DESK_TRAIT_BESIDE | DESK_TRAIT_THAT | DESK_TRAIT_NAME)) ||
               is_at (syntax, token - 1, " as of ")
             ? DESK_CONTENT_QUOTE
             : DESK_CONTENT_NONE;
  if (syntax->name[token] == DESK_NO_NAME)
    {
      if (desk_prose_is (syntax->prose, token, "that") && (traits & DESK_TRAIT_THAT) && is_conjunction (syntax, token, upper, TRUE))
        return DESK_CONTENT_MARKED;
      /* "asked people who had read it" asks nothing. */
      if (desk_syntax_is (syntax, token, DESK_GRAMMAR_QUESTION) && (traits & DESK_TRAIT_WHETHER) && token + 1 < upper &&
          !(whom == WHOM_BEFORE && is_at (syntax, token, " who whom which whose where when ")))
        return DESK_CONTENT_MARKED;
      if (desk_syntax_is (syntax, token, DESK_GRAMMAR_QUESTION) && (traits & DESK_TRAIT_THAT) &&
          is_at (syntax, token, " how why what ") && desk_is_clause (syntax, token + 1, upper))
        return DESK_CONTENT_MARKED;
      if (desk_prose_is (syntax->prose, token, "to") && (traits & DESK_TRAIT_TO) &&
          (desk_syntax_is (syntax, token + 1, DESK_GRAMMAR_BASE | DESK_GRAMMAR_ADVERB) || is_at (syntax, token + 1, " be have do ") ||
           (token + 1 < upper && syntax->grammar[token + 1] == 0 && syntax->name[token + 1] == DESK_NO_NAME &&
            desk_prose_get_token (syntax->prose, token + 1)->shape == DESK_SHAPE_LOWER)))
        return DESK_CONTENT_MARKED;
      if (desk_syntax_is (syntax, token, DESK_GRAMMAR_NOT) && desk_prose_is (syntax->prose, token + 1, "to") && (traits & DESK_TRAIT_TO))
        return DESK_CONTENT_MARKED;
      preposition = preposition_at (syntax, token);
      if (preposition & traits)
        return token + 1 < upper && !desk_syntax_is_time (syntax, token + 1) ? DESK_CONTENT_MARKED : DESK_CONTENT_NONE;
      if ((traits & DESK_TRAIT_DOING) && desk_syntax_is (syntax, token, DESK_GRAMMAR_ING) && whom != WHOM_BEFORE)
        return DESK_CONTENT_MARKED;
    }
  /* "a race that the company says was settled" */
  if ((traits & DESK_TRAIT_CLAUSE) && token == cue->end && desk_syntax_is (syntax, token, DESK_GRAMMAR_AUXILIARY) &&
      desk_syntax_is_finite (syntax, token) && !desk_syntax_is (syntax, token, DESK_GRAMMAR_DO))
    return DESK_CONTENT_CLAUSE;
  if (!starts_phrase (syntax, token))
    return DESK_CONTENT_NONE;
  /* "said nothing and left" */
  if (whom == WHOM_STILL)
    return DESK_CONTENT_NONE;
  if (is_at (syntax, token, " nothing little so yes no much goodbye sorry something ") &&
      !desk_syntax_is_finite (syntax, token + 1) && !is_at (syntax, token, " so no "))
    return DESK_CONTENT_NONE;
  if ((traits & DESK_TRAIT_CLAUSE) && desk_is_clause (syntax, token, upper))
    return DESK_CONTENT_CLAUSE;

  return DESK_CONTENT_NONE;
}

static guint
skip_bracket (const DeskSyntax *syntax,
              guint token,
              guint upper)
{
  if (desk_prose_character (syntax->prose, token) == '(')
    for (guint i = token + 1; i < MIN (upper, token + MAX_BRACKET); i++)
      if (desk_prose_character (syntax->prose, i) == ')')
        return i + 1;

  return token;
}

/* Whom the words are said to: "reporters", "the crowd of about 120". Returns its end. */
static guint
skip_addressee (const DeskSyntax *syntax,
                const DeskCue *cue,
                guint first,
                guint upper)
{
  DeskPhrase phrase;
  guint end;

  if (desk_syntax_is (syntax, first, DESK_GRAMMAR_OBJECT | DESK_GRAMMAR_SUBJECT) && syntax->name[first] == DESK_NO_NAME)
    return first + 1;
  if (!desk_phrase_after (syntax, first, upper, &phrase))
    return first;
  end = skip_bracket (syntax, phrase.end, upper);
  /* "accused the minister of lying" */
  for (guint i = first + 1; i < end; i++)
    if (preposition_at (syntax, i) & cue->traits)
      return i;
  /* "told MPs prices would rise" */
  if (desk_syntax_is_finite (syntax, end))
    for (guint i = first; i + 1 < end; i++)
      if (desk_syntax_is (syntax, i, DESK_GRAMMAR_PEOPLE) ||
          (syntax->name[i] != DESK_NO_NAME && desk_syntax_name (syntax, syntax->name[i])->end == i + 1))
        return i + 1;

  return end;
}

/* What stands before "that" where it goes on with words of saying rather than with a noun. */
static gboolean
ends_circumstance (const DeskSyntax *syntax,
                   guint token)
{
  gunichar c = desk_prose_character (syntax->prose, token);

  return c == ',' || c == ')' || syntax->name[token] != DESK_NO_NAME || desk_syntax_is_time (syntax, token) ||
         desk_syntax_is (syntax, token, DESK_GRAMMAR_MEDIUM | DESK_GRAMMAR_ADVERB | DESK_GRAMMAR_NUMBER);
}

/* Looks on for "that" or a quotation behind what is set in between. */
static guint
find_late_marker (const DeskSyntax *syntax,
                  const DeskCue *cue,
                  guint first,
                  guint upper)
{
  for (guint i = first; i < MIN (upper, cue->end + MAX_START); i++)
    {
      if ((desk_syntax_opens_quotation (syntax, i) && read_marker (syntax, cue, i, upper, WHOM_NONE) == DESK_CONTENT_QUOTE) ||
          (desk_prose_is (syntax->prose, i, "that") && (cue->traits & DESK_TRAIT_THAT) && ends_circumstance (syntax, i - 1) && is_conjunction (syntax, i, upper, TRUE)))
        return i;
      /* "called the village, on which she had worked, “a tent”" */
      if ((cue->traits & DESK_TRAIT_NAME) && desk_prose_character (syntax->prose, i) == ',' &&
          (desk_syntax_is (syntax, i + 1, DESK_GRAMMAR_QUESTION) || desk_syntax_is (syntax, i + 2, DESK_GRAMMAR_QUESTION)))
        {
          guint close = i + 1;

          while (close < MIN (upper, cue->end + MAX_START) && desk_prose_character (syntax->prose, close) != ',')
            close++;
          i = close;
          continue;
        }
      if (desk_syntax_is_stop (syntax, i) && desk_prose_character (syntax->prose, i) != ':')
        break;
      /* "accused the owners, Stone & Co., of lying", "ordered everybody west of it to leave" */
      if ((preposition_at (syntax, i) & cue->traits & DESK_TRAIT_OF) && desk_syntax_is (syntax, i + 1, DESK_GRAMMAR_ING))
        return i;
      if (desk_prose_is (syntax->prose, i, "to") && (cue->traits & DESK_TRAIT_WHOM) && (cue->traits & DESK_TRAIT_TO) &&
          desk_syntax_is (syntax, i + 1, DESK_GRAMMAR_BASE) && i > cue->end)
        return i;
      if (desk_syntax_is_finite (syntax, i) || desk_syntax_is (syntax, i, DESK_GRAMMAR_AND))
        break;
    }

  return upper;
}

/* "called it a mistake", "called the plan an insult": where it is said what something is called. */
static guint
skip_named (const DeskSyntax *syntax,
            guint first,
            guint upper)
{
  guint i = first;

  if (is_at (syntax, first, " it him her them this that these those us me "))
    i = first + 1;
  else
    {
      DeskPhrase phrase;

      if (!desk_phrase_after (syntax, first, upper, &phrase) || !desk_syntax_is (syntax, phrase.end, DESK_GRAMMAR_DETERMINER))
        return upper;
      i = phrase.end;
    }
  if (i >= upper || desk_prose_get_token (syntax->prose, i)->kind != DESK_TOKEN_WORD ||
      desk_syntax_is (syntax, i, DESK_GRAMMAR_PREPOSITION | DESK_GRAMMAR_AND | DESK_GRAMMAR_ADVERB | DESK_GRAMMAR_QUESTION) ||
      desk_syntax_is_time (syntax, i))
    return upper;

  return i;
}

/* A comma or colon before a quotation. */
static guint
skip_mark (const DeskSyntax *syntax,
           guint token)
{
  gunichar c = desk_prose_character (syntax->prose, token);

  return (c == ':' || c == ',') && desk_syntax_opens_quotation (syntax, token + 1) ? token + 1 : token;
}

/* Where the content starts, and with what. */
DeskContentKind
desk_find_content_start (const DeskSyntax *syntax,
                         const DeskCue *cue,
                         guint upper,
                         guint *start)
{
  guint at = cue->end;
  DeskContentKind kind;

  if (at >= upper)
    return DESK_CONTENT_NONE;
  at = skip_mark (syntax, at);
  *start = at;
  kind = read_marker (syntax, cue, at, upper, cue->traits & DESK_TRAIT_WHOM ? WHOM_STILL : WHOM_NONE);
  if (kind != DESK_CONTENT_NONE)
    return kind;

  /* When and where it was said, then to whom, then when again. */
  for (guint n = 0; n < 3; n++)
    {
      guint next = n == 1 && (cue->traits & DESK_TRAIT_WHOM) ? skip_addressee (syntax, cue, at, upper) : desk_skip_circumstances (syntax, at, upper);

      if (next == at)
        continue;
      at = skip_mark (syntax, next);
      kind = read_marker (syntax, cue, at, upper, cue->traits & DESK_TRAIT_WHOM ? (n >= 1 ? WHOM_BEFORE : WHOM_STILL) : WHOM_NONE);
      if (kind != DESK_CONTENT_NONE)
        {
          *start = at;
          return kind;
        }
    }
  /* Nobody is spoken to: "warned the road was closed". */
  if (cue->traits & DESK_TRAIT_WHOM)
    {
      kind = read_marker (syntax, cue, *start, upper, WHOM_NONE);
      if (kind != DESK_CONTENT_NONE)
        return kind;
    }
  at = find_late_marker (syntax, cue, cue->end, upper);
  if (at < upper)
    {
      *start = at;
      return desk_syntax_opens_quotation (syntax, at) ? DESK_CONTENT_QUOTE : DESK_CONTENT_MARKED;
    }
  if (cue->traits & DESK_TRAIT_NAME)
    {
      at = skip_named (syntax, cue->end, upper);
      if (at < upper)
        {
          *start = at;
          return DESK_CONTENT_NAME;
        }
    }

  return DESK_CONTENT_NONE;
}

/* A thing ends where the sentence goes on about who says it: "called it a lamp and left". */
static guint
find_thing_end (const DeskSyntax *syntax,
                guint first,
                guint end,
                gboolean thing)
{
  for (guint i = first + 1; i < end; i++)
    {
      guint next = i + 1;

      if (syntax->quotation[i] != DESK_NOT_QUOTED || syntax->name[i] != DESK_NO_NAME)
        continue;
      if (thing && (desk_prose_character (syntax->prose, i) == ',' || (is_at (syntax, i, " on in at ") && desk_syntax_is_time (syntax, next))))
        return i;
      while (next < end && (desk_syntax_is_adverb (syntax, next) || is_at (syntax, next, " and then ")))
        next++;
      if ((is_at (syntax, i, " and but ") || desk_prose_character (syntax->prose, i) == ',') &&
          desk_syntax_is (syntax, next, DESK_GRAMMAR_PAST) && desk_syntax_is_finite (syntax, next) &&
          !desk_syntax_is (syntax, next, DESK_GRAMMAR_NOUN))
        return i > first + 1 && desk_prose_character (syntax->prose, i - 1) == ',' ? i - 1 : i;
    }

  return end;
}

/**
 * desk_find_content:
 * @cue: words of saying
 * @upper: the end of the sentence
 * @content: (out): what is said
 *
 * Returns: whether what is said follows
 */
gboolean
desk_find_content (const DeskSyntax *syntax,
                   const DeskCue *cue,
                   guint upper,
                   DeskContent *content)
{
  *content = (DeskContent) { .kind = DESK_CONTENT_NONE, .first = cue->end, .end = cue->end };
  content->kind = desk_find_content_start (syntax, cue, upper, &content->first);
  if (content->kind == DESK_CONTENT_NONE)
    return FALSE;
  content->end = desk_find_content_end (syntax, content->first, upper);
  if (content->kind == DESK_CONTENT_NAME ||
      (content->kind == DESK_CONTENT_MARKED && (preposition_at (syntax, content->first) || is_at (syntax, content->first, " to not "))))
    content->end = find_thing_end (syntax, content->first, content->end, content->kind == DESK_CONTENT_NAME);

  return content->end > content->first;
}
