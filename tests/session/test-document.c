/* Marking, notes, metadata and undo on an open article, over restarts too.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session-fixture.h"

static const char story[] =
  "Harbour Reopens After Storm\n"
  "\n"
  "The harbour of Lisbon opened again on Tuesday, the port authority said. \xf0\x9f\x8c\x8a The waves had closed it for three days.\n"
  "\n"
  "Engineers are still looking at the northern wall.\n";

/* Where a passage stands, in code points. */
static guint
find (DeskDocument *document,
      const char *passage,
      guint *end)
{
  DeskText *text = desk_version_get_text (desk_article_get_version (desk_document_get_article (document)));
  const char *found = strstr (desk_text_get_utf8 (text), passage);
  guint start;

  g_assert_nonnull (found);
  start = desk_text_get_code_point (text, found - desk_text_get_utf8 (text));
  *end = start + g_utf8_strlen (passage, -1);

  return start;
}

static char *
mark (DeskDocument *document,
      const char *passage,
      const char *kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint end, start = find (document, passage, &end);
  char *id;

  desk_document_mark_async (document, start, end, kind, NULL, got_result_cb, &result);
  wait_for_result (&result);
  id = desk_document_mark_finish (document, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (id);

  return id;
}

static void
finish_action (DeskDocument *document,
               GAsyncResult **result)
{
  g_autoptr (GError) error = NULL;

  wait_for_result (result);
  g_assert_true (desk_document_action_finish (document, *result, &error));
  g_assert_no_error (error);
  g_clear_object (result);
}

static void
undo (Fixture *fixture,
      const char *expected_name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStep) step = NULL;

  g_assert_cmpstr (desk_library_get_undo_name (desk_session_get_library (fixture->session)), ==, expected_name);
  desk_session_undo_async (fixture->session, NULL, got_result_cb, &result);
  wait_for_result (&result);
  step = desk_session_undo_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (desk_step_get_name (step), ==, expected_name);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskStep) step = NULL;

  desk_session_redo_async (fixture->session, NULL, got_result_cb, &result);
  wait_for_result (&result);
  step = desk_session_redo_finish (fixture->session, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (step);
}

static guint
count_marks (DeskDocument *document)
{
  return g_list_model_get_n_items (desk_document_get_annotations (document));
}

static void
test_mark_note_restart_undo (Fixture *fixture,
                             gconstpointer data)
{
  g_autoptr (DeskDocument) document = fixture_open_text (fixture, story);
  g_autofree char *id = mark (document, "The waves", "check");
  g_autoptr (GAsyncResult) result = NULL;
  DeskAnnotation *annotation;

  desk_document_set_note_async (document, id, "Ask the port.", NULL, got_result_cb, &result);
  finish_action (document, &result);

  g_clear_object (&document);
  fixture_restart (fixture);

  document = fixture_open_text (fixture, story);
  g_assert_cmpuint (count_marks (document), ==, 1);
  annotation = desk_document_find_annotation (document, id);
  g_assert_cmpstr (desk_annotation_get_exact (annotation), ==, "The waves");
  g_assert_cmpstr (desk_annotation_get_note (annotation), ==, "Ask the port.");
  g_assert_cmpstr (desk_annotation_get_kind_id (annotation), ==, "check");

  undo (fixture, "Edit Note");
  wait_until (desk_annotation_get_note (desk_document_find_annotation (document, id)) == NULL);
  undo (fixture, "Mark “The waves” as Check");
  wait_until (count_marks (document) == 0);
  redo (fixture);
  wait_until (count_marks (document) == 1);
  annotation = desk_document_find_annotation (document, id);
  g_assert_cmpstr (desk_annotation_get_exact (annotation), ==, "The waves");
}

static void
test_order_and_identity (Fixture *fixture,
                         gconstpointer data)
{
  g_autoptr (DeskDocument) document = fixture_open_text (fixture, story);
  GListModel *annotations = desk_document_get_annotations (document);
  g_autofree char *last = mark (document, "northern wall", "fact");
  g_autofree char *first = mark (document, "Harbour", "quote");
  g_autofree char *again = mark (document, "Harbour", "quote");
  g_autoptr (DeskAnnotation) shown = NULL;
  g_autoptr (DeskAnnotation) shown_later = NULL;
  g_autoptr (DeskAnnotation) top = g_list_model_get_item (annotations, 0);
  g_autoptr (GAsyncResult) result = NULL;

  /* The same passage in the same kind is one mark. */
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpuint (count_marks (document), ==, 2);
  g_assert_cmpstr (desk_annotation_get_id (top), ==, first);

  shown = g_list_model_get_item (annotations, 1);
  desk_document_set_kind_async (document, first, "number", NULL, got_result_cb, &result);
  finish_action (document, &result);
  /* A change elsewhere leaves a row alone, also after the library told of it. */
  wait_until (!g_main_context_pending (NULL));
  shown_later = g_list_model_get_item (annotations, 1);
  g_assert_true (shown == shown_later);
  g_assert_cmpstr (desk_annotation_get_kind_id (desk_document_find_annotation (document, first)), ==, "number");

  desk_document_delete_mark_async (document, last, NULL, got_result_cb, &result);
  finish_action (document, &result);
  g_assert_cmpuint (count_marks (document), ==, 1);
  undo (fixture, "Delete Mark");
  wait_until (count_marks (document) == 2);
}

static void
test_publication_date (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (DeskDocument) document = fixture_open_text (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;
  DeskDate *date;

  wait_for_analysis (document);
  date = g_ptr_array_index (desk_analysis_get_dates (desk_document_get_analysis (document)), 0);
  g_assert_cmpstr (date->text, ==, "Tuesday");
  g_assert_null (date->value);

  desk_document_set_field_async (document, DESK_FIELD_PUBLISHED, "2023-02-08", NULL, got_result_cb, &result);
  finish_action (document, &result);
  wait_for_analysis (document);
  date = g_ptr_array_index (desk_analysis_get_dates (desk_document_get_analysis (document)), 0);
  g_assert_cmpstr (date->value, ==, "2023-02-07");

  undo (fixture, "Change Publication Date");
  wait_until (desk_article_get_published (desk_document_get_article (document)) == NULL);
  wait_for_analysis (document);
  date = g_ptr_array_index (desk_analysis_get_dates (desk_document_get_analysis (document)), 0);
  g_assert_null (date->value);
}

static void
test_gone_mark (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (DeskDocument) document = fixture_open_text (fixture, story);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  desk_document_set_note_async (document, "0190aaaa-0000-7000-8000-000000000000", "x", NULL, got_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (desk_document_action_finish (document, result, &error));
  g_assert_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_citation (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (DeskDocument) document = fixture_open_text (fixture, story);
  guint end, start = find (document, "The waves", &end);
  g_autofree char *citation = desk_document_dup_citation (document, start, end);

  g_assert_cmpstr (citation, ==, "“The waves” — Harbour Reopens After Storm");
}

/* What is being worked out when the session is closed ends with it. */
static void
test_close_while_analysing (Fixture *fixture,
                            gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n\nThat was report %u.\n", story, i);
      g_autoptr (DeskDocument) document = fixture_open_text (fixture, text);

      g_assert_true (desk_document_get_analysing (document));
      fixture_restart (fixture);
      wait_until (G_OBJECT (document)->ref_count == 1);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/session/document/mark-note-restart-undo", test_mark_note_restart_undo);
  ADD ("/session/document/order-and-identity", test_order_and_identity);
  ADD ("/session/document/publication-date", test_publication_date);
  ADD ("/session/document/gone-mark", test_gone_mark);
  ADD ("/session/document/close-while-analysing", test_close_while_analysing);
  ADD ("/session/document/citation", test_citation);

  return g_test_run ();
}
