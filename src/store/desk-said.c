/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-said-private.h"

#include "desk-core-types.h"

G_DEFINE_FINAL_TYPE (DeskSaid, desk_said, G_TYPE_OBJECT)

typedef enum
{
  PROP_ARTICLE_ID = 1,
  PROP_HEADLINE,
  PROP_SOURCE,
  PROP_PUBLISHED,
  PROP_URL,
  PROP_TEXT,
  PROP_SPEAKER,
  PROP_ROLE,
  PROP_INDIRECT,
  PROP_CONFIDENCE,
  PROP_START,
  PROP_END,
} DeskSaidProps;

static GParamSpec *props[PROP_END + 1];

static void
desk_said_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DeskSaid *self = DESK_SAID (object);

  switch ((DeskSaidProps) prop_id)
    {
    case PROP_ARTICLE_ID:
      g_value_set_string (value, self->article_id);
      break;
    case PROP_HEADLINE:
      g_value_set_string (value, self->headline);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, self->published);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SPEAKER:
      g_value_set_string (value, self->speaker);
      break;
    case PROP_ROLE:
      g_value_set_string (value, self->role);
      break;
    case PROP_INDIRECT:
      g_value_set_boolean (value, self->indirect);
      break;
    case PROP_CONFIDENCE:
      g_value_set_enum (value, self->confidence);
      break;
    case PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case PROP_END:
      g_value_set_uint (value, self->end);
      break;
    }
}

static void
desk_said_finalize (GObject *object)
{
  DeskSaid *self = DESK_SAID (object);

  g_clear_pointer (&self->article_id, g_free);
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->url, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->speaker, g_free);
  g_clear_pointer (&self->role, g_free);

  G_OBJECT_CLASS (desk_said_parent_class)->finalize (object);
}

static void
desk_said_class_init (DeskSaidClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_said_get_property;
  object_class->finalize = desk_said_finalize;

  props[PROP_ARTICLE_ID] = g_param_spec_string ("article-id", NULL, NULL, NULL, flags);
  props[PROP_HEADLINE] = g_param_spec_string ("headline", NULL, NULL, NULL, flags);
  props[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  props[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);
  props[PROP_URL] = g_param_spec_string ("url", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_SPEAKER] = g_param_spec_string ("speaker", NULL, NULL, NULL, flags);
  props[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, flags);
  props[PROP_INDIRECT] = g_param_spec_boolean ("indirect", NULL, NULL, FALSE, flags);
  props[PROP_CONFIDENCE] = g_param_spec_enum ("confidence", NULL, NULL, DESK_TYPE_CONFIDENCE, DESK_CONFIDENCE_WEAK, flags);
  props[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_said_init (DeskSaid *self)
{
}

/**
 * desk_said_get_article_id:
 * @self: a quote
 *
 * Returns: id of the article
 */
const char *
desk_said_get_article_id (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  return self->article_id;
}

/**
 * desk_said_get_headline:
 * @self: a quote
 *
 * Returns: its headline
 */
const char *
desk_said_get_headline (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  return self->headline;
}

/**
 * desk_said_get_source:
 * @self: a quote
 *
 * Returns: where it was published; empty where unknown
 */
const char *
desk_said_get_source (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  return self->source;
}

/**
 * desk_said_get_published:
 * @self: a quote
 *
 * Returns: when, in ISO 8601; empty where unknown
 */
const char *
desk_said_get_published (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  return self->published;
}

/**
 * desk_said_get_url:
 * @self: a quote
 *
 * Returns: its address; empty where unknown
 */
const char *
desk_said_get_url (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  return self->url;
}

/**
 * desk_said_get_text:
 * @self: a quote
 *
 * Returns: what was said, letter by letter; parts of a split quote with “ … ” between them
 */
const char *
desk_said_get_text (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  return self->text;
}

/**
 * desk_said_get_speaker:
 * @self: a quote
 *
 * Returns: the speaker in the words of this article; empty where it has none
 */
const char *
desk_said_get_speaker (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  return self->speaker;
}

/**
 * desk_said_get_role:
 * @self: a quote
 *
 * Returns: the first role of the speaker in this article; empty where unknown
 */
const char *
desk_said_get_role (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  return self->role;
}

/**
 * desk_said_get_indirect:
 * @self: a quote
 *
 * Returns: whether it is reported without quotation marks
 */
gboolean
desk_said_get_indirect (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), FALSE);

  return self->indirect;
}

/**
 * desk_said_get_confidence:
 * @self: a quote
 *
 * Returns: how sure the speaker is
 */
DeskConfidence
desk_said_get_confidence (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), DESK_CONFIDENCE_WEAK);

  return self->confidence;
}

/**
 * desk_said_get_start:
 * @self: a quote
 *
 * Returns: the first code point of its first part
 */
guint
desk_said_get_start (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), 0);

  return self->start;
}

/**
 * desk_said_get_end:
 * @self: a quote
 *
 * Returns: the code point after the last of its first part
 */
guint
desk_said_get_end (DeskSaid *self)
{
  g_return_val_if_fail (DESK_IS_SAID (self), 0);

  return self->end;
}

/* Whether a row would look the same. */
gboolean
desk_said_equal (DeskSaid *a,
                 DeskSaid *b)
{
  return (g_strcmp0 (a->article_id, b->article_id) == 0 &&
          g_strcmp0 (a->headline, b->headline) == 0 &&
          g_strcmp0 (a->source, b->source) == 0 &&
          g_strcmp0 (a->published, b->published) == 0 &&
          g_strcmp0 (a->url, b->url) == 0 &&
          g_strcmp0 (a->text, b->text) == 0 &&
          g_strcmp0 (a->speaker, b->speaker) == 0 &&
          g_strcmp0 (a->role, b->role) == 0 &&
          a->indirect == b->indirect &&
          a->confidence == b->confidence &&
          a->start == b->start &&
          a->end == b->end);
}
