/* A session on a library of its own, and waiting for answers.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>

#include "desk-session.h"

typedef struct
{
  char *folder;
  DeskSession *session;
} Fixture;

void          fixture_set_up    (Fixture       *fixture,
                                 gconstpointer  data);
void          fixture_tear_down (Fixture       *fixture,
                                 gconstpointer  data);
/* Closes the library and opens it again, as a restart does. */
void          fixture_restart   (Fixture       *fixture);
/* Imports a text and opens it. */
DeskDocument *fixture_open_text (Fixture       *fixture,
                                 const char    *text);

void          got_result_cb     (GObject       *object,
                                 GAsyncResult  *result,
                                 gpointer       data);
/* Fails the test when nothing comes within ten seconds. */
void          wait_for_result   (GAsyncResult **result);
void          wait_for_job      (DeskImportJob *job);
void          wait_for_analysis (DeskDocument  *document);
void          delete_folder     (const char    *path);

#define wait_until(condition)                                  \
  G_STMT_START                                                 \
  {                                                            \
    gint64 deadline = g_get_monotonic_time () + 20000000;      \
    guint wake = g_timeout_add (20, G_SOURCE_FUNC (wake_cb), NULL); \
    while (!(condition))                                       \
      {                                                        \
        g_assert_cmpint (g_get_monotonic_time (), <, deadline); \
        g_main_context_iteration (NULL, TRUE);                 \
      }                                                        \
    g_source_remove (wake);                                    \
  }                                                            \
  G_STMT_END

gboolean wake_cb (gpointer data);
