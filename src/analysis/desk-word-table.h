/* Numbers distinct strings: each new one gets the next index, equal ones the same.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DeskWordTable DeskWordTable;

/* Index of no word. */
#define DESK_NO_WORD 0

DeskWordTable *desk_word_table_new (guint expected) G_GNUC_WARN_UNUSED_RESULT;
void desk_word_table_free (DeskWordTable *self);
guint desk_word_table_add (DeskWordTable *self,
                           const char *word,
                           gsize n_bytes);
guint desk_word_table_find (const DeskWordTable *self,
                            const char *word,
                            gsize n_bytes);
const char *desk_word_table_get_word (const DeskWordTable *self,
                                      guint index);
guint desk_word_table_get_size (const DeskWordTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskWordTable, desk_word_table_free)

G_END_DECLS
