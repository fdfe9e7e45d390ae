/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-token-tagger.h"

#include <string.h>

#include "desk-tagger.h"
#include "desk-tokenizer.h"

typedef struct
{
  GPtrArray *lines; /* of char*, borrowed: the given tokens */
  GArray *first;    /* of guint: the first of our words of each */
  GArray *words;    /* of guint */
} Sentence;

static const char *
class_of (guint label)
{
  switch ((DeskTagType) DESK_TAG_LABEL_TYPE (label))
    {
    case DESK_TAG_PERSON:
      return "PER";
    case DESK_TAG_ORGANISATION:
      return "ORG";
    case DESK_TAG_PLACE:
    case DESK_TAG_FACILITY:
      return "LOC";
    case DESK_TAG_GROUP:
    case DESK_TAG_EVENT:
    case DESK_TAG_PRODUCT:
    case DESK_TAG_WORK:
      return "MISC";
    }

  return "MISC";
}

/* A given token belongs to the first name that stands in it. */
static void
write_sentence (const Sentence *sentence,
                const guint8 *labels,
                GString *output)
{
  gboolean within = FALSE;
  const char *class = NULL;

  for (guint i = 0; i < sentence->lines->len; i++)
    {
      guint first = g_array_index (sentence->first, guint, i);
      guint end = i + 1 < sentence->lines->len ? g_array_index (sentence->first, guint, i + 1) : sentence->words->len;
      guint at = first;
      guint place;

      while (at < end && labels[at] == DESK_TAG_OUTSIDE)
        at++;
      g_string_append (output, sentence->lines->pdata[i]);
      if (at == end)
        {
          g_string_append (output, "\tO\n");
          within = FALSE;
          continue;
        }
      place = DESK_TAG_LABEL_PLACE (labels[at]);
      if (!(within && class != NULL && (place == DESK_TAG_INSIDE || place == DESK_TAG_LAST)))
        class = class_of (labels[at]);
      g_string_append_printf (output, "\t%c-%s\n", within && (place == DESK_TAG_INSIDE || place == DESK_TAG_LAST) ? 'I' : 'B', class);
      within = TRUE;
    }
  g_string_append_c (output, '\n');
}

static void
tag_sentence (DeskTagger *tagger,
              Sentence *sentence,
              GString *output)
{
  g_autofree guint8 *labels = g_new0 (guint8, sentence->words->len + 1);

  if (sentence->lines->len == 0)
    return;
  desk_tagger_run (tagger, (const guint *) sentence->words->data, sentence->words->len, labels, NULL);
  write_sentence (sentence, labels, output);
  g_ptr_array_set_size (sentence->lines, 0);
  g_array_set_size (sentence->first, 0);
  g_array_set_size (sentence->words, 0);
}

/**
 * desk_tag_given_tokens:
 * @lines: a token a line, of which the first column counts, and a blank line after each sentence
 *
 * Cuts the tokens further where our own tokeniser would.
 *
 * Returns: (transfer full): "token TAB tag" lines, tags BIO over PER, ORG, LOC and MISC
 */
GString *
desk_tag_given_tokens (const DeskTagModel *model,
                       DeskLexicon *lexicon,
                       const char *lines)
{
  g_autoptr (DeskTagger) tagger = desk_tagger_new (model);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DeskToken));
  g_autofree char *copy = g_strdup (lines);
  GString *output = g_string_new (NULL);
  Sentence sentence = {
    .lines = g_ptr_array_new (),
    .first = g_array_new (FALSE, FALSE, sizeof (guint)),
    .words = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  for (char *line = copy; line != NULL && *line != '\0';)
    {
      char *next = strchr (line, '\n');
      guint first = sentence.words->len;

      if (next != NULL)
        *next++ = '\0';
      line[strcspn (line, "\t\r")] = '\0';
      if (*line == '\0')
        {
          tag_sentence (tagger, &sentence, output);
        }
      else
        {
          g_ptr_array_add (sentence.lines, line);
          g_array_append_val (sentence.first, first);
          g_array_set_size (tokens, 0);
          desk_tokenize (lexicon, line, strlen (line), 0, 0, tokens);
          for (guint i = 0; i < tokens->len; i++)
            {
              const DeskToken *token = desk_token_at (tokens, i);
              guint word = desk_tagger_add_word (tagger, line + token->byte, token->n_bytes);

              g_array_append_val (sentence.words, word);
            }
        }
      line = next;
    }
  tag_sentence (tagger, &sentence, output);

  g_ptr_array_unref (sentence.lines);
  g_array_unref (sentence.first);
  g_array_unref (sentence.words);

  return output;
}
