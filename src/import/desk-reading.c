/* What a format gives: the pieces of the article and its metadata.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reading.h"

/* A field is a line, not a novel. */
#define MAX_FIELD 4000

DeskReading *
desk_reading_new (void)
{
  DeskReading *self = g_new0 (DeskReading, 1);

  self->draft = desk_draft_new ();
  self->warnings = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
desk_reading_free (DeskReading *self)
{
  for (guint i = 0; i < DESK_N_FIELDS; i++)
    g_free (self->fields[i].value);
  g_strfreev (self->authors);
  g_ptr_array_unref (self->warnings);
  desk_draft_free (self->draft);
  g_free (self);
}

/**
 * desk_reading_set:
 * @value: (nullable): the value; %NULL and empty ones change nothing
 *
 * Sets a field that nothing better has set yet: the first of equal confidence stays.
 */
void
desk_reading_set (DeskReading *self,
                  DeskField field,
                  const char *value,
                  DeskOrigin origin,
                  DeskConfidence confidence)
{
  DeskReadingField *slot = &self->fields[field];
  g_autofree char *stripped = NULL;

  if (value == NULL)
    return;
  stripped = g_strstrip (g_utf8_strlen (value, -1) > MAX_FIELD ? g_utf8_substring (value, 0, MAX_FIELD) : g_strdup (value));
  if (*stripped == '\0' || (slot->value != NULL && slot->confidence >= confidence))
    return;

  g_free (slot->value);
  slot->value = g_steal_pointer (&stripped);
  slot->origin = origin;
  slot->confidence = confidence;
}

const char *
desk_reading_get (DeskReading *self,
                  DeskField field)
{
  return self->fields[field].value;
}

/**
 * desk_reading_set_authors:
 * @authors: (transfer full): the persons who wrote the article
 */
void
desk_reading_set_authors (DeskReading *self,
                          char **authors)
{
  g_strfreev (self->authors);
  self->authors = authors;
}

void
desk_reading_warn (DeskReading *self,
                   const char *warning)
{
  g_ptr_array_add (self->warnings, g_strdup (warning));
}
