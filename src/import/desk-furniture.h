/* Tells lines that surround an article from the article itself: tips, newsletters, sharing, adverts, corrections.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-enums.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_FURNITURE_NONE,
  DESK_FURNITURE_BOILERPLATE, /* about the article, its author or its paper: kept, folded */
  DESK_FURNITURE_CORRECTION,
  DESK_FURNITURE_RELATED,
  DESK_FURNITURE_SHARE,
  DESK_FURNITURE_ADVERT,
  DESK_FURNITURE_NEWSLETTER,
  DESK_FURNITURE_COMMENTS,
  DESK_FURNITURE_COOKIE_NOTICE,
  DESK_FURNITURE_SEPARATOR,
} DeskFurniture;

DeskFurniture desk_furniture_classify (const char *text,
                                       gboolean is_at_end);

G_END_DECLS
