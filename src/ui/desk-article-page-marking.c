/* Making, picking and changing marks on the article page.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-page-private.h"

#include "desk-kind.h"
#include "desk-undo-toast.h"

/* A note longer than this is worth a longer look at the way back. */
#define LONG_NOTE 40
#define LONG_TOAST 10

typedef struct
{
  DeskArticlePage *page;
  char *kind_id;
  gboolean with_note;
} Making;

static void
making_free (Making *making)
{
  g_object_unref (making->page);
  g_free (making->kind_id);
  g_free (making);
}

/* Selected text, or the place that was found. */
static gboolean
get_passage (DeskArticlePage *self,
             guint *start,
             guint *end)
{
  if (self->view == NULL || self->document == NULL)
    return FALSE;
  if (desk_reader_view_get_selection (self->view, start, end, NULL) && *start < *end)
    return TRUE;
  return desk_find_bar_get_shown (self->find_bar) && desk_reader_view_get_match (self->view, start, end) && *start < *end;
}

DeskAnnotation *
desk_article_page_get_selected_mark (DeskArticlePage *self)
{
  return self->selected && self->document ? desk_document_find_annotation (self->document, self->selected) : NULL;
}

static const char *
get_kind_name (DeskArticlePage *self,
               const char *kind_id)
{
  DeskKind *kind = desk_kind_list_find (self->kinds, kind_id);

  return kind ? desk_kind_get_name (kind) : kind_id;
}

void
desk_article_page_update_marking (DeskArticlePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint start, end;
  gboolean has_passage = get_passage (self, &start, &end);
  gboolean has_mark = desk_article_page_get_selected_mark (self) != NULL;
  gboolean has_marks = self->document != NULL &&
                       g_list_model_get_n_items (desk_document_get_annotations (self->document)) > 0;

  gtk_widget_action_set_enabled (widget, "article.mark", has_passage || has_mark);
  gtk_widget_action_set_enabled (widget, "article.note", has_passage || has_mark);
  gtk_widget_action_set_enabled (widget, "article.copy-with-source", has_passage || has_mark);
  gtk_widget_action_set_enabled (widget, "article.copy", has_passage || has_mark);
  gtk_widget_action_set_enabled (widget, "article.delete-mark", has_mark);
  gtk_widget_action_set_enabled (widget, "article.next-mark", has_marks);
  gtk_widget_action_set_enabled (widget, "article.previous-mark", has_marks);
}

void
desk_article_page_select_mark (DeskArticlePage *self,
                               const char *id,
                               gboolean scroll)
{
  DeskAnnotation *annotation = id && self->document ? desk_document_find_annotation (self->document, id) : NULL;

  if (annotation == NULL)
    id = NULL;
  if (g_set_str (&self->selected, id))
    {
      desk_reader_view_select_mark (self->view, id);
      desk_inspector_select_mark (self->inspector, id);
    }
  if (annotation != NULL && scroll)
    {
      desk_reader_view_scroll_to (self->view, desk_annotation_get_start (annotation), desk_annotation_get_end (annotation));
      desk_article_page_uncover (self);
    }
  desk_article_page_update_marking (self);
}

void
desk_article_page_announce_mark (DeskArticlePage *self,
                                 DeskAnnotation *annotation,
                                 guint position,
                                 guint n)
{
  g_autofree char *words = NULL;
  const char *kind = get_kind_name (self, desk_annotation_get_kind_id (annotation));

  if (n > 1)
    /* Translators: read aloud when a mark is picked: its kind, and which of the marks at the place it is. */
    words = g_strdup_printf (_ ("%s, %u of %u"), kind, position + 1, n);
  else
    words = g_strdup (kind);
  desk_article_page_announce (self, words);
}

static void
marked_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Making *making = data;
  DeskArticlePage *self = making->page;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = desk_document_mark_finish (DESK_DOCUMENT (source), result, &error);

  if (id == NULL)
    desk_article_page_report (self, _ ("The mark could not be made"), error);
  else if (self->document == DESK_DOCUMENT (source))
    {
      /* Translators: read aloud; %s is a kind of mark. */
      g_autofree char *words = g_strdup_printf (_ ("Marked as %s"), get_kind_name (self, making->kind_id));

      desk_article_page_announce (self, words);
      desk_reader_view_clear_selection (self->view);
      g_ptr_array_set_size (self->picks, 0);
      desk_article_page_select_mark (self, id, FALSE);
      if (making->with_note)
        desk_article_page_write_note (self, id);
      else
        desk_article_page_show_bar (self, TRUE);
    }
  making_free (making);
}

static void
make_mark (DeskArticlePage *self,
           guint start,
           guint end,
           const char *kind_id,
           gboolean with_note)
{
  Making *making = g_new0 (Making, 1);

  /* Not where it would not be seen. */
  desk_article_page_set_marks_shown (self, TRUE);
  making->page = g_object_ref (self);
  making->kind_id = g_strdup (kind_id);
  making->with_note = with_note;
  desk_document_mark_async (self->document, start, end, kind_id, NULL, marked_cb, making);
}

static void
kind_set_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  Making *making = data;
  DeskArticlePage *self = making->page;
  g_autoptr (GError) error = NULL;

  if (!desk_document_action_finish (DESK_DOCUMENT (source), result, &error))
    desk_article_page_report (self, _ ("The kind could not be changed"), error);
  else
    {
      g_autofree char *words = g_strdup_printf (_ ("Changed to %s"), get_kind_name (self, making->kind_id));

      desk_article_page_announce (self, words);
      if (self->document == DESK_DOCUMENT (source) && self->bar_wanted)
        desk_article_page_show_bar (self, TRUE);
    }
  making_free (making);
}

static void
set_kind (DeskArticlePage *self,
          const char *id,
          const char *kind_id)
{
  Making *making = g_new0 (Making, 1);

  making->page = g_object_ref (self);
  making->kind_id = g_strdup (kind_id);
  desk_document_set_kind_async (self->document, id, kind_id, NULL, kind_set_cb, making);
}

typedef struct
{
  DeskArticlePage *page;
  gboolean had_long_note;
} Deleting;

static void
deleted_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autofree Deleting *deleting = data;
  g_autoptr (DeskArticlePage) self = deleting->page;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!desk_document_action_finish (DESK_DOCUMENT (source), result, &error))
    {
      desk_article_page_report (self, _ ("The mark could not be deleted"), error);
      return;
    }
  if (self->session == NULL)
    return;
  toast = desk_undo_toast_new (_ ("Mark deleted"), desk_session_get_library (self->session));
  if (deleting->had_long_note)
    adw_toast_set_timeout (toast, LONG_TOAST);
  desk_article_page_add_toast (self, toast);
  desk_article_page_announce (self, _ ("Mark deleted"));
}

static void
delete_mark (DeskArticlePage *self,
             const char *id)
{
  DeskAnnotation *annotation = self->document ? desk_document_find_annotation (self->document, id) : NULL;
  const char *note;
  Deleting *deleting;

  if (annotation == NULL)
    return;
  note = desk_annotation_get_note (annotation);
  deleting = g_new0 (Deleting, 1);
  deleting->page = g_object_ref (self);
  deleting->had_long_note = note != NULL && g_utf8_strlen (note, -1) > LONG_NOTE;
  desk_document_delete_mark_async (self->document, id, NULL, deleted_cb, deleting);
}

static void
mark_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  const char *kind_id = g_variant_get_string (parameter, NULL);
  guint start, end;

  if (self->document == NULL || desk_kind_list_find (self->kinds, kind_id) == NULL)
    return;
  g_settings_set_string (self->settings, "last-kind", kind_id);
  if (desk_article_page_get_selected_mark (self) != NULL)
    set_kind (self, self->selected, kind_id);
  else if (get_passage (self, &start, &end))
    make_mark (self, start, end, kind_id, FALSE);
}

static void
set_mark_kind_action (GtkWidget *widget,
                      const char *name,
                      GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  const char *id, *kind_id;

  g_variant_get (parameter, "(&s&s)", &id, &kind_id);
  if (self->document != NULL)
    set_kind (self, id, kind_id);
}

static void
note_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  guint start, end;

  if (desk_article_page_get_selected_mark (self) != NULL)
    desk_article_page_write_note (self, self->selected);
  else if (get_passage (self, &start, &end))
    {
      g_autofree char *kind_id = g_settings_get_string (self->settings, "last-kind");
      g_autoptr (DeskKind) first = g_list_model_get_item (self->kinds, 0);

      /* A kind that is gone. */
      if (desk_kind_list_find (self->kinds, kind_id) == NULL && first != NULL)
        g_set_str (&kind_id, desk_kind_get_id (first));
      make_mark (self, start, end, kind_id, TRUE);
    }
}

static void
edit_note_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  desk_article_page_select_mark (self, id, TRUE);
  if (desk_article_page_get_selected_mark (self) != NULL)
    desk_article_page_write_note (self, id);
}

static void
delete_mark_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  g_autofree char *id = g_strdup (parameter ? g_variant_get_string (parameter, NULL) : self->selected);

  if (id != NULL)
    delete_mark (self, id);
}

static char *
dup_citation (DeskArticlePage *self,
              DeskAnnotation *annotation)
{
  g_autofree char *citation = desk_document_dup_citation (self->document, desk_annotation_get_start (annotation),
                                                          desk_annotation_get_end (annotation));
  const char *note = desk_annotation_get_note (annotation);

  return note && *note ? g_strconcat (citation, "\n\n", note, NULL) : g_steal_pointer (&citation);
}

static void
copy (DeskArticlePage *self,
      const char *text,
      const char *words)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  desk_article_page_announce (self, words);
}

static void
copy_with_source_action (GtkWidget *widget,
                         const char *name,
                         GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskAnnotation *annotation = parameter ? desk_document_find_annotation (self->document, g_variant_get_string (parameter, NULL)) : NULL;
  g_autofree char *citation = NULL;
  guint start, end;

  /* A live selection always wins. */
  if (annotation == NULL && get_passage (self, &start, &end))
    citation = desk_document_dup_citation (self->document, start, end);
  else if (annotation != NULL || (annotation = desk_article_page_get_selected_mark (self)) != NULL)
    citation = dup_citation (self, annotation);
  if (citation == NULL)
    return;
  copy (self, citation, _ ("Copied with source"));
  desk_article_page_hide_bar (self);
}

static void
copy_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskAnnotation *annotation = desk_article_page_get_selected_mark (self);
  guint start, end;

  if (get_passage (self, &start, &end))
    {
      DeskVersion *version = desk_article_get_version (desk_document_get_article (self->document));
      g_autofree char *text = desk_text_dup_slice (desk_version_get_text (version), start, end);

      copy (self, text, _ ("Copied"));
    }
  else if (annotation != NULL)
    copy (self, desk_annotation_get_exact (annotation), _ ("Copied"));
}

static void
select_mark_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  desk_article_page_select_mark (self, g_variant_get_string (parameter, NULL), FALSE);
  desk_article_page_show_bar (self, FALSE);
}

static void
outline_mark_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (self->view != NULL)
    desk_reader_view_select_mark (self->view, g_variant_get_string (parameter, NULL));
}

static void
show_mark_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  desk_article_page_hide_bar (self);
  desk_article_page_show_annotation (self, id);
  if (g_strcmp0 (name, "article.go-to-mark") == 0 && self->view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* In the order of the text, from the selected mark or from what is in view. */
static void
step_marks (DeskArticlePage *self,
            int direction)
{
  GListModel *marks = self->document ? desk_document_get_annotations (self->document) : NULL;
  guint n = marks ? g_list_model_get_n_items (marks) : 0;
  guint from = self->document ? desk_article_get_position (desk_document_get_article (self->document)) : 0;
  g_autoptr (DeskAnnotation) target = NULL;
  guint position = GTK_INVALID_LIST_POSITION, before = 0;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DeskAnnotation) annotation = g_list_model_get_item (marks, i);

      if (g_strcmp0 (desk_annotation_get_id (annotation), self->selected) == 0)
        position = i;
      before += desk_annotation_get_start (annotation) < from;
    }
  if (position == GTK_INVALID_LIST_POSITION)
    position = direction > 0 ? before % n : (before + n - 1) % n;
  else
    position = (position + n + direction) % n;
  target = g_list_model_get_item (marks, position);
  desk_article_page_hide_bar (self);
  desk_article_page_select_mark (self, desk_annotation_get_id (target), TRUE);
  desk_article_page_announce_mark (self, target, position, n);
}

static void
next_mark_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  step_marks (DESK_ARTICLE_PAGE (widget), g_strcmp0 (name, "article.next-mark") == 0 ? 1 : -1);
}

void
desk_article_page_marks_changed (DeskArticlePage *self)
{
  /* The row of a changed mark is another one. */
  if (self->selected != NULL && desk_article_page_get_selected_mark (self) != NULL)
    desk_inspector_select_mark (self->inspector, self->selected);
  else if (self->selected != NULL)
    {
      desk_article_page_hide_bar (self);
      desk_article_page_select_mark (self, NULL, FALSE);
    }
  desk_article_page_update_marking (self);
}

void
desk_article_page_stop_marking (DeskArticlePage *self)
{
  if (self->view == NULL)
    return;
  desk_note_popover_finish (self->note);
  desk_article_page_hide_bar (self);
  g_ptr_array_set_size (self->picks, 0);
  desk_article_page_select_mark (self, NULL, FALSE);
}

void
desk_article_page_install_marking (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.mark", "s", mark_action);
  gtk_widget_class_install_action (widget_class, "article.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "article.delete-mark", NULL, delete_mark_action);
  gtk_widget_class_install_action (widget_class, "article.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "article.copy-with-source", NULL, copy_with_source_action);
  gtk_widget_class_install_action (widget_class, "article.next-mark", NULL, next_mark_action);
  gtk_widget_class_install_action (widget_class, "article.previous-mark", NULL, next_mark_action);

  gtk_widget_class_install_action (widget_class, "article.set-mark-kind", "(ss)", set_mark_kind_action);
  gtk_widget_class_install_action (widget_class, "article.edit-note", "s", edit_note_action);
  gtk_widget_class_install_action (widget_class, "article.remove-mark", "s", delete_mark_action);
  gtk_widget_class_install_action (widget_class, "article.copy-mark", "s", copy_with_source_action);
  gtk_widget_class_install_action (widget_class, "article.select-mark", "s", select_mark_action);
  gtk_widget_class_install_action (widget_class, "article.outline-mark", "s", outline_mark_action);
  gtk_widget_class_install_action (widget_class, "article.show-mark", "s", show_mark_action);
  gtk_widget_class_install_action (widget_class, "article.go-to-mark", "s", show_mark_action);
}
