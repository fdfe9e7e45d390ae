/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "desk-labels.h"

/* Code points of context shown on each side of a name in a very long sentence. */
#define MAX_CONTEXT 120
/* Bytes of a word that is not cut. */
#define MAX_WORD 30

const char *
desk_label_for_entity_kind (DeskEntityKind kind)
{
  switch (kind)
    {
    case DESK_ENTITY_KIND_PERSON:
      return _ ("Person");
    case DESK_ENTITY_KIND_ORGANISATION:
      return _ ("Organisation");
    case DESK_ENTITY_KIND_GOVERNMENT:
      return _ ("Government");
    case DESK_ENTITY_KIND_PLACE:
      return _ ("Place");
    case DESK_ENTITY_KIND_FACILITY:
      return _ ("Building or facility");
    case DESK_ENTITY_KIND_EVENT:
      return _ ("Event");
    case DESK_ENTITY_KIND_GROUP:
      return _ ("Group of people");
    case DESK_ENTITY_KIND_PRODUCT:
      return _ ("Product or vehicle");
    case DESK_ENTITY_KIND_WORK:
      return _ ("Work or law");
    case DESK_ENTITY_KIND_OTHER:
      return _ ("Name");
    }

  g_return_val_if_reached (NULL);
}

const char *
desk_label_for_confidence (DeskConfidence confidence)
{
  switch (confidence)
    {
    case DESK_CONFIDENCE_WEAK:
      /* Translators: how certain the program is. */
      return _ ("a guess");
    case DESK_CONFIDENCE_LIKELY:
      /* Translators: how certain the program is. */
      return _ ("likely");
    case DESK_CONFIDENCE_SURE:
      /* Translators: how certain the program is. */
      return _ ("sure");
    }

  g_return_val_if_reached (NULL);
}

static const char *
label_for_origin (DeskOrigin origin)
{
  switch (origin)
    {
    case DESK_ORIGIN_NONE:
      return NULL;
    case DESK_ORIGIN_JSON_LD:
    case DESK_ORIGIN_MICRODATA:
      /* Translators: where a field such as the date came from: data for machines inside a web page. */
      return _ ("from the data of the page");
    case DESK_ORIGIN_META:
      return _ ("from the head of the page");
    case DESK_ORIGIN_MARKUP:
      return _ ("from the layout of the page");
    case DESK_ORIGIN_ADDRESS:
      return _ ("from the address");
    case DESK_ORIGIN_TEXT:
      return _ ("from the text");
    case DESK_ORIGIN_FILE:
      return _ ("from the file");
    case DESK_ORIGIN_USER:
      return _ ("given by you");
    }

  g_return_val_if_reached (NULL);
}

char *
desk_label_dup_origin (DeskOrigin origin,
                       DeskConfidence confidence)
{
  const char *words = label_for_origin (origin);

  if (words == NULL)
    return NULL;
  if (origin == DESK_ORIGIN_USER || confidence == DESK_CONFIDENCE_SURE)
    return g_strdup (words);
  /* Translators: where a field came from, and how certain that is: “from the text, likely”. */
  return g_strdup_printf (_ ("%s, %s"), words, desk_label_for_confidence (confidence));
}

const char *
desk_label_for_left_out (DeskLeftOutReason reason)
{
  switch (reason)
    {
    case DESK_LEFT_OUT_REASON_NAVIGATION:
      return _ ("Navigation");
    case DESK_LEFT_OUT_REASON_RELATED:
      return _ ("Related articles");
    case DESK_LEFT_OUT_REASON_SHARE:
      return _ ("Sharing buttons");
    case DESK_LEFT_OUT_REASON_ADVERT:
      return _ ("Advertisement");
    case DESK_LEFT_OUT_REASON_COMMENTS:
      return _ ("Comments of readers");
    case DESK_LEFT_OUT_REASON_COOKIE_NOTICE:
      return _ ("Cookie notice");
    case DESK_LEFT_OUT_REASON_NEWSLETTER:
      return _ ("Newsletter");
    case DESK_LEFT_OUT_REASON_LINK_LIST:
      return _ ("List of links");
    case DESK_LEFT_OUT_REASON_DUPLICATE_TITLE:
      return _ ("The headline again");
    case DESK_LEFT_OUT_REASON_FORM:
      return _ ("Form");
    case DESK_LEFT_OUT_REASON_HIDDEN:
      return _ ("Hidden text");
    case DESK_LEFT_OUT_REASON_SCRIPT_FALLBACK:
      return _ ("Text for browsers without scripts");
    case DESK_LEFT_OUT_REASON_OUTSIDE:
      return _ ("Outside the article");
    }

  g_return_val_if_reached (NULL);
}

const char *
desk_label_for_field (DeskField field)
{
  switch (field)
    {
    case DESK_FIELD_HEADLINE:
      return _ ("Headline");
    case DESK_FIELD_DEK:
      /* Translators: the short text below a headline. */
      return _ ("Summary line");
    case DESK_FIELD_BYLINE:
      /* Translators: the line that names the authors of an article. */
      return _ ("Byline");
    case DESK_FIELD_PUBLISHED:
      return _ ("Published");
    case DESK_FIELD_MODIFIED:
      return _ ("Updated");
    case DESK_FIELD_LANGUAGE:
      return _ ("Language");
    case DESK_FIELD_SOURCE:
      /* Translators: the newspaper or site that an article comes from. */
      return _ ("Source");
    case DESK_FIELD_URL:
      return _ ("Address");
    case DESK_FIELD_SECTION:
      /* Translators: the section of a newspaper, such as World or Sport. */
      return _ ("Section");
    case DESK_FIELD_KEYWORDS:
      return _ ("Keywords");
    }

  g_return_val_if_reached (NULL);
}

char *
desk_label_dup_language (const char *tag)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[128];
  char utf8[512];
  char locale[ULOC_FULLNAME_CAPACITY];
  int32_t length;

  g_return_val_if_fail (tag != NULL, NULL);

  uloc_forLanguageTag (tag, locale, sizeof locale, &length, &status);
  uloc_getDisplayName (U_SUCCESS (status) && length > 0 ? locale : tag, g_get_language_names ()[0], name,
                       G_N_ELEMENTS (name), &status);
  u_strToUTF8 (utf8, sizeof utf8, NULL, name, -1, &status);
  if (U_FAILURE (status) || *utf8 == '\0')
    return g_strdup (tag);
  return g_strdup (utf8);
}

char *
desk_label_dup_initials (const char *name)
{
  g_autoptr (GString) initials = g_string_new (NULL);
  gunichar last = 0;
  gboolean start = TRUE;

  g_return_val_if_fail (name != NULL, NULL);

  /* The first letter and that of the last word; words without a capital (“of”, “the”) do not count. */
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (start && g_unichar_isalpha (c) && (initials->len == 0 || !g_unichar_islower (c)))
        {
          if (initials->len == 0)
            g_string_append_unichar (initials, g_unichar_toupper (c));
          else
            last = c;
        }
      start = g_unichar_isspace (c) || c == '-' || c == '(' || c == '"' || c == 0x201c;
    }
  if (last != 0)
    g_string_append_unichar (initials, last);
  return g_string_free_and_steal (g_steal_pointer (&initials));
}

static guint
count_quotes (DeskAnalysis *analysis,
              const char *entity_id)
{
  GPtrArray *quotes = desk_analysis_get_quotes (analysis);
  guint n = 0;

  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      const DeskQuote *quote = g_ptr_array_index (quotes, i);

      n += quote->kind != DESK_QUOTE_KIND_SCARE && g_strcmp0 (quote->speaker, entity_id) == 0;
    }
  return n;
}

char *
desk_label_dup_subtitle (DeskEntity *entity,
                         DeskAnalysis *analysis)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *const *aliases;
  guint n_quotes;

  g_return_val_if_fail (DESK_IS_ENTITY (entity), NULL);
  g_return_val_if_fail (DESK_IS_ANALYSIS (analysis), NULL);

  if (desk_entity_get_n_roles (entity) > 0)
    g_ptr_array_add (parts, g_strdup (desk_entity_get_role (entity, 0)->text));
  aliases = desk_entity_get_aliases (entity);
  if (aliases != NULL && aliases[0] != NULL && aliases[1] != NULL)
    /* Translators: other names of a person or an organisation. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("also “%s”, “%s”"), aliases[0], aliases[1]));
  else if (aliases != NULL && aliases[0] != NULL)
    /* Translators: another name of a person or an organisation. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("also “%s”"), aliases[0]));
  n_quotes = count_quotes (analysis, desk_entity_get_id (entity));
  if (n_quotes > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u quote", "%u quotes", n_quotes), n_quotes));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static const char *
label_for_block (DeskBlockKind kind)
{
  switch (kind)
    {
    case DESK_BLOCK_KIND_HEADLINE:
      return _ ("headline");
    case DESK_BLOCK_KIND_DEK:
      return _ ("summary line");
    case DESK_BLOCK_KIND_BYLINE:
      return _ ("byline");
    case DESK_BLOCK_KIND_DATELINE:
      return _ ("dateline");
    case DESK_BLOCK_KIND_SUBHEADING:
      return _ ("subheading");
    case DESK_BLOCK_KIND_CAPTION:
      return _ ("caption");
    case DESK_BLOCK_KIND_CREDIT:
      return _ ("credit");
    case DESK_BLOCK_KIND_CORRECTION:
      return _ ("correction");
    case DESK_BLOCK_KIND_BOILERPLATE:
      return _ ("standing text");
    case DESK_BLOCK_KIND_PARAGRAPH:
    case DESK_BLOCK_KIND_LIST_ITEM:
    case DESK_BLOCK_KIND_BLOCKQUOTE:
    case DESK_BLOCK_KIND_PREFORMATTED:
    case DESK_BLOCK_KIND_TABLE_ROW:
      return NULL;
    }

  g_return_val_if_reached (NULL);
}

char *
desk_label_dup_place (DeskVersion *version,
                      guint start)
{
  guint block, number = 0;
  const char *label;

  g_return_val_if_fail (DESK_IS_VERSION (version), NULL);

  if (desk_version_get_n_blocks (version) == 0)
    return g_strdup ("");
  block = desk_version_find_block (version, start);
  label = label_for_block (desk_version_get_block (version, block)->kind);
  if (label != NULL)
    return g_strdup (label);
  for (guint i = 0; i <= block; i++)
    number += label_for_block (desk_version_get_block (version, i)->kind) == NULL;
  return g_strdup_printf (_ ("paragraph %u"), number);
}

char *
desk_label_dup_line (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean was_space = space;

      space = g_ascii_isspace (*p);
      if (!space)
        g_string_append_len (line, p, g_utf8_next_char (p) - p);
      else if (!was_space)
        g_string_append_c (line, ' ');
    }
  return g_string_free_and_steal (line);
}

static char *
dup_one_line (DeskText *text,
              guint start,
              guint end)
{
  g_autofree char *slice = desk_text_dup_slice (text, start, end);

  return desk_label_dup_line (slice);
}

char *
desk_label_dup_context (DeskText *text,
                        DeskRange around,
                        DeskRange range)
{
  guint length = desk_text_get_length (text);
  g_autofree char *before = NULL;
  g_autofree char *inside = NULL;
  g_autofree char *after = NULL;
  gboolean cut_before = FALSE, cut_after = FALSE;

  g_return_val_if_fail (range.start <= range.end && range.end <= length, NULL);

  around.start = MIN (around.start, range.start);
  around.end = CLAMP (around.end, range.end, length);
  if (range.start - around.start > MAX_CONTEXT)
    {
      around.start = desk_text_align_grapheme (text, range.start - MAX_CONTEXT);
      cut_before = TRUE;
    }
  if (around.end - range.end > MAX_CONTEXT)
    {
      around.end = desk_text_align_grapheme (text, range.end + MAX_CONTEXT);
      cut_after = TRUE;
    }
  before = dup_one_line (text, around.start, range.start);
  inside = dup_one_line (text, range.start, range.end);
  after = dup_one_line (text, range.end, around.end);
  return g_markup_printf_escaped ("%s%s<b>%s</b>%s%s", cut_before ? "…" : "", before, inside,
                                  after, cut_after ? "…" : "");
}

char *
desk_label_dup_passage (DeskText *text,
                        DeskRange range,
                        guint max_length)
{
  guint end = MIN (range.end, desk_text_get_length (text));
  g_autofree char *slice = NULL;
  char *space;

  g_return_val_if_fail (range.start <= end, NULL);

  if (end - range.start <= max_length)
    return g_strstrip (dup_one_line (text, range.start, end));
  end = desk_text_align_grapheme (text, range.start + max_length);
  slice = g_strstrip (dup_one_line (text, range.start, MAX (end, range.start)));
  /* Not within a word, unless it is a very long one. */
  space = strrchr (slice, ' ');
  if (space != NULL && strlen (space) < MAX_WORD)
    *space = '\0';
  return g_strconcat (slice, "…", NULL);
}
