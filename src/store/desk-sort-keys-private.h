/* What articles are sorted by, worked out of their headline, source and date.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Code points of a headline's beginning that type-ahead can find. */
#define DESK_SORT_FOLD_LENGTH 24

typedef struct
{
  char *published_day;   /* as written, at most a day; empty: unknown */
  gint64 published_time; /* seconds of the day, -1: unknown */
  char *letter;          /* heading of the headline's section; empty for none */
  GBytes *letter_key;
  GBytes *headline_key; /* begins with letter_key, so that sections are never torn */
  char *headline_fold;
  GBytes *source_key;
} DeskSortKeys;

void desk_sort_keys_init (DeskSortKeys *self,
                          const char *headline,
                          const char *source,
                          const char *published);
void desk_sort_keys_clear (DeskSortKeys *self);

/* Lower case without accents, for type-ahead. */
char *desk_sort_fold (const char *text,
                      guint max_length) G_GNUC_WARN_UNUSED_RESULT;
/* Names the rules that keys are made by; keys of other rules have to be made again. */
char *desk_sort_dup_collation (void) G_GNUC_WARN_UNUSED_RESULT;
/* The local day of a time. */
char *desk_sort_dup_day (gint64 time) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DeskSortKeys, desk_sort_keys_clear)

G_END_DECLS
