/* Text of an article begins at the side where its language begins, whatever the direction of the interface.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on the label stands at the side where the text of `leader` begins; that can be the label itself. */
void desk_text_side_follow (GtkLabel *label,
                            GtkLabel *leader);
/* The same for a box of small labels and signs, which are turned round together. */
void desk_text_side_turn (GtkBox *line,
                          GtkLabel *leader);

G_END_DECLS
