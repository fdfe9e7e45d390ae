/* Makes addresses of links and pictures absolute.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DeskLinkBase DeskLinkBase;

DeskLinkBase *desk_link_base_new (const char *url,
                                  gsize max_bytes) G_GNUC_WARN_UNUSED_RESULT;
void desk_link_base_free (DeskLinkBase *self);
char *desk_link_base_resolve (const DeskLinkBase *self,
                              const char *reference) G_GNUC_WARN_UNUSED_RESULT;
char *desk_link_dup_clean (const char *url) G_GNUC_WARN_UNUSED_RESULT;
char *desk_link_dup_host (const char *url) G_GNUC_WARN_UNUSED_RESULT;
gboolean desk_link_is_same_site (const char *a,
                                 const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkBase, desk_link_base_free)

G_END_DECLS
