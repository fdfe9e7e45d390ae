/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "desk-note-popover.h"

#include "desk-kind-swatch.h"
#include "desk-labels.h"

/* After this pause of typing the note is stored, so that a crash costs two seconds at most. */
#define QUIET_MS 2000

struct _DeskNotePopover
{
  GtkPopover parent_instance;

  DeskKindSwatch *swatch;
  GtkLabel *passage;
  GtkTextView *text;
  GtkTextBuffer *buffer;
  GtkWidget *hint;
  GtkLabel *problem;

  GListModel *kinds;
  DeskDocument *document;
  char *id;
  char *stored; /* the note as the library has it, or is about to */
  GSignalGroup *root_signals;
  GtkWidget *focus_before; /* weak */
  guint quiet;
};

G_DEFINE_FINAL_TYPE (DeskNotePopover, desk_note_popover, GTK_TYPE_POPOVER)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_text (DeskNotePopover *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
show_problem (DeskNotePopover *self,
              const char *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

typedef struct
{
  DeskNotePopover *self;
  char *id;
  char *text;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->self);
  g_free (save->id);
  g_free (save->text);
  g_free (save);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Save *save = data;
  DeskNotePopover *self = save->self;
  g_autoptr (GError) error = NULL;

  if (self->root_signals == NULL)
    {
      /* Its window is gone: nobody can be asked any more. */
      if (!desk_document_action_finish (DESK_DOCUMENT (source), result, &error))
        g_message ("A note could not be stored: %s", error->message);
    }
  else if (desk_document_action_finish (DESK_DOCUMENT (source), result, &error))
    {
      g_signal_emit (self, signals[SAVED], 0);
      if (g_strcmp0 (self->id, save->id) == 0)
        show_problem (self, NULL);
    }
  else if (self->id == NULL)
    {
      /* It was closed meanwhile: come back with what was typed. */
      desk_note_popover_edit (self, DESK_DOCUMENT (source), save->id, NULL);
      gtk_text_buffer_set_text (self->buffer, save->text, -1);
      g_set_str (&self->stored, NULL);
      show_problem (self, error->message);
    }
  else if (g_strcmp0 (self->id, save->id) == 0)
    {
      g_set_str (&self->stored, NULL);
      show_problem (self, error->message);
    }
  else
    g_message ("A note could not be stored: %s", error->message);
  save_free (save);
}

static void
save (DeskNotePopover *self)
{
  g_autofree char *text = NULL;
  Save *data;

  g_clear_handle_id (&self->quiet, g_source_remove);
  if (self->id == NULL)
    return;
  text = dup_text (self);
  if (g_strcmp0 (text, self->stored) == 0)
    return;
  g_set_str (&self->stored, text);
  data = g_new0 (Save, 1);
  data->self = g_object_ref (self);
  data->id = g_strdup (self->id);
  data->text = g_steal_pointer (&text);
  desk_document_set_note_async (self->document, self->id, data->text, NULL, saved_cb, data);
}

static gboolean
quiet_cb (gpointer data)
{
  DeskNotePopover *self = data;

  self->quiet = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DeskNotePopover *self)
{
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (self->buffer) == 0);
  if (self->id == NULL)
    return;
  g_clear_handle_id (&self->quiet, g_source_remove);
  self->quiet = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
done_cb (DeskNotePopover *self)
{
  GtkWidget *before = self->focus_before;

  desk_note_popover_finish (self);
  if (before != NULL)
    gtk_widget_grab_focus (before);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                DeskNotePopover *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((keyval == GDK_KEY_Escape && modifiers == 0) ||
      ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == GDK_CONTROL_MASK))
    {
      done_cb (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* The focus went to something else in the window: the note is done. Another window is no reason. */
static void
focus_moved_cb (DeskNotePopover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (self->id != NULL && focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    desk_note_popover_finish (self);
}

static void
desk_note_popover_unroot (GtkWidget *widget)
{
  DeskNotePopover *self = DESK_NOTE_POPOVER (widget);

  /* Also the last thing that a popover does while it is disposed of. */
  if (self->root_signals != NULL)
    {
      g_signal_group_set_target (self->root_signals, NULL);
      save (self);
    }

  GTK_WIDGET_CLASS (desk_note_popover_parent_class)->unroot (widget);
}

static void
desk_note_popover_dispose (GObject *object)
{
  DeskNotePopover *self = DESK_NOTE_POPOVER (object);

  if (self->buffer != NULL)
    save (self);
  g_clear_object (&self->root_signals);
  g_clear_weak_pointer (&self->focus_before);
  gtk_widget_dispose_template (GTK_WIDGET (self), DESK_TYPE_NOTE_POPOVER);
  g_clear_object (&self->document);
  g_clear_object (&self->kinds);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->stored, g_free);

  G_OBJECT_CLASS (desk_note_popover_parent_class)->dispose (object);
}

static void
desk_note_popover_class_init (DeskNotePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_note_popover_dispose;
  widget_class->unroot = desk_note_popover_unroot;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DESK_TYPE_KIND_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/NewsDesk/ui/desk-note-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskNotePopover, swatch);
  gtk_widget_class_bind_template_child (widget_class, DeskNotePopover, passage);
  gtk_widget_class_bind_template_child (widget_class, DeskNotePopover, text);
  gtk_widget_class_bind_template_child (widget_class, DeskNotePopover, buffer);
  gtk_widget_class_bind_template_child (widget_class, DeskNotePopover, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskNotePopover, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
desk_note_popover_init (DeskNotePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->root_signals = g_signal_group_new (GTK_TYPE_WINDOW);
  g_signal_group_connect_object (self->root_signals, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self,
                                 G_CONNECT_SWAPPED);
}

DeskNotePopover *
desk_note_popover_new (GListModel *kinds)
{
  DeskNotePopover *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (kinds), NULL);

  self = g_object_new (DESK_TYPE_NOTE_POPOVER, NULL);
  self->kinds = g_object_ref (kinds);
  return self;
}

void
desk_note_popover_edit (DeskNotePopover *self,
                        DeskDocument *document,
                        const char *annotation_id,
                        const GdkRectangle *place)
{
  g_autoptr (DeskDocument) owned = NULL;
  DeskAnnotation *annotation;
  g_autofree char *passage = NULL;
  GtkRoot *root;
  GtkTextIter end;

  g_return_if_fail (DESK_IS_NOTE_POPOVER (self));
  g_return_if_fail (DESK_IS_DOCUMENT (document));

  desk_note_popover_finish (self);
  annotation = desk_document_find_annotation (document, annotation_id);
  if (annotation == NULL)
    return;
  owned = g_object_ref (document);
  g_set_object (&self->document, owned);

  desk_kind_swatch_set_kind (self->swatch, desk_kind_list_find (self->kinds, desk_annotation_get_kind_id (annotation)));
  passage = desk_label_dup_line (desk_annotation_get_exact (annotation));
  gtk_label_set_label (self->passage, passage);
  g_set_str (&self->stored, desk_annotation_get_note (annotation) ? desk_annotation_get_note (annotation) : "");
  /* Before the id is set: filling in is no typing. */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, self->stored, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  self->id = g_strdup (annotation_id);
  show_problem (self, NULL);

  if (place != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  g_set_weak_pointer (&self->focus_before, root ? gtk_root_get_focus (root) : NULL);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  if (GTK_IS_WINDOW (root))
    g_signal_group_set_target (self->root_signals, root);
}

void
desk_note_popover_finish (DeskNotePopover *self)
{
  g_return_if_fail (DESK_IS_NOTE_POPOVER (self));

  g_signal_group_set_target (self->root_signals, NULL);
  save (self);
  g_clear_pointer (&self->id, g_free);
  gtk_popover_popdown (GTK_POPOVER (self));
}

const char *
desk_note_popover_get_id (DeskNotePopover *self)
{
  g_return_val_if_fail (DESK_IS_NOTE_POPOVER (self), NULL);

  return self->id;
}
