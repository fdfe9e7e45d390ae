/* Dates of languages that have no model: days and months by name.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-date-foreign.h"

#include <string.h>

/* As desk_fold_word() writes them; Monday and January first. */
static const struct
{
  const char *language;
  const char *weekdays[7];
  const char *months[12];
} names[] = {
  { "de",
    { "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag" },
    { "januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember" } },
  { "es",
    { "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo" },
    { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre" } },
  { "fr",
    { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
    { "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre" } },
  { "it",
    { "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica" },
    { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre" } },
  { "nl",
    { "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag" },
    { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december" } },
  { "pt",
    { "segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo" },
    { "janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro" } },
};

/**
 * desk_date_foreign_find:
 * @language: as BCP 47 writes it
 *
 * Returns: what the word is in a date of that language
 */
DeskDateWord
desk_date_foreign_find (const char *folded,
                        const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strncasecmp (names[i].language, language, 2) != 0 || g_ascii_isalpha (language[2]))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (names[i].months); k++)
        if (strcmp (names[i].months[k], folded) == 0)
          return (DeskDateWord) { DESK_DATE_WORD_MONTH, k + 1 };
      for (guint k = 0; k < G_N_ELEMENTS (names[i].weekdays); k++)
        if (strcmp (names[i].weekdays[k], folded) == 0)
          return (DeskDateWord) { DESK_DATE_WORD_WEEKDAY, k + 1 };
    }

  return (DeskDateWord) { DESK_DATE_WORD_NONE, 0 };
}

/* "2023", "de 2023" after a month */
static guint
parse_year (const DeskDateParser *self,
            guint token,
            DeskWhen *when)
{
  guint skip = desk_date_is (self, token, " de del di do ") ? 1 : 0;
  guint n = desk_date_parse_year (self, token + skip, &when->year);

  if (n != 1)
    {
      when->year = 0;
      return 0;
    }
  when->mode = DESK_WHEN_ABSOLUTE;

  return skip + n;
}

/* 8. Februar 2023, 1er mars, 8 de febrero de 2023, marzo 2020 */
static guint
parse_month (const DeskDateParser *self,
             guint token,
             DeskWhen *when)
{
  int day = desk_date_get_digits (self, token, 2);
  guint n = 0, year;

  if (day >= 1 && day <= 31)
    {
      n = 1;
      if (desk_date_is (self, token + n, " . er ° º ") && desk_date_is_glued (self, token + n))
        n++;
      if (desk_date_is (self, token + n, " de di "))
        n++;
    }
  if (desk_date_kind (self, token + n) != DESK_DATE_WORD_MONTH)
    return 0;
  when->month = desk_date_word (self, token + n).value;
  when->mode = DESK_WHEN_NEAREST;
  n++;
  year = parse_year (self, token + n, when);
  if (n > 1)
    {
      when->unit = DESK_UNIT_DAY;
      when->day = day;
      return g_date_valid_dmy (day, when->month, 2000) ? n + year : 0;
    }
  /* A month alone is a word or a name too often: mai, mars, April. */
  when->unit = DESK_UNIT_MONTH;

  return year > 0 ? n + year : 0;
}

/**
 * desk_date_parse_foreign:
 *
 * Returns: how many tokens a date takes
 */
guint
desk_date_parse_foreign (const DeskDateParser *self,
                         guint token,
                         DeskWhen *when)
{
  DeskDateWord word = desk_date_word (self, token);
  guint n = 1, more;

  *when = (DeskWhen) DESK_WHEN_INIT;
  if (word.kind != DESK_DATE_WORD_WEEKDAY)
    return parse_month (self, token, when);

  /* segunda-feira; "a segunda" alone is the second one */
  if (desk_date_is (self, token, " segunda terca quarta quinta sexta "))
    {
      if (!desk_date_is_dash (self, token + 1) || !desk_date_is (self, token + 2, " feira "))
        return 0;
      n = 3;
    }
  more = desk_date_is (self, token + n, " , den el il de ") ? 1 : 0;
  if (more == 1 && desk_date_is (self, token + n + 1, " den dem "))
    more = 2;
  if (parse_month (self, token + n + more, when) > 0 && when->day > 0)
    {
      n += more + parse_month (self, token + n + more, when);
      when->weekday = word.value;
      return n;
    }

  *when = (DeskWhen) DESK_WHEN_INIT;
  when->mode = DESK_WHEN_NEAREST;
  when->unit = DESK_UNIT_DAY;
  when->weekday = word.value;

  return n;
}
