/* Times and memory of the article pane, and as ratios against a bare web view of the same run.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-kind.h"
#include "desk-page-writer.h"
#include "desk-reader-content.h"
#include "reader-fixture.h"

#include <string.h>
#include <unistd.h>

#define N_WORDS 5000
#define ROUNDS 7

static gint64 start;

static double
elapsed (void)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
median (double *values,
        guint n)
{
  qsort (values, n, sizeof *values, compare);

  return values[n / 2];
}

/* Processes and their proportional memory. */
static double
sum_memory (int pid,
            GString *names)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  g_autofree char *rollup_path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *comm_path = g_strdup_printf ("/proc/%d/comm", pid);
  g_autofree char *rollup = NULL, *comm = NULL;
  const char *name, *pss;
  double sum = 0;

  if (g_file_get_contents (rollup_path, &rollup, NULL, NULL) && g_file_get_contents (comm_path, &comm, NULL, NULL) &&
      (pss = strstr (rollup, "\nPss:")) != NULL)
    {
      double megabytes = g_ascii_strtod (pss + strlen ("\nPss:"), NULL) / 1024;

      sum += megabytes;
      if (megabytes > 5)
        g_string_append_printf (names, " %s %.0f", g_strchomp (comm), megabytes);
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc", name, "stat", NULL);
      g_autofree char *stat = NULL;
      int parent;

      if (g_ascii_isdigit (*name) && g_file_get_contents (path, &stat, NULL, NULL) && strrchr (stat, ')') != NULL &&
          sscanf (strrchr (stat, ')') + 1, " %*c %d", &parent) == 1 && parent == pid)
        sum += sum_memory (atoi (name), names);
    }

  return sum;
}

/* Processor time of this process and those below it, in milliseconds; it does not depend on what else the
 * machine does. */
typedef struct
{
  double own;
  double web;
  double others;
} Times;

static void
add_times (Times *times,
           int pid,
           int sign)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *text = NULL;
  const char *name;
  long user = 0, system = 0;

  if (g_file_get_contents (path, &text, NULL, NULL) && strrchr (text, ')') != NULL &&
      sscanf (strrchr (text, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &system) == 2)
    {
      double *sum = pid == getpid () ? &times->own : strstr (text, "(WebKitWebProces") != NULL ? &times->web
                                                                                               : &times->others;

      *sum += sign * (user + system) * 1000.0 / sysconf (_SC_CLK_TCK);
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename ("/proc", name, "stat", NULL);
      g_autofree char *stat = NULL;
      int parent;

      if (g_ascii_isdigit (*name) && g_file_get_contents (child, &stat, NULL, NULL) && strrchr (stat, ')') != NULL &&
          sscanf (strrchr (stat, ')') + 1, " %*c %d", &parent) == 1 && parent == pid)
        add_times (times, atoi (name), sign);
    }
}

static void
print_memory (const char *what)
{
  g_autoptr (GString) names = g_string_new (NULL);
  double sum = sum_memory (getpid (), names);

  g_print ("%-44s %8.0f MB PSS (%s )\n", what, sum, names->str);
}

/* A bare view: what WebKitGTK itself takes. It is painted after two frames, as ours. */

typedef struct
{
  gboolean done;
} Painted;

static void
two_frames_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (source), result, NULL);

  ((Painted *) user_data)->done = TRUE;
}

static void
bare_loaded_cb (WebKitWebView *web,
                WebKitLoadEvent event,
                gpointer user_data)
{
  if (event == WEBKIT_LOAD_FINISHED)
    webkit_web_view_call_async_javascript_function (web,
                                                    "await new Promise (done => requestAnimationFrame (() => requestAnimationFrame (done))); return 1",
                                                    -1, NULL, NULL, NULL, NULL, two_frames_cb, user_data);
}

static void
bench_bare (const char *html)
{
  WebKitWebView *web = WEBKIT_WEB_VIEW (webkit_web_view_new ());
  GtkWidget *window = gtk_window_new ();
  Painted painted = { FALSE };
  double times[ROUNDS];

  webkit_settings_set_hardware_acceleration_policy (webkit_web_view_get_settings (web), WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER);
  gtk_window_set_default_size (GTK_WINDOW (window), 760, 900);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (web));
  g_signal_connect (web, "load-changed", G_CALLBACK (bare_loaded_cb), &painted);
  webkit_web_view_load_html (web, html, NULL);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait (&painted.done);
  g_print ("%-44s %8.0f ms\n", "bare: start to painted", elapsed ());
  print_memory ("bare: memory");

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 before;

      fixture_run (400);
      before = g_get_monotonic_time ();
      painted.done = FALSE;
      webkit_web_view_load_html (web, html, NULL);
      fixture_wait (&painted.done);
      times[i] = (g_get_monotonic_time () - before) / 1000.0;
    }
  g_print ("%-44s %8.0f ms\n", "bare: load to painted, warm", median (times, ROUNDS));
}

static const char *const kinds[] = { "fact", "check", "quote", "source", "number", "opinion", "contradiction", "follow-up" };

/* Short ones anywhere. */
static GPtrArray *
new_marks (DeskArticle *article,
           guint n)
{
  DeskVersion *version = desk_article_get_version (article);
  guint length = desk_text_get_length (desk_version_get_text (version));
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < n; i++)
    {
      guint from = g_rand_int_range (random, 0, length - 30);

      g_ptr_array_add (marks, desk_annotation_new (desk_article_get_id (article), version, from,
                                                   from + g_rand_int_range (random, 3, 30), kinds[i % G_N_ELEMENTS (kinds)]));
    }

  return marks;
}

/* From anywhere in the first half to anywhere in the second. */
static GPtrArray *
new_pile (DeskArticle *article,
          guint n)
{
  DeskVersion *version = desk_article_get_version (article);
  int length = desk_text_get_length (desk_version_get_text (version));
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < n; i++)
    {
      guint from = g_rand_int_range (random, 0, length / 2);

      g_ptr_array_add (marks, desk_annotation_new (desk_article_get_id (article), version, from,
                                                   g_rand_int_range (random, length / 2 + 1, length), kinds[i % G_N_ELEMENTS (kinds)]));
    }

  return marks;
}

/* What the page is before WebKit sees it. */
static void
print_page (DeskArticle *article,
            GPtrArray *marks)
{
  g_autoptr (GListModel) list = desk_kind_list_new ();
  g_autoptr (DeskPageWriter) writer = desk_page_writer_new (article, list);
  gint64 before = g_get_monotonic_time ();
  g_autoptr (GArray) changed = desk_page_writer_set_annotations (writer, marks);
  g_autofree char *html = desk_page_writer_dup_page (writer, NULL);
  double time = (g_get_monotonic_time () - before) / 1000.0;
  guint n_runs = 0;

  for (const char *p = strstr (html, "<mark "); p != NULL; p = strstr (p + 1, "<mark "))
    n_runs++;
  g_print ("%-44s %8.1f ms (%u runs, %zu kB)\n", "  page written", time, n_runs, strlen (html) / 1000);
}

static void
print_time (const char *what,
            gint64 before,
            const Times *times)
{
  g_print ("%-44s %8.0f ms (processors: %.0f own, %.0f web, %.0f others)\n", what, (g_get_monotonic_time () - before) / 1000.0,
           times->own, times->web, times->others);
}

static void
load (DeskReaderView *view,
      DeskArticle *article,
      GPtrArray *marks,
      const char *what)
{
  double times[ROUNDS];
  Times processor = { 0 };

  for (guint i = 0; i < ROUNDS; i++)
    {
      FixtureSignal painted;
      gint64 before;

      fixture_run (400);
      add_times (&processor, getpid (), -1);
      before = g_get_monotonic_time ();
      fixture_expect (&painted, view, "painted");
      desk_reader_view_load (view, article, marks, 0);
      fixture_await (&painted);
      times[i] = (g_get_monotonic_time () - before) / 1000.0;
      add_times (&processor, getpid (), 1);
    }
  g_print ("%-44s %8.0f ms (processors: %.0f own, %.0f web, %.0f others)\n", what, median (times, ROUNDS),
           processor.own / ROUNDS, processor.web / ROUNDS, processor.others / ROUNDS);
}

static const char scroll[] =
  "const frame = () => new Promise (done => requestAnimationFrame (done));"
  "scrollTo (0, 0); await frame (); await frame ();"
  "const before = performance.now ();"
  "for (let i = 0; i < 20; i++) { scrollBy (0, 400); await frame (); }"
  "return ((performance.now () - before) / 20).toFixed (1)";

static void
set_marks (DeskReaderView *view,
           GPtrArray *marks,
           const char *what)
{
  g_autofree char *frames = NULL;
  Times processor = { 0 };
  gint64 before;

  fixture_run (500);
  add_times (&processor, getpid (), -1);
  before = g_get_monotonic_time ();
  desk_reader_view_set_annotations (view, marks);
  frames = fixture_eval (fixture_get_web (view), DESK_READER_WORLD,
                         "await new Promise (done => requestAnimationFrame (() => requestAnimationFrame (done))); return 1", NULL);
  add_times (&processor, getpid (), 1);
  print_time (what, before, &processor);
}

static void
measure_marks (DeskReaderView *view,
               DeskArticle *article,
               GPtrArray *marks)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (DeskAnnotation) mark = fixture_mark_new (article, "ferry", "fact", NULL);
  g_autofree char *frame = NULL;

  print_page (article, marks);
  g_ptr_array_add (marks, g_object_ref (mark));
  set_marks (view, marks, "  add one mark to painted");
  g_ptr_array_remove_index (marks, marks->len - 1);
  set_marks (view, marks, "  take one away to painted");
  set_marks (view, none, "  take all away to painted");
  set_marks (view, marks, "  put all back to painted");
  frame = fixture_eval (fixture_get_web (view), DESK_READER_WORLD, scroll, NULL);
  g_print ("%-44s %8s ms\n", "  scroll 400 px, per frame", frame);
}

static void
bench_ours (DeskArticle *article)
{
  static const guint numbers[] = { 0, 100, 1000, 10000 };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  DeskReaderView *view = fixture_open (article, none);

  g_print ("%-44s %8.0f ms\n", "NewsDesk: start to painted", elapsed ());
  print_memory ("NewsDesk: memory");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GPtrArray) marks = new_marks (article, numbers[i]);
      g_autofree char *what = g_strdup_printf ("NewsDesk: load to painted, %u marks", numbers[i]);

      load (view, article, marks, what);
      measure_marks (view, article, marks);
    }
  print_memory ("NewsDesk: memory, 10000 marks");
}

/* All over the same words. */
static void
bench_pile (DeskArticle *article)
{
  static const guint numbers[] = { 100, 1000, 10000 };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  DeskReaderView *view = fixture_open (article, none);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GPtrArray) marks = new_pile (article, numbers[i]);
      g_autofree char *what = g_strdup_printf ("Piled up: load to painted, %u marks", numbers[i]);

      load (view, article, marks, what);
      measure_marks (view, article, marks);
    }
  print_memory ("Piled up: memory, 10000 marks");
}

static void
bench_layers (DeskArticle *article)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  DeskReaderView *view = fixture_open (article, none);
  g_autoptr (GArray) ranges = fixture_ranges_new (article, "harbour|ferry|judge|ships|sale|surveyor|morning|value|contract|owners");
  g_autofree char *frames = NULL, *frame = NULL;
  gint64 before = g_get_monotonic_time ();

  desk_reader_view_set_layer (view, DESK_LAYER_PEOPLE, ranges);
  frames = fixture_eval (fixture_get_web (view), DESK_READER_WORLD,
                         "await new Promise (done => requestAnimationFrame (() => requestAnimationFrame (done))); return 1", NULL);
  g_print ("%u %-40s %8.0f ms\n", ranges->len, "ranges of a layer set to painted", (g_get_monotonic_time () - before) / 1000.0);
  frame = fixture_eval (fixture_get_web (view), DESK_READER_WORLD, scroll, NULL);
  g_print ("%-44s %8s ms\n", "  scroll 400 px, per frame", frame);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *text = fixture_dup_long_text (N_WORDS);
  g_autoptr (DeskArticle) article = fixture_article_new (text);
  const char *what = argc > 1 ? argv[1] : "ours";

  start = g_get_monotonic_time ();
  desk_reader_context_prepare_process ();
  gtk_init ();

  if (g_str_equal (what, "bare"))
    {
      g_autofree char *html = g_strdup_printf ("<!DOCTYPE html><meta charset=utf-8><body style='max-width:40em;margin:auto'><pre style='white-space:pre-wrap'>%s</pre>", text);

      bench_bare (html);
    }
  else if (g_str_equal (what, "layers"))
    bench_layers (article);
  else if (g_str_equal (what, "pile"))
    bench_pile (article);
  else
    bench_ours (article);

  return 0;
}
