/* Words that say less of what somebody is: an inspector is an officer.
 *
 * A text names the role in full once and comes back to it with a broader word: "Detective Inspector
 * Kole … the officer said".
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-broader-role.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *role;    /* in lower case, with its full stop */
  const char *broader; /* words apart by spaces */
} Broader;

/* Sorted by the role. */
static const Broader broader[] = {
  { "adm.", "admiral officer" },
  { "advocate", "lawyer" },
  { "ambassador", "diplomat envoy" },
  { "archbishop", "cleric" },
  { "assemblyman", "lawmaker politician" },
  { "assemblywoman", "lawmaker politician" },
  { "astronomer", "scientist researcher" },
  { "attorney", "lawyer" },
  { "barrister", "lawyer" },
  { "biologist", "scientist researcher" },
  { "bishop", "cleric" },
  { "brigadier", "officer" },
  { "capt.", "captain officer" },
  { "captain", "officer" },
  { "ceo", "executive boss" },
  { "chemist", "scientist researcher" },
  { "cllr", "councillor politician" },
  { "cllr.", "councillor politician" },
  { "cmdr.", "commander officer" },
  { "col.", "colonel officer" },
  { "colonel", "officer" },
  { "commander", "officer" },
  { "congressman", "lawmaker politician" },
  { "congresswoman", "lawmaker politician" },
  { "constable", "officer policeman policewoman" },
  { "consul", "diplomat" },
  { "corporal", "soldier" },
  { "coun.", "councillor politician" },
  { "councillor", "politician" },
  { "cpl.", "corporal soldier" },
  { "detective", "officer policeman policewoman" },
  { "ecologist", "scientist researcher" },
  { "envoy", "diplomat" },
  { "epidemiologist", "scientist researcher" },
  { "gen.", "general officer" },
  { "geologist", "scientist researcher" },
  { "goalkeeper", "player footballer" },
  { "gov.", "governor politician" },
  { "governor", "politician" },
  { "guitarist", "musician" },
  { "imam", "cleric" },
  { "inspector", "officer policeman policewoman" },
  { "justice", "judge" },
  { "lecturer", "academic" },
  { "lieutenant", "officer" },
  { "lt.", "lieutenant officer" },
  { "magistrate", "judge" },
  { "maj.", "major officer" },
  { "major", "officer" },
  { "mep", "lawmaker politician" },
  { "midfielder", "player footballer" },
  { "mp", "lawmaker politician" },
  { "novelist", "writer author" },
  { "painter", "artist" },
  { "physicist", "scientist researcher" },
  { "pianist", "musician" },
  { "poet", "writer author" },
  { "priest", "cleric" },
  { "prof.", "professor academic scientist" },
  { "professor", "academic scientist researcher" },
  { "rabbi", "cleric" },
  { "rep.", "representative congressman congresswoman lawmaker politician" },
  { "representative", "lawmaker politician" },
  { "rev.", "reverend priest cleric" },
  { "sculptor", "artist" },
  { "sen.", "senator lawmaker politician" },
  { "senator", "lawmaker politician" },
  { "sergeant", "officer policeman policewoman" },
  { "sgt.", "sergeant officer policeman policewoman" },
  { "singer", "musician" },
  { "solicitor", "lawyer" },
  { "striker", "player footballer" },
  { "superintendent", "officer policeman policewoman" },
  { "surgeon", "doctor" },
  { "trooper", "officer" },
  { "violinist", "musician" },
  { "virologist", "scientist researcher" },
};

static int
compare (const void *key,
         const void *line)
{
  return strcmp (key, ((const Broader *) line)->role);
}

/**
 * desk_broader_role_get:
 * @role: a word in lower case
 *
 * Returns: (nullable): broader words for it, apart by spaces
 */
const char *
desk_broader_role_get (const char *role)
{
  const Broader *found = bsearch (role, broader, G_N_ELEMENTS (broader), sizeof (Broader), compare);

  return found != NULL ? found->broader : NULL;
}
