/* Reads the words of roles: which belong to one, and where it ends.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

/* Where roles are looked for: the sentence, and the names of the text. */
typedef struct
{
  const DeskProse *prose;
  const DeskSentence *sentence;
  GArray *names;
  guint index; /* of the person's name */
} DeskRolePhrase;

gboolean desk_role_phrase_is_at (const DeskRolePhrase *self,
                                 guint token,
                                 const char *words);
gunichar desk_role_phrase_character (const DeskRolePhrase *self,
                                     guint token);
gboolean desk_role_phrase_is_honorific (const DeskRolePhrase *self,
                                        guint token);
gboolean desk_role_phrase_ends_like_person (const DeskRolePhrase *self,
                                            guint token);
gboolean desk_role_phrase_is_noun (const DeskRolePhrase *self,
                                   guint token);
gboolean desk_role_phrase_is_part (const DeskRolePhrase *self,
                                   guint token);
guint desk_role_phrase_skip_name (const DeskRolePhrase *self,
                                  guint token);
guint desk_role_phrase_find_end (const DeskRolePhrase *self,
                                 guint first,
                                 gboolean article);

G_END_DECLS
