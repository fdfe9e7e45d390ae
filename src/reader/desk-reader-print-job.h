/* An article laid out for paper in a view that nobody sees, and what is then done with it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-reader-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_READER_PRINT_JOB (desk_reader_print_job_get_type ())

G_DECLARE_FINAL_TYPE (DeskReaderPrintJob, desk_reader_print_job, DESK, READER_PRINT_JOB, GObject)

/* `html` is the page, `look` its custom properties, `notes` the JSON list of its notes (print.js).
 * `related` lends its web process; nullable. */
DeskReaderPrintJob *desk_reader_print_job_new          (DeskReaderContext   *context,
                                                        WebKitWebView       *related,
                                                        GBytes              *html,
                                                        const char          *look,
                                                        const char          *notes) G_GNUC_WARN_UNUSED_RESULT;
/* Prints into a PDF file, or lets the user choose in a dialog when `file` is NULL. Closing the dialog
 * ends with G_IO_ERROR_CANCELLED. */
void                desk_reader_print_job_run_async    (DeskReaderPrintJob  *self,
                                                        GFile               *file,
                                                        GtkWindow           *parent,
                                                        GCancellable        *cancellable,
                                                        GAsyncReadyCallback  callback,
                                                        gpointer             user_data);
gboolean            desk_reader_print_job_run_finish   (DeskReaderPrintJob  *self,
                                                        GAsyncResult        *result,
                                                        GError             **error);

G_END_DECLS
