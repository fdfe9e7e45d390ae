/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-mark-list-private.h"
#include "desk-version-builder.h"

typedef struct
{
  DeskVersion *version;
  DeskMarkList *list;
  GString *changes; /* "position-removed+added " for each */
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer data)
{
  g_string_append_printf (data, "%u-%u+%u ", position, removed, added);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 40000)
    g_string_append (text, "river ");
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, text->str);
  fixture->version = desk_version_builder_end (builder);
  fixture->list = desk_mark_list_new ();
  fixture->changes = g_string_new (NULL);
  g_signal_connect (desk_mark_list_get_model (fixture->list), "items-changed", G_CALLBACK (items_changed_cb), fixture->changes);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  desk_mark_list_free (fixture->list);
  g_string_free (fixture->changes, TRUE);
  g_assert_finalize_object (fixture->version);
}

static GPtrArray *
new_marks (Fixture *fixture,
           guint n)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (marks, desk_annotation_new ("article", fixture->version, 3 * i, 3 * i + 10, "fact"));

  return marks;
}

/* As the library hands out a mark that is shown already. */
static void
replace_by_copy (GPtrArray *marks,
                 guint index)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (desk_annotation_to_variant (g_ptr_array_index (marks, index)));

  g_object_unref (marks->pdata[index]);
  marks->pdata[index] = desk_annotation_new_from_variant (variant, NULL);
}

static void
assert_list (Fixture *fixture,
             GPtrArray *expected,
             const char *changes)
{
  GListModel *model = desk_mark_list_get_model (fixture->list);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr (DeskAnnotation) annotation = g_list_model_get_item (model, i);

      g_assert_true (desk_annotation_equal (annotation, expected->pdata[i]));
      g_assert_true (desk_mark_list_find (fixture->list, desk_annotation_get_id (expected->pdata[i])) == annotation);
    }
  g_assert_cmpstr (fixture->changes->str, ==, changes);
  g_string_set_size (fixture->changes, 0);
}

static void
test_one_by_one (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) marks = new_marks (fixture, 3);
  g_autoptr (DeskAnnotation) noted = NULL;
  g_autoptr (DeskAnnotation) moved = NULL;
  const char *id = desk_annotation_get_id (marks->pdata[1]);

  desk_mark_list_put (fixture->list, marks->pdata[2]);
  desk_mark_list_put (fixture->list, marks->pdata[0]);
  desk_mark_list_put (fixture->list, marks->pdata[1]);
  assert_list (fixture, marks, "0-0+1 0-0+1 1-0+1 ");

  /* The same once more changes nothing. */
  replace_by_copy (marks, 1);
  id = desk_annotation_get_id (marks->pdata[1]);
  desk_mark_list_put (fixture->list, marks->pdata[1]);
  assert_list (fixture, marks, "");

  noted = desk_annotation_copy_with_note (marks->pdata[1], "Ask.");
  desk_mark_list_put (fixture->list, noted);
  g_assert_true (desk_mark_list_find (fixture->list, id) == noted);
  moved = desk_annotation_copy_with_range (noted, fixture->version, 100, 110);
  desk_mark_list_put (fixture->list, moved);
  g_assert_cmpstr (fixture->changes->str, ==, "1-1+1 1-1+0 2-0+1 ");
  g_string_set_size (fixture->changes, 0);

  desk_mark_list_remove (fixture->list, id);
  desk_mark_list_remove (fixture->list, id);
  g_assert_null (desk_mark_list_find (fixture->list, id));
  g_ptr_array_remove_index (marks, 1);
  assert_list (fixture, marks, "2-1+0 ");
}

static void
test_merge (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) marks = new_marks (fixture, 20);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  DeskAnnotation *fifth;

  desk_mark_list_merge (fixture->list, marks);
  assert_list (fixture, marks, "0-0+20 ");
  fifth = desk_mark_list_find (fixture->list, desk_annotation_get_id (marks->pdata[5]));

  /* What comes again from the library is kept as it is. */
  for (guint i = 0; i < marks->len; i++)
    replace_by_copy (marks, i);
  desk_mark_list_merge (fixture->list, marks);
  assert_list (fixture, marks, "");
  g_assert_true (desk_mark_list_find (fixture->list, desk_annotation_get_id (marks->pdata[5])) == fifth);

  /* A few places change by themselves. */
  {
    DeskAnnotation *kind = desk_annotation_copy_with_kind (marks->pdata[2], "check");

    g_object_unref (marks->pdata[2]);
    marks->pdata[2] = kind;
    g_ptr_array_remove_range (marks, 10, 2);
  }
  desk_mark_list_merge (fixture->list, marks);
  assert_list (fixture, marks, "10-2+0 2-1+1 ");

  /* Many do so at once. */
  for (guint i = 8; i > 0; i--)
    g_ptr_array_remove_index (marks, 2 * i - 1);
  desk_mark_list_merge (fixture->list, marks);
  assert_list (fixture, marks, "1-15+7 ");

  desk_mark_list_merge (fixture->list, none);
  assert_list (fixture, none, "0-10+0 ");
}

/* Against a list that is made from nothing. */
static void
test_random (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) all = new_marks (fixture, 40);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) some = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GString) ignored = NULL;

      for (guint i = 0; i < all->len; i++)
        {
          if (g_test_rand_int_range (0, 10) == 0)
            {
              DeskAnnotation *changed = desk_annotation_copy_with_note (all->pdata[i], g_test_rand_bit () ? "a" : NULL);

              g_object_unref (all->pdata[i]);
              all->pdata[i] = changed;
            }
          if (g_test_rand_int_range (0, round % 3 + 2) > 0)
            g_ptr_array_add (some, g_object_ref (all->pdata[i]));
        }
      desk_mark_list_merge (fixture->list, some);
      ignored = g_string_new (fixture->changes->str);
      assert_list (fixture, some, ignored->str);
    }
}

/* Merging ten times as many takes about ten times as long, where it was a hundred times. */
static void
test_many (Fixture *fixture,
           gconstpointer data)
{
  static const guint numbers[] = { 1000, 10000 };
  double times[G_N_ELEMENTS (numbers)];

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GPtrArray) marks = new_marks (fixture, numbers[i]);
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      gint64 least = G_MAXINT64;

      for (guint round = 0; round < 3; round++)
        {
          gint64 before = g_get_monotonic_time ();

          desk_mark_list_merge (fixture->list, marks);
          desk_mark_list_merge (fixture->list, marks);
          desk_mark_list_merge (fixture->list, none);
          least = MIN (least, g_get_monotonic_time () - before);
        }
      times[i] = least / 1000.0;
    }
  g_assert_cmpfloat (times[1], <, 40 * times[0]);
  g_test_minimized_result (times[1], "10,000 marks in, again and out in %.1f ms, 1,000 in %.1f ms", times[1], times[0]);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/mark-list/one-by-one", Fixture, NULL, set_up, test_one_by_one, tear_down);
  g_test_add ("/mark-list/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/mark-list/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add ("/mark-list/many", Fixture, NULL, set_up, test_many, tear_down);

  return g_test_run ();
}
