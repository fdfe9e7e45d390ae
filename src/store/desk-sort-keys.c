/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-sort-keys-private.h"

#include <locale.h>
#include <string.h>

/* Changed when the keys of the same text are to differ. */
#define KEYS_VERSION "1"

/* A long headline is told from others well before; the rest would only fatten the index. */
#define MAX_SORTED_LENGTH 60
#define MAX_KEY_BYTES 120

/* Sorts after everything: what has no headline, or no source. */
static GBytes *
key_of_nothing (void)
{
  return g_bytes_new_static ("\xff", 1);
}

/* Opening quotation marks and the like are no reason to come first. */
static const char *
skip_marks (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static char *
dup_beginning (const char *text,
               glong max_length)
{
  const char *end = text;

  for (glong i = 0; i < max_length && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_strndup (text, end - text);
}

static char *
strip_accents (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *stripped = g_string_new (NULL);

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ismark (c))
        g_string_append_unichar (stripped, c);
    }

  return g_string_free (stripped, FALSE);
}

char *
desk_sort_fold (const char *text,
                guint max_length)
{
  g_autofree char *beginning = dup_beginning (skip_marks (text), 2 * (glong) max_length);
  g_autofree char *folded = g_utf8_casefold (beginning, -1);
  g_autofree char *stripped = strip_accents (folded);

  return dup_beginning (stripped, max_length);
}

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* A letter with an accent counts as the plain one where the language sorts it among those, as in “É” for French, and
 * by itself where it comes later in the alphabet, as in “Ä” for Swedish. */
static char *
dup_letter (const char *headline)
{
  const char *first = skip_marks (headline);
  g_autofree char *letter = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *base = NULL;
  char *next;

  if (*first == '\0')
    return g_strdup ("");
  if (g_unichar_isdigit (g_utf8_get_char (first)))
    return g_strdup ("0–9");
  if (is_han (g_utf8_get_char (first)))
    return g_strdup ("漢");

  letter = dup_beginning (first, 1);
  upper = g_utf8_strup (letter, -1);
  base = strip_accents (upper);
  if (strlen (base) < 1 || !g_ascii_isupper (base[0]))
    return g_utf8_normalize (upper, -1, G_NORMALIZE_NFC);

  base[1] = '\0';
  if (base[0] == 'Z' || strcmp (base, upper) == 0)
    return g_steal_pointer (&base);

  next = (char[]) { base[0] + 1, '\0' };
  if (g_utf8_collate (upper, next) < 0)
    return g_steal_pointer (&base);

  return g_utf8_normalize (upper, -1, G_NORMALIZE_NFC);
}

static void
append_collate_key (GByteArray *key,
                    const char *text)
{
  g_autofree char *collated = g_utf8_collate_key (text, -1);

  g_byte_array_append (key, (const guint8 *) collated, MIN (strlen (collated), MAX_KEY_BYTES));
}

static void
append_separator (GByteArray *key)
{
  /* Below every byte of a collation key, so that a shorter key comes first. */
  g_byte_array_append (key, (const guint8 *) "", 1);
}

static void
init_headline (DeskSortKeys *self,
               const char *headline)
{
  g_autofree char *beginning = NULL;
  GByteArray *key;

  self->letter = dup_letter (headline);
  self->headline_fold = desk_sort_fold (headline, DESK_SORT_FOLD_LENGTH);
  if (*self->letter == '\0')
    {
      self->letter_key = key_of_nothing ();
      self->headline_key = key_of_nothing ();
      return;
    }

  key = g_byte_array_new ();
  append_collate_key (key, self->letter);
  append_separator (key);
  self->letter_key = g_bytes_new (key->data, key->len);

  beginning = dup_beginning (skip_marks (headline), MAX_SORTED_LENGTH);
  append_collate_key (key, beginning);
  self->headline_key = g_byte_array_free_to_bytes (key);
}

static void
init_source (DeskSortKeys *self,
             const char *source)
{
  GByteArray *key;

  if (*source == '\0')
    {
      self->source_key = key_of_nothing ();
      return;
    }

  /* The source itself follows: two sources that collate alike are still two sections. */
  key = g_byte_array_new ();
  append_collate_key (key, source);
  append_separator (key);
  g_byte_array_append (key, (const guint8 *) source, strlen (source));
  self->source_key = g_byte_array_free_to_bytes (key);
}

static int
parse_two_digits (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;

  return (text[0] - '0') * 10 + text[1] - '0';
}

/* The day is the one of the source's own clock, as it wrote it. */
static void
init_published (DeskSortKeys *self,
                const char *published)
{
  gsize length = strspn (published, "0123456789-");
  const char *time = published + length;
  int hour;
  int minute;
  int second;

  self->published_time = -1;
  if (length == 0 || length > strlen ("2026-11-23") || published[0] == '-')
    {
      self->published_day = g_strdup ("");
      return;
    }

  self->published_day = g_strndup (published, length);
  if (*time != 'T' && *time != ' ')
    return;

  hour = parse_two_digits (time + 1);
  if (hour < 0 || time[3] != ':')
    return;
  minute = parse_two_digits (time + 4);
  if (minute < 0)
    return;
  second = time[6] == ':' ? MAX (parse_two_digits (time + 7), 0) : 0;

  self->published_time = (hour * 60 + minute) * 60 + second;
}

/**
 * desk_sort_keys_init:
 * @self: keys to fill
 * @headline: (nullable): valid UTF-8
 * @source: (nullable): valid UTF-8
 * @published: (nullable): a day or a time of ISO 8601
 *
 * Works out all sort keys by the rules of the user's language.
 */
void
desk_sort_keys_init (DeskSortKeys *self,
                     const char *headline,
                     const char *source,
                     const char *published)
{
  init_headline (self, headline != NULL ? headline : "");
  init_source (self, source != NULL ? source : "");
  init_published (self, published != NULL ? published : "");
}

void
desk_sort_keys_clear (DeskSortKeys *self)
{
  g_clear_pointer (&self->published_day, g_free);
  g_clear_pointer (&self->letter, g_free);
  g_clear_pointer (&self->headline_fold, g_free);
  g_clear_pointer (&self->letter_key, g_bytes_unref);
  g_clear_pointer (&self->headline_key, g_bytes_unref);
  g_clear_pointer (&self->source_key, g_bytes_unref);
}

char *
desk_sort_dup_collation (void)
{
  const char *locale = setlocale (LC_COLLATE, NULL);

  return g_strdup_printf ("%s:%s", KEYS_VERSION, locale != NULL ? locale : "C");
}

char *
desk_sort_dup_day (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d") : g_strdup ("1970-01-01");
}
