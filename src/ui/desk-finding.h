/* A result of the analysis at its place in the text: a name, a quote, reported speech or a date. Immutable.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-reader-view.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_FINDING_KIND_MENTION,
  DESK_FINDING_KIND_QUOTE,
  DESK_FINDING_KIND_STATEMENT,
  DESK_FINDING_KIND_DATE,
} DeskFindingKind;

/* Sets of layers: bits by DeskLayer. Names without a layer, such as events, have a bit of their own. */
#define DESK_LAYERS_OTHER (1u << DESK_N_LAYERS)
#define DESK_LAYERS_ALL ((1u << DESK_LAYER_PEOPLE) | (1u << DESK_LAYER_ORGANISATIONS) | (1u << DESK_LAYER_PLACES) | \
                         (1u << DESK_LAYER_DATES) | (1u << DESK_LAYER_QUOTES) | DESK_LAYERS_OTHER)
/* Reported speech is half of many articles: its lines are drawn when they are asked for. */
#define DESK_LAYERS_FIRST (DESK_LAYERS_ALL & ~(1u << DESK_LAYER_QUOTES))

#define DESK_TYPE_FINDING (desk_finding_get_type ())

G_DECLARE_FINAL_TYPE (DeskFinding, desk_finding, DESK, FINDING, GObject)

DeskFinding     *desk_finding_new_for_mention (DeskAnalysis *analysis,
                                               DeskEntity   *entity,
                                               guint         index) G_GNUC_WARN_UNUSED_RESULT;
/* The one of a kind that starts at a code point; NULL where there is none. */
DeskFinding     *desk_finding_new_at          (DeskAnalysis    *analysis,
                                               DeskFindingKind  kind,
                                               guint            start) G_GNUC_WARN_UNUSED_RESULT;
/* Of DeskFinding: those of shown layers over a code point, smallest first; or all in the order of the text. */
GPtrArray       *desk_finding_collect_at      (DeskAnalysis    *analysis,
                                               guint            at,
                                               guint            layers) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *desk_finding_collect         (DeskAnalysis    *analysis,
                                               guint            layers) G_GNUC_WARN_UNUSED_RESULT;
/* The same passage in a newer analysis; NULL where it says nothing of that kind there. */
DeskFinding     *desk_finding_dup_in          (DeskFinding     *self,
                                               DeskAnalysis    *analysis) G_GNUC_WARN_UNUSED_RESULT;

DeskFindingKind  desk_finding_get_kind        (DeskFinding *self);
DeskAnalysis    *desk_finding_get_analysis    (DeskFinding *self);
/* Of a name, or who said it; nullable. */
DeskEntity      *desk_finding_get_entity      (DeskFinding *self);
DeskMention     *desk_finding_get_mention     (DeskFinding *self); /* nullable, as those below */
const DeskQuote *desk_finding_get_quote       (DeskFinding *self);
const DeskStatement *desk_finding_get_statement (DeskFinding *self);
const DeskDate  *desk_finding_get_date        (DeskFinding *self);
/* Which mention of its entity, from 0. */
guint            desk_finding_get_index       (DeskFinding *self);
/* All its parts, of DeskRange; the first, and how many code points they have together. */
GArray          *desk_finding_get_ranges      (DeskFinding *self);
DeskRange        desk_finding_get_range       (DeskFinding *self);
guint            desk_finding_get_size        (DeskFinding *self);
gboolean         desk_finding_equal           (DeskFinding *a,
                                               DeskFinding *b);

/* Which layer shows names of a kind; FALSE where none does. */
gboolean         desk_layer_for_entity_kind   (DeskEntityKind  kind,
                                               DeskLayer      *layer);

G_END_DECLS
