#!/usr/bin/env python3
"""Keeps annotations apart from a text that is not ours to copy.

    stand-off.py make CORPORA FILE…   annotated stories to JSON Lines: hash of the source's text, blocks and marks by offset
    stand-off.py join CORPORA FILE    the same stories with their text, one JSON object each, as "corpus.py spans" gives them

CORPORA is the folder the texts stand in. The stories of FILE… are named as their texts: a document of aliases/gum-news.json,
or re3d-NAME for ner/re3d-NAME.conll, whose text is its tokens with spaces between them, a blank line after a sentence; a story
may hold its first sentences only. Offsets are code points of that text, end exclusive; white space may differ from FILE's.

Copyright 2026 The NewsDesk authors
SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import json
import os
import sys

sys.dont_write_bytecode = True
import corpus

GUM = "aliases/gum-news.json"
COLUMNS = "ner/{}.conll"


class Sources:
    """The texts of a folder of corpora, read once."""

    def __init__(self, folder):
        self.folder, self.read_already = folder, {}

    def read(self, source, parse):
        if source not in self.read_already:
            try:
                with open(os.path.join(self.folder, source), encoding="utf-8") as file:
                    self.read_already[source] = parse(file)
            except OSError as error:
                sys.exit(f"{error.filename}: {error.strerror}")
        return self.read_already[source]

    def has(self, source):
        return os.path.exists(os.path.join(self.folder, source))

    def text(self, source, document, sentences=None):
        """The text of @document, of its first @sentences only where that is given."""
        if source.endswith(".conll"):
            return "\n\n".join(self.read(source, sentences_of)[:sentences])
        texts = self.read(source, lambda file: {entry["id"]: entry["text"] for entry in json.load(file)})
        if document not in texts:
            sys.exit(f"{source} has no document {document}")
        return texts[document]


def sentences_of(file):
    sentences, tokens = [], []
    for line in file:
        if line.strip():
            tokens.append(line.rstrip("\r\n").split("\t")[0])
        elif tokens:
            sentences.append(" ".join(tokens))
            tokens = []
    if tokens:
        sentences.append(" ".join(tokens))
    return sentences


def align(story, text):
    """For every code point of the story's text where it stands in @text; nothing if they differ in more than white space."""
    places, at = [], 0
    for character in story.text:
        if character.isspace():
            places.append(None)
            continue
        while at < len(text) and text[at].isspace():
            at += 1
        if at == len(text) or text[at] != character:
            return None
        places.append(at)
        at += 1
    return None if text[at:].strip() else places


def find_source(story, sources):
    """The source, its text, how many sentences of it, and where the story's text stands in it."""
    source = COLUMNS.format(story.name)
    if not sources.has(source):
        text = sources.text(GUM, story.name)
        return GUM, text, None, align(story, text)
    length = sum(len(word) for word in story.text.split())
    every, n = sources.read(source, sentences_of), 0
    while n < len(every) and length > 0:
        length -= sum(len(word) for word in every[n].split())
        n += 1
    text = sources.text(source, story.name, n)
    return source, text, n if n < len(every) else None, align(story, text)


def make(folder, paths):
    sources = Sources(folder)
    for story in (story for path in paths for story in corpus.read(path)):
        source, text, sentences, places = find_source(story, sources)
        if story.problems:
            sys.exit("\n".join(story.problems))
        if places is None:
            sys.exit(f"{story.path}: {story.name}: the text is not that of {source}")

        def span(start, end):
            return [places[start], places[end - 1] + 1]

        entry = {"document": story.name, "source": source}
        if sentences is not None:
            entry["sentences"] = sentences
        entry.update({
            "published": story.header["published"],
            "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
            "length": len(text),
            "blocks": [[block["kind"], *span(block["start"], block["end"])] for block in story.blocks],
            "marks": [[mark["code"], mark["number"], mark["id"], *span(mark["start"], mark["end"])]
                      for mark in sorted(story.marks, key=lambda mark: (mark["start"], -mark["end"]))],
        })
        print(json.dumps(entry, ensure_ascii=False))


def squeeze(text, blocks):
    """@text's blocks with single spaces, a blank line between them; the spans of the blocks; where each code point went."""
    out, spans, places, length = [], [], {}, 0
    for kind, start, end in blocks:
        if out:
            length += 2
        first, words, gap = length, [], False
        for at in range(start, end):
            if text[at].isspace():
                gap = True
                continue
            if gap and words:
                words.append(" ")
                length += 1
            gap = False
            places[at] = length
            words.append(text[at])
            length += 1
        out.append("".join(words))
        spans.append({"kind": kind, "start": first, "end": length})
    return "\n\n".join(out), spans, places


def joined(entry, sources):
    document = entry["document"]
    source = sources.text(entry["source"], document, entry.get("sentences"))
    if len(source) != entry["length"] or hashlib.sha256(source.encode("utf-8")).hexdigest() != entry["sha256"]:
        sys.exit(f"{document}: the text of {entry['source']} is not the one that was annotated "
                 f"({len(source)} code points, {entry['length']} expected; or another hash)")
    text, blocks, places = squeeze(source, entry["blocks"])
    marks = []
    for code, number, name, start, end in entry["marks"]:
        if start not in places or end - 1 not in places:
            sys.exit(f"{document}: mark {code} at {start}–{end} stands in no block")
        start, end = places[start], places[end - 1] + 1
        marks.append({"code": code, "number": number, "id": name, "start": start, "end": end, "text": text[start:end]})
    return {"id": document, "published": entry["published"], "text": text, "blocks": blocks, "marks": marks}


def join(folder, path):
    sources = Sources(folder)
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                print(json.dumps(joined(json.loads(line), sources), ensure_ascii=False))


def main():
    arguments = sys.argv[1:]
    if len(arguments) >= 3 and arguments[0] == "make":
        make(arguments[1], arguments[2:])
    elif len(arguments) == 3 and arguments[0] == "join":
        join(arguments[1], arguments[2])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
