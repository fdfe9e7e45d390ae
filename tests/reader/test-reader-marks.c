/* Marks on the page: written, outlined, clicked on, pointed at.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader-fixture.h"

static DeskReaderView *
open_fixture (DeskArticle **article)
{
  *article = fixture_article_new (fixture_markup);

  return fixture_open (*article, NULL);
}

/* Marks */

static void
test_marks (void)
{
  g_autoptr (DeskArticle) article = NULL;
  DeskReaderView *view = open_fixture (&article);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  static const char state[] = "return [document.querySelector ('article').textContent, scrollY, document.documentElement.scrollHeight].join ('|')";
  g_autofree char *before = NULL, *after = NULL, *ids = NULL;

  desk_reader_view_scroll_to (view, 900, 910);
  fixture_await_rest (view);
  before = fixture_eval_ours (view, state);
  /* Nodes that are replaced lose what is remembered of them. */
  fixture_assert_eval (view, "globalThis.kept = [...document.querySelectorAll ('[data-s]')].map (b => b.firstChild); return kept.length", "23");

  g_ptr_array_add (marks, fixture_mark_new (article, "harbour board", "fact", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "which owns 41 per cent", "number", "Ask."));
  desk_reader_view_set_annotations (view, marks);
  fixture_assert_eval (view, "return document.querySelectorAll ('mark').length", "2");
  after = fixture_eval_ours (view, state);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_eval (view, "return kept.filter (node => !node.isConnected).length", "1");
  fixture_assert_eval (view, "return document.querySelectorAll ('.nd-stripe').length", "2");
  fixture_assert_eval (view, "return [...document.querySelectorAll ('.nd-stripe')].map (s => s.dataset.letter + s.classList.contains ('nd-noted')).join ()", "Ffalse,Ntrue");

  /* Another kind: one block again. Then none. */
  {
    g_autoptr (DeskAnnotation) changed = desk_annotation_copy_with_kind (g_ptr_array_index (marks, 0), "check");

    g_ptr_array_remove_index (marks, 0);
    g_ptr_array_add (marks, g_steal_pointer (&changed));
  }
  desk_reader_view_set_annotations (view, marks);
  fixture_assert_eval (view, "return [...document.querySelectorAll ('mark')].map (m => m.className).join ()", "k-check,k-number");
  fixture_assert_eval (view, "return [...document.querySelectorAll ('.nd-stripe')].map (s => s.dataset.letter).join ()", "C,N");

  g_ptr_array_set_size (marks, 0);
  desk_reader_view_set_annotations (view, marks);
  fixture_assert_eval (view, "return document.querySelectorAll ('mark, .nd-stripe').length", "0");
  g_free (g_steal_pointer (&after));
  after = fixture_eval_ours (view, state);
  g_assert_cmpstr (before, ==, after);

  fixture_close (view);
}

/* Marks that are set before the page is there are on it, without being written twice. */
static void
test_marks_early (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  DeskReaderView *view = fixture_open (article, none);
  FixtureSignal painted;

  g_ptr_array_add (marks, fixture_mark_new (article, "harbour board", "fact", NULL));
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, article, none, 0);
  desk_reader_view_set_annotations (view, marks);
  fixture_await (&painted);
  fixture_assert_eval (view, "return document.querySelectorAll ('mark, .nd-stripe').length", "2");
  fixture_close (view);
}

static void
test_outline (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  DeskReaderView *view;
  const char *id;

  g_ptr_array_add (marks, fixture_mark_new (article, "told reporters that U.S. buyers would be patient", "check", NULL));
  id = desk_annotation_get_id (g_ptr_array_index (marks, 0));
  view = fixture_open (article, marks);
  desk_reader_view_select_mark (view, id);
  fixture_run (100);
  /* A box for each line that the mark is on. */
  fixture_assert_eval (view, "return document.querySelectorAll ('.nd-selected').length", "2");
  desk_reader_view_select_mark (view, NULL);
  fixture_assert_eval (view, "return document.querySelectorAll ('.nd-selected').length", "0");
  fixture_assert_eval (view, "return document.getElementById ('nd-overlay').textContent", "");
  fixture_assert_eval (view, "return document.getElementById ('nd-overlay').getAttribute ('aria-hidden')", "true");
  fixture_close (view);
}

/* Clicks */

typedef struct
{
  char *ids;
  char *link;
  guint at;
  guint n;
} Heard;

static void
activated_cb (DeskReaderView *view,
              const char *ids,
              GdkRectangle *box,
              guint at,
              Heard *heard)
{
  g_set_str (&heard->ids, ids);
  g_assert_cmpint (box->width, >, 0);
  heard->n++;
}

static void
clicked_cb (DeskReaderView *view,
            guint at,
            Heard *heard)
{
  heard->at = at;
  heard->n++;
}

static void
link_cb (DeskReaderView *view,
         const char *uri,
         Heard *heard)
{
  g_set_str (&heard->link, uri);
  heard->n++;
}

static void
hovered_cb (DeskReaderView *view,
            const char *id,
            Heard *heard)
{
  g_set_str (&heard->ids, id);
  heard->n++;
}

/* Presses and releases at the middle of a character, as far as a script can. */
static void
click (DeskReaderView *view,
       DeskArticle *article,
       const char *words,
       gboolean ctrl)
{
  g_autofree char *body = NULL;
  g_autofree char *done = NULL;
  DeskRange range = fixture_find (article, words, 0);

  body = g_strdup_printf ("const [x, y, w, h] = newsdesk.call ('whereIs', JSON.stringify ({ start: %u, end: %u }));"
                          "const place = { clientX: x + w / 2, clientY: y + h / 2, bubbles: true, cancelable: true, button: 0, detail: 1, ctrlKey: %s };"
                          "const target = document.elementFromPoint (place.clientX, place.clientY);"
                          "target.dispatchEvent (new PointerEvent ('pointerdown', place));"
                          "target.dispatchEvent (new PointerEvent ('pointerup', place));"
                          "target.dispatchEvent (new MouseEvent ('click', place));"
                          "return 1",
                          range.start, range.start + 1, ctrl ? "true" : "false");
  done = fixture_eval_ours (view, body);
  fixture_settle (view);
}

static void
test_clicks (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *both = NULL;
  DeskReaderView *view;
  Heard heard = { 0 };

  g_ptr_array_add (marks, fixture_mark_new (article, "shown only half of the accounts and none", "fact", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "accounts", "check", NULL));
  both = g_strdup_printf ("%s %s", desk_annotation_get_id (g_ptr_array_index (marks, 1)), desk_annotation_get_id (g_ptr_array_index (marks, 0)));
  view = fixture_open (article, marks);
  g_signal_connect (view, "mark-activated", G_CALLBACK (activated_cb), &heard);
  g_signal_connect (view, "text-clicked", G_CALLBACK (clicked_cb), &heard);
  g_signal_connect (view, "link-activated", G_CALLBACK (link_cb), &heard);

  /* The smaller one first. A link in a mark is followed with Ctrl only. */
  click (view, article, "accounts", FALSE);
  g_assert_cmpstr (heard.ids, ==, both);
  g_assert_null (heard.link);
  click (view, article, "half of", FALSE);
  g_assert_cmpstr (heard.ids, ==, desk_annotation_get_id (g_ptr_array_index (marks, 0)));
  g_assert_cmpuint (heard.n, ==, 2);
  click (view, article, "half of", TRUE);
  g_assert_cmpstr (heard.link, ==, "https://court.example/ruling/41");
  g_assert_cmpuint (heard.n, ==, 3);

  click (view, article, "buyers would be", FALSE);
  g_assert_cmpuint (heard.at, ==, fixture_find (article, "buyers would be", 0).start);
  g_assert_cmpuint (heard.n, ==, 4);

  g_ptr_array_set_size (marks, 0);
  desk_reader_view_set_annotations (view, marks);
  fixture_assert_eval (view, "return document.querySelectorAll ('mark').length", "0");
  g_set_str (&heard.link, NULL);
  click (view, article, "half of", FALSE);
  g_assert_cmpstr (heard.link, ==, "https://court.example/ruling/41");

  /* Far right of the end of a line there is no character. */
  {
    g_autofree char *at = fixture_eval_ours (view,
                                             "const last = document.querySelector ('.list-item').getBoundingClientRect ();"
                                             "const place = { clientX: last.right - 2, clientY: last.top + 8, bubbles: true, button: 0, detail: 1 };"
                                             "const target = document.querySelector ('.list-item');"
                                             "target.dispatchEvent (new PointerEvent ('pointerdown', place));"
                                             "target.dispatchEvent (new PointerEvent ('pointerup', place));"
                                             "target.dispatchEvent (new MouseEvent ('click', place)); return 1");
    fixture_settle (view);
    g_assert_cmpuint (heard.at, ==, G_MAXUINT);
  }

  g_free (heard.ids);
  g_free (heard.link);
  fixture_close (view);
}

static void
test_hover (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  DeskReaderView *view;
  Heard heard = { 0 };

  g_ptr_array_add (marks, fixture_mark_new (article, "told reporters", "fact", NULL));
  view = fixture_open (article, marks);
  g_signal_connect (view, "mark-hovered", G_CALLBACK (hovered_cb), &heard);
  fixture_assert_eval (view, "document.querySelector ('mark').dispatchEvent (new PointerEvent ('pointermove', { bubbles: true })); return 1", "1");
  fixture_wait_until (g_strcmp0 (heard.ids, desk_annotation_get_id (g_ptr_array_index (marks, 0))) == 0);
  fixture_assert_eval (view, "return document.querySelectorAll ('.nd-hovered').length > 0", "true");
  fixture_assert_eval (view, "document.querySelector ('h1').dispatchEvent (new PointerEvent ('pointermove', { bubbles: true })); return 1", "1");
  fixture_wait_until (heard.ids == NULL);
  g_assert_cmpuint (heard.n, ==, 2);
  fixture_assert_eval (view, "return document.querySelectorAll ('.nd-hovered').length", "0");
  fixture_close (view);
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/marks/marks", test_marks);
  g_test_add_func ("/reader/marks/marks-early", test_marks_early);
  g_test_add_func ("/reader/marks/outline", test_outline);
  g_test_add_func ("/reader/marks/clicks", test_clicks);
  g_test_add_func ("/reader/marks/hover", test_hover);

  return g_test_run ();
}
