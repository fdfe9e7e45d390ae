/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-undo-toast.h"

AdwToast *
desk_undo_toast_new (const char *title,
                     DeskLibrary *library)
{
  AdwToast *toast;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (DESK_IS_LIBRARY (library), NULL);

  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (library, "notify::undo-name", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);

  return toast;
}
