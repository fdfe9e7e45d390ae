/* The stored and undoable form of a rule. What is read here may come from a damaged or a foreign file.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-rule-private.h"

#include "desk-core-types.h"
#include "desk-error.h"
#include "desk-uuid.h"

#define ANCHOR_TYPE "(uusss)"
#define IDENTITY_TYPE "(ss)"

static void
insert_identity (GVariantDict *dict,
                 const char *key,
                 const DeskIdentity *identity)
{
  if (identity != NULL)
    g_variant_dict_insert (dict, key, IDENTITY_TYPE,
                           desk_enum_to_nick (DESK_TYPE_ENTITY_KIND, identity->kind), identity->name);
}

/**
 * desk_rule_to_variant:
 * @self: a rule
 *
 * Writes a rule as a dictionary `a{sv}` with all that there is to it.
 *
 * Returns: (transfer floating): a variant
 */
GVariant *
desk_rule_to_variant (DeskRule *self)
{
  GVariantDict dict;

  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "id", "s", self->id);
  g_variant_dict_insert (&dict, "action", "s", desk_enum_to_nick (DESK_TYPE_RULE_ACTION, self->action));
  g_variant_dict_insert (&dict, "scope", "s", desk_enum_to_nick (DESK_TYPE_RULE_SCOPE, self->scope));
  if (self->article_id != NULL)
    g_variant_dict_insert (&dict, "article", "s", self->article_id);
  insert_identity (&dict, "subject", self->subject);
  if (self->names->len > 0)
    g_variant_dict_insert (&dict, "names", "^as", desk_rule_get_names (self));
  if (self->form != NULL)
    g_variant_dict_insert (&dict, "form", "s", self->form);
  if (self->anchor != NULL)
    g_variant_dict_insert (&dict, "anchor", ANCHOR_TYPE, self->anchor->start, self->anchor->end, self->anchor->exact,
                           self->anchor->prefix, self->anchor->suffix);
  insert_identity (&dict, "target", self->target);
  if (self->value != NULL)
    g_variant_dict_insert (&dict, "value", "s", self->value);
  g_variant_dict_insert (&dict, "author", "s", self->author);
  g_variant_dict_insert (&dict, "created", "x", self->created);

  return g_variant_dict_end (&dict);
}

static gboolean
is_anchor (const DeskAnchor *anchor)
{
  return (anchor->start < anchor->end &&
          g_utf8_strlen (anchor->exact, -1) == (glong) (anchor->end - anchor->start) &&
          g_utf8_strlen (anchor->prefix, -1) <= DESK_RULE_CONTEXT &&
          g_utf8_strlen (anchor->suffix, -1) <= DESK_RULE_CONTEXT);
}

static gboolean
is_word (const char *text)
{
  return text != NULL && *text != '\0';
}

/* What an action needs besides a scope. */
static const char *
find_fault_of_action (DeskRule *self)
{
  const gboolean narrow = self->anchor != NULL || self->form != NULL;

  switch (self->action)
    {
    case DESK_RULE_ACTION_JOIN:
      /* A passage that the machine passed over has no subject. */
      if (self->subject == NULL && self->anchor == NULL)
        return "subject";
      return self->target == NULL ? "target" : NULL;
    case DESK_RULE_ACTION_RETYPE:
    case DESK_RULE_ACTION_RENAME:
      if (self->subject == NULL)
        return "subject";
      return self->target == NULL ? "target" : NULL;
    case DESK_RULE_ACTION_SPLIT:
    case DESK_RULE_ACTION_READ:
      if (self->subject == NULL)
        return "subject";
      if (!narrow)
        return "form";
      return self->target == NULL ? "target" : NULL;
    case DESK_RULE_ACTION_APART:
      if (self->scope != DESK_RULE_SCOPE_ARTICLE)
        return "scope";
      return self->subject == NULL ? "subject" : NULL;
    case DESK_RULE_ACTION_REJECT:
      return self->subject == NULL ? "subject" : NULL;
    case DESK_RULE_ACTION_SPEAKER:
    case DESK_RULE_ACTION_DATE:
      return narrow ? NULL : "form";
    }

  return "action";
}

const char *
desk_rule_find_fault (DeskRule *self)
{
  if (!desk_uuid_is_valid (self->id))
    return "id";
  if ((self->scope == DESK_RULE_SCOPE_LIBRARY) != (self->article_id == NULL))
    return "article";
  if (self->article_id != NULL && *self->article_id == '\0')
    return "article";
  if ((self->scope == DESK_RULE_SCOPE_MENTION) != (self->anchor != NULL))
    return "anchor";
  if (self->anchor != NULL && !is_anchor (self->anchor))
    return "anchor";
  if (self->subject != NULL && !is_word (self->subject->name))
    return "subject";
  if (self->target != NULL && !is_word (self->target->name))
    return "target";
  if (self->form != NULL && *self->form == '\0')
    return "form";
  if (self->created < 0)
    return "created";

  return find_fault_of_action (self);
}

static gboolean
lookup_nick (GVariantDict *dict,
             const char *key,
             GType type,
             int *value)
{
  const char *nick;

  return g_variant_dict_lookup (dict, key, "&s", &nick) && desk_enum_from_nick (type, nick, value);
}

/* FALSE only where something is there that is no identity. */
static gboolean
lookup_identity (GVariantDict *dict,
                 const char *key,
                 DeskIdentity **identity)
{
  const char *nick;
  const char *name;
  int kind;

  if (!g_variant_dict_contains (dict, key))
    return TRUE;
  if (!g_variant_dict_lookup (dict, key, "(&s&s)", &nick, &name) ||
      !desk_enum_from_nick (DESK_TYPE_ENTITY_KIND, nick, &kind))
    return FALSE;

  *identity = desk_identity_new ((DeskEntityKind) kind, name);

  return TRUE;
}

static gboolean
lookup_names (GVariantDict *dict,
              DeskRule *self)
{
  g_auto (GStrv) names = NULL;

  if (!g_variant_dict_contains (dict, "names"))
    return TRUE;
  if (!g_variant_dict_lookup (dict, "names", "^as", &names))
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0')
      desk_rule_add_name (self, names[i]);

  return TRUE;
}

static gboolean
lookup_anchor (GVariantDict *dict,
               DeskAnchor **anchor)
{
  DeskAnchor *found;

  if (!g_variant_dict_contains (dict, "anchor"))
    return TRUE;

  found = g_new0 (DeskAnchor, 1);
  *anchor = found;

  return g_variant_dict_lookup (dict, "anchor", ANCHOR_TYPE, &found->start, &found->end, &found->exact, &found->prefix,
                                &found->suffix);
}

static gboolean
lookup_text (GVariantDict *dict,
             const char *key,
             char **text)
{
  return !g_variant_dict_contains (dict, key) || g_variant_dict_lookup (dict, key, "s", text);
}

static const char *
read_dict (GVariantDict *dict,
           DeskRule *self)
{
  int action;
  int scope;

  if (!g_variant_dict_lookup (dict, "id", "s", &self->id))
    return "id";
  if (!lookup_nick (dict, "action", DESK_TYPE_RULE_ACTION, &action))
    return "action";
  if (!lookup_nick (dict, "scope", DESK_TYPE_RULE_SCOPE, &scope))
    return "scope";
  if (!lookup_text (dict, "article", &self->article_id))
    return "article";
  if (!lookup_identity (dict, "subject", &self->subject))
    return "subject";
  if (!lookup_names (dict, self))
    return "names";
  if (!lookup_text (dict, "form", &self->form))
    return "form";
  if (!lookup_anchor (dict, &self->anchor))
    return "anchor";
  if (!lookup_identity (dict, "target", &self->target))
    return "target";
  if (!lookup_text (dict, "value", &self->value))
    return "value";
  if (!g_variant_dict_lookup (dict, "author", "s", &self->author))
    return "author";
  if (!g_variant_dict_lookup (dict, "created", "x", &self->created))
    return "created";

  self->action = (DeskRuleAction) action;
  self->scope = (DeskRuleScope) scope;

  return desk_rule_find_fault (self);
}

/**
 * desk_rule_new_from_variant:
 * @variant: what desk_rule_to_variant() wrote, maybe damaged or foreign
 * @error: return location for an error of %DESK_CORE_ERROR
 *
 * Reads a rule. Keys that are not known are skipped.
 *
 * Returns: (transfer full): a rule; %NULL if the data does not make one
 */
DeskRule *
desk_rule_new_from_variant (GVariant *variant,
                            GError **error)
{
  g_autoptr (DeskRule) self = NULL;
  g_autoptr (GVariant) normal = NULL;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *fault;

  g_return_val_if_fail (variant != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    {
      g_set_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID,
                   "A stored rule is a “%s” and not a dictionary", g_variant_get_type_string (variant));
      return NULL;
    }

  /* In normal form all strings are valid UTF-8. */
  normal = g_variant_get_normal_form (variant);
  g_variant_dict_clear (&dict);
  g_variant_dict_init (&dict, normal);

  self = g_object_new (DESK_TYPE_RULE, NULL);
  fault = read_dict (&dict, self);
  if (fault != NULL)
    {
      g_set_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID,
                   "A stored rule has no valid “%s”", fault);
      return NULL;
    }

  return g_steal_pointer (&self);
}
