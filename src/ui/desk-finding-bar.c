/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-finding-bar.h"

#include "desk-entity-sign.h"
#include "desk-finding-words.h"

/* Between the text and the bar, and between the bar and the edge of the article. */
#define GAP 4
#define MARGIN 6

struct _DeskFindingBar
{
  GtkPopover parent_instance;

  GtkWidget *content;
  GtkWidget *sign;
  GtkWidget *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *why;
  GtkWidget *stepper;
  GtkLabel *count;
  GtkWidget *entity_tools;
  GtkWidget *quote_tools;
  GtkWidget *date_tools;
  GtkWidget *read_button;
  GtkWidget *details_button;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (DeskFindingBar, desk_finding_bar, GTK_TYPE_POPOVER)

static void
desk_finding_bar_dispose (GObject *object)
{
  /* The template frees what it bound; the parent class would do so again. */
  gtk_popover_set_child (GTK_POPOVER (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), DESK_TYPE_FINDING_BAR);

  G_OBJECT_CLASS (desk_finding_bar_parent_class)->dispose (object);
}

static void
desk_finding_bar_class_init (DeskFindingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_finding_bar_dispose;

  g_type_ensure (DESK_TYPE_ENTITY_SIGN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-finding-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, content);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, sign);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, icon);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, title);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, why);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, stepper);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, count);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, entity_tools);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, quote_tools);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, date_tools);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, read_button);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, details_button);
  gtk_widget_class_bind_template_child (widget_class, DeskFindingBar, menu_button);
}

static void
desk_finding_bar_init (DeskFindingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Few names have another reading. */
  g_object_bind_property (self->read_button, "sensitive", self->read_button, "visible", G_BINDING_SYNC_CREATE);
}

GtkWidget *
desk_finding_bar_new (void)
{
  return g_object_new (DESK_TYPE_FINDING_BAR, NULL);
}

void
desk_finding_bar_set_finding (DeskFindingBar *self,
                              DeskFinding *finding,
                              DeskVersion *version,
                              GMenuModel *menu)
{
  DeskFindingKind kind;
  DeskEntity *entity;
  const char *icon_name;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *why = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (DESK_IS_FINDING_BAR (self));
  g_return_if_fail (DESK_IS_FINDING (finding));
  g_return_if_fail (DESK_IS_VERSION (version));

  kind = desk_finding_get_kind (finding);
  entity = desk_finding_get_entity (finding);
  title = desk_finding_dup_title (finding);
  subtitle = desk_finding_dup_subtitle (finding, version);
  why = desk_finding_dup_why (finding, version);
  icon_name = desk_finding_get_icon_name (finding);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  if (why != NULL)
    /* Translators: what a result of the analysis rests on; ask and answer on one line. */
    label = g_strdup_printf (_ ("Why? %s"), why);
  gtk_label_set_label (self->why, label ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), why != NULL);

  gtk_widget_set_visible (self->sign, icon_name == NULL);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
  if (icon_name != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  else
    desk_entity_sign_set_entity (DESK_ENTITY_SIGN (self->sign), entity);

  gtk_widget_set_visible (self->stepper, kind == DESK_FINDING_KIND_MENTION && desk_entity_get_n_mentions (entity) > 1);
  if (kind == DESK_FINDING_KIND_MENTION)
    {
      g_autofree char *count = g_strdup_printf (_ ("%u of %u"), desk_finding_get_index (finding) + 1, desk_entity_get_n_mentions (entity));

      gtk_label_set_label (self->count, count);
    }
  gtk_widget_set_visible (self->entity_tools, kind == DESK_FINDING_KIND_MENTION);
  gtk_widget_set_visible (self->quote_tools, kind == DESK_FINDING_KIND_QUOTE || kind == DESK_FINDING_KIND_STATEMENT);
  gtk_widget_set_visible (self->date_tools, kind == DESK_FINDING_KIND_DATE);
  gtk_widget_set_visible (self->details_button, entity != NULL);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), menu != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

void
desk_finding_bar_show_at (DeskFindingBar *self,
                          const GdkRectangle *first_line,
                          const GdkRectangle *last_line)
{
  GtkWidget *parent;
  GtkRequisition size;
  GdkRectangle place;
  gboolean above;
  int width, margin;

  g_return_if_fail (DESK_IS_FINDING_BAR (self));

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_return_if_fail (parent != NULL);

  /* GTK would turn the popover over at the last line and cover the text above it. */
  width = gtk_widget_get_width (parent);
  gtk_widget_get_preferred_size (self->content, NULL, &size);
  above = last_line->y + last_line->height + GAP + size.height > gtk_widget_get_height (parent) &&
          first_line->y > size.height + GAP;
  place = above ? *first_line : *last_line;
  place.y -= GAP;
  place.height += 2 * GAP;
  margin = size.width / 2 + MARGIN;
  place.x = CLAMP (place.x + place.width / 2, MIN (margin, width / 2), MAX (width - margin, width / 2));
  place.width = 1;
  gtk_popover_set_position (GTK_POPOVER (self), above ? GTK_POS_TOP : GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  gtk_popover_popup (GTK_POPOVER (self));
}
