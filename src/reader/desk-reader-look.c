/* The look of the article pane: root classes choose a palette, custom properties carry the numbers.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-json.h"
#include "desk-reader-types.h"
#include "desk-reader-view-private.h"

#include <math.h>

/* Body text at 100 %, in CSS pixels. */
#define TEXT_SIZE 19.0
#define LINE_HEIGHT 1.52
/* On paper, in points. */
#define PRINT_SIZE 11.0

/* WCAG 2.2, 1.4.3; the stricter one is asked for by high contrast. */
#define CONTRAST 4.5
#define HIGH_CONTRAST 7.0

typedef struct
{
  const char *class;
  const char *paper;
  const char *ink;
} Palette;

/* Paper stands here and not in the style sheet, because it is also painted before there is a page. */
static const Palette palettes[] = {
  { "light", "#ffffff", "#2e2e32" },
  { "dark", "#1d1d20", "#e6e6e9" },
  { "sepia", "#f7efdf", "#3d3024" },
  { "light high-contrast", "#ffffff", "#000000" },
  { "dark high-contrast", "#000000", "#ffffff" },
  { "sepia high-contrast", "#f7efdf", "#000000" },
};

static const Palette *
choose_palette (DeskReaderView *self,
                gboolean for_print)
{
  DeskReaderTheme theme = DESK_READER_THEME_LIGHT;
  guint index = 0;

  if (!for_print)
    g_object_get (self->style, "theme", &theme, NULL);

  switch (theme)
    {
    case DESK_READER_THEME_SYSTEM:
      index = self->dark ? 1 : 0;
      break;
    case DESK_READER_THEME_LIGHT:
      index = 0;
      break;
    case DESK_READER_THEME_DARK:
      index = 1;
      break;
    case DESK_READER_THEME_SEPIA:
      index = 2;
      break;
    }

  return &palettes[index + (self->high_contrast && !for_print ? G_N_ELEMENTS (palettes) / 2 : 0)];
}

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
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* The accent colour as text: mixed with ink until it can be read on the paper. */
static char *
dup_accent (DeskReaderView *self,
            const Palette *palette)
{
  double wanted = self->high_contrast ? HIGH_CONTRAST : CONTRAST;
  GdkRGBA paper, ink, accent = self->accent;

  gdk_rgba_parse (&paper, palette->paper);
  gdk_rgba_parse (&ink, palette->ink);
  accent.alpha = 1;
  for (double part = 0.05; contrast (&accent, &paper) < wanted && part <= 1; part += 0.05)
    {
      accent.red = self->accent.red * (1 - part) + ink.red * part;
      accent.green = self->accent.green * (1 - part) + ink.green * part;
      accent.blue = self->accent.blue * (1 - part) + ink.blue * part;
    }

  return gdk_rgba_to_string (&accent);
}

static void
append_number (GString *css,
               const char *name,
               double value,
               const char *unit)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (css, "  --%s: %s%s;\n", name, g_ascii_formatd (buffer, sizeof buffer, "%.4f", value), unit);
}

char *
desk_reader_look_dup_css (DeskReaderView *self,
                          gboolean for_print)
{
  const Palette *palette = choose_palette (self, for_print);
  g_autofree char *accent = dup_accent (self, palette);
  GString *css = g_string_new (":root {\n");
  guint size, width, spacing;

  g_object_get (self->style, "size", &size, "width", &width, "spacing", &spacing, NULL);

  g_string_append_printf (css, "  --paper: %s;\n  --ink: %s;\n  --accent: %s;\n", palette->paper, palette->ink, accent);
  if (for_print)
    append_number (css, "text-size", PRINT_SIZE, "pt");
  else
    append_number (css, "text-size", TEXT_SIZE * size / 100.0, "px");
  append_number (css, "line-height", LINE_HEIGHT * spacing / 100.0, "");
  append_number (css, "characters", width, "");
  g_string_append (css, "}\n");

  return g_string_free_and_steal (css);
}

static char *
dup_root_class (DeskReaderView *self,
                const Palette *palette)
{
  static const char *const fonts[] = { "font-serif", "font-sans", "font-system" };
  DeskReaderFont font;
  gboolean animations = TRUE;

  g_object_get (self->style, "font", &font, NULL);
  if (self->settings != NULL)
    g_object_get (self->settings, "gtk-enable-animations", &animations, NULL);

  return g_strjoin (" ", palette->class, fonts[font], animations ? NULL : "still", NULL);
}

void
desk_reader_look_update (DeskReaderView *self)
{
  const Palette *palette = choose_palette (self, FALSE);
  g_autofree char *css = NULL;
  g_autofree char *root_class = NULL;
  GdkRGBA paper;

  if (self->web == NULL)
    return;

  css = desk_reader_look_dup_css (self, FALSE);
  desk_reader_bridge_set_look (self->bridge, css);
  gdk_rgba_parse (&paper, palette->paper);
  webkit_web_view_set_background_color (self->web, &paper);

  root_class = dup_root_class (self, palette);
  if (g_set_str (&self->root_class, root_class) && self->ready)
    desk_reader_look_send (self);
}

void
desk_reader_look_send (DeskReaderView *self)
{
  g_autoptr (GString) json = g_string_new ("{\"classes\":");

  desk_reader_json_append_string (json, self->root_class);
  g_string_append_c (json, '}');
  desk_reader_bridge_call (self->bridge, "look", json->str);
}

/* Pixels of the widget for one of the page. WebKit itself scales the page by the size of text that is
 * chosen for the whole desktop. */
double
desk_reader_look_get_scale (DeskReaderView *self)
{
  int dpi = -1;

  g_object_get (self->settings, "gtk-xft-dpi", &dpi, NULL);

  return self->zoom * (dpi > 0 ? dpi / 1024.0 / 96.0 : 1.0);
}

void
desk_reader_look_init (DeskReaderView *self)
{
  g_set_object (&self->settings, gtk_widget_get_settings (GTK_WIDGET (self)));
  g_signal_connect_object (self->settings, "notify::gtk-enable-animations", G_CALLBACK (desk_reader_look_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->style, "notify", G_CALLBACK (desk_reader_look_update), self, G_CONNECT_SWAPPED);
  desk_reader_look_update (self);
}
