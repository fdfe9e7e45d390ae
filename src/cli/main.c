/* newsdesk-cli: what the window does, without a display.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "desk-cli.h"

typedef struct
{
  const char *name;
  int (*run) (int argc, char **argv);
  const char *summary;
} Command;

static const Command commands[] = {
  { "read", desk_cli_read, N_ ("Read articles from files, without a library") },
  { "analyze", desk_cli_analyze, N_ ("Read articles and work out who, where and when") },
  { "tag", desk_cli_tag, N_ ("Tag tokens as parts of names, without a library") },
  { "dates", desk_cli_dates, N_ ("Find the dates of lines of text") },
  { "import", desk_cli_import, N_ ("Add files and folders to the library") },
  { "list", desk_cli_list, N_ ("List the articles of the library") },
  { "search", desk_cli_search, N_ ("Search the library") },
  { "show", desk_cli_show, N_ ("Show one article of the library with its marks") },
  { "said", desk_cli_said, N_ ("Give everything that somebody said, over the whole library") },
  { "rules", desk_cli_rules, N_ ("List what was corrected by hand: who is who, who said what, when it was") },
  { "check", desk_cli_check, N_ ("Check the library and every original in it") },
  { "backup", desk_cli_backup, N_ ("Write a backup of the library to a file") },
};

static void
print_usage (void)
{
  g_printerr ("%s\n\n%s\n", _ ("Usage: newsdesk-cli COMMAND [OPTION…] [ARGUMENT…]"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_printerr ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  g_printerr ("\n%s\n", _ ("“newsdesk-cli COMMAND --help” tells the options of a command."));
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);

  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("newsdesk-cli %s\n", PACKAGE_VERSION);
      return DESK_CLI_OK;
    }

  print_usage ();
  return argc > 1 && g_str_equal (argv[1], "--help") ? DESK_CLI_OK : DESK_CLI_USAGE;
}
