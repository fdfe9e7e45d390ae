/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-naming-private.h"

G_DEFINE_FINAL_TYPE (DeskNaming, desk_naming, G_TYPE_OBJECT)

typedef enum
{
  PROP_ARTICLE_ID = 1,
  PROP_HEADLINE,
  PROP_SOURCE,
  PROP_PUBLISHED,
  PROP_NAMES,
  PROP_N_MENTIONS,
  PROP_START,
  PROP_END,
} DeskNamingProps;

static GParamSpec *props[PROP_END + 1];

static void
desk_naming_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  DeskNaming *self = DESK_NAMING (object);

  switch ((DeskNamingProps) prop_id)
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
    case PROP_NAMES:
      g_value_set_boxed (value, self->names);
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, self->n_mentions);
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
desk_naming_finalize (GObject *object)
{
  DeskNaming *self = DESK_NAMING (object);

  g_clear_pointer (&self->article_id, g_free);
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->names, g_strfreev);

  G_OBJECT_CLASS (desk_naming_parent_class)->finalize (object);
}

static void
desk_naming_class_init (DeskNamingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_naming_get_property;
  object_class->finalize = desk_naming_finalize;

  props[PROP_ARTICLE_ID] = g_param_spec_string ("article-id", NULL, NULL, NULL, flags);
  props[PROP_HEADLINE] = g_param_spec_string ("headline", NULL, NULL, NULL, flags);
  props[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  props[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);
  props[PROP_NAMES] = g_param_spec_boxed ("names", NULL, NULL, G_TYPE_STRV, flags);
  props[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_naming_init (DeskNaming *self)
{
}

/**
 * desk_naming_get_article_id:
 * @self: an article that names an entity
 *
 * Returns: id of the article
 */
const char *
desk_naming_get_article_id (DeskNaming *self)
{
  g_return_val_if_fail (DESK_IS_NAMING (self), NULL);

  return self->article_id;
}

/**
 * desk_naming_get_headline:
 * @self: an article that names an entity
 *
 * Returns: its headline
 */
const char *
desk_naming_get_headline (DeskNaming *self)
{
  g_return_val_if_fail (DESK_IS_NAMING (self), NULL);

  return self->headline;
}

/**
 * desk_naming_get_source:
 * @self: an article that names an entity
 *
 * Returns: where it was published; empty where unknown
 */
const char *
desk_naming_get_source (DeskNaming *self)
{
  g_return_val_if_fail (DESK_IS_NAMING (self), NULL);

  return self->source;
}

/**
 * desk_naming_get_published:
 * @self: an article that names an entity
 *
 * Returns: when, in ISO 8601; empty where unknown
 */
const char *
desk_naming_get_published (DeskNaming *self)
{
  g_return_val_if_fail (DESK_IS_NAMING (self), NULL);

  return self->published;
}

/**
 * desk_naming_get_names:
 * @self: an article that names an entity
 *
 * Returns: (transfer none) (array zero-terminated=1): how the article calls it, the most frequent name first
 */
const char *const *
desk_naming_get_names (DeskNaming *self)
{
  g_return_val_if_fail (DESK_IS_NAMING (self), NULL);

  return (const char *const *) self->names;
}

/**
 * desk_naming_get_n_mentions:
 * @self: an article that names an entity
 *
 * Returns: how often
 */
guint
desk_naming_get_n_mentions (DeskNaming *self)
{
  g_return_val_if_fail (DESK_IS_NAMING (self), 0);

  return self->n_mentions;
}

/**
 * desk_naming_get_start:
 * @self: an article that names an entity
 *
 * Returns: the first code point of the first mention
 */
guint
desk_naming_get_start (DeskNaming *self)
{
  g_return_val_if_fail (DESK_IS_NAMING (self), 0);

  return self->start;
}

/**
 * desk_naming_get_end:
 * @self: an article that names an entity
 *
 * Returns: the code point after the last of the first mention
 */
guint
desk_naming_get_end (DeskNaming *self)
{
  g_return_val_if_fail (DESK_IS_NAMING (self), 0);

  return self->end;
}

/* Whether a row would look the same. */
gboolean
desk_naming_equal (DeskNaming *a,
                   DeskNaming *b)
{
  return (g_strcmp0 (a->article_id, b->article_id) == 0 &&
          g_strcmp0 (a->headline, b->headline) == 0 &&
          g_strcmp0 (a->source, b->source) == 0 &&
          g_strcmp0 (a->published, b->published) == 0 &&
          g_strv_equal ((const char *const *) a->names, (const char *const *) b->names) &&
          a->n_mentions == b->n_mentions &&
          a->start == b->start &&
          a->end == b->end);
}
