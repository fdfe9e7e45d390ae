/* Tells from its bytes what kind of file it is.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_FORMAT_TEXT,
  DESK_FORMAT_MARKDOWN,
  DESK_FORMAT_HTML,
  DESK_FORMAT_FOREIGN, /* known, but not read */
} DeskFormat;

typedef struct
{
  DeskFormat format;
  const char *media_type;
  const char *what; /* translated, of foreign formats: "a PDF file" */
} DeskSniffed;

DeskSniffed desk_sniff_bytes (const char *bytes,
                              gsize size);
DeskSniffed desk_sniff_text (const char *text,
                             gsize length,
                             const char *name,
                             const char *media_type);
gboolean desk_sniff_is_markup (const char *bytes,
                               gsize size,
                               const char *name,
                               const char *media_type);

G_END_DECLS
