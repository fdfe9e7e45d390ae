/* What the reader does with an open article: every action is one step, stored before it is confirmed.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-core-types.h"
#include "desk-document-private.h"
#include "desk-kind.h"
#include "desk-repair-step-private.h"

/* What becomes of the models once the step is stored. */
typedef struct
{
  DeskAnnotation *annotation; /* as it is after the step */
  char *removed_id;
  gboolean has_field;
  DeskField field;
  char *value;
} Effect;

static void
effect_free (Effect *effect)
{
  g_clear_object (&effect->annotation);
  g_free (effect->removed_id);
  g_free (effect->value);
  g_free (effect);
}

static const char *
get_kind_name (DeskDocument *self,
               const char *kind_id)
{
  DeskKind *kind = desk_kind_list_find (desk_document_get_kinds (self), kind_id);

  return kind != NULL ? desk_kind_get_name (kind) : kind_id;
}

static void
analysing_cb (DeskDocument *self,
              GParamSpec *pspec,
              gpointer data)
{
  GTask *task = data;

  if (desk_document_get_analysing (self))
    return;

  g_signal_handlers_disconnect_by_func (self, analysing_cb, task);
  g_task_return_pointer (task, g_strdup (""), g_free);
  g_object_unref (task);
}

/* A day of publication is set when all that hangs on it has followed. */
static void
return_when_analysed (DeskDocument *self,
                      GTask *owned_task)
{
  g_signal_connect (self, "notify::analysing", G_CALLBACK (analysing_cb), owned_task);
  analysing_cb (self, NULL, owned_task);
}

static void
applied_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskDocument *self = g_task_get_source_object (task);
  Effect *effect = g_task_get_task_data (task);
  GError *error = NULL;

  if (!desk_library_apply_finish (DESK_LIBRARY (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (effect->annotation != NULL)
    desk_document_put_annotation (self, effect->annotation);
  if (effect->removed_id != NULL)
    desk_document_remove_annotation (self, effect->removed_id);
  if (effect->has_field)
    desk_document_put_field (self, effect->field, effect->value,
                             effect->value != NULL ? DESK_ORIGIN_USER : DESK_ORIGIN_NONE, DESK_CONFIDENCE_SURE);

  if (effect->has_field && effect->field == DESK_FIELD_PUBLISHED)
    return_when_analysed (self, g_steal_pointer (&task));
  else if (effect->annotation != NULL)
    g_task_return_pointer (task, g_strdup (desk_annotation_get_id (effect->annotation)), g_free);
  else
    g_task_return_pointer (task, g_strdup (""), g_free);
}

static void
apply (DeskDocument *self,
       GTask *owned_task,
       DeskStep *step,
       Effect *effect)
{
  g_task_set_task_data (owned_task, effect, (GDestroyNotify) effect_free);
  desk_library_apply_async (desk_document_get_library (self), step, g_task_get_cancellable (owned_task), applied_cb,
                            owned_task);
}

/* A step that turns one state of a mark into another; either may be missing. */
static DeskStep *
annotation_step (DeskDocument *self,
                 const char *name,
                 DeskAnnotation *before,
                 DeskAnnotation *after)
{
  DeskStep *step = desk_step_new (name);

  desk_step_add (step, DESK_CHANGE_ANNOTATION, desk_article_get_id (desk_document_get_article (self)),
                 desk_annotation_get_id (before != NULL ? before : after),
                 before != NULL ? desk_annotation_to_variant (before) : NULL,
                 after != NULL ? desk_annotation_to_variant (after) : NULL);

  return step;
}

static DeskAnnotation *
find_same (DeskDocument *self,
           guint start,
           guint end,
           const char *kind_id)
{
  GListModel *annotations = desk_document_get_annotations (self);

  for (guint i = 0; i < g_list_model_get_n_items (annotations); i++)
    {
      g_autoptr (DeskAnnotation) annotation = g_list_model_get_item (annotations, i);

      if (desk_annotation_get_start (annotation) == start && desk_annotation_get_end (annotation) == end &&
          g_str_equal (desk_annotation_get_kind_id (annotation), kind_id))
        return annotation;
    }

  return NULL;
}

/**
 * desk_document_mark_async:
 * @start: first code point of the passage
 * @end: code point after the passage
 * @kind_id: id of a kind
 *
 * Marks a passage.
 */
void
desk_document_mark_async (DeskDocument *self,
                          guint start,
                          guint end,
                          const char *kind_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (DeskAnnotation) annotation = NULL;
  g_autoptr (DeskStep) step = NULL;
  g_autofree char *passage = NULL;
  g_autofree char *name = NULL;
  DeskAnnotation *same;
  DeskArticle *article;
  Effect *effect;

  g_return_if_fail (DESK_IS_DOCUMENT (self));
  g_return_if_fail (start < end);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_document_mark_async);

  same = find_same (self, start, end, kind_id);
  if (same != NULL)
    {
      g_task_return_pointer (task, g_strdup (desk_annotation_get_id (same)), g_free);
      return;
    }

  article = desk_document_get_article (self);
  annotation = desk_annotation_new (desk_article_get_id (article), desk_article_get_version (article), start, end,
                                    kind_id);
  passage = desk_session_dup_short (desk_annotation_get_exact (annotation));
  /* Translators: an action that can be undone; a passage, then the kind of mark */
  name = g_strdup_printf (_ ("Mark “%s” as %s"), passage, get_kind_name (self, kind_id));
  step = annotation_step (self, name, NULL, annotation);

  effect = g_new0 (Effect, 1);
  effect->annotation = g_steal_pointer (&annotation);
  apply (self, g_steal_pointer (&task), step, effect);
}

/**
 * desk_document_mark_finish:
 *
 * Returns: (transfer full): the id of the mark, also of one that was there already
 */
char *
desk_document_mark_finish (DeskDocument *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_document_mark_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The mark as it is now, or an answer that it is gone. */
static DeskAnnotation *
find_or_fail (DeskDocument *self,
              GTask *task,
              const char *id)
{
  DeskAnnotation *annotation = desk_document_find_annotation (self, id);

  if (annotation == NULL)
    g_task_return_new_error (task, DESK_LIBRARY_ERROR, DESK_LIBRARY_ERROR_NOT_FOUND,
                             _ ("This mark is no longer there."));

  return annotation;
}

static void
replace (DeskDocument *self,
         GTask *owned_task,
         const char *name,
         DeskAnnotation *before,
         DeskAnnotation *after)
{
  g_autoptr (DeskStep) step = annotation_step (self, name, before, after);
  Effect *effect = g_new0 (Effect, 1);

  effect->annotation = g_object_ref (after);
  apply (self, owned_task, step, effect);
}

/**
 * desk_document_set_kind_async:
 * @annotation_id: id of a mark
 * @kind_id: id of its new kind
 *
 * Changes the kind of a mark; note and links stay.
 */
void
desk_document_set_kind_async (DeskDocument *self,
                              const char *annotation_id,
                              const char *kind_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (DeskAnnotation) after = NULL;
  g_autofree char *name = NULL;
  DeskAnnotation *before;

  g_return_if_fail (DESK_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_document_set_kind_async);

  before = find_or_fail (self, task, annotation_id);
  if (before == NULL)
    return;
  if (g_str_equal (desk_annotation_get_kind_id (before), kind_id))
    {
      g_task_return_pointer (task, g_strdup (annotation_id), g_free);
      return;
    }

  after = desk_annotation_copy_with_kind (before, kind_id);
  /* Translators: an action that can be undone */
  name = g_strdup_printf (_ ("Change Kind to %s"), get_kind_name (self, kind_id));
  replace (self, g_steal_pointer (&task), name, before, after);
}

/**
 * desk_document_set_note_async:
 * @annotation_id: id of a mark
 * @note: (nullable): Markdown; empty for none
 *
 * Writes the note of a mark.
 */
void
desk_document_set_note_async (DeskDocument *self,
                              const char *annotation_id,
                              const char *note,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (DeskAnnotation) after = NULL;
  DeskAnnotation *before;

  g_return_if_fail (DESK_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_document_set_note_async);

  before = find_or_fail (self, task, annotation_id);
  if (before == NULL)
    return;
  if (note != NULL && *note == '\0')
    note = NULL;
  if (g_strcmp0 (desk_annotation_get_note (before), note) == 0)
    {
      g_task_return_pointer (task, g_strdup (annotation_id), g_free);
      return;
    }

  after = desk_annotation_copy_with_note (before, note);
  /* Translators: an action that can be undone */
  replace (self, g_steal_pointer (&task), _ ("Edit Note"), before, after);
}

/**
 * desk_document_delete_mark_async:
 * @annotation_id: id of a mark
 *
 * Deletes a mark with its note; undo brings both back.
 */
void
desk_document_delete_mark_async (DeskDocument *self,
                                 const char *annotation_id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (DeskStep) step = NULL;
  DeskAnnotation *before;
  Effect *effect;

  g_return_if_fail (DESK_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_document_delete_mark_async);

  before = find_or_fail (self, task, annotation_id);
  if (before == NULL)
    return;

  /* Translators: an action that can be undone */
  step = annotation_step (self, _ ("Delete Mark"), before, NULL);
  effect = g_new0 (Effect, 1);
  effect->removed_id = g_strdup (annotation_id);
  apply (self, g_steal_pointer (&task), step, effect);
}

static const char *
get_field_step_name (DeskField field)
{
  switch (field)
    {
    case DESK_FIELD_HEADLINE:
      return _ ("Change Headline");
    case DESK_FIELD_DEK:
      return _ ("Change Summary");
    case DESK_FIELD_BYLINE:
      return _ ("Change Author");
    case DESK_FIELD_PUBLISHED:
      return _ ("Change Publication Date");
    case DESK_FIELD_MODIFIED:
      return _ ("Change Date of Update");
    case DESK_FIELD_LANGUAGE:
      return _ ("Change Language");
    case DESK_FIELD_SOURCE:
      return _ ("Change Source");
    case DESK_FIELD_URL:
      return _ ("Change Address");
    case DESK_FIELD_SECTION:
      return _ ("Change Section");
    case DESK_FIELD_KEYWORDS:
      return _ ("Change Keywords");
    }

  g_return_val_if_reached (NULL);
}

/* An unknown field has no value at all. */
static GVariant *
field_value (const char *value,
             DeskOrigin origin,
             DeskConfidence confidence)
{
  if (value == NULL)
    return NULL;

  return g_variant_new ("(sss)", value, desk_enum_to_nick (DESK_TYPE_ORIGIN, origin),
                        desk_enum_to_nick (DESK_TYPE_CONFIDENCE, confidence));
}

/**
 * desk_document_set_field_async:
 * @field: which field
 * @value: (nullable): what the user typed; %NULL or empty for unknown
 *
 * Changes metadata. With a new publication date the analysis is made again; it is there when the callback comes, and an
 * undo brings back the dates with the publication date.
 */
void
desk_document_set_field_async (DeskDocument *self,
                               DeskField field,
                               const char *value,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (DeskStep) step = NULL;
  DeskArticle *article;
  Effect *effect;

  g_return_if_fail (DESK_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_document_set_field_async);

  if (value != NULL && *value == '\0')
    value = NULL;
  article = desk_document_get_article (self);
  if (g_strcmp0 (desk_article_get_field (article, field), value) == 0)
    {
      g_task_return_pointer (task, g_strdup (""), g_free);
      return;
    }

  step = desk_step_new (get_field_step_name (field));
  desk_step_add (step, DESK_CHANGE_FIELD, desk_article_get_id (article), desk_enum_to_nick (DESK_TYPE_FIELD, field),
                 field_value (desk_article_get_field (article, field), desk_article_get_origin (article, field),
                              desk_article_get_confidence (article, field)),
                 field_value (value, DESK_ORIGIN_USER, DESK_CONFIDENCE_SURE));

  effect = g_new0 (Effect, 1);
  effect->has_field = TRUE;
  effect->field = field;
  effect->value = g_strdup (value);
  apply (self, g_steal_pointer (&task), step, effect);
}

/**
 * desk_document_action_finish:
 *
 * Finishes every action but marking.
 *
 * Returns: whether it is done and on disk
 */
gboolean
desk_document_action_finish (DeskDocument *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  id = g_task_propagate_pointer (G_TASK (result), error);

  return id != NULL;
}

/**
 * desk_document_dup_citation:
 * @start: first code point of the passage
 * @end: code point after the passage
 *
 * Returns: (transfer full): the passage as it stands, in quotation marks, with where it comes from
 */
char *
desk_document_dup_citation (DeskDocument *self,
                            guint start,
                            guint end)
{
  DeskArticle *article;
  g_autofree char *passage = NULL;
  g_autoptr (GString) citation = NULL;
  const DeskField fields[] = { DESK_FIELD_SOURCE, DESK_FIELD_PUBLISHED, DESK_FIELD_URL };

  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  article = desk_document_get_article (self);
  passage = desk_text_dup_slice (desk_version_get_text (desk_article_get_version (article)), start, end);
  citation = g_string_new (NULL);
  g_string_append_printf (citation, _ ("“%s”"), passage);
  g_string_append (citation, " — ");
  g_string_append (citation, desk_article_get_headline (article));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = desk_article_get_field (article, fields[i]);

      if (value != NULL)
        g_string_append_printf (citation, ", %s", value);
    }

  return g_string_free (g_steal_pointer (&citation), FALSE);
}
