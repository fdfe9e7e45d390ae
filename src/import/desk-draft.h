/* The pieces of an article while it is being read, in the order of the source.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-article.h"
#include "desk-import-limits.h"

G_BEGIN_DECLS

/* A piece of the source: a block, or a text that is left out. */
typedef struct
{
  gboolean is_left_out;
  DeskBlockKind kind;    /* of blocks */
  DeskLeftOutReason why; /* of left-out texts */
  gboolean is_added;     /* from the metadata: the source does not show it */
  gboolean is_aside;     /* stands amid the item before it in the source */
  gboolean is_tail;      /* was one with the item before it */
  GString *text;
  GPtrArray *spans; /* of DeskSpan in bytes of the text; nullable */
} DeskDraftItem;

typedef struct
{
  char *src;
  char *alt;              /* nullable */
  DeskDraftItem *caption; /* nullable */
  DeskDraftItem *credit;  /* nullable */
} DeskDraftImage;

typedef struct
{
  GPtrArray *items;  /* of DeskDraftItem */
  GPtrArray *images; /* of DeskDraftImage */
} DeskDraft;

DeskDraft *desk_draft_new (void) G_GNUC_WARN_UNUSED_RESULT;
void desk_draft_free (DeskDraft *self);
DeskDraftItem *desk_draft_add (DeskDraft *self,
                               DeskBlockKind kind,
                               const char *text,
                               gssize length);
DeskDraftItem *desk_draft_leave_out (DeskDraft *self,
                                     DeskLeftOutReason why,
                                     const char *text,
                                     gssize length);
DeskDraftImage *desk_draft_add_image (DeskDraft *self,
                                      const char *src,
                                      const char *alt);
DeskDraftItem *desk_draft_get (DeskDraft *self,
                               guint index);
DeskDraftItem *desk_draft_split (DeskDraft *self,
                                 guint index,
                                 gsize offset,
                                 DeskBlockKind kind);
gboolean desk_draft_has_text (DeskDraft *self);
DeskVersion *desk_draft_to_version (DeskDraft *self,
                                    const DeskImportLimits *limits,
                                    gboolean *is_cut) G_GNUC_WARN_UNUSED_RESULT;

void desk_draft_item_leave_out (DeskDraftItem *self,
                                DeskLeftOutReason why);
void desk_draft_item_add_span (DeskDraftItem *self,
                               gsize start,
                               gsize end,
                               DeskSpanKind kind,
                               const char *href);
gboolean desk_draft_item_is (const DeskDraftItem *self,
                             DeskBlockKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskDraft, desk_draft_free)

G_END_DECLS
