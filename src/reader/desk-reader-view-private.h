/* What the files of the article pane share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-reader-bridge.h"
#include "desk-reader-search.h"
#include "desk-reader-view.h"

#include "desk-page-writer.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *ranges; /* of DeskRange, disjoint; nullable */
  gboolean shown;
} DeskReaderLayer;

typedef struct
{
  guint32 time;
  guint code;
} DeskReaderKey;

struct _DeskReaderView
{
  GtkWidget parent_instance;

  DeskReaderContext *context;
  GListModel *kinds;
  WebKitWebView *web;
  DeskReaderBridge *bridge;
  GCancellable *cancellable; /* of the view's life */

  /* The page. */
  DeskArticle *article;
  DeskPageWriter *writer;
  guint page;     /* number of the page that is wanted */
  guint position; /* code point to start from */
  gboolean may_load; /* the content filter stands */
  guint loaded;      /* number of the page that was loaded last; 0 for the first, empty one */
  gboolean started;  /* there is a web process with a page */
  gboolean starting; /* and it is on its way */
  gboolean ready;    /* the script of the page has started */
  GArray *unfolded;  /* of guint; details that the reader opened */
  GArray *dirty;     /* of guint; blocks that changed since the page was written */
  gint64 crashes[2]; /* times of the last two, latest first */

  /* The look. */
  DeskReaderStyle *style;
  GtkSettings *settings;
  double zoom;
  gboolean dark;
  gboolean high_contrast;
  GdkRGBA accent;
  char *root_class;

  /* Marks. */
  GPtrArray *annotations;
  GHashTable *marks; /* id → DeskAnnotation, as the page has them */
  char *selected_mark;
  char *hovered_mark;
  gboolean marks_hidden;

  GArray *sentences; /* nullable */
  DeskReaderLayer layers[DESK_N_LAYERS];
  GArray *picked; /* of DeskRange; nullable */
  DeskRange shown_at_start; /* a passage to scroll to as soon as the page is there */

  /* Selection; empty for none. */
  DeskRange selection;
  GdkRectangle selection_line;

  /* Keys that nobody used and that WebKit will send again. */
  DeskReaderKey passed_keys[16];
  guint n_passed_keys;

  /* Find. */
  DeskReaderSearch *search;
  GArray *hits; /* of DeskRange; NULL while nothing is looked for */
  guint hit;    /* 1-based */
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_KINDS,
  PROP_STYLE,
  PROP_ZOOM,
  PROP_CARET_BROWSING,
  PROP_DARK,
  PROP_HIGH_CONTRAST,
  PROP_ACCENT,
  PROP_ARTICLE,
  PROP_HAS_SELECTION,
  PROP_SELECTION_START,
  PROP_SELECTION_END,
  PROP_N_MATCHES,
  PROP_MATCH,
} DeskReaderViewProps;

typedef enum
{
  SIGNAL_PAINTED,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_MARK_ACTIVATED,
  SIGNAL_MARK_HOVERED,
  SIGNAL_TEXT_HOVERED,
  SIGNAL_TEXT_CLICKED,
  SIGNAL_MENU_REQUESTED,
  SIGNAL_LINK_ACTIVATED,
  SIGNAL_POSITION_CHANGED,
  SIGNAL_SCROLLING,
  SIGNAL_KEY,
  SIGNAL_CRASHED,
  SIGNAL_PRINT_FAILED,
  N_SIGNALS,
} DeskReaderViewSignals;

extern GParamSpec *desk_reader_view_props[PROP_MATCH + 1];
extern guint desk_reader_view_signals[N_SIGNALS];

/* Length of the canonical text; 0 without an article. */
guint     desk_reader_view_get_length     (DeskReaderView *self);

/* -page: loads pages, answers the scheme, survives crashes. */
void      desk_reader_page_init           (DeskReaderView *self);
void      desk_reader_page_load           (DeskReaderView *self);
void      desk_reader_page_ready          (DeskReaderView *self);
void      desk_reader_page_fold           (DeskReaderView *self,
                                           JSCValue       *message);

/* -events: messages of the script and keys. */
void      desk_reader_events_init         (DeskReaderView *self);

/* -look: style, theme and text size as classes and custom properties. */
void      desk_reader_look_init           (DeskReaderView *self);
void      desk_reader_look_update         (DeskReaderView *self);
double    desk_reader_look_get_scale      (DeskReaderView *self);
void      desk_reader_look_send           (DeskReaderView *self);
char     *desk_reader_look_dup_css        (DeskReaderView *self,
                                           gboolean        for_print) G_GNUC_WARN_UNUSED_RESULT;

/* -marks */
void      desk_reader_marks_send          (DeskReaderView *self);
void      desk_reader_marks_forget        (DeskReaderView *self);
void      desk_reader_marks_hover         (DeskReaderView *self,
                                           const char     *id);
/* Ids of the marks over a code point in picking order, joined by spaces. */
char     *desk_reader_marks_dup_at        (DeskReaderView *self,
                                           guint           at) G_GNUC_WARN_UNUSED_RESULT;

/* -layers */
void      desk_reader_layers_send         (DeskReaderView *self);
void      desk_reader_layers_clear        (DeskReaderView *self);

/* -selection */
void      desk_reader_selection_message   (DeskReaderView *self,
                                           JSCValue       *message);
void      desk_reader_selection_forget    (DeskReaderView *self);

/* -find */
void      desk_reader_find_send           (DeskReaderView *self);
void      desk_reader_find_forget         (DeskReaderView *self);

G_END_DECLS
