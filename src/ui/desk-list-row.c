/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-day.h"
#include "desk-hits.h"
#include "desk-list-row.h"
#include "desk-text-side.h"

/* The dot stands in a column of its own, beside the headline's first line. */
#define DOT_COLUMN 16

struct _DeskListRow
{
  GtkWidget parent_instance;

  GtkWidget *dot;
  GtkWidget *content;
  GtkLabel *headline;
  GtkLabel *lead;
  GtkBox *byline;
  GtkLabel *source;
  GtkWidget *separator;
  GtkLabel *day;
  GtkWidget *marks;
  GtkLabel *n_marks;
  GtkWidget *star;

  GtkListItem *item; /* not owned: it is the item that owns this */
  DeskArticleRow *row;
  GSignalGroup *row_signals;
  GDate today;
  char *label;
};

G_DEFINE_FINAL_TYPE (DeskListRow, desk_list_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_LABEL = 1,
} DeskListRowProps;

static GParamSpec *props[PROP_LABEL + 1];

static char *
dup_day (DeskListRow *self)
{
  GDate day;

  if (!desk_day_parse (desk_article_row_get_published (self->row), &day))
    desk_day_from_time (desk_article_row_get_added (self->row), &day);

  return desk_day_dup_short (&day, &self->today);
}

static void
show_lead (DeskListRow *self)
{
  const char *snippet = desk_article_row_get_snippet (self->row);
  const char *lead = desk_article_row_get_lead (self->row);

  if (snippet != NULL && *snippet != '\0')
    {
      g_autoptr (PangoAttrList) hits = NULL;
      g_autofree char *text = desk_hits_parse (snippet, &hits);

      gtk_label_set_label (self->lead, text);
      gtk_label_set_attributes (self->lead, hits);
    }
  else
    {
      gtk_label_set_label (self->lead, lead != NULL ? lead : "");
      gtk_label_set_attributes (self->lead, NULL);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->lead), *gtk_label_get_label (self->lead) != '\0');
}

static char *
dup_label (DeskListRow *self,
           const char *headline,
           const char *source,
           const char *day,
           guint n_marks)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  if (desk_article_row_get_unread (self->row))
    /* Translators: said of an article in the list that was not read yet. */
    g_strv_builder_add (parts, _ ("Unread"));
  if (desk_article_row_get_starred (self->row))
    /* Translators: said of an article in the list that has a star. */
    g_strv_builder_add (parts, _ ("Starred"));
  g_strv_builder_add (parts, headline);
  if (source != NULL && *source != '\0')
    g_strv_builder_add (parts, source);
  if (day != NULL)
    g_strv_builder_add (parts, day);
  if (n_marks > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u mark", "%u marks", n_marks), n_marks));

  strings = g_strv_builder_unref_to_strv (g_steal_pointer (&parts));
  /* Translators: joins the parts of a spoken list. */
  return g_strjoinv (_ (", "), strings);
}

static void
update (DeskListRow *self)
{
  const char *headline, *source;
  g_autofree char *day = NULL;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;
  guint n_marks;

  /* A row that is still on its way keeps its place, empty. */
  if (self->row == NULL || !desk_article_row_get_loaded (self->row))
    {
      gtk_label_set_label (self->headline, "");
      gtk_label_set_label (self->lead, "");
      gtk_widget_set_visible (GTK_WIDGET (self->lead), TRUE);
      gtk_label_set_label (self->source, "");
      gtk_label_set_label (self->day, "");
      gtk_widget_set_visible (self->separator, FALSE);
      gtk_widget_set_visible (self->dot, FALSE);
      gtk_widget_set_visible (self->marks, FALSE);
      gtk_widget_set_visible (self->star, FALSE);
      return;
    }

  headline = desk_article_row_get_headline (self->row);
  if (headline == NULL || *headline == '\0')
    /* Translators: stands for the headline of an article that has none. */
    headline = _ ("Untitled");
  source = desk_article_row_get_source (self->row);
  n_marks = desk_article_row_get_n_marks (self->row);
  day = dup_day (self);

  gtk_label_set_label (self->headline, headline);
  show_lead (self);

  /* Labels of their own, so that a source in another direction does not turn the day round. */
  gtk_label_set_label (self->source, source != NULL ? source : "");
  gtk_label_set_label (self->day, day != NULL ? day : "");
  gtk_widget_set_visible (self->separator, source != NULL && *source != '\0' && day != NULL);

  count = g_strdup_printf ("%u", n_marks);
  gtk_label_set_label (self->n_marks, count);
  gtk_widget_set_visible (self->marks, n_marks > 0);
  gtk_widget_set_visible (self->dot, desk_article_row_get_unread (self->row));
  gtk_widget_set_visible (self->star, desk_article_row_get_starred (self->row));

  label = dup_label (self, headline, source, day, n_marks);
  if (g_set_str (&self->label, label))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

static void
desk_list_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  DeskListRow *self = DESK_LIST_ROW (widget);
  int inner = for_size;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    inner = MAX (0, for_size - DOT_COLUMN);

  gtk_widget_measure (self->content, orientation, inner, minimum, natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += DOT_COLUMN;
      *natural += DOT_COLUMN;
    }
}

static void
desk_list_row_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  DeskListRow *self = DESK_LIST_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation content = { rtl ? 0 : DOT_COLUMN, 0, MAX (0, width - DOT_COLUMN), height };

  gtk_widget_size_allocate (self->content, &content, -1);

  if (gtk_widget_should_layout (self->dot))
    {
      PangoLayout *layout = gtk_label_get_layout (self->headline);
      GtkRequisition size;
      PangoRectangle line;
      int line_height = 0;

      gtk_widget_get_preferred_size (self->dot, NULL, &size);
      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &line);
      line_height = PANGO_PIXELS (line.height);

      gtk_widget_size_allocate (self->dot,
                                &(GtkAllocation) {
                                  .x = rtl ? width - size.width : 0,
                                  .y = MAX (0, (line_height - size.height) / 2),
                                  .width = size.width,
                                  .height = size.height,
                                },
                                -1);
    }
}

static void
desk_list_row_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DeskListRow *self = DESK_LIST_ROW (object);

  switch ((DeskListRowProps) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    }
}

static void
desk_list_row_dispose (GObject *object)
{
  DeskListRow *self = DESK_LIST_ROW (object);

  if (self->row_signals != NULL)
    g_signal_group_set_target (self->row_signals, NULL);
  g_clear_object (&self->row_signals);
  g_clear_object (&self->row);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_LIST_ROW);

  G_OBJECT_CLASS (desk_list_row_parent_class)->dispose (object);
}

static void
desk_list_row_finalize (GObject *object)
{
  g_free (DESK_LIST_ROW (object)->label);

  G_OBJECT_CLASS (desk_list_row_parent_class)->finalize (object);
}

static GtkSizeRequestMode
desk_list_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_list_row_class_init (DeskListRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_list_row_dispose;
  object_class->finalize = desk_list_row_finalize;
  object_class->get_property = desk_list_row_get_property;
  widget_class->measure = desk_list_row_measure;
  widget_class->size_allocate = desk_list_row_size_allocate;
  widget_class->get_request_mode = desk_list_row_get_request_mode;

  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-list-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, dot);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, content);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, headline);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, lead);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, byline);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, source);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, separator);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, day);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, marks);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, n_marks);
  gtk_widget_class_bind_template_child (widget_class, DeskListRow, star);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
desk_list_row_init (DeskListRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_text_side_follow (self->headline, self->headline);
  desk_text_side_follow (self->lead, self->lead);
  desk_text_side_turn (self->byline, self->headline);

  self->row_signals = g_signal_group_new (DESK_TYPE_ARTICLE_ROW);
  g_signal_group_connect_swapped (self->row_signals, "notify", G_CALLBACK (update), self);
}

GtkWidget *
desk_list_row_new (GtkListItem *item)
{
  DeskListRow *self;

  g_return_val_if_fail (GTK_IS_LIST_ITEM (item), NULL);

  self = g_object_new (DESK_TYPE_LIST_ROW, NULL);
  self->item = item;

  return GTK_WIDGET (self);
}

guint
desk_list_row_get_position (DeskListRow *self)
{
  g_return_val_if_fail (DESK_IS_LIST_ROW (self), GTK_INVALID_LIST_POSITION);

  return gtk_list_item_get_position (self->item);
}

void
desk_list_row_set_row (DeskListRow *self,
                       DeskArticleRow *row,
                       const GDate *today)
{
  g_return_if_fail (DESK_IS_LIST_ROW (self));
  g_return_if_fail (row == NULL || DESK_IS_ARTICLE_ROW (row));
  g_return_if_fail (today != NULL);

  self->today = *today;
  g_set_object (&self->row, row);
  g_signal_group_set_target (self->row_signals, row);
  update (self);
}

DeskArticleRow *
desk_list_row_get_row (DeskListRow *self)
{
  g_return_val_if_fail (DESK_IS_LIST_ROW (self), NULL);

  return self->row;
}

const char *
desk_list_row_get_label (DeskListRow *self)
{
  g_return_val_if_fail (DESK_IS_LIST_ROW (self), NULL);

  return self->label;
}
