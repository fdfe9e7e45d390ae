/* Layers of machine marks, scrolling to a passage and asking where it stands.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-json.h"
#include "desk-reader-message.h"
#include "desk-reader-ranges.h"
#include "desk-reader-view-private.h"

/* Names of the highlights in style/marks.css. */
static const char *const names[DESK_N_LAYERS] = {
  [DESK_LAYER_PEOPLE] = "people",
  [DESK_LAYER_ORGANISATIONS] = "organisations",
  [DESK_LAYER_PLACES] = "places",
  [DESK_LAYER_DATES] = "dates",
  [DESK_LAYER_QUOTES] = "quotes",
  [DESK_LAYER_STATEMENTS] = "statements",
  [DESK_LAYER_GLOW] = "glow",
};

static void
send_layer (DeskReaderView *self,
            DeskLayer layer,
            gboolean with_ranges)
{
  g_autoptr (GString) json = NULL;

  if (!self->ready)
    return;

  json = g_string_new (NULL);
  g_string_append_printf (json, "{\"name\":\"%s\",\"shown\":%s", names[layer], self->layers[layer].shown ? "true" : "false");
  if (with_ranges)
    {
      g_string_append (json, ",\"ranges\":");
      desk_reader_json_append_ranges (json, self->layers[layer].ranges);
    }
  g_string_append_c (json, '}');
  desk_reader_bridge_call (self->bridge, "layer", json->str);
}

static void
send_sentences (DeskReaderView *self)
{
  g_autoptr (GString) json = NULL;

  if (!self->ready)
    return;

  json = g_string_new (NULL);
  desk_reader_json_append_ranges (json, self->sentences);
  desk_reader_bridge_call (self->bridge, "sentences", json->str);
}

static void
send_picked (DeskReaderView *self)
{
  g_autoptr (GString) json = NULL;

  if (!self->ready)
    return;

  json = g_string_new (NULL);
  desk_reader_json_append_ranges (json, self->picked);
  desk_reader_bridge_call (self->bridge, "picked", json->str);
}

void
desk_reader_layers_send (DeskReaderView *self)
{
  send_sentences (self);
  for (guint i = 0; i < DESK_N_LAYERS; i++)
    if (self->layers[i].ranges != NULL && self->layers[i].ranges->len > 0)
      send_layer (self, i, TRUE);

  send_picked (self);

  if (self->shown_at_start.end > 0)
    {
      desk_reader_view_scroll_to (self, self->shown_at_start.start, self->shown_at_start.end);
      self->shown_at_start = (DeskRange) { 0, 0 };
    }
}

/* Ranges belong to an article; whether a layer is shown does not. */
void
desk_reader_layers_clear (DeskReaderView *self)
{
  for (guint i = 0; i < DESK_N_LAYERS; i++)
    g_clear_pointer (&self->layers[i].ranges, g_array_unref);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->picked, g_array_unref);
  self->shown_at_start = (DeskRange) { 0, 0 };
}

void
desk_reader_view_set_layer (DeskReaderView *self,
                            DeskLayer layer,
                            GArray *ranges)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));
  g_return_if_fail (layer < DESK_N_LAYERS);

  g_clear_pointer (&self->layers[layer].ranges, g_array_unref);
  self->layers[layer].ranges = desk_reader_ranges_flatten (ranges, desk_reader_view_get_length (self));
  send_layer (self, layer, TRUE);
}

void
desk_reader_view_set_layer_shown (DeskReaderView *self,
                                  DeskLayer layer,
                                  gboolean shown)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));
  g_return_if_fail (layer < DESK_N_LAYERS);

  if (self->layers[layer].shown == !!shown)
    return;
  self->layers[layer].shown = !!shown;
  send_layer (self, layer, FALSE);
}

void
desk_reader_view_set_sentences (DeskReaderView *self,
                                GArray *sentences)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));

  g_clear_pointer (&self->sentences, g_array_unref);
  self->sentences = sentences != NULL ? g_array_copy (sentences) : NULL;
  send_sentences (self);
}

void
desk_reader_view_set_picked (DeskReaderView *self,
                             GArray *ranges)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));

  if (self->picked == NULL && ranges == NULL)
    return;
  g_clear_pointer (&self->picked, g_array_unref);
  if (ranges != NULL)
    self->picked = desk_reader_ranges_flatten (ranges, desk_reader_view_get_length (self));
  send_picked (self);
}

static char *
dup_passage (DeskReaderView *self,
             guint start,
             guint end)
{
  guint length = desk_reader_view_get_length (self);

  return g_strdup_printf ("{\"start\":%u,\"end\":%u}", MIN (start, length), MIN (MAX (end, start + 1), length));
}

void
desk_reader_view_scroll_to (DeskReaderView *self,
                            guint start,
                            guint end)
{
  g_autofree char *json = NULL;

  g_return_if_fail (DESK_IS_READER_VIEW (self));
  g_return_if_fail (start <= end);

  if (!self->ready)
    {
      /* As soon as the page is there. */
      self->shown_at_start = (DeskRange) { start, end };
      return;
    }
  json = dup_passage (self, start, end);
  desk_reader_bridge_call (self->bridge, "show", json);
}

static void
located_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  JSCValue *lines = desk_reader_bridge_call_finish (DESK_READER_BRIDGE (source), result, &error);

  if (lines == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, lines, g_object_unref);
}

void
desk_reader_view_locate_async (DeskReaderView *self,
                               guint start,
                               guint end,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *json = NULL;

  g_return_if_fail (DESK_IS_READER_VIEW (self));
  g_return_if_fail (start <= end);

  g_task_set_source_tag (task, desk_reader_view_locate_async);
  if (!self->ready)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED, "The page is still being loaded");
      return;
    }
  json = dup_passage (self, start, end);
  desk_reader_bridge_call_async (self->bridge, "whereIs", json, cancellable, located_cb, g_steal_pointer (&task));
}

gboolean
desk_reader_view_locate_finish (DeskReaderView *self,
                                GAsyncResult *result,
                                GdkRectangle *first_line,
                                GdkRectangle *last_line,
                                GError **error)
{
  g_autoptr (JSCValue) lines = NULL;
  GdkRectangle first, last;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_reader_view_locate_async), FALSE);

  lines = g_task_propagate_pointer (G_TASK (result), error);
  if (lines == NULL ||
      !desk_reader_message_get_box (lines, 0, desk_reader_look_get_scale (self), &first) ||
      !desk_reader_message_get_box (lines, 4, desk_reader_look_get_scale (self), &last))
    return FALSE;

  if (first_line != NULL)
    *first_line = first;
  if (last_line != NULL)
    *last_line = last;

  return TRUE;
}
