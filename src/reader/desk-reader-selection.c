/* The selection of the article pane: reported by the script, checked and trimmed here.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-message.h"
#include "desk-reader-view-private.h"
#include "desk-selection.h"

typedef struct
{
  DeskReaderView *view;
  DeskRange range;
  guint page;
} Wanted;

static void
set_selection (DeskReaderView *self,
               DeskRange range,
               const GdkRectangle *line)
{
  GObject *object = G_OBJECT (self);
  DeskRange before = self->selection;

  self->selection = range;
  self->selection_line = *line;

  g_object_freeze_notify (object);
  if ((before.start < before.end) != (range.start < range.end))
    g_object_notify_by_pspec (object, desk_reader_view_props[PROP_HAS_SELECTION]);
  if (before.start != range.start)
    g_object_notify_by_pspec (object, desk_reader_view_props[PROP_SELECTION_START]);
  if (before.end != range.end)
    g_object_notify_by_pspec (object, desk_reader_view_props[PROP_SELECTION_END]);
  g_object_thaw_notify (object);

  g_signal_emit (self, desk_reader_view_signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
set_no_selection (DeskReaderView *self)
{
  if (self->selection.start < self->selection.end)
    set_selection (self, (DeskRange) { 0, 0 }, &(GdkRectangle) { 0, 0, 0, 0 });
}

void
desk_reader_selection_forget (DeskReaderView *self)
{
  set_no_selection (self);
}

static void
shown_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autofree Wanted *wanted = user_data;
  g_autoptr (DeskReaderView) self = wanted->view;
  g_autoptr (JSCValue) lines = desk_reader_bridge_call_finish (DESK_READER_BRIDGE (source), result, NULL);
  GdkRectangle line = { 0, 0, 0, 0 };

  if (lines == NULL || self->web == NULL || wanted->page != self->page)
    return;
  /* The reader has gone on to another selection, which will be reported. */
  if (jsc_value_is_boolean (lines))
    return;

  if (!desk_reader_message_get_box (lines, 4, desk_reader_look_get_scale (self), &line))
    line = (GdkRectangle) { 0, 0, 0, 0 };
  set_selection (self, wanted->range, &line);
}

static void
show_selection (DeskReaderView *self,
                const char *command,
                DeskRange range,
                guint serial)
{
  g_autofree char *json = g_strdup_printf ("{\"start\":%u,\"end\":%u,\"serial\":%u}", range.start, range.end, serial);
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted) { g_object_ref (self), range, self->page };
  desk_reader_bridge_call_async (self->bridge, command, json, self->cancellable, shown_cb, wanted);
}

static gboolean
is_our_text (DeskReaderView *self,
             DeskRange range,
             const char *text)
{
  DeskText *ours = desk_version_get_text (desk_article_get_version (self->article));
  g_autofree char *slice = desk_text_dup_slice (ours, range.start, range.end);

  return g_strcmp0 (slice, text) == 0;
}

void
desk_reader_selection_message (DeskReaderView *self,
                               JSCValue *message)
{
  guint length = desk_reader_view_get_length (self);
  g_autofree char *text = NULL;
  gboolean exact;
  DeskRange range;
  guint serial;

  if (!desk_reader_message_get_uint (message, "start", length, &range.start) ||
      !desk_reader_message_get_uint (message, "end", length, &range.end) ||
      !desk_reader_message_get_uint (message, "serial", G_MAXUINT, &serial) ||
      !desk_reader_message_get_boolean (message, "exact", &exact))
    return;

  if (range.start >= range.end)
    {
      set_no_selection (self);
      return;
    }

  text = desk_reader_message_dup_string (message, "text", (gsize) (range.end - range.start) * 6);
  if (text == NULL || !is_our_text (self, range, text))
    {
      g_debug ("A selection from %u to %u with other text than ours was refused", range.start, range.end);
      desk_reader_view_clear_selection (self);
      return;
    }

  if (!exact && !desk_selection_trim (desk_article_get_version (self->article), &range.start, &range.end))
    {
      desk_reader_view_clear_selection (self);
      return;
    }
  show_selection (self, "answer", range, serial);
}

gboolean
desk_reader_view_get_selection (DeskReaderView *self,
                                guint *start,
                                guint *end,
                                GdkRectangle *last_line)
{
  g_return_val_if_fail (DESK_IS_READER_VIEW (self), FALSE);

  if (start != NULL)
    *start = self->selection.start;
  if (end != NULL)
    *end = self->selection.end;
  if (last_line != NULL)
    *last_line = self->selection_line;

  return self->selection.start < self->selection.end;
}

void
desk_reader_view_set_selection (DeskReaderView *self,
                                guint start,
                                guint end)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));

  end = MIN (end, desk_reader_view_get_length (self));
  if (!self->ready)
    return;
  if (start >= end)
    desk_reader_view_clear_selection (self);
  else
    show_selection (self, "select", (DeskRange) { start, end }, 0);
}

void
desk_reader_view_clear_selection (DeskReaderView *self)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));

  set_no_selection (self);
  if (self->ready)
    desk_reader_bridge_call (self->bridge, "unselect", "null");
}
