/* A person, organisation, place … that an article names.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "desk-identity.h"
#include "desk-mention.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;
  guint start; /* code points, end exclusive */
  guint end;
} DeskRole;

#define DESK_TYPE_ENTITY (desk_entity_get_type ())

G_DECLARE_FINAL_TYPE (DeskEntity, desk_entity, DESK, ENTITY, GObject)

DeskEntity     *desk_entity_new            (const char     *id,
                                            const char     *name,
                                            DeskEntityKind  kind) G_GNUC_WARN_UNUSED_RESULT;
const char     *desk_entity_get_id         (DeskEntity     *self);
const char     *desk_entity_get_name       (DeskEntity     *self);
DeskEntityKind  desk_entity_get_kind       (DeskEntity     *self);
/* What it is beyond this article. */
DeskIdentity   *desk_entity_dup_identity   (DeskEntity     *self) G_GNUC_WARN_UNUSED_RESULT;

/* Other names that the text uses, without the name itself. */
const char * const *desk_entity_get_aliases (DeskEntity    *self);
void            desk_entity_add_alias      (DeskEntity     *self,
                                            const char     *alias);
guint           desk_entity_get_n_roles    (DeskEntity     *self);
const DeskRole *desk_entity_get_role       (DeskEntity     *self,
                                            guint           index);
void            desk_entity_add_role       (DeskEntity     *self,
                                            const char     *text,
                                            guint           start,
                                            guint           end);

/* Kept in text order. */
void            desk_entity_add_mention    (DeskEntity     *self,
                                            DeskMention    *mention);
guint           desk_entity_get_n_mentions (DeskEntity     *self);
DeskMention    *desk_entity_get_mention    (DeskEntity     *self,
                                            guint           index);

/* What rules of the reader changed in it: entities that were joined into it (value: their names), its name, its kind. */
guint           desk_entity_get_n_repairs  (DeskEntity     *self);
const DeskRepair *desk_entity_get_repair   (DeskEntity     *self,
                                            guint           index);
void            desk_entity_take_repair    (DeskEntity     *self,
                                            DeskRepair     *repair);
/* What it is made of, before the rules of the library: of these a rule for this article has to speak. One at least. */
guint           desk_entity_get_n_parts    (DeskEntity     *self);
const DeskIdentity *desk_entity_get_part   (DeskEntity     *self,
                                            guint           index);
void            desk_entity_add_part       (DeskEntity     *self,
                                            const DeskIdentity *part);
/* “Only in this article”: not the entity of this name in the library. */
gboolean        desk_entity_get_apart      (DeskEntity     *self);
void            desk_entity_set_apart      (DeskEntity     *self,
                                            gboolean        apart);

G_END_DECLS
