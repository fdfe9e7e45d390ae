/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-row-private.h"

struct _DeskArticleRow
{
  GObject parent_instance;

  DeskArticleRecord *record; /* NULL until its page came */
  char *snippet;             /* of the last page: changes of an article say nothing about it */
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (DeskArticleRow, desk_article_row, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_HEADLINE,
  PROP_SOURCE,
  PROP_PUBLISHED,
  PROP_ADDED,
  PROP_LEAD,
  PROP_SNIPPET,
  PROP_UNREAD,
  PROP_STARRED,
  PROP_N_MARKS,
  PROP_LOADED,
} DeskArticleRowProps;

static GParamSpec *props[PROP_LOADED + 1];

static void
desk_article_row_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  DeskArticleRow *self = DESK_ARTICLE_ROW (object);

  switch ((DeskArticleRowProps) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, desk_article_row_get_id (self));
      break;
    case PROP_HEADLINE:
      g_value_set_string (value, desk_article_row_get_headline (self));
      break;
    case PROP_SOURCE:
      g_value_set_string (value, desk_article_row_get_source (self));
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, desk_article_row_get_published (self));
      break;
    case PROP_ADDED:
      g_value_set_int64 (value, desk_article_row_get_added (self));
      break;
    case PROP_LEAD:
      g_value_set_string (value, desk_article_row_get_lead (self));
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, desk_article_row_get_snippet (self));
      break;
    case PROP_UNREAD:
      g_value_set_boolean (value, desk_article_row_get_unread (self));
      break;
    case PROP_STARRED:
      g_value_set_boolean (value, desk_article_row_get_starred (self));
      break;
    case PROP_N_MARKS:
      g_value_set_uint (value, desk_article_row_get_n_marks (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, desk_article_row_get_loaded (self));
      break;
    }
}

static void
desk_article_row_finalize (GObject *object)
{
  DeskArticleRow *self = DESK_ARTICLE_ROW (object);

  g_clear_pointer (&self->record, desk_article_record_unref);
  g_clear_pointer (&self->snippet, g_free);

  G_OBJECT_CLASS (desk_article_row_parent_class)->finalize (object);
}

static void
desk_article_row_class_init (DeskArticleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_article_row_get_property;
  object_class->finalize = desk_article_row_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_HEADLINE] = g_param_spec_string ("headline", NULL, NULL, NULL, flags);
  props[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  props[PROP_PUBLISHED] = g_param_spec_string ("published", NULL, NULL, NULL, flags);
  props[PROP_ADDED] = g_param_spec_int64 ("added", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  props[PROP_LEAD] = g_param_spec_string ("lead", NULL, NULL, NULL, flags);
  props[PROP_SNIPPET] = g_param_spec_string ("snippet", NULL, NULL, NULL, flags);
  props[PROP_UNREAD] = g_param_spec_boolean ("unread", NULL, NULL, FALSE, flags);
  props[PROP_STARRED] = g_param_spec_boolean ("starred", NULL, NULL, FALSE, flags);
  props[PROP_N_MARKS] = g_param_spec_uint ("n-marks", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_article_row_init (DeskArticleRow *self)
{
  self->stale = TRUE;
}

DeskArticleRow *
desk_article_row_new (void)
{
  return g_object_new (DESK_TYPE_ARTICLE_ROW, NULL);
}

static void
notify_text (DeskArticleRow *self,
             DeskArticleRowProps prop,
             const char *before,
             const char *after)
{
  if (g_strcmp0 (before, after) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
desk_article_row_fill (DeskArticleRow *self,
                       DeskArticleRecord *record)
{
  GObject *object = G_OBJECT (self);
  g_autoptr (DeskArticleRecord) before = g_steal_pointer (&self->record);
  const DeskArticleRecord nothing = { 0 };
  const DeskArticleRecord *old = before != NULL ? before : &nothing;

  self->record = desk_article_record_ref (record);
  self->stale = FALSE;

  g_object_freeze_notify (object);
  notify_text (self, PROP_ID, old->uuid, record->uuid);
  notify_text (self, PROP_HEADLINE, old->headline, record->headline);
  notify_text (self, PROP_SOURCE, old->source, record->source);
  notify_text (self, PROP_PUBLISHED, old->published, record->published);
  notify_text (self, PROP_LEAD, old->lead, record->lead);
  if ((record->snippet != NULL || g_strcmp0 (old->uuid, record->uuid) != 0) && g_set_str (&self->snippet, record->snippet))
    g_object_notify_by_pspec (object, props[PROP_SNIPPET]);
  if (old->added != record->added)
    g_object_notify_by_pspec (object, props[PROP_ADDED]);
  if (old->unread != record->unread)
    g_object_notify_by_pspec (object, props[PROP_UNREAD]);
  if (old->starred != record->starred)
    g_object_notify_by_pspec (object, props[PROP_STARRED]);
  if (old->n_marks != record->n_marks)
    g_object_notify_by_pspec (object, props[PROP_N_MARKS]);
  if (before == NULL)
    g_object_notify_by_pspec (object, props[PROP_LOADED]);
  g_object_thaw_notify (object);
}

gboolean
desk_article_row_get_stale (DeskArticleRow *self)
{
  return self->stale;
}

void
desk_article_row_set_stale (DeskArticleRow *self)
{
  self->stale = TRUE;
}

static const char *
null_if_empty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * desk_article_row_get_id:
 * @self: a row
 *
 * Returns: (nullable): global id of the article; %NULL until it is loaded
 */
const char *
desk_article_row_get_id (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), NULL);

  return self->record != NULL ? self->record->uuid : NULL;
}

/**
 * desk_article_row_get_headline:
 * @self: a row
 *
 * Returns: (nullable): headline, or the beginning of a text without one; %NULL until it is loaded
 */
const char *
desk_article_row_get_headline (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), NULL);

  return self->record != NULL ? self->record->headline : NULL;
}

/**
 * desk_article_row_get_source:
 * @self: a row
 *
 * Returns: (nullable): name of the source; %NULL where it is unknown
 */
const char *
desk_article_row_get_source (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), NULL);

  return self->record != NULL ? null_if_empty (self->record->source) : NULL;
}

/**
 * desk_article_row_get_published:
 * @self: a row
 *
 * Returns: (nullable): day or time of publication, ISO 8601; %NULL where it is unknown
 */
const char *
desk_article_row_get_published (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), NULL);

  return self->record != NULL ? null_if_empty (self->record->published) : NULL;
}

/**
 * desk_article_row_get_added:
 * @self: a row
 *
 * Returns: when it came into the library, microseconds since 1970, UTC
 */
gint64
desk_article_row_get_added (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), 0);

  return self->record != NULL ? self->record->added : 0;
}

/**
 * desk_article_row_get_lead:
 * @self: a row
 *
 * Returns: (nullable): the beginning of its text, on one line
 */
const char *
desk_article_row_get_lead (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), NULL);

  return self->record != NULL ? null_if_empty (self->record->lead) : NULL;
}

/**
 * desk_article_row_get_snippet:
 * @self: a row
 *
 * Returns: (nullable): the passage that a search found, hits between U+2068 and U+2069
 */
const char *
desk_article_row_get_snippet (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), NULL);

  return self->snippet;
}

/**
 * desk_article_row_get_unread:
 * @self: a row
 *
 * Returns: %TRUE if it was not opened yet
 */
gboolean
desk_article_row_get_unread (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), FALSE);

  return self->record != NULL && self->record->unread;
}

/**
 * desk_article_row_get_starred:
 * @self: a row
 *
 * Returns: %TRUE if it has a star
 */
gboolean
desk_article_row_get_starred (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), FALSE);

  return self->record != NULL && self->record->starred;
}

/**
 * desk_article_row_get_n_marks:
 * @self: a row
 *
 * Returns: the number of marks on it
 */
guint
desk_article_row_get_n_marks (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), 0);

  return self->record != NULL ? self->record->n_marks : 0;
}

/**
 * desk_article_row_get_loaded:
 * @self: a row
 *
 * Returns: %TRUE if its page came
 */
gboolean
desk_article_row_get_loaded (DeskArticleRow *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE_ROW (self), FALSE);

  return self->record != NULL;
}
