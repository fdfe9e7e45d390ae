/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-dialog-focus.h"

/* A dialog that rises from below, as in a narrow window, opens in the second frame after it was mapped, and then moves the
 * focus on from where it was asked to be: to the first row, which Enter would take. */
#define FRAMES 3

static gboolean
tick_cb (GtkWidget *dialog,
         GdkFrameClock *clock,
         gpointer data)
{
  guint *n_frames = data;

  if (++*n_frames < FRAMES)
    return G_SOURCE_CONTINUE;

  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (g_object_get_data (G_OBJECT (dialog), "focus-entry"))));
  return G_SOURCE_REMOVE;
}

static void
map_cb (GtkWidget *dialog)
{
  g_signal_handlers_disconnect_by_func (dialog, map_cb, NULL);
  gtk_widget_add_tick_callback (dialog, tick_cb, g_new0 (guint, 1), g_free);
}

void
desk_dialog_focus_entry (AdwDialog *dialog,
                         GtkEditable *entry)
{
  g_return_if_fail (ADW_IS_DIALOG (dialog));
  g_return_if_fail (GTK_IS_EDITABLE (entry));

  adw_dialog_set_focus (dialog, GTK_WIDGET (entry));
  g_object_set_data (G_OBJECT (dialog), "focus-entry", entry);
  g_signal_connect (dialog, "map", G_CALLBACK (map_cb), NULL);
}
