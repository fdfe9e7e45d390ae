/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-find-bar.h"

struct _DeskFindBar
{
  AdwBin parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;

  DeskReaderView *view;
  gboolean active;
};

G_DEFINE_FINAL_TYPE (DeskFindBar, desk_find_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_SHOWN = 1,
} DeskFindBarProps;

static GParamSpec *props[PROP_SHOWN + 1];

static void
update_count (DeskFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint n = 0, match = 0;
  g_autofree char *count = NULL;
  gboolean none;

  if (self->view != NULL)
    g_object_get (self->view, "n-matches", &n, "match", &match, NULL);
  none = n == 0 && *text != '\0';
  if (none)
    count = g_strdup (_ ("not found"));
  else if (n > 0)
    /* Translators: the second of five places that were found. */
    count = g_strdup_printf (_ ("%u of %u"), match, n);
  gtk_label_set_label (self->count, count ? count : "");
  if (none)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

/* The view tells both numbers; one announcement is enough. */
static void
match_changed_cb (DeskFindBar *self)
{
  update_count (self);
  if (self->active && *gtk_label_get_label (self->count) != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->count),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search_changed_cb (DeskFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->view != NULL && self->active)
    desk_reader_view_find (self->view, *text != '\0' ? text : NULL);
  update_count (self);
}

static void
next_cb (DeskFindBar *self)
{
  if (self->view != NULL)
    desk_reader_view_find_next (self->view);
}

static void
previous_cb (DeskFindBar *self)
{
  if (self->view != NULL)
    desk_reader_view_find_previous (self->view);
}

static void
stop_cb (DeskFindBar *self)
{
  desk_find_bar_close (self);
}

/* Also reached by the close button and Esc of the search bar. */
static void
mode_changed_cb (DeskFindBar *self)
{
  gboolean active = gtk_search_bar_get_search_mode (self->bar);

  if (self->active == active)
    return;
  self->active = active;
  if (self->view != NULL && !active)
    {
      desk_reader_view_find (self->view, NULL);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

static void
desk_find_bar_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DeskFindBar *self = DESK_FIND_BAR (object);

  switch ((DeskFindBarProps) prop_id)
    {
    case PROP_SHOWN:
      g_value_set_boolean (value, desk_find_bar_get_shown (self));
      break;
    }
}

static void
desk_find_bar_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  DeskFindBar *self = DESK_FIND_BAR (object);

  switch ((DeskFindBarProps) prop_id)
    {
    case PROP_SHOWN:
      if (g_value_get_boolean (value))
        desk_find_bar_open (self, NULL);
      else
        desk_find_bar_close (self);
      break;
    }
}

static void
desk_find_bar_dispose (GObject *object)
{
  DeskFindBar *self = DESK_FIND_BAR (object);

  self->active = FALSE;
  g_clear_object (&self->view);
  /* The template frees what it bound; the parent class would do so again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_FIND_BAR);

  G_OBJECT_CLASS (desk_find_bar_parent_class)->dispose (object);
}

static void
desk_find_bar_class_init (DeskFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_find_bar_get_property;
  object_class->set_property = desk_find_bar_set_property;
  object_class->dispose = desk_find_bar_dispose;

  props[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, DeskFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
}

static void
desk_find_bar_init (DeskFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
}

void
desk_find_bar_set_view (DeskFindBar *self,
                        DeskReaderView *view)
{
  g_return_if_fail (DESK_IS_FIND_BAR (self));
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "notify::n-matches", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::match", G_CALLBACK (match_changed_cb), self, G_CONNECT_SWAPPED);
}

void
desk_find_bar_open (DeskFindBar *self,
                    const char *text)
{
  gboolean was_active;

  g_return_if_fail (DESK_IS_FIND_BAR (self));

  was_active = self->active;
  gtk_search_bar_set_search_mode (self->bar, TRUE);
  if (text != NULL && *text != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (!was_active)
    search_changed_cb (self);
}

void
desk_find_bar_close (DeskFindBar *self)
{
  g_return_if_fail (DESK_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

gboolean
desk_find_bar_get_shown (DeskFindBar *self)
{
  g_return_val_if_fail (DESK_IS_FIND_BAR (self), FALSE);

  return self->active;
}
