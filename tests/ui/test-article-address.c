/* Addresses of articles.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include "desk-article-address.h"

static void
test_good (void)
{
  const struct
  {
    const char *uri;
    const char *id;
    guint start;
    guint end;
  } cases[] = {
    { "newsdesk:article/0191a-b_c", "0191a-b_c", 0, 0 },
    { "newsdesk://article/0191", "0191", 0, 0 },
    { "newsdesk:///article/0191", "0191", 0, 0 },
    { "NewsDesk:article/0191#12-15", "0191", 12, 15 },
    { "newsdesk:article/0191#", "0191", 0, 0 },
    { "newsdesk:article/0191#15-12", "0191", 0, 0 },
    { "newsdesk:article/0191#-3-5", "0191", 0, 0 },
    { "newsdesk:article/0191#1-99999999999999999999", "0191", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;
      guint start, end;

      g_assert_true (desk_is_article_address (cases[i].uri));
      id = desk_article_address_parse (cases[i].uri, &start, &end, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (id, ==, cases[i].id);
      g_assert_cmpuint (start, ==, cases[i].start);
      g_assert_cmpuint (end, ==, cases[i].end);
    }
}

static void
test_bad (void)
{
  g_autofree char *long_id = g_strnfill (500, 'a');
  g_autofree char *long_uri = g_strconcat ("newsdesk:article/", long_id, NULL);
  const char *cases[] = { "newsdesk:", "newsdesk:article", "newsdesk:article/", "newsdesk:article/#1-2",
                          "newsdesk:article/../../etc", "newsdesk:article/a b", "newsdesk:entity/1",
                          "newsdesk:article/%00", "file:///tmp/a", "", long_uri };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      guint start, end;

      g_assert_null (desk_article_address_parse (cases[i], &start, &end, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_cmpuint (start, ==, 0);
      g_assert_cmpuint (end, ==, 0);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-address/good", test_good);
  g_test_add_func ("/article-address/bad", test_bad);

  return g_test_run ();
}
