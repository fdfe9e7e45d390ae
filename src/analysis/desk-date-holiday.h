/* Holidays: their names and their days.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-parser.h"

G_BEGIN_DECLS

guint desk_date_parse_holiday (const DeskDateParser *self,
                               guint token,
                               DeskWhen *when);
gboolean desk_holiday_get_day (int holiday,
                               int year,
                               GDate *day);
gboolean desk_holiday_is_sure (int holiday);
void desk_holiday_get_weekend (int holiday,
                               GDate *first,
                               GDate *last);

G_END_DECLS
