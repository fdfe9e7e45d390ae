/* The bar of kinds fits beside the text, however narrow the article and however large the text of the desktop.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-kind.h"
#include "desk-marking-bar.h"
#include "ui-fixture.h"

static void
test_fits (void)
{
  static const int widths[] = { 1000, 700, 600, 360 };
  g_autoptr (GListModel) kinds = desk_kind_list_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  const GdkRectangle line = { 40, 60, 100, 20 };

  for (guint scale = 1; scale <= 2; scale++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        GtkWidget *window = gtk_window_new (), *bin = adw_bin_new ();
        DeskMarkingBar *bar = desk_marking_bar_new (kinds);
        GtkRequisition size;

        g_object_set (settings, "gtk-xft-dpi", (int) (scale * 96 * 1024), NULL);
        gtk_widget_set_parent (GTK_WIDGET (bar), bin);
        gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 500);
        gtk_window_set_child (GTK_WINDOW (window), bin);
        gtk_window_present (GTK_WINDOW (window));
        wait_until (gtk_widget_get_width (bin) == widths[i]);

        desk_marking_bar_set_selection (bar);
        desk_marking_bar_show_at (bar, &line, &line);
        wait_until (gtk_widget_get_mapped (GTK_WIDGET (bar)));
        gtk_widget_get_preferred_size (gtk_popover_get_child (GTK_POPOVER (bar)), NULL, &size);
        g_test_message ("%d at %u %%: %d × %d", widths[i], scale * 100, size.width, size.height);
        g_assert_cmpint (size.width, <, widths[i]);
        /* Where there is room, all stands in one line. */
        if (widths[i] == 1000)
          g_assert_cmpint (size.height, <, 50 * (int) scale);

        gtk_widget_unparent (GTK_WIDGET (bar));
        gtk_window_destroy (GTK_WINDOW (window));
      }
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/marking-bar/fits", test_fits);

  return g_test_run ();
}
