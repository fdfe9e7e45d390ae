/* Reads one date at a place of the text, as it is written.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desk-date-words.h"
#include "desk-prose.h"

G_BEGIN_DECLS

/* How what is written becomes a day. */
typedef enum
{
  DESK_WHEN_ABSOLUTE, /* the year is given */
  DESK_WHEN_NEAREST,  /* a weekday, month, day or season; the tense tells which */
  DESK_WHEN_SHIFTED,  /* so many units before or after publication */
  DESK_WHEN_LAST,     /* last Friday, last June */
  DESK_WHEN_THIS,
  DESK_WHEN_NEXT,
  DESK_WHEN_ANCHORED, /* the next day, that year, the following Monday: counted from the date named before */
  DESK_WHEN_LENGTH,   /* three days */
  DESK_WHEN_OFTEN,    /* every Friday */
  DESK_WHEN_PRESENT,  /* now */
  DESK_WHEN_UNKNOWN,  /* some weeks ago */
} DeskWhenMode;

/* A number of units, whole and perhaps a part: two and a half hours. */
typedef struct
{
  int whole; /* 0 with no tenths for "a few" */
  int tenths;
} DeskAmount;

/* What stands there. Fields that are not given are 0. */
typedef struct
{
  DeskWhenMode mode;
  DeskUnit unit; /* its granularity; what is counted */
  int year;
  int month;
  int day;
  int weekday;
  int season; /* 21 to 24 */
  int quarter;
  int half;
  int week;
  int holiday;      /* index + 1 */
  int amount;       /* of shifts */
  DeskAmount count; /* of lengths and sets */
  DeskAmount more;  /* two months and ten days */
  DeskUnit more_unit;
  int hour; /* -1 where none is given */
  int minute;
  gboolean part_of_day; /* Tuesday night */
  gboolean ambiguous;   /* 3/4/2021 */
  gboolean exact;       /* a year ago to the day */
} DeskWhen;

#define DESK_WHEN_INIT { .hour = -1 }

typedef struct
{
  const DeskProse *prose;
  const DeskDateWord *words; /* of each distinct word of the prose */
  guint end;                 /* of the sentence */
  gboolean day_first;        /* 3/4/2021 is in April, by the language */
} DeskDateParser;

/* What a token is in a date; nothing past the end of the sentence. */
static inline DeskDateWord
desk_date_word (const DeskDateParser *self,
                guint token)
{
  const DeskDateWord none = { DESK_DATE_WORD_NONE, 0 };

  return token < self->end ? self->words[desk_prose_get_token (self->prose, token)->word] : none;
}

static inline DeskDateWordKind
desk_date_kind (const DeskDateParser *self,
                guint token)
{
  return desk_date_word (self, token).kind;
}

/* One of @words, which have a space before and after each. */
static inline gboolean
desk_date_is (const DeskDateParser *self,
              guint token,
              const char *words)
{
  return token < self->end && desk_prose_is_one_of (self->prose, token, words);
}

/* The same of the token before @token. */
static inline gboolean
desk_date_follows (const DeskDateParser *self,
                   guint token,
                   const char *words)
{
  return token > 0 && desk_prose_is_one_of (self->prose, token - 1, words);
}

static inline gboolean
desk_date_is_capital (const DeskDateParser *self,
                      guint token)
{
  return token < self->end && desk_token_is_capital (desk_prose_get_token (self->prose, token));
}

static inline gboolean
desk_date_is_glued (const DeskDateParser *self,
                    guint token)
{
  return token < self->end && desk_prose_get_token (self->prose, token)->glued;
}

static inline gunichar
desk_date_character (const DeskDateParser *self,
                     guint token)
{
  return token < self->end ? desk_prose_character (self->prose, token) : 0;
}

static inline gboolean
desk_date_is_dash (const DeskDateParser *self,
                   guint token)
{
  gunichar c = desk_date_character (self, token);

  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014;
}

/* A form of dates: how many tokens it takes at @token, 0 where it does not stand there. */
typedef guint (*DeskDateForm) (const DeskDateParser *self,
                               guint token,
                               DeskWhen *when);

int desk_date_get_digits (const DeskDateParser *self,
                          guint token,
                          guint max_digits);
guint desk_date_parse_number (const DeskDateParser *self,
                              guint token,
                              DeskAmount *amount);
guint desk_date_parse_day (const DeskDateParser *self,
                           guint token,
                           int *day);
guint desk_date_parse_year (const DeskDateParser *self,
                            guint token,
                            int *year);
guint desk_date_parse_year_after (const DeskDateParser *self,
                                  guint token,
                                  DeskWhen *when);

guint desk_date_parse_digits (const DeskDateParser *self,
                              guint token,
                              DeskWhen *when);
guint desk_date_parse_clock (const DeskDateParser *self,
                             guint token,
                             DeskWhen *when);
guint desk_date_parse_calendar (const DeskDateParser *self,
                                guint token,
                                DeskWhen *when);
guint desk_date_parse_period (const DeskDateParser *self,
                              guint token,
                              DeskWhen *when);
guint desk_date_parse_relative (const DeskDateParser *self,
                                guint token,
                                DeskWhen *when);
guint desk_date_parse_counted (const DeskDateParser *self,
                               guint token,
                               DeskWhen *when);
guint desk_date_parse_often (const DeskDateParser *self,
                             guint token,
                             DeskWhen *when);

G_END_DECLS
