/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-content.h"

#define RESOURCES "/org/example/NewsDesk/reader/"

static const char *const allow_list[] = { "newsdesk://*/*", NULL };

static const char *const sheets[] = { "reader.css", "blocks.css", "marks.css", "print.css", NULL };

/* Each is a module of the function that all of them together make; a later one uses earlier ones. */
static const char *const modules[] = {
  "post.js",
  "links.js",
  "offsets.js",
  "geometry.js",
  "region.js",
  "position.js",
  "selection.js",
  "pointer.js",
  "layers.js",
  "marks.js",
  "overlay.js",
  "main.js",
  NULL,
};

/* Level USER: in a page without style of its own, sheets of level AUTHOR were not applied by 2.52. */

static char *
join_resources (const char *folder,
                const char *const *names,
                const char *before,
                const char *after)
{
  GString *joined = g_string_new (before);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCES, folder, names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      /* Compiled in: only a broken build lacks it. */
      g_assert (bytes != NULL);
      g_string_append_len (joined, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_string_append_c (joined, '\n');
    }
  g_string_append (joined, after);

  return g_string_free_and_steal (joined);
}

void
desk_reader_content_add_style (WebKitUserContentManager *content)
{
  g_autofree char *css = join_resources ("style/", sheets, "", "");
  g_autoptr (WebKitUserStyleSheet) sheet = NULL;

  g_return_if_fail (WEBKIT_IS_USER_CONTENT_MANAGER (content));

  sheet = webkit_user_style_sheet_new (css, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME, WEBKIT_USER_STYLE_LEVEL_USER, allow_list, NULL);
  webkit_user_content_manager_add_style_sheet (content, sheet);
}

void
desk_reader_content_add_script (WebKitUserContentManager *content)
{
  g_autofree char *source = join_resources ("script/", modules, "(() => {\n'use strict';\n", "}) ();\n");
  g_autoptr (WebKitUserScript) script = NULL;

  g_return_if_fail (WEBKIT_IS_USER_CONTENT_MANAGER (content));

  script = webkit_user_script_new_for_world (source,
                                             WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                             WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END,
                                             DESK_READER_WORLD,
                                             allow_list,
                                             NULL);
  webkit_user_content_manager_add_script (content, script);
}

void
desk_reader_content_replace_look (WebKitUserContentManager *content,
                                  WebKitUserStyleSheet **look,
                                  const char *css)
{
  WebKitUserStyleSheet *before;

  g_return_if_fail (WEBKIT_IS_USER_CONTENT_MANAGER (content));
  g_return_if_fail (look != NULL);

  before = *look;
  *look = webkit_user_style_sheet_new (css, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME, WEBKIT_USER_STYLE_LEVEL_USER, allow_list, NULL);
  webkit_user_content_manager_add_style_sheet (content, *look);
  if (before == NULL)
    return;

  webkit_user_content_manager_remove_style_sheet (content, before);
  webkit_user_style_sheet_unref (before);
}
