/* A version as the analysis reads it: blocks cut into sentences and tokens, each word looked up.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-lexicon.h"
#include "desk-token.h"
#include "desk-version.h"

G_BEGIN_DECLS

/* A distinct word of the text. */
typedef struct
{
  const char *folded;
  guint lexicon_word; /* 0 where it stands in no list */
  DeskClass classes;  /* as a single word */
  guint n_lower;      /* how often it stands in lower case */
  guint n_capital;    /* how often it is capitalised where only a name is */
} DeskWord;

typedef struct
{
  guint first; /* tokens, end exclusive */
  guint end;
  guint block;
  guint story : 1;      /* of the article itself: no credit, byline or boilerplate */
  guint title_case : 1; /* every Word Is Capitalised, so capitals tell nothing */
} DeskSentence;

typedef struct _DeskProse DeskProse;

DeskProse *desk_prose_new (DeskLexicon *lexicon,
                           DeskVersion *version) G_GNUC_WARN_UNUSED_RESULT;
void desk_prose_free (DeskProse *self);

DeskLexicon *desk_prose_get_lexicon (const DeskProse *self);
DeskVersion *desk_prose_get_version (const DeskProse *self);
const char *desk_prose_get_utf8 (const DeskProse *self);
guint desk_prose_get_n_tokens (const DeskProse *self);
const DeskToken *desk_prose_get_token (const DeskProse *self,
                                       guint index);
const DeskWord *desk_prose_get_word (const DeskProse *self,
                                     guint index);
guint desk_prose_get_n_words (const DeskProse *self);
guint desk_prose_get_n_sentences (const DeskProse *self);
const DeskSentence *desk_prose_get_sentence (const DeskProse *self,
                                             guint index);
guint desk_prose_find_token (const DeskProse *self,
                             guint code_point);
guint desk_prose_find_sentence (const DeskProse *self,
                                guint token);

DeskClass desk_prose_classes (const DeskProse *self,
                              guint token);
gboolean desk_prose_is (const DeskProse *self,
                        guint token,
                        const char *folded);
gboolean desk_prose_is_one_of (const DeskProse *self,
                               guint token,
                               const char *words);
gunichar desk_prose_character (const DeskProse *self,
                               guint token);
char *desk_prose_dup_text (const DeskProse *self,
                           guint first,
                           guint end) G_GNUC_WARN_UNUSED_RESULT;
guint desk_prose_match (const DeskProse *self,
                        guint first,
                        guint end,
                        DeskClass classes,
                        guint *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskProse, desk_prose_free)

G_END_DECLS
