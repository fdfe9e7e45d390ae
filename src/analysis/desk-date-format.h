/* Writes days, weeks, months and lengths as EDTF and ISO 8601 have them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-resolver.h"

G_BEGIN_DECLS

int desk_season_month (int season);
gboolean desk_year_is_good (int year);
char *desk_format_day (const GDate *day) G_GNUC_WARN_UNUSED_RESULT;
char *desk_format_length (DeskUnit unit,
                          int amount) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_resolution_set_first (DeskResolution *resolution,
                                    int year,
                                    int month,
                                    int day);
void desk_resolution_set_value (DeskResolution *resolution,
                                DeskUnit unit,
                                int season);
void desk_resolution_add_end (DeskResolution *resolution,
                              const DeskWhen *when);

G_END_DECLS
