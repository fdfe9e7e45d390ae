/* What the article pane may navigate to: its own pages and nothing else.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/* The scheme and host of our pages. */
#define DESK_READER_SCHEME "newsdesk"
#define DESK_READER_PAGES DESK_READER_SCHEME "://article/"

/* Answers a decision of a view. Returns TRUE where it was taken, FALSE where WebKit's own answer is
 * right. `link` is set to the address when the reader clicked on a link that leads out of the page. */
gboolean desk_reader_policy_decide  (WebKitPolicyDecision      *decision,
                                     WebKitPolicyDecisionType   type,
                                     char                     **link);
/* Whether the window may be asked to open an address: the web and mail, nothing that runs. */
gboolean desk_reader_policy_may_open (const char               *uri);

G_END_DECLS
