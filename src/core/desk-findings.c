/* Quotes, dates and statements: the plain records of an analysis.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-analysis.h"

/**
 * desk_quote_new:
 * @kind: a kind
 *
 * Returns: (transfer full): a quote without parts and speaker, likely
 */
DeskQuote *
desk_quote_new (DeskQuoteKind kind)
{
  DeskQuote *self = g_new0 (DeskQuote, 1);

  self->kind = kind;
  self->parts = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  self->confidence = DESK_CONFIDENCE_LIKELY;

  return self;
}

/**
 * desk_quote_free:
 * @self: (transfer full): a quote
 */
void
desk_quote_free (DeskQuote *self)
{
  g_free (self->speaker);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->insertions, g_array_unref);
  g_free (self->why);
  g_free (self);
}

/**
 * desk_date_new:
 * @span: where it stands
 * @text: the text there
 * @value: (nullable): its value in EDTF; %NULL where it depends on an unknown publication date
 * @type: a type
 *
 * Returns: (transfer full): a date, likely
 */
DeskDate *
desk_date_new (DeskRange span,
               const char *text,
               const char *value,
               DeskDateType type)
{
  DeskDate *self = g_new0 (DeskDate, 1);

  self->span = span;
  self->text = g_strdup (text);
  self->value = g_strdup (value);
  self->type = type;
  self->confidence = DESK_CONFIDENCE_LIKELY;

  return self;
}

/**
 * desk_date_free:
 * @self: (transfer full): a date
 */
void
desk_date_free (DeskDate *self)
{
  g_free (self->text);
  g_free (self->value);
  g_free (self->why);
  g_free (self);
}

/**
 * desk_statement_new:
 * @content: what is said
 *
 * Returns: (transfer full): a statement without speaker and kind, likely
 */
DeskStatement *
desk_statement_new (DeskRange content)
{
  DeskStatement *self = g_new0 (DeskStatement, 1);

  self->content = content;
  self->confidence = DESK_CONFIDENCE_LIKELY;

  return self;
}

/**
 * desk_statement_free:
 * @self: (transfer full): a statement
 */
void
desk_statement_free (DeskStatement *self)
{
  g_free (self->speaker);
  g_free (self->kind);
  g_free (self->why);
  g_free (self);
}
