/* Trains the model of the tagger.
 *
 *   train tables FOLDER MODEL                        word vectors and lists → tables
 *   train learn MODEL TRAINED [OPTION=N…] INPUT…     tables, sentences → model
 *   train tag MODEL                                  as `newsdesk-cli tag`, with a model of choice
 *
 * An INPUT is conll-full:WEIGHT:FILE, conll-partial:WEIGHT:FILE or stories:WEIGHT:FILE.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk-token-tagger.h"
#include "train-crf.h"
#include "train-tables.h"

static DeskTagModel *
read_model (const char *path)
{
  g_autoptr (GError) error = NULL;
  GMappedFile *file = g_mapped_file_new (path, FALSE, &error);
  DeskTagModel *model;

  if (file == NULL)
    g_error ("%s", error->message);
  model = desk_tag_model_new_from_bytes ((const guint8 *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
  if (model == NULL)
    g_error ("%s: no model", path);

  return model;
}

static void
write_model (const DeskTagModel *model,
             const char *path)
{
  g_autoptr (GByteArray) bytes = desk_tag_model_write (model);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, (const char *) bytes->data, bytes->len, &error))
    g_error ("%s", error->message);
  g_printerr ("%s: %.1f MB\n", path, bytes->len / 1e6);
}

static gboolean
read_option (TrainOptions *options,
             const char *argument)
{
  const char *value = strchr (argument, '=');

  if (value == NULL)
    return FALSE;
  value++;
  if (g_str_has_prefix (argument, "epochs="))
    options->n_epochs = atoi (value);
  else if (g_str_has_prefix (argument, "rows="))
    options->max_rows = atoi (value);
  else if (g_str_has_prefix (argument, "row-drop="))
    options->row_drop = atof (value);
  else if (g_str_has_prefix (argument, "hidden-drop="))
    options->hidden_drop = atof (value);
  else if (g_str_has_prefix (argument, "word-drop="))
    options->word_drop = atof (value);
  else if (g_str_has_prefix (argument, "row-rate="))
    options->row_rate = atof (value);
  else if (g_str_has_prefix (argument, "hidden-rate="))
    options->hidden_rate = atof (value);
  else if (g_str_has_prefix (argument, "decay="))
    options->decay = atof (value);
  else if (g_str_has_prefix (argument, "seed="))
    options->seed = atoi (value);
  else
    g_error ("unknown option %s", argument);

  return TRUE;
}

static void
read_input (GPtrArray *sentences,
            DeskLexicon *lexicon,
            const char *argument)
{
  g_auto (GStrv) parts = g_strsplit (argument, ":", 3);

  if (g_strv_length (parts) != 3)
    g_error ("not an input: %s", argument);
  if (g_str_equal (parts[0], "stories"))
    train_read_stories (sentences, lexicon, parts[2], atof (parts[1]));
  else
    train_read_conll (sentences, lexicon, parts[2],
                      g_str_equal (parts[0], "conll-full") ? TRAIN_MISC_FULL : TRAIN_MISC_UNKNOWN, atof (parts[1]));
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (DeskLexicon) lexicon = desk_lexicon_new ();

  if (argc == 4 && g_str_equal (argv[1], "tables"))
    {
      DeskTagModel *model = train_make_tables (lexicon, argv[2]);

      write_model (model, argv[3]);
    }
  else if (argc > 4 && g_str_equal (argv[1], "learn"))
    {
      g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) train_sentence_free);
      TrainOptions options = {
        .n_epochs = 5, .max_rows = 59000, .row_drop = 0.3, .hidden_drop = 0.5, .word_drop = 0.05, .row_rate = 0.02, .hidden_rate = 0.003, .decay = 1e-4, .seed = 1
      };
      DeskTagModel *model = read_model (argv[2]);

      for (int i = 4; i < argc; i++)
        if (!read_option (&options, argv[i]))
          read_input (sentences, lexicon, argv[i]);
      train_learn (model, sentences, &options);
      write_model (model, argv[3]);
    }
  else if (argc == 3 && g_str_equal (argv[1], "tag"))
    {
      g_autoptr (GString) input = g_string_new (NULL);
      g_autoptr (GString) output = NULL;
      char buffer[65536];
      gsize n;

      while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
        g_string_append_len (input, buffer, n);
      output = desk_tag_given_tokens (read_model (argv[2]), lexicon, input->str);
      fwrite (output->str, 1, output->len, stdout);
    }
  else
    {
      g_printerr ("Usage: train tables|learn|tag …\n");
      return 2;
    }

  return 0;
}
