/* Memory of one parsed page: taken in pieces, given back as a whole, with a limit on size and time.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-html-arena.h"

#define FIRST_CHUNK (64 * 1024)
#define MAX_CHUNK (4 * 1024 * 1024)
#define ALIGNMENT 16

/* gumbo has no limits of its own, and some pages take it quadratic time: the clock is asked every so many calls. */
#define TICKS 256

typedef struct _Chunk Chunk;

struct _Chunk
{
  Chunk *next;
  char padding[ALIGNMENT - sizeof (Chunk *)];
};

struct _DeskHtmlArena
{
  DeskImportGuard *guard;
  Chunk *chunks;
  char *free; /* the next free byte of the newest chunk */
  gsize left;
  gsize chunk_size;
  gsize total;
  guint calls;
  gboolean is_sealed;
  jmp_buf jump;
};

DeskHtmlArena *
desk_html_arena_new (DeskImportGuard *guard)
{
  DeskHtmlArena *self = g_new0 (DeskHtmlArena, 1);

  self->guard = guard;
  self->chunk_size = FIRST_CHUNK;

  return self;
}

void
desk_html_arena_free (DeskHtmlArena *self)
{
  while (self->chunks != NULL)
    {
      Chunk *chunk = self->chunks;

      self->chunks = chunk->next;
      g_free (chunk);
    }
  g_free (self);
}

jmp_buf *
desk_html_arena_jump (DeskHtmlArena *self)
{
  return &self->jump;
}

/**
 * desk_html_arena_seal:
 *
 * Says that the code that was jumped out of is done: from now on nothing may be allocated.
 */
void
desk_html_arena_seal (DeskHtmlArena *self)
{
  self->is_sealed = TRUE;
}

/**
 * desk_html_arena_alloc:
 *
 * Allocates, or jumps to desk_html_arena_jump(): the caller is a parser that cannot be told to stop.
 */
void *
desk_html_arena_alloc (void *data,
                       size_t size)
{
  DeskHtmlArena *self = data;
  char *result;

  g_assert (!self->is_sealed);

  if (++self->calls % TICKS == 0 && desk_import_guard_is_due (self->guard))
    longjmp (self->jump, DESK_HTML_ARENA_LATE);
  if (size > self->guard->limits->max_tree_bytes)
    longjmp (self->jump, DESK_HTML_ARENA_FULL);

  size = (size + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);
  if (size > self->left)
    {
      gsize chunk_size = MAX (self->chunk_size, size + sizeof (Chunk));
      Chunk *chunk;

      if (self->total + chunk_size > self->guard->limits->max_tree_bytes)
        longjmp (self->jump, DESK_HTML_ARENA_FULL);
      chunk = g_malloc (chunk_size);
      chunk->next = self->chunks;
      self->chunks = chunk;
      self->total += chunk_size;
      self->free = (char *) chunk + sizeof (Chunk);
      self->left = chunk_size - sizeof (Chunk);
      self->chunk_size = MIN (self->chunk_size * 2, MAX_CHUNK);
    }

  result = self->free;
  self->free += size;
  self->left -= size;

  return result;
}

void
desk_html_arena_drop (void *data,
                      void *memory)
{
  /* All goes at once, with the arena. */
}
