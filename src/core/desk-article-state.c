/* What an article keeps besides its fields: authors, warnings, the original, its state in the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-article-private.h"

/**
 * desk_article_get_authors:
 * @self: an article
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the authors; empty where they are unknown
 */
const char *const *
desk_article_get_authors (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), NULL);

  return (const char *const *) self->authors;
}

/**
 * desk_article_set_authors:
 * @self: an article
 * @authors: (nullable) (array zero-terminated=1): names
 *
 * Sets the authors.
 */
void
desk_article_set_authors (DeskArticle *self,
                          const char *const *authors)
{
  static const char *const nobody[] = { NULL };

  g_return_if_fail (DESK_IS_ARTICLE (self));

  if (authors == NULL)
    authors = nobody;
  if (g_strv_equal ((const char *const *) self->authors, authors))
    return;

  g_strfreev (self->authors);
  self->authors = g_strdupv ((char **) authors);
  g_object_notify (G_OBJECT (self), "authors");
}

/**
 * desk_article_get_warnings:
 * @self: an article
 *
 * Returns: (transfer none) (array zero-terminated=1): problems met while importing, each a sentence for the reader
 */
const char *const *
desk_article_get_warnings (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), NULL);

  return (const char *const *) self->warnings->pdata;
}

/**
 * desk_article_add_warning:
 * @self: an article
 * @warning: a sentence for the reader
 *
 * Adds a warning, once.
 */
void
desk_article_add_warning (DeskArticle *self,
                          const char *warning)
{
  g_return_if_fail (DESK_IS_ARTICLE (self));
  g_return_if_fail (warning != NULL);

  if (g_strv_contains (desk_article_get_warnings (self), warning))
    return;

  g_ptr_array_add (self->warnings, g_strdup (warning));
  g_object_notify (G_OBJECT (self), "warnings");
}

/**
 * desk_article_get_media_type:
 * @self: an article
 *
 * Returns: (nullable): media type of the original bytes
 */
const char *
desk_article_get_media_type (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), NULL);

  return self->media_type;
}

/**
 * desk_article_get_original_hash:
 * @self: an article
 *
 * Returns: (nullable): SHA-256 of the original bytes, in hexadecimal
 */
const char *
desk_article_get_original_hash (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), NULL);

  return self->original_hash;
}

/**
 * desk_article_get_original_size:
 * @self: an article
 *
 * Returns: size of the original in bytes
 */
gint64
desk_article_get_original_size (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), 0);

  return self->original_size;
}

/**
 * desk_article_get_original_name:
 * @self: an article
 *
 * Returns: (nullable): file name of the original
 */
const char *
desk_article_get_original_name (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), NULL);

  return self->original_name;
}

/**
 * desk_article_set_original:
 * @self: an article
 * @media_type: (nullable): media type
 * @sha256: (nullable): SHA-256 of the bytes, in hexadecimal
 * @size: size in bytes
 * @name: (nullable): file name
 *
 * Tells about the original bytes as they came.
 */
void
desk_article_set_original (DeskArticle *self,
                           const char *media_type,
                           const char *sha256,
                           gint64 size,
                           const char *name)
{
  GObject *object = G_OBJECT (self);

  g_return_if_fail (DESK_IS_ARTICLE (self));
  g_return_if_fail (size >= 0);

  g_object_freeze_notify (object);
  if (g_set_str (&self->media_type, media_type))
    g_object_notify (object, "media-type");
  if (g_set_str (&self->original_hash, sha256))
    g_object_notify (object, "original-hash");
  if (g_set_str (&self->original_name, name))
    g_object_notify (object, "original-name");
  if (self->original_size != size)
    {
      self->original_size = size;
      g_object_notify (object, "original-size");
    }
  g_object_thaw_notify (object);
}

/**
 * desk_article_get_added:
 * @self: an article
 *
 * Returns: when it came into the library: microseconds since 1970, UTC; 0 where it never did
 */
gint64
desk_article_get_added (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), 0);

  return self->added;
}

/**
 * desk_article_set_added:
 * @self: an article
 * @added: microseconds since 1970, UTC
 */
void
desk_article_set_added (DeskArticle *self,
                        gint64 added)
{
  g_return_if_fail (DESK_IS_ARTICLE (self));

  if (self->added == added)
    return;

  self->added = added;
  g_object_notify (G_OBJECT (self), "added");
}

/**
 * desk_article_get_unread:
 * @self: an article
 *
 * Returns: %TRUE until it has been read
 */
gboolean
desk_article_get_unread (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), FALSE);

  return self->unread;
}

/**
 * desk_article_set_unread:
 * @self: an article
 * @unread: whether it is still to be read
 */
void
desk_article_set_unread (DeskArticle *self,
                         gboolean unread)
{
  g_return_if_fail (DESK_IS_ARTICLE (self));

  if (self->unread == !!unread)
    return;

  self->unread = !!unread;
  g_object_notify (G_OBJECT (self), "unread");
}

/**
 * desk_article_get_starred:
 * @self: an article
 *
 * Returns: whether the reader starred it
 */
gboolean
desk_article_get_starred (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), FALSE);

  return self->starred;
}

/**
 * desk_article_set_starred:
 * @self: an article
 * @starred: whether it is starred
 */
void
desk_article_set_starred (DeskArticle *self,
                          gboolean starred)
{
  g_return_if_fail (DESK_IS_ARTICLE (self));

  if (self->starred == !!starred)
    return;

  self->starred = !!starred;
  g_object_notify (G_OBJECT (self), "starred");
}

/**
 * desk_article_get_position:
 * @self: an article
 *
 * Returns: code point of the first text in view when the reader stopped
 */
guint
desk_article_get_position (DeskArticle *self)
{
  g_return_val_if_fail (DESK_IS_ARTICLE (self), 0);

  return self->position;
}

/**
 * desk_article_set_position:
 * @self: an article
 * @position: a code point of the canonical text
 */
void
desk_article_set_position (DeskArticle *self,
                           guint position)
{
  g_return_if_fail (DESK_IS_ARTICLE (self));

  if (self->position == position)
    return;

  self->position = position;
  g_object_notify (G_OBJECT (self), "position");
}
