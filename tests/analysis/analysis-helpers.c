/* What the tests of the analysis share.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis-helpers.h"

#include <string.h>

DeskVersion *
test_version_new (const char *text)
{
  static const struct
  {
    const char *mark;
    DeskBlockKind kind;
  } marks[] = {
    { "# ", DESK_BLOCK_KIND_HEADLINE },
    { "^ ", DESK_BLOCK_KIND_CAPTION },
    { "~ ", DESK_BLOCK_KIND_CREDIT },
    { "= ", DESK_BLOCK_KIND_BOILERPLATE },
    { "@ ", DESK_BLOCK_KIND_DATELINE },
  };
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_auto (GStrv) blocks = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; blocks[i] != NULL; i++)
    {
      DeskBlockKind kind = DESK_BLOCK_KIND_PARAGRAPH;
      const char *body = blocks[i];

      for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
        if (g_str_has_prefix (body, marks[m].mark))
          {
            kind = marks[m].kind;
            body += strlen (marks[m].mark);
            break;
          }
      desk_version_builder_add_block (builder, kind, body);
    }

  return desk_version_builder_end (builder);
}

DeskAnalysis *
test_analyze (DeskAnalyzer *analyzer,
              const char *text,
              const char *published)
{
  g_autoptr (DeskVersion) version = test_version_new (text);
  g_autoptr (GError) error = NULL;
  DeskAnalysis *analysis = desk_analyzer_run (analyzer, version, "en", published, NULL, &error);

  g_assert_no_error (error);

  return analysis;
}

char *
test_slice (DeskVersion *version,
            guint start,
            guint end)
{
  return desk_text_dup_slice (desk_version_get_text (version), start, end);
}

/* @expected: "span=value; span=value" in text order, "-" for no value. */
void
test_assert_dates (DeskAnalyzer *analyzer,
                   const char *language,
                   const char *text,
                   const char *published,
                   const char *expected)
{
  g_autoptr (DeskVersion) version = test_version_new (text);
  g_autoptr (DeskAnalysis) analysis = desk_analyzer_find_dates (analyzer, version, language, published);
  g_autoptr (GString) actual = g_string_new (NULL);
  GPtrArray *dates = desk_analysis_get_dates (analysis);

  for (guint i = 0; i < dates->len; i++)
    {
      const DeskDate *date = dates->pdata[i];

      g_string_append_printf (actual, "%s%s=%s", i > 0 ? "; " : "", date->text, date->value != NULL ? date->value : "-");
      g_assert_nonnull (date->why);
    }

  if (g_strcmp0 (actual->str, expected) != 0)
    g_test_fail_printf ("%s\n#  got: %s\n# want: %s", text, actual->str, expected);
}
