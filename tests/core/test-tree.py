"""Checks of the source tree: who includes whom, licences, sizes, translations, and that no test is forgotten.

Copyright 2026 The NewsDesk authors
SPDX-License-Identifier: GPL-3.0-or-later

usage: test-tree.py SOURCE_ROOT BUILD_ROOT
"""

import json
import pathlib
import re
import sys

# What a layer may include besides itself. Lower layers never know of higher ones.
LAYERS = {
    "core": set(),
    "store": {"core"},
    "import": {"core"},
    "analysis": {"core"},
    "export": {"core"},
    "session": {"core", "store", "import", "analysis", "export"},
    "cli": {"core", "store", "import", "analysis", "export", "session"},
    "reader": {"core"},
    "ui": {"core", "store", "import", "analysis", "export", "session", "reader"},
    "main.c": {"core", "session", "reader", "ui"},
}
WITH_DISPLAY = {"reader", "ui", "main.c"}
TOOLKITS = re.compile(r"^(gtk|gdk|gsk|graphene|adwaita|libadwaita|webkit|jsc|javascriptcore|pango|cairo)\b", re.I)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
# Made while building, by the layer that includes them.
GENERATED = re.compile(r"^(config|desk-.*-(types|resources)|.*-marshal)\.h$")

MAX_LINES = 800
SIZED = {".c", ".h", ".js", ".css", ".ui", ".py", ".sh"}
LICENSED = {".c", ".h", ".js", ".css", ".py", ".sh", ".sql"}

TRANSLATED_C = re.compile(r'(?<![\w.>])(_|N_|C_|NC_|Q_|g?d?n?gettext|g_dn?gettext|g_dpgettext2?|ngettext)\s*\(\s*"')
TRANSLATED_UI = re.compile(r'translatable\s*=\s*"(yes|true|1)"')


class Checks:
    def __init__(self):
        self.number = 0
        self.failed = False

    def report(self, name, problems):
        self.number += 1
        self.failed = self.failed or bool(problems)
        for problem in problems:
            print(f"# {problem}")
        print(f"{'not ok' if problems else 'ok'} {self.number} /tree/{name}", flush=True)


def sources(folder, suffixes):
    return sorted(path for path in folder.rglob("*")
                  if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts)


def read(path):
    return path.read_text(encoding="utf-8")


def check_includes(src):
    """Problems of the #include lines below src/."""
    homes = {}
    problems = []
    for path in sources(src, {".h"}):
        homes.setdefault(path.name, set()).add(path.relative_to(src).parts[0])

    for path in sources(src, {".c", ".h"}):
        layer = path.relative_to(src).parts[0]
        if layer not in LAYERS:
            problems.append(f"{path.relative_to(src)} belongs to no layer")
            continue
        for bracket, name in INCLUDE.findall(read(path)):
            where = f"src/{path.relative_to(src)} includes {name}"
            if layer not in WITH_DISPLAY and TOOLKITS.match(name):
                problems.append(f"{where}, but src/{layer} has no display")
            if bracket == "<":
                continue
            if "/" in name:
                problems.append(f"{where} by a path")
            elif (path.parent / name).exists() or GENERATED.match(name):
                continue
            elif name not in homes:
                problems.append(f"{where}, which does not exist")
            elif layer in homes[name]:
                continue
            elif len(homes[name]) > 1:
                problems.append(f"{where}, and cannot tell which: {', '.join(sorted(homes[name]))} have one each")
            else:
                (home,) = homes[name]
                if home not in LAYERS[layer]:
                    problems.append(f"{where} from src/{home}")
                elif name.endswith("-private.h"):
                    problems.append(f"{where}, which is private to src/{home}")
    return problems


def check_licences(root):
    problems = []
    for folder in ("src", "tests", "data"):
        for path in sources(root / folder, LICENSED):
            head = "\n".join(read(path).splitlines()[:12])
            if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
                problems.append(f"{path.relative_to(root)} has no SPDX line at its top")
    return problems


def check_sizes(root):
    problems = []
    for folder in ("src", "tests"):
        for path in sources(root / folder, SIZED):
            lines = len(read(path).splitlines())
            if lines > MAX_LINES:
                problems.append(f"{path.relative_to(root)} has {lines} lines, more than {MAX_LINES}: split it by aspect")
    return problems


def is_translated(path):
    if path.suffix == ".c" or path.suffix == ".h":
        return bool(TRANSLATED_C.search(read(path)))
    return bool(TRANSLATED_UI.search(read(path)))


def check_translations(root):
    listed = [line.strip() for line in read(root / "po" / "POTFILES.in").splitlines()
              if line.strip() and not line.startswith("#")]
    problems = [f"po/POTFILES.in lists {name}, which does not exist"
                for name in listed if not (root / name).exists()]
    if listed != sorted(listed):
        problems.append("po/POTFILES.in is not sorted")
    if len(listed) != len(set(listed)):
        problems.append("po/POTFILES.in lists a file twice")
    for path in sources(root / "src", {".c", ".h", ".ui"}):
        name = str(path.relative_to(root))
        if is_translated(path) and name not in listed:
            problems.append(f"{name} has texts to translate, but po/POTFILES.in does not list it")
    return problems


def check_registered(root, targets, tests):
    """Each tests/**/test-* is the source of a program, or itself the program, that meson runs as a test."""
    used = {dependency for test in tests for dependency in test["depends"]}
    run = {source
           for target in targets if target["id"] in used
           for group in target["target_sources"]
           for source in group.get("sources", [])}
    run |= {argument for test in tests for argument in test["cmd"]}
    run = {pathlib.Path(name).resolve() for name in run}
    return [f"{path.relative_to(root)} is run by no test"
            for path in sources(root / "tests", {".c", ".py", ".sh"})
            if path.name.startswith("test-") and path.resolve() not in run]


def check_the_checks(root, scratch):
    """A check that cannot fail is none: each is given something to find."""
    src = scratch / "src"
    (src / "core").mkdir(parents=True)
    (src / "store").mkdir()
    (scratch / "tests").mkdir()
    (scratch / "data").mkdir()
    (scratch / "po").mkdir()
    (src / "store" / "desk-b.h").write_text("/* SPDX-License-Identifier: GPL-3.0-or-later */\n")
    (src / "core" / "desk-b-private.h").write_text("\n")
    (src / "core" / "desk-d.h").write_text("\n")
    (src / "store" / "desk-d.h").write_text("\n")
    (src / "session").mkdir()
    upper = src / "session" / "desk-s.c"
    bad = src / "core" / "desk-a.c"
    cases = [
        (check_includes, (src,), '#include "desk-b.h"\n', "from src/store"),
        (check_includes, (src,), "#include <gtk/gtk.h>\n", "no display"),
        (check_includes, (src,), '#include "desk-c.h"\n', "does not exist"),
        (check_includes, (src,), '#include "../store/desk-b.h"\n', "by a path"),
        (check_licences, (scratch,), "\n", "SPDX"),
        (check_sizes, (scratch,), "\n" * 801, "801 lines"),
        (check_translations, (scratch,), 'a = _ ("x");\n', "does not list it"),
    ]
    problems = []
    (scratch / "po" / "POTFILES.in").write_text("")
    for check, arguments, text, expected in cases:
        bad.write_text(text)
        upper.write_text("")
        if not any(expected in problem for problem in check(*arguments)):
            problems.append(f"{check.__name__} does not see {text.strip()[:40]!r}")
    for name, expected in (("desk-d.h", "cannot tell which"), ("desk-b-private.h", "private to src/core")):
        upper.write_text(f'#include "{name}"\n')
        if not any(expected in problem for problem in check_includes(src)):
            problems.append(f"check_includes does not see {name}")
    (scratch / "po" / "POTFILES.in").write_text("src/b.c\nsrc/a.c\n")
    if len(check_translations(scratch)) < 3:
        problems.append("check_translations does not see what POTFILES.in has in excess")
    (scratch / "tests" / "test-x.c").write_text("")
    if not check_registered(scratch, [], []):
        problems.append("check_registered does not see a test that is not run")
    return problems


def main():
    import tempfile

    root = pathlib.Path(sys.argv[1]).resolve()
    info = pathlib.Path(sys.argv[2]) / "meson-info"
    targets = json.loads(read(info / "intro-targets.json"))
    tests = json.loads(read(info / "intro-tests.json"))

    checks = Checks()
    print("TAP version 13\n1..6")
    with tempfile.TemporaryDirectory() as scratch:
        checks.report("checks-can-fail", check_the_checks(root, pathlib.Path(scratch)))
    checks.report("includes", check_includes(root / "src"))
    checks.report("licences", check_licences(root))
    checks.report("sizes", check_sizes(root))
    checks.report("translations", check_translations(root))
    checks.report("registered", check_registered(root, targets, tests))
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
