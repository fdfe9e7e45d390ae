/* Find in the article: looked for in the canonical text, shown by the script.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-json.h"
#include "desk-reader-view-private.h"

static const DeskRange *
get_hit (DeskReaderView *self)
{
  return self->hit > 0 ? &g_array_index (self->hits, DeskRange, self->hit - 1) : NULL;
}

void
desk_reader_find_send (DeskReaderView *self)
{
  g_autoptr (GString) json = NULL;

  if (!self->ready || self->hits == NULL)
    return;

  json = g_string_new ("{\"list\":");
  desk_reader_json_append_ranges (json, self->hits);
  g_string_append_printf (json, ",\"current\":%d}", (int) self->hit - 1);
  desk_reader_bridge_call (self->bridge, "hits", json->str);
}

static void
set_hits (DeskReaderView *self,
          GArray *hits,
          guint hit)
{
  guint n_before = self->hits != NULL ? self->hits->len : 0;
  guint before = self->hit;

  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->hit = hit;

  if (n_before != (hits != NULL ? hits->len : 0))
    g_object_notify_by_pspec (G_OBJECT (self), desk_reader_view_props[PROP_N_MATCHES]);
  if (before != hit)
    g_object_notify_by_pspec (G_OBJECT (self), desk_reader_view_props[PROP_MATCH]);
}

void
desk_reader_find_forget (DeskReaderView *self)
{
  set_hits (self, NULL, 0);
  g_clear_pointer (&self->search, desk_reader_search_free);
}

/* While the reader types, the hit stays where it is; otherwise the first below the top of the view. */
static guint
choose_hit (DeskReaderView *self,
            GArray *hits)
{
  const DeskRange *before = get_hit (self);
  guint from = self->selection.start < self->selection.end ? self->selection.start : self->position;

  if (hits->len == 0)
    return 0;
  if (before != NULL)
    from = before->start;

  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, DeskRange, i).start >= from)
      return i + 1;

  return 1;
}

static void
show_hit (DeskReaderView *self)
{
  const DeskRange *hit = get_hit (self);

  if (hit != NULL)
    desk_reader_view_scroll_to (self, hit->start, hit->end);
}

void
desk_reader_view_find (DeskReaderView *self,
                       const char *text)
{
  GArray *hits;

  g_return_if_fail (DESK_IS_READER_VIEW (self));

  if (text == NULL || self->article == NULL)
    {
      set_hits (self, NULL, 0);
      if (self->ready)
        desk_reader_bridge_call (self->bridge, "hits", "{\"list\":[],\"current\":-1}");
      return;
    }

  if (self->search == NULL)
    self->search = desk_reader_search_new (desk_version_get_text (desk_article_get_version (self->article)));
  hits = desk_reader_search_find (self->search, text);
  set_hits (self, hits, choose_hit (self, hits));
  desk_reader_find_send (self);
  show_hit (self);
}

static void
step (DeskReaderView *self,
      int direction)
{
  g_autofree char *json = NULL;
  guint n = self->hits != NULL ? self->hits->len : 0;

  if (n == 0)
    return;

  self->hit = (self->hit - 1 + n + direction) % n + 1;
  if (n > 1)
    g_object_notify_by_pspec (G_OBJECT (self), desk_reader_view_props[PROP_MATCH]);
  if (self->ready)
    {
      json = g_strdup_printf ("%u", self->hit - 1);
      desk_reader_bridge_call (self->bridge, "hit", json);
    }
  show_hit (self);
}

void
desk_reader_view_find_next (DeskReaderView *self)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));

  step (self, 1);
}

void
desk_reader_view_find_previous (DeskReaderView *self)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));

  step (self, -1);
}

gboolean
desk_reader_view_get_match (DeskReaderView *self,
                            guint *start,
                            guint *end)
{
  const DeskRange *hit;

  g_return_val_if_fail (DESK_IS_READER_VIEW (self), FALSE);

  hit = get_hit (self);
  if (hit == NULL)
    return FALSE;
  if (start != NULL)
    *start = hit->start;
  if (end != NULL)
    *end = hit->end;

  return TRUE;
}
