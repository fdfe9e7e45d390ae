/* Reads days and times of publication, as machines and as people write them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "desk-date-pattern.h"
#include "desk-date-reader.h"
#include "desk-month-names.h"
#include "desk-phrase.h"

/* No news page is older. */
#define FIRST_YEAR 1990

/* Where a date may stand in a text that is looked through. */
#define MAX_SEARCH 4000

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
          const char *end = g_unichar_isalnum (c) ? desk_date_pattern_read (p, language, hit) : NULL;

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
          if ((after = desk_date_pattern_read (p, NULL, &second)) == NULL && (after = desk_date_pattern_read_time (p, TRUE, time)) == NULL)
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
      q = desk_date_pattern_read_number (p + 1, 4, &year, &n);
      if (n != 4 || year < FIRST_YEAR || year > 2199)
        continue;
      mark = *q;
      if (mark == '/' || mark == '-' || mark == '_')
        {
          const char *after = desk_date_pattern_read_number (q + 1, 2, &month, &n_month);

          if (after == NULL && (after = desk_month_names_skip (q + 1, &month_name)) != NULL)
            month = month_name;
          if (after == NULL || *after != mark)
            continue;
          after = desk_date_pattern_read_number (after + 1, 2, &day, &n);
          if (after == NULL || g_ascii_isalnum (*after) || !desk_date_pattern_is_day (year, month, day))
            continue;
        }
      else
        {
          const char *after = desk_date_pattern_read_number (q, 2, &month, &n_month);

          after = after != NULL && n_month == 2 ? desk_date_pattern_read_number (after, 2, &day, &n) : NULL;
          if (after == NULL || n != 2 || g_ascii_isalnum (*after) || !desk_date_pattern_is_day (year, month, day))
            continue;
        }

      return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
    }

  return NULL;
}
