/* A question about entities of the whole library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-identity.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_QUESTION_KIND_SAID,     /* DeskSaid: what the entity said, newest article first */
  DESK_QUESTION_KIND_ARTICLES, /* DeskNaming: the articles that name it, newest first */
  DESK_QUESTION_KIND_COMPANY,  /* DeskCoNamed: entities that the same articles name, most articles first */
  DESK_QUESTION_KIND_KNOWN,    /* DeskKnown: entities that may be meant by `words`: of the kind, then most articles first */
  DESK_QUESTION_KIND_RULES,    /* DeskRule: all rules, newest first */
} DeskQuestionKind;

typedef struct
{
  DeskQuestionKind kind;
  char *name;      /* of the entity, as it is shown or in any case; NULL for rules and for what is known */
  int entity_kind; /* a DeskEntityKind; -1 for an entity of that name of any kind */

  /* Each may be NULL. Of rules and of what is known only `words` counts: it is looked for in the names that a rule speaks
   * of, or of the entities; of nothing typed nothing is known. */
  char *words;  /* as typed: each has to begin a word of the quote, or of the headline */
  char *source; /* part of the name of the source */
  char *from;   /* first day of publication, “2026-11-23” */
  char *until;  /* last day */
} DeskQuestion;

DeskQuestion *desk_question_new   (DeskQuestionKind    kind,
                                   const char         *name,
                                   int                 entity_kind) G_GNUC_WARN_UNUSED_RESULT;
DeskQuestion *desk_question_copy  (const DeskQuestion *self) G_GNUC_WARN_UNUSED_RESULT;
void          desk_question_free  (DeskQuestion       *self);
gboolean      desk_question_equal (const DeskQuestion *a,
                                   const DeskQuestion *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQuestion, desk_question_free)

G_END_DECLS
