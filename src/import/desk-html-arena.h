/* Memory of one parsed page: taken in pieces, given back as a whole, with a limit on size and time.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <setjmp.h>

#include "desk-import-guard.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_HTML_ARENA_FINE,
  DESK_HTML_ARENA_FULL,
  DESK_HTML_ARENA_LATE,
} DeskHtmlArenaState;

typedef struct _DeskHtmlArena DeskHtmlArena;

DeskHtmlArena *desk_html_arena_new (DeskImportGuard *guard) G_GNUC_WARN_UNUSED_RESULT;
void desk_html_arena_free (DeskHtmlArena *self);
/* Where allocation jumps to when it must not go on; setjmp() returns the state then. */
jmp_buf *desk_html_arena_jump (DeskHtmlArena *self);
void desk_html_arena_seal (DeskHtmlArena *self);
void *desk_html_arena_alloc (void *self,
                             size_t size);
void desk_html_arena_drop (void *self,
                           void *memory);

G_END_DECLS
