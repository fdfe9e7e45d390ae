/* Where text of another direction than that of the interface stands: labels, and the rows that show texts
 * of articles.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-kind.h"
#include "desk-list-row.h"
#include "desk-mark-row.h"
#include "desk-passage-row.h"
#include "desk-text-side.h"
#include "ui-fixture.h"

#define ARABIC "افتتاح الجسر الجديد في الربيع"
#define ARABIC_SOURCE "صحيفة الميناء"
#define ENGLISH "The new bridge opens in spring"
#define ENGLISH_SOURCE "Quay Courier"

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 500, 300);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (child) && gtk_widget_get_width (child) > 300);

  return window;
}

/* Whether the first letter touches that side of the label. */
static gboolean
begins_at (GtkLabel *label,
           GtkPositionType side)
{
  PangoRectangle first;
  int x, width = gtk_widget_get_width (GTK_WIDGET (label));

  pango_layout_index_to_pos (gtk_label_get_layout (label), 0, &first);
  gtk_label_get_layout_offsets (label, &x, NULL);
  /* Of a letter that is read from the right, this is its right edge. */
  x += PANGO_PIXELS (first.x);
  g_test_message ("“%s” begins at %d of %d", gtk_label_get_text (label), x, width);

  return side == GTK_POS_LEFT ? ABS (x) <= 2 : ABS (width - x) <= 2;
}

static const struct
{
  const char *text;
  GtkTextDirection interface;
  GtkPositionType side;
} cases[] = {
  { ARABIC, GTK_TEXT_DIR_LTR, GTK_POS_RIGHT },
  { ARABIC, GTK_TEXT_DIR_RTL, GTK_POS_RIGHT },
  { "“" ARABIC "”", GTK_TEXT_DIR_LTR, GTK_POS_RIGHT },
  { ENGLISH, GTK_TEXT_DIR_LTR, GTK_POS_LEFT },
  { ENGLISH, GTK_TEXT_DIR_RTL, GTK_POS_LEFT },
  { "2023", GTK_TEXT_DIR_LTR, GTK_POS_LEFT },
};

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint how = 0; how < 3; how++)
      {
        GtkWidget *label, *window;

        gtk_widget_set_default_direction (cases[i].interface);
        label = gtk_label_new ("-");
        gtk_label_set_wrap (GTK_LABEL (label), how == 1);
        gtk_label_set_ellipsize (GTK_LABEL (label), how == 2 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
        desk_text_side_follow (GTK_LABEL (label), GTK_LABEL (label));
        gtk_label_set_label (GTK_LABEL (label), cases[i].text);
        window = present (label);
        g_assert_true (begins_at (GTK_LABEL (label), cases[i].side));
        gtk_window_destroy (GTK_WINDOW (window));
      }

  /* The interface itself can turn round. */
  {
    GtkWidget *label = gtk_label_new (ENGLISH), *window;

    gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
    desk_text_side_follow (GTK_LABEL (label), GTK_LABEL (label));
    window = present (label);
    gtk_widget_set_direction (label, GTK_TEXT_DIR_RTL);
    g_assert_true (begins_at (GTK_LABEL (label), GTK_POS_LEFT));
    gtk_window_destroy (GTK_WINDOW (window));
  }
}

static GtkLabel *
find_label (GtkWidget *root,
            const char *text)
{
  GtkWidget *label = ui_fixture_find (root, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  return GTK_LABEL (label);
}

static double
get_x (GtkWidget *root,
       GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  return bounds.origin.x;
}

/* A row of the list is used again for other articles, so each is shown in both orders. */
static void
check_list_row (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GDate) today = g_date_new_dmy (1, G_DATE_MARCH, 2023);
  g_autofree char *arabic = ui_fixture_add_article (fixture, ARABIC, "2023-02-07", ARABIC_SOURCE);
  g_autofree char *english = ui_fixture_add_article (fixture, ENGLISH, "2023-02-08", ENGLISH_SOURCE);
  g_autoptr (DeskQuery) query = desk_query_new (DESK_SORT_ADDED, DESK_FILTER_ALL, NULL);
  g_autoptr (DeskArticleList) articles = NULL;
  GListModel *list;
  g_autoptr (GtkListItem) item = g_object_new (GTK_TYPE_LIST_ITEM, NULL);
  GtkWidget *row, *window;

  gtk_widget_set_default_direction (GPOINTER_TO_INT (data));
  articles = desk_library_create_list (desk_session_get_library (fixture->session), query);
  list = G_LIST_MODEL (articles);
  wait_until (g_list_model_get_n_items (list) == 2);
  row = desk_list_row_new (item);
  window = present (row);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (DeskArticleRow) article = g_list_model_get_item (list, i % 2);
      gboolean rtl;
      GtkLabel *source, *day;

      wait_until (desk_article_row_get_loaded (article));
      rtl = g_str_equal (desk_article_row_get_headline (article), ARABIC);
      desk_list_row_set_row (DESK_LIST_ROW (row), article, today);
      wait_until (begins_at (find_label (row, rtl ? ARABIC : ENGLISH), rtl ? GTK_POS_RIGHT : GTK_POS_LEFT));
      wait_until (begins_at (find_label (row, "The lead says more about it."), GTK_POS_LEFT));
      source = find_label (row, rtl ? ARABIC_SOURCE : ENGLISH_SOURCE);
      day = find_label (row, rtl ? "7 Feb" : "8 Feb");
      wait_until ((get_x (row, GTK_WIDGET (source)) > get_x (row, GTK_WIDGET (day))) == rtl);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_mark_row (Fixture *fixture,
               gconstpointer data)
{
  DeskDocument *document = fixture_open_text (fixture, ARABIC "\n\n" ENGLISH ".\n");
  DeskArticle *article = desk_document_get_article (document);
  guint start = g_utf8_strlen (ARABIC, -1) + 2;
  g_autoptr (DeskAnnotation) arabic = desk_annotation_new (desk_article_get_id (article), desk_article_get_version (article), 0,
                                                           start - 2, "check");
  g_autoptr (DeskAnnotation) english = desk_annotation_new (desk_article_get_id (article), desk_article_get_version (article), start,
                                                            start + strlen (ENGLISH), "check");
  g_autoptr (DeskAnnotation) noted = desk_annotation_copy_with_note (arabic, "A note in English");
  g_autoptr (GListModel) kinds = desk_kind_list_new ();
  GtkWidget *row = desk_mark_row_new (kinds);
  GtkWidget *window = present (row);

  desk_mark_row_set_annotation (DESK_MARK_ROW (row), noted, "Headline");
  wait_until (begins_at (find_label (row, ARABIC), GTK_POS_RIGHT));
  wait_until (begins_at (find_label (row, "A note in English"), GTK_POS_LEFT));
  /* What is said of the passage stands below it. */
  wait_until (gtk_label_get_xalign (find_label (row, "Check · Headline")) == 1);

  desk_mark_row_set_annotation (DESK_MARK_ROW (row), english, "Paragraph 1");
  wait_until (begins_at (find_label (row, ENGLISH), GTK_POS_LEFT));
  wait_until (begins_at (find_label (row, "Check · Paragraph 1"), GTK_POS_LEFT));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (document);
}

static void
test_passage_row (void)
{
  g_autoptr (DeskPassage) passage = desk_passage_new ((DeskRange){ 0, 10 }, ARABIC);
  GtkWidget *row, *list, *window;
  GtkLabel *caption;

  desk_passage_set_caption (passage, "Paragraph 1");
  desk_passage_set_why (passage, "a reason");
  row = desk_passage_row_new (passage);
  list = gtk_list_box_new ();
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  window = present (list);
  g_assert_true (begins_at (find_label (row, ARABIC), GTK_POS_RIGHT));
  caption = find_label (row, "Paragraph 1");
  g_assert_cmpfloat (get_x (row, GTK_WIDGET (caption)), >, 250);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/text-side/labels", test_labels);
  g_test_add ("/ui/text-side/list-row", Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_LTR), fixture_set_up, check_list_row, fixture_tear_down);
  g_test_add ("/ui/text-side/list-row/rtl", Fixture, GINT_TO_POINTER (GTK_TEXT_DIR_RTL), fixture_set_up, check_list_row, fixture_tear_down);
  g_test_add ("/ui/text-side/mark-row", Fixture, NULL, fixture_set_up, test_mark_row, fixture_tear_down);
  g_test_add_func ("/ui/text-side/passage-row", test_passage_row);

  return g_test_run ();
}
