/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-enums.h"

/**
 * desk_enum_to_nick:
 * @type: an enumeration type, such as %DESK_TYPE_BLOCK_KIND
 * @value: a value of it
 *
 * Gets the word that stands for a value in the store and on the command line.
 *
 * Returns: (nullable): the nick; %NULL if the enumeration has no such value
 */
const char *
desk_enum_to_nick (GType type,
                   int value)
{
  GEnumValue *found;

  g_return_val_if_fail (G_TYPE_IS_ENUM (type), NULL);

  found = g_enum_get_value (g_type_class_get (type), value);

  return found != NULL ? found->value_nick : NULL;
}

/**
 * desk_enum_from_nick:
 * @type: an enumeration type
 * @nick: (nullable): a word, maybe a foreign one
 * @value: (out) (optional): the value; untouched if there is none
 *
 * Finds the value that a word stands for.
 *
 * Returns: %TRUE if there is one
 */
gboolean
desk_enum_from_nick (GType type,
                     const char *nick,
                     int *value)
{
  GEnumValue *found;

  g_return_val_if_fail (G_TYPE_IS_ENUM (type), FALSE);

  if (nick == NULL)
    return FALSE;

  found = g_enum_get_value_by_nick (g_type_class_get (type), nick);
  if (found == NULL)
    return FALSE;

  if (value != NULL)
    *value = found->value;

  return TRUE;
}
