/* Actions for tests that drive the real program from outside; they exist only with NEWSDESK_TEST=1.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-application.h"

G_BEGIN_DECLS

/* All on org.gtk.Actions of the program:
 *   test-locate (s)  finds a widget in the windows and popovers; "id" is a template id, a CSS name, an
 *                    action name or the text of a label, "a > b" a b within an a; its state becomes "x y width height" in pixels
 *                    of the window, or "" where there is none on screen
 *   test-report      its state becomes a text of "key=value" lines: article, focus, dialog, page, rows,
 *                    selected, title */
void desk_test_actions_add (DeskApplication *application);
/* A line on standard output; "painted" for a page that is on the screen. */
void desk_test_say (const char *word);

G_END_DECLS
