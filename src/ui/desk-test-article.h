/* Actions for tests about the text of the article that is open.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* On org.gtk.Actions of the program; offsets are code points of the canonical text:
 *   test-text        its state becomes the canonical text, "" while no article is painted
 *   test-where (uu)  its state becomes "x y width height x y width height", the first and the last line of
 *                    a passage in pixels of the window, "" where it is out of view, "?" until it is known
 *   test-show (uu)   scrolls to a passage
 *   test-zoom (d)    enlarges the text
 *   test-select (uu) selects a passage
 *   test-selection   its state becomes "start end", "" without a selection
 *   test-marks       its state becomes a line for each mark: start, end, kind, exact text, note; the
 *                    last two as in an address, separated by spaces */
void desk_test_article_add (GtkApplication *application);

G_END_DECLS
