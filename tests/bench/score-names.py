#!/usr/bin/env python3
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores names, who is who, roles and capitals that stand for governments against annotated stories.

    score-names.py [--cli PATH | --answers FILE] [--shared FOLDER] [--wrong] FILE…

FILE holds one JSON object a story, as `corpus.py spans` and `stand-off.py join` print them; an annotated .txt is read through the
former. Prints

  names        F1 of exactly the right span and kind; of any overlap and the right kind; "four classes" counts PER, ORG, LOC, MISC, and the
               first three together
  who is who   B³ over names of persons, organisations, governments, places, facilities and events. "given": the names that the
               output covers, each taken to belong to the entity of the output mention that overlaps it most; "end to end":
               only exactly the right span counts, precision over the output's mentions, recall over the stories'
  roles        of the right person: some overlap, exactly the right span
  governments  names that can be read both ways and were found: how many got the right reading

"""
import collections

import annotated
from annotated import overlap

KINDS = {"p": "person", "o": "organisation", "b": "organisation", "v": "government", "l": "place", "f": "facility",
         "e": "event", "g": "group", "x": "product", "w": "work"}
CLASSES = {"person": "PER", "organisation": "ORG", "place": "LOC", "facility": "LOC", "event": "MISC", "group": "MISC",
           "product": "MISC", "work": "MISC", "other": "MISC"}
JOINED = ("person", "organisation", "government", "place", "facility", "event")


class Name:
    def __init__(self, start, end, kind, entity, text, other=None):
        self.span, self.kind, self.entity, self.text, self.other = (start, end), kind, entity, text, other

    @property
    def four(self):
        """The class; of a government by what stands for it, as the annotation has it."""
        return CLASSES.get(self.kind, "LOC")


class Story:
    """What is annotated."""

    def __init__(self, story):
        self.id, self.text, self.published = story["id"], story["text"], story.get("published")
        marks = story["marks"]
        self.names = [Name(m["start"], m["end"], KINDS[m["code"]], m["id"], self.text[m["start"]:m["end"]])
                      for m in marks if m["code"] in KINDS]
        self.roles = [Name(m["start"], m["end"], "role", m["id"], self.text[m["start"]:m["end"]]) for m in marks if m["code"] == "r"]
        self.credits = [(b["start"], b["end"]) for b in story["blocks"] if b["kind"] in ("byline", "credit", "boilerplate", "caption")]


class Answer:
    """What was found, in the offsets of the story."""

    def __init__(self, answer, story, scoring):
        place = annotated.Placer(scoring, story, answer)
        self.names, self.roles, self.why = [], [], {}
        for entity in answer["entities"]:
            for mention in entity["mentions"]:
                span = place(mention["start"], mention["end"])
                if span and mention.get("reading", entity["id"]) == entity["id"]:
                    self.names.append(Name(*span, entity["kind"], entity["id"], mention["text"], mention.get("other_reading")))
                    self.why[span] = mention.get("why")
            for role in entity["roles"]:
                span = place(role["start"], role["end"])
                if span:
                    self.roles.append(Name(*span, "role", entity["id"], role["text"]))
        self.names.sort(key=lambda name: name.span)


def best_match(span, names):
    return max((n for n in names if overlap(span, n.span)), key=lambda n: overlap(span, n.span), default=None)


class B3:
    def __init__(self):
        self.p, self.r, self.n_p, self.n_r = 0.0, 0.0, 0, 0

    def add(self, right, found, gold):
        """@right, @found, @gold: entity of each name, as sets of spans."""
        for span, label in right.items():
            mine = {s for s, other in right.items() if other == label}
            if span in found:
                theirs = {s for s, other in found.items() if other == found[span]}
                self.r += len(mine & theirs) / len(mine)
                self.p += len(mine & theirs) / len(theirs)
        self.n_r += len(right)
        self.n_p += len(found)

    def __str__(self):
        p, r = self.p / max(1, self.n_p), self.r / max(1, self.n_r)
        return f"P {100 * p:.1f}  R {100 * r:.1f}  F1 {100 * 2 * p * r / (p + r) if p + r else 0:.1f}"


class Score:
    def __init__(self, scoring, wrong):
        self.wrong = wrong
        self.exact, self.some = (collections.defaultdict(scoring.Prf) for _ in range(2))
        self.four = collections.defaultdict(scoring.Prf)
        self.given, self.full = B3(), B3()
        self.n_names = 0
        self.roles, self.exact_roles = scoring.Prf(), scoring.Prf()
        self.readings = collections.Counter()

    def report(self, story, kind, span, detail):
        if self.wrong:
            annotated.show_wrong(kind, story, span, detail, 80)

    def add_names(self, story, answer):
        for counts, label in ((self.exact, lambda n: n.kind), (self.four, lambda n: n.four)):
            gold, found = {(n.span, label(n)) for n in story.names}, {(n.span, label(n)) for n in answer.names}
            for kind in {k for _, k in gold | found}:
                g, f = {s for s, k in gold if k == kind}, {s for s, k in found if k == kind}
                for key in (kind, "all") + (("PER, ORG, LOC",) if kind in ("PER", "ORG", "LOC") else ()):
                    counts[key].add(tp=len(g & f), fp=len(f - g), fn=len(g - f))
        for name in story.names:
            hit = any(overlap(name.span, n.span) and n.kind == name.kind for n in answer.names)
            for key in (name.kind, "all"):
                self.some[key].add(tp=hit, fn=not hit)
        for name in answer.names:
            if not any(overlap(name.span, n.span) and n.kind == name.kind for n in story.names):
                for key in (name.kind, "all"):
                    self.some[key].add(fp=1)
        for name in story.names:
            found = best_match(name.span, answer.names)
            if found is None:
                self.report(story, "MISSED", name.span, name.kind)
            elif (found.span, found.kind) != (name.span, name.kind):
                self.report(story, "OTHER NAME", name.span, f"{name.kind}, found <{found.text}> {found.kind}")
        for name in answer.names:
            if not best_match(name.span, story.names):
                self.report(story, "SURPLUS", name.span, f"{name.kind}, {answer.why[name.span]}")

    def add_entities(self, story, answer):
        gold = {n.span: n.entity for n in story.names if n.kind in JOINED}
        found = {n.span: n.entity for n in answer.names if n.kind in JOINED}
        names = [n for n in answer.names if n.kind in JOINED]
        given = {}
        for span in gold:
            match = best_match(span, names)
            if match:
                given[span] = match.entity
        covered = {span: gold[span] for span in given}
        self.given.add(covered, given, gold)
        self.full.add(gold, found, gold)
        self.n_names += len(gold)
        if self.wrong:
            self.list_entities(story, covered, given)

    def list_entities(self, story, gold, found):
        """Each name that belongs elsewhere than the first one of its entity does, once for each form."""
        seen = set()
        for order, (one, two), kind in ((gold, (gold, found), "APART"), (found, (found, gold), "JOINED")):
            first = {}
            for span in sorted(order):
                other = first.setdefault(one[span], span)
                pair = (kind, story.text[slice(*other)], story.text[slice(*span)])
                if two[other] != two[span] and pair not in seen:
                    seen.add(pair)
                    self.report(story, kind, span, f"<{pair[1]}> and <{pair[2]}>")

    def add_roles(self, story, answer):
        owners = collections.defaultdict(set)
        for name in story.names:
            for n in answer.names:
                if overlap(name.span, n.span):
                    owners[name.entity].add(n.entity)
        free = list(answer.roles)
        exact = 0
        for role in story.roles:
            match = best_match(role.span, [r for r in free if r.entity in owners[role.entity]])
            if match:
                free.remove(match)
                exact += match.span == role.span
                if match.span != role.span:
                    self.report(story, "ROLE SPAN", role.span, f"found <{match.text}>")
            else:
                other = best_match(role.span, free)
                self.report(story, "NO ROLE", role.span, f"of {role.entity}" + (f", given to {other.entity}: <{other.text}>" if other else ""))
            self.roles.add(tp=bool(match), fn=not match)
        for role in free:
            self.report(story, "SURPLUS ROLE", role.span, role.text)
        self.roles.add(fp=len(free))
        self.exact_roles.add(tp=exact, fp=len(answer.roles) - exact, fn=len(story.roles) - exact)

    def add_readings(self, story, answer, both):
        for name in story.names:
            if name.kind not in ("government", "place") or name.text not in both:
                continue
            found = best_match(name.span, answer.names)
            if found is None:
                self.readings["missed " + name.kind] += 1
                continue
            right = (found.kind == "government") == (name.kind == "government")
            self.readings[f"{'right' if right else 'wrong'} {name.kind}"] += 1
            if name.kind == "government" and right:
                self.readings["both"] += found.other is not None
            if not right:
                self.report(story, "OTHER READING", name.span, f"{name.kind} found as {found.kind}, {answer.why[found.span]}")

    def add(self, story, answer, both):
        self.add_names(story, answer)
        self.add_entities(story, answer)
        self.add_roles(story, answer)
        self.add_readings(story, answer, both)

    def show(self):
        for title, counts in (("exact", self.exact), ("overlap", self.some), ("four classes", self.four)):
            for kind in sorted(counts, key=lambda k: (k == "all", "," in k, -(counts[k].tp + counts[k].fn))):
                print(f"names, {title + ': ' + kind:<28} {counts[kind]}")
        print(f"who is who, given      {self.given}  ({100 * self.given.n_r / max(1, self.n_names):.1f} % of the names)")
        print(f"who is who, end to end {self.full}")
        print(f"roles, overlap         {self.roles}")
        print(f"roles, exact           {self.exact_roles}")
        n = self.readings
        print(f"governments            {n['right government']} of {n['right government'] + n['wrong government']} "
              f"({n['missed government']} missed, {n['both']} with the other reading), "
              f"places {n['right place']} of {n['right place'] + n['wrong place']} ({n['missed place']} missed)")


def main():
    options, scoring = annotated.begin(__doc__)
    stories = [Story(story) for story in annotated.read_stories(options.files)]
    both = {n.text for story in stories for n in story.names if n.kind == "government"}
    score = Score(scoring, options.wrong)
    for story, answer in annotated.answer(options, scoring, stories):
        score.add(story, Answer(answer, story, scoring), both)
    score.show()


if __name__ == "__main__":
    main()
