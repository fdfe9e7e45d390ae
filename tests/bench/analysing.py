"""The window while a large library is analysed: times of frames and of the main loop with the analysis at work and with it
paused, in turns, while the list, the hits of a search and the article are scrolled, the page of somebody named in it beside
it; how fast the analysis is, and that it goes on after a crash.

usage: analysing.py DATA_FOLDER COUNT [SECONDS]

The library is not analysed yet, and is afterwards: give it a copy. SECONDS is how long the analysis may take at the end, when
nothing is measured but itself; 0 of its own.
"""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import contextlib
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "ui"))
from mouse import Desk, until  # noqa: E402

DATA, COUNT = sys.argv[1], int(sys.argv[2])
SECONDS = float(sys.argv[3]) if len(sys.argv) > 3 else 0
ROUNDS = 4
WHEEL = 120          # turns of the wheel each time, as fast as a finger does it
DELAY = 30           # ms between two
MENTION = "0"        # kind of a result
TURN = 16000         # µs of one frame at 60 Hz


def rows(desk):
    found = dict(line.split("=", 1) for line in desk.state("test-report").splitlines() if "=" in line)
    return int(found.get("rows", 0))


def progress(desk):
    """How many are done and how many there are; None once there is nothing left."""
    words = desk.state("test-analysing").split()
    return tuple(map(int, words[:2])) if words else None


class Times:
    """All that was measured of one way of scrolling."""

    def __init__(self):
        self.frames, self.turns, self.work = [], [], []

    def add(self, report):
        for line in report.splitlines():
            name, *numbers = line.split()
            getattr(self, name).extend(map(int, numbers))

    def __str__(self):
        frames = sorted(self.frames)

        def share(part):
            return frames[min(len(frames) - 1, int(len(frames) * part))] / 1000

        return (f"{len(frames):6} {share(0.5):8.1f} {share(0.95):7.1f} {share(0.99):7.1f} {frames[-1] / 1000:8.1f}"
                f" {max(self.turns, default=0) / 1000:10.1f} {sum(turn > TURN for turn in self.turns):6}"
                f" {max(self.work, default=0) / 1000:10.1f} {sum(work > TURN for work in self.work):6}")


def scroll(desk, place, there_and_back):
    desk.move(*place)
    for button in (5, 4) if there_and_back else (5, 5):
        subprocess.run(["xdotool", "click", "--repeat", str(WHEEL // 2), "--delay", str(DELAY), str(button)], check=True)


@contextlib.contextmanager
def measured(desk, times):
    desk.activate("test-frames", "true")
    yield
    times.add(desk.state("test-frames", "false"))


def scroll_all(desk, times, state):
    for what, widget, there_and_back in (("list", "list_view", False), ("article", "WebKitWebView", True)):
        with measured(desk, times.setdefault((what, state), Times())):
            scroll(desk, desk.locate(widget), there_and_back)
    desk.key("ctrl+shift+f")
    desk.type("government")
    until(lambda: 0 < rows(desk) < COUNT, 20, "the hits")
    with measured(desk, times.setdefault(("hits", state), Times())):
        scroll(desk, desk.locate("list_view"), False)
    desk.key("Escape")
    until(lambda: rows(desk) == COUNT, 20, "all articles again")


def open_somebody(desk):
    """The page of the first that the article names, with all that the library knows of it."""
    names = [line.split()[:3] for line in until(lambda: desk.state("test-analysis"), 20, "the analysis").splitlines()]
    start, end = next((int(start), int(end)) for kind, start, end in names if kind == MENTION)
    desk.show(start, end)
    x, y, width, height = desk.where(start, end)[0]
    desk.click(x + width / 2, y + height / 2)
    until(lambda: desk.state("test-finding").splitlines()[0], 20, "the name to be selected")
    desk.key("ctrl+i")
    until(lambda: desk.locate("mentions"), 10, "the page of somebody")


def switch(desk, paused):
    desk.press("win.pause-analysis")
    until(lambda: desk.state("test-analysing").endswith(f" {int(paused)}"), 20, "the analysis to rest or to go on")


def show(times):
    print(f"{'ms':22} {'frames':>6} {'median':>8} {'95 %':>7} {'99 %':>7} {'longest':>8}"
          f" {'main loop':>10} {'> 16':>6} {'processor':>10} {'> 16':>6}")
    for (what, state), found in sorted(times.items()):
        print(f"{what + ', ' + state:22} {found}")


def main():
    with Desk(XDG_DATA_HOME=DATA) as desk:
        state = os.path.join(desk.folder, "state", "newsdesk")
        os.makedirs(state)
        with open(os.path.join(state, "windows.ini"), "w", encoding="utf-8") as file:
            file.write("[Library]\nanalysis-paused=true\n")
        desk.launch()
        until(lambda: rows(desk) >= COUNT, 120, "the rows")
        assert progress(desk) == (0, COUNT), progress(desk)
        x, y = desk.locate("list_view")
        desk.click(x, y)
        until(lambda: desk.state("test-text"), 60, "an article")
        open_somebody(desk)
        desk.shot("bench-analysing-somebody")
        time.sleep(2)

        times, rate = {}, []
        for _ in range(ROUNDS):
            scroll_all(desk, times, "paused")
            before, begun = progress(desk)[0], time.monotonic()
            switch(desk, False)
            scroll_all(desk, times, "analysing")
            rate.append((progress(desk)[0] - before) / (time.monotonic() - begun))
            switch(desk, True)
        show(times)
        print(f"{'analysed while scrolling':40} {sum(rate) / len(rate):10.1f} articles/s")

        switch(desk, False)
        before, begun = progress(desk)[0], time.monotonic()
        time.sleep(10)
        print(f"{'analysed beside a window at rest':40} {(progress(desk)[0] - before) / (time.monotonic() - begun):10.1f} articles/s")
        desk.shot(f"bench-analysing-{COUNT}")
        left = COUNT - progress(desk)[0]
        desk.kill()
        begun = time.monotonic()
        desk.launch()
        until(lambda: progress(desk) and progress(desk)[0], 60, "the analysis to go on")
        print(f"{'killed and started to the next analysed':40} {(time.monotonic() - begun) * 1000:10.0f} ms")
        done, total = progress(desk)
        assert left - 100 < total <= left, (left, done, total)
        if SECONDS:
            begun = time.monotonic()
            until(lambda: progress(desk) is None, SECONDS, "the end of the analysis")
            print(f"{'the rest, ' + str(total) + ' articles':40} {time.monotonic() - begun:10.1f} s")
        desk.quit()


main()
