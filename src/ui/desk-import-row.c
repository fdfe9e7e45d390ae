/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-import-row.h"

/* One small file is there before anyone could read a label about it. */
#define SHOW_AFTER_MS 350
#define PULSE_MS 120

struct _DeskImportRow
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkProgressBar *progress;
  GtkWidget *cancel;

  DeskImportJob *job;
  guint show_id;
  guint pulse_id;
};

G_DEFINE_FINAL_TYPE (DeskImportRow, desk_import_row, ADW_TYPE_BIN)

static gboolean
pulse_cb (gpointer data)
{
  DeskImportRow *self = data;

  gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
update (DeskImportRow *self)
{
  guint total = desk_import_job_get_total (self->job);
  g_autofree char *text = NULL;
  /* Counting takes time in large folders; a single file has no steps to count. */
  gboolean countable = total > 1;

  if (desk_import_job_get_cancelled (self->job))
    text = g_strdup (_ ("Stopping…"));
  else if (total == 0)
    text = g_strdup (_ ("Looking for files…"));
  else if (total == 1)
    text = g_strdup (_ ("Importing…"));
  else
    /* Translators: how many of how many files were read. */
    text = g_strdup_printf (ngettext ("Importing %u of %u", "Importing %u of %u", total),
                            MIN (desk_import_job_get_done (self->job) + 1, total), total);

  gtk_label_set_label (self->label, text);
  gtk_widget_set_sensitive (self->cancel, !desk_import_job_get_cancelled (self->job));

  if (countable)
    {
      g_clear_handle_id (&self->pulse_id, g_source_remove);
      gtk_progress_bar_set_fraction (self->progress, desk_import_job_get_fraction (self->job));
    }
  else if (self->pulse_id == 0 && gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      self->pulse_id = g_timeout_add (PULSE_MS, pulse_cb, self);
    }
}

static gboolean
show_cb (gpointer data)
{
  DeskImportRow *self = data;

  self->show_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  update (self);

  return G_SOURCE_REMOVE;
}

static void
finished_cb (DeskImportRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);

  if (GTK_IS_BOX (parent))
    gtk_box_remove (GTK_BOX (parent), GTK_WIDGET (self));
}

static void
cancel_cb (DeskImportRow *self)
{
  desk_import_job_cancel (self->job);
}

static void
desk_import_row_dispose (GObject *object)
{
  DeskImportRow *self = DESK_IMPORT_ROW (object);

  g_clear_handle_id (&self->show_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_IMPORT_ROW);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (desk_import_row_parent_class)->dispose (object);
}

static void
desk_import_row_class_init (DeskImportRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_import_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportRow, label);
  gtk_widget_class_bind_template_child (widget_class, DeskImportRow, progress);
  gtk_widget_class_bind_template_child (widget_class, DeskImportRow, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
desk_import_row_init (DeskImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_import_row_new (DeskImportJob *job)
{
  DeskImportRow *self;

  g_return_val_if_fail (DESK_IS_IMPORT_JOB (job), NULL);

  self = g_object_new (DESK_TYPE_IMPORT_ROW, NULL);
  self->job = g_object_ref (job);
  self->show_id = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
  g_signal_connect_object (job, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
