/* Starts NewsDesk.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "desk-application.h"

#define LIBRARY_OPTION "--library="

static char *
resolve (const char *arg)
{
  g_autoptr (GFile) file = NULL;
  const char *scheme = g_uri_peek_scheme (arg);

  /* A colon makes no address of a file that is there. */
  if (scheme != NULL && !g_file_test (arg, G_FILE_TEST_EXISTS))
    return g_strdup (arg);

  file = g_file_new_for_commandline_arg (arg);
  return g_file_get_path (file);
}

/* Relative names belong to the folder that the program was started in, which is left soon. */
static char **
resolve_args (int argc,
              char **argv)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = 0; i < argc; i++)
    {
      if (i > 0 && g_str_has_prefix (argv[i], LIBRARY_OPTION))
        {
          g_autofree char *path = resolve (argv[i] + strlen (LIBRARY_OPTION));

          g_strv_builder_take (builder, g_strconcat (LIBRARY_OPTION, path, NULL));
        }
      else if (i > 0 && *argv[i] != '-' && *argv[i] != '\0')
        {
          g_strv_builder_take (builder, resolve (argv[i]));
        }
      else
        {
          g_strv_builder_add (builder, argv[i]);
        }
    }

  return g_strv_builder_unref_to_strv (g_steal_pointer (&builder));
}

int
main (int argc,
      char *argv[])
{
  const char *locales = g_getenv ("NEWSDESK_LOCALEDIR");
  g_autoptr (DeskApplication) application = NULL;
  g_auto (GStrv) args = resolve_args (argc, argv);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales != NULL ? locales : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("NewsDesk"));

  /* In a Flatpak the web process gets a sandbox of its own only from a folder that exists in there, too. */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) && g_chdir ("/") != 0)
    g_message ("The folder could not be left");

  application = desk_application_new ();

  return g_application_run (G_APPLICATION (application), argc, args);
}
