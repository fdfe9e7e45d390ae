/* Counts in the calendar, and writes days, weeks, months and lengths as EDTF and ISO 8601 have them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-parser.h"

G_BEGIN_DECLS

int desk_season_month (int season);
gboolean desk_year_is_good (int year);
gboolean desk_day_set (GDate *day,
                       int year,
                       int month,
                       int day_of_month);
void desk_day_move (GDate *day,
                    DeskUnit unit,
                    int amount);
void desk_day_floor (GDate *day,
                     DeskUnit unit);
void desk_day_set_week (GDate *day,
                        int year,
                        int week);
char *desk_format_period (const GDate *first,
                          DeskUnit unit,
                          int season) G_GNUC_WARN_UNUSED_RESULT;
char *desk_format_day (const GDate *day) G_GNUC_WARN_UNUSED_RESULT;
char *desk_format_length (DeskUnit unit,
                          DeskAmount count,
                          DeskUnit more_unit,
                          DeskAmount more) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
