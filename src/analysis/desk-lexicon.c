/* The word lists of the analysis: one trie over the words of all names and phrases.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "desk-lexicon-private.h"

#include "desk-fold.h"
#include "desk-tokenizer.h"
#include "desk-word-table.h"

typedef struct
{
  DeskClass classes;
  DeskEntityKind kind;
  DeskGrammar grammar;
  DeskTraits traits;
  const char *form; /* as the list writes it; nullable */
  const DeskEntry *entries;
} Node;

typedef struct
{
  guint64 key; /* node and word; 0 is free, for no word has the number 0 */
  guint32 target;
} Edge;

struct _DeskLexicon
{
  GObject parent_instance;

  DeskWordTable *words;
  GArray *nodes; /* of Node */
  Edge *edges;   /* open addressing */
  guint n_edges;
  guint n_slots; /* power of two */
  GStringChunk *strings;
  GPtrArray *entries;    /* of DeskEntry, owned */
  GHashTable *countries; /* code → DeskEntry */

  /* While loading. */
  GString *folded;
  GArray *tokens;
};

G_DEFINE_FINAL_TYPE (DeskLexicon, desk_lexicon, G_TYPE_OBJECT)

static guint
edge_slot (DeskLexicon *self,
           guint64 key)
{
  guint64 hash = key * 0x9E3779B97F4A7C15u;
  guint slot = (guint) (hash >> 32) & (self->n_slots - 1);

  while (self->edges[slot].key != 0 && self->edges[slot].key != key)
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

static void
grow_edges (DeskLexicon *self)
{
  Edge *old = self->edges;
  guint n_old = self->n_slots;

  self->n_slots *= 2;
  self->edges = g_new0 (Edge, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].key != 0)
      self->edges[edge_slot (self, old[i].key)] = old[i];
  g_free (old);
}

static guint
step_or_add (DeskLexicon *self,
             guint node,
             guint word)
{
  guint64 key = ((guint64) node << 32) | word;
  guint slot = edge_slot (self, key);
  Node fresh = { 0 };

  if (self->edges[slot].key == key)
    return self->edges[slot].target;

  if (self->n_edges * 2 > self->n_slots)
    {
      grow_edges (self);
      slot = edge_slot (self, key);
    }

  self->edges[slot].key = key;
  self->edges[slot].target = self->nodes->len;
  self->n_edges++;
  g_array_append_val (self->nodes, fresh);

  return self->nodes->len - 1;
}

const char *
desk_lexicon_intern (DeskLexicon *self,
                     const char *string,
                     gsize n_bytes)
{
  return n_bytes > 0 ? g_string_chunk_insert_len (self->strings, string, n_bytes) : NULL;
}

/* An abbreviation is one word with its full stop, which only the lexicon can tell the tokeniser. */
void
desk_lexicon_add_word (DeskLexicon *self,
                       const char *word,
                       gsize n_bytes,
                       DeskClass classes)
{
  guint number, index;
  Node *node;

  desk_fold_word (word, n_bytes, self->folded);
  number = desk_word_table_add (self->words, self->folded->str, self->folded->len);
  index = step_or_add (self, DESK_LEXICON_ROOT, number);
  node = &g_array_index (self->nodes, Node, index);
  node->classes |= classes;
  node->form = desk_lexicon_intern (self, word, n_bytes);
}

/* Most phrases are letters and spaces, which any tokeniser cuts in the same way. Returns
 * %DESK_LEXICON_NOWHERE for the others. */
static guint
add_plain_phrase (DeskLexicon *self,
                  const char *phrase,
                  gsize n_bytes)
{
  guint node = DESK_LEXICON_ROOT;
  char folded[64];
  gsize n = 0;

  if (n_bytes >= sizeof folded)
    return DESK_LEXICON_NOWHERE;
  for (gsize i = 0; i < n_bytes; i++)
    if (!g_ascii_isalpha (phrase[i]) && phrase[i] != ' ')
      return DESK_LEXICON_NOWHERE;

  for (gsize i = 0; i <= n_bytes; i++)
    {
      if (i < n_bytes && phrase[i] != ' ')
        {
          folded[n++] = g_ascii_tolower (phrase[i]);
          continue;
        }
      if (n > 0)
        node = step_or_add (self, node, desk_word_table_add (self->words, folded, n));
      n = 0;
    }

  return node;
}

/* Cuts the phrase with the tokeniser of the texts, so that both have the same words. */
guint
desk_lexicon_add_phrase (DeskLexicon *self,
                         const char *phrase,
                         gsize n_bytes,
                         DeskClass classes)
{
  guint node = add_plain_phrase (self, phrase, n_bytes);

  if (node != DESK_LEXICON_NOWHERE)
    {
      g_array_index (self->nodes, Node, node).classes |= classes;
      return node;
    }

  node = DESK_LEXICON_ROOT;
  g_array_set_size (self->tokens, 0);
  desk_tokenize (self, phrase, n_bytes, 0, 0, self->tokens);
  for (guint i = 0; i < self->tokens->len; i++)
    {
      const DeskToken *token = desk_token_at (self->tokens, i);

      desk_fold_word (phrase + token->byte, token->n_bytes, self->folded);
      node = step_or_add (self, node, desk_word_table_add (self->words, self->folded->str, self->folded->len));
    }

  if (node != DESK_LEXICON_ROOT)
    g_array_index (self->nodes, Node, node).classes |= classes;

  return node;
}

void
desk_lexicon_set_kind (DeskLexicon *self,
                       guint node,
                       DeskEntityKind kind)
{
  g_array_index (self->nodes, Node, node).kind = kind;
}

void
desk_lexicon_add_grammar (DeskLexicon *self,
                          guint node,
                          DeskGrammar grammar,
                          DeskTraits traits)
{
  g_array_index (self->nodes, Node, node).grammar |= grammar;
  g_array_index (self->nodes, Node, node).traits |= traits;
}

DeskEntry *
desk_lexicon_add_entry (DeskLexicon *self,
                        guint node,
                        const DeskEntry *template)
{
  Node *at = &g_array_index (self->nodes, Node, node);
  DeskEntry *entry = g_memdup2 (template, sizeof *template);

  entry->next = at->entries;
  at->entries = entry;
  g_ptr_array_add (self->entries, entry);
  if (entry->is_country && entry->country != NULL && !g_hash_table_contains (self->countries, entry->country))
    g_hash_table_insert (self->countries, (gpointer) entry->country, entry);

  return entry;
}

static void
desk_lexicon_finalize (GObject *object)
{
  DeskLexicon *self = DESK_LEXICON (object);

  desk_word_table_free (self->words);
  g_array_unref (self->nodes);
  g_free (self->edges);
  g_hash_table_unref (self->countries);
  g_ptr_array_unref (self->entries);
  g_string_chunk_free (self->strings);

  G_OBJECT_CLASS (desk_lexicon_parent_class)->finalize (object);
}

static void
desk_lexicon_class_init (DeskLexiconClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_lexicon_finalize;
}

static void
desk_lexicon_init (DeskLexicon *self)
{
  Node root = { 0 };

  self->words = desk_word_table_new (16384);
  self->nodes = g_array_sized_new (FALSE, FALSE, sizeof (Node), 16384);
  g_array_append_val (self->nodes, root);
  self->n_slots = 32768;
  self->edges = g_new0 (Edge, self->n_slots);
  self->strings = g_string_chunk_new (32768);
  self->entries = g_ptr_array_new_with_free_func (g_free);
  self->countries = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * desk_lexicon_new:
 *
 * Reads the word lists that are built into the program.
 *
 * Returns: (transfer full): a lexicon, immutable from here on
 */
DeskLexicon *
desk_lexicon_new (void)
{
  DeskLexicon *self = g_object_new (DESK_TYPE_LEXICON, NULL);

  self->folded = g_string_sized_new (64);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (DeskToken));
  desk_lexicon_load (self);
  g_string_free (g_steal_pointer (&self->folded), TRUE);
  g_clear_pointer (&self->tokens, g_array_unref);

  return self;
}

/**
 * desk_lexicon_find_word:
 * @folded: a word as desk_fold_word() writes it
 *
 * Returns: the number of the word, 0 for one that stands in no list
 */
guint
desk_lexicon_find_word (DeskLexicon *self,
                        const char *folded,
                        gsize n_bytes)
{
  return desk_word_table_find (self->words, folded, n_bytes);
}

/**
 * desk_lexicon_get_classes:
 *
 * Returns: what the single word can be
 */
DeskClass
desk_lexicon_get_classes (DeskLexicon *self,
                          guint word)
{
  guint node = desk_lexicon_step (self, DESK_LEXICON_ROOT, word);

  return node == DESK_LEXICON_NOWHERE ? 0 : g_array_index (self->nodes, Node, node).classes;
}

/**
 * desk_lexicon_step:
 * @node: %DESK_LEXICON_ROOT or a node from an earlier step
 * @word: the number of the next word
 *
 * Returns: the node after the word, or %DESK_LEXICON_NOWHERE
 */
guint
desk_lexicon_step (DeskLexicon *self,
                   guint node,
                   guint word)
{
  guint64 key = ((guint64) node << 32) | word;
  guint slot;

  if (word == DESK_NO_WORD)
    return DESK_LEXICON_NOWHERE;

  slot = edge_slot (self, key);

  return self->edges[slot].key == key ? self->edges[slot].target : DESK_LEXICON_NOWHERE;
}

DeskClass
desk_lexicon_node_classes (DeskLexicon *self,
                           guint node)
{
  return g_array_index (self->nodes, Node, node).classes;
}

/**
 * desk_lexicon_node_entries:
 *
 * Returns: (nullable): the readings of the name that ends at the node
 */
const DeskEntry *
desk_lexicon_node_entries (DeskLexicon *self,
                           guint node)
{
  return g_array_index (self->nodes, Node, node).entries;
}

/**
 * desk_lexicon_node_grammar:
 *
 * Returns: the parts that the word or phrase can have in a sentence
 */
DeskGrammar
desk_lexicon_node_grammar (DeskLexicon *self,
                           guint node)
{
  return g_array_index (self->nodes, Node, node).grammar;
}

/**
 * desk_lexicon_node_traits:
 *
 * Returns: of words of saying, what may stand beside them; 0 for all others
 */
DeskTraits
desk_lexicon_node_traits (DeskLexicon *self,
                          guint node)
{
  return g_array_index (self->nodes, Node, node).traits;
}

/**
 * desk_lexicon_node_kind:
 *
 * Returns: for a head word, the kind of what it names
 */
DeskEntityKind
desk_lexicon_node_kind (DeskLexicon *self,
                        guint node)
{
  return g_array_index (self->nodes, Node, node).kind;
}

/**
 * desk_lexicon_node_form:
 *
 * Returns: (nullable): the abbreviation as its list writes it
 */
const char *
desk_lexicon_node_form (DeskLexicon *self,
                        guint node)
{
  return g_array_index (self->nodes, Node, node).form;
}

/**
 * desk_lexicon_find_country:
 * @code: two letters of ISO 3166
 *
 * Returns: (nullable): the country
 */
const DeskEntry *
desk_lexicon_find_country (DeskLexicon *self,
                           const char *code)
{
  return code != NULL ? g_hash_table_lookup (self->countries, code) : NULL;
}
