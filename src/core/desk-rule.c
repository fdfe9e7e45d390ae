/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-private.h"

#include <string.h>

#include "desk-core-types.h"
#include "desk-uuid.h"

G_DEFINE_FINAL_TYPE (DeskRule, desk_rule, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_ACTION,
  PROP_SCOPE,
  PROP_ARTICLE_ID,
  PROP_CREATED,
} DeskRuleProps;

static GParamSpec *props[PROP_CREATED + 1];

void
desk_anchor_free (DeskAnchor *self)
{
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

static void
desk_rule_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DeskRule *self = DESK_RULE (object);

  switch ((DeskRuleProps) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_ACTION:
      g_value_set_enum (value, self->action);
      break;
    case PROP_SCOPE:
      g_value_set_enum (value, self->scope);
      break;
    case PROP_ARTICLE_ID:
      g_value_set_string (value, self->article_id);
      break;
    case PROP_CREATED:
      g_value_set_int64 (value, self->created);
      break;
    }
}

static void
desk_rule_finalize (GObject *object)
{
  DeskRule *self = DESK_RULE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->article_id, g_free);
  g_clear_pointer (&self->subject, desk_identity_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->form, g_free);
  g_clear_pointer (&self->anchor, desk_anchor_free);
  g_clear_pointer (&self->target, desk_identity_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->author, g_free);

  G_OBJECT_CLASS (desk_rule_parent_class)->finalize (object);
}

static void
desk_rule_class_init (DeskRuleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_rule_get_property;
  object_class->finalize = desk_rule_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_ACTION] =
    g_param_spec_enum ("action", NULL, NULL, DESK_TYPE_RULE_ACTION, DESK_RULE_ACTION_JOIN, flags);
  props[PROP_SCOPE] =
    g_param_spec_enum ("scope", NULL, NULL, DESK_TYPE_RULE_SCOPE, DESK_RULE_SCOPE_MENTION, flags);
  props[PROP_ARTICLE_ID] = g_param_spec_string ("article-id", NULL, NULL, NULL, flags);
  props[PROP_CREATED] = g_param_spec_int64 ("created", NULL, NULL, 0, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_rule_init (DeskRule *self)
{
  self->names = g_ptr_array_new_null_terminated (1, g_free, TRUE);
}

/**
 * desk_rule_new:
 * @action: what is decided
 * @scope: where it holds
 * @article_id: (nullable): id of the article; %NULL for the library
 *
 * Makes a rule of the owner of the library, created now. What it speaks of is set before it is handed out.
 *
 * Returns: (transfer full): a rule
 */
DeskRule *
desk_rule_new (DeskRuleAction action,
               DeskRuleScope scope,
               const char *article_id)
{
  DeskRule *self;

  g_return_val_if_fail ((scope == DESK_RULE_SCOPE_LIBRARY) == (article_id == NULL), NULL);

  self = g_object_new (DESK_TYPE_RULE, NULL);
  self->id = desk_uuid_new ();
  self->action = action;
  self->scope = scope;
  self->article_id = g_strdup (article_id);
  self->author = g_strdup ("");
  self->created = g_get_real_time ();

  return self;
}

/**
 * desk_rule_set_subject:
 * @self: a rule
 * @subject: the entity that it is about
 */
void
desk_rule_set_subject (DeskRule *self,
                       const DeskIdentity *subject)
{
  g_return_if_fail (DESK_IS_RULE (self));
  g_return_if_fail (subject != NULL && *subject->name != '\0');

  g_clear_pointer (&self->subject, desk_identity_free);
  self->subject = desk_identity_copy (subject);
}

/**
 * desk_rule_add_name:
 * @self: a rule
 * @name: another name of the subject
 *
 * Adds a name by which the subject is found when an engine names it differently.
 */
void
desk_rule_add_name (DeskRule *self,
                    const char *name)
{
  g_return_if_fail (DESK_IS_RULE (self));
  g_return_if_fail (name != NULL && *name != '\0');

  if (!g_strv_contains (desk_rule_get_names (self), name))
    g_ptr_array_add (self->names, g_strdup (name));
}

/**
 * desk_rule_set_form:
 * @self: a rule
 * @form: (nullable): words of the text
 *
 * Narrows the rule to mentions in these words. For a speaker: to what is given to these words, such as “the official”; for
 * a date: to dates in these words.
 */
void
desk_rule_set_form (DeskRule *self,
                    const char *form)
{
  g_return_if_fail (DESK_IS_RULE (self));

  g_set_str (&self->form, form);
}

/**
 * desk_rule_set_anchor:
 * @self: a rule
 * @text: the text of the version that the reader sees
 * @start: first code point of the passage
 * @end: code point after the last
 *
 * Ties the rule to one passage, with some text before and after by which it is found in another version.
 */
void
desk_rule_set_anchor (DeskRule *self,
                      DeskText *text,
                      guint start,
                      guint end)
{
  guint length;

  g_return_if_fail (DESK_IS_RULE (self));
  g_return_if_fail (text != NULL);

  length = desk_text_get_length (text);
  g_return_if_fail (start < end && end <= length);

  g_clear_pointer (&self->anchor, desk_anchor_free);
  self->anchor = g_new0 (DeskAnchor, 1);
  self->anchor->start = start;
  self->anchor->end = end;
  self->anchor->exact = desk_text_dup_slice (text, start, end);
  self->anchor->prefix = desk_text_dup_slice (text, start - MIN (start, DESK_RULE_CONTEXT), start);
  self->anchor->suffix = desk_text_dup_slice (text, end, MIN (length, end + DESK_RULE_CONTEXT));
}

/**
 * desk_rule_set_target:
 * @self: a rule
 * @target: (nullable): what the subject is
 */
void
desk_rule_set_target (DeskRule *self,
                      const DeskIdentity *target)
{
  g_return_if_fail (DESK_IS_RULE (self));
  g_return_if_fail (target == NULL || *target->name != '\0');

  g_clear_pointer (&self->target, desk_identity_free);
  self->target = target != NULL ? desk_identity_copy (target) : NULL;
}

/**
 * desk_rule_set_value:
 * @self: a rule
 * @value: (nullable): a date in EDTF; %NULL for none
 */
void
desk_rule_set_value (DeskRule *self,
                     const char *value)
{
  g_return_if_fail (DESK_IS_RULE (self));

  g_set_str (&self->value, value);
}

/**
 * desk_rule_copy_with_scope:
 * @self: a rule
 * @scope: where it holds from now on
 * @article_id: (nullable): id of the article; %NULL for the library
 *
 * Makes a rule narrower or wider. One for a single place cannot be made of one without a place.
 *
 * Returns: (transfer full) (nullable): the same rule, by its id and time, with another scope; %NULL if it does not fit there
 */
DeskRule *
desk_rule_copy_with_scope (DeskRule *self,
                           DeskRuleScope scope,
                           const char *article_id)
{
  g_autoptr (DeskRule) copy = NULL;

  g_return_val_if_fail (DESK_IS_RULE (self), NULL);
  g_return_val_if_fail ((scope == DESK_RULE_SCOPE_LIBRARY) == (article_id == NULL), NULL);

  copy = desk_rule_new (self->action, scope, article_id);
  g_set_str (&copy->id, self->id);
  g_set_str (&copy->author, self->author);
  copy->created = self->created;
  if (self->subject != NULL)
    desk_rule_set_subject (copy, self->subject);
  for (guint i = 0; i < self->names->len; i++)
    desk_rule_add_name (copy, g_ptr_array_index (self->names, i));
  desk_rule_set_form (copy, self->form);
  desk_rule_set_target (copy, self->target);
  desk_rule_set_value (copy, self->value);
  if (scope == DESK_RULE_SCOPE_MENTION && self->anchor != NULL && g_strcmp0 (self->article_id, article_id) == 0)
    {
      copy->anchor = g_new0 (DeskAnchor, 1);
      copy->anchor->start = self->anchor->start;
      copy->anchor->end = self->anchor->end;
      copy->anchor->exact = g_strdup (self->anchor->exact);
      copy->anchor->prefix = g_strdup (self->anchor->prefix);
      copy->anchor->suffix = g_strdup (self->anchor->suffix);
    }

  return desk_rule_find_fault (copy) == NULL ? g_steal_pointer (&copy) : NULL;
}

/**
 * desk_rule_get_id:
 * @self: a rule
 *
 * Returns: its id, a UUID
 */
const char *
desk_rule_get_id (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  return self->id;
}

/**
 * desk_rule_get_action:
 * @self: a rule
 *
 * Returns: what is decided
 */
DeskRuleAction
desk_rule_get_action (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), DESK_RULE_ACTION_JOIN);

  return self->action;
}

/**
 * desk_rule_get_scope:
 * @self: a rule
 *
 * Returns: where it holds
 */
DeskRuleScope
desk_rule_get_scope (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), DESK_RULE_SCOPE_MENTION);

  return self->scope;
}

/**
 * desk_rule_get_article_id:
 * @self: a rule
 *
 * Returns: (nullable): id of the article that it holds for; %NULL for the library
 */
const char *
desk_rule_get_article_id (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  return self->article_id;
}

/**
 * desk_rule_get_subject:
 * @self: a rule
 *
 * Returns: (nullable): the entity that it is about
 */
const DeskIdentity *
desk_rule_get_subject (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  return self->subject;
}

/**
 * desk_rule_get_names:
 * @self: a rule
 *
 * Returns: (transfer none) (array zero-terminated=1): other names of the subject
 */
const char *const *
desk_rule_get_names (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  return (const char *const *) self->names->pdata;
}

/**
 * desk_rule_get_form:
 * @self: a rule
 *
 * Returns: (nullable): the words that it is narrowed to
 */
const char *
desk_rule_get_form (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  return self->form;
}

/**
 * desk_rule_get_anchor:
 * @self: a rule
 *
 * Returns: (nullable): the passage that it is tied to
 */
const DeskAnchor *
desk_rule_get_anchor (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  return self->anchor;
}

/**
 * desk_rule_get_target:
 * @self: a rule
 *
 * Returns: (nullable): what the subject is
 */
const DeskIdentity *
desk_rule_get_target (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  return self->target;
}

/**
 * desk_rule_get_value:
 * @self: a rule
 *
 * Returns: (nullable): a date in EDTF
 */
const char *
desk_rule_get_value (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  return self->value;
}

/**
 * desk_rule_get_author:
 * @self: a rule
 *
 * Returns: who decided; empty for the owner of the library
 */
const char *
desk_rule_get_author (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  return self->author;
}

/**
 * desk_rule_get_created:
 * @self: a rule
 *
 * Returns: when it was made: microseconds since 1970, UTC
 */
gint64
desk_rule_get_created (DeskRule *self)
{
  g_return_val_if_fail (DESK_IS_RULE (self), 0);

  return self->created;
}

/**
 * desk_rule_compare:
 * @a: a rule
 * @b: another one
 *
 * Orders rules by their time, and those of one moment by their ids: where two contradict each other, the later one holds.
 *
 * Returns: less than, equal to or greater than 0
 */
int
desk_rule_compare (DeskRule *a,
                   DeskRule *b)
{
  g_return_val_if_fail (DESK_IS_RULE (a), 0);
  g_return_val_if_fail (DESK_IS_RULE (b), 0);

  if (a->created != b->created)
    return a->created < b->created ? -1 : 1;

  return strcmp (a->id, b->id);
}
