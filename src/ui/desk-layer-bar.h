/* The layers of an article, each shown or hidden by a press: floats over the end of the text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_LAYER_BAR (desk_layer_bar_get_type ())

/* Property: narrow (b), signs instead of words. Its buttons are the actions "article.show-…". */
G_DECLARE_FINAL_TYPE (DeskLayerBar, desk_layer_bar, DESK, LAYER_BAR, GtkWidget)

G_END_DECLS
