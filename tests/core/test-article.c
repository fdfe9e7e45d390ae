/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article.h"
#include "desk-core-types.h"
#include "desk-iso-date.h"
#include "desk-uuid.h"
#include "desk-version-builder.h"

static DeskArticle *
make_article (void)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autofree char *id = desk_uuid_new ();

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "Text.");
  version = desk_version_builder_end (builder);

  return desk_article_new (id, version);
}

static void
count_cb (gpointer data)
{
  (*(int *) data)++;
}

static void
test_fields (void)
{
  DeskArticle *article = make_article ();

  for (int field = 0; field < DESK_N_FIELDS; field++)
    {
      const char *nick = desk_enum_to_nick (DESK_TYPE_FIELD, field);
      g_autofree char *signal = g_strconcat ("notify::", nick, NULL);
      g_autofree char *value = NULL;
      int notified = 0;

      g_assert_null (desk_article_get_field (article, field));
      g_assert_cmpint (desk_article_get_origin (article, field), ==, DESK_ORIGIN_NONE);

      g_signal_connect_swapped (article, signal, G_CALLBACK (count_cb), &notified);
      desk_article_set_field (article, field, "value", DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY);
      desk_article_set_field (article, field, "value", DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY);
      g_assert_cmpint (notified, ==, 1);
      desk_article_set_field (article, field, "value", DESK_ORIGIN_USER, DESK_CONFIDENCE_LIKELY);
      g_assert_cmpint (notified, ==, 2);
      desk_article_set_field (article, field, "value", DESK_ORIGIN_USER, DESK_CONFIDENCE_SURE);
      g_assert_cmpint (notified, ==, 3);

      g_assert_cmpstr (desk_article_get_field (article, field), ==, "value");
      g_assert_cmpint (desk_article_get_origin (article, field), ==, DESK_ORIGIN_USER);
      g_assert_cmpint (desk_article_get_confidence (article, field), ==, DESK_CONFIDENCE_SURE);
      g_object_get (article, nick, &value, NULL);
      g_assert_cmpstr (value, ==, "value");

      desk_article_set_field (article, field, "", DESK_ORIGIN_NONE, DESK_CONFIDENCE_WEAK);
      g_assert_cmpint (notified, ==, 4);
      g_assert_null (desk_article_get_field (article, field));
      g_signal_handlers_disconnect_by_data (article, &notified);
    }

  desk_article_set_field (article, DESK_FIELD_HEADLINE, "Head", DESK_ORIGIN_TEXT, DESK_CONFIDENCE_SURE);
  desk_article_set_field (article, DESK_FIELD_PUBLISHED, "2023-02-08", DESK_ORIGIN_TEXT, DESK_CONFIDENCE_SURE);
  g_assert_cmpstr (desk_article_get_headline (article), ==, "Head");
  g_assert_cmpstr (desk_article_get_published (article), ==, "2023-02-08");

  g_assert_finalize_object (article);
}

/* Default, silence on the same value, one notification for a change, the way of g_object_set(). */
static void
check_property (const char *name,
                GType type,
                gint64 initial,
                gint64 other)
{
  DeskArticle *article = make_article ();
  g_autofree char *signal = g_strconcat ("notify::", name, NULL);
  int notified = 0;
  g_auto (GValue) first = G_VALUE_INIT;
  g_auto (GValue) second = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) number = G_VALUE_INIT;

  g_value_init (&number, G_TYPE_INT64);
  g_value_init (&first, type);
  g_value_init (&second, type);
  g_value_init (&value, type);
  g_value_set_int64 (&number, initial);
  g_value_transform (&number, &first);
  g_value_set_int64 (&number, other);
  g_value_transform (&number, &second);

  g_object_get_property (G_OBJECT (article), name, &value);
  g_value_transform (&value, &number);
  g_assert_cmpint (g_value_get_int64 (&number), ==, initial);

  g_signal_connect_swapped (article, signal, G_CALLBACK (count_cb), &notified);
  g_object_set_property (G_OBJECT (article), name, &first);
  g_assert_cmpint (notified, ==, 0);
  g_object_set_property (G_OBJECT (article), name, &second);
  g_object_set_property (G_OBJECT (article), name, &second);
  g_assert_cmpint (notified, ==, 1);
  g_object_get_property (G_OBJECT (article), name, &value);
  g_value_transform (&value, &number);
  g_assert_cmpint (g_value_get_int64 (&number), ==, other);

  g_assert_finalize_object (article);
}

static void
test_state (void)
{
  DeskArticle *article = make_article ();

  check_property ("unread", G_TYPE_BOOLEAN, TRUE, FALSE);
  check_property ("starred", G_TYPE_BOOLEAN, FALSE, TRUE);
  check_property ("position", G_TYPE_UINT, 0, 4711);
  check_property ("added", G_TYPE_INT64, 0, 1675814400000000);

  g_assert_true (desk_article_get_unread (article));
  desk_article_set_starred (article, 7);
  g_assert_cmpint (desk_article_get_starred (article), ==, TRUE);
  desk_article_set_position (article, 3);
  g_assert_cmpuint (desk_article_get_position (article), ==, 3);
  desk_article_set_added (article, 5);
  g_assert_cmpint (desk_article_get_added (article), ==, 5);
  desk_article_set_unread (article, FALSE);
  g_assert_false (desk_article_get_unread (article));

  g_assert_finalize_object (article);
}

static void
test_lists (void)
{
  DeskArticle *article = make_article ();
  const char *const names[] = { "A. Nyman", "B. Ode", NULL };
  g_auto (GStrv) authors = NULL;
  g_auto (GStrv) warnings = NULL;
  int notified = 0;

  g_assert_null (desk_article_get_authors (article)[0]);
  g_assert_null (desk_article_get_warnings (article)[0]);

  g_signal_connect_swapped (article, "notify::authors", G_CALLBACK (count_cb), &notified);
  desk_article_set_authors (article, NULL);
  g_assert_cmpint (notified, ==, 0);
  desk_article_set_authors (article, names);
  desk_article_set_authors (article, names);
  desk_article_set_authors (article, desk_article_get_authors (article));
  g_assert_cmpint (notified, ==, 1);
  g_object_get (article, "authors", &authors, NULL);
  g_assert_cmpstrv ((char **) names, authors);

  notified = 0;
  g_signal_connect_swapped (article, "notify::warnings", G_CALLBACK (count_cb), &notified);
  desk_article_add_warning (article, "One page is missing.");
  desk_article_add_warning (article, "One page is missing.");
  desk_article_add_warning (article, "So is another.");
  g_assert_cmpint (notified, ==, 2);
  g_object_get (article, "warnings", &warnings, NULL);
  g_assert_cmpuint (g_strv_length (warnings), ==, 2);
  g_assert_cmpstr (desk_article_get_warnings (article)[1], ==, "So is another.");

  g_assert_finalize_object (article);
}

static void
test_original (void)
{
  DeskArticle *article = make_article ();
  g_autofree char *media_type = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;
  gint64 size;
  int notified = 0;

  g_signal_connect_swapped (article, "notify", G_CALLBACK (count_cb), &notified);
  desk_article_set_original (article, "text/html", "00ff", 12, "page.html");
  g_assert_cmpint (notified, ==, 4);
  desk_article_set_original (article, "text/html", "00ff", 13, "page.html");
  g_assert_cmpint (notified, ==, 5);

  g_object_get (article,
                "media-type", &media_type,
                "original-hash", &hash,
                "original-size", &size,
                "original-name", &name,
                NULL);
  g_assert_cmpstr (media_type, ==, desk_article_get_media_type (article));
  g_assert_cmpstr (media_type, ==, "text/html");
  g_assert_cmpstr (hash, ==, desk_article_get_original_hash (article));
  g_assert_cmpstr (hash, ==, "00ff");
  g_assert_cmpint (size, ==, desk_article_get_original_size (article));
  g_assert_cmpint (size, ==, 13);
  g_assert_cmpstr (name, ==, desk_article_get_original_name (article));
  g_assert_cmpstr (name, ==, "page.html");

  g_assert_finalize_object (article);
}

static void
test_identity (void)
{
  DeskArticle *article = make_article ();
  g_autofree char *id = NULL;
  DeskVersion *version;

  g_object_get (article, "id", &id, "version", &version, NULL);
  g_assert_cmpstr (id, ==, desk_article_get_id (article));
  g_assert_true (version == desk_article_get_version (article));

  g_assert_finalize_object (article);
  g_assert_finalize_object (version);
}

static void
test_uuid (void)
{
  const guint n = 100000;
  g_autofree char *last = desk_uuid_new ();
  g_autoptr (GHashTable) tails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint64 before = g_get_real_time () / 1000;
  guint64 stamp;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *next = desk_uuid_new ();

      g_assert_true (desk_uuid_is_valid (next));
      g_assert_cmpint (next[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", next[19]));
      g_assert_cmpstr (last, <, next);
      g_hash_table_add (tails, g_strdup (next + 19));
      g_set_str (&last, next);
    }
  g_assert_cmpuint (g_hash_table_size (tails), ==, n);

  {
    g_autofree char *milliseconds = g_strdup_printf ("%.8s%.4s", last, last + 9);

    stamp = g_ascii_strtoull (milliseconds, NULL, 16);
  }
  /* The counter runs ahead of the clock by the ids that were made in one tick. */
  g_assert_cmpuint (stamp, >=, before);
  g_assert_cmpuint (stamp, <=, g_get_real_time () / 1000 + n / 4096 + 1);

  g_assert_true (desk_uuid_is_valid ("0190163d-8694-739b-aea5-966c26f8ad91"));
  g_assert_true (desk_uuid_is_valid ("c232ab00-9414-41ec-b3c8-9e6bdeced846"));
  g_assert_false (desk_uuid_is_valid (NULL));
  g_assert_false (desk_uuid_is_valid (""));
  g_assert_false (desk_uuid_is_valid ("0190163D-8694-739B-AEA5-966C26F8AD91"));
  g_assert_false (desk_uuid_is_valid ("0190163d8694739baea5966c26f8ad91"));
  g_assert_false (desk_uuid_is_valid ("0190163d-8694-739b-aea5-966c26f8ad9"));
  g_assert_false (desk_uuid_is_valid ("0190163d-8694-739b-aea5-966c26f8ad91 "));
  g_assert_false (desk_uuid_is_valid ("'; DROP TABLE articles; --0123456789"));
}

static gpointer
make_ids_thread (gpointer data)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 20000; i++)
    g_ptr_array_add (ids, desk_uuid_new ());

  return ids;
}

static void
test_uuid_threads (void)
{
  GThread *threads[4];
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ids", make_ids_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GPtrArray) ids = g_thread_join (threads[i]);

      for (guint id = 0; id < ids->len; id++)
        {
          if (id > 0)
            g_assert_cmpstr (ids->pdata[id - 1], <, ids->pdata[id]);
          /* Unique even without the random part. */
          g_assert_true (g_hash_table_add (all, g_strndup (ids->pdata[id], 18)));
        }
    }
}

static void
test_nicks (void)
{
  const struct
  {
    GType type;
    int last;
    const char *first_nick;
    const char *last_nick;
  } types[] = {
    { DESK_TYPE_BLOCK_KIND, DESK_BLOCK_KIND_BOILERPLATE, "headline", "boilerplate" },
    { DESK_TYPE_SPAN_KIND, DESK_SPAN_KIND_LINK, "emphasis", "link" },
    { DESK_TYPE_LEFT_OUT_REASON, DESK_LEFT_OUT_REASON_OUTSIDE, "navigation", "outside" },
    { DESK_TYPE_FIELD, DESK_N_FIELDS - 1, "headline", "keywords" },
    { DESK_TYPE_ORIGIN, DESK_ORIGIN_USER, "none", "user" },
    { DESK_TYPE_CONFIDENCE, DESK_CONFIDENCE_SURE, "weak", "sure" },
    { DESK_TYPE_ENTITY_KIND, DESK_N_ENTITY_KINDS - 1, "person", "other" },
    { DESK_TYPE_QUOTE_KIND, DESK_QUOTE_KIND_SCARE, "direct", "scare" },
    { DESK_TYPE_DATE_TYPE, DESK_DATE_TYPE_SET, "date", "set" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_assert_cmpstr (desk_enum_to_nick (types[i].type, 0), ==, types[i].first_nick);
      g_assert_cmpstr (desk_enum_to_nick (types[i].type, types[i].last), ==, types[i].last_nick);
      g_assert_null (desk_enum_to_nick (types[i].type, types[i].last + 1));
      g_assert_null (desk_enum_to_nick (types[i].type, -1));

      for (int value = 0; value <= types[i].last; value++)
        {
          int found = -1;

          g_assert_true (desk_enum_from_nick (types[i].type, desk_enum_to_nick (types[i].type, value), &found));
          g_assert_cmpint (found, ==, value);
        }
    }

  {
    int value = 42;

    g_assert_false (desk_enum_from_nick (DESK_TYPE_BLOCK_KIND, "Headline", &value));
    g_assert_false (desk_enum_from_nick (DESK_TYPE_BLOCK_KIND, "", &value));
    g_assert_false (desk_enum_from_nick (DESK_TYPE_BLOCK_KIND, NULL, &value));
    g_assert_cmpint (value, ==, 42);
    g_assert_true (desk_enum_from_nick (DESK_TYPE_BLOCK_KIND, "list-item", NULL));
  }

  /* Words of the command line. */
  g_assert_cmpstr (desk_enum_to_nick (DESK_TYPE_ORIGIN, DESK_ORIGIN_JSON_LD), ==, "json-ld");
  g_assert_cmpstr (desk_enum_to_nick (DESK_TYPE_BLOCK_KIND, DESK_BLOCK_KIND_TABLE_ROW), ==, "table-row");
  g_assert_cmpstr (desk_enum_to_nick (DESK_TYPE_LEFT_OUT_REASON, DESK_LEFT_OUT_REASON_COOKIE_NOTICE), ==, "cookie-notice");
}

static void
test_iso_date (void)
{
  const char *good[] = { "2023-02-08", "2024-02-29", "2023-02-08T14:05:00-05:00", "2023-02-08T14:05:00Z" };
  const char *bad[] = { "", "2023", "2023-2-8", "2023-02-29", "2023-13-01", "0000-01-01", "2023-02-08 ", "x2023-02-08",
                        "2023-02-08T25:00:00Z", "8 February 2023" };
  GDate day;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (desk_iso_date_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (desk_iso_date_is_valid (bad[i]));
  g_assert_false (desk_iso_date_is_valid (NULL));

  /* The day is the one of the place, not of Greenwich. */
  g_assert_true (desk_iso_date_get_day ("2023-02-08T23:30:00-05:00", &day));
  g_assert_cmpint (g_date_get_day (&day), ==, 8);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/article/fields", test_fields);
  g_test_add_func ("/core/article/state", test_state);
  g_test_add_func ("/core/article/lists", test_lists);
  g_test_add_func ("/core/article/original", test_original);
  g_test_add_func ("/core/article/identity", test_identity);
  g_test_add_func ("/core/uuid", test_uuid);
  g_test_add_func ("/core/uuid/threads", test_uuid_threads);
  g_test_add_func ("/core/nicks", test_nicks);
  g_test_add_func ("/core/iso-date", test_iso_date);

  return g_test_run ();
}
