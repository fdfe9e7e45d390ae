/* The word lists of the analysis: one trie over the words of all names and phrases.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-enums.h"

G_BEGIN_DECLS

/* What a word or a phrase can be; one phrase may be several. */
typedef enum
{
  DESK_CLASS_ABBREVIATION = 1 << 0,
  DESK_CLASS_OPEN = 1 << 1,          /* an abbreviation that never ends a sentence */
  DESK_CLASS_BEFORE_NUMBER = 1 << 2, /* an abbreviation only before a number */
  DESK_CLASS_COMMON = 1 << 3,        /* no name, though it may stand capitalised */
  DESK_CLASS_STARTER = 1 << 4,       /* begins sentences: The, However, He … */
  DESK_CLASS_CALENDAR = 1 << 5,      /* weekdays, months, holidays */
  DESK_CLASS_GIVEN_NAME = 1 << 6,
  DESK_CLASS_SURNAME = 1 << 7,
  DESK_CLASS_SURNAME_FIRST = 1 << 8, /* a family name of a language that puts it first */
  DESK_CLASS_PARTICLE = 1 << 9,      /* inside names: de, van, bin … */
  DESK_CLASS_TITLE = 1 << 10,        /* stands before a name: Mr., Brig. Gen., Sheikh */
  DESK_CLASS_ROLE = 1 << 11,         /* what a person is: minister, spokesperson, analyst */
  DESK_CLASS_ROLE_PART = 1 << 12,    /* stands before a role: foreign, deputy, senior */
  DESK_CLASS_MAN = 1 << 13,          /* tells the sex of whom it names */
  DESK_CLASS_WOMAN = 1 << 14,
  DESK_CLASS_HEAD_LAST = 1 << 15,   /* last word of a name: Ministry, Airport, Island */
  DESK_CLASS_HEAD_FIRST = 1 << 16,  /* first word of a name: Mount, Lake; Ministry of */
  DESK_CLASS_SUFFIX = 1 << 17,      /* of a company: Inc., Ltd, GmbH */
  DESK_CLASS_NAME = 1 << 18,        /* a known name; has entries */
  DESK_CLASS_NATIONALITY = 1 << 19, /* Chinese, Chinese people */
  DESK_CLASS_BODY = 1 << 20,        /* foreign ministry, central bank: of whom is told elsewhere */
  DESK_CLASS_CUE = 1 << 21,         /* a verb of saying */
  DESK_CLASS_WEAK_CUE = 1 << 22,    /* says something only beside a quotation or "that" */
  DESK_CLASS_ACT = 1 << 23,         /* what a government does: rejected, declined */
  DESK_CLASS_POLICY = 1 << 24,      /* what a government has or sends: request, sanctions */
} DeskClass;

/* One reading of a known name. */
typedef struct _DeskEntry DeskEntry;

struct _DeskEntry
{
  const char *name;    /* the canonical name */
  const char *country; /* two letters; nullable */
  DeskEntityKind kind;
  const char *seat;   /* of whom: European Union; NULL for the government of its country */
  guint capital : 1;  /* of its country or of whose seat it is: may stand for the government */
  guint building : 1; /* stands for it unless the text says otherwise */
  guint is_country : 1;
  guint acronym : 1;   /* counts in capitals only: US, WHO */
  guint ambiguous : 1; /* is an everyday word or a person's name as well */
  const DeskEntry *next;
};

#define DESK_TYPE_LEXICON (desk_lexicon_get_type ())

G_DECLARE_FINAL_TYPE (DeskLexicon, desk_lexicon, DESK, LEXICON, GObject)

DeskLexicon *desk_lexicon_new (void) G_GNUC_WARN_UNUSED_RESULT;

guint desk_lexicon_find_word (DeskLexicon *self,
                              const char *folded,
                              gsize n_bytes);
DeskClass desk_lexicon_get_classes (DeskLexicon *self,
                                    guint word);

/* Phrases: step from node to node, word by word. */
#define DESK_LEXICON_ROOT 0
#define DESK_LEXICON_NOWHERE G_MAXUINT

guint desk_lexicon_step (DeskLexicon *self,
                         guint node,
                         guint word);
DeskClass desk_lexicon_node_classes (DeskLexicon *self,
                                     guint node);
const DeskEntry *desk_lexicon_node_entries (DeskLexicon *self,
                                            guint node);

DeskEntityKind desk_lexicon_node_kind (DeskLexicon *self,
                                       guint node);
const char *desk_lexicon_node_form (DeskLexicon *self,
                                    guint node);
const DeskEntry *desk_lexicon_find_country (DeskLexicon *self,
                                            const char *code);

G_END_DECLS
