/* The hardened settings of every view that shows a page of NewsDesk.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <webkit/webkit.h>

G_BEGIN_DECLS

WebKitSettings *desk_reader_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
