/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-library-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk-migrations-private.h"

/* After the file format of SQLite 3, “The Database Header”. */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define OFFSET_PAGE_SIZE 16
#define OFFSET_PAGE_COUNT 28
#define OFFSET_USER_VERSION 60
#define OFFSET_APPLICATION_ID 68

#define LOCK_FILE "library.lock"
#define LOCK_PAUSE_MICROSECONDS (20 * G_TIME_SPAN_MILLISECOND)

static guint32
read_big_endian (const guint8 *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) | bytes[3];
}

/**
 * desk_library_file_look:
 * @path: path of a library file
 * @user_version: (out): form of the library, as its header says
 *
 * Looks at a library file without opening it as a database, which for some states would change it.
 *
 * Returns: its state
 */
DeskLibraryFileState
desk_library_file_look (const char *path,
                        int *user_version)
{
  g_autofd int fd = -1;
  guint8 header[HEADER_SIZE];
  struct stat info;
  guint64 page_size;

  *user_version = 0;

  fd = open (path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return errno == ENOENT ? DESK_LIBRARY_FILE_MISSING : DESK_LIBRARY_FILE_UNREADABLE;
  if (fstat (fd, &info) < 0 || !S_ISREG (info.st_mode))
    return DESK_LIBRARY_FILE_UNREADABLE;
  if (info.st_size == 0)
    return DESK_LIBRARY_FILE_EMPTY;
  if (pread (fd, header, sizeof header, 0) != sizeof header ||
      memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0 ||
      read_big_endian (header + OFFSET_APPLICATION_ID) != DESK_MIGRATIONS_APPLICATION_ID)
    return DESK_LIBRARY_FILE_FOREIGN;

  page_size = ((guint32) header[OFFSET_PAGE_SIZE] << 8) | header[OFFSET_PAGE_SIZE + 1];
  if (page_size == 1)
    page_size = 65536;
  *user_version = (int) read_big_endian (header + OFFSET_USER_VERSION);

  /* While there is a log, its pages may stand for the missing end. */
  if (!desk_library_file_has_log (path) &&
      (guint64) info.st_size < page_size * read_big_endian (header + OFFSET_PAGE_COUNT))
    return DESK_LIBRARY_FILE_CUT;

  return DESK_LIBRARY_FILE_GOOD;
}

gboolean
desk_library_file_has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat info;

  return stat (log, &info) == 0 && info.st_size > 0;
}

/* Brings a file, or the names in a folder, onto the disk. */
gboolean
desk_library_file_sync (const char *path)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC);

  return fd >= 0 && fsync (fd) == 0;
}

gboolean
desk_library_lock_change (int lock,
                          DeskLibraryLockKind kind,
                          guint max_milliseconds,
                          GError **error)
{
  const gint64 deadline = g_get_monotonic_time () + max_milliseconds * G_TIME_SPAN_MILLISECOND;
  const int operation = (kind == DESK_LIBRARY_LOCK_ALONE ? LOCK_EX : LOCK_SH) | LOCK_NB;

  for (;;)
    {
      if (flock (lock, operation) == 0)
        return TRUE;
      /* A file system without locks: it does without, as SQLite itself then has to. */
      if (errno != EWOULDBLOCK && errno != EINTR)
        return TRUE;

      /* Two that both hold it shared and both want it alone would wait for each other. */
      flock (lock, LOCK_UN);
      if (g_get_monotonic_time () >= deadline)
        break;
      g_usleep (LOCK_PAUSE_MICROSECONDS + g_random_int_range (0, LOCK_PAUSE_MICROSECONDS));
    }

  g_set_error_literal (error, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_BUSY,
                       _ ("Another NewsDesk has this library open. Close it, then try again."));

  return FALSE;
}

int
desk_library_lock_take (const char *folder,
                        DeskLibraryLockKind kind,
                        guint max_milliseconds,
                        GError **error)
{
  g_autofree char *path = g_build_filename (folder, LOCK_FILE, NULL);
  g_autofd int lock = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock < 0)
    {
      int reason = errno;
      gboolean is_protected = reason == EACCES || reason == EPERM || reason == EROFS;

      g_set_error (error, DESK_LIBRARY_ERROR,
                   is_protected                             ? DESK_LIBRARY_ERROR_READ_ONLY
                   : (reason == ENOSPC || reason == EDQUOT) ? DESK_LIBRARY_ERROR_FULL
                                                            : DESK_LIBRARY_ERROR_FAILED,
                   _ ("The library’s folder “%s” can’t be written to: %s."), folder, g_strerror (reason));
      return -1;
    }

  if (!desk_library_lock_change (lock, kind, max_milliseconds, error))
    return -1;

  return g_steal_fd (&lock);
}
