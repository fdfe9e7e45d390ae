/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-shortcuts.h"

#define WINDOW(group, action, accels, title) \
  { DESK_SHORTCUT_GROUP_##group, DESK_SHORTCUT_SCOPE_WINDOW, action, accels, title }
#define ARTICLE(group, action, accels, title) \
  { DESK_SHORTCUT_GROUP_##group, DESK_SHORTCUT_SCOPE_ARTICLE, action, accels, title }
#define TEXT(group, action, accels, title) \
  { DESK_SHORTCUT_GROUP_##group, DESK_SHORTCUT_SCOPE_TEXT, action, accels, title }
#define LIST(group, action, accels, title) \
  { DESK_SHORTCUT_GROUP_##group, DESK_SHORTCUT_SCOPE_LIST, action, accels, title }

static const DeskShortcut shortcuts[] = {
  /* Translators: titles in the window of keyboard shortcuts, from here to the end of the table. */
  WINDOW (GENERAL, "win.open", "<Control>o", N_ ("Open Files")),
  WINDOW (GENERAL, "win.open-folder", "<Shift><Control>o", N_ ("Open a Folder")),
  WINDOW (GENERAL, "win.paste", "<Control>v <Shift>Insert", N_ ("Paste as a New Article")),
  WINDOW (GENERAL, "win.undo", "<Control>z", N_ ("Undo")),
  WINDOW (GENERAL, "win.redo", "<Shift><Control>z <Control>y", N_ ("Redo")),
  WINDOW (GENERAL, "app.new-window", "<Control>n", N_ ("New Window")),
  WINDOW (GENERAL, "win.close", "<Control>w", N_ ("Close the Window")),
  WINDOW (GENERAL, "win.fullscreen", "F11", N_ ("Full Screen")),
  WINDOW (GENERAL, "win.menu", "F10", N_ ("Main Menu")),
  WINDOW (GENERAL, "win.next-pane", "F6", N_ ("Next Pane")),
  WINDOW (GENERAL, "win.previous-pane", "<Shift>F6", N_ ("Previous Pane")),
  WINDOW (GENERAL, "app.preferences", "<Control>comma", N_ ("Preferences")),
  WINDOW (GENERAL, "app.shortcuts", "<Control>question F1", N_ ("Keyboard Shortcuts")),
  WINDOW (GENERAL, "app.quit", "<Control>q", N_ ("Quit")),

  WINDOW (LIBRARY, "win.search", "<Shift><Control>f", N_ ("Search the Library")),
  WINDOW (LIBRARY, "win.pause-analysis", "<Shift><Control>p", N_ ("Pause or Go On Analysing")),
  WINDOW (LIBRARY, "win.star", "<Control>d", N_ ("Star or Unstar")),
  WINDOW (LIBRARY, "win.toggle-unread", "<Control>u", N_ ("Mark as Read or Unread")),
  LIST (LIBRARY, "list.open", "Return KP_Enter", N_ ("Open the Article")),
  LIST (LIBRARY, "list.open-in-new-window", "<Shift>Return", N_ ("Open in a New Window")),
  LIST (LIBRARY, "list.delete", "Delete KP_Delete", N_ ("Delete")),
  LIST (LIBRARY, "list.menu", "Menu <Shift>F10", N_ ("Menu of the Article")),
  LIST (LIBRARY, NULL, "<Control>a", N_ ("Select All")),
  LIST (LIBRARY, NULL, "a...z", N_ ("Go to the Headline That Starts So")),

  WINDOW (READING, "win.go-back", "<Alt>Left", N_ ("Go Back")),
  WINDOW (READING, "win.go-forward", "<Alt>Right", N_ ("Go Forward")),
  WINDOW (READING, "win.find", "<Control>f", N_ ("Find in the Article")),
  ARTICLE (READING, "article.find-next", "<Control>g", N_ ("Next Hit")),
  ARTICLE (READING, "article.find-previous", "<Shift><Control>g", N_ ("Previous Hit")),
  ARTICLE (READING, "article.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", N_ ("Larger Text")),
  ARTICLE (READING, "article.zoom-out", "<Control>minus <Control>KP_Subtract", N_ ("Smaller Text")),
  ARTICLE (READING, "article.zoom-reset", "<Control>0 <Control>KP_0", N_ ("Normal Size")),
  WINDOW (READING, "win.toggle-inspector", "F9", N_ ("Show or Hide the Inspector")),
  ARTICLE (READING, "article.print", "<Control>p", N_ ("Print")),

  TEXT (MARKING, NULL, "1...8", N_ ("Mark the Selection, or Change the Kind of the Mark")),
  TEXT (MARKING, "article.note", "n", N_ ("Write a Note")),
  TEXT (MARKING, "article.delete-mark", "Delete KP_Delete", N_ ("Delete the Mark")),
  ARTICLE (MARKING, NULL, "<Control><Alt>1...8", N_ ("Mark, Wherever the Focus Is")),
  ARTICLE (MARKING, "article.note", "<Control><Alt>n", N_ ("Write a Note, Wherever the Focus Is")),
  ARTICLE (MARKING, "article.copy-with-source", "<Shift><Control>c", N_ ("Copy with Source")),
  ARTICLE (MARKING, "article.next-mark", "<Alt>Down", N_ ("Next Mark")),
  ARTICLE (MARKING, "article.previous-mark", "<Alt>Up", N_ ("Previous Mark")),
  TEXT (MARKING, NULL, "F7", N_ ("Select by Keyboard")),

  ARTICLE (ENTITIES, "article.show-people", "<Control>1", N_ ("Show or Hide People")),
  ARTICLE (ENTITIES, "article.show-organisations", "<Control>2", N_ ("Show or Hide Organisations")),
  ARTICLE (ENTITIES, "article.show-places", "<Control>3", N_ ("Show or Hide Places")),
  ARTICLE (ENTITIES, "article.show-dates", "<Control>4", N_ ("Show or Hide Dates")),
  ARTICLE (ENTITIES, "article.show-quotes", "<Control>5", N_ ("Show or Hide Quotes")),
  ARTICLE (ENTITIES, "article.show-marks", "<Control>6", N_ ("Show or Hide Your Marks")),
  TEXT (ENTITIES, "article.clean-text", "h", N_ ("Plain Text")),
  ARTICLE (ENTITIES, "article.clean-text", "<Control><Alt>h", N_ ("Plain Text, Wherever the Focus Is")),
  ARTICLE (ENTITIES, "article.next-finding", "<Alt>period", N_ ("Next Name, Date or Quote")),
  ARTICLE (ENTITIES, "article.previous-finding", "<Alt>comma", N_ ("Previous Name, Date or Quote")),
  ARTICLE (ENTITIES, "article.open-entity", "<Control>i", N_ ("Names, Roles and Mentions")),
  TEXT (ENTITIES, "article.join", "e", N_ ("Join with Another Name, or Name the Selection")),
  ARTICLE (ENTITIES, "article.join", "<Control><Alt>e", N_ ("Join, Wherever the Focus Is")),
  ARTICLE (ENTITIES, "article.rename-entity", "F2", N_ ("Correct Name and Kind")),
  TEXT (ENTITIES, "article.split", "b", N_ ("Split the Mention Off")),
  ARTICLE (ENTITIES, "article.split", "<Control><Alt>b", N_ ("Split Off, Wherever the Focus Is")),
  TEXT (ENTITIES, "article.read", "m", N_ ("Other Reading: Place or Government")),
  ARTICLE (ENTITIES, "article.read", "<Control><Alt>m", N_ ("Other Reading, Wherever the Focus Is")),
  TEXT (ENTITIES, "article.keep-apart", "i", N_ ("Somebody Else Than in Other Articles")),
  ARTICLE (ENTITIES, "article.keep-apart", "<Control><Alt>i", N_ ("Somebody Else, Wherever the Focus Is")),
  TEXT (ENTITIES, "article.reject", "x", N_ ("Not a Name, or Not a Date")),
  ARTICLE (ENTITIES, "article.reject", "<Control><Alt>x", N_ ("Not a Name, Wherever the Focus Is")),
  TEXT (ENTITIES, "article.set-speaker", "s", N_ ("Set the Speaker of a Quote")),
  ARTICLE (ENTITIES, "article.set-speaker", "<Control><Alt>s", N_ ("Set the Speaker, Wherever the Focus Is")),
  TEXT (ENTITIES, "article.correct-date", "w", N_ ("Correct a Date")),
  ARTICLE (ENTITIES, "article.correct-date", "<Control><Alt>w", N_ ("Correct a Date, Wherever the Focus Is")),
  TEXT (ENTITIES, "article.everything-said", "r", N_ ("Everything Said, in All Articles")),
  ARTICLE (ENTITIES, "article.everything-said", "<Control><Alt>r", N_ ("Everything Said, Wherever the Focus Is")),
  TEXT (ENTITIES, "article.next-mention", "period", N_ ("Next Mention")),
  TEXT (ENTITIES, "article.previous-mention", "comma", N_ ("Previous Mention")),
  ARTICLE (ENTITIES, "article.next-mention", "<Alt>Page_Down", N_ ("Next Mention, Wherever the Focus Is")),
  ARTICLE (ENTITIES, "article.previous-mention", "<Alt>Page_Up", N_ ("Previous Mention, Wherever the Focus Is")),
};

const DeskShortcut *
desk_shortcuts_get (gsize *n_shortcuts)
{
  g_return_val_if_fail (n_shortcuts != NULL, NULL);

  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

const char *
desk_shortcut_get_title (const DeskShortcut *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _ (self->title);
}

const char *
desk_shortcut_group_get_title (DeskShortcutGroup group)
{
  switch (group)
    {
    case DESK_SHORTCUT_GROUP_GENERAL:
      /* Translators: a group of keyboard shortcuts. */
      return _ ("General");
    case DESK_SHORTCUT_GROUP_LIBRARY:
      /* Translators: a group of keyboard shortcuts. */
      return _ ("Library");
    case DESK_SHORTCUT_GROUP_READING:
      /* Translators: a group of keyboard shortcuts. */
      return _ ("Reading");
    case DESK_SHORTCUT_GROUP_MARKING:
      /* Translators: a group of keyboard shortcuts. */
      return _ ("Marking");
    case DESK_SHORTCUT_GROUP_ENTITIES:
      /* Translators: a group of keyboard shortcuts: for the people, places and organisations of a text. */
      return _ ("Names in the Text");
    }

  g_return_val_if_reached (NULL);
}

/* An accelerator that stands for several keys cannot be installed as it is. */
static gboolean
is_installable (const DeskShortcut *shortcut)
{
  return shortcut->action != NULL && strstr (shortcut->accels, "...") == NULL;
}

void
desk_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) accels = NULL;

      if (shortcuts[i].scope != DESK_SHORTCUT_SCOPE_WINDOW || !is_installable (&shortcuts[i]))
        continue;

      accels = g_strsplit (shortcuts[i].accels, " ", -1);
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             (const char *const *) accels);
    }
}

static void
add_accels (GtkShortcutController *controller,
            const DeskShortcut *shortcut)
{
  g_auto (GStrv) accels = g_strsplit (shortcut->accels, " ", -1);

  for (char **accel = accels; *accel != NULL; accel++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      g_autoptr (GError) error = NULL;
      GtkShortcut *item;

      if (!g_action_parse_detailed_name (shortcut->action, &name, &target, &error))
        {
          g_critical ("The action of a shortcut cannot be read: %s", error->message);
          return;
        }

      item = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (*accel),
                               gtk_named_action_new (name));
      gtk_shortcut_set_arguments (item, target);
      gtk_shortcut_controller_add_shortcut (controller, item);
    }
}

GtkEventController *
desk_shortcuts_controller_new (DeskShortcutScope scope)
{
  GtkEventController *controller;

  g_return_val_if_fail (scope != DESK_SHORTCUT_SCOPE_WINDOW, NULL);

  controller = gtk_shortcut_controller_new ();

  if (scope == DESK_SHORTCUT_SCOPE_ARTICLE)
    {
      gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
      /* Before the page, which scrolls by arrows and paging whatever is held with them. */
      gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].scope == scope && is_installable (&shortcuts[i]))
      add_accels (GTK_SHORTCUT_CONTROLLER (controller), &shortcuts[i]);

  return controller;
}
