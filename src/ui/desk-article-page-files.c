/* What leaves the article page: print, PDF, the original.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-page-private.h"

#include "desk-original.h"

static GtkWindow *
get_window (DeskArticlePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static DeskArticle *
get_article (DeskArticlePage *self)
{
  return self->document ? desk_document_get_article (self->document) : NULL;
}

static void
print_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (self->document != NULL)
    desk_reader_view_print (self->view, get_window (self));
}

static void
show_saved_toast (DeskArticlePage *self,
                  const char *words)
{
  desk_article_page_add_toast (self, adw_toast_new (words));
  desk_article_page_announce (self, words);
}

static void
pdf_written_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (DeskArticlePage) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_reader_view_export_pdf_finish (DESK_READER_VIEW (source), result, &error))
    desk_article_page_report (self, _ ("The PDF could not be written"), error);
  else
    show_saved_toast (self, _ ("PDF written"));
}

static void
pdf_chosen_cb (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (DeskArticlePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    desk_article_page_report (self, _ ("The PDF could not be written"), error);
  else if (self->document != NULL)
    desk_reader_view_export_pdf_async (self->view, file, NULL, pdf_written_cb, g_object_ref (self));
}

static void
export_pdf_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *file_name = NULL;
  const char *headline;

  if (self->document == NULL)
    return;
  headline = desk_article_get_headline (get_article (self));
  file_name = g_strconcat (headline && *headline ? headline : _ ("Article"), ".pdf", NULL);
  g_strdelimit (file_name, "/\\:*?\"<>|\n", '-');
  gtk_file_filter_set_name (filter, _ ("PDF documents"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_dialog_set_title (dialog, _ ("Export as PDF"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_save (dialog, get_window (self), NULL, pdf_chosen_cb, g_object_ref (self));
}

static void
exported_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (DeskArticlePage) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_original_export_finish (result, &error))
    desk_article_page_report (self, _ ("The original could not be exported"), error);
  else
    show_saved_toast (self, _ ("Original exported"));
}

static void
export_chosen_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (DeskArticlePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file == NULL)
    desk_article_page_report (self, _ ("The original could not be exported"), error);
  else if (self->document != NULL)
    desk_original_export_async (desk_session_get_library (self->session), get_article (self), file, NULL, exported_cb,
                                g_object_ref (self));
}

static void
export_original_action (GtkWidget *widget,
                        const char *name,
                        GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file_name = NULL;

  if (self->document == NULL)
    return;
  file_name = desk_original_dup_name (get_article (self));
  gtk_file_dialog_set_title (dialog, _ ("Export Original"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, get_window (self), NULL, export_chosen_cb, g_object_ref (self));
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (DeskArticlePage) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_original_open_finish (result, &error))
    desk_article_page_report (self, _ ("The original could not be opened"), error);
}

static void
show_original_action (GtkWidget *widget,
                      const char *name,
                      GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (self->document != NULL)
    desk_original_open_async (desk_session_get_library (self->session), get_article (self), get_window (self), NULL,
                              opened_cb, g_object_ref (self));
}

typedef struct
{
  DeskArticlePage *page;
  DeskDocument *document;
} Verifying;

static void
verified_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autofree Verifying *verifying = data;
  g_autoptr (DeskArticlePage) self = verifying->page;
  g_autoptr (DeskDocument) document = verifying->document;
  g_autoptr (GError) error = NULL;
  gboolean unchanged;

  if (!desk_original_verify_finish (result, &unchanged, &error))
    desk_article_page_report (self, _ ("The original could not be checked"), error);
  else if (self->document == document && unchanged)
    desk_inspector_set_verified (self->inspector, _ ("Checked: these are the bytes that were imported."), TRUE);
  else if (self->document == document)
    desk_inspector_set_verified (self->inspector,
                                 _ ("The stored bytes are not those that were imported. Restore a backup of the library."), FALSE);
}

static void
verify_original_action (GtkWidget *widget,
                        const char *name,
                        GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  Verifying *verifying;

  if (self->document == NULL)
    return;
  verifying = g_new0 (Verifying, 1);
  verifying->page = g_object_ref (self);
  verifying->document = g_object_ref (self->document);
  desk_original_verify_async (desk_session_get_library (self->session), get_article (self), NULL, verified_cb, verifying);
}

void
desk_article_page_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "article.export-pdf", NULL, export_pdf_action);
  gtk_widget_class_install_action (widget_class, "article.export-original", NULL, export_original_action);
  gtk_widget_class_install_action (widget_class, "article.show-original", NULL, show_original_action);
  gtk_widget_class_install_action (widget_class, "article.verify-original", NULL, verify_original_action);
}
