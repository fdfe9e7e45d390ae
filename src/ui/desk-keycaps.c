/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-keycaps.h"

#include <adwaita.h>

static gboolean
is_twin (const char *accel)
{
  return strstr (accel, "KP_") != NULL || strstr (accel, "equal") != NULL;
}

/* "1...8" becomes "1" and "8", each with the modifiers of the first. */
static char **
split_range (const char *accel)
{
  g_auto (GStrv) ends = g_strsplit (accel, "...", 2);
  const char *key;

  if (ends[0] == NULL || ends[1] == NULL)
    return g_steal_pointer (&ends);

  key = strrchr (ends[0], '>');
  if (key != NULL)
    {
      g_autofree char *modifiers = g_strndup (ends[0], key + 1 - ends[0]);
      char *last = g_strconcat (modifiers, ends[1], NULL);

      g_free (ends[1]);
      ends[1] = last;
    }

  return g_steal_pointer (&ends);
}

static char *
dup_key_label (const char *accel)
{
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    return g_strdup (accel);

  return gtk_accelerator_get_label (key, modifiers);
}

static void
append_text (GtkWidget *box,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dim-label");
  adw_wrap_box_append (ADW_WRAP_BOX (box), label);
}

static void
append_keys (GtkWidget *box,
             const char *accel)
{
  g_autofree char *label = dup_key_label (accel);
  /* Keys are joined by a plus; the key plus itself stands at the end. */
  g_auto (GStrv) keys = g_strsplit (g_str_has_suffix (label, "++") ? "" : label, "+", -1);

  if (g_str_has_suffix (label, "++"))
    {
      g_autofree char *modifiers = g_strndup (label, strlen (label) - 2);

      g_strfreev (keys);
      keys = g_strsplit (modifiers, "+", -1);
    }

  for (char **key = keys; *key != NULL; key++)
    {
      GtkWidget *cap = gtk_label_new (*key);

      gtk_widget_add_css_class (cap, "keycap");
      adw_wrap_box_append (ADW_WRAP_BOX (box), cap);
    }

  if (g_str_has_suffix (label, "++"))
    {
      GtkWidget *cap = gtk_label_new ("+");

      gtk_widget_add_css_class (cap, "keycap");
      adw_wrap_box_append (ADW_WRAP_BOX (box), cap);
    }
}

GtkWidget *
desk_keycaps_new (const char *accels)
{
  GtkWidget *box = adw_wrap_box_new ();
  g_auto (GStrv) alternatives = NULL;
  gboolean first = TRUE;

  g_return_val_if_fail (accels != NULL, NULL);

  alternatives = g_strsplit (accels, " ", -1);

  /* Keys stand as they do on the keyboard, whichever way the language runs. */
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 4);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 4);
  adw_wrap_box_set_align (ADW_WRAP_BOX (box), 1);

  for (char **accel = alternatives; *accel != NULL; accel++)
    {
      g_auto (GStrv) range = NULL;

      if (is_twin (*accel))
        continue;

      if (!first)
        /* Translators: stands between two keys that do the same. */
        append_text (box, _ ("or"));
      first = FALSE;

      range = split_range (*accel);
      append_keys (box, range[0]);
      if (range[1] != NULL)
        {
          append_text (box, "…");
          append_keys (box, strrchr (range[1], '>') != NULL ? strrchr (range[1], '>') + 1 : range[1]);
        }
    }

  return box;
}

char *
desk_keycaps_dup_label (const char *accels)
{
  g_auto (GStrv) alternatives = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) labels = NULL;
  g_autofree char *or = NULL;

  g_return_val_if_fail (accels != NULL, NULL);

  alternatives = g_strsplit (accels, " ", -1);
  builder = g_strv_builder_new ();

  for (char **accel = alternatives; *accel != NULL; accel++)
    {
      g_auto (GStrv) range = NULL;
      g_autofree char *first = NULL;

      if (is_twin (*accel))
        continue;

      range = split_range (*accel);
      first = dup_key_label (range[0]);
      if (range[1] != NULL)
        {
          g_autofree char *last = dup_key_label (range[1]);

          /* Translators: said of a range of keys, as “1 to 8”. */
          g_strv_builder_take (builder, g_strdup_printf (_ ("%s to %s"), first, last));
        }
      else
        {
          g_strv_builder_add (builder, first);
        }
    }

  labels = g_strv_builder_unref_to_strv (g_steal_pointer (&builder));
  or = g_strdup_printf (" %s ", _ ("or"));
  return g_strjoinv (or, labels);
}
