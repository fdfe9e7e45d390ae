/* A window of NewsDesk: the list, the article, the inspector.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-session.h"
#include "desk-state.h"

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW (desk_window_get_type ())

G_DECLARE_FINAL_TYPE (DeskWindow, desk_window, DESK, WINDOW, AdwApplicationWindow)

/* `id` names the window in `state`. */
DeskWindow *desk_window_new (AdwApplication *application,
                             GSettings *settings,
                             DeskState *state,
                             guint id) G_GNUC_WARN_UNUSED_RESULT;
guint desk_window_get_id (DeskWindow *self);

/* A session with an open library, or %NULL and why there is none (%NULL while it is being opened). */
void desk_window_set_session (DeskWindow *self,
                              DeskSession *session,
                              const GError *error);
DeskSession *desk_window_get_session (DeskWindow *self);

/* Opens an article; `start` < `end` shows that passage, else the article stands where it was left. */
void desk_window_open_article (DeskWindow *self,
                               const char *article_id,
                               guint start,
                               guint end);
const char *desk_window_get_article_id (DeskWindow *self);
/* Files and folders; they wait when the library is not open yet. */
void desk_window_import_files (DeskWindow *self,
                               GListModel *files);
void desk_window_add_toast (DeskWindow *self,
                            AdwToast *toast);
/* A short sentence about what went wrong, said and shown. */
void desk_window_show_error (DeskWindow *self,
                             const char *what,
                             const GError *error);

G_END_DECLS
