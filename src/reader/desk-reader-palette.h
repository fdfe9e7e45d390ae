/* Colours of the article pane: paper and ink of each theme, fill and line of each kind of mark.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_READER_TONE_LIGHT,
  DESK_READER_TONE_DARK,
  DESK_READER_TONE_SEPIA,
} DeskReaderTone;

typedef struct
{
  const char *root_class;
  const char *paper;
  const char *ink;
} DeskReaderPalette;

const DeskReaderPalette *desk_reader_palette_get (DeskReaderTone tone,
                                                  gboolean high_contrast);

/* Colours of a kind of mark, for swatches that look like the page; grey for a kind that is not known. */
void desk_reader_palette_get_kind (const char *kind_id,
                                   DeskReaderTone tone,
                                   GdkRGBA *fill,
                                   GdkRGBA *line);

/* The rules of all kinds (of DeskKind). They hold colours and no custom properties: thousands of marks
 * would each resolve theirs. */
void desk_reader_palette_append_kinds (GString *css,
                                       GListModel *kinds,
                                       DeskReaderTone tone,
                                       gboolean high_contrast);

/* A colour as text: mixed with the ink until it can be read on the paper. */
char *desk_reader_palette_dup_readable (const DeskReaderPalette *palette,
                                        const GdkRGBA *color,
                                        double contrast) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
