/* What an entity is beyond one text: a kind and a name. Two identities are the same if their kinds are and their names,
 * folded.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "desk-enums.h"

G_BEGIN_DECLS

typedef struct
{
  DeskEntityKind kind;
  char *name; /* as it is shown */
} DeskIdentity;

#define DESK_TYPE_IDENTITY (desk_identity_get_type ())

GType         desk_identity_get_type (void);
DeskIdentity *desk_identity_new      (DeskEntityKind      kind,
                                      const char         *name) G_GNUC_WARN_UNUSED_RESULT;
DeskIdentity *desk_identity_copy     (const DeskIdentity *self) G_GNUC_WARN_UNUSED_RESULT;
void          desk_identity_free     (DeskIdentity       *self);
gboolean      desk_identity_equal    (const DeskIdentity *a,
                                      const DeskIdentity *b);

/* Lower case without accents, without a possessive and outer punctuation, words with one space between them. */
char         *desk_name_fold         (const char         *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskIdentity, desk_identity_free)

G_END_DECLS
