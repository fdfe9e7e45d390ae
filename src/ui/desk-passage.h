/* A line of the inspector that leads to a passage of the article: a date, a quote, a mention …
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "desk-finding.h"

G_BEGIN_DECLS

#define DESK_TYPE_PASSAGE (desk_passage_get_type ())

G_DECLARE_FINAL_TYPE (DeskPassage, desk_passage, DESK, PASSAGE, GObject)

/* `markup` is Pango markup. */
DeskPassage *desk_passage_new (DeskRange range,
                               const char *markup) G_GNUC_WARN_UNUSED_RESULT;
DeskRange desk_passage_get_range (DeskPassage *self);
const char *desk_passage_get_markup (DeskPassage *self);
/* Nullable. */
const char *desk_passage_get_caption (DeskPassage *self);
void desk_passage_set_caption (DeskPassage *self,
                               const char *caption);
/* What the analysis rests on; nullable. */
const char *desk_passage_get_why (DeskPassage *self);
void desk_passage_set_why (DeskPassage *self,
                           const char *why);
/* Words of the article itself, to be set in its font. */
gboolean desk_passage_get_quoted (DeskPassage *self);
void desk_passage_set_quoted (DeskPassage *self,
                              gboolean quoted);

/* The result of the analysis that it stands for; nullable. */
DeskFinding *desk_passage_get_finding (DeskPassage *self);
void desk_passage_set_finding (DeskPassage *self,
                               DeskFinding *finding);

G_END_DECLS
