/* Lines of minutes and transcripts that begin with their speaker: "MARSH: The meeting is open."
 *
 * One such line may be anything; so many of them that the labels are persons or come again are a
 * record of who spoke.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-turns.h"

#include "desk-quoted.h"

/* The longest label and stage direction, in tokens. */
#define MAX_LABEL 8
#define MAX_DIRECTION 6

/* So many turns make a record. */
#define MIN_TURNS 3

static gboolean
is_label_word (const DeskProse *prose,
               guint token)
{
  const DeskToken *at = desk_prose_get_token (prose, token);
  gunichar c = desk_prose_character (prose, token);

  if (at->kind == DESK_TOKEN_WORD)
    return at->shape == DESK_SHAPE_UPPER ||
           (desk_token_is_capital (at) && (at->end - at->start <= 3 || (desk_prose_classes (prose, token) & DESK_CLASS_TITLE))) ||
           (at->shape == DESK_SHAPE_MIXED && at->end - at->start > 3);

  return at->kind == DESK_TOKEN_PUNCTUATION && (c == '-' || c == '.');
}

/* The colon behind a label in capitals; 0 where the block begins with none. */
static guint
find_colon (const DeskProse *prose,
            guint first,
            guint end)
{
  gboolean upper = FALSE;

  for (guint i = first; i < MIN (end, first + MAX_LABEL); i++)
    {
      if (desk_prose_character (prose, i) == ':')
        return upper && i > first && i + 1 < end && desk_prose_get_token (prose, i + 1)->kind != DESK_TOKEN_QUOTE ? i : 0;
      if (!is_label_word (prose, i))
        return 0;
      upper |= desk_prose_get_token (prose, i)->shape == DESK_SHAPE_UPPER &&
               desk_prose_get_token (prose, i)->end - desk_prose_get_token (prose, i)->start > 2;
    }

  return 0;
}

/* "(Laughter.)" at the end of a turn is nobody's. */
static guint
skip_direction (const DeskProse *prose,
                guint first,
                guint end)
{
  if (end > first && desk_prose_character (prose, end - 1) == ')')
    for (guint i = end - 1; i > first + 1 && end - i <= MAX_DIRECTION; i--)
      if (desk_prose_character (prose, i - 1) == '(')
        return i - 1;

  return end;
}

static gboolean
holds_person (GArray *names,
              guint first,
              guint end)
{
  guint low = 0, high = names->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (names, DeskName, middle).end <= first)
        low = middle + 1;
      else
        high = middle;
    }

  return low < names->len && g_array_index (names, DeskName, low).first < end && g_array_index (names, DeskName, low).kind == DESK_ENTITY_KIND_PERSON;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DeskQuoted *one = a, *other = b;

  return one->open < other->open ? -1 : one->open > other->open;
}

/* "Q:" and "A:" of an interview. */
static gboolean
is_question_label (const DeskProse *prose,
                   guint first,
                   guint end)
{
  return first + 2 < end && desk_prose_is_one_of (prose, first, " q a question answer ") &&
         desk_token_is_capital (desk_prose_get_token (prose, first)) && desk_prose_character (prose, first + 1) == ':' &&
         desk_prose_get_token (prose, first + 2)->kind != DESK_TOKEN_QUOTE;
}

/* Puts the turns among the quotations; marks inside a turn are part of what is said. */
static void
merge (GArray *quoted,
       GArray *turns)
{
  guint kept = 0, turn = 0;

  for (guint i = 0; i < quoted->len; i++)
    {
      const DeskQuoted *at = &g_array_index (quoted, DeskQuoted, i);

      while (turn < turns->len && g_array_index (turns, DeskQuoted, turn).block < at->block)
        turn++;
      if (turn < turns->len && g_array_index (turns, DeskQuoted, turn).block == at->block)
        continue;
      g_array_index (quoted, DeskQuoted, kept++) = *at;
    }
  g_array_set_size (quoted, kept);
  g_array_append_vals (quoted, turns->data, turns->len);
  g_array_sort (quoted, compare);
}

/**
 * desk_find_turns:
 * @names: (element-type DeskName): in text order
 * @quoted: (element-type DeskQuoted): gets the turns among what stands in quotation marks
 */
void
desk_find_turns (const DeskProse *prose,
                 GArray *names,
                 GArray *quoted)
{
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (DeskQuoted));
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (DeskQuoted));
  g_autoptr (GHashTable) labels = g_hash_table_new (NULL, NULL);
  guint n_sentences = desk_prose_get_n_sentences (prose), n_known = 0;

  for (guint i = 0; i < n_sentences;)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, i);
      DeskQuoted turn = { .block = sentence->block, .turn = TRUE };
      guint first = sentence->first, end = sentence->end;
      gboolean story = sentence->story;
      guint colon;

      for (; i < n_sentences && desk_prose_get_sentence (prose, i)->block == turn.block; i++)
        end = desk_prose_get_sentence (prose, i)->end;
      if (story && is_question_label (prose, first, end))
        {
          turn.open = first + 1;
          turn.first = first + 2;
          turn.end = skip_direction (prose, turn.first, end);
          g_array_append_val (answers, turn);
          continue;
        }
      colon = story ? find_colon (prose, first, end) : 0;
      if (colon == 0)
        continue;
      turn.open = colon;
      turn.first = colon + 1;
      turn.end = skip_direction (prose, colon + 1, end);
      if (holds_person (names, first, colon) || !g_hash_table_add (labels, GUINT_TO_POINTER (desk_prose_get_token (prose, colon - 1)->word)))
        n_known++;
      g_array_append_val (turns, turn);
    }
  if (turns->len >= MIN_TURNS && n_known * 2 >= turns->len)
    merge (quoted, turns);
  if (answers->len >= MIN_TURNS)
    merge (quoted, answers);
}
