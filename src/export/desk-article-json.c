/* The JSON that `newsdesk-cli read` writes.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-json.h"

#include "desk-core-types.h"
#include "desk-version.h"

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static void
set_strings (JsonObject *object,
             const char *name,
             const char *const *values)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);
  json_object_set_array_member (object, name, array);
}

static void
set_nick (JsonObject *object,
          const char *name,
          GType type,
          int value)
{
  set_string (object, name, desk_enum_to_nick (type, value));
}

static JsonObject *
make_span (const DeskSpan *span)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "start", span->start);
  json_object_set_int_member (object, "end", span->end);
  set_nick (object, "kind", DESK_TYPE_SPAN_KIND, span->kind);
  if (span->href != NULL)
    json_object_set_string_member (object, "href", span->href);

  return object;
}

static JsonArray *
make_blocks (DeskVersion *version)
{
  JsonArray *blocks = json_array_new ();

  for (guint i = 0; i < desk_version_get_n_blocks (version); i++)
    {
      const DeskBlock *block = desk_version_get_block (version, i);
      JsonObject *object = json_object_new ();
      JsonArray *spans = json_array_new ();

      set_nick (object, "kind", DESK_TYPE_BLOCK_KIND, block->kind);
      json_object_set_int_member (object, "start", block->start);
      json_object_set_int_member (object, "end", block->end);
      for (guint k = 0; block->spans != NULL && k < block->spans->len; k++)
        json_array_add_object_element (spans, make_span (g_ptr_array_index (block->spans, k)));
      json_object_set_array_member (object, "spans", spans);
      json_array_add_object_element (blocks, object);
    }

  return blocks;
}

static JsonArray *
make_left_out (DeskVersion *version)
{
  GPtrArray *left_out = desk_version_get_left_out (version);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < left_out->len; i++)
    {
      const DeskLeftOut *piece = g_ptr_array_index (left_out, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "text", piece->text);
      set_nick (object, "why", DESK_TYPE_LEFT_OUT_REASON, piece->why);
      json_object_set_int_member (object, "after", piece->after);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
make_images (DeskVersion *version)
{
  GPtrArray *images = desk_version_get_images (version);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < images->len; i++)
    {
      const DeskImage *image = g_ptr_array_index (images, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "src", image->src);
      set_string (object, "alt", image->alt);
      if (image->caption_block >= 0)
        json_object_set_int_member (object, "caption_block", image->caption_block);
      else
        json_object_set_null_member (object, "caption_block");
      set_string (object, "credit", image->credit);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
make_byline (DeskArticle *article)
{
  const char *raw = desk_article_get_field (article, DESK_FIELD_BYLINE);
  JsonObject *object;

  if (raw == NULL)
    return NULL;

  object = json_object_new ();
  json_object_set_string_member (object, "raw", raw);
  set_strings (object, "authors", desk_article_get_authors (article));

  return object;
}

static JsonObject *
make_provenance (DeskArticle *article)
{
  JsonObject *provenance = json_object_new ();

  for (guint i = 0; i < DESK_N_FIELDS; i++)
    {
      JsonObject *object;

      if (desk_article_get_field (article, i) == NULL || desk_article_get_origin (article, i) == DESK_ORIGIN_NONE)
        continue;
      object = json_object_new ();
      set_nick (object, "from", DESK_TYPE_ORIGIN, desk_article_get_origin (article, i));
      set_nick (object, "confidence", DESK_TYPE_CONFIDENCE, desk_article_get_confidence (article, i));
      json_object_set_object_member (provenance, desk_enum_to_nick (DESK_TYPE_FIELD, i), object);
    }

  return provenance;
}

/**
 * desk_article_to_json:
 * @article: an article
 * @file: (nullable): the input that it was read from
 *
 * Writes all of an article. Offsets are code points into "text", end exclusive.
 *
 * Returns: (transfer full): a JSON object
 */
JsonNode *
desk_article_to_json (DeskArticle *article,
                      const char *file)
{
  static const DeskField fields[] = {
    DESK_FIELD_PUBLISHED, DESK_FIELD_MODIFIED, DESK_FIELD_LANGUAGE, DESK_FIELD_SOURCE, DESK_FIELD_URL, DESK_FIELD_SECTION
  };
  DeskVersion *version = desk_article_get_version (article);
  const char *joined = desk_article_get_field (article, DESK_FIELD_KEYWORDS);
  g_auto (GStrv) keywords = joined != NULL ? g_strsplit (joined, "\n", -1) : NULL;
  JsonObject *object = json_object_new ();
  JsonObject *byline = make_byline (article);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  set_string (object, "file", file);
  set_string (object, "format", desk_article_get_media_type (article));
  set_string (object, "sha256", desk_article_get_original_hash (article));
  set_string (object, "headline", desk_article_get_field (article, DESK_FIELD_HEADLINE));
  set_string (object, "dek", desk_article_get_field (article, DESK_FIELD_DEK));
  if (byline != NULL)
    json_object_set_object_member (object, "byline", byline);
  else
    json_object_set_null_member (object, "byline");
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    set_string (object, desk_enum_to_nick (DESK_TYPE_FIELD, fields[i]), desk_article_get_field (article, fields[i]));
  set_strings (object, "keywords", (const char *const *) keywords);
  json_object_set_object_member (object, "provenance", make_provenance (article));
  json_object_set_string_member (object, "text", desk_text_get_utf8 (desk_version_get_text (version)));
  json_object_set_array_member (object, "blocks", make_blocks (version));
  json_object_set_array_member (object, "left_out", make_left_out (version));
  json_object_set_array_member (object, "images", make_images (version));
  set_strings (object, "warnings", desk_article_get_warnings (article));

  json_node_take_object (node, object);

  return node;
}
