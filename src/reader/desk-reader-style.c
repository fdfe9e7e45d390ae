/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-style.h"

#include "desk-reader-types.h"

/* Percent, characters a line, percent. */
#define MIN_SIZE 50
#define MAX_SIZE 300
#define MIN_WIDTH 40
#define MAX_WIDTH 110
#define MIN_SPACING 70
#define MAX_SPACING 200

struct _DeskReaderStyle
{
  GObject parent_instance;

  DeskReaderFont font;
  DeskReaderTheme theme;
  guint size;
  guint width;
  guint spacing;
};

G_DEFINE_FINAL_TYPE (DeskReaderStyle, desk_reader_style, G_TYPE_OBJECT)

typedef enum
{
  PROP_FONT = 1,
  PROP_SIZE,
  PROP_WIDTH,
  PROP_SPACING,
  PROP_THEME,
} DeskReaderStyleProps;

static GParamSpec *props[PROP_THEME + 1];

static void
desk_reader_style_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  DeskReaderStyle *self = DESK_READER_STYLE (object);

  switch ((DeskReaderStyleProps) prop_id)
    {
    case PROP_FONT:
      g_value_set_enum (value, self->font);
      break;
    case PROP_SIZE:
      g_value_set_uint (value, self->size);
      break;
    case PROP_WIDTH:
      g_value_set_uint (value, self->width);
      break;
    case PROP_SPACING:
      g_value_set_uint (value, self->spacing);
      break;
    case PROP_THEME:
      g_value_set_enum (value, self->theme);
      break;
    }
}

static void
set_number (DeskReaderStyle *self,
            guint *field,
            guint value,
            DeskReaderStyleProps prop)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
desk_reader_style_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  DeskReaderStyle *self = DESK_READER_STYLE (object);

  switch ((DeskReaderStyleProps) prop_id)
    {
    case PROP_FONT:
      set_number (self, (guint *) &self->font, g_value_get_enum (value), PROP_FONT);
      break;
    case PROP_SIZE:
      set_number (self, &self->size, g_value_get_uint (value), PROP_SIZE);
      break;
    case PROP_WIDTH:
      set_number (self, &self->width, g_value_get_uint (value), PROP_WIDTH);
      break;
    case PROP_SPACING:
      set_number (self, &self->spacing, g_value_get_uint (value), PROP_SPACING);
      break;
    case PROP_THEME:
      set_number (self, (guint *) &self->theme, g_value_get_enum (value), PROP_THEME);
      break;
    }
}

static void
desk_reader_style_class_init (DeskReaderStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_reader_style_get_property;
  object_class->set_property = desk_reader_style_set_property;

  props[PROP_FONT] = g_param_spec_enum ("font", NULL, NULL, DESK_TYPE_READER_FONT, DESK_READER_FONT_SERIF, flags);
  props[PROP_SIZE] = g_param_spec_uint ("size", NULL, NULL, MIN_SIZE, MAX_SIZE, 100, flags);
  props[PROP_WIDTH] = g_param_spec_uint ("width", NULL, NULL, MIN_WIDTH, MAX_WIDTH, 68, flags);
  props[PROP_SPACING] = g_param_spec_uint ("spacing", NULL, NULL, MIN_SPACING, MAX_SPACING, 100, flags);
  props[PROP_THEME] = g_param_spec_enum ("theme", NULL, NULL, DESK_TYPE_READER_THEME, DESK_READER_THEME_SYSTEM, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_reader_style_init (DeskReaderStyle *self)
{
  self->size = 100;
  self->width = 68;
  self->spacing = 100;
}

DeskReaderStyle *
desk_reader_style_new (void)
{
  return g_object_new (DESK_TYPE_READER_STYLE, NULL);
}
