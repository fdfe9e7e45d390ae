/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-text-private.h"

#include <string.h>
#include <unicode/ubrk.h>

/* One byte offset is kept for every so many code points: 6 % of the size of Latin text with an accent in it, and at
 * most that many steps for a conversion. Plain ASCII needs none. */
#define SAMPLE 64

struct _DeskText
{
  gatomicrefcount ref_count;
  char *utf8;
  gsize n_bytes;
  guint length;
  guint32 *samples;
  guint n_samples;
};

G_DEFINE_BOXED_TYPE (DeskText, desk_text, desk_text_ref, desk_text_unref)

static inline gboolean
is_lead_byte (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

static void
index_text (DeskText *self)
{
  gsize n_leads = 0;

  for (gsize i = 0; i < self->n_bytes; i++)
    n_leads += is_lead_byte (self->utf8[i]);

  self->length = n_leads;
  if (n_leads == self->n_bytes)
    return;

  self->n_samples = n_leads / SAMPLE + 1;
  self->samples = g_new (guint32, self->n_samples);

  n_leads = 0;
  for (gsize i = 0; i < self->n_bytes; i++)
    if (is_lead_byte (self->utf8[i]))
      {
        if (n_leads % SAMPLE == 0)
          self->samples[n_leads / SAMPLE] = i;
        n_leads++;
      }
  if (n_leads % SAMPLE == 0)
    self->samples[n_leads / SAMPLE] = self->n_bytes;
}

/**
 * desk_text_new:
 * @utf8: (array length=n_bytes): valid UTF-8 without a NUL
 * @n_bytes: size of @utf8, at most %G_MAXINT32; -1 if it ends with a NUL
 *
 * Makes an immutable text, which any thread may read.
 *
 * Returns: (transfer full): a text
 */
DeskText *
desk_text_new (const char *utf8,
               gssize n_bytes)
{
  g_return_val_if_fail (utf8 != NULL || n_bytes == 0, NULL);

  if (n_bytes < 0)
    n_bytes = strlen (utf8);

  g_return_val_if_fail (n_bytes <= G_MAXINT32, NULL);
  g_return_val_if_fail (n_bytes == 0 || g_utf8_validate_len (utf8, n_bytes, NULL), NULL);

  return desk_text_new_take (g_strndup (utf8 != NULL ? utf8 : "", n_bytes), n_bytes);
}

/* The bytes are known to be valid and end with a NUL that is not counted. */
DeskText *
desk_text_new_take (char *utf8,
                    gsize n_bytes)
{
  DeskText *self;

  g_return_val_if_fail (utf8 != NULL, NULL);
  g_return_val_if_fail (n_bytes <= G_MAXINT32, NULL);

  self = g_new0 (DeskText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->utf8 = utf8;
  self->n_bytes = n_bytes;
  index_text (self);

  return self;
}

/**
 * desk_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
DeskText *
desk_text_ref (DeskText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * desk_text_unref:
 * @self: (transfer full): a text
 */
void
desk_text_unref (DeskText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->samples);
  g_free (self->utf8);
  g_free (self);
}

/**
 * desk_text_get_utf8:
 * @self: a text
 *
 * Returns: the whole text, ended with a NUL
 */
const char *
desk_text_get_utf8 (DeskText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->utf8;
}

/**
 * desk_text_get_n_bytes:
 * @self: a text
 *
 * Returns: its size in bytes
 */
gsize
desk_text_get_n_bytes (DeskText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

/**
 * desk_text_get_length:
 * @self: a text
 *
 * Returns: its length in code points
 */
guint
desk_text_get_length (DeskText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * desk_text_get_byte_offset:
 * @self: a text
 * @code_point: a code point; beyond the end it counts as the end
 *
 * Returns: the offset in bytes of the code point
 */
gsize
desk_text_get_byte_offset (DeskText *self,
                           guint code_point)
{
  const char *p;

  g_return_val_if_fail (self != NULL, 0);

  if (code_point >= self->length)
    return self->n_bytes;
  if (self->samples == NULL)
    return code_point;

  p = self->utf8 + self->samples[code_point / SAMPLE];
  for (guint left = code_point % SAMPLE; left > 0; left--)
    p = g_utf8_next_char (p);

  return p - self->utf8;
}

/**
 * desk_text_get_code_point:
 * @self: a text
 * @byte_offset: an offset in bytes; inside a code point it counts as its start, beyond the end as the end
 *
 * Returns: the code point at the offset
 */
guint
desk_text_get_code_point (DeskText *self,
                          gsize byte_offset)
{
  guint low = 0;
  guint high;
  guint n_leads;

  g_return_val_if_fail (self != NULL, 0);

  if (byte_offset >= self->n_bytes)
    return self->length;
  if (self->samples == NULL)
    return byte_offset;

  high = self->n_samples - 1;
  while (low < high)
    {
      guint middle = low + (high - low + 1) / 2;

      if (self->samples[middle] <= byte_offset)
        low = middle;
      else
        high = middle - 1;
    }

  n_leads = low * SAMPLE;
  for (gsize i = self->samples[low] + 1; i <= byte_offset; i++)
    n_leads += is_lead_byte (self->utf8[i]);

  return n_leads;
}

/**
 * desk_text_dup_slice:
 * @self: a text
 * @start: first code point
 * @end: code point after the last; beyond the end of the text it counts as that end
 *
 * Returns: (transfer full): the part of the text; empty if @start is not before @end
 */
char *
desk_text_dup_slice (DeskText *self,
                     guint start,
                     guint end)
{
  gsize from;

  g_return_val_if_fail (self != NULL, NULL);

  if (start >= end)
    return g_strdup ("");

  from = desk_text_get_byte_offset (self, start);

  return g_strndup (self->utf8 + from, desk_text_get_byte_offset (self, end) - from);
}

/* Between two ASCII characters there is always a border, but for the two halves of a line end. */
static gboolean
is_plain_border (DeskText *self,
                 gsize byte)
{
  const char *utf8 = self->utf8;

  return (byte == 0 || byte == self->n_bytes ||
          ((guchar) utf8[byte - 1] < 0x80 && (guchar) utf8[byte] < 0x80 &&
           !(utf8[byte - 1] == '\r' && utf8[byte] == '\n')));
}

/* Opening the rules is dear, a clone is cheap and belongs to the thread that made it. */
static UBreakIterator *
open_graphemes (DeskText *self,
                UText *utext)
{
  static gsize shared;
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *graphemes;

  if (g_once_init_enter (&shared))
    {
      UErrorCode open_status = U_ZERO_ERROR;
      UBreakIterator *opened = ubrk_open (UBRK_CHARACTER, "", NULL, 0, &open_status);

      if (U_FAILURE (open_status))
        g_error ("ICU has no rules for characters: %s", u_errorName (open_status));
      g_once_init_leave (&shared, (gsize) opened);
    }

  graphemes = ubrk_clone ((UBreakIterator *) shared, &status);
  utext_openUTF8 (utext, self->utf8, self->n_bytes, &status);
  ubrk_setUText (graphemes, utext, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot read a text: %s", u_errorName (status));

  return graphemes;
}

/**
 * desk_text_next_grapheme:
 * @self: a text
 * @code_point: a code point
 *
 * Finds the first border between graphemes after a code point: what a reader takes for one character, such as an
 * emoji of several code points or a letter with its combining accents, lies between two borders.
 *
 * Returns: the border in code points; the length of the text if there is none before its end
 */
guint
desk_text_next_grapheme (DeskText *self,
                         guint code_point)
{
  UText utext = UTEXT_INITIALIZER;
  UBreakIterator *graphemes;
  gsize byte;
  int32_t border;

  g_return_val_if_fail (self != NULL, 0);

  if (code_point >= self->length)
    return self->length;

  byte = desk_text_get_byte_offset (self, code_point);
  if ((guchar) self->utf8[byte] < 0x80 && is_plain_border (self, byte + 1))
    return code_point + 1;

  graphemes = open_graphemes (self, &utext);
  border = ubrk_following (graphemes, byte);
  ubrk_close (graphemes);
  utext_close (&utext);

  return border == UBRK_DONE ? self->length : desk_text_get_code_point (self, border);
}

/**
 * desk_text_align_grapheme:
 * @self: a text
 * @code_point: a code point
 *
 * Rounds down to a border between graphemes.
 *
 * Returns: @code_point if it is a border, otherwise the border before it, in code points
 */
guint
desk_text_align_grapheme (DeskText *self,
                          guint code_point)
{
  UText utext = UTEXT_INITIALIZER;
  UBreakIterator *graphemes;
  gsize byte;
  int32_t border;

  g_return_val_if_fail (self != NULL, 0);

  if (code_point >= self->length)
    return self->length;

  byte = desk_text_get_byte_offset (self, code_point);
  if (is_plain_border (self, byte))
    return code_point;

  graphemes = open_graphemes (self, &utext);
  border = ubrk_isBoundary (graphemes, byte) ? (int32_t) byte : ubrk_preceding (graphemes, byte);
  ubrk_close (graphemes);
  utext_close (&utext);

  return border == UBRK_DONE ? 0 : desk_text_get_code_point (self, border);
}
