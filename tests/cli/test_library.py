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
