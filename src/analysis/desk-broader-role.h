/* Words that say less of what somebody is: an inspector is an officer.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *desk_broader_role_get (const char *role);

G_END_DECLS
