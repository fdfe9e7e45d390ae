/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "train-corpus.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "desk-core-types.h"
#include "desk-prose.h"
#include "desk-tokenizer.h"
#include "desk-version-builder.h"

#define TYPE(type) (1u << DESK_TAG_##type)
#define MISC_TYPES (TYPE (GROUP) | TYPE (EVENT) | TYPE (PRODUCT) | TYPE (WORK))
#define BIT(label) (G_GUINT64_CONSTANT (1) << (label))

void
train_sentence_free (TrainSentence *self)
{
  g_ptr_array_unref (self->words);
  g_array_unref (self->allowed);
  g_free (self);
}

static TrainSentence *
sentence_new (float weight)
{
  TrainSentence *self = g_new0 (TrainSentence, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->allowed = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->weight = weight;

  return self;
}

static guint64
labels_of (guint types,
           DeskTagPlace place)
{
  guint64 bits = 0;

  for (guint type = 0; type < DESK_N_TAG_TYPES; type++)
    if (types & (1u << type))
      bits |= BIT (DESK_TAG_LABEL (type, place));

  return bits;
}

static guint64
outside (TrainMisc misc)
{
  guint64 bits = BIT (DESK_TAG_OUTSIDE);

  if (misc == TRAIN_MISC_UNKNOWN)
    for (guint place = 0; place < 4; place++)
      bits |= labels_of (MISC_TYPES, place);

  return bits;
}

/* A name over the words @first to @end. */
static void
mark (TrainSentence *self,
      guint first,
      guint end,
      guint types)
{
  for (guint i = first; i < end; i++)
    {
      DeskTagPlace place = end - first == 1 ? DESK_TAG_UNIT : i == first   ? DESK_TAG_BEGIN
                                                            : i + 1 == end ? DESK_TAG_LAST
                                                                           : DESK_TAG_INSIDE;

      g_array_index (self->allowed, guint64, i) = labels_of (types, place);
    }
}

static guint
types_of_tag (const char *class)
{
  if (g_str_has_prefix (class, "PER"))
    return TYPE (PERSON);
  if (g_str_has_prefix (class, "ORG"))
    return TYPE (ORGANISATION);
  if (g_str_has_prefix (class, "LOC"))
    return TYPE (PLACE) | TYPE (FACILITY);

  return MISC_TYPES;
}

static void
add_sentence (GPtrArray *sentences,
              TrainSentence **sentence,
              float weight)
{
  if ((*sentence)->words->len > 0)
    {
      g_ptr_array_add (sentences, *sentence);
      *sentence = sentence_new (weight);
    }
}

/* Tokens as our own tokeniser cuts them. */
void
train_read_conll (GPtrArray *sentences,
                  DeskLexicon *lexicon,
                  const char *path,
                  TrainMisc misc,
                  float weight)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (DeskToken));
  TrainSentence *sentence = sentence_new (weight);
  const guint64 unmarked = outside (misc);
  guint first = 0;
  guint types = 0;

  if (!g_file_get_contents (path, &content, NULL, &error))
    g_error ("%s", error->message);

  for (char *line = content; line != NULL && *line != '\0';)
    {
      char *next = strchr (line, '\n');
      char *tag;

      if (next != NULL)
        *next++ = '\0';
      tag = strchr (line, '\t');
      if (tag != NULL)
        *tag++ = '\0';
      if (tag == NULL || *tag != 'I')
        {
          if (types != 0)
            mark (sentence, first, sentence->words->len, types);
          types = 0;
        }
      if (tag == NULL)
        {
          add_sentence (sentences, &sentence, weight);
          line = next;
          continue;
        }
      if (*tag == 'B')
        {
          first = sentence->words->len;
          types = types_of_tag (tag + 2);
        }
      g_array_set_size (tokens, 0);
      desk_tokenize (lexicon, line, strlen (line), 0, 0, tokens);
      for (guint i = 0; i < tokens->len; i++)
        {
          const DeskToken *token = desk_token_at (tokens, i);

          g_ptr_array_add (sentence->words, g_strndup (line + token->byte, token->n_bytes));
          g_array_append_val (sentence->allowed, unmarked);
        }
      line = next;
    }
  if (types != 0)
    mark (sentence, first, sentence->words->len, types);
  add_sentence (sentences, &sentence, weight);
  train_sentence_free (sentence);
}

static guint
types_of_code (char code)
{
  switch (code)
    {
    case 'p':
      return TYPE (PERSON);
    case 'o':
      return TYPE (ORGANISATION);
    case 'v':
      return TYPE (PLACE) | TYPE (ORGANISATION) | TYPE (FACILITY);
    case 'l':
      return TYPE (PLACE);
    case 'f':
      return TYPE (FACILITY);
    case 'g':
      return TYPE (GROUP);
    case 'e':
      return TYPE (EVENT);
    case 'x':
      return TYPE (PRODUCT);
    case 'w':
      return TYPE (WORK);
    default:
      return 0;
    }
}

static DeskBlockKind
block_kind (const char *kind)
{
  int value;

  if (g_str_equal (kind, "item"))
    return DESK_BLOCK_KIND_LIST_ITEM;

  return desk_enum_from_nick (DESK_TYPE_BLOCK_KIND, kind, &value) ? value : DESK_BLOCK_KIND_PARAGRAPH;
}

static void
read_story (GPtrArray *sentences,
            DeskLexicon *lexicon,
            JsonObject *story,
            float weight)
{
  const char *text = json_object_get_string_member (story, "text");
  JsonArray *blocks = json_object_get_array_member (story, "blocks");
  JsonArray *marks = json_object_get_array_member (story, "marks");
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autoptr (DeskProse) prose = NULL;

  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *block = json_array_get_object_element (blocks, i);
      const char *start = g_utf8_offset_to_pointer (text, json_object_get_int_member (block, "start"));
      const char *end = g_utf8_offset_to_pointer (text, json_object_get_int_member (block, "end"));
      g_autofree char *words = g_strndup (start, end - start);

      desk_version_builder_add_block (builder, block_kind (json_object_get_string_member (block, "kind")), words);
    }
  version = desk_version_builder_end (builder);
  prose = desk_prose_new (lexicon, version);

  for (guint s = 0; s < desk_prose_get_n_sentences (prose); s++)
    {
      const DeskSentence *range = desk_prose_get_sentence (prose, s);
      TrainSentence *sentence = sentence_new (weight);
      const guint64 none = BIT (DESK_TAG_OUTSIDE);

      for (guint i = range->first; i < range->end; i++)
        {
          g_ptr_array_add (sentence->words, desk_prose_dup_text (prose, i, i + 1));
          g_array_append_val (sentence->allowed, none);
        }
      for (guint m = 0; m < json_array_get_length (marks); m++)
        {
          JsonObject *object = json_array_get_object_element (marks, m);
          guint types = types_of_code (*json_object_get_string_member (object, "code"));
          guint start = json_object_get_int_member (object, "start");
          guint end = json_object_get_int_member (object, "end");
          guint first = range->first;
          guint last;

          if (types == 0)
            continue;
          while (first < range->end && desk_prose_get_token (prose, first)->end <= start)
            first++;
          last = first;
          while (last < range->end && desk_prose_get_token (prose, last)->start < end)
            last++;
          if (last > first && desk_prose_get_token (prose, first)->start < end)
            mark (sentence, first - range->first, last - range->first, types);
        }
      add_sentence (sentences, &sentence, weight);
      train_sentence_free (sentence);
    }
}

/* JSON Lines, as `corpus.py spans` writes them. */
void
train_read_stories (GPtrArray *sentences,
                    DeskLexicon *lexicon,
                    const char *path,
                    float weight)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = NULL;

      if (*lines[i] == '\0')
        continue;
      node = json_from_string (lines[i], &error);
      if (node == NULL)
        g_error ("%s: %s", path, error->message);
      read_story (sentences, lexicon, json_node_get_object (node), weight);
    }
}
