/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-backup-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "desk-database-open-private.h"
#include "desk-library-file-private.h"
#include "desk-library.h"

/* Room that a backup leaves on the disk for the work itself. */
#define SPARE_BYTES (256 * 1024 * 1024)
#define LENGTH_OF_DATED_NAME (strlen ("library-2026-11-23.db"))

struct _DeskBackup
{
  char *path;
  char *draft;
  sqlite3 *target;
  sqlite3_backup *copy;
};

static void
set_failure (GError **error,
             const char *path,
             int code)
{
  if ((code & 0xff) == SQLITE_FULL)
    g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FULL,
                 _ ("There is no room for the backup “%s”. Free some space, or choose another place."), path);
  else if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
    g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_DAMAGED,
                 _ ("The backup “%s” could not be made: the library file is damaged."), path);
  else
    g_set_error (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_FAILED,
                 _ ("The backup “%s” could not be made: %s."), path, sqlite3_errstr (code));
}

/**
 * desk_backup_begin:
 * @source: the open library; what is written to it meanwhile goes into the copy, too
 * @path: where the copy is to stand
 * @error: return location for an error of %DESK_LIBRARY_ERROR
 *
 * Returns: (transfer full): a copy in the making
 */
DeskBackup *
desk_backup_begin (sqlite3 *source,
                   const char *path,
                   GError **error)
{
  g_autoptr (DeskBackup) self = g_new0 (DeskBackup, 1);
  int code;

  self->path = g_strdup (path);
  self->draft = g_strconcat (path, ".part", NULL);
  g_unlink (self->draft);

  code = sqlite3_open_v2 (self->draft, &self->target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  /* A draft needs no journal; it is brought onto the disk once, at the end. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    {
      set_failure (error, path, code);
      return NULL;
    }

  self->copy = sqlite3_backup_init (self->target, "main", source, "main");
  if (self->copy == NULL)
    {
      set_failure (error, path, sqlite3_errcode (self->target));
      return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
finish (DeskBackup *self,
        GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  int code;

  code = sqlite3_backup_finish (g_steal_pointer (&self->copy));
  if (code == SQLITE_OK)
    code = sqlite3_close (g_steal_pointer (&self->target));
  if (code != SQLITE_OK)
    {
      set_failure (error, self->path, code);
      return FALSE;
    }

  if (!desk_library_file_sync (self->draft) || g_rename (self->draft, self->path) != 0)
    {
      set_failure (error, self->path, errno == ENOSPC ? SQLITE_FULL : SQLITE_IOERR);
      return FALSE;
    }
  desk_library_file_sync (folder);

  return TRUE;
}

gboolean
desk_backup_step (DeskBackup *self,
                  int n_pages,
                  gboolean *done,
                  GError **error)
{
  int code = sqlite3_backup_step (self->copy, n_pages);

  *done = code == SQLITE_DONE;
  switch (code & 0xff)
    {
    case SQLITE_DONE:
      return finish (self, error);
    case SQLITE_OK:
    case SQLITE_BUSY: /* another program writes just now; the next step may come through */
    case SQLITE_LOCKED:
      return TRUE;
    default:
      set_failure (error, self->path, code);
      return FALSE;
    }
}

void
desk_backup_free (DeskBackup *self)
{
  if (self == NULL)
    return;

  if (self->copy != NULL)
    sqlite3_backup_finish (self->copy);
  if (self->target != NULL)
    sqlite3_close (self->target);
  g_unlink (self->draft);
  g_free (self->draft);
  g_free (self->path);
  g_free (self);
}

static char *
dup_backups_folder (const char *folder)
{
  return g_build_filename (folder, DESK_LIBRARY_BACKUPS, NULL);
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

gboolean
desk_backup_before_migration (sqlite3 *source,
                              const char *folder,
                              int version,
                              GError **error)
{
  g_autofree char *backups = dup_backups_folder (folder);
  g_autofree char *today = dup_today ();
  g_autofree char *name = g_strdup_printf ("library-%s-form-%d.db", today, version);
  g_autofree char *path = g_build_filename (backups, name, NULL);
  g_autoptr (DeskBackup) backup = NULL;
  gboolean done = FALSE;

  g_mkdir_with_parents (backups, 0700);
  backup = desk_backup_begin (source, path, error);
  if (backup == NULL)
    return FALSE;

  while (!done)
    if (!desk_backup_step (backup, -1, &done, error))
      return FALSE;

  return TRUE;
}

static gboolean
is_backup_name (const char *name)
{
  return g_regex_match_simple ("^library-\\d{4}-\\d{2}-\\d{2}[^/]*\\.db$", name, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static int
compare_names_backwards (gconstpointer a,
                         gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/**
 * desk_library_list_backups:
 * @folder: the folder of a library
 *
 * Returns: (transfer full) (array zero-terminated=1): names of its backups, newest first
 */
char **
desk_library_list_backups (const char *folder)
{
  g_autofree char *backups = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  backups = dup_backups_folder (folder);
  dir = g_dir_open (backups, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup_name (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_backwards);

  return (char **) g_ptr_array_steal (names, NULL);
}

gboolean
desk_backup_exist (const char *folder)
{
  g_auto (GStrv) names = desk_library_list_backups (folder);

  return names[0] != NULL;
}

static gint64
read_revision (const char *path)
{
  sqlite3 *connection = NULL;
  gint64 revision = -1;

  if (sqlite3_open_v2 (path, &connection, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
    revision = desk_database_query_number (connection, "SELECT value FROM meta WHERE key = 'revision'");
  sqlite3_close (connection);

  return revision;
}

static guint64
read_free_space (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);

  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
    return G_MAXUINT64;

  return g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
}

char *
desk_backup_dup_due_path (sqlite3 *source,
                          const char *folder)
{
  g_autofree char *backups = dup_backups_folder (folder);
  g_autofree char *today = dup_today ();
  g_autofree char *name = g_strdup_printf ("library-%s.db", today);
  g_autofree char *path = g_build_filename (backups, name, NULL);
  g_auto (GStrv) names = desk_library_list_backups (folder);
  gint64 revision = desk_database_query_number (source, "SELECT value FROM meta WHERE key = 'revision'");
  guint64 size = desk_database_query_number (source, "PRAGMA page_count") * desk_database_query_number (source, "PRAGMA page_size");

  if (revision <= 0 || g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;

  if (names[0] != NULL)
    {
      g_autofree char *last = g_build_filename (backups, names[0], NULL);

      if (read_revision (last) == revision)
        return NULL;
    }

  if (read_free_space (folder) < size + SPARE_BYTES)
    {
      g_message ("No dated backup was made: the disk has no room for %" G_GUINT64_FORMAT " MB more", size >> 20);
      return NULL;
    }

  return g_mkdir_with_parents (backups, 0700) == 0 ? g_steal_pointer (&path) : NULL;
}

/* Those made before a migration are not counted and stay. */
void
desk_backup_prune (const char *folder)
{
  g_autofree char *backups = dup_backups_folder (folder);
  g_auto (GStrv) names = desk_library_list_backups (folder);
  guint n_dated = 0;

  for (guint i = 0; names[i] != NULL; i++)
    if (strlen (names[i]) == LENGTH_OF_DATED_NAME && ++n_dated > DESK_BACKUP_KEPT)
      {
        g_autofree char *path = g_build_filename (backups, names[i], NULL);

        g_unlink (path);
      }
}
