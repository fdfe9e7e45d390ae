/* Names that say themselves what they are: "… Ministry", "Bank of …", "Mount …", "… Inc."
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-name.h"

typedef struct
{
  const DeskProse *prose;
  guint limit; /* the end of the sentence */
} Head;

static guint
head_node (const Head *self,
           guint i)
{
  DeskLexicon *lexicon = desk_prose_get_lexicon (self->prose);

  if (!desk_token_is_capital (desk_prose_get_token (self->prose, i)))
    return DESK_LEXICON_NOWHERE;

  return desk_lexicon_step (lexicon, DESK_LEXICON_ROOT, desk_prose_get_word (self->prose, desk_prose_get_token (self->prose, i)->word)->lexicon_word);
}

static gboolean
has_head (const Head *self,
          guint i,
          DeskClass class,
          DeskEntityKind *kind)
{
  DeskLexicon *lexicon = desk_prose_get_lexicon (self->prose);
  guint node = head_node (self, i);

  if (node == DESK_LEXICON_NOWHERE || !(desk_lexicon_node_classes (lexicon, node) & class))
    return FALSE;
  *kind = desk_lexicon_node_kind (lexicon, node);

  return TRUE;
}

/* The end of what stands after "of": the rest of the run up to a title, as in "Bank of Anything
 * Governor …", or a known name that reaches further. */
static guint
match_of (const Head *self,
          guint after,
          guint end)
{
  const DeskEntry *entry;
  DeskClass classes;
  guint n = desk_known_name_match (self->prose, after, self->limit, DESK_CLASS_NAME, &entry, &classes);
  guint stop = after;

  for (; stop < end; stop++)
    {
      guint title = stop > after ? desk_name_match_title (self->prose, stop, end) : 0;

      /* "… Muslim Student Association" has no student called Association. */
      if (title > 0 && !(stop + title < end && (desk_prose_classes (self->prose, stop + title) & DESK_CLASS_HEAD_LAST)))
        break;
    }

  return MAX (stop, after + n);
}

/* The end of a name that says itself what it is: "… Ministry", "Bank of …", "Mount …", "… Inc.". */
guint
desk_name_match_head (const DeskProse *prose,
                      guint p,
                      guint end,
                      guint limit,
                      DeskEntityKind *kind)
{
  const Head head = { prose, limit };
  const Head *self = &head;
  guint last = 0;
  gboolean settled = FALSE; /* "Institute for the Study of War" is no war */
  DeskEntityKind found;

  for (guint i = p; i < end; i++)
    {
      if (i > p && (desk_prose_classes (self->prose, i) & DESK_CLASS_SUFFIX))
        {
          *kind = DESK_ENTITY_KIND_ORGANISATION;
          last = i + 1;
        }
      else if (i > p && has_head (self, i, DESK_CLASS_HEAD_LAST, &found))
        {
          if (!settled)
            *kind = found;
          last = i + 1;
        }
      /* What stands after "of" belongs to the head before it. */
      if (desk_prose_is_one_of (self->prose, i, " of for on against ") && i > p)
        {
          guint after = desk_prose_is (self->prose, i + 1, "the") ? i + 2 : i + 1;
          DeskEntityKind of;

          if (last == i)
            last = MAX (last, match_of (self, after, end));
          else if (last == 0 && has_head (self, p, DESK_CLASS_HEAD_FIRST, &of) && after < end)
            {
              /* "House of Representatives", "Ministry of Defense" */
              *kind = of;
              settled = TRUE;
              last = MAX (last, match_of (self, after, end));
            }
        }
    }
  if (last > 0)
    return last - p;

  if (end - p >= 2 && has_head (self, p, DESK_CLASS_HEAD_FIRST, &found) && found != DESK_ENTITY_KIND_ORGANISATION)
    {
      *kind = found;
      return end - p;
    }

  return 0;
}
