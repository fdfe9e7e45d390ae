/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-import-summary.h"

struct _DeskImportSummary
{
  AdwDialog parent_instance;

  GtkLabel *summary;
  GtkNoSelection *failures;
};

G_DEFINE_FINAL_TYPE (DeskImportSummary, desk_import_summary, ADW_TYPE_DIALOG)

static void
desk_import_summary_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_IMPORT_SUMMARY);

  G_OBJECT_CLASS (desk_import_summary_parent_class)->dispose (object);
}

static void
desk_import_summary_class_init (DeskImportSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_import_summary_dispose;

  g_type_ensure (DESK_TYPE_IMPORT_FAILURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-import-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskImportSummary, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskImportSummary, failures);
}

static void
desk_import_summary_init (DeskImportSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
desk_import_summary_new (DeskImportJob *job)
{
  DeskImportSummary *self;
  g_autofree char *text = NULL;

  g_return_val_if_fail (DESK_IS_IMPORT_JOB (job), NULL);

  self = g_object_new (DESK_TYPE_IMPORT_SUMMARY, NULL);
  text = desk_import_summary_dup_text (job);
  gtk_label_set_label (self->summary, text);
  gtk_no_selection_set_model (self->failures, desk_import_job_get_failures (job));

  return ADW_DIALOG (self);
}

char *
desk_import_summary_dup_text (DeskImportJob *job)
{
  g_autoptr (GStrvBuilder) parts = NULL;
  g_auto (GStrv) strings = NULL;
  guint added, duplicates, failed;

  g_return_val_if_fail (DESK_IS_IMPORT_JOB (job), NULL);

  parts = g_strv_builder_new ();
  added = desk_import_job_get_added (job);
  duplicates = desk_import_job_get_duplicates (job);
  failed = g_list_model_get_n_items (desk_import_job_get_failures (job));

  if (desk_import_job_get_cancelled (job))
    /* Translators: first part of a line like “Stopped; 12 articles added, 3 files could not be read”. */
    g_strv_builder_add (parts, _ ("Import stopped"));
  if (added > 0 || (duplicates == 0 && failed == 0))
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u article added", "%u articles added", added), added));
  if (duplicates > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u was already there", "%u were already there", duplicates),
                                                 duplicates));
  if (failed > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u file could not be read", "%u files could not be read", failed),
                                                 failed));

  strings = g_strv_builder_unref_to_strv (g_steal_pointer (&parts));
  return g_strjoinv (_ (", "), strings);
}
