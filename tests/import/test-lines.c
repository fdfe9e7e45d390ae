/* Days of publication, names of authors and languages, read from single lines.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-byline.h"
#include "desk-credit.h"
#include "desk-date-reader.h"
#include "desk-furniture.h"
#include "desk-language.h"

static void
test_iso (void)
{
  static const char *const pairs[][2] = {
    { "2023-02-08", "2023-02-08" },
    { "2023-02-08T14:05:00-05:00", "2023-02-08T14:05:00-05:00" },
    { "2023-02-08T14:05:00Z", "2023-02-08T14:05:00+00:00" },
    { "2023-02-08T14:05:00.123+0100", "2023-02-08T14:05:00+01:00" },
    { "2023-02-08 14:05", "2023-02-08T14:05:00" },
    { "20230208", "2023-02-08" },
    { "20241129T170043Z", "2024-11-29T17:00:43+00:00" },
    { "Wed, 08 Feb 2023 14:05:00 GMT", "2023-02-08T14:05:00+00:00" },
    { "1675864800", "2023-02-08T14:00:00+00:00" },
    { "February 8, 2023 2:05 pm EST", "2023-02-08T14:05:00-05:00" },
    { "8. Februar 2023 um 10.15 Uhr", "2023-02-08T10:15:00" },
    { "le 1er mars 2022 à 18h03", "2022-03-01T18:03:00" },
    { "8 de febrero de 2023", "2023-02-08" },
    { "8 февраля 2023 г.", "2023-02-08" },
    { "2023年2月8日", "2023-02-08" },
    { "2023년 2월 8일", "2023-02-08" },
    { "٨ فبراير ٢٠٢٣", "2023-02-08" },
    { "8 Şubat 2023", "2023-02-08" },
    { "8 lutego 2023", "2023-02-08" },
  };
  static const char *const wrong[] = { "", "yesterday", "2023-13-01", "2023-02-30", "12345", "31.02.2023", "May is a month", "version 1.2.3", "555-1234" };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *iso = desk_date_dup_iso (pairs[i][0]);

      g_assert_cmpstr (iso, ==, pairs[i][1]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (desk_date_dup_iso (wrong[i]));
}

static void
test_numeric (void)
{
  DeskDateHit hit;

  g_assert_true (desk_date_find ("02/08/2023", "en", &hit));
  g_assert_cmpstr (hit.value, ==, "2023-02-08");
  g_assert_true (desk_date_find ("02/08/2023", "en-GB", &hit));
  g_assert_cmpstr (hit.value, ==, "2023-08-02");
  g_assert_true (desk_date_find ("02/08/2023", "fr", &hit));
  g_assert_cmpstr (hit.value, ==, "2023-08-02");
  g_assert_true (desk_date_find ("13/02/2023", "en", &hit));
  g_assert_cmpstr (hit.value, ==, "2023-02-13");
  g_assert_true (desk_date_find ("Stand: 08.02.23, 10:15", "de", &hit));
  g_assert_cmpstr (hit.value, ==, "2023-02-08T10:15:00");
  g_assert_cmpuint (hit.start, ==, 7);
}

static void
test_date_lines (void)
{
  static const char *const lines[] = {
    "February 8, 2023",
    "Published: Wednesday, 8 February 2023, 10:15 GMT",
    "Mittwoch, 8. Februar 2023",
    "Publié le 8 février 2023 à 10h15",
    "8.2.2023",
    "2024年5月3日",
    "Updated 9 February 2023 at 2 p.m.",
  };
  static const char *const others[] = {
    "On February 8, 2023 the council met.",
    "The deadline is 8 February 2023",
    "Nothing here",
    "",
  };
  DeskDateHit hit;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_true (desk_date_is_line (lines[i], NULL, &hit));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (desk_date_is_line (others[i], NULL, &hit));
  g_assert_true (desk_date_is_update ("Updated 9 February 2023"));
  g_assert_false (desk_date_is_update ("Published 9 February 2023"));
}

static void
test_paths (void)
{
  static const char *const pairs[][2] = {
    { "https://example.org/2023/02/08/bridge-opens", "2023-02-08" },
    { "https://example.org/news/2023-02-08-bridge", "2023-02-08" },
    { "https://example.org/2023/feb/08/bridge", "2023-02-08" },
    { "https://example.org/a/20230208/bridge", "2023-02-08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *day = desk_date_dup_from_path (pairs[i][0]);

      g_assert_cmpstr (day, ==, pairs[i][1]);
    }
  g_assert_null (desk_date_dup_from_path ("https://example.org/article-20239999"));
  g_assert_null (desk_date_dup_from_path ("https://example.org/?d=/2023/02/08/"));
  g_assert_null (desk_date_dup_from_path (NULL));
}

static void
test_authors (void)
{
  static const char *const pairs[][2] = {
    { "By Jane Doe", "Jane Doe" },
    { "By Jane Doe and John Roe, Staff Writers", "Jane Doe; John Roe" },
    { "BY JANE DOE, JOHN ROE AND MAX POE", "Jane Doe; John Roe; Max Poe" },
    { "Von Hans Müller und Eva von der Heide, Berlin", "Hans Müller; Eva von der Heide" },
    { "Par Luc Moreau et Anne d’Arcy", "Luc Moreau; Anne d’Arcy" },
    { "Por José Ortega y Gasset", "José Ortega y Gasset" },
    { "Jane Doe, Associated Press", "Jane Doe" },
    { "By Jane Doe | February 8, 2023", "Jane Doe" },
    { "By Jane Doe for Example News", "Jane Doe" },
    { "Bridge Closed\nBy Bob Jones, Staff Writer", "Bob Jones" },
    { "By George W Hart", "George W Hart" },
    { "Text: Martin Luther King Jr.", "Martin Luther King Jr." },
    { "By Example News Staff", "" },
    { "Reuters", "" },
    { "https://example.org/author", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_auto (GStrv) authors = desk_byline_dup_authors (pairs[i][0], FALSE);
      g_autofree char *joined = g_strjoinv ("; ", authors);

      g_assert_cmpstr (joined, ==, pairs[i][1]);
    }
}

static void
test_byline_lines (void)
{
  static const char *const lines[] = { "By Jane Doe", "Jane Doe, Staff Writer", "Von Hans Müller", "Автор: Анна Петрова" };
  static const char *const others[] = { "By the river stands an old mill.", "Von der Leyen fordert mehr Geld", "By Tuesday the water had gone", "Par la fenêtre", "Nothing" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_true (desk_byline_is_line (lines[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (desk_byline_is_line (others[i]));
}

static void
test_credits (void)
{
  static const struct
  {
    const char *text;
    gboolean is_caption;
    const char *credit;
  } samples[] = {
    { "Two people walk on the beach in Port Linden on May 3. ANNA SVEN/NTB via Reuters", FALSE, "ANNA SVEN/NTB via Reuters" },
    { "Two people walk on the beach. (AP Photo/Jane Doe)", FALSE, "(AP Photo/Jane Doe)" },
    { "Two people walk on the beach. Photo: Jane Doe", FALSE, "Photo: Jane Doe" },
    { "Zwei Leute am Strand. Foto: Jana Kühn/dpa", FALSE, "Foto: Jana Kühn/dpa" },
    { "Two people walk on the beach © Jane Doe", TRUE, "© Jane Doe" },
    { "Two people walk on the beach on Monday REUTERS/Jane Doe", TRUE, "REUTERS/Jane Doe" },
    { "Getty Images", FALSE, "Getty Images" },
    { "The mayor spoke to Reuters on Monday.", FALSE, NULL },
    { "The picture was taken by a neighbour. It shows the mayor of the town.", FALSE, NULL },
    { "He told the Associated Press that nobody was hurt. The company declined to comment.", FALSE, NULL },
    { "", FALSE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_assert_cmpstr (desk_credit_find (samples[i].text, samples[i].is_caption), ==, samples[i].credit);
}

static void
test_furniture (void)
{
  static const struct
  {
    const char *text;
    gboolean is_at_end;
    DeskFurniture kind;
  } samples[] = {
    { "Do you have a tip on a local story? Let us know via", TRUE, DESK_FURNITURE_BOILERPLATE },
    { "Sign up for our newsletter", FALSE, DESK_FURNITURE_NEWSLETTER },
    { "Advertisement", FALSE, DESK_FURNITURE_ADVERT },
    { "Anzeige", FALSE, DESK_FURNITURE_ADVERT },
    { "Read more: The bridge that never was", FALSE, DESK_FURNITURE_RELATED },
    { "Lesen Sie auch: Die Brücke, die es nie gab", FALSE, DESK_FURNITURE_RELATED },
    { "Correction: The bridge is 40 metres long.", FALSE, DESK_FURNITURE_CORRECTION },
    { "* * *", FALSE, DESK_FURNITURE_SEPARATOR },
    { "Share this article", TRUE, DESK_FURNITURE_SHARE },
    { "Listen to this article · 5:31 min", FALSE, DESK_FURNITURE_SHARE },
    { "Artikel anhören (4 Minuten)", FALSE, DESK_FURNITURE_SHARE },
    { "Listen to this story again, the judge told the jury on Monday, and they did so for the next four hours.", FALSE, DESK_FURNITURE_NONE },
    { "© 2024 Example News. All rights reserved.", TRUE, DESK_FURNITURE_BOILERPLATE },
    /* Sentences that only begin so. */
    { "Share prices fell on Monday after the bank told its customers to wait.", FALSE, DESK_FURNITURE_NONE },
    { "Correction officers walked out on Monday after a night of unrest.", FALSE, DESK_FURNITURE_NONE },
    { "Follow the money, the prosecutor told the jury on Monday.", FALSE, DESK_FURNITURE_NONE },
    { "Comments by the minister angered the union", FALSE, DESK_FURNITURE_NONE },
    { "He told readers to subscribe to his newsletter, and forty of them did so in the first week.", FALSE, DESK_FURNITURE_NONE },
    { "", FALSE, DESK_FURNITURE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    g_assert_cmpint (desk_furniture_classify (samples[i].text, samples[i].is_at_end), ==, samples[i].kind);
}

static void
test_languages (void)
{
  static const char *const pairs[][2] = {
    { "en", "The bridge over the canal is closed to cars until autumn, the road office said on Friday." },
    { "de", "Die Brücke über den Kanal ist bis zum Herbst für Autos gesperrt, sagte das Amt am Freitag." },
    { "fr", "Le pont sur le canal est fermé aux voitures jusqu’à l’automne, a dit la mairie, qui ne veut pas en dire plus." },
    { "es", "El puente sobre el canal está cerrado a los coches hasta el otoño, dijo el ayuntamiento, que no dio más detalles." },
    { "it", "Il ponte sul canale è chiuso alle auto fino all’autunno, ha detto il comune, che non ha dato altri dettagli." },
    { "pt", "A ponte sobre o canal está fechada aos carros até ao outono, disse a câmara, que não deu mais pormenores." },
    { "nl", "De brug over het kanaal is tot de herfst dicht voor auto’s, zei de gemeente, die er niet meer over wil zeggen." },
    { "sv", "Bron över kanalen är stängd för bilar till hösten, säger kommunen, som inte vill berätta mer om det." },
    { "pl", "Most nad kanałem jest zamknięty dla samochodów do jesieni, powiedział urząd, który nie chce mówić o tym więcej." },
    { "tr", "Kanalın üzerindeki köprü sonbahara kadar araçlara kapalı olacak, dedi belediye ve daha çok bilgi vermedi." },
    { "fi", "Kanavan silta on suljettu autoilta syksyyn asti, kaupunki kertoo, mutta ei vielä sano, mitä siitä seuraa." },
    { "ru", "Мост через канал закрыт для машин до осени, сообщила мэрия, где не стали объяснять причины." },
    { "uk", "Міст через канал зачинено для машин до осені, повідомила мерія, яка не пояснила причин." },
    { "bg", "Мостът над канала е затворен за коли до есента, съобщи общината, която не обясни причините." },
    { "el", "Η γέφυρα πάνω από το κανάλι είναι κλειστή." },
    { "ar", "الجسر فوق القناة مغلق أمام السيارات حتى الخريف." },
    { "fa", "پل روی کانال تا پاییز به روی خودروها بسته است و گزارش چاپ شد." },
    { "he", "הגשר מעל התעלה סגור למכוניות עד הסתיו." },
    { "ja", "運河の橋は秋まで車の通行が禁止される。" },
    { "zh", "运河上的桥在秋天以前禁止汽车通行。" },
    { "ko", "운하 위의 다리는 가을까지 자동차 통행이 금지된다." },
    { "th", "สะพานข้ามคลองปิดไม่ให้รถผ่านจนถึงฤดูใบไม้ร่วง" },
    { "hi", "नहर पर बना पुल पतझड़ तक कारों के लिए बंद है।" },
  };
  DeskConfidence confidence;

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpstr (desk_language_detect (pairs[i][1], -1, &confidence), ==, pairs[i][0]);
  g_assert_null (desk_language_detect ("", 0, &confidence));
  g_assert_null (desk_language_detect ("12345 67", -1, NULL));
  g_assert_null (desk_language_detect ("Xq zzt brfl", -1, NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/lines/iso", test_iso);
  g_test_add_func ("/import/lines/numeric", test_numeric);
  g_test_add_func ("/import/lines/date-lines", test_date_lines);
  g_test_add_func ("/import/lines/paths", test_paths);
  g_test_add_func ("/import/lines/authors", test_authors);
  g_test_add_func ("/import/lines/byline-lines", test_byline_lines);
  g_test_add_func ("/import/lines/credits", test_credits);
  g_test_add_func ("/import/lines/furniture", test_furniture);
  g_test_add_func ("/import/lines/languages", test_languages);

  return g_test_run ();
}
