"""What goes wrong ends with a message that helps and loses nothing."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sqlite3
import subprocess

from program import CLI, Folder, cli
import tap

# The administrator may read and write everything; the same user without that privilege may not.
PLAIN_USER = ("bwrap", "--dev-bind", "/", "/", "--cap-drop", "ALL") if os.geteuid() == 0 else ()
STORY = "The Lamp Is Lit\n\nThe lighthouse keeper lit the lamp at nine, the harbour office said on Sunday.\n"


def error_of(*arguments, **options):
    result = cli("read", *arguments, **options)
    assert result.status == 1, result.out
    error = result.lines[-1]["error"]
    assert len(error["message"]) > 15, error
    return error


def test_empty_file():
    with Folder() as folder:
        assert error_of(folder.file("empty.txt", ""))["code"] == "empty"
        assert error_of(folder.file("blank.txt", " \n\n\t"))["code"] in ("empty", "no-text")


def test_binary_file():
    with Folder() as folder:
        assert error_of(folder.file("x.txt", bytes(range(256)) * 50))["code"] == "binary"
        assert error_of(folder.file("x.png", b"\x89PNG\r\n\x1a\n" + bytes(500)))["code"] in ("binary", "unsupported")
        pdf = error_of(folder.file("x.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(100)))
        assert "PDF" in pdf["message"]


def test_huge_text():
    with Folder() as folder:
        path = os.path.join(folder.path, "huge.txt")
        with open(path, "wb") as file:
            line = b"The committee met again and again and nothing was decided by anyone.\n"
            for _ in range(100):
                file.write(line * (1024 * 1024 // len(line)))
        error = error_of(path)
        assert error["code"] == "too-large" and "20" in error["message"], error


def test_encodings():
    words = "Zürich: Café à Genève öffnet – „Grüezi“"
    body = words + "\n\n" + "Das Café an der Brücke öffnet am Montag für Gäste, sagte die Wirtin – endlich.\n"
    with Folder() as folder:
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "windows-1252"):
            (article,) = cli("read", folder.file(encoding + ".txt", body.encode(encoding))).lines
            assert article["headline"] == words, (encoding, article["headline"])
        japanese = "港が再開\n\n台風のあと三日間閉鎖されていた港が火曜日に再開したと港湾局が発表した。市民は喜んでいる。\n"
        for encoding in ("shift_jis", "euc_jp"):
            (article,) = cli("read", folder.file(encoding + ".txt", japanese.encode(encoding))).lines
            assert article["headline"] == "港が再開", (encoding, article["headline"])


def test_mixed_encodings():
    body = "Küste gesperrt\n\n".encode() + "Der Zug fährt über die Brücke.\n\n".encode("windows-1252") + "Die Küste bleibt gesperrt.\n".encode()
    with Folder() as folder:
        (article,) = cli("read", folder.file("mixed.txt", body)).lines
        assert article["headline"] == "Küste gesperrt"
        assert "fährt über die Brücke" in article["text"], article["text"]
        assert article["warnings"]


def test_truncated_page():
    page = "<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1><p>The bridge was closed on Monday after a crack was found, the city said in a statement.</p><p>It will stay clo"
    with Folder() as folder:
        (article,) = cli("read", folder.file("cut.html", page)).lines
        assert "It will stay clo" in article["text"]


def test_deep_page():
    with Folder() as folder:
        for tag in ("div", "span", "ul><li", "b"):
            page = f"<{tag}>" * 100000 + "The water rose to the second step of the town hall, the mayor said."
            result = cli("read", folder.file("deep.html", page), timeout=30)
            assert result.status in (0, 1)
            if result.status == 1:
                assert len(result.lines[0]["error"]["message"]) > 15


def test_unreadable_file():
    with Folder() as folder:
        path = folder.file("secret.txt", STORY)
        os.chmod(path, 0)
        assert error_of(path, wrapper=PLAIN_USER)["code"] == "unreadable"


def test_missing_file_and_folder():
    with Folder() as folder:
        assert error_of(os.path.join(folder.path, "none.txt"))["code"] == "unreadable"
        assert error_of(folder.path)["code"] in ("unreadable", "unsupported")


def test_full_disk():
    """A library on a disk of two megabytes: some are stored, the rest fail, all that was confirmed is there."""
    with Folder() as folder:
        wrapper = ("bwrap", "--dev-bind", "/", "/", "--size", "3000000", "--tmpfs", "/mnt")
        if subprocess.run([*wrapper, "true"], capture_output=True, check=False).returncode != 0:
            raise tap.Skip("no small disk can be made here")
        for i in range(60):
            folder.file(f"in/{i}.txt", STORY.replace("nine", f"{i}") + "\nThe sea was calm. " * 5000 + str(i))
        script = folder.file("run.sh", f"""
{CLI} import --library /mnt/library {folder.path}/in > {folder.path}/out; echo $? > {folder.path}/status
rm -f /mnt/filler; {CLI} list --library /mnt/library > {folder.path}/list
{CLI} check --library /mnt/library > {folder.path}/check; echo $? > {folder.path}/check-status
""")
        subprocess.run([*wrapper, "bash", script], check=False, capture_output=True, timeout=120)
        read = lambda name: open(os.path.join(folder.path, name), encoding="utf-8").read()
        import json
        lines = [json.loads(line) for line in read("out").splitlines()]
        assert read("status").strip() == "1"
        stored = {line["id"] for line in lines if "id" in line}
        errors = [line["error"] for line in lines if "error" in line]
        assert errors and all(len(e["message"]) > 15 for e in errors), errors[:2]
        listed = {json.loads(line)["id"] for line in read("list").splitlines()}
        assert stored == listed, (len(stored), len(listed))
        assert read("check-status").strip() == "0", read("check")


def make_library(folder):
    path = folder.file("story.txt", STORY)
    assert cli("import", "--library", folder.library, path).status == 0
    return os.path.join(folder.library, "library.db")


def test_read_only_library():
    with Folder() as folder:
        make_library(folder)
        subprocess.run(["chmod", "-R", "a-w", folder.library], check=True)
        result = cli("list", "--library", folder.library, wrapper=PLAIN_USER)
        assert result.status == 0 and len(result.lines) == 1
        assert "newsdesk-cli: " in result.err
        other = folder.file("other.txt", STORY + "\nMore came later.\n")
        result = cli("import", "--library", folder.library, other, wrapper=PLAIN_USER)
        assert result.status == 1 and len(result.lines[0]["error"]["message"]) > 15


def test_newer_library():
    with Folder() as folder:
        database = make_library(folder)
        connection = sqlite3.connect(database)
        connection.execute("PRAGMA user_version = 9999")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        with open(database, "rb") as file:
            before = file.read()
        result = cli("list", "--library", folder.library)
        assert result.status == 1 and "newer" in result.err, result.err
        with open(database, "rb") as file:
            assert file.read() == before


def test_damaged_library():
    with Folder() as folder:
        database = make_library(folder)
        with open(database, "r+b") as file:
            file.write(b"This is no database any more, not at all.")
        with open(database, "rb") as file:
            before = file.read()
        result = cli("list", "--library", folder.library)
        assert "newsdesk-cli: " in result.err
        assert cli("check", "--library", folder.library).status == 1
        with open(database, "rb") as file:
            assert file.read() == before, "a damaged library was touched"


def test_two_at_once():
    with Folder() as folder:
        paths = [folder.file(f"{i}.txt", STORY.replace("nine", f"hour {i}")) for i in range(60)]
        first = subprocess.Popen([CLI, "import", "--library", folder.library, *paths[:30]], stdout=subprocess.PIPE)
        second = subprocess.Popen([CLI, "import", "--library", folder.library, *paths[30:]], stdout=subprocess.PIPE)
        outputs = first.communicate(timeout=60)[0] + second.communicate(timeout=60)[0]
        assert first.returncode == 0 and second.returncode == 0, outputs
        assert len(cli("list", "--library", folder.library).lines) == 60
        assert cli("check", "--library", folder.library).status == 0


def test_show_unknown():
    with Folder() as folder:
        make_library(folder)
        result = cli("show", "--library", folder.library, "no-such-id")
        assert result.status == 1 and result.lines[0]["error"]["message"]


tap.run()
