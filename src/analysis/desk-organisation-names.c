/* What organisations are called.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-organisation-names.h"

#include <string.h>

/**
 * desk_organisation_may_shorten:
 * @name: an organisation
 * @length: fewer words than it has
 *
 * Returns: whether its first @length words are enough to call it by
 */
gboolean
desk_organisation_may_shorten (const DeskProse *prose,
                               const DeskName *name,
                               guint length)
{
  const DeskClass plain = DESK_CLASS_COMMON | DESK_CLASS_STARTER | DESK_CLASS_NAME | DESK_CLASS_ROLE_PART | DESK_CLASS_GIVEN_NAME | DESK_CLASS_HEAD_FIRST;
  guint last = name->first + length - 1;

  if (name->end - name->first <= length)
    return FALSE;
  /* What is left must be a name of its own, what is left out a word like Holdings. */
  if (length == 1 && (desk_prose_classes (prose, last) & plain))
    return FALSE;

  return ((desk_prose_classes (prose, last + 1) & DESK_CLASS_SUFFIX) || desk_prose_is_one_of (prose, last + 1, " group company corporation industries electronics motors motor airlines airways technologies systems pharmaceuticals energy communications media bank entertainment studios software foods chemicals insurance partners capital ventures aerospace networks labs telecom petroleum ")) && desk_token_is_capital (desk_prose_get_token (prose, last));
}

gboolean
desk_organisation_takes_article (const char *country)
{
  return g_str_has_prefix (country, "United ") || g_str_has_suffix (country, "Islands") || g_str_has_suffix (country, " Republic") || g_str_has_suffix (country, "Republic of the Congo") || g_str_has_suffix (country, " Union") || strcmp (country, "Netherlands") == 0 || strcmp (country, "Philippines") == 0 || strcmp (country, "Maldives") == 0 || strcmp (country, "Seychelles") == 0 || strcmp (country, "Bahamas") == 0 || strcmp (country, "Comoros") == 0 || strcmp (country, "Gambia") == 0;
}
