/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-answer-list-private.h"

#include "desk-answer-private.h"
#include "desk-co-named-private.h"
#include "desk-known-private.h"
#include "desk-library-private.h"
#include "desk-naming-private.h"
#include "desk-said-private.h"

#define PAGE_ROWS 40
/* Rows before the end at which the next page is asked for. */
#define AHEAD 10
/* While the library is analysed there are changes all the time. */
#define FOLLOW_MILLISECONDS 500

struct _DeskAnswerList
{
  GObject parent_instance;

  DeskLibrary *library;
  DeskQuestion *question;
  DeskAnswer *answer; /* that the rows are of */
  GPtrArray *rows;
  GCancellable *cancellable; /* of the page that is on its way; nullable */
  gboolean complete;
  guint follow_id;
  guint more_id;
};

static void desk_answer_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskAnswerList, desk_answer_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, desk_answer_list_list_model_init))

typedef enum
{
  PROP_LOADING = 1,
  PROP_COMPLETE,
} DeskAnswerListProps;

static GParamSpec *props[PROP_COMPLETE + 1];

/* A page on its way: filled by the store thread, which lets others come in between. */
typedef struct
{
  gatomicrefcount ref_count;
  DeskAnswer *answer;
  guint n_rows;
  gboolean anew; /* from the first row on, in place of what is there */
  GPtrArray *rows;
  gboolean complete;
} Page;

static void
page_unref (gpointer data)
{
  Page *page = data;

  if (!g_atomic_ref_count_dec (&page->ref_count))
    return;

  desk_answer_unref (page->answer);
  g_ptr_array_unref (page->rows);
  g_free (page);
}

static gboolean
page_job (DeskDatabase *database,
          gpointer data,
          DeskJobResult *result,
          GCancellable *cancellable,
          GError **error)
{
  Page *page = data;

  if (!desk_answer_read (page->answer, database, page->n_rows, page->rows, &page->complete, cancellable, error))
    return FALSE;

  /* A first row is shown as soon as it is there; rows that were there before come back all at once. */
  if (!page->complete && page->rows->len < page->n_rows && (page->rows->len == 0 || page->n_rows > PAGE_ROWS))
    {
      result->again = TRUE;
      return TRUE;
    }

  g_atomic_ref_count_inc (&page->ref_count);
  result->data = page;
  result->free_data = page_unref;

  return TRUE;
}

static gboolean
are_equal (DeskQuestionKind kind,
           gpointer a,
           gpointer b)
{
  switch (kind)
    {
    case DESK_QUESTION_KIND_SAID:
      return desk_said_equal (a, b);
    case DESK_QUESTION_KIND_ARTICLES:
      return desk_naming_equal (a, b);
    case DESK_QUESTION_KIND_COMPANY:
      return desk_co_named_equal (a, b);
    case DESK_QUESTION_KIND_KNOWN:
      return desk_known_equal (a, b);
    case DESK_QUESTION_KIND_RULES:
      return (a == b || (desk_rule_compare (a, b) == 0 && desk_rule_get_scope (a) == desk_rule_get_scope (b) &&
                         g_strcmp0 (desk_rule_get_article_id (a), desk_rule_get_article_id (b)) == 0));
    }

  g_return_val_if_reached (FALSE);
}

/* Rows at both ends that stayed the same keep their objects, so selection and scrolling stay. */
static void
replace_rows (DeskAnswerList *self,
              GPtrArray *rows)
{
  const DeskQuestionKind kind = self->question->kind;
  const guint n_old = self->rows->len;
  const guint n_shared = MIN (n_old, rows->len);
  guint first = 0;
  guint last = 0;
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func (g_object_unref);

  while (first < n_shared && are_equal (kind, g_ptr_array_index (self->rows, first), g_ptr_array_index (rows, first)))
    first++;
  while (last < n_shared - first &&
         are_equal (kind, g_ptr_array_index (self->rows, n_old - 1 - last), g_ptr_array_index (rows, rows->len - 1 - last)))
    last++;

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = g_ptr_array_index (rows, i);

      if (i < first)
        row = g_ptr_array_index (self->rows, i);
      else if (i >= rows->len - last)
        row = g_ptr_array_index (self->rows, n_old - rows->len + i);
      g_ptr_array_add (joined, g_object_ref (row));
    }

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_steal_pointer (&joined);
  if (n_old - first - last > 0 || self->rows->len - first - last > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), first, n_old - first - last, self->rows->len - first - last);
}

static void
append_rows (DeskAnswerList *self,
             GPtrArray *rows)
{
  const guint n_old = self->rows->len;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->rows, g_object_ref (g_ptr_array_index (rows, i)));
  if (rows->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_old, 0, rows->len);
}

static void
set_complete (DeskAnswerList *self,
              gboolean complete)
{
  if (self->complete == complete)
    return;

  self->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPLETE]);
}

/* A list that nobody holds any more is not kept alive by its question, but gives it up. */
static GWeakRef *
weak_new (DeskAnswerList *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);

  return weak;
}

static DeskAnswerList *
weak_take (GWeakRef *weak)
{
  DeskAnswerList *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);

  return self;
}

static void
page_cb (GObject *object,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (DeskAnswerList) self = weak_take (data);
  g_autoptr (GError) error = NULL;
  Page *page = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another question was asked meanwhile. */
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&page, page_unref);
      return;
    }

  g_object_freeze_notify (G_OBJECT (self));
  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
  if (page != NULL)
    {
      set_complete (self, page->complete);
      if (page->anew)
        replace_rows (self, page->rows);
      else
        append_rows (self, page->rows);
      page_unref (page);
    }
  else
    {
      g_message ("A question about the library was not answered: %s", error->message);
      set_complete (self, TRUE);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
read_page (DeskAnswerList *self,
           guint n_rows,
           gboolean anew)
{
  Page *page = g_new0 (Page, 1);

  g_atomic_ref_count_init (&page->ref_count);
  page->answer = desk_answer_ref (self->answer);
  page->n_rows = n_rows;
  page->anew = anew;
  page->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
  desk_library_push (self->library, DESK_JOB_READ, page_job, page, page_unref, read_page, self->cancellable, page_cb,
                     weak_new (self));
}

static void
ask (DeskAnswerList *self,
     guint n_rows)
{
  g_clear_pointer (&self->answer, desk_answer_unref);
  self->answer = desk_answer_new (self->question);
  read_page (self, n_rows, TRUE);
}

static gboolean
follow_cb (gpointer data)
{
  DeskAnswerList *self = data;

  self->follow_id = 0;
  ask (self, self->rows->len + PAGE_ROWS);

  return G_SOURCE_REMOVE;
}

static void
follow_soon (DeskAnswerList *self)
{
  if (self->follow_id == 0)
    self->follow_id = g_timeout_add (FOLLOW_MILLISECONDS, follow_cb, self);
}

/* What the reader did is to show at once. */
static void
follow_now (DeskAnswerList *self)
{
  g_clear_handle_id (&self->follow_id, g_source_remove);
  follow_cb (self);
}

static void
article_changed_cb (DeskAnswerList *self)
{
  if (self->question->kind != DESK_QUESTION_KIND_RULES)
    follow_soon (self);
}

static gboolean
more_cb (gpointer data)
{
  DeskAnswerList *self = data;

  self->more_id = 0;
  desk_answer_list_load_more (self);

  return G_SOURCE_REMOVE;
}

static GType
desk_answer_list_get_item_type (GListModel *model)
{
  switch (DESK_ANSWER_LIST (model)->question->kind)
    {
    case DESK_QUESTION_KIND_SAID:
      return DESK_TYPE_SAID;
    case DESK_QUESTION_KIND_ARTICLES:
      return DESK_TYPE_NAMING;
    case DESK_QUESTION_KIND_COMPANY:
      return DESK_TYPE_CO_NAMED;
    case DESK_QUESTION_KIND_KNOWN:
      return DESK_TYPE_KNOWN;
    case DESK_QUESTION_KIND_RULES:
      return DESK_TYPE_RULE;
    }

  g_return_val_if_reached (G_TYPE_OBJECT);
}

static guint
desk_answer_list_get_n_items (GListModel *model)
{
  return DESK_ANSWER_LIST (model)->rows->len;
}

static gpointer
desk_answer_list_get_item (GListModel *model,
                           guint position)
{
  DeskAnswerList *self = DESK_ANSWER_LIST (model);

  if (position >= self->rows->len)
    return NULL;

  /* Not from in here: a view asks while it lays out its rows. */
  if (position + AHEAD >= self->rows->len && !self->complete && self->cancellable == NULL && self->more_id == 0)
    self->more_id = g_idle_add (more_cb, self);

  return g_object_ref (g_ptr_array_index (self->rows, position));
}

static void
desk_answer_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = desk_answer_list_get_item_type;
  iface->get_n_items = desk_answer_list_get_n_items;
  iface->get_item = desk_answer_list_get_item;
}

static void
desk_answer_list_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  DeskAnswerList *self = DESK_ANSWER_LIST (object);

  switch ((DeskAnswerListProps) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, desk_answer_list_get_loading (self));
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, desk_answer_list_get_complete (self));
      break;
    }
}

static void
desk_answer_list_dispose (GObject *object)
{
  DeskAnswerList *self = DESK_ANSWER_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_handle_id (&self->more_id, g_source_remove);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (desk_answer_list_parent_class)->dispose (object);
}

static void
desk_answer_list_finalize (GObject *object)
{
  DeskAnswerList *self = DESK_ANSWER_LIST (object);

  g_clear_pointer (&self->question, desk_question_free);
  g_clear_pointer (&self->answer, desk_answer_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_answer_list_parent_class)->finalize (object);
}

static void
desk_answer_list_class_init (DeskAnswerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = desk_answer_list_get_property;
  object_class->dispose = desk_answer_list_dispose;
  object_class->finalize = desk_answer_list_finalize;

  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_answer_list_init (DeskAnswerList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

DeskAnswerList *
desk_answer_list_new (DeskLibrary *library,
                      const DeskQuestion *question)
{
  DeskAnswerList *self = g_object_new (DESK_TYPE_ANSWER_LIST, NULL);
  static const char *const signals[] = { "article-changed", "article-deleted", "article-added", "analysis-changed" };

  self->library = g_object_ref (library);
  self->question = desk_question_copy (question);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (library, signals[i], G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "rules-changed", G_CALLBACK (follow_now), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "reset", G_CALLBACK (follow_soon), self, G_CONNECT_SWAPPED);
  ask (self, PAGE_ROWS);

  return self;
}

/**
 * desk_answer_list_set_question:
 * @self: a list of answers
 * @question: a question of the same kind
 *
 * Asks another question: another entity, or other filters. The rows stay until the new ones are there.
 */
void
desk_answer_list_set_question (DeskAnswerList *self,
                               const DeskQuestion *question)
{
  g_return_if_fail (DESK_IS_ANSWER_LIST (self));
  g_return_if_fail (question != NULL);
  g_return_if_fail (question->kind == self->question->kind);

  if (desk_question_equal (self->question, question))
    return;

  desk_question_free (self->question);
  self->question = desk_question_copy (question);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  ask (self, PAGE_ROWS);
}

/**
 * desk_answer_list_get_question:
 * @self: a list of answers
 *
 * Returns: (transfer none): what is asked
 */
const DeskQuestion *
desk_answer_list_get_question (DeskAnswerList *self)
{
  g_return_val_if_fail (DESK_IS_ANSWER_LIST (self), NULL);

  return self->question;
}

/**
 * desk_answer_list_get_loading:
 * @self: a list of answers
 *
 * Returns: whether rows are on their way
 */
gboolean
desk_answer_list_get_loading (DeskAnswerList *self)
{
  g_return_val_if_fail (DESK_IS_ANSWER_LIST (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * desk_answer_list_get_complete:
 * @self: a list of answers
 *
 * Returns: whether there are no more rows than those
 */
gboolean
desk_answer_list_get_complete (DeskAnswerList *self)
{
  g_return_val_if_fail (DESK_IS_ANSWER_LIST (self), FALSE);

  return self->complete;
}

/**
 * desk_answer_list_load_more:
 * @self: a list of answers
 *
 * Reads the next page, unless there is none or one is on its way.
 */
void
desk_answer_list_load_more (DeskAnswerList *self)
{
  g_return_if_fail (DESK_IS_ANSWER_LIST (self));

  if (!self->complete && self->cancellable == NULL)
    read_page (self, PAGE_ROWS, FALSE);
}
