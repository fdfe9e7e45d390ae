/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-kind.h"

#include <glib/gi18n-lib.h>

struct _DeskKind
{
  GObject parent_instance;

  char *id;
  char *name;
  char *letter;
  char *line;
  guint key;
};

G_DEFINE_FINAL_TYPE (DeskKind, desk_kind, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_LETTER,
  PROP_LINE,
  PROP_KEY,
} DeskKindProps;

static GParamSpec *props[PROP_KEY + 1];

static const struct
{
  const char *id;
  const char *name;
  const char *letter;
  const char *line;
} shipped[] = {
  /* Translators: the kinds of marks that a reader makes. The letters stand for them where there is little room: one
   * each, and no letter twice. */
  { "fact", N_ ("Key Fact"), NC_ ("letter of a kind", "F"), "solid-thin" },
  { "check", N_ ("Check"), NC_ ("letter of a kind", "C"), "wavy-thin" },
  { "quote", N_ ("Quote"), NC_ ("letter of a kind", "Q"), "double-thin" },
  { "source", N_ ("Source"), NC_ ("letter of a kind", "S"), "dashed-thin" },
  { "number", N_ ("Number"), NC_ ("letter of a kind", "N"), "solid-thick" },
  { "opinion", N_ ("Opinion"), NC_ ("letter of a kind", "O"), "dashed-thick" },
  { "contradiction", N_ ("Contradiction"), NC_ ("letter of a kind", "X"), "wavy-thick" },
  { "follow-up", N_ ("Follow-up"), NC_ ("letter of a kind", "U"), "double-thick" },
};

static void
desk_kind_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DeskKind *self = DESK_KIND (object);

  switch ((DeskKindProps) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_LETTER:
      g_value_set_string (value, self->letter);
      break;
    case PROP_LINE:
      g_value_set_string (value, self->line);
      break;
    case PROP_KEY:
      g_value_set_uint (value, self->key);
      break;
    }
}

static void
desk_kind_finalize (GObject *object)
{
  DeskKind *self = DESK_KIND (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->letter, g_free);
  g_clear_pointer (&self->line, g_free);

  G_OBJECT_CLASS (desk_kind_parent_class)->finalize (object);
}

static void
desk_kind_class_init (DeskKindClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_kind_get_property;
  object_class->finalize = desk_kind_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_LETTER] = g_param_spec_string ("letter", NULL, NULL, NULL, flags);
  props[PROP_LINE] = g_param_spec_string ("line", NULL, NULL, NULL, flags);
  props[PROP_KEY] = g_param_spec_uint ("key", NULL, NULL, 0, 9, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_kind_init (DeskKind *self)
{
}

/**
 * desk_kind_list_new:
 *
 * Makes the list of the kinds that come with NewsDesk, named in the user's language.
 *
 * Returns: (transfer full): a list of #DeskKind in the order of their keys
 */
GListModel *
desk_kind_list_new (void)
{
  GListStore *kinds = g_list_store_new (DESK_TYPE_KIND);

  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autoptr (DeskKind) kind = g_object_new (DESK_TYPE_KIND, NULL);

      kind->id = g_strdup (shipped[i].id);
      kind->name = g_strdup (_ (shipped[i].name));
      kind->letter = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "letter of a kind", shipped[i].letter));
      kind->line = g_strdup (shipped[i].line);
      kind->key = i + 1;
      g_list_store_append (kinds, kind);
    }

  return G_LIST_MODEL (kinds);
}

/**
 * desk_kind_list_find:
 * @kinds: a list of #DeskKind
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the kind with that id
 */
DeskKind *
desk_kind_list_find (GListModel *kinds,
                     const char *id)
{
  guint n_kinds;

  g_return_val_if_fail (G_IS_LIST_MODEL (kinds), NULL);

  n_kinds = g_list_model_get_n_items (kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      /* The list keeps it alive. */
      g_autoptr (DeskKind) kind = g_list_model_get_item (kinds, i);

      if (g_strcmp0 (kind->id, id) == 0)
        return kind;
    }

  return NULL;
}

/**
 * desk_kind_get_id:
 * @self: a kind
 *
 * Returns: its id, which marks store
 */
const char *
desk_kind_get_id (DeskKind *self)
{
  g_return_val_if_fail (DESK_IS_KIND (self), NULL);

  return self->id;
}

/**
 * desk_kind_get_name:
 * @self: a kind
 *
 * Returns: its name in the user's language
 */
const char *
desk_kind_get_name (DeskKind *self)
{
  g_return_val_if_fail (DESK_IS_KIND (self), NULL);

  return self->name;
}

/**
 * desk_kind_get_letter:
 * @self: a kind
 *
 * Returns: the letter that stands for it, in the user's language
 */
const char *
desk_kind_get_letter (DeskKind *self)
{
  g_return_val_if_fail (DESK_IS_KIND (self), NULL);

  return self->letter;
}

/**
 * desk_kind_get_line:
 * @self: a kind
 *
 * Gets the line that tells the kind from others without colour: `solid`, `wavy`, `double` or `dashed`, a hyphen, and
 * `thin` or `thick`.
 *
 * Returns: its line
 */
const char *
desk_kind_get_line (DeskKind *self)
{
  g_return_val_if_fail (DESK_IS_KIND (self), NULL);

  return self->line;
}

/**
 * desk_kind_get_key:
 * @self: a kind
 *
 * Returns: the number of its key, from 1
 */
guint
desk_kind_get_key (DeskKind *self)
{
  g_return_val_if_fail (DESK_IS_KIND (self), 0);

  return self->key;
}
