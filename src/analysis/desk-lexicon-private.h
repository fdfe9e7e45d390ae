/* How the loader fills the lexicon.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-lexicon.h"

G_BEGIN_DECLS

/* A field of a line of a word list. */
typedef struct
{
  const char *text;
  gsize n_bytes;
} DeskListField;

typedef void (*DeskLineFunc) (DeskLexicon *self,
                              const DeskListField *fields);

gboolean desk_list_field_is (const DeskListField *field,
                             const char *word);
gboolean desk_list_field_next (DeskListField *rest,
                               DeskListField *value);

void desk_lexicon_read_grammar (DeskLexicon *self,
                                const DeskListField *fields);
void desk_lexicon_read_verb (DeskLexicon *self,
                             const DeskListField *fields);
void desk_lexicon_read_cue (DeskLexicon *self,
                            const DeskListField *fields);

void desk_lexicon_load (DeskLexicon *self);

const char *desk_lexicon_intern (DeskLexicon *self,
                                 const char *string,
                                 gsize n_bytes);
void desk_lexicon_add_word (DeskLexicon *self,
                            const char *word,
                            gsize n_bytes,
                            DeskClass classes);
guint desk_lexicon_add_phrase (DeskLexicon *self,
                               const char *phrase,
                               gsize n_bytes,
                               DeskClass classes);
void desk_lexicon_set_kind (DeskLexicon *self,
                            guint node,
                            DeskEntityKind kind);
void desk_lexicon_add_grammar (DeskLexicon *self,
                               guint node,
                               DeskGrammar grammar,
                               DeskTraits traits);
DeskEntry *desk_lexicon_add_entry (DeskLexicon *self,
                                   guint node,
                                   const DeskEntry *template);

G_END_DECLS
