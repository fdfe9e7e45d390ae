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
      desk_article_page_hide_finding_bar (self);
      desk_article_page_show_bar (self, FALSE);
    }
  else if (self->selected == NULL)
    desk_article_page_hide_bar (self);
  desk_article_page_update_marking (self);
}

/* Stands for a result of the analysis among the ids of marks. */
static char *
dup_key (DeskFinding *finding)
{
  DeskRange range = desk_finding_get_range (finding);

  return g_strdup_printf ("@%d:%u:%u", desk_finding_get_kind (finding), range.start, range.end);
}

static gboolean
is_same_place (DeskArticlePage *self,
               GPtrArray *picks,
               guint at,
               const GdkRectangle *place)
{
  if (self->picks->len == 0 || picks->len != self->picks->len || ABS ((int) at - (int) self->pick_at) > 1 ||
      ABS (place->x - self->pick_place.x) > SAME_PLACE || ABS (place->y - self->pick_place.y) > SAME_PLACE)
    return FALSE;
  for (guint i = 0; i < self->picks->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->picks, i), g_ptr_array_index (picks, i)) != 0)
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

/* Marks and results at a place, smallest first; of the same size the reader's own mark. */
static GPtrArray *
collect_keys (DeskArticlePage *self,
              char **ids,
              GPtrArray *findings)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  guint next = 0;

  for (; ids != NULL && *ids != NULL; ids++)
    {
      DeskAnnotation *mark = desk_document_find_annotation (self->document, *ids);
      guint size = mark ? desk_annotation_get_end (mark) - desk_annotation_get_start (mark) : 0;

      while (next < findings->len && desk_finding_get_size (g_ptr_array_index (findings, next)) < size)
        g_ptr_array_add (keys, dup_key (g_ptr_array_index (findings, next++)));
      g_ptr_array_add (keys, g_strdup (*ids));
    }
  while (next < findings->len)
    g_ptr_array_add (keys, dup_key (g_ptr_array_index (findings, next++)));
  return keys;
}

static void
pick (DeskArticlePage *self,
      const char *key,
      GPtrArray *findings)
{
  if (*key != '@')
    {
      desk_article_page_select_finding (self, NULL);
      desk_article_page_select_mark (self, key, FALSE);
      if (desk_article_page_get_selected_mark (self) != NULL)
        desk_article_page_show_bar (self, FALSE);
      return;
    }
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *other = dup_key (g_ptr_array_index (findings, i));

      if (g_strcmp0 (key, other) != 0)
        continue;
      desk_article_page_hide_bar (self);
      desk_article_page_select_mark (self, NULL, FALSE);
      desk_article_page_select_finding (self, g_ptr_array_index (findings, i));
      desk_article_page_show_finding_bar (self);
    }
}

/* The smallest first; a click at the same place goes on to the next larger, and after the last to none. */
static void
pick_at (DeskArticlePage *self,
         char **ids,
         guint at,
         const GdkRectangle *place)
{
  DeskAnalysis *analysis = desk_document_get_analysis (self->document);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autofree char *current = NULL;
  guint position = 0;

  if (analysis != NULL && at != G_MAXUINT)
    findings = desk_finding_collect_at (analysis, at, desk_article_page_get_layers (self));
  else
    findings = g_ptr_array_new ();
  keys = collect_keys (self, ids, findings);
  current = self->selected ? g_strdup (self->selected) : self->finding ? dup_key (self->finding)
                                                                       : NULL;
  if (is_same_place (self, keys, at, place) && current != NULL)
    while (position < keys->len && g_strcmp0 (g_ptr_array_index (keys, position++), current) != 0)
      ;
  g_clear_pointer (&self->picks, g_ptr_array_unref);
  self->picks = g_steal_pointer (&keys);
  self->pick_at = at;
  self->pick_place = *place;

  if (position < self->picks->len)
    {
      g_autofree char *key = g_strdup (g_ptr_array_index (self->picks, position));

      pick (self, key, findings);
      if (desk_article_page_get_selected_mark (self) != NULL)
        desk_article_page_announce_mark (self, desk_article_page_get_selected_mark (self), position, self->picks->len);
      return;
    }
  desk_article_page_hide_bar (self);
  desk_article_page_select_mark (self, NULL, FALSE);
  desk_article_page_select_finding (self, NULL);
}

static void
mark_activated_cb (DeskArticlePage *self,
                   const char *ids_text,
                   const GdkRectangle *place,
                   guint at)
{
  g_auto (GStrv) ids = g_strsplit (ids_text, " ", -1);

  if (self->document != NULL)
    pick_at (self, ids, at, place);
}

/* A name in the text lights all its mentions; elsewhere a click ends what was going on. */
static void
text_clicked_cb (DeskArticlePage *self,
                 guint at)
{
  GdkRectangle nowhere = { 0, 0, 0, 0 };

  if (self->document != NULL)
    pick_at (self, NULL, at, &nowhere);
}

static void
mark_hovered_cb (DeskArticlePage *self,
                 const char *id)
{
  DeskAnnotation *annotation = id && self->document ? desk_document_find_annotation (self->document, id) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view), annotation ? desk_annotation_get_note (annotation) : NULL);
}

/* One level back: bar, selected mark or result, selection, lit names. */
static gboolean
go_back_one_level (DeskArticlePage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->bar)))
    desk_article_page_hide_bar (self);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->finding_bar)))
    desk_article_page_hide_finding_bar (self);
  else if (self->selected != NULL)
    desk_article_page_select_mark (self, NULL, FALSE);
  else if (desk_reader_view_get_selection (self->view, NULL, NULL, NULL))
    desk_reader_view_clear_selection (self->view);
  else if (desk_find_bar_get_shown (self->find_bar))
    desk_find_bar_close (self->find_bar);
  else if (self->finding != NULL)
    desk_article_page_select_finding (self, NULL);
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
