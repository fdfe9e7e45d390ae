/* Tells the language of a text from its script and its most common words.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-language.h"

#include <string.h>

/* Enough to be sure; a title alone has to do as well. */
#define SAMPLE_BYTES (32 * 1024)

typedef struct
{
  const char *code;
  const char *words; /* the most common ones that few others have */
} Language;

/* clang-format off */
static const Language latin[] = {
  { "en", " the of and to in is that for it was on with as are be at by this from have has not but they his which had their an will would who been were said she he its after about more there when what or you we all one can also than into could " },
  { "de", " der die das und ist nicht den von mit ein eine für auf dem im zu sich des als auch es an werden wird aus er hat dass sie bei nach wie einen um am sind noch über einem so zum haben nur oder vor zur bis mehr durch man sein wurde sagte " },
  { "fr", " le la les des et est un une du dans que qui pour pas sur plus par avec ce sont au il elle ne se aux mais nous vous été cette ont ses ces leur être après comme a fait sa deux on son entre sans même où dont c'est " },
  { "es", " el la los las de que y en un una por con para del se su al es lo como más pero sus le ha este sí entre cuando muy sin sobre también me hasta hay donde desde todo nos durante según fue son está no después han ser contra años " },
  { "it", " il lo la gli di che e un una per con del della dei non sono si da nel alla è al ha delle più come anche dalla questo ma degli ai nella dal sul stato se essere dopo sua suo ed hanno tra anni alle lavoro tutti " },
  { "pt", " o a os as de que e do da em um para com não uma no na se por mais dos como mas ao das foi à ele sua ou são seu ser tem pelo pela também já está até nos nas entre depois sem mesmo aos ter seus você foram segundo disse " },
  { "nl", " de het een van en in is dat op te zijn met voor die niet aan er om ook als door naar bij uit maar nog wordt over heeft werd ze hij meer dan deze worden kan tot was zich haar zou geen al wel tegen volgens jaar onder " },
  { "sv", " och att det som en på är av för med till den har de inte om ett han var jag från vi så kan när år säger under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över bara blir upp även vad få två vill ha många hur mer går sverige " },
  { "da", " og at det som en på er af for med til den har de ikke der et han var jeg fra vi så kan når år siger under også efter eller nu sin hvor ved mod skal vil blev blevet bliver kun være hvad noget op ud efter havde hun mange meget denne dette andre få lige end " },
  { "nb", " og at det som en på er av for med til den har de ikke et han var jeg fra vi så kan når år sier under også etter eller nå sin der hvor ved mot skal vil ble blitt blir bare være hva noe opp ut hadde hun mange mye denne dette andre få enn etter sa sier " },
  { "fi", " ja on ei se että oli hän mutta myös kun ovat niin kuin mukaan sen tai jos olla ole vain voi nyt jo vielä joka hänen ollut joka mitä tämä siitä jälkeen jotka kertoo noin sekä sanoo vuoden kaikki asia me minä ennen " },
  { "pl", " i w na z się nie do to że jest o jak po co za od dla tym przez przy już tylko być był są ma oraz także które który która może było tego czy ale jego jej bardzo ich będzie pod przed jako gdzie lat roku więc ten " },
  { "cs", " a v na se je že s z do o to i ve za pro by ale jako jsou jsem po si už od podle které který která byl bylo má co jeho také jak nebo při až aby před jen roce více může kteří bude jejich let není ze kdy své protože " },
  { "sk", " a v na sa je že s z do o to aj vo za pre by ale ako sú som po si už od podľa ktoré ktorý ktorá bol bolo má čo jeho tiež alebo pri až aby pred len roku viac môže ktorí bude ich rokov nie zo keď svoje pretože " },
  { "hu", " a az és hogy nem is egy de meg csak mint már ez volt van még azt el ki vagy ha ezt pedig lesz majd kell után nagyon szerint között minden fel le be mert illetve két ezek több amely akkor lehet arra " },
  { "ro", " și de la în a cu pe care nu că din o este un pentru mai au sunt fi după ce ar dar sau fost lui s-a prin către o dintre aceasta cel acest între doar când unde cum despre ei ani iar potrivit fără " },
  { "tr", " ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ne ancak ise var en o ya ama her göre değil oldu olduğu diye dedi şu mi iki son yeni tarafından yüzde ilk bunun içinde " },
  { "hr", " i u je na se da su za od s o a ali kao što bi iz to koji koja koje sam nije biti već još samo ili nakon prema te bio bila će ih više kako može tako godine svoje sve dok jer " },
  { "id", " yang dan di dari untuk dengan pada ini itu dalam tidak akan ke oleh juga adalah saat ada karena telah mereka sebagai bisa menjadi sudah tersebut kata atau lebih bahwa kami para secara hingga namun setelah " },
  { "vi", " và của là có trong được cho các với một không người này đã những khi đến từ về tại vào năm sẽ ra để theo như trên cũng ông nhiều đó sau hơn phải công việt " },
  { "ca", " el la els les de que i en un una per amb del al és no es ha més com dels però han aquest aquesta són ser entre també fins quan sense sobre seva seu pel ho hi molt any anys " },
};
/* clang-format on */

/* Cyrillic and Arabic script: letters that one language has and the others have not. */
typedef struct
{
  const char *code;
  const char *letters;
} Letters;

static const Letters cyrillic[] = {
  { "uk", "іїєґ" },
  { "be", "ўі" },
  { "sr", "ђћљњџј" },
  { "mk", "ѓќѕј" },
  { "ru", "ыэё" },
};

static const Letters arabic[] = {
  { "ur", "ٹڈڑںےہ" },
  { "fa", "پچژگ" },
};

typedef struct
{
  guint latin;
  guint cyrillic;
  guint greek;
  guint arabic;
  guint hebrew;
  guint han;
  guint kana;
  guint hangul;
  guint thai;
  guint devanagari;
  guint bengali;
  guint tamil;
  guint georgian;
  guint armenian;
  guint all;
} Scripts;

static void
count_script (Scripts *scripts,
              gunichar c)
{
  if (!g_unichar_isalpha (c))
    return;

  scripts->all++;
  if (c < 0x250 || (c >= 0x1e00 && c < 0x1f00))
    scripts->latin++;
  else if (c >= 0x370 && c < 0x400)
    scripts->greek++;
  else if (c >= 0x400 && c < 0x530)
    scripts->cyrillic++;
  else if (c >= 0x530 && c < 0x590)
    scripts->armenian++;
  else if (c >= 0x590 && c < 0x600)
    scripts->hebrew++;
  else if ((c >= 0x600 && c < 0x780) || (c >= 0xfb50 && c < 0xff00))
    scripts->arabic++;
  else if (c >= 0x900 && c < 0x980)
    scripts->devanagari++;
  else if (c >= 0x980 && c < 0xa00)
    scripts->bengali++;
  else if (c >= 0xb80 && c < 0xc00)
    scripts->tamil++;
  else if (c >= 0xe00 && c < 0xe80)
    scripts->thai++;
  else if (c >= 0x10a0 && c < 0x1100)
    scripts->georgian++;
  else if (c >= 0x3040 && c < 0x3100)
    scripts->kana++;
  else if ((c >= 0xac00 && c < 0xd7b0) || (c >= 0x1100 && c < 0x1200))
    scripts->hangul++;
  else if ((c >= 0x3400 && c < 0xa000) || (c >= 0x20000 && c < 0x32000))
    scripts->han++;
}

static const char *
pick_by_letters (const Letters *table,
                 gsize n,
                 const char *utf8,
                 gsize n_bytes,
                 const char *otherwise)
{
  const char *best = otherwise;
  guint best_count = 0;

  for (gsize i = 0; i < n; i++)
    {
      guint count = 0;

      for (const char *p = utf8; p < utf8 + n_bytes; p = g_utf8_next_char (p))
        count += g_utf8_strchr (table[i].letters, -1, g_unichar_tolower (g_utf8_get_char (p))) != NULL;
      if (count > best_count)
        {
          best = table[i].code;
          best_count = count;
        }
    }

  return best;
}

/* Each common word with the languages that have it, as bits in the order of their table. */
static GHashTable *
get_common_words (void)
{
  static GHashTable *words;

  if (g_once_init_enter_pointer (&words))
    {
      G_STATIC_ASSERT (G_N_ELEMENTS (latin) <= 32);
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
        {
          g_auto (GStrv) list = g_strsplit (latin[i].words, " ", -1);

          for (char **word = list; *word != NULL; word++)
            g_hash_table_replace (table, g_strdup (*word),
                                  GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (table, *word)) | 1u << i));
        }
      g_once_init_leave_pointer (&words, table);
    }

  return words;
}

/* Counts the common words of every language; the margin to the second best tells how sure it is. */
static const char *
detect_latin (const char *utf8,
              gsize n_bytes,
              DeskConfidence *confidence)
{
  GHashTable *common = get_common_words ();
  guint hits[G_N_ELEMENTS (latin)] = { 0 };
  const char *end = utf8 + n_bytes;
  const char *p = utf8;
  guint n_words = 0;
  gsize best = 0;
  gsize second = 1;

  while (p < end)
    {
      const char *start;
      g_autofree char *lower = NULL;
      guint languages;

      while (p < end && !g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      for (start = p; p < end; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (!g_unichar_isalpha (c) && c != '\'' && c != '-')
            break;
        }
      if (p == start)
        break;

      n_words++;
      if (p - start > 24)
        continue;
      lower = g_utf8_strdown (start, p - start);
      languages = GPOINTER_TO_UINT (g_hash_table_lookup (common, lower));
      for (gsize i = 0; i < G_N_ELEMENTS (latin); i++)
        hits[i] += languages >> i & 1;
    }

  for (gsize i = 1; i < G_N_ELEMENTS (latin); i++)
    if (hits[i] > hits[best])
      best = i;
  second = best == 0 ? 1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (latin); i++)
    if (i != best && hits[i] > hits[second])
      second = i;

  /* Prose has a common word in every fourth to eighth place. */
  if (hits[best] == 0 || hits[best] * 14 < n_words)
    return NULL;

  if (hits[best] >= 20 && hits[best] * 3 > hits[second] * 4)
    *confidence = DESK_CONFIDENCE_SURE;
  else if (hits[best] >= 3 && hits[best] * 6 > hits[second] * 7)
    *confidence = DESK_CONFIDENCE_LIKELY;
  else if (hits[best] == hits[second])
    return NULL;
  else
    *confidence = DESK_CONFIDENCE_WEAK;

  return latin[best].code;
}

static const char *
detect_script (const Scripts *scripts,
               const char *utf8,
               gsize n_bytes)
{
  /* Japanese is known by its kana; one letter in twenty is enough, for names may be Chinese. */
  if (scripts->kana * 20 > scripts->all && (scripts->kana + scripts->han) * 2 > scripts->all)
    return "ja";
  if (scripts->hangul * 3 > scripts->all)
    return "ko";
  if (scripts->han * 2 > scripts->all)
    return "zh";
  if (scripts->cyrillic * 2 > scripts->all)
    return pick_by_letters (cyrillic, G_N_ELEMENTS (cyrillic), utf8, n_bytes, "bg");
  if (scripts->arabic * 2 > scripts->all)
    return pick_by_letters (arabic, G_N_ELEMENTS (arabic), utf8, n_bytes, "ar");
  if (scripts->greek * 2 > scripts->all)
    return "el";
  if (scripts->hebrew * 2 > scripts->all)
    return "he";
  if (scripts->thai * 2 > scripts->all)
    return "th";
  if (scripts->devanagari * 2 > scripts->all)
    return "hi";
  if (scripts->bengali * 2 > scripts->all)
    return "bn";
  if (scripts->tamil * 2 > scripts->all)
    return "ta";
  if (scripts->georgian * 2 > scripts->all)
    return "ka";
  if (scripts->armenian * 2 > scripts->all)
    return "hy";

  return NULL;
}

/**
 * desk_language_detect:
 * @utf8: (array length=n_bytes): a text
 * @n_bytes: its size; -1 if it ends with a NUL
 * @confidence: (out) (optional): how sure it is
 *
 * Tells the language of a text from its script, the letters that only one language has, and its most common words.
 *
 * Returns: (nullable): a language tag like "en"; %NULL where nothing speaks for any
 */
const char *
desk_language_detect (const char *utf8,
                      gssize n_bytes,
                      DeskConfidence *confidence)
{
  Scripts scripts = { 0 };
  DeskConfidence sureness = DESK_CONFIDENCE_WEAK;
  const char *valid_end;
  const char *result;
  gsize size;

  g_return_val_if_fail (utf8 != NULL || n_bytes == 0, NULL);

  size = MIN (n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes, SAMPLE_BYTES);
  g_utf8_validate_len (utf8, size, &valid_end);
  size = valid_end - utf8;

  for (const char *p = utf8; p < utf8 + size; p = g_utf8_next_char (p))
    count_script (&scripts, g_utf8_get_char (p));

  if (scripts.latin * 2 > scripts.all)
    result = detect_latin (utf8, size, &sureness);
  else
    {
      result = detect_script (&scripts, utf8, size);
      sureness = scripts.all > 40 ? DESK_CONFIDENCE_SURE : DESK_CONFIDENCE_LIKELY;
    }

  if (confidence != NULL)
    *confidence = result != NULL ? sureness : DESK_CONFIDENCE_WEAK;

  return result;
}
