/* Results of the analysis on the article page: the selected one with its bar, the one under the pointer with its chip.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-page-private.h"

#include "desk-finding-words.h"
#include "desk-said-dialog.h"

/* The pointer has to rest: nothing flickers while it crosses a text full of names. */
#define HOVER_MS 220

typedef struct
{
  DeskArticlePage *page;
  DeskFinding *finding;
  guint serial;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->page);
  g_object_unref (question->finding);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static DeskVersion *
get_version (DeskArticlePage *self)
{
  return desk_article_get_version (desk_document_get_article (self->document));
}

/* Bar and chip */

static gboolean
is_current (Question *question)
{
  DeskArticlePage *self = question->page;

  return question->serial == self->finding_serial && self->document != NULL && self->view != NULL &&
         desk_finding_equal (question->finding, self->finding) && gtk_widget_get_mapped (GTK_WIDGET (self->view));
}

static void
bar_located_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (Question) question = data;
  DeskArticlePage *self = question->page;
  g_autoptr (GMenuModel) menu = NULL;
  GdkRectangle first, last;

  if (!desk_reader_view_locate_finish (DESK_READER_VIEW (source), result, &first, &last, NULL) || !is_current (question) ||
      !self->finding_bar_wanted)
    return;
  desk_finding_chip_hide (self->chip);
  menu = desk_article_page_create_finding_menu (self);
  desk_finding_bar_set_finding (self->finding_bar, self->finding, get_version (self), menu);
  desk_finding_bar_show_at (self->finding_bar, &first, &last);
}

static void
chip_located_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autoptr (Question) question = data;
  DeskArticlePage *self = question->page;
  GdkRectangle first;

  if (desk_reader_view_locate_finish (DESK_READER_VIEW (source), result, &first, NULL, NULL) && is_current (question) &&
      !self->finding_bar_wanted)
    desk_finding_chip_show (self->chip, self->finding, get_version (self), &first);
}

static void
ask_where (DeskArticlePage *self,
           GAsyncReadyCallback callback)
{
  DeskRange range;
  Question *question;

  if (self->finding == NULL || !self->painted)
    return;
  range = desk_finding_get_range (self->finding);
  question = g_new0 (Question, 1);
  question->page = g_object_ref (self);
  question->finding = g_object_ref (self->finding);
  question->serial = ++self->finding_serial;
  desk_reader_view_locate_async (self->view, range.start, range.end, self->cancellable, callback, question);
}

void
desk_article_page_show_finding_bar (DeskArticlePage *self)
{
  self->finding_bar_wanted = TRUE;
  ask_where (self, bar_located_cb);
}

void
desk_article_page_hide_finding_bar (DeskArticlePage *self)
{
  self->finding_bar_wanted = FALSE;
  self->finding_serial++;
  if (self->finding_bar != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->finding_bar));
}

static void
scrolling_cb (DeskArticlePage *self)
{
  self->finding_serial++;
  gtk_popover_popdown (GTK_POPOVER (self->finding_bar));
  desk_finding_chip_hide (self->chip);
}

/* The view says so when it stands still after scrolling. */
static void
rested_cb (DeskArticlePage *self)
{
  if (self->document == NULL || self->finding == NULL)
    return;
  if (self->finding_bar_wanted)
    ask_where (self, bar_located_cb);
  else
    ask_where (self, chip_located_cb);
}

/* The one under the pointer */

static gboolean
hover_timeout_cb (gpointer data)
{
  DeskArticlePage *self = data;
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  g_autoptr (GPtrArray) found = NULL;

  self->hover_timeout = 0;
  if (analysis == NULL || self->hovered_at == G_MAXUINT)
    return G_SOURCE_REMOVE;
  found = desk_finding_collect_at (analysis, self->hovered_at, desk_article_page_get_layers (self));
  if (found->len > 0 && !(self->finding_bar_wanted && desk_finding_equal (found->pdata[0], self->finding)))
    desk_finding_chip_show (self->chip, found->pdata[0], get_version (self), &self->hovered_line);
  return G_SOURCE_REMOVE;
}

static void
text_hovered_cb (DeskArticlePage *self,
                 guint at,
                 const GdkRectangle *line)
{
  g_clear_handle_id (&self->hover_timeout, g_source_remove);
  self->hovered_at = at;
  self->hovered_line = *line;
  desk_finding_chip_hide (self->chip);
  if (at != G_MAXUINT)
    self->hover_timeout = g_timeout_add (HOVER_MS, hover_timeout_cb, self);
}

static gboolean
place_chip_cb (GtkOverlay *overlay,
               GtkWidget *child,
               GdkRectangle *place,
               DeskArticlePage *self)
{
  if (child != GTK_WIDGET (self->chip))
    return FALSE;
  desk_finding_chip_allocate_in (self->chip, gtk_widget_get_width (GTK_WIDGET (overlay)),
                                 gtk_widget_get_height (GTK_WIDGET (overlay)), place);
  return TRUE;
}

/* The selected one */

static void
set_finding (DeskArticlePage *self,
             DeskFinding *finding)
{
  GArray *ranges = finding ? desk_finding_get_ranges (finding) : NULL;

  g_set_object (&self->finding, finding);
  desk_reader_view_set_picked (self->view, ranges);
  desk_finding_chip_hide (self->chip);
  desk_inspector_select_finding (self->inspector, finding);
  desk_article_page_update_results (self);
}

void
desk_article_page_select_finding (DeskArticlePage *self,
                                  DeskFinding *finding)
{
  if (self->view == NULL)
    return;
  if (finding == NULL || !desk_finding_equal (finding, self->finding))
    desk_article_page_hide_finding_bar (self);
  set_finding (self, finding);
  if (finding != NULL && desk_finding_get_kind (finding) == DESK_FINDING_KIND_MENTION)
    desk_mention_stepper_light (self->stepper, desk_finding_get_entity (finding), desk_finding_get_index (finding));
  else
    {
      desk_mention_stepper_clear (self->stepper);
      desk_article_page_send_glow (self);
    }
}

/* Steps from one mention to the next, and rows of the inspector, light an entity. */
static void
stepper_cb (DeskArticlePage *self)
{
  DeskEntity *entity = desk_mention_stepper_get_entity (self->stepper);
  guint index = desk_mention_stepper_get_index (self->stepper);
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  g_autoptr (DeskFinding) finding = NULL;

  if (entity == NULL || analysis == NULL || index >= desk_entity_get_n_mentions (entity))
    {
      if (self->finding != NULL && desk_finding_get_kind (self->finding) == DESK_FINDING_KIND_MENTION)
        {
          desk_article_page_hide_finding_bar (self);
          set_finding (self, NULL);
        }
      return;
    }
  if (self->finding != NULL && desk_finding_get_mention (self->finding) == desk_entity_get_mention (entity, index))
    return;
  desk_article_page_hide_bar (self);
  finding = desk_finding_new_for_mention (analysis, entity, index);
  set_finding (self, finding);
}

/* A step by the bar takes the bar along. */
static void
moved_cb (DeskArticlePage *self)
{
  if (self->finding != NULL)
    rested_cb (self);
}

static void
show_finding (DeskArticlePage *self,
              DeskFinding *finding)
{
  DeskRange range = desk_finding_get_range (finding);
  g_autofree char *words = desk_finding_dup_spoken (finding, get_version (self));

  desk_article_page_hide_bar (self);
  desk_article_page_select_mark (self, NULL, FALSE);
  desk_article_page_uncover (self);
  desk_article_page_select_finding (self, finding);
  if (self->painted)
    desk_reader_view_scroll_to (self->view, range.start, range.end);
  ask_where (self, chip_located_cb);
  desk_article_page_announce (self, words);
}

static void
show_finding_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  g_autoptr (DeskFinding) finding = NULL;
  guint kind, start;

  g_variant_get (parameter, "(uu)", &kind, &start);
  if (analysis != NULL)
    finding = desk_finding_new_at (analysis, kind, start);
  if (finding != NULL)
    show_finding (self, finding);
}

/* The next one of the shown layers in the order of the text, from the selected one or from what is in view. */
static void
step_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  gboolean forward = g_strcmp0 (name, "article.next-finding") == 0;
  guint from = self->document ? desk_article_get_position (desk_document_get_article (self->document)) : 0;
  g_autoptr (GPtrArray) all = NULL;
  guint position = 0;

  if (analysis == NULL)
    return;
  all = desk_finding_collect (analysis, desk_article_page_get_layers (self));
  if (all->len == 0)
    return;
  while (position < all->len && !desk_finding_equal (self->finding, all->pdata[position]))
    position++;
  if (position < all->len)
    position = (position + (forward ? 1 : all->len - 1)) % all->len;
  else
    {
      for (position = 0; position < all->len && desk_finding_get_range (all->pdata[position]).start < from;)
        position++;
      position = (position + (forward ? 0 : all->len - 1)) % all->len;
    }
  show_finding (self, all->pdata[position]);
}

static void
open_entity_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskEntity *entity = self->finding ? desk_finding_get_entity (self->finding) : NULL;

  if (entity == NULL)
    return;
  desk_article_page_hide_finding_bar (self);
  desk_article_page_set_inspector_shown (self, TRUE);
  desk_inspector_open_entity (self->inspector, entity);
}

static void
copy_finding_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  g_autofree char *citation = NULL;
  DeskRange range;

  if (self->finding == NULL)
    return;
  range = desk_finding_get_range (self->finding);
  citation = desk_document_dup_citation (self->document, range.start, range.end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  desk_article_page_announce (self, _ ("Copied with source"));
  desk_article_page_hide_finding_bar (self);
}

static void
inspector_menu_cb (DeskArticlePage *self,
                   int x,
                   int y)
{
  GdkRectangle place = { x, y, 1, 1 };
  g_autoptr (GMenuModel) menu = NULL;

  if (self->finding == NULL)
    return;
  menu = desk_article_page_create_finding_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->inspector_menu), menu);
  gtk_popover_set_pointing_to (self->inspector_menu, &place);
  gtk_popover_popup (self->inspector_menu);
}

static void
show_said (DeskArticlePage *self,
           DeskEntity *entity)
{
  g_autoptr (DeskIdentity) speaker = desk_identity_new (desk_entity_get_kind (entity), desk_entity_get_name (entity));

  desk_article_page_hide_finding_bar (self);
  adw_dialog_present (desk_said_dialog_new (desk_session_get_library (self->session), speaker), GTK_WIDGET (self));
}

static void
everything_said_action (GtkWidget *widget,
                        const char *name,
                        GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskEntity *entity = self->finding ? desk_finding_get_entity (self->finding) : NULL;

  if (entity != NULL)
    show_said (self, entity);
}

static void
everything_said_by_action (GtkWidget *widget,
                           const char *name,
                           GVariant *parameter)
{
  DeskArticlePage *self = DESK_ARTICLE_PAGE (widget);
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  DeskEntity *entity = analysis ? desk_analysis_find_entity (analysis, g_variant_get_string (parameter, NULL)) : NULL;

  if (entity != NULL)
    show_said (self, entity);
}

/* What follows from outside */

void
desk_article_page_layers_changed (DeskArticlePage *self)
{
  guint layers = desk_article_page_get_layers (self);
  g_autoptr (GPtrArray) found = NULL;

  desk_finding_chip_hide (self->chip);
  if (!desk_article_page_get_marks_shown (self))
    {
      desk_article_page_hide_bar (self);
      desk_article_page_select_mark (self, NULL, FALSE);
    }
  if (self->finding == NULL)
    return;
  /* What is hidden is not selected either. */
  found = desk_finding_collect_at (desk_finding_get_analysis (self->finding), desk_finding_get_range (self->finding).start, layers);
  for (guint i = 0; i < found->len; i++)
    if (desk_finding_equal (found->pdata[i], self->finding))
      return;
  desk_article_page_select_finding (self, NULL);
}

void
desk_article_page_forget_results (DeskArticlePage *self)
{
  g_clear_handle_id (&self->hover_timeout, g_source_remove);
  self->hovered_at = G_MAXUINT;
  if (self->view == NULL)
    return;
  desk_article_page_hide_finding_bar (self);
  set_finding (self, NULL);
}

/* By the passage: a repair may have given it to another entity. */
void
desk_article_page_follow_results (DeskArticlePage *self)
{
  DeskAnalysis *analysis = desk_document_get_analysis (self->document);
  DeskEntity *lit = desk_mention_stepper_get_entity (self->stepper);
  guint index = desk_mention_stepper_get_index (self->stepper);
  g_autoptr (DeskFinding) before = g_steal_pointer (&self->finding);
  g_autoptr (DeskFinding) finding = NULL;
  gboolean with_bar = self->finding_bar_wanted;
  DeskEntity *entity = NULL;

  if (before != NULL && analysis != NULL)
    finding = desk_finding_dup_in (before, analysis);
  if (finding != NULL)
    {
      desk_article_page_select_finding (self, finding);
      self->finding_bar_wanted = with_bar;
      if (with_bar)
        desk_article_page_show_finding_bar (self);
      return;
    }
  desk_article_page_hide_finding_bar (self);
  desk_reader_view_set_picked (self->view, NULL);
  if (lit == NULL)
    return;
  entity = analysis ? desk_analysis_find_entity (analysis, desk_entity_get_id (lit)) : NULL;
  if (entity != NULL && desk_entity_get_n_mentions (entity) > 0)
    desk_mention_stepper_light (self->stepper, entity, MIN (index, desk_entity_get_n_mentions (entity) - 1));
  else
    desk_mention_stepper_clear (self->stepper);
}

void
desk_article_page_update_results (DeskArticlePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean analysed = self->document != NULL && desk_document_get_analysis (self->document) != NULL;

  gtk_widget_action_set_enabled (widget, "article.next-finding", analysed);
  gtk_widget_action_set_enabled (widget, "article.previous-finding", analysed);
  gtk_widget_action_set_enabled (widget, "article.open-entity", self->finding != NULL && desk_finding_get_entity (self->finding) != NULL);
  gtk_widget_action_set_enabled (widget, "article.everything-said", self->finding != NULL && desk_finding_get_entity (self->finding) != NULL);
  gtk_widget_action_set_enabled (widget, "article.copy-finding", self->finding != NULL);
  desk_article_page_update_repairs (self);
}

void
desk_article_page_init_results (DeskArticlePage *self)
{
  self->finding_bar = DESK_FINDING_BAR (desk_finding_bar_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->finding_bar), GTK_WIDGET (self->reader_bin));
  self->inspector_menu = GTK_POPOVER (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (self->inspector_menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->inspector_menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->inspector_menu), GTK_WIDGET (self->inspector));
  g_signal_connect_object (self->inspector, "menu", G_CALLBACK (inspector_menu_cb), self, G_CONNECT_SWAPPED);
  self->chip = DESK_FINDING_CHIP (desk_finding_chip_new ());
  gtk_overlay_add_overlay (self->reader_overlay, GTK_WIDGET (self->chip));
  g_signal_connect_object (self->reader_overlay, "get-child-position", G_CALLBACK (place_chip_cb), self, 0);

  g_signal_connect_object (self->view, "text-hovered", G_CALLBACK (text_hovered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "scrolling", G_CALLBACK (scrolling_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "position-changed", G_CALLBACK (rested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stepper, "notify", G_CALLBACK (stepper_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stepper, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

void
desk_article_page_install_results (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.show-finding", "(uu)", show_finding_action);
  gtk_widget_class_install_action (widget_class, "article.next-finding", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "article.previous-finding", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "article.open-entity", NULL, open_entity_action);
  gtk_widget_class_install_action (widget_class, "article.everything-said", NULL, everything_said_action);
  gtk_widget_class_install_action (widget_class, "article.everything-said-by", "s", everything_said_by_action);
  gtk_widget_class_install_action (widget_class, "article.copy-finding", NULL, copy_finding_action);
}
