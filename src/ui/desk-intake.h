/* What was dropped or pasted: files, an address, or text and HTML to make an article of.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DESK_TYPE_INTAKE (desk_intake_get_type ())

G_DECLARE_FINAL_TYPE (DeskIntake, desk_intake, DESK, INTAKE, GObject)

/* What of it is there; the first that is set counts. */
GListModel *desk_intake_get_files (DeskIntake *self);      /* of GFile; nullable */
const char *desk_intake_get_address (DeskIntake *self);    /* of the web; nullable */
GBytes *desk_intake_get_bytes (DeskIntake *self);          /* nullable */
const char *desk_intake_get_media_type (DeskIntake *self); /* of the bytes */

/* What can be taken; a drop target offers the same. */
GdkContentFormats *desk_intake_dup_formats (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_intake_can_read (GdkContentFormats *formats);

/* `source` is a GdkDrop or a GdkClipboard. */
void desk_intake_read_async (GObject *source,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
DeskIntake *desk_intake_read_finish (GAsyncResult *result,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For tests, and the part that needs no display: sorts text into an address, files or an article. */
DeskIntake *desk_intake_new_for_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
DeskIntake *desk_intake_new_for_html (GBytes *html) G_GNUC_WARN_UNUSED_RESULT;
DeskIntake *desk_intake_new_for_files (GSList *files) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
