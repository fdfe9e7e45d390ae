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

/* The part of a word in a sentence; one word may have several. */
typedef enum
{
  DESK_GRAMMAR_DETERMINER = 1 << 0,  /* the, a, this, some */
  DESK_GRAMMAR_POSSESSIVE = 1 << 1,  /* his, their */
  DESK_GRAMMAR_SUBJECT = 1 << 2,     /* he, they, somebody */
  DESK_GRAMMAR_OBJECT = 1 << 3,      /* him, himself */
  DESK_GRAMMAR_PREPOSITION = 1 << 4, /* of, in */
  DESK_GRAMMAR_BE = 1 << 5,
  DESK_GRAMMAR_HAVE = 1 << 6,
  DESK_GRAMMAR_DO = 1 << 7,
  DESK_GRAMMAR_MODAL = 1 << 8, /* will, can */
  DESK_GRAMMAR_NOT = 1 << 9,
  DESK_GRAMMAR_AND = 1 << 10,
  DESK_GRAMMAR_SUBORDINATE = 1 << 11, /* because, while */
  DESK_GRAMMAR_QUESTION = 1 << 12,    /* whether, who */
  DESK_GRAMMAR_ADVERB = 1 << 13,
  DESK_GRAMMAR_TIME = 1 << 14,   /* week, morning */
  DESK_GRAMMAR_MEDIUM = 1 << 15, /* in a statement, letter, interview */
  DESK_GRAMMAR_NUMBER = 1 << 16,
  DESK_GRAMMAR_PEOPLE = 1 << 17, /* a noun for people: officials */
  DESK_GRAMMAR_BODY = 1 << 18,   /* a noun for bodies and what speaks for them: company, report */
  DESK_GRAMMAR_BASE = 1 << 19,   /* of a verb: say */
  DESK_GRAMMAR_THIRD = 1 << 20,  /* says */
  DESK_GRAMMAR_PAST = 1 << 21,
  DESK_GRAMMAR_PARTICIPLE = 1 << 22,
  DESK_GRAMMAR_ING = 1 << 23,
  DESK_GRAMMAR_NOUN = 1 << 24, /* of a verb whose base and third form are nouns as well */
} DeskGrammar;

#define DESK_GRAMMAR_VERB (DESK_GRAMMAR_BASE | DESK_GRAMMAR_THIRD | DESK_GRAMMAR_PAST | DESK_GRAMMAR_PARTICIPLE | DESK_GRAMMAR_ING)
#define DESK_GRAMMAR_AUXILIARY (DESK_GRAMMAR_BE | DESK_GRAMMAR_HAVE | DESK_GRAMMAR_DO | DESK_GRAMMAR_MODAL)

/* What words of saying take; see cues.txt. */
typedef enum
{
  DESK_TRAIT_APART = 1 << 0,
  DESK_TRAIT_BESIDE = 1 << 1,
  DESK_TRAIT_THAT = 1 << 2,
  DESK_TRAIT_CLAUSE = 1 << 3,
  DESK_TRAIT_WHETHER = 1 << 4,
  DESK_TRAIT_TO = 1 << 5,
  DESK_TRAIT_DOING = 1 << 6,
  DESK_TRAIT_WHOM = 1 << 7,
  DESK_TRAIT_OF = 1 << 8,
  DESK_TRAIT_AS = 1 << 9,
  DESK_TRAIT_NAME = 1 << 10,
  DESK_TRAIT_SOURCE = 1 << 11,
  DESK_TRAIT_SURE = 1 << 12,
  DESK_TRAIT_WEAK = 1 << 13,
  DESK_TRAIT_THOUGHT = 1 << 14,
  DESK_TRAIT_QUESTION = 1 << 15,
  DESK_TRAIT_ORDER = 1 << 16,
  DESK_TRAIT_DENIAL = 1 << 17,
} DeskTraits;

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

DeskGrammar desk_lexicon_node_grammar (DeskLexicon *self,
                                       guint node);
DeskTraits desk_lexicon_node_traits (DeskLexicon *self,
                                     guint node);
DeskEntityKind desk_lexicon_node_kind (DeskLexicon *self,
                                       guint node);
const char *desk_lexicon_node_form (DeskLexicon *self,
                                    guint node);
const DeskEntry *desk_lexicon_find_country (DeskLexicon *self,
                                            const char *code);

G_END_DECLS
