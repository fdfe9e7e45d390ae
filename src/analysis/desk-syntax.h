/* A text as the rules of grammar see it: for each token its parts, its name and its quotation.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"
#include "desk-quoted.h"

G_BEGIN_DECLS

#define DESK_NO_NAME G_MAXUINT
#define DESK_NOT_QUOTED G_MAXUINT

typedef struct
{
  const DeskProse *prose;
  GArray *names;  /* of DeskName */
  GArray *quoted; /* of DeskQuoted */
  guint n_tokens;
  DeskGrammar *grammar;
  guint *name;      /* of the name over it; DESK_NO_NAME */
  guint *quotation; /* of the quotation it stands in, marks included; DESK_NOT_QUOTED */
} DeskSyntax;

DeskSyntax *desk_syntax_new (const DeskProse *prose,
                             GArray *names) G_GNUC_WARN_UNUSED_RESULT;
void desk_syntax_free (DeskSyntax *self);

gboolean desk_syntax_is (const DeskSyntax *self,
                         guint token,
                         DeskGrammar grammar);
gboolean desk_syntax_is_finite (const DeskSyntax *self,
                                guint token);
gboolean desk_syntax_has_finite (const DeskSyntax *self,
                                 guint first,
                                 guint end);
gboolean desk_syntax_is_noun (const DeskSyntax *self,
                              guint token);
gboolean desk_syntax_is_adverb (const DeskSyntax *self,
                                guint token);
gboolean desk_syntax_is_time (const DeskSyntax *self,
                              guint token);
gboolean desk_syntax_is_stop (const DeskSyntax *self,
                              guint token);
gboolean desk_syntax_is_dash (const DeskSyntax *self,
                              guint token);

gboolean desk_syntax_opens_quotation (const DeskSyntax *self,
                                      guint token);

#define desk_syntax_name(self, index) (&g_array_index ((self)->names, DeskName, (index)))
#define desk_syntax_quoted(self, index) (&g_array_index ((self)->quoted, DeskQuoted, (index)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSyntax, desk_syntax_free)

G_END_DECLS
