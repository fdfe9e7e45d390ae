/* Tells lines that surround an article from the article itself: tips, newsletters, sharing, adverts, corrections.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-furniture.h"
#include "desk-phrase.h"

/* Longer paragraphs are told by strong phrases at their start only. */
#define MAX_LENGTH 600

typedef struct
{
  DeskFurniture kind;
  guint max_words; /* of the whole line */
  const char *phrases;
} Opening;

/* clang-format off */
/* A line that begins so is of that kind. */
static const Opening openings[] = {
  { DESK_FURNITURE_CORRECTION, 150,
    "correction:|corrections:|clarification:|this article has been corrected|this story has been corrected|an earlier version of this|a previous version of this|this article was amended|this story was amended|this article has been updated|this story has been updated|this article was updated|this story was updated|"
    "korrektur:|berichtigung:|richtigstellung:|hinweis der redaktion: in einer früheren|anmerkung: in einer früheren|in einer früheren version|in einer früheren fassung|rectificatif|correctif :|erratum|une première version de cet article|"
    "rectificación|corrección:|fe de errores|fe de erratas|una versión anterior de|errata:|errata corrige|correção:|uma versão anterior d|rectificatie|correctie:|rättelse|rättning|rettelse|oikaisu|sprostowanie|исправление:|уточнение:|更正|訂正|" },
  { DESK_FURNITURE_ADVERT, 8,
    "advertisement|advertising|advert|sponsored|sponsored content|paid content|promoted|story continues below advertisement|article continues below|continue reading below|continue reading the main story|scroll to continue|skip advertisement|"
    "anzeige|werbung|publicité|la suite après la publicité|la suite après cette publicité|publicidad|publicidade|continua después de la publicidad|continua após a publicidade|pubblicità|advertentie|annonse|annonce|reklama|реклама|広告|广告|광고|إعلان|" },
  { DESK_FURNITURE_SHARE, 12,
    "share this|share on|share via|share:|share the|tweet this|email this|print this|pin it|click to share|like us on|follow us on|listen to this article|listen to this story|listen to article|"
    "teilen|auf facebook teilen|artikel teilen|diesen artikel|per mail teilen|artikel anhören|beitrag anhören|écouter l'article|écouter cet article|partager|partagez|compartir|comparte|compartilhe|compartilhar|condividi|delen|del artikkel|поделиться|udostępnij|シェア|分享|공유|مشاركة|" },
  { DESK_FURNITURE_RELATED, 30,
    "filed under:|filed under|filed in:|tagged:|tags:|posted in:|labels:|categories:|schlagwörter:|schlagworte:|themen:|mots-clés :|etiquetas:|temas:|tag:|topics:|permalink|recent articles|recent posts|popular this week|latest news|latest stories|"
    "read more:|read more|read more on|read also:|read also |also read:|read:|read next:|related:|related story:|related stories|related articles|related content|related topics|see also:|see also|more on this|more from|more:|you may also like|you might also like|recommended|most read|most popular|don't miss:|don't miss |up next|watch:|watch now:|in pictures:|go deeper:|"
    "lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|lesen sie weiter|mehr zum thema|mehr dazu|mehr:|das könnte sie auch|auch interessant|siehe auch|zum thema:|weiterlesen:|meistgelesen|"
    "lire aussi|à lire aussi|a lire aussi|lire également|voir aussi|à lire :|pour aller plus loin|sur le même sujet|les plus lus|"
    "lee también|lea también|leer más|le puede interesar|te puede interesar|más información|ver también|noticias relacionadas|además:|también puedes leer|"
    "leia também|leia mais|veja também|saiba mais|leggi anche|leggi pure|per approfondire|ti potrebbe interessare|potrebbe interessarti|lees ook|lees verder|lees meer|les også|les mer|læs også|läs också|läs mer|läs även|lue myös|czytaj także|czytaj też|czytaj więcej|zobacz też|zobacz także|"
    "читайте также|читать далее|смотрите также|по теме:|čtěte také|přečtěte si|ayrıca okuyun|अन्य खबरें|関連記事|あわせて読みたい|相关阅读|相關新聞|延伸阅读|관련기사|اقرأ أيضا|اقرأ أيضاً|" },
  { DESK_FURNITURE_NEWSLETTER, 80,
    "sign up for|sign up to|sign up here|sign up now|subscribe to our|subscribe to the|subscribe now|subscribe here|get our newsletter|get the latest|get the best of|get more stories|join our newsletter|join our mailing list|enter your email|your email address|want more stories like this|"
    "melden sie sich|abonnieren sie|jetzt abonnieren|newsletter abonnieren|hier anmelden|zum newsletter|unser newsletter|jeden morgen|inscrivez-vous|abonnez-vous|s'abonner|s'inscrire|suscríbete|suscríbase|apúntate|recibe en tu|regístrate|"
    "inscreva-se|iscriviti|abbonati|ricevi |schrijf je in|meld je aan|abonneer|meld deg på|tilmeld dig|prenumerera|tilaa |zapisz się|подпишитесь|подписывайтесь|メルマガ|订阅|구독|" },
  { DESK_FURNITURE_COMMENTS, 14,
    "comments|you must log in to|you must be logged in|log in to leave|leave a comment|leave a reply|post a comment|add a comment|join the conversation|join the discussion|view comments|show comments|no comments|log in to comment|sign in to comment|kommentare|kommentar schreiben|kommentieren|diskutieren sie mit|commentaires|laisser un commentaire|réagir|comentarios|deja un comentario|comentários|deixe um comentário|commenti|lascia un commento|reacties|kommentarer|komentarze|комментарии|コメント|评论|댓글|" },
  { DESK_FURNITURE_COOKIE_NOTICE, 80,
    "this slideshow requires javascript|please enable javascript|enable javascript|we use cookies|this site uses cookies|this website uses cookies|by continuing to use|accept cookies|accept all|manage cookies|cookie settings|to view this content|this content is not available due to your privacy|wir verwenden cookies|diese website verwendet cookies|diese seite verwendet cookies|empfohlener externer inhalt|mit dem laden des|nous utilisons des cookies|ce site utilise des cookies|utilizamos cookies|este sitio utiliza cookies|usiamo i cookie|questo sito utilizza|este site utiliza cookies|deze website gebruikt cookies|" },
  { DESK_FURNITURE_BOILERPLATE, 90,
    "if you enjoyed this article|if you liked this article|if you found this article|do you have a tip|do you have a story|do you have information|do you have any|have a tip|have a story|got a tip|got a story|got a news tip|send tips|send us your|send your|if you have a tip|if you have any information|if you have information|contact us|contact the author|contact the reporter|email the author|email us|reach the reporter|reach her|reach him|follow her on|follow him on|follow the author|follow them on|"
    "let us know|tell us|what do you think|we want to hear|we'd love to hear|all rights reserved|copyright ©|copyright |© |(c) 20|this article was originally published|this story was originally|this article first appeared|this article originally appeared|this story first appeared|originally published|republished with|"
    "this article is republished|this article is part of|this story is part of|support our journalism|support independent|become a member|download our app|download the|disclaimer:|the views expressed|opinions expressed|views expressed|about the author|about the writer|editing by|(editing by|(reporting by|(writing by|reporting by|writing by|additional reporting by|with reporting by|with files from|this report was prepared|compiled by|edited by|produced by|the associated press contributed|associated press writer|"
    "haben sie hinweise|haben sie einen tipp|haben sie fragen|haben sie informationen|schreiben sie uns|schicken sie uns|kontaktieren sie|kontakt zur redaktion|folgen sie|folge uns|alle rechte vorbehalten|dieser artikel erschien|dieser text erschien|dieser beitrag erschien|dieser artikel ist zuerst|über den autor|über die autorin|transparenzhinweis|mit material von|unterstützen sie|"
    "vous avez une information|vous avez un renseignement|une information à nous|contactez|écrivez-nous|suivez-nous|tous droits réservés|cet article a été publié|cet article est paru|à propos de l'auteur|avec afp|(avec afp|"
    "tienes una pista|tienes alguna|si tienes información|si quieres contactar|escríbenos|contacta con|contáctanos|síguenos|todos los derechos reservados|este artículo fue publicado|este artículo se publicó|sobre el autor|con información de|"
    "tem uma dica|tem alguma|envie sua|entre em contato|siga-nos|todos os direitos reservados|este artigo foi publicado|com informações de|hai una segnalazione|hai una notizia|scrivi a|contattaci|seguici|tutti i diritti riservati|riproduzione riservata|questo articolo è stato|"
    "heb je een tip|heeft u een tip|tip de redactie|volg ons|alle rechten voorbehouden|har du tips|har du et tips|tips oss|tip os|följ oss|masz temat|masz informacje|napisz do nas|wszelkie prawa zastrzeżone|есть новость|пишите нам|все права защищены|при использовании материалов|haber ihbar|無断転載|版权所有|未经授权|责任编辑|責任編集|무단 전재|저작권자|جميع الحقوق محفوظة|" },
};

/* Weaker hints, anywhere in the line; two of them, or one in a short line at the end of the article, are enough. */
static const char *const hints[] = {
  "newsletter", "subscribe", "sign up", "follow us", "follow her on", "follow him on", "on twitter", "on facebook", "on instagram", "e-mail us", "email us", "let us know", "click here", "tap here", "inbox", "your tips", "news tip", "a tip",
  "whatsapp", "telegram channel", "our app", "rights reserved", "may not be reproduced", "without permission", "is a reporter", "is a staff writer", "is a correspondent", "is a freelance", "is a senior", "is an editor", "is the author of", "covers ", "can be reached at", "reach her at", "reach him at", "tips@",
  "twitter.com", "facebook.com", "@", "hinweise an", "hier klicken", "folgen sie", "abonnieren", "cliquez ici", "abonnez", "suivez", "haz clic", "suscrí", "síguenos", "clique aqui", "siga ", "clicca qui", "iscriviti", "seguici", "klik hier", "schrijf je",
  "подпи", "telegram", "our journalism", "terms of use", "privacy policy", "datenschutz", "terms of service", "you can contact", "do you have a question", "should be covering",
};
/* clang-format on */

static gboolean
is_separator (const char *text)
{
  guint n = 0;

  if (desk_phrase_skip_word (text, "-30-|- 30 -|—30—|-ends-|- ends -|(ends)|###|# # #|//|eof|") != NULL && strlen (text) < 12)
    return TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (c >= 0x80 ? !(c >= 0x2010 && c <= 0x2015) && c != 0x2022 && !(c >= 0x2500 && c <= 0x257f) && c != 0xb7 && c != 0x2022 && c != 0x2042
                    : strchr ("-_*=#~+", (char) c) == NULL)
        return FALSE;
      n++;
    }

  return n >= 3;
}

static guint
count_hints (const char *folded)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    n += strstr (folded, hints[i]) != NULL;

  return n;
}

static gboolean
has_space (const char *start,
           const char *end)
{
  while (end > start && g_ascii_isspace (end[-1]))
    end--;

  return memchr (start, ' ', end - start) != NULL || desk_phrase_is_wide (g_utf8_get_char (start));
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

static gboolean
is_after_colon (const char *text,
                const char *p)
{
  while (p > text && g_ascii_isspace (p[-1]))
    p--;

  return p > text && (p[-1] == ':' || g_utf8_get_char (g_utf8_prev_char (p)) == 0xff1a);
}

/**
 * desk_furniture_classify:
 * @text: one block of text, squeezed
 * @is_at_end: whether it is among the last blocks
 *
 * Tells what a line is by how it begins, in some fifteen languages, and by what it asks for.
 *
 * Returns: its kind; %DESK_FURNITURE_NONE for a part of the article
 */
DeskFurniture
desk_furniture_classify (const char *text,
                         gboolean is_at_end)
{
  gsize length;
  guint n_words;
  g_autofree char *folded = NULL;
  guint n_hints;
  gboolean is_addressed;

  while (*text == '*' || *text == '>' || *text == '_' || *text == ' ' || *text == '[' || *text == '(' || desk_phrase_starts_with (text, "»") || desk_phrase_starts_with (text, "›") || desk_phrase_starts_with (text, "→") || desk_phrase_starts_with (text, "▶") || desk_phrase_starts_with (text, "►"))
    {
      if (is_separator (text))
        return DESK_FURNITURE_SEPARATOR;
      text = g_utf8_next_char (text);
    }
  length = strlen (text);
  if (*text == '\0')
    return DESK_FURNITURE_NONE;
  if (length < 80 && is_separator (text))
    return DESK_FURNITURE_SEPARATOR;
  if (length > 2 * MAX_LENGTH)
    return DESK_FURNITURE_NONE;

  n_words = desk_phrase_count_words (text, length);
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      const char *after;

      if (n_words > openings[i].max_words || (after = desk_phrase_skip_word (text, openings[i].phrases)) == NULL)
        continue;

      /* Openings that are common words too need to be all of the line, an exhortation, or stand at the end. */
      switch (openings[i].kind)
        {
        case DESK_FURNITURE_SHARE:
        case DESK_FURNITURE_ADVERT:
        case DESK_FURNITURE_COMMENTS:
          if (*after == '\0' || is_after_colon (text, after) || !has_letters (after) || (has_space (text, after) && !desk_phrase_ends_sentence (text, strlen (text)) && n_words < 9))
            return openings[i].kind;
          break;
        case DESK_FURNITURE_RELATED:
          if (*after == '\0' || *after == ':' || is_after_colon (text, after) || (has_space (text, after) && !desk_phrase_ends_sentence (text, strlen (text))))
            return openings[i].kind;
          break;
        case DESK_FURNITURE_BOILERPLATE:
        case DESK_FURNITURE_NEWSLETTER:
          folded = g_utf8_strdown (text, -1);
          if ((has_space (text, after) && (is_at_end || strchr (text, '?') != NULL || n_words < 14)) || count_hints (folded) > 0 || !g_unichar_isalpha (g_utf8_get_char (text)) || *after == '\0')
            return openings[i].kind;
          g_clear_pointer (&folded, g_free);
          break;
        case DESK_FURNITURE_CORRECTION:
        case DESK_FURNITURE_NONE:
        case DESK_FURNITURE_COOKIE_NOTICE:
        case DESK_FURNITURE_SEPARATOR:
          return openings[i].kind;
        }
    }

  if (length > MAX_LENGTH)
    return DESK_FURNITURE_NONE;

  g_clear_pointer (&folded, g_free);
  folded = g_utf8_strdown (text, -1);
  n_hints = count_hints (folded);
  /* A quotation may ask to subscribe; a furniture line does not quote. */
  is_addressed = strchr (text, '"') == NULL && strstr (text, "“") == NULL && strstr (text, "«") == NULL && strstr (text, "„") == NULL;
  if (is_addressed && is_at_end && (n_hints >= 2 || (n_hints == 1 && n_words < 12 && (strchr (text, '@') != NULL || strstr (folded, "newsletter") != NULL || strstr (folded, "rights reserved") != NULL))))
    return DESK_FURNITURE_BOILERPLATE;
  if (is_addressed && n_hints >= 3 && n_words < 40)
    return DESK_FURNITURE_BOILERPLATE;

  return DESK_FURNITURE_NONE;
}
