/* Repairs on the article page: what the reader corrects about the selected result of the analysis. Each is one step that
 * can be undone, and stays as a rule.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-article-page-private.h"

#include "desk-entity-chooser.h"
#include "desk-labels.h"
#include "desk-repair-dialogs.h"
#include "desk-undo-toast.h"

static DeskEntity *
get_named (DeskArticlePage *self)
{
  if (self->finding == NULL || desk_finding_get_kind (self->finding) != DESK_FINDING_KIND_MENTION)
    return NULL;
  return desk_finding_get_entity (self->finding);
}

static const char *
get_id (DeskArticlePage *self)
{
  return desk_entity_get_id (get_named (self));
}

/* A mention is given for its own sake only. */
static DeskMention *
get_mention (DeskArticlePage *self,
             DeskRuleScope scope)
{
  return scope == DESK_RULE_SCOPE_MENTION ? desk_finding_get_mention (self->finding) : NULL;
}

/* An action that has no scope of its own in its name is given it by the menu. */
static DeskRuleScope
scope_from_variant (GVariant *parameter,
                    DeskRuleScope otherwise)
{
  const char *nick = parameter ? g_variant_get_string (parameter, NULL) : NULL;

  if (g_strcmp0 (nick, "mention") == 0)
    return DESK_RULE_SCOPE_MENTION;
  if (g_strcmp0 (nick, "article") == 0)
    return DESK_RULE_SCOPE_ARTICLE;
  if (g_strcmp0 (nick, "library") == 0)
    return DESK_RULE_SCOPE_LIBRARY;
  return otherwise;
}

/* Says what was done, by the name under which it can be undone. */
static void
tell (DeskArticlePage *self)
{
  const char *name = desk_library_get_undo_name (desk_session_get_library (self->session));

  if (name == NULL)
    return;
  desk_article_page_add_toast (self, desk_undo_toast_new (name, desk_session_get_library (self->session)));
  desk_article_page_announce (self, name);
}

static void
repaired_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (DeskArticlePage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  if (!desk_document_repair_finish (DESK_DOCUMENT (source), result, &changed, &error))
    desk_article_page_report (self, _ ("The correction could not be made"), error);
  else if (changed)
    tell (self);
}

static void
removed_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (DeskArticlePage) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_session_action_finish (DESK_SESSION (source), result, &error))
    desk_article_page_report (self, _ ("The correction could not be removed"), error);
  else
    tell (self);
}

/* Names */

static void
joined_cb (DeskArticlePage *self,
           DeskIdentity *target,
           guint scope)
{
  if (get_named (self) != NULL && target != NULL)
    desk_document_join_async (self->document, get_id (self), get_mention (self, scope), target, scope, NULL, repaired_cb,
                              g_object_ref (self));
}

static void
named_cb (DeskArticlePage *self,
          DeskIdentity *target)
{
  guint start, end;

  if (target == NULL || !desk_reader_view_get_selection (self->view, &start, &end, NULL))
    return;
  desk_document_name_async (self->document, start, end, target, NULL, repaired_cb, g_object_ref (self));
  desk_reader_view_clear_selection (self->view);
}

/* Who is meant by a short name is known by a longer one that ends so. */
static char *
dup_hint (DeskEntity *entity)
{
  const char *name = desk_entity_get_name (entity);
  const char *space = desk_entity_get_kind (entity) == DESK_ENTITY_KIND_PERSON ? strrchr (name, ' ') : NULL;

  return g_strdup (space != NULL ? space + 1 : name);
}

static void
choose (DeskArticlePage *self,
        DeskEntityChooser *chooser,
        const char *hint,
        GCallback chosen)
{
  desk_entity_chooser_set_library (chooser, desk_session_get_library (self->session), hint);
  desk_article_page_hide_bar (self);
  desk_article_page_hide_finding_bar (self);
  g_signal_connect_object (chooser, "chosen", chosen, self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (chooser), GTK_WIDGET (self));
}

/* On a name: which other one it is. On selected words that the machine passed over: whom they name. */
static void
join_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *hint = NULL;
  DeskEntityChooser *chooser;
  guint start, end;

  if (analysis == NULL)
    return;
  if (desk_reader_view_get_selection (self->view, &start, &end, NULL))
    {
      DeskText *text = desk_version_get_text (desk_article_get_version (desk_document_get_article (self->document)));

      hint = desk_text_dup_slice (text, start, end);
      chooser = desk_entity_chooser_new (_ ("Who or What Is This?"), analysis, NULL);
      choose (self, chooser, hint, G_CALLBACK (named_cb));
    }
  else if (get_named (self) != NULL)
    {
      /* Translators: the title of a list of names, one of which is the same as %s. */
      title = g_strdup_printf (_ ("Join “%s” With"), desk_mention_get_text (desk_finding_get_mention (self->finding)));
      chooser = desk_entity_chooser_new (title, analysis, get_named (self));
      desk_entity_chooser_set_scopes (chooser, DESK_SCOPES_PLACE | DESK_SCOPES_ARTICLE | DESK_SCOPES_LIBRARY, DESK_RULE_SCOPE_ARTICLE);
      hint = dup_hint (get_named (self));
      choose (self, chooser, hint, G_CALLBACK (joined_cb));
    }
}

static void
join_entities_action (GtkWidget *widget,
                      const char *name,
                      GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  const char *subject, *target;
  DeskEntity *entity;
  g_autoptr (DeskIdentity) identity = NULL;

  g_variant_get (parameter, "(&s&s)", &subject, &target);
  entity = analysis ? desk_analysis_find_entity (analysis, target) : NULL;
  if (entity == NULL || g_strcmp0 (subject, target) == 0)
    return;
  identity = desk_identity_new (desk_entity_get_kind (entity), desk_entity_get_name (entity));
  desk_document_join_async (self->document, subject, NULL, identity, DESK_RULE_SCOPE_ARTICLE, NULL, repaired_cb, g_object_ref (self));
}

static void
split_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (get_named (self) != NULL)
    desk_document_split_async (self->document, get_id (self), desk_finding_get_mention (self->finding),
                               scope_from_variant (parameter, DESK_RULE_SCOPE_MENTION), NULL, repaired_cb, g_object_ref (self));
}

static void
keep_apart_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (get_named (self) != NULL)
    desk_document_keep_apart_async (self->document, get_id (self), NULL, repaired_cb, g_object_ref (self));
}

static void
read_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (get_named (self) != NULL)
    desk_document_read_async (self->document, get_id (self), desk_finding_get_mention (self->finding),
                              scope_from_variant (parameter, DESK_RULE_SCOPE_MENTION), NULL, repaired_cb, g_object_ref (self));
}

static void
reject_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  const DeskDate *date = self->finding ? desk_finding_get_date (self->finding) : NULL;
  DeskRuleScope scope;

  if (date != NULL)
    desk_document_set_date_async (self->document, date, NULL, scope_from_variant (parameter, DESK_RULE_SCOPE_MENTION), NULL,
                                  repaired_cb, g_object_ref (self));
  else if (get_named (self) != NULL)
    {
      scope = scope_from_variant (parameter, DESK_RULE_SCOPE_ARTICLE);
      desk_document_reject_async (self->document, get_id (self), get_mention (self, scope), scope, NULL, repaired_cb,
                                  g_object_ref (self));
    }
}

static void
set_kind_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  gboolean everywhere = g_strcmp0 (name, "article.set-kind-everywhere") == 0;

  if (get_named (self) != NULL)
    desk_document_retype_async (self->document, get_id (self), NULL, g_variant_get_uint32 (parameter),
                                everywhere ? DESK_RULE_SCOPE_LIBRARY : DESK_RULE_SCOPE_ARTICLE, NULL, repaired_cb,
                                g_object_ref (self));
}

static void
entity_answered (const char *name,
                 DeskEntityKind kind,
                 DeskRuleScope scope,
                 gpointer data)
{
  DeskArticlePage *self = data;
  DeskEntity *entity = get_named (self);
  g_autoptr (DeskIdentity) identity = desk_identity_new (kind, name);

  /* What is as it was is no step, and nothing to tell of. */
  if (entity != NULL && (kind != desk_entity_get_kind (entity) || g_strcmp0 (name, desk_entity_get_name (entity)) != 0))
    desk_document_set_identity_async (self->document, get_id (self), identity, scope, NULL, repaired_cb, g_object_ref (self));
}

static void
rename_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (get_named (self) == NULL)
    return;
  desk_article_page_hide_finding_bar (self);
  desk_repair_dialog_ask_entity (widget, get_named (self), entity_answered, g_object_ref (self), g_object_unref);
}

/* Quotes and dates */

static void
speaker_chosen_cb (DeskArticlePage *self,
                   DeskIdentity *target,
                   guint scope)
{
  if (self->finding == NULL)
    return;
  if (desk_finding_get_quote (self->finding) != NULL)
    desk_document_set_speaker_async (self->document, desk_finding_get_quote (self->finding), target, scope, NULL, repaired_cb,
                                     g_object_ref (self));
  else if (desk_finding_get_statement (self->finding) != NULL)
    desk_document_set_statement_speaker_async (self->document, desk_finding_get_statement (self->finding), target, scope, NULL,
                                               repaired_cb, g_object_ref (self));
}

static DeskRange
get_speaker_span (DeskFinding *finding)
{
  const DeskQuote *quote = desk_finding_get_quote (finding);

  return quote != NULL ? quote->speaker_span : desk_finding_get_statement (finding)->speaker_span;
}

static void
set_speaker_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskEntityChooser *chooser;
  DeskRange span;

  if (self->finding == NULL || (desk_finding_get_quote (self->finding) == NULL && desk_finding_get_statement (self->finding) == NULL))
    return;
  chooser = desk_entity_chooser_new (_ ("Who Said It?"), desk_document_get_analysis (self->document), NULL);
  span = get_speaker_span (self->finding);
  /* Beyond this place it is for all that is given to the same words. */
  if (span.start < span.end)
    desk_entity_chooser_set_scopes (chooser, DESK_SCOPES_PLACE | DESK_SCOPES_ARTICLE, DESK_RULE_SCOPE_MENTION);
  if (desk_finding_get_entity (self->finding) != NULL)
    desk_entity_chooser_set_nobody (chooser, _ ("Not Known"));
  choose (self, chooser, NULL, G_CALLBACK (speaker_chosen_cb));
}

static void
give_quote_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  g_autoptr (DeskFinding) finding = NULL;
  g_autoptr (DeskIdentity) identity = NULL;
  const char *id;
  DeskEntity *entity;
  guint kind, start;

  g_variant_get (parameter, "(uu&s)", &kind, &start, &id);
  entity = analysis ? desk_analysis_find_entity (analysis, id) : NULL;
  finding = analysis ? desk_finding_new_at (analysis, kind, start) : NULL;
  if (entity == NULL || finding == NULL)
    return;
  identity = desk_identity_new (desk_entity_get_kind (entity), desk_entity_get_name (entity));
  desk_article_page_select_finding (self, finding);
  speaker_chosen_cb (self, identity, DESK_RULE_SCOPE_MENTION);
}

static void
date_answered (const char *value,
               DeskRuleScope scope,
               gpointer data)
{
  DeskArticlePage *self = data;

  if (self->finding != NULL && desk_finding_get_date (self->finding) != NULL)
    desk_document_set_date_async (self->document, desk_finding_get_date (self->finding), value, scope, NULL, repaired_cb,
                                  g_object_ref (self));
}

static void
correct_date_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);

  if (self->finding == NULL || desk_finding_get_date (self->finding) == NULL)
    return;
  desk_article_page_hide_finding_bar (self);
  desk_repair_dialog_ask_date (widget, desk_finding_get_date (self->finding), date_answered, g_object_ref (self), g_object_unref);
}

/* Taking one back, however long ago it was made */

static const DeskRepair *
get_repair (DeskFinding *finding)
{
  DeskEntity *entity = desk_finding_get_entity (finding);

  switch (desk_finding_get_kind (finding))
    {
    case DESK_FINDING_KIND_MENTION:
      if (desk_mention_get_repair (desk_finding_get_mention (finding)) != NULL)
        return desk_mention_get_repair (desk_finding_get_mention (finding));
      return desk_entity_get_n_repairs (entity) > 0 ? desk_entity_get_repair (entity, desk_entity_get_n_repairs (entity) - 1) : NULL;
    case DESK_FINDING_KIND_QUOTE:
      return desk_finding_get_quote (finding)->repair;
    case DESK_FINDING_KIND_STATEMENT:
      return desk_finding_get_statement (finding)->repair;
    case DESK_FINDING_KIND_DATE:
      return desk_finding_get_date (finding)->repair;
    }

  g_return_val_if_reached (NULL);
}

static void
take_back_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  const DeskRepair *repair = self->finding ? get_repair (self->finding) : NULL;
  const char *ids[] = { repair ? repair->rule : NULL, NULL };

  if (repair != NULL)
    desk_session_remove_rules_async (self->session, ids, NULL, removed_cb, g_object_ref (self));
}

void
desk_article_page_update_repairs (DeskArticlePage *self)
{
  static const char *const of_names[] = {
    "article.split",
    "article.split-in",
    "article.keep-apart",
    "article.set-kind",
    "article.set-kind-everywhere",
    "article.rename-entity",
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean named = get_named (self) != NULL;
  gboolean said = self->finding != NULL && (desk_finding_get_quote (self->finding) || desk_finding_get_statement (self->finding));
  gboolean dated = self->finding != NULL && desk_finding_get_date (self->finding) != NULL;
  gboolean selected = self->view != NULL && self->document != NULL && desk_document_get_analysis (self->document) != NULL &&
                      desk_reader_view_get_selection (self->view, NULL, NULL, NULL);
  g_autoptr (DeskIdentity) reading = NULL;

  if (named)
    reading = desk_document_dup_other_reading (self->document, get_id (self), desk_finding_get_mention (self->finding));
  for (guint i = 0; i < G_N_ELEMENTS (of_names); i++)
    gtk_widget_action_set_enabled (widget, of_names[i], named);
  gtk_widget_action_set_enabled (widget, "article.join", named || selected);
  gtk_widget_action_set_enabled (widget, "article.read", reading != NULL);
  gtk_widget_action_set_enabled (widget, "article.read-in", reading != NULL);
  gtk_widget_action_set_enabled (widget, "article.reject", named || dated);
  gtk_widget_action_set_enabled (widget, "article.reject-in", named || dated);
  gtk_widget_action_set_enabled (widget, "article.set-speaker", said);
  gtk_widget_action_set_enabled (widget, "article.correct-date", dated);
  gtk_widget_action_set_enabled (widget, "article.take-back", self->finding != NULL && get_repair (self->finding) != NULL);
}

void
desk_article_page_install_repairs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.join", NULL, join_action);
  gtk_widget_class_install_action (widget_class, "article.join-entities", "(ss)", join_entities_action);
  gtk_widget_class_install_action (widget_class, "article.split", NULL, split_action);
  gtk_widget_class_install_action (widget_class, "article.split-in", "s", split_action);
  gtk_widget_class_install_action (widget_class, "article.keep-apart", NULL, keep_apart_action);
  gtk_widget_class_install_action (widget_class, "article.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "article.read-in", "s", read_action);
  gtk_widget_class_install_action (widget_class, "article.reject", NULL, reject_action);
  gtk_widget_class_install_action (widget_class, "article.reject-in", "s", reject_action);
  gtk_widget_class_install_action (widget_class, "article.set-kind", "u", set_kind_action);
  gtk_widget_class_install_action (widget_class, "article.set-kind-everywhere", "u", set_kind_action);
  gtk_widget_class_install_action (widget_class, "article.rename-entity", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "article.set-speaker", NULL, set_speaker_action);
  gtk_widget_class_install_action (widget_class, "article.give-quote", "(uus)", give_quote_action);
  gtk_widget_class_install_action (widget_class, "article.correct-date", NULL, correct_date_action);
  gtk_widget_class_install_action (widget_class, "article.take-back", NULL, take_back_action);
}
