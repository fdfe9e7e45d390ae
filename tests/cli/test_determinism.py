"""The analysis gives the same bytes under any clock, time zone, locale and number of threads."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pathlib
import subprocess
import sys

from program import Folder
import tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CLOCKS = ["1000000000", "1709164800", "4102444800"]  # 2001, a 29th of February, 2100
ZONES = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]
LOCALES = ["C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"]
JOBS = ["1", "2", "7"]


def stories(folder):
    """Every tenth story of our own, as plain text."""
    files = sorted(str(path) for path in (ROOT / "data" / "analysis" / "corpus").glob("*.txt"))
    spans = subprocess.run([sys.executable, "-B", str(ROOT / "data" / "analysis" / "corpus.py"), "spans", *files],
                           stdout=subprocess.PIPE, check=True).stdout.decode()
    return [folder.file(f"{number}.txt", json.loads(line)["text"])
            for number, line in enumerate(spans.splitlines()) if number % 10 == 0]


def analyze(paths, clock=CLOCKS[0], zone=ZONES[0], locale=LOCALES[0], jobs=JOBS[0]):
    environment = dict(os.environ, TZ=zone, LC_ALL=locale, LANGUAGE="", NEWSDESK_FAKE_TIME=clock,
                       LD_PRELOAD=os.environ["NEWSDESK_FAKE_CLOCK"], LOCPATH=os.path.dirname(paths[0]))
    done = subprocess.run([os.environ["NEWSDESK_CLI"], "analyze", "--jobs", jobs, "--published", "2025-03-12", *paths],
                          stdout=subprocess.PIPE, env=environment)
    assert done.returncode == 0, done.returncode
    return done.stdout


def check(name, values):
    with Folder() as folder:
        paths = stories(folder)
        assert len(paths) > 20
        first, *others = [analyze(paths, **{name: value}) for value in values]
        assert first.count(b"\n") == len(paths)
        for value, other in zip(values[1:], others):
            assert other == first, f"{name} {value} gives other results than {values[0]}"


def test_the_clock_is_faked():
    environment = dict(os.environ, LD_PRELOAD=os.environ["NEWSDESK_FAKE_CLOCK"], NEWSDESK_FAKE_TIME=CLOCKS[0], TZ="UTC")
    year = subprocess.run(["date", "+%Y"], stdout=subprocess.PIPE, env=environment).stdout
    assert year == b"2001\n", year


def test_clocks():
    check("clock", CLOCKS)


def test_time_zones():
    check("zone", ZONES)


def test_locales():
    with Folder() as folder:
        paths = stories(folder)
        place = os.path.dirname(paths[0])
        for locale in LOCALES[1:]:
            subprocess.run(["localedef", "-i", locale.split(".")[0], "-f", "UTF-8", os.path.join(place, locale)], check=True)
            # One that is not there would fall back to C and prove nothing.
            point = subprocess.run(["locale", "decimal_point"], stdout=subprocess.PIPE, check=True,
                                   env=dict(os.environ, LC_ALL=locale, LOCPATH=place)).stdout
            assert point == b",\n", (locale, point)
        first, *others = [analyze(paths, locale=locale) for locale in LOCALES]
        for locale, other in zip(LOCALES[1:], others):
            assert other == first, f"{locale} gives other results than {LOCALES[0]}"


def test_threads():
    check("jobs", JOBS)


if __name__ == "__main__":
    tap.run()
