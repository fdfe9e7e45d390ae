/* Names: what is found, of which kind, and what is joined.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "analysis-helpers.h"
#include "desk-core-types.h"

static DeskAnalyzer *analyzer;

/* "Name [kind]: mention, mention; Name …" in the order of the first mentions. */
static char *
describe (const char *text)
{
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, text, "2023-03-15");
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = entities->pdata[i];

      /* What a mention could be as well. */
      if (desk_entity_get_n_mentions (entity) == 0)
        continue;
      g_string_append_printf (out, "%s%s [%s]:", out->len > 0 ? "; " : "", desk_entity_get_name (entity),
                              desk_enum_to_nick (DESK_TYPE_ENTITY_KIND, desk_entity_get_kind (entity)));
      for (guint m = 0; m < desk_entity_get_n_mentions (entity); m++)
        {
          DeskMention *mention = desk_entity_get_mention (entity, m);

          g_string_append_printf (out, "%s %s", m > 0 ? "," : "", desk_mention_get_text (mention));
          g_assert_nonnull (desk_mention_get_why (mention));
        }
    }

  return g_string_free (out, FALSE);
}

static void
assert_names (const char *text,
              const char *expected)
{
  g_autofree char *actual = describe (text);

  if (g_strcmp0 (actual, expected) != 0)
    g_test_fail_printf ("%s\n#  got: %s\n# want: %s", text, actual, expected);
}

static void
test_persons (void)
{
  assert_names ("The plan was drawn up by Dr. Ines Okonkwo.", "Ines Okonkwo [person]: Ines Okonkwo");
  assert_names ("They met Foreign Minister Tarek Belhadj there.", "Tarek Belhadj [person]: Tarek Belhadj");
  assert_names ("They asked lawyer Uqbar Tlon about it.", "Uqbar Tlon [person]: Uqbar Tlon");
  assert_names ("Yelmo Draxi, who owns the mill, left.", "Yelmo Draxi [person]: Yelmo Draxi");
  assert_names ("Yelmo Draxi, 45, left the mill.", "Yelmo Draxi [person]: Yelmo Draxi");
  assert_names ("The mill belongs to Ursula van der Leeuw.", "Ursula van der Leeuw [person]: Ursula van der Leeuw");
  assert_names ("The mill was built by Mrs. Haloran.", "Haloran [person]: Haloran");
  assert_names ("The driver, Zorigtal, left the mill.", "Zorigtal [person]: Zorigtal");
  assert_names ("The talks with Prince Faisal bin Khalid failed.", "Faisal bin Khalid [person]: Faisal bin Khalid");
}

static void
test_places (void)
{
  assert_names ("They fled to Kenya and South Sudan.", "Kenya [place]: Kenya; South Sudan [place]: South Sudan");
  assert_names ("It struck the village of Zubrava.", "Zubrava [place]: Zubrava");
  assert_names ("They live in Bosnia and Herzegovina.", "Bosnia and Herzegovina [place]: Bosnia and Herzegovina");
  assert_names ("The boat sank off the Orla Islands.", "Orla Islands [place]: Orla Islands");
  assert_names ("The US and the U.S. are one.", "United States [place]: US, U.S.");
  assert_names ("They told us who may go in march.", "");
}

static void
test_organisations (void)
{
  assert_names ("It was ordered by the Ministry of Mines and Energy.", "Ministry of Mines and Energy [organisation]: Ministry of Mines and Energy");
  assert_names ("A study by the University of Tarvo was shown.", "University of Tarvo [organisation]: University of Tarvo");
  assert_names ("The deal with Zantor Holdings Ltd. failed.", "Zantor Holdings Ltd. [organisation]: Zantor Holdings Ltd.");
  assert_names ("Norway's finance ministry agreed.", "Norway [place]: Norway; Ministry of Finance of Norway [organisation]: finance ministry");
  assert_names ("The Kenyan parliament agreed.", "Parliament of Kenya [organisation]: Kenyan parliament");
  assert_names ("The UN met.", "United Nations [organisation]: UN");
  assert_names ("It came from the Institute for the Study of War.", "Institute for the Study of War [organisation]: Institute for the Study of War");
  assert_names ("The army left.", "");
  assert_names ("The Senate of Chile met.", "Senate of Chile [organisation]: Senate of Chile");
}

static void
test_short_forms (void)
{
  assert_names ("Jane Orwin spoke. Mrs. Orwin left. Later Orwin's car was found.", "Jane Orwin [person]: Jane Orwin, Orwin, Orwin");
  assert_names ("Kim Tae-yong spoke. Kim then left.", "Kim Tae-yong [person]: Kim Tae-yong, Kim");
  assert_names ("Luiz Lula da Silva spoke. Lula left.", "Luiz Lula da Silva [person]: Luiz Lula da Silva, Lula");
  assert_names ("Joseph R. Halloran spoke. Joe Halloran left.", "Joseph R. Halloran [person]: Joseph R. Halloran, Joe Halloran");
  assert_names ("President Paul Marr met Minister Ann Kole. A Marr-Kole pact followed.", "Paul Marr [person]: Paul Marr, Marr; Ann Kole [person]: Ann Kole, Kole");
  assert_names ("The World Salt Organization (WSO) met. The WSO failed.", "World Salt Organization [organisation]: World Salt Organization, WSO, WSO");
  assert_names ("Zantor Holdings grew. Shares of Zantor rose, said Zantor spokesman Al Birch.",
                "Zantor Holdings [organisation]: Zantor Holdings, Zantor, Zantor; Al Birch [person]: Al Birch");
  assert_names ("The Pentagon and the Department of Defense are one.", "United States Department of Defense [organisation]: Pentagon, Department of Defense");
}

/* An abbreviation in brackets tells where the name begins and ends, and what it means in this text. */
static void
test_brackets (void)
{
  assert_names ("The Government Audit Office (GAO) agreed. Later GAO officials left.", "Government Audit Office [organisation]: Government Audit Office, GAO, GAO");
  assert_names ("They asked the Salt Coast Guard Union (SCGU) about it.", "Salt Coast Guard Union [organisation]: Salt Coast Guard Union, SCGU");
  /* The list knows another one. */
  assert_names ("The Public Transit Institute (PTI) agreed.", "Public Transit Institute [organisation]: Public Transit Institute, PTI");
  /* What somebody is. */
  assert_names ("They asked a Member of Parliament (MP) from London.", "Parliament [organisation]: Parliament; London [place]: London");
  /* The letters say nothing of these. */
  assert_names ("They sailed to Gao with Zantor Holdings (London).", "Gao [place]: Gao; Zantor Holdings [organisation]: Zantor Holdings; London [place]: London");
}

/* Names side by side, which look like one. */
static void
test_run_together (void)
{
  assert_names ("The dean of the University of Tarvo Uqbar Draxi spoke. Later Mr. Draxi left the mill.",
                "University of Tarvo [organisation]: University of Tarvo; Uqbar Draxi [person]: Uqbar Draxi, Draxi");
  assert_names ("Jane Orwin left. According to Orwin the Zantor mill is safe.",
                "Jane Orwin [person]: Jane Orwin, Orwin; Zantor [organisation]: Zantor");
  assert_names ("They voted for Salt Party's Regina Orwin.", "Salt Party [organisation]: Salt Party; Regina Orwin [person]: Regina Orwin");
  assert_names ("Lawmaker Leung Kwok-hung left with Wong Kwok-kin.", "Leung Kwok-hung [person]: Leung Kwok-hung; Wong Kwok-kin [person]: Wong Kwok-kin");
  assert_names ("Jane Orwin runs Orwin Holdings Ltd. in London.",
                "Jane Orwin [person]: Jane Orwin; Orwin Holdings Ltd. [organisation]: Orwin Holdings Ltd.; London [place]: London");
}

/* Two people of one surname: the surname alone belongs to neither. */
static void
test_namesakes (void)
{
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, "President Paul Marr met his rival, Senator Tom Marr. Marr left early.", NULL);
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  DeskMention *mention;

  g_assert_cmpuint (entities->len, ==, 3);
  g_assert_cmpuint (desk_entity_get_n_mentions (entities->pdata[0]), ==, 1);
  g_assert_cmpuint (desk_entity_get_n_mentions (entities->pdata[1]), ==, 1);
  mention = desk_entity_get_mention (entities->pdata[2], 0);
  g_assert_cmpint (desk_mention_get_confidence (mention), ==, DESK_CONFIDENCE_WEAK);
  g_assert_nonnull (desk_mention_get_other_reading (mention));

  /* The title can tell them apart. */
  assert_names ("Mr. Paul Marr met his wife, Mrs. Ann Marr. Mrs. Marr left early.", "Paul Marr [person]: Paul Marr; Ann Marr [person]: Ann Marr, Marr");
}

static void
test_metonyms (void)
{
  assert_names ("A report was read in Beijing.", "Beijing [place]: Beijing");
  assert_names ("Beijing said the report was wrong.", "Government of China [government]: Beijing");
  assert_names ("Paris has rejected Berlin's request.", "Government of France [government]: Paris; Government of Germany [government]: Berlin");
  assert_names ("They flew from Paris to Berlin.", "Paris [place]: Paris; Berlin [place]: Berlin");
  assert_names ("An apology from Tokyo came late.", "Government of Japan [government]: Tokyo");
  assert_names ("Berlin's airport was shut.", "Berlin [place]: Berlin");
  assert_names ("Talks between Moscow and Kyiv failed.", "Government of Russia [government]: Moscow; Government of Ukraine [government]: Kyiv");
}

static void
test_headlines (void)
{
  /* Capitals alone prove nothing; what the text names is found in the headline too. */
  assert_names ("# Angry Miller Rejects Mill Deal With Zantor\n\nZantor Holdings Inc. made an offer to Pia Miller on Monday.",
                "Pia Miller [person]: Miller, Pia Miller; Zantor Holdings Inc. [organisation]: Zantor, Zantor Holdings Inc.");
  assert_names ("# Big Storm Hits Small Towns Hard\n\nIt rained.", "");
  assert_names ("# Kenya Rejects New Trade Deal\n\nIt rained.", "Kenya [place]: Kenya");
}

static void
test_left_out (void)
{
  assert_names ("~ Photo by Ann Kole for Reuters\n\n= Write to Tom Birch at Reuters in London\n\nIt rained.", "");
  assert_names ("^ The mill burns on Monday. ANN KOLE/AFP via Getty Images\n\nIt rained.", "");
}

static void
test_roles (void)
{
  g_autoptr (DeskAnalysis) analysis = test_analyze (analyzer, "Deputy Finance Minister Ann Kole met Tom Birch, a senior fellow at the Orla Institute, and harbour spokesman Lt. Gen. Ugo Tarn.", NULL);
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  g_autoptr (GString) roles = g_string_new (NULL);

  for (guint i = 0; i < entities->len; i++)
    for (guint r = 0; r < desk_entity_get_n_roles (entities->pdata[i]); r++)
      g_string_append_printf (roles, "%s: %s; ", desk_entity_get_name (entities->pdata[i]), desk_entity_get_role (entities->pdata[i], r)->text);
  g_assert_cmpstr (roles->str, ==,
                   "Ann Kole: Deputy Finance Minister; Tom Birch: senior fellow at the Orla Institute; Ugo Tarn: harbour spokesman; Ugo Tarn: Lt. Gen.; ");
}

static void
test_other_language (void)
{
  g_autoptr (DeskVersion) version = test_version_new ("Der Minister Hans Ludwig reiste nach Kenya und sprach mit der UNESCO.");
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_run (analyzer, version, "de", NULL, NULL, NULL);
  GPtrArray *entities = desk_analysis_get_entities (analysis);

  /* Known names only: nothing is guessed. */
  g_assert_cmpuint (entities->len, ==, 2);
  g_assert_cmpstr (desk_entity_get_name (entities->pdata[0]), ==, "Kenya");
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();

  g_test_add_func ("/analysis/names/persons", test_persons);
  g_test_add_func ("/analysis/names/places", test_places);
  g_test_add_func ("/analysis/names/organisations", test_organisations);
  g_test_add_func ("/analysis/names/short-forms", test_short_forms);
  g_test_add_func ("/analysis/names/brackets", test_brackets);
  g_test_add_func ("/analysis/names/run-together", test_run_together);
  g_test_add_func ("/analysis/names/namesakes", test_namesakes);
  g_test_add_func ("/analysis/names/metonyms", test_metonyms);
  g_test_add_func ("/analysis/names/headlines", test_headlines);
  g_test_add_func ("/analysis/names/left-out", test_left_out);
  g_test_add_func ("/analysis/names/roles", test_roles);
  g_test_add_func ("/analysis/names/other-language", test_other_language);

  result = g_test_run ();
  g_object_unref (analyzer);

  return result;
}
