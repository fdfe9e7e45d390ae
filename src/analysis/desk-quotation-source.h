/* Quotation marks that no words of the list stand beside.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-attribution.h"

G_BEGIN_DECLS

void desk_attribute_quotations (const DeskSyntax *syntax,
                                GArray *attributions);

G_END_DECLS
