/* Reads what dates are made of: numbers, days of a month, years.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-parser.h"

/* More than any length of time in the news. */
#define MAX_NUMBER 1000000

/**
 * desk_date_get_digits:
 *
 * Returns: a whole number in digits alone, at most @max_digits of them; -1 for none
 */
int
desk_date_get_digits (const DeskDateParser *self,
                      guint token,
                      guint max_digits)
{
  const DeskToken *at;
  const char *digits;
  int number = 0;

  if (token >= self->end)
    return -1;
  at = desk_prose_get_token (self->prose, token);
  if (at->kind != DESK_TOKEN_NUMBER || at->n_bytes > max_digits)
    return -1;
  digits = desk_prose_get_utf8 (self->prose) + at->byte;
  for (guint i = 0; i < at->n_bytes; i++)
    {
      if (!g_ascii_isdigit (digits[i]))
        return -1;
      number = number * 10 + (digits[i] - '0');
    }

  return number;
}

/* 12, 3,300, 2.5 */
static gboolean
read_digits (const DeskDateParser *self,
             guint token,
             DeskAmount *amount)
{
  const DeskToken *at = desk_prose_get_token (self->prose, token);
  const char *p = desk_prose_get_utf8 (self->prose) + at->byte;
  gsize n = at->n_bytes;

  if (at->kind != DESK_TOKEN_NUMBER || n > 7)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (g_ascii_isdigit (p[i]))
        amount->whole = amount->whole * 10 + (p[i] - '0');
      else if (p[i] == '.' && i > 0 && i + 2 == n && g_ascii_isdigit (p[i + 1]))
        {
          amount->tenths = p[i + 1] - '0';
          return TRUE;
        }
      else if (p[i] != ',' || n - i != 4)
        return FALSE;
    }

  return TRUE;
}

/* A run of words: twenty-five, two hundred and sixty, a hundred. */
static guint
read_words (const DeskDateParser *self,
            guint token,
            DeskAmount *amount)
{
  int total = 0, part = 0;
  guint n = 0;

  while (n < 12)
    {
      DeskDateWord word = desk_date_word (self, token + n);
      guint skip = 0;

      if (n > 0 && (desk_date_is (self, token + n, " and ") || (desk_date_character (self, token + n) == '-' && desk_date_is_glued (self, token + n))))
        {
          /* "two and three days" are two numbers, "a hundred and three years" is one. */
          if (desk_date_is (self, token + n, " and ") && part < 100)
            break;
          skip = 1;
          word = desk_date_word (self, token + n + 1);
          if (desk_date_is (self, token + n + 1, " a an "))
            break;
        }
      if (word.kind != DESK_DATE_WORD_NUMBER || (n > 0 && desk_date_is (self, token + n + skip, " a an ")))
        break;
      if (word.value == 100 || word.value == 1000)
        part = MAX (part, 1) * word.value;
      else if (part == 0 || (part % 100 >= 20 && part % 10 == 0 && word.value < 10) || part % 100 == 0)
        part += word.value;
      else if (part == 1 && n == 1 && word.value >= 12 && desk_date_is (self, token, " a an "))
        part = word.value; /* a dozen */
      else
        break;
      if (word.value == 1000)
        {
          total += part;
          part = 0;
        }
      if (total + part > MAX_NUMBER)
        return 0;
      n += skip + 1;
    }
  amount->whole = total + part;

  return n;
}

/**
 * desk_date_parse_number:
 * @amount: (out): set to the number, 0 for "a few", "several"
 *
 * Returns: how many tokens it takes
 */
guint
desk_date_parse_number (const DeskDateParser *self,
                        guint token,
                        DeskAmount *amount)
{
  DeskDateWord word = desk_date_word (self, token);
  guint n = 0;

  *amount = (DeskAmount) { 0, 0 };
  if (token >= self->end)
    return 0;
  /* "[Ten] years ago": the editor's word inside a quotation */
  if (desk_date_character (self, token) == '[' && desk_date_kind (self, token + 1) == DESK_DATE_WORD_NUMBER && desk_date_character (self, token + 2) == ']')
    return desk_date_parse_number (self, token + 1, amount) == 1 ? 3 : 0;
  if (read_digits (self, token, amount))
    n = 1;
  else if (word.kind == DESK_DATE_WORD_NUMBER)
    {
      if (desk_date_is (self, token, " a an ") && desk_date_kind (self, token + 1) == DESK_DATE_WORD_VAGUE)
        return desk_date_parse_number (self, token + 1, amount) + 1;
      n = read_words (self, token, amount);
    }
  else if (word.kind == DESK_DATE_WORD_VAGUE)
    {
      amount->whole = word.value;
      return desk_date_is (self, token + 1, " of ") ? 2 : 1;
    }
  /* two and a half, two-and-a-half */
  if (n > 0 && amount->tenths == 0)
    {
      guint dash = desk_date_is_dash (self, token + n) ? 1 : 0;

      if (desk_date_is (self, token + n + dash, " and ") && desk_date_is (self, token + n + 2 * dash + 1, " a ") && desk_date_kind (self, token + n + 3 * dash + 2) == DESK_DATE_WORD_HALF)
        {
          amount->tenths = 5;
          n += 3 * dash + 3;
        }
    }

  return n;
}

/**
 * desk_date_parse_day:
 *
 * Returns: how many tokens 5, 5th, fifth or twenty-first takes
 */
guint
desk_date_parse_day (const DeskDateParser *self,
                     guint token,
                     int *day)
{
  DeskDateWord word = desk_date_word (self, token);

  if (word.kind == DESK_DATE_WORD_ORDINAL)
    {
      *day = word.value;
      return 1;
    }
  if (word.kind == DESK_DATE_WORD_NUMBER && (word.value == 20 || word.value == 30))
    {
      guint dash = desk_date_is_dash (self, token + 1) ? 1 : 0;
      DeskDateWord next = desk_date_word (self, token + 1 + dash);

      if (next.kind == DESK_DATE_WORD_ORDINAL && next.value < 10)
        {
          *day = word.value + next.value;
          return 2 + dash;
        }
      return 0;
    }
  *day = desk_date_get_digits (self, token, 2);
  if (*day < 1 || *day > 31)
    return 0;

  return desk_date_is_glued (self, token + 1) && desk_date_is (self, token + 1, " st nd rd th ") ? 2 : 1;
}

/**
 * desk_date_parse_year:
 *
 * Returns: how many tokens a year with four digits, or '19, takes
 */
guint
desk_date_parse_year (const DeskDateParser *self,
                      guint token,
                      int *year)
{
  int number = desk_date_get_digits (self, token, 4);

  if (number >= 1000 && number < 2200)
    {
      *year = number;
      return 1;
    }
  if (desk_date_is (self, token, " ' ") && desk_date_is_glued (self, token + 1) && desk_prose_get_token (self->prose, token + 1)->n_bytes == 2)
    {
      number = desk_date_get_digits (self, token + 1, 2);
      if (number >= 0)
        {
          *year = number + (number < 50 ? 2000 : 1900);
          return 2;
        }
    }

  return 0;
}

/**
 * desk_date_parse_year_after:
 *
 * The year after a month, a season or a holiday: "2019", ", 2019", "of 2019", "of last year".
 *
 * Returns: how many tokens it takes
 */
guint
desk_date_parse_year_after (const DeskDateParser *self,
                            guint token,
                            DeskWhen *when)
{
  guint skip = desk_date_is (self, token, " , of in ") ? 1 : 0;
  guint the = skip == 1 && desk_date_is (self, token + skip, " the ") ? 1 : 0;
  guint n = desk_date_parse_year (self, token + skip, &when->year);
  guint after = token + skip + n;

  /* "March 11 this year" are two dates, which agree. */
  if (n == 0 && (desk_date_is (self, token, " of ") || desk_date_is (self, token, " last next ")) && desk_date_is (self, token + skip + the, " last this next that ") && desk_date_is (self, token + skip + the + 1, " year "))
    {
      when->mode = DESK_WHEN_THIS;
      when->amount = desk_date_word (self, token + skip + the).value;
      if (desk_date_is (self, token + skip + the, " that "))
        when->mode = DESK_WHEN_ANCHORED;
      return skip + the + 2;
    }
  if (n == 0)
    return 0;
  /* "June 5, 2000 people" */
  if (skip == 1 && desk_date_is (self, after, " people men women soldiers troops "))
    {
      when->year = 0;
      return 0;
    }
  if (desk_date_is_glued (self, after) && desk_prose_get_token (self->prose, after)->kind == DESK_TOKEN_WORD && !desk_date_is (self, after, " 's "))
    {
      when->year = 0;
      return 0;
    }
  when->mode = DESK_WHEN_ABSOLUTE;

  return skip + n;
}
