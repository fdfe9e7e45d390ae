/* What the commands of newsdesk-cli share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "desk-session.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_CLI_OK = 0,
  DESK_CLI_SOME_FAILED = 1,
  DESK_CLI_USAGE = 2,
} DeskCliStatus;

/* The option that every command on the library has. */
#define DESK_CLI_LIBRARY_ENTRY(folder) \
  { "library", 0, 0, G_OPTION_ARG_FILENAME, folder, N_ ("Folder of the library, instead of the default one"), N_ ("DIR") }

/* Each takes the arguments after its own name and gives the exit status. */
int desk_cli_read    (int    argc,
                      char **argv);
int desk_cli_analyze (int    argc,
                      char **argv);
int desk_cli_tag     (int    argc,
                      char **argv);
int desk_cli_dates   (int    argc,
                      char **argv);
int desk_cli_import  (int    argc,
                      char **argv);
int desk_cli_list    (int    argc,
                      char **argv);
int desk_cli_search  (int    argc,
                      char **argv);
int desk_cli_show    (int    argc,
                      char **argv);
int desk_cli_said    (int    argc,
                      char **argv);
int desk_cli_rules   (int    argc,
                      char **argv);
int desk_cli_check   (int    argc,
                      char **argv);
int desk_cli_backup  (int    argc,
                      char **argv);

/* Reads the options of a command; prints what is wrong and gives FALSE. */
gboolean     desk_cli_parse           (const char          *command,
                                       const char          *arguments,
                                       const char          *summary,
                                       const GOptionEntry  *entries,
                                       int                  min_arguments,
                                       int                  max_arguments,
                                       int                 *argc,
                                       char              ***argv);
/* One line of JSON on standard output. */
void         desk_cli_print           (JsonNode            *node);
JsonNode    *desk_cli_error_node      (const char          *file,
                                       const char          *code,
                                       const char          *message);
DeskSession *desk_cli_open_session    (const char          *folder);

/* Waiting for one answer in the only main loop that there is. */
void         desk_cli_got_result_cb   (GObject             *object,
                                       GAsyncResult        *result,
                                       gpointer             data);
void         desk_cli_wait            (GAsyncResult       **result);

G_END_DECLS
