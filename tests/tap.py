"""A few lines of TAP: every function whose name starts with test_ is a test; SystemExit and exceptions fail it.

Names of tests as arguments: only these."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import inspect
import sys
import traceback


class Skip(Exception):
    """Raised by a test that cannot run here; the text says why."""


def run(module_name="__main__"):
    module = sys.modules[module_name]
    tests = [(n, f) for n, f in inspect.getmembers(module, inspect.isfunction) if n.startswith("test_")]
    tests.sort(key=lambda t: t[1].__code__.co_firstlineno)
    if len(sys.argv) > 1:
        tests = [t for t in tests if t[0] in sys.argv[1:]]
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
        except Skip as reason:
            print(f"ok {number} {name} # SKIP {reason}", flush=True)
        except BaseException:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("# " + line)
            print(f"not ok {number} {name}", flush=True)
        else:
            print(f"ok {number} {name}", flush=True)
    sys.exit(1 if failed else 0)
