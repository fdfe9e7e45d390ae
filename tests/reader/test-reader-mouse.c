/* A real pointer and real keys, by way of the X server.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-content.h"
#include "reader-fixture.h"
#include "xdotool.h"

/* Between clicks that belong together, on a machine that has much else to do. */
#define MULTIPLE_CLICK_MS 1500

/* Places */

typedef struct
{
  gboolean done;
  GdkRectangle first;
} Located;

static void
located_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Located *located = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_reader_view_locate_finish (DESK_READER_VIEW (source), result, &located->first, NULL, &error));
  located->done = TRUE;
}

static GdkRectangle
locate (DeskReaderView *view,
        guint start,
        guint end)
{
  Located located = { FALSE };

  desk_reader_view_locate_async (view, start, end, NULL, located_cb, &located);
  fixture_wait (&located.done);

  return located.first;
}

/* The outer edges of a passage, from the first to the last character. */
static void
get_edges (DeskReaderView *view,
           DeskArticle *article,
           DeskRange range,
           gboolean right_to_left,
           graphene_point_t *from,
           graphene_point_t *to)
{
  DeskText *text = desk_version_get_text (desk_article_get_version (article));
  guint second = desk_text_next_grapheme (text, range.start);
  guint last = range.start;
  GdkRectangle first_box, last_box;

  for (guint at = range.start; at < range.end; at = desk_text_next_grapheme (text, at))
    last = at;
  first_box = locate (view, range.start, second);
  last_box = locate (view, last, range.end);
  from->x = right_to_left ? first_box.x + first_box.width - 1 : first_box.x + 1;
  from->y = first_box.y + first_box.height / 2;
  to->x = right_to_left ? last_box.x + 1 : last_box.x + last_box.width - 1;
  to->y = last_box.y + last_box.height / 2;
}

static char *
dup_selected (DeskReaderView *view,
              DeskArticle *article)
{
  guint start, end;

  if (!desk_reader_view_get_selection (view, &start, &end, NULL))
    return g_strdup ("");

  return desk_text_dup_slice (desk_version_get_text (desk_article_get_version (article)), start, end);
}

static gboolean
is_selected (DeskReaderView *view,
             DeskArticle *article,
             const char *expected)
{
  g_autofree char *selected = dup_selected (view, article);

  return g_str_equal (selected, expected);
}

static void
check_drag (DeskReaderView *view,
            DeskArticle *article,
            const char *words,
            gboolean right_to_left)
{
  DeskRange range = fixture_find (article, words, 0);
  g_autofree char *selected = NULL;
  graphene_point_t from, to;
  FixtureSignal changed;

  desk_reader_view_clear_selection (view);
  desk_reader_view_scroll_to (view, range.start, range.end);
  fixture_await_rest (view);
  get_edges (view, article, range, right_to_left, &from, &to);
  g_test_message ("“%s” from %.0f, %.0f to %.0f, %.0f", words, from.x, from.y, to.x, to.y);
  fixture_expect (&changed, view, "selection-changed");
  xdotool_drag (from.x, from.y, to.x, to.y);
  fixture_await (&changed);
  selected = dup_selected (view, article);
  g_assert_cmpstr (selected, ==, words);
}

static const char *const dragged[] = {
  "stopped the sale",
  "👨‍👩‍👧‍👦 of flags 🇩🇪🇫🇷",
  "🇫🇷 went",
  "cafe\xcc\x81, and naïve",
  "法官说这艘船",
  "half of the accounts",
  "told reporters that U.S. buyers would be patient",
  "until 30 April.\n\nBoth sides exchange",
  "court  Port Alma",
};

static void
check_drags (DeskReaderView *view,
             DeskArticle *article)
{
  for (guint i = 0; i < G_N_ELEMENTS (dragged); i++)
    check_drag (view, article, dragged[i], FALSE);
  check_drag (view, article, "بيع الخط البحري", TRUE);
}

static DeskReaderView *
open (DeskArticle *article,
      GPtrArray *marks)
{
  DeskReaderView *view = fixture_open (article, marks);

  xdotool_find_origin ();
  fixture_run (100);

  return view;
}

static void
test_drag (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  DeskReaderView *view = open (article, NULL);

  check_drags (view, article);
  fixture_close (view);
}

static void
test_drag_zoomed (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  DeskReaderView *view = open (article, NULL);

  desk_reader_view_set_zoom (view, 1.5);
  fixture_assert_eval (view, "return innerWidth < 520", "true");
  check_drags (view, article);
  fixture_close (view);
}

static void
test_drag_marked (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  DeskReaderView *view;

  /* Deep inside a mark, and from a mark out of it. */
  g_ptr_array_add (marks, fixture_mark_new (article, "A judge on Tuesday stopped the sale of the Northern", "fact", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "of flags 🇩🇪", "check", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "القاضي إن بيع", "quote", NULL));
  view = open (article, marks);
  check_drags (view, article);
  fixture_close (view);
}

/* Clicks */

static void
add_sentence (GArray *sentences,
              DeskRange range)
{
  g_array_append_val (sentences, range);
}

static void
check_clicks (DeskReaderView *view,
              DeskArticle *article,
              const char *at,
              guint n,
              const char *expected)
{
  DeskRange range = fixture_find (article, at, 0);
  GdkRectangle box;

  desk_reader_view_clear_selection (view);
  fixture_run (MULTIPLE_CLICK_MS + 200); /* so that it is no further click of the last ones */
  box = locate (view, range.start + 1, range.start + 2);
  xdotool_click (box.x + box.width / 2, box.y + box.height / 2, n, 1);
  if (*expected == '\0')
    fixture_run (400);
  fixture_wait_until (is_selected (view, article, expected));
}

static void
test_clicks (void)
{
  static const char sentence[] = "Brig. Gen. Pat Ryder, who sits on the board, told reporters that U.S. buyers would be patient.";
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  DeskReaderView *view = open (article, NULL);

  add_sentence (sentences, fixture_find (article, "The harbour board, which owns 41 per cent, called the ruling a delay and nothing more.", 0));
  add_sentence (sentences, fixture_find (article, sentence, 0));
  desk_reader_view_set_sentences (view, sentences);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (view)), "gtk-double-click-time", MULTIPLE_CLICK_MS, NULL);

  check_clicks (view, article, "reporters", 1, "");
  check_clicks (view, article, "reporters", 2, "reporters");
  check_clicks (view, article, "reporters", 3, sentence);
  check_clicks (view, article, "reporters", 4,
                "The harbour board, which owns 41 per cent, called the ruling a delay and nothing more. Brig. Gen. Pat Ryder, "
                "who sits on the board, told reporters that U.S. buyers would be patient.");
  fixture_close (view);
}

static void
test_shift_click (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  DeskReaderView *view = open (article, NULL);
  DeskRange range = fixture_find (article, "stopped the sale of the Northern Ferry", 0);
  graphene_point_t from, to;

  get_edges (view, article, range, FALSE, &from, &to);
  xdotool_click (from.x, from.y, 1, 1);
  fixture_run (100);
  xdotool_run ("keydown shift");
  xdotool_click (to.x, to.y, 1, 1);
  xdotool_run ("keyup shift");
  fixture_wait_until (is_selected (view, article, "stopped the sale of the Northern Ferry"));

  /* A click in the margin takes it away. */
  xdotool_click (8, 400, 1, 1);
  fixture_wait_until (is_selected (view, article, ""));
  fixture_close (view);
}

typedef struct
{
  char *ids;
  char *hovered;
  char *menu;
  guint n;
  GString *keys;
} Heard;

static void
activated_cb (DeskReaderView *view,
              const char *ids,
              GdkRectangle *box,
              guint at,
              Heard *heard)
{
  g_set_str (&heard->ids, ids);
  heard->n++;
}

static void
hovered_cb (DeskReaderView *view,
            const char *id,
            Heard *heard)
{
  g_set_str (&heard->hovered, id);
}

static void
menu_cb (DeskReaderView *view,
         guint at,
         const char *ids,
         GdkRectangle *box,
         Heard *heard)
{
  g_free (heard->menu);
  heard->menu = g_strdup_printf ("%u %s", at, ids);
}

static void
test_marks (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *both = NULL, *menu = NULL, *stripe = NULL;
  g_auto (GStrv) place = NULL;
  DeskReaderView *view;
  Heard heard = { NULL };
  GdkRectangle box;
  DeskRange range;
  const char *small, *large;

  g_ptr_array_add (marks, fixture_mark_new (article, "stopped the sale of the Northern Ferry Line", "fact", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "Northern", "check", NULL));
  large = desk_annotation_get_id (g_ptr_array_index (marks, 0));
  small = desk_annotation_get_id (g_ptr_array_index (marks, 1));
  both = g_strdup_printf ("%s %s", small, large);
  view = open (article, marks);
  g_signal_connect (view, "mark-activated", G_CALLBACK (activated_cb), &heard);
  g_signal_connect (view, "mark-hovered", G_CALLBACK (hovered_cb), &heard);
  g_signal_connect (view, "menu-requested", G_CALLBACK (menu_cb), &heard);

  range = fixture_find (article, "Northern", 0);
  box = locate (view, range.start + 2, range.start + 3);
  xdotool_click (box.x + box.width / 2, box.y + box.height / 2, 1, 1);
  fixture_wait_until (g_strcmp0 (heard.ids, both) == 0);
  fixture_wait_until (g_strcmp0 (heard.hovered, small) == 0);
  g_assert_true (is_selected (view, article, ""));

  /* The secondary button asks for a menu and changes nothing. */
  xdotool_click (box.x + box.width / 2, box.y + box.height / 2, 1, 3);
  menu = g_strdup_printf ("%u %s", range.start + 2, both);
  fixture_wait_until (g_strcmp0 (heard.menu, menu) == 0);
  g_assert_cmpuint (heard.n, ==, 1);

  /* The bar in the margin. */
  stripe = fixture_eval (fixture_get_web (view), DESK_READER_WORLD,
                         "const r = document.querySelector ('.nd-stripe.k-fact').getBoundingClientRect ();"
                         "return `${r.right - 2} ${r.top + r.height / 2}`",
                         NULL);
  place = g_strsplit (stripe, " ", 2);
  xdotool_click (g_ascii_strtod (place[0], NULL), g_ascii_strtod (place[1], NULL), 1, 1);
  fixture_wait_until (g_strcmp0 (heard.ids, large) == 0);
  g_assert_cmpuint (heard.n, ==, 2);

  xdotool_move (400, 20);
  fixture_wait_until (heard.hovered == NULL);

  g_free (heard.ids);
  g_free (heard.menu);
  fixture_close (view);
}

/* Keys */

static gboolean
key_cb (DeskReaderView *view,
        guint keyval,
        Heard *heard)
{
  g_string_append_printf (heard->keys, "%s ", gdk_keyval_name (keyval));

  return keyval != GDK_KEY_period;
}

static gboolean
has_caret (DeskReaderView *view)
{
  gboolean caret;

  g_object_get (view, "caret-browsing", &caret, NULL);

  return caret;
}

static void
test_keys (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  DeskReaderView *view = open (article, NULL);
  Heard heard = { NULL };

  heard.keys = g_string_new (NULL);
  g_signal_connect (view, "key", G_CALLBACK (key_cb), &heard);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  fixture_run (100);
  xdotool_run ("key 1 8 n N KP_3 period Delete Escape");
  fixture_wait_until (g_str_equal (heard.keys->str, "1 8 n n 3 period Delete Escape "));

  /* The page has its own, and what goes with Ctrl is no letter. */
  g_string_truncate (heard.keys, 0);
  xdotool_run ("key space Tab Home Down ctrl+c alt+1 F5");
  xdotool_run ("key Next");
  fixture_run (500);
  fixture_assert_eval (view, "return scrollY > 100", "true");
  g_assert_cmpstr (heard.keys->str, ==, "");

  /* With a caret the arrows move, and with Shift they select; digits are still the window's. */
  xdotool_run ("key ctrl+Home F7");
  fixture_wait_until (has_caret (view));
  {
    GdkRectangle box;
    DeskRange range;

    range = fixture_find (article, "harbour board", 0);
    desk_reader_view_scroll_to (view, range.start, range.end);
    fixture_await_rest (view);
    box = locate (view, range.start, range.start + 1);
    xdotool_click (box.x + 1, box.y + box.height / 2, 1, 1);
    /* Keys may overtake the click. */
    fixture_assert_eval (view, "return getSelection ().anchorNode.data.slice (getSelection ().anchorOffset).startsWith ('harbour board')", "true");
  }
  xdotool_run ("key Right shift+Right shift+Right shift+Right");
  fixture_wait_until (is_selected (view, article, "arb"));
  xdotool_run ("key 2");
  fixture_wait_until (g_str_equal (heard.keys->str, "2 "));
  xdotool_run ("key F7");
  fixture_wait_until (!has_caret (view));

  g_string_free (heard.keys, TRUE);
  fixture_close (view);
}

/* Who never touches the mouse finds a caret in the text, too: at the first line in view. */
static void
test_caret_without_click (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  DeskReaderView *view = open (article, NULL);

  gtk_widget_grab_focus (GTK_WIDGET (view));
  fixture_run (100);
  xdotool_run ("key F7");
  fixture_wait_until (has_caret (view));
  fixture_assert_eval (view, "return getSelection ().anchorNode?.parentElement.closest ('[data-s]') === document.querySelector ('[data-s]')", "true");
  xdotool_run ("key shift+Right shift+Right shift+Right");
  fixture_assert_eval (view, "return getSelection ().toString ().length === 3 && document.querySelector ('[data-s]').textContent.startsWith (getSelection ().toString ())", "true");

  xdotool_run ("key F7");
  fixture_wait_until (!has_caret (view));
  fixture_close (view);
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/mouse/drag", test_drag);
  g_test_add_func ("/reader/mouse/drag-zoomed", test_drag_zoomed);
  g_test_add_func ("/reader/mouse/drag-marked", test_drag_marked);
  g_test_add_func ("/reader/mouse/clicks", test_clicks);
  g_test_add_func ("/reader/mouse/shift-click", test_shift_click);
  g_test_add_func ("/reader/mouse/marks", test_marks);
  g_test_add_func ("/reader/mouse/keys", test_keys);
  g_test_add_func ("/reader/mouse/caret-without-click", test_caret_without_click);

  return g_test_run ();
}
