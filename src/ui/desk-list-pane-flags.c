/* Star and unread of the selected articles.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-list-pane-private.h"

/* What a row is must be known before it is changed, so all of them are read; a million would take its time. */
#define MAX_ROWS 20000

typedef gboolean (*GetFlag) (DeskArticleRow *row);

typedef struct
{
  DeskListPane *pane;
  DeskArticleList *articles;
  GPtrArray *rows;
  GetFlag get_flag;
  DeskListPaneSignal signal;
  guint n_waiting;
} Toggle;

static void row_loaded_cb (Toggle *toggle,
                           GParamSpec *pspec,
                           DeskArticleRow *row);

static void
toggle_free (Toggle *toggle)
{
  for (guint i = 0; i < toggle->rows->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (toggle->rows, i), toggle);
  g_signal_handlers_disconnect_by_data (toggle->articles, toggle);
  g_ptr_array_unref (toggle->rows);
  g_object_unref (toggle->articles);
  g_object_unref (toggle->pane);
  g_free (toggle);
}

/* Where one lacks a star all get one; where one is unread all become read. Only those that change go along. */
static void
finish (Toggle *toggle)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  gboolean any = FALSE;
  gboolean all = TRUE;
  gboolean value;

  for (guint i = 0; i < toggle->rows->len; i++)
    {
      any |= toggle->get_flag (g_ptr_array_index (toggle->rows, i));
      all &= toggle->get_flag (g_ptr_array_index (toggle->rows, i));
    }
  value = toggle->signal == DESK_LIST_PANE_SET_STARRED ? !all : !any;

  for (guint i = 0; i < toggle->rows->len; i++)
    {
      DeskArticleRow *row = g_ptr_array_index (toggle->rows, i);

      if (toggle->get_flag (row) != value)
        g_strv_builder_add (builder, desk_article_row_get_id (row));
    }

  ids = g_strv_builder_unref_to_strv (g_steal_pointer (&builder));
  if (ids[0] != NULL)
    g_signal_emit (toggle->pane, desk_list_pane_signals[toggle->signal], 0, ids, value);

  toggle_free (toggle);
}

static void
row_loaded_cb (Toggle *toggle,
               GParamSpec *pspec,
               DeskArticleRow *row)
{
  if (!desk_article_row_get_loaded (row))
    return;

  g_signal_handlers_disconnect_by_func (row, row_loaded_cb, toggle);
  if (--toggle->n_waiting == 0)
    finish (toggle);
}

static void
start_toggle (DeskListPane *self,
              GetFlag get_flag,
              DeskListPaneSignal signal)
{
  g_autoptr (GArray) positions = desk_list_pane_dup_selected (self);
  g_autoptr (GError) error = NULL;
  Toggle *toggle;

  if (positions->len > MAX_ROWS)
    {
      error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, _ ("Select fewer than %u articles at a time."), MAX_ROWS);
      desk_list_pane_fail (self, error);
      return;
    }

  toggle = g_new0 (Toggle, 1);
  toggle->pane = g_object_ref (self);
  toggle->articles = g_object_ref (self->articles);
  toggle->rows = g_ptr_array_new_full (positions->len, g_object_unref);
  toggle->get_flag = get_flag;
  toggle->signal = signal;

  for (guint i = 0; i < positions->len; i++)
    {
      DeskArticleRow *row = g_list_model_get_item (G_LIST_MODEL (self->articles), g_array_index (positions, guint, i));

      if (row == NULL)
        continue;

      g_ptr_array_add (toggle->rows, row);
      if (!desk_article_row_get_loaded (row))
        {
          toggle->n_waiting++;
          g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (row_loaded_cb), toggle);
        }
    }

  /* Another query: the rows that are waited for never come. */
  if (toggle->n_waiting > 0)
    g_signal_connect_swapped (self->articles, "notify::generation", G_CALLBACK (toggle_free), toggle);
  else
    finish (toggle);
}

static void
star_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  start_toggle (DESK_LIST_PANE (widget), desk_article_row_get_starred, DESK_LIST_PANE_SET_STARRED);
}

static void
toggle_unread_action (GtkWidget *widget,
                      const char *name,
                      GVariant *parameter)
{
  start_toggle (DESK_LIST_PANE (widget), desk_article_row_get_unread, DESK_LIST_PANE_SET_UNREAD);
}

void
desk_list_pane_install_flags (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.star", NULL, star_action);
  gtk_widget_class_install_action (widget_class, "list.toggle-unread", NULL, toggle_unread_action);
}
