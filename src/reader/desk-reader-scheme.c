/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-scheme.h"

#include "desk-reader-policy.h"

typedef struct
{
  DeskReaderSource function;
  gpointer user_data;
} Source;

static GQuark
source_quark (void)
{
  return g_quark_from_static_string ("desk-reader-source");
}

void
desk_reader_scheme_set_source (WebKitWebView *view,
                               DeskReaderSource source,
                               gpointer user_data)
{
  g_return_if_fail (WEBKIT_IS_WEB_VIEW (view));

  if (source == NULL)
    g_object_set_qdata (G_OBJECT (view), source_quark (), NULL);
  else
    g_object_set_qdata_full (G_OBJECT (view),
                             source_quark (),
                             g_memdup2 (&(Source) { source, user_data }, sizeof (Source)),
                             g_free);
}

static SoupMessageHeaders *
new_headers (const char *content_type)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

  soup_message_headers_append (headers, "Content-Security-Policy", DESK_READER_CSP);
  soup_message_headers_append (headers, "Referrer-Policy", "no-referrer");
  soup_message_headers_append (headers, "Cache-Control", "no-store");
  /* With "nosniff" the type must stand among the headers; set_content_type() alone does not count. */
  soup_message_headers_append (headers, "X-Content-Type-Options", "nosniff");
  soup_message_headers_append (headers, "Content-Type", content_type);

  return headers;
}

/* The only place that finishes a request, so that none is left without an answer. */
static void
finish (WebKitURISchemeRequest *request,
        GBytes *bytes,
        const char *content_type,
        GError *error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (WebKitURISchemeResponse) response = NULL;

  if (bytes == NULL)
    {
      webkit_uri_scheme_request_finish_error (request, error);
      return;
    }

  stream = g_memory_input_stream_new_from_bytes (bytes);
  response = webkit_uri_scheme_response_new (stream, g_bytes_get_size (bytes));
  webkit_uri_scheme_response_set_status (response, 200, NULL);
  webkit_uri_scheme_response_set_content_type (response, content_type);
  webkit_uri_scheme_response_set_http_headers (response, new_headers (content_type));
  webkit_uri_scheme_request_finish_with_response (request, response);
}

static GBytes *
make (WebKitURISchemeRequest *request,
      const char **content_type,
      GError **error)
{
  WebKitWebView *view = webkit_uri_scheme_request_get_web_view (request);
  const char *uri = webkit_uri_scheme_request_get_uri (request);
  Source *source = view != NULL ? g_object_get_qdata (G_OBJECT (view), source_quark ()) : NULL;
  GBytes *bytes;

  if (source == NULL || !g_str_has_prefix (uri, DESK_READER_PAGES) ||
      g_strcmp0 (webkit_uri_scheme_request_get_http_method (request), "GET") != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no page at “%s”", uri);
      return NULL;
    }

  bytes = source->function (view, webkit_uri_scheme_request_get_path (request), content_type, source->user_data, error);
  /* A source that fails without a word must not leave the request open. */
  if (bytes == NULL && error != NULL && *error == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no page at “%s”", uri);

  return bytes;
}

static void
request_cb (WebKitURISchemeRequest *request,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *content_type = "text/html; charset=utf-8";

  bytes = make (request, &content_type, &error);
  finish (request, bytes, content_type, error);
}

void
desk_reader_scheme_register (WebKitWebContext *context)
{
  g_return_if_fail (WEBKIT_IS_WEB_CONTEXT (context));

  webkit_web_context_register_uri_scheme (context, DESK_READER_SCHEME, request_cb, NULL, NULL);
  /* Never "local" or "secure": a page of ours gets no more rights than one from the network. */
  webkit_security_manager_register_uri_scheme_as_display_isolated (webkit_web_context_get_security_manager (context),
                                                                   DESK_READER_SCHEME);
}
