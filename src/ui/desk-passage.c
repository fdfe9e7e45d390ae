/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-passage.h"

struct _DeskPassage
{
  GObject parent_instance;

  DeskRange range;
  char *markup;
  char *caption;
  char *why;
  gboolean quoted;
  DeskFinding *finding;
};

G_DEFINE_FINAL_TYPE (DeskPassage, desk_passage, G_TYPE_OBJECT)

static void
desk_passage_finalize (GObject *object)
{
  DeskPassage *self = DESK_PASSAGE (object);

  g_free (self->markup);
  g_free (self->caption);
  g_free (self->why);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (desk_passage_parent_class)->finalize (object);
}

static void
desk_passage_class_init (DeskPassageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_passage_finalize;
}

static void
desk_passage_init (DeskPassage *self)
{
}

DeskPassage *
desk_passage_new (DeskRange range,
                  const char *markup)
{
  DeskPassage *self = g_object_new (DESK_TYPE_PASSAGE, NULL);

  self->range = range;
  self->markup = g_strdup (markup);
  return self;
}

DeskRange
desk_passage_get_range (DeskPassage *self)
{
  g_return_val_if_fail (DESK_IS_PASSAGE (self), ((DeskRange) { 0, 0 }));

  return self->range;
}

const char *
desk_passage_get_markup (DeskPassage *self)
{
  g_return_val_if_fail (DESK_IS_PASSAGE (self), NULL);

  return self->markup;
}

const char *
desk_passage_get_caption (DeskPassage *self)
{
  g_return_val_if_fail (DESK_IS_PASSAGE (self), NULL);

  return self->caption;
}

void
desk_passage_set_caption (DeskPassage *self,
                          const char *caption)
{
  g_return_if_fail (DESK_IS_PASSAGE (self));

  g_set_str (&self->caption, caption);
}

const char *
desk_passage_get_why (DeskPassage *self)
{
  g_return_val_if_fail (DESK_IS_PASSAGE (self), NULL);

  return self->why;
}

void
desk_passage_set_why (DeskPassage *self,
                      const char *why)
{
  g_return_if_fail (DESK_IS_PASSAGE (self));

  g_set_str (&self->why, why);
}

gboolean
desk_passage_get_quoted (DeskPassage *self)
{
  g_return_val_if_fail (DESK_IS_PASSAGE (self), FALSE);

  return self->quoted;
}

void
desk_passage_set_quoted (DeskPassage *self,
                         gboolean quoted)
{
  g_return_if_fail (DESK_IS_PASSAGE (self));

  self->quoted = quoted;
}

DeskFinding *
desk_passage_get_finding (DeskPassage *self)
{
  g_return_val_if_fail (DESK_IS_PASSAGE (self), NULL);

  return self->finding;
}

void
desk_passage_set_finding (DeskPassage *self,
                          DeskFinding *finding)
{
  g_return_if_fail (DESK_IS_PASSAGE (self));

  g_set_object (&self->finding, finding);
}
