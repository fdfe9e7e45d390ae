/* The one table of keyboard shortcuts: the accelerators and the shortcuts dialog are both made from it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a shortcut works; two shortcuts may share a key only if their scopes differ and neither is
 * DESK_SHORTCUT_SCOPE_WINDOW. */
typedef enum
{
  DESK_SHORTCUT_SCOPE_WINDOW,  /* anywhere in a window: accelerators of the application */
  DESK_SHORTCUT_SCOPE_ARTICLE, /* anywhere in a window that shows an article: article.* with a modifier */
  DESK_SHORTCUT_SCOPE_TEXT,    /* while the text of the article has the focus: single keys, article.* */
  DESK_SHORTCUT_SCOPE_LIST,    /* while the list of articles has the focus: list.* */
} DeskShortcutScope;

typedef enum
{
  DESK_SHORTCUT_GROUP_GENERAL,
  DESK_SHORTCUT_GROUP_LIBRARY,
  DESK_SHORTCUT_GROUP_READING,
  DESK_SHORTCUT_GROUP_MARKING,
  DESK_SHORTCUT_GROUP_ENTITIES,
} DeskShortcutGroup;

#define DESK_N_SHORTCUT_GROUPS (DESK_SHORTCUT_GROUP_ENTITIES + 1)

typedef struct
{
  DeskShortcutGroup group;
  DeskShortcutScope scope;
  const char *action; /* detailed name; NULL where the widget handles the key itself */
  const char *accels; /* separated by spaces; "1...8" is a range and is only shown */
  const char *title;  /* untranslated; see desk_shortcut_get_title() */
} DeskShortcut;

const DeskShortcut *desk_shortcuts_get               (gsize             *n_shortcuts);
const char         *desk_shortcut_get_title          (const DeskShortcut *self);
const char         *desk_shortcut_group_get_title    (DeskShortcutGroup  group);

/* Sets the accelerators of scope WINDOW. */
void                desk_shortcuts_install           (GtkApplication    *application);
/* A controller for the widget that owns the actions of a scope: managed by the window for ARTICLE, so
 * that it works wherever the focus is; for TEXT and LIST it works while the widget holds the focus. */
GtkEventController *desk_shortcuts_controller_new    (DeskShortcutScope  scope) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
