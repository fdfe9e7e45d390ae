/* The list of articles as a reader uses it, and as a screen reader hears it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-list-pane.h"
#include "desk-list-row.h"
#include "ui-fixture.h"

typedef struct
{
  Fixture base;
  GtkWidget *window;
  DeskListPane *pane;
  GtkListView *list;
  GPtrArray *heard; /* of what the pane asked for */
} PaneFixture;

static void
open_cb (PaneFixture *fixture,
         const char *id,
         gboolean take_focus)
{
  g_ptr_array_add (fixture->heard, g_strdup_printf ("open %s %d", id, take_focus));
}

static void
delete_cb (PaneFixture *fixture,
           const char *const *ids)
{
  g_autofree char *all = g_strjoinv (",", (char **) ids);

  g_ptr_array_add (fixture->heard, g_strdup_printf ("delete %s", all));
}

static void
set_starred_cb (PaneFixture *fixture,
                const char *const *ids,
                gboolean starred)
{
  g_autofree char *all = g_strjoinv (",", (char **) ids);

  g_ptr_array_add (fixture->heard, g_strdup_printf ("star %s %d", all, starred));
}

static void
set_unread_cb (PaneFixture *fixture,
               const char *const *ids,
               gboolean unread)
{
  g_autofree char *all = g_strjoinv (",", (char **) ids);

  g_ptr_array_add (fixture->heard, g_strdup_printf ("unread %s %d", all, unread));
}

static void
set_starred (PaneFixture *fixture,
             const char *id)
{
  const char *ids[] = { id, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  desk_session_set_starred_async (fixture->base.session, ids, TRUE, NULL, got_result_cb, &result);
  wait_for_result (&result);
  desk_session_action_finish (fixture->base.session, result, &error);
  g_assert_no_error (error);
}

static GtkSelectionModel *
get_model (PaneFixture *fixture)
{
  return gtk_list_view_get_model (fixture->list);
}

static guint
count_rows (PaneFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture)));
}

static DeskArticleRow *
get_row (PaneFixture *fixture,
         guint position)
{
  DeskArticleRow *row = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), position);

  g_assert_nonnull (row);
  wait_until (desk_article_row_get_loaded (row));
  return row;
}

static const char *
wait_for_word (PaneFixture *fixture,
               guint n_words)
{
  wait_until (fixture->heard->len >= n_words);
  g_assert_cmpuint (fixture->heard->len, ==, n_words);
  return g_ptr_array_index (fixture->heard, n_words - 1);
}

static void
set_up (PaneFixture *fixture,
        gconstpointer data)
{
  fixture_set_up (&fixture->base, NULL);
  g_free (ui_fixture_add_article (&fixture->base, "Court halts sale of ferry line", "2023-02-07", "Quay Courier"));
  g_free (ui_fixture_add_article (&fixture->base, "Flood toll revised again", "2023-02-08", "Northern Wire"));
  g_free (ui_fixture_add_article (&fixture->base, "Čapek & <b>the robots</b>", "2023-02-06", NULL));

  fixture->heard = g_ptr_array_new_with_free_func (g_free);
  fixture->pane = g_object_new (DESK_TYPE_LIST_PANE, NULL);
  desk_list_pane_set_view (fixture->pane, DESK_SORT_PUBLISHED, DESK_FILTER_ALL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 330, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  fixture->list = GTK_LIST_VIEW (ui_fixture_get_child (GTK_WIDGET (fixture->pane), DESK_TYPE_LIST_PANE, "list_view"));

  g_signal_connect_swapped (fixture->pane, "open", G_CALLBACK (open_cb), fixture);
  g_signal_connect_swapped (fixture->pane, "delete", G_CALLBACK (delete_cb), fixture);
  g_signal_connect_swapped (fixture->pane, "set-starred", G_CALLBACK (set_starred_cb), fixture);
  g_signal_connect_swapped (fixture->pane, "set-unread", G_CALLBACK (set_unread_cb), fixture);

  desk_list_pane_set_session (fixture->pane, fixture->base.session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (count_rows (fixture) == 3);
  for (guint i = 0; i < 3; i++)
    g_object_unref (get_row (fixture, i));
}

static void
tear_down (PaneFixture *fixture,
           gconstpointer data)
{
  DeskListPane *pane = fixture->pane;

  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &fixture->pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* Nothing that is under way holds the pane for long. */
  wait_until (fixture->pane == NULL);
  g_ptr_array_unref (fixture->heard);
  fixture_tear_down (&fixture->base, NULL);
}

static GtkWidget *
find_row (PaneFixture *fixture,
          const char *headline)
{
  GtkWidget *label = NULL;

  wait_until ((label = ui_fixture_find (GTK_WIDGET (fixture->list), GTK_TYPE_LABEL, headline)) != NULL);
  return gtk_widget_get_ancestor (label, DESK_TYPE_LIST_ROW);
}

static void
test_rows (PaneFixture *fixture,
           gconstpointer data)
{
  GtkWidget *row = find_row (fixture, "Flood toll revised again");
  GtkWidget *item = gtk_widget_get_parent (row);

  g_assert_nonnull (ui_fixture_find (row, GTK_TYPE_LABEL, "Northern Wire"));
  g_assert_nonnull (ui_fixture_find (row, GTK_TYPE_LABEL, "The lead says more about it."));

  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_true (g_str_has_prefix (desk_list_row_get_label (DESK_LIST_ROW (row)),
                                   "Unread, Flood toll revised again, Northern Wire, 8 Feb"));
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       desk_list_row_get_label (DESK_LIST_ROW (row)));

  /* A headline is text, whatever it looks like. */
  row = find_row (fixture, "Čapek & <b>the robots</b>");
  g_assert_null (ui_fixture_find (row, GTK_TYPE_LABEL, "·"));

  gtk_test_accessible_assert_property (GTK_WIDGET (fixture->list), GTK_ACCESSIBLE_PROPERTY_LABEL, "Articles");
}

/* Whatever can be pressed has a name. */
static void
check_buttons (GtkWidget *widget,
               guint *n_buttons)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (GTK_IS_MENU_BUTTON (widget) ||
      (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL &&
       gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL))
    {
      (*n_buttons)++;
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_nonnull (gtk_widget_get_tooltip_text (widget));
      if (GTK_IS_MENU_BUTTON (widget))
        return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_buttons (child, n_buttons);
}

static void
test_buttons (PaneFixture *fixture,
              gconstpointer data)
{
  guint n_buttons = 0;

  check_buttons (GTK_WIDGET (fixture->pane), &n_buttons);
  g_assert_cmpuint (n_buttons, ==, 3 + 3);
}

static void
test_open (PaneFixture *fixture,
           gconstpointer data)
{
  g_autoptr (DeskArticleRow) first = get_row (fixture, 0);
  g_autoptr (DeskArticleRow) second = get_row (fixture, 1);
  g_autofree char *open_first = g_strdup_printf ("open %s 0", desk_article_row_get_id (first));
  g_autofree char *open_second = g_strdup_printf ("open %s 1", desk_article_row_get_id (second));

  /* Moving to a row opens it after a moment. */
  gtk_selection_model_select_item (get_model (fixture), 1, TRUE);
  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  g_assert_cmpuint (fixture->heard->len, ==, 0);
  g_assert_cmpstr (wait_for_word (fixture, 1), ==, open_first);

  /* Enter opens at once and goes there. */
  g_signal_emit_by_name (fixture->list, "activate", 1);
  g_assert_cmpstr (wait_for_word (fixture, 2), ==, open_second);

  /* What the window opened is selected, and that opens nothing again. */
  desk_list_pane_show_article (fixture->pane, desk_article_row_get_id (second));
  wait_until (gtk_selection_model_is_selected (get_model (fixture), 1));
  g_assert_false (gtk_selection_model_is_selected (get_model (fixture), 0));
  for (guint i = 0; i < 40; i++)
    {
      g_usleep (10000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (fixture->heard->len, ==, 2);
}

static void
test_compact (PaneFixture *fixture,
              gconstpointer data)
{
  g_object_set (fixture->pane, "compact", TRUE, NULL);
  gtk_selection_model_select_item (get_model (fixture), 1, TRUE);
  for (guint i = 0; i < 40; i++)
    {
      g_usleep (10000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (fixture->heard->len, ==, 0);
}

static void
test_actions (PaneFixture *fixture,
              gconstpointer data)
{
  g_autoptr (DeskArticleRow) first = get_row (fixture, 0);
  g_autoptr (DeskArticleRow) second = get_row (fixture, 1);
  g_autofree char *first_id = g_strdup (desk_article_row_get_id (first));
  g_autofree char *second_id = g_strdup (desk_article_row_get_id (second));
  g_autofree char *star_second = g_strdup_printf ("star %s 1", second_id);
  g_autofree char *unstar_both = g_strdup_printf ("star %s,%s 0", first_id, second_id);
  g_autofree char *read_both = g_strdup_printf ("unread %s,%s 0", first_id, second_id);
  g_autofree char *delete_both = g_strdup_printf ("delete %s,%s", first_id, second_id);
  GtkWidget *bar = ui_fixture_get_child (GTK_WIDGET (fixture->pane), DESK_TYPE_LIST_PANE, "action_bar");

  /* Nothing is selected. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "list.delete", NULL);
  g_assert_cmpuint (fixture->heard->len, ==, 0);
  g_assert_false (gtk_action_bar_get_revealed (GTK_ACTION_BAR (bar)));

  set_starred (fixture, first_id);
  wait_until (desk_article_row_get_starred (first));

  gtk_selection_model_select_range (get_model (fixture), 0, 2, TRUE);
  g_assert_true (gtk_action_bar_get_revealed (GTK_ACTION_BAR (bar)));

  /* One of two has a star: the other one gets it. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "list.star", NULL));
  g_assert_cmpstr (wait_for_word (fixture, 1), ==, star_second);
  set_starred (fixture, second_id);
  wait_until (desk_article_row_get_starred (second));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "list.star", NULL));
  g_assert_cmpstr (wait_for_word (fixture, 2), ==, unstar_both);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "list.toggle-unread", NULL));
  g_assert_cmpstr (wait_for_word (fixture, 3), ==, read_both);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "list.delete", NULL));
  g_assert_cmpstr (wait_for_word (fixture, 4), ==, delete_both);
}

static GtkEditable *
get_search (PaneFixture *fixture)
{
  return GTK_EDITABLE (ui_fixture_get_child (GTK_WIDGET (fixture->pane), DESK_TYPE_LIST_PANE, "search_entry"));
}

static const char *
get_page (PaneFixture *fixture)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (ui_fixture_get_child (GTK_WIDGET (fixture->pane), DESK_TYPE_LIST_PANE, "stack")));
}

static void
test_search (PaneFixture *fixture,
             gconstpointer data)
{
  g_autoptr (DeskArticleRow) row = get_row (fixture, 1);
  g_autofree char *id = g_strdup (desk_article_row_get_id (row));

  desk_list_pane_show_article (fixture->pane, id);
  wait_until (gtk_selection_model_is_selected (get_model (fixture), 1));

  gtk_editable_set_text (get_search (fixture), "ferry");
  wait_until (count_rows (fixture) == 1);
  /* The article that is open is among the hits: it stays selected, at another place. */
  wait_until (gtk_selection_model_is_selected (get_model (fixture), 0));

  gtk_editable_set_text (get_search (fixture), "zeppelin");
  wait_until (count_rows (fixture) == 0);
  wait_until (g_str_equal (get_page (fixture), "empty"));
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "No Results"));
  g_assert_null (ui_fixture_find (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "Show All Articles"));

  /* Escape ends the search, and everything is as before. */
  g_signal_emit_by_name (get_search (fixture), "stop-search");
  wait_until (count_rows (fixture) == 3);
  g_assert_cmpstr (get_page (fixture), ==, "list");
  wait_until (gtk_selection_model_is_selected (get_model (fixture), 1));
  g_assert_cmpstr (gtk_editable_get_text (get_search (fixture)), ==, "");
  g_assert_cmpuint (fixture->heard->len, ==, 0);
}

static void
test_filter (PaneFixture *fixture,
             gconstpointer data)
{
  desk_list_pane_set_view (fixture->pane, DESK_SORT_PUBLISHED, DESK_FILTER_STARRED);
  wait_until (g_str_equal (get_page (fixture), "empty"));
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, "Nothing Starred"));
  g_assert_nonnull (ui_fixture_find (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "Show All Articles"));

  desk_list_pane_set_view (fixture->pane, DESK_SORT_HEADLINE, DESK_FILTER_ALL);
  wait_until (count_rows (fixture) == 3);
  g_assert_cmpstr (get_page (fixture), ==, "list");
}

static void
test_sections (PaneFixture *fixture,
               gconstpointer data)
{
  GtkWidget *title = NULL;

  /* In whatever year this runs, all three days are of one month long past. */
  wait_until ((title = ui_fixture_find (GTK_WIDGET (fixture->list), GTK_TYPE_LABEL, "February 2023")) != NULL);
  g_assert_true (gtk_widget_has_css_class (title, "section-title"));

  gtk_editable_set_text (get_search (fixture), "lead");
  wait_until (ui_fixture_find (GTK_WIDGET (fixture->list), GTK_TYPE_LABEL, "February 2023") == NULL);
  g_assert_cmpuint (count_rows (fixture), ==, 3);
}

static void
test_no_session (PaneFixture *fixture,
                 gconstpointer data)
{
  gtk_selection_model_select_item (get_model (fixture), 1, TRUE);
  desk_list_pane_set_session (fixture->pane, NULL);
  g_assert_null (get_model (fixture));
  gtk_editable_set_text (get_search (fixture), "ferry");
  desk_list_pane_show_article (fixture->pane, "nothing");
  gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "list.open", NULL);
  g_assert_cmpuint (fixture->heard->len, ==, 0);

  desk_list_pane_set_session (fixture->pane, fixture->base.session);
  wait_until (count_rows (fixture) == 1);
}

#define ADD(name, function) g_test_add ("/list-pane/" name, PaneFixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  /* Not isolated: icons need the data of the system. The libraries have folders of their own. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("rows", test_rows);
  ADD ("buttons", test_buttons);
  ADD ("open", test_open);
  ADD ("compact", test_compact);
  ADD ("actions", test_actions);
  ADD ("search", test_search);
  ADD ("filter", test_filter);
  ADD ("sections", test_sections);
  ADD ("no-session", test_no_session);

  return g_test_run ();
}
