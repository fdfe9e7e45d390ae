/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-identity.h"

#include <string.h>

#include "desk-fold.h"

G_DEFINE_BOXED_TYPE (DeskIdentity, desk_identity, desk_identity_copy, desk_identity_free)

/**
 * desk_identity_new:
 * @kind: a kind
 * @name: a name, as it is shown
 *
 * Returns: (transfer full): an identity
 */
DeskIdentity *
desk_identity_new (DeskEntityKind kind,
                   const char *name)
{
  DeskIdentity *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (DeskIdentity, 1);
  self->kind = kind;
  self->name = g_strdup (name);

  return self;
}

/**
 * desk_identity_copy:
 * @self: an identity
 *
 * Returns: (transfer full): a copy
 */
DeskIdentity *
desk_identity_copy (const DeskIdentity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return desk_identity_new (self->kind, self->name);
}

/**
 * desk_identity_free:
 * @self: (transfer full) (nullable): an identity
 */
void
desk_identity_free (DeskIdentity *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

/**
 * desk_identity_equal:
 * @a: an identity
 * @b: another one
 *
 * Returns: whether both are the same: one kind, and names that are equal when folded
 */
gboolean
desk_identity_equal (const DeskIdentity *a,
                     const DeskIdentity *b)
{
  g_autofree char *name_a = NULL;
  g_autofree char *name_b = NULL;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a->kind != b->kind)
    return FALSE;
  if (strcmp (a->name, b->name) == 0)
    return TRUE;

  name_a = desk_name_fold (a->name);
  name_b = desk_name_fold (b->name);

  return strcmp (name_a, name_b) == 0;
}

static gboolean
is_edge (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_ispunct (c);
}

/* What stands at both ends of a name without being part of it: quotation marks, commas, a full stop. */
static void
trim (const char **start,
      const char **end)
{
  while (*start < *end && is_edge (g_utf8_get_char (*start)))
    *start = g_utf8_next_char (*start);
  while (*start < *end)
    {
      const char *last = g_utf8_prev_char (*end);

      if (!is_edge (g_utf8_get_char (last)))
        break;
      *end = last;
    }
}

/**
 * desk_name_fold:
 * @name: a name in valid UTF-8
 *
 * Brings a name into the form under which it is compared: folded as desk_fold_word() does, without outer punctuation,
 * a possessive or an English article before it, and with single spaces. A name of nothing but punctuation stays.
 *
 * Returns: (transfer full): the folded name
 */
char *
desk_name_fold (const char *name)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  GString *result;
  const char *start;
  const char *end;
  gboolean space = FALSE;

  g_return_val_if_fail (name != NULL, NULL);

  desk_fold_word (name, strlen (name), folded);
  start = folded->str;
  end = folded->str + folded->len;
  trim (&start, &end);
  if (end - start > 2 && memcmp (end - 2, "'s", 2) == 0)
    {
      end -= 2;
      trim (&start, &end);
    }
  if (end - start > 4 && memcmp (start, "the ", 4) == 0)
    {
      start += 4;
      trim (&start, &end);
    }
  if (start == end)
    return g_strdup (folded->str);

  result = g_string_sized_new ((gsize) (end - start));
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space)
        g_string_append_c (result, ' ');
      space = FALSE;
      g_string_append_unichar (result, c);
    }

  return g_string_free (result, FALSE);
}
