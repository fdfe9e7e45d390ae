/* Who is who: which names are joined and which are not, other readings, roles.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-helpers.h"
#include "desk-core-types.h"

static DeskAnalyzer *analyzer;

/* The entity with a mention of these words, the @nth of them. */
static DeskEntity *
find (DeskAnalysis *analysis,
      const char *words,
      guint nth,
      DeskMention **found)
{
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  DeskEntity *best = NULL;
  guint after = 0;

  for (guint turn = 0; turn <= nth; turn++)
    {
      DeskMention *first = NULL;

      for (guint i = 0; i < entities->len; i++)
        for (guint m = 0; m < desk_entity_get_n_mentions (entities->pdata[i]); m++)
          {
            DeskMention *mention = desk_entity_get_mention (entities->pdata[i], m);

            if (g_strcmp0 (desk_mention_get_text (mention), words) == 0 && desk_mention_get_start (mention) >= after && (first == NULL || desk_mention_get_start (mention) < desk_mention_get_start (first)))
              {
                first = mention;
                best = entities->pdata[i];
              }
          }
      if (first == NULL)
        return NULL;
      after = desk_mention_get_end (first);
      if (found != NULL)
        *found = first;
    }

  return best;
}

static void
assert_joined (const char *text,
               const char *a,
               const char *b,
               gboolean joined)
{
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, text, "2023-03-15");
  DeskEntity *first = find (analysis, a, 0, NULL), *second = find (analysis, b, g_str_equal (a, b), NULL);

  if (first == NULL || second == NULL)
    g_test_fail_printf ("%s\n# \"%s\" was not found", text, first == NULL ? a : b);
  else if ((first == second) != joined)
    g_test_fail_printf ("%s\n# \"%s\" and \"%s\" are %s", text, a, b, joined ? "apart" : "joined");
}

static void
test_persons (void)
{
  assert_joined ("President William Marr spoke. Bill Marr then left the room.", "William Marr", "Bill Marr", TRUE);
  assert_joined ("President William Marr spoke. Mr. Marr then left the room.", "William Marr", "Marr", TRUE);
  assert_joined ("Senator J. R. Halloran spoke on Monday. Joseph Robert Halloran then left.", "J. R. Halloran", "Joseph Robert Halloran", TRUE);
  assert_joined ("President Gabriel García Montoya spoke. Gabriel García then left the hall.", "Gabriel García Montoya", "Gabriel García", TRUE);
  assert_joined ("Minister Kim Tae-yong spoke. Mr. Kim then left the hall.", "Kim Tae-yong", "Kim", TRUE);

  /* Slips of the pen. */
  assert_joined ("President Kristin Halloran spoke. Later Kristen Halloran left.", "Kristin Halloran", "Kristen Halloran", TRUE);
  assert_joined ("President Kristin Halloran spoke. The mill is safe, Mrs. Haloran said.", "Kristin Halloran", "Haloran", TRUE);
}

static void
test_persons_apart (void)
{
  assert_joined ("President Jill Marr met her rival, Senator Tom Marr.", "Jill Marr", "Tom Marr", FALSE);
  assert_joined ("President George H. W. Marr met his son, President George W. Marr.", "George H. W. Marr", "George W. Marr", FALSE);
  assert_joined ("Mr. John Edward Taylor spoke on Monday. His son Edward later left.", "John Edward Taylor", "Edward", FALSE);

  /* One letter is no slip where both are names of their own, or where the sex differs. */
  assert_joined ("President Kristin Larsen spoke. The mill is safe, Mrs. Larson said.", "Kristin Larsen", "Larson", FALSE);
  assert_joined ("President Kristin Halloran spoke. It was built by Mrs. Haloran.", "Kristin Halloran", "Haloran", FALSE);
  assert_joined ("President Martin Halloran spoke. Later Martina Halloran left.", "Martin Halloran", "Martina Halloran", FALSE);
  assert_joined ("President Joan Halloran spoke. Later Juan Halloran left.", "Joan Halloran", "Juan Halloran", FALSE);
  assert_joined ("President Kristin Halloran spoke. The mill is safe, Mr. Haloran said.", "Kristin Halloran", "Haloran", FALSE);
  assert_joined ("President Kristin Halloran spoke. The mill is safe, Mr. Halloran said.", "Kristin Halloran", "Halloran", FALSE);
}

/* What a quotation begins with is not who said the one before. */
static void
test_no_speakers (void)
{
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, "Pia Kole said, \"Doctors told me about the mill.\"", NULL);

  g_assert_nonnull (find (analysis, "Pia Kole", 0, NULL));
  g_assert_null (find (analysis, "Doctors", 0, NULL));
}

/* Two people of one name: a bare name is neither, unless the title tells. */
static void
test_namesakes (void)
{
  const char *text = "President Paul Marr met his rival, Senator Tom Marr. Marr left early. Senator Marr stayed.";
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, text, NULL);
  DeskMention *mention = NULL;
  DeskEntity *paul = find (analysis, "Paul Marr", 0, NULL), *tom = find (analysis, "Tom Marr", 0, NULL);
  DeskEntity *bare = find (analysis, "Marr", 0, &mention);

  g_assert_true (paul != NULL && tom != NULL && paul != tom && bare != paul && bare != tom);
  g_assert_cmpint (desk_mention_get_confidence (mention), ==, DESK_CONFIDENCE_WEAK);
  g_assert_nonnull (desk_mention_get_why (mention));
  g_assert_nonnull (desk_mention_get_other_reading (mention));
  g_assert_true (find (analysis, "Marr", 1, NULL) == tom);

  /* Nobody else is called so yet. */
  assert_joined ("President Paul Marr spoke on Monday. Marr then left. His rival, Senator Tom Marr, stayed.", "Paul Marr", "Marr", TRUE);

  /* J. Marr may be either. */
  assert_joined ("President John Marr met his rival, Senator James Marr. J. Marr left early.", "John Marr", "J. Marr", FALSE);
  assert_joined ("President John Marr met his rival, Senator James Marr. J. Marr left early.", "James Marr", "J. Marr", FALSE);

  /* Called so before the other one was named. */
  assert_joined ("Uqbar Draxi left the mill. Draxi was late. Lawyer Yelmo Draxi stayed. Later Draxi came back.", "Draxi", "Draxi", TRUE);
  assert_joined ("Uqbar Draxi left the mill with lawyer Yelmo Draxi. Later Draxi came back.", "Uqbar Draxi", "Draxi", FALSE);
  /* The others are named as relatives. */
  assert_joined ("The painter Jane Orwin died on Monday, her brother, Tom Orwin, said. Orwin was born in Leeds.", "Jane Orwin", "Orwin", TRUE);
  assert_joined ("The painter Jane Orwin died on Monday, her lawyer, Tom Orwin, said. Orwin was born in Leeds.", "Jane Orwin", "Orwin", FALSE);
}

static void
test_organisations (void)
{
  assert_joined ("They asked the National Institute of Marine Safety (NIMS) on Monday. A spokesman for the NIMS kept silent.", "National Institute of Marine Safety", "NIMS", TRUE);
  assert_joined ("Officials of the U.S. Consumer Product Safety Commission met on Monday in Washington. A spokesman for the CPSC kept silent.", "U.S. Consumer Product Safety Commission", "CPSC", TRUE);
  assert_joined ("Shares of Zantor Holdings Inc. fell on Monday. Zantor, a shipping company, blamed the weather.", "Zantor Holdings Inc.", "Zantor", TRUE);
  assert_joined ("The European Commission was asked. A spokesman for the Commission kept silent.", "European Commission", "Commission", TRUE);

  /* What brackets and commas explain. */
  assert_joined ("It was told by the Federal Salt Commission (Fesalco) on Monday.", "Federal Salt Commission", "Fesalco", TRUE);
  assert_joined ("The report was written by KSF, the National Institute for Salt Research, on Monday.", "KSF", "National Institute for Salt Research", TRUE);
  assert_joined ("The head of KSF (National Institute for Salt Research) agreed.", "KSF", "National Institute for Salt Research", TRUE);
  assert_joined ("The Green Party met on Monday. It was late when the Greens left.", "Green Party", "Greens", TRUE);
  /* A list knows the party of another place. */
  assert_joined ("The New Democratic Party of Manitoba (NDP) won on Monday.", "New Democratic Party of Manitoba", "NDP", TRUE);
}

static void
test_organisations_apart (void)
{
  assert_joined ("Officials of the National Bank of Georgia met on Monday in Tbilisi, and a spokesman for the Bank of Georgia, a private bank, kept silent.", "National Bank of Georgia", "Bank of Georgia", FALSE);
  assert_joined ("The European Commission and the Federal Trade Commission were asked. A spokesman for the Commission kept silent.", "European Commission", "Commission", FALSE);
  assert_joined ("The report was written by the KSF, the National Institute for Salt Research and others.", "KSF", "National Institute for Salt Research", FALSE);
  assert_joined ("The report was written by KSF, the National Institute for Salt Research and others.", "KSF", "National Institute for Salt Research", FALSE);
  assert_joined ("The website Zantor on Salt was closed. Later shares of Zantor rose.", "Zantor on Salt", "Zantor", FALSE);
}

static void
test_places (void)
{
  assert_joined ("The United States agreed. America has spoken.", "United States", "America", TRUE);
  assert_joined ("They live in Texas. The weather in the State of Texas is bad.", "Texas", "State of Texas", TRUE);
  assert_joined ("They live in the United States. The American left.", "United States", "American", FALSE);
}

static void
assert_reading (const char *text,
                const char *words,
                DeskEntityKind kind,
                const char *name)
{
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, text, "2023-03-15");
  DeskMention *mention = NULL;
  DeskEntity *entity = find (analysis, words, 0, &mention);

  if (entity == NULL || desk_entity_get_kind (entity) != kind || g_strcmp0 (desk_entity_get_name (entity), name) != 0)
    g_test_fail_printf ("%s\n# %s is %s", text, words, entity != NULL ? desk_entity_get_name (entity) : "missing");
  else if (kind == DESK_ENTITY_KIND_GOVERNMENT)
    {
      DeskEntity *other = desk_analysis_find_entity (analysis, desk_mention_get_other_reading (mention));

      g_assert_nonnull (other);
      g_assert_cmpint (desk_entity_get_kind (other), !=, DESK_ENTITY_KIND_GOVERNMENT);
    }
}

static void
test_readings (void)
{
  assert_reading ("Warsaw took a day to accept.", "Warsaw", DESK_ENTITY_KIND_GOVERNMENT, "Government of Poland");
  assert_reading ("Ottawa and Paris applauded.", "Ottawa", DESK_ENTITY_KIND_GOVERNMENT, "Government of Canada");
  assert_reading ("A final statement called on Tehran to resume talks.", "Tehran", DESK_ENTITY_KIND_GOVERNMENT, "Government of Iran");
  assert_reading ("The pro-Beijing camp won.", "Beijing", DESK_ENTITY_KIND_GOVERNMENT, "Government of China");
  assert_reading ("Brussels has put off the rule twice.", "Brussels", DESK_ENTITY_KIND_GOVERNMENT, "European Union");
  assert_reading ("The Kremlin had no comment.", "Kremlin", DESK_ENTITY_KIND_GOVERNMENT, "Government of Russia");
  assert_reading ("Downing Street says so.", "Downing Street", DESK_ENTITY_KIND_GOVERNMENT, "Government of the United Kingdom");
  assert_reading ("They met in Brussels.", "Brussels", DESK_ENTITY_KIND_PLACE, "Brussels");
  assert_reading ("They met at the gates of Paris.", "Paris", DESK_ENTITY_KIND_PLACE, "Paris");
  assert_reading ("Warsaw was flooded by the river.", "Warsaw", DESK_ENTITY_KIND_PLACE, "Warsaw");
}

static void
assert_roles (const char *text,
              const char *expected)
{
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, text, NULL);
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  g_autoptr (GString) roles = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    for (guint r = 0; r < desk_entity_get_n_roles (entities->pdata[i]); r++)
      g_string_append_printf (roles, "%s%s", roles->len > 0 ? "; " : "", desk_entity_get_role (entities->pdata[i], r)->text);
  if (g_strcmp0 (roles->str, expected) != 0)
    g_test_fail_printf ("%s\n#  got: %s\n# want: %s", text, roles->str, expected);
}

static void
test_roles (void)
{
  assert_roles ("It was said by Ann Kole, the chair of the Salt Board, on Monday.", "chair of the Salt Board");
  assert_roles ("The chair of the Salt Board, Ann Kole, left early.", "chair of the Salt Board");
  assert_roles ("It was signed by Ann Kole (chair) on Monday.", "chair");
  assert_roles ("On Monday Ann Kole was named ambassador to Oman.", "ambassador to Oman");
  assert_roles ("The song belongs to cellist Ann Kole.", "cellist");
  assert_roles ("Ann Kole, 45, a retired cooper who lives there, left.", "retired cooper");
  assert_roles ("They met Ann Kole, chair of the judges and a former mayor of Talent.", "chair of the judges; former mayor of Talent");
  assert_roles ("His daughter Ann Kole left under Tom Birch.", "");
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();

  g_test_add_func ("/analysis/aliases/persons", test_persons);
  g_test_add_func ("/analysis/aliases/persons-apart", test_persons_apart);
  g_test_add_func ("/analysis/aliases/no-speakers", test_no_speakers);
  g_test_add_func ("/analysis/aliases/namesakes", test_namesakes);
  g_test_add_func ("/analysis/aliases/organisations", test_organisations);
  g_test_add_func ("/analysis/aliases/organisations-apart", test_organisations_apart);
  g_test_add_func ("/analysis/aliases/places", test_places);
  g_test_add_func ("/analysis/aliases/readings", test_readings);
  g_test_add_func ("/analysis/aliases/roles", test_roles);

  result = g_test_run ();
  g_object_unref (analyzer);

  return result;
}
