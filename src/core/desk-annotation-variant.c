/* The stored and undoable form of an annotation. What is read here may come from a damaged or a foreign file.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-annotation-private.h"

#include <string.h>

#include "desk-error.h"
#include "desk-uuid.h"

/* Longer ids and names of kinds are no ids. */
#define MAX_ID_BYTES 256
#define SHA256_LENGTH 64

/**
 * desk_annotation_to_variant:
 * @self: an annotation
 *
 * Writes an annotation as a dictionary `a{sv}` with all that there is to it.
 *
 * Returns: (transfer floating): a variant
 */
GVariant *
desk_annotation_to_variant (DeskAnnotation *self)
{
  GVariantDict dict;

  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "id", "s", self->id);
  g_variant_dict_insert (&dict, "article", "s", self->article_id);
  g_variant_dict_insert (&dict, "version", "s", self->version_hash);
  g_variant_dict_insert (&dict, "start", "u", self->start);
  g_variant_dict_insert (&dict, "end", "u", self->end);
  g_variant_dict_insert (&dict, "exact", "s", self->exact);
  g_variant_dict_insert (&dict, "prefix", "s", self->prefix);
  g_variant_dict_insert (&dict, "suffix", "s", self->suffix);
  g_variant_dict_insert (&dict, "kind", "s", self->kind_id);
  if (self->note != NULL)
    g_variant_dict_insert (&dict, "note", "s", self->note);
  g_variant_dict_insert (&dict, "created", "x", self->created);
  g_variant_dict_insert (&dict, "modified", "x", self->modified);

  return g_variant_dict_end (&dict);
}

static gboolean
is_id (const char *id)
{
  return *id != '\0' && strlen (id) <= MAX_ID_BYTES;
}

static gboolean
is_sha256 (const char *hash)
{
  return strlen (hash) == SHA256_LENGTH && strspn (hash, "0123456789abcdef") == SHA256_LENGTH;
}

/* The first rule that is broken, %NULL for none. */
static const char *
find_fault (DeskAnnotation *self)
{
  if (!desk_uuid_is_valid (self->id))
    return "id";
  if (!is_id (self->article_id))
    return "article";
  if (!is_sha256 (self->version_hash))
    return "version";
  if (self->start >= self->end)
    return "end";
  if (g_utf8_strlen (self->exact, -1) != (glong) (self->end - self->start))
    return "exact";
  if (g_utf8_strlen (self->prefix, -1) > DESK_ANNOTATION_CONTEXT)
    return "prefix";
  if (g_utf8_strlen (self->suffix, -1) > DESK_ANNOTATION_CONTEXT)
    return "suffix";
  if (!is_id (self->kind_id))
    return "kind";
  if (self->created < 0)
    return "created";
  if (self->modified < self->created)
    return "modified";

  return NULL;
}

/**
 * desk_annotation_new_from_variant:
 * @variant: what desk_annotation_to_variant() wrote, maybe damaged or foreign
 * @error: return location for an error of %DESK_CORE_ERROR
 *
 * Reads an annotation. Whether its range fits a version is for the caller to see; keys that are not known are skipped.
 *
 * Returns: (transfer full): an annotation; %NULL if the data breaks a rule
 */
DeskAnnotation *
desk_annotation_new_from_variant (GVariant *variant,
                                  GError **error)
{
  g_autoptr (DeskAnnotation) self = NULL;
  g_autoptr (GVariant) normal = NULL;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *fault = NULL;

  g_return_val_if_fail (variant != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    {
      g_set_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID,
                   "A stored mark is a “%s” and not a dictionary", g_variant_get_type_string (variant));
      return NULL;
    }

  /* In normal form all strings are valid UTF-8. */
  normal = g_variant_get_normal_form (variant);
  g_variant_dict_clear (&dict);
  g_variant_dict_init (&dict, normal);

  self = g_object_new (DESK_TYPE_ANNOTATION, NULL);

  if (!g_variant_dict_lookup (&dict, "id", "s", &self->id))
    fault = "id";
  else if (!g_variant_dict_lookup (&dict, "article", "s", &self->article_id))
    fault = "article";
  else if (!g_variant_dict_lookup (&dict, "version", "s", &self->version_hash))
    fault = "version";
  else if (!g_variant_dict_lookup (&dict, "start", "u", &self->start))
    fault = "start";
  else if (!g_variant_dict_lookup (&dict, "end", "u", &self->end))
    fault = "end";
  else if (!g_variant_dict_lookup (&dict, "exact", "s", &self->exact))
    fault = "exact";
  else if (!g_variant_dict_lookup (&dict, "prefix", "s", &self->prefix))
    fault = "prefix";
  else if (!g_variant_dict_lookup (&dict, "suffix", "s", &self->suffix))
    fault = "suffix";
  else if (!g_variant_dict_lookup (&dict, "kind", "s", &self->kind_id))
    fault = "kind";
  else if (g_variant_dict_contains (&dict, "note") && !g_variant_dict_lookup (&dict, "note", "s", &self->note))
    fault = "note";
  else if (!g_variant_dict_lookup (&dict, "created", "x", &self->created))
    fault = "created";
  else if (!g_variant_dict_lookup (&dict, "modified", "x", &self->modified))
    fault = "modified";
  else
    fault = find_fault (self);

  if (fault != NULL)
    {
      g_set_error (error, DESK_CORE_ERROR, DESK_CORE_ERROR_INVALID,
                   "A stored mark has no valid “%s”", fault);
      return NULL;
    }

  if (self->note != NULL && *self->note == '\0')
    g_clear_pointer (&self->note, g_free);

  return g_steal_pointer (&self);
}
