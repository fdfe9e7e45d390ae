/* Decides on the metadata of a page among all that it tells of itself.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-byline.h"
#include "desk-html-date.h"
#include "desk-html-metadata.h"
#include "desk-language.h"
#include "desk-phrase.h"

#define MAX_KEYWORDS 40
#define MAX_BYLINE 300

static gboolean
is_pen_name (const char *name)
{
  return *name != '\0' && g_utf8_strlen (name, -1) <= 40 && desk_phrase_count_words (name, strlen (name)) <= 4 && strpbrk (name, "@/|:,{}<>") == NULL && desk_phrase_skip_word (name, "admin|administrator|author|autor|redaktion|redaction|staff|editor|guest|unknown|anonymous|null|undefined|none|webmaster|root|user|") == NULL;
}

/* The persons in some names that a source gave, each of which may hold several. */
static char **
dup_persons (GPtrArray *names,
             const char *site)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *bare_site = site != NULL ? desk_phrase_dup_bare (site) : NULL;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_auto (GStrv) persons = desk_byline_dup_authors (name, TRUE);

      /* A pen name, a paper: what the page calls its author is believed. */
      if (persons[0] == NULL && is_pen_name (name))
        {
          g_strfreev (persons);
          persons = g_strsplit (name, "\n", 1);
        }

      for (guint k = 0; persons[k] != NULL; k++)
        {
          g_autofree char *bare = desk_phrase_dup_bare (persons[k]);

          if (g_strcmp0 (bare, bare_site) != 0 && g_hash_table_add (seen, g_steal_pointer (&bare)))
            g_strv_builder_add (builder, persons[k]);
        }
    }

  return g_strv_builder_end (builder);
}

static gboolean
try_names (DeskReading *reading,
           GPtrArray *names,
           const char *site,
           DeskOrigin origin,
           DeskConfidence confidence)
{
  g_auto (GStrv) persons = NULL;
  g_autofree char *joined = NULL;

  if (names->len == 0)
    return FALSE;
  persons = dup_persons (names, site);
  if (persons[0] == NULL)
    return FALSE;

  joined = g_strjoinv (", ", persons);
  desk_reading_set (reading, DESK_FIELD_BYLINE, joined, origin, confidence);
  desk_reading_set_authors (reading, g_steal_pointer (&persons));

  return TRUE;
}

static gboolean
try_name (DeskReading *reading,
          const char *name,
          const char *site,
          DeskOrigin origin,
          DeskConfidence confidence)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (name == NULL || strlen (name) > MAX_BYLINE)
    return FALSE;
  g_ptr_array_add (names, (char *) name);

  return try_names (reading, names, site, origin, confidence);
}

/* WordPress labels the author for other sites to show. */
static gboolean
is_author_label (const char *label)
{
  return label != NULL && desk_phrase_skip_word (label, "written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|skriven av|skrevet av|skrevet af|kirjoittanut|napisane przez|автор|") != NULL;
}

static gboolean
try_visible (DeskReading *reading,
             const char *line,
             const char *site,
             DeskOrigin origin,
             DeskConfidence confidence)
{
  g_auto (GStrv) persons = line != NULL ? desk_byline_dup_authors (line, FALSE) : NULL;
  g_autofree char *bare = NULL;
  g_autofree char *bare_site = site != NULL ? desk_phrase_dup_bare (site) : NULL;

  if (persons == NULL || persons[0] == NULL)
    return FALSE;
  bare = desk_phrase_dup_bare (persons[0]);
  if (g_strcmp0 (bare, bare_site) == 0)
    return FALSE;

  desk_reading_set (reading, DESK_FIELD_BYLINE, line, origin, confidence);
  desk_reading_set_authors (reading, g_steal_pointer (&persons));

  return TRUE;
}

static void
decide_byline (DeskReading *reading,
               DeskHtmlTree *tree,
               const DeskHtmlFacts *facts,
               guint byline,
               const char *site)
{
  const DeskJsonLd *ld = facts->json_ld;
  const char *meta = desk_html_facts_get (facts, "author|article:author|");
  g_autofree char *visible = byline != 0 ? desk_html_tree_dup_text (tree, byline, MAX_BYLINE) : NULL;

  if (!try_names (reading, ld->persons, site, DESK_ORIGIN_JSON_LD, DESK_CONFIDENCE_SURE) &&
      !try_names (reading, ld->others, site, DESK_ORIGIN_JSON_LD, DESK_CONFIDENCE_LIKELY) &&
      !try_name (reading, ld->sole_person, site, DESK_ORIGIN_JSON_LD, DESK_CONFIDENCE_LIKELY) &&
      !try_names (reading, facts->item_authors, site, DESK_ORIGIN_MICRODATA, DESK_CONFIDENCE_SURE) &&
      !try_names (reading, facts->rel_authors, site, DESK_ORIGIN_MARKUP, DESK_CONFIDENCE_LIKELY) &&
      !try_name (reading, desk_html_facts_get (facts, "parsely-author|sailthru.author|dc.creator|dcterms.creator|dc.contributor|citation_author|byl|byline|rnews:author|"), site, DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY) &&
      !(is_author_label (desk_html_facts_get (facts, "twitter:label1|")) && try_name (reading, desk_html_facts_get (facts, "twitter:data1|"), site, DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY)) &&
      !try_visible (reading, visible, site, DESK_ORIGIN_MARKUP, DESK_CONFIDENCE_LIKELY) &&
      meta != NULL && strchr (meta, ' ') != NULL && !desk_phrase_starts_with (meta, "http"))
    try_name (reading, meta, site, DESK_ORIGIN_META, DESK_CONFIDENCE_WEAK);

  /* What the page shows is what the reader knows it by. */
  if (visible != NULL && *visible != '\0' && reading->authors != NULL)
    {
      DeskReadingField *field = &reading->fields[DESK_FIELD_BYLINE];

      g_free (field->value);
      field->value = g_steal_pointer (&visible);
    }
}

static void
decide_language (DeskReading *reading,
                 const DeskHtmlFacts *facts)
{
  const char *locale = desk_html_facts_get (facts, "content-language|og:locale|language|dc.language|");
  g_autofree char *tag = NULL;
  const struct
  {
    const char *value;
    DeskOrigin origin;
  } values[] = {
    { facts->language, DESK_ORIGIN_MARKUP },
    { facts->json_ld->language, DESK_ORIGIN_JSON_LD },
    { locale, DESK_ORIGIN_META },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      gsize length;

      if (values[i].value == NULL || !g_ascii_isalpha (*values[i].value))
        continue;
      length = strspn (values[i].value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");
      if (length < 2 || length > 12 || (values[i].value[length] != '\0' && values[i].value[length] != ',' && values[i].value[length] != '.'))
        continue;
      tag = g_strdelimit (g_strndup (values[i].value, length), "_", '-');
      desk_reading_set (reading, DESK_FIELD_LANGUAGE, tag, values[i].origin, DESK_CONFIDENCE_LIKELY);
      return;
    }
}

static void
decide_url (DeskReading *reading,
            const DeskHtmlFacts *facts,
            const char *url,
            const DeskLinkBase *base)
{
  g_autofree char *canonical = desk_link_base_resolve (base, facts->canonical);
  g_autofree char *og = desk_link_base_resolve (base, desk_html_facts_get (facts, "og:url|"));
  g_autofree char *ld = desk_link_base_resolve (base, facts->json_ld->url);
  const struct
  {
    const char *value;
    DeskOrigin origin;
  } values[] = {
    { canonical, DESK_ORIGIN_MARKUP },
    { og, DESK_ORIGIN_META },
    { ld, DESK_ORIGIN_JSON_LD },
    { url, DESK_ORIGIN_ADDRESS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *clean = NULL;
      g_autofree char *host = NULL;

      if (values[i].value == NULL || (url != NULL && i < 3 && !desk_link_is_same_site (values[i].value, url)))
        continue;
      /* "https://example.org/" of a page that is not the first is a mistake of its template. */
      host = desk_link_dup_host (values[i].value);
      if (host == NULL)
        continue;
      clean = desk_link_dup_clean (values[i].value);
      if (i < 3 && url != NULL && strlen (clean) <= strlen (host) + strlen ("https://www./") && strlen (url) > strlen (clean) + 4)
        continue;
      desk_reading_set (reading, DESK_FIELD_URL, clean, values[i].origin, DESK_CONFIDENCE_SURE);
      return;
    }
}

static void
decide_keywords (DeskReading *reading,
                 const DeskHtmlFacts *facts)
{
  const char *meta = desk_html_facts_get (facts, "news_keywords|keywords|parsely-tags|sailthru.tags|");
  g_autoptr (GString) joined = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  if (facts->json_ld->keywords->len > 0)
    {
      for (guint i = 0; i < facts->json_ld->keywords->len && i < MAX_KEYWORDS; i++)
        g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (facts->json_ld->keywords, i));
      desk_reading_set (reading, DESK_FIELD_KEYWORDS, joined->str, DESK_ORIGIN_JSON_LD, DESK_CONFIDENCE_LIKELY);
      return;
    }

  words = meta != NULL ? g_strsplit_set (meta, ",;", MAX_KEYWORDS) : NULL;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (*g_strstrip (words[i]) != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "\n" : "", words[i]);
  desk_reading_set (reading, DESK_FIELD_KEYWORDS, joined->str, DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY);
}

/**
 * desk_html_metadata_decide:
 * @reading: takes the fields
 * @byline: the node that names the authors; 0 for none
 * @url: (nullable): where the page came from
 */
void
desk_html_metadata_decide (DeskReading *reading,
                           DeskHtmlTree *tree,
                           const DeskHtmlMark *marks,
                           const DeskHtmlFacts *facts,
                           const DeskHtmlHeadline *headline,
                           guint byline,
                           const char *url,
                           const DeskLinkBase *base)
{
  const char *site = desk_html_facts_get (facts, "og:site_name|application-name|");
  g_autofree char *host = NULL;

  desk_reading_set (reading, DESK_FIELD_HEADLINE, headline->text, headline->origin, headline->confidence);
  decide_language (reading, facts);
  decide_url (reading, facts, url, base);
  host = desk_link_dup_host (desk_reading_get (reading, DESK_FIELD_URL));

  if (facts->json_ld->publisher != NULL)
    desk_reading_set (reading, DESK_FIELD_SOURCE, facts->json_ld->publisher, DESK_ORIGIN_JSON_LD, DESK_CONFIDENCE_SURE);
  else if (site != NULL)
    desk_reading_set (reading, DESK_FIELD_SOURCE, site, DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
  else
    desk_reading_set (reading, DESK_FIELD_SOURCE, host, DESK_ORIGIN_ADDRESS, DESK_CONFIDENCE_WEAK);

  desk_reading_set (reading, DESK_FIELD_SECTION, facts->json_ld->section, DESK_ORIGIN_JSON_LD, DESK_CONFIDENCE_LIKELY);
  desk_reading_set (reading, DESK_FIELD_SECTION, desk_html_facts_get (facts, "article:section|parsely-section|og:section|section|"), DESK_ORIGIN_META, DESK_CONFIDENCE_LIKELY);
  decide_keywords (reading, facts);
  decide_byline (reading, tree, facts, byline, desk_reading_get (reading, DESK_FIELD_SOURCE));
  desk_html_date_decide (reading, tree, marks, facts, headline, url);
}
