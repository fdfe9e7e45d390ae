-- Rules of the reader, and an index of who is named and quoted where.
--
-- A rule speaks of entities, quotes and dates by words of the text, never by ids of an analysis, and is applied whenever an
-- analysis is read. The index is made of analyses with the rules of their own articles; those of the library are applied
-- when it is asked, so that a rule for thousands of articles is one row.
--
-- Copyright 2026 The NewsDesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Authored. A removed one stays, for an undo and for other computers to hear of it.
CREATE TABLE rule (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  article_id INTEGER REFERENCES article (id) ON DELETE CASCADE, -- NULL: the whole library
  author TEXT NOT NULL DEFAULT '', -- empty: the owner of this library
  created INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  action TEXT NOT NULL,
  scope TEXT NOT NULL,
  subject_kind TEXT, -- the entity that it is about; NULL: a quote, a date, a passage
  subject_name TEXT,
  form TEXT, -- only where the text says this
  start INTEGER, -- the passage that it is tied to, with its words and some around them
  stop INTEGER,
  exact TEXT,
  prefix TEXT,
  suffix TEXT,
  target_kind TEXT, -- what the subject is, or who said it
  target_name TEXT,
  value TEXT -- a date, as EDTF
);

CREATE INDEX rule_article ON rule (article_id) WHERE deleted = 0;

-- Other names of the subject.
CREATE TABLE rule_name (
  rule_id INTEGER NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (rule_id, idx)
) WITHOUT ROWID;

-- A word that is another one after each change of the rules: what was read before is outdated.
INSERT INTO meta (key, value) VALUES ('rules', '');

CREATE TRIGGER rule_inserted AFTER INSERT ON rule
BEGIN
  UPDATE meta SET value = hex (randomblob (8)) WHERE key = 'rules';
END;

CREATE TRIGGER rule_updated AFTER UPDATE ON rule
BEGIN
  UPDATE meta SET value = hex (randomblob (8)) WHERE key = 'rules';
END;

CREATE TRIGGER rule_removed AFTER DELETE ON rule
BEGIN
  UPDATE meta SET value = hex (randomblob (8)) WHERE key = 'rules';
END;

-- Derived from here on.
ALTER TABLE statement ADD COLUMN why TEXT;

-- Whether the index below knows it.
ALTER TABLE analysis ADD COLUMN named INTEGER NOT NULL DEFAULT 0;

CREATE INDEX analysis_unnamed ON analysis (id) WHERE named = 0;

-- The names that an article has for its entities, folded as desk_name_fold() does it.
CREATE TABLE naming (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  entity INTEGER NOT NULL,
  idx INTEGER NOT NULL, -- 0: the name that is shown
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  name TEXT NOT NULL,
  apart INTEGER NOT NULL, -- not what has this name elsewhere in the library
  PRIMARY KEY (article_id, entity, idx)
) WITHOUT ROWID;

CREATE INDEX naming_folded ON naming (folded, kind, idx, apart);

-- What is quoted, folded, with a space before each word.
CREATE TABLE saying (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  indirect INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  entity INTEGER NOT NULL, -- -1: nobody is known to have said it
  speaker TEXT NOT NULL, -- the words that it is given to, folded as a name; empty for none
  folded TEXT NOT NULL,
  PRIMARY KEY (article_id, entity, indirect, idx)
) WITHOUT ROWID;

CREATE INDEX saying_speaker ON saying (speaker);
