/* Loads pages into the article pane, answers the scheme for them, and brings them back after a crash.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-message.h"
#include "desk-reader-policy.h"
#include "desk-reader-scheme.h"
#include "desk-reader-view-private.h"

/* A process that ends for the third time within this will go on doing so. */
#define CRASH_WINDOW (60 * G_TIME_SPAN_SECOND)

#define MAX_FOLDS 10000

/* A page that nobody sees. No load has this for its number, so that what its script says goes nowhere. */
#define FIRST_PAGE "none/first"
#define EMPTY_PAGE "<!DOCTYPE html><title></title>"

static const char *
get_hash (DeskReaderView *self)
{
  return desk_version_get_hash (desk_article_get_version (self->article));
}

/* Every load has a number of its own, so that no answer and no message of another load is taken for it. */
static char *
dup_path (DeskReaderView *self)
{
  return g_strdup_printf ("/%s/%u", self->article != NULL ? get_hash (self) : "none", self->page);
}

static GBytes *
source_cb (WebKitWebView *web,
           const char *path,
           const char **content_type,
           gpointer user_data,
           GError **error)
{
  DeskReaderView *self = user_data;
  g_autofree char *wanted = dup_path (self);
  g_autofree char *root_class = NULL;
  char *html;

  if (g_strcmp0 (path, "/" FIRST_PAGE) == 0)
    return g_bytes_new_static (EMPTY_PAGE, strlen (EMPTY_PAGE));

  if (g_strcmp0 (path, wanted) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no page at “%s”", path);
      return NULL;
    }

  root_class = g_strconcat (self->root_class, self->position > 0 ? " resume" : NULL, NULL);
  if (self->writer != NULL)
    html = desk_page_writer_dup_page (self->writer, root_class);
  else
    html = g_strdup_printf ("<!DOCTYPE html><html class=\"%s\"><title></title></html>", root_class);
  g_array_set_size (self->dirty, 0);

  return g_bytes_new_take (html, strlen (html));
}

static void
load (DeskReaderView *self,
      guint page,
      const char *uri)
{
  self->loaded = page;
  self->starting = !self->started;
  webkit_web_view_load_uri (self->web, uri);
}

/* WebKit may lose a load that comes while the process for an earlier one is started, so it waits for that one's page. */
static void
load_wanted (DeskReaderView *self)
{
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;

  if (!self->may_load || self->starting || self->loaded == self->page)
    return;

  /* The start stands in the fragment: the script has it before anything is painted. */
  path = dup_path (self);
  uri = g_strdup_printf (DESK_READER_PAGES "%s#%u", path + 1, self->position);
  load (self, self->page, uri);
}

void
desk_reader_page_load (DeskReaderView *self)
{
  self->ready = FALSE;
  self->page++;
  desk_reader_bridge_set_page (self->bridge, self->page);
  load_wanted (self);
}

static void
filter_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (DeskReaderView) self = user_data;
  g_autoptr (GError) error = NULL;
  WebKitUserContentFilter *filter;

  filter = desk_reader_context_load_filter_finish (DESK_READER_CONTEXT (source), result, &error);
  if (self->web == NULL)
    {
      g_clear_pointer (&filter, webkit_user_content_filter_unref);
      return;
    }

  /* A full disk must not keep anybody from reading: policy, CSP and dead proxy stand without it. */
  if (filter == NULL)
    g_message ("The content filter could not be prepared: %s", error->message);
  else
    webkit_user_content_manager_add_filter (desk_reader_bridge_get_content (self->bridge), filter);
  g_clear_pointer (&filter, webkit_user_content_filter_unref);

  self->may_load = TRUE;
  load_wanted (self);
}

static gboolean
decide_policy_cb (DeskReaderView *self,
                  WebKitPolicyDecision *decision,
                  WebKitPolicyDecisionType type)
{
  g_autofree char *link = NULL;
  gboolean decided = desk_reader_policy_decide (decision, type, &link);

  if (link != NULL)
    g_signal_emit (self, desk_reader_view_signals[SIGNAL_LINK_ACTIVATED], 0, link);

  return decided;
}

static void
load_changed_cb (DeskReaderView *self,
                 WebKitLoadEvent event)
{
  if (event != WEBKIT_LOAD_COMMITTED)
    return;

  self->started = TRUE;
  self->starting = FALSE;
  load_wanted (self);
}

/* Ours or nothing: WebKit's own page of errors would be of another origin. */
static gboolean
load_failed_cb (DeskReaderView *self,
                WebKitLoadEvent event,
                const char *uri,
                GError *error)
{
  g_debug ("“%s” was not loaded: %s", uri, error->message);
  self->starting = FALSE;
  load_wanted (self);

  return TRUE;
}

static void
terminated_cb (DeskReaderView *self,
               WebKitWebProcessTerminationReason reason)
{
  gint64 now = g_get_monotonic_time ();
  gboolean gave_up = self->crashes[1] != 0 && now - self->crashes[1] < CRASH_WINDOW;

  self->crashes[1] = self->crashes[0];
  self->crashes[0] = now;
  self->ready = FALSE;
  self->started = FALSE;
  self->starting = FALSE;
  desk_reader_selection_forget (self);

  g_signal_emit (self, desk_reader_view_signals[SIGNAL_CRASHED], 0, gave_up);
  if (!gave_up && self->web != NULL)
    desk_reader_page_load (self);
}

void
desk_reader_page_init (DeskReaderView *self)
{
  desk_reader_scheme_set_source (self->web, source_cb, self);
  g_signal_connect_object (self->web, "decide-policy", G_CALLBACK (decide_policy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->web, "load-changed", G_CALLBACK (load_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->web, "load-failed", G_CALLBACK (load_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->web, "web-process-terminated", G_CALLBACK (terminated_cb), self, G_CONNECT_SWAPPED);

  desk_reader_context_load_filter_async (self->context, self->cancellable, filter_cb, g_object_ref (self));

  /* The process of the page needs as long to start as the window does, so it starts on a page of its own meanwhile. */
  load (self, 0, DESK_READER_PAGES FIRST_PAGE);
}

/* Boilerplate that the reader unfolded is unfolded again after a crash. */

void
desk_reader_page_fold (DeskReaderView *self,
                       JSCValue *message)
{
  guint index;
  gboolean open;

  if (!desk_reader_message_get_uint (message, "index", MAX_FOLDS, &index) ||
      !desk_reader_message_get_boolean (message, "open", &open))
    return;

  for (guint i = self->unfolded->len; i > 0; i--)
    if (g_array_index (self->unfolded, guint, i - 1) == index)
      g_array_remove_index_fast (self->unfolded, i - 1);
  if (open)
    g_array_append_val (self->unfolded, index);
}

static void
send_folds (DeskReaderView *self)
{
  g_autoptr (GString) json = g_string_new ("[");

  if (self->unfolded->len == 0)
    return;

  for (guint i = 0; i < self->unfolded->len; i++)
    g_string_append_printf (json, "%s%u", i > 0 ? "," : "", g_array_index (self->unfolded, guint, i));
  g_string_append_c (json, ']');
  desk_reader_bridge_call (self->bridge, "folds", json->str);
}

/* The page was written before its script could listen; what has changed since then is sent now. */
void
desk_reader_page_ready (DeskReaderView *self)
{
  self->ready = TRUE;
  desk_reader_look_send (self);
  send_folds (self);
  desk_reader_marks_send (self);
  desk_reader_layers_send (self);
  desk_reader_find_send (self);
  if (webkit_settings_get_enable_caret_browsing (webkit_web_view_get_settings (self->web)))
    desk_reader_bridge_call (self->bridge, "caret", "{}");
}

static void
show (DeskReaderView *self,
      DeskArticle *article,
      GPtrArray *annotations,
      guint position)
{
  gboolean same = g_set_object (&self->article, article) == FALSE;

  /* From here on nothing goes to the page that is being left. */
  self->ready = FALSE;
  g_clear_object (&self->writer);
  desk_reader_marks_forget (self);
  desk_reader_find_forget (self);
  desk_reader_layers_clear (self);
  desk_reader_selection_forget (self);
  g_array_set_size (self->unfolded, 0);

  self->position = MIN (position, desk_reader_view_get_length (self));
  if (article != NULL)
    {
      self->writer = desk_page_writer_new (article, self->kinds);
      desk_reader_view_set_annotations (self, annotations);
    }
  desk_reader_page_load (self);

  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), desk_reader_view_props[PROP_ARTICLE]);
}

void
desk_reader_view_load (DeskReaderView *self,
                       DeskArticle *article,
                       GPtrArray *annotations,
                       guint position)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));
  g_return_if_fail (DESK_IS_ARTICLE (article));

  show (self, article, annotations, position);
}

void
desk_reader_view_clear (DeskReaderView *self)
{
  g_return_if_fail (DESK_IS_READER_VIEW (self));

  show (self, NULL, NULL, 0);
}
