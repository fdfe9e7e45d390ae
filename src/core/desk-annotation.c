/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-annotation-private.h"

#include "desk-uuid.h"

G_DEFINE_FINAL_TYPE (DeskAnnotation, desk_annotation, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_ARTICLE_ID,
  PROP_VERSION_HASH,
  PROP_START,
  PROP_END,
  PROP_EXACT,
  PROP_PREFIX,
  PROP_SUFFIX,
  PROP_KIND_ID,
  PROP_NOTE,
  PROP_CREATED,
  PROP_MODIFIED,
} DeskAnnotationProps;

static GParamSpec *props[PROP_MODIFIED + 1];

static void
desk_annotation_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  DeskAnnotation *self = DESK_ANNOTATION (object);

  switch ((DeskAnnotationProps) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_ARTICLE_ID:
      g_value_set_string (value, self->article_id);
      break;
    case PROP_VERSION_HASH:
      g_value_set_string (value, self->version_hash);
      break;
    case PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case PROP_END:
      g_value_set_uint (value, self->end);
      break;
    case PROP_EXACT:
      g_value_set_string (value, self->exact);
      break;
    case PROP_PREFIX:
      g_value_set_string (value, self->prefix);
      break;
    case PROP_SUFFIX:
      g_value_set_string (value, self->suffix);
      break;
    case PROP_KIND_ID:
      g_value_set_string (value, self->kind_id);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_CREATED:
      g_value_set_int64 (value, self->created);
      break;
    case PROP_MODIFIED:
      g_value_set_int64 (value, self->modified);
      break;
    }
}

static void
desk_annotation_finalize (GObject *object)
{
  DeskAnnotation *self = DESK_ANNOTATION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->article_id, g_free);
  g_clear_pointer (&self->version_hash, g_free);
  g_clear_pointer (&self->exact, g_free);
  g_clear_pointer (&self->prefix, g_free);
  g_clear_pointer (&self->suffix, g_free);
  g_clear_pointer (&self->kind_id, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (desk_annotation_parent_class)->finalize (object);
}

static void
desk_annotation_class_init (DeskAnnotationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_annotation_get_property;
  object_class->finalize = desk_annotation_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_ARTICLE_ID] = g_param_spec_string ("article-id", NULL, NULL, NULL, flags);
  props[PROP_VERSION_HASH] = g_param_spec_string ("version-hash", NULL, NULL, NULL, flags);
  props[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_END] = g_param_spec_uint ("end", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_EXACT] = g_param_spec_string ("exact", NULL, NULL, NULL, flags);
  props[PROP_PREFIX] = g_param_spec_string ("prefix", NULL, NULL, NULL, flags);
  props[PROP_SUFFIX] = g_param_spec_string ("suffix", NULL, NULL, NULL, flags);
  props[PROP_KIND_ID] = g_param_spec_string ("kind-id", NULL, NULL, NULL, flags);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  props[PROP_CREATED] = g_param_spec_int64 ("created", NULL, NULL, 0, G_MAXINT64, 0, flags);
  props[PROP_MODIFIED] = g_param_spec_int64 ("modified", NULL, NULL, 0, G_MAXINT64, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_annotation_init (DeskAnnotation *self)
{
}

static void
set_range (DeskAnnotation *self,
           DeskVersion *version,
           guint start,
           guint end)
{
  DeskText *text = desk_version_get_text (version);

  self->version_hash = g_strdup (desk_version_get_hash (version));
  self->start = start;
  self->end = end;
  self->exact = desk_text_dup_slice (text, start, end);
  self->prefix = desk_text_dup_slice (text, start - MIN (start, DESK_ANNOTATION_CONTEXT), start);
  self->suffix = desk_text_dup_slice (text, end,
                                      end + MIN (desk_text_get_length (text) - end, DESK_ANNOTATION_CONTEXT));
}

static gboolean
is_range (DeskVersion *version,
          guint start,
          guint end)
{
  return start < end && end <= desk_text_get_length (desk_version_get_text (version));
}

/**
 * desk_annotation_new:
 * @article_id: id of the article
 * @version: the version that the range belongs to
 * @start: first code point
 * @end: code point after the last
 * @kind_id: id of a kind
 *
 * Makes a new mark on a passage, which keeps the passage's text and a little of what stands around it.
 *
 * Returns: (transfer full): an annotation with an id of its own, created now
 */
DeskAnnotation *
desk_annotation_new (const char *article_id,
                     DeskVersion *version,
                     guint start,
                     guint end,
                     const char *kind_id)
{
  DeskAnnotation *self;

  g_return_val_if_fail (article_id != NULL && *article_id != '\0', NULL);
  g_return_val_if_fail (DESK_IS_VERSION (version), NULL);
  g_return_val_if_fail (is_range (version, start, end), NULL);
  g_return_val_if_fail (kind_id != NULL && *kind_id != '\0', NULL);

  self = g_object_new (DESK_TYPE_ANNOTATION, NULL);
  self->id = desk_uuid_new ();
  self->article_id = g_strdup (article_id);
  self->kind_id = g_strdup (kind_id);
  self->created = self->modified = g_get_real_time ();
  set_range (self, version, start, end);

  return self;
}

/* All but passage, kind and note; modified now. */
static DeskAnnotation *
copy_identity (DeskAnnotation *self)
{
  DeskAnnotation *copy = g_object_new (DESK_TYPE_ANNOTATION, NULL);

  copy->id = g_strdup (self->id);
  copy->article_id = g_strdup (self->article_id);
  copy->created = self->created;
  copy->modified = MAX (g_get_real_time (), self->modified);

  return copy;
}

static void
copy_passage (DeskAnnotation *self,
              DeskAnnotation *from)
{
  self->version_hash = g_strdup (from->version_hash);
  self->start = from->start;
  self->end = from->end;
  self->exact = g_strdup (from->exact);
  self->prefix = g_strdup (from->prefix);
  self->suffix = g_strdup (from->suffix);
}

/**
 * desk_annotation_copy_with_kind:
 * @self: an annotation
 * @kind_id: id of a kind
 *
 * Returns: (transfer full): the same mark with another kind
 */
DeskAnnotation *
desk_annotation_copy_with_kind (DeskAnnotation *self,
                                const char *kind_id)
{
  DeskAnnotation *copy;

  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);
  g_return_val_if_fail (kind_id != NULL && *kind_id != '\0', NULL);

  copy = copy_identity (self);
  copy_passage (copy, self);
  copy->kind_id = g_strdup (kind_id);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * desk_annotation_copy_with_note:
 * @self: an annotation
 * @note: (nullable): valid UTF-8; %NULL or empty for none
 *
 * Returns: (transfer full): the same mark with another note
 */
DeskAnnotation *
desk_annotation_copy_with_note (DeskAnnotation *self,
                                const char *note)
{
  DeskAnnotation *copy;

  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);
  g_return_val_if_fail (note == NULL || g_utf8_validate (note, -1, NULL), NULL);

  copy = copy_identity (self);
  copy_passage (copy, self);
  copy->kind_id = g_strdup (self->kind_id);
  copy->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;

  return copy;
}

/**
 * desk_annotation_copy_with_range:
 * @self: an annotation
 * @version: the version that the range belongs to
 * @start: first code point
 * @end: code point after the last
 *
 * Returns: (transfer full): the same mark on another passage
 */
DeskAnnotation *
desk_annotation_copy_with_range (DeskAnnotation *self,
                                 DeskVersion *version,
                                 guint start,
                                 guint end)
{
  DeskAnnotation *copy;

  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);
  g_return_val_if_fail (DESK_IS_VERSION (version), NULL);
  g_return_val_if_fail (is_range (version, start, end), NULL);

  copy = copy_identity (self);
  set_range (copy, version, start, end);
  copy->kind_id = g_strdup (self->kind_id);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * desk_annotation_get_id:
 * @self: an annotation
 *
 * Returns: its global id
 */
const char *
desk_annotation_get_id (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);

  return self->id;
}

/**
 * desk_annotation_get_article_id:
 * @self: an annotation
 *
 * Returns: id of the article that it belongs to
 */
const char *
desk_annotation_get_article_id (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);

  return self->article_id;
}

/**
 * desk_annotation_get_version_hash:
 * @self: an annotation
 *
 * Returns: hash of the version that its range belongs to
 */
const char *
desk_annotation_get_version_hash (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);

  return self->version_hash;
}

/**
 * desk_annotation_get_start:
 * @self: an annotation
 *
 * Returns: first code point of the passage
 */
guint
desk_annotation_get_start (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), 0);

  return self->start;
}

/**
 * desk_annotation_get_end:
 * @self: an annotation
 *
 * Returns: code point after the last of the passage
 */
guint
desk_annotation_get_end (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), 0);

  return self->end;
}

/**
 * desk_annotation_get_exact:
 * @self: an annotation
 *
 * Returns: text of the passage
 */
const char *
desk_annotation_get_exact (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);

  return self->exact;
}

/**
 * desk_annotation_get_prefix:
 * @self: an annotation
 *
 * Returns: text before the passage, at most %DESK_ANNOTATION_CONTEXT code points
 */
const char *
desk_annotation_get_prefix (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);

  return self->prefix;
}

/**
 * desk_annotation_get_suffix:
 * @self: an annotation
 *
 * Returns: text after the passage, at most %DESK_ANNOTATION_CONTEXT code points
 */
const char *
desk_annotation_get_suffix (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);

  return self->suffix;
}

/**
 * desk_annotation_get_kind_id:
 * @self: an annotation
 *
 * Returns: id of its kind
 */
const char *
desk_annotation_get_kind_id (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);

  return self->kind_id;
}

/**
 * desk_annotation_get_note:
 * @self: an annotation
 *
 * Returns: (nullable): the note, in Markdown; never empty
 */
const char *
desk_annotation_get_note (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), NULL);

  return self->note;
}

/**
 * desk_annotation_get_created:
 * @self: an annotation
 *
 * Returns: when it was made: microseconds since 1970, UTC
 */
gint64
desk_annotation_get_created (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), 0);

  return self->created;
}

/**
 * desk_annotation_get_modified:
 * @self: an annotation
 *
 * Returns: when it was last changed: microseconds since 1970, UTC
 */
gint64
desk_annotation_get_modified (DeskAnnotation *self)
{
  g_return_val_if_fail (DESK_IS_ANNOTATION (self), 0);

  return self->modified;
}
