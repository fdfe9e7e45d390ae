/* What the tests of the window share: articles of given days, looking for widgets.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-uuid.h"
#include "desk-version-builder.h"
#include "ui-fixture.h"

char *
ui_fixture_add_article (Fixture *fixture,
                        const char *headline,
                        const char *published,
                        const char *source)
{
  g_autoptr (DeskVersionBuilder) builder = desk_version_builder_new ();
  g_autoptr (DeskVersion) version = NULL;
  g_autoptr (DeskArticle) article = NULL;
  g_autoptr (GBytes) original = g_bytes_new (headline, strlen (headline));
  g_autofree char *uuid = desk_uuid_new ();
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean added;
  char *id;

  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_HEADLINE, headline);
  desk_version_builder_add_block (builder, DESK_BLOCK_KIND_PARAGRAPH, "The lead says more about it.");
  version = desk_version_builder_end (builder);
  article = desk_article_new (uuid, version);
  desk_article_set_field (article, DESK_FIELD_HEADLINE, headline, DESK_ORIGIN_TEXT, DESK_CONFIDENCE_SURE);
  if (published != NULL)
    desk_article_set_field (article, DESK_FIELD_PUBLISHED, published, DESK_ORIGIN_USER, DESK_CONFIDENCE_SURE);
  if (source != NULL)
    desk_article_set_field (article, DESK_FIELD_SOURCE, source, DESK_ORIGIN_META, DESK_CONFIDENCE_SURE);
  desk_article_set_original (article, "text/plain", hash, g_bytes_get_size (original), NULL);

  desk_library_add_article_async (desk_session_get_library (fixture->session), article, original, NULL,
                                  got_result_cb, &result);
  wait_for_result (&result);
  id = desk_library_add_article_finish (desk_session_get_library (fixture->session), result, &added, &error);
  g_assert_no_error (error);
  g_assert_true (added);

  return id;
}

static gboolean
has_text (GtkWidget *widget,
          const char *text)
{
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0;

  return FALSE;
}

GtkWidget *
ui_fixture_find (GtkWidget *root,
                 GType type,
                 const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (text == NULL || has_text (root, text)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_fixture_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
ui_fixture_get_child (GtkWidget *widget,
                      GType owner,
                      const char *id)
{
  GObject *child = gtk_widget_get_template_child (widget, owner, id);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}
