/* Short forms of organisations' names: abbreviations, and names without their last words.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

typedef struct _DeskOrganisationNames DeskOrganisationNames;

DeskOrganisationNames *desk_organisation_names_new (const DeskProse *prose,
                                                    GArray *names) G_GNUC_WARN_UNUSED_RESULT;
void desk_organisation_names_free (DeskOrganisationNames *self);
guint desk_organisation_names_find_full (const DeskOrganisationNames *self,
                                         guint name);

/* Whether a name can be called by its first @length words: "Acme" for "Acme Holdings". */
gboolean desk_organisation_may_shorten (const DeskProse *prose,
                                        const DeskName *name,
                                        guint length);

/* "the United States", "the Philippines" */
gboolean desk_organisation_takes_article (const char *country);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskOrganisationNames, desk_organisation_names_free)

G_END_DECLS
