/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-reader-message.h"

#include <math.h>

/* No screen is larger. */
#define MAX_PIXELS 1e6

static JSCValue *
get_field (JSCValue *message,
           const char *name)
{
  g_return_val_if_fail (JSC_IS_VALUE (message), NULL);

  return jsc_value_is_object (message) ? jsc_value_object_get_property (message, name) : NULL;
}

gboolean
desk_reader_message_get_uint (JSCValue *message,
                              const char *name,
                              guint max,
                              guint *value)
{
  g_autoptr (JSCValue) field = get_field (message, name);
  double number;

  if (field == NULL || !jsc_value_is_number (field))
    return FALSE;

  number = jsc_value_to_double (field);
  /* Written so that NaN fails. */
  if (!(number >= 0 && number <= max) || number != floor (number))
    return FALSE;

  *value = number;
  return TRUE;
}

gboolean
desk_reader_message_get_boolean (JSCValue *message,
                                 const char *name,
                                 gboolean *value)
{
  g_autoptr (JSCValue) field = get_field (message, name);

  if (field == NULL || !jsc_value_is_boolean (field))
    return FALSE;

  *value = jsc_value_to_boolean (field);
  return TRUE;
}

char *
desk_reader_message_dup_string (JSCValue *message,
                                const char *name,
                                gsize max_bytes)
{
  g_autoptr (JSCValue) field = get_field (message, name);
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes;
  const char *data;

  if (field == NULL || !jsc_value_is_string (field))
    return NULL;

  bytes = jsc_value_to_string_as_bytes (field);
  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes > max_bytes || !g_utf8_validate_len (data, n_bytes, NULL))
    return NULL;

  return g_strndup (data, n_bytes);
}

gboolean
desk_reader_message_get_box (JSCValue *list,
                             guint offset,
                             double zoom,
                             GdkRectangle *box)
{
  double numbers[4];

  g_return_val_if_fail (JSC_IS_VALUE (list), FALSE);

  if (!jsc_value_is_array (list))
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (JSCValue) item = jsc_value_object_get_property_at_index (list, offset + i);

      if (!jsc_value_is_number (item))
        return FALSE;
      numbers[i] = jsc_value_to_double (item) * zoom;
      if (!(fabs (numbers[i]) <= MAX_PIXELS))
        return FALSE;
    }

  box->x = floor (numbers[0]);
  box->y = floor (numbers[1]);
  box->width = MAX (1, ceil (numbers[2]));
  box->height = MAX (1, ceil (numbers[3]));
  return TRUE;
}
