/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-text-side.h"

#include "desk-direction.h"

/* A text without letters has the direction of the interface. */
static GtkTextDirection
find_direction (GtkLabel *leader)
{
  switch (desk_direction_of_text (gtk_label_get_text (leader)))
    {
    case DESK_DIRECTION_LEFT_TO_RIGHT:
      return GTK_TEXT_DIR_LTR;
    case DESK_DIRECTION_RIGHT_TO_LEFT:
      return GTK_TEXT_DIR_RTL;
    case DESK_DIRECTION_NONE:
      break;
    }

  return gtk_widget_get_direction (GTK_WIDGET (leader));
}

/* GTK aligns a label by the interface alone, so the text would be set from the right at the left edge. */
static void
align (GtkLabel *label,
       GtkLabel *leader)
{
  gtk_label_set_xalign (label, find_direction (leader) == gtk_widget_get_direction (GTK_WIDGET (label)) ? 0 : 1);
}

static void
align_cb (GtkLabel *label)
{
  align (label, g_object_get_data (G_OBJECT (label), "desk-leader"));
}

void
desk_text_side_follow (GtkLabel *label,
                       GtkLabel *leader)
{
  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (GTK_IS_LABEL (leader));

  g_object_set_data (G_OBJECT (label), "desk-leader", leader);
  g_signal_connect_object (leader, "notify::label", G_CALLBACK (align_cb), label, G_CONNECT_SWAPPED);
  g_signal_connect_object (label, "direction-changed", G_CALLBACK (align_cb), label, G_CONNECT_SWAPPED);
  align (label, leader);
}

static void
turn (GtkBox *line,
      GtkLabel *leader)
{
  GtkTextDirection direction = find_direction (leader);

  gtk_widget_set_direction (GTK_WIDGET (line), direction);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (line)); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_direction (child, direction);
}

static void
turn_cb (GtkBox *line)
{
  turn (line, g_object_get_data (G_OBJECT (line), "desk-leader"));
}

void
desk_text_side_turn (GtkBox *line,
                     GtkLabel *leader)
{
  g_return_if_fail (GTK_IS_BOX (line));
  g_return_if_fail (GTK_IS_LABEL (leader));

  g_object_set_data (G_OBJECT (line), "desk-leader", leader);
  g_signal_connect_object (leader, "notify::label", G_CALLBACK (turn_cb), line, G_CONNECT_SWAPPED);
  g_signal_connect_object (leader, "direction-changed", G_CALLBACK (turn_cb), line, G_CONNECT_SWAPPED);
  turn (line, leader);
}
