/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-scope-row.h"

struct _DeskScopeRow
{
  AdwBin parent_instance;

  AdwToggleGroup *group;
};

G_DEFINE_FINAL_TYPE (DeskScopeRow, desk_scope_row, ADW_TYPE_BIN)

static const char *const nicks[] = { "mention", "article", "library" };

static void
desk_scope_row_class_init (DeskScopeRowClass *klass)
{
}

static void
desk_scope_row_init (DeskScopeRow *self)
{
  self->group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  adw_toggle_group_set_homogeneous (self->group, FALSE);
  adw_toggle_group_set_can_shrink (self->group, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->group), "round");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where this holds"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

const char *
desk_scope_get_label (DeskRuleScope scope)
{
  switch (scope)
    {
    case DESK_RULE_SCOPE_MENTION:
      /* Translators: how far a correction reaches: at this place of the text alone. */
      return _ ("Only Here");
    case DESK_RULE_SCOPE_ARTICLE:
      /* Translators: how far a correction reaches. */
      return _ ("In This Article");
    case DESK_RULE_SCOPE_LIBRARY:
      /* Translators: how far a correction reaches: in all articles. */
      return _ ("Everywhere");
    }

  g_return_val_if_reached (NULL);
}

GtkWidget *
desk_scope_row_new (guint scopes,
                    DeskRuleScope active)
{
  DeskScopeRow *self = g_object_new (DESK_TYPE_SCOPE_ROW, NULL);

  for (guint scope = DESK_RULE_SCOPE_MENTION; scope <= DESK_RULE_SCOPE_LIBRARY; scope++)
    if ((scopes & (1u << scope)) != 0)
      {
        AdwToggle *toggle = adw_toggle_new ();

        adw_toggle_set_name (toggle, nicks[scope]);
        adw_toggle_set_label (toggle, desk_scope_get_label (scope));
        adw_toggle_group_add (self->group, toggle);
      }
  adw_toggle_group_set_active_name (self->group, nicks[active]);
  return GTK_WIDGET (self);
}

DeskRuleScope
desk_scope_row_get (DeskScopeRow *self)
{
  const char *name;

  g_return_val_if_fail (DESK_IS_SCOPE_ROW (self), DESK_RULE_SCOPE_MENTION);

  name = adw_toggle_group_get_active_name (self->group);
  for (guint scope = 0; scope < G_N_ELEMENTS (nicks); scope++)
    if (g_strcmp0 (name, nicks[scope]) == 0)
      return scope;
  return DESK_RULE_SCOPE_MENTION;
}
