/* The rules of kinds of marks, written for one theme. A mark has the fill of its kind and a line in the
 * pattern of its kind. Marks that it covers have a lane each below that line, in their own pattern at a
 * third of the size.
 *
 * The line is a background, not a text decoration, because a highlight of a layer would replace that. On
 * paper there are no layers, and decorations make the smaller file.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-palette-private.h"

#include <string.h>

#include "desk-kind.h"

#define NAME_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

#define N_LANES 3

/* `C` stands for the colour, `T` for the width of a plain line. */
typedef struct
{
  const char *line; /* as in DeskKind */
  const char *image;
  const char *size;
  const char *position;
  const char *lane;
  const char *decoration;
} Pattern;

static const Pattern patterns[] = {
  { "solid-thin", "linear-gradient(C, C)", "100% Tpx", "0 100%", "linear-gradient(C 1.5px, transparent 0)", "solid 1.4pt" },
  { "solid-thick", "linear-gradient(C, C)", "100% Tpx", "0 100%", "linear-gradient(C, C)", "solid 2.6pt" },
  /* Hills above valleys, each half a ring. */
  { "wavy-thin",
    "radial-gradient(circle at 75% 0, transparent 0.9px, C 1.2px 2.2px, transparent 2.5px), "
    "radial-gradient(circle at 25% 100%, transparent 0.9px, C 1.2px 2.2px, transparent 2.5px)",
    "7px 2.5px", "0 100%, 0 calc(100% - 2.5px)", "conic-gradient(from 135deg at 50% 0, C 90deg, transparent 0)", "wavy 0.9pt" },
  { "wavy-thick",
    "radial-gradient(circle at 75% 0, transparent 1px, C 1.4px 3.4px, transparent 3.8px), "
    "radial-gradient(circle at 25% 100%, transparent 1px, C 1.4px 3.4px, transparent 3.8px)",
    "9.6px 3.8px", "0 100%, 0 calc(100% - 3.8px)", "conic-gradient(from 135deg at 50% 0, C 90deg, transparent 0)", "wavy 1.8pt" },
  { "double-thin", "linear-gradient(C 1.5px, transparent 0 3px, C 0)", "100% 4.5px", "0 100%",
    "linear-gradient(C 1px, transparent 0 2px, C 0)", "double 0.9pt" },
  { "double-thick", "linear-gradient(C 2px, transparent 0 4px, C 0)", "100% 6px", "0 100%",
    "linear-gradient(C 1px, transparent 0 2px, C 0)", "double 1.6pt" },
  { "dashed-thin", "linear-gradient(90deg, C 6px, transparent 0)", "9px Tpx", "0 100%",
    "linear-gradient(90deg, C 5px, transparent 0)", "dashed 1.4pt" },
  { "dashed-thick", "linear-gradient(90deg, C 8px, transparent 0)", "12px Tpx", "0 100%",
    "linear-gradient(90deg, C 5px, transparent 0)", "dashed 2.6pt" },
};

#define UNKNOWN_LINE "double-thick"
#define UNKNOWN_ID "unknown"

static const Pattern *
find_pattern (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (g_strcmp0 (patterns[i].line, line) == 0)
      return &patterns[i];

  return find_pattern (UNKNOWN_LINE);
}

static char *
fill_in (const char *template,
         const char *color,
         guint width)
{
  g_autofree char *digits = g_strdup_printf ("%u", width);
  GString *filled = g_string_new (template);

  g_string_replace (filled, "C", color, 0);
  g_string_replace (filled, "T", digits, 0);

  return g_string_free_and_steal (filled);
}

static void
append_kind (GString *css,
             const char *id,
             const Pattern *pattern,
             DeskReaderTone tone,
             gboolean high_contrast)
{
  const char *color = desk_reader_palette_get_line (id, tone);
  guint width = (g_str_has_suffix (pattern->line, "thick") ? 4 : 2) + (high_contrast ? 1 : 0);
  g_autofree char *image = fill_in (pattern->image, color, width);
  g_autofree char *size = fill_in (pattern->size, color, width);
  g_autofree char *lane = fill_in (pattern->lane, color, width);

  g_string_append_printf (css, "mark.k-%s { background-color: %s; background-image: %s; background-size: %s; background-position: %s; }\n",
                          id, desk_reader_palette_get_fill (id, tone), image, size, pattern->position);
  g_string_append_printf (css, "@media print { mark.k-%s { background-image: none; text-decoration: underline %s %s; } }\n",
                          id, pattern->decoration, color);
  g_string_append_printf (css, ".nd-stripe.k-%s, .nd-notes .k-%s, .k-%s[data-sign]::after { color: %s; }\n", id, id, id, color);

  g_string_append_printf (css, "mark.k-%s[class*=\" l1-\"] { --top: %s; }\n", id, lane);
  for (guint n = 1; n <= N_LANES; n++)
    g_string_append_printf (css, ".l%u-%s { --lane-%u: %s; }\n", n, id, n, lane);
}

/* Room for `n` lanes below the line of the topmost mark. */
static void
append_lanes (GString *css,
              GPtrArray *ids,
              guint n)
{
  g_string_append (css, "mark:is(");
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (css, "%s.l%u-%s", i > 0 ? ", " : "", n, (const char *) g_ptr_array_index (ids, i));

  g_string_append (css, ") { background-image: var(--top)");
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (css, ", var(--lane-%u)", i);
  g_string_append_printf (css, "; background-size: 8px 4px, 8px 3px; padding-bottom: %upx; border-radius: 0; background-position: ", 4 * n + 1);
  for (guint i = n; i > 0; i--)
    g_string_append_printf (css, "0 calc(100%% - %upx), ", 4 * i);
  g_string_append (css, "0 100%; }\n");
}

void
desk_reader_palette_append_kinds (GString *css,
                                  GListModel *kinds,
                                  DeskReaderTone tone,
                                  gboolean high_contrast)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (css != NULL);
  g_return_if_fail (G_IS_LIST_MODEL (kinds));

  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (DeskKind) kind = g_list_model_get_item (kinds, i);
      const char *id = desk_kind_get_id (kind);

      /* Ids can come from a file; the page has "unknown" where one cannot be a class. */
      if (strspn (id, NAME_CHARACTERS) != strlen (id))
        continue;
      append_kind (css, id, find_pattern (desk_kind_get_line (kind)), tone, high_contrast);
      g_ptr_array_add (ids, g_strdup (id));
    }
  append_kind (css, UNKNOWN_ID, find_pattern (UNKNOWN_LINE), tone, high_contrast);
  g_ptr_array_add (ids, g_strdup (UNKNOWN_ID));

  for (guint n = 1; n <= N_LANES; n++)
    append_lanes (css, ids, n);
}
