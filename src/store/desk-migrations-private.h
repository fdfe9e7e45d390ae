/* The numbered steps that bring a library file to the form that this program works on.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-database-private.h"

G_BEGIN_DECLS

/* “NwDk”, in the header of the file. */
#define DESK_MIGRATIONS_APPLICATION_ID 0x4e77446b

typedef struct
{
  int number;
  const char *sql;
} DeskMigration;

/* The shipped steps, sorted, numbered from 1 without gaps. */
GPtrArray *desk_migrations_load (GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of DeskMigration */

/* Brings the open connection from its user_version to the last step. Each step is one transaction; a step that fails
 * leaves the file at the one before. */
gboolean desk_migrations_run (DeskDatabase *database,
                              GPtrArray *migrations,
                              GError **error);

G_END_DECLS
