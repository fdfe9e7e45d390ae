-- A library in its third form: the steps as they were then, and what somebody had stored.
--
-- Copyright 2026 The NewsDesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later

PRAGMA application_id = 1316439147;
PRAGMA journal_mode = WAL;

BEGIN;
-- The first form of the library. Never changed once released: what comes later are further numbered files.
--
-- Two kinds of data. Authored: articles, fields, texts, originals, marks, steps. Derived, always reproducible: sort
-- keys, counts, search index, analyses. All ranges are code points of the canonical text, end exclusive. Times are
-- microseconds since 1970, UTC.
--
-- Copyright 2026 The NewsDesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

INSERT INTO meta (key, value) VALUES ('revision', '0'), ('collation', '');

-- The bytes as they came; apart from the articles, so that lists never read across them.
CREATE TABLE original (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
);

-- AUTOINCREMENT: ids grow for ever, so the order of ids is the order of adding, and nothing of a purged article can
-- ever be taken for that of another.
CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  version_id INTEGER REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
  original_id INTEGER REFERENCES original (id),
  media_type TEXT,
  original_name TEXT,
  added INTEGER NOT NULL,
  unread INTEGER NOT NULL DEFAULT 1,
  starred INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0, -- when; 0: it is there
  position INTEGER NOT NULL DEFAULT 0,

  -- What a row of the list shows, and its keys. Derived.
  headline TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '',
  lead TEXT NOT NULL DEFAULT '',
  n_marks INTEGER NOT NULL DEFAULT 0,
  marked INTEGER NOT NULL DEFAULT 0,
  added_day TEXT NOT NULL,
  published_day TEXT NOT NULL DEFAULT '',
  published_time INTEGER NOT NULL DEFAULT -1, -- seconds of the day; -1: the day only is known
  letter TEXT NOT NULL DEFAULT '',
  letter_key BLOB NOT NULL DEFAULT x'ff',
  headline_key BLOB NOT NULL DEFAULT x'ff',
  headline_fold TEXT NOT NULL DEFAULT '', -- its beginning, for type-ahead
  source_key BLOB NOT NULL DEFAULT x'ff',
  ordinal INTEGER NOT NULL CHECK (ordinal = id), -- an index cannot seek by the id itself behind other columns,
  backward INTEGER NOT NULL CHECK (backward = -id), -- nor in both directions, nor cover generated columns
  analysed TEXT NOT NULL DEFAULT '' -- the engine of its analysis; empty: it needs one
);

-- One narrow index for each filter in order of adding, one wide one for each other order.
CREATE INDEX article_live ON article (deleted) WHERE deleted = 0;
CREATE INDEX article_unread ON article (unread) WHERE deleted = 0 AND unread = 1;
CREATE INDEX article_starred ON article (starred) WHERE deleted = 0 AND starred = 1;
CREATE INDEX article_marked ON article (marked) WHERE deleted = 0 AND marked = 1;
CREATE INDEX article_by_published ON article (published_day, published_time, ordinal, unread, starred, marked) WHERE deleted = 0;
CREATE INDEX article_by_headline ON article (headline_key, ordinal, unread, starred, marked) WHERE deleted = 0;
CREATE INDEX article_by_source ON article (source_key, backward, unread, starred, marked) WHERE deleted = 0;
CREATE INDEX article_by_fold ON article (headline_fold) WHERE deleted = 0;
CREATE INDEX article_deleted ON article (deleted) WHERE deleted > 0;
CREATE INDEX article_analysed ON article (analysed) WHERE deleted = 0;
CREATE INDEX article_original ON article (original_id);

CREATE TABLE field (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  origin TEXT NOT NULL,
  confidence TEXT NOT NULL,
  PRIMARY KEY (article_id, field)
) WITHOUT ROWID;

CREATE TABLE author (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (article_id, idx)
) WITHOUT ROWID;

CREATE TABLE warning (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (article_id, idx)
) WITHOUT ROWID;

-- Frozen: neither a version nor what belongs to it is ever changed.
CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  created INTEGER NOT NULL,
  hash TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (article_id, number)
);

CREATE TABLE block (
  version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (version_id, idx)
) WITHOUT ROWID;

CREATE TABLE span (
  version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  block INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  href TEXT,
  PRIMARY KEY (version_id, block, idx)
) WITHOUT ROWID;

CREATE TABLE left_out (
  version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  why TEXT NOT NULL,
  after INTEGER NOT NULL, -- index of the block before it; -1: before the first
  text TEXT NOT NULL,
  PRIMARY KEY (version_id, idx)
) WITHOUT ROWID;

CREATE TABLE image (
  version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  src TEXT NOT NULL,
  alt TEXT,
  credit TEXT,
  caption_block INTEGER NOT NULL, -- -1: none
  PRIMARY KEY (version_id, idx)
) WITHOUT ROWID;

-- Marks. A deleted one stays, for an undo and for other computers to hear of it.
CREATE TABLE annotation (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  author TEXT NOT NULL DEFAULT '', -- empty: the owner of this library
  created INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  version_hash TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT
);

CREATE INDEX annotation_article ON annotation (article_id, start);

-- What can be undone, and redone; `data` is the text form of a GVariant.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  created INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0,
  data TEXT NOT NULL
);

-- Derived from here on: what a machine worked out about a version.
CREATE TABLE analysis (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  engine TEXT NOT NULL,
  language TEXT,
  published TEXT NOT NULL, -- the date that it was made with; empty: unknown
  made INTEGER NOT NULL,
  UNIQUE (version_id, engine)
);

CREATE TABLE sentence (
  analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (analysis_id, idx)
) WITHOUT ROWID;

CREATE TABLE entity (
  analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  local_id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (analysis_id, idx)
) WITHOUT ROWID;

CREATE TABLE entity_alias (
  analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  entity INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  alias TEXT NOT NULL,
  PRIMARY KEY (analysis_id, entity, idx)
) WITHOUT ROWID;

CREATE TABLE entity_role (
  analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  entity INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  text TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (analysis_id, entity, idx)
) WITHOUT ROWID;

CREATE TABLE mention (
  analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  entity INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  text TEXT NOT NULL,
  confidence TEXT NOT NULL,
  why TEXT,
  other_reading TEXT,
  PRIMARY KEY (analysis_id, entity, idx)
) WITHOUT ROWID;

CREATE TABLE quote (
  analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  kind TEXT NOT NULL,
  speaker TEXT,
  speaker_start INTEGER NOT NULL,
  speaker_stop INTEGER NOT NULL,
  cue_start INTEGER NOT NULL,
  cue_stop INTEGER NOT NULL,
  confidence TEXT NOT NULL,
  why TEXT,
  PRIMARY KEY (analysis_id, idx)
) WITHOUT ROWID;

CREATE TABLE quote_part (
  analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  quote INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  insertion INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (analysis_id, quote, insertion, idx)
) WITHOUT ROWID;

CREATE TABLE dating (
  analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  text TEXT NOT NULL,
  value TEXT,
  type TEXT NOT NULL,
  relative INTEGER NOT NULL,
  confidence TEXT NOT NULL,
  why TEXT,
  PRIMARY KEY (analysis_id, idx)
) WITHOUT ROWID;

CREATE TABLE statement (
  analysis_id INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  kind TEXT,
  speaker TEXT,
  speaker_start INTEGER NOT NULL,
  speaker_stop INTEGER NOT NULL,
  cue_start INTEGER NOT NULL,
  cue_stop INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  confidence TEXT NOT NULL,
  PRIMARY KEY (analysis_id, idx)
) WITHOUT ROWID;

-- How many articles stand in each section of each order, so that no list has to count. Order 'total' has one row.
CREATE TABLE section_count (
  sort TEXT NOT NULL,
  rank BLOB NOT NULL,
  label TEXT NOT NULL,
  n_all INTEGER NOT NULL,
  n_unread INTEGER NOT NULL,
  n_starred INTEGER NOT NULL,
  n_marked INTEGER NOT NULL,
  PRIMARY KEY (sort, rank)
) WITHOUT ROWID;

INSERT INTO section_count VALUES ('total', '', '', 0, 0, 0, 0);

CREATE TRIGGER article_counted AFTER INSERT ON article WHEN new.deleted = 0
BEGIN
  INSERT INTO section_count
    VALUES ('total', '', '', 1, new.unread, new.starred, new.marked),
           ('added', new.added_day, new.added_day, 1, new.unread, new.starred, new.marked),
           ('published', new.published_day, new.published_day, 1, new.unread, new.starred, new.marked),
           ('headline', new.letter_key, new.letter, 1, new.unread, new.starred, new.marked),
           ('source', new.source_key, new.source, 1, new.unread, new.starred, new.marked)
    ON CONFLICT DO UPDATE SET n_all = n_all + 1, n_unread = n_unread + excluded.n_unread,
      n_starred = n_starred + excluded.n_starred, n_marked = n_marked + excluded.n_marked;
END;

CREATE TRIGGER article_uncounted AFTER DELETE ON article WHEN old.deleted = 0
BEGIN
  UPDATE section_count SET n_all = n_all - 1, n_unread = n_unread - old.unread,
      n_starred = n_starred - old.starred, n_marked = n_marked - old.marked
    WHERE (sort, rank) IN (VALUES ('total', ''), ('added', old.added_day), ('published', old.published_day),
      ('headline', old.letter_key), ('source', old.source_key));
  DELETE FROM section_count WHERE n_all = 0 AND (sort, rank) IN (VALUES ('added', old.added_day),
    ('published', old.published_day), ('headline', old.letter_key), ('source', old.source_key));
END;

CREATE TRIGGER article_recounted
AFTER UPDATE OF deleted, unread, starred, marked, added_day, published_day, letter_key, source_key ON article
WHEN (old.deleted = 0) <> (new.deleted = 0) OR (new.deleted = 0 AND (
  old.unread <> new.unread OR old.starred <> new.starred OR old.marked <> new.marked OR
  old.added_day <> new.added_day OR old.published_day <> new.published_day OR
  old.letter_key <> new.letter_key OR old.source_key <> new.source_key))
BEGIN
  UPDATE section_count SET n_all = n_all - 1, n_unread = n_unread - old.unread,
      n_starred = n_starred - old.starred, n_marked = n_marked - old.marked
    WHERE old.deleted = 0 AND (sort, rank) IN (VALUES ('total', ''), ('added', old.added_day),
      ('published', old.published_day), ('headline', old.letter_key), ('source', old.source_key));
  INSERT INTO section_count
    SELECT column1, column2, column3, 1, new.unread, new.starred, new.marked
      FROM (VALUES ('total', '', ''), ('added', new.added_day, new.added_day),
        ('published', new.published_day, new.published_day), ('headline', new.letter_key, new.letter),
        ('source', new.source_key, new.source))
      WHERE new.deleted = 0
    ON CONFLICT DO UPDATE SET n_all = n_all + 1, n_unread = n_unread + excluded.n_unread,
      n_starred = n_starred + excluded.n_starred, n_marked = n_marked + excluded.n_marked;
  DELETE FROM section_count WHERE n_all = 0 AND (sort, rank) IN (VALUES ('added', old.added_day),
    ('published', old.published_day), ('headline', old.letter_key), ('source', old.source_key));
END;

CREATE TRIGGER annotation_counted AFTER INSERT ON annotation WHEN new.deleted = 0
BEGIN
  UPDATE article SET n_marks = n_marks + 1, marked = 1 WHERE id = new.article_id;
END;

CREATE TRIGGER annotation_uncounted AFTER DELETE ON annotation WHEN old.deleted = 0
BEGIN
  UPDATE article SET n_marks = n_marks - 1, marked = n_marks > 1 WHERE id = old.article_id;
END;

CREATE TRIGGER annotation_recounted AFTER UPDATE OF deleted ON annotation
WHEN (old.deleted = 0) <> (new.deleted = 0)
BEGIN
  UPDATE article SET n_marks = n_marks + iif(new.deleted = 0, 1, -1),
      marked = n_marks + iif(new.deleted = 0, 1, -1) > 0
    WHERE id = new.article_id;
END;

-- Another text or another date needs another analysis.
CREATE TRIGGER article_outdated AFTER UPDATE OF version_id, published ON article
WHEN new.analysed <> '' AND (old.version_id IS NOT new.version_id OR old.published <> new.published)
BEGIN
  UPDATE article SET analysed = '' WHERE id = new.id;
END;

-- What is searched in an article. The body stands in `version` alone. `cjk` repeats the text of scripts that write
-- without spaces, character by character, for the tokenizer takes a run of them for one word.
CREATE TABLE search_text (
  id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  version_id INTEGER NOT NULL,
  live INTEGER NOT NULL, -- 0: deleted, and so not in the index
  headline TEXT NOT NULL,
  notes TEXT NOT NULL,
  names TEXT NOT NULL,
  cjk TEXT NOT NULL
);

CREATE VIEW search_content AS
  SELECT search_text.id, search_text.headline, version.text AS body, search_text.notes, search_text.names, search_text.cjk
  FROM search_text JOIN version ON version.id = search_text.version_id
  WHERE search_text.live;

CREATE VIRTUAL TABLE search USING fts5 (
  headline, body, notes, names, cjk,
  content = 'search_content', content_rowid = 'id', prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

CREATE TRIGGER search_text_inserted AFTER INSERT ON search_text WHEN new.live
BEGIN
  INSERT INTO search (rowid, headline, body, notes, names, cjk)
    VALUES (new.id, new.headline, (SELECT text FROM version WHERE id = new.version_id), new.notes, new.names, new.cjk);
END;

CREATE TRIGGER search_text_deleted AFTER DELETE ON search_text WHEN old.live
BEGIN
  INSERT INTO search (search, rowid, headline, body, notes, names, cjk)
    VALUES ('delete', old.id, old.headline, (SELECT text FROM version WHERE id = old.version_id), old.notes, old.names, old.cjk);
END;

-- Before the article, and with it the text that the index has to be told, is gone.
CREATE TRIGGER article_unsearched BEFORE DELETE ON article
BEGIN
  DELETE FROM search_text WHERE id = old.id;
END;

CREATE TRIGGER search_text_updated AFTER UPDATE ON search_text
BEGIN
  INSERT INTO search (search, rowid, headline, body, notes, names, cjk)
    SELECT 'delete', old.id, old.headline, text, old.notes, old.names, old.cjk
      FROM version WHERE id = old.version_id AND old.live;
  INSERT INTO search (rowid, headline, body, notes, names, cjk)
    SELECT new.id, new.headline, text, new.notes, new.names, new.cjk
      FROM version WHERE id = new.version_id AND new.live;
END;

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
-- The entities of the whole library by their names, to be found while somebody types.
--
-- Kept by triggers over the index of names, so whatever changes that changes this: an analysis, a rule of an article, an
-- article that is deleted, put back or purged. Rules of the library are applied when it is asked, as everywhere.
--
-- Copyright 2026 The NewsDesk authors
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE known (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  folded TEXT NOT NULL,
  name TEXT NOT NULL, -- as it is shown
  others TEXT NOT NULL DEFAULT '', -- what it is called besides, as it stands there, with a bar before each
  n_articles INTEGER NOT NULL, -- that are not deleted
  UNIQUE (folded, kind)
);

INSERT INTO known (kind, folded, name, n_articles)
  SELECT kind, folded, min (name), count (DISTINCT CASE WHEN deleted = 0 THEN article_id END)
    FROM naming JOIN article ON article.id = article_id WHERE idx = 0 AND apart = 0 GROUP BY folded, kind;

UPDATE known SET others = found.others FROM (
  SELECT folded, kind, group_concat ('|' || name, '') AS others FROM (
    SELECT DISTINCT main.folded, main.kind, other.name FROM naming AS main
      JOIN naming AS other ON other.article_id = main.article_id AND other.entity = main.entity AND other.idx > 0
      WHERE main.idx = 0 AND main.apart = 0 AND instr (' ' || main.folded || ' ', ' ' || other.folded || ' ') = 0)
    GROUP BY folded, kind) AS found
  WHERE known.folded = found.folded AND known.kind = found.kind;

CREATE INDEX known_frequent ON known (kind, n_articles);

CREATE VIRTUAL TABLE known_search USING fts5 (
  folded, others,
  content = 'known', content_rowid = 'id', prefix = '1 2 3', columnsize = 0, detail = none,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

INSERT INTO known_search (known_search) VALUES ('rebuild');

CREATE TRIGGER known_inserted AFTER INSERT ON known
BEGIN
  INSERT INTO known_search (rowid, folded, others) VALUES (new.id, new.folded, new.others);
END;

CREATE TRIGGER known_deleted AFTER DELETE ON known
BEGIN
  INSERT INTO known_search (known_search, rowid, folded, others) VALUES ('delete', old.id, old.folded, old.others);
END;

CREATE TRIGGER known_updated AFTER UPDATE OF others ON known
BEGIN
  INSERT INTO known_search (known_search, rowid, folded, others) VALUES ('delete', old.id, old.folded, old.others);
  INSERT INTO known_search (rowid, folded, others) VALUES (new.id, new.folded, new.others);
END;

-- Two of one name in one article are one article.
CREATE TRIGGER naming_known AFTER INSERT ON naming
WHEN new.idx = 0 AND new.apart = 0 AND NOT EXISTS (
  SELECT 1 FROM naming WHERE folded = new.folded AND kind = new.kind AND idx = 0 AND apart = 0
    AND article_id = new.article_id AND entity <> new.entity)
BEGIN
  INSERT INTO known (kind, folded, name, n_articles)
    SELECT new.kind, new.folded, new.name, deleted = 0 FROM article WHERE id = new.article_id
    ON CONFLICT DO UPDATE SET n_articles = n_articles + excluded.n_articles;
END;

-- What stands in its name already is found by that. Few have many other names; those of a text that goes wrong end here.
CREATE TRIGGER naming_known_otherwise AFTER INSERT ON naming WHEN new.idx > 0 AND new.apart = 0
BEGIN
  UPDATE known SET others = others || '|' || new.name
    WHERE (folded, kind) = (SELECT folded, kind FROM naming WHERE article_id = new.article_id AND entity = new.entity AND idx = 0)
      AND instr (' ' || folded || ' ', ' ' || new.folded || ' ') = 0
      AND instr (others || '|', '|' || new.name || '|') = 0
      AND length (others) < 1000;
END;

CREATE TRIGGER naming_forgotten AFTER DELETE ON naming
WHEN old.idx = 0 AND old.apart = 0 AND NOT EXISTS (
  SELECT 1 FROM naming WHERE folded = old.folded AND kind = old.kind AND idx = 0 AND apart = 0
    AND article_id = old.article_id)
BEGIN
  UPDATE known SET n_articles = n_articles - (SELECT deleted = 0 FROM article WHERE id = old.article_id)
    WHERE folded = old.folded AND kind = old.kind;
  DELETE FROM known
    WHERE folded = old.folded AND kind = old.kind AND n_articles = 0 AND NOT EXISTS (
      SELECT 1 FROM naming WHERE folded = old.folded AND kind = old.kind AND idx = 0 AND apart = 0);
END;

-- While the trigger above can still see whether it was deleted before.
CREATE TRIGGER article_forgotten BEFORE DELETE ON article
BEGIN
  DELETE FROM naming WHERE article_id = old.id;
END;

CREATE TRIGGER article_known AFTER UPDATE OF deleted ON article WHEN (old.deleted = 0) <> (new.deleted = 0)
BEGIN
  UPDATE known SET n_articles = n_articles + iif (new.deleted = 0, 1, -1)
    WHERE (folded, kind) IN (SELECT folded, kind FROM naming WHERE article_id = new.id AND idx = 0 AND apart = 0);
END;

INSERT INTO original (id, sha256, size, bytes) VALUES (1, 'ca2a51bba851a3a284e788b877aadea0b416a1ca519dbb8a3004e1d43c6f38f0', 184, x'4665727279207365727669636520746f20536b6172686f6c6d20726573756d65730a0a54686520666572727920746f20536b6172686f6c6d207361696c7320616761696e20616674657220313920646179732c20746865206f70657261746f72204e6f72646c65642073616964206f6e204672696461792e0a0a54776f206f662074686520666f75722063726f7373696e677320612064617920737461792063616e63656c6c656420756e74696c204e6f76656d6265722e');
INSERT INTO article (id, uuid, original_id, media_type, original_name, added, unread, starred, position, headline, source, published, lead, added_day,
  published_day, published_time, letter, letter_key, headline_key, headline_fold, source_key, ordinal, backward)
  VALUES (1, '019a0000-0000-7000-8000-000000000001', 1, 'text/plain', 'ferry.txt', 1790931600000000, 0, 1, 12, 'Ferry service to Skarholm resumes', 'Harbour Herald', '2026-10-02', 'The ferry to Skarholm sails again after 19 days, the operator Nordled said on Friday.', '2026-10-02',
  '2026-10-02', -1, 'F', x'4600', x'46004665727279', 'ferry service to skarhol', x'48617262', 1, -1);
INSERT INTO version (id, article_id, number, created, hash, text) VALUES (1, 1, 1, 1790931600000000, 'ca2a51bba851a3a284e788b877aadea0b416a1ca519dbb8a3004e1d43c6f38f0', 'Ferry service to Skarholm resumes

The ferry to Skarholm sails again after 19 days, the operator Nordled said on Friday.

Two of the four crossings a day stay cancelled until November.');
INSERT INTO block (version_id, idx, kind, start, stop) VALUES (1, 0, 'headline', 0, 33);
INSERT INTO block (version_id, idx, kind, start, stop) VALUES (1, 1, 'paragraph', 35, 120);
INSERT INTO block (version_id, idx, kind, start, stop) VALUES (1, 2, 'paragraph', 122, 184);
UPDATE article SET version_id = 1 WHERE id = 1;
INSERT INTO field (article_id, field, value, origin, confidence) VALUES (1, 'headline', 'Ferry service to Skarholm resumes', 'text', 'sure');
INSERT INTO field (article_id, field, value, origin, confidence) VALUES (1, 'source', 'Harbour Herald', 'meta', 'likely');
INSERT INTO field (article_id, field, value, origin, confidence) VALUES (1, 'published', '2026-10-02', 'user', 'sure');
INSERT INTO author (article_id, idx, name) VALUES (1, 0, 'Ingrid Moen');
INSERT INTO annotation (uuid, article_id, created, modified, version_hash, start, stop, exact, prefix, suffix, kind, note) VALUES ('019a0000-0000-7000-8000-000000000002', 1, 1790931700000000, 1790931800000000, 'ca2a51bba851a3a284e788b877aadea0b416a1ca519dbb8a3004e1d43c6f38f0', 69, 82, 'after 19 days', 'e ferry to Skarholm sails again ', ', the operator Nordled said on F', 'check', 'Check the dates 🗓');
INSERT INTO step (name, created, data) VALUES ('Star', 1790931900000000, '(''Star'', int64 1790931900000000, [(''starred'', ''019a0000-0000-7000-8000-000000000001'', nothing, just <false>, just <true>)])');
INSERT INTO analysis (id, version_id, engine, language, published, made) VALUES (1, 1, 'golden-1', 'en', '2026-10-02', 1790932000000000);
UPDATE article SET analysed = 'golden-1' WHERE id = 1;
INSERT INTO sentence (analysis_id, idx, start, stop) VALUES (1, 0, 0, 33);
INSERT INTO entity (analysis_id, idx, local_id, name, kind) VALUES (1, 0, 'e1', 'Nordled', 'organisation');
INSERT INTO mention (analysis_id, entity, idx, start, stop, text, confidence, why) VALUES (1, 0, 0, 97, 104, 'Nordled', 'likely', 'a name');
INSERT INTO naming (article_id, entity, idx, kind, folded, name, apart) VALUES (1, 0, 0, 'organisation', 'nordled', 'Nordled', 0);
UPDATE analysis SET named = 1;
INSERT INTO rule (id, uuid, article_id, created, action, scope, subject_kind, subject_name, form, start, stop, exact, prefix, suffix, target_kind, target_name, value) VALUES (1, '019a0000-0000-7000-8000-000000000003', NULL, 1790933000000000, 'rename', 'library', 'organisation', 'Nordled', NULL, NULL, NULL, NULL, NULL, NULL, 'organisation', 'Norled', NULL);
INSERT INTO rule (id, uuid, article_id, created, action, scope, subject_kind, subject_name, form, start, stop, exact, prefix, suffix, target_kind, target_name, value) VALUES (2, '019a0000-0000-7000-8000-000000000004', 1, 1790933100000000, 'date', 'mention', NULL, NULL, NULL, 69, 82, 'after 19 days', 'e ferry to Skarholm sails again ', ', the operator Nordled said on F', NULL, NULL, 'P19D');
INSERT INTO rule (id, uuid, article_id, created, deleted, action, scope, subject_kind, subject_name) VALUES (3, '019a0000-0000-7000-8000-000000000005', 1, 1790933200000000, 1790933300000000, 'reject', 'article', 'organisation', 'Nordled');
INSERT INTO rule_name (rule_id, idx, name) VALUES (1, 0, 'Nordled AS');
INSERT INTO search_text (id, version_id, live, headline, notes, names, cjk) VALUES (1, 1, 1, 'Ferry service to Skarholm resumes', 'Check the dates 🗓', '', '');
UPDATE meta SET value = 'C' WHERE key = 'collation';
PRAGMA user_version = 3;
COMMIT;
