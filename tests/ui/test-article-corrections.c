/* Corrections from the article page through their dialogs: each is one step, which one undo takes back whole.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-page-private.h"
#include "desk-entity-chooser.h"
#include "desk-preferences.h"
#include "desk-scope-row.h"
#include "ui-fixture.h"

typedef struct
{
  Fixture base;
  GtkWidget *window;
  DeskArticlePage *page;
  DeskDocument *document;
} PageFixture;

static void
set_up (PageFixture *fixture,
        gconstpointer data)
{
  g_autoptr (DeskDocument) other = NULL;
  GtkWidget *overlay;

  fixture_set_up (&fixture->base, data);
  other = fixture_open_text (&fixture->base, "Balloon Shot\n\nEdward Sanders spoke. “It came down,” Edward Sanders said.\n");
  wait_for_analysis (other);
  fixture->document = fixture_open_text (&fixture->base, "Ferry Line Sails On\n\nHelen Marsh, the head of the ferry line, spoke on Tuesday.\n\n"
                                                         "“It sails,” Marsh said. Nobody else spoke.\n");
  wait_for_analysis (fixture->document);

  fixture->page = DESK_ARTICLE_PAGE (desk_article_page_new ());
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  desk_article_page_set_session (fixture->page, fixture->base.session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  desk_article_page_set_document (fixture->page, fixture->document);
  wait_until (fixture->page->painted);
}

static void
tear_down (PageFixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (G_OBJECT (fixture->document)->ref_count == 1);
  g_assert_finalize_object (fixture->document);
  fixture_tear_down (&fixture->base, data);
}

static DeskEntity *
find_entity (PageFixture *fixture,
             const char *name)
{
  GPtrArray *entities = desk_analysis_get_entities (desk_document_get_analysis (fixture->document));

  for (guint i = 0; i < entities->len; i++)
    if (strcmp (desk_entity_get_name (g_ptr_array_index (entities, i)), name) == 0)
      return g_ptr_array_index (entities, i);

  return NULL;
}

static void
click (PageFixture *fixture,
       const char *words)
{
  DeskText *text = desk_version_get_text (desk_article_get_version (desk_document_get_article (fixture->document)));
  const char *place = strstr (desk_text_get_utf8 (text), words);

  g_assert_nonnull (place);
  desk_article_page_select_finding (fixture->page, NULL);
  g_signal_emit_by_name (fixture->page->view, "text-clicked", desk_text_get_code_point (text, place - desk_text_get_utf8 (text)) + 1);
  g_assert_nonnull (fixture->page->finding);
}

static AdwDialog *
get_dialog (PageFixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

/* Opens a dialog by its action and waits until it can be typed into. */
static AdwDialog *
open_dialog (PageFixture *fixture,
             const char *action)
{
  GtkWidget *focus;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL);
  wait_until (get_dialog (fixture) != NULL && (focus = gtk_root_get_focus (GTK_ROOT (fixture->window))) != NULL &&
              GTK_IS_TEXT (focus));

  return get_dialog (fixture);
}

static void
type (PageFixture *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (fixture->window))), text);
}

static void
press_enter (PageFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  GtkWidget *search = gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY);

  g_signal_emit_by_name (search != NULL ? search : focus, "activate");
}

static const char *
get_undo_name (PageFixture *fixture)
{
  return desk_library_get_undo_name (desk_session_get_library (fixture->base.session));
}

static void
wait_for_step (PageFixture *fixture,
               const char *name)
{
  wait_until (get_dialog (fixture) == NULL && g_strcmp0 (get_undo_name (fixture), name) == 0);
}

/* There is one step, and without it all is as it was. */
static void
undo_only_step (PageFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (DeskStep) step = NULL;

  desk_session_undo_async (fixture->base.session, NULL, got_result_cb, &result);
  wait_for_result (&result);
  step = desk_session_undo_finish (fixture->base.session, result, NULL);
  g_assert_nonnull (step);
  g_assert_cmpstr (get_undo_name (fixture), ==, NULL);
}

static void
set_scope (PageFixture *fixture,
           DeskRuleScope scope)
{
  desk_scope_row_set (DESK_SCOPE_ROW (ui_fixture_find (GTK_WIDGET (get_dialog (fixture)), DESK_TYPE_SCOPE_ROW, NULL)), scope);
}

/* As they are listed in the preferences. */
static void
assert_correction (PageFixture *fixture,
                   const char *title)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  AdwDialog *preferences = desk_preferences_new (settings, fixture->base.folder, fixture->base.session);
  GtkWidget *page;

  adw_dialog_present (preferences, fixture->window);
  page = ui_fixture_get_child (GTK_WIDGET (preferences), DESK_TYPE_PREFERENCES, "corrections");
  wait_until (ui_fixture_find (page, ADW_TYPE_ACTION_ROW, title) != NULL);
  adw_dialog_force_close (preferences);
  wait_until (get_dialog (fixture) == NULL);
}

static void
test_join (PageFixture *fixture,
           gconstpointer data)
{
  const DeskRuleScope scope = GPOINTER_TO_INT (data);
  DeskEntity *joined;

  click (fixture, "Marsh said");
  open_dialog (fixture, "article.join");
  type (fixture, "sand");
  set_scope (fixture, scope);
  press_enter (fixture);
  wait_for_step (fixture, scope == DESK_RULE_SCOPE_MENTION ? "Join “Marsh” with “Edward Sanders”" : "Join “Helen Marsh” with “Edward Sanders”");
  wait_until (find_entity (fixture, "Edward Sanders") != NULL);
  joined = find_entity (fixture, "Edward Sanders");
  g_assert_cmpuint (desk_entity_get_n_mentions (joined), ==, scope == DESK_RULE_SCOPE_MENTION ? 1 : 2);
  g_assert_true ((find_entity (fixture, "Helen Marsh") != NULL) == (scope == DESK_RULE_SCOPE_MENTION));
  assert_correction (fixture, scope == DESK_RULE_SCOPE_MENTION ? "“Marsh” is “Edward Sanders”" : "“Helen Marsh” is “Edward Sanders”");

  undo_only_step (fixture);
  wait_until (find_entity (fixture, "Edward Sanders") == NULL);
  g_assert_cmpuint (desk_entity_get_n_mentions (find_entity (fixture, "Helen Marsh")), ==, 2);
}

static void
test_turn_away (PageFixture *fixture,
                gconstpointer data)
{
  static const char *const actions[] = { "article.join", "article.rename-entity", "article.correct-date" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      click (fixture, i < 2 ? "Helen" : "Tuesday");
      open_dialog (fixture, actions[i]);
      type (fixture, "2023");
      adw_dialog_close (get_dialog (fixture));
      wait_until (get_dialog (fixture) == NULL);
      g_assert_cmpstr (get_undo_name (fixture), ==, NULL);
    }
}

static GtkWidget *
find_toast (PageFixture *fixture,
            const char *title)
{
  GtkWidget *overlay = adw_window_get_content (ADW_WINDOW (fixture->window));

  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = child != GTK_WIDGET (fixture->page) ? ui_fixture_find (child, GTK_TYPE_LABEL, title) : NULL;

      if (label != NULL)
        return label;
    }

  return NULL;
}

static void
test_name_and_kind (PageFixture *fixture,
                    gconstpointer data)
{
  AdwDialog *dialog;

  click (fixture, "Helen");
  dialog = open_dialog (fixture, "article.rename-entity");
  type (fixture, "Marsh Ferries");
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_fixture_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, NULL)), DESK_ENTITY_KIND_ORGANISATION);
  press_enter (fixture);
  wait_for_step (fixture, "Change Name and Kind of “Helen Marsh”");
  wait_until (find_toast (fixture, "Change Name and Kind of “Helen Marsh”") != NULL);
  wait_until (find_entity (fixture, "Marsh Ferries") != NULL);
  g_assert_cmpint (desk_entity_get_kind (find_entity (fixture, "Marsh Ferries")), ==, DESK_ENTITY_KIND_ORGANISATION);
  assert_correction (fixture, "“Helen Marsh” is “Marsh Ferries”");
  undo_only_step (fixture);
  wait_until (find_entity (fixture, "Helen Marsh") != NULL);
  g_assert_cmpint (desk_entity_get_kind (find_entity (fixture, "Helen Marsh")), ==, DESK_ENTITY_KIND_PERSON);

  wait_until (find_toast (fixture, "Change Name and Kind of “Helen Marsh”") == NULL);

  /* What stays as it was is no step, and nothing is told of an older one. */
  click (fixture, "Helen");
  open_dialog (fixture, "article.rename-entity");
  press_enter (fixture);
  wait_until (get_dialog (fixture) == NULL);
  g_assert_null (find_toast (fixture, "Change Name and Kind of “Helen Marsh”"));
  g_assert_cmpstr (get_undo_name (fixture), ==, NULL);
}

static const DeskDate *
find_date (PageFixture *fixture,
           const char *words)
{
  GPtrArray *dates = desk_analysis_get_dates (desk_document_get_analysis (fixture->document));

  for (guint i = 0; i < dates->len; i++)
    if (strcmp (((DeskDate *) g_ptr_array_index (dates, i))->text, words) == 0)
      return g_ptr_array_index (dates, i);

  return NULL;
}

static void
test_day (PageFixture *fixture,
          gconstpointer data)
{
  click (fixture, "Tuesday");
  open_dialog (fixture, "article.correct-date");
  type (fixture, "32 foo 2024");
  press_enter (fixture);
  g_assert_nonnull (get_dialog (fixture));
  type (fixture, "7 February 2023");
  press_enter (fixture);
  wait_for_step (fixture, "Correct Date “Tuesday”");
  wait_until (g_strcmp0 (find_date (fixture, "Tuesday")->value, "2023-02-07") == 0);
  assert_correction (fixture, "“Tuesday” is Tuesday, 7 February 2023");
  undo_only_step (fixture);
  wait_until (find_date (fixture, "Tuesday")->value == NULL);
}

int
main (int argc,
      char **argv)
{
  /* Not isolated: icons need the data of the system. The libraries have folders of their own. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(name, data, function) g_test_add ("/article-corrections/" name, PageFixture, data, set_up, function, tear_down)
  ADD ("join/mention", GINT_TO_POINTER (DESK_RULE_SCOPE_MENTION), test_join);
  ADD ("join/article", GINT_TO_POINTER (DESK_RULE_SCOPE_ARTICLE), test_join);
  ADD ("join/library", GINT_TO_POINTER (DESK_RULE_SCOPE_LIBRARY), test_join);
  ADD ("turn-away", NULL, test_turn_away);
  ADD ("name-and-kind", NULL, test_name_and_kind);
  ADD ("day", NULL, test_day);

  return g_test_run ();
}
