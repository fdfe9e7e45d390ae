/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-intake.h"

struct _DeskIntake
{
  GObject parent_instance;

  GListStore *files;
  char *address;
  GBytes *bytes;
  const char *media_type;
};

G_DEFINE_FINAL_TYPE (DeskIntake, desk_intake, G_TYPE_OBJECT)

static void
desk_intake_finalize (GObject *object)
{
  DeskIntake *self = DESK_INTAKE (object);

  g_clear_object (&self->files);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->address);

  G_OBJECT_CLASS (desk_intake_parent_class)->finalize (object);
}

static void
desk_intake_class_init (DeskIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_intake_finalize;
}

static void
desk_intake_init (DeskIntake *self)
{
}

GListModel *
desk_intake_get_files (DeskIntake *self)
{
  g_return_val_if_fail (DESK_IS_INTAKE (self), NULL);

  return G_LIST_MODEL (self->files);
}

const char *
desk_intake_get_address (DeskIntake *self)
{
  g_return_val_if_fail (DESK_IS_INTAKE (self), NULL);

  return self->address;
}

GBytes *
desk_intake_get_bytes (DeskIntake *self)
{
  g_return_val_if_fail (DESK_IS_INTAKE (self), NULL);

  return self->bytes;
}

const char *
desk_intake_get_media_type (DeskIntake *self)
{
  g_return_val_if_fail (DESK_IS_INTAKE (self), NULL);

  return self->media_type;
}

static gboolean
is_web_address (const char *uri)
{
  const char *scheme = g_uri_peek_scheme (uri);

  return scheme != NULL && (g_str_equal (scheme, "http") || g_str_equal (scheme, "https"));
}

DeskIntake *
desk_intake_new_for_files (GSList *files)
{
  DeskIntake *self = g_object_new (DESK_TYPE_INTAKE, NULL);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *uri = g_file_get_uri (l->data);

      if (is_web_address (uri))
        {
          if (self->address == NULL)
            self->address = g_steal_pointer (&uri);
          continue;
        }

      if (self->files == NULL)
        self->files = g_list_store_new (G_TYPE_FILE);
      g_list_store_append (self->files, l->data);
    }

  return self;
}

/* Text that is nothing but addresses of files or one of the web is a link, not an article. */
static DeskIntake *
new_for_addresses (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoslist (GFile) files = NULL;

  for (char **line = lines; *line != NULL; line++)
    {
      const char *scheme;

      g_strstrip (*line);
      if (**line == '\0')
        continue;
      if (strpbrk (*line, " \t") != NULL)
        return NULL;

      scheme = g_uri_peek_scheme (*line);
      if (scheme == NULL || !(g_str_equal (scheme, "file") || is_web_address (*line)) ||
          !g_uri_is_valid (*line, G_URI_FLAGS_PARSE_RELAXED, NULL))
        return NULL;

      files = g_slist_prepend (files, g_file_new_for_uri (*line));
    }

  if (files == NULL)
    return NULL;

  files = g_slist_reverse (files);
  return desk_intake_new_for_files (files);
}

DeskIntake *
desk_intake_new_for_text (const char *text)
{
  DeskIntake *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = new_for_addresses (text);
  if (self != NULL)
    return self;

  self = g_object_new (DESK_TYPE_INTAKE, NULL);
  self->bytes = g_bytes_new (text, strlen (text));
  self->media_type = "text/plain";

  return self;
}

DeskIntake *
desk_intake_new_for_html (GBytes *html)
{
  DeskIntake *self;

  g_return_val_if_fail (html != NULL, NULL);

  self = g_object_new (DESK_TYPE_INTAKE, NULL);
  self->bytes = g_bytes_ref (html);
  self->media_type = "text/html";

  return self;
}

static const char *const html_types[] = { "text/html", NULL };
static const char *const address_types[] = { "text/uri-list", NULL };

GdkContentFormats *
desk_intake_dup_formats (void)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_mime_type (builder, html_types[0]);
  gdk_content_formats_builder_add_mime_type (builder, address_types[0]);
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);

  return gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_builder_free_to_formats (builder));
}

gboolean
desk_intake_can_read (GdkContentFormats *formats)
{
  g_autoptr (GdkContentFormats) wanted = desk_intake_dup_formats ();

  return formats != NULL && gdk_content_formats_match (formats, wanted);
}

static GdkContentFormats *
get_formats (GObject *source)
{
  return GDK_IS_DROP (source) ? gdk_drop_get_formats (GDK_DROP (source))
                              : gdk_clipboard_get_formats (GDK_CLIPBOARD (source));
}

static void
read_text (GTask *task);

static void
text_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GTask) task = data;
  const GValue *value;
  const char *text = NULL;
  GError *error = NULL;

  value = GDK_IS_DROP (source) ? gdk_drop_read_value_finish (GDK_DROP (source), result, &error)
                               : gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  if (value == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  text = g_value_get_string (value);
  if (text == NULL || *text == '\0')
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("There is no text in it."));
  else
    g_task_return_pointer (task, desk_intake_new_for_text (text), g_object_unref);
}

static void
read_text (GTask *task)
{
  GObject *source = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (GDK_IS_DROP (source))
    gdk_drop_read_value_async (GDK_DROP (source), G_TYPE_STRING, G_PRIORITY_DEFAULT, cancellable,
                               text_cb, g_object_ref (task));
  else
    gdk_clipboard_read_value_async (GDK_CLIPBOARD (source), G_TYPE_STRING, G_PRIORITY_DEFAULT, cancellable,
                                    text_cb, g_object_ref (task));
}

static void
html_spliced_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GBytes) html = NULL;
  GError *error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error) < 0)
    {
      g_task_return_error (task, error);
      return;
    }

  html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
  if (g_bytes_get_size (html) == 0)
    read_text (task);
  else
    g_task_return_pointer (task, desk_intake_new_for_html (html), g_object_unref);
}

static void
html_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GOutputStream) output = NULL;
  GError *error = NULL;

  input = GDK_IS_DROP (source) ? gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error)
                               : gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (input == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  output = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                html_spliced_cb, g_object_ref (task));
}

static void
files_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GTask) task = data;
  const GValue *value;
  GSList *files;
  GError *error = NULL;

  value = GDK_IS_DROP (source) ? gdk_drop_read_value_finish (GDK_DROP (source), result, &error)
                               : gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);
  if (value == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  files = g_value_get_boxed (value);
  if (files == NULL)
    read_text (task);
  else
    g_task_return_pointer (task, desk_intake_new_for_files (files), g_object_unref);
}

void
desk_intake_read_async (GObject *source,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GdkContentFormats) formats = NULL;

  g_return_if_fail (GDK_IS_DROP (source) || GDK_IS_CLIPBOARD (source));

  task = g_task_new (source, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_intake_read_async);
  formats = gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (get_formats (source)));

  /* Files before all: a file manager offers their names as text, too. A link comes as a list of addresses
   * with a shred of HTML beside it. Then HTML, which keeps the structure that text has lost. */
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    {
      if (GDK_IS_DROP (source))
        gdk_drop_read_value_async (GDK_DROP (source), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable,
                                   files_cb, g_object_ref (task));
      else
        gdk_clipboard_read_value_async (GDK_CLIPBOARD (source), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT,
                                        cancellable, files_cb, g_object_ref (task));
    }
  else if (gdk_content_formats_contain_mime_type (formats, html_types[0]))
    {
      if (GDK_IS_DROP (source))
        gdk_drop_read_async (GDK_DROP (source), (const char **) html_types, G_PRIORITY_DEFAULT, cancellable,
                             html_cb, g_object_ref (task));
      else
        gdk_clipboard_read_async (GDK_CLIPBOARD (source), (const char **) html_types, G_PRIORITY_DEFAULT,
                                  cancellable, html_cb, g_object_ref (task));
    }
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    {
      read_text (task);
    }
  else
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                       _ ("NewsDesk takes files, text and web pages."));
    }
}

DeskIntake *
desk_intake_read_finish (GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_intake_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
