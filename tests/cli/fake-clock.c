/* Preloaded, it tells a program any time: NEWSDESK_FAKE_TIME, in seconds since 1970.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t
fake (void)
{
  const char *value = getenv ("NEWSDESK_FAKE_TIME");

  return value != NULL ? strtoll (value, NULL, 10) : 0;
}

time_t
time (time_t *result)
{
  time_t now = fake ();

  if (result != NULL)
    *result = now;

  return now;
}

int
gettimeofday (struct timeval *restrict result,
              void *restrict zone)
{
  result->tv_sec = fake ();
  result->tv_usec = 0;

  return 0;
}

/* Only the time of day is made up; waiting goes by the other clocks. */
int
clock_gettime (clockid_t clock,
               struct timespec *result)
{
  if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
    return syscall (SYS_clock_gettime, clock, result);
  result->tv_sec = fake ();
  result->tv_nsec = 0;

  return 0;
}
