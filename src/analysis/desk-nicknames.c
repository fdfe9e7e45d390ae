/* Short forms of given names: Bill for William.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-nicknames.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *nickname;
  const char *full; /* with a space before and after each */
} Nickname;

/* Sorted by the nickname. Those that are beginnings of the full name need no line: Dan, Tom. */
static const Nickname nicknames[] = {
  { "abby", " abigail " },
  { "aleksei", " alexei aleksey " },
  { "andy", " andrew " },
  { "annie", " ann anne anna " },
  { "archie", " archibald " },
  { "barney", " barnaby bernard " },
  { "beppe", " giuseppe " },
  { "bernie", " bernard bernadette bernardo " },
  { "bert", " albert herbert robert hubert " },
  { "bertie", " albert herbert robert " },
  { "beth", " elizabeth elisabeth bethany " },
  { "betsy", " elizabeth " },
  { "betty", " elizabeth " },
  { "bill", " william " },
  { "billy", " william " },
  { "bob", " robert " },
  { "bobby", " robert roberto " },
  { "charlie", " charles charlotte " },
  { "chuck", " charles " },
  { "cindy", " cynthia lucinda " },
  { "dave", " david " },
  { "debbie", " deborah debra " },
  { "dick", " richard " },
  { "dickie", " richard " },
  { "dima", " dmitry dmitri dmytro " },
  { "dolly", " dorothy dolores " },
  { "don", " donald " },
  { "dot", " dorothy " },
  { "drew", " andrew " },
  { "ed", " edward edwin edmund edgar eduardo " },
  { "eddie", " edward edwin edmund edgar eduardo " },
  { "ellie", " eleanor elena ellen elizabeth " },
  { "frankie", " francis frank francesca " },
  { "fred", " frederick frederic alfred " },
  { "freddie", " frederick frederic alfred " },
  { "gene", " eugene " },
  { "gerry", " gerald gerard geraldine " },
  { "ginny", " virginia " },
  { "greg", " gregory gregor " },
  { "gus", " augustus angus gustav " },
  { "hal", " henry harold " },
  { "hank", " henry " },
  { "harry", " henry harold harrison " },
  { "jack", " john jackson " },
  { "jake", " jacob " },
  { "jamie", " james " },
  { "jen", " jennifer " },
  { "jenny", " jennifer " },
  { "jerry", " gerald gerard jerome jeremiah jeremy " },
  { "jess", " jessica " },
  { "jim", " james " },
  { "jimmy", " james " },
  { "joe", " joseph " },
  { "joey", " joseph " },
  { "john", " jonathan " },
  { "johnny", " john jonathan " },
  { "jon", " jonathan " },
  { "kate", " katherine catherine kathryn katharine katelyn " },
  { "kathy", " katherine catherine kathryn kathleen " },
  { "katie", " katherine catherine kathryn katharine " },
  { "katya", " ekaterina yekaterina kateryna " },
  { "ken", " kenneth " },
  { "kenny", " kenneth " },
  { "kit", " christopher katherine " },
  { "kolya", " nikolai nikolay " },
  { "larry", " lawrence laurence " },
  { "lena", " elena yelena helena olena " },
  { "leo", " leonard leonardo leopold " },
  { "liz", " elizabeth " },
  { "lizzie", " elizabeth " },
  { "lola", " dolores " },
  { "lupe", " guadalupe " },
  { "maggie", " margaret magdalena " },
  { "manny", " manuel emmanuel emanuel " },
  { "manolo", " manuel " },
  { "marty", " martin " },
  { "masha", " maria mariya " },
  { "matt", " matthew " },
  { "max", " maximilian maxwell maxim " },
  { "meg", " margaret megan " },
  { "mick", " michael " },
  { "mickey", " michael " },
  { "mike", " michael mikhail miguel " },
  { "mikey", " michael " },
  { "mimi", " miriam maria " },
  { "misha", " mikhail mykhailo " },
  { "mo", " mohamed mohammed muhammad maurice maureen " },
  { "molly", " mary margaret " },
  { "nacho", " ignacio " },
  { "natasha", " natalia nataliya natalya " },
  { "ned", " edward edmund " },
  { "nell", " eleanor helen " },
  { "nick", " nicholas nicolas nikolaos dominic " },
  { "nicky", " nicholas nicola nicole " },
  { "nico", " nicolas nicholas " },
  { "paco", " francisco " },
  { "pancho", " francisco " },
  { "pat", " patrick patricia " },
  { "patsy", " patricia patrick " },
  { "patty", " patricia " },
  { "peggy", " margaret " },
  { "penny", " penelope " },
  { "pepe", " jose " },
  { "pippa", " philippa " },
  { "polly", " mary pauline " },
  { "ray", " raymond " },
  { "reggie", " reginald " },
  { "rich", " richard " },
  { "rick", " richard frederick eric ricardo " },
  { "ricky", " richard ricardo " },
  { "rob", " robert " },
  { "robbie", " robert " },
  { "ron", " ronald " },
  { "ronnie", " ronald veronica " },
  { "rosie", " rose rosemary rosalind " },
  { "ruby", " reuben " },
  { "rusty", " russell " },
  { "sally", " sarah " },
  { "sandy", " alexander sandra alexandra " },
  { "sasha", " alexander alexandra oleksandr aleksandr " },
  { "steve", " steven stephen " },
  { "sue", " susan suzanne susanna " },
  { "ted", " edward theodore " },
  { "teddy", " edward theodore " },
  { "terry", " terence terrence theresa " },
  { "tim", " timothy " },
  { "timmy", " timothy " },
  { "tina", " christina martina " },
  { "tommy", " thomas " },
  { "tony", " anthony antony antonio " },
  { "tono", " antonio " },
  { "tricia", " patricia " },
  { "vanya", " ivan " },
  { "vicky", " victoria " },
  { "vince", " vincent " },
  { "volodya", " volodymyr vladimir " },
  { "vova", " volodymyr vladimir " },
  { "will", " william wilhelm " },
  { "willie", " william " },
  { "winnie", " winifred winston " },
  { "zhenya", " yevgeny yevgenia yevhen " },
};

static int
compare (const void *key,
         const void *line)
{
  return strcmp (key, ((const Nickname *) line)->nickname);
}

/**
 * desk_nickname_get_full: (skip)
 *
 * Returns: (nullable): the names that this is short for, with a space before and after each
 */
const char *
desk_nickname_get_full (const char *nickname)
{
  const Nickname *line = bsearch (nickname, nicknames, G_N_ELEMENTS (nicknames), sizeof nicknames[0], compare);

  return line != NULL ? line->full : NULL;
}

static gboolean
is_short_for (const char *nickname,
              const char *full)
{
  const char *names = desk_nickname_get_full (nickname);
  gsize n = strlen (full);

  for (const char *found = names != NULL ? strstr (names, full) : NULL; found != NULL; found = strstr (found + 1, full))
    if (found[-1] == ' ' && found[n] == ' ')
      return TRUE;

  return FALSE;
}

/**
 * desk_is_nickname: (skip)
 * @a: a given name in lower case
 * @b: another one
 *
 * Returns: whether one is short for the other
 */
gboolean
desk_is_nickname (const char *a,
                  const char *b)
{
  return *a != '\0' && *b != '\0' && (is_short_for (a, b) || is_short_for (b, a));
}
