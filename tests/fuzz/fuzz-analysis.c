/* Text through the whole analysis: whatever it says, every range lies in the text, in order, and twice gives the same.
 * The first byte chooses the language and whether a publication date is known. See fuzz-driver.c for how to run it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz-target.h"

#include "desk-analyzer.h"
#include "desk-version-builder.h"

#include <string.h>

static DeskVersion *
version_new (const char *text)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_auto (GStrv) blocks = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; blocks[i] != NULL; i++)
    desk_version_builder_add_block (builder, i == 0 ? DESK_BLOCK_KIND_HEADLINE : i % 7 == 6 ? DESK_BLOCK_KIND_CAPTION
                                                                                           : DESK_BLOCK_KIND_PARAGRAPH,
                                    blocks[i]);

  return desk_version_builder_end (builder);
}

static void
check_range (DeskRange range,
             guint length)
{
  g_assert_cmpuint (range.start, <=, range.end);
  g_assert_cmpuint (range.end, <=, length);
}

static void
check (DeskAnalysis *analysis,
       guint length)
{
  GPtrArray *entities = desk_analysis_get_entities (analysis);
  GPtrArray *quotes = desk_analysis_get_quotes (analysis);
  GPtrArray *dates = desk_analysis_get_dates (analysis);
  GPtrArray *statements = desk_analysis_get_statements (analysis);

  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *entity = entities->pdata[i];
      guint after = 0;

      g_assert_nonnull (desk_entity_get_name (entity));
      for (guint m = 0; m < desk_entity_get_n_mentions (entity); m++)
        {
          DeskMention *mention = desk_entity_get_mention (entity, m);
          DeskRange range = { desk_mention_get_start (mention), desk_mention_get_end (mention) };

          check_range (range, length);
          g_assert_cmpuint (range.start, >=, after);
          g_assert_nonnull (desk_mention_get_why (mention));
          after = range.start;
        }
      for (guint r = 0; r < desk_entity_get_n_roles (entity); r++)
        check_range ((DeskRange){ desk_entity_get_role (entity, r)->start, desk_entity_get_role (entity, r)->end }, length);
    }
  for (guint i = 0; i < quotes->len; i++)
    {
      const DeskQuote *quote = quotes->pdata[i];

      check_range (quote->speaker_span, length);
      check_range (quote->cue, length);
      g_assert_cmpuint (quote->parts->len, >, 0);
      for (guint p = 0; p < quote->parts->len; p++)
        check_range (g_array_index (quote->parts, DeskRange, p), length);
      g_assert_true (quote->speaker == NULL || desk_analysis_find_entity (analysis, quote->speaker) != NULL);
    }
  for (guint i = 0; i < dates->len; i++)
    check_range (((const DeskDate *) dates->pdata[i])->span, length);
  for (guint i = 0; i < statements->len; i++)
    {
      const DeskStatement *statement = statements->pdata[i];

      check_range (statement->content, length);
      check_range (statement->cue, length);
      check_range (statement->speaker_span, length);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  static DeskAnalyzer *analyzer;
  static const char *const languages[] = { "en", NULL, "de", "en-GB" };
  g_autofree char *text = NULL;
  g_autoptr (DeskVersion) version = NULL;
  g_autoptr (DeskAnalysis) first = NULL;
  g_autoptr (DeskAnalysis) second = NULL;
  const char *language, *published;

  if (size < 1)
    return 0;
  if (analyzer == NULL)
    analyzer = desk_analyzer_new ();

  language = languages[data[0] % G_N_ELEMENTS (languages)];
  published = data[0] & 4 ? "2024-02-29" : NULL;
  text = g_utf8_make_valid ((const char *) data + 1, size - 1);
  version = version_new (text);
  first = desk_analyzer_run (analyzer, version, language, published, NULL, NULL);
  check (first, desk_text_get_length (desk_version_get_text (version)));
  second = desk_analyzer_run (analyzer, version, language, published, NULL, NULL);
  g_assert_cmpuint (desk_analysis_get_entities (first)->len, ==, desk_analysis_get_entities (second)->len);
  g_assert_cmpuint (desk_analysis_get_quotes (first)->len, ==, desk_analysis_get_quotes (second)->len);
  g_assert_cmpuint (desk_analysis_get_dates (first)->len, ==, desk_analysis_get_dates (second)->len);
  g_assert_cmpuint (desk_analysis_get_statements (first)->len, ==, desk_analysis_get_statements (second)->len);

  return 0;
}
