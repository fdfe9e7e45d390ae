/* What the article pane does: marks, selection, find, position, layers, foreign messages.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-content.h"
#include "reader-fixture.h"

#define eval(view, body) fixture_eval (fixture_get_web (view), DESK_READER_WORLD, body, NULL)

#define PAGE_NUMBER "Number (location.pathname.split ('/').at (-1))"

#define assert_eval(view, body, expected)        \
  G_STMT_START                                   \
  {                                              \
    g_autofree char *value_ = eval (view, body); \
                                                 \
    g_assert_cmpstr (value_, ==, expected);      \
  }                                              \
  G_STMT_END

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
  fixture_run (300);
  before = eval (view, state);
  /* Nodes that are replaced lose what is remembered of them. */
  assert_eval (view, "globalThis.kept = [...document.querySelectorAll ('[data-s]')].map (b => b.firstChild); return kept.length", "23");

  g_ptr_array_add (marks, fixture_mark_new (article, "harbour board", "fact", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "which owns 41 per cent", "number", "Ask."));
  desk_reader_view_set_annotations (view, marks);
  fixture_run (200);
  after = eval (view, state);
  g_assert_cmpstr (before, ==, after);
  assert_eval (view, "return document.querySelectorAll ('mark').length", "2");
  assert_eval (view, "return kept.filter (node => !node.isConnected).length", "1");
  assert_eval (view, "return document.querySelectorAll ('.nd-stripe').length", "2");
  assert_eval (view, "return [...document.querySelectorAll ('.nd-stripe')].map (s => s.dataset.letter + s.classList.contains ('nd-noted')).join ()", "Ffalse,Ntrue");

  /* Another kind: one block again. Then none. */
  {
    g_autoptr (DeskAnnotation) changed = desk_annotation_copy_with_kind (g_ptr_array_index (marks, 0), "check");

    g_ptr_array_remove_index (marks, 0);
    g_ptr_array_add (marks, g_steal_pointer (&changed));
  }
  desk_reader_view_set_annotations (view, marks);
  fixture_run (200);
  assert_eval (view, "return [...document.querySelectorAll ('mark')].map (m => m.className).join ()", "k-check,k-number");
  assert_eval (view, "return [...document.querySelectorAll ('.nd-stripe')].map (s => s.dataset.letter).join ()", "C,N");

  g_ptr_array_set_size (marks, 0);
  desk_reader_view_set_annotations (view, marks);
  fixture_run (200);
  assert_eval (view, "return document.querySelectorAll ('mark, .nd-stripe').length", "0");
  g_free (g_steal_pointer (&after));
  after = eval (view, state);
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
  fixture_run (100);
  assert_eval (view, "return document.querySelectorAll ('mark, .nd-stripe').length", "2");
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
  assert_eval (view, "return document.querySelectorAll ('.nd-selected').length", "2");
  desk_reader_view_select_mark (view, NULL);
  fixture_run (100);
  assert_eval (view, "return document.querySelectorAll ('.nd-selected').length", "0");
  assert_eval (view, "return document.getElementById ('nd-overlay').textContent", "");
  assert_eval (view, "return document.getElementById ('nd-overlay').getAttribute ('aria-hidden')", "true");
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
  done = eval (view, body);
  fixture_run (50);
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
  fixture_run (100);
  g_set_str (&heard.link, NULL);
  click (view, article, "half of", FALSE);
  g_assert_cmpstr (heard.link, ==, "https://court.example/ruling/41");

  /* Far right of the end of a line there is no character. */
  {
    g_autofree char *at = eval (view,
                                "const last = document.querySelector ('.list-item').getBoundingClientRect ();"
                                "const place = { clientX: last.right - 2, clientY: last.top + 8, bubbles: true, button: 0, detail: 1 };"
                                "const target = document.querySelector ('.list-item');"
                                "target.dispatchEvent (new PointerEvent ('pointerdown', place));"
                                "target.dispatchEvent (new PointerEvent ('pointerup', place));"
                                "target.dispatchEvent (new MouseEvent ('click', place)); return 1");
    fixture_run (50);
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
  assert_eval (view, "document.querySelector ('mark').dispatchEvent (new PointerEvent ('pointermove', { bubbles: true })); return 1", "1");
  fixture_run (100);
  g_assert_cmpstr (heard.ids, ==, desk_annotation_get_id (g_ptr_array_index (marks, 0)));
  assert_eval (view, "return document.querySelectorAll ('.nd-hovered').length > 0", "true");
  assert_eval (view, "document.querySelector ('h1').dispatchEvent (new PointerEvent ('pointermove', { bubbles: true })); return 1", "1");
  fixture_run (100);
  g_assert_null (heard.ids);
  g_assert_cmpuint (heard.n, ==, 2);
  assert_eval (view, "return document.querySelectorAll ('.nd-hovered').length", "0");
  fixture_close (view);
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
  g_autofree char *done = eval (view, body);
}

static void
check_selection (DeskReaderView *view,
                 DeskArticle *article,
                 DeskRange drawn,
                 gboolean alt,
                 const char *expected)
{
  FixtureSignal changed;
  g_autofree char *ours = NULL, *shown = NULL;
  GdkRectangle line;
  guint start, end;

  desk_reader_view_scroll_to (view, drawn.start, drawn.end);
  fixture_run (500);
  fixture_expect (&changed, view, "selection-changed");
  select_by_hand (view, drawn.start, drawn.end, alt);
  fixture_await (&changed);
  g_assert_true (desk_reader_view_get_selection (view, &start, &end, &line));
  ours = desk_text_dup_slice (desk_version_get_text (desk_article_get_version (article)), start, end);
  g_assert_cmpstr (ours, ==, expected);
  g_assert_cmpint (line.width, >, 1);
  g_assert_cmpint (line.height, >, 10);

  /* What was trimmed is shown. */
  fixture_run (200);
  if (strchr (expected, '\n') == NULL)
    {
      shown = eval (view, "return getSelection ().toString ()");
      g_assert_cmpstr (shown, ==, expected);
    }
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
  fixture_run (200);
  assert_eval (view, "return getSelection ().isCollapsed || getSelection ().rangeCount === 0", "true");

  /* By the keyboard or by assistive technology: no pointer, after some quiet. */
  fixture_expect (&changed, view, "selection-changed");
  assert_eval (view, "const t = document.querySelector ('h1').firstChild; getSelection ().setBaseAndExtent (t, 0, t, 7); return 1", "1");
  fixture_await (&changed);
  {
    guint start, end;

    g_assert_true (desk_reader_view_get_selection (view, &start, &end, NULL));
    g_assert_cmpuint (start, ==, 0);
    g_assert_cmpuint (end, ==, 7);
  }

  /* A press beside the text takes it away. */
  fixture_expect (&changed, view, "selection-changed");
  assert_eval (view,
               "const place = { bubbles: true, button: 0 };"
               "document.body.dispatchEvent (new PointerEvent ('pointerdown', place));"
               "document.body.dispatchEvent (new PointerEvent ('pointerup', place)); return 1",
               "1");
  fixture_await (&changed);
  g_assert_false (desk_reader_view_get_selection (view, NULL, NULL, NULL));

  fixture_expect (&changed, view, "selection-changed");
  desk_reader_view_set_selection (view, 0, 13);
  fixture_await (&changed);
  assert_eval (view, "return getSelection ().toString ()", "Harbour Court");
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
  fixture_run (300);
  assert_eval (view, "return getSelection ().toString ()", "stopped the sale of the Northern");
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
  assert_eval (view, "document.querySelector ('.paragraph').dispatchEvent (new PointerEvent ('pointerdown', { bubbles: true, button: 0 })); return 1", "1");
  desk_reader_view_set_annotations (view, marks);
  fixture_run (200);
  assert_eval (view, "return document.querySelectorAll ('mark').length", "0");
  assert_eval (view, "document.querySelector ('.paragraph').dispatchEvent (new PointerEvent ('pointercancel', { bubbles: true, button: 0 })); return 1", "1");
  fixture_run (200);
  assert_eval (view, "return document.querySelectorAll ('mark').length", "1");
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

  n = eval (view,
            "const page = " PAGE_NUMBER ";"
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

/* Find */

static void
assert_match (DeskReaderView *view,
              guint n,
              guint match)
{
  guint n_matches, current;

  g_object_get (view, "n-matches", &n_matches, "match", &current, NULL);
  g_assert_cmpuint (n_matches, ==, n);
  g_assert_cmpuint (current, ==, match);
}

static void
test_find (void)
{
  g_autoptr (DeskArticle) article = NULL;
  DeskReaderView *view = open_fixture (&article);
  guint start, end;

  g_assert_false (desk_reader_view_get_match (view, NULL, NULL));
  desk_reader_view_find (view, "FERRY");
  assert_match (view, 3, 1);
  desk_reader_view_find_next (view);
  assert_match (view, 3, 2);
  desk_reader_view_find_previous (view);
  desk_reader_view_find_previous (view);
  assert_match (view, 3, 3);
  g_assert_true (desk_reader_view_get_match (view, &start, &end));
  g_assert_cmpuint (start, ==, fixture_find (article, "ferry line?", 0).start);
  g_assert_cmpuint (end - start, ==, 5);
  fixture_run (600);
  /* The hit is in folded text: it has been unfolded and is in view. */
  assert_eval (view, "return document.querySelector ('details.boilerplate').open", "true");
  assert_eval (view, "const r = document.querySelector ('.nd-current').getBoundingClientRect (); return r.top >= 0 && r.bottom <= innerHeight", "true");
  assert_eval (view, "return document.querySelectorAll ('.nd-current').length", "1");
  /* Outlines, so that a hit on a mark does not look like another mark. */
  assert_eval (view, "return getComputedStyle (document.querySelector ('.nd-current')).backgroundColor", "rgba(0, 0, 0, 0)");

  desk_reader_view_find (view, "cafe");
  assert_match (view, 2, 1);
  desk_reader_view_find (view, "\"the line");
  assert_match (view, 1, 1);
  desk_reader_view_find (view, "nowhere at all");
  assert_match (view, 0, 0);
  desk_reader_view_find_next (view);
  assert_match (view, 0, 0);
  desk_reader_view_find (view, NULL);
  assert_match (view, 0, 0);
  fixture_run (100);
  assert_eval (view, "return document.querySelectorAll ('.nd-hit').length", "0");
  fixture_close (view);
}

/* Layers */

static void
test_layers (void)
{
  g_autoptr (DeskArticle) article = NULL;
  DeskReaderView *view = open_fixture (&article);
  g_autoptr (GArray) people = fixture_ranges_new (article, "Ines Varga|Varga|Pat Ryder");
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpuint (people->len, ==, 5);
  desk_reader_view_set_layer (view, DESK_LAYER_PEOPLE, people);
  fixture_run (100);
  assert_eval (view, "return CSS.highlights.get ('nd-people').size", "3");
  desk_reader_view_set_layer_shown (view, DESK_LAYER_PEOPLE, FALSE);
  fixture_run (100);
  assert_eval (view, "return CSS.highlights.has ('nd-people')", "false");
  desk_reader_view_set_layer_shown (view, DESK_LAYER_PEOPLE, TRUE);
  fixture_run (100);
  assert_eval (view, "return CSS.highlights.get ('nd-people').size", "3");

  /* The ranges of a block that was written anew are set again. */
  g_ptr_array_add (marks, fixture_mark_new (article, "Pat Ryder, who", "fact", NULL));
  desk_reader_view_set_annotations (view, marks);
  fixture_run (100);
  assert_eval (view, "return [...CSS.highlights.get ('nd-people')].every (r => r.startContainer.isConnected && r.endContainer.isConnected)", "true");
  assert_eval (view, "return [...CSS.highlights.get ('nd-people')].map (r => { const x = new Range (); x.setStart (r.startContainer, r.startOffset); x.setEnd (r.endContainer, r.endOffset); return x.toString (); }).join ()",
               "Ines Varga,Ines Varga,Pat Ryder");
  desk_reader_view_set_layer (view, DESK_LAYER_PEOPLE, NULL);
  fixture_run (100);
  assert_eval (view, "return CSS.highlights.has ('nd-people')", "false");
  fixture_close (view);
}

/* Of many ranges only those near the view are set. */
static void
test_layers_windowed (void)
{
  g_autofree char *text = fixture_dup_long_text (20000);
  g_autoptr (DeskArticle) article = fixture_article_new (text);
  DeskReaderView *view = fixture_open (article, NULL);
  g_autoptr (GArray) places = fixture_ranges_new (article, "harbour|ferry|judge");
  g_autofree char *n = NULL;

  g_assert_cmpuint (places->len, >, 1500);
  desk_reader_view_set_layer (view, DESK_LAYER_PLACES, places);
  fixture_run (300);
  n = eval (view, "return CSS.highlights.get ('nd-places').size");
  g_test_message ("%u ranges, %s set", places->len, n);
  g_assert_cmpint (atoi (n), >, 5);
  g_assert_cmpint (atoi (n), <, 400);

  assert_eval (view, "scrollTo (0, document.documentElement.scrollHeight / 2); return 1", "1");
  fixture_run (400);
  assert_eval (view,
               "const seen = [...CSS.highlights.get ('nd-places')].map (r => { const x = new Range (); x.setStart (r.startContainer, r.startOffset); x.setEnd (r.endContainer, r.endOffset); return x.getBoundingClientRect (); });"
               "return seen.some (r => r.top < 100 && r.bottom > 0) && seen.some (r => r.bottom > innerHeight - 100 && r.top < innerHeight) && seen.length < 400",
               "true");
  fixture_close (view);
}

/* Position */

typedef struct
{
  guint at;
} Position;

static void
position_cb (DeskReaderView *view,
             guint at,
             Position *position)
{
  position->at = at;
}

/* The words at the top of the view. */
static char *
dup_top (DeskReaderView *view)
{
  return eval (view,
               "const c = document.caretPositionFromPoint (innerWidth / 2, 14);"
               "return c.offsetNode.data.slice (c.offset, c.offset + 4)");
}

static void
test_position (void)
{
  g_autofree char *text = fixture_dup_long_text (5000);
  g_autoptr (DeskArticle) article = fixture_article_new (text);
  DeskReaderView *view = fixture_open (article, NULL);
  DeskText *canonical = desk_version_get_text (desk_article_get_version (article));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));
  Position position = { 0 };
  FixtureSignal painted, moved;
  g_autofree char *line = NULL;
  guint at = desk_text_get_length (canonical) / 2;

  g_signal_connect (view, "position-changed", G_CALLBACK (position_cb), &position);

  /* Where the reader left off: on top from the first frame on. */
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, article, NULL, at);
  fixture_await (&painted);
  line = g_strdup_printf ("const [x, y, w, h] = newsdesk.call ('whereIs', '{\"start\":%u,\"end\":%u}'); return y >= 0 && y < 30", at, at + 1);
  assert_eval (view, line, "true");

  /* It stays there when the window gets narrower, the text larger, the page zoomed. */
  gtk_window_set_default_size (window, 420, 900);
  fixture_run (500);
  assert_eval (view, line, "true");
  g_object_set (desk_reader_view_get_style (view), "size", 140, "spacing", 130, NULL);
  fixture_run (300);
  assert_eval (view, line, "true");
  desk_reader_view_set_zoom (view, 1.5);
  fixture_run (300);
  assert_eval (view, line, "true");
  desk_reader_view_set_zoom (view, 1.0);
  gtk_window_set_default_size (window, 760, 900);
  g_object_set (desk_reader_view_get_style (view), "size", 100, "spacing", 100, NULL);
  fixture_run (500);
  assert_eval (view, line, "true");

  /* After scrolling it is reported; and the position reported is at the top. */
  fixture_expect (&moved, view, "position-changed");
  assert_eval (view, "scrollBy (0, 700); return 1", "1");
  fixture_await (&moved);
  g_assert_cmpuint (position.at, >, at);
  g_free (line);
  line = g_strdup_printf ("const [x, y, w, h] = newsdesk.call ('whereIs', '{\"start\":%u,\"end\":%u}'); return y + h > 0 && y < 40", position.at, position.at + 1);
  assert_eval (view, line, "true");
  {
    g_autofree char *top = dup_top (view);

    g_assert_cmpuint (strlen (top), >, 0);
  }

  /* Beyond the end is the end. */
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, article, NULL, G_MAXUINT);
  fixture_await (&painted);
  assert_eval (view, "return scrollY > 0", "true");
  fixture_close (view);
}

static void
test_scroll_to (void)
{
  g_autofree char *text = fixture_dup_long_text (5000);
  g_autoptr (DeskArticle) article = fixture_article_new (text);
  DeskReaderView *view = fixture_open (article, NULL);
  guint at = desk_text_get_length (desk_version_get_text (desk_article_get_version (article))) - 2000;
  g_autofree char *seen = g_strdup_printf ("return newsdesk.call ('whereIs', '{\"start\":%u,\"end\":%u}') !== null", at, at + 10);
  FixtureSignal painted;

  desk_reader_view_scroll_to (view, at, at + 10);
  fixture_run (800);
  assert_eval (view, seen, "true");
  /* What is in view does not move. */
  assert_eval (view, "globalThis.before = scrollY; return 1", "1");
  desk_reader_view_scroll_to (view, at + 20, at + 30);
  fixture_run (300);
  assert_eval (view, "return scrollY === before", "true");

  /* Of a page that is still coming. */
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, article, NULL, 0);
  desk_reader_view_scroll_to (view, at, at + 10);
  fixture_await (&painted);
  fixture_run (800);
  assert_eval (view, seen, "true");
  fixture_close (view);
}

/* Loading */

static void
test_load (void)
{
  g_autoptr (DeskArticle) first = fixture_article_new (fixture_markup);
  g_autoptr (DeskArticle) second = fixture_article_new ("# Another one\n\nShort text.");
  g_autoptr (DeskArticle) empty = fixture_article_new ("");
  DeskReaderView *view = fixture_open (first, NULL);
  FixtureSignal painted;

  g_assert_true (desk_reader_view_get_article (view) == first);
  /* The last of several wins, and it alone is painted. */
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, first, NULL, 0);
  desk_reader_view_load (view, second, NULL, 0);
  fixture_await (&painted);
  assert_eval (view, "return document.title", "Another one");

  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, empty, NULL, 5);
  fixture_await (&painted);
  desk_reader_view_find (view, "x");
  desk_reader_view_scroll_to (view, 0, 1);
  fixture_run (100);

  fixture_expect (&painted, view, "painted");
  desk_reader_view_clear (view);
  fixture_await (&painted);
  g_assert_null (desk_reader_view_get_article (view));
  assert_eval (view, "return document.querySelectorAll ('[data-s]').length", "0");

  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, first, NULL, 0);
  fixture_await (&painted);
  assert_eval (view, "return document.querySelector ('h1').textContent", "Harbour Court Halts the Sale of a Ferry Line");
  fixture_close (view);
}

/* A view that goes away in the middle of everything takes all of itself along. */
static void
test_close_early (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GListModel) kinds = NULL;
  DeskReaderView *view = fixture_open (article, NULL);

  desk_reader_view_load (view, article, NULL, 10);
  desk_reader_view_set_selection (view, 0, 5);
  desk_reader_view_find (view, "ferry");
  fixture_close (view);

  view = fixture_open (article, NULL);
  desk_reader_view_set_selection (view, 0, 5);
  desk_reader_view_scroll_to (view, 900, 905);
  fixture_close (view);
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/view/marks", test_marks);
  g_test_add_func ("/reader/view/marks-early", test_marks_early);
  g_test_add_func ("/reader/view/outline", test_outline);
  g_test_add_func ("/reader/view/clicks", test_clicks);
  g_test_add_func ("/reader/view/hover", test_hover);
  g_test_add_func ("/reader/view/selection", test_selection);
  g_test_add_func ("/reader/view/selection-kept", test_selection_kept);
  g_test_add_func ("/reader/view/marks-wait", test_marks_wait);
  g_test_add_func ("/reader/view/foreign-messages", test_foreign_messages);
  g_test_add_func ("/reader/view/find", test_find);
  g_test_add_func ("/reader/view/layers", test_layers);
  g_test_add_func ("/reader/view/layers-windowed", test_layers_windowed);
  g_test_add_func ("/reader/view/position", test_position);
  g_test_add_func ("/reader/view/scroll-to", test_scroll_to);
  g_test_add_func ("/reader/view/load", test_load);
  g_test_add_func ("/reader/view/close-early", test_close_early);

  return g_test_run ();
}
