/* The settings of the view are what reader.md asks for, one by one.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-bridge.h"
#include "desk-reader-scheme.h"
#include "reader-fixture.h"

static WebKitWebView *
new_view (DeskReaderContext *context)
{
  g_autoptr (WebKitUserContentManager) content = webkit_user_content_manager_new ();

  return g_object_ref_sink (desk_reader_context_new_view (context, content, NULL));
}

static void
test_off (void)
{
  static const char *const off[] = {
    "enable-javascript-markup",
    "enable-html5-local-storage",
    "enable-html5-database",
    "enable-webgl",
    "enable-webaudio",
    "enable-media",
    "enable-media-stream",
    "enable-mediasource",
    "enable-media-capabilities",
    "enable-page-cache",
    "enable-fullscreen",
    "enable-site-specific-quirks",
    "enable-2d-canvas-acceleration",
    "enable-webrtc",
    "enable-encrypted-media",
    "allow-file-access-from-file-urls",
    "allow-universal-access-from-file-urls",
    "allow-modal-dialogs",
    "javascript-can-open-windows-automatically",
    "javascript-can-access-clipboard",
    "enable-developer-extras",
  };
  g_autoptr (DeskReaderContext) context = desk_reader_context_new ();
  g_autoptr (WebKitWebView) web = new_view (context);
  WebKitSettings *settings = webkit_web_view_get_settings (web);

  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    {
      gboolean value = TRUE;

      g_object_get (settings, off[i], &value, NULL);
      if (value)
        g_error ("“%s” is on", off[i]);
    }

  /* Without it no event listener of our own world fires. */
  g_assert_true (webkit_settings_get_enable_javascript (settings));
  g_assert_cmpint (webkit_settings_get_hardware_acceleration_policy (settings), ==, WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER);
}

static void
test_features (void)
{
  static const char *const off[] = {
    "BeaconAPI", "WebSocket", "ServiceWorkers", "SharedWorker", "WebLocksAPI", "IndexedDBAPI",
    "LinkPreconnect", "LinkPreload", "Notifications", "Gamepads", "SpeechSynthesisAPI", NULL
  };
  g_autoptr (DeskReaderContext) context = desk_reader_context_new ();
  g_autoptr (WebKitWebView) web = new_view (context);
  WebKitSettings *settings = webkit_web_view_get_settings (web);
  g_autoptr (WebKitFeatureList) features = webkit_settings_get_all_features ();
  guint n_found = 0;

  for (gsize i = 0; i < webkit_feature_list_get_length (features); i++)
    {
      WebKitFeature *feature = webkit_feature_list_get (features, i);

      if (!g_strv_contains (off, webkit_feature_get_identifier (feature)))
        continue;
      n_found++;
      if (webkit_settings_get_feature_enabled (settings, feature))
        g_error ("“%s” is on", webkit_feature_get_identifier (feature));
    }
  g_test_message ("%u of %u features are known to this WebKit", n_found, g_strv_length ((char **) off));
  g_assert_cmpuint (n_found, >=, 8);
}

static void
test_process (void)
{
  g_autoptr (DeskReaderContext) context = desk_reader_context_new ();
  g_autoptr (WebKitWebView) web = new_view (context);

  g_assert_cmpstr (g_getenv ("JSC_useJIT"), ==, "0");
  g_assert_true (webkit_network_session_is_ephemeral (desk_reader_context_get_network (context)));
  g_assert_true (webkit_web_view_get_context (web) == desk_reader_context_get_web_context (context));
  g_assert_true (webkit_web_view_get_network_session (web) == desk_reader_context_get_network (context));
  g_assert_cmpstr (webkit_web_view_get_default_content_security_policy (web), ==, DESK_READER_VIEW_CSP);
  g_assert_cmpint (webkit_web_context_get_cache_model (desk_reader_context_get_web_context (context)), ==, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
}

static void
test_scheme (void)
{
  g_autoptr (DeskReaderContext) context = desk_reader_context_new ();
  WebKitSecurityManager *manager = webkit_web_context_get_security_manager (desk_reader_context_get_web_context (context));

  g_assert_true (webkit_security_manager_uri_scheme_is_display_isolated (manager, "newsdesk"));
  g_assert_false (webkit_security_manager_uri_scheme_is_local (manager, "newsdesk"));
  g_assert_false (webkit_security_manager_uri_scheme_is_secure (manager, "newsdesk"));
}

/* Two views of one context do not share what one of them switches. */
static void
test_own_settings (void)
{
  g_autoptr (DeskReaderContext) context = desk_reader_context_new ();
  g_autoptr (WebKitWebView) first = new_view (context);
  g_autoptr (WebKitWebView) second = new_view (context);

  webkit_settings_set_enable_caret_browsing (webkit_web_view_get_settings (first), TRUE);
  g_assert_false (webkit_settings_get_enable_caret_browsing (webkit_web_view_get_settings (second)));
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/settings/off", test_off);
  g_test_add_func ("/reader/settings/features", test_features);
  g_test_add_func ("/reader/settings/process", test_process);
  g_test_add_func ("/reader/settings/scheme", test_scheme);
  g_test_add_func ("/reader/settings/own", test_own_settings);

  return g_test_run ();
}
