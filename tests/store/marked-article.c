/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "marked-article.h"

#include <string.h>

#include "store-fixture.h"

typedef struct
{
  GString *plain;
  DeskAnalysis *analysis;
  guint offset;
} Parser;

static DeskEntity *
find_or_add (Parser *self,
             const char *identity)
{
  GPtrArray *entities = desk_analysis_get_entities (self->analysis);
  g_auto (GStrv) parts = g_strsplit (identity, ":", 2);
  g_autofree char *id = g_strdup_printf ("e%u", entities->len + 1);
  g_autoptr (DeskEntity) entity = NULL;
  int kind;

  g_assert_true (desk_enum_from_nick (DESK_TYPE_ENTITY_KIND, parts[0], &kind));
  for (guint i = 0; i < entities->len; i++)
    {
      DeskEntity *known = g_ptr_array_index (entities, i);

      if (strcmp (desk_entity_get_name (known), parts[1]) == 0 && desk_entity_get_kind (known) == (DeskEntityKind) kind)
        return known;
    }

  entity = desk_entity_new (id, parts[1], (DeskEntityKind) kind);
  desk_analysis_add_entity (self->analysis, entity);

  return g_ptr_array_index (entities, entities->len - 1);
}

static guint
get_length (Parser *self)
{
  return self->offset + (guint) g_utf8_strlen (self->plain->str, -1);
}

/* What is marked may have marks in it. */
static const char *
parse (Parser *self,
       const char *p,
       char end)
{
  while (*p != '\0' && *p != end)
    {
      const char opening = *p;
      const char *bar;
      g_autofree char *identity = NULL;
      guint start = get_length (self);
      DeskRange range;

      if (opening != '{' && opening != '<' && opening != '~')
        {
          g_string_append_unichar (self->plain, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
          continue;
        }

      bar = strchr (p, '|');
      identity = g_strndup (p + 1, bar - p - 1);
      p = parse (self, bar + 1, opening == '{' ? '}' : opening == '<' ? '>'
                                                                      : '~') +
          1;
      range = (DeskRange) { start, get_length (self) };

      if (opening == '{')
        {
          DeskEntity *entity = find_or_add (self, identity);
          const char *words = g_utf8_offset_to_pointer (self->plain->str, start - self->offset);
          g_autoptr (DeskMention) mention = desk_mention_new (range.start, range.end, words, DESK_CONFIDENCE_LIKELY, "machine");

          desk_entity_add_mention (entity, mention);
          desk_entity_add_alias (entity, words);
        }
      else if (opening == '<')
        {
          DeskQuote *quote = desk_quote_new (DESK_QUOTE_KIND_DIRECT);

          g_array_append_val (quote->parts, range);
          quote->speaker = *identity != '\0' ? g_strdup (desk_entity_get_id (find_or_add (self, identity))) : NULL;
          desk_analysis_take_quote (self->analysis, quote);
        }
      else
        {
          DeskStatement *statement = desk_statement_new (range);

          statement->speaker = g_strdup (desk_entity_get_id (find_or_add (self, identity)));
          desk_analysis_take_statement (self->analysis, statement);
        }
    }

  return p;
}

char *
marked_dup_plain (const char *marked)
{
  g_autoptr (DeskAnalysis) analysis = desk_analysis_new ("marked-1", "en");
  g_autoptr (GString) plain = g_string_new (NULL);
  Parser parser = { plain, analysis, 0 };

  parse (&parser, marked, '\0');

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

DeskAnalysis *
marked_new_analysis (const char *marked,
                     guint offset)
{
  DeskAnalysis *analysis = desk_analysis_new ("marked-1", "en");
  g_autoptr (GString) plain = g_string_new (NULL);
  Parser parser = { plain, analysis, offset };

  parse (&parser, marked, '\0');

  return analysis;
}

char *
marked_add (DeskLibrary *library,
            const char *headline,
            const char *source,
            const char *published,
            const char *marked)
{
  g_autofree char *plain = marked_dup_plain (marked);
  g_autoptr (DeskArticle) article = store_new_article (headline, plain);
  g_autofree char *original = g_strdup_printf ("%s\n\n%s\n\n%s", headline, plain, desk_article_get_id (article));
  /* The headline and a blank line stand before the text. */
  g_autoptr (DeskAnalysis) analysis = marked_new_analysis (marked, (guint) g_utf8_strlen (headline, -1) + 2);
  g_autoptr (GError) error = NULL;
  gboolean added;
  char *id;

  if (source != NULL)
    desk_article_set_field (article, DESK_FIELD_SOURCE, source, DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
  if (published != NULL)
    desk_article_set_field (article, DESK_FIELD_PUBLISHED, published, DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
  desk_article_set_field (article, DESK_FIELD_URL, "https://news.example/1", DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
  id = store_add (library, article, original, &added, &error);
  g_assert_no_error (error);
  store_save_analysis (library, id, published, analysis, &error);
  g_assert_no_error (error);

  return id;
}
