/* Days as a reader names them: "Today", "Tuesday", "Last Week", "February 2023".
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The local day. */
void desk_day_today (GDate *today);
/* Reads the day of an ISO 8601 day or time as it stands there, without a change of zone. */
gboolean desk_day_parse (const char *iso,
                         GDate *day);
void desk_day_from_time (gint64 microseconds,
                         GDate *day);
/* Days with the same number belong under one heading; 0 for an unknown day. */
guint desk_day_get_group (const GDate *day,
                          const GDate *today);
char *desk_day_dup_group_title (const GDate *day,
                                const GDate *today) G_GNUC_WARN_UNUSED_RESULT;
/* As short as it can be told apart: "Today", "Tue", "8 Feb", "8 Feb 2023". */
char *desk_day_dup_short (const GDate *day,
                          const GDate *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
