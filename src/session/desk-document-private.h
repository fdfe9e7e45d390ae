/* How a document is made and how its actions reach its models.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analysis-provider.h"
#include "desk-document.h"

G_BEGIN_DECLS

DeskDocument *desk_document_new               (DeskLibrary          *library,
                                               DeskAnalysisProvider *analyses,
                                               GListModel           *kinds,
                                               DeskArticle          *article,
                                               GPtrArray            *annotations) G_GNUC_WARN_UNUSED_RESULT;
DeskLibrary  *desk_document_get_library       (DeskDocument      *self);
GListModel   *desk_document_get_kinds         (DeskDocument      *self);
/* A stored change shows at once, before the library's signal comes round. */
void          desk_document_put_annotation    (DeskDocument      *self,
                                               DeskAnnotation    *annotation);
void          desk_document_remove_annotation (DeskDocument      *self,
                                               const char        *id);
void          desk_document_put_field         (DeskDocument      *self,
                                               DeskField          field,
                                               const char        *value,
                                               DeskOrigin         origin,
                                               DeskConfidence     confidence);
/* Reads the rules again and shows the analysis by them; then the callback comes, with nothing to finish. */
void          desk_document_follow_rules_async (DeskDocument        *self,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
/* All rules that hold now, of DeskRule; NULL until they are read, which is before there is an analysis. */
GPtrArray    *desk_document_get_rules         (DeskDocument      *self);
/* One of them; NULL for none. */
DeskRule     *desk_document_find_rule         (DeskDocument      *self,
                                               const char        *id);

G_END_DECLS
