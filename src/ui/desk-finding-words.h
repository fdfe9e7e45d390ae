/* What a result of the analysis is called on screen.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-finding.h"
#include "desk-version.h"

G_BEGIN_DECLS

/* The name, the speaker or “speaker?”, the day. */
char *desk_finding_dup_title    (DeskFinding *self) G_GNUC_WARN_UNUSED_RESULT;
/* One line about it: kind and role, direct or reported, the words of the text. */
char *desk_finding_dup_subtitle (DeskFinding *self,
                                 DeskVersion *version) G_GNUC_WARN_UNUSED_RESULT;
/* What it rests on, with how certain it is, in one line; NULL where nothing is known of that. */
char *desk_finding_dup_why      (DeskFinding *self,
                                 DeskVersion *version) G_GNUC_WARN_UNUSED_RESULT;
/* Read out when it is reached by keys. */
char *desk_finding_dup_spoken   (DeskFinding *self,
                                 DeskVersion *version) G_GNUC_WARN_UNUSED_RESULT;
/* An icon for a day and for a quote without a speaker; NULL where the sign of an entity tells more. */
const char *desk_finding_get_icon_name (DeskFinding *self);

G_END_DECLS
