/* Answers the newsdesk: scheme: pages are made when a view asks for them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

/* The policy that every answer carries as an HTTP header, and the one that each view is made with. */
#define DESK_READER_CSP                                                                          \
  "default-src 'none'; style-src newsdesk:; img-src newsdesk:; base-uri 'none'; form-action 'none'; " \
  "frame-ancestors 'none'; sandbox allow-scripts allow-same-origin"
#define DESK_READER_VIEW_CSP "default-src 'none'; style-src newsdesk:; img-src newsdesk:"

/* Makes what stands under a path ("/hash/7"), or returns NULL with an error. */
typedef GBytes *(*DeskReaderSource) (WebKitWebView  *view,
                                     const char     *path,
                                     const char    **content_type,
                                     gpointer        user_data,
                                     GError        **error);

void  desk_reader_scheme_register   (WebKitWebContext  *context);
/* A view without a source gets "not found" for everything: pages belong to the view that asks. */
void  desk_reader_scheme_set_source (WebKitWebView     *view,
                                     DeskReaderSource   source,
                                     gpointer           user_data);

G_END_DECLS
