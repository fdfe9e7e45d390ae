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
