/* Loads a hostile page behind each layer of protection by itself and counts what reaches a server.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-bridge.h"
#include "desk-reader-content.h"
#include "desk-reader-context.h"
#include "desk-reader-policy.h"
#include "desk-reader-scheme.h"
#include "desk-reader-settings.h"
#include "logging-server.h"
#include "reader-fixture.h"

#include <string.h>

/* As long as the slowest trick of the page takes, and a second more. */
#define ATTACK 2200 /* ms */

typedef enum
{
  LAYER_GATE = 1 << 0,
  LAYER_MARKUP_OFF = 1 << 1, /* the hardened settings as a whole */
  LAYER_FILTER = 1 << 2,
  LAYER_CSP_HEADER = 1 << 3,
  LAYER_CSP_PROPERTY = 1 << 4,
  LAYER_PROXY = 1 << 5,
} Layers;

/* The page. */

static char *
dup_hostile_page (LoggingServer *server)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "reader", "hostile.html", NULL);
  g_autofree char *html = NULL;
  GString *page;

  g_assert_true (g_file_get_contents (path, &html, NULL, NULL));
  page = g_string_new (html);
  g_string_replace (page, "SERVER", server->address, 0);

  return g_string_free_and_steal (page);
}

typedef struct
{
  Layers layers;
  char *page;
} Attack;

static void
request_cb (WebKitURISchemeRequest *request,
            gpointer user_data)
{
  Attack *attack = user_data;
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (g_strdup (attack->page), strlen (attack->page), g_free);
  g_autoptr (WebKitURISchemeResponse) response = webkit_uri_scheme_response_new (stream, strlen (attack->page));
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

  if ((attack->layers & LAYER_CSP_HEADER) != 0)
    soup_message_headers_append (headers, "Content-Security-Policy", DESK_READER_CSP);
  soup_message_headers_append (headers, "Content-Type", "text/html");
  webkit_uri_scheme_response_set_content_type (response, "text/html");
  webkit_uri_scheme_response_set_http_headers (response, headers);
  webkit_uri_scheme_request_finish_with_response (request, response);
}

static gboolean
gate_cb (WebKitWebView *web,
         WebKitPolicyDecision *decision,
         WebKitPolicyDecisionType type)
{
  g_autofree char *link = NULL;

  return desk_reader_policy_decide (decision, type, &link);
}

static void
filter_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  WebKitUserContentFilter **filter = user_data;
  g_autoptr (GError) error = NULL;

  *filter = desk_reader_context_load_filter_finish (DESK_READER_CONTEXT (source), result, &error);
  g_assert_no_error (error);
}

static void
add_filter (DeskReaderContext *context,
            WebKitUserContentManager *content)
{
  WebKitUserContentFilter *filter = NULL;

  desk_reader_context_load_filter_async (context, NULL, filter_cb, &filter);
  while (filter == NULL)
    g_main_context_iteration (NULL, TRUE);
  webkit_user_content_manager_add_filter (content, filter);
  webkit_user_content_filter_unref (filter);
}

static void
loaded_cb (WebKitWebView *web,
           WebKitLoadEvent event,
           gpointer user_data)
{
  if (event == WEBKIT_LOAD_FINISHED)
    *(gboolean *) user_data = TRUE;
}

/* Its scripts write into the title; a later page takes that away again. */
static void
title_cb (WebKitWebView *web,
          GParamSpec *pspec,
          gpointer user_data)
{
  if (webkit_web_view_get_title (web) != NULL && g_str_has_prefix (webkit_web_view_get_title (web), "ran"))
    *(gboolean *) user_data = TRUE;
}

/* What a reader may do on the page, done by script in our world. */
static const char attack_script[] =
  "for (const id of ['ping', 'address', 'send']) document.getElementById (id)?.click ();"
  "try { document.getElementById ('form')?.submit (); } catch (e) {}"
  "return 1;";

static gboolean
attack_view (WebKitWebView *web)
{
  GtkWidget *window = gtk_window_new ();
  gboolean loaded = FALSE;
  g_autofree char *done = NULL;
  gboolean ran = FALSE;

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (web));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (web, "load-changed", G_CALLBACK (loaded_cb), &loaded);
  g_signal_connect (web, "notify::title", G_CALLBACK (title_cb), &ran);
  webkit_web_view_load_uri (web, DESK_READER_PAGES "hostile");
  fixture_wait (&loaded);
  fixture_run (ATTACK / 2);
  done = fixture_eval (web, DESK_READER_WORLD, attack_script, NULL);
  fixture_run (ATTACK / 2);

  g_signal_handlers_disconnect_by_func (web, title_cb, &ran);
  g_signal_handlers_disconnect_by_func (web, loaded_cb, &loaded);
  gtk_window_destroy (GTK_WINDOW (window));

  return ran;
}

static void
run_attack (LoggingServer *server,
            Layers layers,
            gboolean *ran)
{
  g_autoptr (DeskReaderContext) ours = desk_reader_context_new ();
  g_autoptr (WebKitWebContext) context = webkit_web_context_new ();
  g_autoptr (WebKitNetworkSession) network = webkit_network_session_new_ephemeral ();
  g_autoptr (WebKitUserContentManager) content = webkit_user_content_manager_new ();
  g_autoptr (WebKitSettings) settings = (layers & LAYER_MARKUP_OFF) != 0 ? desk_reader_settings_new () : webkit_settings_new ();
  g_autofree char *page = dup_hostile_page (server);
  Attack attack = { layers, page };
  WebKitWebView *web;

  webkit_settings_set_hardware_acceleration_policy (settings, WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER);
  webkit_web_context_register_uri_scheme (context, "newsdesk", request_cb, &attack, NULL);
  if ((layers & LAYER_PROXY) != 0)
    {
      WebKitNetworkProxySettings *proxy = webkit_network_proxy_settings_new ("http://127.0.0.1:9/", NULL);

      webkit_network_session_set_proxy_settings (network, WEBKIT_NETWORK_PROXY_MODE_CUSTOM, proxy);
      webkit_network_proxy_settings_free (proxy);
    }
  else
    webkit_network_session_set_proxy_settings (network, WEBKIT_NETWORK_PROXY_MODE_NO_PROXY, NULL);
  if ((layers & LAYER_FILTER) != 0)
    add_filter (ours, content);

  web = g_object_new (WEBKIT_TYPE_WEB_VIEW,
                      "web-context", context,
                      "network-session", network,
                      "user-content-manager", content,
                      "settings", settings,
                      "default-content-security-policy", (layers & LAYER_CSP_PROPERTY) != 0 ? DESK_READER_VIEW_CSP : NULL,
                      NULL);
  if ((layers & LAYER_GATE) != 0)
    g_signal_connect (web, "decide-policy", G_CALLBACK (gate_cb), NULL);

  *ran = attack_view (web);
}

/* Without any of it the page does get out: the tests below would see it. */
static void
test_nothing (void)
{
  g_autoptr (LoggingServer) server = logging_server_new ();
  gboolean ran;

  run_attack (server, 0, &ran);
  logging_server_print (server, "no protection");
  g_assert_true (ran);
  g_assert_cmpuint (g_hash_table_size (server->kinds), >=, 5);
}

static void
test_gate_alone (void)
{
  g_autoptr (LoggingServer) server = logging_server_new ();
  gboolean ran;

  run_attack (server, LAYER_GATE, &ran);
  logging_server_print (server, "policy gate");
  g_assert_true (ran);
  /* It sees no subresources, but no navigation gets past it. */
  g_assert_cmpuint (g_hash_table_size (server->kinds), >=, 5);
  g_assert_false (g_hash_table_contains (server->kinds, "/refresh"));
  g_assert_false (g_hash_table_contains (server->kinds, "/location"));
  g_assert_false (g_hash_table_contains (server->kinds, "/link"));
  g_assert_false (g_hash_table_contains (server->kinds, "/window"));
  g_assert_false (g_hash_table_contains (server->kinds, "/iframe"));
}

static void
test_settings_alone (void)
{
  g_autoptr (LoggingServer) server = logging_server_new ();
  gboolean ran;

  run_attack (server, LAYER_MARKUP_OFF | LAYER_GATE, &ran);
  logging_server_print (server, "settings and gate");
  g_assert_false (ran);
  g_assert_false (g_hash_table_contains (server->kinds, "/script"));
  g_assert_false (g_hash_table_contains (server->kinds, "/fetch"));
}

static void
test_filter_alone (void)
{
  g_autoptr (LoggingServer) server = logging_server_new ();
  gboolean ran;

  run_attack (server, LAYER_FILTER | LAYER_GATE, &ran);
  logging_server_print (server, "filter and gate");
  /* "preconnect" opens a connection and says nothing; the settings switch that off. */
  g_assert_cmpuint (g_hash_table_size (server->kinds), ==, 0);
}

static void
test_csp_alone (void)
{
  g_autoptr (LoggingServer) server = logging_server_new ();
  gboolean ran;

  run_attack (server, LAYER_CSP_HEADER | LAYER_GATE, &ran);
  logging_server_print (server, "CSP and gate");
  g_assert_false (ran);
  g_assert_cmpuint (g_hash_table_size (server->kinds), ==, 0);
}

static void
test_csp_property_alone (void)
{
  g_autoptr (LoggingServer) server = logging_server_new ();
  gboolean ran;

  run_attack (server, LAYER_CSP_PROPERTY | LAYER_GATE, &ran);
  logging_server_print (server, "CSP of the view and gate");
  g_assert_false (ran);
}

/* What an unlucky reader has left when the filter cannot be written and something else takes the proxy's port. */
static void
test_page_layers (void)
{
  g_autoptr (LoggingServer) server = logging_server_new ();
  gboolean ran;

  run_attack (server, LAYER_CSP_HEADER | LAYER_CSP_PROPERTY | LAYER_MARKUP_OFF | LAYER_GATE, &ran);
  logging_server_print (server, "CSP, settings and gate");
  g_assert_false (ran);
  g_assert_cmpuint (server->n_connections, ==, 0);
}

static void
test_proxy_alone (void)
{
  g_autoptr (LoggingServer) server = logging_server_new ();
  gboolean ran;

  run_attack (server, LAYER_PROXY, &ran);
  logging_server_print (server, "dead proxy");
  g_assert_true (ran);
  g_assert_cmpuint (server->n_connections, ==, 0);
}

/* As the program makes it. */

static GBytes *
source_cb (WebKitWebView *web,
           const char *path,
           const char **content_type,
           gpointer user_data,
           GError **error)
{
  return g_bytes_new (user_data, strlen (user_data));
}

static void
foreign_message_cb (DeskReaderBridge *bridge,
                    const char *type,
                    JSCValue *message,
                    gpointer user_data)
{
  g_error ("The page reached the bridge with “%s”", type);
}

static void
test_ours (void)
{
  g_autoptr (LoggingServer) server = logging_server_new ();
  g_autoptr (DeskReaderContext) context = desk_reader_context_new ();
  g_autoptr (WebKitUserContentManager) content = webkit_user_content_manager_new ();
  g_autofree char *page = dup_hostile_page (server);
  g_autoptr (DeskReaderBridge) bridge = desk_reader_bridge_new ();
  WebKitWebView *web;

  add_filter (context, content);
  web = desk_reader_context_new_view (context, content, NULL);
  g_signal_connect (bridge, "message", G_CALLBACK (foreign_message_cb), NULL);
  g_signal_connect (web, "decide-policy", G_CALLBACK (gate_cb), NULL);
  desk_reader_scheme_set_source (web, source_cb, page);

  g_assert_false (attack_view (web));
  logging_server_print (server, "all layers");
  g_assert_cmpuint (server->n_connections, ==, 0);
}

/* The world of the page has neither handlers nor names of ours, and ours none of the page's. */
static void
test_worlds (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  DeskReaderView *view = fixture_open (article, NULL);
  WebKitWebView *web = fixture_get_web (view);
  g_autofree char *page = fixture_eval (web, NULL, "return `${typeof newsdesk} ${typeof window.webkit?.messageHandlers?.nd}`", NULL);
  g_autofree char *ours = fixture_eval (web, DESK_READER_WORLD, "return `${typeof newsdesk} ${typeof window.webkit.messageHandlers.nd}`", NULL);

  g_assert_cmpstr (page, ==, "undefined undefined");
  g_assert_cmpstr (ours, ==, "object object");
  fixture_close (view);
}

/* Every failure of the scheme is an answer: a view that asks for what is not there is told so. */

static gboolean
failed_cb (WebKitWebView *web,
           WebKitLoadEvent event,
           const char *uri,
           GError *error,
           gpointer user_data)
{
  (*(guint *) user_data)++;
  return TRUE;
}

static void
check_fails (WebKitWebView *web,
             const char *uri)
{
  guint failures = 0;
  gulong id = g_signal_connect (web, "load-failed", G_CALLBACK (failed_cb), &failures);

  webkit_web_view_load_uri (web, uri);
  fixture_wait_until (failures > 0);
  g_assert_cmpuint (failures, ==, 1);
  g_signal_handler_disconnect (web, id);
}

static GBytes *
silent_source_cb (WebKitWebView *web,
                  const char *path,
                  const char **content_type,
                  gpointer user_data,
                  GError **error)
{
  return NULL;
}

static void
test_scheme_failures (void)
{
  g_autoptr (DeskReaderContext) context = desk_reader_context_new ();
  g_autoptr (WebKitUserContentManager) content = webkit_user_content_manager_new ();
  g_autoptr (WebKitWebView) web = g_object_ref_sink (desk_reader_context_new_view (context, content, NULL));

  /* no source; another host; a source without an answer */
  check_fails (web, DESK_READER_PAGES "x");
  desk_reader_scheme_set_source (web, silent_source_cb, NULL);
  check_fails (web, "newsdesk://elsewhere/x");
  check_fails (web, DESK_READER_PAGES "x");
}

/* A page of another number or version is not there; the article stays. */
static void
test_foreign_page (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  DeskReaderView *view = fixture_open (article, NULL);
  WebKitWebView *web = fixture_get_web (view);
  const char *hash = desk_version_get_hash (desk_article_get_version (article));
  g_autofree char *number = g_strdup_printf (DESK_READER_PAGES "%s/77", hash);
  const char *foreign[] = { number, DESK_READER_PAGES "none/1", DESK_READER_PAGES "../../etc/passwd" };
  g_autofree char *before = fixture_eval (web, DESK_READER_WORLD, "return location.pathname", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *after = NULL;
      gboolean finished = FALSE;
      gulong id = g_signal_connect (web, "load-changed", G_CALLBACK (loaded_cb), &finished);

      webkit_web_view_load_uri (web, foreign[i]);
      fixture_wait (&finished);
      after = fixture_eval (web, DESK_READER_WORLD, "return location.pathname", NULL);
      g_assert_cmpstr (after, ==, before);
      g_signal_handler_disconnect (web, id);
    }
  fixture_close (view);
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  /* Folders of its own come from with-display.sh: WebKit keeps those of the first test of a process. */
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/security/nothing", test_nothing);
  g_test_add_func ("/reader/security/gate", test_gate_alone);
  g_test_add_func ("/reader/security/settings", test_settings_alone);
  g_test_add_func ("/reader/security/filter", test_filter_alone);
  g_test_add_func ("/reader/security/csp", test_csp_alone);
  g_test_add_func ("/reader/security/csp-property", test_csp_property_alone);
  g_test_add_func ("/reader/security/page-layers", test_page_layers);
  g_test_add_func ("/reader/security/proxy", test_proxy_alone);
  g_test_add_func ("/reader/security/ours", test_ours);
  g_test_add_func ("/reader/security/worlds", test_worlds);
  g_test_add_func ("/reader/security/scheme-failures", test_scheme_failures);
  g_test_add_func ("/reader/security/foreign-page", test_foreign_page);

  return g_test_run ();
}
