/* Reads what a page tells of its article in JSON-LD.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "desk-entity-name.h"
#include "desk-json-ld.h"
#include "desk-json-repair.h"
#include "desk-phrase.h"

/* A page's data has some dozens of objects. */
#define MAX_OBJECTS 2000
#define MAX_AUTHORS 40

typedef struct
{
  DeskJsonLd *result;
  GHashTable *by_id; /* "@id" → JsonObject */
  GPtrArray *objects;
  GHashTable *persons; /* names of all Person objects */
  JsonObject *article; /* the best one */
  int rank;
} Reader;

DeskJsonLd *
desk_json_ld_new (void)
{
  DeskJsonLd *self = g_new0 (DeskJsonLd, 1);

  self->keywords = g_ptr_array_new_with_free_func (g_free);
  self->persons = g_ptr_array_new_with_free_func (g_free);
  self->others = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
desk_json_ld_free (DeskJsonLd *self)
{
  g_free (self->headline);
  g_free (self->description);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->section);
  g_free (self->language);
  g_free (self->url);
  g_free (self->image);
  g_free (self->publisher);
  g_free (self->body);
  g_free (self->correction);
  g_free (self->sole_person);
  g_ptr_array_unref (self->keywords);
  g_ptr_array_unref (self->persons);
  g_ptr_array_unref (self->others);
  g_free (self);
}

/* Text of a value, with its entities and tags undone. */
static char *
dup_text (JsonNode *node)
{
  g_autofree char *decoded = NULL;
  g_autofree char *squeezed = NULL;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      return json_array_get_length (array) > 0 ? dup_text (json_array_get_element (array, 0)) : NULL;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      return json_object_has_member (object, "@value") && JSON_NODE_HOLDS_VALUE (json_object_get_member (object, "@value")) ? dup_text (json_object_get_member (object, "@value")) : NULL;
    }
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  decoded = desk_entity_name_dup_decoded (json_node_get_string (node));
  squeezed = desk_phrase_squeeze (decoded, -1);

  return *squeezed != '\0' ? g_steal_pointer (&squeezed) : NULL;
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  return dup_text (json_object_get_member (object, name));
}

static gboolean
is_type (JsonObject *object,
         const char *types)
{
  JsonNode *node = json_object_get_member (object, "@type");
  g_autofree char *single = NULL;

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && i < 10; i++)
        {
          g_autofree char *name = dup_text (json_array_get_element (array, i));
          const char *base = name != NULL && strrchr (name, '/') != NULL ? strrchr (name, '/') + 1 : name;
          const char *after = base != NULL ? desk_phrase_skip_word (base, types) : NULL;

          if (after != NULL && *after == '\0')
            return TRUE;
        }
      return FALSE;
    }

  single = dup_text (node);
  if (single != NULL)
    {
      const char *base = strrchr (single, '/') != NULL ? strrchr (single, '/') + 1 : single;
      const char *after = desk_phrase_skip_word (base, types);

      return after != NULL && *after == '\0';
    }

  return FALSE;
}

static void
add_object (Reader *self,
            JsonObject *object)
{
  g_autofree char *id = dup_member (object, "@id");
  int rank = 0;

  if (id != NULL && json_object_get_size (object) > 1 && !g_hash_table_contains (self->by_id, id))
    g_hash_table_insert (self->by_id, g_steal_pointer (&id), object);

  if (is_type (object, "person|"))
    {
      g_autofree char *name = dup_member (object, "name");

      if (name != NULL)
        g_hash_table_add (self->persons, g_steal_pointer (&name));
    }

  if (is_type (object, "newsarticle|analysisnewsarticle|askpublicnewsarticle|backgroundnewsarticle|opinionnewsarticle|reportagenewsarticle|reviewnewsarticle|satiricalarticle|liveblogposting|advertisercontentarticle|"))
    rank = 3;
  else if (is_type (object, "article|blogposting|report|scholarlyarticle|techarticle|socialmediaposting|"))
    rank = 2;
  else if (is_type (object, "webpage|medicalwebpage|itempage|creativework|recipe|review|videoobject|"))
    rank = 1;
  if (rank > 0 && (json_object_has_member (object, "headline") || json_object_has_member (object, "datePublished") || json_object_has_member (object, "author")))
    rank += 3;
  if (rank > self->rank)
    {
      self->article = object;
      self->rank = rank;
    }
}

/* All objects, without recursion: what is nested waits in a queue. */
static void
collect (Reader *self,
         JsonNode *root,
         DeskImportGuard *guard)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, root);
  for (guint i = 0; i < queue->len && self->objects->len < MAX_OBJECTS && desk_import_guard_tick (guard, NULL); i++)
    {
      JsonNode *node = g_ptr_array_index (queue, i);

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint k = 0; k < json_array_get_length (array) && queue->len < 50 * MAX_OBJECTS; k++)
            g_ptr_array_add (queue, json_array_get_element (array, k));
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObject *object = json_node_get_object (node);
          JsonObjectIter iter;
          JsonNode *member;

          g_ptr_array_add (self->objects, object);
          add_object (self, object);
          json_object_iter_init_ordered (&iter, object);
          while (json_object_iter_next_ordered (&iter, NULL, &member))
            if ((JSON_NODE_HOLDS_ARRAY (member) || JSON_NODE_HOLDS_OBJECT (member)) && queue->len < 50 * MAX_OBJECTS)
              g_ptr_array_add (queue, member);
        }
    }
}

/* The object itself, or the one that its "@id" means. */
static JsonObject *
follow (Reader *self,
        JsonObject *object)
{
  g_autofree char *id = NULL;
  JsonObject *target;

  if (json_object_has_member (object, "name") || json_object_has_member (object, "url"))
    return object;
  id = dup_member (object, "@id");
  target = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  return target != NULL ? target : object;
}

static void
add_author (Reader *self,
            JsonNode *node)
{
  DeskJsonLd *result = self->result;
  g_autofree char *name = NULL;

  if (node == NULL || result->persons->len + result->others->len > MAX_AUTHORS)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && i < MAX_AUTHORS; i++)
        if (!JSON_NODE_HOLDS_ARRAY (json_array_get_element (array, i)))
          add_author (self, json_array_get_element (array, i));
      return;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *author = follow (self, json_node_get_object (node));
      JsonNode *names = json_object_get_member (author, "name");

      /* { "name": ["A", "B"] } */
      if (names != NULL && JSON_NODE_HOLDS_ARRAY (names))
        {
          JsonArray *array = json_node_get_array (names);

          for (guint i = 0; i < json_array_get_length (array) && i < MAX_AUTHORS; i++)
            {
              char *one = dup_text (json_array_get_element (array, i));

              if (one != NULL)
                g_ptr_array_add (result->persons, one);
            }
          return;
        }
      name = dup_text (names);
      if (name != NULL)
        g_ptr_array_add (is_type (author, "person|") ? result->persons : result->others, g_steal_pointer (&name));
      return;
    }

  name = dup_text (node);
  if (name != NULL && !desk_phrase_starts_with (name, "http"))
    g_ptr_array_add (result->others, g_steal_pointer (&name));
}

static void
add_keywords (DeskJsonLd *result,
              JsonNode *node)
{
  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && i < 60; i++)
        {
          char *word = dup_text (json_array_get_element (array, i));

          if (word != NULL)
            g_ptr_array_add (result->keywords, word);
        }
    }
  else
    {
      g_autofree char *list = dup_text (node);
      g_auto (GStrv) words = list != NULL ? g_strsplit (list, ",", 60) : NULL;

      for (guint i = 0; words != NULL && words[i] != NULL; i++)
        if (*g_strstrip (words[i]) != '\0')
          g_ptr_array_add (result->keywords, g_strdup (words[i]));
    }
}

static char *
dup_address (Reader *self,
             JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = follow (self, json_node_get_object (node));
      char *url = dup_member (object, "url");

      return url != NULL ? url : dup_member (object, "@id");
    }

  return dup_text (node);
}

static void
take (char **slot,
      char *value)
{
  if (*slot == NULL)
    *slot = value;
  else
    g_free (value);
}

static void
read_article (Reader *self)
{
  DeskJsonLd *result = self->result;
  JsonObject *article = self->article;
  JsonNode *publisher = json_object_get_member (article, "publisher");

  result->is_article |= self->rank == 2 || self->rank == 3 || self->rank > 4;
  take (&result->headline, dup_member (article, "headline"));
  if (result->headline == NULL && self->rank != 1)
    take (&result->headline, dup_member (article, "name"));
  take (&result->description, dup_member (article, "description"));
  take (&result->published, dup_member (article, "datePublished"));
  take (&result->modified, dup_member (article, "dateModified"));
  take (&result->section, dup_member (article, "articleSection"));
  take (&result->language, dup_member (article, "inLanguage"));
  take (&result->body, dup_member (article, "articleBody"));
  take (&result->correction, dup_member (article, "correction"));
  take (&result->url, dup_address (self, json_object_get_member (article, "url")));
  if (result->url == NULL)
    take (&result->url, dup_address (self, json_object_get_member (article, "mainEntityOfPage")));
  take (&result->image, dup_address (self, json_object_get_member (article, "image")));
  if (publisher != NULL && JSON_NODE_HOLDS_OBJECT (publisher))
    take (&result->publisher, dup_member (follow (self, json_node_get_object (publisher)), "name"));
  if (result->keywords->len == 0)
    add_keywords (result, json_object_get_member (article, "keywords"));
  if (result->persons->len + result->others->len == 0)
    add_author (self, json_object_get_member (article, "author"));
  if (result->persons->len + result->others->len == 0)
    add_author (self, json_object_get_member (article, "creator"));
}

/**
 * desk_json_ld_add:
 * @script: the text of a `script` of type application/ld+json
 *
 * Reads one block of data. What is broken is mended where that is plain; of the rest single fields are rescued.
 */
void
desk_json_ld_add (DeskJsonLd *self,
                  const char *script,
                  DeskImportGuard *guard)
{
  g_autofree char *clean = desk_json_repair_dup (script);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GPtrArray) objects = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (GHashTable) persons = NULL;
  Reader reader = { 0 };

  /* json-glib has no limit of its own. */
  if (!desk_json_repair_is_shallow (clean, guard->limits->max_json_depth))
    return;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, clean, -1, NULL) || json_parser_get_root (parser) == NULL)
    {
      take (&self->headline, desk_json_repair_dup_string (clean, "headline"));
      take (&self->published, desk_json_repair_dup_string (clean, "datePublished"));
      take (&self->modified, desk_json_repair_dup_string (clean, "dateModified"));
      return;
    }

  objects = g_ptr_array_new ();
  by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader = (Reader) { .result = self, .by_id = by_id, .objects = objects, .persons = persons };
  collect (&reader, json_parser_get_root (parser), guard);

  if (g_hash_table_size (persons) == 1 && self->sole_person == NULL)
    {
      GHashTableIter iter;
      gpointer name;

      g_hash_table_iter_init (&iter, persons);
      if (g_hash_table_iter_next (&iter, &name, NULL))
        self->sole_person = g_strdup (name);
    }
  if (reader.article != NULL)
    read_article (&reader);
}
