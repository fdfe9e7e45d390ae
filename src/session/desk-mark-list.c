/* Marks keep their identity unless they really changed, so that selection and focus stay where they are. There may be
 * thousands, and all of them are merged after each change.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-mark-list-private.h"

/* Places that are changed one by one. Who listens looks at all marks each time. */
#define FEW_SPLICES 4

struct _DeskMarkList
{
  GListStore *store;
  GHashTable *by_id; /* DeskAnnotation by the id that it owns; what is in the store */
};

/* A piece of the list that makes way for a piece of the new one. */
typedef struct
{
  guint position;
  guint n_removed;
  guint from;
  guint n_added;
} Splice;

DeskMarkList *
desk_mark_list_new (void)
{
  DeskMarkList *self = g_new0 (DeskMarkList, 1);

  self->store = g_list_store_new (DESK_TYPE_ANNOTATION);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  return self;
}

void
desk_mark_list_free (DeskMarkList *self)
{
  g_object_unref (self->store);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

GListModel *
desk_mark_list_get_model (DeskMarkList *self)
{
  return G_LIST_MODEL (self->store);
}

DeskAnnotation *
desk_mark_list_find (DeskMarkList *self,
                     const char *id)
{
  return g_hash_table_lookup (self->by_id, id);
}

static void
add_to (GHashTable *by_id,
        DeskAnnotation *annotation)
{
  g_hash_table_replace (by_id, (gpointer) desk_annotation_get_id (annotation), g_object_ref (annotation));
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  return desk_annotation_compare_text ((DeskAnnotation *) a, (DeskAnnotation *) b);
}

static int
compare_text (gconstpointer a,
              gconstpointer b)
{
  return desk_annotation_compare_text (*(DeskAnnotation *const *) a, *(DeskAnnotation *const *) b);
}

/* The place of a mark in the store. */
static guint
find_position (DeskMarkList *self,
               DeskAnnotation *annotation)
{
  guint low = 0;
  guint high = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (DeskAnnotation) other = g_list_model_get_item (G_LIST_MODEL (self->store), middle);

      if (desk_annotation_compare_text (other, annotation) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
desk_mark_list_put (DeskMarkList *self,
                    DeskAnnotation *annotation)
{
  g_autoptr (DeskAnnotation) shown = NULL;
  guint position;

  g_set_object (&shown, desk_mark_list_find (self, desk_annotation_get_id (annotation)));
  if (shown != NULL && desk_annotation_equal (shown, annotation))
    return;

  add_to (self->by_id, annotation);
  if (shown == NULL)
    {
      g_list_store_insert_sorted (self->store, annotation, compare_items, NULL);
      return;
    }

  position = find_position (self, shown);
  if (desk_annotation_compare_text (shown, annotation) == 0)
    g_list_store_splice (self->store, position, 1, (gpointer *) &annotation, 1);
  else
    {
      g_list_store_remove (self->store, position);
      g_list_store_insert_sorted (self->store, annotation, compare_items, NULL);
    }
}

void
desk_mark_list_remove (DeskMarkList *self,
                       const char *id)
{
  DeskAnnotation *shown = desk_mark_list_find (self, id);
  guint position;

  if (shown == NULL)
    return;

  position = find_position (self, shown);
  g_hash_table_remove (self->by_id, id);
  g_list_store_remove (self->store, position);
}

static gboolean
holds (GHashTable *by_id,
       DeskAnnotation *annotation)
{
  return g_hash_table_lookup (by_id, desk_annotation_get_id (annotation)) == annotation;
}

/* Both lists are in one order, so what is in both divides what is not. */
static GArray *
find_splices (GPtrArray *before,
              GHashTable *is_before,
              GPtrArray *after,
              GHashTable *is_after)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (Splice));
  guint i = 0;
  guint k = 0;

  while (i < before->len || k < after->len)
    {
      Splice splice = { .position = i, .from = k };

      while (i < before->len && !holds (is_after, before->pdata[i]))
        i++;
      while (k < after->len && !holds (is_before, after->pdata[k]))
        k++;
      splice.n_removed = i - splice.position;
      splice.n_added = k - splice.from;
      if (splice.n_removed > 0 || splice.n_added > 0)
        g_array_append_val (splices, splice);

      /* The next is in both. */
      if (i < before->len)
        {
          i++;
          k++;
        }
    }

  return splices;
}

static void
join_splices (GArray *splices)
{
  Splice *first = &g_array_index (splices, Splice, 0);
  const Splice *last = &g_array_index (splices, Splice, splices->len - 1);

  first->n_removed = last->position + last->n_removed - first->position;
  first->n_added = last->from + last->n_added - first->from;
  g_array_set_size (splices, 1);
}

void
desk_mark_list_merge (DeskMarkList *self,
                      GPtrArray *annotations)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) after = g_ptr_array_sized_new (annotations->len);
  g_autoptr (GHashTable) is_before = g_steal_pointer (&self->by_id);
  g_autoptr (GArray) splices = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    g_ptr_array_add (before, g_list_model_get_item (G_LIST_MODEL (self->store), i));

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < annotations->len; i++)
    {
      DeskAnnotation *annotation = g_ptr_array_index (annotations, i);
      DeskAnnotation *shown = g_hash_table_lookup (is_before, desk_annotation_get_id (annotation));

      if (shown != NULL && desk_annotation_equal (shown, annotation))
        annotation = shown;
      g_ptr_array_add (after, annotation);
      add_to (self->by_id, annotation);
    }
  g_ptr_array_sort (after, compare_text);

  splices = find_splices (before, is_before, after, self->by_id);
  if (splices->len > FEW_SPLICES)
    join_splices (splices);
  /* From the end, so that the places before stay where they are. */
  for (guint i = splices->len; i > 0; i--)
    {
      const Splice *splice = &g_array_index (splices, Splice, i - 1);

      g_list_store_splice (self->store, splice->position, splice->n_removed, &after->pdata[splice->from], splice->n_added);
    }
}
