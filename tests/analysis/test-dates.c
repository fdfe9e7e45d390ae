/* Dates: what is found and what it means.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-helpers.h"

#include <time.h>

static DeskAnalyzer *analyzer;

typedef struct
{
  const char *text;
  const char *expected;
} Case;

static void
run_cases (const Case *cases,
           guint n,
           const char *published)
{
  for (guint i = 0; i < n; i++)
    test_assert_dates (analyzer, "en", cases[i].text, published, cases[i].expected);
}

/* The fifteenth of March 2023 was a Wednesday. */
#define DAY "2023-03-15"

static void
test_absolute (void)
{
  static const Case cases[] = {
    { "It began on June 11, 2022.", "June 11, 2022=2022-06-11" },
    { "It began on 11 June 2022 in Oslo.", "11 June 2022=2022-06-11" },
    { "It began on the 3rd of May, 2019.", "3rd of May, 2019=2019-05-03" },
    { "On Friday, July 21, 2017, it rained.", "Friday, July 21, 2017=2017-07-21" },
    { "In July 2017 it rained.", "July 2017=2017-07" },
    { "Sales rose in 2019 and in 2020.", "2019=2019; 2020=2020" },
    { "The 2016 election was close.", "2016=2016" },
    { "It was built in the 1990s.", "the 1990s=199X" },
    { "A church of the 19th century burned.", "the 19th century=18XX" },
    { "In the summer of 2018 it burned.", "the summer of 2018=2018-22" },
    { "Profits fell in the third quarter of 2021.", "the third quarter of 2021=2021-07/2021-09" },
    { "The log says 2023-02-08 and 08.02.2023.", "2023-02-08=2023-02-08; 08.02.2023=2023-02-08" },
    { "Signed 12/25/2020.", "12/25/2020=2020-12-25" },
    { "The fair ran from 5-8 June 2020.", "5-8 June 2020=2020-06-05/2020-06-08" },
    { "He served in 2019-21 as mayor.", "2019-21=2019/2021" },
    { "In early 2022 it closed.", "early 2022=2022" },
    { "It opened in mid-January 2021.", "mid-January 2021=2021-01" },
    { "On Jan. 5, 1999, she left.", "Jan. 5, 1999=1999-01-05" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), DAY);
  /* What is written in full needs no day of publication. */
  run_cases (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_weekdays (void)
{
  static const Case cases[] = {
    { "He said on Monday that it was over.", "Monday=2023-03-13" },
    { "They met on Wednesday.", "Wednesday=2023-03-15" },
    { "They met on Thursday.", "Thursday=2023-03-09" },
    { "They will meet on Thursday.", "Thursday=2023-03-16" },
    { "Talks are due to resume on Friday.", "Friday=2023-03-17" },
    { "She said Tuesday that they will vote Saturday.", "Tuesday=2023-03-14; Saturday=2023-03-18" },
    { "They left last Wednesday.", "last Wednesday=2023-03-08" },
    { "They left last Friday night.", "last Friday night=2023-03-10" },
    { "The court sits next Monday.", "next Monday=2023-03-20" },
    { "Police came on Sunday morning.", "Sunday morning=2023-03-12" },
    { "He works every Friday.", "every Friday=P1W" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), DAY);
}

static void
test_months (void)
{
  static const Case cases[] = {
    { "They met in November in Oslo.", "November=2022-11" },
    { "They met in March.", "March=2023-03" },
    { "The vote will be held in May.", "May=2023-05" },
    { "The vote will be held in January.", "January=2024-01" },
    { "They met last June.", "last June=2022-06" },
    { "They met last March.", "last March=2022-03" },
    { "She was born on December 24.", "December 24=2022-12-24" },
    { "The law took effect on March 1.", "March 1=2023-03-01" },
    { "It will start on June 1.", "June 1=2023-06-01" },
    { "The talks on Friday, April 1, failed.", "Friday, April 1=2022-04-01" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), DAY);
}

static void
test_counted (void)
{
  static const Case cases[] = {
    { "He resigned yesterday.", "yesterday=2023-03-14" },
    { "He resigned the day before yesterday.", "the day before yesterday=2023-03-13" },
    { "The shop opens tomorrow morning.", "tomorrow morning=2023-03-16" },
    { "They met last week.", "last week=2023-W10" },
    { "They were in touch since early last week.", "early last week=2023-W10" },
    { "They meet next week.", "next week=2023-W12" },
    { "They met earlier this month.", "earlier this month=2023-03" },
    { "It closes later this year.", "later this year=2023" },
    { "It closed last year.", "last year=2022" },
    { "They left last weekend.", "last weekend=2023-03-11/2023-03-12" },
    { "They met this weekend.", "this weekend=2023-03-11/2023-03-12" },
    { "They will meet this weekend.", "this weekend=2023-03-18/2023-03-19" },
    { "It ends by the end of the year.", "the end of the year=2023" },
    { "Three days ago it rained.", "Three days ago=2023-03-12" },
    { "It closed two months ago.", "two months ago=2023-01" },
    { "It closed twenty-five years ago.", "twenty-five years ago=1998" },
    { "It closed several weeks ago.", "several weeks ago=-" },
    { "They slept last night.", "last night=2023-03-14" },
    { "They waited for three hours.", "three hours=PT3H" },
    { "A two-year ban was lifted.", "two-year=P2Y" },
    { "In the past five years it grew.", "the past five years=P5Y" },
    { "They fled last summer.", "last summer=2022-22" },
    { "On May 3, 2021, it fell; it rose the next day.", "May 3, 2021=2021-05-03; the next day=2021-05-04" },
    { "He came at 5 p.m. on Tuesday.", "5 p.m. on Tuesday=2023-03-14T17:00" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), DAY);
}

/* Without the day of publication what is relative is found but has no value. */
static void
test_unknown_day (void)
{
  static const Case cases[] = {
    { "They met on Tuesday.", "Tuesday=-" },
    { "They met last week.", "last week=-" },
    { "They met in June.", "June=-" },
    { "They met yesterday.", "yesterday=-" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), NULL);
  run_cases (cases, G_N_ELEMENTS (cases), "not a day");
}

static void
test_none (void)
{
  static const Case cases[] = {
    { "They may march in the spring rain.", "" },
    { "Some 2000 people came.", "" },
    { "It cost $1999 and weighed 1500 kilometers.", "" },
    { "The 45-year-old man is 45 years old.", "" },
    { "Theresa May and April Smith came.", "" },
    { "Sales fall when prices rise.", "" },
    { "He came second.", "" },
    { "The 200-foot tower fell.", "" },
  };

  run_cases (cases, G_N_ELEMENTS (cases), DAY);
}

static void
test_borders (void)
{
  test_assert_dates (analyzer, "en", "They left yesterday.", "2023-01-01", "yesterday=2022-12-31");
  test_assert_dates (analyzer, "en", "They left last month.", "2023-01-31", "last month=2022-12");
  test_assert_dates (analyzer, "en", "They met last week.", "2021-01-04", "last week=2020-W53");
  test_assert_dates (analyzer, "en", "They met this week.", "2021-01-03", "this week=2020-W53");
  test_assert_dates (analyzer, "en", "She was born on February 29.", "2023-03-15", "February 29=2020-02-29");
  test_assert_dates (analyzer, "en", "They left yesterday.", "2023-03-15T01:00:00+14:00", "yesterday=2023-03-14");
  test_assert_dates (analyzer, "en", "It was 9999 years ago.", DAY, "9999 years ago=-");
  test_assert_dates (analyzer, "en", "It was 3000 centuries ago.", DAY, "3000 centuries ago=-");
}

/* The clock, the zone and the locale of the computer must not matter. */
static void
test_zones (void)
{
  static const char *const zones[] = { "UTC", "Pacific/Kiritimati", "America/Los_Angeles" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_setenv ("TZ", zones[i], TRUE);
      tzset ();
      test_assert_dates (analyzer, "en", "He left on Monday and came back yesterday.", "2023-03-15", "Monday=2023-03-13; yesterday=2023-03-14");
    }
}

static void
test_other_languages (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *expected;
  } cases[] = {
    { "de", "Am 08.02.2023 kamen sie, im November 2022 nicht.", "08.02.2023=2023-02-08; November 2022=2022-11" },
    { "de", "Am 8. Februar 2023 und am Montag, dem 13. März, kamen sie.", "8. Februar 2023=2023-02-08; Montag, dem 13. März=2023-03-13" },
    { "de-AT", "Der Mai kam, und am Dienstag war es 12 Grad.", "Dienstag=2023-03-14" },
    { "fr", "Le 8 février 2023, mardi 14 mars et le 1er mai.", "8 février 2023=2023-02-08; mardi 14 mars=2023-03-14; 1er mai=2023-05-01" },
    { "es", "El 8 de febrero de 2023, el martes 14 de marzo y en marzo de 2020.", "8 de febrero de 2023=2023-02-08; martes 14 de marzo=2023-03-14; marzo de 2020=2020-03" },
    { "it", "Era il 13 marzo 2023, lunedì.", "13 marzo 2023=2023-03-13; lunedì=2023-03-13" },
    { "pt", "Em 8 de fevereiro de 2023, na terça-feira.", "8 de fevereiro de 2023=2023-02-08; terça-feira=2023-03-14" },
    { "nl", "Op dinsdag 14 maart 2023.", "dinsdag 14 maart 2023=2023-03-14" },
    { "en-GB", "It was signed on 3/4/2022.", "3/4/2022=2022-04-03" },
    { "en-US", "It was signed on 3/4/2022.", "3/4/2022=2022-03-04" },
    { "xx", "On Monday, 2023-02-08.", "2023-02-08=2023-02-08" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    test_assert_dates (analyzer, cases[i].language, cases[i].text, DAY, cases[i].expected);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();

  g_test_add_func ("/analysis/dates/absolute", test_absolute);
  g_test_add_func ("/analysis/dates/weekdays", test_weekdays);
  g_test_add_func ("/analysis/dates/months", test_months);
  g_test_add_func ("/analysis/dates/counted", test_counted);
  g_test_add_func ("/analysis/dates/unknown-day", test_unknown_day);
  g_test_add_func ("/analysis/dates/none", test_none);
  g_test_add_func ("/analysis/dates/borders", test_borders);
  g_test_add_func ("/analysis/dates/zones", test_zones);
  g_test_add_func ("/analysis/dates/other-languages", test_other_languages);

  result = g_test_run ();
  g_object_unref (analyzer);

  return result;
}
