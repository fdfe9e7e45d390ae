/* The table of shortcuts: what it says can be pressed, is pressed for one thing only, and does something.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-keycaps.h"
#include "desk-shortcuts.h"

typedef void (*Visit) (const DeskShortcut *shortcut,
                       guint key,
                       GdkModifierType modifiers,
                       gpointer data);

/* Every single key, those of ranges too. */
static void
for_each_key (Visit visit,
              gpointer data)
{
  const DeskShortcut *shortcuts;
  gsize n_shortcuts;

  shortcuts = desk_shortcuts_get (&n_shortcuts);
  g_assert_cmpuint (n_shortcuts, >, 30);

  for (gsize i = 0; i < n_shortcuts; i++)
    {
      g_auto (GStrv) accels = g_strsplit (shortcuts[i].accels, " ", -1);

      for (char **accel = accels; *accel != NULL; accel++)
        {
          char *dots = strstr (*accel, "...");
          g_autofree char *first = g_strndup (*accel, dots != NULL ? dots - *accel : strlen (*accel));
          GdkModifierType modifiers;
          guint key, last;

          g_assert_true (gtk_accelerator_parse (first, &key, &modifiers));
          last = dots != NULL ? (guint) dots[3] : key;
          g_assert_cmpuint (last, >=, key);

          for (; key <= last; key++)
            visit (&shortcuts[i], key, modifiers, data);
        }
    }
}

static gboolean
scopes_meet (DeskShortcutScope a,
             DeskShortcutScope b)
{
  /* Text and list never have the focus at once; letters of the list are typed into it, not pressed. */
  if ((a == DESK_SHORTCUT_SCOPE_TEXT && b == DESK_SHORTCUT_SCOPE_LIST) ||
      (b == DESK_SHORTCUT_SCOPE_TEXT && a == DESK_SHORTCUT_SCOPE_LIST))
    return FALSE;

  return TRUE;
}

typedef struct
{
  const DeskShortcut *shortcut;
  guint key;
  GdkModifierType modifiers;
} Seen;

static void
check_duplicate (const DeskShortcut *shortcut,
                 guint key,
                 GdkModifierType modifiers,
                 gpointer data)
{
  GArray *seen = data;
  Seen now = { shortcut, key, modifiers };

  for (guint i = 0; i < seen->len; i++)
    {
      Seen *before = &g_array_index (seen, Seen, i);

      if (before->key == key && before->modifiers == modifiers &&
          scopes_meet (before->shortcut->scope, shortcut->scope))
        g_error ("%s: “%s” and “%s”", gtk_accelerator_name (key, modifiers), before->shortcut->title, shortcut->title);
    }

  g_array_append_val (seen, now);
}

static void
test_unique (void)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (Seen));

  for_each_key (check_duplicate, seen);
}

static void
check_scope (const DeskShortcut *shortcut,
             guint key,
             GdkModifierType modifiers,
             gpointer data)
{
  gboolean is_letter = g_unichar_isgraph (gdk_keyval_to_unicode (key));

  switch (shortcut->scope)
    {
    case DESK_SHORTCUT_SCOPE_WINDOW:
    case DESK_SHORTCUT_SCOPE_ARTICLE:
      /* A letter alone would be taken from every text box. */
      g_assert_true (!is_letter || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0);
      break;
    case DESK_SHORTCUT_SCOPE_TEXT:
    case DESK_SHORTCUT_SCOPE_LIST:
      break;
    }
}

static void
test_scopes (void)
{
  for_each_key (check_scope, NULL);
}

static void
test_actions (void)
{
  const DeskShortcut *shortcuts;
  gsize n_shortcuts;

  shortcuts = desk_shortcuts_get (&n_shortcuts);
  for (gsize i = 0; i < n_shortcuts; i++)
    {
      const char *action = shortcuts[i].action;
      const char *title = desk_shortcut_get_title (&shortcuts[i]);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_nonnull (title);
      g_assert_cmpuint (strlen (title), >, 0);
      g_assert_nonnull (desk_shortcut_group_get_title (shortcuts[i].group));

      if (action == NULL)
        {
          g_assert_cmpint (shortcuts[i].scope, !=, DESK_SHORTCUT_SCOPE_WINDOW);
          continue;
        }

      g_assert_true (g_action_parse_detailed_name (action, &name, &target, NULL));
      switch (shortcuts[i].scope)
        {
        case DESK_SHORTCUT_SCOPE_WINDOW:
          g_assert_true (g_str_has_prefix (action, "win.") || g_str_has_prefix (action, "app."));
          break;
        case DESK_SHORTCUT_SCOPE_ARTICLE:
        case DESK_SHORTCUT_SCOPE_TEXT:
          g_assert_true (g_str_has_prefix (action, "article."));
          break;
        case DESK_SHORTCUT_SCOPE_LIST:
          g_assert_true (g_str_has_prefix (action, "list."));
          break;
        }
    }
}

/* Single letters can be switched off; what they do has a way with modifiers. */
static void
test_letters_have_twins (void)
{
  const DeskShortcut *shortcuts;
  gsize n_shortcuts;

  shortcuts = desk_shortcuts_get (&n_shortcuts);
  for (gsize i = 0; i < n_shortcuts; i++)
    {
      g_auto (GStrv) accels = g_strsplit (shortcuts[i].accels, " ", -1);
      gboolean found = FALSE;
      guint key;

      if (shortcuts[i].scope != DESK_SHORTCUT_SCOPE_TEXT || shortcuts[i].action == NULL)
        continue;
      g_assert_true (gtk_accelerator_parse (accels[0], &key, NULL));
      if (!g_unichar_isgraph (gdk_keyval_to_unicode (key)))
        continue;

      for (gsize k = 0; k < n_shortcuts; k++)
        found |= shortcuts[k].scope == DESK_SHORTCUT_SCOPE_ARTICLE &&
                 g_strcmp0 (shortcuts[k].action, shortcuts[i].action) == 0;
      if (!found)
        g_error ("“%s” has no twin", shortcuts[i].title);
    }
}

/* The accelerators of the program are those of the table, no more and no fewer. */
static void
test_installed (void)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("org.example.NewsDesk.Test", G_APPLICATION_NON_UNIQUE);
  g_auto (GStrv) described = NULL;
  const DeskShortcut *shortcuts;
  gsize n_shortcuts;
  guint n_window = 0;

  desk_shortcuts_install (application);
  shortcuts = desk_shortcuts_get (&n_shortcuts);

  for (gsize i = 0; i < n_shortcuts; i++)
    {
      g_auto (GStrv) accels = NULL;
      g_auto (GStrv) wanted = NULL;

      if (shortcuts[i].scope != DESK_SHORTCUT_SCOPE_WINDOW)
        continue;

      n_window++;
      accels = gtk_application_get_accels_for_action (application, shortcuts[i].action);
      wanted = g_strsplit (shortcuts[i].accels, " ", -1);
      g_assert_cmpuint (g_strv_length (accels), ==, g_strv_length (wanted));
    }

  described = gtk_application_list_action_descriptions (application);
  g_assert_cmpuint (g_strv_length (described), ==, n_window);
}

static void
test_labels (void)
{
  g_autofree char *plain = desk_keycaps_dup_label ("<Control>plus <Control>equal <Control>KP_Add");
  g_autofree char *range = desk_keycaps_dup_label ("<Control><Alt>1...8");
  g_autofree char *two = desk_keycaps_dup_label ("<Control>question F1");

  g_assert_cmpstr (plain, ==, "Ctrl++");
  g_assert_cmpstr (range, ==, "Ctrl+Alt+1 to Ctrl+Alt+8");
  g_assert_cmpstr (two, ==, "Ctrl+? or F1");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shortcuts/unique", test_unique);
  g_test_add_func ("/shortcuts/scopes", test_scopes);
  g_test_add_func ("/shortcuts/actions", test_actions);
  g_test_add_func ("/shortcuts/letters-have-twins", test_letters_have_twins);
  g_test_add_func ("/shortcuts/installed", test_installed);
  g_test_add_func ("/shortcuts/labels", test_labels);

  return g_test_run ();
}
