/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-finding-chip.h"

#include "desk-finding-words.h"

#define GAP 4
#define MARGIN 6
#define MAX_CHARS 48

struct _DeskFindingChip
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkLabel *title;
  DeskFinding *finding;
  GdkRectangle line;
};

G_DEFINE_FINAL_TYPE (DeskFindingChip, desk_finding_chip, GTK_TYPE_WIDGET)

static void
desk_finding_chip_dispose (GObject *object)
{
  DeskFindingChip *self = DESK_FINDING_CHIP (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (desk_finding_chip_parent_class)->dispose (object);
}

static void
desk_finding_chip_class_init (DeskFindingChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_finding_chip_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findingchip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static void
desk_finding_chip_init (DeskFindingChip *self)
{
  self->icon = gtk_image_new ();
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->title, MAX_CHARS);
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
desk_finding_chip_new (void)
{
  return g_object_new (DESK_TYPE_FINDING_CHIP, NULL);
}

DeskFinding *
desk_finding_chip_get_finding (DeskFindingChip *self)
{
  g_return_val_if_fail (DESK_IS_FINDING_CHIP (self), NULL);

  return self->finding;
}

void
desk_finding_chip_show (DeskFindingChip *self,
                        DeskFinding *finding,
                        DeskVersion *version,
                        const GdkRectangle *line)
{
  g_autofree char *title = NULL;
  const char *icon;

  g_return_if_fail (DESK_IS_FINDING_CHIP (self));
  g_return_if_fail (DESK_IS_FINDING (finding));
  g_return_if_fail (line != NULL);

  g_set_object (&self->finding, finding);
  self->line = *line;
  title = desk_finding_dup_title (finding);
  if (desk_finding_get_kind (finding) == DESK_FINDING_KIND_MENTION)
    {
      g_autofree char *subtitle = desk_finding_dup_subtitle (finding, version);
      g_autofree char *both = g_strconcat (title, " · ", subtitle, NULL);

      gtk_label_set_label (self->title, both);
    }
  else
    gtk_label_set_label (self->title, title);
  icon = desk_finding_get_kind (finding) == DESK_FINDING_KIND_DATE ? "desk-dates-symbolic" : "desk-quotes-symbolic";
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_visible (self->icon, desk_finding_get_kind (finding) != DESK_FINDING_KIND_MENTION);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
desk_finding_chip_hide (DeskFindingChip *self)
{
  g_return_if_fail (DESK_IS_FINDING_CHIP (self));

  g_clear_object (&self->finding);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
desk_finding_chip_allocate_in (DeskFindingChip *self,
                               int width,
                               int height,
                               GdkRectangle *place)
{
  GtkRequisition minimum, natural;

  g_return_if_fail (DESK_IS_FINDING_CHIP (self));
  g_return_if_fail (place != NULL);

  gtk_widget_get_preferred_size (GTK_WIDGET (self), &minimum, &natural);
  place->width = MAX (minimum.width, MIN (natural.width, width - 2 * MARGIN));
  place->height = natural.height;
  place->x = CLAMP (self->line.x + self->line.width / 2 - place->width / 2, MIN (MARGIN, width - place->width),
                    MAX (MARGIN, width - place->width - MARGIN));
  place->y = self->line.y - GAP - place->height;
  if (place->y < MARGIN)
    place->y = MIN (self->line.y + self->line.height + GAP, MAX (height - place->height, 0));
}
