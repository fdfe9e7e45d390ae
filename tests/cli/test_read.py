"""The commands read and analyze: their contract, and the acceptance article."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os

from program import SHARED, Folder, cli
import tap

STORY = "Bridge Opens Early\n\nThe bridge over the Tagus opened on Monday, the mayor said.\n\nIt cost 12 million euros.\n"


def balloon():
    folder = os.path.join(SHARED, "articles")
    if not os.path.isdir(folder):
        raise tap.Skip("skipped: no ../shared")
    with open(os.path.join(folder, "balloon.expected.json"), encoding="utf-8") as file:
        return os.path.join(folder, "balloon.txt"), json.load(file)


def squeeze(text):
    return " ".join(text.split())


def test_contract_of_read():
    with Folder() as folder:
        path = folder.file("story.txt", STORY)
        (article,) = cli("read", path).lines
        for key in ("file", "format", "sha256", "headline", "dek", "byline", "published", "modified", "language",
                    "source", "url", "section", "keywords", "provenance", "text", "blocks", "left_out", "images",
                    "warnings"):
            assert key in article, key
        assert article["headline"] == "Bridge Opens Early"
        assert [b["kind"] for b in article["blocks"]] == ["headline", "paragraph", "paragraph"]
        for block in article["blocks"]:
            assert article["text"][block["start"]:block["end"]].strip()
        assert "\n\n".join(article["text"][b["start"]:b["end"]] for b in article["blocks"]) == article["text"]


def test_offsets_are_code_points():
    text = "Große Flut 🌊🌊 in Köln\n\nDer Rhein stieg am Montag um 👩‍👩‍👧 zwei Meter, sagte die Stadt 中文 مرحبا.\n"
    with Folder() as folder:
        (article,) = cli("read", folder.file("flut.txt", text)).lines
        block = article["blocks"][1]
        assert article["text"][block["start"]:block["end"]].startswith("Der Rhein")
        assert article["text"][block["start"]:block["end"]].endswith("مرحبا.")


def test_order_and_failures():
    with Folder() as folder:
        paths = [folder.file(f"{i}.txt", f"Story {i}\n\nThe council met again on Friday evening.\n") for i in range(20)]
        empty = folder.file("empty.txt", "")
        result = cli("read", "--jobs", "4", *paths[:10], empty, *paths[10:])
        assert result.status == 1
        assert [line["file"] for line in result.lines] == paths[:10] + [empty] + paths[10:]
        assert result.lines[10]["error"]["code"] == "empty"
        assert result.lines[10]["error"]["message"]


def test_standard_input_text_and_html():
    result = cli("read", "--format", "text", "-", data=STORY.encode())
    assert result.out.startswith("Bridge Opens Early\n\n")
    page = cli("read", "--format", "html", "-", data=b"Headline <script>\n\nA & B <i>met</i> on Monday in the town hall.\n").out
    assert "<script" not in page and "&lt;i&gt;" in page


def test_usage():
    assert cli("read").status == 2
    assert cli("nonsense").status == 2
    assert cli("read", "--format", "pdf", "x").status == 2
    assert cli("analyze", "--published", "last week", "x").status == 2
    assert cli("--help").status == 0
    assert cli("read", "--help").status == 0


def test_balloon_blocks():
    path, truth = balloon()
    (article,) = cli("read", path).lines
    assert article["headline"] == truth["headline"]
    blocks = [(b["kind"], squeeze(article["text"][b["start"]:b["end"]])) for b in article["blocks"]]
    kinds = [kind for kind, _ in blocks if kind != "credit"]
    assert kinds == [b["kind"] for b in truth["blocks"]], kinds
    texts = [text for kind, text in blocks if kind != "credit"]
    for text, expected in zip(texts, truth["blocks"]):
        assert text.startswith(squeeze(expected.get("text") or expected["starts"])), text
    assert [text for kind, text in blocks if kind == "credit"] == [truth["photo_credit"]["text"]]
    with open(path, encoding="utf-8") as file:
        assert squeeze(article["text"]) == squeeze(file.read())


class Aligned:
    """Offsets of the file in the canonical text, which differs from it in white space alone."""

    def __init__(self, source, text):
        self.map = {}
        j = 0
        for i, char in enumerate(source):
            if char.isspace():
                continue
            while text[j].isspace():
                j += 1
            assert text[j] == char, (i, char, text[j])
            self.map[i] = j
            j += 1

    def range(self, span):
        return self.map[span["start"]], self.map[span["end"] - 1] + 1


def analyzed():
    path, truth = balloon()
    (article,) = cli("analyze", "--published", truth["published"], path).lines
    with open(path, encoding="utf-8") as file:
        return article, truth, Aligned(file.read(), article["text"])


def find_entity(article, expected, aligned):
    """The entity that has the most of the expected mentions."""
    wanted = [aligned.range(m) for m in expected["mentions"]]

    def hits(entity):
        spans = [(m["start"], m["end"]) for m in entity["mentions"]]
        return sum(any(s < e2 and s2 < e for s, e in spans) for s2, e2 in wanted)

    best = max(article["entities"], key=hits)
    return (best, hits(best)) if hits(best) else (None, 0)


def test_balloon_people():
    article, truth, aligned = analyzed()
    for person in truth["entities"]:
        if person["kind"] != "person" or person.get("where") == "credit":
            continue
        entity, _ = find_entity(article, person, aligned)
        assert entity is not None and entity["kind"] == "person", person["name"]
        spans = {(m["start"], m["end"]) for m in entity["mentions"]}
        for mention in person["mentions"]:
            start, end = aligned.range(mention)
            # A surname inside a full name that is counted is not counted again.
            inside = any(s <= start and end <= e for s, e in spans)
            assert inside, (person["name"], mention)
        for other in truth["entities"]:
            if other is person or other["kind"] != "person":
                continue
            for mention in other["mentions"]:
                assert aligned.range(mention) not in spans, (person["name"], other["name"])


def test_balloon_organisations_and_places():
    article, truth, aligned = analyzed()
    for kinds in (("organisation", "government"), ("place",)):
        expected = [e for e in truth["entities"] if e["kind"] in kinds and e.get("where") != "credit"]
        missing = []
        for wanted in expected:
            entity, _ = find_entity(article, wanted, aligned)
            allowed = kinds if "place" in kinds else ("organisation", "government", "facility")
            if entity is None or entity["kind"] not in allowed:
                missing.append(wanted["name"])
        assert len(missing) <= len(expected) * 0.1, missing


def test_balloon_dates():
    article, truth, aligned = analyzed()
    found = {(d["start"], d["end"]): d["value"] for d in article["dates"]}
    for date in truth["dates"]:
        assert found.get(aligned.range(date)) == date["value"], (date, found)


def test_analysis_is_deterministic():
    path, truth = balloon()
    outputs = {cli("analyze", "--published", truth["published"], path, env=env).out
               for env in ({"TZ": "UTC"}, {"TZ": "Pacific/Auckland", "LC_ALL": "C"}, {"TZ": "America/Lima"})}
    assert len(outputs) == 1


tap.run()
