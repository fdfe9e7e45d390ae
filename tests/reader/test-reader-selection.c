/* The selection, and messages that no script of ours would send.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader-fixture.h"

#include <string.h>

static DeskReaderView *
open_fixture (DeskArticle **article)
{
  *article = fixture_article_new (fixture_markup);

  return fixture_open (*article, NULL);
}

/* Selection */

static void
select_by_hand (DeskReaderView *view,
                guint start,
                guint end,
                gboolean alt)
{
  g_autofree char *body = g_strdup_printf ("const target = document.querySelector ('.paragraph');"
                                           "const event = { bubbles: true, button: 0, altKey: %s };"
                                           "target.dispatchEvent (new PointerEvent ('pointerdown', event));"
                                           "const [s, e] = (() => { const w = document.createTreeWalker (document.querySelector ('article'), NodeFilter.SHOW_TEXT);"
                                           "  const find = (at, last) => { for (const b of document.querySelectorAll ('[data-s]')) { const t = document.createTreeWalker (b, NodeFilter.SHOW_TEXT);"
                                           "    let p = +b.dataset.s; for (let n; (n = t.nextNode ());) { const l = [...n.data]; if (at < p + l.length || (last && at === p + l.length))"
                                           "      return [n, l.slice (0, at - p).join ('').length]; p += l.length; } } };"
                                           "  return [find (%u, false), find (%u, true)]; }) ();"
                                           "getSelection ().setBaseAndExtent (...s, ...e);"
                                           "target.dispatchEvent (new PointerEvent ('pointerup', event)); return 1",
                                           alt ? "true" : "false", start, end);
  g_autofree char *done = fixture_eval_ours (view, body);
}

static void
check_selection (DeskReaderView *view,
                 DeskArticle *article,
                 DeskRange drawn,
                 gboolean alt,
                 const char *expected)
{
  FixtureSignal changed;
  g_autofree char *ours = NULL;
  GdkRectangle line;
  guint start, end;

  desk_reader_view_scroll_to (view, drawn.start, drawn.end);
  fixture_await_rest (view);
  fixture_expect (&changed, view, "selection-changed");
  select_by_hand (view, drawn.start, drawn.end, alt);
  fixture_await (&changed);
  g_assert_true (desk_reader_view_get_selection (view, &start, &end, &line));
  ours = desk_text_dup_slice (desk_version_get_text (desk_article_get_version (article)), start, end);
  g_assert_cmpstr (ours, ==, expected);
  g_assert_cmpint (line.width, >, 1);
  g_assert_cmpint (line.height, >, 10);

  /* What was trimmed is shown. */
  if (strchr (expected, '\n') == NULL)
    fixture_assert_eval (view, "return getSelection ().toString ()", expected);
}

static void
test_selection (void)
{
  g_autoptr (DeskArticle) article = NULL;
  DeskReaderView *view = open_fixture (&article);
  DeskRange range;
  FixtureSignal changed;
  gboolean has;

  range = fixture_find (article, " stopped the sale ", 0);
  check_selection (view, article, range, FALSE, "stopped the sale");
  check_selection (view, article, range, TRUE, " stopped the sale ");
  range = fixture_find (article, "👨‍👩‍👧‍👦 of flags 🇩🇪", 0);
  check_selection (view, article, range, FALSE, "👨‍👩‍👧‍👦 of flags 🇩🇪");
  check_selection (view, article, fixture_find (article, "法官说这艘船", 0), FALSE, "法官说这艘船");
  check_selection (view, article, fixture_find (article, "بيع الخط البحري", 0), FALSE, "بيع الخط البحري");
  check_selection (view, article, fixture_find (article, "until 30 April.\n\nBoth sides", 0), FALSE, "until 30 April.\n\nBoth sides");

  fixture_expect (&changed, view, "selection-changed");
  desk_reader_view_clear_selection (view);
  fixture_await (&changed);
  g_object_get (view, "has-selection", &has, NULL);
  g_assert_false (has);
  fixture_assert_eval (view, "return getSelection ().isCollapsed || getSelection ().rangeCount === 0", "true");

  /* By the keyboard or by assistive technology: no pointer, after some quiet. */
  fixture_expect (&changed, view, "selection-changed");
  fixture_assert_eval (view, "const t = document.querySelector ('h1').firstChild; getSelection ().setBaseAndExtent (t, 0, t, 7); return 1", "1");
  fixture_await (&changed);
  {
    guint start, end;

    g_assert_true (desk_reader_view_get_selection (view, &start, &end, NULL));
    g_assert_cmpuint (start, ==, 0);
    g_assert_cmpuint (end, ==, 7);
  }

  /* A press beside the text takes it away. */
  fixture_expect (&changed, view, "selection-changed");
  fixture_assert_eval (view,
                       "const place = { bubbles: true, button: 0 };"
                       "document.body.dispatchEvent (new PointerEvent ('pointerdown', place));"
                       "document.body.dispatchEvent (new PointerEvent ('pointerup', place)); return 1",
                       "1");
  fixture_await (&changed);
  g_assert_false (desk_reader_view_get_selection (view, NULL, NULL, NULL));

  fixture_expect (&changed, view, "selection-changed");
  desk_reader_view_set_selection (view, 0, 13);
  fixture_await (&changed);
  fixture_assert_eval (view, "return getSelection ().toString ()", "Harbour Court");
  fixture_close (view);
}

/* A live selection stands through a change of the marks under it. */
static void
test_selection_kept (void)
{
  g_autoptr (DeskArticle) article = NULL;
  DeskReaderView *view = open_fixture (&article);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  DeskRange range = fixture_find (article, "stopped the sale of the Northern", 0);
  guint start, end;

  check_selection (view, article, range, FALSE, "stopped the sale of the Northern");
  g_ptr_array_add (marks, fixture_mark_new (article, "the sale", "fact", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "Northern Ferry", "check", NULL));
  desk_reader_view_set_annotations (view, marks);
  fixture_assert_eval (view, "return document.querySelectorAll ('mark').length", "2");
  fixture_assert_eval (view, "return getSelection ().toString ()", "stopped the sale of the Northern");
  g_assert_true (desk_reader_view_get_selection (view, &start, &end, NULL));
  g_assert_cmpuint (start, ==, range.start);
  g_assert_cmpuint (end, ==, range.end);
  fixture_close (view);
}

/* A change that comes while the button is down waits, so that the drag does not lose its nodes. */
static void
test_marks_wait (void)
{
  g_autoptr (DeskArticle) article = NULL;
  DeskReaderView *view = open_fixture (&article);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (marks, fixture_mark_new (article, "the sale", "fact", NULL));
  fixture_assert_eval (view, "document.querySelector ('.paragraph').dispatchEvent (new PointerEvent ('pointerdown', { bubbles: true, button: 0 })); return 1", "1");
  desk_reader_view_set_annotations (view, marks);
  fixture_run (200);
  fixture_assert_eval (view, "return document.querySelectorAll ('mark').length", "0");
  fixture_assert_eval (view, "document.querySelector ('.paragraph').dispatchEvent (new PointerEvent ('pointercancel', { bubbles: true, button: 0 })); return 1", "1");
  fixture_assert_eval (view, "return document.querySelectorAll ('mark').length", "1");
  fixture_close (view);
}

/* Messages that no script of ours would send: nothing may come of them. */

static void
unwanted_cb (gpointer view,
             const char *what)
{
  g_error ("A foreign message came through");
}

static void
test_foreign_messages (void)
{
  static const char *const quiet[] = { "selection-changed", "mark-activated", "text-clicked", "menu-requested", "link-activated", "position-changed", "mark-hovered", "painted" };
  g_autoptr (DeskArticle) article = NULL;
  DeskReaderView *view = open_fixture (&article);
  g_autofree char *n = NULL;
  gulong ids[G_N_ELEMENTS (quiet)];

  for (guint i = 0; i < G_N_ELEMENTS (quiet); i++)
    ids[i] = g_signal_connect (view, quiet[i], G_CALLBACK (unwanted_cb), NULL);

  n = fixture_eval_ours (view,
                         "const page = "
                         "Number (location.pathname.split ('/').at (-1))"
                         ";"
                         "const values = [undefined, null, true, -2, -0.5, 0.5, NaN, Infinity, 1e300, 4294967296, '', 'x', '7', '\\ud800', 'a'.repeat (100000), [], [1], {}, { a: { b: [] } }, new Date (0), new Map ([[1, 2]]), new Uint8Array (9)];"
                         "const types = ['selection', 'click', 'menu', 'link', 'stripe', 'position', 'hover', 'fold', 'nothing', '', 'x'.repeat (100)];"
                         "const handler = window.webkit.messageHandlers.nd;"
                         "let n = 0;"
                         "const send = message => { try { handler.postMessage (message); n++; } catch (e) {} };"
                         "for (const type of types) for (const value of values)"
                         "  send ({ type, page, at: value, start: value, end: value, serial: value, exact: value, text: value, id: value, box: value, index: value, open: value });"
                         "for (const value of values) { send (value); send ({ type: value, page }); send ({ type: 'painted', page: value }); }"
                         "send ({ type: 'painted', page: page + 1 }); send ({ type: 'painted' });"
                         "for (const [start, end, text] of [[0, 7, 'other'], [0, 7, ''], [7, 0, 'Harbour'], [0, 999999, 'x'], [5, 5, '']])"
                         "  send ({ type: 'selection', page, start, end, text, exact: false, serial: 1 });"
                         "for (const box of [[1, 2], [1, 2, 3, 'x'], [NaN, 0, 0, 0], [1e9, 0, 0, 0], 'box'])"
                         "  send ({ type: 'click', page, at: 3, box });"
                         "send ({ type: 'stripe', page, id: 'unknown', box: [0, 0, 1, 1] });"
                         "send ({ type: 'link', page, at: 0 });"
                         "return n");
  fixture_run (300);
  g_test_message ("%s messages", n);
  g_assert_cmpint (atoi (n), >, 200);
  for (guint i = 0; i < G_N_ELEMENTS (quiet); i++)
    g_signal_handler_disconnect (view, ids[i]);

  /* And it works on. */
  check_selection (view, article, fixture_find (article, "stopped the sale", 0), FALSE, "stopped the sale");
  fixture_close (view);
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/selection/selection", test_selection);
  g_test_add_func ("/reader/selection/selection-kept", test_selection_kept);
  g_test_add_func ("/reader/selection/marks-wait", test_marks_wait);
  g_test_add_func ("/reader/selection/foreign-messages", test_foreign_messages);

  return g_test_run ();
}
