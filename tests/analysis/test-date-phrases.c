/* Phrases of the news, with the day of publication given: what is found and what it means.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-helpers.h"

/* The fifteenth of March 2023 was a Wednesday. */
#define DAY "2023-03-15"

typedef struct
{
  const char *text;
  const char *expected;
} Phrase;

static DeskAnalyzer *analyzer;

static void
run (const Phrase *phrases,
     guint n)
{
  for (guint i = 0; i < n; i++)
    test_assert_dates (analyzer, "en", phrases[i].text, DAY, phrases[i].expected);
}

static void
test_weekdays (void)
{
  static const Phrase phrases[] = {
    { "The senator resigned on Monday.", "Monday=2023-03-13" },
    { "The senator resigned Monday night.", "Monday night=2023-03-13" },
    { "The senator will resign on Monday.", "Monday=2023-03-20" },
    { "The senator is to resign on Friday.", "Friday=2023-03-17" },
    { "The senate votes on Thursday.", "Thursday=2023-03-16" },
    { "The bill was approved on Wednesday.", "Wednesday=2023-03-15" },
    { "The match is on Saturday.", "Saturday=2023-03-18" },
    { "The bridge must be closed by Friday.", "Friday=2023-03-17" },
    { "Talks were postponed until Monday.", "Monday=2023-03-20" },
    { "They agreed to meet again on Thursday.", "Thursday=2023-03-16" },
    { "The hearing, set for Tuesday, was cancelled.", "Tuesday=2023-03-21" },
    { "Roads are closed until Sunday.", "Sunday=2023-03-19" },
    { "He told reporters on Sunday that he would leave on Saturday.", "Sunday=2023-03-12; Saturday=2023-03-18" },
    { "The council could decide on Friday.", "Friday=2023-03-17" },
    { "Trains have been running since Monday.", "Monday=2023-03-13" },
    { "They arrived last Tuesday and leave next Tuesday.", "last Tuesday=2023-03-14; next Tuesday=2023-03-21" },
    { "The shop opens this Saturday.", "this Saturday=2023-03-18" },
    { "It happened on Friday last week.", "Friday last week=2023-03-10" },
    { "The tribunal sits on Tuesday of next week.", "Tuesday of next week=2023-03-21" },
    { "Results are due early on Friday.", "early on Friday=2023-03-17" },
    { "He left late on Thursday.", "late on Thursday=2023-03-09" },
    { "The rally ended late Sunday night.", "late Sunday night=2023-03-12" },
    { "On Friday the 13th they fled.", "Friday the 13th=2023-01-13" },
    { "He read the Sunday Telegraph.", "" },
    { "A week ago Tuesday the dam broke.", "A week ago Tuesday=2023-03-07" },
    { "The trial opens a week from Monday.", "a week from Monday=2023-03-27" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_months (void)
{
  static const Phrase phrases[] = {
    { "Prices rose in January.", "January=2023-01" },
    { "Prices will rise in January.", "January=2024-01" },
    { "Prices rose in March.", "March=2023-03" },
    { "The plant closed last December.", "last December=2022-12" },
    { "The plant closes next December.", "next December=2023-12" },
    { "The law takes effect in July.", "July=2023-07" },
    { "They hope to finish by November.", "November=2023-11" },
    { "The museum reopened in mid-February.", "mid-February=2023-02" },
    { "It opened in early May 2019.", "early May 2019=2019-05" },
    { "In late 2018 it closed.", "late 2018=2018" },
    { "The ban was extended until June.", "June=2023-06" },
    { "Exports have fallen since October.", "October=2022-10" },
    { "He retired at the end of February.", "the end of February=2023-02" },
    { "The May election was quiet.", "May=2022-05" },
    { "It fell between March and June 2019.", "March=2019-03; June 2019=2019-06" },
    { "It ran from November 2021 to January 2022.", "November 2021=2021-11; January 2022=2022-01" },
    { "The January–March 2020 figures were poor.", "January–March 2020=2020-01/2020-03" },
    { "In August of last year it burned.", "August of last year=2022-08" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_days (void)
{
  static const Phrase phrases[] = {
    { "The mayor died on March 3.", "March 3=2023-03-03" },
    { "The mayor died on 3 March.", "3 March=2023-03-03" },
    { "The mayor died on the 3rd of March.", "3rd of March=2023-03-03" },
    { "The mayor died on December 28.", "December 28=2022-12-28" },
    { "The election will be held on May 7.", "May 7=2023-05-07" },
    { "The election will be held on January 7.", "January 7=2024-01-07" },
    { "She was born on 4 October 1957.", "4 October 1957=1957-10-04" },
    { "She was born on Oct. 4, 1957.", "Oct. 4, 1957=1957-10-04" },
    { "She was born on Friday, October 4, 1957.", "Friday, October 4, 1957=1957-10-04" },
    { "She was born on Friday 4 October 1957.", "Friday 4 October 1957=1957-10-04" },
    { "The fair ran from 3 to 5 May 2019.", "3 to 5 May 2019=2019-05-03/2019-05-05" },
    { "The fair will run May 3-5.", "May 3-5=2023-05-03/2023-05-05" },
    { "The fair lasted from June 28–July 3.", "June 28–July 3=2022-06-28/2022-07-03" },
    { "The fair runs from May 28 through June 2.", "May 28=2023-05-28; June 2=2023-06-02" },
    { "On 14 and 15 March they voted.", "14 and 15 March=2023-03-14/2023-03-15" },
    { "The deadline is March 20.", "March 20=2023-03-20" },
    { "It was signed on 02/28/2023.", "02/28/2023=2023-02-28" },
    { "It was signed on 2023-02-28.", "2023-02-28=2023-02-28" },
    { "It was signed on 28.2.2023.", "28.2.2023=2023-02-28" },
    { "It was signed on 28-Feb-2023.", "28-Feb-2023=2023-02-28" },
    { "It was signed on 3/4/2022.", "3/4/2022=2022-03-04" },
    { "On the fifth of November they met.", "fifth of November=2022-11-05" },
    { "On November the 5th they met.", "November the 5th=2022-11-05" },
    { "On Saturday, April 1, they will march.", "Saturday, April 1=2023-04-01" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_counted (void)
{
  static const Phrase phrases[] = {
    { "The minister resigned yesterday.", "yesterday=2023-03-14" },
    { "The minister resigned the day before yesterday.", "the day before yesterday=2023-03-13" },
    { "The minister resigns tomorrow.", "tomorrow=2023-03-16" },
    { "The pier collapsed three days ago.", "three days ago=2023-03-12" },
    { "The pier collapsed two weeks ago.", "two weeks ago=2023-W09" },
    { "The pier collapsed six months ago.", "six months ago=2022-09" },
    { "The pier collapsed a decade ago.", "a decade ago=2013" },
    { "The pier collapsed half a century ago.", "half a century ago=1973" },
    { "The pier collapsed two years and three months ago.", "two years and three months ago=2020-12" },
    { "The pier collapsed years ago.", "years ago=-" },
    { "A year ago to the day the pier collapsed.", "A year ago to the day=2022-03-15" },
    { "The law was signed two days after Christmas.", "two days after Christmas=2022-12-27" },
    { "They will meet two days after Easter.", "two days after Easter=2023-04-11" },
    { "The ship will sail in two weeks.", "two weeks=2023-W13" },
    { "The ship will return 10 years from now.", "10 years from now=2033" },
    { "The price fell from a year earlier.", "a year earlier=2022" },
    { "On May 3, 2021, he fell ill; two days later he died.", "May 3, 2021=2021-05-03; two days later=2021-05-05" },
    { "On May 3, 2021, he fell ill; he had married a week earlier.", "May 3, 2021=2021-05-03; a week earlier=2021-W17" },
    { "He died on June 5, 2020; the following day his wife died.", "June 5, 2020=2020-06-05; the following day=2020-06-06" },
    { "He died on June 5, 2020; the following Monday he was buried.", "June 5, 2020=2020-06-05; the following Monday=2020-06-08" },
    { "It opened in 1990; ten years later it closed.", "1990=1990; ten years later=2000" },
    { "In 1990 it opened; that year 300 people came.", "1990=1990; that year=1990" },
    { "On June 5, 2020, it rained; that night the dam broke.", "June 5, 2020=2020-06-05; that night=2020-06-05" },
    { "They wed in June 2020 and parted the following year.", "June 2020=2020-06; the following year=2021" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_units (void)
{
  static const Phrase phrases[] = {
    { "Output fell last week.", "last week=2023-W10" },
    { "Output fell this week.", "this week=2023-W11" },
    { "Output will fall next week.", "next week=2023-W12" },
    { "Output fell last month.", "last month=2023-02" },
    { "Output fell this year.", "this year=2023" },
    { "Output fell earlier this year.", "earlier this year=2023" },
    { "Output fell last quarter.", "last quarter=2022-10/2022-12" },
    { "Output fell in the third quarter.", "the third quarter=2022-07/2022-09" },
    { "Output fell in the third quarter of 2020.", "the third quarter of 2020=2020-07/2020-09" },
    { "Output fell in Q2 2021.", "Q2 2021=2021-04/2021-06" },
    { "Output fell in the first half of 2022.", "first half of 2022=2022-01/2022-06" },
    { "Output rose in fiscal 2020.", "fiscal 2020=2020" },
    { "Output fell last decade.", "last decade=201X" },
    { "Output fell in the previous decade.", "the previous decade=201X" },
    { "The sides met over the weekend.", "the weekend=2023-03-11/2023-03-12" },
    { "The sides will meet over the weekend.", "the weekend=2023-03-18/2023-03-19" },
    { "The sides met the week before last.", "the week before last=2023-W09" },
    { "They want peace by the end of the week.", "the end of the week=2023-W11" },
    { "It must be paid by year-end.", "year-end=2023" },
    { "The first week of July was dry.", "The first week of July=2022-W27" },
    { "The last Monday of May is free.", "The last Monday of May=2022-05-30" },
    { "The second Sunday in May 2021 was wet.", "The second Sunday in May 2021=2021-05-09" },
    { "The last three months of 2021 were wet.", "The last three months of 2021=2021-10/2021-12" },
    { "The week of April 10 was busy.", "The week of April 10=2023-W15" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_seasons (void)
{
  static const Phrase phrases[] = {
    { "The bridge fell last summer.", "last summer=2022-22" },
    { "The bridge fell in the summer.", "the summer=2022-22" },
    { "The bridge will open in the summer.", "the summer=2023-22" },
    { "The bridge will open next spring.", "next spring=2024-21" },
    { "The bridge fell in the winter of 2018.", "the winter of 2018=2018-24" },
    { "The bridge fell in autumn 2021.", "autumn 2021=2021-23" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_eras (void)
{
  static const Phrase phrases[] = {
    { "It was built in the 1930s.", "the 1930s=193X" },
    { "It was built in the early 1930s.", "the early 1930s=193X" },
    { "It was popular in the '90s.", "the '90s=199X" },
    { "It was popular in the nineties.", "the nineties=199X" },
    { "He is in his nineties.", "" },
    { "It was built in the 17th century.", "the 17th century=16XX" },
    { "It was built in the late nineteenth century.", "the late nineteenth century=18XX" },
    { "The war of 1914–18 was long.", "1914–18=1914/1918" },
    { "He led the bank from 2004 to 2009.", "2004=2004; 2009=2009" },
    { "He led the bank in 2004–2009.", "2004–2009=2004/2009" },
    { "The 2019-20 season was cut short.", "2019-20=2019/2020" },
    { "In the 2023/24 season they won.", "2023/24=2023/2024" },
    { "The company was founded in 1883.", "1883=1883" },
    { "The winter of 1978–79 was harsh.", "The winter of 1978–79=1978-24" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_parts (void)
{
  static const Phrase phrases[] = {
    { "The storm hit overnight.", "overnight=2023-03-15" },
    { "The storm hit this morning.", "this morning=2023-03-15" },
    { "The storm hit last night.", "last night=2023-03-14" },
    { "The storm hit on Tuesday evening.", "Tuesday evening=2023-03-14" },
    { "The storm will hit tonight.", "tonight=2023-03-15" },
    { "The storm hit early on Sunday.", "early on Sunday=2023-03-12" },
    { "The storm hit at 6:30 a.m. on Monday.", "6:30 a.m. on Monday=2023-03-13T06:30" },
    { "The storm hit Monday at 6:30 a.m.", "Monday at 6:30 a.m.=2023-03-13T06:30" },
    { "The storm hit at 14:05 GMT on Monday.", "14:05 GMT on Monday=2023-03-13T14:05" },
    { "The storm hit at noon on Tuesday.", "noon on Tuesday=2023-03-14T12:00" },
    { "The storm hit at half past two on Sunday morning.", "half past two on Sunday morning=2023-03-12T02:30" },
    { "The storm hit at nine on Monday night.", "nine on Monday night=2023-03-13T21:00" },
    { "The storm hit on Monday. By 5 p.m. it was gone.", "Monday=2023-03-13; 5 p.m.=2023-03-13T17:00" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_holidays (void)
{
  static const Phrase phrases[] = {
    { "They met on Christmas Eve.", "Christmas Eve=2022-12-24" },
    { "They met at Easter.", "Easter=2022-04-17" },
    { "They met on Good Friday 2022.", "Good Friday 2022=2022-04-15" },
    { "They will meet on Thanksgiving.", "Thanksgiving=2023-11-23" },
    { "They met on Boxing Day.", "Boxing Day=2022-12-26" },
    { "They met on New Year's Day.", "New Year's Day=2023-01-01" },
    { "They will meet on Memorial Day.", "Memorial Day=2023-05-29" },
    { "They met over the Labor Day weekend.", "Labor Day weekend=2022-09-03/2022-09-05" },
    { "They met during Ramadan.", "Ramadan=-" },
    { "They met on Easter Monday 2019.", "Easter Monday 2019=2019-04-22" },
    { "They sold Christmas trees.", "" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_lengths (void)
{
  static const Phrase phrases[] = {
    { "The talks lasted three days.", "three days=P3D" },
    { "The talks lasted two and a half hours.", "two and a half hours=PT2H30M" },
    { "The talks lasted half an hour.", "half an hour=PT30M" },
    { "The two-day talks failed.", "two-day=P2D" },
    { "He was jailed for two months and ten days.", "two months and ten days=P2M10D" },
    { "It has stood for 118 years.", "118 years=P118Y" },
    { "It took two hundred and sixty years.", "two hundred and sixty years=P260Y" },
    { "It fell over the past five years.", "the past five years=P5Y" },
    { "A few days passed.", "A few days=-" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_sets (void)
{
  static const Phrase phrases[] = {
    { "The club meets every Monday.", "every Monday=P1W" },
    { "The club meets every other week.", "every other week=P2W" },
    { "The club meets twice a week.", "twice a week=P1W" },
    { "The club meets on Sundays.", "Sundays=P1W" },
    { "The prize is given annually.", "annually=P1Y" },
    { "The census is held every ten years.", "every ten years=P10Y" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_vague (void)
{
  static const Phrase phrases[] = {
    { "The firm now employs 300 people.", "now=-" },
    { "In recent weeks prices fell.", "recent weeks=-" },
    { "It will end in the coming days.", "the coming days=-" },
    { "These days few people come.", "These days=-" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

static void
test_none (void)
{
  static const Phrase phrases[] = {
    { "He may march on.", "" },
    { "In the second half the team scored.", "" },
    { "The 2000 soldiers left.", "" },
    { "A 40-year-old man was hurt.", "" },
    { "Housing costs $1950 a month.", "" },
  };

  run (phrases, G_N_ELEMENTS (phrases));
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();

  g_test_add_func ("/analysis/date-phrases/weekdays", test_weekdays);
  g_test_add_func ("/analysis/date-phrases/months", test_months);
  g_test_add_func ("/analysis/date-phrases/days", test_days);
  g_test_add_func ("/analysis/date-phrases/counted", test_counted);
  g_test_add_func ("/analysis/date-phrases/units", test_units);
  g_test_add_func ("/analysis/date-phrases/seasons", test_seasons);
  g_test_add_func ("/analysis/date-phrases/eras", test_eras);
  g_test_add_func ("/analysis/date-phrases/parts", test_parts);
  g_test_add_func ("/analysis/date-phrases/holidays", test_holidays);
  g_test_add_func ("/analysis/date-phrases/lengths", test_lengths);
  g_test_add_func ("/analysis/date-phrases/sets", test_sets);
  g_test_add_func ("/analysis/date-phrases/vague", test_vague);
  g_test_add_func ("/analysis/date-phrases/none", test_none);

  result = g_test_run ();
  g_object_unref (analyzer);

  return result;
}
