/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-search-query-private.h"

#include <string.h>

#include "desk-search-text-private.h"

/* The index refuses expressions that are nested too deeply; nobody types such by hand. */
#define MAX_DEPTH 16
#define MAX_TERMS 64
#define MAX_LENGTH 1000
/* The index takes no endless chain of alternatives. */
#define MAX_NAMES 32
#define DEFAULT_DISTANCE 10
#define MAX_DISTANCE 1000
/* One letter begins too many words to be a search. */
#define MIN_PREFIX_LENGTH 2

typedef enum
{
  TOKEN_END,
  TOKEN_WORD,
  TOKEN_PHRASE,
  TOKEN_OR,
  TOKEN_AND,
  TOKEN_NOT,
  TOKEN_NEAR,
  TOKEN_OPEN,
  TOKEN_CLOSE,
} TokenKind;

typedef struct
{
  DeskSearchQuery *query;
  const char *next;
  guint depth;
  guint n_terms;

  TokenKind kind;
  char *text;     /* of a word or a phrase */
  gboolean star;  /* the word ends with an asterisk */
  guint distance; /* of NEAR */
} Parser;

static char *parse_or (Parser *self);

static gunichar
get_closing_quote (gunichar c)
{
  switch (c)
    {
    case '"':
      return '"';
    case 0x201c: /* “ */
      return 0x201d;
    case 0x201e: /* „ */
      return 0x201c;
    case 0x00ab: /* « */
      return 0x00bb;
    case 0x300c: /* 「 */
      return 0x300d;
    default:
      return 0;
    }
}

static gboolean
ends_word (gunichar c)
{
  return c == '\0' || g_unichar_isspace (c) || c == '(' || c == ')' || get_closing_quote (c) != 0;
}

static gboolean
starts_item (gunichar c)
{
  return !ends_word (c) || c == '(' || get_closing_quote (c) != 0;
}

static void
read_phrase (Parser *self,
             gunichar opening)
{
  const gunichar closing = get_closing_quote (opening);
  const char *start = g_utf8_next_char (self->next);
  const char *end = start;

  /* A phrase may end with its own quotation mark or a straight one, or with the text while it is being typed. */
  while (*end != '\0' && g_utf8_get_char (end) != closing && *end != '"')
    end = g_utf8_next_char (end);

  self->kind = TOKEN_PHRASE;
  self->text = g_strndup (start, end - start);
  self->next = *end != '\0' ? g_utf8_next_char (end) : end;
}

static gboolean
read_near (Parser *self,
           const char *word)
{
  guint64 distance;

  if (strcmp (word, "NEAR") == 0)
    self->distance = DEFAULT_DISTANCE;
  else if (g_str_has_prefix (word, "NEAR/") &&
           g_ascii_string_to_unsigned (word + strlen ("NEAR/"), 10, 0, MAX_DISTANCE, &distance, NULL))
    self->distance = (guint) distance;
  else
    return FALSE;

  self->kind = TOKEN_NEAR;

  return TRUE;
}

static void
read_word (Parser *self)
{
  const char *start = self->next;
  const char *end = start;
  g_autofree char *word = NULL;

  while (!ends_word (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  self->next = end;
  word = g_strndup (start, end - start);

  if (strcmp (word, "OR") == 0)
    self->kind = TOKEN_OR;
  else if (strcmp (word, "AND") == 0)
    self->kind = TOKEN_AND;
  else if (strcmp (word, "NOT") == 0)
    self->kind = TOKEN_NOT;
  else if (!read_near (self, word))
    {
      self->kind = TOKEN_WORD;
      self->star = g_str_has_suffix (word, "*");
      self->text = g_steal_pointer (&word);
    }
}

static void
advance (Parser *self)
{
  gunichar c;

  g_clear_pointer (&self->text, g_free);
  self->star = FALSE;

  while (g_unichar_isspace (g_utf8_get_char (self->next)))
    self->next = g_utf8_next_char (self->next);

  c = g_utf8_get_char (self->next);
  if (c == '\0')
    {
      self->kind = TOKEN_END;
    }
  else if (c == '(' || c == ')')
    {
      self->kind = c == '(' ? TOKEN_OPEN : TOKEN_CLOSE;
      self->next++;
    }
  else if (c == '-' && starts_item (g_utf8_get_char (self->next + 1)))
    {
      self->kind = TOKEN_NOT;
      self->next++;
    }
  else if (get_closing_quote (c) != 0)
    {
      read_phrase (self, c);
    }
  else
    {
      read_word (self);
    }
}

/* As the tokenizer of the index sees it. */
static gboolean
is_token_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE ||
         g_unichar_type (c) == G_UNICODE_LETTER_NUMBER || g_unichar_type (c) == G_UNICODE_OTHER_NUMBER;
}

static void
append_quoted (GString *expression,
               const char *text,
               gsize n_bytes)
{
  g_string_append_c (expression, '"');
  for (gsize i = 0; i < n_bytes; i++)
    {
      if (text[i] == '"')
        g_string_append_c (expression, '"');
      g_string_append_c (expression, text[i]);
    }
  g_string_append_c (expression, '"');
}

/* Cuts a word or phrase into stretches that are indexed by character and others, and adds each as a phrase. Returns how
 * many there are. */
static guint
append_phrases (Parser *self,
                GString *expression,
                const char *separator,
                const char *text,
                gboolean prefix)
{
  const char *p = text;
  guint n_phrases = 0;

  while (*p != '\0')
    {
      const char *start = p;
      const gboolean single = desk_search_text_is_single (g_utf8_get_char (p));
      gboolean has_token = FALSE;
      glong length = 0;

      for (; *p != '\0' && desk_search_text_is_single (g_utf8_get_char (p)) == single; p = g_utf8_next_char (p))
        {
          has_token |= is_token_char (g_utf8_get_char (p));
          length++;
        }
      if (!has_token || self->n_terms >= MAX_TERMS)
        continue;

      self->n_terms++;
      if (n_phrases++ > 0)
        g_string_append (expression, separator);
      if (single)
        {
          g_autoptr (GString) split = g_string_new (NULL);

          desk_search_text_split (split, start, p - start);
          append_quoted (expression, split->str, split->len);
          g_ptr_array_add (self->query->singles, g_strndup (start, p - start));
        }
      else
        {
          append_quoted (expression, start, p - start);
          self->query->only_singles = FALSE;
          if (prefix && *p == '\0' && length >= MIN_PREFIX_LENGTH && is_token_char (g_utf8_get_char (g_utf8_prev_char (p))))
            g_string_append (expression, " *");
        }
    }

  return n_phrases;
}

/* One word or phrase; empty where there is nothing in it to search for. */
static char *
take_term (Parser *self,
           const char *separator)
{
  g_autoptr (GString) phrases = g_string_new (NULL);
  g_autofree char *text = g_steal_pointer (&self->text);
  const gboolean word = self->kind == TOKEN_WORD;
  gboolean prefix = self->star;
  guint n_phrases;

  if (self->star)
    text[strlen (text) - 1] = '\0';
  /* Still being typed: no space after it yet. */
  if (word && *self->next == '\0')
    prefix = TRUE;

  n_phrases = append_phrases (self, phrases, separator, text, prefix);
  advance (self);

  if (n_phrases > 1 && strcmp (separator, " ") != 0)
    return g_strdup_printf ("(%s)", phrases->str);

  return g_strdup (phrases->str);
}

/* Terms joined by NEAR, or one alone. */
static char *
parse_near (Parser *self)
{
  g_autoptr (GString) inside = NULL;
  g_autofree char *first = NULL;
  guint distance = 0;

  /* A look ahead: NEAR takes bare phrases, others may be in brackets. */
  {
    Parser probe = *self;

    probe.text = NULL;
    advance (&probe);
    g_clear_pointer (&probe.text, g_free);
    if (probe.kind != TOKEN_NEAR)
      return take_term (self, " AND ");
    distance = probe.distance;
  }

  inside = g_string_new (NULL);
  first = take_term (self, " ");
  g_string_append (inside, first);
  while (self->kind == TOKEN_NEAR)
    {
      g_autofree char *next = NULL;

      distance = MAX (distance, self->distance);
      advance (self);
      if (self->kind != TOKEN_WORD && self->kind != TOKEN_PHRASE)
        break;

      next = take_term (self, " ");
      if (*next != '\0' && inside->len > 0)
        g_string_append_c (inside, ' ');
      g_string_append (inside, next);
    }

  if (inside->len == 0)
    return g_strdup ("");

  return g_strdup_printf ("NEAR (%s, %u)", inside->str, distance);
}

/* A term or a bracket. */
static char *
parse_item (Parser *self)
{
  char *inside;

  if (self->kind != TOKEN_OPEN)
    return parse_near (self);

  advance (self);
  if (self->depth >= MAX_DEPTH)
    return g_strdup ("");

  self->depth++;
  inside = parse_or (self);
  self->depth--;
  if (self->kind == TOKEN_CLOSE)
    advance (self);

  return inside;
}

static void
append_operand (GString *expression,
                const char *operator,
                const char * operand)
{
  if (*operand == '\0')
    return;

  if (expression->len > 0)
    g_string_append (expression, operator);
  g_string_append (expression, operand);
}

/* All that stands next to each other; at the top also only what is not wanted. */
static char *
parse_and (Parser *self)
{
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_autoptr (GString) unwanted = g_string_new (NULL);

  for (;;)
    {
      g_autofree char *item = NULL;
      gboolean negative = FALSE;

      while (self->kind == TOKEN_AND || self->kind == TOKEN_NOT || self->kind == TOKEN_NEAR)
        {
          negative = self->kind == TOKEN_NOT;
          advance (self);
        }
      /* A bracket that was never opened closes nothing. */
      if (self->kind == TOKEN_CLOSE && self->depth == 0)
        {
          advance (self);
          continue;
        }
      if (self->kind == TOKEN_END || self->kind == TOKEN_CLOSE || self->kind == TOKEN_OR)
        break;

      item = parse_item (self);
      append_operand (negative ? unwanted : wanted, negative ? " OR " : " AND ", item);
    }

  if (wanted->len == 0)
    {
      if (unwanted->len > 0 && self->depth == 0 && self->kind == TOKEN_END && !self->query->complement)
        {
          self->query->complement = TRUE;
          return g_strdup (unwanted->str);
        }
      return g_strdup ("");
    }
  if (unwanted->len > 0)
    return g_strdup_printf ("((%s) NOT (%s))", wanted->str, unwanted->str);

  return g_strdup_printf ("(%s)", wanted->str);
}

static char *
parse_or (Parser *self)
{
  g_autoptr (GString) expression = g_string_new (NULL);
  guint n_operands = 0;

  for (;;)
    {
      g_autofree char *operand = parse_and (self);

      /* “a OR -b” wants nearly everything; the part that can be shown is “a”. */
      if (self->query->complement && n_operands > 0)
        self->query->complement = FALSE;
      else
        {
          append_operand (expression, " OR ", operand);
          n_operands += *operand != '\0';
        }
      if (self->kind != TOKEN_OR)
        break;
      advance (self);
    }

  if (n_operands < 2)
    return g_strdup (expression->str);

  return g_strdup_printf ("(%s)", expression->str);
}

static char *
dup_shortened (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  char *cut = g_utf8_strlen (valid, -1) > MAX_LENGTH ? g_utf8_offset_to_pointer (valid, MAX_LENGTH) : NULL;

  if (cut != NULL)
    *cut = '\0';

  return g_steal_pointer (&valid);
}

/**
 * desk_search_query_parse:
 * @typed: whatever somebody typed
 *
 * Reads a search. Everything can be typed: what makes no sense is read as words or passed over.
 *
 * Returns: (transfer full): a search, maybe for nothing
 */
DeskSearchQuery *
desk_search_query_parse (const char *typed)
{
  g_autofree char *text = dup_shortened (typed);
  DeskSearchQuery *self = g_new0 (DeskSearchQuery, 1);
  Parser parser = { .query = self, .next = text };

  self->singles = g_ptr_array_new_with_free_func (g_free);
  self->only_singles = TRUE;

  advance (&parser);
  self->match = parse_or (&parser);
  g_clear_pointer (&parser.text, g_free);

  self->only_singles &= self->singles->len > 0;
  if (*self->match == '\0')
    {
      g_clear_pointer (&self->match, g_free);
      self->complement = FALSE;
    }

  return self;
}

void
desk_search_query_add_names (DeskSearchQuery *self,
                             const char *const *names)
{
  g_autoptr (GString) expression = NULL;

  if (self->match == NULL || self->complement)
    return;

  expression = g_string_new (self->match);
  for (guint i = 0; names[i] != NULL && i < MAX_NAMES; i++)
    {
      g_autoptr (GString) phrases = g_string_new (NULL);
      Parser parser = { .query = self };

      if (append_phrases (&parser, phrases, " AND ", names[i], FALSE) > 0)
        g_string_append_printf (expression, " OR (%s)", phrases->str);
    }

  g_free (self->match);
  self->match = g_strdup_printf ("(%s)", expression->str);
}

void
desk_search_query_free (DeskSearchQuery *self)
{
  if (self == NULL)
    return;

  g_free (self->match);
  g_ptr_array_unref (self->singles);
  g_free (self);
}
