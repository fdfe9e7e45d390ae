/* What a machine worked out about one version: immutable once it is handed out.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-entity.h"

G_BEGIN_DECLS

/* All ranges are code points of the canonical text, end exclusive. */
typedef struct
{
  guint start;
  guint end;
} DeskRange;

typedef struct
{
  DeskQuoteKind kind;
  char *speaker;         /* entity id; nullable */
  DeskRange speaker_span; /* empty for none */
  DeskRange cue;          /* empty for none */
  GArray *parts;          /* of DeskRange */
  GArray *insertions;     /* of DeskRange; nullable */
  DeskConfidence confidence;
  char *why;
} DeskQuote;

typedef struct
{
  DeskRange span;
  char *text;
  char *value; /* EDTF level 1 with ISO weeks; NULL where it depends on an unknown publication date */
  DeskDateType type;
  gboolean relative;
  DeskConfidence confidence;
  char *why;
} DeskDate;

typedef struct
{
  char *speaker; /* nullable */
  DeskRange speaker_span;
  DeskRange cue;
  DeskRange content;
  char *kind;
  DeskConfidence confidence;
  char *why; /* nullable */
} DeskStatement;

DeskQuote     *desk_quote_new      (DeskQuoteKind   kind) G_GNUC_WARN_UNUSED_RESULT;
void           desk_quote_free     (DeskQuote      *self);
DeskDate      *desk_date_new       (DeskRange       span,
                                    const char     *text,
                                    const char     *value,
                                    DeskDateType    type) G_GNUC_WARN_UNUSED_RESULT;
void           desk_date_free      (DeskDate       *self);
DeskStatement *desk_statement_new  (DeskRange       content) G_GNUC_WARN_UNUSED_RESULT;
void           desk_statement_free (DeskStatement  *self);

#define DESK_TYPE_ANALYSIS (desk_analysis_get_type ())

G_DECLARE_FINAL_TYPE (DeskAnalysis, desk_analysis, DESK, ANALYSIS, GObject)

DeskAnalysis *desk_analysis_new            (const char   *engine,
                                            const char   *language) G_GNUC_WARN_UNUSED_RESULT;
const char   *desk_analysis_get_engine     (DeskAnalysis *self);
const char   *desk_analysis_get_language   (DeskAnalysis *self);

GArray       *desk_analysis_get_sentences  (DeskAnalysis *self); /* of DeskRange */
GPtrArray    *desk_analysis_get_entities   (DeskAnalysis *self); /* of DeskEntity */
GPtrArray    *desk_analysis_get_quotes     (DeskAnalysis *self); /* of DeskQuote */
GPtrArray    *desk_analysis_get_dates      (DeskAnalysis *self); /* of DeskDate */
GPtrArray    *desk_analysis_get_statements (DeskAnalysis *self); /* of DeskStatement */

void          desk_analysis_add_sentence   (DeskAnalysis  *self,
                                            guint          start,
                                            guint          end);
void          desk_analysis_add_entity     (DeskAnalysis  *self,
                                            DeskEntity    *entity);
void          desk_analysis_take_quote     (DeskAnalysis  *self,
                                            DeskQuote     *quote);
void          desk_analysis_take_date      (DeskAnalysis  *self,
                                            DeskDate      *date);
void          desk_analysis_take_statement (DeskAnalysis  *self,
                                            DeskStatement *statement);
DeskEntity   *desk_analysis_find_entity    (DeskAnalysis  *self,
                                            const char    *id);
/* The sentence that holds a code point; empty where there is none. */
DeskRange     desk_analysis_find_sentence  (DeskAnalysis  *self,
                                            guint          code_point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskQuote, desk_quote_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDate, desk_date_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStatement, desk_statement_free)

G_END_DECLS
