/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-history.h"

#define MAX_STEPS 200

struct _DeskHistory
{
  GObject parent_instance;

  GPtrArray *ids;
  guint n_visited; /* the current one is the last visited; 0 for none */
};

G_DEFINE_FINAL_TYPE (DeskHistory, desk_history, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
desk_history_finalize (GObject *object)
{
  DeskHistory *self = DESK_HISTORY (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_history_parent_class)->finalize (object);
}

static void
desk_history_class_init (DeskHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_history_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_history_init (DeskHistory *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

DeskHistory *
desk_history_new (void)
{
  return g_object_new (DESK_TYPE_HISTORY, NULL);
}

void
desk_history_visit (DeskHistory *self,
                    const char *id)
{
  g_return_if_fail (DESK_IS_HISTORY (self));
  g_return_if_fail (id != NULL);

  if (g_strcmp0 (desk_history_get_current (self), id) == 0)
    return;

  g_ptr_array_set_size (self->ids, self->n_visited);
  g_ptr_array_add (self->ids, g_strdup (id));
  if (self->ids->len > MAX_STEPS)
    g_ptr_array_remove_index (self->ids, 0);
  self->n_visited = self->ids->len;

  g_signal_emit (self, signals[CHANGED], 0);
}

void
desk_history_remove (DeskHistory *self,
                     const char *id)
{
  g_return_if_fail (DESK_IS_HISTORY (self));
  g_return_if_fail (id != NULL);

  for (guint i = self->ids->len; i > 0; i--)
    {
      const char *here = g_ptr_array_index (self->ids, i - 1);
      gboolean gone = g_str_equal (here, id);
      /* What stood on both sides of the gone one would follow itself. */
      gboolean repeated = i < self->ids->len && g_str_equal (here, g_ptr_array_index (self->ids, i));

      if (!gone && !repeated)
        continue;

      g_ptr_array_remove_index (self->ids, i - 1);
      if (self->n_visited >= i)
        self->n_visited--;
    }

  if (self->n_visited == 0 && self->ids->len > 0)
    self->n_visited = 1;

  g_signal_emit (self, signals[CHANGED], 0);
}

void
desk_history_clear (DeskHistory *self)
{
  g_return_if_fail (DESK_IS_HISTORY (self));

  g_ptr_array_set_size (self->ids, 0);
  self->n_visited = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
desk_history_can_go_back (DeskHistory *self)
{
  g_return_val_if_fail (DESK_IS_HISTORY (self), FALSE);

  return self->n_visited > 1;
}

gboolean
desk_history_can_go_forward (DeskHistory *self)
{
  g_return_val_if_fail (DESK_IS_HISTORY (self), FALSE);

  return self->n_visited < self->ids->len;
}

const char *
desk_history_go_back (DeskHistory *self)
{
  g_return_val_if_fail (DESK_IS_HISTORY (self), NULL);

  if (!desk_history_can_go_back (self))
    return NULL;

  self->n_visited--;
  g_signal_emit (self, signals[CHANGED], 0);
  return desk_history_get_current (self);
}

const char *
desk_history_go_forward (DeskHistory *self)
{
  g_return_val_if_fail (DESK_IS_HISTORY (self), NULL);

  if (!desk_history_can_go_forward (self))
    return NULL;

  self->n_visited++;
  g_signal_emit (self, signals[CHANGED], 0);
  return desk_history_get_current (self);
}

const char *
desk_history_get_current (DeskHistory *self)
{
  g_return_val_if_fail (DESK_IS_HISTORY (self), NULL);

  return self->n_visited > 0 ? g_ptr_array_index (self->ids, self->n_visited - 1) : NULL;
}
