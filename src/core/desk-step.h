/* One undoable action: a name and the changes that it makes, as values before and after.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  DESK_CHANGE_ANNOTATION, /* values: the a{sv} of an annotation, NULL where there is none */
  DESK_CHANGE_FIELD,      /* values: (sss) text, origin nick, confidence nick of a field, NULL where unknown */
  DESK_CHANGE_STARRED,    /* values: b */
  DESK_CHANGE_UNREAD,     /* values: b */
  DESK_CHANGE_DELETED,    /* values: b; a deleted article is kept until it is purged */
  DESK_CHANGE_RULE,       /* values: the a{sv} of a rule, NULL where there is none; without an article for the library's */
} DeskChangeKind;

typedef struct
{
  DeskChangeKind kind;
  char *article_id; /* empty for a rule of the whole library */
  char *object_id;  /* id of the annotation or the rule, or nick of the field; nullable */
  GVariant *before; /* nullable */
  GVariant *after;  /* nullable */
} DeskChange;

#define DESK_TYPE_STEP (desk_step_get_type ())

G_DECLARE_FINAL_TYPE (DeskStep, desk_step, DESK, STEP, GObject)

/* The name is shown as "Undo: name", translated. */
DeskStep   *desk_step_new              (const char     *name) G_GNUC_WARN_UNUSED_RESULT;
void        desk_step_add              (DeskStep       *self,
                                        DeskChangeKind  kind,
                                        const char     *article_id,
                                        const char     *object_id,
                                        GVariant       *before,
                                        GVariant       *after);
const char *desk_step_get_name         (DeskStep       *self);
gint64      desk_step_get_created      (DeskStep       *self);
guint       desk_step_get_n_changes    (DeskStep       *self);
const DeskChange *desk_step_get_change (DeskStep       *self,
                                        guint           index);
DeskStep   *desk_step_invert           (DeskStep       *self) G_GNUC_WARN_UNUSED_RESULT;

/* The stored form. */
GVariant   *desk_step_to_variant       (DeskStep       *self) G_GNUC_WARN_UNUSED_RESULT;
DeskStep   *desk_step_new_from_variant (GVariant       *variant,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
