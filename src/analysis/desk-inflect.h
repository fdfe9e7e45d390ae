/* The forms of English verbs.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_VERB_BASE,
  DESK_VERB_THIRD, /* says */
  DESK_VERB_PAST,
  DESK_VERB_PARTICIPLE,
  DESK_VERB_ING,
  DESK_N_VERB_FORMS,
} DeskVerbForm;

#define DESK_MAX_VERB 48 /* bytes of a form with its zero */

typedef struct
{
  char forms[DESK_N_VERB_FORMS][DESK_MAX_VERB];
} DeskVerb;

gboolean desk_inflect (const char *base,
                       gsize n_bytes,
                       const char *irregular,
                       gsize n_irregular,
                       DeskVerb *verb);

G_END_DECLS
