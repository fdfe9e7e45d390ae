/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-annotation.h"

G_BEGIN_DECLS

struct _DeskAnnotation
{
  GObject parent_instance;

  char *id;
  char *article_id;
  char *version_hash;
  guint start;
  guint end;
  char *exact;
  char *prefix;
  char *suffix;
  char *kind_id;
  char *note; /* NULL for none, never empty */
  gint64 created;
  gint64 modified;
};

G_END_DECLS
