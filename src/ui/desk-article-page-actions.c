/* Actions of reading: find, zoom, names, inspector.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-page-private.h"

#define ZOOM_STEP 1.1
#define MIN_ZOOM 0.5
#define MAX_ZOOM 3.0
/* Code points of a selection that are looked for at once. */
#define MAX_FIND 80

static void
find_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  g_autofree char *text = NULL;
  guint start, end;

  if (self->document == NULL)
    return;
  if (desk_reader_view_get_selection (self->view, &start, &end, NULL) && end - start <= MAX_FIND)
    {
      DeskVersion *version = desk_article_get_version (desk_document_get_article (self->document));

      text = desk_text_dup_slice (desk_version_get_text (version), start, end);
      if (strchr (text, '\n') != NULL)
        g_clear_pointer (&text, g_free);
    }
  desk_find_bar_open (self->find_bar, text);
}

static void
find_next_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (self->document == NULL)
    return;
  if (!desk_find_bar_get_shown (self->find_bar))
    desk_find_bar_open (self->find_bar, NULL);
  else if (g_strcmp0 (name, "article.find-next") == 0)
    desk_reader_view_find_next (self->view);
  else
    desk_reader_view_find_previous (self->view);
}

static void
zoom_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  double zoom;

  if (self->view == NULL)
    return;
  zoom = desk_reader_view_get_zoom (self->view);
  if (g_strcmp0 (name, "article.zoom-in") == 0)
    zoom *= ZOOM_STEP;
  else if (g_strcmp0 (name, "article.zoom-out") == 0)
    zoom /= ZOOM_STEP;
  else
    zoom = 1.0;
  /* Back to exactly the normal size after as many steps. */
  if (ABS (zoom - 1.0) < 0.02)
    zoom = 1.0;
  desk_reader_view_set_zoom (self->view, CLAMP (zoom, MIN_ZOOM, MAX_ZOOM));
}

static void
mention_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  desk_mention_stepper_step (self->stepper, g_strcmp0 (name, "article.next-mention") == 0 ? 1 : -1);
}

static void
show_range_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  guint start, end;

  g_variant_get (parameter, "(uu)", &start, &end);
  desk_article_page_show_range (DESK_ARTICLE_PAGE (widget), start, end);
}

static void
focus_text_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (self->view == NULL)
    return;
  if (desk_article_page_get_inspector_collapsed (self))
    desk_article_page_set_inspector_shown (self, FALSE);
  /* Asked for an article that is still being opened. */
  self->waiting_focus = !self->painted;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
focus_inspector_action (GtkWidget *widget,
                        const char *name,
                        GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  gtk_widget_child_focus (GTK_WIDGET (self->inspector), GTK_DIR_TAB_FORWARD);
}

static void
edit_published_action (GtkWidget *widget,
                       const char *name,
                       GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  desk_article_page_set_inspector_shown (self, TRUE);
  desk_inspector_edit_published (self->inspector);
}

static void
reload_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  desk_article_page_load (DESK_ARTICLE_PAGE (widget));
}

void
desk_article_page_update_actions (DeskArticlePage *self)
{
  static const char *const with_document[] = {
    "article.find",
    "article.find-next",
    "article.find-previous",
    "article.print",
    "article.export-pdf",
    "article.export-original",
    "article.show-original",
    "article.verify-original",
    "article.edit-published",
    "article.zoom-in",
    "article.zoom-out",
    "article.zoom-reset",
    "article.show-marks",
    "article.show-people",
    "article.show-organisations",
    "article.show-places",
    "article.show-dates",
    "article.show-quotes",
    "article.clean-text",
    "article.focus-inspector",
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_document = self->document != NULL;
  gboolean has_entity = desk_mention_stepper_get_entity (self->stepper) != NULL;
  g_autofree char *zoom = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (with_document); i++)
    gtk_widget_action_set_enabled (widget, with_document[i], has_document);
  gtk_widget_action_set_enabled (widget, "article.next-mention", has_entity);
  gtk_widget_action_set_enabled (widget, "article.previous-mention", has_entity);
  zoom = g_strdup_printf (_ ("%d %%"), self->view ? (int) (desk_reader_view_get_zoom (self->view) * 100 + 0.5) : 100);
  gtk_label_set_label (self->zoom_label, zoom);
  desk_article_page_update_marking (self);
  desk_article_page_update_results (self);
}

void
desk_article_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "article.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "article.find-previous", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "article.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "article.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "article.zoom-reset", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "article.next-mention", NULL, mention_action);
  gtk_widget_class_install_action (widget_class, "article.previous-mention", NULL, mention_action);
  gtk_widget_class_install_action (widget_class, "article.show-range", "(uu)", show_range_action);
  gtk_widget_class_install_action (widget_class, "article.focus-text", NULL, focus_text_action);
  gtk_widget_class_install_action (widget_class, "article.focus-inspector", NULL, focus_inspector_action);
  gtk_widget_class_install_action (widget_class, "article.edit-published", NULL, edit_published_action);
  gtk_widget_class_install_action (widget_class, "article.reload", NULL, reload_action);
}
