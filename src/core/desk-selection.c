/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-selection.h"

#include <string.h>

/* Marks that come in pairs. One of a kind closes only its own, so that a stray bracket spoils no quotation. */
typedef enum
{
  PAIR_NONE,
  PAIR_ROUND,
  PAIR_SQUARE,
  PAIR_CURLY,
  PAIR_DOUBLE, /* “…” „…“ ”…” */
  PAIR_SINGLE, /* ‘…’ ‚…‘ ’…’ */
  PAIR_GUILLEMET,
  PAIR_ANGLE, /* ‹…› */
  PAIR_STRAIGHT_DOUBLE,
  PAIR_STRAIGHT_SINGLE,
  PAIR_CORNER, /* 「…」 */
  PAIR_WHITE_CORNER,
  PAIR_LENTICULAR,
  PAIR_TITLE, /* 《…》 */
  PAIR_SMALL_TITLE,
} Pair;

#define N_PAIRS (PAIR_SMALL_TITLE + 1)

typedef enum
{
  SIDE_OPENS,
  SIDE_CLOSES,
  SIDE_EITHER, /* the text around it tells */
} Side;

static const struct
{
  gunichar ch;
  Pair pair;
  Side side;
} paired[] = {
  { '(', PAIR_ROUND, SIDE_OPENS },
  { ')', PAIR_ROUND, SIDE_CLOSES },
  { 0xff08, PAIR_ROUND, SIDE_OPENS },
  { 0xff09, PAIR_ROUND, SIDE_CLOSES },
  { '[', PAIR_SQUARE, SIDE_OPENS },
  { ']', PAIR_SQUARE, SIDE_CLOSES },
  { '{', PAIR_CURLY, SIDE_OPENS },
  { '}', PAIR_CURLY, SIDE_CLOSES },
  { 0x201e, PAIR_DOUBLE, SIDE_OPENS },
  { 0x201c, PAIR_DOUBLE, SIDE_EITHER },
  { 0x201d, PAIR_DOUBLE, SIDE_EITHER },
  { 0x201a, PAIR_SINGLE, SIDE_OPENS },
  { 0x2018, PAIR_SINGLE, SIDE_EITHER },
  { 0x2019, PAIR_SINGLE, SIDE_EITHER },
  { 0xab, PAIR_GUILLEMET, SIDE_EITHER },
  { 0xbb, PAIR_GUILLEMET, SIDE_EITHER },
  { 0x2039, PAIR_ANGLE, SIDE_EITHER },
  { 0x203a, PAIR_ANGLE, SIDE_EITHER },
  { '"', PAIR_STRAIGHT_DOUBLE, SIDE_EITHER },
  { '\'', PAIR_STRAIGHT_SINGLE, SIDE_EITHER },
  { 0x300c, PAIR_CORNER, SIDE_OPENS },
  { 0x300d, PAIR_CORNER, SIDE_CLOSES },
  { 0x300e, PAIR_WHITE_CORNER, SIDE_OPENS },
  { 0x300f, PAIR_WHITE_CORNER, SIDE_CLOSES },
  { 0x3010, PAIR_LENTICULAR, SIDE_OPENS },
  { 0x3011, PAIR_LENTICULAR, SIDE_CLOSES },
  { 0x300a, PAIR_TITLE, SIDE_OPENS },
  { 0x300b, PAIR_TITLE, SIDE_CLOSES },
  { 0x3008, PAIR_SMALL_TITLE, SIDE_OPENS },
  { 0x3009, PAIR_SMALL_TITLE, SIDE_CLOSES },
};

typedef struct
{
  const char *text; /* of the whole version */
  const char *text_end;
  const char *block; /* where the block that the passage starts in begins */
  const char *start;
  const char *end;
  GHashTable *unmatched; /* pointers to marks without a partner in the passage */
} Passage;

static Pair
get_pair (gunichar ch,
          Side *side)
{
  for (guint i = 0; i < G_N_ELEMENTS (paired); i++)
    if (paired[i].ch == ch)
      {
        *side = paired[i].side;
        return paired[i].pair;
      }

  return PAIR_NONE;
}

static gunichar
char_before (const Passage *passage,
             const char *p)
{
  return p > passage->text ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';
}

static gunichar
char_after (const Passage *passage,
            const char *p)
{
  p = g_utf8_next_char (p);

  return p < passage->text_end ? g_utf8_get_char (p) : ' ';
}

static gboolean
is_one_of (gunichar ch,
           const gunichar *set)
{
  for (; *set != 0; set++)
    if (*set == ch)
      return TRUE;

  return FALSE;
}

static gboolean
is_word (gunichar ch)
{
  return g_unichar_isalnum (ch) || g_unichar_ismark (ch);
}

/* “don’t”, “rock ’n’ roll” and “the ’90s” have no quotation marks in them. */
static gboolean
is_apostrophe (const Passage *passage,
               const char *p,
               Pair pair)
{
  gunichar after;

  if (pair != PAIR_STRAIGHT_SINGLE && (pair != PAIR_SINGLE || g_utf8_get_char (p) != 0x2019))
    return FALSE;

  after = char_after (passage, p);

  return g_unichar_isdigit (after) || (is_word (char_before (passage, p)) && is_word (after));
}

/* For a mark that opens in one language and closes in another. */
static gboolean
opens (const Passage *passage,
       const char *p,
       gunichar ch,
       gboolean any_open)
{
  static const gunichar stops[] = { '.', ',', ';', ':', '!', '?', 0x2026, 0 };
  gboolean opens_by_custom = ch == 0x201c || ch == 0x2018 || ch == 0xab || ch == 0x2039;
  gunichar before = char_before (passage, p);

  if (any_open)
    return FALSE;
  if (opens_by_custom)
    return TRUE;

  /* ”så” and »so« open with what closes elsewhere. */
  return !g_unichar_isspace (char_after (passage, p)) &&
         (g_unichar_isspace (before) || (g_unichar_ispunct (before) && !is_one_of (before, stops)));
}

/* A quotation that is open where the passage starts, such as in “the players’ |union’|”. */
static gboolean
is_open_before (const Passage *passage,
                Pair pair)
{
  guint n_open = 0;

  for (const char *p = passage->block; p < passage->start; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      Side side;

      if (get_pair (ch, &side) != pair || is_apostrophe (passage, p, pair))
        continue;
      if (opens (passage, p, ch, n_open > 0))
        n_open++;
      else if (n_open > 0)
        n_open--;
    }

  return n_open > 0;
}

/* An apostrophe at the end of a word looks like a quotation mark: “the players’”. */
static gboolean
ends_word (const Passage *passage,
           const char *p,
           Pair pair)
{
  return (pair == PAIR_SINGLE || pair == PAIR_STRAIGHT_SINGLE) && is_word (char_before (passage, p)) &&
         !is_open_before (passage, pair);
}

static void
match (Passage *passage)
{
  GPtrArray *open[N_PAIRS];
  /* Looked up once a pair at most, for it reads back to the start of the block. */
  const char *last_word_end[N_PAIRS] = { NULL };

  passage->unmatched = g_hash_table_new (NULL, NULL);
  for (guint pair = 0; pair < N_PAIRS; pair++)
    open[pair] = g_ptr_array_new ();

  for (const char *p = passage->start; p < passage->end; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      Side side = SIDE_EITHER;
      Pair pair = get_pair (ch, &side);
      GPtrArray *stack = open[pair];

      if (pair == PAIR_NONE || is_apostrophe (passage, p, pair))
        continue;

      if (side == SIDE_OPENS || (side == SIDE_EITHER && opens (passage, p, ch, stack->len > 0)))
        g_ptr_array_add (stack, (gpointer) p);
      else if (stack->len > 0)
        g_ptr_array_set_size (stack, stack->len - 1);
      else
        {
          g_hash_table_add (passage->unmatched, (gpointer) p);
          last_word_end[pair] = p;
        }
    }

  for (guint pair = 0; pair < N_PAIRS; pair++)
    {
      for (guint i = 0; i < open[pair]->len; i++)
        g_hash_table_add (passage->unmatched, g_ptr_array_index (open[pair], i));
      g_ptr_array_unref (open[pair]);
      if (last_word_end[pair] != NULL && ends_word (passage, last_word_end[pair], pair))
        g_hash_table_remove (passage->unmatched, last_word_end[pair]);
    }
}

static gboolean
is_space (gunichar ch)
{
  return g_unichar_isspace (ch) || ch == 0x200b || ch == 0x2060 || ch == 0xfeff;
}

/* What joins parts of a sentence belongs to neither. */
static gboolean
is_separator (const Passage *passage,
              const char *p)
{
  static const gunichar separators[] = {
    ',', ';', ':', 0x3001, 0xff0c, 0xff1b, 0xff1a, 0x60c, 0x61b, /* comma, semicolon, colon; CJK; Arabic */
    0x2013, 0x2014, 0x2015, 0x2022, 0xb7, 0x30fb, 0              /* dashes, bullets */
  };
  gunichar ch = g_utf8_get_char (p);

  if (ch == '-')
    return !is_word (char_before (passage, p)) && !is_word (char_after (passage, p));

  return is_one_of (ch, separators);
}

/* It ends a sentence before the passage; but “.5” and “...” start with a point of their own. */
static gboolean
is_foreign_end (const Passage *passage,
                const char *p)
{
  static const gunichar ends[] = { '.', '!', '?', 0x3002, 0xff01, 0xff1f, 0x61f, 0x6d4, 0x964, 0 };
  gunichar ch = g_utf8_get_char (p);
  gunichar after = char_after (passage, p);

  return is_one_of (ch, ends) && (ch >= 0x80 || (!is_word (after) && after != '.'));
}

static void
trim_spaces (Passage *passage)
{
  while (passage->start < passage->end && is_space (g_utf8_get_char (passage->start)))
    passage->start = g_utf8_next_char (passage->start);
  while (passage->start < passage->end && is_space (g_utf8_get_char (g_utf8_prev_char (passage->end))))
    passage->end = g_utf8_prev_char (passage->end);
}

static void
trim_punctuation (Passage *passage)
{
  while (passage->start < passage->end)
    {
      const char *p = passage->start;

      if (!is_space (g_utf8_get_char (p)) && !is_separator (passage, p) && !is_foreign_end (passage, p) &&
          !g_hash_table_contains (passage->unmatched, p))
        break;
      passage->start = g_utf8_next_char (p);
    }

  while (passage->start < passage->end)
    {
      const char *p = g_utf8_prev_char (passage->end);

      if (!is_space (g_utf8_get_char (p)) && !is_separator (passage, p) &&
          !g_hash_table_contains (passage->unmatched, p))
        break;
      passage->end = p;
    }
}

static guint
align_up (DeskText *text,
          guint code_point)
{
  return desk_text_align_grapheme (text, code_point) == code_point ? code_point : desk_text_next_grapheme (text, code_point);
}

/**
 * desk_selection_trim:
 * @version: a version
 * @start: (inout): first code point of the selection
 * @end: (inout): code point after the last
 *
 * Takes from a selection what a hand catches by accident: white space at its ends, brackets and quotation marks there
 * without their partner in the selection, and commas, dashes and the like. What ends a sentence stays at the end, for
 * it may belong to an abbreviation. A selection of nothing but punctuation keeps it. Ends that are in the wrong order
 * are swapped, those beyond the text moved to its end, and no grapheme is split: the selection grows to its borders.
 *
 * Returns: %TRUE if there is something left; otherwise both ends are the same
 */
gboolean
desk_selection_trim (DeskVersion *version,
                     guint *start,
                     guint *end)
{
  DeskText *text;
  Passage passage;
  const char *utf8;
  guint from;
  guint to;

  g_return_val_if_fail (DESK_IS_VERSION (version), FALSE);
  g_return_val_if_fail (start != NULL && end != NULL, FALSE);

  text = desk_version_get_text (version);
  utf8 = desk_text_get_utf8 (text);
  from = MIN (MIN (*start, *end), desk_text_get_length (text));
  to = MIN (MAX (*start, *end), desk_text_get_length (text));
  *start = *end = from;
  if (from == to)
    return FALSE;

  from = desk_text_align_grapheme (text, from);
  to = align_up (text, to);

  passage.text = utf8;
  passage.text_end = utf8 + desk_text_get_n_bytes (text);
  passage.start = utf8 + desk_text_get_byte_offset (text, from);
  passage.end = utf8 + desk_text_get_byte_offset (text, to);
  trim_spaces (&passage);
  if (passage.start == passage.end)
    return FALSE;

  from = desk_text_get_code_point (text, passage.start - utf8);
  to = desk_text_get_code_point (text, passage.end - utf8);
  passage.block = utf8 + desk_text_get_byte_offset (text, desk_version_get_block (version, desk_version_find_block (version, from))->start);

  match (&passage);
  trim_punctuation (&passage);
  g_hash_table_unref (passage.unmatched);

  if (passage.start < passage.end)
    {
      from = desk_text_get_code_point (text, passage.start - utf8);
      to = desk_text_get_code_point (text, passage.end - utf8);
    }

  *start = desk_text_align_grapheme (text, from);
  *end = align_up (text, to);

  return TRUE;
}
