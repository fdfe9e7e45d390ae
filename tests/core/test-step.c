/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-annotation.h"
#include "desk-core-types.h"
#include "desk-error.h"
#include "desk-step.h"
#include "desk-version-builder.h"

static DeskAnnotation *
make_annotation (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "A white balloon drifted over the bay.");
  version = desk_version_builder_end (builder);

  return desk_annotation_new ("article", version, 8, 15, "check");
}

/* One of each kind. */
static DeskStep *
make_step (DeskAnnotation *annotation)
{
  DeskStep *step = desk_step_new ("Mark “balloon” as Check");
  g_autoptr (DeskAnnotation) noted = desk_annotation_copy_with_note (annotation, "Whose?");
  const char *id = desk_annotation_get_id (annotation);

  desk_step_add (step, DESK_CHANGE_ANNOTATION, "article", id, NULL, desk_annotation_to_variant (annotation));
  desk_step_add (step, DESK_CHANGE_ANNOTATION, "article", id,
                 desk_annotation_to_variant (annotation), desk_annotation_to_variant (noted));
  desk_step_add (step, DESK_CHANGE_ANNOTATION, "article", id, desk_annotation_to_variant (noted), NULL);
  desk_step_add (step, DESK_CHANGE_FIELD, "article", "published",
                 NULL, g_variant_new ("(sss)", "2023-02-08", "user", "sure"));
  desk_step_add (step, DESK_CHANGE_STARRED, "article", NULL, g_variant_new_boolean (FALSE), g_variant_new_boolean (TRUE));
  desk_step_add (step, DESK_CHANGE_UNREAD, "other", NULL, g_variant_new_boolean (TRUE), g_variant_new_boolean (FALSE));
  desk_step_add (step, DESK_CHANGE_DELETED, "other", NULL, g_variant_new_boolean (FALSE), g_variant_new_boolean (TRUE));

  return step;
}

static void
assert_same (DeskStep *a,
             DeskStep *b)
{
  g_autoptr (GVariant) first = g_variant_ref_sink (desk_step_to_variant (a));
  g_autoptr (GVariant) second = g_variant_ref_sink (desk_step_to_variant (b));

  g_assert_cmpvariant (first, second);
}

static void
count_cb (gpointer data)
{
  (*(int *) data)++;
}

static void
test_new (void)
{
  DeskStep *step = desk_step_new ("Star Article");
  const DeskChange *change;
  g_autofree char *name = NULL;
  gint64 created;
  guint n_changes;
  int notified = 0;

  g_signal_connect_swapped (step, "notify::n-changes", G_CALLBACK (count_cb), &notified);
  desk_step_add (step, DESK_CHANGE_STARRED, "article", NULL, g_variant_new_boolean (FALSE), g_variant_new_boolean (TRUE));
  g_assert_cmpint (notified, ==, 1);

  g_object_get (step, "name", &name, "created", &created, "n-changes", &n_changes, NULL);
  g_assert_cmpstr (name, ==, "Star Article");
  g_assert_cmpstr (name, ==, desk_step_get_name (step));
  g_assert_cmpint (created, ==, desk_step_get_created (step));
  g_assert_cmpuint (n_changes, ==, 1);

  change = desk_step_get_change (step, 0);
  g_assert_cmpint (change->kind, ==, DESK_CHANGE_STARRED);
  g_assert_cmpstr (change->article_id, ==, "article");
  g_assert_null (change->object_id);
  g_assert_false (g_variant_get_boolean (change->before));
  g_assert_true (g_variant_get_boolean (change->after));

  g_assert_finalize_object (step);
}

static void
test_invert (void)
{
  g_autoptr (DeskAnnotation) annotation = make_annotation ();
  g_autoptr (DeskStep) step = make_step (annotation);
  g_autoptr (DeskStep) inverse = desk_step_invert (step);
  g_autoptr (DeskStep) again = desk_step_invert (inverse);
  guint n = desk_step_get_n_changes (step);

  g_assert_cmpuint (desk_step_get_n_changes (inverse), ==, n);
  g_assert_cmpstr (desk_step_get_name (inverse), ==, desk_step_get_name (step));
  for (guint i = 0; i < n; i++)
    {
      const DeskChange *forth = desk_step_get_change (step, i);
      const DeskChange *back = desk_step_get_change (inverse, n - 1 - i);

      g_assert_cmpint (forth->kind, ==, back->kind);
      g_assert_cmpstr (forth->article_id, ==, back->article_id);
      g_assert_cmpstr (forth->object_id, ==, back->object_id);
      g_assert_true (forth->before == back->after);
      g_assert_true (forth->after == back->before);
    }
  assert_same (step, again);
}

static void
test_round_trip (void)
{
  g_autoptr (DeskAnnotation) annotation = make_annotation ();
  g_autoptr (DeskStep) step = make_step (annotation);
  g_autoptr (DeskStep) empty = desk_step_new ("");
  DeskStep *all[] = { step, empty };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GVariant) variant = g_variant_ref_sink (desk_step_to_variant (all[i]));
      g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (variant);
      g_autoptr (GVariant) stored = NULL;
      g_autoptr (DeskStep) again = NULL;
      g_autoptr (GError) error = NULL;

      stored = g_variant_ref_sink (g_variant_new_from_bytes (g_variant_get_type (variant), bytes, FALSE));
      again = desk_step_new_from_variant (stored, &error);
      g_assert_no_error (error);
      assert_same (all[i], again);
    }
}

static void
check_refused (const char *change)
{
  g_autofree char *text = g_strdup_printf ("('Step', int64 5, [%s])", change);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE ("(sxa(ssmsmvmv))"), text, NULL, NULL, &error);
  g_autoptr (DeskStep) step = NULL;

  g_assert_no_error (error);
  step = desk_step_new_from_variant (variant, &error);
  g_assert_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID);
  g_assert_null (step);
}

static void
test_foreign (void)
{
  check_refused ("('erase', 'article', nothing, just <true>, just <false>)");
  check_refused ("('', 'article', nothing, just <true>, just <false>)");
  check_refused ("('starred', '', nothing, just <true>, just <false>)");
  check_refused ("('starred', 'article', nothing, nothing, just <false>)");
  check_refused ("('starred', 'article', nothing, just <true>, nothing)");
  check_refused ("('starred', 'article', nothing, nothing, nothing)");
  check_refused ("('unread', 'article', nothing, just <1>, just <0>)");
  check_refused ("('deleted', 'article', nothing, just <'no'>, just <'yes'>)");
  check_refused ("('field', 'article', nothing, nothing, just <('x', 'user', 'sure')>)");
  check_refused ("('field', 'article', just 'colour', nothing, just <('x', 'user', 'sure')>)");
  check_refused ("('field', 'article', just 'dek', nothing, just <('x', 'nobody', 'sure')>)");
  check_refused ("('field', 'article', just 'dek', nothing, just <('x', 'user', 'certain')>)");
  check_refused ("('field', 'article', just 'dek', nothing, just <('x', 'user')>)");
  check_refused ("('field', 'article', just 'dek', nothing, nothing)");
  check_refused ("('annotation', 'article', just 'a', nothing, nothing)");
  check_refused ("('annotation', 'article', just 'a', nothing, just <{'id': <'a'>}>)");
  check_refused ("('annotation', 'article', just 'a', just <'x'>, nothing)");
  /* One that fits does not save the step. */
  check_refused ("('starred', 'article', nothing, just <true>, just <false>), ('starred', '', nothing, just <true>, just <false>)");

  {
    g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_string ("x"));
    g_autoptr (GError) error = NULL;

    g_assert_null (desk_step_new_from_variant (variant, &error));
    g_assert_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID);
  }
}

/* An annotation under the id of another, or of another article. */
static void
test_wrong_ids (void)
{
  g_autoptr (DeskAnnotation) annotation = make_annotation ();
  g_autoptr (DeskAnnotation) other = make_annotation ();
  g_autoptr (DeskStep) step = desk_step_new ("Step");

  g_test_expect_message ("desk-core", G_LOG_LEVEL_CRITICAL, "*is_change*");
  desk_step_add (step, DESK_CHANGE_ANNOTATION, "article", desk_annotation_get_id (other), NULL, desk_annotation_to_variant (annotation));
  g_test_assert_expected_messages ();

  g_test_expect_message ("desk-core", G_LOG_LEVEL_CRITICAL, "*is_change*");
  desk_step_add (step, DESK_CHANGE_ANNOTATION, "elsewhere", desk_annotation_get_id (annotation), NULL, desk_annotation_to_variant (annotation));
  g_test_assert_expected_messages ();

  g_assert_cmpuint (desk_step_get_n_changes (step), ==, 0);
}

static void
test_damaged (void)
{
  g_autoptr (DeskAnnotation) annotation = make_annotation ();
  g_autoptr (DeskStep) step = make_step (annotation);
  g_autoptr (GVariant) good = g_variant_ref_sink (desk_step_to_variant (step));
  gsize size = g_variant_get_size (good);
  guint n_read = 0;

  for (gsize i = 0; i < size; i++)
    {
      guchar *data = g_memdup2 (g_variant_get_data (good), size);
      g_autoptr (GVariant) bad = NULL;
      g_autoptr (DeskStep) read = NULL;
      g_autoptr (GError) error = NULL;

      data[i] ^= 1 << (i % 8);
      bad = g_variant_ref_sink (g_variant_new_from_data (g_variant_get_type (good), data, size, FALSE, g_free, data));
      read = desk_step_new_from_variant (bad, &error);
      g_assert_true ((read != NULL) != (error != NULL));
      n_read += read != NULL;
    }

  /* Both ways are taken: a changed letter of the name does no harm. */
  g_assert_cmpuint (n_read, >, 0);
  g_assert_cmpuint (n_read, <, size);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/step/new", test_new);
  g_test_add_func ("/core/step/invert", test_invert);
  g_test_add_func ("/core/step/round-trip", test_round_trip);
  g_test_add_func ("/core/step/foreign", test_foreign);
  g_test_add_func ("/core/step/wrong-ids", test_wrong_ids);
  g_test_add_func ("/core/step/damaged", test_damaged);

  return g_test_run ();
}
