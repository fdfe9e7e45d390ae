/* The marks of an open article: a list model in the order of the text that also finds a mark by its id.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-annotation.h"

G_BEGIN_DECLS

typedef struct _DeskMarkList DeskMarkList;

DeskMarkList   *desk_mark_list_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void            desk_mark_list_free      (DeskMarkList   *self);
/* Of DeskAnnotation; belongs to the list. */
GListModel     *desk_mark_list_get_model (DeskMarkList   *self);
DeskAnnotation *desk_mark_list_find      (DeskMarkList   *self,
                                          const char     *id);
/* Adds a mark, or puts it in the place of the one with its id. */
void            desk_mark_list_put       (DeskMarkList   *self,
                                          DeskAnnotation *annotation);
void            desk_mark_list_remove    (DeskMarkList   *self,
                                          const char     *id);
/* Makes the list hold just these, of DeskAnnotation in any order. */
void            desk_mark_list_merge     (DeskMarkList   *self,
                                          GPtrArray      *annotations);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskMarkList, desk_mark_list_free)

G_END_DECLS
