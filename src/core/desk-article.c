/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-private.h"

#include "desk-core-types.h"

G_DEFINE_FINAL_TYPE (DeskArticle, desk_article, G_TYPE_OBJECT)

/* The fields come first, in the order of DeskField. */
typedef enum
{
  PROP_HEADLINE = 1,
  PROP_DEK,
  PROP_BYLINE,
  PROP_PUBLISHED,
  PROP_MODIFIED,
  PROP_LANGUAGE,
  PROP_SOURCE,
  PROP_URL,
  PROP_SECTION,
  PROP_KEYWORDS,
  PROP_ID,
  PROP_VERSION,
  PROP_AUTHORS,
  PROP_WARNINGS,
  PROP_MEDIA_TYPE,
  PROP_ORIGINAL_HASH,
  PROP_ORIGINAL_SIZE,
  PROP_ORIGINAL_NAME,
  PROP_ADDED,
  PROP_UNREAD,
  PROP_STARRED,
  PROP_POSITION,
} DeskArticleProps;

G_STATIC_ASSERT (PROP_KEYWORDS == PROP_HEADLINE + DESK_FIELD_KEYWORDS);

static GParamSpec *props[PROP_POSITION + 1];

static void
desk_article_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DeskArticle *self = DESK_ARTICLE (object);

  switch ((DeskArticleProps) prop_id)
    {
    case PROP_HEADLINE:
    case PROP_DEK:
    case PROP_BYLINE:
    case PROP_PUBLISHED:
    case PROP_MODIFIED:
    case PROP_LANGUAGE:
    case PROP_SOURCE:
    case PROP_URL:
    case PROP_SECTION:
    case PROP_KEYWORDS:
      g_value_set_string (value, desk_article_get_field (self, (DeskField) (prop_id - PROP_HEADLINE)));
      break;
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_VERSION:
      g_value_set_object (value, self->version);
      break;
    case PROP_AUTHORS:
      g_value_set_boxed (value, self->authors);
      break;
    case PROP_WARNINGS:
      g_value_set_boxed (value, desk_article_get_warnings (self));
      break;
    case PROP_MEDIA_TYPE:
      g_value_set_string (value, self->media_type);
      break;
    case PROP_ORIGINAL_HASH:
      g_value_set_string (value, self->original_hash);
      break;
    case PROP_ORIGINAL_SIZE:
      g_value_set_int64 (value, self->original_size);
      break;
    case PROP_ORIGINAL_NAME:
      g_value_set_string (value, self->original_name);
      break;
    case PROP_ADDED:
      g_value_set_int64 (value, self->added);
      break;
    case PROP_UNREAD:
      g_value_set_boolean (value, self->unread);
      break;
    case PROP_STARRED:
      g_value_set_boolean (value, self->starred);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    }
}

static void
desk_article_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  DeskArticle *self = DESK_ARTICLE (object);

  if (prop_id == PROP_ADDED)
    desk_article_set_added (self, g_value_get_int64 (value));
  else if (prop_id == PROP_UNREAD)
    desk_article_set_unread (self, g_value_get_boolean (value));
  else if (prop_id == PROP_STARRED)
    desk_article_set_starred (self, g_value_get_boolean (value));
  else if (prop_id == PROP_POSITION)
    desk_article_set_position (self, g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
desk_article_dispose (GObject *object)
{
  g_clear_object (&DESK_ARTICLE (object)->version);

  G_OBJECT_CLASS (desk_article_parent_class)->dispose (object);
}

static void
desk_article_finalize (GObject *object)
{
  DeskArticle *self = DESK_ARTICLE (object);

  for (guint i = 0; i < DESK_N_FIELDS; i++)
    g_free (self->fields[i].value);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->authors, g_strfreev);
  g_clear_pointer (&self->warnings, g_ptr_array_unref);
  g_clear_pointer (&self->media_type, g_free);
  g_clear_pointer (&self->original_hash, g_free);
  g_clear_pointer (&self->original_name, g_free);

  G_OBJECT_CLASS (desk_article_parent_class)->finalize (object);
}

static void
desk_article_class_init (DeskArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = desk_article_get_property;
  object_class->set_property = desk_article_set_property;
  object_class->dispose = desk_article_dispose;
  object_class->finalize = desk_article_finalize;

  for (int field = 0; field < DESK_N_FIELDS; field++)
    props[PROP_HEADLINE + field] =
      g_param_spec_string (desk_enum_to_nick (DESK_TYPE_FIELD, field), NULL, NULL, NULL, readable);
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, readable);
  props[PROP_VERSION] = g_param_spec_object ("version", NULL, NULL, DESK_TYPE_VERSION, readable);
  props[PROP_AUTHORS] = g_param_spec_boxed ("authors", NULL, NULL, G_TYPE_STRV, readable);
  props[PROP_WARNINGS] = g_param_spec_boxed ("warnings", NULL, NULL, G_TYPE_STRV, readable);
  props[PROP_MEDIA_TYPE] = g_param_spec_string ("media-type", NULL, NULL, NULL, readable);
  props[PROP_ORIGINAL_HASH] = g_param_spec_string ("original-hash", NULL, NULL, NULL, readable);
  props[PROP_ORIGINAL_SIZE] = g_param_spec_int64 ("original-size", NULL, NULL, 0, G_MAXINT64, 0, readable);
  props[PROP_ORIGINAL_NAME] = g_param_spec_string ("original-name", NULL, NULL, NULL, readable);
  props[PROP_ADDED] = g_param_spec_int64 ("added", NULL, NULL, G_MININT64, G_MAXINT64, 0, writable);
  props[PROP_UNREAD] = g_param_spec_boolean ("unread", NULL, NULL, TRUE, writable);
  props[PROP_STARRED] = g_param_spec_boolean ("starred", NULL, NULL, FALSE, writable);
  props[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, writable);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_article_init (DeskArticle *self)
{
  self->authors = g_new0 (char *, 1);
  self->warnings = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->unread = TRUE;
}

/**
 * desk_article_new:
 * @id: a global id, from desk_uuid_new() for a new article
 * @version: its current version
 *
 * Makes an article without metadata, unread and not starred.
 *
 * Returns: (transfer full): an article
 */
DeskArticle *
desk_article_new (const char *id,
                  DeskVersion *version)
{
  DeskArticle *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail (DESK_IS_VERSION (version), NULL);

  self = g_object_new (DESK_TYPE_ARTICLE, NULL);
  self->id = g_strdup (id);
  self->version = g_object_ref (version);

  return self;
}

/**
 * desk_article_get_id:
 * @self: an article
 *
 * Returns: its global id
 */
const char *
desk_article_get_id (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), NULL);

  return self->id;
}

/**
 * desk_article_get_version:
 * @self: an article
 *
 * Returns: (transfer none): its current version
 */
DeskVersion *
desk_article_get_version (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), NULL);

  return self->version;
}

/**
 * desk_article_get_field:
 * @self: an article
 * @field: a field
 *
 * Returns: (nullable): its value; %NULL where it is unknown
 */
const char *
desk_article_get_field (DeskArticle *self,
                        DeskField field)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), NULL);
  g_return_val_if_fail ((guint) field < DESK_N_FIELDS, NULL);

  return self->fields[field].value;
}

/**
 * desk_article_get_origin:
 * @self: an article
 * @field: a field
 *
 * Returns: where its value came from
 */
DeskOrigin
desk_article_get_origin (DeskArticle *self,
                         DeskField field)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), DESK_ORIGIN_NONE);
  g_return_val_if_fail ((guint) field < DESK_N_FIELDS, DESK_ORIGIN_NONE);

  return self->fields[field].origin;
}

/**
 * desk_article_get_confidence:
 * @self: an article
 * @field: a field
 *
 * Returns: how sure its value is
 */
DeskConfidence
desk_article_get_confidence (DeskArticle *self,
                             DeskField field)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), DESK_CONFIDENCE_WEAK);
  g_return_val_if_fail ((guint) field < DESK_N_FIELDS, DESK_CONFIDENCE_WEAK);

  return self->fields[field].confidence;
}

/**
 * desk_article_set_field:
 * @self: an article
 * @field: a field
 * @value: (nullable): its value; %NULL or empty where it is unknown
 * @origin: where it came from
 * @confidence: how sure it is
 *
 * Sets a field. Its property is notified if anything of the three changed.
 */
void
desk_article_set_field (DeskArticle *self,
                        DeskField field,
                        const char *value,
                        DeskOrigin origin,
                        DeskConfidence confidence)
{
  gboolean changed;

  g_return_if_fail (DESK_IS_ARTICLE (self));
  g_return_if_fail ((guint) field < DESK_N_FIELDS);

  if (value != NULL && *value == '\0')
    value = NULL;

  changed = g_set_str (&self->fields[field].value, value);
  changed = changed || self->fields[field].origin != origin || self->fields[field].confidence != confidence;
  self->fields[field].origin = origin;
  self->fields[field].confidence = confidence;

  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HEADLINE + field]);
}

/**
 * desk_article_get_headline:
 * @self: an article
 *
 * Returns: (nullable): the field of that name
 */
const char *
desk_article_get_headline (DeskArticle *self)
{
  return desk_article_get_field (self, DESK_FIELD_HEADLINE);
}

/**
 * desk_article_get_published:
 * @self: an article
 *
 * Returns: (nullable): the field of that name, a day or a time of ISO 8601
 */
const char *
desk_article_get_published (DeskArticle *self)
{
  return desk_article_get_field (self, DESK_FIELD_PUBLISHED);
}
