/* The file is taken over by the assembler as it is: the system maps it into memory when it is read, one copy for all
 * programs, and no compiler has to chew it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-english-model.h"

__asm__ (".pushsection .rodata\n"
         ".balign 64\n"
         ".globl desk_english_model_start\n"
         ".hidden desk_english_model_start\n"
         "desk_english_model_start:\n"
         ".incbin \"" DESK_ENGLISH_MODEL "\"\n"
         ".globl desk_english_model_end\n"
         ".hidden desk_english_model_end\n"
         "desk_english_model_end:\n"
         ".popsection\n");

extern const guint8 desk_english_model_start[] __attribute__ ((visibility ("hidden")));
extern const guint8 desk_english_model_end[] __attribute__ ((visibility ("hidden")));

/**
 * desk_english_model_get: (skip)
 *
 * Returns: (transfer none): the model, the same in every thread
 */
const DeskTagModel *
desk_english_model_get (void)
{
  static DeskTagModel *model;

  if (g_once_init_enter_pointer (&model))
    {
      DeskTagModel *fresh = desk_tag_model_new_from_bytes (desk_english_model_start, desk_english_model_end - desk_english_model_start);

      if (fresh == NULL)
        g_error ("The model for English does not fit to this program");
      g_once_init_leave_pointer (&model, fresh);
    }

  return model;
}
