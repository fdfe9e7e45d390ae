/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "failing-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* behind this one in memory */
} File;

static sqlite3_vfs *real_vfs;
static gint64 room = -1;
static GMutex room_mutex;

static gboolean
take_room (gint64 n_bytes)
{
  gboolean fits;

  g_mutex_lock (&room_mutex);
  fits = room < 0 || n_bytes <= room;
  if (fits && room > 0)
    room -= n_bytes;
  g_mutex_unlock (&room_mutex);

  return fits;
}

#define REAL(file) (((File *) (file))->real)

static int
file_close (sqlite3_file *file)
{
  return REAL (file)->pMethods != NULL ? REAL (file)->pMethods->xClose (REAL (file)) : SQLITE_OK;
}

static int
file_read (sqlite3_file *file,
           void *data,
           int n_bytes,
           sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), data, n_bytes, offset);
}

static int
file_write (sqlite3_file *file,
            const void *data,
            int n_bytes,
            sqlite3_int64 offset)
{
  sqlite3_int64 size = 0;

  REAL (file)->pMethods->xFileSize (REAL (file), &size);
  /* What is overwritten needs no room. */
  if (offset + n_bytes > size && !take_room (offset + n_bytes - size))
    return SQLITE_FULL;

  return REAL (file)->pMethods->xWrite (REAL (file), data, n_bytes, offset);
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  return REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
file_sync (sqlite3_file *file,
           int flags)
{
  return REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
file_size (sqlite3_file *file,
           sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
file_lock (sqlite3_file *file,
           int lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
file_unlock (sqlite3_file *file,
             int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
file_check_reserved_lock (sqlite3_file *file,
                          int *reserved)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), reserved);
}

static int
file_control (sqlite3_file *file,
              int operation,
              void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
file_device_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
file_shm_map (sqlite3_file *file,
              int region,
              int size,
              int extend,
              void volatile **memory)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), region, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *file,
               int offset,
               int n,
               int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
file_shm_unmap (sqlite3_file *file,
                int remove)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_device_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs *vfs,
          const char *name,
          sqlite3_file *file,
          int flags,
          int *out_flags)
{
  File *self = (File *) file;
  int code;

  self->real = (sqlite3_file *) (void *) (self + 1);
  self->base.pMethods = NULL;
  code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;

  return code;
}

void
failing_vfs_register (void)
{
  static sqlite3_vfs vfs;

  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.pNext = NULL;
  vfs.zName = "failing";
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  sqlite3_vfs_register (&vfs, 1);
}

void
failing_vfs_set_room (gint64 n_bytes)
{
  g_mutex_lock (&room_mutex);
  room = n_bytes;
  g_mutex_unlock (&room_mutex);
}
