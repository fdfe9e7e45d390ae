/* Plain texts of all shapes: each with the outline that a reader would give it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "desk-importer.h"
#include "desk-text-format.h"
#include "import-check.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *outline;
  const char *published; /* nullable */
  const char *authors;   /* joined by "; "; nullable */
  const char *language;  /* nullable: not checked */
} Sample;

/* clang-format off */
static const Sample samples[] = {
  { "agency",
    "HARBOUR NEWS\n"
    "\n"
    "Ferry Crews Walk Out Over Night Shifts\n"
    "\n"
    "By Mara Ellison and Tom Okafor, Staff Writers\n"
    "March 14, 2024\n"
    "\n"
    "PORT LINDEN (AP) — Crews on the island ferries stopped work on Thursday after talks about night shifts failed.\n"
    "\n"
    "The company said that three of its seven boats would run at the weekend, and that tickets could be returned.\n"
    "\n"
    "What happens next\n"
    "\n"
    "Both sides meet again on Monday, when a mediator from the ministry joins them for the first time.\n",
    "headline: Ferry Crews Walk Out Ove\nbyline: By Mara Ellison and Tom \nbyline: March 14, 2024\nparagraph: PORT LINDEN (AP) — Crews\nparagraph: The company said that th\nsubheading: What happens next\nparagraph: Both sides meet again on\n",
    "2024-03-14", "Mara Ellison; Tom Okafor", "en" },
  { "wrapped",
    "Old mill becomes a library\n"
    "\n"
    "The mill that stood empty for thirty years at the edge of the town\n"
    "opens its doors again this week, this time with forty thousand books\n"
    "and a reading room under the roof.\n"
    "\n"
    "Volunteers carried the shelves up the stairs by hand because the lift\n"
    "did not arrive in time, the head of the library said. Nobody com-\n"
    "plained, she added, for nobody complained when the roof leaked ei-\n"
    "ther.\n",
    "headline: Old mill becomes a libra\nparagraph: The mill that stood empt\nparagraph: Volunteers carried the s\n",
    NULL, NULL, "en" },
  { "caption-with-title",
    "Glacier lake drains in two days\n"
    "\n"
    "A lake below the northern glacier lost most of its water between Sunday and Tuesday, hikers and the park service said.\n"
    "\n"
    "Dry lake bed\n"
    "A park ranger walks over the bed of the drained lake below the northern glacier on Aug. 6, 2024. ANNA SVENSDOTTIR/NTB via Reuters\n"
    "\n"
    "Nobody was hurt, and the bridge at the end of the valley held, the service said.\n",
    "headline: Glacier lake drains in t\nparagraph: A lake below the norther\ncaption: Dry lake bed/A park rang\ncredit: ANNA SVENSDOTTIR/NTB via\nparagraph: Nobody was hurt, and the\n",
    NULL, NULL, "en" },
  { "caption-with-marker",
    "Market hall reopens\n"
    "\n"
    "Stalls line the new market hall on its first morning. Photo: Lena Brandt / dpa\n"
    "\n"
    "The hall burned down four years ago and was rebuilt with larch from the town forest.\n"
    "\n"
    "(Photo by Jonas Weil/Getty Images)\n"
    "\n"
    "Traders pay the same rent as before, the town says.\n",
    "headline: Market hall reopens\ncaption: Stalls line the new mark\ncredit: Photo: Lena Brandt / dpa\nparagraph: The hall burned down fou\ncredit: (Photo by Jonas Weil/Get\nparagraph: Traders pay the same ren\n",
    NULL, NULL, "en" },
  { "german",
    "Stadt verkauft letztes Freibad\n"
    "\n"
    "Der Rat hat mit knapper Mehrheit entschieden, eine Bürgerinitiative kündigt Widerstand an\n"
    "\n"
    "Von Jana Kühn\n"
    "12. Juni 2023, 18.30 Uhr\n"
    "\n"
    "Das letzte Freibad der Stadt geht an einen privaten Betreiber. Das hat der Rat am Montagabend mit einer Stimme Mehrheit beschlossen.\n"
    "\n"
    "„Wir geben auf, was uns allen gehört“, sagte die Sprecherin der Initiative nach der Sitzung.\n"
    "\n"
    "Haben Sie Hinweise zu diesem Thema? Schreiben Sie uns: redaktion@example.org\n",
    "headline: Stadt verkauft letztes F\ndek: Der Rat hat mit knapper \nbyline: Von Jana Kühn\nbyline: 12. Juni 2023, 18.30 Uhr\nparagraph: Das letzte Freibad der S\nparagraph: „Wir geben auf, was uns \nboilerplate: Haben Sie Hinweise zu di\n",
    "2023-06-12T18:30:00", "Jana Kühn", "de" },
  { "french",
    "La bibliothèque municipale ferme ses portes\n"
    "\n"
    "Par Luc Moreau\n"
    "Publié le 3 mars 2022 à 10h15\n"
    "\n"
    "« Nous n’avons plus le choix », a déclaré le maire devant une salle pleine, où personne ne l’attendait plus.\n"
    "\n"
    "La fermeture est prévue pour le mois de juin, selon la mairie.\n"
    "\n"
    "Lire aussi : Les livres de la ville cherchent un toit\n",
    "headline: La bibliothèque municipa\nbyline: Par Luc Moreau\nbyline: Publié le 3 mars 2022 à \nparagraph: « Nous n’avons plus le c\nparagraph: La fermeture est prévue \nboilerplate: Lire aussi : Les livres \n",
    "2022-03-03T10:15:00", "Luc Moreau", "fr" },
  { "spanish",
    "El río vuelve a su cauce después de diez días\n"
    "\n"
    "Por Elena Ruiz Campos\n"
    "8 de febrero de 2023\n"
    "\n"
    "Los vecinos de la ribera regresaron este miércoles a sus casas, que el agua había dejado cubiertas de barro.\n"
    "\n"
    "La alcaldesa dijo que las ayudas llegarán antes de que termine el mes.\n",
    "headline: El río vuelve a su cauce\nbyline: Por Elena Ruiz Campos\nbyline: 8 de febrero de 2023\nparagraph: Los vecinos de la ribera\nparagraph: La alcaldesa dijo que la\n",
    "2023-02-08", "Elena Ruiz Campos", "es" },
  { "list",
    "Five things to know about the new timetable\n"
    "\n"
    "The railway changes its timetable on Sunday, and most commuters will have to look twice.\n"
    "\n"
    "- The first train to the coast leaves at 5.12.\n"
    "- Night trains run every hour instead of every half hour,\n"
    "  but they stop at every station.\n"
    "- Bicycles travel free on weekends.\n"
    "\n"
    "The full timetable hangs in all stations, the railway said.\n",
    "headline: Five things to know abou\nparagraph: The railway changes its \nlist-item: The first train to the c\nlist-item: Night trains run every h\nlist-item: Bicycles travel free on \nparagraph: The full timetable hangs\n",
    NULL, NULL, "en" },
  { "dateline-alone",
    "Volcano island evacuated\n"
    "\n"
    "REYKHAVN, Feb. 3 —\n"
    "\n"
    "Fishing boats took the last eighty people off the island before noon, the coast guard said.\n"
    "\n"
    "Nobody knows when they may return, it added in a statement.\n",
    "headline: Volcano island evacuated\ndateline: REYKHAVN, Feb. 3 —\nparagraph: Fishing boats took the l\nparagraph: Nobody knows when they m\n",
    NULL, NULL, "en" },
  { "japanese",
    "新しい図書館が開館\n"
    "\n"
    "町の図書館が三日、川沿いの新しい建物で開館した。初日には千人を超える人が訪れた。\n"
    "\n"
    "館長は「子どもたちが毎日来られる場所にしたい」と話した。\n"
    "\n"
    "2024年5月3日\n",
    "headline: 新しい図書館が開館\nparagraph: 町の図書館が三日、川沿いの新しい建物で開館した。\nparagraph: 館長は「子どもたちが毎日来られる場所にしたい」と\nbyline: 2024年5月3日\n",
    "2024-05-03", NULL, "ja" },
  { "arabic",
    "إعادة فتح السوق القديم في المدينة\n"
    "\n"
    "أعلنت البلدية يوم الأحد إعادة فتح السوق القديم بعد ثلاث سنوات من الترميم.\n"
    "\n"
    "وقال التجار إنهم ينتظرون الزوار منذ الصباح الباكر، هل يعود السوق كما كان؟\n",
    "headline: إعادة فتح السوق القديم ف\nparagraph: أعلنت البلدية يوم الأحد \nparagraph: وقال التجار إنهم ينتظرون\n",
    NULL, NULL, "ar" },
  { "one-line-paragraphs",
    "Bridge closed for repairs\n"
    "The bridge over the canal is closed to cars until autumn, the road office said on Friday.\n"
    "Buses take the long way round by the station, which adds about ten minutes to each ride.\n"
    "Pedestrians and cyclists may still cross.\n",
    "headline: Bridge closed for repair\nparagraph: The bridge over the cana\nparagraph: Buses take the long way \nparagraph: Pedestrians and cyclists\n",
    NULL, NULL, "en" },
  { "correction-and-author",
    "School garden wins prize\n"
    "\n"
    "The garden behind the primary school has won the national prize for small gardens, its teachers said on Tuesday.\n"
    "\n"
    "Pupils grow beans, marigolds and one very large pumpkin there, and sell them on market days.\n"
    "\n"
    "Correction: An earlier version of this article gave a wrong name for the school.\n"
    "\n"
    "Priya Nandan is a reporter for the Harbour News. Follow her on Mastodon or write to priya@example.org\n",
    "headline: School garden wins prize\nparagraph: The garden behind the pr\nparagraph: Pupils grow beans, marig\ncorrection: Correction: An earlier v\nboilerplate: Priya Nandan is a report\n",
    NULL, NULL, "en" },
  { "quoted-and-ruled",
    "Letter from the lighthouse\n"
    "==========================\n"
    "\n"
    "The keeper writes once a year, and this is what he wrote in December of this year to us.\n"
    "\n"
    "> The lamp is well. The stairs are not.\n"
    "> Send nails.\n"
    "\n"
    "* * *\n"
    "\n"
    "The town council has sent nails, and a carpenter who knows how to use them.\n",
    "headline: Letter from the lighthou\nparagraph: The keeper writes once a\nblockquote: The lamp is well. The st\nblockquote: Send nails.\nparagraph: The town council has sen\n",
    NULL, NULL, "en" },
  { "no-headline",
    "A storm took the roof of the sports hall in the night to Wednesday. Nobody was inside, the fire brigade said.\n"
    "\n"
    "Lessons take place in the church until the roof is mended, the school wrote to all parents.\n",
    "paragraph: A storm took the roof of\nparagraph: Lessons take place in th\n",
    NULL, NULL, "en" },
  { "question-headline",
    "Who owns the beach?\n"
    "\n"
    "Von Bergen Hotels has put a fence across the bay, and the fishermen have taken it down twice since spring.\n"
    "\n"
    "The court decides in May, after both sides have sent in their maps and their witnesses.\n",
    "headline: Who owns the beach?\nparagraph: Von Bergen Hotels has pu\nparagraph: The court decides in May\n",
    NULL, NULL, "en" },
};
/* clang-format on */

static DeskArticle *
read_article (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = desk_importer_read_bytes (bytes, &(DeskImportHints) { .name = "sample.txt" }, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);

  return g_object_ref (g_ptr_array_index (articles, 0));
}

static void
check_nothing_lost (const char *text)
{
  DeskImportLimits limits = desk_import_limits_default ();
  DeskImportGuard guard;
  g_autoptr (DeskReading) reading = NULL;

  desk_import_guard_init (&guard, &limits, NULL);
  reading = desk_text_format_read (text, strlen (text), &guard, NULL);
  g_assert_nonnull (reading);
  import_check_text (reading, text, strlen (text));
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (DeskArticle) article = read_article (sample->text);
  g_autofree char *outline = import_check_dup_outline (article);
  const char *const *authors = desk_article_get_authors (article);
  g_autofree char *joined = authors != NULL ? g_strjoinv ("; ", (char **) authors) : g_strdup ("");

  import_check_article (article);
  check_nothing_lost (sample->text);
  g_assert_cmpstr (outline, ==, sample->outline);
  g_assert_cmpstr (desk_article_get_published (article), ==, sample->published);
  g_assert_cmpstr (joined, ==, sample->authors != NULL ? sample->authors : "");
  if (sample->language != NULL)
    g_assert_cmpstr (desk_article_get_field (article, DESK_FIELD_LANGUAGE), ==, sample->language);
}

/* What the sample of hyphens must read like. */
static void
test_hyphens (void)
{
  g_autoptr (DeskArticle) article = read_article (samples[1].text);
  const char *text = desk_text_get_utf8 (desk_version_get_text (desk_article_get_version (article)));

  g_assert_nonnull (strstr (text, "Nobody complained, she added"));
  g_assert_nonnull (strstr (text, "opens its doors again"));
  g_assert_null (strstr (strstr (text, "The mill"), "town\nopens"));
}

static void
test_line_ends (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\r", "\n\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = g_strdup_printf ("A title of some words%s%sThe first sentence of the text ends here.%s%sThe second one ends here as well.%s", ends[i], ends[i], ends[i], ends[i], ends[i]);
      g_autoptr (DeskArticle) article = read_article (text);

      g_assert_cmpuint (desk_version_get_n_blocks (desk_article_get_version (article)), ==, 3);
      import_check_article (article);
    }
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/text/%s", samples[i].name);

      g_test_add_data_func (path, &samples[i], test_sample);
    }
  g_test_add_func ("/import/text/hyphens", test_hyphens);
  g_test_add_func ("/import/text/line-ends", test_line_ends);

  return g_test_run ();
}
