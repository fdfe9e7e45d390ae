/* Reads messages of the script. They count as foreign: every field is checked for its type and bounds.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include <jsc/jsc.h>

G_BEGIN_DECLS

/* A whole number from 0 to `max`. */
gboolean  desk_reader_message_get_uint    (JSCValue      *message,
                                           const char    *name,
                                           guint          max,
                                           guint         *value);
gboolean  desk_reader_message_get_boolean (JSCValue      *message,
                                           const char    *name,
                                           gboolean      *value);
/* NULL where the field is no string or longer than `max_bytes`. */
char     *desk_reader_message_dup_string  (JSCValue      *message,
                                           const char    *name,
                                           gsize          max_bytes) G_GNUC_WARN_UNUSED_RESULT;
/* A list [x, y, width, height] in pixels of the page, from its element `offset` on; the result is in
 * pixels of the widget and at least 1 × 1. */
gboolean  desk_reader_message_get_box     (JSCValue      *list,
                                           guint          offset,
                                           double         zoom,
                                           GdkRectangle  *box);

G_END_DECLS
