/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-mention.h"

#include "desk-core-types.h"

struct _DeskMention
{
  GObject parent_instance;

  guint start;
  guint end;
  GRefString *text; /* shared, as a name is often said again */
  DeskConfidence confidence;
  GRefString *why; /* shared: there are few different ones; nullable */
  char *other_reading;
  DeskRepair *repair; /* nullable */
};

G_DEFINE_FINAL_TYPE (DeskMention, desk_mention, G_TYPE_OBJECT)

typedef enum
{
  PROP_START = 1,
  PROP_END,
  PROP_TEXT,
  PROP_CONFIDENCE,
  PROP_WHY,
  PROP_OTHER_READING,
} DeskMentionProps;

static GParamSpec *props[PROP_OTHER_READING + 1];

static void
desk_mention_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DeskMention *self = DESK_MENTION (object);

  switch ((DeskMentionProps) prop_id)
    {
    case PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case PROP_END:
      g_value_set_uint (value, self->end);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_CONFIDENCE:
      g_value_set_enum (value, self->confidence);
      break;
    case PROP_WHY:
      g_value_set_string (value, self->why);
      break;
    case PROP_OTHER_READING:
      g_value_set_string (value, self->other_reading);
      break;
    }
}

static void
desk_mention_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  if (prop_id == PROP_OTHER_READING)
    desk_mention_set_other_reading (DESK_MENTION (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
desk_mention_finalize (GObject *object)
{
  DeskMention *self = DESK_MENTION (object);

  g_clear_pointer (&self->text, g_ref_string_release);
  g_clear_pointer (&self->why, g_ref_string_release);
  g_clear_pointer (&self->other_reading, g_free);
  g_clear_pointer (&self->repair, desk_repair_free);

  G_OBJECT_CLASS (desk_mention_parent_class)->finalize (object);
}

static void
desk_mention_class_init (DeskMentionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_mention_get_property;
  object_class->set_property = desk_mention_set_property;
  object_class->finalize = desk_mention_finalize;

  props[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_CONFIDENCE] =
    g_param_spec_enum ("confidence", NULL, NULL, DESK_TYPE_CONFIDENCE, DESK_CONFIDENCE_WEAK, flags);
  props[PROP_WHY] = g_param_spec_string ("why", NULL, NULL, NULL, flags);
  props[PROP_OTHER_READING] =
    g_param_spec_string ("other-reading", NULL, NULL, NULL,
                         (G_PARAM_READWRITE |
                          G_PARAM_EXPLICIT_NOTIFY |
                          G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_mention_init (DeskMention *self)
{
}

/**
 * desk_mention_new:
 * @start: first code point
 * @end: code point after the last
 * @text: the text there
 * @confidence: how sure it is
 * @why: (nullable): the evidence, for the reader
 *
 * Returns: (transfer full): a mention
 */
DeskMention *
desk_mention_new (guint start,
                  guint end,
                  const char *text,
                  DeskConfidence confidence,
                  const char *why)
{
  DeskMention *self;

  g_return_val_if_fail (start < end, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (DESK_TYPE_MENTION, NULL);
  self->start = start;
  self->end = end;
  self->text = g_ref_string_new_intern (text);
  self->confidence = confidence;
  self->why = why != NULL ? g_ref_string_new_intern (why) : NULL;

  return self;
}

/**
 * desk_mention_get_start:
 * @self: a mention
 *
 * Returns: its first code point
 */
guint
desk_mention_get_start (DeskMention *self)
{
  g_return_val_if_fail (DESK_IS_MENTION (self), 0);

  return self->start;
}

/**
 * desk_mention_get_end:
 * @self: a mention
 *
 * Returns: the code point after its last
 */
guint
desk_mention_get_end (DeskMention *self)
{
  g_return_val_if_fail (DESK_IS_MENTION (self), 0);

  return self->end;
}

/**
 * desk_mention_get_text:
 * @self: a mention
 *
 * Returns: the text there
 */
const char *
desk_mention_get_text (DeskMention *self)
{
  g_return_val_if_fail (DESK_IS_MENTION (self), NULL);

  return self->text;
}

/**
 * desk_mention_get_confidence:
 * @self: a mention
 *
 * Returns: how sure it is
 */
DeskConfidence
desk_mention_get_confidence (DeskMention *self)
{
  g_return_val_if_fail (DESK_IS_MENTION (self), DESK_CONFIDENCE_WEAK);

  return self->confidence;
}

/**
 * desk_mention_get_why:
 * @self: a mention
 *
 * Returns: (nullable): the evidence, for the reader
 */
const char *
desk_mention_get_why (DeskMention *self)
{
  g_return_val_if_fail (DESK_IS_MENTION (self), NULL);

  return self->why;
}

/**
 * desk_mention_get_other_reading:
 * @self: a mention
 *
 * Returns: (nullable): id of the entity that it could also name
 */
const char *
desk_mention_get_other_reading (DeskMention *self)
{
  g_return_val_if_fail (DESK_IS_MENTION (self), NULL);

  return self->other_reading;
}

/**
 * desk_mention_set_other_reading:
 * @self: a mention
 * @entity_id: (nullable): id of the entity that it could also name
 *
 * Sets the other reading, while the analysis that the mention belongs to is being made.
 */
void
desk_mention_set_other_reading (DeskMention *self,
                                const char *entity_id)
{
  g_return_if_fail (DESK_IS_MENTION (self));

  if (g_set_str (&self->other_reading, entity_id))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OTHER_READING]);
}

/**
 * desk_mention_get_repair:
 * @self: a mention
 *
 * Returns: (transfer none) (nullable): the rule of the reader that put the mention where it is, with the entity that the
 *   machine took it for
 */
const DeskRepair *
desk_mention_get_repair (DeskMention *self)
{
  g_return_val_if_fail (DESK_IS_MENTION (self), NULL);

  return self->repair;
}

/**
 * desk_mention_set_repair:
 * @self: a mention
 * @repair: (nullable): what was repaired
 *
 * Sets the repair, while the analysis that the mention belongs to is being made.
 */
void
desk_mention_set_repair (DeskMention *self,
                         const DeskRepair *repair)
{
  g_return_if_fail (DESK_IS_MENTION (self));

  g_clear_pointer (&self->repair, desk_repair_free);
  self->repair = desk_repair_copy (repair);
}
