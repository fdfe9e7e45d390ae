/* Articles, marks and layers for the tests of the article pane.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-reader-view.h"

G_BEGIN_DECLS

/* Blocks are separated by blank lines; a first word names another kind than a paragraph: "#" headline,
 * "dek:", "by:", "date:", "##" subheading, "*" list item, ">" quotation, "pre:", "row:", "caption:",
 * "credit:", "correction:", "tip:" boilerplate. Inside, *emphasis*, **strong** and [text](address). */
DeskArticle *fixture_article_new (const char *markup) G_GNUC_WARN_UNUSED_RESULT;
/* The n-th place (from 0) of some words in the text. */
DeskRange fixture_find (DeskArticle *article,
                        const char *words,
                        guint n);
DeskAnnotation *fixture_mark_new (DeskArticle *article,
                                  const char *words,
                                  const char *kind,
                                  const char *note) G_GNUC_WARN_UNUSED_RESULT;
/* All places of the words, which are separated by "|". */
GArray *fixture_ranges_new (DeskArticle *article,
                            const char *words) G_GNUC_WARN_UNUSED_RESULT;
/* `n_words` words in paragraphs of about 60. */
char *fixture_dup_long_text (guint n_words) G_GNUC_WARN_UNUSED_RESULT;
/* An article with blocks of every kind and with text of many scripts. */
extern const char *const fixture_markup;

/* A window of 760 × 900 with a view, the article painted. The window owns the view; close it with
 * fixture_close(), which also makes sure that nothing of it is left. */
DeskReaderView *fixture_open (DeskArticle *article,
                              GPtrArray *marks);
void fixture_close (DeskReaderView *view);
WebKitWebView *fixture_get_web (DeskReaderView *view);
/* Runs a function body in a world of the page and waits for what it returns, as a string. */
char *fixture_eval (WebKitWebView *web,
                    const char *world,
                    const char *body,
                    const char *argument) G_GNUC_WARN_UNUSED_RESULT;
/* The same in the world of the reader's script. */
#define fixture_eval_ours(view, body) fixture_eval (fixture_get_web (view), "newsdesk", body, NULL)
/* Waits for a function body in that world to return what is expected: a change is seen some frames after it was asked for. */
#define fixture_assert_eval(view, body, expected) fixture_assert_eval_at (view, body, expected, G_STRLOC)
void fixture_assert_eval_at (DeskReaderView *view,
                             const char *body,
                             const char *expected,
                             const char *where);
/* Waits until all that was asked of the page is done, and what it says of it has come. */
void fixture_settle (DeskReaderView *view);
/* The same, and it no longer scrolls. */
void fixture_await_rest (DeskReaderView *view);
/* The source of a module of the reader's script. */
char *fixture_dup_script (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for the next emission of a signal while the caller's change takes effect. */
typedef struct
{
  GObject *object;
  gulong handler;
  gboolean seen;
} FixtureSignal;
void fixture_expect (FixtureSignal *signal,
                     gpointer object,
                     const char *name);
void fixture_await (FixtureSignal *signal);

/* Lets the main loop run until `*done`, at most 30 seconds; fails the test after that. */
#define fixture_wait(done) fixture_wait_at (done, G_STRLOC)
void fixture_wait_at (const gboolean *done,
                      const char *where);
/* The same for a condition. */
#define fixture_wait_until(condition)                            \
  G_STMT_START                                                   \
  {                                                              \
    gint64 deadline_ = fixture_deadline ();                      \
                                                                 \
    while (!(condition))                                         \
      {                                                          \
        g_assert_cmpint (g_get_monotonic_time (), <, deadline_); \
        fixture_run (10);                                        \
      }                                                          \
  }                                                              \
  G_STMT_END
gint64 fixture_deadline (void);
/* Lets the main loop run for some milliseconds: only for what must not happen in them. */
void fixture_run (guint milliseconds);

G_END_DECLS
