"""What the scorers of the analysis share: annotated stories, and what the program finds in them, in the same offsets."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def begin(description):
    """Returns the options of the command line, and the module that aligns and counts."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", default=str(ROOT / "build/src/cli/newsdesk-cli"))
    parser.add_argument("--shared", default=os.environ.get("NEWSDESK_SHARED", str(ROOT.parent / "shared")))
    parser.add_argument("--answers", help="answers of the program, one a line, instead of running it")
    parser.add_argument("--wrong", action="store_true", help="list the errors")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    if not os.path.exists(f"{options.shared}/corpora/scoring.py"):
        sys.exit("skipped: no ../shared")
    sys.path.insert(0, f"{options.shared}/corpora")
    import scoring
    return options, scoring


def read_stories(paths):
    for path in paths:
        if path.endswith(".txt"):
            done = subprocess.run([sys.executable, ROOT / "data/analysis/corpus.py", "spans", path], stdout=subprocess.PIPE)
            text = done.stdout.decode()
        else:
            text = pathlib.Path(path).read_text(encoding="utf-8")
        # Other separators of lines may stand in a story.
        for line in text.split("\n"):
            if line.strip():
                yield json.loads(line)


def run(scoring, cli, stories):
    """The day of publication tells nothing of names and quotations, so all stories go through one call."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for n, story in enumerate(stories):
            files.append(os.path.join(folder, f"{n}.txt"))
            pathlib.Path(files[-1]).write_text(story.text + "\n", encoding="utf-8")
        return scoring.json_lines(scoring.run([cli, "analyze", *files]))


def answer(options, scoring, stories):
    """Each story, which has an id and a text, with the program's answer."""
    if options.answers:
        answers = scoring.json_lines(pathlib.Path(options.answers).read_text(encoding="utf-8"))
    else:
        answers = run(scoring, options.cli, stories)
    for story, answered in zip(stories, answers):
        if "error" in answered:
            sys.exit(f"{story.id}: {answered['error']}")
        yield story, answered


class Placer:
    """Brings spans of the program's text into the offsets of the story; None where the story has no such words."""

    def __init__(self, scoring, story, answered):
        self.aligner = scoring.Aligner(story.text, answered["text"])
        self.places = {rank: at for at, rank in enumerate(self.aligner.source[:-1])}

    def __call__(self, start, end):
        ranks = self.aligner.got(start, end)
        return (self.places[ranks[0]], self.places[ranks[1] - 1] + 1) if ranks else None


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def show_wrong(kind, story, span, detail, reach):
    """Prints an error with the words around it, on one line."""
    start, end = max(0, span[0] - reach), min(len(story.text), span[1] + reach)
    around = f"{story.text[start:span[0]]}[[{story.text[span[0]:span[1]]}]]{story.text[span[1]:end]}"
    print(f"{kind}\t{story.id}\t{detail}\t{' '.join(around.split())}")
