/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-page-header-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-html-private.h"
#include "desk-iso-date.h"

/* Marc Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109, 2019. */
#define WORDS_PER_MINUTE 238

static gboolean
has_block (DeskVersion *version,
           DeskBlockKind kind)
{
  GPtrArray *blocks = desk_version_get_blocks (version);

  for (guint i = 0; i < blocks->len; i++)
    if (((DeskBlock *) g_ptr_array_index (blocks, i))->kind == kind)
      return TRUE;

  return FALSE;
}

static void
append_element (GString *html,
                const char *tag,
                const char *class,
                const char *text)
{
  g_string_append_printf (html, "<%s class=\"%s\" dir=\"auto\">", tag, class);
  desk_html_append_escaped (html, text, -1);
  g_string_append_printf (html, "</%s>\n", tag);
}

/**
 * desk_page_append_kicker:
 * @html: where to
 * @article: an article
 *
 * Writes the line above the headline: section and source, as far as they are known.
 */
void
desk_page_append_kicker (GString *html,
                         DeskArticle *article)
{
  const char *section = desk_article_get_field (article, DESK_FIELD_SECTION);
  const char *source = desk_article_get_field (article, DESK_FIELD_SOURCE);
  g_autofree char *both = NULL;

  if (section == NULL && source == NULL)
    return;

  if (section != NULL && source != NULL)
    both = g_strdup_printf ("%s · %s", section, source);
  append_element (html, "p", "kicker", both != NULL ? both : section != NULL ? section
                                                                             : source);
}

/* Many pages give the beginning of the text as their description; it is not shown twice. */
static gboolean
is_in_text (DeskVersion *version,
            const char *dek)
{
  g_autofree char *start = g_strdup (dek);

  if (g_str_has_suffix (start, "…"))
    start[strlen (start) - strlen ("…")] = '\0';
  else if (g_str_has_suffix (start, "..."))
    start[strlen (start) - strlen ("...")] = '\0';
  g_strchomp (start);

  return strstr (desk_text_get_utf8 (desk_version_get_text (version)), start) != NULL;
}

/**
 * desk_page_append_headline:
 * @html: where to
 * @article: an article
 *
 * Writes the headline of the metadata where the text has none. It is no part of the text.
 */
void
desk_page_append_headline (GString *html,
                           DeskArticle *article)
{
  const char *headline = desk_article_get_headline (article);

  if (headline == NULL || has_block (desk_article_get_version (article), DESK_BLOCK_KIND_HEADLINE))
    return;

  append_element (html, "h1", "headline stand-in", headline);
  desk_page_append_dek (html, article);
}

/**
 * desk_page_append_dek:
 * @html: where to, behind the headline
 * @article: an article
 *
 * Writes the standfirst of the metadata where the text has none. It is no part of the text.
 */
void
desk_page_append_dek (GString *html,
                      DeskArticle *article)
{
  DeskVersion *version = desk_article_get_version (article);
  const char *dek = desk_article_get_field (article, DESK_FIELD_DEK);

  if (dek != NULL && !has_block (version, DESK_BLOCK_KIND_DEK) && !is_in_text (version, dek))
    append_element (html, "p", "dek stand-in", dek);
}

static char *
dup_byline (DeskArticle *article)
{
  const char *byline = desk_article_get_field (article, DESK_FIELD_BYLINE);
  const char *const *authors = desk_article_get_authors (article);

  if (has_block (desk_article_get_version (article), DESK_BLOCK_KIND_BYLINE))
    return NULL;
  if (byline != NULL)
    return g_strdup (byline);
  if (authors[0] != NULL)
    return g_strjoinv (", ", (char **) authors);

  return NULL;
}

/* GLib wants seconds. */
static GDateTime *
parse_time (const char *iso8601)
{
  static GRegex *without_seconds;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *complete = NULL;

  if (g_once_init_enter_pointer (&without_seconds))
    g_once_init_leave_pointer (&without_seconds,
                               g_regex_new ("^([^T ]+)[T ](\\d\\d:\\d\\d)(?!:)", G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL));

  complete = g_regex_replace (without_seconds, iso8601, -1, 0, "\\1T\\2:00", G_REGEX_MATCH_DEFAULT, NULL);

  return complete != NULL ? g_date_time_new_from_iso8601 (complete, utc) : NULL;
}

static GDateTime *
parse_day (const char *iso8601)
{
  GDate day;

  if (!desk_iso_date_get_day (iso8601, &day) || iso8601[strlen ("2023-02-08")] != '\0')
    return NULL;

  return g_date_time_new_utc (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 0, 0, 0);
}

static gboolean
has_zone (const char *iso8601)
{
  const char *time = strpbrk (iso8601, "T ");

  return time != NULL && strpbrk (time, "Z+-") != NULL;
}

static const char *
choose_format (GDateTime *time,
               gboolean zoned)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (time);

  /* Translators: these are formats of g_date_time_format(); the day of an article, such as "8 February 2023", and its
   * time in the zone of its place, named where that is not the user's own zone. */
  if (!zoned || g_date_time_get_utc_offset (local) == g_date_time_get_utc_offset (time))
    return _ ("%-d %B %Y, %H:%M");
  if (g_date_time_get_utc_offset (time) == 0)
    return _ ("%-d %B %Y, %H:%M UTC");

  return _ ("%-d %B %Y, %H:%M UTC%:::z");
}

/**
 * desk_page_format_time:
 * @iso8601: a day or a time as an article gives it
 *
 * Writes a date for the user. A time stays in the zone of the article, for that is the day that its words speak of.
 *
 * Returns: (transfer full): the date in words; @iso8601 itself if it is not understood
 */
char *
desk_page_format_time (const char *iso8601)
{
  g_autoptr (GDateTime) day = parse_day (iso8601);
  g_autoptr (GDateTime) time = day == NULL ? parse_time (iso8601) : NULL;
  char *words = NULL;

  if (day != NULL)
    words = g_date_time_format (day, _ ("%-d %B %Y"));
  else if (time != NULL)
    words = g_date_time_format (time, choose_format (time, has_zone (iso8601)));

  return words != NULL ? words : g_strdup (iso8601);
}

static void
append_separator (GString *html,
                  gboolean *any)
{
  if (*any)
    g_string_append (html, " · ");
  *any = TRUE;
}

/**
 * desk_page_append_meta:
 * @html: where to
 * @article: an article
 *
 * Writes the line below the headline: byline, where it is no block, date and reading time.
 */
void
desk_page_append_meta (GString *html,
                       DeskArticle *article)
{
  const char *published = desk_article_get_published (article);
  guint n_words = desk_version_count_words (desk_article_get_version (article));
  g_autofree char *byline = dup_byline (article);
  gboolean any = FALSE;

  if (byline == NULL && published == NULL && n_words == 0)
    return;

  g_string_append (html, "<p class=\"meta\" dir=\"auto\">");
  if (byline != NULL)
    {
      append_separator (html, &any);
      g_string_append (html, "<span class=\"byline\">");
      desk_html_append_escaped (html, byline, -1);
      g_string_append (html, "</span>");
    }
  if (published != NULL)
    {
      g_autofree char *words = desk_page_format_time (published);

      append_separator (html, &any);
      g_string_append (html, "<time datetime=\"");
      desk_html_append_escaped (html, published, -1);
      g_string_append (html, "\">");
      desk_html_append_escaped (html, words, -1);
      g_string_append (html, "</time>");
      if (desk_article_get_origin (article, DESK_FIELD_PUBLISHED) == DESK_ORIGIN_USER)
        {
          g_string_append (html, " <span class=\"given\">");
          /* Translators: stands after a publication date that the reader typed in. */
          desk_html_append_escaped (html, _ ("given by you"), -1);
          g_string_append (html, "</span>");
        }
    }
  if (n_words > 0)
    {
      guint minutes = (n_words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE;
      /* Translators: how long it takes to read the article; "min" stands for minutes. */
      g_autofree char *words = g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes);

      append_separator (html, &any);
      g_string_append (html, "<span class=\"reading-time\">");
      desk_html_append_escaped (html, words, -1);
      g_string_append (html, "</span>");
    }
  g_string_append (html, "</p>\n");
}
