/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-said-words.h"

#include "desk-date-label.h"

static void
append (GString *line,
        const char *separator,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", part);
}

static char *
dup_day (const char *published)
{
  g_autofree char *day = published != NULL && *published != '\0' ? g_strndup (published, strcspn (published, "T ")) : NULL;

  return desk_date_label_dup (day);
}

char *
desk_said_dup_place (DeskSaid *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *day = NULL;

  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  day = dup_day (desk_said_get_published (self));
  append (line, " · ", desk_said_get_headline (self));
  append (line, " · ", desk_said_get_source (self));
  append (line, " · ", day);
  if (desk_said_get_indirect (self))
    append (line, " · ", _ ("reported"));
  return g_string_free_and_steal (g_steal_pointer (&line));
}

char *
desk_said_dup_attribution (DeskSaid *self,
                           const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = NULL;
  const char *source;

  g_return_val_if_fail (DESK_IS_SAID (self), NULL);

  day = dup_day (desk_said_get_published (self));
  source = desk_said_get_source (self);
  if (desk_said_get_indirect (self))
    g_string_append (text, desk_said_get_text (self));
  else
    g_string_append_printf (text, "“%s”", desk_said_get_text (self));
  g_string_append_printf (text, " — %s", name);
  append (text, ", ", desk_said_get_role (self));
  append (text, ", ", source != NULL && *source != '\0' ? source : desk_said_get_headline (self));
  append (text, ", ", day);
  append (text, ", ", desk_said_get_url (self));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
desk_naming_dup_subtitle (DeskNaming *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *day = NULL;
  g_autofree char *n = NULL;

  g_return_val_if_fail (DESK_IS_NAMING (self), NULL);

  day = dup_day (desk_naming_get_published (self));
  n = g_strdup_printf (ngettext ("%u mention", "%u mentions", desk_naming_get_n_mentions (self)), desk_naming_get_n_mentions (self));
  append (line, " · ", desk_naming_get_source (self));
  append (line, " · ", day);
  append (line, " · ", n);
  return g_string_free_and_steal (g_steal_pointer (&line));
}
