/* What a format gives: the pieces of the article and its metadata.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-draft.h"

G_BEGIN_DECLS

typedef struct
{
  char *value; /* nullable */
  DeskOrigin origin;
  DeskConfidence confidence;
} DeskReadingField;

typedef struct
{
  DeskDraft *draft;
  DeskReadingField fields[DESK_N_FIELDS];
  char **authors;      /* nullable */
  GPtrArray *warnings; /* of char * */
} DeskReading;

DeskReading *desk_reading_new (void) G_GNUC_WARN_UNUSED_RESULT;
void desk_reading_free (DeskReading *self);
void desk_reading_set (DeskReading *self,
                       DeskField field,
                       const char *value,
                       DeskOrigin origin,
                       DeskConfidence confidence);
const char *desk_reading_get (DeskReading *self,
                              DeskField field);
void desk_reading_set_authors (DeskReading *self,
                               char **authors);
void desk_reading_warn (DeskReading *self,
                        const char *warning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskReading, desk_reading_free)

G_END_DECLS
