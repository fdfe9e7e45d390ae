/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-said.h"

G_BEGIN_DECLS

struct _DeskSaid
{
  GObject parent_instance;

  char *article_id;
  char *headline;
  char *source;
  char *published;
  char *url;
  char *text;
  char *speaker;
  char *role;
  gboolean indirect;
  DeskConfidence confidence;
  guint start;
  guint end;
};

gboolean desk_said_equal (DeskSaid *a,
                          DeskSaid *b);

G_END_DECLS
