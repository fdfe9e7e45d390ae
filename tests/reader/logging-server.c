/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "logging-server.h"

#include <string.h>

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  LoggingServer *server = user_data;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, NULL);
  g_autoptr (GSocketConnection) connection = g_object_steal_data (source, "connection");
  g_autofree char *request = NULL;
  static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nAccess-Control-Allow-Origin: *\r\n"
                               "Content-Length: 0\r\nConnection: close\r\n\r\n";

  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    {
      g_auto (GStrv) words = NULL;

      request = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      words = g_strsplit (request, " ", 3);
      if (words[0] != NULL && words[1] != NULL)
        g_hash_table_add (server->kinds, g_strdup (words[1]));
    }
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), answer, strlen (answer), NULL, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
}

static gboolean
incoming_cb (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  LoggingServer *server = user_data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));

  server->n_connections++;
  g_object_set_data_full (G_OBJECT (input), "connection", g_object_ref (connection), g_object_unref);
  g_input_stream_read_bytes_async (input, 8192, G_PRIORITY_DEFAULT, NULL, read_cb, server);

  return TRUE;
}

LoggingServer *
logging_server_new (void)
{
  LoggingServer *server = g_new0 (LoggingServer, 1);
  guint16 port;

  server->service = g_socket_service_new ();
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (server->service), NULL, NULL);
  g_assert_cmpuint (port, >, 0);
  server->address = g_strdup_printf ("http://127.0.0.1:%u", port);
  server->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect (server->service, "incoming", G_CALLBACK (incoming_cb), server);

  return server;
}

void
logging_server_free (LoggingServer *server)
{
  g_socket_service_stop (server->service);
  g_socket_listener_close (G_SOCKET_LISTENER (server->service));
  g_object_unref (server->service);
  g_hash_table_unref (server->kinds);
  g_free (server->address);
  g_free (server);
}

void
logging_server_print (LoggingServer *server,
                      const char *what)
{
  g_autofree const char **kinds = (const char **) g_hash_table_get_keys_as_array (server->kinds, NULL);
  g_autofree char *joined = g_strjoinv (" ", (char **) kinds);

  g_test_message ("%s: %u connections, %u kinds: %s", what, server->n_connections, g_hash_table_size (server->kinds), joined);
}
