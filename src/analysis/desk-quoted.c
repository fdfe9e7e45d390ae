/* Finds what stands between quotation marks.
 *
 * An automaton over the marks of one block: straight and curly, single and double, «», „“, 「」.
 * Marks inside a quotation that are not its own stay inside it. A block that ends in an open
 * quotation, with another one opening the next block, is the custom for quotations of several
 * paragraphs; any other mark without its partner quotes nothing.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-quoted.h"

/* How far the partner of a single mark is looked for. */
#define MAX_SINGLE 120

typedef enum
{
  MARK_NONE,
  MARK_DOUBLE, /* " “ ” `` '' */
  MARK_SINGLE, /* ' ‘ ’ */
  MARK_LOW,    /* „ “ */
  MARK_ANGLE,  /* « » */
  MARK_SMALL_ANGLE,
  MARK_CORNER, /* 「 」 */
  MARK_WHITE_CORNER,
} Mark;

typedef struct
{
  const DeskProse *prose;
  guint first; /* of the block */
  guint end;
  guint block;
  GArray *quoted;
} Automaton;

static Mark
mark_at (const Automaton *self,
         guint token)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);

  if (at->kind != DESK_TOKEN_QUOTE)
    return MARK_NONE;

  switch (desk_prose_character (self->prose, token))
    {
    case '\'':
    case '`':
      return at->n_bytes == 2 ? MARK_DOUBLE : MARK_SINGLE;
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
    case 0xFF07:
      return MARK_SINGLE;
    case 0x201E:
      return MARK_LOW;
    case 0x00AB:
    case 0x00BB:
      return MARK_ANGLE;
    case 0x2039:
    case 0x203A:
      return MARK_SMALL_ANGLE;
    case 0x300C:
    case 0x300D:
      return MARK_CORNER;
    case 0x300E:
    case 0x300F:
      return MARK_WHITE_CORNER;
    default:
      return MARK_DOUBLE;
    }
}

static gboolean
glued_before (const Automaton *self,
              guint token)
{
  return token > self->first && desk_prose_get_token (self->prose, token)->glued;
}

static gboolean
glued_after (const Automaton *self,
             guint token)
{
  return token + 1 < self->end && desk_prose_get_token (self->prose, token + 1)->glued;
}

/* What an opening mark may stand right behind. */
static gboolean
is_opener (const Automaton *self,
           guint token)
{
  gunichar c = desk_prose_character (self->prose, token);

  return c == '(' || c == '[' || c == 0x2014 || c == 0x2013 || c == '-' || c == '/' || desk_prose_get_token (self->prose, token)->kind == DESK_TOKEN_QUOTE;
}

static gboolean
can_open (const Automaton *self,
          guint token,
          Mark mark)
{
  gunichar c = desk_prose_character (self->prose, token);

  switch (c)
    {
    case 0x201D: /* Swedish and Finnish open with the mark that closes */
      return !glued_before (self, token) && glued_after (self, token);
    case 0x2019:
    case 0x300D:
    case 0x300F:
      return FALSE;
    case 0x201C:
    case 0x201E:
    case 0x201A:
    case 0x201B:
    case 0x300C:
    case 0x300E:
      return TRUE;
    case 0x00AB:
    case 0x00BB:
    case 0x2039:
    case 0x203A:
      /* «French» with or without spaces, »German« */
      return !glued_before (self, token) || is_opener (self, token - 1);
    default:
      break;
    }
  if (glued_before (self, token) && !is_opener (self, token - 1))
    return FALSE;
  if (mark == MARK_SINGLE)
    {
      /* 'em, '90s, rock 'n' roll */
      if (!glued_after (self, token) || desk_prose_get_token (self->prose, token + 1)->kind == DESK_TOKEN_NUMBER || desk_prose_is_one_of (self->prose, token + 1, " em tis twas til n cause round bout "))
        return FALSE;
    }

  return token + 1 < self->end;
}

static gboolean
can_close (const Automaton *self,
           guint token,
           Mark open)
{
  gunichar c = desk_prose_character (self->prose, token);
  Mark mark = mark_at (self, token);

  switch (open)
    {
    case MARK_LOW:
      return mark == MARK_DOUBLE;
    case MARK_DOUBLE:
      if (mark != MARK_DOUBLE || c == 0x201C)
        return FALSE;
      /* A straight mark that touches only what follows it opens. */
      return c == 0x201D || glued_before (self, token) || !glued_after (self, token);
    case MARK_SINGLE:
      return mark == MARK_SINGLE && c != 0x2018 && c != 0x201A && glued_before (self, token) && !(glued_after (self, token) && desk_prose_get_token (self->prose, token + 1)->kind == DESK_TOKEN_WORD);
    case MARK_ANGLE:
    case MARK_SMALL_ANGLE:
      return mark == open;
    case MARK_CORNER:
      return c == 0x300D;
    case MARK_WHITE_CORNER:
      return c == 0x300F;
    case MARK_NONE:
      break;
    }

  return FALSE;
}

/* "the workers' vote" inside a single quotation: an apostrophe, if a better mark follows. */
static gboolean
is_apostrophe (const Automaton *self,
               guint token)
{
  gboolean plural = token > 0 && desk_prose_character (self->prose, token) != 0 && g_str_has_suffix (desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, token - 1)->word)->folded, "s");

  if (!plural || token + 1 >= self->end || desk_prose_get_token (self->prose, token + 1)->shape != DESK_SHAPE_LOWER)
    return FALSE;
  for (guint i = token + 1; i < MIN (self->end, token + MAX_SINGLE); i++)
    {
      if (mark_at (self, i) != MARK_SINGLE)
        continue;
      if (can_close (self, i, MARK_SINGLE))
        return TRUE;
      if (can_open (self, i, MARK_SINGLE))
        return FALSE;
    }

  return FALSE;
}

/* The partner of a mark, or the end of the block. */
static guint
find_close (const Automaton *self,
            guint open,
            Mark mark)
{
  guint limit = mark == MARK_SINGLE ? MIN (self->end, open + MAX_SINGLE) : self->end;

  for (guint i = open + 1; i < limit; i++)
    {
      if (desk_prose_get_token (self->prose, i)->kind != DESK_TOKEN_QUOTE)
        continue;
      if (can_close (self, i, mark) && !(mark == MARK_SINGLE && is_apostrophe (self, i)))
        return i;
      /* The same mark opens again: the first one lacks its partner. */
      if (mark_at (self, i) == mark && mark != MARK_SINGLE && can_open (self, i, mark))
        return i;
    }

  return self->end;
}

static void
add (Automaton *self,
     guint open,
     guint end,
     gboolean closed)
{
  DeskQuoted quoted = { .block = self->block, .open = open, .first = open + 1, .end = end, .closed = closed };

  if (quoted.first < quoted.end)
    g_array_append_val (self->quoted, quoted);
}

static void
read_block (Automaton *self)
{
  for (guint i = self->first; i < self->end;)
    {
      Mark mark = mark_at (self, i);
      guint close;

      /* 6" is a measure. */
      if (mark == MARK_NONE || !can_open (self, i, mark) || (mark == MARK_DOUBLE && glued_before (self, i) && desk_prose_get_token (self->prose, i - 1)->kind == DESK_TOKEN_NUMBER))
        {
          i++;
          continue;
        }
      close = find_close (self, i, mark);
      if (close < self->end && can_close (self, close, mark))
        {
          add (self, i, close, TRUE);
          i = close + 1;
        }
      else if (close < self->end)
        i = close;
      else
        {
          if (mark != MARK_SINGLE)
            {
              add (self, i, self->end, FALSE);
              break;
            }
          i++;
        }
    }
}

/* An open quotation counts only where the next block of text opens one as well. */
static void
settle_open (const DeskProse *prose,
             GArray *quoted)
{
  guint kept = 0;
  gboolean open = FALSE;

  for (guint i = 0; i < quoted->len; i++)
    {
      DeskQuoted at = g_array_index (quoted, DeskQuoted, i);

      at.continued = open;
      open = FALSE;
      if (!at.closed)
        {
          const DeskQuoted *next = i + 1 < quoted->len ? &g_array_index (quoted, DeskQuoted, i + 1) : NULL;

          if (next != NULL && next->block == at.block + 1 && next->open == at.end && desk_prose_character (prose, next->open) == desk_prose_character (prose, at.open))
            open = TRUE;
          else if (!at.continued)
            continue;
        }
      g_array_index (quoted, DeskQuoted, kept++) = at;
    }
  g_array_set_size (quoted, kept);
}

/**
 * desk_find_quoted:
 *
 * Returns: (transfer full) (element-type DeskQuoted): what is quoted in the story, in text order
 */
GArray *
desk_find_quoted (const DeskProse *prose)
{
  Automaton automaton = { .prose = prose, .quoted = g_array_new (FALSE, FALSE, sizeof (DeskQuoted)) };
  guint n_sentences = desk_prose_get_n_sentences (prose);

  for (guint i = 0; i < n_sentences;)
    {
      const DeskSentence *sentence = desk_prose_get_sentence (prose, i);
      gboolean story = sentence->story;

      automaton.first = sentence->first;
      automaton.block = sentence->block;
      for (; i < n_sentences && desk_prose_get_sentence (prose, i)->block == automaton.block; i++)
        if (desk_prose_get_sentence (prose, i)->story)
          automaton.end = desk_prose_get_sentence (prose, i)->end;
      if (story)
        read_block (&automaton);
    }
  settle_open (prose, automaton.quoted);

  return automaton.quoted;
}
