/* Turns the bytes of a file into articles.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-core-types.h"
#include "desk-decode.h"
#include "desk-html-format.h"
#include "desk-import-guard.h"
#include "desk-importer.h"
#include "desk-language.h"
#include "desk-markdown-format.h"
#include "desk-sniff.h"
#include "desk-text-format.h"
#include "desk-uuid.h"

#define READ_CHUNK (256 * 1024)

/* A title made of the first words is so long at most. */
#define TITLE_LENGTH 80

G_DEFINE_QUARK (desk - import - error - quark, desk_import_error)

/**
 * desk_import_error_code:
 * @error: any error
 *
 * Returns: the word for the kind of error in the output of the command line
 */
const char *
desk_import_error_code (const GError *error)
{
  if (error == NULL || error->domain != DESK_IMPORT_ERROR)
    return "failed";

  switch ((DeskImportError) error->code)
    {
    case DESK_IMPORT_ERROR_EMPTY:
      return "empty";
    case DESK_IMPORT_ERROR_BINARY:
      return "binary";
    case DESK_IMPORT_ERROR_TOO_LARGE:
      return "too-large";
    case DESK_IMPORT_ERROR_UNREADABLE:
      return "unreadable";
    case DESK_IMPORT_ERROR_UNSUPPORTED:
      return "unsupported";
    case DESK_IMPORT_ERROR_NO_TEXT:
      return "no-text";
    case DESK_IMPORT_ERROR_TIME_OUT:
      return "time-out";
    case DESK_IMPORT_ERROR_CANCELLED:
      return "cancelled";
    }

  return "failed";
}

static void
set_too_large (GError **error,
               guint64 size,
               const DeskImportLimits *limits)
{
  g_autofree char *has = g_format_size (size);
  g_autofree char *limit = g_format_size (limits->max_bytes);

  g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_TOO_LARGE,
               /* Translators: the first is the size of a file, like “104 MB”, the second the limit */
               _ ("This file has %s; NewsDesk reads texts and pages of up to %s. Save the part that you need as a file of its own."), has, limit);
}

/* Bytes that no text has: more than one in fifty is a sign of a program or a picture. */
static gboolean
is_binary (const DeskDecoded *decoded,
           gsize size)
{
  gsize n_control = 0;
  gsize n_zero = 0;

  for (gsize i = 0; i < decoded->length; i++)
    {
      guint8 byte = decoded->utf8[i];

      n_zero += byte == 0;
      n_control += (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v' && byte != 0x1b && byte != 0x1a) || byte == 0x7f;
    }

  return n_zero * 1000 > size || (n_control + decoded->n_replaced) * 20 > size + 60;
}

/* Zeros and other control characters have no place in a text. */
static void
drop_control_characters (DeskDecoded *decoded)
{
  gsize write = 0;

  for (gsize read = 0; read < decoded->length; read++)
    {
      guint8 byte = decoded->utf8[read];

      if (byte >= 0x20 ? byte != 0x7f : byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f' || byte == '\v')
        decoded->utf8[write++] = byte;
    }
  decoded->utf8[write] = '\0';
  decoded->length = write;
}

static void
add_warnings (DeskReading *reading,
              const DeskDecoded *decoded)
{
  g_autofree char *text = NULL;

  if (decoded->n_replaced > 0)
    {
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u character could not be read and was replaced by “�”.",
                                           "%u characters could not be read and were replaced by “�”.",
                                           decoded->n_replaced),
                              decoded->n_replaced);
      desk_reading_warn (reading, text);
      g_clear_pointer (&text, g_free);
    }
  if (decoded->n_mended > 0)
    {
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "The file mixes two encodings; %u character was read as windows-1252.",
                                           "The file mixes two encodings; %u characters were read as windows-1252.",
                                           decoded->n_mended),
                              decoded->n_mended);
      desk_reading_warn (reading, text);
      g_clear_pointer (&text, g_free);
    }
  if (decoded->is_guess)
    {
      text = g_strdup_printf (_ ("The file does not tell its encoding; it was read as %s."), decoded->charset);
      desk_reading_warn (reading, text);
    }
}

/* An article without a headline is listed by its first words. */
static void
ensure_headline (DeskReading *reading,
                 DeskVersion *version)
{
  g_autofree char *lead = NULL;

  if (desk_reading_get (reading, DESK_FIELD_HEADLINE) != NULL)
    return;

  lead = desk_version_dup_lead (version, TITLE_LENGTH);
  desk_reading_set (reading, DESK_FIELD_HEADLINE, lead, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_WEAK);
}

static void
ensure_language (DeskReading *reading,
                 DeskVersion *version)
{
  DeskText *text = desk_version_get_text (version);
  DeskReadingField *field = &reading->fields[DESK_FIELD_LANGUAGE];
  DeskConfidence confidence;
  const char *language;

  if (desk_text_get_length (text) < 200 && field->value != NULL)
    return;

  language = desk_language_detect (desk_text_get_utf8 (text), desk_text_get_n_bytes (text), &confidence);
  /* Templates say "en" of pages in any language: what the text shows beyond doubt wins. */
  if (language != NULL && field->value != NULL && confidence == DESK_CONFIDENCE_SURE && g_ascii_strncasecmp (field->value, language, strlen (language)) != 0 &&
      !(g_str_equal (language, "nb") && (g_ascii_strncasecmp (field->value, "no", 2) == 0 || g_ascii_strncasecmp (field->value, "nn", 2) == 0)) &&
      !(g_str_equal (language, "hr") && (g_ascii_strncasecmp (field->value, "sr", 2) == 0 || g_ascii_strncasecmp (field->value, "bs", 2) == 0)))
    g_clear_pointer (&field->value, g_free);

  desk_reading_set (reading, DESK_FIELD_LANGUAGE, language, DESK_ORIGIN_TEXT, confidence);
}

static DeskArticle *
make_article (DeskReading *reading,
              const DeskSniffed *sniffed,
              GBytes *bytes,
              const DeskImportHints *hints,
              const DeskImportLimits *limits)
{
  gboolean is_cut;
  g_autoptr (DeskVersion) version = desk_draft_to_version (reading->draft, limits, &is_cut);
  g_autofree char *id = desk_uuid_new ();
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  DeskArticle *article = desk_article_new (id, version);

  if (is_cut)
    desk_reading_warn (reading, _ ("The text has more blocks than NewsDesk keeps; the rest was left out."));
  ensure_headline (reading, version);
  ensure_language (reading, version);
  if (hints != NULL && hints->url != NULL)
    desk_reading_set (reading, DESK_FIELD_URL, hints->url, DESK_ORIGIN_ADDRESS, DESK_CONFIDENCE_SURE);

  for (guint i = 0; i < DESK_N_FIELDS; i++)
    if (reading->fields[i].value != NULL)
      desk_article_set_field (article, i, reading->fields[i].value, reading->fields[i].origin, reading->fields[i].confidence);
  if (reading->authors != NULL)
    desk_article_set_authors (article, (const char *const *) reading->authors);
  for (guint i = 0; i < reading->warnings->len; i++)
    desk_article_add_warning (article, g_ptr_array_index (reading->warnings, i));
  desk_article_set_original (article, sniffed->media_type, hash, g_bytes_get_size (bytes), hints != NULL ? hints->name : NULL);

  return article;
}

static gboolean
set_foreign (GError **error,
             const DeskSniffed *sniffed)
{
  g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNSUPPORTED,
               /* Translators: the first is a sentence like “This is a PDF file” */
               _ ("%s; NewsDesk reads text, Markdown and HTML. Save or copy its text in one of these, and open that."), sniffed->what);

  return FALSE;
}

static DeskDecoded *
decode (GBytes *bytes,
        const DeskImportHints *hints,
        DeskSniffed *sniffed,
        GError **error)
{
  g_autoptr (DeskDecoded) decoded = NULL;
  const char *name = hints != NULL ? hints->name : NULL;
  const char *media_type = hints != NULL ? hints->media_type : NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  *sniffed = desk_sniff_bytes (data, size);
  if (sniffed->format == DESK_FORMAT_FOREIGN)
    {
      set_foreign (error, sniffed);
      return NULL;
    }

  decoded = desk_decode (data, size, hints != NULL ? hints->charset : NULL, desk_sniff_is_markup (data, size, name, media_type));
  if (is_binary (decoded, size))
    {
      g_set_error_literal (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_BINARY,
                           _ ("This file holds no text that NewsDesk can read. If it is a document of another program, save it there as text or as a web page."));
      return NULL;
    }
  drop_control_characters (decoded);

  *sniffed = desk_sniff_text (decoded->utf8, decoded->length, name, media_type);
  if (sniffed->format == DESK_FORMAT_FOREIGN)
    {
      set_foreign (error, sniffed);
      return NULL;
    }

  return g_steal_pointer (&decoded);
}

static DeskReading *
read_format (const DeskDecoded *decoded,
             const DeskSniffed *sniffed,
             const char *url,
             DeskImportGuard *guard,
             GError **error)
{
  switch (sniffed->format)
    {
    case DESK_FORMAT_HTML:
      return desk_html_format_read (decoded->utf8, decoded->length, url, guard, error);
    case DESK_FORMAT_MARKDOWN:
      return desk_markdown_format_read (decoded->utf8, decoded->length, url, guard, error);
    case DESK_FORMAT_TEXT:
    case DESK_FORMAT_FOREIGN:
      break;
    }

  return desk_text_format_read (decoded->utf8, decoded->length, guard, error);
}

/**
 * desk_importer_read_bytes:
 * @bytes: the file as it came
 * @hints: (nullable): what else is known of it
 * @limits: (nullable): what it may use; %NULL for the default
 * @cancellable: (nullable): stops it
 *
 * Reads an article. The format is told from the content, then from the name; so is the encoding. Safe in any thread.
 *
 * Returns: (transfer full) (element-type DeskArticle): the articles, at least one; %NULL with an error of
 *   %DESK_IMPORT_ERROR, whose message is a sentence for the reader
 */
GPtrArray *
desk_importer_read_bytes (GBytes *bytes,
                          const DeskImportHints *hints,
                          const DeskImportLimits *limits,
                          GCancellable *cancellable,
                          GError **error)
{
  DeskImportLimits defaults = desk_import_limits_default ();
  DeskImportGuard guard;
  DeskSniffed sniffed;
  g_autoptr (DeskDecoded) decoded = NULL;
  g_autoptr (DeskReading) reading = NULL;
  g_autoptr (GPtrArray) articles = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (limits == NULL)
    limits = &defaults;
  desk_import_guard_init (&guard, limits, cancellable);
  if (!desk_import_guard_check (&guard, error))
    return NULL;

  if (g_bytes_get_size (bytes) == 0)
    {
      g_set_error_literal (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_EMPTY,
                           _ ("This file is empty. Save the article again, and open the new file."));
      return NULL;
    }
  if (g_bytes_get_size (bytes) > limits->max_bytes)
    {
      set_too_large (error, g_bytes_get_size (bytes), limits);
      return NULL;
    }

  decoded = decode (bytes, hints, &sniffed, error);
  if (decoded == NULL || !desk_import_guard_check (&guard, error))
    return NULL;

  reading = read_format (decoded, &sniffed, hints != NULL ? hints->url : NULL, &guard, error);
  if (reading == NULL)
    return NULL;
  if (!desk_draft_has_text (reading->draft))
    {
      g_set_error_literal (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_NO_TEXT,
                           sniffed.format == DESK_FORMAT_HTML
                             ? _ ("This page holds no text. Pages that load their text later keep none of it when they are saved: copy the text from the browser and paste it.")
                             : _ ("This file holds nothing but white space. Save the article again, and open the new file."));
      return NULL;
    }

  add_warnings (reading, decoded);
  articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (articles, make_article (reading, &sniffed, bytes, hints, limits));

  return g_steal_pointer (&articles);
}

static gboolean
set_unreadable (GError **error,
                const char *name,
                GError *cause)
{
  g_autoptr (GError) owned = cause;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_CANCELLED,
                         _ ("Opening was stopped. Open the file again to read it."));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE,
                 _ ("There is no file “%s”. It may have been moved, renamed or deleted."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE,
                 _ ("NewsDesk may not read “%s”. Change its permissions, or copy it to a folder of your own."), name);
  else
    g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE,
                 /* Translators: the second is the reason in the words of the system */
                 _ ("“%s” could not be read: %s"), name, cause->message);

  return FALSE;
}

/* Reads in pieces, so that a file without end is stopped at the limit. */
static GBytes *
load (GFile *file,
      const char *name,
      const DeskImportLimits *limits,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_CHUNK);
  GError *cause = NULL;

  stream = g_file_read (file, cancellable, &cause);
  while (stream != NULL)
    {
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, READ_CHUNK, cancellable, &cause);

      if (n < 0)
        break;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      g_byte_array_append (bytes, buffer, n);
      if (bytes->len > limits->max_bytes)
        {
          g_autoptr (GFileInfo) info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

          set_too_large (error, info != NULL ? MAX ((guint64) g_file_info_get_size (info), bytes->len) : bytes->len, limits);
          return NULL;
        }
    }

  set_unreadable (error, name, cause);

  return NULL;
}

/**
 * desk_importer_load_file:
 * @file: a file
 * @limits: (nullable): what it may use; %NULL for the default
 * @name: (out) (optional) (transfer full): how the file is called, UTF-8; set on errors, too
 * @cancellable: (nullable): stops it
 *
 * Loads the bytes of a file as they are. Blocking; for use in a thread.
 *
 * Returns: (transfer full): the bytes; %NULL with an error of %DESK_IMPORT_ERROR, whose message is a sentence for the
 *   reader
 */
GBytes *
desk_importer_load_file (GFile *file,
                         const DeskImportLimits *limits,
                         char **name,
                         GCancellable *cancellable,
                         GError **error)
{
  DeskImportLimits defaults = desk_import_limits_default ();
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *base = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (limits == NULL)
    limits = &defaults;
  base = g_file_get_basename (file);
  shown = base != NULL ? g_filename_display_name (base) : g_file_get_uri (file);
  if (name != NULL)
    *name = g_strdup (shown);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE,
                   _ ("“%s” is a folder. Open the files in it."), shown);
      return NULL;
    }
  /* A pipe or a device may never answer. */
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    {
      g_set_error (error, DESK_IMPORT_ERROR, DESK_IMPORT_ERROR_UNREADABLE,
                   _ ("“%s” is no ordinary file. Save the article as a file, and open that."), shown);
      return NULL;
    }
  if (info != NULL && (guint64) g_file_info_get_size (info) > limits->max_bytes)
    {
      set_too_large (error, g_file_info_get_size (info), limits);
      return NULL;
    }

  return load (file, shown, limits, cancellable, error);
}

/**
 * desk_importer_read_file:
 * @file: a file
 * @url: (nullable): the address where it came from, if that is known
 * @limits: (nullable): what it may use; %NULL for the default
 * @cancellable: (nullable): stops it
 *
 * Reads an article from a file. Blocking; for use in a thread.
 *
 * Returns: (transfer full) (element-type DeskArticle): the articles, at least one; %NULL with an error of
 *   %DESK_IMPORT_ERROR, whose message is a sentence for the reader
 */
GPtrArray *
desk_importer_read_file (GFile *file,
                         const char *url,
                         const DeskImportLimits *limits,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = desk_importer_load_file (file, limits, &name, cancellable, error);

  if (bytes == NULL)
    return NULL;

  return desk_importer_read_bytes (bytes, &(DeskImportHints) { .name = name, .url = url }, limits, cancellable, error);
}
