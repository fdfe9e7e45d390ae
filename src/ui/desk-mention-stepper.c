/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-mention-stepper.h"

struct _DeskMentionStepper
{
  GObject parent_instance;

  DeskEntity *entity;
  guint index;
};

G_DEFINE_FINAL_TYPE (DeskMentionStepper, desk_mention_stepper, G_TYPE_OBJECT)

typedef enum
{
  PROP_ENTITY = 1,
  PROP_INDEX,
} DeskMentionStepperProps;

static GParamSpec *props[PROP_INDEX + 1];

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
desk_mention_stepper_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  DeskMentionStepper *self = DESK_MENTION_STEPPER (object);

  switch ((DeskMentionStepperProps) prop_id)
    {
    case PROP_ENTITY:
      g_value_set_object (value, self->entity);
      break;
    case PROP_INDEX:
      g_value_set_uint (value, self->index);
      break;
    }
}

static void
desk_mention_stepper_finalize (GObject *object)
{
  DeskMentionStepper *self = DESK_MENTION_STEPPER (object);

  g_clear_object (&self->entity);

  G_OBJECT_CLASS (desk_mention_stepper_parent_class)->finalize (object);
}

static void
desk_mention_stepper_class_init (DeskMentionStepperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_mention_stepper_get_property;
  object_class->finalize = desk_mention_stepper_finalize;

  props[PROP_ENTITY] = g_param_spec_object ("entity", NULL, NULL, DESK_TYPE_ENTITY,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_INDEX] = g_param_spec_uint ("index", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_mention_stepper_init (DeskMentionStepper *self)
{
}

DeskMentionStepper *
desk_mention_stepper_new (void)
{
  return g_object_new (DESK_TYPE_MENTION_STEPPER, NULL);
}

DeskEntity *
desk_mention_stepper_get_entity (DeskMentionStepper *self)
{
  g_return_val_if_fail (DESK_IS_MENTION_STEPPER (self), NULL);

  return self->entity;
}

guint
desk_mention_stepper_get_index (DeskMentionStepper *self)
{
  g_return_val_if_fail (DESK_IS_MENTION_STEPPER (self), 0);

  return self->index;
}

DeskMention *
desk_mention_stepper_get_mention (DeskMentionStepper *self)
{
  g_return_val_if_fail (DESK_IS_MENTION_STEPPER (self), NULL);

  if (self->entity == NULL || self->index >= desk_entity_get_n_mentions (self->entity))
    return NULL;
  return desk_entity_get_mention (self->entity, self->index);
}

gboolean
desk_mention_stepper_is_at (DeskMentionStepper *self,
                            const char *entity_id)
{
  g_return_val_if_fail (DESK_IS_MENTION_STEPPER (self), FALSE);

  return self->entity != NULL && g_strcmp0 (desk_entity_get_id (self->entity), entity_id) == 0;
}

void
desk_mention_stepper_light (DeskMentionStepper *self,
                            DeskEntity *entity,
                            guint index)
{
  g_return_if_fail (DESK_IS_MENTION_STEPPER (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_object (&self->entity, entity))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENTITY]);
  if (self->index != index)
    {
      self->index = index;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDEX]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

void
desk_mention_stepper_start (DeskMentionStepper *self,
                            DeskEntity *entity,
                            guint index)
{
  g_return_if_fail (DESK_IS_MENTION_STEPPER (self));
  g_return_if_fail (DESK_IS_ENTITY (entity));

  desk_mention_stepper_light (self, entity, index);
  g_signal_emit (self, signals[MOVED], 0);
}

gboolean
desk_mention_stepper_step (DeskMentionStepper *self,
                           int direction)
{
  guint n;

  g_return_val_if_fail (DESK_IS_MENTION_STEPPER (self), FALSE);

  n = self->entity ? desk_entity_get_n_mentions (self->entity) : 0;
  if (n == 0)
    return FALSE;
  desk_mention_stepper_start (self, self->entity, (self->index + (direction < 0 ? n - 1 : 1)) % n);
  return TRUE;
}

void
desk_mention_stepper_clear (DeskMentionStepper *self)
{
  desk_mention_stepper_light (self, NULL, 0);
}
