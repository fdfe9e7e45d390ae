/* The web process is killed; the article comes back, and is given up when that goes on.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-content.h"
#include "reader-fixture.h"

#include <signal.h>
#include <string.h>

/* Fields of /proc/PID/stat after the name, which may hold anything up to the last parenthesis. What was killed and
 * waits for its parent is gone. */
static gboolean
read_stat (const char *pid,
           char **name,
           int *parent)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "stat", NULL);
  g_autofree char *stat = NULL;
  char *open, *close;
  char state;

  if (!g_file_get_contents (path, &stat, NULL, NULL) ||
      (open = strchr (stat, '(')) == NULL || (close = strrchr (stat, ')')) == NULL)
    return FALSE;

  *name = g_strndup (open + 1, close - open - 1);

  return sscanf (close + 1, " %c %d", &state, parent) == 2 && state != 'Z';
}

static gboolean
is_ours (int pid)
{
  while (pid > 1)
    {
      g_autofree char *text = g_strdup_printf ("%d", pid);
      g_autofree char *name = NULL;

      if (pid == (int) getpid ())
        return TRUE;
      if (!read_stat (text, &name, &pid))
        return FALSE;
    }

  return FALSE;
}

/* Web processes below this one; other tests may run at the same time. */
static guint
kill_web_processes (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *pid;
  guint n = 0;

  while ((pid = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = NULL;
      int parent;

      if (!g_ascii_isdigit (*pid) || !read_stat (pid, &name, &parent))
        continue;
      if (g_str_has_prefix (name, "WebKitWebProces") && is_ours (atoi (pid)))
        {
          kill (atoi (pid), SIGKILL);
          n++;
        }
    }

  return n;
}

typedef struct
{
  guint n;
  gboolean gave_up;
  gint64 time;
} Crashes;

static void
crashed_cb (DeskReaderView *view,
            gboolean gave_up,
            Crashes *crashes)
{
  crashes->n++;
  crashes->gave_up = gave_up;
  crashes->time = g_get_monotonic_time ();
}

static const char state_script[] =
  "return [document.title, document.querySelectorAll ('mark').length, document.querySelector ('details').open,"
  " CSS.highlights.has ('nd-people'), Math.abs (document.querySelector ('h2').getBoundingClientRect ().top - 8) < 4].join ('|')";

static void
test_recovery (void)
{
  g_autoptr (DeskArticle) article = fixture_article_new (fixture_markup);
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) people = fixture_ranges_new (article, "Ines Varga");
  g_autofree char *before = NULL;
  DeskReaderView *view;
  Crashes crashes = { 0 };
  FixtureSignal moved, painted, selected;
  gboolean has;

  g_ptr_array_add (marks, fixture_mark_new (article, "harbour board", "fact", NULL));
  g_ptr_array_add (marks, fixture_mark_new (article, "eleven ships", "check", NULL));
  view = fixture_open (article, marks);
  g_signal_connect (view, "crashed", G_CALLBACK (crashed_cb), &crashes);
  desk_reader_view_set_layer (view, DESK_LAYER_PEOPLE, people);
  fixture_expect (&moved, view, "position-changed");
  g_free (fixture_eval (fixture_get_web (view), DESK_READER_WORLD,
                        "document.querySelector ('details').open = true;"
                        "const { top } = document.querySelector ('h2').getBoundingClientRect (); scrollBy (0, top - 8); return 1",
                        NULL));
  fixture_await (&moved);
  fixture_expect (&selected, view, "selection-changed");
  desk_reader_view_set_selection (view, 0, 7);
  fixture_await (&selected);
  before = fixture_eval_ours (view, state_script);

  for (guint i = 1; i <= 2; i++)
    {
      gint64 start = g_get_monotonic_time ();

      fixture_expect (&painted, view, "painted");
      g_assert_cmpuint (kill_web_processes (), ==, 1);
      fixture_await (&painted);
      g_test_message ("told after %" G_GINT64_FORMAT " ms, painted after %" G_GINT64_FORMAT " ms",
                      (crashes.time - start) / 1000, (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpuint (crashes.n, ==, i);
      g_assert_false (crashes.gave_up);
      /* There is no selection in a page that has just been loaded. */
      g_object_get (view, "has-selection", &has, NULL);
      g_assert_false (has);
      fixture_assert_eval (view, state_script, before);
    }

  /* The third within a minute. */
  g_assert_cmpuint (kill_web_processes (), ==, 1);
  fixture_wait_until (crashes.n == 3);
  g_assert_true (crashes.gave_up);
  fixture_run (1000);
  g_assert_cmpuint (kill_web_processes (), ==, 0);

  /* The reader may try once more. */
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (view, article, marks, 0);
  fixture_await (&painted);
  fixture_close (view);
}

int
main (int argc,
      char *argv[])
{
  desk_reader_context_prepare_process ();
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/reader/crash/recovery", test_recovery);

  return g_test_run ();
}
