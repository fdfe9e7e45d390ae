/* One input that did not become an article, and why.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-import-failure.h"

struct _DeskImportFailure
{
  GObject parent_instance;

  char *name;
  char *code;
  char *message;
};

G_DEFINE_FINAL_TYPE (DeskImportFailure, desk_import_failure, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_CODE,
  PROP_MESSAGE,
} DeskImportFailureProps;

static GParamSpec *props[PROP_MESSAGE + 1];

static void
desk_import_failure_finalize (GObject *object)
{
  DeskImportFailure *self = DESK_IMPORT_FAILURE (object);

  g_free (self->name);
  g_free (self->code);
  g_free (self->message);

  G_OBJECT_CLASS (desk_import_failure_parent_class)->finalize (object);
}

static void
desk_import_failure_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  DeskImportFailure *self = DESK_IMPORT_FAILURE (object);

  switch ((DeskImportFailureProps) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    }
}

static void
desk_import_failure_class_init (DeskImportFailureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_import_failure_finalize;
  object_class->get_property = desk_import_failure_get_property;

  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
desk_import_failure_init (DeskImportFailure *self)
{
}

/**
 * desk_import_failure_new:
 * @name: what failed, as the user knows it
 * @code: the word of the command line for the reason
 * @message: a sentence that says what to do
 *
 * Returns: (transfer full): a failure
 */
DeskImportFailure *
desk_import_failure_new (const char *name,
                         const char *code,
                         const char *message)
{
  DeskImportFailure *self = g_object_new (DESK_TYPE_IMPORT_FAILURE, NULL);

  self->name = g_strdup (name);
  self->code = g_strdup (code);
  self->message = g_strdup (message);

  return self;
}

/**
 * desk_import_failure_get_name:
 *
 * Returns: what failed
 */
const char *
desk_import_failure_get_name (DeskImportFailure *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_FAILURE (self), NULL);

  return self->name;
}

/**
 * desk_import_failure_get_code:
 *
 * Returns: the reason as a word
 */
const char *
desk_import_failure_get_code (DeskImportFailure *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_FAILURE (self), NULL);

  return self->code;
}

/**
 * desk_import_failure_get_message:
 *
 * Returns: the reason as a sentence
 */
const char *
desk_import_failure_get_message (DeskImportFailure *self)
{
  g_return_val_if_fail (DESK_IS_IMPORT_FAILURE (self), NULL);

  return self->message;
}
