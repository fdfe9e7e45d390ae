#!/usr/bin/env python3
"""Reads annotated stories in the form of GUIDELINES.md.

    corpus.py check FILE…             says what is wrong, counts what is there
    corpus.py spans FILE…             one JSON object a story: text, blocks, marks with offsets in code points
    corpus.py strip FILE…             the bare text
    corpus.py compare FILE TEXT       whether the one story of FILE, bare, is TEXT but for white space

Copyright 2026 The NewsDesk authors
SPDX-License-Identifier: GPL-3.0-or-later
"""
import collections
import json
import re
import sys

NAMES = "pobvlfegxw"
BLOCKS = {"headline", "dek", "byline", "dateline", "subheading", "item", "caption", "credit", "boilerplate"}
MARK = re.compile(r"\{([a-z])(?:#(\d+))?(?::([^\s{}]+))? ")
DATE = re.compile(
    r"""(\?
    |-?\d{4}|\d{3}X|\d{2}XX
    |\d{4}-\d\d|\d{4}-\d\d-\d\d(T\d\d(:\d\d(:\d\d)?)?)?
    |\d{4}-W\d\d|\d{4}-Q[1-4]
    |P(\d+[YMWD])*(T(\d+[HMS])+)?)$""", re.X)
IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]*$")
# A token as a rough count for people; the engine's own tokeniser may differ.
TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")


class Story:
    def __init__(self, path, line, name):
        self.path, self.line, self.name = path, line, name
        self.header, self.blocks, self.marks = {}, [], []
        self.text, self.problems = "", []

    def problem(self, text):
        self.problems.append(f"{self.path}:{self.line}: {self.name}: {text}")


def date_is_sound(value):
    start, slash, end = value.partition("/")
    return bool(DATE.match(start)) and (not slash or bool(DATE.match(end)))


def read_block(story, source):
    kind = "paragraph"
    if source.startswith("@"):
        word, _, source = source.partition(" ")
        kind = word[1:]
        if kind not in BLOCKS:
            story.problem(f"unknown block @{kind}")
    if story.text:
        story.text += "\n\n"
    start, stack, at, out = len(story.text), [], 0, []
    length = start
    while at < len(source):
        match = MARK.match(source, at)
        if match:
            stack.append((match.group(1), match.group(2), match.group(3), length))
            at = match.end()
        elif source[at] == "{":
            story.problem(f"a brace that begins no mark: …{source[max(0, at - 20):at + 20]}…")
            at += 1
        elif source[at] == "}":
            if not stack:
                story.problem(f"a brace too many: …{source[max(0, at - 30):at + 1]}…")
            else:
                code, number, name, begin = stack.pop()
                story.marks.append({"code": code, "number": int(number) if number else None, "id": name,
                                    "start": begin, "end": length})
            at += 1
        else:
            out.append(source[at])
            length += 1
            at += 1
    for code, _, _, begin in stack:
        story.problem(f"mark {code} never closed: {''.join(out)[begin - start:][:40]}…")
    story.text += "".join(out)
    story.blocks.append({"kind": kind, "start": start, "end": length})


def check_marks(story):
    kinds, quotes = {}, collections.defaultdict(list)
    for mark in story.marks:
        code, text = mark["code"], story.text[mark["start"]:mark["end"]]
        mark["text"] = text
        where = f"{{{code} {text[:40]}}}"
        if not text or text != text.strip():
            story.problem(f"{where} is empty or has white space at its edge")
        if code in NAMES:
            if not mark["id"] or not IDENTIFIER.match(mark["id"]):
                story.problem(f"{where} has no sound id")
            elif kinds.setdefault(mark["id"], code) != code and {kinds[mark["id"]], code} != {"o", "b"} and {kinds[mark["id"]], code} != {"o", "f"}:
                story.problem(f"{where} was of kind {kinds[mark['id']]} before")
        elif code == "d":
            if not mark["id"] or not date_is_sound(mark["id"]):
                story.problem(f"{where} has no sound value: {mark['id']}")
        elif code in "qics":
            if not mark["number"]:
                story.problem(f"{where} has no number")
            quotes[mark["number"]].append(mark)
        elif code != "r":
            story.problem(f"{where}: unknown code")
    for mark in story.marks:
        if mark["code"] in "rqis" and mark["id"] not in kinds and mark["id"] not in ("?", "-", None):
            story.problem(f"{{{mark['code']} {mark['text'][:40]}}}: nothing is called {mark['id']}")
    for number, marks in quotes.items():
        content = [mark for mark in marks if mark["code"] in "qi"]
        speakers = {mark["id"] for mark in content}
        if not content:
            story.problem(f"quotation {number} has no content")
        if len(speakers) > 1:
            story.problem(f"quotation {number} has several speakers: {sorted(map(str, speakers))}")
        if None in speakers:
            story.problem(f"quotation {number} does not say who speaks: an id, ? or -")
    names = sorted((m for m in story.marks if m["code"] in NAMES), key=lambda m: m["start"])
    for before, after in zip(names, names[1:]):
        if after["start"] < before["end"]:
            story.problem(f"a name within a name: {after['text']}")


def read(path):
    stories, story, block = [], None, []

    def end_block():
        if block and story:
            read_block(story, " ".join(" ".join(block).split()))
        block.clear()

    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.strip()
            if line.startswith("=== "):
                end_block()
                story = Story(path, number, line[4:].strip())
                stories.append(story)
                in_header = True
            elif story is None:
                continue
            elif in_header and re.match(r"[a-z]+: ", line):
                key, _, value = line.partition(": ")
                story.header[key] = value
            elif not line:
                in_header = False
                end_block()
            else:
                in_header = False
                block.append(line)
        end_block()
    for story in stories:
        check_marks(story)
        if not re.match(r"\d{4}-\d\d-\d\d$", story.header.get("published", "")):
            story.problem("no sound published: day")
        if not story.text:
            story.problem("no text")
    return stories


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    command, paths = sys.argv[1], sys.argv[2:]
    if command == "compare":
        text = open(paths[1], encoding="utf-8").read().split()
        mine = read(paths[0])[0].text.split()
        if text == mine:
            return
        at = next((i for i, (a, b) in enumerate(zip(text, mine)) if a != b), min(len(text), len(mine)))
        sys.exit(f"differs from word {at}: {' '.join(text[at:at + 8])} | {' '.join(mine[at:at + 8])}")

    stories = [story for path in paths for story in read(path)]
    problems = [problem for story in stories for problem in story.problems]
    names = collections.Counter(story.name for story in stories)
    problems += [f"two stories are called {name}" for name, n in names.items() if n > 1]
    for problem in problems:
        print(problem, file=sys.stderr)
    if command == "spans":
        for story in stories:
            print(json.dumps({"id": story.name, **story.header, "text": story.text, "blocks": story.blocks,
                              "marks": sorted(story.marks, key=lambda m: (m["start"], -m["end"]))}, ensure_ascii=False))
    elif command == "strip":
        print("\n\n\n".join(story.text for story in stories))
    elif command == "check":
        counts = collections.Counter(mark["code"] for story in stories for mark in story.marks)
        tokens = sum(len(TOKEN.findall(story.text)) for story in stories)
        print(f"{len(stories)} stories, {tokens} tokens; " + ", ".join(f"{code} {n}" for code, n in counts.most_common()))
    else:
        sys.exit(__doc__)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
