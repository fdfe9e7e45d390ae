/* Gives the blocks of a text without markup their kinds: headline, dek, byline, date, subheading, boilerplate.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "desk-byline.h"
#include "desk-date-reader.h"
#include "desk-furniture.h"
#include "desk-phrase.h"
#include "desk-text-roles.h"

/* Lines before the story: this many blocks at most. */
#define HEAD_BLOCKS 10
/* Lines after it. */
#define TAIL_BLOCKS 4

#define MAX_HEADLINE 220
#define MAX_HEADLINE_WORDS 34
#define MAX_DEK 320
#define MAX_SUBHEADING 100
#define MAX_SUBHEADING_WORDS 14

static gboolean
is_paragraph (const DeskDraftItem *item)
{
  return desk_draft_item_is (item, DESK_BLOCK_KIND_PARAGRAPH);
}

static gboolean
is_sentence (const DeskDraftItem *item)
{
  return desk_phrase_ends_sentence (item->text->str, item->text->len);
}

static guint
count_words (const DeskDraftItem *item)
{
  return desk_phrase_count_words (item->text->str, MIN (item->text->len, 4000));
}

/* A line that ends with an abbreviation or a question still is a title. */
static gboolean
is_title_like (const DeskDraftItem *item)
{
  const char *text = item->text->str;
  gsize length = item->text->len;
  gunichar first = g_utf8_get_char (text);

  if (length > 4 * MAX_HEADLINE || g_utf8_strlen (text, -1) > MAX_HEADLINE || count_words (item) > MAX_HEADLINE_WORDS)
    return FALSE;
  if (g_unichar_islower (first) || !g_utf8_validate (text, length, NULL))
    return FALSE;
  if (!desk_phrase_ends_sentence (text, length))
    return TRUE;

  /* Headlines ask, exclaim and quote; "U.S." ends one too. */
  return (text[length - 1] == '?' || text[length - 1] == '!' || g_str_has_suffix (text, "？") || g_str_has_suffix (text, "！") || g_str_has_suffix (text, "U.S.") || g_str_has_suffix (text, "U.K.") || g_str_has_suffix (text, "…")) && count_words (item) <= 20;
}

static gboolean
is_address (const char *text)
{
  return (desk_phrase_starts_with (text, "http://") || desk_phrase_starts_with (text, "https://") || desk_phrase_starts_with (text, "www.")) && strchr (text, ' ') == NULL;
}

/* "KYIV, Ukraine (AP) —" on a line of its own: a place in capitals, and after it no sentence. */
static gboolean
is_dateline (const char *text)
{
  const char *p = text;
  guint n_capitals = 0;
  gboolean sign = FALSE;

  if (g_utf8_strlen (text, -1) > 70)
    return FALSE;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      if (c == ',' || c == '(' || c == 0x2014 || c == 0x2013 || (c == '-' && p > text && p[-1] == ' '))
        {
          sign = TRUE;
          break;
        }
      n_capitals += g_unichar_isupper (c);
    }

  return sign && n_capitals >= 3 && count_words (&(DeskDraftItem) { .text = &(GString) { (char *) text, strlen (text), 0 } }) <= 9 &&
         (!desk_phrase_ends_sentence (text, strlen (text)) || g_str_has_suffix (text, "."));
}

static void
set_date (DeskReading *reading,
          const char *line,
          const DeskDateHit *hit,
          DeskConfidence confidence)
{
  if (!desk_date_is_plausible (hit->value) && atoi (hit->value) >= 1990)
    return;

  desk_reading_set (reading, desk_date_is_update (line) ? DESK_FIELD_MODIFIED : DESK_FIELD_PUBLISHED, hit->value, DESK_ORIGIN_TEXT, confidence);

  /* "Published 8 February, updated 9 February": the second date of the line. */
  if (!desk_date_is_update (line))
    {
      DeskDateHit second;

      if (desk_date_find (line + hit->end, desk_reading_get (reading, DESK_FIELD_LANGUAGE), &second))
        desk_reading_set (reading, DESK_FIELD_MODIFIED, second.value, DESK_ORIGIN_TEXT, confidence);
    }
}

static void
set_byline (DeskReading *reading,
            DeskDraftItem *item)
{
  const char *language = desk_reading_get (reading, DESK_FIELD_LANGUAGE);
  DeskDateHit hit;

  item->kind = DESK_BLOCK_KIND_BYLINE;
  if (desk_reading_get (reading, DESK_FIELD_BYLINE) == NULL)
    {
      desk_reading_set (reading, DESK_FIELD_BYLINE, item->text->str, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_LIKELY);
      desk_reading_set_authors (reading, desk_byline_dup_authors (item->text->str, FALSE));
    }
  if (desk_date_find (item->text->str, language, &hit))
    set_date (reading, item->text->str, &hit, DESK_CONFIDENCE_LIKELY);
}

/* "Title: …", "Author: …" at the top, as some programs write them. */
static gboolean
try_header_line (DeskReading *reading,
                 DeskDraftItem *item)
{
  static const struct
  {
    const char *keys;
    DeskField field;
  } keys[] = {
    { "url:|link:|web:|source url:|original url:|", DESK_FIELD_URL },
    { "source:|publication:|newspaper:|publisher:|quelle:|zeitung:|", DESK_FIELD_SOURCE },
    { "section:|category:|ressort:|rubrik:|", DESK_FIELD_SECTION },
    { "keywords:|tags:|schlagwörter:|", DESK_FIELD_KEYWORDS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *value = desk_phrase_skip_word (item->text->str, keys[i].keys);

      if (value == NULL || item->text->len > 400)
        continue;
      while (*value == ' ')
        value++;
      if (*value == '\0' || (keys[i].field == DESK_FIELD_URL && !is_address (value)))
        continue;
      desk_reading_set (reading, keys[i].field, value, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_LIKELY);
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_OUTSIDE);
      return TRUE;
    }

  return FALSE;
}

static guint
find_story (DeskDraft *draft)
{
  for (guint i = 0; i < draft->items->len && i < HEAD_BLOCKS; i++)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);

      if (is_paragraph (item) && (is_sentence (item) || count_words (item) > MAX_HEADLINE_WORDS) && !is_title_like (item) && count_words (item) > 5)
        return i;
    }

  return MIN (draft->items->len, HEAD_BLOCKS);
}

/* Date, byline, address and such: lines of the head that are neither headline nor dek. */
static gboolean
assign_plain_head_line (DeskReading *reading,
                        DeskDraftItem *item)
{
  const char *text = item->text->str;
  DeskDateHit hit;

  if (desk_date_is_line (text, desk_reading_get (reading, DESK_FIELD_LANGUAGE), &hit))
    {
      set_date (reading, text, &hit, DESK_CONFIDENCE_LIKELY);
      item->kind = DESK_BLOCK_KIND_BYLINE;
    }
  else if (desk_byline_is_line (text))
    set_byline (reading, item);
  else if (is_address (text))
    {
      desk_reading_set (reading, DESK_FIELD_URL, text, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_LIKELY);
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_OUTSIDE);
    }
  else if (is_dateline (text))
    item->kind = DESK_BLOCK_KIND_DATELINE;
  else
    return try_header_line (reading, item);

  return TRUE;
}

/* A word or two in capitals above the headline: the section. */
static gboolean
try_kicker (DeskReading *reading,
            DeskDraftItem *item,
            DeskDraftItem *next)
{
  if (next == NULL || !is_paragraph (next) || !is_title_like (next) || count_words (next) < 4 || count_words (item) > 3 || !desk_phrase_is_capitals (item->text->str, item->text->len))
    return FALSE;

  desk_reading_set (reading, DESK_FIELD_SECTION, item->text->str, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_WEAK);
  desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_NAVIGATION);

  return TRUE;
}

static void
assign_head (DeskReading *reading,
             gboolean is_marked_up)
{
  DeskDraft *draft = reading->draft;
  guint story = find_story (draft);
  gboolean has_headline = FALSE;
  gboolean may_be_dek = FALSE;

  for (guint i = 0; i < story; i++)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);
      DeskDraftItem *next = i + 1 < draft->items->len ? desk_draft_get (draft, i + 1) : NULL;
      const char *title;

      if (item->is_left_out || item->kind == DESK_BLOCK_KIND_CAPTION || item->kind == DESK_BLOCK_KIND_CREDIT)
        continue;
      if (item->kind == DESK_BLOCK_KIND_HEADLINE)
        {
          has_headline = may_be_dek = TRUE;
          continue;
        }
      /* An underlined first line. */
      if (item->kind == DESK_BLOCK_KIND_SUBHEADING && !has_headline && !is_marked_up)
        item->kind = DESK_BLOCK_KIND_PARAGRAPH;
      if (!is_paragraph (item))
        break;
      if (desk_furniture_classify (item->text->str, FALSE) != DESK_FURNITURE_NONE)
        continue;

      if (assign_plain_head_line (reading, item))
        {
          may_be_dek &= item->kind != DESK_BLOCK_KIND_BYLINE || !desk_byline_is_line (item->text->str);
          continue;
        }

      if (!has_headline && !is_marked_up && draft->items->len > 1 && is_title_like (item))
        {
          if (try_kicker (reading, item, next))
            continue;
          title = desk_phrase_skip_word (item->text->str, "title:|headline:|titel:|überschrift:|titre :|título:|titolo:|");
          while (title != NULL && *title == ' ')
            title++;
          item->kind = DESK_BLOCK_KIND_HEADLINE;
          desk_reading_set (reading, DESK_FIELD_HEADLINE, title != NULL && *title != '\0' ? title : item->text->str, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_LIKELY);
          has_headline = may_be_dek = TRUE;
        }
      else if (has_headline && may_be_dek && g_utf8_strlen (item->text->str, -1) <= MAX_DEK && count_words (item) >= 4 && !is_sentence (item) && i + 1 < draft->items->len)
        {
          item->kind = DESK_BLOCK_KIND_DEK;
          desk_reading_set (reading, DESK_FIELD_DEK, item->text->str, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_LIKELY);
          may_be_dek = FALSE;
        }
      else
        may_be_dek = FALSE;
    }
}

/* Left out where it is no text at all; kept as boilerplate where somebody may want to read it. */
static void
assign_furniture (DeskDraftItem *item,
                  gboolean is_at_end)
{
  if (!is_paragraph (item) && !desk_draft_item_is (item, DESK_BLOCK_KIND_LIST_ITEM))
    return;

  switch (desk_furniture_classify (item->text->str, is_at_end))
    {
    case DESK_FURNITURE_NONE:
      break;
    case DESK_FURNITURE_BOILERPLATE:
    case DESK_FURNITURE_RELATED:
    case DESK_FURNITURE_NEWSLETTER:
      item->kind = DESK_BLOCK_KIND_BOILERPLATE;
      break;
    case DESK_FURNITURE_CORRECTION:
      item->kind = DESK_BLOCK_KIND_CORRECTION;
      break;
    case DESK_FURNITURE_SHARE:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_SHARE);
      break;
    case DESK_FURNITURE_ADVERT:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_ADVERT);
      break;
    case DESK_FURNITURE_COMMENTS:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_COMMENTS);
      break;
    case DESK_FURNITURE_COOKIE_NOTICE:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_COOKIE_NOTICE);
      break;
    case DESK_FURNITURE_SEPARATOR:
      desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_OUTSIDE);
      break;
    }
}

static gboolean
is_quoted_speech (const char *text)
{
  return *text == '"' || desk_phrase_starts_with (text, "“") || desk_phrase_starts_with (text, "„") || desk_phrase_starts_with (text, "«") || desk_phrase_starts_with (text, "—") || desk_phrase_starts_with (text, "–") || desk_phrase_starts_with (text, "「");
}

static void
assign_subheadings (DeskDraft *draft)
{
  DeskDraftItem *next = NULL;
  gboolean seen_story = FALSE;

  /* From the end, for what follows decides. */
  for (guint i = draft->items->len; i-- > 0;)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);
      const char *text = item->text->str;
      guint n_words;
      gboolean question;

      if (item->is_left_out)
        continue;
      if (!is_paragraph (item))
        {
          seen_story |= item->kind == DESK_BLOCK_KIND_LIST_ITEM;
          next = item;
          continue;
        }

      n_words = count_words (item);
      question = g_str_has_suffix (text, "?") || g_str_has_suffix (text, "？");
      if (seen_story && next != NULL && !is_quoted_speech (text) && n_words <= MAX_SUBHEADING_WORDS && item->text->len < 4 * MAX_SUBHEADING && g_utf8_strlen (text, -1) <= MAX_SUBHEADING &&
          (!is_sentence (item) || (question && n_words >= 2 && n_words <= 10)) && !g_unichar_islower (g_utf8_get_char (text)) && strchr (",;", text[item->text->len - 1]) == NULL &&
          (next->kind == DESK_BLOCK_KIND_PARAGRAPH || next->kind == DESK_BLOCK_KIND_LIST_ITEM || next->kind == DESK_BLOCK_KIND_BLOCKQUOTE) &&
          (next->kind != DESK_BLOCK_KIND_PARAGRAPH || desk_phrase_count_words (next->text->str, MIN (next->text->len, 400)) >= MAX (8, n_words)))
        item->kind = DESK_BLOCK_KIND_SUBHEADING;
      else
        seen_story |= is_sentence (item);
      next = item;
    }
}

/* A name after a dash below the story. */
static void
assign_tail (DeskReading *reading)
{
  DeskDraft *draft = reading->draft;
  const char *language = desk_reading_get (reading, DESK_FIELD_LANGUAGE);
  guint n_seen = 0;

  for (guint i = draft->items->len; i-- > 1 && n_seen < TAIL_BLOCKS;)
    {
      DeskDraftItem *item = desk_draft_get (draft, i);
      const char *text = item->text->str;
      DeskDateHit hit;

      if (item->is_left_out)
        continue;
      n_seen++;
      if (!is_paragraph (item))
        continue;

      if (desk_phrase_starts_with (text, "—") || desk_phrase_starts_with (text, "–") || *text == '-')
        {
          const char *name = text;
          g_autofree char *line = NULL;

          while (*name != '\0' && !g_unichar_isalpha (g_utf8_get_char (name)))
            name = g_utf8_next_char (name);
          line = g_strconcat ("By ", name, NULL);
          if (desk_byline_is_line (line) && count_words (item) <= 6 && !is_sentence (item))
            set_byline (reading, item);
        }
      else if (desk_date_is_line (text, language, &hit))
        {
          set_date (reading, text, &hit, DESK_CONFIDENCE_WEAK);
          item->kind = DESK_BLOCK_KIND_BYLINE;
        }
      else if (reading->authors == NULL && desk_byline_is_line (text))
        set_byline (reading, item);
      else if (is_address (text))
        {
          desk_reading_set (reading, DESK_FIELD_URL, text, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_WEAK);
          desk_draft_item_leave_out (item, DESK_LEFT_OUT_REASON_OUTSIDE);
        }
    }
}

/**
 * desk_text_roles_assign:
 * @reading: pieces that are paragraphs so far, but for captions, lists and quotations
 * @is_marked_up: whether headline and subheadings are known already
 *
 * Gives the pieces their kinds and sets the fields that the text tells.
 *
 * Returns: %FALSE with @error where it was stopped
 */
gboolean
desk_text_roles_assign (DeskReading *reading,
                        gboolean is_marked_up,
                        DeskImportGuard *guard,
                        GError **error)
{
  DeskDraft *draft = reading->draft;

  assign_head (reading, is_marked_up);
  for (guint i = 0; i < draft->items->len; i++)
    {
      if (!desk_import_guard_tick (guard, error))
        return FALSE;
      assign_furniture (desk_draft_get (draft, i), i + TAIL_BLOCKS >= draft->items->len);
    }
  assign_tail (reading);
  if (!is_marked_up)
    assign_subheadings (draft);

  return desk_import_guard_check (guard, error);
}
