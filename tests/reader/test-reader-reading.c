/* Find, layers, the reading position, and loading one article after another.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-kind.h"
#include "reader-fixture.h"

#include <string.h>

static DeskReaderView *
open_fixture (DeskArticle **article)
{
  *article = fixture_article_new (fixture_markup);

  return fixture_open (*article, NULL);
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
  /* The hit is in folded text: it has been unfolded and is in view. */
  fixture_assert_eval (view, "return document.querySelector ('details.boilerplate').open", "true");
  fixture_assert_eval (view, "const r = document.querySelector ('.nd-current').getBoundingClientRect (); return r.top >= 0 && r.bottom <= innerHeight", "true");
  fixture_assert_eval (view, "return document.querySelectorAll ('.nd-current').length", "1");
  /* Outlines, so that a hit on a mark does not look like another mark. */
  fixture_assert_eval (view, "return getComputedStyle (document.querySelector ('.nd-current')).backgroundColor", "rgba(0, 0, 0, 0)");

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
  fixture_assert_eval (view, "return document.querySelectorAll ('.nd-hit').length", "0");
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
  fixture_assert_eval (view, "return CSS.highlights.get ('nd-people').size", "3");
  desk_reader_view_set_layer_shown (view, DESK_LAYER_PEOPLE, FALSE);
  fixture_assert_eval (view, "return CSS.highlights.has ('nd-people')", "false");
  desk_reader_view_set_layer_shown (view, DESK_LAYER_PEOPLE, TRUE);
  fixture_assert_eval (view, "return CSS.highlights.get ('nd-people').size", "3");

  /* The ranges of a block that was written anew are set again. */
  g_ptr_array_add (marks, fixture_mark_new (article, "Pat Ryder, who", "fact", NULL));
  desk_reader_view_set_annotations (view, marks);
  fixture_assert_eval (view, "return document.querySelectorAll ('mark').length", "1");
  fixture_assert_eval (view, "return [...CSS.highlights.get ('nd-people')].every (r => r.startContainer.isConnected && r.endContainer.isConnected)", "true");
  fixture_assert_eval (view, "return [...CSS.highlights.get ('nd-people')].map (r => { const x = new Range (); x.setStart (r.startContainer, r.startOffset); x.setEnd (r.endContainer, r.endOffset); return x.toString (); }).join ()",
                       "Ines Varga,Ines Varga,Pat Ryder");
  desk_reader_view_set_layer (view, DESK_LAYER_PEOPLE, NULL);
  fixture_assert_eval (view, "return CSS.highlights.has ('nd-people')", "false");
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
  fixture_assert_eval (view, "return CSS.highlights.has ('nd-places')", "true");
  n = fixture_eval_ours (view, "return CSS.highlights.get ('nd-places').size");
  g_test_message ("%u ranges, %s set", places->len, n);
  g_assert_cmpint (atoi (n), >, 5);
  g_assert_cmpint (atoi (n), <, 400);

  fixture_assert_eval (view, "scrollTo (0, document.documentElement.scrollHeight / 2); return 1", "1");
  fixture_assert_eval (view,
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
  return fixture_eval_ours (view,
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
  fixture_assert_eval (view, line, "true");

  /* It stays there when the window gets narrower, the text larger, the page zoomed. */
  gtk_window_set_default_size (window, 420, 900);
  fixture_assert_eval (view, "return innerWidth", "420");
  fixture_assert_eval (view, line, "true");
  g_object_set (desk_reader_view_get_style (view), "size", 140, "spacing", 130, NULL);
  fixture_run (300);
  fixture_assert_eval (view, line, "true");
  desk_reader_view_set_zoom (view, 1.5);
  fixture_assert_eval (view, "return innerWidth", "280");
  fixture_assert_eval (view, line, "true");
  desk_reader_view_set_zoom (view, 1.0);
  gtk_window_set_default_size (window, 760, 900);
  g_object_set (desk_reader_view_get_style (view), "size", 100, "spacing", 100, NULL);
  fixture_assert_eval (view, "return innerWidth", "760");
  fixture_assert_eval (view, line, "true");

  /* After scrolling it is reported; and the position reported is at the top. */
  fixture_expect (&moved, view, "position-changed");
  fixture_assert_eval (view, "scrollBy (0, 700); return 1", "1");
  fixture_await (&moved);
  g_assert_cmpuint (position.at, >, at);
  g_free (line);
  line = g_strdup_printf ("const [x, y, w, h] = newsdesk.call ('whereIs', '{\"start\":%u,\"end\":%u}'); return y + h > 0 && y < 40", position.at, position.at + 1);
  fixture_assert_eval (view, line, "true");
  {
    g_autofree char *top = dup_top (view);

    g_assert_cmpuint (strlen (top), >, 0);
  }

  /* Beyond the end is the end. */
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, article, NULL, G_MAXUINT);
  fixture_await (&painted);
  fixture_assert_eval (view, "return scrollY > 0", "true");
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
  fixture_assert_eval (view, seen, "true");
  /* What is in view does not move. */
  fixture_assert_eval (view, "globalThis.before = scrollY; return 1", "1");
  desk_reader_view_scroll_to (view, at + 20, at + 30);
  fixture_run (300);
  fixture_assert_eval (view, "return scrollY === before", "true");

  /* Of a page that is still coming. */
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, article, NULL, 0);
  desk_reader_view_scroll_to (view, at, at + 10);
  fixture_await (&painted);
  fixture_assert_eval (view, seen, "true");
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
  fixture_assert_eval (view, "return document.title", "Another one");

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
  fixture_assert_eval (view, "return document.querySelectorAll ('[data-s]').length", "0");

  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, first, NULL, 0);
  fixture_await (&painted);
  fixture_assert_eval (view, "return document.querySelector ('h1').textContent", "Harbour Court Halts the Sale of a Ferry Line");
  fixture_close (view);
}

static void
committed_cb (WebKitWebView *web,
              WebKitLoadEvent event,
              GPtrArray *pages)
{
  if (event == WEBKIT_LOAD_COMMITTED)
    g_ptr_array_add (pages, g_strdup (webkit_web_view_get_uri (web)));
}

/* WebKit may lose a load that comes while the process for an earlier one is started: no other is asked for before the
 * first page is there. */
static void
test_load_early (void)
{
  g_autoptr (DeskArticle) first = fixture_article_new (fixture_markup);
  g_autoptr (DeskArticle) second = fixture_article_new ("# Another one\n\nShort text.");
  g_autoptr (GListModel) kinds = desk_kind_list_new ();
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *window = gtk_window_new ();
  DeskReaderView *view = DESK_READER_VIEW (desk_reader_view_new (kinds));
  FixtureSignal painted;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  g_signal_connect (fixture_get_web (view), "load-changed", G_CALLBACK (committed_cb), pages);
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, first, NULL, 0);
  gtk_window_present (GTK_WINDOW (window));
  /* The filter is there soon, the process is not. */
  fixture_run (50);
  desk_reader_view_load (view, second, NULL, 0);
  fixture_await (&painted);

  fixture_assert_eval (view, "return document.title", "Another one");
  g_assert_cmpuint (pages->len, ==, 2);
  g_assert_true (g_str_has_suffix (g_ptr_array_index (pages, 0), "/none/first"));
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

  g_test_add_func ("/reader/reading/find", test_find);
  g_test_add_func ("/reader/reading/layers", test_layers);
  g_test_add_func ("/reader/reading/layers-windowed", test_layers_windowed);
  g_test_add_func ("/reader/reading/position", test_position);
  g_test_add_func ("/reader/reading/scroll-to", test_scroll_to);
  g_test_add_func ("/reader/reading/load", test_load);
  g_test_add_func ("/reader/reading/load-early", test_load_early);
  g_test_add_func ("/reader/reading/close-early", test_close_early);

  return g_test_run ();
}
