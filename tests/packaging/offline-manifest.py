#!/usr/bin/env python3
# Writes a manifest that builds without network: every git source becomes the tarball of the same version.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: offline-manifest.py MANIFEST SOURCES OUTPUT"""

import hashlib
import json
import re
import sys
from pathlib import Path

# Debian's names where they differ from the manifest's.
SOURCE_PACKAGES = {"gumbo": "gumbo-parser"}


def tarball_of(module: str, tag: str, sources: Path) -> Path:
    package = SOURCE_PACKAGES.get(module, module)
    version = re.sub(r"^\D*", "", tag)
    found = sorted(sources.glob(f"{package}_*.orig.tar.*"))
    for path in found:
        # "+dfsg" marks a tarball from which files were taken that nobody builds.
        upstream = re.sub(r"\+.*", "", path.name.removeprefix(package + "_").split(".orig.tar")[0])
        if upstream == version:
            return path
    names = ", ".join(path.name for path in found) or "none"
    sys.exit(f"{module}: the manifest wants {version}; tarballs there: {names}")


def main() -> None:
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    manifest_path, sources, output = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
    checkout = manifest_path.resolve().parent

    for module in manifest["modules"]:
        for index, source in enumerate(module["sources"]):
            if source["type"] == "git":
                path = tarball_of(module["name"], source["tag"], sources)
                module["sources"][index] = {
                    "type": "archive",
                    "path": str(path.resolve()),
                    "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
                }
            elif source["type"] == "dir":
                source["path"] = str(checkout)
                # A checkout has build folders of any name beside the documented one.
                builds = [path.name for path in checkout.glob("build*") if path.is_dir()]
                source["skip"] = sorted({*source.get("skip", []), *builds})

    output.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


main()
