"""The dialogs of corrections and of everything said, by the real mouse and keys."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import time

from mouse import until, xdotool
import tap
from test_mouse_analysis import DATE, MENTION, STORY, Analysis

OTHER = """Ferry Number {number}

Edward Sanders opened the ferry line with Mary Jones. "It sails," Sanders said.
"""


class Dialogs(Analysis):
    """Two articles, and a third that is read."""

    def begin(self):
        self.open(*(self.file(f"other-{i}.txt", OTHER.format(number=i)) for i in range(2)))
        self.read(self.file("story.txt", STORY))
        self.text = until(lambda: self.shown_text("Harbour Bridge"), 20, "the article")
        until(lambda: "Helen Marsh" in self.titles(MENTION), 20, "its analysis")

    def shown_text(self, start):
        text = self.state("test-text")
        return text if text.startswith(start) else None

    def report(self):
        return dict(line.split("=", 1) for line in self.state("test-report").splitlines() if "=" in line)

    def dialog(self):
        return self.report()["dialog"]

    def press_until_open(self, key, dialog):
        self.key(key)
        until(lambda: self.dialog() == dialog and self.report()["focus"] == "GtkText", 5, dialog)
        # A dialog that has just been opened may still move the focus on.
        time.sleep(0.3)

    def until_closed(self):
        until(lambda: self.dialog() == "", 5, "the dialog to close")

    def narrow(self):
        for window in xdotool("search", "--onlyvisible", "--name", "NewsDesk").split():
            xdotool("windowsize", window, 360, 640)
        time.sleep(1)


def test_join_with_library():
    with Dialogs() as desk:
        desk.begin()
        before = desk.findings()

        # The keys go through all lists and back, and what is typed goes into the entry.
        desk.click_words("Helen Marsh")
        desk.press_until_open("e", "DeskEntityChooser")
        desk.type("sand")
        until(lambda: desk.locate("DeskEntityChooser > Edward Sanders"), 5, "the name of the other articles")
        desk.shot("dialogs-1-join")
        desk.key("Down", "Down")
        assert desk.report()["focus"] == "AdwActionRow", desk.report()
        desk.key("Up", "Up")
        assert desk.report()["focus"] == "GtkText", desk.report()
        desk.key("Down", "Down")
        desk.type("e")
        assert desk.report()["focus"] == "GtkText", desk.report()
        desk.key("Escape")
        desk.until_closed()
        assert desk.findings() == before, "Escape changes nothing"

        # Typed without waiting for the list.
        desk.key("e")
        until(lambda: desk.dialog() == "DeskEntityChooser", 5, "the list")
        desk.type("edw")
        desk.key("Return")
        until(lambda: "Edward Sanders" in desk.titles(MENTION) and "Helen Marsh" not in desk.titles(MENTION), 5, "the join")
        desk.key("ctrl+z")
        until(lambda: desk.findings() == before, 5, "the join to be undone by one step")

        # By the mouse, everywhere; it stays after a restart.
        desk.click_words("Robert Okafor")
        desk.press_until_open("e", "DeskEntityChooser")
        desk.type("mary")
        desk.press("DeskEntityChooser > Everywhere")
        desk.press("DeskEntityChooser > Mary Jones")
        until(lambda: "Robert Okafor" not in desk.titles(MENTION), 5, "the join")
        desk.until_closed()
        desk.quit()
        desk.read()
        until(lambda: "Mary Jones" in desk.titles(MENTION) and "Robert Okafor" not in desk.titles(MENTION), 10, "the join after a restart")


def test_narrow_window():
    with Dialogs() as desk:
        desk.begin()
        desk.narrow()
        before = desk.findings()
        desk.click_words("Helen Marsh")
        desk.press_until_open("e", "DeskEntityChooser")
        desk.shot("dialogs-2-narrow")
        # What rises from below must not take the focus to a row.
        assert desk.report()["focus"] == "GtkText", desk.report()
        desk.key("Escape")
        desk.until_closed()
        assert desk.findings() == before, "nothing changed"

        # Nor to the next entry, where words are looked for in the name of the source.
        desk.click_words("Robert Okafor")
        desk.press_until_open("r", "DeskSaidDialog")
        desk.type("hurt")
        time.sleep(0.5)
        assert desk.locate("DeskSaidDialog > “The work took three years, … Nobody was hurt.”")
        assert not desk.locate("DeskSaidDialog > Mayor Helen Marsh opened the harbour bridge on Monday")
        desk.shot("dialogs-2-narrow-said")


def test_name():
    with Dialogs() as desk:
        desk.begin()
        before = desk.findings()
        desk.click_words("Helen Marsh")
        desk.press_until_open("F2", "AdwAlertDialog")
        desk.key("ctrl+a", "BackSpace", "Return")
        until(lambda: desk.locate("AdwAlertDialog > A name is needed."), 5, "the message")
        desk.shot("dialogs-3-name")
        desk.type("Ellen Marsh")
        desk.key("Escape")
        desk.until_closed()
        assert desk.findings() == before, "Escape changes nothing"

        desk.press_until_open("F2", "AdwAlertDialog")
        desk.type("Ellen Marsh")
        desk.press("AdwAlertDialog > Apply")
        until(lambda: "Ellen Marsh" in desk.titles(MENTION), 5, "the name")
        desk.until_closed()
        desk.key("ctrl+z")
        until(lambda: desk.findings() == before, 5, "the name to be taken back")


def test_day():
    with Dialogs() as desk:
        desk.begin()
        before = desk.findings()
        desk.click_words("Monday")
        desk.press_until_open("w", "AdwAlertDialog")
        desk.type("32 foo 2024")
        desk.key("Return")
        message = "“32 foo 2024” is no date. Write it like 2023-02-07, 2023-02 or 2023."
        until(lambda: desk.locate(f"AdwAlertDialog > {message}"), 5, "the message")
        desk.shot("dialogs-4-day")
        # Nothing of it is lost.
        desk.key("Home", "Delete", "Delete", "Delete", "Delete", "Delete", "Delete")
        desk.type("8 May")
        desk.key("space")
        until(lambda: desk.locate("AdwAlertDialog > Wednesday, 8 May 2024"), 5, "the day in words")
        desk.key("Escape")
        desk.until_closed()
        assert desk.findings() == before, "Escape changes nothing"

        desk.press_until_open("w", "AdwAlertDialog")
        desk.type("8 May 2024")
        desk.key("Return")
        until(lambda: "Wednesday, 8 May 2024" in desk.titles(DATE), 5, "the day")
        desk.key("ctrl+z")
        until(lambda: desk.findings() == before, 5, "the day to be taken back")


def test_said():
    with Dialogs() as desk:
        desk.begin()
        quote = "DeskSaidDialog > “The work took three years, … Nobody was hurt.”"
        reported = "DeskSaidDialog > Mayor Helen Marsh opened the harbour bridge on Monday"
        desk.click_words("Robert Okafor")
        desk.press_until_open("r", "DeskSaidDialog")
        until(lambda: desk.locate(quote) and desk.locate(reported), 5, "the quotes")
        desk.type("hurt")
        until(lambda: desk.locate(quote) and not desk.locate(reported), 5, "the other one to go")
        desk.shot("dialogs-5-said")
        desk.press("DeskSaidDialog > list > button")
        until(lambda: desk.locate("Copied with source"), 5, "the quote to be copied")
        desk.shot("dialogs-6-copied")
        # The first Escape is for the toast.
        desk.key("Escape")
        until(lambda: not desk.locate("Copied with source"), 10, "the toast to go")
        desk.key("Escape")
        desk.until_closed()

        # A click on a quote opens its place.
        desk.press_until_open("r", "DeskSaidDialog")
        desk.press(quote)
        desk.until_closed()
        assert desk.shown_text("Harbour Bridge")


if __name__ == "__main__":
    tap.run()
