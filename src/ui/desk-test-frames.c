/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <time.h>

#include "desk-test-frames.h"

/* Shorter turns of the loop are seen by nobody, and there are very many. */
#define MIN_TURN 1000

/* A source that is never ready: the loop asks it before it waits, and again when it has waited. What lies between the
 * latter and the former is what the loop is busy with. */
typedef struct
{
  GSource source;

  gint64 woken; /* 0 while it waits */
  gint64 woken_work;
  GArray *turns; /* gint64 */
  GArray *work;
} Watch;

typedef struct
{
  GSource *watch;
  GdkFrameClock *clock; /* NULL while nothing is measured */
  gulong handler;
  gint64 last;
  GArray *frames; /* gint64 */
} Measure;

static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gboolean
watch_prepare (GSource *source,
               int *timeout)
{
  Watch *watch = (Watch *) source;
  gint64 turn = watch->woken != 0 ? g_get_monotonic_time () - watch->woken : 0;

  if (turn >= MIN_TURN)
    {
      gint64 work = get_work () - watch->woken_work;

      g_array_append_val (watch->turns, turn);
      g_array_append_val (watch->work, work);
    }
  watch->woken = 0;
  *timeout = -1;

  return FALSE;
}

static gboolean
watch_check (GSource *source)
{
  Watch *watch = (Watch *) source;

  watch->woken = g_get_monotonic_time ();
  watch->woken_work = get_work ();

  return FALSE;
}

static gboolean
watch_dispatch (GSource *source,
                GSourceFunc callback,
                gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
watch_finalize (GSource *source)
{
  Watch *watch = (Watch *) source;

  g_array_unref (watch->turns);
  g_array_unref (watch->work);
}

static GSourceFuncs watch_funcs = {
  .prepare = watch_prepare,
  .check = watch_check,
  .dispatch = watch_dispatch,
  .finalize = watch_finalize,
};

static void
painted_cb (Measure *measure)
{
  gint64 now = g_get_monotonic_time ();
  gint64 interval = now - measure->last;

  if (measure->last != 0)
    g_array_append_val (measure->frames, interval);
  measure->last = now;
}

static void
begin (Measure *measure,
       GtkWidget *window)
{
  Watch *watch;

  measure->clock = g_object_ref (gtk_widget_get_frame_clock (window));
  measure->handler = g_signal_connect_swapped (measure->clock, "after-paint", G_CALLBACK (painted_cb), measure);
  measure->frames = g_array_new (FALSE, FALSE, sizeof (gint64));
  measure->last = 0;
  gdk_frame_clock_begin_updating (measure->clock);

  measure->watch = g_source_new (&watch_funcs, sizeof (Watch));
  watch = (Watch *) measure->watch;
  watch->turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  watch->work = g_array_new (FALSE, FALSE, sizeof (gint64));
  /* Asked about before all others, even where one of them is ready. */
  g_source_set_priority (measure->watch, G_MININT);
  g_source_attach (measure->watch, NULL);
}

static void
append (GString *text,
        const char *name,
        GArray *times)
{
  g_string_append (text, name);
  for (guint i = 0; i < times->len; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (times, gint64, i));
  g_string_append_c (text, '\n');
}

static char *
end (Measure *measure)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Watch *watch = (Watch *) measure->watch;

  append (text, "frames", measure->frames);
  append (text, "turns", watch->turns);
  append (text, "work", watch->work);

  g_source_destroy (measure->watch);
  g_clear_pointer (&measure->watch, g_source_unref);
  g_clear_pointer (&measure->frames, g_array_unref);
  gdk_frame_clock_end_updating (measure->clock);
  g_clear_signal_handler (&measure->handler, measure->clock);
  g_clear_object (&measure->clock);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
frames_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  static Measure measure; /* the program has one, as it has one of these actions */
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  g_autofree char *text = NULL;

  if (measure.clock != NULL)
    text = end (&measure);
  if (g_variant_get_boolean (parameter) && window != NULL)
    begin (&measure, GTK_WIDGET (window));

  g_simple_action_set_state (action, g_variant_new_string (text != NULL ? text : ""));
}

static void
analysing_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  DeskSession *session = desk_application_get_session (data);
  DeskAnalysisQueue *queue = session != NULL ? desk_session_get_analysis_queue (session) : NULL;
  g_autofree char *text = NULL;
  guint done, total;

  if (queue != NULL && desk_analysis_queue_get_busy (queue))
    {
      g_object_get (queue, "done", &done, "total", &total, NULL);
      text = g_strdup_printf ("%u %u %d", done, total, desk_analysis_queue_get_paused (queue));
    }
  g_simple_action_set_state (action, g_variant_new_string (text != NULL ? text : ""));
}

static const GActionEntry entries[] = {
  { "test-frames", frames_action, "b", "''" },
  { "test-analysing", analysing_action, NULL, "''" },
};

void
desk_test_frames_add (DeskApplication *application)
{
  g_return_if_fail (DESK_IS_APPLICATION (application));

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
}
