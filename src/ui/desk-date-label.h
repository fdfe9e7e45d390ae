/* Dates as the analysis and the library keep them, in words of the reader's language.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An EDTF value with ISO weeks, a time, an interval or a duration: "2023-02-07" becomes
 * “Tuesday, 7 February 2023”. What is not understood comes back as it is; NULL gives NULL. */
char *desk_date_label_dup (const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* An instant in microseconds since 1970, with the time of day, in the local time zone. */
char *desk_date_label_dup_instant (gint64 microseconds) G_GNUC_WARN_UNUSED_RESULT;
/* A day that the reader typed (2023-02-08, 8.2.2023, 2/8/2023 only where it is not ambiguous, or a day
 * in words of the locale) as an ISO day; NULL where it is none. */
char *desk_date_label_parse (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
/* A month in words of the locale as "2021-06"; NULL where a day is named too, or no month. */
char *desk_date_label_parse_month (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
