/* Names of the months in the languages of news.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *desk_month_names_skip (const char *text,
                                   guint *month);

G_END_DECLS
