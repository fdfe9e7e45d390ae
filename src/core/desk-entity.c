/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-entity.h"

#include "desk-core-types.h"

struct _DeskEntity
{
  GObject parent_instance;

  char *id;
  char *name;
  DeskEntityKind kind;
  GPtrArray *aliases;     /* NULL-terminated; nullable, as most entities have but one name */
  GArray *roles;          /* nullable */
  GPtrArray *mentions;    /* in order of the text */
  GPtrArray *repairs;     /* of DeskRepair; nullable */
  GPtrArray *parts;       /* of DeskIdentity; NULL: the entity itself */
  DeskIdentity self_part; /* its name is that of the entity */
  gboolean apart;
};

G_DEFINE_FINAL_TYPE (DeskEntity, desk_entity, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_NAME,
  PROP_KIND,
  PROP_ALIASES,
  PROP_ROLE,
  PROP_N_ROLES,
  PROP_N_MENTIONS,
} DeskEntityProps;

static GParamSpec *props[PROP_N_MENTIONS + 1];

static void
desk_entity_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  DeskEntity *self = DESK_ENTITY (object);

  switch ((DeskEntityProps) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_ALIASES:
      g_value_set_boxed (value, desk_entity_get_aliases (self));
      break;
    case PROP_ROLE:
      g_value_set_string (value, desk_entity_get_n_roles (self) > 0 ? desk_entity_get_role (self, 0)->text : NULL);
      break;
    case PROP_N_ROLES:
      g_value_set_uint (value, desk_entity_get_n_roles (self));
      break;
    case PROP_N_MENTIONS:
      g_value_set_uint (value, desk_entity_get_n_mentions (self));
      break;
    }
}

static void
desk_entity_finalize (GObject *object)
{
  DeskEntity *self = DESK_ENTITY (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->aliases, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_array_unref);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_clear_pointer (&self->repairs, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_entity_parent_class)->finalize (object);
}

static void
desk_entity_class_init (DeskEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_entity_get_property;
  object_class->finalize = desk_entity_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, DESK_TYPE_ENTITY_KIND, DESK_ENTITY_KIND_PERSON, flags);
  props[PROP_ALIASES] = g_param_spec_boxed ("aliases", NULL, NULL, G_TYPE_STRV, flags);
  /* The first role, which stands below the name in lists. */
  props[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, flags);
  props[PROP_N_ROLES] = g_param_spec_uint ("n-roles", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_MENTIONS] = g_param_spec_uint ("n-mentions", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
clear_role (gpointer data)
{
  g_free (((DeskRole *) data)->text);
}

static void
desk_entity_init (DeskEntity *self)
{
  self->mentions = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * desk_entity_new:
 * @id: id within the analysis
 * @name: its fullest name
 * @kind: a kind
 *
 * Returns: (transfer full): an entity without mentions
 */
DeskEntity *
desk_entity_new (const char *id,
                 const char *name,
                 DeskEntityKind kind)
{
  DeskEntity *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (DESK_TYPE_ENTITY, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->kind = kind;
  self->self_part = (DeskIdentity) { kind, self->name };

  return self;
}

/**
 * desk_entity_get_id:
 * @self: an entity
 *
 * Returns: its id within the analysis
 */
const char *
desk_entity_get_id (DeskEntity *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), NULL);

  return self->id;
}

/**
 * desk_entity_get_name:
 * @self: an entity
 *
 * Returns: its fullest name
 */
const char *
desk_entity_get_name (DeskEntity *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), NULL);

  return self->name;
}

/**
 * desk_entity_get_kind:
 * @self: an entity
 *
 * Returns: its kind
 */
DeskEntityKind
desk_entity_get_kind (DeskEntity *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), DESK_ENTITY_KIND_OTHER);

  return self->kind;
}

/**
 * desk_entity_dup_identity:
 * @self: an entity
 *
 * Returns: (transfer full): its kind and name, which it is known by beyond its article
 */
DeskIdentity *
desk_entity_dup_identity (DeskEntity *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), NULL);

  return desk_identity_copy (&self->self_part);
}

/**
 * desk_entity_get_aliases:
 * @self: an entity
 *
 * Returns: (transfer none) (array zero-terminated=1): other names that the text uses
 */
const char *const *
desk_entity_get_aliases (DeskEntity *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (DESK_IS_ENTITY (self), NULL);

  return self->aliases != NULL ? (const char *const *) self->aliases->pdata : none;
}

/**
 * desk_entity_add_alias:
 * @self: an entity
 * @alias: a name
 *
 * Adds another name, unless it is known already.
 */
void
desk_entity_add_alias (DeskEntity *self,
                       const char *alias)
{
  g_return_if_fail (DESK_IS_ENTITY (self));
  g_return_if_fail (alias != NULL && *alias != '\0');

  if (g_str_equal (self->name, alias) || g_strv_contains (desk_entity_get_aliases (self), alias))
    return;

  if (self->aliases == NULL)
    self->aliases = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  g_ptr_array_add (self->aliases, g_strdup (alias));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALIASES]);
}

/**
 * desk_entity_get_n_roles:
 * @self: an entity
 *
 * Returns: the number of roles
 */
guint
desk_entity_get_n_roles (DeskEntity *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), 0);

  return self->roles != NULL ? self->roles->len : 0;
}

/**
 * desk_entity_get_role:
 * @self: an entity
 * @index: index of a role
 *
 * Returns: (transfer none): what the text says that the entity is, such as an office; valid until a role is added
 */
const DeskRole *
desk_entity_get_role (DeskEntity *self,
                      guint index)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), NULL);
  g_return_val_if_fail (index < desk_entity_get_n_roles (self), NULL);

  return &g_array_index (self->roles, DeskRole, index);
}

/**
 * desk_entity_add_role:
 * @self: an entity
 * @text: the role in words of the text
 * @start: first code point
 * @end: code point after the last
 *
 * Adds a role, unless one in the same words is known already.
 */
void
desk_entity_add_role (DeskEntity *self,
                      const char *text,
                      guint start,
                      guint end)
{
  DeskRole role;

  g_return_if_fail (DESK_IS_ENTITY (self));
  g_return_if_fail (text != NULL && *text != '\0');
  g_return_if_fail (start < end);

  if (self->roles == NULL)
    {
      self->roles = g_array_new (FALSE, FALSE, sizeof (DeskRole));
      g_array_set_clear_func (self->roles, clear_role);
    }
  for (guint i = 0; i < self->roles->len; i++)
    if (g_str_equal (g_array_index (self->roles, DeskRole, i).text, text))
      return;

  role = (DeskRole) { .text = g_strdup (text), .start = start, .end = end };
  g_array_append_val (self->roles, role);

  if (self->roles->len == 1)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ROLES]);
}

/* Behind all mentions that start there or before; they nearly always come in that order. */
static guint
find_place (DeskEntity *self,
            guint start)
{
  guint low = 0;
  guint high = self->mentions->len;

  if (high > 0 && desk_mention_get_start (g_ptr_array_index (self->mentions, high - 1)) <= start)
    return high;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (desk_mention_get_start (g_ptr_array_index (self->mentions, middle)) <= start)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * desk_entity_add_mention:
 * @self: an entity
 * @mention: (transfer none): a mention
 *
 * Adds a mention, at its place in the order of the text.
 */
void
desk_entity_add_mention (DeskEntity *self,
                         DeskMention *mention)
{
  g_return_if_fail (DESK_IS_ENTITY (self));
  g_return_if_fail (DESK_IS_MENTION (mention));

  g_ptr_array_insert (self->mentions, find_place (self, desk_mention_get_start (mention)), g_object_ref (mention));

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_MENTIONS]);
}

/**
 * desk_entity_get_n_mentions:
 * @self: an entity
 *
 * Returns: the number of mentions
 */
guint
desk_entity_get_n_mentions (DeskEntity *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), 0);

  return self->mentions->len;
}

/**
 * desk_entity_get_mention:
 * @self: an entity
 * @index: index of a mention
 *
 * Returns: (transfer none): the mention, in order of the text
 */
DeskMention *
desk_entity_get_mention (DeskEntity *self,
                         guint index)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), NULL);
  g_return_val_if_fail (index < self->mentions->len, NULL);

  return g_ptr_array_index (self->mentions, index);
}

/**
 * desk_entity_get_n_repairs:
 * @self: an entity
 *
 * Returns: in how many ways rules of the reader changed it
 */
guint
desk_entity_get_n_repairs (DeskEntity *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), 0);

  return self->repairs != NULL ? self->repairs->len : 0;
}

/**
 * desk_entity_get_repair:
 * @self: an entity
 * @index: index of a repair
 *
 * Returns: (transfer none): a rule that changed it, and what was there before: the name of an entity that was joined into
 *   it, its old name, or the nick of its old kind
 */
const DeskRepair *
desk_entity_get_repair (DeskEntity *self,
                        guint index)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), NULL);
  g_return_val_if_fail (index < desk_entity_get_n_repairs (self), NULL);

  return g_ptr_array_index (self->repairs, index);
}

/**
 * desk_entity_take_repair:
 * @self: an entity
 * @repair: (transfer full): what was repaired
 *
 * Adds a repair, while the analysis that the entity belongs to is being made.
 */
void
desk_entity_take_repair (DeskEntity *self,
                         DeskRepair *repair)
{
  g_return_if_fail (DESK_IS_ENTITY (self));
  g_return_if_fail (repair != NULL);

  if (self->repairs == NULL)
    self->repairs = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_repair_free);
  g_ptr_array_add (self->repairs, repair);
}

/**
 * desk_entity_get_n_parts:
 * @self: an entity
 *
 * Returns: of how many entities of its article it is made, before the rules of the library: 1 at least
 */
guint
desk_entity_get_n_parts (DeskEntity *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), 0);

  return self->parts != NULL ? self->parts->len : 1;
}

/**
 * desk_entity_get_part:
 * @self: an entity
 * @index: index of a part
 *
 * Returns: (transfer none): what the part is called in its article; the entity itself where no rule joined anything
 */
const DeskIdentity *
desk_entity_get_part (DeskEntity *self,
                      guint index)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), NULL);
  g_return_val_if_fail (index < desk_entity_get_n_parts (self), NULL);

  return self->parts != NULL ? g_ptr_array_index (self->parts, index) : &self->self_part;
}

/**
 * desk_entity_add_part:
 * @self: an entity
 * @part: what it is made of
 *
 * Adds a part, unless it is known, while the analysis that the entity belongs to is being made.
 */
void
desk_entity_add_part (DeskEntity *self,
                      const DeskIdentity *part)
{
  g_return_if_fail (DESK_IS_ENTITY (self));
  g_return_if_fail (part != NULL);

  if (self->parts == NULL)
    self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_identity_free);
  for (guint i = 0; i < self->parts->len; i++)
    if (desk_identity_equal (g_ptr_array_index (self->parts, i), part))
      return;

  g_ptr_array_add (self->parts, desk_identity_copy (part));
}

/**
 * desk_entity_get_apart:
 * @self: an entity
 *
 * Returns: whether the reader said that it is not what has this name elsewhere in the library
 */
gboolean
desk_entity_get_apart (DeskEntity *self)
{
  g_return_val_if_fail (DESK_IS_ENTITY (self), FALSE);

  return self->apart;
}

/**
 * desk_entity_set_apart:
 * @self: an entity
 * @apart: whether it stands for itself
 *
 * Keeps it apart, while the analysis that the entity belongs to is being made.
 */
void
desk_entity_set_apart (DeskEntity *self,
                       gboolean apart)
{
  g_return_if_fail (DESK_IS_ENTITY (self));

  self->apart = apart;
}
