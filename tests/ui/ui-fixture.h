/* What the tests of the window share: articles of given days, looking for widgets, waiting.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session-fixture.h"

/* Stores an article of one paragraph and returns its id. */
char *ui_fixture_add_article (Fixture *fixture,
                              const char *headline,
                              const char *published,
                              const char *source);
/* The first widget of a type below `root`, itself included, that is shown; with a label or the text of one
 * where that is asked for. */
GtkWidget *ui_fixture_find (GtkWidget *root,
                            GType type,
                            const char *text);
GtkWidget *ui_fixture_get_child (GtkWidget *widget,
                                 GType owner,
                                 const char *id);
