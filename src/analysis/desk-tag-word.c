/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-tag-word.h"

#include <string.h>

/* Longer words are told apart by their beginning. */
#define MAX_CHARACTERS 64

static guint64
hash_characters (const gunichar *characters,
                 guint n)
{
  guint64 hash = n;

  for (guint i = 0; i < n; i++)
    hash = desk_tag_mix (hash, characters[i]);

  return desk_tag_mix (hash, 0);
}

/* The first characters of a word, typographic signs as plain ones; digits all alike in the lower form. */
static guint
read_characters (const char *utf8,
                 gsize n_bytes,
                 gunichar *exact,
                 gunichar *lower)
{
  const char *end = utf8 + n_bytes;
  guint n = 0;

  for (const char *p = utf8; p < end && n < MAX_CHARACTERS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c == 0x2019 || c == 0x2018)
        c = '\'';
      else if (c == 0x201c || c == 0x201d)
        c = '"';
      else if (c == 0x2013 || c == 0x2014)
        c = '-';
      exact[n] = c;
      if (c < 0x80)
        lower[n] = g_ascii_isdigit (c) ? '0' : (gunichar) g_ascii_tolower (c);
      else
        lower[n] = g_unichar_tolower (c);
    }

  return n;
}

static gunichar
shape_of (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isupper (c) ? 'X' : g_ascii_islower (c) ? 'x'
                                     : g_ascii_isdigit (c) ? '9'
                                                           : c;
  return g_unichar_isupper (c) ? 'X' : g_unichar_isalpha (c) ? 'x'
                                                             : 's';
}

/* A handful of classes for the hidden layer. */
static guint
classify (const gunichar *shape,
          guint n,
          DeskTagWord *self)
{
  guint n_upper = 0;
  guint n_lower = 0;
  guint n_digits = 0;
  guint n_other = 0;

  for (guint i = 0; i < n; i++)
    {
      n_upper += shape[i] == 'X';
      n_lower += shape[i] == 'x';
      n_digits += shape[i] == '9';
      n_other += shape[i] != 'X' && shape[i] != 'x' && shape[i] != '9';
    }
  self->capital = n > 0 && shape[0] == 'X';
  self->upper = n_upper > 1 && n_lower == 0;
  self->alphabetic = n_upper + n_lower > 0;

  if (n_digits > 0)
    return n_digits == n ? (n == 4 ? 1 : 2) : n_upper + n_lower > 0 ? 3
                                                                    : 4;
  if (n_upper + n_lower == 0)
    {
      if (n != 1)
        return 5;
      switch (shape[0])
        {
        case '.':
          return 6;
        case ',':
          return 7;
        case '-':
          return 8;
        case '(':
          return 9;
        case ')':
          return 10;
        case '"':
        case '\'':
          return 11;
        case ':':
          return 12;
        default:
          return 13;
        }
    }
  if (n_lower == n)
    return n == 1 ? 14 : 15;
  if (n_upper == n)
    return n == 1 ? 16 : n <= 4 ? 17
                                : 18;
  if (n_upper == 1 && self->capital && n_other == 0)
    return 19;
  if (n_other > 0 && n_lower == 0)
    return 20; /* U.S. */
  if (n_other > 0)
    return self->capital ? 21 : 22;

  return 23; /* McCain, iPhone */
}

/**
 * desk_tag_hash_lower: (skip)
 *
 * Returns: the hash of the lower form of a word, under which vectors and phrases stand
 */
guint64
desk_tag_hash_lower (const char *utf8,
                     gsize n_bytes)
{
  gunichar exact[MAX_CHARACTERS];
  gunichar lower[MAX_CHARACTERS];

  return hash_characters (lower, read_characters (utf8, n_bytes, exact, lower));
}

void
desk_tag_word_init (DeskTagWord *self,
                    const DeskTagModel *model,
                    const char *utf8,
                    gsize n_bytes)
{
  gunichar exact[MAX_CHARACTERS];
  gunichar lower[MAX_CHARACTERS];
  gunichar shape[MAX_CHARACTERS];
  gunichar short_shape[MAX_CHARACTERS];
  guint n = read_characters (utf8, n_bytes, exact, lower);
  guint n_short = 0;
  guint32 place;

  memset (self, 0, sizeof *self);
  self->n_characters = n;
  self->exact = hash_characters (exact, n);
  self->lower = hash_characters (lower, n);
  for (guint i = 0; i < n; i++)
    {
      shape[i] = shape_of (exact[i]);
      if (n_short == 0 || short_shape[n_short - 1] != shape[i])
        short_shape[n_short++] = shape[i];
    }
  self->shape = hash_characters (shape, MIN (n, 10));
  self->short_shape = hash_characters (short_shape, n_short);
  self->shape_class = classify (shape, n, self);
  for (guint i = 0; i < DESK_TAG_MAX_AFFIX && i < n; i++)
    {
      self->prefixes[i] = hash_characters (lower, i + 1);
      self->suffixes[i] = hash_characters (lower + n - i - 1, i + 1);
    }

  self->place = G_MAXUINT32;
  self->cluster = DESK_TAG_NO_CLUSTER;
  self->coarse = DESK_TAG_NO_CLUSTER;
  place = desk_tag_find_place (model->word_keys, model->word_mask, self->lower);
  if (model->word_keys[place] != 0)
    {
      self->place = place;
      self->cluster = model->word_clusters[place];
      self->coarse = model->coarse[self->cluster];
    }
}

/* All zero where the word has none. */
void
desk_tag_word_get_vector (const DeskTagWord *self,
                          const DeskTagModel *model,
                          float *vector)
{
  const guint8 *codes;

  if (self->place == G_MAXUINT32)
    {
      memset (vector, 0, DESK_TAG_VECTOR * sizeof *vector);
      return;
    }

  codes = model->word_codes + (gsize) self->place * DESK_TAG_CODES;
  for (guint i = 0; i < DESK_TAG_CODES; i++)
    memcpy (vector + i * DESK_TAG_CODE_LENGTH,
            model->codebook + ((gsize) i * 256 + codes[i]) * DESK_TAG_CODE_LENGTH,
            DESK_TAG_CODE_LENGTH * sizeof *vector);
}
