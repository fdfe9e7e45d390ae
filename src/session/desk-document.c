/* An open article: its text, its marks and its analysis, kept true to the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-document-private.h"

#include "desk-mark-list-private.h"

struct _DeskDocument
{
  GObject parent_instance;

  DeskLibrary *library;
  DeskAnalysisProvider *analyses;
  GListModel *kinds;
  DeskArticle *article;
  DeskMarkList *marks;
  DeskAnalysis *machine;    /* as it was made; nullable */
  DeskRuleSet *rules;       /* nullable */
  DeskAnalysis *analysis;   /* as it is shown: with the rules; nullable */
  char *analysed_published; /* the date that the analysis was asked for with */
  GCancellable *cancellable;
  GCancellable *analysis_cancellable;
  gboolean analysing;
};

G_DEFINE_FINAL_TYPE (DeskDocument, desk_document, G_TYPE_OBJECT)

typedef enum
{
  PROP_ARTICLE = 1,
  PROP_ANNOTATIONS,
  PROP_ANALYSIS,
  PROP_ANALYSING,
} DeskDocumentProps;

static GParamSpec *props[PROP_ANALYSING + 1];

static void
annotations_loaded_cb (GObject *object,
                       GAsyncResult *result,
                       gpointer data)
{
  g_autoptr (DeskDocument) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stored = NULL;

  stored = desk_library_load_annotations_finish (DESK_LIBRARY (object), result, &error);
  if (stored != NULL)
    desk_mark_list_merge (self->marks, stored);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("The marks could not be read again: %s", error->message);
}

static void
annotations_changed_cb (DeskDocument *self,
                        const char *article_id)
{
  if (g_str_equal (article_id, desk_article_get_id (self->article)))
    desk_library_load_annotations_async (self->library, article_id, self->cancellable, annotations_loaded_cb,
                                         g_object_ref (self));
}

/* Shows what the machine said, as the reader has it. */
static void
apply_rules (DeskDocument *self)
{
  g_autoptr (DeskAnalysis) analysis = NULL;

  if (self->rules == NULL)
    return;

  if (self->machine != NULL)
    analysis = desk_rule_set_apply (self->rules, desk_article_get_id (self->article),
                                    desk_version_get_text (desk_article_get_version (self->article)), self->machine);
  if (g_set_object (&self->analysis, analysis))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ANALYSIS]);
}

static void
rules_loaded_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskDocument *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskRuleSet) rules = NULL;

  rules = desk_library_load_rules_finish (DESK_LIBRARY (object), result, &error);
  if (rules == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      /* What the machine says is better than nothing. */
      g_warning ("The rules could not be read: %s", error->message);
      if (self->rules == NULL)
        rules = desk_rule_set_new (none);
    }
  /* The library gives the same set as long as nothing changed. */
  if (rules != NULL && g_set_object (&self->rules, rules))
    apply_rules (self);

  g_task_return_boolean (task, TRUE);
}

void
desk_document_follow_rules_async (DeskDocument *self,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, desk_document_follow_rules_async);
  desk_library_load_rules_async (self->library, self->cancellable, rules_loaded_cb, g_steal_pointer (&task));
}

static void
rules_changed_cb (DeskDocument *self,
                  const char *article_id)
{
  if (*article_id == '\0' || g_str_equal (article_id, desk_article_get_id (self->article)))
    desk_document_follow_rules_async (self, NULL, NULL);
}

static void
analysis_cb (GObject *object,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (DeskDocument) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskAnalysis) analysis = NULL;

  analysis = desk_analysis_provider_get_finish (DESK_ANALYSIS_PROVIDER (object), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->analysing = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ANALYSING]);
  g_set_object (&self->machine, analysis);
  apply_rules (self);
  g_object_thaw_notify (G_OBJECT (self));

  if (error != NULL)
    g_warning ("The article could not be analysed: %s", error->message);
}

static void
analyze (DeskDocument *self)
{
  g_cancellable_cancel (self->analysis_cancellable);
  g_clear_object (&self->analysis_cancellable);
  self->analysis_cancellable = g_cancellable_new ();

  g_set_str (&self->analysed_published, desk_article_get_published (self->article));
  self->analysing = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ANALYSING]);
  desk_analysis_provider_get_async (self->analyses, self->article, self->analysis_cancellable, analysis_cb,
                                    g_object_ref (self));
}

static void
article_changed (DeskDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ARTICLE]);

  /* Relative dates hang on the day of publication. */
  if (g_strcmp0 (self->analysed_published, desk_article_get_published (self->article)) != 0)
    analyze (self);
}

static void
article_loaded_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer data)
{
  g_autoptr (DeskDocument) self = data;
  g_autoptr (DeskArticle) stored = desk_library_load_article_finish (DESK_LIBRARY (object), result, NULL);

  if (stored == NULL)
    return;

  for (guint field = 0; field < DESK_N_FIELDS; field++)
    desk_article_set_field (self->article, field, desk_article_get_field (stored, field),
                            desk_article_get_origin (stored, field), desk_article_get_confidence (stored, field));
  desk_article_set_unread (self->article, desk_article_get_unread (stored));
  desk_article_set_starred (self->article, desk_article_get_starred (stored));
  article_changed (self);
}

static void
article_changed_cb (DeskDocument *self,
                    const char *article_id)
{
  if (g_str_equal (article_id, desk_article_get_id (self->article)))
    desk_library_load_article_async (self->library, article_id, self->cancellable, article_loaded_cb,
                                     g_object_ref (self));
}

static void
reset_cb (DeskDocument *self)
{
  article_changed_cb (self, desk_article_get_id (self->article));
  annotations_changed_cb (self, desk_article_get_id (self->article));
  rules_changed_cb (self, "");
}

static void
desk_document_dispose (GObject *object)
{
  DeskDocument *self = DESK_DOCUMENT (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->analysis_cancellable);
  g_clear_object (&self->analyses);

  G_OBJECT_CLASS (desk_document_parent_class)->dispose (object);
}

static void
desk_document_finalize (GObject *object)
{
  DeskDocument *self = DESK_DOCUMENT (object);

  g_clear_object (&self->library);
  g_clear_object (&self->kinds);
  g_clear_object (&self->article);
  g_clear_pointer (&self->marks, desk_mark_list_free);
  g_clear_object (&self->machine);
  g_clear_object (&self->rules);
  g_clear_object (&self->analysis);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->analysis_cancellable);
  g_free (self->analysed_published);

  G_OBJECT_CLASS (desk_document_parent_class)->finalize (object);
}

static void
desk_document_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DeskDocument *self = DESK_DOCUMENT (object);

  switch ((DeskDocumentProps) prop_id)
    {
    case PROP_ARTICLE:
      g_value_set_object (value, desk_document_get_article (self));
      break;
    case PROP_ANNOTATIONS:
      g_value_set_object (value, desk_document_get_annotations (self));
      break;
    case PROP_ANALYSIS:
      g_value_set_object (value, desk_document_get_analysis (self));
      break;
    case PROP_ANALYSING:
      g_value_set_boolean (value, desk_document_get_analysing (self));
      break;
    }
}

static void
desk_document_class_init (DeskDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = desk_document_dispose;
  object_class->finalize = desk_document_finalize;
  object_class->get_property = desk_document_get_property;

  props[PROP_ARTICLE] = g_param_spec_object ("article", NULL, NULL, DESK_TYPE_ARTICLE, flags);
  props[PROP_ANNOTATIONS] = g_param_spec_object ("annotations", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_ANALYSIS] = g_param_spec_object ("analysis", NULL, NULL, DESK_TYPE_ANALYSIS, flags);
  props[PROP_ANALYSING] = g_param_spec_boolean ("analysing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_document_init (DeskDocument *self)
{
  self->marks = desk_mark_list_new ();
  self->cancellable = g_cancellable_new ();
}

DeskDocument *
desk_document_new (DeskLibrary *library,
                   DeskAnalysisProvider *analyses,
                   GListModel *kinds,
                   DeskArticle *article,
                   GPtrArray *annotations)
{
  DeskDocument *self = g_object_new (DESK_TYPE_DOCUMENT, NULL);

  self->library = g_object_ref (library);
  self->analyses = g_object_ref (analyses);
  self->kinds = g_object_ref (kinds);
  self->article = g_object_ref (article);
  desk_mark_list_merge (self->marks, annotations);

  g_signal_connect_object (library, "annotations-changed", G_CALLBACK (annotations_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "article-changed", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "rules-changed", G_CALLBACK (rules_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  /* Before the analysis, which is then shown as the reader has it from the first moment. */
  desk_document_follow_rules_async (self, NULL, NULL);
  analyze (self);

  return self;
}

DeskLibrary *
desk_document_get_library (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->library;
}

GPtrArray *
desk_document_get_rules (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->rules != NULL ? desk_rule_set_get_rules (self->rules) : NULL;
}

DeskRule *
desk_document_find_rule (DeskDocument *self,
                         const char *id)
{
  GPtrArray *rules = desk_document_get_rules (self);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    if (g_strcmp0 (desk_rule_get_id (g_ptr_array_index (rules, i)), id) == 0)
      return g_ptr_array_index (rules, i);

  return NULL;
}

GListModel *
desk_document_get_kinds (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->kinds;
}

void
desk_document_put_annotation (DeskDocument *self,
                              DeskAnnotation *annotation)
{
  desk_mark_list_put (self->marks, annotation);
}

void
desk_document_remove_annotation (DeskDocument *self,
                                 const char *id)
{
  desk_mark_list_remove (self->marks, id);
}

void
desk_document_put_field (DeskDocument *self,
                         DeskField field,
                         const char *value,
                         DeskOrigin origin,
                         DeskConfidence confidence)
{
  desk_article_set_field (self->article, field, value, origin, confidence);
  article_changed (self);
}

/**
 * desk_document_get_article:
 *
 * Returns: (transfer none): the article with its text; its fields and flags follow the library
 */
DeskArticle *
desk_document_get_article (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->article;
}

/**
 * desk_document_get_annotations:
 *
 * Returns: (transfer none): a list model of `DeskAnnotation` in text order
 */
GListModel *
desk_document_get_annotations (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return desk_mark_list_get_model (self->marks);
}

/**
 * desk_document_find_annotation:
 * @id: id of a mark
 *
 * Returns: (transfer none) (nullable): the mark as it is now
 */
DeskAnnotation *
desk_document_find_annotation (DeskDocument *self,
                               const char *id)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return desk_mark_list_find (self->marks, id);
}

/**
 * desk_document_get_analysis:
 *
 * Returns: (transfer none) (nullable): what is known so far, with the rules of the reader applied
 */
DeskAnalysis *
desk_document_get_analysis (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), NULL);

  return self->analysis;
}

/**
 * desk_document_get_analysing:
 *
 * Returns: whether an analysis is under way
 */
gboolean
desk_document_get_analysing (DeskDocument *self)
{
  g_return_val_if_fail (DESK_IS_DOCUMENT (self), FALSE);

  return self->analysing;
}

/**
 * desk_document_set_position:
 * @position: code point of the first text in view
 *
 * Remembers where the reader is.
 */
void
desk_document_set_position (DeskDocument *self,
                            guint position)
{
  g_return_if_fail (DESK_IS_DOCUMENT (self));

  if (desk_article_get_position (self->article) == position)
    return;

  desk_article_set_position (self->article, position);
  desk_library_set_position (self->library, desk_article_get_id (self->article), position);
}
