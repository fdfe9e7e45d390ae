/* The stored form of undo steps, as a damaged or foreign library may hold it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-step-store-private.h"
#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) bytes, size);
  /* As a column of the database is read. */
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autoptr (DeskStep) step = desk_step_store_parse (text, NULL);
  g_autofree char *printed = NULL;
  g_autofree char *again = NULL;
  g_autoptr (DeskStep) parsed = NULL;
  g_autoptr (DeskStep) inverse = NULL;

  if (step == NULL)
    return 0;

  printed = desk_step_store_print (step);
  parsed = desk_step_store_parse (printed, NULL);
  g_assert_nonnull (parsed);
  again = desk_step_store_print (parsed);
  g_assert_cmpstr (printed, ==, again);
  inverse = desk_step_invert (parsed);
  g_assert_cmpuint (desk_step_get_n_changes (inverse), ==, desk_step_get_n_changes (step));

  return 0;
}
