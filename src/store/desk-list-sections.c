/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-list-sections-private.h"

static void
clear_section (gpointer data)
{
  g_free (((DeskListSection *) data)->label);
}

static const DeskListSection *
get_section (GArray *sections,
             guint index)
{
  return &g_array_index (sections, DeskListSection, index);
}

/**
 * desk_list_sections_check:
 * @sections: (nullable): sections
 * @n_rows: the rows that they have to hold together
 *
 * Sections are counted by other means than rows. Headings at wrong places would be worse than none.
 *
 * Returns: (transfer full) (nullable): another reference to @sections
 */
GArray *
desk_list_sections_check (GArray *sections,
                          guint n_rows)
{
  guint64 sum = 0;

  if (sections == NULL)
    return NULL;

  for (guint i = 0; i < sections->len; i++)
    sum += get_section (sections, i)->n_rows;

  return sum == n_rows ? g_array_ref (sections) : NULL;
}

static void
append (GArray *sections,
        const char *label,
        guint n_rows)
{
  DeskListSection *last = sections->len > 0 ? &g_array_index (sections, DeskListSection, sections->len - 1) : NULL;

  if (n_rows == 0)
    return;

  if (last != NULL && g_strcmp0 (last->label, label) == 0)
    {
      last->n_rows += n_rows;
    }
  else
    {
      DeskListSection section = { g_strdup (label), n_rows };

      g_array_append_val (sections, section);
    }
}

GArray *
desk_list_sections_join (GArray *head,
                         guint n_head,
                         GArray *tail,
                         guint n_tail)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (DeskListSection));
  guint64 n_skipped = 0;

  g_array_set_clear_func (joined, clear_section);

  for (guint i = 0; i < head->len && n_head > 0; i++)
    {
      guint n_rows = MIN (get_section (head, i)->n_rows, n_head);

      append (joined, get_section (head, i)->label, n_rows);
      n_head -= n_rows;
    }

  for (guint i = 0; i < tail->len; i++)
    n_skipped += get_section (tail, i)->n_rows;
  n_skipped -= MIN (n_skipped, n_tail);
  for (guint i = 0; i < tail->len; i++)
    {
      guint n_rows = get_section (tail, i)->n_rows;
      guint n_cut = (guint) MIN (n_skipped, n_rows);

      n_skipped -= n_cut;
      append (joined, get_section (tail, i)->label, n_rows - n_cut);
    }

  return joined;
}

gboolean
desk_list_sections_find (GArray *sections,
                         guint position,
                         guint *start,
                         guint *end,
                         const char **label)
{
  guint n_before = 0;

  if (sections == NULL)
    return FALSE;

  for (guint i = 0; i < sections->len; i++)
    {
      const DeskListSection *section = get_section (sections, i);

      if (position - n_before < section->n_rows)
        {
          *start = n_before;
          *end = n_before + section->n_rows;
          *label = section->label;
          return TRUE;
        }
      n_before += section->n_rows;
    }

  return FALSE;
}
