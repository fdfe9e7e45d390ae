/* The menu of the selected result of the analysis: in the text, in its bar and in the inspector.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-page-private.h"

#include "desk-labels.h"
#include "desk-scope-row.h"

/* Graphemes of a name in a menu. */
#define MAX_NAME 30

/* A menu would take the underscore of a name for a mnemonic. */
static char *
dup_name (const char *name)
{
  g_autofree char *line = desk_label_dup_line (name);
  g_autofree char *cut = g_utf8_truncate_middle (line, MAX_NAME);
  GString *escaped = g_string_new (cut);

  g_string_replace (escaped, "_", "__", 0);
  return g_string_free_and_steal (escaped);
}

static void
append_scoped (GMenu *menu,
               const char *label,
               const char *action,
               const char *scope)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", scope);
  g_menu_append_item (menu, item);
}

static void
append_if_enabled (GMenu *menu,
                   const char *label,
                   const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static void
append_kinds (GMenu *menu,
              DeskEntityKind current,
              const char *action)
{
  for (guint kind = 0; kind < DESK_N_ENTITY_KINDS; kind++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (kind == current)
        continue;
      item = g_menu_item_new (desk_label_for_entity_kind (kind), NULL);
      g_menu_item_set_action_and_target (item, action, "u", kind);
      g_menu_append_item (menu, item);
    }
}

static GMenuModel *
create_kinds (DeskEntity *entity)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) here = g_menu_new ();
  g_autoptr (GMenu) everywhere = g_menu_new ();
  g_autoptr (GMenu) everywhere_section = g_menu_new ();

  append_kinds (here, desk_entity_get_kind (entity), "article.set-kind");
  append_kinds (everywhere, desk_entity_get_kind (entity), "article.set-kind-everywhere");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (here));
  g_menu_append_submenu (everywhere_section, desk_scope_get_label (DESK_RULE_SCOPE_LIBRARY), G_MENU_MODEL (everywhere));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (everywhere_section));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_split (const char *words)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *all = NULL;

  /* Translators: %s is how a text calls somebody. */
  all = g_strdup_printf (_ ("All “%s” in This Article"), words);
  append_scoped (menu, _ ("This Mention"), "article.split-in", "mention");
  append_scoped (menu, all, "article.split-in", "article");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_reject (gboolean of_date)
{
  GMenu *menu = g_menu_new ();

  append_scoped (menu, desk_scope_get_label (DESK_RULE_SCOPE_MENTION), "article.reject-in", "mention");
  append_scoped (menu, desk_scope_get_label (DESK_RULE_SCOPE_ARTICLE), "article.reject-in", "article");
  if (!of_date)
    append_scoped (menu, desk_scope_get_label (DESK_RULE_SCOPE_LIBRARY), "article.reject-in", "library");
  return G_MENU_MODEL (menu);
}

static void
append_names (DeskArticlePage *self,
              GMenu *menu)
{
  DeskEntity *entity = desk_finding_get_entity (self->finding);
  DeskMention *mention = desk_finding_get_mention (self->finding);
  g_autofree char *words = dup_name (desk_mention_get_text (mention));
  g_autoptr (GMenu) main = g_menu_new ();
  g_autoptr (GMenu) parts = g_menu_new ();
  g_autoptr (GMenuModel) kinds = create_kinds (entity);
  g_autoptr (GMenuModel) split = create_split (words);
  g_autoptr (GMenuModel) reject = create_reject (FALSE);
  g_autoptr (DeskIdentity) reading = desk_document_dup_other_reading (self->document, desk_entity_get_id (entity), mention);

  g_menu_append (main, _ ("Join With…"), "article.join");
  g_menu_append (main, _ ("Name and Kind…"), "article.rename-entity");
  g_menu_append_submenu (main, _ ("Kind"), kinds);
  if (reading != NULL)
    {
      g_autofree char *name = dup_name (reading->name);
      g_autofree char *here = NULL;
      g_autofree char *all = NULL;

      /* Translators: a city that stands for a government, or the other way round; %s is the other of the two. */
      here = g_strdup_printf (_ ("Read as “%s”"), name);
      /* Translators: words of the text, and what they are to be read as. */
      all = g_strdup_printf (_ ("Read Every “%s” as “%s”"), words, name);
      g_menu_append (main, here, "article.read");
      append_scoped (main, all, "article.read-in", "article");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (main));

  g_menu_append_submenu (parts, _ ("Split Off"), split);
  g_menu_append (parts, _ ("Somebody Else Than in Other Articles"), "article.keep-apart");
  g_menu_append_submenu (parts, _ ("Not a Name"), reject);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (parts));
}

GMenuModel *
desk_article_page_create_finding_menu (DeskArticlePage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) repairs = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  gboolean has_entity = desk_finding_get_entity (self->finding) != NULL;

  switch (desk_finding_get_kind (self->finding))
    {
    case DESK_FINDING_KIND_MENTION:
      append_names (self, menu);
      break;
    case DESK_FINDING_KIND_QUOTE:
    case DESK_FINDING_KIND_STATEMENT:
      g_menu_append (repairs, _ ("Set Speaker…"), "article.set-speaker");
      break;
    case DESK_FINDING_KIND_DATE:
      {
        g_autoptr (GMenuModel) reject = create_reject (TRUE);

        g_menu_append (repairs, _ ("Correct the Date…"), "article.correct-date");
        g_menu_append_submenu (repairs, _ ("Not a Date"), reject);
        break;
      }
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (repairs));
  if (has_entity)
    {
      g_menu_append (more, _ ("Names, Roles and Mentions"), "article.open-entity");
      g_menu_append (more, _ ("Everything Said"), "article.everything-said");
    }
  g_menu_append (more, _ ("Copy with Source"), "article.copy-finding");
  append_if_enabled (more, _ ("Remove Your Correction"), "article.take-back");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}
