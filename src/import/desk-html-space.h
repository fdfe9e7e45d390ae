/* White space of running text: any run of it is one space, at the edges none.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean is_pending; /* white space was seen after the last text */
  gboolean is_tab;     /* a cell of a table ended */
} DeskHtmlSpace;

void desk_html_space_start (DeskHtmlSpace *self);
void desk_html_space_add (DeskHtmlSpace *self);
void desk_html_space_add_tab (DeskHtmlSpace *self);
const char *desk_html_space_flush (DeskHtmlSpace *self,
                                   GString *target,
                                   const char *next);
void desk_html_space_append (DeskHtmlSpace *self,
                             GString *target,
                             const char *text);
void desk_html_space_append_raw (GString *target,
                                 const char *text);

G_END_DECLS
