/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-settings.h"

/* Four more (hyperlink auditing, DNS prefetching, offline application cache, loading of icons) are
 * dead in WebKitGTK 2.52 and warn when they are touched; content filter and CSP cover them. */
static const char *const switched_off[] = {
  "enable-2d-canvas-acceleration",
  "enable-back-forward-navigation-gestures",
  "enable-developer-extras",
  "enable-encrypted-media",
  "enable-fullscreen",
  "enable-html5-database",
  "enable-html5-local-storage",
  "enable-javascript-markup",
  "enable-media",
  "enable-media-capabilities",
  "enable-media-stream",
  "enable-mediasource",
  "enable-page-cache",
  "enable-site-specific-quirks",
  "enable-webaudio",
  "enable-webgl",
  "enable-webrtc",
  "allow-file-access-from-file-urls",
  "allow-modal-dialogs",
  "allow-universal-access-from-file-urls",
  "javascript-can-access-clipboard",
  "javascript-can-open-windows-automatically",
};

static const char *const features_off[] = {
  "BeaconAPI",
  "Gamepads",
  "IndexedDBAPI",
  "LinkPreconnect",
  "LinkPreload",
  "Notifications",
  "ServiceWorkers",
  "SharedWorker",
  "SpeechSynthesisAPI",
  "WebLocksAPI",
  "WebSocket",
  NULL,
};

static void
switch_features_off (WebKitSettings *settings)
{
  g_autoptr (WebKitFeatureList) features = webkit_settings_get_all_features ();

  for (gsize i = 0; i < webkit_feature_list_get_length (features); i++)
    {
      WebKitFeature *feature = webkit_feature_list_get (features, i);

      if (g_strv_contains (features_off, webkit_feature_get_identifier (feature)))
        webkit_settings_set_feature_enabled (settings, feature, FALSE);
    }
}

/* JavaScript itself stays on: without it no event listener of our private world ever fires. The
 * page has no script of its own (markup off, no script-src). */
WebKitSettings *
desk_reader_settings_new (void)
{
  WebKitSettings *settings = webkit_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (switched_off); i++)
    g_object_set (settings, switched_off[i], FALSE, NULL);
  switch_features_off (settings);

  /* Software GL costs twice the memory and time of plain painting; text gains nothing from it. */
  webkit_settings_set_hardware_acceleration_policy (settings, WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER);
  webkit_settings_set_enable_smooth_scrolling (settings, TRUE);

  return settings;
}
