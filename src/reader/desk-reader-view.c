/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-view-private.h"

#define MIN_ZOOM 0.3
#define MAX_ZOOM 5.0

G_DEFINE_FINAL_TYPE (DeskReaderView, desk_reader_view, GTK_TYPE_WIDGET)

GParamSpec *desk_reader_view_props[PROP_MATCH + 1];
guint desk_reader_view_signals[N_SIGNALS];

static void
desk_reader_view_constructed (GObject *object)
{
  DeskReaderView *self = DESK_READER_VIEW (object);

  G_OBJECT_CLASS (desk_reader_view_parent_class)->constructed (object);

  if (self->context == NULL)
    self->context = desk_reader_context_new ();

  self->web = desk_reader_context_new_view (self->context, desk_reader_bridge_get_content (self->bridge), NULL);
  g_object_ref_sink (self->web);
  gtk_widget_set_hexpand (GTK_WIDGET (self->web), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->web), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->web), GTK_WIDGET (self));
  /* WebKit keeps an invisible text view for the bindings of editing keys: Tab would end in it. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->web)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TEXT_VIEW (child))
      gtk_widget_set_can_focus (child, FALSE);
  desk_reader_bridge_set_view (self->bridge, self->web);

  desk_reader_events_init (self);
  desk_reader_look_init (self);
  desk_reader_page_init (self);
}

static void
desk_reader_view_dispose (GObject *object)
{
  DeskReaderView *self = DESK_READER_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->web != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->web));

  g_clear_object (&self->web);
  g_clear_object (&self->bridge);
  g_clear_object (&self->context);
  g_clear_object (&self->kinds);
  g_clear_object (&self->article);
  g_clear_object (&self->writer);
  g_clear_object (&self->style);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (desk_reader_view_parent_class)->dispose (object);
}

static void
desk_reader_view_finalize (GObject *object)
{
  DeskReaderView *self = DESK_READER_VIEW (object);

  for (guint i = 0; i < DESK_N_LAYERS; i++)
    g_clear_pointer (&self->layers[i].ranges, g_array_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->picked, g_array_unref);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->search, desk_reader_search_free);
  g_clear_pointer (&self->unfolded, g_array_unref);
  g_clear_pointer (&self->dirty, g_array_unref);
  g_free (self->selected_mark);
  g_free (self->hovered_mark);
  g_free (self->root_class);

  G_OBJECT_CLASS (desk_reader_view_parent_class)->finalize (object);
}

static gboolean
desk_reader_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DESK_READER_VIEW (widget)->web));
}

static void
desk_reader_view_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  DeskReaderView *self = DESK_READER_VIEW (object);

  switch ((DeskReaderViewProps) prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_KINDS:
      g_value_set_object (value, self->kinds);
      break;
    case PROP_STYLE:
      g_value_set_object (value, self->style);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_CARET_BROWSING:
      g_value_set_boolean (value, webkit_settings_get_enable_caret_browsing (webkit_web_view_get_settings (self->web)));
      break;
    case PROP_DARK:
      g_value_set_boolean (value, self->dark);
      break;
    case PROP_HIGH_CONTRAST:
      g_value_set_boolean (value, self->high_contrast);
      break;
    case PROP_ACCENT:
      g_value_set_boxed (value, &self->accent);
      break;
    case PROP_ARTICLE:
      g_value_set_object (value, self->article);
      break;
    case PROP_HAS_SELECTION:
      g_value_set_boolean (value, self->selection.start < self->selection.end);
      break;
    case PROP_SELECTION_START:
      g_value_set_uint (value, self->selection.start);
      break;
    case PROP_SELECTION_END:
      g_value_set_uint (value, self->selection.end);
      break;
    case PROP_N_MATCHES:
      g_value_set_uint (value, self->hits != NULL ? self->hits->len : 0);
      break;
    case PROP_MATCH:
      g_value_set_uint (value, self->hit);
      break;
    }
}

static void
set_flag (DeskReaderView *self,
          gboolean *flag,
          gboolean value,
          DeskReaderViewProps prop)
{
  if (*flag == value)
    return;
  *flag = value;
  desk_reader_look_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), desk_reader_view_props[prop]);
}

static void
set_accent (DeskReaderView *self,
            const GdkRGBA *accent)
{
  if (accent == NULL || gdk_rgba_equal (accent, &self->accent))
    return;
  self->accent = *accent;
  desk_reader_look_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), desk_reader_view_props[PROP_ACCENT]);
}

static void
set_style (DeskReaderView *self,
           DeskReaderStyle *style)
{
  if (style == NULL || self->style == style)
    return;
  g_signal_handlers_disconnect_by_func (self->style, desk_reader_look_update, self);
  g_set_object (&self->style, style);
  g_signal_connect_object (style, "notify", G_CALLBACK (desk_reader_look_update), self, G_CONNECT_SWAPPED);
  desk_reader_look_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), desk_reader_view_props[PROP_STYLE]);
}

static void
desk_reader_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  DeskReaderView *self = DESK_READER_VIEW (object);

  switch ((DeskReaderViewProps) prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_KINDS:
      self->kinds = g_value_dup_object (value);
      break;
    case PROP_STYLE:
      set_style (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      desk_reader_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_CARET_BROWSING:
      desk_reader_view_set_caret_browsing (self, g_value_get_boolean (value));
      break;
    case PROP_DARK:
      set_flag (self, &self->dark, g_value_get_boolean (value), PROP_DARK);
      break;
    case PROP_HIGH_CONTRAST:
      set_flag (self, &self->high_contrast, g_value_get_boolean (value), PROP_HIGH_CONTRAST);
      break;
    case PROP_ACCENT:
      set_accent (self, g_value_get_boxed (value));
      break;
    case PROP_ARTICLE:
    case PROP_HAS_SELECTION:
    case PROP_SELECTION_START:
    case PROP_SELECTION_END:
    case PROP_N_MATCHES:
    case PROP_MATCH:
      g_assert_not_reached ();
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamSpec **props = desk_reader_view_props;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags construct = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, DESK_TYPE_READER_CONTEXT, construct);
  props[PROP_KINDS] = g_param_spec_object ("kinds", NULL, NULL, G_TYPE_LIST_MODEL, construct);
  props[PROP_STYLE] = g_param_spec_object ("style", NULL, NULL, DESK_TYPE_READER_STYLE, writable);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, MIN_ZOOM, MAX_ZOOM, 1.0, writable);
  props[PROP_CARET_BROWSING] = g_param_spec_boolean ("caret-browsing", NULL, NULL, FALSE, writable);
  props[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE, writable);
  props[PROP_HIGH_CONTRAST] = g_param_spec_boolean ("high-contrast", NULL, NULL, FALSE, writable);
  props[PROP_ACCENT] = g_param_spec_boxed ("accent", NULL, NULL, GDK_TYPE_RGBA, writable);
  props[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, DESK_TYPE_ARTICLE, readable);
  props[PROP_HAS_SELECTION] = g_param_spec_boolean ("has-selection", NULL, NULL, FALSE, readable);
  props[PROP_SELECTION_START] = g_param_spec_uint ("selection-start", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_SELECTION_END] = g_param_spec_uint ("selection-end", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_N_MATCHES] = g_param_spec_uint ("n-matches", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_MATCH] = g_param_spec_uint ("match", NULL, NULL, 0, G_MAXUINT, 0, readable);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (desk_reader_view_props), props);
}

static guint
new_signal (GType owner,
            const char *name,
            guint n_types,
            ...)
{
  va_list types;
  guint id;

  va_start (types, n_types);
  id = g_signal_new_valist (name, owner, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE, n_types, types);
  va_end (types);

  return id;
}

static void
install_signals (GType type)
{
  guint *signals = desk_reader_view_signals;

  signals[SIGNAL_PAINTED] = new_signal (type, "painted", 0);
  signals[SIGNAL_SELECTION_CHANGED] = new_signal (type, "selection-changed", 0);
  signals[SIGNAL_MARK_ACTIVATED] = new_signal (type, "mark-activated", 3, G_TYPE_STRING, GDK_TYPE_RECTANGLE, G_TYPE_UINT);
  signals[SIGNAL_MARK_HOVERED] = new_signal (type, "mark-hovered", 1, G_TYPE_STRING);
  signals[SIGNAL_TEXT_HOVERED] = new_signal (type, "text-hovered", 2, G_TYPE_UINT, GDK_TYPE_RECTANGLE);
  signals[SIGNAL_TEXT_CLICKED] = new_signal (type, "text-clicked", 1, G_TYPE_UINT);
  signals[SIGNAL_MENU_REQUESTED] = new_signal (type, "menu-requested", 3, G_TYPE_UINT, G_TYPE_STRING, GDK_TYPE_RECTANGLE);
  signals[SIGNAL_LINK_ACTIVATED] = new_signal (type, "link-activated", 1, G_TYPE_STRING);
  signals[SIGNAL_POSITION_CHANGED] = new_signal (type, "position-changed", 1, G_TYPE_UINT);
  signals[SIGNAL_SCROLLING] = new_signal (type, "scrolling", 0);
  signals[SIGNAL_KEY] = g_signal_new ("key", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_UINT);
  signals[SIGNAL_CRASHED] = new_signal (type, "crashed", 1, G_TYPE_BOOLEAN);
  signals[SIGNAL_PRINT_FAILED] = new_signal (type, "print-failed", 1, G_TYPE_STRING);
}

static void
desk_reader_view_class_init (DeskReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = desk_reader_view_constructed;
  object_class->dispose = desk_reader_view_dispose;
  object_class->finalize = desk_reader_view_finalize;
  object_class->get_property = desk_reader_view_get_property;
  object_class->set_property = desk_reader_view_set_property;

  widget_class->grab_focus = desk_reader_view_grab_focus;

  install_properties (object_class);
  install_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "deskreader");
}

static void
desk_reader_view_init (DeskReaderView *self)
{
  self->bridge = desk_reader_bridge_new ();
  self->cancellable = g_cancellable_new ();
  self->style = desk_reader_style_new ();
  self->zoom = 1.0;
  /* GNOME's blue, until the window says better. */
  gdk_rgba_parse (&self->accent, "#3584e4");
  self->annotations = g_ptr_array_new_with_free_func (g_object_unref);
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->unfolded = g_array_new (FALSE, FALSE, sizeof (guint));
  self->dirty = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < DESK_N_LAYERS; i++)
    self->layers[i].shown = TRUE;
}

GtkWidget *
desk_reader_view_new (GListModel *kinds)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (kinds), NULL);

  return g_object_new (DESK_TYPE_READER_VIEW, "kinds", kinds, NULL);
}

DeskReaderStyle *
desk_reader_view_get_style (DeskReaderView *self)
{
  g_return_val_if_fail (DESK_IS_READER_VIEW (self), NULL);

  return self->style;
}

DeskArticle *
desk_reader_view_get_article (DeskReaderView *self)
{
  g_return_val_if_fail (DESK_IS_READER_VIEW (self), NULL);

  return self->article;
}

guint
desk_reader_view_get_length (DeskReaderView *self)
{
  if (self->article == NULL)
    return 0;

  return desk_text_get_length (desk_version_get_text (desk_article_get_version (self->article)));
}

double
desk_reader_view_get_zoom (DeskReaderView *self)
{
  g_return_val_if_fail (DESK_IS_READER_VIEW (self), 1.0);

  return self->zoom;
}

void
desk_reader_view_set_zoom (DeskReaderView *self,
                           double zoom)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));

  zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  if (G_APPROX_VALUE (self->zoom, zoom, 0.001))
    return;

  self->zoom = zoom;
  webkit_web_view_set_zoom_level (self->web, zoom);
  g_object_notify_by_pspec (G_OBJECT (self), desk_reader_view_props[PROP_ZOOM]);
}

void
desk_reader_view_set_caret_browsing (DeskReaderView *self,
                                     gboolean caret_browsing)
{
  WebKitSettings *settings;

  g_return_if_fail (DESK_IS_READER_VIEW (self));

  settings = webkit_web_view_get_settings (self->web);
  if (webkit_settings_get_enable_caret_browsing (settings) == !!caret_browsing)
    return;

  webkit_settings_set_enable_caret_browsing (settings, caret_browsing);
  if (caret_browsing && self->ready)
    desk_reader_bridge_call (self->bridge, "caret", "{}");
  g_object_notify_by_pspec (G_OBJECT (self), desk_reader_view_props[PROP_CARET_BROWSING]);
}
