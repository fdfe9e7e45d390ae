/* What the values of the model are called on screen.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis.h"
#include "desk-version.h"

G_BEGIN_DECLS

/* "Person", "Government" … */
const char *desk_label_for_entity_kind (DeskEntityKind kind);
/* “from the text, likely”; NULL where the field is unknown. */
char *desk_label_dup_origin (DeskOrigin origin,
                             DeskConfidence confidence) G_GNUC_WARN_UNUSED_RESULT;
const char *desk_label_for_confidence (DeskConfidence confidence);
const char *desk_label_for_left_out (DeskLeftOutReason reason);
/* The name of the language of a tag such as "en" or "pt-BR"; the tag itself where it is not known. */
char       *desk_label_dup_language    (const char        *tag) G_GNUC_WARN_UNUSED_RESULT;
const char *desk_label_for_field (DeskField field);

/* At most two capitals for the round sign of an entity. */
char *desk_label_dup_initials (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* One line about an entity: its role, its other names, how often it is quoted. NULL for nothing. */
char *desk_label_dup_subtitle (DeskEntity *entity,
                               DeskAnalysis *analysis) G_GNUC_WARN_UNUSED_RESULT;
/* Where a passage stands: “headline”, “paragraph 5”, “caption” … */
char *desk_label_dup_place (DeskVersion *version,
                            guint start) G_GNUC_WARN_UNUSED_RESULT;
/* Pango markup of the passage around a range, with the range in bold; `around` is what is shown at
 * most (code points, end exclusive), an ellipsis stands where it was cut. */
char *desk_label_dup_context (DeskText *text,
                              DeskRange around,
                              DeskRange range) G_GNUC_WARN_UNUSED_RESULT;
/* On one line, without runs of white space. */
char       *desk_label_dup_line        (const char        *text) G_GNUC_WARN_UNUSED_RESULT;
/* A passage on one line, cut after `max_length` code points. */
char *desk_label_dup_passage (DeskText *text,
                              DeskRange range,
                              guint max_length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
