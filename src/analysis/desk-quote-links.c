/* Which words of saying a quotation belongs to.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-quote-links.h"

#include "desk-quote-shape.h"

typedef struct
{
  const DeskSayings *sayings;
  const DeskProse *prose;
  GArray *quoted; /* of DeskQuoted */
  DeskLink *links;
} Finder;

static const DeskQuoted *
quoted_at (Finder *self,
           guint index)
{
  return &g_array_index (self->quoted, DeskQuoted, index);
}

/* "discussed “The Long Road”": a title, where no comma, colon or plain word of saying stands before it. */
static gboolean
is_title_here (Finder *self,
               const DeskQuoted *quoted,
               const DeskAttribution *said)
{
  if (quoted->turn || quoted->open == 0 || (said->cue.traits & DESK_TRAIT_NAME) || !desk_quoted_is_title (self->prose, quoted) || desk_quoted_ends_with (self->prose, quoted, " . ! ? "))
    return FALSE;

  return !desk_prose_is_one_of (self->prose, quoted->open - 1, " , : that ") &&
         !(said->cue.end == quoted->open && (said->cue.traits & DESK_TRAIT_SURE));
}

static void
link_quotation (Finder *self,
                guint quoted,
                guint attribution,
                DeskLinkKind kind)
{
  if (quoted == DESK_NOT_QUOTED || self->links[quoted].kind != DESK_LINK_NONE)
    return;
  if (kind == DESK_LINK_BEFORE && is_title_here (self, quoted_at (self, quoted), desk_attribution_at (self->sayings->attributions, attribution)))
    return;
  self->links[quoted].attribution = attribution;
  self->links[quoted].kind = kind;
}

static void
link_within (Finder *self,
             guint first,
             guint end,
             guint attribution)
{
  for (guint i = first; i < end; i++)
    {
      guint quoted = self->sayings->syntax->quotation[i];

      if (quoted == DESK_NOT_QUOTED)
        continue;
      link_quotation (self, quoted, attribution, DESK_LINK_AROUND);
      i = MAX (i, quoted_at (self, quoted)->end);
    }
}

/* Called it "late" and "dear": the second one is said by the same words. */
static gboolean
joins (Finder *self,
       guint index)
{
  const DeskQuoted *before = quoted_at (self, index - 1), *quoted = quoted_at (self, index);

  if (self->links[index - 1].kind != DESK_LINK_BEFORE && self->links[index - 1].kind != DESK_LINK_AROUND)
    return FALSE;
  if (!before->closed || before->block != quoted->block || quoted->open - before->end > 5 || quoted->open == before->end + 1)
    return FALSE;
  for (guint i = before->end + 1; i < quoted->open; i++)
    if (!desk_prose_is_one_of (self->prose, i, " and or but , then later also even "))
      return FALSE;

  return TRUE;
}

/**
 * desk_link_quotations:
 * @sayings: where the text says that somebody says something
 *
 * Returns: (transfer full): for each quotation the words of saying beside it or around it
 */
DeskLink *
desk_link_quotations (const DeskSayings *sayings)
{
  Finder finder = { .sayings = sayings, .prose = sayings->syntax->prose, .quoted = sayings->syntax->quoted };
  Finder *self = &finder;

  self->links = g_new (DeskLink, self->quoted->len + 1);
  for (guint i = 0; i < self->quoted->len; i++)
    self->links[i] = (DeskLink) { DESK_NO_LINK, DESK_LINK_NONE };
  for (guint i = 0; i < self->sayings->attributions->len; i++)
    {
      const DeskAttribution *at = desk_attribution_at (self->sayings->attributions, i);

      if (at->before_first >= at->before_end)
        link_quotation (self, at->quoted_before, i, DESK_LINK_BEHIND);
      link_within (self, at->before_first, at->before_end, i);
      link_within (self, at->first, at->end, i);
      link_quotation (self, at->quoted_after, i, DESK_LINK_BEFORE);
    }
  for (guint i = 1; i < self->quoted->len; i++)
    if (self->links[i].kind == DESK_LINK_NONE && joins (self, i))
      link_quotation (self, i, self->links[i - 1].attribution, DESK_LINK_BEFORE);

  return self->links;
}
