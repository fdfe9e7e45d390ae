/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-error.h"

G_DEFINE_QUARK (desk - core - error - quark, desk_core_error)
