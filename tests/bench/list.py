"""The window on a large library: start to rows on screen, and the program's memory while its list is scrolled to the end.

usage: list.py DATA_FOLDER COUNT
"""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "ui"))
from mouse import Desk, until  # noqa: E402

DATA, COUNT = sys.argv[1], int(sys.argv[2])
PAGES = 60


def report(desk):
    return dict(line.split("=", 1) for line in desk.state("test-report").splitlines() if "=" in line)


def memory(pid):
    """What is in memory of the program: all, what is its own, and its share in proportion, in MB."""
    found = {}
    for name in ("status", "smaps_rollup"):
        with open(f"/proc/{pid}/{name}", encoding="ascii") as file:
            for line in file:
                if line.startswith(("VmRSS:", "RssAnon:", "Pss:")):
                    found[line.split(":")[0]] = int(line.split()[1]) / 1024
    return found["VmRSS"], found["RssAnon"], found["Pss"]


def tell(what, figures):
    print(f"{what:40} {figures[0]:10.0f} MB RSS ({figures[1]:.0f} its own; {figures[2]:.0f} MB PSS)")


def pause_analysis(desk):
    """Its words and model are no part of the list; analysing.py measures what it costs."""
    folder = os.path.join(desk.env["XDG_STATE_HOME"], "newsdesk")
    os.makedirs(folder)
    with open(os.path.join(folder, "windows.ini"), "w", encoding="utf-8") as file:
        file.write("[Library]\nanalysis-paused=true\n")


def main():
    with Desk(XDG_DATA_HOME=DATA) as desk:
        pause_analysis(desk)
        begun = time.monotonic()
        desk.launch()
        until(lambda: int(report(desk).get("rows", 0)) >= COUNT, 120, "the rows")
        print(f"{'start to rows':40} {(time.monotonic() - begun) * 1000:10.0f} ms")
        pid = desk.pid()
        time.sleep(1)
        tell("memory of the program", memory(pid))
        x, y = desk.locate("list_view")
        desk.click(x, y)
        most = memory(pid)
        for _ in range(PAGES):
            desk.key("Next", "Next", "Next", "Next")
            most = max(most, memory(pid))
        desk.key("End")
        time.sleep(1)
        for _ in range(PAGES):
            desk.key("Prior", "Prior", "Prior", "Prior")
            most = max(most, memory(pid))
        desk.key("End")
        time.sleep(1)
        desk.shot(f"bench-end-of-{COUNT}")
        tell("memory at most, scrolled to the end", max(most, memory(pid)))
        desk.quit()


main()
