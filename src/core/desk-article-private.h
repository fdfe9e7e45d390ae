/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article.h"

G_BEGIN_DECLS

typedef struct
{
  char *value;
  DeskOrigin origin;
  DeskConfidence confidence;
} DeskArticleField;

struct _DeskArticle
{
  GObject parent_instance;

  char *id;
  DeskVersion *version;
  DeskArticleField fields[DESK_N_FIELDS];
  GStrv authors;
  GPtrArray *warnings;

  char *media_type;
  char *original_hash;
  gint64 original_size;
  char *original_name;

  gint64 added;
  gboolean unread;
  gboolean starred;
  guint position;
};

G_END_DECLS
