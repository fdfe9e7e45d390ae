#!/usr/bin/env python3
# Holds the Flatpak manifest to our own rules, which are those of a store and a few stricter ones.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: check-manifest.py MANIFEST"""

import json
import re
import sys
from pathlib import Path

PERMISSIONS = ["--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri", "--share=network"]
CLEANUP = {"/include", "/lib/pkgconfig", "/lib/cmake", "/share/man", "*.a", "*.la"}
SKIPPED = {".git", ".flatpak-builder", "_flatpak", "build"}
RUNTIME = ("org.gnome.Platform", "org.gnome.Sdk", "50")


def no_duplicates(pairs: list) -> dict:
    keys = [key for key, _ in pairs]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise ValueError(f"keys that stand twice: {', '.join(sorted(twice))}")
    return dict(pairs)


def problems_of_source(name: str, source: dict, last: bool):
    kind = source.get("type")
    if kind == "dir":
        if not last:
            yield f"{name}: only our own module may come from a folder"
        missing = SKIPPED - set(source.get("skip", []))
        if missing:
            yield f"{name}: the folder's source does not skip {', '.join(sorted(missing))}"
    elif kind == "git":
        if not source.get("url", "").startswith("https://"):
            yield f"{name}: a git source without an https address"
        if not source.get("tag"):
            yield f"{name}: a git source without a tag"
        if not re.fullmatch(r"[0-9a-f]{40}", source.get("commit", "")):
            yield f"{name}: a git source without a full commit"
        if "branch" in source:
            yield f"{name}: a git source that follows a branch"
    elif kind == "archive":
        if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
            yield f"{name}: an archive without its SHA-256"
    else:
        yield f"{name}: a source of the kind {kind}"


def problems_of_module(module: dict, last: bool):
    name = module.get("name", "a module without a name")
    options = module.get("build-options", {})
    for flag in ("cflags", "cxxflags", "cppflags"):
        if flag in options:
            yield f"{name}: {flag} set by hand"
    if "--share=network" in options.get("build-args", []):
        yield f"{name}: builds with network"
    if not any("/share/licenses/" in step for step in module.get("post-install", [])):
        yield f"{name}: installs no licence"
    for source in module.get("sources", []):
        yield from problems_of_source(name, source, last)


def problems_of(path: Path):
    raw = path.read_bytes()
    if b"\r" in raw or not raw.endswith(b"}\n"):
        yield "line ends are not LF, or the last one is missing"
    if any(re.match(rb" ", line) for line in raw.split(b"\n")):
        yield "indented with spaces"
    manifest = json.loads(raw, object_pairs_hook=no_duplicates)

    if manifest.get("id") != path.name.removesuffix(".json"):
        yield "the id is not the name of the file"
    if (manifest.get("runtime"), manifest.get("sdk"), manifest.get("runtime-version")) != RUNTIME:
        yield f"the runtime is not {' '.join(RUNTIME)}"
    if manifest.get("finish-args") != PERMISSIONS:
        yield f"finish-args are not exactly {' '.join(PERMISSIONS)}"
    if set(manifest.get("cleanup", [])) != CLEANUP:
        yield f"cleanup is not exactly {' '.join(sorted(CLEANUP))}"
    if "build-options" in manifest:
        yield "build-options for all modules"

    modules = manifest.get("modules", [])
    for module in modules:
        yield from problems_of_module(module, module is modules[-1])
    if not modules or [source["type"] for source in modules[-1]["sources"]] != ["dir"]:
        yield "our own module is not the last one, or not from the folder"


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    path = Path(sys.argv[1])
    try:
        problems = list(problems_of(path))
    except (ValueError, KeyError, TypeError) as error:
        problems = [f"not a manifest: {error}"]
    for problem in problems:
        print(f"{path.name}: {problem}")
    sys.exit(1 if problems else 0)


main()
