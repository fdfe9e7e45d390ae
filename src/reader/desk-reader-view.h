/* The article pane: shows one article, reports what the reader points at and selects.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desk-analysis.h"
#include "desk-annotation.h"
#include "desk-article.h"
#include "desk-reader-context.h"
#include "desk-reader-style.h"

G_BEGIN_DECLS

/* Layers of machine marks; drawn as highlights, never as elements. */
typedef enum
{
  DESK_LAYER_PEOPLE,
  DESK_LAYER_ORGANISATIONS,
  DESK_LAYER_PLACES,
  DESK_LAYER_DATES,
  DESK_LAYER_QUOTES,
  DESK_LAYER_STATEMENTS, /* reported speech; goes with the quotes */
  DESK_LAYER_GLOW, /* the mentions of one entity */
  DESK_N_LAYERS,
} DeskLayer;

#define DESK_TYPE_READER_VIEW (desk_reader_view_get_type ())

/* Properties:
 *   context (DeskReaderContext, construct only; one of its own where none is given),
 *   kinds (GListModel of DeskKind, construct only),
 *   style (DeskReaderStyle), zoom (double), caret-browsing (b),
 *   dark, high-contrast (b) and accent (GdkRGBA): as the system has them; the window sets them,
 *   article (nullable), has-selection (b), selection-start, selection-end (uint),
 *   n-matches, match (uint, 1-based, 0 for none)
 * Signals:
 *   "painted" ()                          first frame of the article is on screen
 *   "selection-changed" ()                on release of the button or after 120 ms of quiet
 *   "mark-activated" (string ids, GdkRectangle, uint code point)   ids at the place, in picking order,
 *                                         joined by " "; G_MAXUINT: from the margin
 *   "mark-hovered" (string id, nullable)
 *   "text-hovered" (uint code point, GdkRectangle)   the pointer is over another range of a shown layer;
 *                                         G_MAXUINT: over none
 *   "text-clicked" (uint code point)      a click on text without a mark; G_MAXUINT: beside all text
 *   "menu-requested" (uint code point, string ids, GdkRectangle)   secondary button or menu key;
 *                                         G_MAXUINT and "" as above
 *   "link-activated" (string uri)         http, https or mailto
 *   "position-changed" (uint code point)  after scrolling came to rest
 *   "scrolling" ()                        scrolling starts: popovers hide
 *   "key" (uint keyval) → b               without Ctrl, Alt or Super, and not used by the page; keypad
 *                                         and number row come as digits. Return TRUE to have it used.
 *   "crashed" (b gave_up)                 its process ended; it is loaded again unless it gave up
 *   "print-failed" (string message)       what to tell the reader
 * All rectangles are in coordinates of the widget. */
G_DECLARE_FINAL_TYPE (DeskReaderView, desk_reader_view, DESK, READER_VIEW, GtkWidget)

GtkWidget       *desk_reader_view_new             (GListModel          *kinds) G_GNUC_WARN_UNUSED_RESULT;
DeskReaderStyle *desk_reader_view_get_style       (DeskReaderView      *self);
double           desk_reader_view_get_zoom        (DeskReaderView      *self);
void             desk_reader_view_set_zoom        (DeskReaderView      *self,
                                                   double               zoom);
void             desk_reader_view_set_caret_browsing (DeskReaderView   *self,
                                                      gboolean          caret_browsing);
/* Shows an article with its marks, from a code point on. */
void             desk_reader_view_load            (DeskReaderView      *self,
                                                   DeskArticle         *article,
                                                   GPtrArray           *annotations,
                                                   guint                position);
void             desk_reader_view_clear           (DeskReaderView      *self);
DeskArticle     *desk_reader_view_get_article     (DeskReaderView      *self);
/* New set of marks; only the blocks that look different are written again. */
void             desk_reader_view_set_annotations (DeskReaderView      *self,
                                                   GPtrArray           *annotations);
void             desk_reader_view_set_layer       (DeskReaderView      *self,
                                                   DeskLayer            layer,
                                                   GArray              *ranges); /* of DeskRange; nullable */
void             desk_reader_view_set_layer_shown (DeskReaderView      *self,
                                                   DeskLayer            layer,
                                                   gboolean             shown);
/* The result of the analysis that is selected: outlined; array of DeskRange, nullable. */
void             desk_reader_view_set_picked      (DeskReaderView      *self,
                                                   GArray              *ranges);
/* Whether the reader's marks are seen; hidden ones are not under the pointer either. */
void             desk_reader_view_set_marks_shown (DeskReaderView      *self,
                                                   gboolean             shown);
/* Borders of sentences, for the triple click; array of DeskRange in text order, nullable. */
void             desk_reader_view_set_sentences   (DeskReaderView      *self,
                                                   GArray              *sentences);
/* The mark that is selected: outlined and announced; NULL for none. */
void             desk_reader_view_select_mark     (DeskReaderView      *self,
                                                   const char          *annotation_id);
void             desk_reader_view_scroll_to       (DeskReaderView      *self,
                                                   guint                start,
                                                   guint                end);
gboolean         desk_reader_view_get_selection   (DeskReaderView      *self,
                                                   guint               *start,
                                                   guint               *end,
                                                   GdkRectangle        *last_line);
void             desk_reader_view_set_selection   (DeskReaderView      *self,
                                                   guint                start,
                                                   guint                end);
void             desk_reader_view_clear_selection (DeskReaderView      *self);
/* Where a passage stands, in coordinates of the widget; FALSE in the result when it is out of view. */
void             desk_reader_view_locate_async    (DeskReaderView      *self,
                                                   guint                start,
                                                   guint                end,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
gboolean         desk_reader_view_locate_finish   (DeskReaderView      *self,
                                                   GAsyncResult        *result,
                                                   GdkRectangle        *first_line,
                                                   GdkRectangle        *last_line,
                                                   GError             **error);
void             desk_reader_view_find            (DeskReaderView      *self,
                                                   const char          *text); /* NULL ends it */
void             desk_reader_view_find_next       (DeskReaderView      *self);
void             desk_reader_view_find_previous   (DeskReaderView      *self);
gboolean         desk_reader_view_get_match       (DeskReaderView      *self,
                                                   guint               *start,
                                                   guint               *end);
void             desk_reader_view_print           (DeskReaderView      *self,
                                                   GtkWindow           *parent);
void             desk_reader_view_export_pdf_async  (DeskReaderView      *self,
                                                     GFile               *file,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
gboolean         desk_reader_view_export_pdf_finish (DeskReaderView      *self,
                                                     GAsyncResult        *result,
                                                     GError             **error);

G_END_DECLS
