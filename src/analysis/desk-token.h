/* A word, number, mark or sign of a text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_TOKEN_WORD,
  DESK_TOKEN_NUMBER,
  DESK_TOKEN_PUNCTUATION,
  DESK_TOKEN_QUOTE, /* any quotation mark; a lone apostrophe too */
  DESK_TOKEN_SYMBOL,
  DESK_TOKEN_ADDRESS, /* of the web or of mail, @name, #tag */
} DeskTokenKind;

typedef enum
{
  DESK_SHAPE_NONE, /* no letters, or of a script without capitals */
  DESK_SHAPE_LOWER,
  DESK_SHAPE_CAPITAL, /* the first letter only */
  DESK_SHAPE_UPPER,   /* two letters or more, all of them */
  DESK_SHAPE_MIXED,   /* McCain, iPhone */
} DeskShape;

typedef struct
{
  guint start; /* code points, end exclusive */
  guint end;
  guint byte; /* where it starts in the text's UTF-8 */
  guint word; /* index into the words of the prose; 0 before it is read */
  guint16 n_bytes;
  guint kind : 3;    /* DeskTokenKind */
  guint shape : 3;   /* DeskShape */
  guint glued : 1;   /* no white space before it */
  guint newline : 1; /* a line break before it */
} DeskToken;

#define desk_token_at(tokens, index) (&g_array_index ((tokens), DeskToken, (index)))

/* Capitalised in any way. */
#define desk_token_is_capital(token) ((token)->shape >= DESK_SHAPE_CAPITAL)

G_END_DECLS
