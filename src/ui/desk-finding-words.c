/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-finding-words.h"

#include "desk-date-label.h"
#include "desk-labels.h"

/* Code points of a passage in one line. */
#define MAX_PASSAGE 60

char *
desk_finding_dup_title (DeskFinding *self)
{
  DeskEntity *entity;

  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  entity = desk_finding_get_entity (self);
  switch (desk_finding_get_kind (self))
    {
    case DESK_FINDING_KIND_MENTION:
      return g_strdup (desk_entity_get_name (entity));
    case DESK_FINDING_KIND_QUOTE:
    case DESK_FINDING_KIND_STATEMENT:
      /* Translators: it is not known who said something. */
      return g_strdup (entity ? desk_entity_get_name (entity) : _ ("speaker?"));
    case DESK_FINDING_KIND_DATE:
      {
        char *words = desk_date_label_dup (desk_finding_get_date (self)->value);

        return words ? words : g_strdup (_ ("depends on the publication date"));
      }
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_passage (DeskFinding *self,
             DeskVersion *version)
{
  DeskText *text = desk_version_get_text (version);
  DeskRange range = desk_finding_get_range (self);

  range.end = MIN (range.end, desk_text_get_length (text));
  return range.start < range.end ? desk_label_dup_passage (text, range, MAX_PASSAGE) : g_strdup ("");
}

static const char *
label_for_quote (DeskQuoteKind kind)
{
  switch (kind)
    {
    case DESK_QUOTE_KIND_DIRECT:
      return _ ("Direct quote");
    case DESK_QUOTE_KIND_MIXED:
      /* Translators: a quote that is partly in quotation marks and partly reported. */
      return _ ("Mixed quote");
    case DESK_QUOTE_KIND_FRAGMENT:
      /* Translators: a few words in quotation marks within a sentence. */
      return _ ("Words quoted");
    case DESK_QUOTE_KIND_SCARE:
      return _ ("In quotation marks");
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_entity_line (DeskEntity *entity,
                 const char *words)
{
  const char *kind = desk_label_for_entity_kind (desk_entity_get_kind (entity));
  GString *line = g_string_new (kind);

  if (desk_entity_get_n_roles (entity) > 0)
    {
      g_autofree char *role = desk_label_dup_line (desk_entity_get_role (entity, 0)->text);

      g_string_append_printf (line, " · %s", role);
    }
  if (words != NULL && g_strcmp0 (words, desk_entity_get_name (entity)) != 0)
    {
      g_autofree char *one_line = desk_label_dup_line (words);

      /* Translators: the words by which the text names something. */
      g_string_append_printf (line, _ (" · here “%s”"), one_line);
    }
  return g_string_free_and_steal (line);
}

char *
desk_finding_dup_subtitle (DeskFinding *self,
                           DeskVersion *version)
{
  g_autofree char *passage = NULL;

  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);
  g_return_val_if_fail (DESK_IS_VERSION (version), NULL);

  passage = dup_passage (self, version);
  switch (desk_finding_get_kind (self))
    {
    case DESK_FINDING_KIND_MENTION:
      return dup_entity_line (desk_finding_get_entity (self), desk_mention_get_text (desk_finding_get_mention (self)));
    case DESK_FINDING_KIND_QUOTE:
      /* Translators: what kind of quote, and its first words. */
      return g_strdup_printf (_ ("%s: “%s”"), label_for_quote (desk_finding_get_quote (self)->kind), passage);
    case DESK_FINDING_KIND_STATEMENT:
      return g_strdup_printf (_ ("%s: “%s”"), _ ("Reported speech"), passage);
    case DESK_FINDING_KIND_DATE:
      /* Translators: the words of the text that name a day. */
      return g_strdup_printf (_ ("“%s” in the text"), passage);
    }

  g_return_val_if_reached (NULL);
}

/* The verb of saying, which a quote rests on. */
static char *
dup_cue (DeskRange cue,
         DeskVersion *version)
{
  DeskText *text = desk_version_get_text (version);
  g_autofree char *words = NULL;

  if (cue.start >= cue.end || cue.end > desk_text_get_length (text))
    return NULL;
  words = desk_label_dup_passage (text, cue, MAX_PASSAGE);
  return g_strdup_printf ("“%s”", words);
}

/* What the reader decided is certain; what the machine had said is worth knowing. */
static char *
dup_repair (DeskFinding *self,
            const char *reason,
            const DeskRepair *repair)
{
  g_autofree char *before = NULL;

  if (repair->value != NULL && desk_finding_get_kind (self) == DESK_FINDING_KIND_DATE)
    before = desk_date_label_dup (repair->value);
  else if (repair->value != NULL)
    before = g_strdup (repair->value);
  if (before == NULL || *before == '\0')
    return g_strdup (reason);
  /* Translators: what the reader corrected, and what the machine had said. */
  return g_strdup_printf (_ ("%s, before: %s"), reason, before);
}

char *
desk_finding_dup_why (DeskFinding *self,
                      DeskVersion *version)
{
  const char *why = NULL;
  DeskConfidence confidence = DESK_CONFIDENCE_SURE;
  g_autofree char *evidence = NULL;
  const char *reason;
  const DeskRepair *repair = NULL;

  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);
  g_return_val_if_fail (DESK_IS_VERSION (version), NULL);

  switch (desk_finding_get_kind (self))
    {
    case DESK_FINDING_KIND_MENTION:
      why = desk_mention_get_why (desk_finding_get_mention (self));
      repair = desk_mention_get_repair (desk_finding_get_mention (self));
      confidence = desk_mention_get_confidence (desk_finding_get_mention (self));
      break;
    case DESK_FINDING_KIND_QUOTE:
      why = desk_finding_get_quote (self)->why;
      repair = desk_finding_get_quote (self)->repair;
      confidence = desk_finding_get_quote (self)->confidence;
      evidence = dup_cue (desk_finding_get_quote (self)->cue, version);
      break;
    case DESK_FINDING_KIND_STATEMENT:
      why = desk_finding_get_statement (self)->why;
      repair = desk_finding_get_statement (self)->repair;
      confidence = desk_finding_get_statement (self)->confidence;
      evidence = dup_cue (desk_finding_get_statement (self)->cue, version);
      break;
    case DESK_FINDING_KIND_DATE:
      why = desk_finding_get_date (self)->why;
      repair = desk_finding_get_date (self)->repair;
      confidence = desk_finding_get_date (self)->confidence;
      break;
    }
  if (why == NULL || *why == '\0')
    return NULL;
  /* The analysis gives the reason untranslated, so that its results are the same everywhere. */
  reason = g_dgettext (GETTEXT_PACKAGE, why);
  if (repair != NULL)
    return dup_repair (self, reason, repair);
  if (evidence != NULL && strstr (reason, evidence) == NULL)
    /* Translators: how certain it is, what it rests on, and the words of the text for that. */
    return g_strdup_printf (_ ("%s: %s, %s"), desk_label_for_confidence (confidence), reason, evidence);
  /* Translators: how certain it is, and what it rests on. */
  return g_strdup_printf (_ ("%s: %s"), desk_label_for_confidence (confidence), reason);
}

char *
desk_finding_dup_spoken (DeskFinding *self,
                         DeskVersion *version)
{
  g_autofree char *title = desk_finding_dup_title (self);
  g_autofree char *passage = dup_passage (self, version);

  switch (desk_finding_get_kind (self))
    {
    case DESK_FINDING_KIND_MENTION:
      /* Translators: read out: words of the text, what they name, its kind. */
      return g_strdup_printf (_ ("%s: %s, %s"), passage, title,
                              desk_label_for_entity_kind (desk_entity_get_kind (desk_finding_get_entity (self))));
    case DESK_FINDING_KIND_QUOTE:
    case DESK_FINDING_KIND_STATEMENT:
      /* Translators: read out: who said it, and the quote. */
      return g_strdup_printf (_ ("%s: “%s”"), title, passage);
    case DESK_FINDING_KIND_DATE:
      /* Translators: read out: words of the text, and the day that they name. */
      return g_strdup_printf (_ ("%s: %s"), passage, title);
    }

  g_return_val_if_reached (NULL);
}

const char *
desk_finding_get_icon_name (DeskFinding *self)
{
  g_return_val_if_fail (DESK_IS_FINDING (self), NULL);

  if (desk_finding_get_kind (self) == DESK_FINDING_KIND_DATE)
    return "desk-dates-symbolic";
  return desk_finding_get_entity (self) == NULL ? "desk-quotes-symbolic" : NULL;
}
