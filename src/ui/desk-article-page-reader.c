/* The article pane of the page: what it shows, and what it reports about reading.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-article-page-private.h"
#include "desk-test-actions.h"

static GPtrArray *
collect_annotations (DeskDocument *document)
{
  GListModel *model = desk_document_get_annotations (document);
  GPtrArray *annotations = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (annotations, g_list_model_get_item (model, i));
  return annotations;
}

/* The fields that stand at the head of the page: it is written anew where one changes. */
static char *
dup_header (DeskArticle *article)
{
  static const DeskField fields[] = {
    DESK_FIELD_HEADLINE,
    DESK_FIELD_DEK,
    DESK_FIELD_BYLINE,
    DESK_FIELD_PUBLISHED,
    DESK_FIELD_LANGUAGE,
    DESK_FIELD_SOURCE,
    DESK_FIELD_SECTION,
  };
  GString *header = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = desk_article_get_field (article, fields[i]);

      g_string_append_printf (header, "%s\n%d\n", value ? value : "", desk_article_get_origin (article, fields[i]));
    }
  return g_string_free_and_steal (header);
}

static void
update_title (DeskArticlePage *self,
              guint position)
{
  DeskVersion *version;
  guint end = 0;

  if (self->document == NULL)
    return;
  version = desk_article_get_version (desk_document_get_article (self->document));
  for (guint i = 0; i < desk_version_get_n_blocks (version); i++)
    if (desk_version_get_block (version, i)->kind == DESK_BLOCK_KIND_HEADLINE)
      {
        end = desk_version_get_block (version, i)->end;
        break;
      }
  gtk_revealer_set_reveal_child (self->title_revealer, position > end);
}

static void
update_article (DeskArticlePage *self)
{
  DeskArticle *article = self->document ? desk_document_get_article (self->document) : NULL;
  gboolean starred = article != NULL && desk_article_get_starred (article);
  const char *headline = article ? desk_article_get_headline (article) : NULL;
  const char *tooltip = starred ? _ ("Unstar (Ctrl+D)") : _ ("Star (Ctrl+D)");

  gtk_label_set_label (self->title, headline ? headline : "");
  gtk_button_set_icon_name (self->star_button, starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  starred ? _ ("Starred") : _ ("Not starred"), -1);
}

void
desk_article_page_load (DeskArticlePage *self)
{
  DeskArticle *article;
  g_autoptr (GPtrArray) annotations = NULL;

  self->painted = FALSE;
  g_clear_pointer (&self->header, g_free);
  update_article (self);
  gtk_revealer_set_reveal_child (self->title_revealer, FALSE);
  if (self->document == NULL)
    {
      if (self->view != NULL)
        desk_reader_view_clear (self->view);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  article = desk_document_get_article (self->document);
  self->header = dup_header (article);
  annotations = collect_annotations (self->document);
  desk_reader_view_load (self->view, article, annotations, desk_article_get_position (article));
  desk_article_page_send_layers (self);
  desk_article_page_send_glow (self);
  update_title (self, desk_article_get_position (article));
  gtk_stack_set_visible_child_name (self->stack, "article");
}

void
desk_article_page_send_annotations (DeskArticlePage *self)
{
  g_autoptr (GPtrArray) annotations = NULL;

  if (self->document == NULL)
    return;
  annotations = collect_annotations (self->document);
  desk_reader_view_set_annotations (self->view, annotations);
}

static void
append_mentions (DeskEntity *entity,
                 GArray *ranges)
{
  for (guint i = 0; i < desk_entity_get_n_mentions (entity); i++)
    {
      DeskMention *mention = desk_entity_get_mention (entity, i);
      DeskRange range = { desk_mention_get_start (mention), desk_mention_get_end (mention) };

      g_array_append_val (ranges, range);
    }
}

static void
append_speech (DeskAnalysis *analysis,
               GArray *quotes,
               GArray *statements)
{
  g_autoptr (GPtrArray) findings = analysis ? desk_finding_collect (analysis, 1u << DESK_LAYER_QUOTES) : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      DeskFinding *finding = g_ptr_array_index (findings, i);
      GArray *ranges = desk_finding_get_ranges (finding);

      g_array_append_vals (desk_finding_get_quote (finding) != NULL ? quotes : statements, ranges->data, ranges->len);
    }
}

void
desk_article_page_send_layers (DeskArticlePage *self)
{
  DeskAnalysis *analysis = self->document ? desk_document_get_analysis (self->document) : NULL;
  GPtrArray *entities = analysis ? desk_analysis_get_entities (analysis) : NULL;
  GPtrArray *dates = analysis ? desk_analysis_get_dates (analysis) : NULL;
  GArray *layers[DESK_N_LAYERS];

  if (self->view == NULL || self->document == NULL)
    return;
  for (guint i = 0; i < DESK_N_LAYERS; i++)
    layers[i] = g_array_new (FALSE, FALSE, sizeof (DeskRange));
  for (guint i = 0; entities != NULL && i < entities->len; i++)
    {
      DeskEntity *entity = g_ptr_array_index (entities, i);
      DeskLayer layer;

      if (desk_layer_for_entity_kind (desk_entity_get_kind (entity), &layer))
        append_mentions (entity, layers[layer]);
    }
  for (guint i = 0; dates != NULL && i < dates->len; i++)
    g_array_append_val (layers[DESK_LAYER_DATES], ((DeskDate *) g_ptr_array_index (dates, i))->span);

  append_speech (analysis, layers[DESK_LAYER_QUOTES], layers[DESK_LAYER_STATEMENTS]);

  for (guint i = 0; i < DESK_N_LAYERS; i++)
    {
      if (i != DESK_LAYER_GLOW)
        desk_reader_view_set_layer (self->view, i, layers[i]);
      g_array_unref (layers[i]);
    }
  if (analysis != NULL)
    desk_reader_view_set_sentences (self->view, desk_analysis_get_sentences (analysis));
}

void
desk_article_page_send_glow (DeskArticlePage *self)
{
  DeskEntity *entity = desk_mention_stepper_get_entity (self->stepper);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DeskRange));

  if (self->view == NULL || self->document == NULL)
    return;
  if (entity != NULL)
    append_mentions (entity, ranges);
  desk_reader_view_set_layer (self->view, DESK_LAYER_GLOW, ranges);
  desk_reader_view_set_layer_shown (self->view, DESK_LAYER_GLOW, TRUE);
}

static void
show_waiting (DeskArticlePage *self)
{
  DeskRange range = self->waiting_range;
  g_autofree char *mark = g_steal_pointer (&self->waiting_mark);

  self->waiting_range = (DeskRange) { 0, 0 };
  if (range.start < range.end)
    desk_article_page_show_range (self, range.start, range.end);
  if (mark != NULL)
    desk_article_page_show_annotation (self, mark);
}

static void
painted_cb (DeskArticlePage *self)
{
  self->painted = TRUE;
  desk_test_say ("painted");
  if (self->document == NULL)
    return;
  show_waiting (self);
  if (self->waiting_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  self->waiting_focus = FALSE;
}

static void
article_changed_cb (DeskArticlePage *self)
{
  g_autofree char *header = dup_header (desk_document_get_article (self->document));

  update_article (self);
  desk_article_page_update_actions (self);
  if (g_strcmp0 (header, self->header) != 0)
    desk_article_page_load (self);
}

static void
analysis_changed_cb (DeskArticlePage *self)
{
  desk_article_page_send_layers (self);
  desk_article_page_follow_results (self);
  desk_article_page_update_actions (self);
}

static void
annotations_changed_cb (DeskArticlePage *self)
{
  desk_article_page_send_annotations (self);
  desk_article_page_marks_changed (self);
}

static void
position_changed_cb (DeskArticlePage *self,
                     guint position)
{
  if (self->document == NULL || !self->painted)
    return;
  desk_document_set_position (self->document, position);
  update_title (self, position);
}

static void
crashed_cb (DeskArticlePage *self,
            gboolean gave_up)
{
  desk_article_page_hide_bar (self);
  self->painted = FALSE;
  if (gave_up)
    gtk_stack_set_visible_child_name (self->stack, "crashed");
}

static void
link_answer_cb (AdwAlertDialog *dialog,
                const char *response,
                DeskArticlePage *self)
{
  const char *uri = g_object_get_data (G_OBJECT (dialog), "uri");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (g_strcmp0 (response, "open") != 0)
    return;
  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL, NULL);
}

/* Reading stays offline unless the reader says otherwise. */
static void
link_activated_cb (DeskArticlePage *self,
                   const char *uri)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Open in the Browser?"), NULL);

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), uri);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (dialog), "uri", g_strdup (uri), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (link_answer_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
stepper_moved_cb (DeskArticlePage *self)
{
  DeskMention *mention = desk_mention_stepper_get_mention (self->stepper);
  DeskEntity *entity = desk_mention_stepper_get_entity (self->stepper);
  g_autofree char *words = NULL;

  if (mention == NULL || self->view == NULL)
    return;
  desk_article_page_uncover (self);
  if (self->painted)
    desk_reader_view_scroll_to (self->view, desk_mention_get_start (mention), desk_mention_get_end (mention));
  words = g_strdup_printf (_ ("%s, %u of %u"), desk_mention_get_text (mention),
                           desk_mention_stepper_get_index (self->stepper) + 1, desk_entity_get_n_mentions (entity));
  desk_article_page_announce (self, words);
}

static void
stepper_entity_cb (DeskArticlePage *self)
{
  desk_article_page_send_glow (self);
  desk_article_page_update_actions (self);
}

void
desk_article_page_init_reader (DeskArticlePage *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  DeskReaderStyle *style;

  desk_article_page_apply_layers (self);
  adw_bin_set_child (self->reader_bin, GTK_WIDGET (self->view));
  desk_find_bar_set_view (self->find_bar, self->view);
  desk_inspector_set_up (self->inspector, self->kinds, self->stepper);

  style = desk_reader_view_get_style (self->view);
  g_settings_bind (self->settings, "reader-font", style, "font", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "reader-size", style, "size", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "reader-width", style, "width", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "reader-spacing", style, "spacing", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "reader-theme", style, "theme", G_SETTINGS_BIND_GET);
  g_object_bind_property (manager, "dark", self->view, "dark", G_BINDING_SYNC_CREATE);
  g_object_bind_property (manager, "high-contrast", self->view, "high-contrast", G_BINDING_SYNC_CREATE);
  g_object_bind_property (manager, "accent-color-rgba", self->view, "accent", G_BINDING_SYNC_CREATE);

  g_signal_connect_object (self->view, "painted", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "position-changed", G_CALLBACK (position_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "crashed", G_CALLBACK (crashed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "link-activated", G_CALLBACK (link_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::zoom", G_CALLBACK (desk_article_page_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::n-matches", G_CALLBACK (desk_article_page_update_actions), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->stepper, "moved", G_CALLBACK (stepper_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stepper, "notify::entity", G_CALLBACK (stepper_entity_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->document_signals, "notify::article", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->document_signals, "notify::analysis", G_CALLBACK (analysis_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->annotation_signals, "items-changed", G_CALLBACK (annotations_changed_cb), self, G_CONNECT_SWAPPED);
}

void
desk_article_page_show_range (DeskArticlePage *self,
                              guint start,
                              guint end)
{
  DeskVersion *version;

  g_return_if_fail (DESK_IS_ARTICLE_PAGE (self));

  if (self->document == NULL)
    return;
  version = desk_article_get_version (desk_document_get_article (self->document));
  end = MIN (end, desk_text_get_length (desk_version_get_text (version)));
  if (start >= end)
    return;
  if (!self->painted)
    {
      self->waiting_range = (DeskRange) { start, end };
      return;
    }
  desk_article_page_uncover (self);
  desk_reader_view_scroll_to (self->view, start, end);
  {
    g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DeskRange));
    DeskRange range = { start, end };

    /* Instead of what was lit before. */
    desk_mention_stepper_clear (self->stepper);
    g_array_append_val (ranges, range);
    desk_reader_view_set_layer (self->view, DESK_LAYER_GLOW, ranges);
    desk_reader_view_set_layer_shown (self->view, DESK_LAYER_GLOW, TRUE);
  }
}

void
desk_article_page_show_annotation (DeskArticlePage *self,
                                   const char *id)
{
  g_return_if_fail (DESK_IS_ARTICLE_PAGE (self));
  g_return_if_fail (id != NULL);

  if (self->document == NULL)
    return;
  if (!self->painted)
    g_set_str (&self->waiting_mark, id);
  else
    desk_article_page_select_mark (self, id, TRUE);
}
