/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-state.h"

#define GROUP_PREFIX "Window "
#define LIBRARY_GROUP "Library"
/* Far more than anyone opens; a file that claims more is damaged. */
#define MAX_WINDOWS 64

struct _DeskState
{
  GObject parent_instance;

  GFile *file;
  GKeyFile *keys;
  guint save_id;
};

G_DEFINE_FINAL_TYPE (DeskState, desk_state, G_TYPE_OBJECT)

static char *
dup_group (guint window)
{
  return window == DESK_STATE_LIBRARY ? g_strdup (LIBRARY_GROUP) : g_strdup_printf (GROUP_PREFIX "%u", window);
}

static guint
parse_group (const char *group)
{
  guint64 window;

  if (!g_str_has_prefix (group, GROUP_PREFIX) ||
      !g_ascii_string_to_unsigned (group + strlen (GROUP_PREFIX), 10, 1, G_MAXUINT - 1, &window, NULL))
    return 0;

  return window;
}

static gboolean
save_idle_cb (gpointer data)
{
  DeskState *self = data;
  g_autoptr (GError) error = NULL;

  self->save_id = 0;

  if (!desk_state_save (self, &error))
    g_message ("The state of the windows could not be kept: %s", error->message);

  return G_SOURCE_REMOVE;
}

static void
queue_save (DeskState *self)
{
  if (self->save_id == 0)
    self->save_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, save_idle_cb, self, NULL);
}

static void
desk_state_dispose (GObject *object)
{
  DeskState *self = DESK_STATE (object);

  if (self->save_id != 0)
    {
      g_clear_handle_id (&self->save_id, g_source_remove);
      save_idle_cb (self);
    }

  G_OBJECT_CLASS (desk_state_parent_class)->dispose (object);
}

static void
desk_state_finalize (GObject *object)
{
  DeskState *self = DESK_STATE (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->keys, g_key_file_unref);

  G_OBJECT_CLASS (desk_state_parent_class)->finalize (object);
}

static void
desk_state_class_init (DeskStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_state_dispose;
  object_class->finalize = desk_state_finalize;
}

static void
desk_state_init (DeskState *self)
{
  self->keys = g_key_file_new ();
}

static void
load (DeskState *self)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_load_contents (self->file, NULL, &contents, &length, NULL, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_message ("The state of the windows could not be read: %s", error->message);
      return;
    }

  if (!g_key_file_load_from_data (self->keys, contents, length, G_KEY_FILE_NONE, &error))
    {
      g_message ("The state of the windows is damaged and starts afresh: %s", error->message);
      g_key_file_unref (self->keys);
      self->keys = g_key_file_new ();
    }
}

DeskState *
desk_state_new (GFile *file)
{
  DeskState *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (DESK_TYPE_STATE, NULL);
  self->file = g_object_ref (file);
  load (self);

  return self;
}

GFile *
desk_state_default_file (void)
{
  return g_file_new_build_filename (g_get_user_state_dir (), "newsdesk", "windows.ini", NULL);
}

guint *
desk_state_dup_windows (DeskState *self,
                        gsize *n_windows)
{
  g_auto (GStrv) groups = NULL;
  guint *windows;
  gsize n_groups;

  g_return_val_if_fail (DESK_IS_STATE (self), NULL);
  g_return_val_if_fail (n_windows != NULL, NULL);

  groups = g_key_file_get_groups (self->keys, &n_groups);
  windows = g_new0 (guint, n_groups + 1);
  *n_windows = 0;

  for (gsize i = 0; i < n_groups && *n_windows < MAX_WINDOWS; i++)
    {
      guint window = parse_group (groups[i]);

      if (window != 0)
        windows[(*n_windows)++] = window;
    }

  return windows;
}

guint
desk_state_add_window (DeskState *self)
{
  g_autofree guint *windows = NULL;
  gsize n_windows;
  guint last = 0;

  g_return_val_if_fail (DESK_IS_STATE (self), 0);

  windows = desk_state_dup_windows (self, &n_windows);
  for (gsize i = 0; i < n_windows; i++)
    last = MAX (last, windows[i]);

  /* A group needs a key to exist. */
  desk_state_set_boolean (self, last + 1, "content-shown", FALSE);
  return last + 1;
}

void
desk_state_remove_window (DeskState *self,
                          guint window)
{
  g_autofree char *group = NULL;

  g_return_if_fail (DESK_IS_STATE (self));
  g_return_if_fail (window != DESK_STATE_LIBRARY);

  group = dup_group (window);
  if (g_key_file_remove_group (self->keys, group, NULL))
    queue_save (self);
}

char *
desk_state_dup_string (DeskState *self,
                       guint window,
                       const char *key)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (DESK_IS_STATE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  group = dup_group (window);
  return g_key_file_get_string (self->keys, group, key, NULL);
}

void
desk_state_set_string (DeskState *self,
                       guint window,
                       const char *key,
                       const char *value)
{
  g_autofree char *group = NULL;
  g_autofree char *old = NULL;

  g_return_if_fail (DESK_IS_STATE (self));
  g_return_if_fail (key != NULL);

  old = desk_state_dup_string (self, window, key);
  if (g_strcmp0 (old, value) == 0)
    return;

  group = dup_group (window);
  if (value != NULL)
    g_key_file_set_string (self->keys, group, key, value);
  else
    g_key_file_remove_key (self->keys, group, key, NULL);

  queue_save (self);
}

gboolean
desk_state_get_boolean (DeskState *self,
                        guint window,
                        const char *key)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (DESK_IS_STATE (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  group = dup_group (window);
  return g_key_file_get_boolean (self->keys, group, key, NULL);
}

void
desk_state_set_boolean (DeskState *self,
                        guint window,
                        const char *key,
                        gboolean value)
{
  g_autofree char *group = NULL;

  g_return_if_fail (DESK_IS_STATE (self));
  g_return_if_fail (key != NULL);

  group = dup_group (window);
  if (g_key_file_has_key (self->keys, group, key, NULL) &&
      desk_state_get_boolean (self, window, key) == !!value)
    return;

  g_key_file_set_boolean (self->keys, group, key, value);
  queue_save (self);
}

gboolean
desk_state_save (DeskState *self,
                 GError **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_return_val_if_fail (DESK_IS_STATE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_clear_handle_id (&self->save_id, g_source_remove);

  folder = g_file_get_parent (self->file);
  if (!g_file_make_directory_with_parents (folder, NULL, &local_error) &&
      !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  contents = g_key_file_to_data (self->keys, &length, NULL);

  /* Written beside and renamed: whoever kills the program finds the old file or the new one. */
  return g_file_replace_contents (self->file, contents, length, NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                  NULL, NULL, error);
}
