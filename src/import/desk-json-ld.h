/* Reads what a page tells of its article in JSON-LD.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-import-guard.h"

G_BEGIN_DECLS

/* Each may be NULL. */
typedef struct
{
  char *headline;
  char *description;
  char *published; /* as written */
  char *modified;
  char *section;
  char *language;
  char *url;
  char *image;
  char *publisher;
  char *body;
  char *correction;
  GPtrArray *keywords; /* of char * */
  GPtrArray *persons;  /* authors of type Person, of char * */
  GPtrArray *others;   /* authors of another type or none */
  char *sole_person;   /* the only Person of the whole data */

  gboolean is_article; /* an object of a type of article was there */
} DeskJsonLd;

DeskJsonLd *desk_json_ld_new (void) G_GNUC_WARN_UNUSED_RESULT;
void desk_json_ld_free (DeskJsonLd *self);
void desk_json_ld_add (DeskJsonLd *self,
                       const char *script,
                       DeskImportGuard *guard);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskJsonLd, desk_json_ld_free)

G_END_DECLS
