/* Contrast of the coloured parts of the window, as they are drawn, light and dark; meson.build runs it in
 * high contrast as well. The article has test-reader-look.c.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "desk-entity-sign.h"
#include "desk-kind-swatch.h"
#include "desk-layer-bar.h"
#include "ui-fixture.h"

/* WCAG 2.2, 1.4.3 */
#define TEXT 4.5

typedef struct
{
  guchar *pixels;
  gsize stride;
  int width, height;
} Picture;

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
contrast (const GdkRGBA *text,
          const GdkRGBA *back)
{
  GdkRGBA seen = {
    text->red * text->alpha + back->red * (1 - text->alpha),
    text->green * text->alpha + back->green * (1 - text->alpha),
    text->blue * text->alpha + back->blue * (1 - text->alpha),
    1,
  };
  double a = luminance (&seen), b = luminance (back);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
take_picture (GtkWidget *window,
              Picture *picture)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  picture->width = gtk_widget_get_width (window);
  picture->height = gtk_widget_get_height (window);
  gdk_paintable_snapshot (paintable, snapshot, picture->width, picture->height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, picture->width, picture->height));
  picture->stride = picture->width * 4;
  picture->pixels = g_malloc (picture->stride * picture->height);
  gdk_texture_download (texture, picture->pixels, picture->stride);
}

static void
set_pixel (GdkRGBA *color,
           guint32 pixel)
{
  color->red = ((pixel >> 16) & 0xff) / 255.0;
  color->green = ((pixel >> 8) & 0xff) / 255.0;
  color->blue = (pixel & 0xff) / 255.0;
  color->alpha = 1;
}

/* The colour that fills most of a widget, which is what its text stands on, and the one that differs most
 * from it. */
static void
get_colors (const Picture *picture,
            const graphene_rect_t *bounds,
            GdkRGBA *back,
            GdkRGBA *front)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer pixel, count;
  guint most = 0;

  for (int y = MAX (0, (int) bounds->origin.y); y < MIN (picture->height, (int) (bounds->origin.y + bounds->size.height)); y++)
    for (int x = MAX (0, (int) bounds->origin.x); x < MIN (picture->width, (int) (bounds->origin.x + bounds->size.width)); x++)
      {
        guint32 here;

        memcpy (&here, picture->pixels + y * picture->stride + x * 4, 4);
        count = g_hash_table_lookup (counts, GUINT_TO_POINTER (here));
        g_hash_table_insert (counts, GUINT_TO_POINTER (here), GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
      }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, &count))
    if (GPOINTER_TO_UINT (count) > most)
      {
        most = GPOINTER_TO_UINT (count);
        set_pixel (back, GPOINTER_TO_UINT (pixel));
      }
  g_assert_cmpuint (most, >, 0);

  *front = *back;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &pixel, NULL))
    {
      GdkRGBA color;

      set_pixel (&color, GPOINTER_TO_UINT (pixel));
      if (contrast (&color, back) > contrast (front, back))
        *front = color;
    }
}

/* Every label below `widget`; returns the number of them. */
static guint
check (GtkWidget *window,
       const Picture *picture,
       GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_LABEL (widget))
    {
      GtkWidget *holder = gtk_widget_get_parent (widget);
      graphene_rect_t bounds;
      GdkRGBA text, back, front;
      double ratio;

      g_assert_true (gtk_widget_compute_bounds (holder, window, &bounds));
      gtk_widget_get_color (widget, &text);
      get_colors (picture, &bounds, &back, &front);
      /* Nobody but the picture tells how opaque it is. */
      ratio = contrast (gtk_widget_has_css_class (widget, "dimmed") ? &front : &text, &back);
      g_test_message ("%s in %s: %.2f", gtk_label_get_label (GTK_LABEL (widget)), gtk_widget_get_css_name (holder), ratio);
      if (ratio < TEXT)
        g_error ("%s in %s has only %.2f : 1", gtk_label_get_label (GTK_LABEL (widget)), gtk_widget_get_css_name (holder), ratio);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check (window, picture, child);

  return n;
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static guint
check_window (GtkWidget *content)
{
  GtkWidget *window = adw_window_new ();
  gboolean drawn = FALSE;
  Picture picture;
  guint n;

  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (content));
  g_timeout_add (200, stop_cb, &drawn);
  wait_until (drawn);

  take_picture (window, &picture);
  n = check (window, &picture, content);
  g_free (picture.pixels);
  gtk_window_destroy (GTK_WINDOW (window));

  return n;
}

static GtkWidget *
create_bar (gboolean shown)
{
  GtkWidget *bar = g_object_new (DESK_TYPE_LAYER_BAR, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_CENTER, NULL);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  for (GtkWidget *button = gtk_widget_get_first_child (bar); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      const char *name = strchr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), '.') + 1;
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (shown));

      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (bar, "article", G_ACTION_GROUP (actions));

  return bar;
}

static void
test_layers (gconstpointer scheme)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  for (guint shown = 0; shown < 2; shown++)
    g_assert_cmpuint (check_window (create_bar (shown)), ==, 6);
}

static void
test_kinds (gconstpointer scheme)
{
  g_autoptr (GListModel) kinds = desk_kind_list_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (kinds, i);

      gtk_box_append (GTK_BOX (box), desk_kind_swatch_new (kind));
    }
  g_assert_cmpuint (check_window (box), ==, 8);
}

static void
test_signs (gconstpointer scheme)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  for (guint kind = 0; kind <= DESK_ENTITY_KIND_OTHER; kind++)
    gtk_box_append (GTK_BOX (box), desk_entity_sign_new (kind, "An Entity"));
  g_assert_cmpuint (check_window (box), ==, DESK_ENTITY_KIND_OTHER + 1);
}

/* Words that are set back. */
static void
test_quiet (gconstpointer scheme)
{
  static const char *const classes[] = { "lead", "source", "section-title", "dimmed" };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *note = gtk_label_new ("note");
  g_autoptr (PangoAttrList) large = pango_attr_list_new ();

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  gtk_widget_add_css_class (row, "article-row");
  gtk_widget_add_css_class (list, "sidebar-pane");
  /* So large that some of each letter is nothing but its colour. */
  pango_attr_list_insert (large, pango_attr_scale_new (4));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *label = gtk_label_new (classes[i]);

      gtk_label_set_attributes (GTK_LABEL (label), large);
      gtk_widget_add_css_class (label, classes[i]);
      gtk_box_append (GTK_BOX (row), label);
    }
  gtk_box_append (GTK_BOX (list), row);

  /* Notes below the cards of the inspector. */
  gtk_widget_add_css_class (notes, "inspector-content");
  gtk_label_set_attributes (GTK_LABEL (note), large);
  gtk_widget_add_css_class (note, "section-title");
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dimmed");
  gtk_box_append (GTK_BOX (notes), note);
  gtk_box_append (GTK_BOX (list), notes);
  g_assert_cmpuint (check_window (list), ==, G_N_ELEMENTS (classes) + 1);
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    AdwColorScheme scheme;
  } schemes[] = { { "light", ADW_COLOR_SCHEME_FORCE_LIGHT }, { "dark", ADW_COLOR_SCHEME_FORCE_DARK } };
  static const struct
  {
    const char *name;
    GTestDataFunc test;
  } tests[] = { { "layers", test_layers }, { "kinds", test_kinds }, { "signs", test_signs }, { "quiet", test_quiet } };
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  /* What loads the style sheets. */
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "org.example.NewsDesk.Test",
                              "resource-base-path", "/org/example/NewsDesk", "flags", G_APPLICATION_NON_UNIQUE, NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  if (g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL)
    g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));

  for (guint s = 0; s < G_N_ELEMENTS (schemes); s++)
    for (guint t = 0; t < G_N_ELEMENTS (tests); t++)
      {
        g_autofree char *path = g_strdup_printf ("/ui/contrast/%s/%s", schemes[s].name, tests[t].name);

        g_test_add_data_func (path, GINT_TO_POINTER (schemes[s].scheme), tests[t].test);
      }
  result = g_test_run ();

  return result;
}
