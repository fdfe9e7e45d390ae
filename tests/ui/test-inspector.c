/* The inspector as a reader uses it, and as a screen reader hears it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-detail-row.h"
#include "desk-details-pane.h"
#include "desk-entity-page.h"
#include "desk-entity-row.h"
#include "desk-inspector.h"
#include "desk-kind.h"
#include "desk-mark-row.h"
#include "desk-marks-pane.h"
#include "desk-note-popover.h"
#include "desk-passage-row.h"
#include "desk-row-group.h"
#include "desk-uuid.h"
#include "desk-version-builder.h"
#include "ui-fixture.h"

#define FIRST "Helen Marsh, the head of the ferry line, spoke on Tuesday."
#define SECOND "“It sails,” Marsh said. Nobody else spoke."

typedef struct
{
  Fixture base;
  GtkWidget *window;
  DeskInspector *inspector;
  DeskMentionStepper *stepper;
  DeskDocument *document;
  GPtrArray *asked; /* actions that the inspector ran on the page */
} InspectorFixture;

static void
asked_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  g_autofree char *argument = parameter ? g_variant_print (parameter, FALSE) : g_strdup ("");

  g_ptr_array_add (data, g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), argument));
}

static const GActionEntry entries[] = {
  { "show-range", asked_cb, "(uu)" },
  { "show-finding", asked_cb, "(uu)" },
  { "show-mark", asked_cb, "s" },
  { "go-to-mark", asked_cb, "s" },
  { "remove-mark", asked_cb, "s" },
  { "edit-note", asked_cb, "s" },
  { "edit-published", asked_cb },
  { "set-mark-kind", asked_cb, "(ss)" },
};

static void
set_up (InspectorFixture *fixture,
        gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GListModel) kinds = desk_kind_list_new ();

  /* A page that is left before it slid in is freed at no certain time. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture_set_up (&fixture->base, data);
  fixture->asked = g_ptr_array_new_with_free_func (g_free);
  fixture->document = fixture_open_text (&fixture->base, "Ferry Line Sails On\n\n" FIRST "\n\n" SECOND "\n");
  wait_for_analysis (fixture->document);

  fixture->stepper = desk_mention_stepper_new ();
  fixture->inspector = g_object_new (DESK_TYPE_INSPECTOR, NULL);
  desk_inspector_set_up (fixture->inspector, kinds, fixture->stepper);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture->asked);
  fixture->window = gtk_window_new ();
  gtk_widget_insert_action_group (fixture->window, "article", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->inspector));
  gtk_window_present (GTK_WINDOW (fixture->window));
  desk_inspector_set_document (fixture->inspector, fixture->document);
}

static void
tear_down (InspectorFixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* Answers and animations that are still under way hold what they are for. */
  wait_until (G_OBJECT (fixture->stepper)->ref_count == 1 && G_OBJECT (fixture->document)->ref_count == 1);
  g_assert_finalize_object (fixture->stepper);
  g_assert_finalize_object (fixture->document);
  g_ptr_array_unref (fixture->asked);
  fixture_tear_down (&fixture->base, data);
}

/* Panes that are not in front are visible, too, but not on screen. */
static GtkWidget *
find_on_screen (GtkWidget *root,
                GType type,
                const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) &&
      (text == NULL || (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0) ||
       (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), text) == 0)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_on_screen (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (InspectorFixture *fixture,
      GType type,
      const char *text)
{
  return find_on_screen (fixture->window, type, text);
}

static const char *
last_asked (InspectorFixture *fixture)
{
  return fixture->asked->len > 0 ? g_ptr_array_index (fixture->asked, fixture->asked->len - 1) : NULL;
}

static char *
mark (InspectorFixture *fixture,
      const char *words,
      const char *kind,
      const char *note)
{
  DeskText *text = desk_version_get_text (desk_article_get_version (desk_document_get_article (fixture->document)));
  const char *place = strstr (desk_text_get_utf8 (text), words);
  guint start = desk_text_get_code_point (text, place - desk_text_get_utf8 (text));
  g_autoptr (GAsyncResult) made = NULL;
  g_autoptr (GAsyncResult) noted = NULL;
  g_autoptr (GError) error = NULL;
  char *id;

  desk_document_mark_async (fixture->document, start, start + g_utf8_strlen (words, -1), kind, NULL, got_result_cb, &made);
  wait_for_result (&made);
  id = desk_document_mark_finish (fixture->document, made, &error);
  g_assert_no_error (error);
  if (note != NULL)
    {
      desk_document_set_note_async (fixture->document, id, note, NULL, got_result_cb, &noted);
      wait_for_result (&noted);
      g_assert_true (desk_document_action_finish (fixture->document, noted, &error));
    }
  return id;
}

static DeskEntityRow *
find_entity_row (InspectorFixture *fixture,
                 const char *name)
{
  GtkWidget *label;

  wait_until ((label = find (fixture, GTK_TYPE_LABEL, name)) != NULL);
  return DESK_ENTITY_ROW (gtk_widget_get_ancestor (label, DESK_TYPE_ENTITY_ROW));
}

static void
test_entities (InspectorFixture *fixture,
               gconstpointer data)
{
  DeskEntityRow *row = find_entity_row (fixture, "Helen Marsh");
  GtkWidget *page = NULL;

  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Helen Marsh, Person, 2 mentions");
  g_assert_null (desk_mention_stepper_get_entity (fixture->stepper));

  /* The first press lights the mentions, the pill says which one it is. */
  gtk_widget_activate (GTK_WIDGET (row));
  g_assert_true (desk_mention_stepper_get_entity (fixture->stepper) == desk_entity_row_get_entity (row));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "1 of 2"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Helen Marsh, Person, mention 1 of 2");
  desk_mention_stepper_step (fixture->stepper, 1);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "2 of 2"));

  /* The next one opens the page. */
  gtk_widget_activate (GTK_WIDGET (row));
  wait_until ((page = find (fixture, DESK_TYPE_ENTITY_PAGE, NULL)) != NULL);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_assert_cmpuint (desk_mention_stepper_get_index (fixture->stepper), ==, 1);

  /* A new document closes it. */
  desk_inspector_set_document (fixture->inspector, NULL);
  wait_until (page == NULL);
}

static void
test_passages (InspectorFixture *fixture,
               gconstpointer data)
{
  GtkWidget *label, *row, *button;

  wait_until ((label = find (fixture, GTK_TYPE_LABEL, "“Tuesday”")) != NULL);
  row = gtk_widget_get_ancestor (label, DESK_TYPE_PASSAGE_ROW);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "“Tuesday”, depends on the publication date");
  gtk_widget_activate (row);
  g_assert_true (g_str_has_prefix (last_asked (fixture), "show-finding"));

  /* Without a date of publication the reader is asked for it. */
  button = find (fixture, GTK_TYPE_BUTTON, "Set the Publication Date…");
  g_assert_nonnull (button);
  gtk_widget_activate (button);
  wait_until (g_strcmp0 (last_asked (fixture), "edit-published ") == 0);
}

static void
test_marks (InspectorFixture *fixture,
            gconstpointer data)
{
  g_autofree char *second = NULL;
  g_autofree char *first = NULL;
  g_autofree char *shown = NULL;
  GtkListView *list;
  GtkSelectionModel *model;
  guint asked;

  desk_inspector_set_page (fixture->inspector, "marks");
  wait_until (find (fixture, GTK_TYPE_LABEL, "No Marks Yet") != NULL);
  second = mark (fixture, "It sails", "check", "Does it?");
  first = mark (fixture, "Helen Marsh", "source", NULL);
  wait_until (find (fixture, GTK_TYPE_LABEL, "Helen Marsh") != NULL && find (fixture, GTK_TYPE_LABEL, "Does it?") != NULL);
  wait_until (find (fixture, GTK_TYPE_LABEL, "No Marks Yet") == NULL);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Check · paragraph 2"));

  /* In the order of the text. */
  list = GTK_LIST_VIEW (find (fixture, GTK_TYPE_LIST_VIEW, NULL));
  model = gtk_list_view_get_model (list);
  {
    g_autoptr (DeskAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (model), 0);

    g_assert_cmpstr (desk_annotation_get_id (annotation), ==, first);
  }

  /* Choosing one shows it in the text; being told that one is selected does not. */
  gtk_selection_model_select_item (model, 0, TRUE);
  shown = g_strdup_printf ("show-mark '%s'", first);
  g_assert_cmpstr (last_asked (fixture), ==, shown);
  asked = fixture->asked->len;
  desk_inspector_select_mark (fixture->inspector, second);
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  desk_inspector_select_mark (fixture->inspector, NULL);
  g_assert_false (gtk_selection_model_is_selected (model, 1));
  desk_inspector_select_mark (fixture->inspector, "not there");
  g_assert_cmpuint (fixture->asked->len, ==, asked);
}

static int
get_width (InspectorFixture *fixture)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (fixture->inspector), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* The text beside the inspector moves for nothing that happens in it. */
static void
test_width (InspectorFixture *fixture,
            gconstpointer data)
{
  g_autofree char *first = NULL;
  DeskEntityRow *row = find_entity_row (fixture, "Helen Marsh");
  int width = get_width (fixture);

  first = mark (fixture, "Helen Marsh", "source", NULL);
  wait_until (find (fixture, GTK_TYPE_LABEL, "Marks 1") != NULL);
  g_assert_cmpint (get_width (fixture), ==, width);

  desk_mention_stepper_start (fixture->stepper, desk_entity_row_get_entity (row), 0);
  gtk_widget_activate (GTK_WIDGET (row));
  wait_until (find (fixture, DESK_TYPE_ENTITY_PAGE, NULL) != NULL);
  g_assert_cmpint (get_width (fixture), ==, width);
}

static guint
count_rows (GtkWidget *root)
{
  guint n = DESK_IS_MARK_ROW (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static void
apply (InspectorFixture *fixture,
       DeskStep *step)
{
  g_autoptr (GAsyncResult) applied = NULL;
  g_autoptr (GError) error = NULL;

  desk_library_apply_async (desk_session_get_library (fixture->base.session), step, NULL, got_result_cb, &applied);
  wait_for_result (&applied);
  g_assert_true (desk_library_apply_finish (desk_session_get_library (fixture->base.session), applied, &error));
  g_assert_no_error (error);
}

#define N_MANY 10000

/* The list has rows for what is in view only, and nothing that is done to one of many looks at each with each. */
static void
test_many_marks (InspectorFixture *fixture,
                 gconstpointer data)
{
  DeskArticle *article = desk_document_get_article (fixture->document);
  GListModel *marks = desk_document_get_annotations (fixture->document);
  const char *article_id = desk_article_get_id (article);
  g_autoptr (DeskStep) make = desk_step_new ("Mark all");
  g_autoptr (DeskStep) delete = desk_step_new ("Delete all");
  g_autoptr (DeskAnnotation) far = NULL;
  g_autoptr (GAsyncResult) deleted = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (DeskStep) step = NULL;
  double shown, selected, removed, gone, back;
  GtkSelectionModel *model;

  desk_inspector_set_page (fixture->inspector, "marks");
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autoptr (DeskAnnotation) annotation = desk_annotation_new (article_id, desk_article_get_version (article), i % 50, i % 50 + 5, "fact");

      desk_step_add (make, DESK_CHANGE_ANNOTATION, article_id, desk_annotation_get_id (annotation), NULL, desk_annotation_to_variant (annotation));
      desk_step_add (delete, DESK_CHANGE_ANNOTATION, article_id, desk_annotation_get_id (annotation), desk_annotation_to_variant (annotation), NULL);
    }
  apply (fixture, make);
  g_test_timer_start ();
  wait_until (g_list_model_get_n_items (marks) == N_MANY && find (fixture, DESK_TYPE_MARK_ROW, NULL) != NULL);
  shown = g_test_timer_elapsed ();
  g_assert_cmpuint (count_rows (fixture->window), <, 400);

  far = g_list_model_get_item (marks, N_MANY - 10);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (find (fixture, GTK_TYPE_LIST_VIEW, NULL)));
  g_test_timer_start ();
  desk_inspector_select_mark (fixture->inspector, desk_annotation_get_id (far));
  selected = g_test_timer_elapsed ();
  g_assert_true (gtk_selection_model_is_selected (model, N_MANY - 10));

  g_test_timer_start ();
  desk_document_delete_mark_async (fixture->document, desk_annotation_get_id (far), NULL, got_result_cb, &deleted);
  wait_for_result (&deleted);
  removed = g_test_timer_elapsed ();
  g_assert_cmpuint (g_list_model_get_n_items (marks), ==, N_MANY - 1);

  g_test_timer_start ();
  apply (fixture, delete);
  wait_until (g_list_model_get_n_items (marks) == 0);
  gone = g_test_timer_elapsed ();

  g_test_timer_start ();
  desk_session_undo_async (fixture->base.session, NULL, got_result_cb, &undone);
  wait_for_result (&undone);
  step = desk_session_undo_finish (fixture->base.session, undone, NULL);
  g_assert_nonnull (step);
  wait_until (g_list_model_get_n_items (marks) == N_MANY - 1);
  back = g_test_timer_elapsed ();
  g_assert_cmpuint (count_rows (fixture->window), <, 400);

  g_test_minimized_result (removed, "%u marks: shown %.0f ms, one selected %.0f ms and deleted %.0f ms, all deleted %.0f ms, undone %.0f ms",
                           N_MANY, shown * 1000, selected * 1000, removed * 1000, gone * 1000, back * 1000);
}

static void
type (DeskDetailsPane *pane,
      const char *text)
{
  GtkWidget *row = ui_fixture_find (GTK_WIDGET (pane), ADW_TYPE_ENTRY_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

static void
test_details (InspectorFixture *fixture,
              gconstpointer data)
{
  DeskArticle *article = desk_document_get_article (fixture->document);
  DeskDetailsPane *pane;
  GtkWidget *entry;

  desk_inspector_set_page (fixture->inspector, "details");
  wait_until (find (fixture, DESK_TYPE_DETAILS_PANE, NULL) != NULL);
  pane = DESK_DETAILS_PANE (find (fixture, DESK_TYPE_DETAILS_PANE, NULL));
  entry = ui_fixture_find (GTK_WIDGET (pane), ADW_TYPE_ENTRY_ROW, NULL);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, desk_article_get_original_hash (article)));
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "English"));

  /* What is no day changes nothing and says so. */
  type (pane, "soon");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (desk_article_get_published (article));

  type (pane, "8 February 2023");
  wait_until (g_strcmp0 (desk_article_get_published (article), "2023-02-08") == 0);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2023-02-08");
  wait_for_analysis (fixture->document);
  desk_inspector_set_page (fixture->inspector, "entities");
  wait_until (find (fixture, GTK_TYPE_LABEL, "Tuesday, 7 February 2023") != NULL ||
              find (fixture, GTK_TYPE_LABEL, "Tuesday, 7 February 2023 · likely") != NULL);
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "Set the Publication Date…"));

  /* Empty is unknown. */
  desk_inspector_set_page (fixture->inspector, "details");
  type (pane, "");
  wait_until (desk_article_get_published (article) == NULL);
  wait_for_analysis (fixture->document);

  desk_inspector_set_verified (fixture->inspector, "Checked", TRUE);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "Checked"));
}

static void
saved_cb (guint *n_saved)
{
  (*n_saved)++;
}

static const char *
get_note (InspectorFixture *fixture,
          const char *id)
{
  DeskAnnotation *annotation = desk_document_find_annotation (fixture->document, id);

  return annotation ? desk_annotation_get_note (annotation) : NULL;
}

static void
test_note (InspectorFixture *fixture,
           gconstpointer data)
{
  GtkWidget *bin = adw_bin_new ();
  g_autoptr (GListModel) kinds = desk_kind_list_new ();
  DeskNotePopover *popover = desk_note_popover_new (kinds);
  g_autofree char *id = mark (fixture, "It sails", "check", NULL);
  GdkRectangle place = { 100, 100, 10, 10 };
  GtkTextBuffer *buffer;
  g_autoptr (GAsyncResult) deleted = NULL;
  guint n_saved = 0;

  gtk_window_set_child (GTK_WINDOW (fixture->window), bin);
  gtk_widget_set_parent (GTK_WIDGET (popover), bin);
  g_signal_connect_swapped (popover, "saved", G_CALLBACK (saved_cb), &n_saved);

  desk_note_popover_edit (popover, fixture->document, id, &place);
  g_assert_cmpstr (desk_note_popover_get_id (popover), ==, id);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_fixture_find (GTK_WIDGET (popover), GTK_TYPE_TEXT_VIEW, NULL)));

  /* Stored after a pause, while it is still open. */
  gtk_text_buffer_set_text (buffer, "First thought", -1);
  g_assert_null (get_note (fixture, id));
  wait_until (n_saved == 1);
  g_assert_cmpstr (get_note (fixture, id), ==, "First thought");
  g_assert_nonnull (desk_note_popover_get_id (popover));

  /* Stored when it closes; closing without a change makes no step. */
  gtk_text_buffer_set_text (buffer, "Second thought", -1);
  desk_note_popover_finish (popover);
  wait_until (n_saved == 2);
  g_assert_cmpstr (get_note (fixture, id), ==, "Second thought");
  desk_note_popover_edit (popover, fixture->document, id, &place);
  desk_note_popover_finish (popover);
  g_assert_cmpstr (desk_library_get_undo_name (desk_session_get_library (fixture->base.session)), ==, "Edit Note");

  /* The mark goes while its note is being written: what was typed stays on screen. */
  desk_note_popover_edit (popover, fixture->document, id, &place);
  desk_document_delete_mark_async (fixture->document, id, NULL, got_result_cb, &deleted);
  wait_for_result (&deleted);
  gtk_text_buffer_set_text (buffer, "Third thought", -1);
  wait_until (ui_fixture_find (GTK_WIDGET (popover), GTK_TYPE_LABEL, "This mark is no longer there.") != NULL);
  {
    GtkTextIter start, end;
    g_autofree char *text = NULL;

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    g_assert_cmpstr (text, ==, "Third thought");
  }
  gtk_widget_unparent (GTK_WIDGET (popover));
}

static void
test_long_group (void)
{
  GtkWidget *window = gtk_window_new ();
  DeskRowGroup *group = DESK_ROW_GROUP (desk_row_group_new ("Names"));
  g_autoptr (GListStore) store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkStringObject) last = gtk_string_object_new ("the last");
  GtkWidget *button;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (group));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (group)));
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GtkStringObject) item = gtk_string_object_new ("a name");

      g_list_store_append (store, item);
    }
  g_list_store_append (store, last);
  desk_row_group_bind (group, G_LIST_MODEL (store), (GtkListBoxCreateWidgetFunc) gtk_list_box_row_new, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (group)));

  /* Not all at once, but every one can be reached. */
  g_assert_null (gtk_list_box_get_row_at_index (desk_row_group_get_list (group), 30));
  wait_until ((button = ui_fixture_find (window, GTK_TYPE_BUTTON, "Show 200 More")) != NULL);
  gtk_widget_activate (button);
  wait_until (gtk_list_box_get_row_at_index (desk_row_group_get_list (group), 229) != NULL);
  g_assert_null (gtk_list_box_get_row_at_index (desk_row_group_get_list (group), 230));
  g_assert_nonnull (desk_row_group_show_item (group, last));
  g_assert_null (desk_row_group_show_item (group, store));

  g_list_store_remove_all (store);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (group)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A checksum stands over several lines as it is: a hyphen at the end of one would be read as a part of it. */
static void
test_broken_line (void)
{
  const char *value = "abcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcdefabcd";
  DeskDetailRow *row = g_object_new (DESK_TYPE_DETAIL_ROW, "title", "SHA-256", "value", value, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *label;
  PangoLayout *layout;
  guint n_glyphs = 0;

  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  gtk_window_present (GTK_WINDOW (window));
  label = ui_fixture_find (list, GTK_TYPE_LABEL, value);
  wait_until (gtk_widget_get_width (label) > 0);
  layout = gtk_label_get_layout (GTK_LABEL (label));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
      n_glyphs += ((PangoLayoutRun *) run->data)->glyphs->num_glyphs;
  g_assert_cmpuint (n_glyphs, ==, strlen (value));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  /* Not isolated: icons need the data of the system. The libraries have folders of their own. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, InspectorFixture, NULL, set_up, function, tear_down)
  ADD ("/inspector/entities", test_entities);
  ADD ("/inspector/passages", test_passages);
  ADD ("/inspector/marks", test_marks);
  ADD ("/inspector/width", test_width);
  ADD ("/inspector/many-marks", test_many_marks);
  ADD ("/inspector/details", test_details);
  ADD ("/inspector/note", test_note);
  g_test_add_func ("/inspector/long-group", test_long_group);
  g_test_add_func ("/inspector/broken-line", test_broken_line);

  return g_test_run ();
}
