/* Tells from its bytes what kind of file it is.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-sniff.h"

/* Where a page or a Markdown text shows what it is. */
#define SAMPLE_BYTES 16384

typedef struct
{
  guint offset;
  const char *magic;
  guint length;
  const char *media_type;
  const char *what;
} Magic;

/* clang-format off */
static const Magic magics[] = {
  { 0, "%PDF-", 5, "application/pdf", N_ ("This is a PDF file") },
  { 0, "{\\rtf", 5, "application/rtf", N_ ("This is an RTF document") },
  { 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "application/x-ole-storage", N_ ("This is an old Microsoft Office document") },
  { 0, "%!PS", 4, "application/postscript", N_ ("This is a PostScript file") },
  { 0, "\x89PNG\r\n\x1a\n", 8, "image/png", N_ ("This is a picture") },
  { 0, "\xff\xd8\xff", 3, "image/jpeg", N_ ("This is a picture") },
  { 0, "GIF87a", 6, "image/gif", N_ ("This is a picture") },
  { 0, "GIF89a", 6, "image/gif", N_ ("This is a picture") },
  { 8, "WEBP", 4, "image/webp", N_ ("This is a picture") },
  { 0, "II*\0", 4, "image/tiff", N_ ("This is a picture") },
  { 0, "MM\0*", 4, "image/tiff", N_ ("This is a picture") },
  { 4, "ftypavif", 8, "image/avif", N_ ("This is a picture") },
  { 4, "ftypheic", 8, "image/heic", N_ ("This is a picture") },
  { 4, "ftyp", 4, "video/mp4", N_ ("This is a video") },
  { 8, "AVI ", 4, "video/x-msvideo", N_ ("This is a video") },
  { 0, "\x1a\x45\xdf\xa3", 4, "video/webm", N_ ("This is a video") },
  { 0, "ID3", 3, "audio/mpeg", N_ ("This is a sound file") },
  { 0, "\xff\xfb", 2, "audio/mpeg", N_ ("This is a sound file") },
  { 0, "OggS", 4, "application/ogg", N_ ("This is a sound file") },
  { 0, "fLaC", 4, "audio/flac", N_ ("This is a sound file") },
  { 8, "WAVE", 4, "audio/wav", N_ ("This is a sound file") },
  { 0, "\x1f\x8b", 2, "application/gzip", N_ ("This is a compressed file") },
  { 0, "BZh", 3, "application/x-bzip2", N_ ("This is a compressed file") },
  { 0, "\xfd" "7zXZ", 5, "application/x-xz", N_ ("This is a compressed file") },
  { 0, "\x28\xb5\x2f\xfd", 4, "application/zstd", N_ ("This is a compressed file") },
  { 0, "7z\xbc\xaf\x27\x1c", 6, "application/x-7z-compressed", N_ ("This is an archive") },
  { 0, "Rar!\x1a\x07", 6, "application/vnd.rar", N_ ("This is an archive") },
  { 257, "ustar", 5, "application/x-tar", N_ ("This is an archive") },
  { 0, "\x7f" "ELF", 4, "application/x-executable", N_ ("This is a program") },
  { 0, "SQLite format 3", 16, "application/vnd.sqlite3", N_ ("This is a database") },
  { 0, "wOFF", 4, "font/woff", N_ ("This is a font") },
  { 0, "wOF2", 4, "font/woff2", N_ ("This is a font") },
  { 0, "WARC/1.", 7, "application/warc", N_ ("This is a web archive") },
};

/* The first elements of XML that are no pages. */
static const struct
{
  const char *root;
  const char *media_type;
  const char *what;
} roots[] = {
  { "rss", "application/rss+xml", N_ ("This is a news feed") },
  { "feed", "application/atom+xml", N_ ("This is a news feed") },
  { "rdf:RDF", "application/rdf+xml", N_ ("This is a news feed") },
  { "opml", "text/x-opml", N_ ("This is a list of feeds") },
  { "nitf", "application/nitf+xml", N_ ("This is a NITF news document") },
  { "newsItem", "application/vnd.iptc.g2.newsitem+xml", N_ ("This is a NewsML-G2 news document") },
  { "newsMessage", "application/vnd.iptc.g2.newsmessage+xml", N_ ("This is a NewsML-G2 news document") },
  { "NewsML", "application/vnd.iptc.newsml", N_ ("This is a NewsML news document") },
  { "svg", "image/svg+xml", N_ ("This is a picture") },
  { "urlset", "application/xml", N_ ("This is a site map") },
};

/* A page begins with one of these. */
static const char *const page_tags[] = {
  "!doctype html", "html", "head", "body", "title", "meta", "script", "style", "link", "div", "p", "h1", "h2", "h3", "article", "section", "main", "header", "table",
  "span", "b", "strong", "em", "i", "a", "br", "font", "center", "iframe", "img", "ul", "ol", "blockquote", "nav", "figure", "base", "noscript", "pre", "hr", "time", "body", "form",
};
/* clang-format on */

/**
 * desk_sniff_bytes:
 * @bytes: a file's bytes as they came
 *
 * Knows files that are no text by their first bytes.
 *
 * Returns: a foreign format, or %DESK_FORMAT_TEXT for anything else
 */
DeskSniffed
desk_sniff_bytes (const char *bytes,
                  gsize size)
{
  const DeskSniffed other = { DESK_FORMAT_TEXT, "text/plain", NULL };

  if (bytes == NULL)
    return other;

  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (size >= magics[i].offset + magics[i].length && memcmp (bytes + magics[i].offset, magics[i].magic, magics[i].length) == 0)
        {
          /* Two letters are not enough where a text may begin with them. */
          if ((magics[i].offset == 8 && memcmp (bytes, "RIFF", 4) != 0) || (g_str_equal (magics[i].magic, "BZh") && (size < 4 || !g_ascii_isdigit (bytes[3]))))
            continue;
          if (g_str_equal (magics[i].magic, "ID3") && (size < 4 || bytes[3] > 9))
            continue;
          return (DeskSniffed) { DESK_FORMAT_FOREIGN, magics[i].media_type, _ (magics[i].what) };
        }
    }

  if (size >= 4 && (memcmp (bytes, "PK\3\4", 4) == 0 || memcmp (bytes, "PK\5\6", 4) == 0))
    {
      gsize sample = MIN (size, SAMPLE_BYTES);

      if (memmem (bytes, sample, "application/epub+zip", 20) != NULL)
        return (DeskSniffed) { DESK_FORMAT_FOREIGN, "application/epub+zip", _ ("This is an EPUB book") };
      if (memmem (bytes, sample, "application/vnd.oasis.opendocument", 34) != NULL)
        return (DeskSniffed) { DESK_FORMAT_FOREIGN, "application/vnd.oasis.opendocument.text", _ ("This is an OpenDocument file") };
      if (memmem (bytes, sample, "word/", 5) != NULL || memmem (bytes, sample, "[Content_Types].xml", 19) != NULL)
        return (DeskSniffed) { DESK_FORMAT_FOREIGN, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _ ("This is a Microsoft Office document") };
      return (DeskSniffed) { DESK_FORMAT_FOREIGN, "application/zip", _ ("This is an archive") };
    }

  return other;
}

static const char *
skip_space (const char *p,
            const char *end)
{
  while (p < end && (g_ascii_isspace (*p) || *p == '\0'))
    p++;

  return p;
}

/* Over white space, comments, declarations and the mark at the start of a file. */
static const char *
skip_prolog (const char *p,
             const char *end)
{
  if (end - p >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;

  for (;;)
    {
      const char *close;

      p = skip_space (p, end);
      if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
        {
          close = memmem (p + 4, end - p - 4, "-->", 3);
          if (close == NULL)
            return end;
          p = close + 3;
        }
      else if (end - p >= 2 && p[0] == '<' && p[1] == '?')
        {
          close = memchr (p, '>', end - p);
          if (close == NULL)
            return end;
          p = close + 1;
        }
      else
        return p;
    }
}

static gboolean
has_tag (const char *p,
         const char *end,
         const char *tag)
{
  gsize length = strlen (tag);

  if (end - p < (gssize) length + 2 || *p != '<' || g_ascii_strncasecmp (p + 1, tag, length) != 0)
    return FALSE;

  return !g_ascii_isalnum (p[1 + length]) && p[1 + length] != '-' && p[1 + length] != ':';
}

static gboolean
begins_like_page (const char *text,
                  const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_tags); i++)
    if (has_tag (text, end, page_tags[i]))
      return TRUE;

  return FALSE;
}

static guint
count_closing_tags (const char *p,
                    const char *end)
{
  guint n = 0;

  while (p < end && (p = memchr (p, '<', end - p)) != NULL)
    {
      n += p + 2 < end && p[1] == '/' && g_ascii_isalpha (p[2]);
      p++;
    }

  return n;
}

static gboolean
has_extension (const char *name,
               const char *extensions)
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;
  g_autofree char *lower = NULL;
  g_autofree char *needle = NULL;

  if (dot == NULL || strlen (dot) > 12)
    return FALSE;
  lower = g_ascii_strdown (dot + 1, -1);
  needle = g_strconcat (" ", lower, " ", NULL);

  return strstr (extensions, needle) != NULL;
}

static gboolean
is_type (const char *media_type,
         const char *prefix)
{
  return media_type != NULL && g_ascii_strncasecmp (media_type, prefix, strlen (prefix)) == 0;
}

/**
 * desk_sniff_is_markup:
 *
 * Returns: whether bytes are a page, so that they may tell their encoding
 */
gboolean
desk_sniff_is_markup (const char *bytes,
                      gsize size,
                      const char *name,
                      const char *media_type)
{
  const char *end = bytes + MIN (size, SAMPLE_BYTES);
  const char *start = skip_prolog (bytes, end);

  if (start < end && begins_like_page (start, end))
    return TRUE;
  if (start < end && *start == '<' && (start > bytes && memmem (bytes, start - bytes, "<?xml", 5) != NULL))
    return TRUE;
  if (has_extension (name, " html htm xhtml xht shtml ") || is_type (media_type, "text/html") || is_type (media_type, "application/xhtml"))
    return count_closing_tags (bytes, end) > 0 || memmem (bytes, end - bytes, "<br", 3) != NULL || memmem (bytes, end - bytes, "<p>", 3) != NULL || memmem (bytes, end - bytes, "&amp;", 5) != NULL;

  return FALSE;
}

/* Marks that plain texts do not have by chance; two different ones, or many of one kind. */
static gboolean
looks_like_markdown (const char *text,
                     const char *end)
{
  guint n_headings = 0;
  guint n_links = 0;
  guint n_strong = 0;
  guint n_quotes = 0;
  gboolean at_line = TRUE;

  for (const char *p = text; p < end; p++)
    {
      if (at_line)
        {
          const char *hash = p;

          while (hash < end && *hash == '#')
            hash++;
          n_headings += hash > p && hash - p <= 6 && hash < end && *hash == ' ';
          n_quotes += *p == '>' && p + 1 < end && p[1] == ' ';
        }
      if (*p == ']' && p + 6 < end && p[1] == '(' && (memcmp (p + 2, "http", 4) == 0 || p[2] == '/' || p[2] == '#'))
        n_links++;
      if (*p == '*' && p + 2 < end && p[1] == '*' && g_ascii_isalnum (p[2]))
        n_strong++;
      at_line = *p == '\n';
    }

  return (n_headings > 0) + (n_links > 0) + (n_strong > 0) + (n_quotes > 0) >= 2 && n_headings + n_links > 0;
}

/* "---" or "+++", lines of "key: value", and the same again. */
static gboolean
has_front_matter (const char *text,
                  const char *end)
{
  const char *fence = NULL;

  if (end - text < 8 || (memcmp (text, "---", 3) != 0 && memcmp (text, "+++", 3) != 0) || (text[3] != '\n' && text[3] != '\r'))
    return FALSE;

  fence = memmem (text + 3, end - text - 3, *text == '-' ? "\n---" : "\n+++", 4);

  return fence != NULL && memchr (text + 3, *text == '-' ? ':' : '=', fence - text - 3) != NULL;
}

/**
 * desk_sniff_text:
 * @text: decoded UTF-8
 * @name: (nullable): the file's name
 * @media_type: (nullable): as somebody told it
 *
 * Tells pages, Markdown and plain text apart, by the content first, and then by the name.
 */
DeskSniffed
desk_sniff_text (const char *text,
                 gsize length,
                 const char *name,
                 const char *media_type)
{
  const char *end = text + MIN (length, SAMPLE_BYTES);
  const char *start = skip_prolog (text, end);
  gboolean is_markdown_name = has_extension (name, " md markdown mdown mkd mkdn mdtxt ") || is_type (media_type, "text/markdown") || is_type (media_type, "text/x-markdown");

  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    if (has_tag (start, end, roots[i].root) && (!g_str_equal (roots[i].root, "feed") || memmem (start, MIN (end - start, 400), "Atom", 4) != NULL))
      return (DeskSniffed) { DESK_FORMAT_FOREIGN, roots[i].media_type, _ (roots[i].what) };

  if (*start == '{' && !is_markdown_name)
    {
      const char *p = skip_space (start + 1, end);

      if (*p == '"' && memmem (p, end - p, "\":", 2) != NULL)
        return (DeskSniffed) { DESK_FORMAT_FOREIGN, "application/json", _ ("This is a JSON document") };
    }
  if (g_ascii_strncasecmp (start, "From: ", 6) == 0 && memmem (start, end - start, "MIME-Version:", 13) != NULL)
    return (DeskSniffed) { DESK_FORMAT_FOREIGN, "message/rfc822", _ ("This is a saved message or page archive") };
  if (g_ascii_strncasecmp (start, "MIME-Version:", 13) == 0)
    return (DeskSniffed) { DESK_FORMAT_FOREIGN, "multipart/related", _ ("This is a saved message or page archive") };

  if (is_markdown_name)
    return (DeskSniffed) { DESK_FORMAT_MARKDOWN, "text/markdown", NULL };
  if (desk_sniff_is_markup (text, length, name, media_type))
    return (DeskSniffed) { DESK_FORMAT_HTML, "text/html", NULL };
  if (has_front_matter (start, end) || looks_like_markdown (start, end))
    return (DeskSniffed) { DESK_FORMAT_MARKDOWN, "text/markdown", NULL };

  return (DeskSniffed) { DESK_FORMAT_TEXT, "text/plain", NULL };
}
