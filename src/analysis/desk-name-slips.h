/* Words that are one letter apart.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DESK_NO_SLIP G_MAXUINT

typedef struct _DeskNameSlips DeskNameSlips;

DeskNameSlips *desk_name_slips_new (void) G_GNUC_WARN_UNUSED_RESULT;
void desk_name_slips_free (DeskNameSlips *self);
void desk_name_slips_add (DeskNameSlips *self,
                          const char *word,
                          guint owner);
guint desk_name_slips_find (DeskNameSlips *self,
                            const char *word);

G_END_DECLS
