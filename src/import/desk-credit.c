/* Finds who made a picture at the end of its caption.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-credit.h"
#include "desk-phrase.h"

/* Longest credit; a longer text is a sentence about pictures. */
#define MAX_LENGTH 140

/* What stands before a name. */
static const char markers[] =
  "photo:|photos:|photo by|photos by|photo credit:|photo courtesy of|photo courtesy|photo illustration by|photograph:|photographs:|photograph by|photography by|photographer:|picture:|pictures:|picture by|pic:|pic credit:|"
  "image:|images:|image credit:|image by|image source:|image courtesy of|images courtesy of|credit:|credits:|courtesy of|courtesy:|illustration:|illustration by|graphic:|graphic by|video:|handout:|"
  "(photo|(ap photo|©|(c)|copyright|"
  "foto:|fotos:|foto von|fotocredit:|foto ©|bild:|bilder:|bildquelle:|bildnachweis:|bild von|grafik:|quelle:|symbolbild:|archivbild:|"
  "photo :|photos :|crédit :|crédit photo :|crédits photo :|crédit photo|crédits :|crédit:|crédits:|illustration :|"
  "foto de|fotografía:|fotografía de|imagen:|imagen de|crédito:|créditos:|fotógrafo:|fuente:|"
  "fotografia:|foto di|immagine:|credito:|imagem:|fotografia de|divulgação|reprodução|"
  "beeld:|foto door|foto's:|fot.|zdjęcie:|zdjęcia:|foto av|bilde:|billede:|kuva:|fotoğraf:|"
  "фото:|фото|фотография:|снимок:|źródło:|zdroj:|"
  "写真:|写真：|写真=|写真＝|撮影|提供:|提供：|图:|图：|图片来源：|图片来源:|摄影：|攝影：|图源：|사진=|사진:|사진 |"
  "صورة:|تصوير:|الصورة:|עכס:|צילום:|";

/* Agencies, stock houses and what is written like them; compared in any letter case where they are long, exactly where they are short. */
static const char agencies[] =
  "getty images|getty|associated press|agence france-presse|reuters|shutterstock|istock|istockphoto|alamy|imago|imago images|unsplash|pixabay|pexels|bloomberg|press association|pa wire|pa media|pa images|magnum|corbis|nurphoto|"
  "anadolu|anadolu agency|kyodo|kyodo news|yonhap|xinhua|sipa|sipa usa|zuma|zuma press|zuma wire|rex|rex features|wireimage|filmmagic|picture alliance|picture-alliance|ullstein bild|keystone|belga|scanpix|ritzau|ntb|lehtikuva|"
  "ukrinform|tass|sputnik|ria novosti|wikimedia commons|wikimedia|wikipedia|flickr|creative commons|adobe stock|depositphotos|dreamstime|fotolia|thinkstock|europa press|agencia efe|lapresse|contrasto|hans lucas|abaca|abacapress|bestimage|"
  "maxppp|upi|icon sportswire|usa today sports|handout|file photo|public domain|cc by|cc by-sa|cc0|nasa|noaa|xinhua news agency|el universal|cuartoscuro|notimex|estadão conteúdo|agência brasil|folhapress|";

static const char *const short_agencies[] = {
  "AP", "AFP", "EPA", "DPA", "dpa", "EFE", "ANSA", "PA", "APA", "TT", "ANP", "CTK", "ČTK", "PAP", "MTI", "AAP", "SIPA", "ANI", "PTI", "VNA", "CNS", "AA"
};

static gboolean
is_short_agency (const char *word,
                 gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (short_agencies); i++)
    if (strlen (short_agencies[i]) == length && memcmp (word, short_agencies[i], length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_edge (const char *text,
         const char *p)
{
  return p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* Whether a short text names an agency as a word of its own. */
static gboolean
names_agency (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end = p;

      if (!is_edge (text, p) || !g_unichar_isalpha (g_utf8_get_char (p)))
        continue;
      if (desk_phrase_skip_word (p, agencies) != NULL)
        return TRUE;
      while (g_unichar_isalpha (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (is_short_agency (p, end - p))
        return TRUE;
    }

  return FALSE;
}

/* Names: most words begin with a capital, few are common ones. */
static gboolean
is_name_like (const char *text)
{
  guint n_upper = 0;
  guint n_lower = 0;
  gboolean at_word = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (at_word && g_unichar_isalpha (c))
        {
          if (g_unichar_islower (c) && desk_phrase_skip_word (p, "via|for|by|and|of|from|dpa|the|pour|für|de|von|van|per|para|through|courtesy|file|handout|und|et|y|e|/|") == NULL)
            n_lower++;
          else
            n_upper++;
        }
      at_word = !g_unichar_isalnum (c) && c != '\'' && c != 0x2019;
    }

  return n_upper > n_lower * 3;
}

/* "ROSLAN RAHMAN/AFP via Getty Images", "Jane Doe / Reuters", "Getty Images". */
static gboolean
is_signature (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || g_utf8_strlen (text, length) > MAX_LENGTH || !is_name_like (text))
    return FALSE;
  if (desk_phrase_ends_sentence (text, length) && desk_phrase_count_words (text, length) > 6)
    return FALSE;

  return names_agency (text);
}

static gboolean
starts_with_marker (const char *text)
{
  const char *after;

  while (*text == '(' || *text == '[' || *text == '|' || *text == ' ' || *text == '/')
    text++;

  after = desk_phrase_skip_word (text, markers);

  return after != NULL && *after != '\0';
}

static const char *
find_bracket (const char *text)
{
  gsize length = strlen (text);
  const char *open;

  while (length > 0 && (text[length - 1] == '.' || g_ascii_isspace (text[length - 1])))
    length--;
  if (length == 0 || (text[length - 1] != ')' && text[length - 1] != ']'))
    return NULL;

  open = g_strrstr_len (text, length, text[length - 1] == ')' ? "(" : "[");
  if (open == NULL)
    return NULL;
  else
    {
      g_autofree char *inside = g_strndup (open + 1, text + length - 1 - (open + 1));

      if (g_utf8_strlen (inside, -1) <= MAX_LENGTH && (starts_with_marker (inside) || is_signature (inside)))
        return open;
    }

  return NULL;
}

/* In a caption the credit may follow without a full stop: go back from the agency over names and slashes. */
static const char *
find_in_caption (const char *text)
{
  const char *start = text + strlen (text);
  const char *word = start;
  gboolean agency = FALSE;
  gboolean closed = FALSE; /* "REUTERS/" begins it */
  guint n_names = 0;       /* words before a slash */

  while (word > text && !closed && n_names < 4)
    {
      const char *end = word;
      const char *p;
      gunichar first;

      while (end > text && g_ascii_isspace (end[-1]))
        end--;
      for (p = end; p > text && !g_ascii_isspace (p[-1]);)
        p--;
      if (p == end)
        break;

      first = g_utf8_get_char (p);
      {
        g_autofree char *piece = g_strndup (p, end - p);

        if (!g_unichar_isupper (first) && *p != '/' && *p != '|' && desk_phrase_skip_word (piece, "via|dpa|for|by|/|") == NULL)
          break;
        if (p < start && desk_phrase_ends_sentence (p, end - p) && end != text + strlen (text))
          break;
        agency |= names_agency (piece);
        if (strchr (piece, '/') != NULL)
          {
            *strchr (piece, '/') = '\0';
            closed = names_agency (piece);
            n_names = 1;
          }
        else if (n_names > 0)
          n_names++;
      }
      start = word = p;
      if (text + strlen (text) - start > MAX_LENGTH)
        return NULL;
    }

  /* Without a slash it cannot be told from the last names of the sentence. */
  if (!agency || start == text || (strchr (start, '/') == NULL && strstr (start, " via ") == NULL && !is_signature (start)))
    return NULL;

  return is_signature (start) ? start : NULL;
}

/**
 * desk_credit_find:
 * @text: a caption, or a paragraph that may be one
 * @is_caption: whether it is known to be one
 *
 * Finds the tail that says who made the picture: after "Photo:" and its like, in brackets, or a signature with the name
 * of an agency after the last sentence.
 *
 * Returns: (nullable): where it starts in @text; @text itself where nothing else is there
 */
const char *
desk_credit_find (const char *text,
                  gboolean is_caption)
{
  const char *last = desk_phrase_last_sentence (text, strlen (text));
  const char *found;

  if (is_signature (last))
    return last;
  if ((found = find_bracket (text)) != NULL)
    return found;

  /* The last marker at the start of a word. */
  for (const char *p = text + strlen (text); p > text;)
    {
      p = g_utf8_prev_char (p);
      if (text + strlen (text) - p > MAX_LENGTH * 2)
        break;
      if (!is_edge (text, p) || g_ascii_isspace (*p) || desk_phrase_skip_word (p, markers) == NULL || !starts_with_marker (p))
        continue;

      /* "Photo by" amid a sentence counts where the rest is a name. */
      if (g_utf8_strlen (p, -1) > MAX_LENGTH)
        break;
      if (p == text || is_caption || p == last || strchr (".!?)|\n\t ", p[-1]) == NULL)
        {
          if (p == text && !is_caption && !is_name_like (p) && strchr (p, '/') == NULL)
            return NULL;
          return !desk_phrase_ends_sentence (p, strlen (p)) || desk_phrase_count_words (p, strlen (p)) < 9 ? p : NULL;
        }
    }

  return is_caption ? find_in_caption (text) : NULL;
}

/**
 * desk_credit_is_line:
 *
 * Returns: whether a text is a credit and nothing else
 */
gboolean
desk_credit_is_line (const char *text)
{
  return desk_credit_find (text, FALSE) == text;
}

/**
 * desk_credit_is_caption:
 *
 * Returns: whether a text says of itself that it describes a picture: "FILE -", "Pictured:" …
 */
gboolean
desk_credit_is_caption (const char *text)
{
  return desk_phrase_skip_word (text, "file -|file –|file —|file –|file photo|file:|pictured:|pictured above:|pictured:|in this photo|in this image|caption:|bildunterschrift:|légende :|légende:|im bild:|auf dem bild:|leyenda:|pie de foto:|didascalia:|legenda:|archivfoto:|symbolfoto:|図:|写真説明:|写真説明：|图说：|图为|資料圖片|资料图片|") != NULL;
}
