/* Actions for measurements of how smoothly a window runs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-application.h"

G_BEGIN_DECLS

/* On org.gtk.Actions of the program:
 *   test-frames (b)  begins to measure, asking for a frame at every turn of the clock, or ends; then its state becomes
 *                    lines of a word and numbers of microseconds:
 *                    "frames" the times from one frame to the next,
 *                    "turns" how long each turn of the main loop kept it from the next event, those of a millisecond
 *                    and more,
 *                    "work" the processor time of the main thread in the same turns
 *   test-analysing   its state becomes "done total paused" of the library's analysis, "" while there is none */
void desk_test_frames_add (DeskApplication *application);

G_END_DECLS
