/* The ways of writing a date.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-reader.h"

G_BEGIN_DECLS

gboolean desk_date_pattern_is_day (int year,
                                   int month,
                                   int day);
const char *desk_date_pattern_read_number (const char *p,
                                           guint max_digits,
                                           int *value,
                                           guint *n_digits);
const char *desk_date_pattern_read_time (const char *p,
                                         gboolean is_text,
                                         char time[24]);
const char *desk_date_pattern_read (const char *p,
                                    const char *language,
                                    DeskDateHit *hit);

G_END_DECLS
