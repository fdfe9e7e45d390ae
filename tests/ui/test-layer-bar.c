/* The bar of layers under real keys: one stop of Tab, arrows along its buttons.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-layer-bar.h"
#include "ui-fixture.h"

#define N_LAYERS 6

static const char *const names[N_LAYERS] = {
  "show-marks",
  "show-people",
  "show-organisations",
  "show-places",
  "show-dates",
  "show-quotes",
};

/* A window with the bar between two buttons. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *before, *bar, *after;
  GSimpleActionGroup *actions;
} BarFixture;

static void
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

static void
press (const char *key)
{
  run ((const char *const[]){ "xdotool", "key", key, NULL });
}

static void
set_up (BarFixture *fixture,
        gconstpointer direction)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());

  gtk_widget_set_default_direction (GPOINTER_TO_INT (direction));
  fixture->actions = g_simple_action_group_new ();
  for (guint i = 0; i < N_LAYERS; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (names[i], NULL, g_variant_new_boolean (FALSE));

      g_action_map_add_action (G_ACTION_MAP (fixture->actions), G_ACTION (action));
    }

  fixture->window = gtk_window_new ();
  fixture->before = gtk_button_new_with_label ("Before");
  fixture->bar = g_object_new (DESK_TYPE_LAYER_BAR, NULL);
  fixture->after = gtk_button_new_with_label ("After");
  gtk_widget_insert_action_group (fixture->window, "article", G_ACTION_GROUP (fixture->actions));
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), fixture->bar);
  gtk_box_append (GTK_BOX (box), fixture->after);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  /* Tab goes by where things stand. */
  wait_until (gtk_widget_get_width (fixture->after) > 0);
  run ((const char *const[]){ "xdotool", "search", "--sync", "--onlyvisible", "--pid", pid, "windowfocus", NULL });
  wait_until (gtk_window_is_active (GTK_WINDOW (fixture->window)));
  gtk_widget_grab_focus (fixture->before);
}

static void
tear_down (BarFixture *fixture,
           gconstpointer direction)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->actions);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static GtkWidget *
get_button (BarFixture *fixture,
            guint n)
{
  GtkWidget *button = gtk_widget_get_first_child (fixture->bar);

  for (guint i = 0; i < n; i++)
    button = gtk_widget_get_next_sibling (button);

  return button;
}

#define assert_focus(fixture, widget) wait_until (gtk_window_get_focus (GTK_WINDOW ((fixture)->window)) == (widget))

static void
test_one_stop (BarFixture *fixture,
               gconstpointer direction)
{
  press ("Tab");
  assert_focus (fixture, get_button (fixture, 0));
  press ("Tab");
  assert_focus (fixture, fixture->after);
  press ("shift+Tab");
  assert_focus (fixture, get_button (fixture, 0));
  press ("shift+Tab");
  assert_focus (fixture, fixture->before);

  /* It comes back to where it was. */
  press ("Tab");
  press (GPOINTER_TO_INT (direction) == GTK_TEXT_DIR_RTL ? "Left" : "Right");
  assert_focus (fixture, get_button (fixture, 1));
  press ("Tab");
  assert_focus (fixture, fixture->after);
  press ("shift+Tab");
  assert_focus (fixture, get_button (fixture, 1));
}

static void
test_arrows (BarFixture *fixture,
             gconstpointer direction)
{
  gboolean rtl = GPOINTER_TO_INT (direction) == GTK_TEXT_DIR_RTL;
  const char *onward = rtl ? "Left" : "Right", *back = rtl ? "Right" : "Left";
  graphene_rect_t first, second;

  press ("Tab");
  for (guint i = 0; i < N_LAYERS; i++)
    {
      assert_focus (fixture, get_button (fixture, i));
      press (onward);
    }
  /* At the ends they stay. */
  assert_focus (fixture, get_button (fixture, N_LAYERS - 1));
  press (onward);
  press (back);
  assert_focus (fixture, get_button (fixture, N_LAYERS - 2));

  press ("Home");
  assert_focus (fixture, get_button (fixture, 0));
  press (back);
  press (onward);
  assert_focus (fixture, get_button (fixture, 1));
  press ("End");
  assert_focus (fixture, get_button (fixture, N_LAYERS - 1));
  press ("KP_Home");
  assert_focus (fixture, get_button (fixture, 0));

  /* Onward is where the eye sees the next one. */
  g_assert_true (gtk_widget_compute_bounds (get_button (fixture, 0), fixture->bar, &first));
  g_assert_true (gtk_widget_compute_bounds (get_button (fixture, 1), fixture->bar, &second));
  g_assert_true (rtl ? second.origin.x < first.origin.x : second.origin.x > first.origin.x);
}

/* What cannot be used is passed over, also where the focus was. */
static void
test_insensitive (BarFixture *fixture,
                  gconstpointer direction)
{
  GAction *people = g_action_map_lookup_action (G_ACTION_MAP (fixture->actions), "show-people");
  GAction *marks = g_action_map_lookup_action (G_ACTION_MAP (fixture->actions), "show-marks");

  press ("Tab");
  assert_focus (fixture, get_button (fixture, 0));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (people), FALSE);
  wait_until (!gtk_widget_is_sensitive (get_button (fixture, 1)));
  press ("Right");
  assert_focus (fixture, get_button (fixture, 2));
  press ("Left");
  assert_focus (fixture, get_button (fixture, 0));

  press ("shift+Tab");
  assert_focus (fixture, fixture->before);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (marks), FALSE);
  press ("Tab");
  assert_focus (fixture, get_button (fixture, 2));
}

static void
test_toggling (BarFixture *fixture,
               gconstpointer direction)
{
  GAction *people = g_action_map_lookup_action (G_ACTION_MAP (fixture->actions), "show-people");
  g_autoptr (GVariant) state = NULL;

  press ("Tab");
  press ("Right");
  assert_focus (fixture, get_button (fixture, 1));
  press ("space");
  wait_until (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (fixture, 1))));
  state = g_action_get_state (people);
  g_assert_true (g_variant_get_boolean (state));
  gtk_test_accessible_assert_state (get_button (fixture, 1), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  assert_focus (fixture, get_button (fixture, 1));
}

/* With words and with icons. */
static void
test_spoken (BarFixture *fixture,
             gconstpointer direction)
{
  static const char *const labels[N_LAYERS] = { "My Marks", "People", "Organisations", "Places", "Dates", "Quotes" };

  gtk_test_accessible_assert_role (fixture->bar, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_test_accessible_assert_property (fixture->bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Shown in the text");
  gtk_test_accessible_assert_property (fixture->bar, GTK_ACCESSIBLE_PROPERTY_ORIENTATION, GTK_ORIENTATION_HORIZONTAL);
  for (guint narrow = 0; narrow < 2; narrow++)
    {
      g_object_set (fixture->bar, "narrow", narrow, NULL);
      for (guint i = 0; i < N_LAYERS; i++)
        {
          GtkWidget *button = get_button (fixture, i);

          gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON);
          gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, labels[i]);
          g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS));
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, direction, test) \
  g_test_add (path, BarFixture, GINT_TO_POINTER (direction), set_up, test, tear_down)
  ADD ("/ui/layer-bar/one-stop", GTK_TEXT_DIR_LTR, test_one_stop);
  ADD ("/ui/layer-bar/one-stop/rtl", GTK_TEXT_DIR_RTL, test_one_stop);
  ADD ("/ui/layer-bar/arrows", GTK_TEXT_DIR_LTR, test_arrows);
  ADD ("/ui/layer-bar/arrows/rtl", GTK_TEXT_DIR_RTL, test_arrows);
  ADD ("/ui/layer-bar/insensitive", GTK_TEXT_DIR_LTR, test_insensitive);
  ADD ("/ui/layer-bar/toggling", GTK_TEXT_DIR_LTR, test_toggling);
  ADD ("/ui/layer-bar/spoken", GTK_TEXT_DIR_LTR, test_spoken);

  return g_test_run ();
}
