/* Writes into a library until it is killed, and says of each change when it was confirmed.
 *
 *   B id  about to change the article; A id  added; D id  deleted
 *   M id mark  mark made; N id mark note  its note changed; U id mark  undone
 *   R id rule  rule made, for the article or the library; X id rule  undone or removed
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include "store-fixture.h"

/* At once and in one piece, for there will be no other time. */
static void G_GNUC_PRINTF (1, 2)
  say (const char *format, ...)
{
  va_list arguments;
  g_autofree char *line = NULL;
  gssize n_written;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  n_written = write (STDOUT_FILENO, line, strlen (line));
  if (n_written != (gssize) strlen (line))
    _exit (1);
}

static void
change_note (DeskLibrary *library,
             const char *id,
             DeskAnnotation *annotation,
             const char *note)
{
  g_autoptr (DeskAnnotation) changed = desk_annotation_copy_with_note (annotation, note);
  g_autoptr (DeskStep) step = desk_step_new ("Note");
  g_autoptr (GError) error = NULL;

  desk_step_add (step, DESK_CHANGE_ANNOTATION, id, desk_annotation_get_id (annotation),
                 desk_annotation_to_variant (annotation), desk_annotation_to_variant (changed));
  say ("B %s\n", id);
  store_apply (library, step, &error);
  g_assert_no_error (error);
  say ("N %s %s %s\n", id, desk_annotation_get_id (annotation), note);
}

static void
undo (DeskLibrary *library,
      const char *id,
      DeskAnnotation *annotation,
      guint n_steps)
{
  say ("B %s\n", id);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DeskStep) step = store_undo (library, &error);

      g_assert_no_error (error);
    }
  say ("U %s %s\n", id, desk_annotation_get_id (annotation));
}

/* A repair of two rules, one for the article and one for the library; sometimes taken back, by undo or by hand. */
static void
repair (DeskLibrary *library,
        const char *id,
        guint round)
{
  const DeskIdentity subject = { DESK_ENTITY_KIND_PERSON, (char *) "Ryder" };
  const DeskIdentity target = { DESK_ENTITY_KIND_PERSON, (char *) "Pat Ryder" };
  g_autoptr (DeskRule) own = desk_rule_new (DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_ARTICLE, id);
  g_autoptr (DeskRule) wide = desk_rule_new (DESK_RULE_ACTION_JOIN, DESK_RULE_SCOPE_LIBRARY, NULL);
  g_autoptr (DeskStep) step = desk_step_new ("Repair");
  g_autoptr (DeskStep) undone = NULL;
  g_autoptr (GError) error = NULL;

  desk_rule_set_subject (own, &subject);
  desk_rule_set_target (own, &target);
  desk_rule_set_subject (wide, &subject);
  desk_rule_set_target (wide, &target);
  desk_step_add (step, DESK_CHANGE_RULE, id, desk_rule_get_id (own), NULL, desk_rule_to_variant (own));
  desk_step_add (step, DESK_CHANGE_RULE, "", desk_rule_get_id (wide), NULL, desk_rule_to_variant (wide));
  say ("B %s\n", id);
  store_apply (library, step, &error);
  g_assert_no_error (error);
  say ("R %s %s\nR %s %s\n", id, desk_rule_get_id (own), id, desk_rule_get_id (wide));

  if (round % 3 == 0)
    {
      say ("B %s\n", id);
      undone = store_undo (library, &error);
      g_assert_no_error (error);
      say ("X %s %s\nX %s %s\n", id, desk_rule_get_id (own), id, desk_rule_get_id (wide));
    }
  else if (round % 3 == 1)
    {
      g_autoptr (DeskStep) removal = desk_step_new ("Remove");

      desk_step_add (removal, DESK_CHANGE_RULE, "", desk_rule_get_id (wide), desk_rule_to_variant (wide), NULL);
      say ("B %s\n", id);
      store_apply (library, removal, &error);
      g_assert_no_error (error);
      say ("X %s %s\n", id, desk_rule_get_id (wide));
    }
}

/* Imports several at the same time, as an import does. */
static void
add_many (DeskLibrary *library,
          guint round)
{
  DeskArticle *articles[8];
  GAsyncResult *results[8] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *headline = g_strdup_printf ("Round %u, article %u", round, i);
      g_autoptr (GBytes) original = g_bytes_new (headline, strlen (headline));

      articles[i] = store_new_article (headline, "The first paragraph of an article.\nAnd the second one.");
      desk_library_add_article_async (library, articles[i], original, NULL, store_async_cb, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = desk_library_add_article_finish (library, store_await (&results[i]), NULL, &error);

      g_assert_no_error (error);
      say ("A %s\n", id);
      g_object_unref (results[i]);
      g_object_unref (articles[i]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DeskLibrary) library = store_open (argv[1], &error);
  guint first = (guint) g_ascii_strtoull (argv[2], NULL, 10);

  g_assert_no_error (error);

  for (guint round = first;; round++)
    {
      g_autofree char *headline = g_strdup_printf ("Round %u", round);
      g_autofree char *note = g_strdup_printf ("note-%u", round);
      g_autofree char *id = store_add_new (library, headline, "A paragraph to mark, of some length.");
      g_autoptr (DeskAnnotation) annotation = NULL;

      say ("A %s\n", id);
      say ("B %s\n", id);
      annotation = store_mark (library, id, 0, 5, NULL);
      say ("M %s %s\n", id, desk_annotation_get_id (annotation));
      if (round % 3 != 0)
        change_note (library, id, annotation, note);
      if (round % 5 == 0)
        undo (library, id, annotation, round % 3 != 0 ? 2 : 1);
      repair (library, id, round);
      if (round % 7 == 0)
        {
          say ("B %s\n", id);
          store_set_flag (library, id, DESK_CHANGE_DELETED, FALSE, TRUE);
          say ("D %s\n", id);
        }
      add_many (library, round);
    }
}
