/* Collects the pictures of a story, each with its caption.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-draft.h"
#include "desk-html-tree.h"
#include "desk-link.h"

G_BEGIN_DECLS

typedef struct _DeskHtmlImages DeskHtmlImages;

DeskHtmlImages *desk_html_images_new (DeskHtmlTree *tree,
                                      DeskDraft *draft,
                                      const DeskLinkBase *base) G_GNUC_WARN_UNUSED_RESULT;
void desk_html_images_free (DeskHtmlImages *self);
void desk_html_images_add (DeskHtmlImages *self,
                           guint index,
                           guint figure);
void desk_html_images_caption (DeskHtmlImages *self,
                               guint figure,
                               DeskDraftItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskHtmlImages, desk_html_images_free)

G_END_DECLS
