/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-rule-words.h"

#include "desk-date-label.h"
#include "desk-labels.h"
#include "desk-scope-row.h"

/* Graphemes of a passage in one line. */
#define MAX_PASSAGE 60

static char *
dup_words (const char *words)
{
  g_autofree char *line = desk_label_dup_line (words ? words : "");

  return g_utf8_truncate_middle (line, MAX_PASSAGE);
}

/* The words that it is about: of a passage, a form or a name. */
static char *
dup_subject (DeskRule *self)
{
  const DeskAnchor *anchor = desk_rule_get_anchor (self);
  const DeskIdentity *subject = desk_rule_get_subject (self);

  if (desk_rule_get_form (self) != NULL)
    return dup_words (desk_rule_get_form (self));
  if (anchor != NULL && anchor->exact != NULL)
    return dup_words (anchor->exact);
  return dup_words (subject ? subject->name : NULL);
}

/* A rule for one quote names the quote; one for all quotes of an article, the words that the article names the speaker
 * by. */
static char *
dup_speaker_title (DeskRule *self)
{
  const DeskAnchor *anchor = desk_rule_get_anchor (self);
  const DeskIdentity *target = desk_rule_get_target (self);
  gboolean is_quote = anchor != NULL && anchor->exact != NULL;
  g_autofree char *words = dup_words (is_quote ? anchor->exact : desk_rule_get_form (self));
  g_autofree char *speaker = dup_words (target ? target->name : NULL);

  if (target == NULL)
    return is_quote ? g_strdup_printf (_ ("“%s”: speaker not known"), words)
                    /* Translators: %s are the words that an article names a speaker by. */
                    : g_strdup_printf (_ ("The speaker “%s” is not known"), words);
  return is_quote ? g_strdup_printf (_ ("“%s”: said by “%s”"), words, speaker)
                  /* Translators: the first %s are the words that an article names a speaker by, the second is who it is. */
                  : g_strdup_printf (_ ("The speaker “%s” is “%s”"), words, speaker);
}

char *
desk_rule_dup_title (DeskRule *self)
{
  g_autofree char *subject = NULL;
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;
  const DeskIdentity *identity;

  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  subject = dup_subject (self);
  identity = desk_rule_get_subject (self);
  name = dup_words (identity ? identity->name : NULL);
  identity = desk_rule_get_target (self);
  target = dup_words (identity ? identity->name : NULL);
  /* Translators: corrections of the reader, from here on; %s are names and words of a text. */
  switch (desk_rule_get_action (self))
    {
    case DESK_RULE_ACTION_JOIN:
      return g_strdup_printf (_ ("“%s” is “%s”"), subject, target);
    case DESK_RULE_ACTION_SPLIT:
      return g_strdup_printf (_ ("“%s” is not “%s”"), subject, name);
    case DESK_RULE_ACTION_APART:
      return g_strdup_printf (_ ("“%s” is somebody else there"), name);
    case DESK_RULE_ACTION_REJECT:
      return g_strdup_printf (_ ("“%s” is no name"), subject);
    case DESK_RULE_ACTION_RETYPE:
      return g_strdup_printf (_ ("“%s”: %s"), name, desk_label_for_entity_kind (identity ? identity->kind : DESK_ENTITY_KIND_OTHER));
    case DESK_RULE_ACTION_RENAME:
      return g_strdup_printf (_ ("“%s” is called “%s”"), name, target);
    case DESK_RULE_ACTION_READ:
      return g_strdup_printf (_ ("“%s” means “%s” (%s)"), subject, target,
                              desk_label_for_entity_kind (identity ? identity->kind : DESK_ENTITY_KIND_OTHER));
    case DESK_RULE_ACTION_SPEAKER:
      return dup_speaker_title (self);
    case DESK_RULE_ACTION_DATE:
      {
        g_autofree char *day = desk_date_label_dup (desk_rule_get_value (self));

        if (day == NULL)
          return g_strdup_printf (_ ("“%s” is no date"), subject);
        return g_strdup_printf (_ ("“%s” is %s"), subject, day);
      }
    }

  g_return_val_if_reached (NULL);
}

char *
desk_rule_dup_subtitle (DeskRule *self)
{
  g_autofree char *made = NULL;
  const char *scope;

  g_return_val_if_fail (DESK_IS_RULE (self), NULL);

  made = desk_date_label_dup_instant (desk_rule_get_created (self));
  switch (desk_rule_get_scope (self))
    {
    case DESK_RULE_SCOPE_MENTION:
      scope = _ ("At one place");
      break;
    case DESK_RULE_SCOPE_ARTICLE:
      scope = _ ("In one article");
      break;
    case DESK_RULE_SCOPE_LIBRARY:
    default:
      scope = desk_scope_get_label (DESK_RULE_SCOPE_LIBRARY);
      break;
    }
  return g_strdup_printf ("%s · %s", scope, made);
}
