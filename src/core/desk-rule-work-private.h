/* An analysis while rules are applied to it.
 *
 *   analysis ─► places in nodes ─► rules of the article ─► rules of the library ─► new analysis
 *                 one node for       1 single places         2 words of the text
 *                 each entity        2 words of the text      3 whole entities
 *                                    3 whole entities
 *
 * A place moves from node to node; a node is renamed, dropped, or goes into another one. What nothing happened to is
 * taken over as it is.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-rule-table-private.h"

G_BEGIN_DECLS

typedef struct _DeskRuleNode DeskRuleNode;

/* Where the text names something. */
typedef struct
{
  DeskMention *mention;
  DeskEntity *machine; /* whose it was; NULL where a rule found the place */
  DeskRuleNode *node;  /* whose it is, maybe by way of others; NULL: it names nothing */
  DeskRule *rule;      /* that put it there; nullable */
} DeskRulePlace;

struct _DeskRuleNode
{
  DeskEntityKind kind;
  char *name;
  char *folded;
  GPtrArray *machines; /* of DeskEntity; those that it is made of */
  DeskRuleNode *into;  /* the node that it became part of; nullable */
  gboolean rejected;
  gboolean apart;
  gboolean renamed;   /* it is known by this name and kind only, whatever the machine calls it */
  gboolean touched;   /* it is not taken over as it is */
  gboolean lost;      /* places were taken away */
  DeskRule *split;    /* that made it; nullable, borrowed from the tables */
  DeskRule *barrier;  /* what was said before it does not hold; nullable, borrowed from the tables */
  DeskRule *cause;    /* why its mentions are no longer the entity that they were; nullable, borrowed from the tables */
  GPtrArray *repairs; /* of DeskRepair */
  GPtrArray *parts;   /* of DeskIdentity; NULL before the rules of the article are done */
  char *id;           /* in the result */
};

typedef struct
{
  DeskAnalysis *analysis;
  DeskText *text;
  DeskRuleTable *tables[2]; /* of the article (nullable), of the library */
  GPtrArray *nodes;         /* of DeskRuleNode */
  GPtrArray *places;        /* of DeskRulePlace */
  GHashTable *by_machine;   /* id → DeskRuleNode: where an entity began */
  GHashTable *places_of;    /* id → GPtrArray of DeskRulePlace: where the machine saw an entity */
  gboolean changed;
} DeskRuleWork;

typedef enum
{
  DESK_RULE_LEVEL_ARTICLE,
  DESK_RULE_LEVEL_LIBRARY,
} DeskRuleLevel;

DeskRuleWork *desk_rule_work_new (DeskAnalysis *analysis,
                                  DeskText *text,
                                  DeskRuleTable *of_article,
                                  DeskRuleTable *of_library) G_GNUC_WARN_UNUSED_RESULT;
void desk_rule_work_free (DeskRuleWork *self);

DeskRuleNode *desk_rule_node_get_end (DeskRuleNode *self);
gboolean desk_rule_node_is_alive (DeskRuleNode *self);
void desk_rule_node_rename (DeskRuleNode *self,
                            DeskEntityKind kind,
                            const char *name);
/* Whether it bears a name besides its own; one of a single word counts only if asked for. */
gboolean desk_rule_node_has_name (DeskRuleNode *self,
                                  const char *folded,
                                  gboolean single_words);
/* The node of an identity, or one that bears its name of several words; NULL for none. */
DeskRuleNode *desk_rule_work_find (DeskRuleWork *self,
                                   const DeskIdentity *identity,
                                   gboolean apart);
DeskRuleNode *desk_rule_work_find_or_add (DeskRuleWork *self,
                                          const DeskIdentity *identity,
                                          gboolean apart);
DeskRuleNode *desk_rule_work_add (DeskRuleWork *self,
                                  DeskEntityKind kind,
                                  const char *name);
/* Ends a node in another one. */
void desk_rule_work_merge (DeskRuleWork *self,
                           DeskRuleNode *node,
                           DeskRuleNode *into);
/* The place that stands exactly there, or covers most of it; NULL for none. */
DeskRulePlace *desk_rule_work_find_place (DeskRuleWork *self,
                                          guint start,
                                          guint end);
DeskRulePlace *desk_rule_work_add_place (DeskRuleWork *self,
                                         guint start,
                                         guint end,
                                         DeskRuleNode *node,
                                         DeskRule *rule);
/* Drops what has no place any more. */
void desk_rule_work_drop_empty (DeskRuleWork *self);

/* The steps, each in a file of its own. */
void desk_rule_work_apply_to_places (DeskRuleWork *self,
                                     DeskRuleLevel level);
void desk_rule_work_apply_to_entities (DeskRuleWork *self,
                                       DeskRuleLevel level);
/* Identities by name, as they are after all rules that are applied. */
DeskRuleNode *desk_rule_work_find_end (DeskRuleWork *self,
                                       const DeskIdentity *identity,
                                       DeskRuleLevel level);
void desk_rule_work_apply_to_speakers (DeskRuleWork *self,
                                       GPtrArray *quotes,
                                       GPtrArray *statements);
void desk_rule_work_apply_to_dates (DeskRuleWork *self,
                                    GPtrArray *dates);
/* Gives ids of the result to nodes that have none. */
void desk_rule_work_give_ids (DeskRuleWork *self);
/* Entities, quotes, dates and statements of the result. */
DeskAnalysis *desk_rule_work_finish (DeskRuleWork *self) G_GNUC_WARN_UNUSED_RESULT;

/* What is said of a result that a rule changed: a message id. */
const char *desk_rule_get_why (DeskRule *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskRuleWork, desk_rule_work_free)

G_END_DECLS
