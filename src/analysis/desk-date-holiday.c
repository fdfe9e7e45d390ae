/* Holidays: their names and their days.
 *
 * A feast of another calendar is known by name but has no day here: astronomers and councils tell it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-holiday.h"

#include <stdlib.h>
#include <string.h>

typedef enum
{
  FIXED,   /* month, day */
  NTH,     /* month, weekday, which; -1 is the last one */
  EASTER,  /* days from Easter Sunday */
  UNKNOWN, /* of another calendar */
} Rule;

typedef struct
{
  const char *words; /* as tokens have them, with a space between */
  Rule rule;
  int a;
  int b;
  int c;
  gboolean local; /* other countries keep another day by this name */
  int shift;      /* days after that */
} Holiday;

/* Longer names before the shorter ones that begin them. */
static const Holiday holidays[] = {
  { "christmas eve", FIXED, 12, 24 },
  { "christmas day", FIXED, 12, 25 },
  { "christmas", FIXED, 12, 25 },
  { "boxing day", FIXED, 12, 26 },
  { "new year 's eve", FIXED, 12, 31 },
  { "new years eve", FIXED, 12, 31 },
  { "new year 's day", FIXED, 1, 1 },
  { "new years day", FIXED, 1, 1 },
  { "hogmanay", FIXED, 12, 31 },
  { "epiphany", FIXED, 1, 6 },
  { "burns night", FIXED, 1, 25 },
  { "australia day", FIXED, 1, 26 },
  { "martin luther king jr. day", NTH, 1, 1, 3 },
  { "martin luther king day", NTH, 1, 1, 3 },
  { "mlk day", NTH, 1, 1, 3 },
  { "groundhog day", FIXED, 2, 2 },
  { "waitangi day", FIXED, 2, 6 },
  { "valentine 's day", FIXED, 2, 14 },
  { "valentines day", FIXED, 2, 14 },
  { "presidents ' day", NTH, 2, 1, 3 },
  { "presidents day", NTH, 2, 1, 3 },
  { "president 's day", NTH, 2, 1, 3 },
  { "international women 's day", FIXED, 3, 8 },
  { "st david 's day", FIXED, 3, 1 },
  { "st patrick 's day", FIXED, 3, 17 },
  { "st. patrick 's day", FIXED, 3, 17 },
  { "saint patrick 's day", FIXED, 3, 17 },
  { "st george 's day", FIXED, 4, 23 },
  { "earth day", FIXED, 4, 22 },
  { "anzac day", FIXED, 4, 25 },
  { "may day", FIXED, 5, 1 },
  { "ve day", FIXED, 5, 8 },
  { "victory day", FIXED, 5, 9, 0, TRUE },
  { "mother 's day", NTH, 5, 7, 2, TRUE },
  { "memorial day", NTH, 5, 1, -1 },
  { "father 's day", NTH, 6, 7, 3, TRUE },
  { "juneteenth", FIXED, 6, 19 },
  { "canada day", FIXED, 7, 1 },
  { "independence day", FIXED, 7, 4, 0, TRUE },
  { "bastille day", FIXED, 7, 14 },
  { "labor day", NTH, 9, 1, 1 },
  { "labour day", NTH, 9, 1, 1, TRUE },
  { "columbus day", NTH, 10, 1, 2 },
  { "indigenous peoples ' day", NTH, 10, 1, 2 },
  { "trafalgar day", FIXED, 10, 21 },
  { "halloween", FIXED, 10, 31 },
  { "all saints ' day", FIXED, 11, 1 },
  { "all souls ' day", FIXED, 11, 2 },
  { "guy fawkes night", FIXED, 11, 5 },
  { "bonfire night", FIXED, 11, 5 },
  { "armistice day", FIXED, 11, 11 },
  { "remembrance day", FIXED, 11, 11 },
  { "remembrance sunday", NTH, 11, 7, 2 },
  { "veterans day", FIXED, 11, 11 },
  { "veterans ' day", FIXED, 11, 11 },
  { "thanksgiving day", NTH, 11, 4, 4, TRUE },
  { "thanksgiving", NTH, 11, 4, 4, TRUE },
  { "st andrew 's day", FIXED, 11, 30 },
  { "shrove tuesday", EASTER, -47 },
  { "pancake day", EASTER, -47 },
  { "mardi gras", EASTER, -47 },
  { "ash wednesday", EASTER, -46 },
  { "palm sunday", EASTER, -7 },
  { "maundy thursday", EASTER, -3 },
  { "holy thursday", EASTER, -3 },
  { "good friday", EASTER, -2 },
  { "holy saturday", EASTER, -1 },
  { "easter sunday", EASTER, 0 },
  { "easter monday", EASTER, 1 },
  { "easter day", EASTER, 0 },
  { "easter", EASTER, 0 },
  { "ascension day", EASTER, 39 },
  { "whit sunday", EASTER, 49 },
  { "whit monday", EASTER, 50 },
  { "pentecost", EASTER, 49 },
  { "black friday", NTH, 11, 4, 4, .shift = 1 },
  { "cyber monday", NTH, 11, 4, 4, .shift = 4 },
  { "ramadan", UNKNOWN },
  { "eid al - fitr", UNKNOWN },
  { "eid al fitr", UNKNOWN },
  { "eid al - adha", UNKNOWN },
  { "eid al adha", UNKNOWN },
  { "eid", UNKNOWN },
  { "diwali", UNKNOWN },
  { "hanukkah", UNKNOWN },
  { "passover", UNKNOWN },
  { "yom kippur", UNKNOWN },
  { "rosh hashanah", UNKNOWN },
  { "lunar new year", UNKNOWN },
  { "chinese new year", UNKNOWN },
  { "nowruz", UNKNOWN },
  { "lent", UNKNOWN },
  { "advent", UNKNOWN },
};

/* What stands after a feast is named after it, and is no day. */
#define NAMED_AFTER " tree trees card cards present presents gift gifts party parties dinner dinners lunch market markets bonus bonuses carol carols lights shopping shoppers egg eggs bunny hampers hamper jumper jumpers pudding film films movie song songs number single cake cakes message speech island islands rising "

static guint
match (const DeskDateParser *self,
       guint token,
       const char *words)
{
  guint n = 0;

  while (*words != '\0')
    {
      gsize length = strcspn (words, " ");
      const char *folded;

      if (token + n >= self->end)
        return 0;
      folded = desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, token + n)->word)->folded;
      if (strncmp (folded, words, length) != 0 || folded[length] != '\0')
        return 0;
      n++;
      words += length;
      if (*words == ' ')
        words++;
    }

  return n;
}

/**
 * desk_date_parse_holiday:
 *
 * "Christmas Eve 1955", "Good Friday", "the Easter weekend".
 *
 * Returns: how many tokens a holiday takes
 */
guint
desk_date_parse_holiday (const DeskDateParser *self,
                         guint token,
                         DeskWhen *when)
{
  DeskDateWordKind kind = desk_date_kind (self, token);
  guint n = 0;

  /* Halloween may be written small; all others are names. */
  if ((kind != DESK_DATE_WORD_HOLIDAY && !desk_date_is (self, token, " may ")) || (!desk_date_is_capital (self, token) && !desk_date_is (self, token, " halloween christmas easter thanksgiving independence labor memorial eid ramadan ")))
    return 0;
  for (guint i = 0; n == 0 && i < G_N_ELEMENTS (holidays); i++)
    {
      n = match (self, token, holidays[i].words);
      if (n > 0)
        when->holiday = i + 1;
    }
  if (n == 0 || desk_date_is (self, token + n, NAMED_AFTER))
    return 0;
  /* Johnnie Christmas */
  if (n == 1 && token > 1 && desk_prose_get_token (self->prose, token - 1)->shape == DESK_SHAPE_CAPITAL && desk_prose_get_token (self->prose, token - 2)->kind == DESK_TOKEN_WORD && !(desk_prose_classes (self->prose, token - 1) & (DESK_CLASS_STARTER | DESK_CLASS_COMMON)) && desk_date_kind (self, token - 1) == DESK_DATE_WORD_NONE)
    return 0;
  /* "Advent", "Lent" and "Eid" are names and words too. */
  if (desk_date_is (self, token, " lent advent ") && !desk_date_follows (self, token, " in during for before after until of "))
    return 0;

  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_DAY;
  n += desk_date_parse_year_after (self, token + n, when);
  if (desk_date_is (self, token + n, " weekend "))
    {
      when->unit = DESK_UNIT_WEEKEND;
      n++;
      if (when->year == 0)
        n += desk_date_parse_year_after (self, token + n, when);
    }
  else if (desk_date_is (self, token + n, " week "))
    {
      when->unit = DESK_UNIT_WEEK;
      n++;
    }

  return n;
}

/* Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
static void
set_easter (GDate *day,
            int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

  g_date_set_dmy (day, f % 31 + 1, f / 31, year);
}

/**
 * desk_holiday_get_day:
 * @holiday: as a date has it
 * @day: (out): its day in @year
 *
 * Returns: whether it has a day that is known
 */
gboolean
desk_holiday_get_day (int holiday,
                      int year,
                      GDate *day)
{
  const Holiday *self = &holidays[holiday - 1];

  g_date_clear (day, 1);
  if (year < 1583 || year > 9990)
    return FALSE;
  switch (self->rule)
    {
    case FIXED:
      g_date_set_dmy (day, self->b, self->a, year);
      return TRUE;
    case NTH:
      if (self->c > 0)
        {
          g_date_set_dmy (day, 1, self->a, year);
          g_date_add_days (day, (self->b - (int) g_date_get_weekday (day) + 7) % 7 + 7 * (self->c - 1));
        }
      else
        {
          g_date_set_dmy (day, g_date_get_days_in_month (self->a, year), self->a, year);
          g_date_subtract_days (day, ((int) g_date_get_weekday (day) - self->b + 7) % 7);
        }
      g_date_add_days (day, self->shift);
      return TRUE;
    case EASTER:
      set_easter (day, year);
      if (self->a < 0)
        g_date_subtract_days (day, -self->a);
      else
        g_date_add_days (day, self->a);
      return TRUE;
    case UNKNOWN:
      break;
    }

  return FALSE;
}

/**
 * desk_holiday_is_sure:
 *
 * Returns: whether the name means the same day everywhere
 */
gboolean
desk_holiday_is_sure (int holiday)
{
  return !holidays[holiday - 1].local;
}

/**
 * desk_holiday_get_weekend:
 * @first: (inout): the day of the holiday; set to the first day of its weekend
 * @last: (out): the last day
 *
 * A Friday or a Monday lengthens the weekend, a Thursday takes the Friday with it; Easter has two free days around it.
 */
void
desk_holiday_get_weekend (int holiday,
                          GDate *first,
                          GDate *last)
{
  int weekday = g_date_get_weekday (first);
  gboolean easter = holidays[holiday - 1].rule == EASTER && holidays[holiday - 1].a >= -2 && holidays[holiday - 1].a <= 1;
  int to_saturday = weekday <= 2 ? -weekday - 1 : 6 - weekday;

  *last = *first;
  if (to_saturday < 0)
    g_date_subtract_days (first, -to_saturday);
  else
    g_date_add_days (first, to_saturday);
  *last = *first;
  g_date_add_days (last, easter || weekday == G_DATE_MONDAY ? 2 : 1);
  if (easter || weekday == G_DATE_FRIDAY)
    g_date_subtract_days (first, 1);
  else if (weekday == G_DATE_THURSDAY)
    g_date_subtract_days (first, 2);
}
