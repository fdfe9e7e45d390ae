/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-policy.h"

gboolean
desk_reader_policy_may_open (const char *uri)
{
  g_autofree char *scheme = NULL;

  if (uri == NULL || (scheme = g_uri_parse_scheme (uri)) == NULL)
    return FALSE;

  return g_ascii_strcasecmp (scheme, "https") == 0 ||
         g_ascii_strcasecmp (scheme, "http") == 0 ||
         g_ascii_strcasecmp (scheme, "mailto") == 0;
}

/* A CSP stops neither a meta refresh nor a navigation of the top frame; this gate does. */
gboolean
desk_reader_policy_decide (WebKitPolicyDecision *decision,
                           WebKitPolicyDecisionType type,
                           char **link)
{
  WebKitNavigationAction *action;
  const char *uri;

  g_return_val_if_fail (WEBKIT_IS_POLICY_DECISION (decision), FALSE);
  g_return_val_if_fail (link != NULL, FALSE);

  *link = NULL;

  if (type == WEBKIT_POLICY_DECISION_TYPE_RESPONSE)
    return FALSE;

  action = webkit_navigation_policy_decision_get_navigation_action (WEBKIT_NAVIGATION_POLICY_DECISION (decision));
  uri = webkit_uri_request_get_uri (webkit_navigation_action_get_request (action));

  if (type == WEBKIT_POLICY_DECISION_TYPE_NAVIGATION_ACTION &&
      uri != NULL && g_str_has_prefix (uri, DESK_READER_PAGES))
    {
      webkit_policy_decision_use (decision);
      return TRUE;
    }

  if (webkit_navigation_action_get_navigation_type (action) == WEBKIT_NAVIGATION_TYPE_LINK_CLICKED &&
      desk_reader_policy_may_open (uri))
    *link = g_strdup (uri);

  webkit_policy_decision_ignore (decision);
  return TRUE;
}
