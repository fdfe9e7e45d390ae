"""Marks made by hand stand on the same characters after a restart; undo takes them away."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import time

from mouse import SHARED, Desk, until
import tap

NOTE = "Who says so, and from what?"

EMOJI = """Harbour 🚢 Festival Opens

The 👩‍👩‍👧 family sailed past the 🇩🇰 flag and the new lighthouse at noon, cafe\u0301 in hand.
"""

ARABIC = """افتتاح الجسر في الربيع

قال الوزير يوم الثلاثاء إن الجسر الجديد سيفتح أمام السيارات، وأضاف أن العمل انتهى قبل موعده.
"""

CHINESE = """新桥今日通车

市长周二表示，新桥将于春天向公众开放，届时将有三条公交线路经过。
"""


def mark_by_hand(desk, text, words, name):
    start = text.index(words)
    end = start + len(words)
    desk.drag(start, end)
    until(lambda: desk.selection() == (start, end), 5, f"the selection {start}–{end}, got {desk.selection()}")
    desk.shot(f"{name}-1-selected")

    # The swatch with the letter of “Check”, then “Note” in the same bar.
    desk.press("C")
    until(lambda: [m[:4] for m in desk.marks()] == [(start, end, "check", words)], 5, "the mark")
    desk.press("Note")
    until(lambda: desk.locate("hint"), 5, "the note")
    desk.type(NOTE)
    desk.shot(f"{name}-2-note")
    desk.press("Done")
    expected = [(start, end, "check", words, NOTE)]
    until(lambda: desk.marks() == expected, 5, "the note to be stored")
    return expected


def check_passage(file, words, name):
    with Desk() as desk:
        path = file(desk) if callable(file) else file
        text = desk.open(path)
        expected = mark_by_hand(desk, text, words, name)

        desk.quit()
        assert desk.open() == text, "the article that was open comes back"
        assert desk.marks() == expected, desk.marks()
        desk.show(*expected[0][:2])
        desk.shot(f"{name}-3-restarted")

        desk.key("ctrl+z")
        until(lambda: desk.marks() == [expected[0][:4] + ("",)], 5, "the note to be taken back")
        desk.key("ctrl+z")
        until(lambda: desk.marks() == [], 5, "the mark to be taken back")
        desk.shot(f"{name}-4-undone")
        desk.key("ctrl+shift+z")
        desk.key("ctrl+shift+z")
        until(lambda: desk.marks() == expected, 5, "both to come back")


def test_balloon():
    article = os.path.join(SHARED, "articles", "balloon.txt")
    if not os.path.exists(article):
        raise tap.Skip("the acceptance article is not here")
    check_passage(article, "surveillance balloon", "balloon")


def test_after_emoji():
    check_passage(lambda desk: desk.file("emoji.txt", EMOJI), "new lighthouse", "emoji")


def test_arabic():
    check_passage(lambda desk: desk.file("arabic.txt", ARABIC), "الجسر الجديد سيفتح", "arabic")


def test_chinese():
    check_passage(lambda desk: desk.file("chinese.txt", CHINESE), "向公众开放", "chinese")


def test_across_paragraphs():
    text = "Two Rivers Rise\n\nThe northern river rose by two metres on Monday.\n\nThe southern one followed a day later.\n"
    check_passage(lambda desk: desk.file("rivers.txt", text), "on Monday.\n\nThe southern one", "paragraphs")


def test_toast_of_an_older_step():
    """A toast offers to undo what it tells of, and nothing else."""
    with Desk() as desk:
        text = desk.open(desk.file("rivers.txt", "Two Rivers Rise\n\nThe northern river rose by two metres on Monday.\n"))

        def mark(words):
            start = text.index(words)
            desk.drag(start, start + len(words))
            until(lambda: desk.selection() == (start, start + len(words)), 5, "the selection")
            desk.key("1")
            until(lambda: words in [m[3] for m in desk.marks()], 5, "the mark")
        mark("northern")
        mark("metres")
        desk.key("Delete")
        until(lambda: desk.locate("Mark deleted"), 5, "the toast")
        desk.key("ctrl+z")
        until(lambda: len(desk.marks()) == 2, 5, "the mark to come back")
        until(lambda: not desk.locate("Mark deleted"), 3, "the toast to go")
        # Another step than the deletion is the last one now.
        box = desk.where(*[text.index("metres") + n for n in (0, 6)])[0]
        desk.click(box[0] + box[2] / 2, box[1] + box[3] / 2)
        time.sleep(0.3)
        desk.key("Delete")
        until(lambda: desk.locate("Mark deleted"), 5, "the toast")
        mark("river")
        until(lambda: not desk.locate("Mark deleted"), 3, "the toast to go")


LONG = """Council Votes to Close the Old Harbour Bridge for Eighteen Months From the Coming Spring

The council voted on Monday evening to close the old bridge for a year and a half, although two of its members had asked for more time, and although nobody could say where the ferries would land meanwhile.

What the engineers found

Engineers had found cracks in three of the piers, said the head of the road office, who showed pictures of them to the members before the vote and asked them not to wait for another winter with ice and high water.
"""


def test_text_stays():
    """The text under the pointer does not move when it is marked."""
    with Desk() as desk:
        text = desk.open(desk.file("bridge.txt", LONG))
        desk.activate("test-act", "'win.toggle-inspector'")
        time.sleep(0.5)
        desk.show(0, 10)
        words = [match.span() for match in re.finditer(r"[^\s]+", text)]

        def places():
            return [desk.where(*word)[0][:2] for word in words[::3]]
        before = places()
        for number, passage in enumerate(["the Old Harbour Bridge", "two of its members had asked for more time", "engineers found",
                                          "found cracks"]):
            start = text.index(passage)
            desk.drag(start, start + len(passage))
            until(lambda: desk.selection() == (start, start + len(passage)), 5, "the selection")
            desk.key("1")
            until(lambda: len(desk.marks()) == number + 1, 5, "the mark")
            desk.key("Escape", "Escape")
            until(lambda: places() == before, 5, f"the text to stay where it was when “{passage}” is marked")


if __name__ == "__main__":
    tap.run()
