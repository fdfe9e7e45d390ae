/* What the reader decided about a result of the machine, for a mention, an article or the whole library.
 *
 * A rule speaks of entities, quotes and dates by what stands in the text, never by the ids of an analysis: so it holds
 * for the next engine, too, and for articles that come later.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-identity.h"
#include "desk-text.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_RULE_ACTION_JOIN,    /* the subject is the target */
  DESK_RULE_ACTION_SPLIT,   /* the form, or this mention, is an entity by itself; it takes the name of the target */
  DESK_RULE_ACTION_APART,   /* the subject of this article is not the one of the library */
  DESK_RULE_ACTION_REJECT,  /* the subject is no entity */
  DESK_RULE_ACTION_RETYPE,  /* the subject has the kind of the target */
  DESK_RULE_ACTION_RENAME,  /* the subject has the name of the target */
  DESK_RULE_ACTION_READ,    /* of two readings, as of a capital, the target is meant */
  DESK_RULE_ACTION_SPEAKER, /* the target said it; without a target nobody is known to have */
  DESK_RULE_ACTION_DATE,    /* the value is the date; without a value it is none */
} DeskRuleAction;

typedef enum
{
  DESK_RULE_SCOPE_MENTION, /* one place in one article */
  DESK_RULE_SCOPE_ARTICLE,
  DESK_RULE_SCOPE_LIBRARY, /* also what is imported later */
} DeskRuleScope;

/* A passage, found again by its words. Code points, end exclusive; the range is a hint in another version. */
typedef struct
{
  guint start;
  guint end;
  char *exact;
  char *prefix;
  char *suffix;
} DeskAnchor;

#define DESK_TYPE_RULE (desk_rule_get_type ())

/* Properties: id, action, scope, article-id, created. */
G_DECLARE_FINAL_TYPE (DeskRule, desk_rule, DESK, RULE, GObject)

/* `article_id`: NULL for the library only. */
DeskRule           *desk_rule_new             (DeskRuleAction      action,
                                               DeskRuleScope       scope,
                                               const char         *article_id) G_GNUC_WARN_UNUSED_RESULT;
/* While it is being made; afterwards a rule does not change. */
void                desk_rule_set_subject     (DeskRule           *self,
                                               const DeskIdentity *subject);
/* Other names of the subject; by them it is found when an engine names it differently. */
void                desk_rule_add_name        (DeskRule           *self,
                                               const char         *name);
/* Only mentions in these words; of a speaker, quotes that are given to these words. */
void                desk_rule_set_form        (DeskRule           *self,
                                               const char         *form);
void                desk_rule_set_anchor      (DeskRule           *self,
                                               DeskText           *text,
                                               guint               start,
                                               guint               end);
void                desk_rule_set_target      (DeskRule           *self,
                                               const DeskIdentity *target);
void                desk_rule_set_value       (DeskRule           *self,
                                               const char         *value);
/* For an entity: the whole article or the whole library; an anchor goes, a form stays. The id stays, too. */
DeskRule           *desk_rule_copy_with_scope (DeskRule           *self,
                                               DeskRuleScope       scope,
                                               const char         *article_id) G_GNUC_WARN_UNUSED_RESULT;

const char         *desk_rule_get_id          (DeskRule           *self);
DeskRuleAction      desk_rule_get_action      (DeskRule           *self);
DeskRuleScope       desk_rule_get_scope       (DeskRule           *self);
const char         *desk_rule_get_article_id  (DeskRule           *self); /* nullable */
const DeskIdentity *desk_rule_get_subject     (DeskRule           *self); /* nullable: quotes and dates */
const char * const *desk_rule_get_names       (DeskRule           *self);
const char         *desk_rule_get_form        (DeskRule           *self); /* nullable */
const DeskAnchor   *desk_rule_get_anchor      (DeskRule           *self); /* nullable */
const DeskIdentity *desk_rule_get_target      (DeskRule           *self); /* nullable */
const char         *desk_rule_get_value       (DeskRule           *self); /* nullable */
const char         *desk_rule_get_author      (DeskRule           *self); /* empty: the owner of the library */
gint64              desk_rule_get_created     (DeskRule           *self); /* microseconds since 1970, UTC */

/* Newest last; a total order. */
int                 desk_rule_compare         (DeskRule           *a,
                                               DeskRule           *b);

/* The stored and undoable form, a{sv}. */
GVariant           *desk_rule_to_variant      (DeskRule           *self) G_GNUC_WARN_UNUSED_RESULT;
DeskRule           *desk_rule_new_from_variant (GVariant          *variant,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
