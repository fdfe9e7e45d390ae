/* Small questions before a repair: the name and kind of an entity, the day of a date.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desk-analysis.h"
#include "desk-scope-row.h"

G_BEGIN_DECLS

/* `answered` is called once, unless the reader turns away. */
typedef void (*DeskEntityAnswer) (const char    *name,
                                  DeskEntityKind kind,
                                  DeskRuleScope  scope,
                                  gpointer       user_data);
typedef void (*DeskDateAnswer)   (const char    *value,
                                  DeskRuleScope  scope,
                                  gpointer       user_data);

void desk_repair_dialog_ask_entity (GtkWidget        *parent,
                                    DeskEntity       *entity,
                                    DeskEntityAnswer  answered,
                                    gpointer          user_data,
                                    GDestroyNotify    destroy);
/* The value is EDTF: “2023-02-07”, “2022-06”, “2023~”. */
void desk_repair_dialog_ask_date   (GtkWidget        *parent,
                                    const DeskDate   *date,
                                    DeskDateAnswer    answered,
                                    gpointer          user_data,
                                    GDestroyNotify    destroy);

G_END_DECLS
