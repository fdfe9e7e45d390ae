#!/usr/bin/env python3
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores who said what: quotations and statements against annotated stories.

    score-quotes.py [--cli PATH | --answers FILE] [--shared FOLDER] [--wrong] FILE…

FILE holds one JSON object a story, as `corpus.py spans` prints them; an annotated .txt is read through it. Prints

  direct quotes     those found of those there (a quotation in marks without indirect words around it)
  speakers          precision: of the direct quotes with a speaker, how many have the right one;
                    recall: of the direct quotes whose speaker is known, how many were given it
  source, cue, content   F1 over words of all attributions, and of the indirect and mixed ones alone

A speaker is right if its entity has a mention over a name of the right one, or if its words lie in the source's. "By the entity"
leaves out the latter: whom a pronoun or a description means must be known.

"""
import collections
import re

import annotated
from annotated import overlap

NAMES = "pobvlfegxw"
WORD = re.compile(r"\w+(?:['’]\w+)?")
PARTS = ("source", "cue", "content")


class Attribution:
    """What one speaker says, in gold or as found; spans in the gold text."""

    def __init__(self, speaker=None):
        self.speaker = speaker
        self.spans = {"source": [], "cue": [], "content": []}
        self.quoted = []  # stretches in quotation marks
        self.indirect = False
        self.kind = None


class Gold:
    def __init__(self, story):
        self.id, self.text = story["id"], story["text"]
        self.mentions = collections.defaultdict(list)  # id → spans
        self.quotes = {}
        self.scare = []
        for mark in story["marks"]:
            span = (mark["start"], mark["end"])
            if mark["code"] in NAMES:
                self.mentions[mark["id"]].append(span)
            elif mark["code"] in "qics" and mark["code"] == "q" and mark["id"] == "-":
                self.scare.append(span)
            elif mark["code"] in "qics":
                quote = self.quotes.setdefault(mark["number"], Attribution())
                if mark["code"] in "qi":
                    quote.speaker = mark["id"]
                    quote.spans["content"].append(span)
                    quote.indirect |= mark["code"] == "i"
                    if mark["code"] == "q":
                        quote.quoted.append(span)
                else:
                    quote.spans["cue" if mark["code"] == "c" else "source"].append(span)
        # A number whose content is set off only is no attribution.
        self.quotes = {n: q for n, q in self.quotes.items() if q.spans["content"]}
        self.direct = [q for q in self.quotes.values() if q.quoted and not q.indirect]
        self.others = [q for q in self.quotes.values() if q.indirect]


class Found:
    def __init__(self, answer, gold, scoring):
        place = annotated.Placer(scoring, gold, answer)

        def attribution(item, contents, kind):
            made = Attribution(item["speaker"])
            made.kind = kind
            made.why = item.get("why")
            for name, spans in (("source", [item["speaker_span"]]), ("cue", [item["cue"]]), ("content", contents)):
                made.spans[name] = [p for p in (place(*span) for span in spans if span) if p]
            return made

        self.mentions = {e["id"]: [p for p in (place(m["start"], m["end"]) for m in e["mentions"]) if p] for e in answer["entities"]}
        self.quotes = [attribution(q, q["parts"], q["kind"]) for q in answer["quotes"]]
        self.statements = [attribution(s, [s["content"]], s["kind"]) for s in answer["statements"]]


def common(spans, others):
    return sum(overlap(a, b) for a in spans for b in others)


def size(spans):
    return sum(b - a for a, b in spans)


def is_said(quote):
    """A word set off counts only where somebody is said to say it."""
    return quote.kind != "scare" or bool(quote.spans["cue"])


def is_same(found, gold):
    shared = common(found.spans["content"], gold.quoted)
    return shared * 2 >= min(size(found.spans["content"]), size(gold.quoted)) and shared > 0


def entity_is_right(found, gold, story, answer):
    return (found.speaker is not None and gold.speaker not in ("?", "-")
            and common(answer.mentions.get(found.speaker, []), story.mentions[gold.speaker]) > 0)


def speaker_is_right(found, gold, story, answer):
    if found.speaker is None:
        return False
    if entity_is_right(found, gold, story, answer):
        return True
    return any(a <= start and end <= b for start, end in found.spans["source"] for a, b in gold.spans["source"])


def words_of(attributions, words):
    """For each part the numbers of the words that it holds. Who says it and how is not what is said."""
    out = {part: set() for part in PARTS}
    for one in attributions:
        held = {part: {i for i, word in enumerate(words) if any(overlap(word, span) for span in one.spans[part])} for part in PARTS}
        held["content"] -= held["source"] | held["cue"]
        for part in PARTS:
            out[part] |= held[part]
    return out


class Score:
    def __init__(self, scoring, wrong):
        self.scoring, self.wrong = scoring, wrong
        self.found, self.speakers, self.entities = scoring.Prf(), scoring.Prf(), scoring.Prf()
        self.all = {part: scoring.Prf() for part in PARTS}
        self.rest = {part: scoring.Prf() for part in PARTS}
        self.scare = scoring.Prf()
        self.n = collections.Counter()
        self.whys = collections.defaultdict(scoring.Prf)

    def report(self, story, kind, at, detail):
        if self.wrong:
            annotated.show_wrong(kind, story, at, detail, 110)

    def add_quotes(self, story, answer):
        quotes = [q for q in answer.quotes if is_said(q) and q.spans["content"]]
        for gold in story.direct:
            matches = [q for q in quotes if is_same(q, gold)]
            self.found.add(tp=bool(matches), fn=not matches)
            if not matches:
                self.report(story, "MISSED", gold.quoted[0], gold.speaker)
            if gold.speaker == "?":
                continue
            right = any(speaker_is_right(q, gold, story, answer) for q in matches)
            self.speakers.add(tp=right, fn=not right)
            known = any(entity_is_right(q, gold, story, answer) for q in matches)
            self.entities.add(tp=known, fn=not known)
            if matches and not right and all(q.speaker is None for q in matches):
                self.report(story, "NO SPEAKER", gold.quoted[0], f"{gold.speaker}, {matches[0].why}")
        for quote in quotes:
            match = next((g for g in story.quotes.values() if g.quoted and is_same(quote, g)), None)
            # Lines of a transcript are quotations to the program; gold has them as indirect.
            if match is None and quote.kind == "direct" and not any(2 * common(quote.spans["content"], g.spans["content"]) > size(quote.spans["content"])
                                                                    for g in story.quotes.values()):
                self.found.add(fp=1)
                self.report(story, "NO QUOTE", quote.spans["content"][0], quote.kind)
            if match is None or quote.speaker is None or match.indirect:
                continue
            right = speaker_is_right(quote, match, story, answer)
            self.n["given"] += 1
            self.n["right"] += right
            self.n["entity"] += entity_is_right(quote, match, story, answer)
            self.whys[quote.why].add(tp=right, fp=not right)
            if not right:
                said = [story.text[a:b] for a, b in answer.mentions.get(quote.speaker, [])[:1]]
                self.report(story, "WRONG SPEAKER", quote.spans["content"][0], f"{match.speaker} is not {said}, {quote.why}")

    def add_scare(self, story, answer):
        found = [s for q in answer.quotes if not is_said(q) for s in q.spans["content"]]
        hits = [s for s in story.scare if common([s], found)]
        attributed = [s for q in story.quotes.values() for s in q.quoted]
        self.scare.add(tp=len(hits), fn=len(story.scare) - len(hits), fp=sum(bool(common([f], attributed)) for f in found))

    def add_words(self, story, answer):
        words = [match.span() for match in WORD.finditer(story.text)]
        found = words_of([q for q in answer.quotes if is_said(q)] + answer.statements, words)
        gold, direct = words_of(story.quotes.values(), words), words_of(story.direct, words)
        others = words_of(story.others, words)
        for part in PARTS:
            # Words of direct quotes tell nothing about the indirect ones.
            free = direct[part] - others[part]
            for counts, right, got in ((self.all, gold[part], found[part]), (self.rest, others[part], found[part] - free)):
                counts[part].add(tp=len(right & got), fp=len(got - right), fn=len(right - got))

    def list_statements(self, story, answer):
        for gold in story.others:
            cue = gold.spans["cue"]
            found = [s for s in answer.statements + answer.quotes if common(s.spans["cue"], cue)]
            if cue and not found:
                self.report(story, "NO STATEMENT", cue[0], "")
            for one in found[:1]:
                for part in ("source", "content"):
                    right, got = words_of([gold], self.words)[part], words_of(found, self.words)[part]
                    if right != got and not (part == "content" and 0.8 * len(right | got) <= len(right & got)):
                        want = " + ".join(story.text[a:b] for a, b in gold.spans[part])
                        is_not = " + ".join(story.text[a:b] for f in found for a, b in f.spans[part])
                        self.report(story, f"OTHER {part.upper()}", cue[0], f"<{is_not}> for <{want}>")
        cues = [span for gold in story.quotes.values() for span in gold.spans["cue"]]
        contents = [span for gold in story.quotes.values() for span in gold.spans["content"]]
        for one in answer.statements:
            if one.spans["cue"] and not common(one.spans["cue"], cues):
                content = one.spans["content"][0] if one.spans["content"] else (0, 0)
                known = "content is" if common([content], contents) else ""
                self.report(story, "SURPLUS", one.spans["cue"][0], f"{known} <{story.text[content[0]:content[1]]}>")

    def add(self, story, answer):
        self.add_quotes(story, answer)
        self.add_scare(story, answer)
        self.add_words(story, answer)
        if self.wrong:
            self.words = [match.span() for match in WORD.finditer(story.text)]
            self.list_statements(story, answer)

    def show(self):
        given, right = self.n["given"], self.n["right"]
        print(f"direct quotes          {self.found}")
        print(f"their speakers         P {100 * right / max(1, given):.1f} ({right} of {given})  "
              f"R {100 * self.speakers.r:.1f} ({self.speakers.tp:.0f} of {self.speakers.tp + self.speakers.fn:.0f})")
        print(f"  by the entity        P {100 * self.n['entity'] / max(1, given):.1f} ({self.n['entity']} of {given})  "
              f"R {100 * self.entities.r:.1f} ({self.entities.tp:.0f} of {self.entities.tp + self.entities.fn:.0f})")
        print(f"words set off          {self.scare}")
        for name, counts in (("all", self.all), ("indirect and mixed", self.rest)):
            for part in PARTS:
                print(f"{name + ': ' + part:<30} {counts[part]}")
        if self.wrong:
            for why, counts in sorted(self.whys.items(), key=lambda item: str(item[0])):
                print(f"  {counts.p:6.1%} of {counts.tp + counts.fp:4.0f}  {why}")


def main():
    options, scoring = annotated.begin(__doc__)
    stories = [Gold(story) for story in annotated.read_stories(options.files)]
    score = Score(scoring, options.wrong)
    for story, answer in annotated.answer(options, scoring, stories):
        score.add(story, Found(answer, story, scoring))
    score.show()


if __name__ == "__main__":
    main()
