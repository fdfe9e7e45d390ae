#!/usr/bin/env python3
# Checks the translations: nothing left out of POTFILES, good typography, every language complete.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: check-po.py ROOT LANGUAGE…   (the languages that must be complete)"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MARKED = re.compile(r'(?<![A-Za-z0-9_])(?:N?_|C_|NC_|Q_|ngettext|dngettext|g_dngettext)\s*\(\s*"|translatable="(?:yes|true)"')
# As the preset "glib" of meson's i18n module.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
CHECKS = ["ellipsis-unicode", "space-ellipsis", "quote-unicode"]


def run(*command) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def listed(path: Path) -> list:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def potfiles_problems(root: Path, files: list):
    if files != sorted(files):
        yield "POTFILES.in is not sorted"
    if len(files) != len(set(files)):
        yield "POTFILES.in names a file twice"
    for name in files:
        if not (root / name).is_file():
            yield f"POTFILES.in names {name}, which does not exist"
        elif name.endswith((".c", ".h", ".ui")) and not MARKED.search((root / name).read_text(encoding="utf-8")):
            yield f"POTFILES.in names {name}, which has nothing to translate"
    for path in sorted((root / "src").rglob("*")):
        name = str(path.relative_to(root))
        if path.suffix in (".c", ".h", ".ui") and name not in files:
            if MARKED.search(path.read_text(encoding="utf-8")):
                yield f"{name} has texts to translate and is not in POTFILES.in"


def extract(root: Path, files: list, output: Path) -> list:
    present = [name for name in files if (root / name).is_file()]
    command = [
        "xgettext", "--from-code=UTF-8", "--add-comments", f"--directory={root}", "--package-name=newsdesk",
        "--msgid-bugs-address=https://newsdesk.example.org/issues", *[f"--keyword={word}" for word in KEYWORDS]]
    extracted = run(*command, f"--output={output}", *present)
    # Once more for the typography, because nothing is written when that is wrong.
    checked = run(*command, "--output=/dev/null", *[f"--check={check}" for check in CHECKS], *present)
    problems = [line for line in checked.stderr.splitlines() if line.strip()]
    if extracted.returncode != 0 or (checked.returncode != 0 and not problems):
        problems.append(f"xgettext failed: {extracted.stderr.strip()}")
    return problems


def language_problems(po: Path, template: Path, work: Path):
    code = po.stem
    checked = run("msgfmt", "--check", "--check-accelerators=_", "--output-file=/dev/null", po)
    if checked.returncode != 0 or checked.stderr.strip():
        yield f"{code}: {checked.stderr.strip()}"
        return
    merged = work / po.name
    run("msgmerge", "--quiet", "--no-fuzzy-matching", f"--output-file={merged}", po, template)
    for option, what in (("--untranslated", "not translated"), ("--only-fuzzy", "fuzzy")):
        messages = run("msgattrib", option, "--no-obsolete", "--no-wrap", merged).stdout
        for message in re.findall(r'^msgid (".+"(?:\n".*")*)', messages, re.M):
            if message != '""':
                yield f"{code}: {what}: {message}"
    if run("msgattrib", "--obsolete", merged).stdout.strip() and "#~ msgid" in run("msgattrib", "--only-obsolete", merged).stdout:
        yield f"{code}: has translations that are no longer used"
    letters = re.findall(r'^msgctxt "letter of a kind"\nmsgid ".*"\nmsgstr "(.*)"', merged.read_text(encoding="utf-8"), re.M)
    if any(len(letter) != 1 for letter in letters) or len(set(letters)) != len(letters):
        yield f"{code}: the letters of the kinds are not one each, all different: {' '.join(letters)}"
    if shutil.which("i18nspector"):
        for line in run("i18nspector", merged).stdout.splitlines():
            # The addresses in our headers lie in a domain that is reserved for examples.
            if line.startswith(("E:", "W:")) and not re.search(r"invalid-(last-translator|language-team)", line):
                yield f"{code}: {line}"


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    root, complete = Path(sys.argv[1]), sys.argv[2:]
    files = listed(root / "po/POTFILES.in")
    languages = listed(root / "po/LINGUAS")
    problems = list(potfiles_problems(root, files))

    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        template = work / "newsdesk.pot"
        problems += extract(root, files, template)
        catalogues = {path.stem: path for path in (root / "po").glob("*.po")}
        if sorted(catalogues) != sorted(languages):
            problems.append(f"LINGUAS has {', '.join(languages) or 'nothing'}; there are {', '.join(sorted(catalogues)) or 'none'}")
        for code in complete:
            if code not in catalogues:
                problems.append(f"{code} is missing")
        for code, path in sorted(catalogues.items()):
            problems += language_problems(path, template, work)

    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
