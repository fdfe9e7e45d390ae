/* The article page with its web view: marking by keys, picking, undo, find, names, what survives a change of article.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-page-private.h"
#include "ui-fixture.h"

#define FIRST "Helen Marsh, the head of the ferry line, spoke on Tuesday."
#define SECOND "“It sails,” Marsh said. Nobody else spoke."

typedef struct
{
  Fixture base;
  GtkWidget *window;
  DeskArticlePage *page;
  DeskDocument *document;
} PageFixture;

static DeskDocument *
open_text (PageFixture *fixture,
           const char *headline)
{
  g_autoptr (GString) text = g_string_new (headline);

  g_string_append (text, "\n\n" FIRST "\n\n" SECOND "\n");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "\nThe crossing number %u took forty minutes and nobody was hurt.\n", i);
  return fixture_open_text (&fixture->base, text->str);
}

static void
show (PageFixture *fixture,
      DeskDocument *document)
{
  desk_article_page_set_document (fixture->page, document);
  wait_until (fixture->page->painted);
}

static void
set_up (PageFixture *fixture,
        gconstpointer data)
{
  fixture_set_up (&fixture->base, data);
  fixture->page = DESK_ARTICLE_PAGE (desk_article_page_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  desk_article_page_set_session (fixture->page, fixture->base.session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->document = open_text (fixture, "Ferry Line Sails On");
  show (fixture, fixture->document);
  wait_for_analysis (fixture->document);
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

static DeskRange
find (PageFixture *fixture,
      const char *words)
{
  DeskText *text = desk_version_get_text (desk_article_get_version (desk_document_get_article (fixture->document)));
  const char *place = strstr (desk_text_get_utf8 (text), words);
  DeskRange range;

  g_assert_nonnull (place);
  range.start = desk_text_get_code_point (text, place - desk_text_get_utf8 (text));
  range.end = range.start + g_utf8_strlen (words, -1);
  return range;
}

static void
select_words (PageFixture *fixture,
              const char *words)
{
  DeskRange range = find (fixture, words);
  guint start, end;

  desk_reader_view_set_selection (fixture->page->view, range.start, range.end);
  wait_until (desk_reader_view_get_selection (fixture->page->view, &start, &end, NULL) && start == range.start && end == range.end);
}

static guint
count_marks (PageFixture *fixture)
{
  return g_list_model_get_n_items (desk_document_get_annotations (fixture->document));
}

static DeskAnnotation *
get_mark (PageFixture *fixture,
          guint position)
{
  g_autoptr (DeskAnnotation) mark = g_list_model_get_item (desk_document_get_annotations (fixture->document), position);

  g_assert_nonnull (mark);
  return mark;
}

static gboolean
bar_is_shown (PageFixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (fixture->page->bar));
}

static void
undo (PageFixture *fixture,
      const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStep) step = NULL;

  desk_session_undo_async (fixture->base.session, NULL, got_result_cb, &result);
  wait_for_result (&result);
  step = desk_session_undo_finish (fixture->base.session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk_step_get_name (step), ==, name);
}

static void
test_keys (PageFixture *fixture,
           gconstpointer data)
{
  DeskArticlePage *page = fixture->page;
  DeskRange range = find (fixture, "the head of the ferry line");

  /* Nothing is selected: a key makes nothing. */
  desk_article_page_press_key (page, GDK_KEY_2);
  g_assert_cmpuint (count_marks (fixture), ==, 0);

  select_words (fixture, "the head of the ferry line");
  wait_until (bar_is_shown (fixture));
  g_assert_true (desk_article_page_press_key (page, GDK_KEY_2));
  wait_until (count_marks (fixture) == 1);
  g_assert_cmpuint (desk_annotation_get_start (get_mark (fixture, 0)), ==, range.start);
  g_assert_cmpuint (desk_annotation_get_end (get_mark (fixture, 0)), ==, range.end);
  g_assert_cmpstr (desk_annotation_get_kind_id (get_mark (fixture, 0)), ==, "check");

  /* The new mark is selected: a key changes its kind, and makes no other. */
  wait_until (page->selected != NULL);
  g_assert_true (desk_article_page_press_key (page, GDK_KEY_4));
  wait_until (g_strcmp0 (desk_annotation_get_kind_id (get_mark (fixture, 0)), "source") == 0);
  g_assert_cmpuint (count_marks (fixture), ==, 1);

  /* Esc: the bar, the selected mark, and then it is the window's. */
  wait_until (bar_is_shown (fixture));
  g_assert_true (desk_article_page_press_key (page, GDK_KEY_Escape));
  wait_until (!bar_is_shown (fixture));
  g_assert_nonnull (page->selected);
  g_assert_true (desk_article_page_press_key (page, GDK_KEY_Escape));
  g_assert_null (page->selected);
  g_assert_false (desk_article_page_press_key (page, GDK_KEY_Escape));

  /* Screen readers may keep the letters for themselves. */
  g_settings_set_boolean (page->settings, "single-keys", FALSE);
  select_words (fixture, "Nobody else");
  g_assert_false (desk_article_page_press_key (page, GDK_KEY_2));
  g_assert_true (desk_article_page_press_key (page, GDK_KEY_Escape));
  g_settings_reset (page->settings, "single-keys");
  g_assert_cmpuint (count_marks (fixture), ==, 1);
}

static void
test_delete_and_undo (PageFixture *fixture,
                      gconstpointer data)
{
  select_words (fixture, "Nobody else");
  desk_article_page_press_key (fixture->page, GDK_KEY_1);
  wait_until (count_marks (fixture) == 1 && fixture->page->selected != NULL);
  g_assert_true (desk_article_page_press_key (fixture->page, GDK_KEY_Delete));
  wait_until (count_marks (fixture) == 0);
  g_assert_null (fixture->page->selected);

  undo (fixture, "Delete Mark");
  wait_until (count_marks (fixture) == 1);
  undo (fixture, "Mark “Nobody else” as Key Fact");
  wait_until (count_marks (fixture) == 0);
}

static void
activate_marks (PageFixture *fixture,
                const char *ids,
                int x)
{
  GdkRectangle place = { x, 100, 2, 20 };

  g_signal_emit_by_name (fixture->page->view, "mark-activated", ids, &place, G_MAXUINT);
}

static void
test_picking (PageFixture *fixture,
              gconstpointer data)
{
  DeskArticlePage *page = fixture->page;
  g_autofree char *ids = NULL;
  g_autofree char *large = NULL;
  g_autofree char *small = NULL;

  select_words (fixture, "Nobody else spoke");
  desk_article_page_press_key (page, GDK_KEY_1);
  wait_until (count_marks (fixture) == 1 && page->selected != NULL);
  large = g_strdup (page->selected);
  select_words (fixture, "else");
  g_assert_null (page->selected);
  desk_article_page_press_key (page, GDK_KEY_3);
  wait_until (count_marks (fixture) == 2 && page->selected != NULL);
  small = g_strdup (page->selected);
  ids = g_strjoin (" ", small, large, NULL);

  /* In the order that the view gives, then none, then the first again. */
  desk_article_page_select_mark (page, NULL, FALSE);
  activate_marks (fixture, ids, 50);
  g_assert_cmpstr (page->selected, ==, small);
  activate_marks (fixture, ids, 52);
  g_assert_cmpstr (page->selected, ==, large);
  activate_marks (fixture, ids, 50);
  g_assert_null (page->selected);
  activate_marks (fixture, ids, 50);
  g_assert_cmpstr (page->selected, ==, small);
  /* Elsewhere it starts anew. */
  activate_marks (fixture, ids, 90);
  g_assert_cmpstr (page->selected, ==, small);
  activate_marks (fixture, large, 90);
  g_assert_cmpstr (page->selected, ==, large);

  /* A mark that was deleted meanwhile is no choice. */
  activate_marks (fixture, "gone", 10);
  g_assert_null (page->selected);
}

static void
test_stepping (PageFixture *fixture,
               gconstpointer data)
{
  DeskArticlePage *page = fixture->page;
  const char *words[] = { "Helen Marsh", "Nobody else", "crossing number 30" };
  g_autofree char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      select_words (fixture, words[i]);
      desk_article_page_press_key (page, GDK_KEY_1);
      wait_until (count_marks (fixture) == i + 1 && page->selected != NULL);
      desk_article_page_select_mark (page, NULL, FALSE);
    }
  first = g_strdup (desk_annotation_get_id (get_mark (fixture, 0)));
  desk_article_page_select_mark (page, first, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (page), "article.next-mark", NULL);
  g_assert_cmpstr (page->selected, ==, desk_annotation_get_id (get_mark (fixture, 1)));
  gtk_widget_activate_action (GTK_WIDGET (page), "article.next-mark", NULL);
  g_assert_cmpstr (page->selected, ==, desk_annotation_get_id (get_mark (fixture, 2)));
  gtk_widget_activate_action (GTK_WIDGET (page), "article.next-mark", NULL);
  g_assert_cmpstr (page->selected, ==, first);
  gtk_widget_activate_action (GTK_WIDGET (page), "article.previous-mark", NULL);
  g_assert_cmpstr (page->selected, ==, desk_annotation_get_id (get_mark (fixture, 2)));
}

static void
test_note (PageFixture *fixture,
           gconstpointer data)
{
  DeskArticlePage *page = fixture->page;
  GtkTextBuffer *buffer;
  DeskDocument *other;
  g_autofree char *id = NULL;

  /* N on a selection marks it with the kind that was used last, and asks for the note. */
  g_settings_set_string (page->settings, "last-kind", "opinion");
  select_words (fixture, "Nobody else");
  g_assert_true (desk_article_page_press_key (page, GDK_KEY_n));
  wait_until (desk_note_popover_get_id (page->note) != NULL);
  g_assert_cmpstr (desk_annotation_get_kind_id (get_mark (fixture, 0)), ==, "opinion");
  id = g_strdup (desk_note_popover_get_id (page->note));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_fixture_find (GTK_WIDGET (page->note), GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (buffer, "Really?", -1);

  /* Another article is opened: what was typed is stored. */
  other = open_text (fixture, "Another Line Sails");
  show (fixture, other);
  g_assert_null (desk_note_popover_get_id (page->note));
  wait_until (g_strcmp0 (desk_annotation_get_note (desk_document_find_annotation (fixture->document, id)), "Really?") == 0);
  g_assert_null (page->selected);
  show (fixture, fixture->document);
  wait_for_analysis (other);
  wait_until (G_OBJECT (other)->ref_count == 1);
  g_assert_finalize_object (other);
}

static void
test_names (PageFixture *fixture,
            gconstpointer data)
{
  DeskArticlePage *page = fixture->page;
  DeskRange short_name = find (fixture, "Marsh said");

  /* A click on a name lights all its mentions, at the one that was clicked; elsewhere it ends. */
  g_signal_emit_by_name (page->view, "text-clicked", short_name.start + 1);
  g_assert_cmpstr (desk_entity_get_name (desk_mention_stepper_get_entity (page->stepper)), ==, "Helen Marsh");
  g_assert_cmpuint (desk_mention_stepper_get_index (page->stepper), ==, 1);
  g_assert_true (desk_article_page_press_key (page, GDK_KEY_period));
  g_assert_cmpuint (desk_mention_stepper_get_index (page->stepper), ==, 0);
  g_assert_true (desk_article_page_press_key (page, GDK_KEY_comma));
  g_assert_cmpuint (desk_mention_stepper_get_index (page->stepper), ==, 1);
  g_signal_emit_by_name (page->view, "text-clicked", short_name.end);
  g_assert_null (desk_mention_stepper_get_entity (page->stepper));
  desk_article_page_press_key (page, GDK_KEY_period);
  g_assert_null (desk_mention_stepper_get_entity (page->stepper));
  g_signal_emit_by_name (page->view, "text-clicked", G_MAXUINT);
}

static void
test_find (PageFixture *fixture,
           gconstpointer data)
{
  DeskArticlePage *page = fixture->page;
  guint n = 0, match = 0, start, end;

  select_words (fixture, "forty minutes");
  gtk_widget_activate_action (GTK_WIDGET (page), "article.find", NULL);
  g_assert_true (desk_find_bar_get_shown (page->find_bar));
  wait_until ((g_object_get (page->view, "n-matches", &n, NULL), n == 40));
  gtk_widget_activate_action (GTK_WIDGET (page), "article.find-next", NULL);
  wait_until ((g_object_get (page->view, "match", &match, NULL), match > 1));
  g_assert_true (desk_reader_view_get_match (page->view, &start, &end));

  /* The hit can be marked. */
  desk_reader_view_clear_selection (page->view);
  gtk_widget_activate_action (GTK_WIDGET (page), "article.mark", "s", "number");
  wait_until (count_marks (fixture) == 1);
  g_assert_cmpuint (desk_annotation_get_start (get_mark (fixture, 0)), ==, start);

  desk_find_bar_close (page->find_bar);
  g_object_get (page->view, "n-matches", &n, NULL);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_position (PageFixture *fixture,
               gconstpointer data)
{
  DeskRange range = find (fixture, "crossing number 35");
  DeskArticle *article = desk_document_get_article (fixture->document);
  guint position;
  DeskDocument *again;
  g_autofree char *id = g_strdup (desk_article_get_id (article));
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_cmpuint (desk_article_get_position (article), ==, 0);
  g_assert_false (gtk_revealer_get_reveal_child (fixture->page->title_revealer));
  desk_article_page_show_range (fixture->page, range.start, range.end);
  wait_until (desk_article_get_position (article) > 0);
  wait_until (gtk_revealer_get_reveal_child (fixture->page->title_revealer));
  position = desk_article_get_position (article);
  g_assert_cmpuint (position, <=, range.start);

  /* It is there again for the next reading; a range that is asked for early waits for the page. */
  desk_article_page_set_document (fixture->page, NULL);
  desk_session_open_article_async (fixture->base.session, id, NULL, got_result_cb, &result);
  wait_for_result (&result);
  again = desk_session_open_article_finish (fixture->base.session, result, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (desk_article_get_position (desk_document_get_article (again)), ==, position);
  desk_article_page_set_document (fixture->page, again);
  desk_article_page_show_range (fixture->page, 0, 5);
  g_assert_cmpuint (fixture->page->waiting_range.end, ==, 5);
  wait_until (fixture->page->painted);
  g_assert_cmpuint (fixture->page->waiting_range.end, ==, 0);
  wait_until (desk_article_get_position (desk_document_get_article (again)) == 0);
  desk_article_page_set_document (fixture->page, NULL);
  wait_for_analysis (again);
  wait_until (G_OBJECT (again)->ref_count == 1);
  g_object_unref (again);
}

static void
test_header (PageFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;

  /* The head of the page names the date: it is written anew, and marks stay. */
  select_words (fixture, "Nobody else");
  desk_article_page_press_key (fixture->page, GDK_KEY_1);
  wait_until (count_marks (fixture) == 1);
  desk_document_set_field_async (fixture->document, DESK_FIELD_PUBLISHED, "2023-02-08", NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (fixture->page->painted);
  wait_until (fixture->page->painted);
  wait_for_analysis (fixture->document);
  g_assert_cmpuint (count_marks (fixture), ==, 1);
}

static void
test_no_document (PageFixture *fixture,
                  gconstpointer data)
{
  static const char *const actions[] = { "find", "find-next", "zoom-in", "print", "note", "delete-mark", "copy",
                                         "copy-with-source", "next-mark", "next-mention", "export-pdf", "show-original",
                                         "verify-original", "edit-published", "focus-text", "reload" };
  DeskArticlePage *page = fixture->page;

  desk_article_page_set_document (page, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "empty");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strconcat ("article.", actions[i], NULL);

      gtk_widget_activate_action (GTK_WIDGET (page), name, NULL);
    }
  g_assert_false (desk_article_page_press_key (page, GDK_KEY_1));
  desk_article_page_show_range (page, 0, 10);
  desk_article_page_show_annotation (page, "none");

  /* A crash that gave up, and back. */
  show (fixture, fixture->document);
  g_signal_emit_by_name (page->view, "crashed", TRUE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "crashed");
  gtk_widget_activate_action (GTK_WIDGET (page), "article.reload", NULL);
  wait_until (page->painted);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "article");
}

static void
test_inspector_in_narrow_window (PageFixture *fixture,
                                 gconstpointer data)
{
  DeskArticlePage *page = fixture->page;
  guint shown = 0;

  desk_article_page_set_inspector_collapsed (page, TRUE);
  g_assert_true (desk_article_page_get_inspector_collapsed (page));
  desk_article_page_set_inspector_shown (page, TRUE);
  g_object_get (page, "inspector-shown", &shown, NULL);
  g_assert_true (shown);
  gtk_widget_activate_action (GTK_WIDGET (page), "article.focus-text", NULL);
  g_assert_false (desk_article_page_get_inspector_shown (page));
  gtk_widget_activate_action (GTK_WIDGET (page), "article.edit-published", NULL);
  g_assert_true (desk_article_page_get_inspector_shown (page));
  g_assert_cmpstr (desk_inspector_get_page (page->inspector), ==, "details");
}

int
main (int argc,
      char **argv)
{
  /* Not isolated: icons need the data of the system. The libraries have folders of their own. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/article-page/" name, PageFixture, NULL, set_up, function, tear_down)
  ADD ("keys", test_keys);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("picking", test_picking);
  ADD ("stepping", test_stepping);
  ADD ("note", test_note);
  ADD ("names", test_names);
  ADD ("find", test_find);
  ADD ("position", test_position);
  ADD ("header", test_header);
  ADD ("no-document", test_no_document);
  ADD ("narrow", test_inspector_in_narrow_window);

  return g_test_run ();
}
