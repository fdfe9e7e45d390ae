/* Where the note of a mark is written; what was typed is stored when it closes and after each pause.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-document.h"

G_BEGIN_DECLS

#define DESK_TYPE_NOTE_POPOVER (desk_note_popover_get_type ())

/* Signal: "saved" ()   a changed note is on disk */
G_DECLARE_FINAL_TYPE (DeskNotePopover, desk_note_popover, DESK, NOTE_POPOVER, GtkPopover)

DeskNotePopover *desk_note_popover_new (GListModel *kinds) G_GNUC_WARN_UNUSED_RESULT;
/* Opens it for a mark; the place is in coordinates of the parent. */
void desk_note_popover_edit (DeskNotePopover *self,
                             DeskDocument *document,
                             const char *annotation_id,
                             const GdkRectangle *place);
/* Stores what was typed and closes. */
void desk_note_popover_finish (DeskNotePopover *self);
/* NULL while it is closed. */
const char *desk_note_popover_get_id (DeskNotePopover *self);

G_END_DECLS
