/* A real pointer and real keys, sent by the program xdotool. There is no window manager; a window stands where X put it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a command, separated by single spaces. */
void xdotool_run (const char *format,
                  ...) G_GNUC_PRINTF (1, 2);
/* Finds the window of this process and gives it the keys; the places below are in its coordinates. */
void xdotool_find_origin (void);
void xdotool_move (double x,
                   double y);
void xdotool_drag (double from_x,
                   double from_y,
                   double to_x,
                   double to_y);
void xdotool_click (double x,
                    double y,
                    guint n,
                    guint button);

G_END_DECLS
