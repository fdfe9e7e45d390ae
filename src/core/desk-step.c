/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-step.h"

#include "desk-annotation.h"
#include "desk-core-types.h"
#include "desk-error.h"
#include "desk-rule.h"

/* Name, time, and for each change: kind, article, object, before, after. */
#define STEP_TYPE ((const GVariantType *) "(sxa(ssmsmvmv))")

struct _DeskStep
{
  GObject parent_instance;

  char *name;
  gint64 created;
  GPtrArray *changes;
};

G_DEFINE_FINAL_TYPE (DeskStep, desk_step, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_CREATED,
  PROP_N_CHANGES,
} DeskStepProps;

static GParamSpec *props[PROP_N_CHANGES + 1];

static void
change_free (gpointer data)
{
  DeskChange *change = data;

  g_free (change->article_id);
  g_free (change->object_id);
  g_clear_pointer (&change->before, g_variant_unref);
  g_clear_pointer (&change->after, g_variant_unref);
  g_free (change);
}

static void
desk_step_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DeskStep *self = DESK_STEP (object);

  switch ((DeskStepProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_CREATED:
      g_value_set_int64 (value, self->created);
      break;
    case PROP_N_CHANGES:
      g_value_set_uint (value, self->changes->len);
      break;
    }
}

static void
desk_step_finalize (GObject *object)
{
  DeskStep *self = DESK_STEP (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_step_parent_class)->finalize (object);
}

static void
desk_step_class_init (DeskStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_step_get_property;
  object_class->finalize = desk_step_finalize;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  props[PROP_CREATED] = g_param_spec_int64 ("created", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_N_CHANGES] = g_param_spec_uint ("n-changes", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_step_init (DeskStep *self)
{
  self->changes = g_ptr_array_new_with_free_func (change_free);
}

/**
 * desk_step_new:
 * @name: name of the action in the user's language, shown as "Undo: name"
 *
 * Returns: (transfer full): a step without changes, created now
 */
DeskStep *
desk_step_new (const char *name)
{
  DeskStep *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (DESK_TYPE_STEP, NULL);
  self->name = g_strdup (name);
  self->created = g_get_real_time ();

  return self;
}

static gboolean
is_annotation (GVariant *value,
               const char *article_id,
               const char *object_id)
{
  g_autoptr (DeskAnnotation) annotation = NULL;

  if (value == NULL)
    return TRUE;

  annotation = desk_annotation_new_from_variant (value, NULL);

  return (annotation != NULL &&
          g_strcmp0 (desk_annotation_get_id (annotation), object_id) == 0 &&
          g_strcmp0 (desk_annotation_get_article_id (annotation), article_id) == 0);
}

static gboolean
is_field (GVariant *value)
{
  const char *origin;
  const char *confidence;

  if (value == NULL)
    return TRUE;
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE ("(sss)")))
    return FALSE;

  g_variant_get (value, "(&s&s&s)", NULL, &origin, &confidence);

  return (desk_enum_from_nick (DESK_TYPE_ORIGIN, origin, NULL) &&
          desk_enum_from_nick (DESK_TYPE_CONFIDENCE, confidence, NULL));
}

static gboolean
is_boolean (GVariant *value)
{
  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN);
}

static gboolean
is_rule (GVariant *value,
         const char *article_id,
         const char *object_id)
{
  g_autoptr (DeskRule) rule = NULL;

  if (value == NULL)
    return TRUE;

  rule = desk_rule_new_from_variant (value, NULL);

  return (rule != NULL &&
          g_strcmp0 (desk_rule_get_id (rule), object_id) == 0 &&
          (desk_rule_get_article_id (rule) == NULL || g_strcmp0 (desk_rule_get_article_id (rule), article_id) == 0));
}

static gboolean
is_change (DeskChangeKind kind,
           const char *article_id,
           const char *object_id,
           GVariant *before,
           GVariant *after)
{
  if ((*article_id == '\0' && kind != DESK_CHANGE_RULE) || (before == NULL && after == NULL))
    return FALSE;

  switch (kind)
    {
    case DESK_CHANGE_ANNOTATION:
      return is_annotation (before, article_id, object_id) && is_annotation (after, article_id, object_id);
    case DESK_CHANGE_FIELD:
      return desk_enum_from_nick (DESK_TYPE_FIELD, object_id, NULL) && is_field (before) && is_field (after);
    case DESK_CHANGE_STARRED:
    case DESK_CHANGE_UNREAD:
    case DESK_CHANGE_DELETED:
      return is_boolean (before) && is_boolean (after);
    case DESK_CHANGE_RULE:
      return is_rule (before, article_id, object_id) && is_rule (after, article_id, object_id);
    }

  return FALSE;
}

static void
add_change (DeskStep *self,
            DeskChangeKind kind,
            const char *article_id,
            const char *object_id,
            GVariant *before,
            GVariant *after)
{
  DeskChange *change = g_new0 (DeskChange, 1);

  change->kind = kind;
  change->article_id = g_strdup (article_id);
  change->object_id = g_strdup (object_id);
  change->before = before != NULL ? g_variant_ref_sink (before) : NULL;
  change->after = after != NULL ? g_variant_ref_sink (after) : NULL;
  g_ptr_array_add (self->changes, change);
}

/**
 * desk_step_add:
 * @self: a step that nobody else has seen yet
 * @kind: what is changed; it tells which values fit, see #DeskChangeKind
 * @article_id: id of the article concerned; empty for a rule of the whole library
 * @object_id: (nullable): id of the annotation or the rule, or nick of the field
 * @before: (nullable): the value before, consumed if it is floating
 * @after: (nullable): the value after, consumed if it is floating
 *
 * Adds a change. Once a step is handed out it is not changed any more.
 */
void
desk_step_add (DeskStep *self,
               DeskChangeKind kind,
               const char *article_id,
               const char *object_id,
               GVariant *before,
               GVariant *after)
{
  g_autoptr (GVariant) owned_before = before != NULL ? g_variant_ref_sink (before) : NULL;
  g_autoptr (GVariant) owned_after = after != NULL ? g_variant_ref_sink (after) : NULL;

  g_return_if_fail (DESK_IS_STEP (self));
  g_return_if_fail (article_id != NULL);
  g_return_if_fail (is_change (kind, article_id, object_id, owned_before, owned_after));

  add_change (self, kind, article_id, object_id, owned_before, owned_after);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_CHANGES]);
}

/**
 * desk_step_get_name:
 * @self: a step
 *
 * Returns: name of the action
 */
const char *
desk_step_get_name (DeskStep *self)
{
  g_return_val_if_fail (DESK_IS_STEP (self), NULL);

  return self->name;
}

/**
 * desk_step_get_created:
 * @self: a step
 *
 * Returns: when the action was done: microseconds since 1970, UTC
 */
gint64
desk_step_get_created (DeskStep *self)
{
  g_return_val_if_fail (DESK_IS_STEP (self), 0);

  return self->created;
}

/**
 * desk_step_get_n_changes:
 * @self: a step
 *
 * Returns: the number of changes
 */
guint
desk_step_get_n_changes (DeskStep *self)
{
  g_return_val_if_fail (DESK_IS_STEP (self), 0);

  return self->changes->len;
}

/**
 * desk_step_get_change:
 * @self: a step
 * @index: index of a change
 *
 * Returns: (transfer none): the change
 */
const DeskChange *
desk_step_get_change (DeskStep *self,
                      guint index)
{
  g_return_val_if_fail (DESK_IS_STEP (self), NULL);
  g_return_val_if_fail (index < self->changes->len, NULL);

  return g_ptr_array_index (self->changes, index);
}

/**
 * desk_step_invert:
 * @self: a step
 *
 * Makes the step that takes this one back: its changes in reverse order, each with its values swapped.
 *
 * Returns: (transfer full): a step with the same name and time
 */
DeskStep *
desk_step_invert (DeskStep *self)
{
  DeskStep *inverse;

  g_return_val_if_fail (DESK_IS_STEP (self), NULL);

  inverse = desk_step_new (self->name);
  inverse->created = self->created;

  for (guint i = self->changes->len; i > 0; i--)
    {
      const DeskChange *change = g_ptr_array_index (self->changes, i - 1);

      add_change (inverse, change->kind, change->article_id, change->object_id, change->after, change->before);
    }

  return inverse;
}

/**
 * desk_step_to_variant:
 * @self: a step
 *
 * Writes a step in its stored form, `(sxa(ssmsmvmv))`.
 *
 * Returns: (transfer floating): a variant
 */
GVariant *
desk_step_to_variant (DeskStep *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (DESK_IS_STEP (self), NULL);

  g_variant_builder_init (&builder, STEP_TYPE);
  g_variant_builder_add (&builder, "s", self->name);
  g_variant_builder_add (&builder, "x", self->created);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(ssmsmvmv)"));
  for (guint i = 0; i < self->changes->len; i++)
    {
      const DeskChange *change = g_ptr_array_index (self->changes, i);

      g_variant_builder_add (&builder, "(ssmsmvmv)",
                             desk_enum_to_nick (DESK_TYPE_CHANGE_KIND, change->kind),
                             change->article_id,
                             change->object_id,
                             change->before,
                             change->after);
    }
  g_variant_builder_close (&builder);

  return g_variant_builder_end (&builder);
}

/**
 * desk_step_new_from_variant:
 * @variant: what desk_step_to_variant() wrote, maybe damaged or foreign
 * @error: return location for an error of %DESK_CORE_ERROR
 *
 * Reads a step. All its changes are checked; one that does not fit makes the whole step unfit.
 *
 * Returns: (transfer full): a step
 */
DeskStep *
desk_step_new_from_variant (GVariant *variant,
                            GError **error)
{
  g_autoptr (DeskStep) self = NULL;
  g_autoptr (GVariant) normal = NULL;
  g_autoptr (GVariantIter) changes = NULL;
  const char *name;
  gint64 created;
  const char *kind_nick;
  const char *article_id;
  const char *object_id;
  GVariant *before;
  GVariant *after;

  g_return_val_if_fail (variant != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!g_variant_is_of_type (variant, STEP_TYPE))
    {
      g_set_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID,
                   "A stored step of the undo history has the form “%s”", g_variant_get_type_string (variant));
      return NULL;
    }

  normal = g_variant_get_normal_form (variant);
  g_variant_get (normal, "(&sxa(ssmsmvmv))", &name, &created, &changes);

  self = desk_step_new (name);
  self->created = MAX (created, 0);

  while (g_variant_iter_next (changes, "(&s&sm&smvmv)", &kind_nick, &article_id, &object_id, &before, &after))
    {
      g_autoptr (GVariant) owned_before = before;
      g_autoptr (GVariant) owned_after = after;
      int kind;

      if (!desk_enum_from_nick (DESK_TYPE_CHANGE_KIND, kind_nick, &kind) ||
          !is_change ((DeskChangeKind) kind, article_id, object_id, owned_before, owned_after))
        {
          g_set_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID,
                       "Change %u (“%s”) of the stored step “%s” does not fit",
                       self->changes->len + 1, kind_nick, name);
          return NULL;
        }

      add_change (self, (DeskChangeKind) kind, article_id, object_id, owned_before, owned_after);
    }

  return g_steal_pointer (&self);
}
