/* Finds what stands between quotation marks.
 *
 * An automaton over the marks of one block: straight and curly, single and double, «», »«, „“, ‚‘,
 * 「」, nested in one another. Each mark is first asked whether it can open or close; then one pass
 * with a stack gives each its partner. A mark without one quotes nothing, but for a block that ends
 * in an open quotation while the next one opens with the same mark: the custom for quotations of
 * several paragraphs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-quoted-private.h"

/* A straight single mark is more likely an apostrophe than the partner of one so many tokens back. */
#define MAX_SINGLE 400

typedef enum
{
  MARK_DOUBLE, /* " “ ” `` '' */
  MARK_SINGLE, /* ' ‘ ’ */
  MARK_LOW,    /* „ “ */
  MARK_LOW_SINGLE,
  MARK_ANGLE, /* « » */
  MARK_SMALL_ANGLE,
  MARK_CORNER, /* 「 」 */
  MARK_WHITE_CORNER,
  N_MARKS,
} MarkKind;

typedef struct
{
  guint token;
  gunichar c;
  MarkKind kind;
  guint can_open : 1;
  guint can_close : 1;
  guint apostrophe : 1; /* rather one than a closing mark */
  guint slipped : 1;    /* faces the wrong way, but words of saying stand before it: said," It is safe." */
  guint partner;        /* index of the mark that closes this one; 0 for none */
} Mark;

typedef struct
{
  const DeskProse *prose;
  guint first; /* of the block */
  guint end;
  guint block;
  GArray *marks; /* of Mark */
  GArray *stack; /* of guint: open marks */
  guint n_open[N_MARKS];
  GArray *quoted;
  GArray *closers; /* of DeskQuoteCloser: marks that close what blocks before have opened */
} Automaton;

static const DeskToken *
token_at (const Automaton *self,
          guint token)
{
  return desk_prose_get_token (self->prose, token);
}

static gboolean
glued_before (const Automaton *self,
              guint token)
{
  return token > self->first && token_at (self, token)->glued;
}

static gboolean
glued_after (const Automaton *self,
             guint token)
{
  return token + 1 < self->end && token_at (self, token + 1)->glued;
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x3000 && c <= 0x9FFF;
}

/* What an opening mark may stand right behind. */
static gboolean
is_opener (const Automaton *self,
           guint token)
{
  gunichar c = desk_prose_character (self->prose, token);

  return c == '(' || c == '[' || c == ':' || c == 0x2014 || c == 0x2013 || c == '-' || c == '/' || is_han (c) ||
         token_at (self, token)->kind == DESK_TOKEN_QUOTE;
}

/* 'em, '90s, rock 'n' roll */
static gboolean
is_elision (const Automaton *self,
            guint token)
{
  return !glued_after (self, token) || token_at (self, token + 1)->kind == DESK_TOKEN_NUMBER ||
         desk_prose_is_one_of (self->prose, token + 1, " em tis twas til n cause round bout cos ");
}

/* Which way a mark faces that looks the same on both sides. */
static void
face (const Automaton *self,
      Mark *mark)
{
  gboolean before = glued_before (self, mark->token), after = glued_after (self, mark->token);
  gboolean behind_opener = before && is_opener (self, mark->token - 1);

  mark->can_open = after ? !before || behind_opener : !before;
  mark->can_close = before ? !after || !mark->can_open : !after;
  /* Between two words, or with space on both sides, either is possible. */
  if (before && after && !behind_opener && token_at (self, mark->token - 1)->kind == DESK_TOKEN_PUNCTUATION)
    mark->can_open = TRUE;
  if (behind_opener && after)
    mark->can_close = TRUE;
  if (mark->token == self->first)
    mark->can_close = FALSE;
  if (mark->token + 1 >= self->end)
    mark->can_open = FALSE;
}

static void
face_single (const Automaton *self,
             Mark *mark)
{
  gboolean before = glued_before (self, mark->token), after = glued_after (self, mark->token);
  gboolean word_after = after && token_at (self, mark->token + 1)->kind == DESK_TOKEN_WORD;

  mark->can_open = after && (!before || is_opener (self, mark->token - 1)) && !is_elision (self, mark->token) && mark->c != 0x02BC;
  mark->can_close = before && !word_after && mark->c != 0x2018 && mark->c != '`';
  if (before && is_han (desk_prose_character (self->prose, mark->token - 1)))
    mark->can_close = mark->c != 0x2018;
}

static MarkKind
kind_of (gunichar c,
         guint n_bytes)
{
  switch (c)
    {
    case '\'':
    case '`':
      return n_bytes == 2 ? MARK_DOUBLE : MARK_SINGLE;
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0xFF07:
      return MARK_SINGLE;
    case 0x201A:
      return MARK_LOW_SINGLE;
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

/* A typist’s space may stand on the wrong side of the mark that opens. What nothing is open for cannot
 * be closed, and behind "said," a quotation begins. */
static gboolean
is_slipped (const Automaton *self,
            const Mark *mark)
{
  if (mark->c != '"' || mark->can_open || mark->token < self->first + 2 || !glued_before (self, mark->token))
    return FALSE;

  return desk_prose_character (self->prose, mark->token - 1) == ',' && (desk_prose_classes (self->prose, mark->token - 2) & DESK_CLASS_CUE);
}

static void
read_mark (Automaton *self,
           guint token)
{
  Mark mark = { .token = token, .c = desk_prose_character (self->prose, token) };

  mark.kind = kind_of (mark.c, token_at (self, token)->n_bytes);
  switch (mark.kind)
    {
    case MARK_DOUBLE:
      face (self, &mark);
      /* “so” has the right marks, “so“ is closed by a wrong one. */
      if (mark.c == 0x201C || mark.c == '`')
        {
          mark.can_close = mark.c == 0x201C && glued_before (self, token) && !glued_after (self, token) && !is_opener (self, token - 1);
          mark.can_open = !mark.can_close;
        }
      else if (mark.c == 0x201D)
        mark.can_close = TRUE;
      /* 6" is a measure, unless something is open. */
      if (mark.can_open && glued_before (self, token) && token_at (self, token - 1)->kind == DESK_TOKEN_NUMBER)
        mark.can_open = FALSE;
      mark.slipped = is_slipped (self, &mark);
      break;
    case MARK_SINGLE:
      face_single (self, &mark);
      break;
    case MARK_LOW:
      mark.can_open = TRUE;
      break;
    case MARK_LOW_SINGLE:
      mark.can_open = glued_after (self, token) && !glued_before (self, token);
      break;
    case MARK_ANGLE:
    case MARK_SMALL_ANGLE:
      mark.can_open = !(glued_before (self, token) && !glued_after (self, token));
      mark.can_close = TRUE;
      break;
    case MARK_CORNER:
    case MARK_WHITE_CORNER:
      mark.can_open = mark.c == 0x300C || mark.c == 0x300E;
      mark.can_close = !mark.can_open;
      break;
    case N_MARKS:
      g_assert_not_reached ();
    }
  g_array_append_val (self->marks, mark);
}

static Mark *
mark_at (const Automaton *self,
         guint index)
{
  return &g_array_index (self->marks, Mark, index);
}

/* "the workers' vote", "goin' home" inside a single quotation: an apostrophe, if a better mark follows. */
static void
find_apostrophes (Automaton *self)
{
  const Mark *next = NULL; /* the single mark behind */

  for (guint i = self->marks->len; i > 0; i--)
    {
      Mark *mark = mark_at (self, i - 1);
      const char *word;

      if (mark->kind != MARK_SINGLE)
        continue;
      if (mark->can_close && !mark->can_open && mark->token > self->first && mark->token + 1 < self->end &&
          token_at (self, mark->token + 1)->shape == DESK_SHAPE_LOWER && next != NULL && next->can_close && !next->can_open &&
          next->token - mark->token < MAX_SINGLE)
        {
          word = desk_prose_get_word (self->prose, token_at (self, mark->token - 1)->word)->folded;
          mark->apostrophe = g_str_has_suffix (word, "s") || g_str_has_suffix (word, "z") || g_str_has_suffix (word, "in");
        }
      next = mark;
    }
}

/* Which open mark a mark may close. */
static gboolean
closes (const Mark *mark,
        const Mark *open)
{
  switch (open->kind)
    {
    case MARK_LOW:
      return mark->kind == MARK_DOUBLE && mark->c != '`';
    case MARK_LOW_SINGLE:
      return mark->kind == MARK_SINGLE && mark->c != '`';
    case MARK_DOUBLE:
      return mark->kind == MARK_DOUBLE && mark->can_close;
    case MARK_SINGLE:
      return mark->kind == MARK_SINGLE && mark->can_close && !mark->apostrophe && (mark->c == 0x2019 || mark->token - open->token < MAX_SINGLE);
    case MARK_ANGLE:
    case MARK_SMALL_ANGLE:
      return mark->kind == open->kind && (mark->c != open->c || !mark->can_open);
    case MARK_CORNER:
    case MARK_WHITE_CORNER:
      return mark->kind == open->kind && mark->can_close;
    case N_MARKS:
      break;
    }

  return FALSE;
}

static void
pop (Automaton *self)
{
  guint top = g_array_index (self->stack, guint, self->stack->len - 1);

  self->n_open[mark_at (self, top)->kind]--;
  g_array_set_size (self->stack, self->stack->len - 1);
}

/* Closes the nearest open mark that is the partner of one; those inside it lack theirs. A single
 * mark, which may be an apostrophe, ends nothing but what is nearest. */
static gboolean
try_close (Automaton *self,
           guint index)
{
  Mark *mark = mark_at (self, index);
  guint n_candidates;

  switch (mark->kind)
    {
    case MARK_SINGLE:
      {
        Mark *top = self->stack->len > 0 ? mark_at (self, g_array_index (self->stack, guint, self->stack->len - 1)) : NULL;

        if (top == NULL || !closes (mark, top))
          return FALSE;
        top->partner = index;
        pop (self);
        return TRUE;
      }
    case MARK_DOUBLE:
      n_candidates = self->n_open[MARK_DOUBLE] + self->n_open[MARK_LOW];
      break;
    case MARK_LOW:
    case MARK_LOW_SINGLE:
      return FALSE;
    case MARK_ANGLE:
    case MARK_SMALL_ANGLE:
    case MARK_CORNER:
    case MARK_WHITE_CORNER:
      n_candidates = self->n_open[mark->kind];
      break;
    case N_MARKS:
    default:
      g_assert_not_reached ();
    }

  while (n_candidates > 0)
    {
      Mark *top = mark_at (self, g_array_index (self->stack, guint, self->stack->len - 1));
      gboolean related = top->kind == mark->kind || (top->kind == MARK_LOW && mark->kind == MARK_DOUBLE);

      if (closes (mark, top))
        {
          top->partner = index;
          pop (self);
          return TRUE;
        }
      if (related)
        return FALSE;
      pop (self);
    }

  return FALSE;
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

/* The open mark that a block may end in: no mark of its kind has found its partner behind it. */
static guint
find_last_open (Automaton *self)
{
  guint last_pair[N_MARKS] = { 0 };

  for (guint i = 0; i < self->marks->len; i++)
    if (mark_at (self, i)->partner > 0)
      last_pair[mark_at (self, i)->kind] = i + 1;
  for (guint i = 0; i < self->stack->len; i++)
    {
      guint open = g_array_index (self->stack, guint, i);

      if (!mark_at (self, open)->slipped && open >= last_pair[mark_at (self, open)->kind])
        return open;
    }

  return G_MAXUINT;
}

static void
note_closer (Automaton *self)
{
  const Mark *mark = self->marks->len > 0 ? mark_at (self, 0) : NULL;
  DeskQuoteCloser closer = { .block = self->block, .first = self->first };

  if (mark == NULL || mark->token == self->first || mark->kind != MARK_DOUBLE || !mark->can_close || mark->can_open ||
      desk_prose_get_token (self->prose, mark->token - 1)->kind == DESK_TOKEN_NUMBER)
    return;
  closer.token = mark->token;
  g_array_append_val (self->closers, closer);
}

static void
read_block (Automaton *self)
{
  guint covered = 0, last;

  g_array_set_size (self->marks, 0);
  g_array_set_size (self->stack, 0);
  for (guint i = 0; i < N_MARKS; i++)
    self->n_open[i] = 0;
  for (guint i = self->first; i < self->end; i++)
    if (token_at (self, i)->kind == DESK_TOKEN_QUOTE)
      read_mark (self, i);
  find_apostrophes (self);

  for (guint i = 0; i < self->marks->len; i++)
    if (!try_close (self, i) && (mark_at (self, i)->can_open || mark_at (self, i)->slipped))
      {
        g_array_append_val (self->stack, i);
        self->n_open[mark_at (self, i)->kind]++;
      }

  note_closer (self);
  last = find_last_open (self);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = mark_at (self, i);

      if (i < covered)
        continue;
      if (mark->partner > 0)
        {
          add (self, mark->token, mark_at (self, mark->partner)->token, TRUE);
          covered = mark->partner + 1;
        }
      else if (i == last)
        {
          add (self, mark->token, self->end, FALSE);
          break;
        }
    }
}

/**
 * desk_find_quoted:
 *
 * What is quoted inside a quotation stays part of it. Takes linear time.
 *
 * Returns: (transfer full) (element-type DeskQuoted): what is quoted in the story, in text order
 */
GArray *
desk_find_quoted (const DeskProse *prose)
{
  Automaton automaton = {
    .prose = prose,
    .marks = g_array_new (FALSE, FALSE, sizeof (Mark)),
    .stack = g_array_new (FALSE, FALSE, sizeof (guint)),
    .quoted = g_array_new (FALSE, FALSE, sizeof (DeskQuoted)),
    .closers = g_array_new (FALSE, FALSE, sizeof (DeskQuoteCloser)),
  };
  GArray *settled;
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
  settled = desk_settle_quoted (prose, automaton.quoted, automaton.closers);
  g_array_unref (automaton.marks);
  g_array_unref (automaton.stack);
  g_array_unref (automaton.closers);
  g_array_unref (automaton.quoted);

  return settled;
}
