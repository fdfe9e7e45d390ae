/* Errors of the model: data from outside that does not fit it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_CORE_ERROR_INVALID, /* stored or foreign data that breaks a rule of the model */
} DeskCoreError;

#define DESK_CORE_ERROR (desk_core_error_quark ())

GQuark desk_core_error_quark (void);

G_END_DECLS
