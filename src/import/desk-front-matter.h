/* Reads the metadata that stands above a Markdown text, in YAML or TOML.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-reading.h"

G_BEGIN_DECLS

gsize desk_front_matter_read (const char *text,
                              gsize length,
                              DeskReading *reading);

G_END_DECLS
