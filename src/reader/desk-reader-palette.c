/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-palette-private.h"

#include <math.h>

static const DeskReaderPalette palettes[] = {
  { "light", "#ffffff", "#2e2e32" },
  { "dark", "#1d1d20", "#e6e6e9" },
  { "sepia", "#f7efdf", "#3d3024" },
};

static const DeskReaderPalette high_contrast_palettes[] = {
  { "light high-contrast", "#ffffff", "#000000" },
  { "dark high-contrast", "#000000", "#ffffff" },
  { "sepia high-contrast", "#f7efdf", "#000000" },
};

#define N_TONES 3

/* Ink on each fill has 4.5 : 1, and so has each line on the paper, because letters have its colour; on every
 * fill a line has 3 : 1 (test-reader-look.c). */
static const struct
{
  const char *id;
  const char *fill[N_TONES];
  const char *line[N_TONES];
} kind_colors[] = {
  { "fact", { "#fdebb0", "#5c4a10", "#f4dc8f" }, { "#946c00", "#f5c211", "#8a6200" } },
  { "check", { "#fbd5d2", "#6d2a28", "#f3c8b7" }, { "#d3232b", "#ff7b72", "#b8262a" } },
  { "quote", { "#d3e5fb", "#234572", "#cfdce2" }, { "#1b6acb", "#7fb5ff", "#245f9e" } },
  { "source", { "#d2efdc", "#215238", "#d0dfb9" }, { "#1f8048", "#57d68d", "#3f7430" } },
  { "number", { "#fedfc0", "#6b4015", "#f4d0a0" }, { "#bb5500", "#ffa94d", "#a95200" } },
  { "opinion", { "#e9d9f3", "#52316a", "#e2cddd" }, { "#813d9c", "#d09cf5", "#75407e" } },
  { "contradiction", { "#fbd6ea", "#662650", "#f0c6d3" }, { "#c01c72", "#ff8acb", "#a32265" } },
  { "follow-up", { "#e1e1e0", "#4b4b52", "#dfd8c9" }, { "#626268", "#c0c0c8", "#645c50" } },
};

/* The grey one. */
#define UNKNOWN (G_N_ELEMENTS (kind_colors) - 1)

const DeskReaderPalette *
desk_reader_palette_get (DeskReaderTone tone,
                         gboolean high_contrast)
{
  g_return_val_if_fail (tone < N_TONES, NULL);

  return high_contrast ? &high_contrast_palettes[tone] : &palettes[tone];
}

static guint
find_kind (const char *kind_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_colors); i++)
    if (g_strcmp0 (kind_colors[i].id, kind_id) == 0)
      return i;

  return UNKNOWN;
}

const char *
desk_reader_palette_get_fill (const char *kind_id,
                              DeskReaderTone tone)
{
  g_return_val_if_fail (tone < N_TONES, NULL);

  return kind_colors[find_kind (kind_id)].fill[tone];
}

const char *
desk_reader_palette_get_line (const char *kind_id,
                              DeskReaderTone tone)
{
  g_return_val_if_fail (tone < N_TONES, NULL);

  return kind_colors[find_kind (kind_id)].line[tone];
}

void
desk_reader_palette_get_kind (const char *kind_id,
                              DeskReaderTone tone,
                              GdkRGBA *fill,
                              GdkRGBA *line)
{
  if (fill != NULL)
    gdk_rgba_parse (fill, desk_reader_palette_get_fill (kind_id, tone));
  if (line != NULL)
    gdk_rgba_parse (line, desk_reader_palette_get_line (kind_id, tone));
}

/* Contrast as WCAG 2.2 reckons it. */

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

static double
get_contrast (const GdkRGBA *a,
              const GdkRGBA *b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

char *
desk_reader_palette_dup_readable (const DeskReaderPalette *palette,
                                  const GdkRGBA *color,
                                  double contrast)
{
  GdkRGBA paper, ink, mixed = *color;

  g_return_val_if_fail (palette != NULL && color != NULL, NULL);

  gdk_rgba_parse (&paper, palette->paper);
  gdk_rgba_parse (&ink, palette->ink);
  mixed.alpha = 1;
  for (double part = 0.05; get_contrast (&mixed, &paper) < contrast && part <= 1; part += 0.05)
    {
      mixed.red = color->red * (1 - part) + ink.red * part;
      mixed.green = color->green * (1 - part) + ink.green * part;
      mixed.blue = color->blue * (1 - part) + ink.blue * part;
    }

  return gdk_rgba_to_string (&mixed);
}
