/* Watches the time and the cancellable while one file is read.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <time.h>

#include "desk-import-guard.h"
#include "desk-importer.h"

/* Asking the clock costs 300 ns: cheap beside 256 steps of any loop here. */
#define TICKS 256

/* The time that the thread itself worked: while it waits for others on a busy machine, a file takes no longer. */
static gint64
get_thread_time (void)
{
  struct timespec now = { 0, 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_TIME_SPAN_SECOND + now.tv_nsec / 1000;
}

void
desk_import_guard_init (DeskImportGuard *self,
                        const DeskImportLimits *limits,
                        GCancellable *cancellable)
{
  self->limits = limits;
  self->cancellable = cancellable;
  self->deadline = get_thread_time () + limits->max_seconds * G_TIME_SPAN_SECOND;
  self->calls = 0;
}

/**
 * desk_import_guard_is_due:
 *
 * Returns: whether the work must stop: it was cancelled or took too long
 */
gboolean
desk_import_guard_is_due (DeskImportGuard *self)
{
  return g_cancellable_is_cancelled (self->cancellable) || get_thread_time () >= self->deadline;
}

/**
 * desk_import_guard_check:
 *
 * Returns: whether the work may go on; @error tells why not
 */
gboolean
desk_import_guard_check (DeskImportGuard *self,
                         GError **error)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_set_error_literal (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_CANCELLED,
                           _ ("Opening was stopped. Open the file again to read it."));
      return FALSE;
    }

  if (get_thread_time () >= self->deadline)
    {
      g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TIME_OUT,
                   g_dngettext (GETTEXT_PACKAGE,
                                "Reading this file took longer than %u second, so NewsDesk stopped. Save the part that you need as a smaller file, or copy its text and paste it.",
                                "Reading this file took longer than %u seconds, so NewsDesk stopped. Save the part that you need as a smaller file, or copy its text and paste it.",
                                self->limits->max_seconds),
                   self->limits->max_seconds);
      return FALSE;
    }

  return TRUE;
}

/**
 * desk_import_guard_tick:
 *
 * The same for tight loops: looks at the clock once in a while only.
 */
gboolean
desk_import_guard_tick (DeskImportGuard *self,
                        GError **error)
{
  if (++self->calls % TICKS)
    return TRUE;

  return desk_import_guard_check (self, error);
}
