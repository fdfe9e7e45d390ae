/* What the tests of the analysis share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-analyzer.h"
#include "desk-version-builder.h"

G_BEGIN_DECLS

/* Blocks are apart by blank lines; "# " begins a headline, "^ " a caption, "~ " a credit,
 * "= " boilerplate, "@ " a dateline. */
DeskVersion *test_version_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
DeskAnalysis *test_analyze (DeskAnalyzer *analyzer,
                            const char *text,
                            const char *published) G_GNUC_WARN_UNUSED_RESULT;
char *test_slice (DeskVersion *version,
                  guint start,
                  guint end) G_GNUC_WARN_UNUSED_RESULT;

void test_assert_dates (DeskAnalyzer *analyzer,
                        const char *language,
                        const char *text,
                        const char *published,
                        const char *expected);

G_END_DECLS
