/* Makes addresses of links and pictures absolute.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-link.h"

/* What a page of the web may hold; g_uri_parse() checks the rest. */
#define FLAGS (G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_SCHEME_NORMALIZE)

struct _DeskLinkBase
{
  GUri *uri; /* nullable */
  gsize max_bytes;
};

/**
 * desk_link_base_new:
 * @url: (nullable): where the page came from
 * @max_bytes: longer addresses are dropped
 */
DeskLinkBase *
desk_link_base_new (const char *url,
                    gsize max_bytes)
{
  DeskLinkBase *self = g_new0 (DeskLinkBase, 1);

  self->max_bytes = max_bytes;
  if (url != NULL)
    self->uri = g_uri_parse (url, FLAGS, NULL);

  return self;
}

void
desk_link_base_free (DeskLinkBase *self)
{
  g_clear_pointer (&self->uri, g_uri_unref);
  g_free (self);
}

static gboolean
is_allowed (const char *scheme)
{
  return g_str_equal (scheme, "http") || g_str_equal (scheme, "https") || g_str_equal (scheme, "mailto");
}

/**
 * desk_link_base_resolve:
 * @reference: (nullable): an address as a page wrote it
 *
 * Makes an address absolute. Addresses that run or carry something ("javascript:", "data:") are none.
 *
 * Returns: (transfer full) (nullable): an address of the web, or "mailto:"
 */
char *
desk_link_base_resolve (const DeskLinkBase *self,
                        const char *reference)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GUri) uri = NULL;
  gsize length;

  if (reference == NULL)
    return NULL;
  while (g_ascii_isspace (*reference))
    reference++;
  length = strnlen (reference, self->max_bytes + 1);
  if (length == 0 || length > self->max_bytes || *reference == '#')
    return NULL;

  stripped = g_strchomp (g_strndup (reference, length));
  uri = self->uri != NULL ? g_uri_parse_relative (self->uri, stripped, FLAGS, NULL) : g_uri_parse (stripped, FLAGS, NULL);
  if (uri == NULL || !is_allowed (g_uri_get_scheme (uri)))
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (uri), "mailto") && (g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0'))
    return NULL;

  return g_uri_to_string (uri);
}

static gboolean
is_tracking (const char *parameter)
{
  static const char *const names[] = { "utm_", "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "twclid", "wt_mc", "xtor", "at_medium", "at_campaign", "cmpid", "ocid", "smid", "ns_campaign", "ns_mchannel", "_ga" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (parameter, names[i], strlen (names[i])) == 0)
      return TRUE;

  return FALSE;
}

/**
 * desk_link_dup_clean:
 *
 * Returns: (transfer full): an address without the parameters that follow readers around, and without fragment
 */
char *
desk_link_dup_clean (const char *url)
{
  const char *question = strchr (url, '?');
  g_autoptr (GString) result = NULL;
  g_autofree char *bare = g_strndup (url, strcspn (url, "#"));
  g_auto (GStrv) parameters = NULL;

  if (question == NULL || strchr (bare, '?') == NULL)
    return g_steal_pointer (&bare);

  result = g_string_new_len (bare, strchr (bare, '?') - bare);
  parameters = g_strsplit (strchr (bare, '?') + 1, "&", 200);
  for (guint i = 0, n = 0; parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0' || is_tracking (parameters[i]))
        continue;
      g_string_append_c (result, n++ == 0 ? '?' : '&');
      g_string_append (result, parameters[i]);
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * desk_link_dup_host:
 * @url: (nullable): an address
 *
 * Returns: (transfer full) (nullable): its host without "www."
 */
char *
desk_link_dup_host (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, FLAGS, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return NULL;
  if (g_ascii_strncasecmp (host, "www.", 4) == 0)
    host += 4;

  return g_ascii_strdown (host, -1);
}

/* The last two labels, or three where the second is a short one like "co" in "co.uk". */
static const char *
find_domain (const char *host)
{
  const char *p = host + strlen (host);
  guint n = 0;
  const char *label_end = p;

  while (p > host)
    {
      p--;
      if (*p != '.')
        continue;
      n++;
      if (n >= 2 && label_end - p - 1 > 3)
        return p + 1;
      if (n >= 3)
        return p + 1;
      label_end = p;
    }

  return host;
}

/**
 * desk_link_is_same_site:
 *
 * Returns: whether two addresses belong to one registered domain, as far as can be told without a list of them
 */
gboolean
desk_link_is_same_site (const char *a,
                        const char *b)
{
  g_autofree char *first = desk_link_dup_host (a);
  g_autofree char *second = desk_link_dup_host (b);

  return first != NULL && second != NULL && g_str_equal (find_domain (first), find_domain (second));
}
