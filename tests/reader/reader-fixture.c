/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "reader-fixture.h"

#include <string.h>

#include "desk-kind.h"
#include "desk-reader-content.h"
#include "desk-version-builder.h"

#define PATIENCE 30 /* seconds */

const char *const fixture_markup =
  "# Harbour Court Halts the Sale of a Ferry Line\n\n"
  "dek: The buyer had been given a list of the vessels, but not of the *debts* that sail with them.\n\n"
  "by: By Ines Varga and Tom Aldous\n\n"
  "date: PORT ALMA, 7 February\n\n"
  "A judge on Tuesday stopped the sale of the Northern Ferry Line, saying that the buyer had been shown only "
  "[half of the accounts](https://court.example/ruling/41) and none of the contracts. “The line does not become "
  "cheaper by being opaque,” Judge Ines Varga wrote.\n\n"
  "The harbour board, which owns 41 per cent, called the ruling **a delay and nothing more**. Brig. Gen. Pat Ryder, "
  "who sits on the board, told reporters that U.S. buyers would be *patient*.\n\n"
  "## What the ruling says\n\n"
  "* The sale is void until 30 April.\n\n"
  "* Both sides exchange their books, including the *charter of 1998*.\n\n"
  "* A surveyor values the eleven ships.\n\n"
  "> We have waited four years for an honest number, and we can wait four weeks more.\n\n"
  "caption: Passengers board the “Selma” at Port Alma, its home port since 1998, on the morning after the ruling.\n\n"
  "credit: Photo: Mara Lindqvist / Harbour News\n\n"
  "Family 👨‍👩‍👧‍👦 of flags 🇩🇪🇫🇷 went aboard; a café in decomposed form is cafe\xcc\x81, and naïve too.\n\n"
  "在港口，法官说这艘船不能出售。\n\n"
  "قال القاضي إن بيع الخط البحري قد توقف حتى نهاية أبريل.\n\n"
  "row: Ship\tBuilt\tPassengers\n\n"
  "row: Selma\t1998\t640\n\n"
  "row: Ingrid\t2004\t810\n\n"
  "pre: case 41/23\n  court  Port Alma\n  state  halted\n\n"
  "correction: Correction: an earlier version gave the number of ships as twelve.\n\n"
  "tip: Do you know more about the ferry line? Write to the newsroom in confidence.\n\n"
  "tip: Letters are read by two editors.\n";

static const struct
{
  const char *prefix;
  DeskBlockKind kind;
} block_kinds[] = {
  { "# ", DESK_BLOCK_KIND_HEADLINE },
  { "dek: ", DESK_BLOCK_KIND_DEK },
  { "by: ", DESK_BLOCK_KIND_BYLINE },
  { "date: ", DESK_BLOCK_KIND_DATELINE },
  { "## ", DESK_BLOCK_KIND_SUBHEADING },
  { "* ", DESK_BLOCK_KIND_LIST_ITEM },
  { "> ", DESK_BLOCK_KIND_BLOCKQUOTE },
  { "pre: ", DESK_BLOCK_KIND_PREFORMATTED },
  { "row: ", DESK_BLOCK_KIND_TABLE_ROW },
  { "caption: ", DESK_BLOCK_KIND_CAPTION },
  { "credit: ", DESK_BLOCK_KIND_CREDIT },
  { "correction: ", DESK_BLOCK_KIND_CORRECTION },
  { "tip: ", DESK_BLOCK_KIND_BOILERPLATE },
};

static void
append_inline (DeskVersionBuilder *builder,
               const char *text)
{
  static GRegex *pattern;
  GMatchInfo *match = NULL;
  const char *rest = text;

  if (pattern == NULL)
    pattern = g_regex_new ("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|\\[(.+?)\\]\\((.+?)\\)", 0, 0, NULL);

  while (g_regex_match (pattern, rest, 0, &match))
    {
      g_autofree char *strong = g_match_info_fetch (match, 1);
      g_autofree char *emphasis = g_match_info_fetch (match, 2);
      g_autofree char *link = g_match_info_fetch (match, 3);
      g_autofree char *href = g_match_info_fetch (match, 4);
      const char *words = strong != NULL && *strong != '\0' ? strong : emphasis != NULL && *emphasis != '\0' ? emphasis
                                                                                                             : link;
      DeskSpanKind kind = words == strong ? DESK_SPAN_KIND_STRONG : words == emphasis ? DESK_SPAN_KIND_EMPHASIS
                                                                                      : DESK_SPAN_KIND_LINK;
      int from, to;
      guint start;

      g_match_info_fetch_pos (match, 0, &from, &to);
      desk_version_builder_append_text (builder, rest, from);
      start = desk_version_builder_get_offset (builder);
      desk_version_builder_append_text (builder, words, -1);
      desk_version_builder_add_span (builder, start, desk_version_builder_get_offset (builder), kind, kind == DESK_SPAN_KIND_LINK ? href : NULL);
      rest += to;
      g_clear_pointer (&match, g_match_info_unref);
    }
  g_clear_pointer (&match, g_match_info_unref);
  desk_version_builder_append_text (builder, rest, -1);
}

DeskArticle *
fixture_article_new (const char *markup)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_auto (GStrv) blocks = g_strsplit (markup, "\n\n", -1);
  DeskArticle *article;

  for (guint i = 0; blocks[i] != NULL; i++)
    {
      DeskBlockKind kind = DESK_BLOCK_KIND_PARAGRAPH;
      const char *text = g_strchomp (blocks[i]);

      for (guint k = 0; k < G_N_ELEMENTS (block_kinds); k++)
        if (g_str_has_prefix (text, block_kinds[k].prefix))
          {
            kind = block_kinds[k].kind;
            text += strlen (block_kinds[k].prefix);
            break;
          }
      desk_version_builder_begin_block (builder, kind);
      append_inline (builder, text);
      desk_version_builder_end_block (builder);
    }
  version = desk_version_builder_end (builder);
  article = desk_article_new ("0198c0de-0000-7000-8000-000000000001", version);
  desk_article_set_field (article, DESK_FIELD_SECTION, "World", DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
  desk_article_set_field (article, DESK_FIELD_SOURCE, "Harbour News", DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
  desk_article_set_field (article, DESK_FIELD_PUBLISHED, "2023-02-08", DESK_ORIGIN_USER, DESK_CONFIDENCE_SURE);

  return article;
}

DeskRange
fixture_find (DeskArticle *article,
              const char *words,
              guint n)
{
  DeskText *text = desk_version_get_text (desk_article_get_version (article));
  const char *utf8 = desk_text_get_utf8 (text);
  const char *found = strstr (utf8, words);

  for (; n > 0 && found != NULL; n--)
    found = strstr (found + 1, words);
  g_assert_nonnull (found);

  return (DeskRange) {
    desk_text_get_code_point (text, found - utf8),
    desk_text_get_code_point (text, found - utf8 + strlen (words)),
  };
}

DeskAnnotation *
fixture_mark_new (DeskArticle *article,
                  const char *words,
                  const char *kind,
                  const char *note)
{
  DeskRange range = fixture_find (article, words, 0);
  g_autoptr (DeskAnnotation) mark = NULL;

  mark = desk_annotation_new (desk_article_get_id (article), desk_article_get_version (article), range.start, range.end, kind);

  return note != NULL ? desk_annotation_copy_with_note (mark, note) : g_steal_pointer (&mark);
}

GArray *
fixture_ranges_new (DeskArticle *article,
                    const char *words)
{
  DeskText *text = desk_version_get_text (desk_article_get_version (article));
  const char *utf8 = desk_text_get_utf8 (text);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    for (const char *p = strstr (utf8, parts[i]); p != NULL; p = strstr (p + 1, parts[i]))
      {
        DeskRange range = {
          desk_text_get_code_point (text, p - utf8),
          desk_text_get_code_point (text, p - utf8 + strlen (parts[i])),
        };

        g_array_append_val (ranges, range);
      }

  return ranges;
}

char *
fixture_dup_long_text (guint n_words)
{
  static const char *const stock[] = {
    "harbour",
    "the",
    "of",
    "ruling",
    "a",
    "ferry",
    "judge",
    "and",
    "sale",
    "on",
    "Tuesday",
    "ships",
    "said",
    "in",
    "contract",
    "that",
    "owners",
    "to",
    "surveyor",
    "for",
    "passengers",
    "with",
    "morning",
    "by",
    "value",
  };
  GString *text = g_string_new ("# A Long Account of a Ferry Line\n\n");
  guint32 state = 2463534242u;

  for (guint i = 0; i < n_words; i++)
    {
      state ^= state << 13;
      state ^= state >> 17;
      state ^= state << 5;
      g_string_append (text, stock[state % G_N_ELEMENTS (stock)]);
      g_string_append (text, i % 60 == 59 ? ".\n\n" : i % 12 == 11 ? ", "
                                                                   : " ");
    }

  return g_string_free_and_steal (text);
}

gint64
fixture_deadline (void)
{
  return g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_SECOND;
}

static gboolean
wake_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
fixture_wait_at (const gboolean *done,
                 const char *where)
{
  gboolean late = FALSE;
  guint timer = g_timeout_add_seconds (PATIENCE, wake_cb, &late);

  while (!*done && !late)
    g_main_context_iteration (NULL, TRUE);
  if (late)
    g_error ("%s: nothing came within %d seconds", where, PATIENCE);
  g_source_remove (timer);
}

void
fixture_run (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, wake_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
seen_cb (FixtureSignal *signal)
{
  signal->seen = TRUE;
}

void
fixture_expect (FixtureSignal *signal,
                gpointer object,
                const char *name)
{
  signal->object = object;
  signal->seen = FALSE;
  signal->handler = g_signal_connect_swapped (object, name, G_CALLBACK (seen_cb), signal);
}

void
fixture_await (FixtureSignal *signal)
{
  fixture_wait (&signal->seen);
  g_signal_handler_disconnect (signal->object, signal->handler);
}

DeskReaderView *
fixture_open (DeskArticle *article,
              GPtrArray *marks)
{
  g_autoptr (GListModel) kinds = desk_kind_list_new ();
  GtkWidget *view = desk_reader_view_new (kinds);
  GtkWidget *window = gtk_window_new ();
  FixtureSignal painted;

  gtk_window_set_default_size (GTK_WINDOW (window), 760, 900);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), view);
  fixture_expect (&painted, view, "painted");
  desk_reader_view_load (DESK_READER_VIEW (view), article, marks, 0);
  gtk_window_present (GTK_WINDOW (window));
  fixture_await (&painted);

  return DESK_READER_VIEW (view);
}

void
fixture_close (DeskReaderView *view)
{
  gpointer weak = view;

  g_object_add_weak_pointer (G_OBJECT (view), &weak);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  for (guint i = 0; i < 100 && weak != NULL; i++)
    fixture_run (20);
  g_assert_null (weak);
}

WebKitWebView *
fixture_get_web (DeskReaderView *view)
{
  return WEBKIT_WEB_VIEW (gtk_widget_get_first_child (GTK_WIDGET (view)));
}

typedef struct
{
  gboolean done;
  char *value;
  GError *error;
} Answer;

static void
evaluated_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (JSCValue) value = webkit_web_view_call_async_javascript_function_finish (WEBKIT_WEB_VIEW (source), result, &answer->error);

  if (value != NULL)
    answer->value = jsc_value_to_string (value);
  answer->done = TRUE;
}

static char *
try_eval (WebKitWebView *web,
          const char *world,
          const char *body,
          const char *argument,
          GError **error)
{
  Answer answer = { FALSE };
  g_autoptr (GVariant) arguments = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "argument", g_variant_new_string (argument != NULL ? argument : ""));
  arguments = g_variant_ref_sink (g_variant_builder_end (&builder));
  webkit_web_view_call_async_javascript_function (web, body, -1, arguments, world, NULL, NULL, evaluated_cb, &answer);
  fixture_wait (&answer.done);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);

  return answer.value;
}

char *
fixture_eval (WebKitWebView *web,
              const char *world,
              const char *body,
              const char *argument)
{
  g_autoptr (GError) error = NULL;
  char *value = try_eval (web, world, body, argument, &error);

  if (value == NULL)
    g_error ("A script of the test failed: %s", error->message);

  return value;
}

void
fixture_assert_eval_at (DeskReaderView *view,
                        const char *body,
                        const char *expected,
                        const char *where)
{
  gint64 deadline = fixture_deadline ();

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = try_eval (fixture_get_web (view), DESK_READER_WORLD, body, NULL, &error);

      if (g_strcmp0 (value, expected) == 0)
        return;
      if (g_get_monotonic_time () > deadline)
        g_error ("%s: “%s” is %s, not %s", where, body, value != NULL ? value : error->message, expected);
      fixture_run (20);
    }
}

void
fixture_settle (DeskReaderView *view)
{
  fixture_assert_eval (view,
                       "for (let i = 0; i < 2; i++) await new Promise (done => requestAnimationFrame (done));"
                       "return 'settled'",
                       "settled");
}

void
fixture_await_rest (DeskReaderView *view)
{
  fixture_assert_eval (view,
                       "let last = NaN, n = 0;"
                       "while (n < 12) {"
                       "  await new Promise (done => requestAnimationFrame (done));"
                       "  n = scrollY === last ? n + 1 : 0; last = scrollY;"
                       "}"
                       "return 'rests'",
                       "rests");
}

char *
fixture_dup_script (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/example/NewsDesk/reader/script/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}
