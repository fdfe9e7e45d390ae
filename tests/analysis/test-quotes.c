/* Quotations: marks, kinds, parts and speakers.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-helpers.h"
#include "desk-core-types.h"

static DeskAnalyzer *analyzer;

/* "kind speaker/cue: part+part; …", "-" for nobody. */
static void
assert_quotes_in (const char *language,
                  const char *text,
                  const char *expected)
{
  g_autoptr (DeskVersion) version = test_version_new (text);
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_run (analyzer, version, language, NULL, NULL, NULL);
  GPtrArray *quotes = desk_analysis_get_quotes (analysis);
  g_autoptr (GString) actual = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      const DeskQuote *quote = quotes->pdata[i];
      DeskEntity *speaker = quote->speaker != NULL ? desk_analysis_find_entity (analysis, quote->speaker) : NULL;
      g_autofree char *cue = test_slice (version, quote->cue.start, quote->cue.end);

      g_string_append_printf (actual, "%s%s %s/%s:", i > 0 ? "; " : "", desk_enum_to_nick (DESK_TYPE_QUOTE_KIND, quote->kind),
                              speaker != NULL ? desk_entity_get_name (speaker) : "-", cue);
      for (guint p = 0; p < quote->parts->len; p++)
        {
          const DeskRange *range = &g_array_index (quote->parts, DeskRange, p);
          g_autofree char *part = test_slice (version, range->start, range->end);

          g_string_append_printf (actual, "%s%s", p > 0 ? "+" : " ", part);
        }
      g_assert_nonnull (quote->why);
    }

  if (g_strcmp0 (actual->str, expected) != 0)
    g_test_fail_printf ("%s\n#  got: %s\n# want: %s", text, actual->str, expected);
}

static void
assert_quotes (const char *text,
               const char *expected)
{
  assert_quotes_in ("en", text, expected);
}

static void
test_order (void)
{
  assert_quotes ("\"The mill is safe,\" Pia Kole said.", "direct Pia Kole/said: The mill is safe,");
  assert_quotes ("\"The mill is safe,\" said Pia Kole, the mayor.", "direct Pia Kole/said: The mill is safe,");
  assert_quotes ("Pia Kole said: \"The mill is safe.\"", "direct Pia Kole/said: The mill is safe.");
  assert_quotes ("\"Is the mill safe?\" Pia Kole asked.", "direct Pia Kole/asked: Is the mill safe?");
  assert_quotes ("\"The mill is safe,\" Pia Kole, the mayor, told reporters.", "direct Pia Kole/told: The mill is safe,");
  assert_quotes ("Kenya's finance ministry, which owns the mill, said Monday it had \"found no fault with the mill.\"",
                 "mixed Ministry of Finance of Kenya/said: found no fault with the mill.");
  assert_quotes ("The mill was \"never safe,\" according to engineer Pia Kole.", "fragment Pia Kole/according to: never safe,");
  assert_quotes ("Beijing continues to argue that it was an \"honest mistake.\"", "fragment Government of China/argue: honest mistake.");
}

static void
test_parts (void)
{
  assert_quotes ("\"The mill is safe,\" Pia Kole said. \"It will stay open.\"", "direct Pia Kole/said: The mill is safe,+It will stay open.");
  assert_quotes ("\"The mill is safe,\" Pia Kole said. \"It is not,\" said Tom Birch.",
                 "direct Pia Kole/said: The mill is safe,; direct Tom Birch/said: It is not,");
  assert_quotes ("\"We came,\" Pia Kole said, \"to stay.\"", "direct Pia Kole/said: We came,+to stay.");
  assert_quotes ("Pia Kole called it \"late\" and \"far too dear.\"", "scare Pia Kole/called: late; fragment Pia Kole/called: far too dear.");
  /* A block that is nothing but a quotation goes on with the speaker of the block before. */
  assert_quotes ("\"The mill is safe,\" Pia Kole said.\n\n\"It will stay open.\"\n\nIt rained.\n\n\"Who said so?\"",
                 "direct Pia Kole/said: The mill is safe,; direct Pia Kole/: It will stay open.; direct -/: Who said so?");
  /* Several paragraphs, each opening anew. */
  assert_quotes ("Pia Kole said: \"The mill is safe.\n\n\"It will stay open,\" she added.", "direct Pia Kole/said: The mill is safe.+It will stay open,");
}

static void
test_pronouns (void)
{
  assert_quotes ("\"The mill is safe,\" Pia Kole said.\n\n\"It will stay open,\" she said.",
                 "direct Pia Kole/said: The mill is safe,; direct Pia Kole/said: It will stay open,");
  /* A man is not the mayor Pia; nobody is guessed. */
  assert_quotes ("\"The mill is safe,\" Mrs. Pia Kole said.\n\n\"It will not stay open,\" he said.",
                 "direct Pia Kole/said: The mill is safe,; direct -/said: It will not stay open,");
  /* By role, where one person alone has it. */
  assert_quotes ("Mayor Pia Kole met engineer Tom Birch. \"The mill is safe,\" the engineer said.", "direct Tom Birch/said: The mill is safe,");
  assert_quotes ("Engineer Pia Kole met engineer Tom Birch. \"The mill is safe,\" the engineer said.", "direct -/said: The mill is safe,");
  assert_quotes ("\"The mill is safe,\" officials in Nairobi said.", "direct -/said: The mill is safe,");

  /* Whom a sentence that goes on with the pronoun names besides is another one. */
  assert_quotes ("Tom Birch ran the mill. He had bought it from Al Marsh in 1960. \"It was cheap,\" he said.", "direct Tom Birch/said: It was cheap,");
  assert_quotes ("Tom Birch ran the mill. The Norwegian lost it to Al Marsh in 1960. \"It was cheap,\" he said.", "direct Tom Birch/said: It was cheap,");
  assert_quotes ("Tom Birch ran the mill. Later Al Marsh bought it. \"It was cheap,\" he said.", "direct Al Marsh/said: It was cheap,");
  /* Whose something is, where nobody else is named. */
  assert_quotes ("Tom Birch's mill burned down. \"It was old,\" he said.", "direct Tom Birch/said: It was old,");
  /* A given name alone tells the sex. */
  assert_quotes ("Tom Birch left. The mill belonged to Gloria. \"It was old,\" he said.", "direct Tom Birch/said: It was old,");
}

/* Roles and towns of which there are several mean the one whom the text is about just there. */
static void
test_nearest (void)
{
  const char *several = "Secretary Pia Kole and Secretary Tom Birch met on Monday.\n\n";
  g_autofree char *one = g_strconcat (several, "Later Kole left the mill. \"It is safe,\" the secretary said.", NULL);
  g_autofree char *both = g_strconcat (several, "Later Kole left Birch. \"It is safe,\" the secretary said.", NULL);

  assert_quotes (one, "direct Pia Kole/said: It is safe,");
  assert_quotes (both, "direct -/said: It is safe,");
  assert_quotes ("The mill belongs to the Municipality of Tarvo. \"It is safe and open,\" the city said.",
                 "direct Municipality of Tarvo/said: It is safe and open,");
  assert_quotes ("The mill belongs to New City Records. \"It is safe and open,\" the city said.", "direct -/said: It is safe and open,");
  assert_quotes ("Oban City Council sold it.\n\nThe mill belongs to the Municipality of Tarvo. \"It is safe and open,\" the town said.",
                 "direct Municipality of Tarvo/said: It is safe and open,");
}

/* Descriptions that say less than the text did before, or nothing that others are not. */
static void
test_broader (void)
{
  assert_quotes ("Detective Inspector Tom Birch searched the mill. \"It is safe,\" the officer said.", "direct Tom Birch/said: It is safe,");
  assert_quotes ("Engineer Tom Birch searched the mill. \"It is safe,\" the officer said.", "direct -/said: It is safe,");
  assert_quotes ("Tom Birch won the race at the mill. \"It was late,\" the Norwegian said.", "direct Tom Birch/said: It was late,");
  assert_quotes ("Tom Birch won the race at the mill. \"It was late,\" the 22-year-old said.", "direct Tom Birch/said: It was late,");
  assert_quotes ("Tom Birch won the race at the mill. \"It was late,\" a Norwegian said.", "direct -/said: It was late,");
}

/* Who speaks for whom. */
static void
test_bodies (void)
{
  assert_quotes ("\"The mill is safe,\" analysts at Zantor Holdings said.", "direct Zantor Holdings/said: The mill is safe,");
  assert_quotes ("\"The mill is safe,\" critics of Zantor Holdings said.", "direct -/said: The mill is safe,");
  /* Of several the first one. */
  assert_quotes ("\"The mill is safe,\" Zantor Holdings and Tarvo Group said.", "direct Zantor Holdings/said: The mill is safe,");
  /* Not whom somebody talked to. */
  assert_quotes ("Zantor Holdings closed the mill, a worker told Tarvo Group. \"It is not safe,\" the company said.",
                 "direct Zantor Holdings/said: It is not safe,");
}

/* A headline that is nothing but a quotation. */
static void
test_headlines (void)
{
  assert_quotes ("# \"I have never seen a mill\"\n\nMayor Pia Kole of Oban is tired of it all.", "mixed Pia Kole/: I have never seen a mill");
  assert_quotes ("# \"I have never seen a mill\"\n\nIn Oban Mayor Pia Kole is tired of it all.", "mixed -/: I have never seen a mill");
}

/* Who speaks has a name, whatever its word means elsewhere. */
static void
test_proven_names (void)
{
  assert_quotes ("\"The mill is safe,\" Hammer said.", "direct Hammer/said: The mill is safe,");
  assert_quotes ("\"The mill is safe\", said Hammer.", "direct Hammer/said: The mill is safe");
  assert_quotes ("They asked the police. \"The mill is safe,\" Police said.", "direct -/said: The mill is safe,");
}

/* Whose the words are though the sentence is not built as usual. */
static void
test_loose_sentences (void)
{
  /* A participle of its own subject behind "with". */
  assert_quotes ("The mill drew praise on Monday, with Mr. Birch saying: \"It is safe.\"", "direct Birch/saying: It is safe.");
  assert_quotes ("The mill drew praise from Tom Birch, saying: \"It is safe.\"", "direct -/saying: It is safe.");
  /* No comma behind the role. With an article it is somebody else. */
  assert_quotes ("Pia Kole, head of the mill said: \"It is safe.\"", "direct Pia Kole/said: It is safe.");
  assert_quotes ("After a talk with Pia Kole, a spokesman of the mill said: \"It is safe.\"", "direct -/said: It is safe.");
  /* A role with a preposition before the name. */
  assert_quotes ("Secretary for Education Mr. Birch said: \"It is safe.\"", "direct Birch/said: It is safe.");
  assert_quotes ("The lawyer of Mr. Birch said: \"It is safe.\"", "direct -/said: It is safe.");
  /* A question about somebody who answers it. */
  assert_quotes ("Pia Kole left the mill on Monday. Why did she leave? \"It was late.\"", "direct Pia Kole/: It was late.");
  assert_quotes ("Pia Kole left the mill on Monday. Was it late? \"It was late.\"", "direct -/: It was late.");
  /* A space on the wrong side of a mark. */
  assert_quotes ("Pia Kole said,\" It is safe\".", "direct Pia Kole/said: It is safe");
  assert_quotes ("The mill,\" Pia Kole said.", "");
  assert_quotes ("\"The mill,\" Pia Kole said,\" is safe.\"", "direct Pia Kole/said: The mill,+is safe.");
}

static void
test_kinds (void)
{
  assert_quotes ("The so-called \"reform\" failed.", "scare -/: reform");
  assert_quotes ("They saw \"The Long Road Home\" on Monday.", "scare -/: The Long Road Home");
  assert_quotes ("No mark quotes here: it is 6\" long, the workers' vote and rock 'n' roll.", "");
  assert_quotes ("One mark \" alone quotes nothing.", "");
}

static void
test_marks (void)
{
  assert_quotes ("\xe2\x80\x9cThe mill is safe,\xe2\x80\x9d Pia Kole said.", "direct Pia Kole/said: The mill is safe,");
  assert_quotes ("\xe2\x80\x98The mill isn\xe2\x80\x99t safe\xe2\x80\x99, Pia Kole said.", "direct Pia Kole/said: The mill isn\xe2\x80\x99t safe");
  assert_quotes ("'The mill is the workers' home,' Pia Kole said.", "direct Pia Kole/said: The mill is the workers' home,");
  assert_quotes ("\"He told me 'the mill is safe' twice,\" Pia Kole said.", "direct Pia Kole/said: He told me 'the mill is safe' twice,");
  assert_quotes_in ("de", "\xe2\x80\x9e"
                          "Die M\xc3\xbchle ist sicher und bleibt offen\xe2\x80\x9c, sagte sie.",
                    "mixed -/: Die M\xc3\xbchle ist sicher und bleibt offen");
  assert_quotes_in ("fr", "Elle dit : \xc2\xab Le moulin reste ouvert. \xc2\xbb", "direct -/: Le moulin reste ouvert.");
  assert_quotes_in ("de", "Er rief: \xc2\xbbWir bleiben.\xc2\xab", "direct -/: Wir bleiben.");
  assert_quotes_in ("ja", "\xe5\xbd\xbc\xe3\x81\xaf\xe3\x80\x8c\xe5\xb7\xa5\xe5\xa0\xb4\xe3\x81\xaf\xe5\xae\x89\xe5\x85\xa8\xe3\x81\xa0\xe3\x80\x8d\xe3\x81\xa8\xe8\xa8\x80\xe3\x81\xa3\xe3\x81\x9f\xe3\x80\x82",
                    "mixed -/: \xe5\xb7\xa5\xe5\xa0\xb4\xe3\x81\xaf\xe5\xae\x89\xe5\x85\xa8\xe3\x81\xa0");
}

/* Nested, of the wrong sort, without a partner. */
static void
test_partners (void)
{
  /* A quotation in a quotation is part of it, in the same marks as well. */
  assert_quotes ("\xe2\x80\x9cHe said \xe2\x80\x9cno\xe2\x80\x9d twice,\xe2\x80\x9d Pia Kole said.", "direct Pia Kole/said: He said \xe2\x80\x9cno\xe2\x80\x9d twice,");
  /* A mark without its partner quotes nothing and spoils no other. */
  assert_quotes ("\"The mill is old. \"It is safe,\" Pia Kole said.", "direct Pia Kole/said: It is safe,");
  assert_quotes ("The mill\" is old. \"It is safe,\" Pia Kole said.", "direct Pia Kole/said: It is safe,");
  /* Closed by an opening mark. */
  assert_quotes ("\xe2\x80\x9cIt is safe,\xe2\x80\x9c Pia Kole said.", "direct Pia Kole/said: It is safe,");
  /* Without spaces, and with too many. */
  assert_quotes ("Pia Kole said:\"It is safe.\"", "direct Pia Kole/said: It is safe.");
  assert_quotes ("\" It is safe , \" Pia Kole said.", "direct Pia Kole/said: It is safe ,");
  assert_quotes ("'It's the workers' mill,' Pia Kole said, goin' home.", "direct Pia Kole/said: It's the workers' mill,");
  /* „…” ‚…‘ ”…” ‹…› 『…』 */
  assert_quotes_in ("pl", "\xe2\x80\x9e"
                          "To jest dobre i wszystko zostaje\xe2\x80\x9d.",
                    "mixed -/: To jest dobre i wszystko zostaje");
  assert_quotes_in ("de", "Sie rief: \xe2\x80\x9aWir bleiben.\xe2\x80\x98", "direct -/: Wir bleiben.");
  assert_quotes_in ("sv", "Hon sade: \xe2\x80\x9d"
                          "Kvarnen st\xc3\xa5r kvar.\xe2\x80\x9d",
                    "direct -/: Kvarnen st\xc3\xa5r kvar.");
  assert_quotes_in ("fr", "Elle dit : \xc2\xab Il a dit \xe2\x80\xb9 non \xe2\x80\xba deux fois. \xc2\xbb", "direct -/: Il a dit \xe2\x80\xb9 non \xe2\x80\xba deux fois.");
  assert_quotes_in ("ja", "\xe5\xbd\xbc\xe3\x81\xaf\xe3\x80\x8c\xe5\xb7\xa5\xe3\x80\x8e\xe5\xa0\xb4\xe3\x80\x8f\xe3\x81\xaf\xe5\xae\x89\xe5\x85\xa8\xe3\x80\x8d\xe3\x81\xa8\xe8\xa8\x80\xe3\x81\xa3\xe3\x81\x9f\xe3\x80\x82",
                    "mixed -/: \xe5\xb7\xa5\xe3\x80\x8e\xe5\xa0\xb4\xe3\x80\x8f\xe3\x81\xaf\xe5\xae\x89\xe5\x85\xa8");
}

static void
test_blocks (void)
{
  /* Each paragraph opens anew, the last one closes; a picture may stand in between. */
  assert_quotes ("Pia Kole said: \xe2\x80\x9cThe mill is old.\n\n^ The mill in May.\n\n\xe2\x80\x9cIt is safe.\n\n\xe2\x80\x9cIt stays.\xe2\x80\x9d",
                 "direct Pia Kole/said: The mill is old.+It is safe.+It stays.");
  /* It opens once and closes two paragraphs on. */
  assert_quotes ("Pia Kole said, \"The mill is old.\n\nIt is safe.\n\nIt stays.\" It rained.", "direct Pia Kole/said: The mill is old.+It is safe.+It stays.");
  /* Behind words of saying a mark needs no partner. */
  assert_quotes ("Pia Kole said: \"The mill is safe.\n\nIt rained.", "direct Pia Kole/said: The mill is safe.");
}

static void
test_more_orders (void)
{
  assert_quotes ("\"It is safe,\" Pia Kole, who owns the mill in Leeds, said.", "direct Pia Kole/said: It is safe,");
  assert_quotes ("\"It is safe,\" the owner of the mill, Maria Kole, said.", "direct Maria Kole/said: It is safe,");
  assert_quotes ("\"It is safe,\" allowed Pia Kole.", "direct Pia Kole/allowed: It is safe,");
  assert_quotes ("\"It is safe!\" she shot back. Pia Kole laughed.", "direct -/shot back: It is safe!");
  assert_quotes ("Pia Kole, who was late, told the court:\n\n\"It is safe.\"", "direct Pia Kole/told: It is safe.");
  assert_quotes ("Head teacher Pia Kole: \"It is safe.\"", "direct Pia Kole/: It is safe.");
  assert_quotes ("\"It is safe.\" \xe2\x80\x94 Pia Kole", "direct Pia Kole/: It is safe.");
  assert_quotes ("Pia Kole laughed. \"It is safe.\"", "direct Pia Kole/: It is safe.");
  assert_quotes ("Pia Kole called the plan, on which she had worked, \"a long joke\".", "fragment Pia Kole/called: a long joke");
}

static void
test_records (void)
{
  assert_quotes ("Maria Kole met John Birch.\n\nKOLE: The mill is \"safe\".\n\nBIRCH: Is it?\n\nKOLE: It is. (Laughter.)\n\nBIRCH: Good.",
                 "direct Maria Kole/: The mill is \"safe\".; direct John Birch/: Is it?; direct Maria Kole/: It is.; direct John Birch/: Good.");
  /* One such line is anything. */
  assert_quotes ("Pia Kole came.\n\nPRICE: It is dear.", "");
  assert_quotes ("Maria Kole owns a mill.\n\nQ: Is it safe?\n\nA: It is.\n\nQ: Why?\n\nA: It is new.",
                 "direct -/: Is it safe?; direct Maria Kole/: It is.; direct -/: Why?; direct Maria Kole/: It is new.");
  assert_quotes ("# \"It stays\", miller says\n\n\"The mill is safe and it stays,\" Pia Kole said.", "direct Pia Kole/says: It stays; direct Pia Kole/said: The mill is safe and it stays,");
}

static void
test_descriptions (void)
{
  assert_quotes ("Pia Kole, 22, met Tom Birch, 30.\n\n\"It is safe,\" the 22-year-old said.", "direct Pia Kole/said: It is safe,");
  assert_quotes ("\"It is safe,\" said a spokesman for Oxfam.", "direct Oxfam/said: It is safe,");
  /* Two people of one name: only where one of them is named in full before. */
  assert_quotes ("\"It is safe,\" the Norwegian said.", "direct -/said: It is safe,");
}

static void
test_insertions (void)
{
  const char *text = "\"We like the [old] mill,\" Pia Kole said.";
  g_autoptr (DeskVersion) version = test_version_new (text);
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_run (analyzer, version, "en", NULL, NULL, NULL);
  const DeskQuote *quote = desk_analysis_get_quotes (analysis)->pdata[0];
  const DeskRange *insertion;
  g_autofree char *slice = NULL;

  g_assert_nonnull (quote->insertions);
  g_assert_cmpuint (quote->insertions->len, ==, 1);
  insertion = &g_array_index (quote->insertions, DeskRange, 0);
  slice = test_slice (version, insertion->start, insertion->end);
  g_assert_cmpstr (slice, ==, "[old]");
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  analyzer = desk_analyzer_new ();

  g_test_add_func ("/analysis/quotes/order", test_order);
  g_test_add_func ("/analysis/quotes/parts", test_parts);
  g_test_add_func ("/analysis/quotes/pronouns", test_pronouns);
  g_test_add_func ("/analysis/quotes/nearest", test_nearest);
  g_test_add_func ("/analysis/quotes/broader", test_broader);
  g_test_add_func ("/analysis/quotes/bodies", test_bodies);
  g_test_add_func ("/analysis/quotes/headlines", test_headlines);
  g_test_add_func ("/analysis/quotes/proven-names", test_proven_names);
  g_test_add_func ("/analysis/quotes/loose-sentences", test_loose_sentences);
  g_test_add_func ("/analysis/quotes/kinds", test_kinds);
  g_test_add_func ("/analysis/quotes/marks", test_marks);
  g_test_add_func ("/analysis/quotes/partners", test_partners);
  g_test_add_func ("/analysis/quotes/blocks", test_blocks);
  g_test_add_func ("/analysis/quotes/more-orders", test_more_orders);
  g_test_add_func ("/analysis/quotes/records", test_records);
  g_test_add_func ("/analysis/quotes/descriptions", test_descriptions);
  g_test_add_func ("/analysis/quotes/insertions", test_insertions);

  result = g_test_run ();
  g_object_unref (analyzer);

  return result;
}
