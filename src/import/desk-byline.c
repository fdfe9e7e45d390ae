/* Reads who wrote an article from the line that says so.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-byline.h"
#include "desk-phrase.h"

/* Words before the names; those with a colon first need no word border. */
static const char by_words[] =
  "by|written by|posted by:|published by:|words by|text by|story by|reported by|reporting by|posted by|published by|analysis by|opinion by|commentary by|author:|authors:|author|written by:|by:|"
  "von|von:|text:|text von|veröffentlicht von|verfasst von|verfasst von:|erstellt von|eingestellt von|ein beitrag von|beitrag von|bericht:|redaktion:|interview:|autor/in:|ein bericht von|eine analyse von|ein kommentar von|ein gastbeitrag von|autor:|autorin:|autoren:|geschrieben von|"
  "par|écrit par|propos recueillis par|texte :|texte:|auteur :|auteur:|publié par|"
  "por|por:|escrito por|publicado por|texto:|texto de|redacción:|autor/a:|"
  "di|scritto da|pubblicato da|a cura di|articolo di|testo di|autore:|"
  "door|geschreven door|geplaatst door|tekst:|auteur :|"
  "av|text av|af|skrevet af|skrevet av|skriven av|tekst av|tekst:|"
  "przez|autor :|tekst :|napisał|napisała|"
  "автор:|автор|авторы:|текст:|"
  "yazan:|yazar:|kirjoittaja:|teksti:|szerző:|írta:|napsal|napsala|"
  "بقلم|كتب|كتبت|بقلم:|نویسنده:|מאת|"
  "文|文：|文/|作者：|作者:|記者|记者|撰文：|글|";

/* What stands between two names. */
static const char joints[] = "and|und|et|y|e|og|och|en|ja|i|и|with|mit|avec|con|&|و|och|oraz|és|ve|";

/* Name particles that stay in lower case. */
static const char particles[] =
  "von|van|der|den|de|del|della|di|da|do|dos|das|du|des|la|le|el|al|bin|ibn|ben|af|av|zu|zum|zur|ter|ten|te|y|e|und|st.|san|bint|abu|";

/* One of these makes a piece a role, a newsroom or an agency instead of a person. */
static const char not_names[] =
  "staff|writer|reporter|correspondent|editor|editors|editorial|columnist|contributor|contributing|bureau|desk|team|newsroom|press|agency|news|reuters|afp|dpa|ap|efe|ansa|epa|tass|pa|sid|kna|epd|apa|"
  "associated|redaktion|redakteur|redakteurin|korrespondent|korrespondentin|autor|autorin|chefredakteur|mitarbeiter|agentur|agenturen|"
  "rédaction|rédacteur|rédactrice|journaliste|correspondant|correspondante|envoyé|envoyée|agence|agences|redacción|redactor|redactora|corresponsal|agencias|periodista|"
  "redazione|giornalista|corrispondente|inviato|inviata|redactie|verslaggever|redaktionen|journalist|redakcja|редакция|корреспондент|admin|administrator|webmaster|guest|anonymous|"
  "published|updated|posted|min|read|comments|share|special|senior|chief|photographer|photos|photo|video|magazine|online|digital|media|tv|radio|university|institute|school|director|professor|"
  "executive|president|manager|producer|freelance|freelancer|health|science|politics|business|sports|world|national|foreign|political|economics|technology|local|updates|author|authors|staff.|"
  "ihre|ihr|mehr|alle|follow|subscribe|newsletter|contact|email|e-mail|gastbeitrag|kommentar|leserbrief|the|our|from|";

static gboolean
is_name_word (const char *word)
{
  gunichar first = g_utf8_get_char (word);
  const char *end;

  if (*word == '\0' || strpbrk (word, "0123456789@/:=#") != NULL)
    return FALSE;

  end = desk_phrase_skip_word (word, particles);
  if (end != NULL && (*end == '\0' || *end == '\'' || *end == '-'))
    return TRUE;
  /* d'Arc, al-Masri, 'Abd */
  if (g_unichar_islower (first))
    {
      const char *mark = strpbrk (word, "'-");

      if (mark == NULL)
        {
          const char *curly = strstr (word, "’");

          return curly != NULL && g_unichar_isupper (g_utf8_get_char (curly + 3));
        }

      return g_unichar_isupper (g_utf8_get_char (mark + 1));
    }

  return g_unichar_isalpha (first) || *word == '\'';
}

static gboolean
is_caseless (gunichar c)
{
  return g_unichar_isalpha (c) && g_unichar_toupper (c) == c && g_unichar_tolower (c) == c;
}

static gboolean
is_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n_words = g_strv_length (words);
  guint n_real = 0;

  if (*text == '\0' || g_utf8_strlen (text, -1) > 60 || n_words > 6)
    return FALSE;

  for (guint i = 0; i < n_words; i++)
    {
      const char *end = desk_phrase_skip_word (words[i], not_names);

      if (!is_name_word (words[i]) || (end != NULL && *end == '\0'))
        return FALSE;
      end = desk_phrase_skip_word (words[i], particles);
      n_real += end == NULL || *end != '\0';
    }

  return n_real > 0 && !desk_phrase_ends_sentence (text, strlen (text) - (g_str_has_suffix (text, "r.") ? 1 : 0));
}

/* "JANE DOE" → "Jane Doe"; short ones like "AJ" stay. */
static char *
dup_cased (const char *name)
{
  GString *result;
  gunichar before = ' ';

  if (!desk_phrase_is_capitals (name, strlen (name)) || g_utf8_strlen (name, -1) < 6 || strchr (name, ' ') == NULL)
    return g_strdup (name);

  result = g_string_new (NULL);
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (result, g_unichar_isalpha (before) ? g_unichar_tolower (c) : c);
      before = c;
    }

  return g_string_free (result, FALSE);
}

/* Where the names end: at a bracket, an address, a digit, a bar, a dash between spaces, or a word like "for" and "in". */
static gsize
find_end_of_names (const char *text)
{
  static const char stops[] =
    "for|in|at|on|from|is|was|has|contributed|published|updated|posted|last|für|aus|ist|am|vom|pour|publié|mis à jour|para|desde|voor|om|för|på|dla|для|special to|via|";
  static const char notes[] = "published|updated|posted|last updated|last modified|publié|veröffentlicht|aktualisiert|stand|publicado|actualizado|pubblicato|this article|";
  const char *p = text;

  for (gboolean at_word = TRUE; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == '[' || c == '|' || c == '@' || c == '<' || c == '\n' || c == 0x2022 || c == 0xb7 || c == 0x2014 || c == '/' || c == 0xff08 || c == ':')
        break;
      if ((c == '-' || c == 0x2013) && p > text && p[-1] == ' ')
        break;
      if (g_unichar_isdigit (c))
        break;
      if (at_word && p > text && (desk_phrase_skip_word (p, notes) != NULL || (!g_unichar_isupper (c) && desk_phrase_skip_word (p, stops) != NULL)))
        break;
      at_word = g_unichar_isspace (c) || c == ',';
    }

  return p - text;
}

static char *
strip_edges (char *text)
{
  gsize length;

  g_strstrip (text);
  length = strlen (text);
  while (length > 0 && strchr (",;.-_*", text[length - 1]) != NULL && !(text[length - 1] == '.' && length > 2 && (text[length - 3] == ' ' || g_str_has_suffix (text, "Jr.") || g_str_has_suffix (text, "Sr."))))
    text[--length] = '\0';
  while (strchr (",;.-–*_", *text) != NULL && *text != '\0')
    memmove (text, text + 1, strlen (text));

  return g_strstrip (text);
}

static const char *
skip_by (const char *text)
{
  const char *rest = desk_phrase_skip_word (text, by_words);
  const char *again;

  if (rest == NULL)
    return NULL;
  while (*rest == ':' || g_ascii_isspace (*rest) || desk_phrase_starts_with (rest, "：") || desk_phrase_starts_with (rest, "／") || *rest == '/')
    rest = g_utf8_next_char (rest);

  again = desk_phrase_skip_word (rest, "by|von|par|por|di|");

  return again != NULL && *again == ' ' ? again + 1 : rest;
}

/* Cuts at commas, semicolons and words like "and". */
static GPtrArray *
split_names (const char *text)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) piece = g_string_new (NULL);
  gboolean at_word = TRUE;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *after = at_word ? desk_phrase_skip_word (p, joints) : NULL;

      if (after != NULL && piece->len > 0 && g_unichar_isspace (g_utf8_get_char (after)))
        {
          /* Spanish "Ortega y Gasset" and Portuguese "e" join one name: a single word follows. */
          gboolean short_joint = after - p == 1 && (*p == 'y' || *p == 'e' || *p == 'i') && strpbrk (after + 1, " ") == NULL && strpbrk (after + 1, ",;") == NULL;

          g_strstrip (piece->str);
          if (!short_joint)
            {
              piece->len = strlen (piece->str);
              g_ptr_array_add (pieces, strip_edges (g_strdup (piece->str)));
              g_string_truncate (piece, 0);
              p = after;
              continue;
            }
          piece->len = strlen (piece->str);
          g_string_append_c (piece, ' ');
        }

      if (c == ',' || c == ';' || c == 0x3001 || c == 0xff0c || c == 0x060c || c == '|')
        {
          g_ptr_array_add (pieces, strip_edges (g_strdup (piece->str)));
          g_string_truncate (piece, 0);
        }
      else
        g_string_append_unichar (piece, c);

      at_word = g_unichar_isspace (c);
      p = g_utf8_next_char (p);
    }
  g_ptr_array_add (pieces, strip_edges (g_strdup (piece->str)));

  return pieces;
}

static void
add_persons (GStrvBuilder *builder,
             GHashTable *seen,
             const char *line,
             gboolean is_structured)
{
  const char *rest = skip_by (line);
  const char *names = rest != NULL ? rest : line;
  g_autofree char *cut = g_strndup (names, find_end_of_names (names));
  g_autoptr (GPtrArray) pieces = split_names (cut);

  for (guint i = 0; i < pieces->len && i < 40; i++)
    {
      const char *piece = g_ptr_array_index (pieces, i);
      gboolean has_space = strchr (piece, ' ') != NULL;

      /* After the first name a single word is a town, an agency or a role. */
      if (!is_name (piece) || (!has_space && !is_caseless (g_utf8_get_char (piece)) && !(is_structured && i == 0)))
        continue;
      if (g_hash_table_add (seen, g_utf8_casefold (piece, -1)))
        g_strv_builder_take (builder, dup_cased (piece));
    }
}

/* The next part of "8 March 2024 | 10:15 | Jane Doe" or "Posted on 8 March 2024 by Jane Doe". */
static const char *
find_next_part (const char *line)
{
  static const char inner[] = "by|von|par|por|di|door|av|af|";

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '|' || c == 0x2022 || c == 0xb7 || ((c == '-' || c == 0x2013 || c == 0x2014) && p > line && p[-1] == ' '))
        {
          p = g_utf8_next_char (p);
          while (*p == ' ')
            p++;
          return p;
        }
      if (p > line && p[-1] == ' ' && desk_phrase_skip_word (p, inner) != NULL && *desk_phrase_skip_word (p, inner) == ' ')
        return p;
    }

  return NULL;
}

/* Old pages break lines by hand: "Bridge Closed", and below it "By Jane Doe". */
static const char *
find_by_line (const char *raw)
{
  for (const char *line = raw; line != NULL; line = strchr (line, '\n'))
    {
      while (g_ascii_isspace (*line))
        line++;
      if (skip_by (line) != NULL)
        return line;
    }

  return raw;
}

/**
 * desk_byline_dup_authors:
 * @raw: a line like "By Jane Doe and John Roe, Staff Writers"
 * @is_structured: whether the source says that this is the author, so that one word may be a name
 *
 * Returns: (transfer full): the persons, without roles, agencies and addresses; empty where there are none
 */
char **
desk_byline_dup_authors (const char *raw,
                         gboolean is_structured)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *start = find_by_line (raw);
  g_autofree char *line = desk_phrase_squeeze (start, MIN (strlen (start), 500));
  const char *part = line;

  for (guint n = 0; part != NULL && n < 8 && g_hash_table_size (seen) == 0; n++)
    {
      add_persons (builder, seen, part, is_structured && n == 0);
      part = find_next_part (part);
    }

  return g_strv_builder_end (builder);
}

/**
 * desk_byline_is_line:
 * @text: a block of text
 *
 * Returns: whether it says who wrote the article, and nothing else
 */
gboolean
desk_byline_is_line (const char *text)
{
  g_autofree char *line = desk_phrase_squeeze (text, -1);
  const char *names;
  g_auto (GStrv) authors = NULL;
  gsize length = strlen (line);

  if (length == 0 || g_utf8_strlen (line, -1) > 160)
    return FALSE;

  names = skip_by (line);
  if (names != NULL && *names != '\0')
    {
      const char *after;

      authors = desk_byline_dup_authors (line, FALSE);
      if (authors[0] == NULL || desk_phrase_count_words (line, length) > 24)
        return FALSE;
      /* "Von der Leyen fordert mehr Geld": the names must be most of the line, or a sign must end them. */
      after = names + find_end_of_names (names);

      return *after == '\0' || !g_unichar_isalpha (g_utf8_get_char (after)) || g_utf8_strlen (after, -1) < 60;
    }

  /* "Jane Doe, Staff Writer": a name and a role that is told as such. */
  {
    const char *comma = strchr (line, ',');
    g_autofree char *name = comma != NULL ? g_strndup (line, comma - line) : NULL;
    static const char roles[] = "staff writer|staff reporter|senior writer|senior reporter|senior correspondent|correspondent|reporter|associated press|the associated press|reuters|special to|staff|contributing writer|contributor|columnist|editor|redakteur|redakteurin|korrespondent|korrespondentin|correspondant|correspondante|corresponsal|";

    if (comma == NULL || strchr (name, ' ') == NULL || !is_name (name) || length > 100)
      return FALSE;
    for (comma++; *comma == ' ';)
      comma++;

    return desk_phrase_skip_word (comma, roles) != NULL && !desk_phrase_ends_sentence (line, length);
  }
}
