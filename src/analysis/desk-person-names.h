/* Compares the names of persons.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-name.h"

G_BEGIN_DECLS

#define DESK_MAX_PERSON_WORDS 8

/* The words of a person's name that tell who it is, given name first: without suffix, hyphens and
 * quotation marks. */
typedef struct
{
  guint words[DESK_MAX_PERSON_WORDS]; /* tokens */
  guint n;
  guint linked; /* bit i: a hyphen stands before word i */
  guint suffix; /* token of "Jr.", "III"; 0 where there is none */
} DeskPersonName;

/* How surely two names can name the same person. */
typedef enum
{
  DESK_AGREEMENT_NONE,
  DESK_AGREEMENT_SLIP,     /* Kristin Kole, Kristen Kole */
  DESK_AGREEMENT_INITIALS, /* J. R. Biden, Joe Biden */
  DESK_AGREEMENT_NICKNAME, /* Bill Kole, William Kole */
  DESK_AGREEMENT_PART,     /* Joe Biden, Joe Robinette Biden; von der Leyen, Ursula von der Leyen */
  DESK_AGREEMENT_SAME,
} DeskAgreement;

/* How well one word of a name names the person. */
typedef enum
{
  DESK_WORD_NONE,
  DESK_WORD_GIVEN,
  DESK_WORD_MIDDLE,
  DESK_WORD_FAMILY,
} DeskWordRank;

void desk_person_name_init (DeskPersonName *self,
                            const DeskProse *prose,
                            const DeskName *name);
const char *desk_person_name_word (const DeskPersonName *self,
                                   const DeskProse *prose,
                                   guint index);
gboolean desk_person_name_is_initials (const DeskPersonName *self,
                                       const DeskProse *prose,
                                       guint index);
DeskAgreement desk_person_names_compare (const DeskProse *prose,
                                         const DeskPersonName *full,
                                         const DeskPersonName *other);
DeskWordRank desk_person_name_rank (const DeskPersonName *self,
                                    const DeskProse *prose,
                                    const char *word);
gboolean desk_person_words_slip (const char *one,
                                 const char *other);
DeskClass desk_person_name_sex (const DeskProse *prose,
                                const DeskName *name);

G_END_DECLS
