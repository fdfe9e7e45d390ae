"""The commands on the library: import, list, search, show, check, backup."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os

from program import Folder, cli
import tap

STORIES = {
    "bridge.txt": "Bridge Opens Early\n\nThe bridge over the Tagus opened on Monday, mayor Ana Lobo said.\n",
    "court.txt": "Court Halts Sale\n\nJudge Ines Varga halted the sale of the ferry line in Trieste on Tuesday.\n",
    "flood.md": "# Flood Toll Revised\n\nThe interior ministry counted 41 dead in **Ghent**, the health ministry 38.\n",
}


def filled(folder):
    paths = [folder.file(name, text) for name, text in STORIES.items()]
    result = cli("import", "--library", folder.library, "--analyze", *paths)
    assert result.status == 0, result.err
    assert [line["file"] for line in result.lines] == paths
    assert all(line["added"] for line in result.lines)
    return {os.path.basename(line["file"]): line["id"] for line in result.lines}


def test_import_list_and_duplicates():
    with Folder() as folder:
        ids = filled(folder)
        rows = cli("list", "--library", folder.library).lines
        assert {row["id"] for row in rows} == set(ids.values())
        assert all(row["unread"] and row["lead"] for row in rows)
        again = cli("import", "--library", folder.library, os.path.join(folder.path, "court.txt")).lines
        assert again == [{"file": os.path.join(folder.path, "court.txt"), "id": ids["court.txt"], "added": False}]
        assert len(cli("list", "--library", folder.library, "--limit", "2").lines) == 2


def test_search():
    with Folder() as folder:
        ids = filled(folder)
        search = lambda *words: [row["id"] for row in cli("search", "--library", folder.library, *words).lines]
        assert search("ferry") == [ids["court.txt"]]
        assert search('"counted 41 dead"') == [ids["flood.md"]]
        assert search("Lobo") == [ids["bridge.txt"]]
        assert search("opened", "OR", "ferry") and len(search("opened", "OR", "ferry")) == 2
        assert search("zeppelin") == []
        for nonsense in ('"', "AND", "(", "*", "a OR", "NEAR(", "-", "x:y", "\u2068"):
            cli("search", "--library", folder.library, nonsense)
        assert "snippet" in cli("search", "--library", folder.library, "ferry").lines[0]


def test_show():
    with Folder() as folder:
        ids = filled(folder)
        (article,) = cli("show", "--library", folder.library, ids["flood.md"]).lines
        assert article["headline"] == "Flood Toll Revised"
        assert article["marks"] == []
        assert article["id"] == ids["flood.md"]
        assert "entities" in article


def join_by_hand(folder, name, target):
    """As the window would: a rule for the whole library."""
    import sqlite3
    connection = sqlite3.connect(os.path.join(folder.library, "library.db"))
    connection.execute("INSERT INTO rule (uuid, created, action, scope, subject_kind, subject_name, target_kind, target_name) "
                       "VALUES ('019a0000-0000-7000-8000-000000000001', 1790000000000000, 'join', 'library', "
                       "'person', ?, 'person', ?)", (name, target))
    connection.commit()
    connection.close()


def test_said_and_rules():
    with Folder() as folder:
        paths = [folder.file("sale.txt", "Sale Halted\n\nJudge Ines Varga halted the sale. \u201cIt is over for now,\u201d Ines Varga said.\n"),
                 folder.file("ferry.txt", "Ferry Sails\n\nPeter Brandt opened the line. \u201cWe sail again,\u201d Peter Brandt said.\n")]
        ids = [line["id"] for line in cli("import", "--library", folder.library, "--analyze", *paths).lines]
        said = lambda *words: cli("said", "--library", folder.library, *words).lines

        (quote,) = said("ines", "varga")
        assert quote["text"].startswith("It is over for now") and quote["article"] == ids[0], quote
        assert quote["headline"] == "Sale Halted" and quote["speaker"] == "Ines Varga" and quote["indirect"] is False, quote
        assert said("Ines Varga", "--words", "over") == [quote]
        assert said("Ines Varga", "--words", "zeppelin") == said("Ines Varga", "--kind", "place") == []
        assert said("Ines Varga", "--limit", "1") == [quote]
        assert cli("said", "--library", folder.library).status == 2
        assert cli("said", "--library", folder.library, "--kind", "angel", "Varga").status == 2

        assert cli("rules", "--library", folder.library).lines == []
        join_by_hand(folder, "Peter Brandt", "Ines Varga")
        (rule,) = cli("rules", "--library", folder.library).lines
        assert rule == {"id": "019a0000-0000-7000-8000-000000000001", "action": "join", "scope": "library",
                        "subject": {"kind": "person", "name": "Peter Brandt"}, "target": {"kind": "person", "name": "Ines Varga"},
                        "created": rule["created"]}, rule
        assert len(said("Ines Varga")) == 2 and said("Peter Brandt") != []
        (article,) = cli("show", "--library", folder.library, ids[1]).lines
        (entity,) = [entity for entity in article["entities"] if entity["name"] == "Ines Varga"]
        assert entity["repairs"] == [{"rule": rule["id"], "was": "Peter Brandt", "why": None}], entity
        assert entity["mentions"][0]["why"] == "Joined by you"


def test_check_and_backup():
    with Folder() as folder:
        filled(folder)
        assert cli("check", "--library", folder.library).status == 0
        copy = os.path.join(folder.path, "copy", "library.db")
        os.makedirs(os.path.dirname(copy))
        assert cli("backup", "--library", folder.library, copy).status == 0
        assert len(cli("list", "--library", os.path.dirname(copy)).lines) == 3
        assert cli("check", "--library", os.path.dirname(copy)).status == 0
        failed = cli("backup", "--library", folder.library, "/nonexistent/copy.db")
        assert failed.status == 1 and "newsdesk-cli: " in failed.err


def test_changed_original_is_found():
    import sqlite3
    with Folder() as folder:
        filled(folder)
        connection = sqlite3.connect(os.path.join(folder.library, "library.db"))
        (table, column), = [(t, c) for (t,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
                            if t.startswith("original")
                            for (_, c, kind, *_) in connection.execute(f"PRAGMA table_info({t})").fetchall() if kind == "BLOB"]
        connection.execute(f"UPDATE {table} SET {column} = CAST('other bytes' AS BLOB) WHERE rowid = 1")
        connection.commit()
        connection.close()
        result = cli("check", "--library", folder.library)
        assert result.status == 1 and result.out.strip()


tap.run()
