/* The look of the article pane: root classes choose a palette, custom properties carry the numbers.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-json.h"
#include "desk-reader-palette.h"
#include "desk-reader-types.h"
#include "desk-reader-view-private.h"

/* Body text at 100 %, in CSS pixels. */
#define TEXT_SIZE 19.0
#define LINE_HEIGHT 1.52
/* On paper, in points. */
#define PRINT_SIZE 11.0

/* WCAG 2.2, 1.4.3; the stricter one is asked for by high contrast. */
#define CONTRAST 4.5
#define HIGH_CONTRAST 7.0

static DeskReaderTone
choose_tone (DeskReaderView *self)
{
  DeskReaderTheme theme;

  g_object_get (self->style, "theme", &theme, NULL);
  switch (theme)
    {
    case DESK_READER_THEME_SYSTEM:
      return self->dark ? DESK_READER_TONE_DARK : DESK_READER_TONE_LIGHT;
    case DESK_READER_THEME_LIGHT:
      return DESK_READER_TONE_LIGHT;
    case DESK_READER_THEME_DARK:
      return DESK_READER_TONE_DARK;
    case DESK_READER_THEME_SEPIA:
      return DESK_READER_TONE_SEPIA;
    }

  return DESK_READER_TONE_LIGHT;
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
  DeskReaderTone tone = for_print ? DESK_READER_TONE_LIGHT : choose_tone (self);
  gboolean high_contrast = self->high_contrast && !for_print;
  const DeskReaderPalette *palette = desk_reader_palette_get (tone, high_contrast);
  g_autofree char *accent = desk_reader_palette_dup_readable (palette, &self->accent, high_contrast ? HIGH_CONTRAST : CONTRAST);
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
  desk_reader_palette_append_kinds (css, self->kinds, tone, high_contrast);

  return g_string_free_and_steal (css);
}

static char *
dup_root_class (DeskReaderView *self,
                const DeskReaderPalette *palette)
{
  static const char *const fonts[] = { "font-serif", "font-sans", "font-system" };
  DeskReaderFont font;
  gboolean animations = TRUE;

  g_object_get (self->style, "font", &font, NULL);
  if (self->settings != NULL)
    g_object_get (self->settings, "gtk-enable-animations", &animations, NULL);

  return g_strconcat (palette->root_class, " ", fonts[font], animations ? "" : " still", self->marks_hidden ? " unmarked" : "", NULL);
}

void
desk_reader_look_update (DeskReaderView *self)
{
  const DeskReaderPalette *palette = desk_reader_palette_get (choose_tone (self), self->high_contrast);
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
