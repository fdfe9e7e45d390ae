#!/usr/bin/env python3
# Every key of the settings is used by the program, and every key that the program names exists.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: check-settings.py SCHEMA SOURCE-FOLDER"""

import re
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

CALL = re.compile(
    r"g_settings_(?:get|set|bind|bind_with_mapping|create_action|reset|get_[a-z_0-9]+|set_[a-z_0-9]+)\s*\("
    r"[^\"();]*(?:\([^()]*\)[^\"();]*)*\"([a-z0-9-]+)\"")


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    keys = {key.get("name") for key in xml.parse(sys.argv[1]).iter("key")}
    sources = [path for kind in ("*.c", "*.ui") for path in sorted(Path(sys.argv[2]).rglob(kind))]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)

    problems = [f"the key {key} is used nowhere" for key in sorted(keys) if f'"{key}"' not in text]
    problems += [f"there is no key {key}" for key in sorted(set(CALL.findall(text)) - keys)]
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
