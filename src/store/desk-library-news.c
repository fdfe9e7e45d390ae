/* What happened in the store thread, told to the thread of the library.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-library-private.h"
#include "desk-list-index-private.h"

/* More articles at once are told by one “reset”. */
#define MAX_SIGNALS 1000

typedef struct
{
  GWeakRef library;
  gboolean has_state;
  gboolean read_only;
  char *problem;
  gboolean has_steps;
  DeskStepNames steps;
  DeskChanges *changes; /* nullable */
  gboolean reset;
  gboolean opened;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->library);
  g_free (news->problem);
  desk_step_names_clear (&news->steps);
  g_clear_pointer (&news->changes, desk_changes_unref);
  g_free (news);
}

static void
tell_change (DeskLibrary *self,
             const DeskArticleChange *change)
{
  const gboolean was_there = change->before != NULL && !change->before->deleted;
  const gboolean is_there = change->after != NULL && !change->after->deleted;
  const char *id = change->after != NULL ? change->after->uuid : change->before != NULL ? change->before->uuid
                                                                                        : NULL;

  if (!was_there && is_there)
    g_signal_emit_by_name (self, "article-added", id);
  else if (was_there && !is_there)
    g_signal_emit_by_name (self, "article-deleted", id);
  else if (was_there && is_there)
    {
      if (change->touch & DESK_TOUCH_ANNOTATIONS)
        g_signal_emit_by_name (self, "annotations-changed", id);
      if (change->touch & DESK_TOUCH_ANALYSIS)
        g_signal_emit_by_name (self, "analysis-changed", id);
      if (change->touch & DESK_TOUCH_RULES)
        g_signal_emit_by_name (self, "rules-changed", id);
      if (change->touch & ~(DESK_TOUCH_ANALYSIS | DESK_TOUCH_RULES))
        g_signal_emit_by_name (self, "article-changed", id);
    }
}

static void
take_steps (DeskLibrary *self,
            DeskStepNames *steps)
{
  const gboolean is_another = self->steps.undo_id != steps->undo_id;

  /* Told of two steps of one name, too: what offers to undo the first must not undo the second. */
  self->steps.undo_id = steps->undo_id;
  if (g_set_str (&self->steps.undo, steps->undo) || is_another)
    g_object_notify (G_OBJECT (self), "undo-name");
  if (g_set_str (&self->steps.redo, steps->redo))
    g_object_notify (G_OBJECT (self), "redo-name");
}

static void
take_state (DeskLibrary *self,
            gboolean read_only,
            const char *problem)
{
  gboolean changed = self->read_only != read_only;

  self->read_only = read_only;
  if (g_set_str (&self->problem, problem))
    g_object_notify (G_OBJECT (self), "problem");
  if (changed)
    g_object_notify (G_OBJECT (self), "read-only");
}

static gboolean
news_cb (gpointer data)
{
  News *news = data;
  g_autoptr (DeskLibrary) self = g_weak_ref_get (&news->library);
  gboolean all;

  if (self == NULL)
    return G_SOURCE_REMOVE;

  if (news->has_state)
    take_state (self, news->read_only, news->problem);
  if (news->has_steps)
    take_steps (self, &news->steps);
  if (news->opened)
    desk_library_start_care (self);

  all = news->reset || (news->changes != NULL && (desk_changes_get_all (news->changes) || desk_changes_get_n (news->changes) > MAX_SIGNALS));
  if (all)
    g_signal_emit_by_name (self, "reset");
  else if (news->changes != NULL)
    {
      if (desk_changes_get_rules (news->changes))
        g_signal_emit_by_name (self, "rules-changed", "");
      for (guint i = 0; i < desk_changes_get_n (news->changes); i++)
        tell_change (self, desk_changes_get (news->changes, i));
    }

  return G_SOURCE_REMOVE;
}

/* (transfer full); store thread. */
static void
tell (DeskLibrary *self,
      News *news)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_weak_ref_init (&news->library, self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_static_name (source, "[newsdesk] library news");
  g_source_set_callback (source, news_cb, news, news_free);
  g_source_attach (source, self->context);
}

static void
add_steps (DeskDatabase *database,
           News *news)
{
  news->has_steps = desk_step_store_read_names (database, &news->steps, NULL);
}

void
desk_library_committed_cb (DeskDatabase *database,
                           DeskChanges *changes,
                           gpointer user_data)
{
  News *news = g_new0 (News, 1);

  desk_list_index_follow_all (database, changes);

  news->changes = desk_changes_ref (changes);
  add_steps (database, news);
  tell (user_data, news);
}

void
desk_library_problem_cb (DeskDatabase *database,
                         gpointer user_data)
{
  News *news = g_new0 (News, 1);

  news->has_state = TRUE;
  news->read_only = desk_database_get_read_only (database);
  news->problem = g_strdup (desk_database_get_problem (database));
  tell (user_data, news);
}

void
desk_library_foreign_change_cb (DeskDatabase *database,
                                gpointer user_data)
{
  News *news = g_new0 (News, 1);

  news->reset = TRUE;
  add_steps (database, news);
  tell (user_data, news);
}

void
desk_library_tell_opened (DeskLibrary *self,
                          DeskDatabase *database)
{
  News *news = g_new0 (News, 1);

  news->opened = TRUE;
  news->has_state = TRUE;
  news->read_only = desk_database_get_read_only (database);
  news->problem = g_strdup (desk_database_get_problem (database));
  add_steps (database, news);
  tell (self, news);
}
