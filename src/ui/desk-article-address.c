/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "desk-article-address.h"

#define SCHEME "newsdesk:"
#define MAX_ID 128

gboolean
desk_is_article_address (const char *uri)
{
  g_return_val_if_fail (uri != NULL, FALSE);

  return g_ascii_strncasecmp (uri, SCHEME, strlen (SCHEME)) == 0;
}

static gboolean
is_id (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > MAX_ID)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (id[i]) && id[i] != '-' && id[i] != '_')
      return FALSE;

  return TRUE;
}

static gboolean
parse_passage (const char *text,
               guint *start,
               guint *end)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 2);
  guint64 first, last;

  if (ends[0] == NULL || ends[1] == NULL ||
      !g_ascii_string_to_unsigned (ends[0], 10, 0, G_MAXINT32, &first, NULL) ||
      !g_ascii_string_to_unsigned (ends[1], 10, 0, G_MAXINT32, &last, NULL) ||
      first >= last)
    return FALSE;

  *start = first;
  *end = last;
  return TRUE;
}

char *
desk_article_address_parse (const char *uri,
                            guint *start,
                            guint *end,
                            GError **error)
{
  const char *path;
  g_autofree char *id = NULL;
  char *fragment;

  g_return_val_if_fail (uri != NULL, NULL);
  g_return_val_if_fail (start != NULL && end != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  *start = *end = 0;

  if (desk_is_article_address (uri))
    {
      path = uri + strlen (SCHEME);
      while (*path == '/')
        path++;

      if (g_str_has_prefix (path, "article/"))
        {
          id = g_strdup (path + strlen ("article/"));
          fragment = strchr (id, '#');
          if (fragment != NULL)
            {
              *fragment = '\0';
              /* A passage that cannot be read still leaves the article. */
              parse_passage (fragment + 1, start, end);
            }
          if (is_id (id))
            return g_steal_pointer (&id);
        }
    }

  *start = *end = 0;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("“%s” is not the address of an article in NewsDesk."), uri);
  return NULL;
}
