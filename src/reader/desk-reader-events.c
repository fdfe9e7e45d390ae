/* What comes in to the article pane: messages of the script and keys.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-message.h"
#include "desk-reader-policy.h"
#include "desk-reader-view-private.h"

#define MAX_ID 64

/* Key codes of the number row are the same under X11 and Wayland on every layout (evdev plus 8). */
#define KEYCODE_1 10
#define KEYCODE_9 18

static void
emit (DeskReaderView *self,
      DeskReaderViewSignals id)
{
  g_signal_emit (self, desk_reader_view_signals[id], 0);
}

/* A code point of the text, or G_MAXUINT for -1, which is beside it. */
static gboolean
get_place (DeskReaderView *self,
           JSCValue *message,
           guint *at)
{
  guint length = desk_reader_view_get_length (self);
  g_autoptr (JSCValue) field = jsc_value_object_get_property (message, "at");

  if (jsc_value_is_number (field) && jsc_value_to_double (field) == -1)
    {
      *at = G_MAXUINT;
      return TRUE;
    }

  return desk_reader_message_get_uint (message, "at", length, at);
}

static gboolean
get_box (DeskReaderView *self,
         JSCValue *message,
         GdkRectangle *box)
{
  g_autoptr (JSCValue) field = jsc_value_object_get_property (message, "box");

  return desk_reader_message_get_box (field, 0, desk_reader_look_get_scale (self), box);
}

static void
ready_message (DeskReaderView *self,
               JSCValue *message)
{
  guint length;

  if (!desk_reader_message_get_uint (message, "length", G_MAXUINT, &length) || length != desk_reader_view_get_length (self))
    g_warning ("The page shows another text than that of its article");
  desk_reader_page_ready (self);
}

static void
painted_message (DeskReaderView *self,
                 JSCValue *message)
{
  emit (self, SIGNAL_PAINTED);
}

static void
scrolling_message (DeskReaderView *self,
                   JSCValue *message)
{
  emit (self, SIGNAL_SCROLLING);
}

static void
position_message (DeskReaderView *self,
                  JSCValue *message)
{
  guint at;

  if (!desk_reader_message_get_uint (message, "at", desk_reader_view_get_length (self), &at))
    return;

  self->position = at;
  g_signal_emit (self, desk_reader_view_signals[SIGNAL_POSITION_CHANGED], 0, at);
}

static void
hover_message (DeskReaderView *self,
               JSCValue *message)
{
  g_autofree char *ids = NULL;
  guint at;

  if (!get_place (self, message, &at))
    return;

  ids = desk_reader_marks_dup_at (self, at);
  /* The first is the one that a click picks. */
  g_strdelimit (ids, " ", '\0');
  desk_reader_marks_hover (self, *ids != '\0' ? ids : NULL);
}

static void
over_message (DeskReaderView *self,
              JSCValue *message)
{
  GdkRectangle box;
  guint at;

  if (get_place (self, message, &at) && get_box (self, message, &box))
    g_signal_emit (self, desk_reader_view_signals[SIGNAL_TEXT_HOVERED], 0, at, &box);
}

static void
click_message (DeskReaderView *self,
               JSCValue *message)
{
  g_autofree char *ids = NULL;
  GdkRectangle box;
  guint at;

  if (!get_place (self, message, &at) || !get_box (self, message, &box))
    return;

  ids = desk_reader_marks_dup_at (self, at);
  if (*ids != '\0')
    g_signal_emit (self, desk_reader_view_signals[SIGNAL_MARK_ACTIVATED], 0, ids, &box, at);
  else
    g_signal_emit (self, desk_reader_view_signals[SIGNAL_TEXT_CLICKED], 0, at);
}

static void
stripe_message (DeskReaderView *self,
                JSCValue *message)
{
  g_autofree char *id = desk_reader_message_dup_string (message, "id", MAX_ID);
  GdkRectangle box;

  if (id != NULL && g_hash_table_contains (self->marks, id) && get_box (self, message, &box))
    g_signal_emit (self, desk_reader_view_signals[SIGNAL_MARK_ACTIVATED], 0, id, &box, G_MAXUINT);
}

static void
menu_message (DeskReaderView *self,
              JSCValue *message)
{
  g_autofree char *ids = NULL;
  GdkRectangle box;
  guint at;

  if (!get_place (self, message, &at) || !get_box (self, message, &box))
    return;

  ids = desk_reader_marks_dup_at (self, at);
  g_signal_emit (self, desk_reader_view_signals[SIGNAL_MENU_REQUESTED], 0, at, ids, &box);
}

/* The address is taken from the article, not from the page. */
static void
link_message (DeskReaderView *self,
              JSCValue *message)
{
  DeskVersion *version;
  const DeskBlock *block;
  const char *href = NULL;
  guint at;

  if (self->article == NULL || !desk_reader_message_get_uint (message, "at", desk_reader_view_get_length (self), &at))
    return;

  version = desk_article_get_version (self->article);
  if (desk_version_get_n_blocks (version) == 0)
    return;
  block = desk_version_get_block (version, desk_version_find_block (version, at));
  /* The innermost of nested ones comes last; the page shows that. */
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const DeskSpan *span = g_ptr_array_index (block->spans, i);

      if (span->kind == DESK_SPAN_KIND_LINK && span->start <= at && at < span->end && desk_reader_policy_may_open (span->href))
        href = span->href;
    }

  if (href != NULL)
    g_signal_emit (self, desk_reader_view_signals[SIGNAL_LINK_ACTIVATED], 0, href);
}

static const struct
{
  const char *type;
  void (*handle) (DeskReaderView *self,
                  JSCValue *message);
} handlers[] = {
  { "ready", ready_message },
  { "painted", painted_message },
  { "scrolling", scrolling_message },
  { "position", position_message },
  { "selection", desk_reader_selection_message },
  { "hover", hover_message },
  { "over", over_message },
  { "click", click_message },
  { "stripe", stripe_message },
  { "menu", menu_message },
  { "link", link_message },
  { "fold", desk_reader_page_fold },
};

static void
message_cb (DeskReaderView *self,
            const char *type,
            JSCValue *message)
{
  if (self->web == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    if (g_str_equal (handlers[i].type, type))
      {
        handlers[i].handle (self, message);
        return;
      }
  g_debug ("A message of the unknown type “%s” was dropped", type);
}

/* Keys. The page of its own uses arrows, paging, Home, End, Tab, space, Enter and what Ctrl goes with;
 * all other keys are the window's. */

/* A digit whatever the layout: keypad and number row count. */
static guint
normalize_key (guint keyval,
               guint keycode)
{
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return GDK_KEY_0 + (keyval - GDK_KEY_KP_0);
  if (keycode >= KEYCODE_1 && keycode <= KEYCODE_9)
    return GDK_KEY_1 + (keycode - KEYCODE_1);

  return gdk_keyval_to_lower (keyval);
}

static gboolean
is_used_by_page (guint keyval)
{
  if (keyval == GDK_KEY_Escape || keyval == GDK_KEY_Delete)
    return FALSE;

  return keyval == GDK_KEY_space || gdk_keyval_to_unicode (keyval) < 0x20;
}

/* WebKit sends a key that its page did not use once more, for the window, and others may have been
 * pressed meanwhile. */

static void
remember_key (DeskReaderView *self,
              guint32 time,
              guint keycode)
{
  self->passed_keys[self->n_passed_keys++ % G_N_ELEMENTS (self->passed_keys)] = (DeskReaderKey) { time, keycode };
}

static gboolean
is_sent_again (DeskReaderView *self,
               guint32 time,
               guint keycode)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->passed_keys); i++)
    {
      DeskReaderKey *key = &self->passed_keys[i];

      if (time != GDK_CURRENT_TIME && key->time == time && key->code == keycode)
        {
          *key = (DeskReaderKey) { 0, 0 };
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
key_pressed_cb (DeskReaderView *self,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                GtkEventControllerKey *keys)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (keys));
  gboolean used = FALSE;

  if (is_sent_again (self, time, keycode))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_F7 && (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0)
    {
      desk_reader_view_set_caret_browsing (self, !webkit_settings_get_enable_caret_browsing (webkit_web_view_get_settings (self->web)));
      return GDK_EVENT_STOP;
    }

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0 || is_used_by_page (keyval))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, desk_reader_view_signals[SIGNAL_KEY], 0, normalize_key (keyval, keycode), &used);

  if (!used)
    remember_key (self, time, keycode);

  return used ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* The window has a menu of its own; that of a browser makes no sense here. */
static gboolean
context_menu_cb (void)
{
  return TRUE;
}

void
desk_reader_events_init (DeskReaderView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_object (self->bridge, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->web, "context-menu", G_CALLBACK (context_menu_cb), self, 0);
}
