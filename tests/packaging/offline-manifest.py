#!/usr/bin/env python3
# Writes a manifest that builds without network: every git source becomes the tarball of the same version.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: offline-manifest.py MANIFEST TARBALLS SOURCE-FOLDER OUTPUT"""

import hashlib
import json
import re
import sys
from pathlib import Path

# Debian's names where they differ from the manifest's.
SOURCE_PACKAGES = {"gumbo": "gumbo-parser"}


def tarball_of(module: str, tag: str, tarballs: Path) -> Path:
    package = SOURCE_PACKAGES.get(module, module)
    version = re.sub(r"^\D*", "", tag)
    found = sorted(tarballs.glob(f"{package}_*.orig.tar.*"))
    for path in found:
        # "+dfsg" marks a tarball from which files were taken that nobody builds.
        upstream = re.sub(r"\+.*", "", path.name.removeprefix(package + "_").split(".orig.tar")[0])
        if upstream == version:
            return path
    names = ", ".join(path.name for path in found) or "none"
    sys.exit(f"{module}: the manifest wants {version}; tarballs there: {names}")


def main() -> None:
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    manifest, tarballs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])

    for module in manifest["modules"]:
        for index, source in enumerate(module["sources"]):
            if source["type"] == "git":
                path = tarball_of(module["name"], source["tag"], tarballs)
                module["sources"][index] = {
                    "type": "archive",
                    "path": str(path.resolve()),
                    "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
                }
            elif source["type"] == "dir":
                source["path"] = sys.argv[3]

    Path(sys.argv[4]).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


main()
