/* The dialogs in which names, days and quotes are corrected and looked up: what they show, take and refuse.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-entity-chooser.h"
#include "desk-repair-dialogs.h"
#include "desk-said-dialog.h"
#include "marked-article.h"
#include "store-fixture.h"

#define ARTICLE                                                                                               \
  "{person:Austin|Austin} and {person:Ann Lee|Ann Lee} met {person:Jo Gray|Jo Gray}, {person:Jo Gray|Gray}. " \
  "{place:Austin|Austin} is a town of {organisation:North Atlantic Treaty Organization|North Atlantic Treaty Organization}."

typedef struct
{
  StoreFixture base;
  GtkWidget *window;
  DeskAnalysis *analysis;
  GString *answers; /* what was chosen or typed */
} DialogFixture;

static void
set_up (DialogFixture *fixture,
        gconstpointer data)
{
  DeskLibrary *library;

  store_set_up (&fixture->base, data);
  library = fixture->base.library;
  g_free (marked_add (library, "Balloon seen", "Harbour Herald", "2023-02-04",
                      "{person:Lloyd Austin|Lloyd Austin} and {person:Ann Lee|Ann Lee} spoke. "
                      "<person:Lloyd Austin|We saw the balloon.> <person:Ann Lee|No balloon here.>"));
  g_free (marked_add (library, "Balloon shot", "The Tide", "2023-02-08T10:00:00Z",
                      "{person:Lloyd Austin|Lloyd Austin} said <person:Lloyd Austin|it came “down”> and "
                      "~person:Lloyd Austin|nobody was hurt~, said {person:Zoe Austin|Zoe Austin}. "
                      "{organisation:North Atlantic Treaty Organization|NATO} met in {place:Austria|Austria}."));
  fixture->analysis = marked_new_analysis (ARTICLE, 0);
  fixture->answers = g_string_new (NULL);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_button_new_with_label ("A window"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (DialogFixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* Dialogs that are still sinking hold what they are for. */
  store_wait_until (G_OBJECT (fixture->base.library)->ref_count == 1);
  g_object_unref (fixture->analysis);
  g_string_free (fixture->answers, TRUE);
  store_tear_down (&fixture->base, data);
}

static AdwDialog *
get_dialog (DialogFixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

/* Whole lists are compared: “title (subtitle), title …” of the rows that are shown, “|” between lists. */
static void
append_rows (GString *text,
             GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LIST_BOX (widget) && text->len > 0)
    g_string_append (text, " | ");
  if (ADW_IS_ACTION_ROW (widget))
    {
      const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));

      if (text->len > 0 && !g_str_has_suffix (text->str, " | "))
        g_string_append (text, ", ");
      g_string_append (text, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
      if (subtitle != NULL && *subtitle != '\0')
        g_string_append_printf (text, " (%s)", subtitle);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_rows (text, child);
}

static char *
dup_rows (gpointer dialog)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_rows (text, dialog);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
has_rows (gpointer dialog,
          const char *expected)
{
  g_autofree char *rows = dup_rows (dialog);

  return strcmp (rows, expected) == 0;
}

/* Answers come by themselves; what is still different in the end is shown. */
static void
assert_rows (gpointer dialog,
             const char *expected)
{
  gint64 deadline = g_get_monotonic_time () + 2 * G_TIME_SPAN_SECOND;
  g_autofree char *rows = NULL;

  while (!has_rows (dialog, expected) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  rows = dup_rows (dialog);
  g_assert_cmpstr (rows, ==, expected);
}

static GtkWidget *
find (GtkWidget *root,
      GType type,
      guint nth)
{
  GtkWidget *found = NULL;
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  g_ptr_array_add (waiting, root);
  while (waiting->len > 0 && found == NULL)
    {
      GtkWidget *widget = g_ptr_array_steal_index (waiting, 0);

      if (!gtk_widget_get_visible (widget))
        continue;
      if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && nth-- == 0)
        found = widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        g_ptr_array_add (waiting, child);
    }

  return found;
}

static void
type (gpointer dialog,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, GTK_TYPE_SEARCH_ENTRY, 0)), text);
}

static void
press_enter (gpointer dialog)
{
  g_signal_emit_by_name (find (dialog, GTK_TYPE_SEARCH_ENTRY, 0), "activate");
}

static GtkWidget *
find_row (gpointer dialog,
          const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = find (dialog, ADW_TYPE_ACTION_ROW, i);

      g_assert_nonnull (row);
      if (strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
        return row;
    }
}

static void
chosen_cb (DialogFixture *fixture,
           DeskIdentity *identity,
           guint scope)
{
  g_string_append_printf (fixture->answers, "%s %s %u;", identity != NULL ? desk_enum_to_nick (DESK_TYPE_ENTITY_KIND, identity->kind) : "nobody",
                          identity != NULL ? identity->name : "", scope);
}

static DeskEntityChooser *
open_chooser (DialogFixture *fixture,
              const char *left_out,
              const char *hint)
{
  DeskEntity *entity = left_out != NULL ? desk_analysis_find_entity (fixture->analysis, left_out) : NULL;
  DeskEntityChooser *chooser = desk_entity_chooser_new ("Join With", fixture->analysis, entity);

  desk_entity_chooser_set_library (chooser, fixture->base.library, hint);
  desk_entity_chooser_set_scopes (chooser, DESK_SCOPES_PLACE | DESK_SCOPES_ARTICLE | DESK_SCOPES_LIBRARY, DESK_RULE_SCOPE_ARTICLE);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (chosen_cb), fixture);
  adw_dialog_present (ADW_DIALOG (chooser), fixture->window);

  return chooser;
}

static const char *
get_id (DialogFixture *fixture,
        DeskEntityKind kind,
        const char *name)
{
  GPtrArray *entities = desk_analysis_get_entities (fixture->analysis);

  for (guint i = 0; i < entities->len; i++)
    if (desk_entity_get_kind (g_ptr_array_index (entities, i)) == kind && strcmp (desk_entity_get_name (g_ptr_array_index (entities, i)), name) == 0)
      return desk_entity_get_id (g_ptr_array_index (entities, i));

  g_assert_not_reached ();
}

static void
test_join_lists (DialogFixture *fixture,
                 gconstpointer data)
{
  DeskEntityChooser *chooser = open_chooser (fixture, get_id (fixture, DESK_ENTITY_KIND_PERSON, "Austin"), "Austin");

  /* Those of the article, like with like, the most frequent first; then who may be meant, in most articles first. */
  assert_rows (chooser, "Jo Gray (Person · also “Gray”), Ann Lee (Person), Austin (Place), North Atlantic Treaty Organization (Organisation)"
                        " | Lloyd Austin (Person · 2 articles), Zoe Austin (Person · 1 article)");

  /* Nobody twice: Ann Lee is in both. Nor is there a new name that is there already. */
  type (chooser, "ann");
  assert_rows (chooser, "Ann Lee (Person) | “ann” as Person, “ann” as Organisation, “ann” as Government, “ann” as Place");
  type (chooser, "ann lee");
  assert_rows (chooser, "Ann Lee (Person) | “ann lee” as Organisation, “ann lee” as Government, “ann lee” as Place");
  type (chooser, " lloyd  AUSTIN ");
  assert_rows (chooser, "Lloyd Austin (Person · 2 articles) | “lloyd  AUSTIN” as Organisation, “lloyd  AUSTIN” as Government, “lloyd  AUSTIN” as Place");
  /* The one that is to be joined is no choice, not as a new name either. */
  type (chooser, "austin");
  assert_rows (chooser, "Austin (Place) | Lloyd Austin (Person · 2 articles), Zoe Austin (Person · 1 article)"
                        " | “austin” as Organisation, “austin” as Government");
  /* One of the article that only the library knows by this name. */
  type (chooser, "nato");
  assert_rows (chooser, "North Atlantic Treaty Organization (Organisation) | “nato” as Person, “nato” as Organisation, “nato” as Government, “nato” as Place");
  type (chooser, "xyz");
  assert_rows (chooser, "“xyz” as Person, “xyz” as Organisation, “xyz” as Government, “xyz” as Place");

  type (chooser, "");
  assert_rows (chooser, "Jo Gray (Person · also “Gray”), Ann Lee (Person), Austin (Place), North Atlantic Treaty Organization (Organisation)"
                        " | Lloyd Austin (Person · 2 articles), Zoe Austin (Person · 1 article)");
  gtk_test_accessible_assert_role (find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, 0), GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  gtk_test_accessible_assert_property (find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "Name");

  /* Turning away is no choice. */
  g_signal_emit_by_name (find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, 0), "stop-search");
  store_wait_until (get_dialog (fixture) == NULL);
  g_assert_cmpstr (fixture->answers->str, ==, "");
}

static void
test_join_choice (DialogFixture *fixture,
                  gconstpointer data)
{
  DeskEntityChooser *chooser = open_chooser (fixture, get_id (fixture, DESK_ENTITY_KIND_PERSON, "Austin"), NULL);
  GtkWidget *row;

  /* Enter takes the first. */
  type (chooser, "gr");
  press_enter (chooser);
  store_wait_until (get_dialog (fixture) == NULL);
  g_assert_cmpstr (fixture->answers->str, ==, "person Jo Gray 1;");

  /* It does not take a new name while the library is still being asked. */
  g_string_truncate (fixture->answers, 0);
  chooser = open_chooser (fixture, get_id (fixture, DESK_ENTITY_KIND_PERSON, "Austin"), NULL);
  type (chooser, "llo");
  press_enter (chooser);
  g_assert_cmpstr (fixture->answers->str, ==, "");
  store_wait_until (get_dialog (fixture) == NULL);
  g_assert_cmpstr (fixture->answers->str, ==, "person Lloyd Austin 1;");

  /* Whoever types on does not mean the Enter any more. */
  g_string_truncate (fixture->answers, 0);
  chooser = open_chooser (fixture, get_id (fixture, DESK_ENTITY_KIND_PERSON, "Austin"), NULL);
  type (chooser, "llo");
  press_enter (chooser);
  type (chooser, "zo");
  assert_rows (chooser, "Zoe Austin (Person · 1 article) | “zo” as Person, “zo” as Organisation, “zo” as Government, “zo” as Place");
  g_assert_cmpstr (fixture->answers->str, ==, "");

  /* Any row, with the scope that is set. */
  desk_scope_row_set (DESK_SCOPE_ROW (find (GTK_WIDGET (chooser), DESK_TYPE_SCOPE_ROW, 0)), DESK_RULE_SCOPE_LIBRARY);
  row = find_row (chooser, "“zo” as Place");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  store_wait_until (get_dialog (fixture) == NULL);
  g_assert_cmpstr (fixture->answers->str, ==, "place zo 2;");
}

static gboolean
frame_cb (GtkWidget *widget,
          GdkFrameClock *clock,
          gpointer data)
{
  return ++*(guint *) data < 8 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
wait_for_frames (GtkWidget *widget)
{
  guint n_frames = 0;

  store_wait_until (gtk_widget_get_mapped (widget));
  gtk_widget_add_tick_callback (widget, frame_cb, &n_frames, NULL);
  store_wait_until (n_frames == 8);
}

/* In a narrow window a dialog rises from below, and what is typed goes into the entry all the same. */
static void
test_narrow (DialogFixture *fixture,
             gconstpointer data)
{
  const DeskIdentity speaker = { DESK_ENTITY_KIND_PERSON, (char *) "Lloyd Austin" };
  AdwDialog *dialogs[] = {
    ADW_DIALOG (desk_entity_chooser_new ("Join With", fixture->analysis, NULL)),
    desk_said_dialog_new (fixture->base.library, &speaker),
  };

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_button_new_with_label ("A window"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_frames (fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      adw_dialog_present (dialogs[i], fixture->window);
      /* What has the focus early loses it when the dialog rises. */
      store_wait_until (gtk_widget_grab_focus (find (GTK_WIDGET (dialogs[i]), GTK_TYPE_SEARCH_ENTRY, 0)));
      wait_for_frames (GTK_WIDGET (dialogs[i]));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialogs[i])), <=, 360);
      g_assert_nonnull (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_TYPE_SEARCH_ENTRY));
      adw_dialog_force_close (dialogs[i]);
      store_wait_until (get_dialog (fixture) == NULL);
    }
}

/* Rows that stay while the library changes are the same: the pointer may be pressed on one. */
static void
test_join_while_library_grows (DialogFixture *fixture,
                               gconstpointer data)
{
  DeskEntityChooser *chooser = open_chooser (fixture, get_id (fixture, DESK_ENTITY_KIND_PERSON, "Austin"), NULL);
  GtkWidget *row;

  type (chooser, "zoe");
  assert_rows (chooser, "Zoe Austin (Person · 1 article) | “zoe” as Person, “zoe” as Organisation, “zoe” as Government, “zoe” as Place");
  row = find_row (chooser, "Zoe Austin");
  g_free (marked_add (fixture->base.library, "Later", NULL, NULL, "{person:Zoe Austin|Zoe Austin}"));
  assert_rows (chooser, "Zoe Austin (Person · 2 articles) | “zoe” as Person, “zoe” as Organisation, “zoe” as Government, “zoe” as Place");
  g_assert_true (find_row (chooser, "Zoe Austin") == row);
  adw_dialog_force_close (ADW_DIALOG (chooser));
}

static void
test_speaker (DialogFixture *fixture,
              gconstpointer data)
{
  DeskEntityChooser *chooser = open_chooser (fixture, NULL, NULL);
  GtkWidget *row;

  /* Nobody is the last, and only before anything is typed. */
  desk_entity_chooser_set_nobody (chooser, "Not Known");
  assert_rows (chooser, "Jo Gray (Person · also “Gray”), Austin (Person), Ann Lee (Person), North Atlantic Treaty Organization (Organisation), Austin (Place)"
                        " | Not Known");
  type (chooser, "lloyd austin");
  assert_rows (chooser, "Lloyd Austin (Person · 2 articles) | “lloyd austin” as Organisation, “lloyd austin” as Government, “lloyd austin” as Place");
  type (chooser, "");
  row = find_row (chooser, "Not Known");
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  store_wait_until (get_dialog (fixture) == NULL);
  g_assert_cmpstr (fixture->answers->str, ==, "nobody  1;");
}

/* Name and day */

static void
entity_answered (const char *name,
                 DeskEntityKind kind,
                 DeskRuleScope scope,
                 gpointer data)
{
  g_string_append_printf (((DialogFixture *) data)->answers, "%s %s %d;", desk_enum_to_nick (DESK_TYPE_ENTITY_KIND, (int) kind), name, (int) scope);
}

static void
date_answered (const char *value,
               DeskRuleScope scope,
               gpointer data)
{
  g_string_append_printf (((DialogFixture *) data)->answers, "%s %d;", value, (int) scope);
}

static void
destroyed (gpointer data)
{
  g_string_append_c (((DialogFixture *) data)->answers, '.');
}

static AdwDialog *
wait_for_entry (DialogFixture *fixture)
{
  AdwDialog *dialog;
  GtkWidget *focus;

  store_wait_until ((dialog = get_dialog (fixture)) != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog)) &&
                    (focus = gtk_root_get_focus (GTK_ROOT (fixture->window))) != NULL &&
                    gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW) != NULL);

  return dialog;
}

static AdwDialog *
ask_name (DialogFixture *fixture)
{
  DeskEntity *entity = desk_analysis_find_entity (fixture->analysis, get_id (fixture, DESK_ENTITY_KIND_PLACE, "Austin"));

  g_string_truncate (fixture->answers, 0);
  desk_repair_dialog_ask_entity (fixture->window, entity, entity_answered, fixture, destroyed);

  return wait_for_entry (fixture);
}

static AdwDialog *
ask_day (DialogFixture *fixture,
         const char *value)
{
  DeskRange span = { 10, 16 };
  g_autoptr (DeskDate) date = desk_date_new (span, "last\nMonday", value, DESK_DATE_TYPE_DATE);

  g_string_truncate (fixture->answers, 0);
  desk_repair_dialog_ask_date (fixture->window, date, date_answered, fixture, destroyed);

  return wait_for_entry (fixture);
}

static GtkEditable *
get_entry (AdwDialog *dialog)
{
  return GTK_EDITABLE (find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0));
}

/* What stands below the entry. */
static const char *
get_message (AdwDialog *dialog)
{
  GtkStack *stack = NULL;

  for (guint i = 0; stack == NULL; i++)
    {
      GtkWidget *found = find (GTK_WIDGET (dialog), GTK_TYPE_STACK, i);

      g_assert_nonnull (found);
      if (gtk_stack_get_child_by_name (GTK_STACK (found), "wrong") != NULL)
        stack = GTK_STACK (found);
    }

  return gtk_label_get_label (GTK_LABEL (gtk_stack_get_visible_child (stack)));
}

static gboolean
can_apply (AdwDialog *dialog)
{
  return adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "apply");
}

static void
enter (AdwDialog *dialog)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (get_entry (dialog)));

  g_signal_emit_by_name (text, "activate");
}

static void
respond (DialogFixture *fixture,
         const char *response)
{
  g_signal_emit_by_name (get_dialog (fixture), "response", response);
  adw_dialog_force_close (get_dialog (fixture));
  store_wait_until (strchr (fixture->answers->str, '.') != NULL);
}

static void
test_name (DialogFixture *fixture,
           gconstpointer data)
{
  AdwDialog *dialog = ask_name (fixture);
  AdwComboRow *kind = ADW_COMBO_ROW (find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, 0));

  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog)), ==, "Austin");
  g_assert_cmpuint (adw_combo_row_get_selected (kind), ==, DESK_ENTITY_KIND_PLACE);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (kind)), ==, DESK_N_ENTITY_KINDS);
  g_assert_true (can_apply (dialog));

  /* No name: it says so once Enter is pressed, and all stays as it is. */
  gtk_editable_set_text (get_entry (dialog), "  ");
  g_assert_false (can_apply (dialog));
  g_assert_cmpstr (get_message (dialog), ==, "");
  enter (dialog);
  g_assert_cmpstr (get_message (dialog), ==, "A name is needed.");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (get_entry (dialog)), "error"));
  g_assert_true (get_dialog (fixture) == dialog);
  g_assert_cmpstr (fixture->answers->str, ==, "");
  gtk_editable_set_text (get_entry (dialog), " Austin & Sons ");
  g_assert_cmpstr (get_message (dialog), ==, "");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_entry (dialog)), "error"));

  adw_combo_row_set_selected (kind, DESK_ENTITY_KIND_ORGANISATION);
  desk_scope_row_set (DESK_SCOPE_ROW (find (GTK_WIDGET (dialog), DESK_TYPE_SCOPE_ROW, 0)), DESK_RULE_SCOPE_LIBRARY);
  enter (dialog);
  store_wait_until (get_dialog (fixture) == NULL && strchr (fixture->answers->str, '.') != NULL);
  g_assert_cmpstr (fixture->answers->str, ==, "organisation Austin & Sons 2;.");

  /* Turning away says nothing. */
  dialog = ask_name (fixture);
  gtk_editable_set_text (get_entry (dialog), "Another");
  adw_dialog_close (dialog);
  store_wait_until (get_dialog (fixture) == NULL && fixture->answers->len > 0);
  g_assert_cmpstr (fixture->answers->str, ==, ".");
}

static void
test_day (DialogFixture *fixture,
          gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *value;
    const char *said;
  } days[] = {
    { "2023-02-07", "2023-02-07", "Tuesday, 7 February 2023" },
    { " 8 February 2024 ", "2024-02-08", "Thursday, 8 February 2024" },
    { "8.2.2023", "2023-02-08", "Wednesday, 8 February 2023" },
    { "2022-06", "2022-06", "June 2022" },
    { "2022", "2022", "2022" },
    { "2023~", "2023~", "about 2023" },
    { "2023-W05", "2023-W05", "week of 30 January 2023" },
  };
  static const char *const bad[] = { "32 foo 2024", "2023-02-30", "2023-13", "soon", "2/3/2023", "8 Feb 23" };
  AdwDialog *dialog = ask_day (fixture, "2023-02-06");

  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, "Which Day Is “last Monday”?");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog)), ==, "2023-02-06");
  g_assert_cmpstr (get_message (dialog), ==, "Monday, 6 February 2023");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *wrong = g_strdup_printf ("“%s” is no date. Write it like 2023-02-07, 2023-02 or 2023.", bad[i]);

      gtk_editable_set_text (get_entry (dialog), bad[i]);
      g_assert_false (can_apply (dialog));
      g_assert_cmpstr (get_message (dialog), ==, "A day, 2022-06 for a month, 2022 for a year, 2022~ for “about”");
      enter (dialog);
      g_assert_cmpstr (get_message (dialog), ==, wrong);
      g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog)), ==, bad[i]);
      g_assert_true (get_dialog (fixture) == dialog);
    }
  gtk_editable_set_text (get_entry (dialog), "");
  enter (dialog);
  g_assert_cmpstr (get_message (dialog), ==, "A day is needed.");
  g_assert_cmpstr (fixture->answers->str, ==, "");
  respond (fixture, "cancel");
  g_assert_cmpstr (fixture->answers->str, ==, ".");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%s 0;.", days[i].value);

      dialog = ask_day (fixture, NULL);
      g_assert_false (can_apply (dialog));
      gtk_editable_set_text (get_entry (dialog), days[i].typed);
      g_assert_cmpstr (get_message (dialog), ==, days[i].said);
      g_assert_true (can_apply (dialog));
      enter (dialog);
      store_wait_until (get_dialog (fixture) == NULL && strchr (fixture->answers->str, '.') != NULL);
      g_assert_cmpstr (fixture->answers->str, ==, expected);
    }
}

/* Everything said */

static void
passage_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer data)
{
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append (((DialogFixture *) data)->answers, text);
}

static void
append_labels (GString *text,
               GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " / " : "", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_labels (text, child);
}

/* Rows of the list that are on screen; a view keeps some more for later. */
static char *
dup_quotes (AdwDialog *dialog)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_labels (text, find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, 0));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
has_quotes (AdwDialog *dialog,
            const char *expected)
{
  g_autofree char *text = find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, 0) != NULL ? dup_quotes (dialog) : g_strdup ("");

  return strcmp (text, expected) == 0;
}

static void
assert_quotes (AdwDialog *dialog,
               const char *expected)
{
  gint64 deadline = g_get_monotonic_time () + 2 * G_TIME_SPAN_SECOND;
  g_autofree char *text = NULL;

  while (!has_quotes (dialog, expected) && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  text = dup_quotes (dialog);
  g_assert_cmpstr (text, ==, expected);
}

static AdwDialog *
open_said (DialogFixture *fixture,
           const char *name)
{
  const DeskIdentity speaker = { DESK_ENTITY_KIND_PERSON, (char *) name };
  AdwDialog *dialog = desk_said_dialog_new (fixture->base.library, &speaker);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const GActionEntry entry = { .name = "open-passage", .activate = passage_cb, .parameter_type = "(suu)" };

  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  adw_dialog_present (dialog, fixture->window);

  return dialog;
}

static GtkWidget *
get_child (AdwDialog *dialog,
           const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), DESK_TYPE_SAID_DIALOG, id));
}

static void
set_text (AdwDialog *dialog,
          const char *id,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, id)), text);
}

#define DOWN "“it came “down”” / Balloon shot · The Tide · Wednesday, 8 February 2023"
#define HURT "nobody was hurt / Balloon shot · The Tide · Wednesday, 8 February 2023 · reported"
#define SAW "“We saw the balloon.” / Balloon seen · Harbour Herald · Saturday, 4 February 2023"

static void
test_said (DialogFixture *fixture,
           gconstpointer data)
{
  AdwDialog *dialog = open_said (fixture, "Lloyd Austin");
  GtkWidget *day = get_child (dialog, "day_label");

  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Everything Lloyd Austin Said");
  assert_quotes (dialog, DOWN " / " HURT " / " SAW);

  /* Filters, each as it is typed. */
  set_text (dialog, "words_entry", "ball");
  assert_quotes (dialog, DOWN " / " HURT " / " SAW);
  set_text (dialog, "words_entry", "saw ball");
  assert_quotes (dialog, SAW);
  set_text (dialog, "words_entry", "");
  set_text (dialog, "source_entry", "tide");
  assert_quotes (dialog, DOWN " / " HURT);
  set_text (dialog, "source_entry", "");
  set_text (dialog, "until_entry", "7 February 2023");
  assert_quotes (dialog, SAW);
  set_text (dialog, "until_entry", "");
  set_text (dialog, "from_entry", "2023-02-05");
  assert_quotes (dialog, DOWN " / " HURT);

  /* A day that is none leaves the list whole, and says so; what was typed stays. */
  set_text (dialog, "from_entry", "32 foo 2024");
  assert_quotes (dialog, DOWN " / " HURT " / " SAW);
  g_assert_true (gtk_widget_get_mapped (day));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (day)), ==, "“32 foo 2024” is no day yet, and does not count.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (dialog, "from_entry"))), ==, "32 foo 2024");
  set_text (dialog, "from_entry", "");
  g_assert_false (gtk_widget_get_visible (day));

  set_text (dialog, "words_entry", "nothing like it");
  store_wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (get_child (dialog, "stack"))), "none") == 0);
  set_text (dialog, "words_entry", "");
  assert_quotes (dialog, DOWN " / " HURT " / " SAW);

  g_signal_emit_by_name (get_child (dialog, "words_entry"), "stop-search");
  store_wait_until (get_dialog (fixture) == NULL);
  g_assert_cmpstr (fixture->answers->str, ==, "");
}

static void
test_said_opens (DialogFixture *fixture,
                 gconstpointer data)
{
  const gsize start = strlen ("Balloon seen") + 2 + strlen ("Lloyd Austin and Ann Lee spoke. We saw the balloon. ");
  g_autofree char *range = g_strdup_printf (", %zu, %zu)", start, start + strlen ("No balloon here."));
  AdwDialog *dialog = open_said (fixture, "Ann Lee");

  assert_quotes (dialog, "“No balloon here.” / Balloon seen · Harbour Herald · Saturday, 4 February 2023");
  g_signal_emit_by_name (find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, 0), "activate", 0);
  store_wait_until (get_dialog (fixture) == NULL);
  g_assert_true (g_str_has_suffix (fixture->answers->str, range));
}

static void
text_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_said_copy (DialogFixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    guint row;
    const char *copied;
  } copies[] = {
    { 0, "“it came “down”” — Lloyd Austin, The Tide, Wednesday, 8 February 2023, https://news.example/1" },
    { 1, "nobody was hurt — Lloyd Austin, The Tide, Wednesday, 8 February 2023, https://news.example/1" },
    { 2, "“We saw the balloon.” — Lloyd Austin, Harbour Herald, Saturday, 4 February 2023, https://news.example/1" },
  };
  AdwDialog *dialog = open_said (fixture, "Lloyd Austin");

  assert_quotes (dialog, DOWN " / " HURT " / " SAW);
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      GtkWidget *list = find (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW, 0);
      g_autofree char *text = NULL;

      g_signal_emit_by_name (find (list, GTK_TYPE_BUTTON, copies[i].row), "clicked");
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (list), NULL, text_read_cb, &text);
      store_wait_until (text != NULL);
      g_assert_cmpstr (text, ==, copies[i].copied);
    }
  adw_dialog_force_close (dialog);
}

#define ADD(name, function) g_test_add ("/correction-dialogs/" name, DialogFixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  /* Not isolated: icons need the data of the system. The libraries have folders of their own. */
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("join/lists", test_join_lists);
  ADD ("join/choice", test_join_choice);
  ADD ("join/while-library-grows", test_join_while_library_grows);
  ADD ("narrow", test_narrow);
  ADD ("speaker", test_speaker);
  ADD ("name", test_name);
  ADD ("day", test_day);
  ADD ("said", test_said);
  ADD ("said/opens", test_said_opens);
  ADD ("said/copy", test_said_copy);

  return g_test_run ();
}
