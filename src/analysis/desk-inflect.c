/* The forms of English verbs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-inflect.h"

#include <string.h>

static gboolean
is_vowel (char c)
{
  return strchr ("aeiou", c) != NULL;
}

/* A short last syllable doubles its consonant: plan, planned; admit, admitted. */
static gboolean
doubles (const char *word,
         gsize n)
{
  static const char *const stressed[] = { "admit", "commit", "submit", "permit", "omit", "remit", "rebut", "refer", "prefer", "confer", "infer", "defer", "regret", "compel", "expel", "propel", "repel", "control", "patrol", "occur", "incur", "recur", "deter", "equip", "begin", "forget", "upset", "rebel", "transfer", "quiz" };
  guint n_vowels = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (stressed); i++)
    if (strlen (stressed[i]) == n && memcmp (stressed[i], word, n) == 0)
      return TRUE;
  if (n < 3 || is_vowel (word[n - 1]) || strchr ("wxy", word[n - 1]) != NULL || !is_vowel (word[n - 2]) || is_vowel (word[n - 3]))
    {
      /* In "quip" the u is no vowel. */
      if (!(n > 3 && word[n - 3] == 'u' && word[n - 4] == 'q' && !is_vowel (word[n - 1]) && is_vowel (word[n - 2])))
        return FALSE;
    }
  for (gsize i = 0; i < n; i++)
    n_vowels += is_vowel (word[i]) && !(word[i] == 'u' && i > 0 && word[i - 1] == 'q');

  return n_vowels == 1;
}

static void
put (char *out,
     const char *word,
     gsize n,
     gboolean doubled,
     const char *ending,
     const char *rest)
{
  g_snprintf (out, DESK_MAX_VERB, "%.*s%.*s%s%s", (int) n, word, doubled ? 1 : 0, word + n - 1, ending, rest);
}

/**
 * desk_inflect:
 * @base: the verb as a dictionary has it, with its particle: "point out"; lower-case ASCII
 * @n_bytes: its length
 * @irregular: past and participle with ";" between them, or both in one; may be empty
 * @n_irregular: its length
 * @verb: (out): its forms, the particle behind each
 *
 * Returns: whether the forms have room
 */
gboolean
desk_inflect (const char *base,
              gsize n_bytes,
              const char *irregular,
              gsize n_irregular,
              DeskVerb *verb)
{
  const char *space = memchr (base, ' ', n_bytes);
  gsize n = space != NULL ? (gsize) (space - base) : n_bytes;
  char rest[DESK_MAX_VERB] = "";
  const char *third = "s", *past = "ed";
  gsize n_third = n, n_past = n, n_ing = n;
  gboolean doubled;
  char last, before;

  if (n < 2 || n_bytes + 8 >= DESK_MAX_VERB || n_irregular + n_bytes + 8 >= DESK_MAX_VERB)
    return FALSE;
  memcpy (rest, base + n, n_bytes - n);
  last = base[n - 1];
  before = base[n - 2];
  doubled = doubles (base, n);

  if (last == 'y' && !is_vowel (before))
    {
      third = "ies";
      past = "ied";
      n_third = n_past = n - 1;
    }
  else if (strchr ("sxzo", last) != NULL || (last == 'h' && strchr ("sc", before) != NULL))
    third = "es";
  if (last == 'e')
    {
      past = "d";
      if (before != 'e' && before != 'o' && n > 2)
        n_ing = n - 1;
    }

  put (verb->forms[DESK_VERB_BASE], base, n, FALSE, "", rest);
  put (verb->forms[DESK_VERB_THIRD], base, n_third, doubled && last == 'z', third, rest);
  put (verb->forms[DESK_VERB_PAST], base, n_past, doubled, past, rest);
  /* lie, lying */
  if (last == 'e' && before == 'i')
    put (verb->forms[DESK_VERB_ING], base, n - 2, FALSE, "ying", rest);
  else
    put (verb->forms[DESK_VERB_ING], base, n_ing, doubled, "ing", rest);

  if (n_irregular > 0)
    {
      const char *semicolon = memchr (irregular, ';', n_irregular);
      gsize n_first = semicolon != NULL ? (gsize) (semicolon - irregular) : n_irregular;

      put (verb->forms[DESK_VERB_PAST], irregular, n_first, FALSE, "", rest);
      if (semicolon != NULL)
        put (verb->forms[DESK_VERB_PARTICIPLE], semicolon + 1, n_irregular - n_first - 1, FALSE, "", rest);
    }
  if (n_irregular == 0 || memchr (irregular, ';', n_irregular) == NULL)
    memcpy (verb->forms[DESK_VERB_PARTICIPLE], verb->forms[DESK_VERB_PAST], DESK_MAX_VERB);

  return TRUE;
}
