/* Picking on the article page: what selections, clicks and keys in the text mean.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-page-private.h"

#include "desk-kind.h"
#include "desk-shortcuts.h"

/* A click so near to the last one, in pixels, goes on to the next mark. */
#define SAME_PLACE 4

static void
selection_changed_cb (DeskArticlePage *self)
{
  gboolean has_selection = desk_reader_view_get_selection (self->view, NULL, NULL, NULL);

  if (has_selection)
    {
      g_ptr_array_set_size (self->picks, 0);
      desk_article_page_select_mark (self, NULL, FALSE);
      desk_article_page_show_bar (self, FALSE);
    }
  else if (self->selected == NULL)
    desk_article_page_hide_bar (self);
  desk_article_page_update_marking (self);
}

static gboolean
is_same_place (DeskArticlePage *self,
               char **ids,
               const GdkRectangle *place)
{
  if (self->picks->len == 0 || g_strv_length (ids) != self->picks->len ||
      ABS (place->x - self->pick_place.x) > SAME_PLACE || ABS (place->y - self->pick_place.y) > SAME_PLACE)
    return FALSE;
  for (guint i = 0; i < self->picks->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->picks, i), ids[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Another hit: keys mean that, and no longer the mark that was made before. */
static void
match_changed_cb (DeskArticlePage *self)
{
  if (desk_find_bar_get_shown (self->find_bar) && self->selected != NULL)
    {
      desk_article_page_hide_bar (self);
      desk_article_page_select_mark (self, NULL, FALSE);
    }
  desk_article_page_update_marking (self);
}

/* The smallest mark first; a click at the same place goes on to the next larger, and after the last to none. */
static void
mark_activated_cb (DeskArticlePage *self,
                   const char *ids_text,
                   const GdkRectangle *place)
{
  g_auto (GStrv) ids = g_strsplit (ids_text, " ", -1);
  guint position = 0;

  if (self->document == NULL)
    return;
  if (is_same_place (self, ids, place) && self->selected != NULL)
    while (position < self->picks->len &&
           g_strcmp0 (g_ptr_array_index (self->picks, position++), self->selected) != 0)
      ;
  g_ptr_array_set_size (self->picks, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (self->picks, g_strdup (ids[i]));
  self->pick_place = *place;

  if (position >= self->picks->len)
    {
      desk_article_page_hide_bar (self);
      desk_article_page_select_mark (self, NULL, FALSE);
      return;
    }
  desk_article_page_select_mark (self, g_ptr_array_index (self->picks, position), FALSE);
  if (desk_article_page_get_selected_mark (self) != NULL)
    {
      desk_article_page_announce_mark (self, desk_article_page_get_selected_mark (self), position, self->picks->len);
      desk_article_page_show_bar (self, FALSE);
    }
}

/* A name in the text lights all its mentions; elsewhere a click ends what was going on. */
static void
text_clicked_cb (DeskArticlePage *self,
                 guint at)
{
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  GPtrArray *entities = analysis && at != G_MAXUINT ? desk_analysis_get_entities (analysis) : NULL;
  DeskEntity *found = NULL;
  guint index = 0, size = G_MAXUINT;

  g_ptr_array_set_size (self->picks, 0);
  desk_article_page_hide_bar (self);
  desk_article_page_select_mark (self, NULL, FALSE);

  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);

      for (guint m = 0; m < desk_entity_get_n_mentions (entity); m++)
        {
          DeskMention *mention = desk_entity_get_mention (entity, m);
          guint start = desk_mention_get_start (mention), end = desk_mention_get_end (mention);

          if (start <= at && at < end && end - start < size)
            {
              found = entity;
              index = m;
              size = end - start;
            }
        }
    }
  if (found != NULL)
    desk_mention_stepper_light (self->stepper, found, index);
  else
    {
      desk_mention_stepper_clear (self->stepper);
      desk_article_page_send_glow (self);
    }
}

static void
mark_hovered_cb (DeskArticlePage *self,
                 const char *id)
{
  DeskAnnotation *annotation = id && self->document ? desk_document_find_annotation (self->document, id) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view), annotation ? desk_annotation_get_note (annotation) : NULL);
}

/* One level back: bar, selected mark, selection, lit names. */
static gboolean
go_back_one_level (DeskArticlePage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->bar)))
    desk_article_page_hide_bar (self);
  else if (self->selected != NULL)
    desk_article_page_select_mark (self, NULL, FALSE);
  else if (desk_reader_view_get_selection (self->view, NULL, NULL, NULL))
    desk_reader_view_clear_selection (self->view);
  else if (desk_find_bar_get_shown (self->find_bar))
    desk_find_bar_close (self->find_bar);
  else if (desk_mention_stepper_get_entity (self->stepper) != NULL)
    desk_mention_stepper_clear (self->stepper);
  else
    return FALSE;
  return TRUE;
}

/* The single keys of the table that are pressed in the text. */
static gboolean
run_shortcut (DeskArticlePage *self,
              guint keyval)
{
  gsize n_shortcuts;
  const DeskShortcut *shortcuts = desk_shortcuts_get (&n_shortcuts);

  for (gsize i = 0; i < n_shortcuts; i++)
    {
      g_auto (GStrv) accels = NULL;

      if (shortcuts[i].scope != DESK_SHORTCUT_SCOPE_TEXT || shortcuts[i].action == NULL)
        continue;
      accels = g_strsplit (shortcuts[i].accels, " ", -1);
      for (char **accel = accels; *accel != NULL; accel++)
        {
          GdkModifierType modifiers;
          guint key;

          if (gtk_accelerator_parse (*accel, &key, &modifiers) && key == keyval && modifiers == 0)
            return gtk_widget_activate_action (GTK_WIDGET (self), shortcuts[i].action, NULL);
        }
    }
  return FALSE;
}

gboolean
desk_article_page_press_key (DeskArticlePage *self,
                             guint keyval)
{
  if (self->document == NULL)
    return FALSE;
  if (keyval == GDK_KEY_Escape)
    return go_back_one_level (self);
  /* Screen readers have their own use for letters and digits. */
  if (!g_settings_get_boolean (self->settings, "single-keys") && gdk_keyval_to_unicode (keyval) >= ' ' && keyval != GDK_KEY_Delete)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (self->kinds); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (self->kinds, i);

      if (keyval == GDK_KEY_0 + desk_kind_get_key (kind))
        return gtk_widget_activate_action (GTK_WIDGET (self), "article.mark", "s", desk_kind_get_id (kind));
    }
  return run_shortcut (self, keyval);
}

/* Ctrl+Alt with a digit marks wherever the focus is: screen readers swallow single keys. */
static void
add_twins (DeskArticlePage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < g_list_model_get_n_items (self->kinds); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (self->kinds, i);
      GtkShortcutTrigger *trigger;
      GtkShortcut *shortcut;

      trigger = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_0 + desk_kind_get_key (kind), GDK_CONTROL_MASK | GDK_ALT_MASK),
                                             gtk_keyval_trigger_new (GDK_KEY_KP_0 + desk_kind_get_key (kind), GDK_CONTROL_MASK | GDK_ALT_MASK));
      shortcut = gtk_shortcut_new (trigger, gtk_named_action_new ("article.mark"));
      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (desk_kind_get_id (kind)));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
desk_article_page_init_picking (DeskArticlePage *self)
{
  g_signal_connect_object (self->view, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "mark-activated", G_CALLBACK (mark_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "mark-hovered", G_CALLBACK (mark_hovered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "text-clicked", G_CALLBACK (text_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "key", G_CALLBACK (desk_article_page_press_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::match", G_CALLBACK (match_changed_cb), self, G_CONNECT_SWAPPED);
  add_twins (self);
}
