/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-analysis-row.h"

/* Fewer are there before anyone could read a label about it. */
#define MIN_ARTICLES 4
/* Milliseconds between two numbers. Each lays out and paints the window anew, and many articles take a few only. */
#define INTERVAL 200

struct _DeskAnalysisRow
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkProgressBar *progress;
  GtkButton *pause_button;

  GSignalGroup *queue_signals;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (DeskAnalysisRow, desk_analysis_row, ADW_TYPE_BIN)

static void
update_button (DeskAnalysisRow *self,
               gboolean paused)
{
  const char *tooltip = paused ? _ ("Go On Analysing (Shift+Ctrl+P)") : _ ("Pause the Analysis (Shift+Ctrl+P)");

  gtk_button_set_icon_name (self->pause_button, paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause_button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

static void
update_progress (DeskAnalysisRow *self)
{
  g_autoptr (DeskAnalysisQueue) queue = g_signal_group_dup_target (self->queue_signals);
  g_autofree char *text = NULL;
  gboolean paused;
  guint done, total;

  if (queue == NULL || !desk_analysis_queue_get_busy (queue))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  g_object_get (queue, "done", &done, "total", &total, "paused", &paused, NULL);
  /* Once shown it stays to the end. Nothing is counted yet while the total is 0. */
  if (total >= MIN_ARTICLES || (paused && total > 0))
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (paused)
    /* Translators: how many articles were not analysed yet. */
    text = g_strdup_printf (ngettext ("Paused, %u article left", "Paused, %u articles left", total - MIN (done, total)), total - MIN (done, total));
  else
    /* Translators: how many of how many articles were looked through for names. */
    text = g_strdup_printf (ngettext ("Analysing %u of %u", "Analysing %u of %u", total), MIN (done + 1, total), total);
  gtk_label_set_label (self->label, text);
  gtk_progress_bar_set_fraction (self->progress, total > 0 ? (double) done / total : 0);
}

static void
update (DeskAnalysisRow *self)
{
  g_autoptr (DeskAnalysisQueue) queue = g_signal_group_dup_target (self->queue_signals);

  g_clear_handle_id (&self->update_id, g_source_remove);
  update_button (self, queue != NULL && desk_analysis_queue_get_paused (queue));
  update_progress (self);
}

static void
interval_cb (gpointer data)
{
  DeskAnalysisRow *self = data;

  self->update_id = 0;
  update_progress (self);
}

static void
progress_cb (DeskAnalysisRow *self)
{
  if (self->update_id == 0)
    self->update_id = g_timeout_add_once (INTERVAL, interval_cb, self);
}

static void
desk_analysis_row_dispose (GObject *object)
{
  DeskAnalysisRow *self = DESK_ANALYSIS_ROW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->queue_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_ANALYSIS_ROW);

  G_OBJECT_CLASS (desk_analysis_row_parent_class)->dispose (object);
}

static void
desk_analysis_row_class_init (DeskAnalysisRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_analysis_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-analysis-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskAnalysisRow, label);
  gtk_widget_class_bind_template_child (widget_class, DeskAnalysisRow, progress);
  gtk_widget_class_bind_template_child (widget_class, DeskAnalysisRow, pause_button);
}

static void
desk_analysis_row_init (DeskAnalysisRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->queue_signals = g_signal_group_new (DESK_TYPE_ANALYSIS_QUEUE);
  g_signal_group_connect_object (self->queue_signals, "notify::busy", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->queue_signals, "notify::paused", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->queue_signals, "notify::done", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->queue_signals, "notify::total", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

void
desk_analysis_row_set_session (DeskAnalysisRow *self,
                               DeskSession *session)
{
  g_return_if_fail (DESK_IS_ANALYSIS_ROW (self));

  g_signal_group_set_target (self->queue_signals, session ? desk_session_get_analysis_queue (session) : NULL);
  update (self);
}
