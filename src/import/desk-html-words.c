/* What the class and id of an element say about it: all words are looked for in one pass (Aho and Corasick, 1975).
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "desk-html-words.h"

/* Letters, digits as one, "-" and "_" as one, all others as the edge of a name. */
#define N_SYMBOLS 29
#define EDGE 0
#define DASH 27
#define DIGIT 28

#define MAX_STATES 4096

typedef struct
{
  const char *words; /* between spaces; "|" is the edge of a name */
  guint mask;
} Entry;

/* The meaning of names on the web. The unlikely, positive and negative ones follow what mozilla/readability found. */
/* clang-format off */
static const Entry entries[] = {
  { "-ad- ai2html banner breadcrumb combx comment community cover-wrap disqus extra footer gdpr header legends menu related remark replies |rss shoutbox sidebar skyscraper social sponsor supplemental ad-break agegate pagination |pager popup yom-remote teaser recommend trending most-read mostread paywall outbrain taboola read-more readmore further-reading infobox tag-list taglist toolbar widget |aside| author-box authorbox author-bio cookie consent newsletter subscribe donate", DESK_HTML_WORD_UNLIKELY },
  { "|and| article body column content main mathjax shadow", DESK_HTML_WORD_MAYBE },
  { "article body content entry hentry h-entry main page post text blog story", DESK_HTML_WORD_POSITIVE },
  { "-ad- hidden |hid| banner combx comment |com- contact footer gdpr masthead media |meta outbrain promo related scroll share shoutbox sidebar skyscraper sponsor shopping tags widget teaser taboola newsletter", DESK_HTML_WORD_NEGATIVE },
  { "share sharing sharedaddy |social addthis addtoany shariff follow-us", DESK_HTML_WORD_SHARE },
  { "related recommend read-more readmore read-next also-read more-from more-on most-read mostread trending popular further-reading see-also similar outbrain taboola teaser |upnext up-next |next-post post-nav", DESK_HTML_WORD_RELATED },
  { "|comment| |comments| |comment-list |commentlist |comment-section |comments-section |comments-area |comments-container |comments-wrapper |comments-block |commentarea |comment-box |comment-form |commentform |comment-body |comment-content |comment-thread |usercomments disqus |respond| |replies| |kommentar| |kommentare| |comentarios| |commentaires|", DESK_HTML_WORD_COMMENTS },
  { "|ad| |ads| -ad- |ad- -ads |ads- advert adsense adslot ad-slot |adbox |dfp |gpt-ad sponsor |promo |promotion anzeige werbung |banner| skyscraper", DESK_HTML_WORD_ADVERT },
  { "|nav| |nav- -nav| navigation navbar |menu menu| breadcrumb pagination |pager| |toc| table-of-contents skip-link sitemap |footer |header|", DESK_HTML_WORD_NAVIGATION },
  { "cookie consent gdpr cmp- |cmp", DESK_HTML_WORD_COOKIE },
  { "newsletter subscribe subscription signup sign-up mailchimp |optin", DESK_HTML_WORD_NEWSLETTER },
  { "caption bildunterschrift |legend| |legende bildtext fotobyline photo-desc image-desc img-desc media-desc", DESK_HTML_WORD_CAPTION },
  { "credit photographer image-source photo-source img-source bildquelle bildnachweis picture-source fotograf image-author photo-author |copyright img-copyright image-copyright caption-source caption-author", DESK_HTML_WORD_CREDIT },
  { "byline author |author| author-name authorname author_name |authors| |writer |contributor| p-author |dateline| entry-author post-author article-author article__author autor| |autor |by-line article-meta__author writtenby written-by", DESK_HTML_WORD_BYLINE },
  { "|date| published pubdate publish-date post-date entry-date article-date timestamp |time| dateline datum updated dt-published postdate pub-date article__date date-time", DESK_HTML_WORD_DATE },
  { "standfirst |dek| subheadline sub-headline |subhead| |subtitle |deck| |lede| |lead| |intro| article-intro article-summary |excerpt| |kicker-sub headline-sub article-lead article-lede |teaser-text| |vorspann |chapo| |bajada| |entradilla |sommario| |abstract| |preamble| |ingress| articlelead article__lead article__intro article__summary |summary|", DESK_HTML_WORD_DEK },
  { "sr-only visually-hidden visuallyhidden screen-reader screenreader |hide| is-hidden |hidden| offscreen off-screen a11y-hidden |invisible|", DESK_HTML_WORD_HIDDEN },
  { "article-body articlebody article-content articlecontent article-text articletext entry-content post-content postcontent post-body postbody story-body storybody story-content |storytext body-content article__body article__content story__body content__body news-text newstext news-content blog-post-body td-post-content article-main-body field-name-body rich-text body-text bodytext page-content post-entry single-content", DESK_HTML_WORD_BODY },
  { "headline entry-title post-title article-title page-title article__title |title| story-title", DESK_HTML_WORD_HEADLINE },
  { "author-bio authorbio author-box authorbox about-author about-the-author author-info author-description |bio| |vcard| author-card post-author-box", DESK_HTML_WORD_ABOUT },
  { "correction |corrige erratum clarification editors-note editor-note", DESK_HTML_WORD_CORRECTION },
};
/* clang-format on */

typedef struct
{
  guint16 next[N_SYMBOLS];
  guint16 fail;
  guint mask;
} State;

typedef struct
{
  State *states;
  guint n_states;
} Automaton;

static guint
symbol_of (guint8 byte)
{
  if (g_ascii_isalpha (byte))
    return g_ascii_tolower (byte) - 'a' + 1;
  if (byte == '-' || byte == '_')
    return DASH;
  if (g_ascii_isdigit (byte))
    return DIGIT;

  return EDGE;
}

static void
add_word (Automaton *self,
          const char *word,
          gsize length,
          guint mask)
{
  guint state = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint symbol = word[i] == '|' ? EDGE : symbol_of (word[i]);

      if (self->states[state].next[symbol] == 0)
        {
          g_assert (self->n_states < MAX_STATES);
          self->states[state].next[symbol] = self->n_states++;
        }
      state = self->states[state].next[symbol];
    }
  self->states[state].mask |= mask;
}

/* Follows the failures level by level, so that each step of the search is one look-up. */
static void
link_states (Automaton *self)
{
  g_autofree guint16 *queue = g_new (guint16, self->n_states);
  guint head = 0;
  guint tail = 0;

  for (guint symbol = 0; symbol < N_SYMBOLS; symbol++)
    if (self->states[0].next[symbol] != 0)
      queue[tail++] = self->states[0].next[symbol];

  while (head < tail)
    {
      State *state = &self->states[queue[head++]];

      state->mask |= self->states[state->fail].mask;
      for (guint symbol = 0; symbol < N_SYMBOLS; symbol++)
        {
          guint16 next = state->next[symbol];

          if (next == 0)
            state->next[symbol] = self->states[state->fail].next[symbol];
          else
            {
              self->states[next].fail = self->states[state->fail].next[symbol];
              queue[tail++] = next;
            }
        }
    }
}

static gpointer
build (gpointer data)
{
  Automaton *self = g_new0 (Automaton, 1);

  self->states = g_new0 (State, MAX_STATES);
  self->n_states = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const char *p = entries[i].words;

      while (*p != '\0')
        {
          gsize length = strcspn (p, " ");

          add_word (self, p, length, entries[i].mask);
          p += length;
          while (*p == ' ')
            p++;
        }
    }
  link_states (self);
  self->states = g_renew (State, self->states, self->n_states);

  return self;
}

/* Built once and never changed: any thread may use it. */
static const Automaton *
get_automaton (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, build, NULL);
}

static guint
scan (const Automaton *self,
      const char *text)
{
  guint state = self->states[0].next[EDGE];
  guint mask = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      state = self->states[state].next[symbol_of (*p)];
      mask |= self->states[state].mask;
    }

  return mask | self->states[self->states[state].next[EDGE]].mask;
}

/**
 * desk_html_words_find:
 * @class_names: (nullable): the class attribute
 * @id: (nullable): the id attribute
 *
 * Returns: what the names say
 */
DeskHtmlWords
desk_html_words_find (const char *class_names,
                      const char *id)
{
  const Automaton *automaton = get_automaton ();
  guint mask = 0;

  if (class_names != NULL)
    mask |= scan (automaton, class_names);
  if (id != NULL)
    mask |= scan (automaton, id);

  return mask;
}
