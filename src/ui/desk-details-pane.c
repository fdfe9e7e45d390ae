/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-details-pane.h"

#include "desk-date-label.h"
#include "desk-detail-row.h"
#include "desk-labels.h"
#include "desk-passage-row.h"
#include "desk-row-group.h"

/* As the page of the article counts. */
#define WORDS_PER_MINUTE 238
/* Code points of a left-out text that a row shows. */
#define MAX_LEFT_OUT 300

struct _DeskDetailsPane
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  AdwEntryRow *published;
  GtkMenuButton *calendar_button;
  GtkPopover *calendar_popover;
  GtkCalendar *calendar;
  GtkLabel *published_note;
  DeskRowGroup *fields;
  DeskRowGroup *warnings;
  DeskRowGroup *left_out;
  DeskDetailRow *file;
  DeskDetailRow *added;
  DeskDetailRow *checksum;

  DeskDocument *document;
  GSignalGroup *document_signals;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (DeskDetailsPane, desk_details_pane, ADW_TYPE_BIN)

static void
show_published_note (DeskDetailsPane *self)
{
  DeskArticle *article = desk_document_get_article (self->document);
  const char *value = desk_article_get_published (article);
  g_autofree char *note = NULL;

  if (value == NULL)
    note = g_strdup (_ ("Not known. Once it is set, days such as “Tuesday” or “last June” can be worked out."));
  else
    {
      g_autofree char *words = desk_date_label_dup (value);
      g_autofree char *origin = desk_label_dup_origin (desk_article_get_origin (article, DESK_FIELD_PUBLISHED),
                                                       desk_article_get_confidence (article, DESK_FIELD_PUBLISHED));

      /* Translators: a date, then where it came from. */
      note = g_strdup_printf (_ ("%s, %s. Days such as “Tuesday” or “last June” are counted from it."), words, origin ? origin : "");
    }
  gtk_label_set_label (self->published_note, note);
  gtk_widget_remove_css_class (GTK_WIDGET (self->published), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->published_note), "error");
}

static void
show_published_problem (DeskDetailsPane *self,
                        const char *message)
{
  gtk_label_set_label (self->published_note, message);
  gtk_widget_add_css_class (GTK_WIDGET (self->published), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->published_note), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
published_set_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer data)
{
  g_autoptr (DeskDetailsPane) self = data;
  g_autoptr (GError) error = NULL;

  if (!desk_document_action_finish (DESK_DOCUMENT (source), result, &error) &&
      self->document == DESK_DOCUMENT (source))
    show_published_problem (self, error->message);
}

static void
published_apply_cb (DeskDetailsPane *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->published));
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *day = desk_date_label_parse (stripped);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (stripped, utc);

  if (self->document == NULL)
    return;
  if (day == NULL && instant != NULL)
    day = g_strdup (stripped);
  if (day == NULL && *stripped != '\0')
    {
      show_published_problem (self, _ ("This is no day. Write it as year-month-day, such as 2023-02-08, or choose it from the calendar."));
      return;
    }
  desk_document_set_field_async (self->document, DESK_FIELD_PUBLISHED, day, NULL, published_set_cb, g_object_ref (self));
}

static void
published_changed_cb (DeskDetailsPane *self)
{
  if (self->document != NULL && gtk_widget_has_css_class (GTK_WIDGET (self->published), "error"))
    show_published_note (self);
}

static void
calendar_show_cb (DeskDetailsPane *self)
{
  g_autofree char *day = desk_date_label_parse (gtk_editable_get_text (GTK_EDITABLE (self->published)));
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *start = day ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) date = start ? g_date_time_new_from_iso8601 (start, utc) : g_date_time_new_now_local ();

  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
}

static void
day_selected_cb (DeskDetailsPane *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *day = NULL;

  if (self->filling || !gtk_widget_get_visible (GTK_WIDGET (self->calendar_popover)))
    return;
  date = gtk_calendar_get_date (self->calendar);
  day = g_date_time_format (date, "%Y-%m-%d");
  gtk_editable_set_text (GTK_EDITABLE (self->published), day);
  gtk_popover_popdown (self->calendar_popover);
  published_apply_cb (self);
}

static void
copy_checksum_cb (DeskDetailsPane *self)
{
  if (self->document == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          desk_article_get_original_hash (desk_document_get_article (self->document)));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
append_row (GListStore *rows,
            GtkWidget *row)
{
  g_object_ref_sink (row);
  g_list_store_append (rows, row);
  g_object_unref (row);
}

static GtkWidget *
return_row (gpointer item,
            gpointer user_data)
{
  return g_object_ref (item);
}

static void
bind_rows (DeskRowGroup *group,
           GListStore *rows)
{
  desk_row_group_bind (group, G_LIST_MODEL (rows), return_row, NULL);
  g_object_unref (rows);
}

static void
fill_fields (DeskDetailsPane *self,
             DeskArticle *article)
{
  static const DeskField shown[] = {
    DESK_FIELD_SOURCE,
    DESK_FIELD_BYLINE,
    DESK_FIELD_SECTION,
    DESK_FIELD_MODIFIED,
    DESK_FIELD_URL,
    DESK_FIELD_LANGUAGE,
    DESK_FIELD_KEYWORDS,
  };
  GListStore *rows = g_list_store_new (GTK_TYPE_WIDGET);
  DeskVersion *version = desk_article_get_version (article);
  guint n_words = desk_version_count_words (version);
  guint minutes = MAX (1, (n_words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE);
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", n_words), n_words);
  g_autofree char *reading = g_strdup_printf (ngettext ("about %u minute to read", "about %u minutes to read", minutes), minutes);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const char *value = desk_article_get_field (article, shown[i]);
      g_autofree char *words_of_date = NULL;
      g_autofree char *one_line = NULL;
      g_autofree char *language = NULL;
      g_autofree char *origin = NULL;

      if (value == NULL || *value == '\0')
        continue;
      if (shown[i] == DESK_FIELD_MODIFIED)
        value = words_of_date = desk_date_label_dup (value);
      if (shown[i] == DESK_FIELD_LANGUAGE)
        value = language = desk_label_dup_language (value);
      if (shown[i] == DESK_FIELD_KEYWORDS)
        {
          g_auto (GStrv) keywords = g_strsplit (value, "\n", -1);

          value = one_line = g_strjoinv (", ", keywords);
        }
      origin = desk_label_dup_origin (desk_article_get_origin (article, shown[i]),
                                      desk_article_get_confidence (article, shown[i]));
      append_row (rows, desk_detail_row_new (desk_label_for_field (shown[i]), value, origin));
    }
  append_row (rows, desk_detail_row_new (_ ("Length"), words, reading));
  bind_rows (self->fields, rows);
}

static void
fill_warnings (DeskDetailsPane *self,
               DeskArticle *article)
{
  GListStore *rows = g_list_store_new (GTK_TYPE_WIDGET);
  const char *const *warnings = desk_article_get_warnings (article);

  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    append_row (rows, desk_detail_row_new (_ ("Note"), warnings[i], NULL));
  bind_rows (self->warnings, rows);
}

static GtkWidget *
create_left_out_row (gpointer item,
                     gpointer user_data)
{
  GtkWidget *row = desk_passage_row_new (item);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
fill_left_out (DeskDetailsPane *self,
               DeskArticle *article)
{
  g_autoptr (GListStore) store = g_list_store_new (DESK_TYPE_PASSAGE);
  GPtrArray *left_out = desk_version_get_left_out (desk_article_get_version (article));

  for (guint i = 0; left_out != NULL && i < left_out->len; i++)
    {
      const DeskLeftOut *piece = g_ptr_array_index (left_out, i);
      g_autoptr (DeskText) text = desk_text_new (piece->text, -1);
      DeskRange all = { 0, desk_text_get_length (text) };
      g_autofree char *words = desk_label_dup_passage (text, all, MAX_LEFT_OUT);
      g_autofree char *markup = g_markup_escape_text (words, -1);
      g_autoptr (DeskPassage) passage = desk_passage_new (all, markup);

      desk_passage_set_caption (passage, desk_label_for_left_out (piece->why));
      g_list_store_append (store, passage);
    }
  desk_row_group_bind (self->left_out, G_LIST_MODEL (store), create_left_out_row, NULL);
}

static void
fill_original (DeskDetailsPane *self,
               DeskArticle *article)
{
  g_autofree char *size = g_format_size (MAX (0, desk_article_get_original_size (article)));
  g_autofree char *type = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *added = desk_date_label_dup_instant (desk_article_get_added (article));
  const char *name = desk_article_get_original_name (article);

  if (desk_article_get_media_type (article) != NULL)
    type = g_strdup_printf ("%s, %s", desk_article_get_media_type (article), size);
  else
    type = g_strdup (size);
  desk_detail_row_set (self->file, name && *name ? name : _ ("Pasted or dropped"), type);
  desk_detail_row_set (self->added, added, NULL);
  desk_detail_row_set (self->checksum, desk_article_get_original_hash (article), NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->checksum), "good");
  gtk_widget_remove_css_class (GTK_WIDGET (self->checksum), "bad");
}

static void
update (DeskDetailsPane *self)
{
  DeskArticle *article;
  const char *published;

  if (self->document == NULL)
    return;
  article = desk_document_get_article (self->document);
  published = desk_article_get_published (article);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->published)), published ? published : "") != 0)
    {
      /* Without its button: the text is not typed but known. */
      adw_entry_row_set_show_apply_button (self->published, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->published), published ? published : "");
      adw_entry_row_set_show_apply_button (self->published, TRUE);
    }
  show_published_note (self);
  fill_fields (self, article);
  fill_warnings (self, article);
  fill_left_out (self, article);
  fill_original (self, article);
}

static void
desk_details_pane_dispose (GObject *object)
{
  DeskDetailsPane *self = DESK_DETAILS_PANE (object);

  /* The template frees what it bound; the parent class would do so again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_DETAILS_PANE);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (desk_details_pane_parent_class)->dispose (object);
}

static void
desk_details_pane_class_init (DeskDetailsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_details_pane_dispose;

  g_type_ensure (DESK_TYPE_ROW_GROUP);
  g_type_ensure (DESK_TYPE_DETAIL_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, published);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, calendar);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, published_note);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, fields);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, warnings);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, left_out);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, file);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, added);
  gtk_widget_class_bind_template_child (widget_class, DeskDetailsPane, checksum);
  gtk_widget_class_bind_template_callback (widget_class, published_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, published_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_checksum_cb);
}

static void
desk_details_pane_init (DeskDetailsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->document_signals = g_signal_group_new (DESK_TYPE_DOCUMENT);
  g_signal_group_connect_object (self->document_signals, "notify::article", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
desk_details_pane_set_document (DeskDetailsPane *self,
                                DeskDocument *document)
{
  g_return_if_fail (DESK_IS_DETAILS_PANE (self));

  if (!g_set_object (&self->document, document))
    return;
  g_signal_group_set_target (self->document_signals, document);
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
desk_details_pane_edit_published (DeskDetailsPane *self)
{
  g_return_if_fail (DESK_IS_DETAILS_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->published));
  gtk_editable_select_region (GTK_EDITABLE (self->published), 0, -1);
}

void
desk_details_pane_set_verified (DeskDetailsPane *self,
                                const char *words,
                                gboolean good)
{
  g_return_if_fail (DESK_IS_DETAILS_PANE (self));

  if (self->document == NULL)
    return;
  desk_detail_row_set (self->checksum, desk_article_get_original_hash (desk_document_get_article (self->document)), words);
  gtk_widget_remove_css_class (GTK_WIDGET (self->checksum), good ? "bad" : "good");
  gtk_widget_add_css_class (GTK_WIDGET (self->checksum), good ? "good" : "bad");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
