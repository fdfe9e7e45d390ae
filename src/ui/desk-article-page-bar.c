/* What stands beside a passage of the article page: the bar, the note, the menu.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-page-private.h"

#include "desk-kind.h"

/* Height of the note with its arrow; below a line with less room it stands above. */
#define NOTE_HEIGHT 220
/* Half of its width with the padding. */
#define NOTE_HALF 170

typedef struct
{
  DeskArticlePage *page;
  DeskDocument *document;
  char *id;
  guint serial;
} Question;

static Question *
question_new (DeskArticlePage *self,
              const char *id)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->document = g_object_ref (self->document);
  question->id = g_strdup (id);
  question->serial = ++self->bar_serial;
  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->page);
  g_object_unref (question->document);
  g_free (question->id);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* The marks at the place of the click that are still there; the selected one alone where it was picked
 * in another way. */
static GPtrArray *
collect_picks (DeskArticlePage *self,
               guint *position)
{
  GPtrArray *marks = g_ptr_array_new ();
  gboolean found = FALSE;

  for (guint i = 0; i < self->picks->len; i++)
    {
      const char *id = g_ptr_array_index (self->picks, i);
      DeskAnnotation *annotation = desk_document_find_annotation (self->document, id);

      if (annotation == NULL)
        continue;
      if (g_strcmp0 (id, self->selected) == 0)
        {
          *position = marks->len;
          found = TRUE;
        }
      g_ptr_array_add (marks, annotation);
    }
  if (!found)
    {
      DeskAnnotation *annotation = desk_document_find_annotation (self->document, self->selected);

      g_ptr_array_set_size (marks, 0);
      if (annotation != NULL)
        g_ptr_array_add (marks, annotation);
      *position = 0;
    }
  return marks;
}

static void
fill_bar (DeskArticlePage *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "last-kind");

  desk_marking_bar_set_last_kind (self->bar, last);
  if (self->selected != NULL)
    {
      guint position = 0;
      g_autoptr (GPtrArray) marks = collect_picks (self, &position);

      if (marks->len > 0)
        desk_marking_bar_set_mark (self->bar, marks, position);
    }
  else
    desk_marking_bar_set_selection (self->bar);
}

static void
bar_located_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (Question) question = data;
  DeskArticlePage *self = question->page;
  GdkRectangle first, last;

  if (!desk_reader_view_locate_finish (DESK_READER_VIEW (source), result, &first, &last, NULL) ||
      question->serial != self->bar_serial || !self->bar_wanted || self->document != question->document ||
      !gtk_widget_get_mapped (GTK_WIDGET (source)))
    return;
  fill_bar (self);
  desk_marking_bar_show_at (self->bar, &first, &last);
  if (self->bar_lingers)
    desk_marking_bar_linger (self->bar);
}

static void
ask_for_bar (DeskArticlePage *self)
{
  DeskAnnotation *annotation = self->selected ? desk_document_find_annotation (self->document, self->selected) : NULL;
  guint start, end;

  if (annotation != NULL)
    {
      start = desk_annotation_get_start (annotation);
      end = desk_annotation_get_end (annotation);
    }
  else if (!desk_reader_view_get_selection (self->view, &start, &end, NULL))
    return;
  desk_reader_view_locate_async (self->view, start, end, self->cancellable, bar_located_cb, question_new (self, NULL));
}

void
desk_article_page_show_bar (DeskArticlePage *self,
                            gboolean lingers)
{
  g_autofree char *mode = g_settings_get_string (self->settings, "toolbar-mode");

  if (g_strcmp0 (mode, "keys") == 0 || desk_note_popover_get_id (self->note) != NULL)
    return;
  self->bar_wanted = TRUE;
  self->bar_lingers = lingers;
  ask_for_bar (self);
}

void
desk_article_page_hide_bar (DeskArticlePage *self)
{
  self->bar_wanted = FALSE;
  self->bar_serial++;
  if (self->bar != NULL)
    desk_marking_bar_hide (self->bar);
}

static void
bar_closed_cb (DeskArticlePage *self)
{
  /* It went by itself after a mark was made. */
  if (self->bar_lingers)
    self->bar_wanted = FALSE;
}

static void
note_located_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (Question) question = data;
  DeskArticlePage *self = question->page;
  GdkRectangle first, last, place;
  gboolean above;
  int width;

  if (self->document != question->document || !gtk_widget_get_mapped (GTK_WIDGET (source)))
    return;
  if (!desk_reader_view_locate_finish (DESK_READER_VIEW (source), result, &first, &last, NULL))
    /* Being scrolled to: it moves there when the scrolling rests. */
    first = last = (GdkRectangle) { gtk_widget_get_width (GTK_WIDGET (self->view)) / 2, 48, 1, 1 };
  above = last.y + last.height + NOTE_HEIGHT > gtk_widget_get_height (GTK_WIDGET (self->view)) && first.y > NOTE_HEIGHT;
  place = above ? first : last;
  width = gtk_widget_get_width (GTK_WIDGET (self->view));
  if (width > 2 * NOTE_HALF)
    {
      place.x = CLAMP (place.x + place.width / 2, NOTE_HALF, width - NOTE_HALF);
      place.width = 1;
    }
  gtk_popover_set_position (GTK_POPOVER (self->note), above ? GTK_POS_TOP : GTK_POS_BOTTOM);
  if (g_strcmp0 (desk_note_popover_get_id (self->note), question->id) == 0)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->note), &place);
  else
    desk_note_popover_edit (self->note, self->document, question->id, &place);
}

static void
ask_for_note (DeskArticlePage *self,
              const char *id)
{
  DeskAnnotation *annotation = desk_document_find_annotation (self->document, id);

  if (annotation != NULL)
    desk_reader_view_locate_async (self->view, desk_annotation_get_start (annotation), desk_annotation_get_end (annotation),
                                   self->cancellable, note_located_cb, question_new (self, id));
}

void
desk_article_page_write_note (DeskArticlePage *self,
                              const char *id)
{
  desk_article_page_hide_bar (self);
  ask_for_note (self, id);
}

static void
note_saved_cb (DeskArticlePage *self)
{
  desk_article_page_announce (self, _ ("Note saved"));
}

static void
scrolling_cb (DeskArticlePage *self)
{
  if (self->bar_lingers)
    desk_article_page_hide_bar (self);
  else
    {
      self->bar_serial++;
      desk_marking_bar_hide (self->bar);
    }
}

/* The view says so 150 ms after the last movement. */
static void
rested_cb (DeskArticlePage *self)
{
  if (self->document == NULL)
    return;
  if (self->bar_wanted)
    ask_for_bar (self);
  if (desk_note_popover_get_id (self->note) != NULL)
    ask_for_note (self, desk_note_popover_get_id (self->note));
}

/* The reader goes on elsewhere in the window. */
static void
focus_left_cb (DeskArticlePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    desk_article_page_hide_bar (self);
}

/* Copying is done by the page; the bar has served its purpose. */
static gboolean
key_pressed_cb (DeskArticlePage *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers == GDK_CONTROL_MASK && (gdk_keyval_to_lower (keyval) == GDK_KEY_c || keyval == GDK_KEY_Insert))
    desk_article_page_hide_bar (self);
  return GDK_EVENT_PROPAGATE;
}

static GMenuModel *
create_context_menu (DeskArticlePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) mark = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();

  gboolean has_passage = desk_reader_view_get_selection (self->view, NULL, NULL, NULL);

  if (!has_passage && self->finding != NULL)
    {
      g_autoptr (GMenuModel) result = desk_article_page_create_finding_menu (self);

      if (self->selected == NULL)
        return g_steal_pointer (&result);
      g_menu_append_section (menu, NULL, result);
    }
  for (guint i = 0; i < g_list_model_get_n_items (self->kinds); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (self->kinds, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (desk_kind_get_name (kind), NULL);

      g_menu_item_set_action_and_target (item, "article.mark", "s", desk_kind_get_id (kind));
      g_menu_append_item (kinds, item);
    }
  g_menu_append_submenu (mark, self->selected ? _ ("Change Kind") : _ ("Mark As"), G_MENU_MODEL (kinds));
  g_menu_append (mark, _ ("Note"), "article.note");
  if (has_passage)
    g_menu_append (mark, _ ("Name as…"), "article.join");
  g_menu_append (copy, _ ("Copy"), "article.copy");
  g_menu_append (copy, _ ("Copy with Source"), "article.copy-with-source");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (mark));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  if (self->selected != NULL)
    {
      g_menu_append (remove, _ ("Delete Mark"), "article.delete-mark");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* By keys there is no place: the menu is for what is selected. */
static void
select_finding_at (DeskArticlePage *self,
                   guint at)
{
  DeskAnalysis *analysis = desk_document_get_analysis (self->document);
  g_autoptr (GPtrArray) found = NULL;

  if (analysis == NULL || at == G_MAXUINT)
    return;
  found = desk_finding_collect_at (analysis, at, desk_article_page_get_layers (self));
  desk_article_page_select_finding (self, found->len > 0 ? found->pdata[0] : NULL);
}

static void
menu_requested_cb (DeskArticlePage *self,
                   guint at,
                   const char *ids_text,
                   const GdkRectangle *place)
{
  g_auto (GStrv) ids = g_strsplit (ids_text, " ", -1);
  g_autoptr (GMenuModel) menu = NULL;

  if (self->document == NULL)
    return;
  desk_article_page_hide_bar (self);
  /* A selection is what the menu is for; else the smallest mark under the pointer. */
  if (!desk_reader_view_get_selection (self->view, NULL, NULL, NULL))
    {
      if (ids[0] != NULL && *ids[0] != '\0')
        desk_article_page_select_mark (self, ids[0], FALSE);
      select_finding_at (self, at);
    }
  menu = create_context_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->context_menu), menu);
  gtk_popover_set_pointing_to (self->context_menu, place);
  gtk_popover_popup (self->context_menu);
}

void
desk_article_page_init_bar (DeskArticlePage *self)
{
  GtkWidget *bin = GTK_WIDGET (self->reader_bin);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->bar = desk_marking_bar_new (self->kinds);
  gtk_widget_set_parent (GTK_WIDGET (self->bar), bin);
  self->note = desk_note_popover_new (self->kinds);
  gtk_widget_set_parent (GTK_WIDGET (self->note), bin);
  self->context_menu = GTK_POPOVER (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (self->context_menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->context_menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), bin);

  g_signal_connect_object (self->bar, "closed", G_CALLBACK (bar_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "saved", G_CALLBACK (note_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "scrolling", G_CALLBACK (scrolling_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "position-changed", G_CALLBACK (rested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "menu-requested", G_CALLBACK (menu_requested_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}
