/* Printing and PDF export of the article that the pane shows.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-kind.h"
#include "desk-reader-json.h"
#include "desk-reader-print-job.h"
#include "desk-reader-view-private.h"

static int
compare_text (gconstpointer a,
              gconstpointer b)
{
  return desk_annotation_compare_text (*(DeskAnnotation **) a, *(DeskAnnotation **) b);
}

static void
append_note (DeskReaderView *self,
             GString *json,
             DeskAnnotation *annotation)
{
  DeskKind *kind = desk_kind_list_find (self->kinds, desk_annotation_get_kind_id (annotation));

  g_string_append (json, json->str[json->len - 1] == '[' ? "{\"id\":" : ",{\"id\":");
  desk_reader_json_append_string (json, desk_annotation_get_id (annotation));
  g_string_append (json, ",\"kind\":");
  desk_reader_json_append_string (json, kind != NULL ? desk_kind_get_id (kind) : "unknown");
  g_string_append (json, ",\"name\":");
  desk_reader_json_append_string (json, kind != NULL ? desk_kind_get_name (kind) : _ ("Mark"));
  g_string_append (json, ",\"letter\":");
  desk_reader_json_append_string (json, kind != NULL ? desk_kind_get_letter (kind) : "?");
  g_string_append (json, ",\"exact\":");
  desk_reader_json_append_string (json, desk_annotation_get_exact (annotation));
  g_string_append (json, ",\"note\":");
  desk_reader_json_append_string (json, desk_annotation_get_note (annotation));
  g_string_append_c (json, '}');
}

static char *
dup_notes (DeskReaderView *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->annotations, (GCopyFunc) g_object_ref, NULL);
  GString *json = g_string_new ("{\"title\":");

  g_ptr_array_set_free_func (sorted, g_object_unref);
  g_ptr_array_sort (sorted, compare_text);
  /* Translators: headline above the reader's notes at the end of a printed article. */
  desk_reader_json_append_string (json, _ ("Notes"));
  g_string_append (json, ",\"marks\":[");
  for (guint i = 0; i < sorted->len; i++)
    append_note (self, json, g_ptr_array_index (sorted, i));
  g_string_append (json, "]}");

  return g_string_free_and_steal (json);
}

static DeskReaderPrintJob *
new_job (DeskReaderView *self)
{
  char *html = desk_page_writer_dup_page (self->writer, "light font-serif still");
  g_autoptr (GBytes) page = g_bytes_new_take (html, strlen (html));
  g_autofree char *look = desk_reader_look_dup_css (self, TRUE);
  g_autofree char *notes = dup_notes (self);

  return desk_reader_print_job_new (self->context, self->web, page, look, notes);
}

static void
printed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (DeskReaderView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!desk_reader_print_job_run_finish (DESK_READER_PRINT_JOB (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, desk_reader_view_signals[SIGNAL_PRINT_FAILED], 0, error->message);
}

void
desk_reader_view_print (DeskReaderView *self,
                        GtkWindow *parent)
{
  g_autoptr (DeskReaderPrintJob) job = NULL;

  g_return_if_fail (DESK_IS_READER_VIEW (self));

  if (self->writer == NULL)
    return;

  job = new_job (self);
  desk_reader_print_job_run_async (job, NULL, parent, NULL, printed_cb, g_object_ref (self));
}

static void
exported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (desk_reader_print_job_run_finish (DESK_READER_PRINT_JOB (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
desk_reader_view_export_pdf_async (DeskReaderView *self,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (DeskReaderPrintJob) job = NULL;

  g_return_if_fail (DESK_IS_READER_VIEW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, desk_reader_view_export_pdf_async);
  if (self->writer == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no article to export. Open one first."));
      return;
    }

  job = new_job (self);
  desk_reader_print_job_run_async (job, file, NULL, cancellable, exported_cb, g_steal_pointer (&task));
}

gboolean
desk_reader_view_export_pdf_finish (DeskReaderView *self,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_reader_view_export_pdf_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
