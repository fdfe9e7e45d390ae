/* Names of the months in the languages of news.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-month-names.h"
#include "desk-phrase.h"

/* In lower case, long forms and the short ones in use; Slavic names in the genitive that dates need, and alone. */
/* clang-format off */
static const char *const names[12] = {
  "january|jan|januar|jänner|jän|janvier|janv|enero|ene|gennaio|gen|janeiro|januari|tammikuuta|tammikuu|stycznia|styczeń|sty|января|январь|янв|січня|leden|ledna|január|ianuarie|ocak|siječnja|јануар|януари|ιανουαρίου|ιαν|يناير|كانون الثاني|ژانویه|ינואר|בינואר|जनवरी|januar|",
  "february|feb|februar|februarja|feber|février|févr|fév|febrero|febbraio|febr|fevereiro|fev|februari|helmikuuta|helmikuu|lutego|luty|lut|февраля|февраль|фев|лютого|únor|února|február|februarie|şubat|veljače|фебруар|февруари|φεβρουαρίου|φεβ|فبراير|شباط|فوریه|פברואר|בפברואר|फ़रवरी|फरवरी|",
  "march|mar|märz|mär|maerz|mrz|mars|marzo|março|maart|mrt|maaliskuuta|maaliskuu|marca|marzec|марта|март|мар|березня|březen|března|március|márc|martie|mart|ožujka|μαρτίου|μαρ|مارس|آذار|מרץ|במרץ|मार्च|",
  "april|apr|avril|avr|abril|abr|aprile|huhtikuuta|huhtikuu|kwietnia|kwiecień|kwi|апреля|апрель|апр|квітня|duben|dubna|április|ápr|aprilie|nisan|април|απριλίου|απρ|أبريل|ابريل|نيسان|آوریل|אפריל|באפריל|अप्रैल|",
  "may|mai|mayo|maggio|mag|maio|mei|maj|toukokuuta|toukokuu|maja|мая|май|травня|květen|května|május|máj|mayıs|svibnja|мај|μαΐου|μαΐ|مايو|أيار|مه|מאי|במאי|मई|",
  "june|jun|juni|juin|junio|giugno|giu|junho|kesäkuuta|kesäkuu|czerwca|czerwiec|cze|июня|июнь|июн|червня|červen|června|június|jún|iunie|haziran|lipnja|јун|юни|ιουνίου|ιουν|يونيو|حزيران|ژوئن|יוני|ביוני|जून|",
  "july|jul|juli|juillet|juil|julio|luglio|lug|julho|heinäkuuta|heinäkuu|lipca|lipiec|lip|июля|июль|июл|липня|červenec|července|július|júl|iulie|temmuz|srpnja|јул|юли|ιουλίου|ιουλ|يوليو|تموز|ژوئیه|יולי|ביולי|जुलाई|",
  "august|aug|août|aout|agosto|ago|augustus|augusti|elokuuta|elokuu|sierpnia|sierpień|sie|августа|август|авг|серпня|srpen|srpna|augusztus|ağustos|kolovoza|αυγούστου|αυγ|أغسطس|آب|اوت|אוגוסט|באוגוסט|अगस्त|",
  "september|sept|sep|septembre|septiembre|settembre|set|setembro|syyskuuta|syyskuu|września|wrzesień|wrz|сентября|сентябрь|сен|вересня|září|szeptember|szept|septembrie|eylül|rujna|септембар|септември|σεπτεμβρίου|σεπ|سبتمبر|أيلول|سپتامبر|ספטמבר|בספטמבר|सितंबर|सितम्बर|",
  "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|lokakuuta|lokakuu|października|październik|paź|октября|октябрь|окт|жовтня|říjen|října|október|octombrie|ekim|октобар|октомври|οκτωβρίου|οκτ|أكتوبر|تشرين الأول|اکتبر|אוקטובר|באוקטובר|अक्टूबर|",
  "november|nov|novembre|noviembre|novembro|marraskuuta|marraskuu|listopad|lis|ноября|ноябрь|ноя|листопада|novembar|noiembrie|kasım|studenoga|новембар|ноември|νοεμβρίου|νοε|نوفمبر|تشرين الثاني|نوامبر|נובמבר|בנובמבר|नवंबर|नवम्बर|",
  "december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|desember|des|joulukuuta|joulukuu|grudnia|grudzień|gru|декабря|декабрь|дек|грудня|prosinec|prosince|decembrie|aralık|prosinca|децембар|декември|δεκεμβρίου|δεκ|ديسمبر|كانون الأول|دسامبر|דצמבר|בדצמבר|दिसंबर|दिसम्बर|",
};
/* clang-format on */

/**
 * desk_month_names_skip:
 * @text: UTF-8
 * @month: (out): 1 to 12
 *
 * Returns: (nullable): what follows the name of a month at the start of @text
 */
const char *
desk_month_names_skip (const char *text,
                       guint *month)
{
  const char *best = NULL;

  if (!g_unichar_isalpha (g_utf8_get_char (text)))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *after = desk_phrase_skip_word (text, names[i]);

      if (after != NULL && after > best)
        {
          best = after;
          *month = i + 1;
        }
    }

  return best;
}
