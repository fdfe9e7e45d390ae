/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-repair.h"

/**
 * desk_repair_new:
 * @rule: id of the rule
 * @value: (nullable): what stood there before
 * @why: (nullable): the evidence that the machine gave for it
 *
 * Returns: (transfer full): a repair
 */
DeskRepair *
desk_repair_new (const char *rule,
                 const char *value,
                 const char *why)
{
  DeskRepair *self;

  g_return_val_if_fail (rule != NULL, NULL);

  self = g_new0 (DeskRepair, 1);
  self->rule = g_strdup (rule);
  self->value = g_strdup (value);
  self->why = g_strdup (why);

  return self;
}

/**
 * desk_repair_copy:
 * @self: (nullable): a repair
 *
 * Returns: (transfer full) (nullable): a copy
 */
DeskRepair *
desk_repair_copy (const DeskRepair *self)
{
  return self != NULL ? desk_repair_new (self->rule, self->value, self->why) : NULL;
}

/**
 * desk_repair_free:
 * @self: (transfer full) (nullable): a repair
 */
void
desk_repair_free (DeskRepair *self)
{
  if (self == NULL)
    return;

  g_free (self->rule);
  g_free (self->value);
  g_free (self->why);
  g_free (self);
}
