/* Reads days and times of publication, as machines and as people write them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "desk-date-reader.h"
#include "desk-month-names.h"
#include "desk-phrase.h"

/* No news page is older. */
#define FIRST_YEAR 1990

/* Where a date may stand in a text that is looked through. */
#define MAX_SEARCH 4000

static gboolean
is_day (int year,
        int month,
        int day)
{
  return year >= 1000 && year <= 9999 && g_date_valid_dmy (day, month, year);
}

static const char *
read_number (const char *p,
             guint max_digits,
             int *value,
             guint *n_digits)
{
  guint n = 0;

  *value = 0;
  while (n < max_digits)
    {
      gunichar c = g_utf8_get_char (p);
      int digit = c < 0x80 ? (g_ascii_isdigit (c) ? (int) c - '0' : -1) : g_unichar_digit_value (c);

      if (digit < 0)
        break;
      *value = *value * 10 + digit;
      n++;
      p = g_utf8_next_char (p);
    }
  if (n_digits != NULL)
    *n_digits = n;

  return n > 0 ? p : NULL;
}

static gboolean
is_digit_at (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c != 0 && g_unichar_digit_value (c) >= 0;
}

/* "Z", "+01:00", "-0500", "GMT": what stands after a time. */
static const char *
read_zone (const char *p,
           char zone[8])
{
  static const struct
  {
    const char *name;
    const char *offset;
  } names[] = {
    { "GMT", "+00:00" }, { "UTC", "+00:00" }, { "EST", "-05:00" }, { "EDT", "-04:00" }, { "CST", "-06:00" }, { "CDT", "-05:00" }, { "MST", "-07:00" }, { "MDT", "-06:00" }, { "PST", "-08:00" }, { "PDT", "-07:00" }, { "CET", "+01:00" }, { "CEST", "+02:00" }, { "MEZ", "+01:00" }, { "MESZ", "+02:00" }, { "BST", "+01:00" }, { "EET", "+02:00" }, { "EEST", "+03:00" }, { "MSK", "+03:00" }, { "JST", "+09:00" }, { "KST", "+09:00" }, { "IST", "+05:30" }
  };
  int hours;
  int minutes = 0;
  guint n;
  const char *q = p;

  *zone = '\0';
  while (*q == ' ' || *q == '(')
    q++;

  if ((*q == 'Z' || *q == 'z') && !g_ascii_isalpha (q[1]))
    {
      g_strlcpy (zone, "+00:00", 8);
      return q + 1;
    }

  if ((*q == '+' || *q == '-') && g_ascii_isdigit (q[1]))
    {
      const char *after = read_number (q + 1, 2, &hours, &n);
      const char *rest;

      if (*after == ':')
        after++;
      rest = read_number (after, 2, &minutes, NULL);
      if (n == 2 && hours <= 14 && minutes < 60)
        {
          g_snprintf (zone, 8, "%c%02d:%02d", *q, hours, minutes);
          return rest != NULL ? rest : after;
        }
      return p;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i].name);

      if (strncmp (q, names[i].name, length) == 0 && !g_ascii_isalpha (q[length]))
        {
          g_strlcpy (zone, names[i].offset, 8);
          return q + length;
        }
    }

  return p;
}

/* "14:05", "14:05:33.120", "2.05 p.m.", "14h05", "10.15 Uhr" with a zone; the end of it, or NULL. */
static const char *
read_time (const char *p,
           gboolean is_text,
           char time[24])
{
  int hours;
  int minutes = 0;
  int seconds = 0;
  guint n;
  char zone[8];
  const char *q = read_number (p, 2, &hours, NULL);
  const char *rest;
  const char *half;

  if (q == NULL || hours > 24)
    return NULL;

  if (*q == ':' || (is_text && (*q == '.' || *q == 'h' || *q == 'H')))
    {
      gboolean dot = *q == '.';

      rest = read_number (q + 1, 2, &minutes, &n);
      if (rest == NULL || n != 2 || minutes > 59)
        return NULL;
      /* "12.03" is as often a day. */
      if (dot && desk_phrase_skip_word (rest, " uhr| h| a.m| p.m| am| pm|am|pm| gmt| ч|") == NULL)
        return NULL;
      q = rest;
      if (*q == ':' && (rest = read_number (q + 1, 2, &seconds, &n)) != NULL && n == 2 && seconds <= 60)
        {
          q = rest;
          if (*q == '.' || *q == ',')
            {
              const char *fraction = q + 1;

              while (g_ascii_isdigit (*fraction))
                fraction++;
              if (fraction > q + 1)
                q = fraction;
            }
        }
    }
  else if (!is_text || desk_phrase_skip_word (q, " uhr| a.m| p.m| am| pm|am|pm|") == NULL)
    return NULL;

  half = q;
  while (*half == ' ')
    half++;
  rest = desk_phrase_skip_word (half, "p.m.|p.m|pm|");
  if (rest != NULL && hours <= 12)
    {
      hours = hours % 12 + 12;
      q = rest;
    }
  else if ((rest = desk_phrase_skip_word (half, "a.m.|a.m|am|")) != NULL && hours <= 12)
    {
      hours %= 12;
      q = rest;
    }
  else if ((rest = desk_phrase_skip_word (half, "uhr|")) != NULL)
    q = rest;
  if (hours == 24)
    hours = 0;

  q = read_zone (q, zone);
  g_snprintf (time, 24, "%02d:%02d:%02d%s", hours, minutes, MIN (seconds, 59), zone);

  return q;
}

static void
set_value (DeskDateHit *hit,
           int year,
           int month,
           int day,
           const char *time)
{
  if (time != NULL && *time != '\0')
    g_snprintf (hit->value, sizeof hit->value, "%04d-%02d-%02dT%.14s", year % 10000, month % 100, day % 100, time);
  else
    g_snprintf (hit->value, sizeof hit->value, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
}

/* 2023-02-08, 20230208, with T or a space and a time. */
static const char *
read_iso (const char *p,
          DeskDateHit *hit)
{
  int year;
  int month;
  int day;
  guint n;
  char time[24] = "";
  const char *q = read_number (p, 4, &year, &n);
  gboolean dashed;
  char dash;

  if (q == NULL || n != 4)
    return NULL;
  dash = *q;
  dashed = dash == '-' || dash == '/' || dash == '.';
  q = read_number (dashed ? q + 1 : q, 2, &month, &n);
  if (q == NULL || (!dashed && n != 2) || (dashed && *q != dash))
    return NULL;
  q = read_number (dashed ? q + 1 : q, 2, &day, &n);
  if (q == NULL || (!dashed && n != 2) || !is_day (year, month, day) || is_digit_at (q))
    return NULL;

  if (*q == 'T' || *q == 't' || *q == ' ' || *q == ',')
    {
      const char *start = q + 1;
      const char *after;

      while (*start == ' ')
        start++;
      after = read_time (start, FALSE, time);
      if (after == NULL && g_ascii_isdigit (start[0]) && g_ascii_isdigit (start[1]) && g_ascii_isdigit (start[2]) && g_ascii_isdigit (start[3]))
        {
          char zone[8];

          /* 20241129T170043Z */
          if (g_ascii_isdigit (start[4]) && g_ascii_isdigit (start[5]))
            {
              after = read_zone (start + 6, zone);
              g_snprintf (time, sizeof time, "%.2s:%.2s:%.2s%s", start, start + 2, start + 4, zone);
            }
        }
      if (after != NULL)
        q = after;
      else
        *time = '\0';
    }

  set_value (hit, year, month, day, time);

  return q;
}

/* 8.2.2023, 08/02/23, 2/8/2023: the order of day and month goes by the language. */
static const char *
read_numeric (const char *p,
              const char *language,
              DeskDateHit *hit)
{
  int first;
  int second;
  int year;
  guint n;
  const char *q = read_number (p, 2, &first, NULL);
  char mark;
  gboolean month_first;

  if (q == NULL || strchr ("./-", *q) == NULL || *q == '\0')
    return NULL;
  mark = *q++;
  while (*q == ' ')
    q++;
  q = read_number (q, 2, &second, NULL);
  if (q == NULL || *q != mark)
    return NULL;
  for (q++; *q == ' ';)
    q++;
  q = read_number (q, 4, &year, &n);
  if (q == NULL || (n != 4 && n != 2) || is_digit_at (q))
    return NULL;
  if (n == 2)
    year += year < 70 ? 2000 : 1900;

  month_first = mark == '/' && (language == NULL || (g_str_has_prefix (language, "en") && strstr (language, "GB") == NULL && strstr (language, "AU") == NULL && strstr (language, "IE") == NULL && strstr (language, "NZ") == NULL && strstr (language, "IN") == NULL));
  if (month_first ? first > 12 : second > 12)
    month_first = !month_first;
  if (!is_day (year, month_first ? first : second, month_first ? second : first))
    return NULL;

  set_value (hit, year, month_first ? first : second, month_first ? second : first, NULL);

  return q;
}

/* 2023年2月8日, 2023년 2월 8일. */
static const char *
read_east_asian (const char *p,
                 DeskDateHit *hit)
{
  static const gunichar marks[3][2] = { { 0x5e74, 0xb144 }, { 0x6708, 0xc6d4 }, { 0x65e5, 0xc77c } };
  int values[3];

  for (guint i = 0; i < 3; i++)
    {
      gunichar c;

      while (*p == ' ')
        p++;
      p = read_number (p, i == 0 ? 4 : 2, &values[i], NULL);
      if (p == NULL)
        return NULL;
      c = g_utf8_get_char (p);
      if (c != marks[i][0] && c != marks[i][1])
        return NULL;
      p = g_utf8_next_char (p);
    }
  if (!is_day (values[0], values[1], values[2]))
    return NULL;

  set_value (hit, values[0], values[1], values[2], NULL);

  return p;
}

/* What may stand between day, month and year. */
static const char *
skip_joint (const char *p)
{
  static const char joints[] = "de|del|di|of|d'|den|the|";
  const char *after;

  for (;;)
    {
      while (*p == ' ' || *p == ',' || *p == '.' || *p == '-' || *p == '/' || g_str_has_prefix (p, "،") || g_str_has_prefix (p, "\xc2\xa0"))
        p = g_utf8_next_char (p);
      after = desk_phrase_skip_word (p, joints);
      if (after == NULL)
        return p;
      p = after;
    }
}

static const char *
read_year (const char *p,
           int *year)
{
  guint n;
  const char *q = read_number (p, 4, year, &n);

  if (q == NULL && *p == '\'')
    q = read_number (p + 1, 2, year, &n);
  if (q == NULL || is_digit_at (q))
    return NULL;
  if (n == 2)
    *year += *year < 70 ? 2000 : 1900;
  else if (n != 4)
    return NULL;

  return *year >= 1800 && *year < 2200 ? q : NULL;
}

static const char *
read_ordinal (const char *p,
              int *day)
{
  const char *q = read_number (p, 2, day, NULL);
  const char *after;

  if (q == NULL || *day < 1 || *day > 31 || is_digit_at (q))
    return NULL;
  after = desk_phrase_skip_word (q, "st|nd|rd|th|er|º|°|ª|:e|");

  return after != NULL ? after : q;
}

/* "8 February 2023", "8. Februar 2023", "8 de febrero de 2023". */
static const char *
read_day_first (const char *p,
                DeskDateHit *hit)
{
  int day;
  int year;
  guint month;
  const char *q = read_ordinal (p, &day);

  if (q == NULL || (q = desk_month_names_skip (skip_joint (q), &month)) == NULL)
    return NULL;
  q = read_year (skip_joint (q), &year);
  if (q == NULL || !is_day (year, month, day))
    return NULL;

  set_value (hit, year, month, day, NULL);

  return q;
}

/* "February 8, 2023", "Feb. 8 2023". */
static const char *
read_month_first (const char *p,
                  DeskDateHit *hit)
{
  int day;
  int year;
  guint month;
  const char *q = desk_month_names_skip (p, &month);

  if (q == NULL || (q = read_ordinal (skip_joint (q), &day)) == NULL)
    return NULL;
  q = read_year (skip_joint (q), &year);
  if (q == NULL || !is_day (year, month, day))
    return NULL;

  set_value (hit, year, month, day, NULL);

  return q;
}

/* A time that stands beside a date: "…, 10:15 GMT", "… um 10.15 Uhr", "… at 2 p.m. EST". */
static const char *
read_time_after (const char *p,
                 DeskDateHit *hit)
{
  static const char joints[] = "at|um|à|a las|alle|alle ore|às|om|kl.|kl|ore|o godz.|в||–|-|·|";
  const char *q = p;
  char time[24];
  gsize length = strlen (hit->value);

  while (*q == ' ' || *q == ',' || *q == '|' || *q == '-' || *q == '.' || g_str_has_prefix (q, "–") || g_str_has_prefix (q, "·") || g_str_has_prefix (q, "•"))
    q = g_utf8_next_char (q);
  if (q == p)
    return p;
  {
    const char *after = desk_phrase_skip_word (q, joints);

    while (after != NULL && *after == ' ')
      after++;
    if (after != NULL)
      q = after;
  }
  q = read_time (q, TRUE, time);
  if (q == NULL)
    return p;

  g_snprintf (hit->value + length, sizeof hit->value - length, "T%.14s", time);

  return q;
}

static const char *
read_at (const char *p,
         const char *language,
         DeskDateHit *hit)
{
  const char *end = NULL;

  if (is_digit_at (p))
    {
      if ((end = read_iso (p, hit)) == NULL && (end = read_east_asian (p, hit)) == NULL &&
          (end = read_day_first (p, hit)) == NULL)
        end = read_numeric (p, language, hit);
    }
  else if (strcspn (p, "0123456789") < 40)
    end = read_month_first (p, hit);

  if (end != NULL && strchr (hit->value, 'T') == NULL)
    end = read_time_after (end, hit);

  return end;
}

/**
 * desk_date_is_plausible:
 *
 * Returns: whether an article may have been published then: not before 1990 and not in the future
 */
gboolean
desk_date_is_plausible (const char *iso)
{
  g_autoptr (GDateTime) limit = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *last = NULL;

  /* Zones reach fourteen hours ahead. */
  limit = g_date_time_add_hours (now, 26);
  last = g_date_time_format (limit, "%Y-%m-%d");

  return iso != NULL && strlen (iso) >= 10 && atoi (iso) >= FIRST_YEAR && strncmp (iso, last, 10) <= 0;
}

/**
 * desk_date_find:
 * @text: UTF-8
 * @language: (nullable): its language, for the order of day and month
 * @hit: (out): the first full date, with its time where one follows
 *
 * Returns: whether there is one
 */
gboolean
desk_date_find (const char *text,
                const char *language,
                DeskDateHit *hit)
{
  gunichar before = ' ';

  for (const char *p = text; *p != '\0' && p - text < MAX_SEARCH; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (before) || desk_phrase_is_wide (before))
        {
          const char *end = g_unichar_isalnum (c) ? read_at (p, language, hit) : NULL;

          if (end != NULL)
            {
              hit->start = p - text;
              hit->end = end - text;
              return TRUE;
            }
        }
      before = c;
    }

  return FALSE;
}

/* Words around a date that leave it a line of its own. */
static const char around[] =
  "published|published on|published:|updated|updated on|updated:|last updated|last updated:|last modified|modified|posted|posted on|posted:|first published|date:|date|on|at|"
  "stand:|stand|veröffentlicht|veröffentlicht am|veröffentlicht:|aktualisiert|aktualisiert am|aktualisiert:|zuletzt aktualisiert|erschienen am|datum:|vom|am|um|uhr|den|"
  "publié|publié le|mis à jour|mis à jour le|modifié le|le|à|publicado|publicado el|publicado em|actualizado|actualizado el|atualizado em|atualizado|el|em|a las|às|"
  "pubblicato|pubblicato il|aggiornato|aggiornato il|il|alle|ore|gepubliceerd|gepubliceerd op|bijgewerkt|op|om|publisert|oppdatert|publicerad|uppdaterad|udgivet|opdateret|kl|julkaistu|päivitetty|"
  "opublikowano|aktualizacja|dodano|godz|опубликовано|обновлено|в|г|года|発行|公開|更新|配信|发布时间|发布|更新时间|時間|入力|수정|입력|نشر في|آخر تحديث|"
  "et|edt|est|gmt|utc|cet|cest|bst|ist|pt|pst|pdt|ct|h|hrs|and|und|";

static const char days[] =
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|"
  "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|"
  "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|"
  "понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日|星期一|星期二|星期三|星期四|星期五|星期六|星期日|월요일|화요일|수요일|목요일|금요일|토요일|일요일|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|";

static gboolean
is_surrounding (const char *text,
                gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  const char *p = copy;

  while (*p != '\0')
    {
      const char *after;
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if ((after = desk_phrase_skip_word (p, around)) == NULL && (after = desk_phrase_skip_word (p, days)) == NULL)
        {
          DeskDateHit second;
          char time[24];

          /* "Published … Updated …" */
          if ((after = read_at (p, NULL, &second)) == NULL && (after = read_time (p, TRUE, time)) == NULL)
            return FALSE;
        }
      p = after;
    }

  return TRUE;
}

/**
 * desk_date_is_line:
 *
 * Returns: whether a text is a date of publication and nothing else
 */
gboolean
desk_date_is_line (const char *text,
                   const char *language,
                   DeskDateHit *hit)
{
  if (strlen (text) > 240 || !desk_date_find (text, language, hit))
    return FALSE;

  return is_surrounding (text, hit->start) && is_surrounding (text + hit->end, strlen (text + hit->end));
}

/**
 * desk_date_is_update:
 *
 * Returns: whether a line tells when an article was changed, and not when it was published
 */
gboolean
desk_date_is_update (const char *text)
{
  return desk_phrase_skip_word (text, "updated|last updated|last modified|modified|aktualisiert|zuletzt aktualisiert|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|oppdatert|uppdaterad|opdateret|päivitetty|aktualizacja|обновлено|更新|آخر تحديث|수정|") != NULL;
}

/* Wed, 08 Feb 2023 14:05:00 GMT; Feb 8 2023; a number of seconds. */
static gboolean
read_loose (const char *value,
            DeskDateHit *hit)
{
  gsize length = strlen (value);

  if (length >= 9 && length <= 13 && strspn (value, "0123456789") == length)
    {
      gint64 seconds = g_ascii_strtoll (value, NULL, 10) / (length == 13 ? 1000 : 1);
      g_autoptr (GDateTime) time = length == 8 ? NULL : g_date_time_new_from_unix_utc (seconds);

      if (time == NULL || (length != 10 && length != 13 && length != 9))
        return FALSE;
      g_snprintf (hit->value, sizeof hit->value, "%04d-%02d-%02dT%02d:%02d:%02d+00:00",
                  g_date_time_get_year (time) % 10000, g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                  g_date_time_get_hour (time), g_date_time_get_minute (time), g_date_time_get_second (time));
      return TRUE;
    }

  return desk_date_find (value, NULL, hit);
}

/**
 * desk_date_dup_iso:
 * @value: what a source gave as a date: ISO 8601, RFC 822, seconds since 1970, or words
 *
 * The zone stays as it was given, so that the day is the local one.
 *
 * Returns: (transfer full) (nullable): ISO 8601
 */
char *
desk_date_dup_iso (const char *value)
{
  DeskDateHit hit;
  g_autofree char *squeezed = NULL;

  if (value == NULL || strlen (value) > 200)
    return NULL;
  squeezed = desk_phrase_squeeze (value, -1);

  return read_loose (squeezed, &hit) ? g_strdup (hit.value) : NULL;
}

/**
 * desk_date_dup_from_path:
 * @url: an address like "…/2023/02/08/name"
 *
 * Returns: (transfer full) (nullable): the day that stands in its path
 */
char *
desk_date_dup_from_path (const char *url)
{
  const char *path = url != NULL ? strstr (url, "://") : NULL;

  path = path != NULL ? strchr (path + 3, '/') : NULL;
  for (const char *p = path; p != NULL && *p != '\0' && *p != '?' && *p != '#'; p++)
    {
      int year;
      int month;
      int day;
      guint n;
      guint n_month;
      guint month_name;
      char mark;
      const char *q;

      if ((*p != '/' && *p != '-' && *p != '_') || !g_ascii_isdigit (p[1]))
        continue;
      q = read_number (p + 1, 4, &year, &n);
      if (n != 4 || year < FIRST_YEAR || year > 2199)
        continue;
      mark = *q;
      if (mark == '/' || mark == '-' || mark == '_')
        {
          const char *after = read_number (q + 1, 2, &month, &n_month);

          if (after == NULL && (after = desk_month_names_skip (q + 1, &month_name)) != NULL)
            month = month_name;
          if (after == NULL || *after != mark)
            continue;
          after = read_number (after + 1, 2, &day, &n);
          if (after == NULL || g_ascii_isalnum (*after) || !is_day (year, month, day))
            continue;
        }
      else
        {
          const char *after = read_number (q, 2, &month, &n_month);

          after = after != NULL && n_month == 2 ? read_number (after, 2, &day, &n) : NULL;
          if (after == NULL || n != 2 || g_ascii_isalnum (*after) || !is_day (year, month, day))
            continue;
        }

      return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }

  return NULL;
}
