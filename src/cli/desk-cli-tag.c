/* The command `tag`: tokens in, tags out, for comparing the tagger with others.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "desk-cli.h"

#include "desk-english-model.h"
#include "desk-token-tagger.h"

int
desk_cli_tag (int argc,
              char **argv)
{
  static const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (DeskLexicon) lexicon = NULL;
  g_autoptr (GString) input = g_string_new (NULL);
  g_autoptr (GString) output = NULL;
  char buffer[65536];
  gsize n;

  if (!desk_cli_parse ("tag", NULL, _ ("Reads tokens from standard input, one a line, a blank line after each sentence, and writes them with tags."), entries, 0, 0, &argc, &argv))
    return DESK_CLI_USAGE;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (input, buffer, n);
  if (!g_utf8_validate_len (input->str, input->len, NULL))
    {
      g_printerr ("newsdesk-cli: %s\n", _ ("The input is not in UTF-8."));
      return DESK_CLI_SOME_FAILED;
    }

  lexicon = desk_lexicon_new ();
  output = desk_tag_given_tokens (desk_english_model_get (), lexicon, input->str);
  fwrite (output->str, 1, output->len, stdout);

  return fflush (stdout) == 0 ? DESK_CLI_OK : DESK_CLI_SOME_FAILED;
}
