/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "xdotool.h"

#include <string.h>

#include "reader-fixture.h"

static int origin_x, origin_y;

void
xdotool_run (const char *format,
             ...)
{
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);

  words = g_strsplit (line, " ", -1);
  g_ptr_array_add (argv, (gpointer) "xdotool");
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, words[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  fixture_run (12);
}

void
xdotool_find_origin (void)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());
  g_autofree char *output = NULL;
  const char *x, *y;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                              "xdotool", "search", "--sync", "--onlyvisible", "--pid", pid, "windowfocus", "getwindowgeometry", "--shell", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  x = strstr (output, "X=");
  y = strstr (output, "Y=");
  g_assert_true (x != NULL && y != NULL);
  origin_x = atoi (x + 2);
  origin_y = atoi (y + 2);
  g_test_message ("the window is at %d, %d", origin_x, origin_y);
}

void
xdotool_move (double x,
              double y)
{
  /* Four small steps: one jump alone is not taken for a motion by everything. */
  for (int step = 3; step >= 0; step--)
    xdotool_run ("mousemove %d %d", origin_x + (int) x + step, origin_y + (int) y);
}

void
xdotool_drag (double from_x,
              double from_y,
              double to_x,
              double to_y)
{
  xdotool_move (from_x, from_y);
  xdotool_run ("mousedown 1");
  for (int step = 1; step <= 12; step++)
    xdotool_run ("mousemove %d %d",
                 origin_x + (int) (from_x + (to_x - from_x) * step / 12),
                 origin_y + (int) (from_y + (to_y - from_y) * step / 12));
  fixture_run (30);
  xdotool_run ("mouseup 1");
}

void
xdotool_click (double x,
               double y,
               guint n,
               guint button)
{
  xdotool_move (x, y);
  xdotool_run ("click --repeat %u --delay 40 %u", n, button);
}
