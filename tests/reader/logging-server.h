/* A web server on a free port that answers everything with an empty page and remembers what was asked for.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GSocketService *service;
  char *address;     /* http://127.0.0.1:PORT */
  GHashTable *kinds; /* set of the paths */
  guint n_connections;
} LoggingServer;

LoggingServer *logging_server_new (void) G_GNUC_WARN_UNUSED_RESULT;
void logging_server_free (LoggingServer *server);
/* Says in the log of the test what came. */
void logging_server_print (LoggingServer *server,
                           const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LoggingServer, logging_server_free)

G_END_DECLS
