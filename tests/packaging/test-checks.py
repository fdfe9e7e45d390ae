#!/usr/bin/env python3
# A check that cannot fail checks nothing: each of ours must find the fault that is put in here.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: test-checks.py ROOT METAINFO DESKTOP-FILE VERSION"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent

# What to replace by what; each must make the check fail.
MANIFEST_FAULTS = [
    ('"--device=dri"', '"--device=all"'),
    ('"--share=network"', '"--share=network",\n\t\t"--filesystem=home"'),
    ('"commit": "', '"commit": "0'),
    ('"tag": "0.13.0"', '"branch": "master"'),
    ('"runtime-version": "50"', '"runtime-version": "master"'),
    ('"*.la"', '"/lib/debug"'),
    ('"id": "org.example.NewsDesk"', '"id": "org.example.Other"'),
    ('"id": "org.example.NewsDesk"', '"id": "org.example.NewsDesk",\n\t"id": "org.example.NewsDesk"'),
    ('share/licenses', 'share/doc'),
    ('"build"', '"builds"'),
    ('"modules": [', '"modules": [,'),
    ('\t"sdk"', '  "sdk"'),
]
METAINFO_FAULTS = [
    ("<name>NewsDesk</name>", "<name>NewsDesk for Linux</name>"),
    ("<summary>Read and annotate news</summary>", "<summary>A news reading app.</summary>"),
    ("<summary>Read and annotate news</summary>", "<summary>Read and annotate all the news of the world</summary>"),
    ('<url type="help">', '<url type="faq">'),
    ("<control>touch</control>", ""),
    ("#1a4a8a", "#99c1f1"),
    ("/v0.1.0/", "/main/"),
    ("<caption>Read", "<caption>read"),
    ('type="default"', ""),
    ('version="0.1.0"', 'version="0.0.9"'),
    ("<mediatype>text/markdown</mediatype>", "<mediatype>application/pdf</mediatype>"),
    ("read.png", "missing.png"),
    ('date="20', 'date="on 20'),
    ("oars-1.1", "oars-1.0"),
]
HEADER = [
    "Project-Id-Version: newsdesk", "PO-Revision-Date: 2026-11-23 12:00+0000", "Last-Translator: N. N. <nn@example.org>",
    "Language-Team: none <nn@example.org>", "Language: de", "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
]
SETTINGS_FAULTS = [
    ('<key name="sort"', '<key name="nobody-uses-this" type="b"><default>true</default></key><key name="sort"'),
]


def passes(*command) -> bool:
    result = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    return result.returncode == 0


def missed(original: Path, faults: list, command):
    """Yields the faults that the check did not find; `command` makes its arguments from the faulty file."""
    text = original.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        faulty = Path(folder) / original.name
        faulty.write_text(text, encoding="utf-8")
        if not passes(*command(faulty)):
            yield f"{original.name}: refused although nothing was spoilt"
        for old, new in faults:
            if old not in text:
                yield f"{original.name}: {old} is not there to be spoilt"
                continue
            faulty.write_text(text.replace(old, new, 1), encoding="utf-8")
            if passes(*command(faulty)):
                yield f"{original.name}: not found: {old} → {new}"


def missed_by_translations(root: Path):
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        (tree / "po").mkdir()
        (tree / "src").mkdir()
        (tree / "po/LINGUAS").write_text("xx\n", encoding="utf-8")
        (tree / "po/POTFILES.in").write_text("src/a.c\n", encoding="utf-8")
        source = 'char *a = _("One"), *b = _("Two");\n'
        head = 'msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in HEADER) + "\n"
        one, two = 'msgid "One"\nmsgstr "Eins"\n\n', 'msgid "Two"\nmsgstr "Zwei"\n'
        cases = [
            ("nothing", source, head + one + two, True),
            ("an untranslated text", source, head + one, False),
            ("a fuzzy text", source, head + one + "#, fuzzy\n" + two, False),
            ("three full stops", source.replace("One", "One..."), head + one.replace("One", "One...") + two, False),
            ("a lost placeholder", source.replace("One", "One %d"),
             head + "#, c-format\n" + one.replace("One", "One %d") + two, False),
        ]
        for what, code, po, good in cases:
            (tree / "src/a.c").write_text(code, encoding="utf-8")
            (tree / "po/xx.po").write_text(po, encoding="utf-8")
            if passes_without_spector(tree) != good:
                yield f"check-po.py: {what}: {'refused' if good else 'not found'}"
        letters = 'char *x = C_("letter of a kind", "A"), *y = C_("letter of a kind", "B");\n'
        translated = "".join(f'\nmsgctxt "letter of a kind"\nmsgid "{letter}"\nmsgstr "A"\n' for letter in "AB")
        (tree / "src/a.c").write_text(source + letters, encoding="utf-8")
        (tree / "po/xx.po").write_text(head + one + two + translated, encoding="utf-8")
        if passes_without_spector(tree):
            yield "check-po.py: not found: two kinds with one letter"
        (tree / "src/b.c").write_text(source, encoding="utf-8")
        if passes_without_spector(tree):
            yield "check-po.py: not found: a file that is not in POTFILES.in"


def passes_without_spector(tree: Path) -> bool:
    """The headers of the little catalogue above would not please i18nspector."""
    result = subprocess.run([sys.executable, str(HERE / "check-po.py"), str(tree)],
                            capture_output=True, text=True, check=False)
    problems = [line for line in result.stdout.splitlines() if ": W:" not in line and ": E:" not in line]
    return not problems


def main() -> None:
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    root, metainfo, desktop, version = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
    schema = root / "data/org.example.NewsDesk.gschema.xml"
    problems = [
        *missed(root / "org.example.NewsDesk.json", MANIFEST_FAULTS, lambda path: (HERE / "check-manifest.py", path)),
        *missed(metainfo, METAINFO_FAULTS,
                lambda path: (HERE / "check-metainfo.py", path, desktop, version, root / "data/screenshots")),
        *missed(schema, SETTINGS_FAULTS, lambda path: (HERE / "check-settings.py", path, root / "src")),
        *(missed_by_translations(root) if shutil.which("xgettext") else []),
    ]
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
