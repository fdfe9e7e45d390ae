/* What can go wrong with the library on disk.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DESK_LIBRARY_ERROR (desk_library_error_quark ())

typedef enum
{
  DESK_LIBRARY_ERROR_FAILED,
  DESK_LIBRARY_ERROR_NEWER,     /* made by a newer NewsDesk; nothing was touched */
  DESK_LIBRARY_ERROR_DAMAGED,   /* opened read-only where possible */
  DESK_LIBRARY_ERROR_READ_ONLY, /* a change was asked for, but the library is read-only */
  DESK_LIBRARY_ERROR_FULL,      /* no space left */
  DESK_LIBRARY_ERROR_BUSY,      /* another program holds the library */
  DESK_LIBRARY_ERROR_NOT_FOUND,
  DESK_LIBRARY_ERROR_CONFLICT, /* the state that an undo expects is gone */
} DeskLibraryError;

GQuark desk_library_error_quark (void);

G_END_DECLS
