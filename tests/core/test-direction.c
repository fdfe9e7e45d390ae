/* Which way a text is read: by its first letter.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-direction.h"

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    DeskDirection direction;
  } cases[] = {
    { "", DESK_DIRECTION_NONE },
    { "41 % (2023) …", DESK_DIRECTION_NONE },
    { "Bridge opens", DESK_DIRECTION_LEFT_TO_RIGHT },
    { "«Мост»", DESK_DIRECTION_LEFT_TO_RIGHT },
    { "桥", DESK_DIRECTION_LEFT_TO_RIGHT },
    { "افتتاح Bridge", DESK_DIRECTION_RIGHT_TO_LEFT },
    { "“2023 — הגשר", DESK_DIRECTION_RIGHT_TO_LEFT },
    { "Bridge افتتاح", DESK_DIRECTION_LEFT_TO_RIGHT },
    /* Digits that are written in Arabic have no direction of their own. */
    { "٧ 7", DESK_DIRECTION_NONE },
    /* A letter beyond the first plane. */
    { "𐤀", DESK_DIRECTION_RIGHT_TO_LEFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (desk_direction_of_text (cases[i].text), ==, cases[i].direction);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/direction/texts", test_texts);

  return g_test_run ();
}
