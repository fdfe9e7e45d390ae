/* Reads days and times of publication, as machines and as people write them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date in a text. */
typedef struct
{
  char value[32]; /* ISO 8601: a day, or a local time with the zone where it was given */
  gsize start;    /* in bytes */
  gsize end;
} DeskDateHit;

char *desk_date_dup_iso (const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *desk_date_dup_from_path (const char *url) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_date_find (const char *text,
                         const char *language,
                         DeskDateHit *hit);
gboolean desk_date_is_line (const char *text,
                            const char *language,
                            DeskDateHit *hit);
gboolean desk_date_is_update (const char *text);
gboolean desk_date_is_plausible (const char *iso);

G_END_DECLS
