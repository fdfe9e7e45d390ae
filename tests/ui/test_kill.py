"""kill -9 at random moments of importing and marking: afterwards the library is sound and has all that was confirmed."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import random
import subprocess
import time

from mouse import BUILD, Desk, until
import tap

ROUNDS = 50

STORY = """The Ferry Sails Again

The ferry to Port Ellery sailed at dawn on Monday, {number} days after the storm, the harbour office said.

"We counted every plank," harbour master Ida Brandt told reporters. Her crew had worked through the night.
"""


def report(desk):
    return dict(line.split("=", 1) for line in desk.state("test-report").splitlines() if "=" in line)


def cli(desk, *arguments):
    process = subprocess.run([f"{BUILD}/src/cli/newsdesk-cli", *arguments], env=desk.env, capture_output=True, text=True,
                             timeout=60, check=False)
    assert process.returncode == 0, (arguments, process.stdout[-500:], process.stderr[-500:])
    return process.stdout


def stored_marks(desk, rows):
    marked = [row["id"] for row in rows if row["marks"]]
    articles = [json.loads(line) for line in cli(desk, "show", *marked).splitlines()] if marked else []
    return {(m["start"], m["end"], m["exact"]) for article in articles for m in article["marks"]}


def test_kill_while_importing_and_marking():
    chance = random.Random(os.environ.get("NEWSDESK_SEED", "9"))
    seen = set()         # marks that the window showed
    n_rows = 0
    with Desk() as desk:
        for number in range(ROUNDS):
            files = [desk.file(f"{number}-{i}.txt", STORY.format(number=number * 100 + i)) for i in range(12)]
            desk.launch(*files)
            text = until(lambda: desk.state("test-text"), 60, "an article")
            # Keys go to the text once it was clicked.
            first = until(lambda: desk.where(0, 5), 10, "the headline")[0]
            desk.click(first[0] + 5, first[1] + 8)
            deadline = time.monotonic() + chance.uniform(0, 1.2)
            while time.monotonic() < deadline:
                place = chance.randrange(len(text) - 10)
                desk.activate("test-select", f"(uint32 {place}, uint32 {place + chance.randrange(4, 10)})")
                desk.key(str(chance.randrange(1, 9)))
                # A number on a mark that is selected changes its kind: what was confirmed is the passage.
                seen.update((start, end, exact) for start, end, _, exact, _ in desk.marks())
            n_rows = max(n_rows, int(report(desk).get("rows", 0)))
            desk.kill()

            assert "order" in cli(desk, "check")
            rows = [json.loads(line) for line in cli(desk, "list").splitlines()]
            assert len(rows) >= n_rows, (number, len(rows), n_rows)
            missing = seen - stored_marks(desk, rows)
            assert not missing, (number, missing)
    print(f"# {ROUNDS} kills, {n_rows} articles and {len(seen)} marks confirmed and found again")
    assert len(seen) > ROUNDS / 2, "too little was marked for this to say anything"


tap.run()
