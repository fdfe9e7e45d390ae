"""What needs no display must not link what opens one.

Copyright 2026 The NewsDesk authors
SPDX-License-Identifier: GPL-3.0-or-later

usage: test-links.py PROGRAM…
"""

import re
import subprocess
import sys

TOOLKITS = re.compile(r"^\s*(lib(gtk|gdk|gsk|adwaita|webkit|javascriptcore)[^ ]*)", re.M | re.I)


def find_toolkits(ldd_output):
    return [name for name, _ in TOOLKITS.findall(ldd_output)]


def main():
    programs = sys.argv[1:]
    failed = False
    print(f"TAP version 13\n1..{len(programs) + 1}")

    sample = "\tlibgtk-4.so.1 => /usr/lib/libgtk-4.so.1 (0x0)\n\tlibc.so.6 => /usr/lib/libc.so.6 (0x0)\n"
    can_fail = find_toolkits(sample) == ["libgtk-4.so.1"]
    print(f"{'ok' if can_fail else 'not ok'} 1 /links/check-can-fail")

    for number, program in enumerate(programs, 2):
        result = subprocess.run(["ldd", program], capture_output=True, text=True)
        found = find_toolkits(result.stdout)
        good = result.returncode == 0 and "libglib-2.0" in result.stdout and not found
        if not good:
            failed = True
            print(f"# {program} links {', '.join(found) or result.stderr.strip() or 'no GLib'}")
        print(f"{'ok' if good else 'not ok'} {number} /links/{program.rsplit('/', 1)[-1]}", flush=True)
    return 1 if failed or not can_fail else 0


if __name__ == "__main__":
    sys.exit(main())
