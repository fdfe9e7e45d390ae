/* Encodings: each text is written in one by the system and must come back the same.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-charset-label.h"
#include "desk-decode.h"
#include "desk-importer.h"

typedef struct
{
  const char *charset;
  const char *text;
} Sample;

/* clang-format off */
static const Sample samples[] = {
  { "WINDOWS-1252", "Der Bürgermeister erklärte, die Straße werde “für immer” gesperrt – schließlich koste jede weitere Prüfung 3 € pro Bürger." },
  { "WINDOWS-1252", "L’été dernier, le maire a déclaré que la bibliothèque fermerait ses portes après les fêtes de Noël." },
  { "WINDOWS-1252", "La alcaldesa anunció que los niños recibirán mañana sus libros, según informó el periódico." },
  { "WINDOWS-1250", "Premier zapowiedział, że drugi etap prac przy moście rozpocznie się jesienią, gdy skończą się wakacje – potwierdził też, że ścieżka będzie gotowa." },
  { "ISO-8859-2", "Předseda vlády řekl, že úředníci příští týden předloží nový návrh zákona o školách a že změny začnou platit až později." },
  { "WINDOWS-1251", "Мэр города сообщил в понедельник, что новый мост через реку откроют до конца года, если позволит погода." },
  { "KOI8-R", "Мэр города сообщил в понедельник, что новый мост через реку откроют до конца года, если позволит погода." },
  { "ISO-8859-5", "Мэр города сообщил в понедельник, что новый мост через реку откроют до конца года, если позволит погода." },
  { "WINDOWS-1253", "Ο δήμαρχος ανακοίνωσε ότι η νέα γέφυρα θα ανοίξει πριν από το τέλος του χρόνου, αν το επιτρέψει ο καιρός." },
  { "WINDOWS-1254", "Belediye başkanı, yeni köprünün yıl sonundan önce açılacağını söyledi; işçiler gece gündüz çalışıyor, dedi." },
  { "WINDOWS-1255", "ראש העיר הודיע ביום שני כי הגשר החדש מעל הנהר ייפתח עד סוף השנה אם מזג האוויר יאפשר זאת." },
  { "WINDOWS-1256", "أعلن رئيس البلدية يوم الاثنين أن الجسر الجديد فوق النهر سيفتح قبل نهاية العام إذا سمح الطقس بذلك." },
  { "CP932", "市長は月曜日、新しい橋が年内に開通する見通しだと発表した。工事は川の水位が下がるのを待って再開される。" },
  { "EUC-JP", "市長は月曜日、新しい橋が年内に開通する見通しだと発表した。工事は川の水位が下がるのを待って再開される。" },
  { "GB18030", "市长星期一宣布，跨河的新桥将在年底前开通。他说，工人们等水位下降以后就会恢复施工。" },
  { "BIG5-HKSCS", "市長星期一宣布，跨河的新橋將在年底前開通。他說，工人們等水位下降以後就會恢復施工。" },
  { "CP949", "시장은 월요일 강을 건너는 새 다리가 올해 안에 개통될 것이라고 발표했다. 공사는 수위가 내려가면 다시 시작된다." },
};
/* clang-format on */

static char *
encode (const char *text,
        const char *charset,
        gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *bytes = g_convert (text, -1, charset, "UTF-8", NULL, size, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_guess (gconstpointer data)
{
  const Sample *sample = data;
  gsize size;
  g_autofree char *bytes = encode (sample->text, sample->charset, &size);
  g_autoptr (DeskDecoded) decoded = desk_decode (bytes, size, NULL, FALSE);

  g_assert_cmpstr (decoded->utf8, ==, sample->text);
  g_assert_true (decoded->is_guess);
  g_assert_cmpuint (decoded->n_replaced, ==, 0);
}

static void
test_declared (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      gsize size;
      g_autofree char *page = g_strdup_printf ("<html><head><meta charset=\"%s\"></head><body><p>%s</p>", samples[i].charset, samples[i].text);
      g_autofree char *bytes = encode (page, samples[i].charset, &size);
      g_autoptr (DeskDecoded) decoded = desk_decode (bytes, size, NULL, TRUE);

      /* The names of iconv are no names of the web: a guess has to do for those. */
      g_assert_cmpstr (decoded->utf8, ==, page);
    }
}

static void
test_unicode (void)
{
  static const struct
  {
    const char *charset;
    const char *mark;
    gsize mark_size;
  } forms[] = {
    { "UTF-8", "\xef\xbb\xbf", 3 },
    { "UTF-16LE", "\xff\xfe", 2 },
    { "UTF-16BE", "\xfe\xff", 2 },
    { "UTF-32LE", "\xff\xfe\0\0", 4 },
    { "UTF-32BE", "\0\0\xfe\xff", 4 },
    { "UTF-8", "", 0 },
    { "UTF-16LE", "", 0 },
    { "UTF-16BE", "", 0 },
  };
  static const char *const texts[] = {
    "A plain line.\nÄnother “one”, with 𝄞 beyond the plane.\n",
    "市長は月曜日、新しい橋が年内に。\n工事は川の水位が下がるのを待って。\n市長は月曜日。\n",
    "Мэр города сообщил.\nНовый мост через реку откроют.\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (texts); k++)
      {
        gsize size;
        g_autofree char *bytes = encode (texts[k], forms[i].charset, &size);
        g_autoptr (GByteArray) whole = g_byte_array_new ();
        g_autoptr (DeskDecoded) decoded = NULL;

        g_byte_array_append (whole, (const guint8 *) forms[i].mark, forms[i].mark_size);
        g_byte_array_append (whole, (const guint8 *) bytes, size);
        decoded = desk_decode ((const char *) whole->data, whole->len, NULL, FALSE);
        g_assert_cmpstr (decoded->utf8, ==, texts[k]);
        g_assert_false (decoded->is_guess);
      }
}

static void
test_labels (void)
{
  g_assert_cmpstr (desk_charset_resolve ("latin1", -1), ==, "WINDOWS-1252");
  g_assert_cmpstr (desk_charset_resolve (" ISO-8859-1 ", -1), ==, "WINDOWS-1252");
  g_assert_cmpstr (desk_charset_resolve ("utf8", -1), ==, "UTF-8");
  g_assert_cmpstr (desk_charset_resolve ("gb2312", -1), ==, "GB18030");
  g_assert_null (desk_charset_resolve ("klingon", -1));
  g_assert_null (desk_charset_resolve ("", -1));
  g_assert_null (desk_charset_resolve (NULL, -1));
}

static void
test_declarations (void)
{
  static const char *const pages[] = {
    "<meta charset=windows-1251>",
    "<html><!-- <meta charset=utf-8> --><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>",
    "<?xml version='1.0' encoding='windows-1251'?><html>",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *label = desk_charset_dup_declared (pages[i], strlen (pages[i]));

      g_assert_cmpstr (label, ==, "windows-1251");
    }
  g_assert_null (desk_charset_dup_declared ("<p>charset=x", 12));
}

/* A declaration that is wrong is not believed. */
static void
test_lies (void)
{
  const char *text = "<meta charset=iso-8859-1><p>Der Bürgermeister erklärte, die Straße sei gesperrt – „vorerst“.";
  g_autoptr (DeskDecoded) decoded = desk_decode (text, strlen (text), NULL, TRUE);
  gsize size;
  g_autofree char *bytes = encode ("Der Bürgermeister erklärte, die Straße sei gesperrt.", "WINDOWS-1252", &size);
  g_autoptr (DeskDecoded) told = desk_decode (bytes, size, "utf-8", FALSE);

  g_assert_cmpstr (decoded->utf8, ==, text);
  g_assert_cmpstr (told->utf8, ==, "Der Bürgermeister erklärte, die Straße sei gesperrt.");
}

static void
test_mixed (void)
{
  static const char mixed[] = "Die Brücke ist „für immer“ zu.\nDas Caf\xe9 am Fluss bleibt ge\xf6"
                              "ffnet \x96 heute.\nÜber den Rest wird später gesprochen, erklärte die Stadt.\n";
  g_autoptr (DeskDecoded) decoded = desk_decode (mixed, strlen (mixed), NULL, FALSE);

  g_assert_cmpstr (decoded->utf8, ==, "Die Brücke ist „für immer“ zu.\nDas Café am Fluss bleibt geöffnet – heute.\nÜber den Rest wird später gesprochen, erklärte die Stadt.\n");
  g_assert_cmpuint (decoded->n_mended, ==, 3);
  g_assert_cmpuint (decoded->n_replaced, ==, 0);
}

static void
test_broken (void)
{
  static const char cut[] = "Die Brücke ist „für immer“ zu, erklärte die Stadt \xe2\x80";
  g_autoptr (DeskDecoded) decoded = desk_decode (cut, strlen (cut), NULL, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_static (cut, strlen (cut));
  g_autoptr (GPtrArray) articles = desk_importer_read_bytes (bytes, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (decoded->n_replaced, ==, 1);
  g_assert_true (g_str_has_suffix (decoded->utf8, "Stadt \xef\xbf\xbd"));
  g_assert_cmpuint (g_strv_length ((char **) desk_article_get_warnings (g_ptr_array_index (articles, 0))), ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/decode/guess/%s/%" G_GSIZE_FORMAT, samples[i].charset, i);

      g_test_add_data_func (path, &samples[i], test_guess);
    }
  g_test_add_func ("/import/decode/declared", test_declared);
  g_test_add_func ("/import/decode/unicode", test_unicode);
  g_test_add_func ("/import/decode/labels", test_labels);
  g_test_add_func ("/import/decode/declarations", test_declarations);
  g_test_add_func ("/import/decode/lies", test_lies);
  g_test_add_func ("/import/decode/mixed", test_mixed);
  g_test_add_func ("/import/decode/broken", test_broken);

  return g_test_run ();
}
