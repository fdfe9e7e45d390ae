/* Cuts text into words, numbers and marks.
 *
 * The policy, the same for every text: clitics ('s, n't, 're) are words of their own; hyphens are
 * tokens of their own, glued on both sides; the full stop of an abbreviation belongs to it; digits
 * and the letters after them are apart (5|th); each Han character is a word.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-tokenizer.h"

#include <string.h>

#include "desk-character.h"
#include "desk-fold.h"
#include "desk-web-address.h"

typedef struct
{
  DeskLexicon *lexicon;
  const char *base;
  const char *end;
  const char *p;
  guint code_point;  /* of p */
  gsize byte_offset; /* of base */
  gboolean glued;
  gboolean newline;
  GString *folded;
  GArray *tokens;
} Scanner;

static gunichar
character_at (const Scanner *self,
              const char *p)
{
  if (p >= self->end)
    return 0;

  return (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
}

/* Makes a token of everything from the scanner's place to @end and moves there. */
static void
emit (Scanner *self,
      DeskTokenKind kind,
      const char *end)
{
  DeskToken token = { 0 };

  token.start = self->code_point;
  token.byte = self->byte_offset + (self->p - self->base);
  token.n_bytes = end - self->p;
  token.kind = kind;
  token.glued = self->glued;
  token.newline = self->newline;
  if (kind == DESK_TOKEN_WORD)
    token.shape = desk_shape_of (self->p, end);

  self->code_point += g_utf8_strlen (self->p, end - self->p);
  token.end = self->code_point;
  self->p = end;
  self->glued = TRUE;
  self->newline = FALSE;
  g_array_append_val (self->tokens, token);
}

static const DeskToken *
last_token (const Scanner *self)
{
  return self->tokens->len > 0 ? desk_token_at (self->tokens, self->tokens->len - 1) : NULL;
}

static gboolean
is_full (const Scanner *self,
         const char *p)
{
  return p - self->p >= DESK_TOKEN_MAX_BYTES - 8;
}

static const char *
skip_extenders (const Scanner *self,
                const char *p)
{
  while (p < self->end && !is_full (self, p) && desk_character_is_extender (character_at (self, p)))
    p = g_utf8_next_char (p);

  return p;
}

static const char *
skip_letters (const Scanner *self,
              const char *p)
{
  while (!is_full (self, p))
    {
      gunichar c = character_at (self, p);

      if (!(c == 0x00AD || desk_character_is_extender (c) || (desk_character_is_letter (c) && !desk_character_is_single (c))))
        break;
      p = g_utf8_next_char (p);
    }

  return p;
}

/* U.S., a.m., Ph.D., J. and the like. Returns its end, or NULL. */
static const char *
match_initialism (const Scanner *self)
{
  const char *p = self->p, *end = NULL;
  guint n_parts = 0;
  gboolean stopped = FALSE;

  while (n_parts < 8)
    {
      gunichar first = character_at (self, p);
      const char *q = p;
      guint n_letters = 0;

      while (desk_character_is_letter (character_at (self, q)) && n_letters < 3)
        {
          n_letters++;
          q = g_utf8_next_char (q);
        }
      if (n_letters == 0 || n_letters > 2 || (n_letters == 2 && !g_unichar_isupper (first)))
        break;
      stopped = character_at (self, q) == '.';
      if (!stopped && n_letters == 2)
        break;
      n_parts++;
      end = stopped ? q + 1 : q;
      p = end;
      if (!stopped)
        break;
    }

  /* What follows must not go on with the word: "a.b.com", "St.John". */
  if (end == NULL || desk_character_is_letter (character_at (self, end)) || g_unichar_isdigit (character_at (self, end)))
    return NULL;
  if (n_parts >= 2)
    return end;

  /* A single capital with its stop is an initial: J. Smith. */
  if (n_parts == 1 && stopped && end - self->p <= 3)
    {
      gunichar first = character_at (self, self->p);

      if (g_unichar_isupper (first) && first != 'I' && character_at (self, g_utf8_next_char (self->p)) == '.')
        return end;
    }

  return NULL;
}

static gboolean
number_follows (const Scanner *self,
                const char *p)
{
  if (desk_character_is_space (character_at (self, p)))
    p = g_utf8_next_char (p);

  return g_unichar_isdigit (character_at (self, p));
}

/* With @end at the stop after a word: does the stop belong to it? */
static gboolean
is_abbreviation (Scanner *self,
                 const char *end)
{
  guint word;
  DeskClass classes;

  if (character_at (self, end) != '.' || end - self->p > 12)
    return FALSE;

  desk_fold_word (self->p, end + 1 - self->p, self->folded);
  word = desk_lexicon_find_word (self->lexicon, self->folded->str, self->folded->len);
  classes = desk_lexicon_get_classes (self->lexicon, word);
  if (!(classes & DESK_CLASS_ABBREVIATION))
    return FALSE;
  if ((classes & DESK_CLASS_BEFORE_NUMBER) && !number_follows (self, end + 1))
    return FALSE;

  /* "Sen." is one, "sen." is none. */
  if (!g_unichar_isupper (g_utf8_get_char (self->p)))
    {
      guint node = desk_lexicon_step (self->lexicon, DESK_LEXICON_ROOT, word);
      const char *form = desk_lexicon_node_form (self->lexicon, node);

      if (form != NULL && g_ascii_isupper (*form))
        return FALSE;
    }

  return !desk_character_is_letter (character_at (self, end + 1)) || !g_unichar_islower (character_at (self, end + 1));
}

static gboolean
is_clitic (const char *p,
           gsize n_bytes)
{
  static const char *const clitics[] = { "s", "re", "ve", "ll", "d", "m" };

  for (guint i = 0; i < G_N_ELEMENTS (clitics); i++)
    if (n_bytes == strlen (clitics[i]) && g_ascii_strncasecmp (p, clitics[i], n_bytes) == 0)
      return TRUE;

  return FALSE;
}

/* The end of the letters, with apostrophes inside but without a clitic. */
static const char *
match_word (const Scanner *self)
{
  const char *end = skip_letters (self, self->p);

  for (;;)
    {
      gunichar c = character_at (self, end);
      const char *after, *q;

      /* B2, G7, A320 */
      if (c < 0x80 && g_ascii_isdigit (c) && !is_full (self, end))
        {
          end = skip_letters (self, end + 1);
          continue;
        }
      if (!desk_character_is_apostrophe (c) || is_full (self, end))
        return end;

      after = g_utf8_next_char (end);
      q = skip_letters (self, after);
      if (q == after || is_clitic (after, q - after))
        return end;
      if (q - after == 1 && g_ascii_tolower (*after) == 't' && end - self->p > 1 && g_ascii_tolower (end[-1]) == 'n')
        return end - 1;
      end = q;
    }
}

static void
scan_word (Scanner *self)
{
  const char *end;
  const DeskToken *previous = last_token (self);
  gboolean after_number = self->glued && previous != NULL && previous->kind == DESK_TOKEN_NUMBER;

  if (desk_character_is_single (character_at (self, self->p)))
    {
      emit (self, DESK_TOKEN_WORD, skip_extenders (self, g_utf8_next_char (self->p)));
      return;
    }

  end = desk_match_url (self->p, self->end, DESK_TOKEN_MAX_BYTES - 8);
  if (end != NULL)
    {
      emit (self, DESK_TOKEN_ADDRESS, end);
      return;
    }

  end = after_number && !g_ascii_isalpha (*self->p) ? NULL : match_initialism (self);
  if (end == NULL)
    {
      end = match_word (self);
      if (end == self->p) /* a lone joiner or mark */
        end = skip_extenders (self, g_utf8_next_char (end));
      if (desk_match_domain (end, self->end) != NULL)
        {
          emit (self, DESK_TOKEN_ADDRESS, desk_match_domain (end, self->end));
          return;
        }
      if (is_abbreviation (self, end))
        end++;
    }

  emit (self, DESK_TOKEN_WORD, end);
}

static void
scan_number (Scanner *self)
{
  const char *end = self->p;

  while (!is_full (self, end))
    {
      gunichar c = character_at (self, end);

      if (g_unichar_isdigit (c))
        end = g_utf8_next_char (end);
      else if ((c == '.' || c == ',' || c == ':') && g_unichar_isdigit (character_at (self, end + 1)))
        end++;
      else
        break;
    }

  emit (self, DESK_TOKEN_NUMBER, skip_extenders (self, end));
}

/* A clitic after its word, or NULL. */
static const char *
match_clitic (const Scanner *self)
{
  const DeskToken *previous = last_token (self);
  const char *after, *end;

  if (!self->glued || previous == NULL || previous->kind == DESK_TOKEN_PUNCTUATION)
    return NULL;

  after = g_utf8_next_char (self->p);
  end = skip_letters (self, after);

  return is_clitic (after, end - after) ? end : NULL;
}

/* name@example.org: takes back the pieces before the sign. */
static gboolean
scan_mail_address (Scanner *self)
{
  const char *end = self->p + 1;
  gboolean dotted = FALSE;
  guint first = self->tokens->len;
  DeskToken *token;

  while (end < self->end && end - self->p < 255 && (g_ascii_isalnum (*end) || ((*end == '.' || *end == '-') && end + 1 < self->end && g_ascii_isalnum (end[1]))))
    dotted |= *end++ == '.';
  if (!dotted || !self->glued || first == 0)
    return FALSE;
  token = desk_token_at (self->tokens, first - 1);
  if (token->kind != DESK_TOKEN_WORD && token->kind != DESK_TOKEN_NUMBER)
    return FALSE;

  for (guint n = 0; n < 16 && first > 0; n++)
    {
      token = desk_token_at (self->tokens, --first);
      if (!token->glued || first == 0)
        break;
      token = desk_token_at (self->tokens, first - 1);
      if (token->kind != DESK_TOKEN_WORD && token->kind != DESK_TOKEN_NUMBER && !(token->n_bytes == 1 && strchr (".-_+", self->base[token->byte - self->byte_offset]) != NULL))
        break;
    }

  token = desk_token_at (self->tokens, first);
  self->code_point = token->start;
  self->p = self->base + (token->byte - self->byte_offset);
  self->glued = token->glued;
  self->newline = token->newline;
  g_array_set_size (self->tokens, first);
  emit (self, DESK_TOKEN_ADDRESS, end);

  return TRUE;
}

static void
scan_mark (Scanner *self,
           gunichar c)
{
  const char *end = g_utf8_next_char (self->p);
  DeskTokenKind kind = DESK_TOKEN_SYMBOL;

  if (desk_character_is_apostrophe (c) && match_clitic (self) != NULL)
    {
      emit (self, DESK_TOKEN_WORD, match_clitic (self));
      return;
    }

  if ((c == '@' || c == '#') && desk_character_is_letter (character_at (self, end)))
    {
      if (c == '@' && scan_mail_address (self))
        return;
      while (!is_full (self, end) && (*end == '_' || g_unichar_isdigit (character_at (self, end)) || desk_character_is_letter (character_at (self, end)) || desk_character_is_extender (character_at (self, end))))
        end = g_utf8_next_char (end);
      emit (self, DESK_TOKEN_ADDRESS, end);
      return;
    }

  if (desk_character_is_quote (c))
    {
      const char *run = end;

      kind = DESK_TOKEN_QUOTE;
      while (run < self->end && *run == *self->p && c < 0x80 && !is_full (self, run))
        run++;
      /* '' and `` are written for one double mark; longer runs quote nothing. */
      if (run - self->p == 2 && c != '"')
        end = run;
      else if (run - self->p > 3)
        {
          end = run;
          kind = DESK_TOKEN_SYMBOL;
        }
    }
  else if (desk_character_is_punctuation (c))
    {
      kind = DESK_TOKEN_PUNCTUATION;
      while (end < self->end && character_at (self, end) == c && strchr (".-!?_*", (int) MIN (c, 0x7F)) != NULL && !is_full (self, end))
        end = g_utf8_next_char (end);
    }
  else if (c >= 0x1F1E6 && c <= 0x1F1FF && character_at (self, end) >= 0x1F1E6 && character_at (self, end) <= 0x1F1FF)
    end = g_utf8_next_char (end); /* a flag of two letters */

  end = skip_extenders (self, end);
  /* A joiner ties the next picture to this one. */
  while (kind == DESK_TOKEN_SYMBOL && end < self->end && !is_full (self, end) && character_at (self, g_utf8_prev_char (end)) == 0x200D && character_at (self, end) >= 0x2190)
    end = skip_extenders (self, g_utf8_next_char (end));

  emit (self, kind, end);
}

/**
 * desk_tokenize:
 * @lexicon: knows the abbreviations
 * @utf8: the text or a part of it; valid UTF-8, need not end in a zero
 * @n_bytes: length of that part
 * @code_point: where the part starts in the text, in code points
 * @byte_offset: the same in bytes
 * @tokens: (element-type DeskToken): gets the tokens appended
 *
 * Every character that is no white space is in exactly one token, in text order. No token starts
 * inside a grapheme, but for runs beyond %DESK_TOKEN_MAX_BYTES. Takes linear time.
 */
void
desk_tokenize (DeskLexicon *lexicon,
               const char *utf8,
               gsize n_bytes,
               guint code_point,
               gsize byte_offset,
               GArray *tokens)
{
  Scanner scanner = { .lexicon = lexicon, .base = utf8, .end = utf8 + n_bytes, .p = utf8, .code_point = code_point, .byte_offset = byte_offset, .tokens = tokens };
  g_autoptr (GString) folded = g_string_sized_new (64);

  scanner.folded = folded;
  while (scanner.p < scanner.end)
    {
      gunichar c = character_at (&scanner, scanner.p);

      if (desk_character_is_space (c))
        {
          scanner.newline |= c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
          scanner.glued = FALSE;
          scanner.p = g_utf8_next_char (scanner.p);
          scanner.code_point++;
        }
      else if (g_unichar_isdigit (c))
        scan_number (&scanner);
      else if (desk_character_is_letter (c) || g_unichar_ismark (c))
        scan_word (&scanner);
      else
        scan_mark (&scanner, c);
    }
}

/**
 * desk_token_get_character:
 * @utf8: the whole text
 *
 * Returns: the first character of the token
 */
gunichar
desk_token_get_character (const DeskToken *token,
                          const char *utf8)
{
  return g_utf8_get_char (utf8 + token->byte);
}

/**
 * desk_token_equals:
 * @utf8: the whole text
 * @ascii: a string of lower-case ASCII
 *
 * Returns: whether the token is this string, in whatever case
 */
gboolean
desk_token_equals (const DeskToken *token,
                   const char *utf8,
                   const char *ascii)
{
  return strlen (ascii) == token->n_bytes && g_ascii_strncasecmp (utf8 + token->byte, ascii, token->n_bytes) == 0;
}
