/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-known-private.h"

#include "desk-core-types.h"

struct _DeskKnown
{
  GObject parent_instance;

  DeskIdentity *identity;
  guint n_articles;
  char *other_name;
};

G_DEFINE_FINAL_TYPE (DeskKnown, desk_known, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_KIND,
  PROP_N_ARTICLES,
  PROP_OTHER_NAME,
} DeskKnownProps;

static GParamSpec *props[PROP_OTHER_NAME + 1];

static void
desk_known_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  DeskKnown *self = DESK_KNOWN (object);

  switch ((DeskKnownProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->identity->name);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->identity->kind);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_OTHER_NAME:
      g_value_set_string (value, self->other_name);
      break;
    }
}

static void
desk_known_finalize (GObject *object)
{
  DeskKnown *self = DESK_KNOWN (object);

  g_clear_pointer (&self->identity, desk_identity_free);
  g_clear_pointer (&self->other_name, g_free);

  G_OBJECT_CLASS (desk_known_parent_class)->finalize (object);
}

static void
desk_known_class_init (DeskKnownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_known_get_property;
  object_class->finalize = desk_known_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, DESK_TYPE_ENTITY_KIND, DESK_ENTITY_KIND_PERSON, flags);
  props[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_OTHER_NAME] = g_param_spec_string ("other-name", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_known_init (DeskKnown *self)
{
}

DeskKnown *
desk_known_new (const DeskIdentity *identity,
                guint n_articles,
                const char *other_name)
{
  DeskKnown *self = g_object_new (DESK_TYPE_KNOWN, NULL);

  self->identity = desk_identity_copy (identity);
  self->n_articles = n_articles;
  self->other_name = g_strdup (other_name);

  return self;
}

/* Whether a row would look the same. */
gboolean
desk_known_equal (DeskKnown *a,
                  DeskKnown *b)
{
  return (a->n_articles == b->n_articles && a->identity->kind == b->identity->kind &&
          g_strcmp0 (a->identity->name, b->identity->name) == 0 && g_strcmp0 (a->other_name, b->other_name) == 0);
}

/**
 * desk_known_get_name:
 * @self: an entity
 *
 * Returns: its name, by the rules of the library
 */
const char *
desk_known_get_name (DeskKnown *self)
{
  g_return_val_if_fail (DESK_IS_KNOWN (self), NULL);

  return self->identity->name;
}

/**
 * desk_known_get_kind:
 * @self: an entity
 *
 * Returns: its kind, by the rules of the library
 */
DeskEntityKind
desk_known_get_kind (DeskKnown *self)
{
  g_return_val_if_fail (DESK_IS_KNOWN (self), DESK_ENTITY_KIND_OTHER);

  return self->identity->kind;
}

/**
 * desk_known_get_n_articles:
 * @self: an entity
 *
 * Returns: how many articles name it, deleted ones not counted
 */
guint
desk_known_get_n_articles (DeskKnown *self)
{
  g_return_val_if_fail (DESK_IS_KNOWN (self), 0);

  return self->n_articles;
}

/**
 * desk_known_get_other_name:
 * @self: an entity
 *
 * Returns: (nullable): the other name that has the words which were looked for; %NULL where its own name has them
 */
const char *
desk_known_get_other_name (DeskKnown *self)
{
  g_return_val_if_fail (DESK_IS_KNOWN (self), NULL);

  return self->other_name;
}
