/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-context.h"

#include "desk-reader-scheme.h"
#include "desk-reader-settings.h"

/* Nothing listens there, and it is meant to stay so. */
#define DEAD_PROXY "http://127.0.0.1:9/"

#define BLOCK_REMOTE                                                        \
  "[{\"trigger\":{\"url-filter\":\".*\"},\"action\":{\"type\":\"block\"}}," \
  "{\"trigger\":{\"url-filter\":\"^newsdesk:\"},\"action\":{\"type\":\"ignore-previous-rules\"}}]"

struct _DeskReaderContext
{
  GObject parent_instance;

  WebKitWebContext *web_context;
  WebKitNetworkSession *network;

  WebKitUserContentFilterStore *store;
  WebKitUserContentFilter *filter;
  char *filter_id;
  GQueue waiting; /* of GTask; while the filter is being made */
};

G_DEFINE_FINAL_TYPE (DeskReaderContext, desk_reader_context, G_TYPE_OBJECT)

void
desk_reader_context_prepare_process (void)
{
  /* Reaches the web processes; a page of text is no slower without compiled script, and the
   * compiler is where most holes of a script engine are. */
  g_setenv ("JSC_useJIT", "0", TRUE);
}

static void
desk_reader_context_constructed (GObject *object)
{
  DeskReaderContext *self = DESK_READER_CONTEXT (object);
  WebKitNetworkProxySettings *proxy;

  G_OBJECT_CLASS (desk_reader_context_parent_class)->constructed (object);

  self->web_context = webkit_web_context_new ();
  webkit_web_context_set_cache_model (self->web_context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
  desk_reader_scheme_register (self->web_context);

  self->network = webkit_network_session_new_ephemeral ();
  proxy = webkit_network_proxy_settings_new (DEAD_PROXY, NULL);
  webkit_network_session_set_proxy_settings (self->network, WEBKIT_NETWORK_PROXY_MODE_CUSTOM, proxy);
  webkit_network_proxy_settings_free (proxy);
}

static void
desk_reader_context_dispose (GObject *object)
{
  DeskReaderContext *self = DESK_READER_CONTEXT (object);

  g_clear_pointer (&self->filter, webkit_user_content_filter_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->network);
  g_clear_object (&self->web_context);

  G_OBJECT_CLASS (desk_reader_context_parent_class)->dispose (object);
}

static void
desk_reader_context_finalize (GObject *object)
{
  DeskReaderContext *self = DESK_READER_CONTEXT (object);

  g_free (self->filter_id);
  g_queue_clear_full (&self->waiting, g_object_unref);

  G_OBJECT_CLASS (desk_reader_context_parent_class)->finalize (object);
}

static void
desk_reader_context_class_init (DeskReaderContextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = desk_reader_context_constructed;
  object_class->dispose = desk_reader_context_dispose;
  object_class->finalize = desk_reader_context_finalize;

  if (g_strcmp0 (g_getenv ("JSC_useJIT"), "0") != 0)
    desk_reader_context_prepare_process ();
}

static void
desk_reader_context_init (DeskReaderContext *self)
{
  g_queue_init (&self->waiting);
}

DeskReaderContext *
desk_reader_context_new (void)
{
  return g_object_new (DESK_TYPE_READER_CONTEXT, NULL);
}

WebKitWebContext *
desk_reader_context_get_web_context (DeskReaderContext *self)
{
  g_return_val_if_fail (DESK_IS_READER_CONTEXT (self), NULL);

  return self->web_context;
}

WebKitNetworkSession *
desk_reader_context_get_network (DeskReaderContext *self)
{
  g_return_val_if_fail (DESK_IS_READER_CONTEXT (self), NULL);

  return self->network;
}

/* The page takes nothing in; and WebKit aborts when a drag passes over it whose drop somebody else takes. */
static WebKitWebView *
refuse_drops (WebKitWebView *view)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_DROP_TARGET_ASYNC (controller))
        gtk_widget_remove_controller (GTK_WIDGET (view), controller);
    }

  return view;
}

WebKitWebView *
desk_reader_context_new_view (DeskReaderContext *self,
                              WebKitUserContentManager *content,
                              WebKitWebView *related)
{
  /* Each its own: caret browsing is switched view by view. */
  g_autoptr (WebKitSettings) settings = desk_reader_settings_new ();

  g_return_val_if_fail (DESK_IS_READER_CONTEXT (self), NULL);
  g_return_val_if_fail (WEBKIT_IS_USER_CONTENT_MANAGER (content), NULL);

  /* A related view takes context and network from the other one. */
  if (related != NULL)
    return refuse_drops (g_object_new (WEBKIT_TYPE_WEB_VIEW,
                                       "related-view", related,
                                       "user-content-manager", content,
                                       "settings", settings,
                                       "default-content-security-policy", DESK_READER_VIEW_CSP,
                                       NULL));

  return refuse_drops (g_object_new (WEBKIT_TYPE_WEB_VIEW,
                                     "web-context", self->web_context,
                                     "network-session", self->network,
                                     "user-content-manager", content,
                                     "settings", settings,
                                     "default-content-security-policy", DESK_READER_VIEW_CSP,
                                     NULL));
}

/* The filter, asked for by many, made once. */

static void
answer_waiting (DeskReaderContext *self,
                GError *error)
{
  GTask *waiting;

  while ((waiting = g_queue_pop_head (&self->waiting)) != NULL)
    {
      g_autoptr (GTask) task = waiting;

      if (self->filter != NULL)
        g_task_return_pointer (task,
                               webkit_user_content_filter_ref (self->filter),
                               (GDestroyNotify) webkit_user_content_filter_unref);
      else
        g_task_return_error (task, g_error_copy (error));
    }
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DeskReaderContext) self = user_data;
  g_autoptr (GError) error = NULL;

  self->filter = webkit_user_content_filter_store_save_finish (WEBKIT_USER_CONTENT_FILTER_STORE (source), result, &error);
  answer_waiting (self, error);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (DeskReaderContext) self = user_data;
  g_autoptr (GBytes) rules = NULL;

  self->filter = webkit_user_content_filter_store_load_finish (WEBKIT_USER_CONTENT_FILTER_STORE (source), result, NULL);
  if (self->filter != NULL)
    {
      answer_waiting (self, NULL);
      return;
    }

  rules = g_bytes_new_static (BLOCK_REMOTE, strlen (BLOCK_REMOTE));
  webkit_user_content_filter_store_save (self->store, self->filter_id, rules, NULL, saved_cb, g_object_ref (self));
}

static void
start_filter (DeskReaderContext *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "newsdesk", "filters", NULL);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, BLOCK_REMOTE, -1);

  g_mkdir_with_parents (folder, 0700);
  /* The checksum in the name makes a changed rule a new filter. */
  g_free (self->filter_id);
  self->filter_id = g_strdup_printf ("remote-%.16s", checksum);
  g_clear_object (&self->store);
  self->store = webkit_user_content_filter_store_new (folder);
  webkit_user_content_filter_store_load (self->store, self->filter_id, NULL, loaded_cb, g_object_ref (self));
}

void
desk_reader_context_load_filter_async (DeskReaderContext *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (DESK_IS_READER_CONTEXT (self));

  g_task_set_source_tag (task, desk_reader_context_load_filter_async);
  if (self->filter != NULL)
    {
      g_task_return_pointer (task,
                             webkit_user_content_filter_ref (self->filter),
                             (GDestroyNotify) webkit_user_content_filter_unref);
      return;
    }

  g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  if (self->waiting.length == 1)
    start_filter (self);
}

WebKitUserContentFilter *
desk_reader_context_load_filter_finish (DeskReaderContext *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_reader_context_load_filter_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
