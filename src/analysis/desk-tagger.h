/* Tags the words of sentences as parts of names, by a trained model.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-tag-features.h"

G_BEGIN_DECLS

typedef struct _DeskTagger DeskTagger;

DeskTagger *desk_tagger_new (const DeskTagModel *model) G_GNUC_WARN_UNUSED_RESULT;
void desk_tagger_free (DeskTagger *self);
void desk_tagger_forget (DeskTagger *self);
guint desk_tagger_add_word (DeskTagger *self,
                            const char *utf8,
                            gsize n_bytes);
void desk_tagger_run (DeskTagger *self,
                      const guint *words,
                      guint n_words,
                      guint8 *labels,
                      float *margins);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTagger, desk_tagger_free)

G_END_DECLS
