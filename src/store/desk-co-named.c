/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-co-named-private.h"

#include "desk-core-types.h"

struct _DeskCoNamed
{
  GObject parent_instance;

  DeskIdentity *identity;
  guint n_articles;
};

G_DEFINE_FINAL_TYPE (DeskCoNamed, desk_co_named, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_KIND,
  PROP_N_ARTICLES,
} DeskCoNamedProps;

static GParamSpec *props[PROP_N_ARTICLES + 1];

static void
desk_co_named_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DeskCoNamed *self = DESK_CO_NAMED (object);

  switch ((DeskCoNamedProps) prop_id)
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
    }
}

static void
desk_co_named_finalize (GObject *object)
{
  DeskCoNamed *self = DESK_CO_NAMED (object);

  g_clear_pointer (&self->identity, desk_identity_free);

  G_OBJECT_CLASS (desk_co_named_parent_class)->finalize (object);
}

static void
desk_co_named_class_init (DeskCoNamedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_co_named_get_property;
  object_class->finalize = desk_co_named_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, DESK_TYPE_ENTITY_KIND, DESK_ENTITY_KIND_PERSON, flags);
  props[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_co_named_init (DeskCoNamed *self)
{
}

DeskCoNamed *
desk_co_named_new (const DeskIdentity *identity,
                   guint n_articles)
{
  DeskCoNamed *self = g_object_new (DESK_TYPE_CO_NAMED, NULL);

  self->identity = desk_identity_copy (identity);
  self->n_articles = n_articles;

  return self;
}

/* Whether a row would look the same. */
gboolean
desk_co_named_equal (DeskCoNamed *a,
                     DeskCoNamed *b)
{
  return (a->n_articles == b->n_articles && a->identity->kind == b->identity->kind &&
          g_strcmp0 (a->identity->name, b->identity->name) == 0);
}

/**
 * desk_co_named_get_name:
 * @self: an entity
 *
 * Returns: its name
 */
const char *
desk_co_named_get_name (DeskCoNamed *self)
{
  g_return_val_if_fail (DESK_IS_CO_NAMED (self), NULL);

  return self->identity->name;
}

/**
 * desk_co_named_get_kind:
 * @self: an entity
 *
 * Returns: its kind
 */
DeskEntityKind
desk_co_named_get_kind (DeskCoNamed *self)
{
  g_return_val_if_fail (DESK_IS_CO_NAMED (self), DESK_ENTITY_KIND_OTHER);

  return self->identity->kind;
}

/**
 * desk_co_named_get_n_articles:
 * @self: an entity
 *
 * Returns: in how many articles it stands with the other one
 */
guint
desk_co_named_get_n_articles (DeskCoNamed *self)
{
  g_return_val_if_fail (DESK_IS_CO_NAMED (self), 0);

  return self->n_articles;
}
