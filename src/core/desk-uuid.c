/* UUID version 7 after RFC 9562, §5.7, with the fraction of the millisecond in `rand_a` (§6.2, method 3).
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-uuid.h"

#include <stdatomic.h>
#include <unistd.h>

/* Time in 1/4096 of a millisecond; later than the last one given, so that ids of one process sort as they were made,
 * however fast they come and whatever is done to the clock. */
static guint64
next_tick (void)
{
  static _Atomic guint64 last;
  guint64 now = g_get_real_time ();
  guint64 tick = ((now / 1000) << 12) | ((now % 1000) * 4096 / 1000);
  guint64 previous = atomic_load (&last);
  guint64 next;

  do
    next = MAX (tick, previous + 1);
  while (!atomic_compare_exchange_weak (&last, &previous, next));

  return next;
}

/**
 * desk_uuid_new:
 *
 * Makes a global id. Ids that one process makes sort in the order in which they were made.
 *
 * Returns: (transfer full): an id of 36 characters, in lower case
 */
char *
desk_uuid_new (void)
{
  guint64 tick = next_tick ();
  guint64 random;

  if (getentropy (&random, sizeof random) != 0)
    random = ((guint64) g_random_int () << 32) | g_random_int ();

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%012" G_GINT64_MODIFIER "x",
                          (guint) (tick >> 28),
                          (guint) (tick >> 12) & 0xffff,
                          (guint) tick & 0xfff,
                          0x8000 | ((guint) (random >> 48) & 0x3fff),
                          random & G_GUINT64_CONSTANT (0xffffffffffff));
}

/**
 * desk_uuid_is_valid:
 * @uuid: (nullable): a word, maybe a foreign one
 *
 * Tells whether a word is an id: a UUID of any version in its only accepted spelling, the one in lower case.
 *
 * Returns: %TRUE if it is
 */
gboolean
desk_uuid_is_valid (const char *uuid)
{
  if (uuid == NULL || !g_uuid_string_is_valid (uuid))
    return FALSE;

  for (const char *p = uuid; *p != '\0'; p++)
    if (g_ascii_isupper (*p))
      return FALSE;

  return TRUE;
}
