#!/usr/bin/env python3
"""Our own annotated stories as cases for a scorer of dates: JSON Lines, one paragraph a line, "story/paragraph" as its id."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   date-cases.py data/analysis/corpus/*.txt > own.jsonl
#   data/analysis/stand-off.py join ../shared/corpora data/analysis/test/gum-news.jsonl | date-cases.py > news.jsonl
#   ../shared/corpora/dates/score.py own.jsonl --cli build/src/cli/newsdesk-cli              # paragraph by paragraph
#   ../shared/corpora/dates/score.py own.jsonl --cli build/src/cli/newsdesk-cli --analyze    # whole stories
#
# What has no value in the annotation is wanted as a span only; sets are told from their words, since the annotation gives them
# no value. Bylines, credits and boilerplate are left out, as the analysis leaves them out.

import json
import os
import re
import subprocess
import sys

READER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "analysis", "corpus.py")
SET = re.compile(r"every\b|each\b|(once|twice) a\b|(mon|tues|wednes|thurs|fri|satur|sun)days$", re.I)
LEFT_OUT = {"byline", "credit", "boilerplate"}


def cases(story):
    for n, block in enumerate(story["blocks"]):
        if block["kind"] in LEFT_OUT:
            continue
        text, dates = story["text"][block["start"]:block["end"]], []
        for mark in story["marks"]:
            if mark["code"] != "d" or not block["start"] <= mark["start"] < block["end"]:
                continue
            start, end, value = mark["start"] - block["start"], mark["end"] - block["start"], mark["id"]
            kind = ("DURATION" if value.startswith("P") else "SET" if SET.match(text[start:end]) else "TIME" if "T" in value else
                    "DATE")
            dates.append({"start": start, "end": end, "text": text[start:end], "type": kind,
                          "values": None if value == "?" else [value]})
        yield {"id": f"{story['id']}/{n}", "reference": story["published"], "text": re.sub(r"[\r\n]", " ", text),
               "dates": dates}


def main():
    if len(sys.argv) > 1:
        spans = subprocess.run([sys.executable, READER, "spans", *sys.argv[1:]], capture_output=True, text=True, check=True).stdout
    else:
        spans = sys.stdin.read()
    for line in spans.splitlines():
        for case in cases(json.loads(line)):
            print(json.dumps(case, ensure_ascii=False))


if __name__ == "__main__":
    main()
