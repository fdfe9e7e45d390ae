/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-print-job.h"

#include <glib/gi18n-lib.h>

#include "desk-reader-content.h"
#include "desk-reader-policy.h"
#include "desk-reader-scheme.h"

#define PRINT_URI DESK_READER_PAGES "print"
#define PRINT_PATH "/print"

/* Millimetres; wide enough for the letters of marks. */
#define MARGIN 20.0

struct _DeskReaderPrintJob
{
  GObject parent_instance;

  DeskReaderContext *context;
  WebKitWebView *related;
  WebKitUserContentManager *content;
  WebKitUserStyleSheet *look;
  WebKitWebView *view;
  WebKitPrintOperation *operation;
  GBytes *html;
  char *notes;

  GFile *file; /* nullable */
  GtkWindow *parent;
  GTask *task; /* while it runs */
};

G_DEFINE_FINAL_TYPE (DeskReaderPrintJob, desk_reader_print_job, G_TYPE_OBJECT)

static void
desk_reader_print_job_dispose (GObject *object)
{
  DeskReaderPrintJob *self = DESK_READER_PRINT_JOB (object);

  g_clear_object (&self->operation);
  g_clear_object (&self->view);
  g_clear_pointer (&self->look, webkit_user_style_sheet_unref);
  g_clear_object (&self->content);
  g_clear_object (&self->related);
  g_clear_object (&self->context);
  g_clear_object (&self->file);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->html, g_bytes_unref);

  G_OBJECT_CLASS (desk_reader_print_job_parent_class)->dispose (object);
}

static void
desk_reader_print_job_finalize (GObject *object)
{
  DeskReaderPrintJob *self = DESK_READER_PRINT_JOB (object);

  g_free (self->notes);

  G_OBJECT_CLASS (desk_reader_print_job_parent_class)->finalize (object);
}

static void
desk_reader_print_job_class_init (DeskReaderPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_reader_print_job_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_reader_print_job_finalize;
}

static void
desk_reader_print_job_init (DeskReaderPrintJob *self)
{
}

DeskReaderPrintJob *
desk_reader_print_job_new (DeskReaderContext *context,
                           WebKitWebView *related,
                           GBytes *html,
                           const char *look,
                           const char *notes)
{
  DeskReaderPrintJob *self = g_object_new (DESK_TYPE_READER_PRINT_JOB, NULL);

  self->context = g_object_ref (context);
  g_set_object (&self->related, related);
  self->html = g_bytes_ref (html);
  self->notes = g_strdup (notes);

  self->content = webkit_user_content_manager_new ();
  desk_reader_content_add_style (self->content);
  desk_reader_content_replace_look (self->content, &self->look, look);

  return self;
}

/* The end of a run, whatever way it came to it; the first one counts. */
static void
end (DeskReaderPrintJob *self,
     GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task == NULL)
    return;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
finished_cb (DeskReaderPrintJob *self)
{
  end (self, NULL);
}

static void
failed_cb (DeskReaderPrintJob *self,
           GError *error)
{
  end (self, g_error_new (error->domain, error->code, _ ("The article could not be printed: %s"), error->message));
}

static GtkPageSetup *
new_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  /* The paper of the reader's region. */
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (NULL);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_MM);

  return setup;
}

static void
print (DeskReaderPrintJob *self)
{
  g_autoptr (GtkPageSetup) setup = new_page_setup ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  self->operation = webkit_print_operation_new (self->view);
  webkit_print_operation_set_page_setup (self->operation, setup);
  g_signal_connect_object (self->operation, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->operation, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);

  if (self->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (self->file);

      /* GTK finds its printer of files under the name that it shows in the language of the reader. */
      gtk_print_settings_set_printer (settings, g_dgettext ("gtk40", "Print to File"));
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
      webkit_print_operation_set_print_settings (self->operation, settings);
      webkit_print_operation_print (self->operation);
      return;
    }

  if (webkit_print_operation_run_dialog (self->operation, self->parent) == WEBKIT_PRINT_OPERATION_RESPONSE_CANCEL)
    end (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The dialog was closed"));
}

static void
prepared_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (DeskReaderPrintJob) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (source), result, &error);

  if (value == NULL)
    end (self, g_steal_pointer (&error));
  else if (self->task != NULL)
    print (self);
}

/* The notes are set below the article: on paper there is no margin to click on. */
static void
load_changed_cb (DeskReaderPrintJob *self,
                 WebKitLoadEvent event)
{
  g_autoptr (GBytes) script = NULL;
  g_autoptr (GVariant) arguments = NULL;
  GVariantBuilder builder;

  if (event != WEBKIT_LOAD_FINISHED || self->task == NULL)
    return;

  script = g_resources_lookup_data ("/org/example/NewsDesk/reader/script/print.js", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "json", g_variant_new_string (self->notes));
  arguments = g_variant_ref_sink (g_variant_builder_end (&builder));
  webkit_web_view_call_async_javascript_function (self->view,
                                                  g_bytes_get_data (script, NULL),
                                                  g_bytes_get_size (script),
                                                  arguments,
                                                  DESK_READER_WORLD,
                                                  NULL,
                                                  NULL,
                                                  prepared_cb,
                                                  g_object_ref (self));
}

static gboolean
load_failed_cb (DeskReaderPrintJob *self,
                WebKitLoadEvent event,
                const char *uri,
                GError *error)
{
  end (self, g_error_copy (error));
  return TRUE;
}

static void
terminated_cb (DeskReaderPrintJob *self)
{
  end (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The article could not be printed: its page stopped working. Try again.")));
}

static gboolean
decide_policy_cb (DeskReaderPrintJob *self,
                  WebKitPolicyDecision *decision,
                  WebKitPolicyDecisionType type)
{
  g_autofree char *link = NULL;

  return desk_reader_policy_decide (decision, type, &link);
}

static GBytes *
source_cb (WebKitWebView *view,
           const char *path,
           const char **content_type,
           gpointer user_data,
           GError **error)
{
  DeskReaderPrintJob *self = user_data;

  return g_str_equal (path, PRINT_PATH) ? g_bytes_ref (self->html) : NULL;
}

static void
start (DeskReaderPrintJob *self)
{
  self->view = desk_reader_context_new_view (self->context, self->content, self->related);
  g_object_ref_sink (self->view);
  desk_reader_scheme_set_source (self->view, source_cb, self);
  g_signal_connect_object (self->view, "decide-policy", G_CALLBACK (decide_policy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "load-changed", G_CALLBACK (load_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "load-failed", G_CALLBACK (load_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "web-process-terminated", G_CALLBACK (terminated_cb), self, G_CONNECT_SWAPPED);
  webkit_web_view_load_uri (self->view, PRINT_URI);
}

static void
filter_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (DeskReaderPrintJob) self = user_data;
  WebKitUserContentFilter *filter = desk_reader_context_load_filter_finish (DESK_READER_CONTEXT (source), result, NULL);

  /* As for the pane itself, the other layers stand without it. */
  if (filter != NULL)
    {
      webkit_user_content_manager_add_filter (self->content, filter);
      webkit_user_content_filter_unref (filter);
    }
  start (self);
}

void
desk_reader_print_job_run_async (DeskReaderPrintJob *self,
                                 GFile *file,
                                 GtkWindow *parent,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (DESK_IS_READER_PRINT_JOB (self));
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, desk_reader_print_job_run_async);
  g_set_object (&self->file, file);
  g_set_weak_pointer (&self->parent, parent);
  desk_reader_context_load_filter_async (self->context, cancellable, filter_cb, g_object_ref (self));
}

gboolean
desk_reader_print_job_run_finish (DeskReaderPrintJob *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_reader_print_job_run_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
