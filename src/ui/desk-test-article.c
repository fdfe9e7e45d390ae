/* Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-test-article.h"

#include "desk-article-page-private.h"
#include "desk-finding-words.h"

static GtkWidget *
find_page (GtkWidget *widget)
{
  if (DESK_IS_ARTICLE_PAGE (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *page = find_page (child);

      if (page != NULL)
        return page;
    }
  return NULL;
}

/* NULL unless an article is on screen. */
static DeskArticlePage *
get_page (gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);
  GtkWidget *page = window ? find_page (GTK_WIDGET (window)) : NULL;

  return page != NULL && DESK_ARTICLE_PAGE (page)->painted ? DESK_ARTICLE_PAGE (page) : NULL;
}

static void
set_state (GSimpleAction *action,
           const char *state)
{
  g_simple_action_set_state (action, g_variant_new_string (state));
}

static void
text_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  DeskArticlePage *page = get_page (data);
  DeskVersion *version = page ? desk_article_get_version (desk_document_get_article (page->document)) : NULL;

  set_state (action, version ? desk_text_get_utf8 (desk_version_get_text (version)) : "");
}

static void
located_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GSimpleAction) action = data;
  GtkWidget *view = GTK_WIDGET (source);
  GtkNative *native = gtk_widget_get_native (view);
  g_autofree char *state = NULL;
  GdkRectangle first, last;
  graphene_point_t origin;
  double x, y;

  if (!desk_reader_view_locate_finish (DESK_READER_VIEW (source), result, &first, &last, NULL) || native == NULL ||
      !gtk_widget_compute_point (view, GTK_WIDGET (native), &GRAPHENE_POINT_INIT (0, 0), &origin))
    {
      set_state (action, "");
      return;
    }
  gtk_native_get_surface_transform (native, &x, &y);
  x += origin.x;
  y += origin.y;
  state = g_strdup_printf ("%.0f %.0f %d %d %.0f %.0f %d %d", x + first.x, y + first.y, first.width, first.height,
                           x + last.x, y + last.y, last.width, last.height);
  set_state (action, state);
}

static void
where_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  DeskArticlePage *page = get_page (data);
  guint start, end;

  set_state (action, page ? "?" : "");
  g_variant_get (parameter, "(uu)", &start, &end);
  if (page != NULL)
    desk_reader_view_locate_async (page->view, start, end, NULL, located_cb, g_object_ref (action));
}

static void
show_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  DeskArticlePage *page = get_page (data);
  guint start, end;

  g_variant_get (parameter, "(uu)", &start, &end);
  if (page != NULL)
    desk_reader_view_scroll_to (page->view, start, end);
}

static void
zoom_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  DeskArticlePage *page = get_page (data);

  if (page != NULL)
    desk_reader_view_set_zoom (page->view, g_variant_get_double (parameter));
}

static void
select_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  DeskArticlePage *page = get_page (data);
  guint start, end;

  g_variant_get (parameter, "(uu)", &start, &end);
  if (page != NULL)
    desk_reader_view_set_selection (page->view, start, end);
}

static void
selection_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  DeskArticlePage *page = get_page (data);
  g_autofree char *state = NULL;
  guint start, end;

  if (page != NULL && desk_reader_view_get_selection (page->view, &start, &end, NULL))
    state = g_strdup_printf ("%u %u", start, end);
  set_state (action, state ? state : "");
}

static void
marks_action (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  DeskArticlePage *page = get_page (data);
  GListModel *marks = page ? desk_document_get_annotations (page->document) : NULL;
  g_autoptr (GString) state = g_string_new (NULL);

  for (guint i = 0; marks != NULL && i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (DeskAnnotation) mark = g_list_model_get_item (marks, i);
      const char *note = desk_annotation_get_note (mark);
      g_autofree char *exact = g_uri_escape_string (desk_annotation_get_exact (mark), NULL, FALSE);
      g_autofree char *escaped = g_uri_escape_string (note ? note : "", NULL, FALSE);

      g_string_append_printf (state, "%u %u %s %s %s\n", desk_annotation_get_start (mark), desk_annotation_get_end (mark),
                              desk_annotation_get_kind_id (mark), exact, escaped);
    }
  set_state (action, state->str);
}

/* The selected result: kind, start, end and what it is called; then whether its bar is shown and what the chip says. */
static void
finding_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  DeskArticlePage *page = get_page (data);
  DeskFinding *shown = page ? desk_finding_chip_get_finding (page->chip) : NULL;
  g_autoptr (GString) state = g_string_new (NULL);

  if (page != NULL && page->finding != NULL)
    {
      DeskRange range = desk_finding_get_range (page->finding);
      g_autofree char *title = desk_finding_dup_title (page->finding);

      g_string_append_printf (state, "%d %u %u %s", desk_finding_get_kind (page->finding), range.start, range.end, title);
    }
  g_string_append_printf (state, "\n%s\n", page && gtk_widget_get_visible (GTK_WIDGET (page->finding_bar)) ? "bar" : "");
  if (shown != NULL)
    {
      g_autofree char *title = desk_finding_dup_title (shown);

      g_string_append (state, title);
    }
  set_state (action, state->str);
}

/* What the analysis says now, a line for each: entities with their mentions, quotes with their speakers, dates. */
static void
analysis_action (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  DeskArticlePage *page = get_page (data);
  DeskAnalysis *analysis = page ? desk_document_get_analysis (page->document) : NULL;
  g_autoptr (GPtrArray) findings = analysis ? desk_finding_collect (analysis, DESK_LAYERS_ALL) : NULL;
  g_autoptr (GString) state = g_string_new (NULL);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      DeskFinding *finding = g_ptr_array_index (findings, i);
      DeskRange range = desk_finding_get_range (finding);
      DeskEntity *entity = desk_finding_get_entity (finding);
      g_autofree char *title = desk_finding_dup_title (finding);

      g_string_append_printf (state, "%d %u %u %d %s\n", desk_finding_get_kind (finding), range.start, range.end,
                              entity ? (int) desk_entity_get_kind (entity) : -1, title);
    }
  set_state (action, state->str);
}

static void
layers_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  DeskArticlePage *page = get_page (data);
  g_autofree char *layers = page ? desk_article_page_dup_layers (page) : NULL;

  set_state (action, page == NULL ? "" : page->clean ? "clean"
                                                     : layers);
}

/* Activates an action that the keyboard or a menu would. */
static void
act_action (GSimpleAction *action,
            GVariant *parameter,
            gpointer data)
{
  DeskArticlePage *page = get_page (data);

  if (page != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (page), g_variant_get_string (parameter, NULL), NULL);
}

static const GActionEntry entries[] = {
  { "test-text", text_action, NULL, "''" },
  { "test-where", where_action, "(uu)", "''" },
  { "test-show", show_action, "(uu)" },
  { "test-zoom", zoom_action, "d" },
  { "test-select", select_action, "(uu)" },
  { "test-selection", selection_action, NULL, "''" },
  { "test-marks", marks_action, NULL, "''" },
  { "test-act", act_action, "s" },
  { "test-finding", finding_action, NULL, "''" },
  { "test-analysis", analysis_action, NULL, "''" },
  { "test-layers", layers_action, NULL, "''" },
};

void
desk_test_article_add (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
}
