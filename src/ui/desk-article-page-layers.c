/* Layers of the article page: what of the analysis and of the marks is shown.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-page-private.h"

#define MARKS "marks"

static const char *const names[] = {
  [DESK_LAYER_PEOPLE] = "people",
  [DESK_LAYER_ORGANISATIONS] = "organisations",
  [DESK_LAYER_PLACES] = "places",
  [DESK_LAYER_DATES] = "dates",
  [DESK_LAYER_QUOTES] = "quotes",
};

static const char *const properties[] = {
  "show-marks",
  "show-people",
  "show-organisations",
  "show-places",
  "show-dates",
  "show-quotes",
  "clean-text",
  "layers",
};

void
desk_article_page_apply_layers (DeskArticlePage *self)
{
  guint layers = desk_article_page_get_layers (self);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    desk_reader_view_set_layer_shown (self->view, i, (layers & (1u << i)) != 0);
  desk_reader_view_set_layer_shown (self->view, DESK_LAYER_STATEMENTS, (layers & (1u << DESK_LAYER_QUOTES)) != 0);
  desk_reader_view_set_marks_shown (self->view, desk_article_page_get_marks_shown (self));
}

static void
changed (DeskArticlePage *self)
{
  if (self->view != NULL)
    {
      desk_article_page_apply_layers (self);
      desk_article_page_layers_changed (self);
    }
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_object_notify (G_OBJECT (self), properties[i]);
}

guint
desk_article_page_get_layers (DeskArticlePage *self)
{
  return self->clean ? 0 : self->layers;
}

gboolean
desk_article_page_get_marks_shown (DeskArticlePage *self)
{
  return self->marks_shown && !self->clean;
}

/* What is asked for while the text is plain is all that is shown then. */
static void
end_clean (DeskArticlePage *self)
{
  if (!self->clean)
    return;
  self->clean = FALSE;
  self->layers = 0;
  self->marks_shown = FALSE;
}

void
desk_article_page_set_marks_shown (DeskArticlePage *self,
                                   gboolean shown)
{
  if (desk_article_page_get_marks_shown (self) == shown)
    return;
  end_clean (self);
  self->marks_shown = shown;
  changed (self);
}

gboolean
desk_article_page_get_layer_shown (DeskArticlePage *self,
                                   DeskLayer layer)
{
  return (desk_article_page_get_layers (self) & (1u << layer)) != 0;
}

void
desk_article_page_set_layer_shown (DeskArticlePage *self,
                                   DeskLayer layer,
                                   gboolean shown)
{
  if (desk_article_page_get_layer_shown (self, layer) == shown)
    return;
  end_clean (self);
  self->layers = DESK_LAYERS_OTHER | (shown ? self->layers | (1u << layer) : self->layers & ~(1u << layer));
  changed (self);
}

void
desk_article_page_set_clean (DeskArticlePage *self,
                             gboolean clean)
{
  if (self->clean == clean)
    return;
  self->clean = clean;
  desk_article_page_announce (self, clean ? _ ("Plain text") : _ ("Marks and names are shown"));
  changed (self);
}

char *
desk_article_page_dup_layers (DeskArticlePage *self)
{
  GString *joined = g_string_new (self->marks_shown ? MARKS : "");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((self->layers & (1u << i)) != 0)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", names[i]);
  return g_string_free_and_steal (joined);
}

void
desk_article_page_set_layers (DeskArticlePage *self,
                              const char *text)
{
  g_auto (GStrv) shown = g_strsplit (text ? text : "", " ", -1);

  self->layers = DESK_LAYERS_OTHER;
  self->marks_shown = g_strv_contains ((const char *const *) shown, MARKS);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strv_contains ((const char *const *) shown, names[i]))
      self->layers |= 1u << i;
  changed (self);
}

void
desk_article_page_install_layers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "article.show-marks", "show-marks");
  gtk_widget_class_install_property_action (widget_class, "article.show-people", "show-people");
  gtk_widget_class_install_property_action (widget_class, "article.show-organisations", "show-organisations");
  gtk_widget_class_install_property_action (widget_class, "article.show-places", "show-places");
  gtk_widget_class_install_property_action (widget_class, "article.show-dates", "show-dates");
  gtk_widget_class_install_property_action (widget_class, "article.show-quotes", "show-quotes");
  gtk_widget_class_install_property_action (widget_class, "article.clean-text", "clean-text");
}
