/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-bridge.h"

#include "desk-reader-content.h"
#include "desk-reader-message.h"

#define HANDLER "nd"
#define MAX_TYPE 32

struct _DeskReaderBridge
{
  GObject parent_instance;

  WebKitUserContentManager *content;
  WebKitUserStyleSheet *look;
  WebKitWebView *view; /* weak */
  guint page;
};

G_DEFINE_FINAL_TYPE (DeskReaderBridge, desk_reader_bridge, G_TYPE_OBJECT)

static guint message_signal;

static void
message_cb (DeskReaderBridge *self,
            JSCValue *message)
{
  g_autofree char *type = desk_reader_message_dup_string (message, "type", MAX_TYPE);
  guint page;

  if (type == NULL || !desk_reader_message_get_uint (message, "page", G_MAXUINT, &page))
    {
      g_debug ("A message without type or page was dropped");
      return;
    }
  if (page == self->page)
    g_signal_emit (self, message_signal, 0, type, message);
}

static void
desk_reader_bridge_dispose (GObject *object)
{
  DeskReaderBridge *self = DESK_READER_BRIDGE (object);

  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->look, webkit_user_style_sheet_unref);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (desk_reader_bridge_parent_class)->dispose (object);
}

static void
desk_reader_bridge_class_init (DeskReaderBridgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_reader_bridge_dispose;

  message_signal = g_signal_new ("message",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, JSC_TYPE_VALUE);
}

static void
desk_reader_bridge_init (DeskReaderBridge *self)
{
  self->content = webkit_user_content_manager_new ();
  desk_reader_content_add_style (self->content);
  desk_reader_content_add_script (self->content);

  g_signal_connect_object (self->content,
                           "script-message-received::" HANDLER,
                           G_CALLBACK (message_cb),
                           self,
                           G_CONNECT_SWAPPED);
  webkit_user_content_manager_register_script_message_handler (self->content, HANDLER, DESK_READER_WORLD);
}

DeskReaderBridge *
desk_reader_bridge_new (void)
{
  return g_object_new (DESK_TYPE_READER_BRIDGE, NULL);
}

WebKitUserContentManager *
desk_reader_bridge_get_content (DeskReaderBridge *self)
{
  g_return_val_if_fail (DESK_IS_READER_BRIDGE (self), NULL);

  return self->content;
}

void
desk_reader_bridge_set_view (DeskReaderBridge *self,
                             WebKitWebView *view)
{
  g_return_if_fail (DESK_IS_READER_BRIDGE (self));

  g_set_weak_pointer (&self->view, view);
}

void
desk_reader_bridge_set_page (DeskReaderBridge *self,
                             guint page)
{
  g_return_if_fail (DESK_IS_READER_BRIDGE (self));

  self->page = page;
}

void
desk_reader_bridge_set_look (DeskReaderBridge *self,
                             const char *css)
{
  g_return_if_fail (DESK_IS_READER_BRIDGE (self));

  desk_reader_content_replace_look (self->content, &self->look, css);
}

static void
called_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  JSCValue *value;

  value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (source), result, &error);
  if (value != NULL)
    g_task_return_pointer (task, value, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
desk_reader_bridge_call_async (DeskReaderBridge *self,
                               const char *command,
                               const char *json,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GVariant) arguments = NULL;
  GVariantBuilder builder;
  g_autoptr (GVariant) packed = NULL;

  g_return_if_fail (DESK_IS_READER_BRIDGE (self));
  g_return_if_fail (command != NULL && json != NULL);

  g_task_set_source_tag (task, desk_reader_bridge_call_async);
  if (self->view == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The view is gone");
      return;
    }

  /* Strings only: other types than string and number are refused by WebKit. */
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "name", g_variant_new_string (command));
  g_variant_builder_add (&builder, "{sv}", "json", g_variant_new_string (json));
  /* WebKit reads it at once and leaves it floating. */
  arguments = g_variant_ref_sink (g_variant_builder_end (&builder));
  /* WebKit does not sink a floating one. */
  packed = g_variant_ref_sink (arguments);
  webkit_web_view_call_async_javascript_function (self->view,
                                                  "return newsdesk.call (name, json);",
                                                  -1,
                                                  packed,
                                                  DESK_READER_WORLD,
                                                  NULL,
                                                  cancellable,
                                                  called_cb,
                                                  g_steal_pointer (&task));
}

JSCValue *
desk_reader_bridge_call_finish (DeskReaderBridge *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_reader_bridge_call_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
call_done_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autofree char *command = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = desk_reader_bridge_call_finish (DESK_READER_BRIDGE (source), result, &error);

  /* Not a fault of its own: the page may have been left or its process have died meanwhile. */
  if (value == NULL)
    g_debug ("The script did not run “%s”: %s", command, error->message);
}

void
desk_reader_bridge_call (DeskReaderBridge *self,
                         const char *command,
                         const char *json)
{
  desk_reader_bridge_call_async (self, command, json, NULL, call_done_cb, g_strdup (command));
}
