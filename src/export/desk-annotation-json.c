/* Marks as `newsdesk-cli show` writes them.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-annotation-json.h"

static void
set_time (JsonObject *object,
          const char *name,
          gint64 microseconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (microseconds);
  g_autofree char *text = g_date_time_format_iso8601 (time);

  json_object_set_string_member (object, name, text);
}

/**
 * desk_annotations_to_json:
 * @annotations: (element-type DeskAnnotation): marks of one article
 *
 * Offsets are code points of the canonical text, end exclusive; times are UTC.
 *
 * Returns: (transfer full): an array
 */
JsonNode *
desk_annotations_to_json (GPtrArray *annotations)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (annotations->len);

  for (guint i = 0; i < annotations->len; i++)
    {
      DeskAnnotation *annotation = g_ptr_array_index (annotations, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", desk_annotation_get_id (annotation));
      json_object_set_string_member (object, "kind", desk_annotation_get_kind_id (annotation));
      json_object_set_int_member (object, "start", desk_annotation_get_start (annotation));
      json_object_set_int_member (object, "end", desk_annotation_get_end (annotation));
      json_object_set_string_member (object, "exact", desk_annotation_get_exact (annotation));
      json_object_set_string_member (object, "prefix", desk_annotation_get_prefix (annotation));
      json_object_set_string_member (object, "suffix", desk_annotation_get_suffix (annotation));
      json_object_set_string_member (object, "note", desk_annotation_get_note (annotation));
      set_time (object, "created", desk_annotation_get_created (annotation));
      set_time (object, "modified", desk_annotation_get_modified (annotation));
      json_array_add_object_element (array, object);
    }
  json_node_take_array (node, array);

  return node;
}
