/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-naming.h"

G_BEGIN_DECLS

struct _DeskNaming
{
  GObject parent_instance;

  char *article_id;
  char *headline;
  char *source;
  char *published;
  char **names;
  guint n_mentions;
  guint start;
  guint end;
};

gboolean desk_naming_equal (DeskNaming *a,
                            DeskNaming *b);

G_END_DECLS
