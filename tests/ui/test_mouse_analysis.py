"""Layers, names, quotes and dates in the text: picked, stepped through and corrected by the real mouse and keys."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import time

from mouse import SHARED, Desk, until, xdotool
import tap

MENTION, QUOTE, STATEMENT, DATE = range(4)
PERSON, ORGANISATION, GOVERNMENT, PLACE = range(4)
ALL = "marks people organisations places dates quotes"

STORY = """Harbour Bridge Opens

Mayor Helen Marsh opened the harbour bridge on Monday, said Robert Okafor, the chief engineer.

"The work took three years," Okafor said. "Nobody was hurt."

Marsh thanked the workers. Robert Okafor left early for London.
"""


class Analysis(Desk):
    """An article whose analysis has arrived."""

    def read(self, *files):
        self.text = self.open(*files)
        until(self.findings, 20, "the analysis")
        return self.text

    def show_quotes(self):
        """At first they are hidden."""
        assert self.state("test-layers") == ALL.replace(" quotes", ""), self.state("test-layers")
        self.key("ctrl+5")
        until(lambda: self.state("test-layers") == ALL, 5, "quotes to be shown")

    def findings(self):
        """Kind, start, end, kind of the entity, title of each."""
        found = []
        for line in self.state("test-analysis").splitlines():
            kind, start, end, entity, title = line.split(" ", 4)
            found.append((int(kind), int(start), int(end), int(entity), title))
        return found

    def titles(self, kind):
        return [f[4] for f in self.findings() if f[0] == kind]

    def title_at(self, start):
        return next((f[4] for f in self.findings() if f[1] == start and f[0] == MENTION), None)

    def finding(self):
        """Title of the selected one, whether its bar is shown, and what the chip says."""
        selected, bar, chip = (self.state("test-finding") + "\n\n").split("\n")[:3]
        return (selected.split(" ", 3)[3] if selected else None), bar == "bar", chip

    def place(self, words, nth=0):
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        self.show(start, start + len(words))
        box = self.where(start, start + len(words))[0]
        return start, (box[0] + box[2] / 2, box[1] + box[3] / 2)

    def click_words(self, words, nth=0):
        start, place = self.place(words, nth)
        self.click(*place)
        until(lambda: self.finding()[0], 5, f"“{words}” to be selected")
        return start

    def drag_widget(self, source, target):
        x1, y1 = until(lambda: self.locate(source), 5, source)
        x2, y2 = until(lambda: self.locate(target), 5, target)
        self.move(x1, y1)
        xdotool("mousedown", 1)
        for step in range(1, 16):
            xdotool("mousemove", int(x1 + (x2 - x1) * step / 15), int(y1 + (y2 - y1) * step / 15))
            time.sleep(0.03)
        time.sleep(0.2)
        xdotool("mouseup", 1)
        time.sleep(0.2)

    def give_date(self, day):
        """Types the publication date in the pane of details."""
        self.activate("test-act", "'article.edit-published'")
        time.sleep(0.5)
        self.key("ctrl+a")
        self.type(day)
        self.key("Return")


def balloon(desk):
    article = os.path.join(SHARED, "articles", "balloon.txt")
    if not os.path.exists(article):
        raise tap.Skip("the acceptance article is not here")
    text = desk.read(article)
    desk.show_quotes()
    return text


def story(desk):
    text = desk.read(desk.file("story.txt", STORY))
    desk.show_quotes()
    return text


def test_layers():
    with Analysis() as desk:
        story(desk)
        assert desk.state("test-layers") == ALL
        desk.press("article.show-people")
        until(lambda: desk.state("test-layers") == ALL.replace("people ", ""), 5, "people to be hidden")
        # What is hidden is not there for the pointer either.
        desk.click(*desk.place("Marsh", 1)[1])
        time.sleep(0.3)
        assert desk.finding()[0] is None, desk.finding()
        desk.key("ctrl+1")
        until(lambda: desk.state("test-layers") == ALL, 5, "people to be shown")
        desk.click_words("Helen Marsh")
        desk.shot("layers-1-selected")
        desk.key("h")
        until(lambda: desk.state("test-layers") == "clean", 5, "the plain text")
        assert desk.finding()[0] is None, desk.finding()
        desk.shot("layers-2-clean")
        desk.key("ctrl+alt+h")
        until(lambda: desk.state("test-layers") == ALL, 5, "all to come back")
        desk.key("ctrl+5")
        until(lambda: desk.state("test-layers") == ALL.replace(" quotes", ""), 5, "quotes to be hidden")

        # Kept for the window.
        desk.quit()
        desk.read()
        assert desk.state("test-layers") == ALL.replace(" quotes", ""), desk.state("test-layers")


def test_click_and_step():
    with Analysis() as desk:
        story(desk)
        first = desk.click_words("Robert Okafor")
        until(lambda: desk.finding() == ("Robert Okafor", True, ""), 5, "the bar")
        desk.shot("step-1-bar")
        start = int(desk.state("test-finding").split()[1])
        assert start == first
        desk.key("period")
        until(lambda: int(desk.state("test-finding").split()[1]) > first, 5, "the next mention")
        desk.key("comma")
        until(lambda: int(desk.state("test-finding").split()[1]) == first, 5, "the first mention")
        desk.key("Escape")
        until(lambda: not desk.finding()[1], 5, "the bar to go")
        # Every name, date and quote in the order of the text, with its chip.
        desk.key("alt+period")
        until(lambda: desk.finding()[2] or desk.finding()[0] != "Robert Okafor", 5, "the next result")
        desk.shot("step-2-next")


def test_hover():
    with Analysis() as desk:
        balloon(desk)
        desk.give_date("2023-02-08")
        until(lambda: "Tuesday, 7 February 2023" in desk.titles(DATE), 10, "the days to be counted again")
        desk.move(*desk.place("Tuesday")[1])
        until(lambda: "7 February 2023" in desk.finding()[2], 5, "the day")
        desk.shot("hover-1-date")
        desk.move(*desk.place("importance of")[1])
        until(lambda: desk.finding()[2] == "Pat Ryder", 5, "the speaker")
        desk.shot("hover-2-quote")

        # The date and all that follows from it are one step.
        desk.click_words("importance of")
        desk.key("ctrl+z")
        until(lambda: "Tuesday, 7 February 2023" not in desk.titles(DATE), 10, "the days to depend on the date again")


def test_other_reading():
    with Analysis() as desk:
        balloon(desk)
        desk.give_date("2023-02-08")
        start = desk.click_words("Beijing")
        assert desk.finding()[0] == "Government of China", desk.finding()
        others = [f for f in desk.findings() if f[0] == MENTION and f[1] != start]
        desk.key("m")
        until(lambda: desk.finding()[0] == "Beijing", 5, "the city")
        assert desk.title_at(start) == "Beijing"
        assert [f for f in desk.findings() if f[0] == MENTION and f[1] != start] == others, "only this mention"
        desk.shot("reading-1-city")
        desk.key("m")
        until(lambda: desk.finding()[0] == "Government of China", 5, "the government")
        desk.key("ctrl+z")
        until(lambda: desk.finding()[0] == "Beijing", 5, "the city again")
        desk.key("ctrl+z")
        until(lambda: desk.finding()[0] == "Government of China", 5, "as the machine had it")


def test_join():
    with Analysis() as desk:
        story(desk)
        before = desk.findings()
        assert "Helen Marsh" in desk.titles(MENTION)
        # A row onto another one.
        desk.drag_widget("inspector > Helen Marsh", "inspector > Robert Okafor")
        until(lambda: "Helen Marsh" not in desk.titles(MENTION), 5, "the join")
        desk.shot("join-1-dragged")
        desk.activate("test-act", "'win.undo'")
        until(lambda: desk.findings() == before, 5, "the join to be undone")

        # By key and list.
        desk.click_words("Helen Marsh")
        desk.key("e")
        until(lambda: desk.locate("DeskEntityChooser > search_entry") or desk.locate("scope_bin"), 5, "the list")
        desk.type("okaf")
        desk.shot("join-2-list")
        desk.key("Return")
        until(lambda: "Helen Marsh" not in desk.titles(MENTION), 5, "the join")
        desk.key("ctrl+z")
        until(lambda: desk.findings() == before, 5, "the join to be undone")

        # By the menu.
        desk.click(*desk.place("Helen Marsh")[1], button=3)
        desk.press("Join With…")
        desk.type("okaf")
        desk.key("Return")
        until(lambda: "Helen Marsh" not in desk.titles(MENTION), 5, "the join by the menu")


def test_speaker_and_date():
    with Analysis() as desk:
        story(desk)
        desk.click_words("The work took")
        until(lambda: desk.finding()[0] in ("Robert Okafor", "speaker?"), 5, "the quote")
        desk.key("s")
        time.sleep(0.6)
        desk.type("marsh")
        desk.key("Return")
        until(lambda: "Helen Marsh" in desk.titles(QUOTE), 5, "the speaker")
        desk.shot("speaker-1-set")
        desk.key("ctrl+z")
        until(lambda: "Helen Marsh" not in desk.titles(QUOTE), 5, "the speaker to be taken back")

        desk.click_words("Monday")
        desk.key("w")
        time.sleep(0.6)
        desk.key("ctrl+a")
        desk.type("2024-05-06")
        desk.shot("date-1-typed")
        desk.key("Return")
        until(lambda: "Monday, 6 May 2024" in desk.titles(DATE), 5, "the day")
        # What was corrected holds after a restart.
        desk.quit()
        desk.read()
        until(lambda: "Monday, 6 May 2024" in desk.titles(DATE), 5, "the day after a restart")


def test_quote_onto_person():
    with Analysis() as desk:
        desk.read(desk.file("short.txt", "Bridge Opens\n\nHelen Marsh left. \"The work took three years,\" Robert Okafor said.\n"))
        assert desk.titles(QUOTE) == ["Robert Okafor"], desk.titles(QUOTE)
        desk.drag_widget("inspector > “The work took three years,”", "inspector > Helen Marsh")
        until(lambda: desk.titles(QUOTE) == ["Helen Marsh"], 5, "the speaker")
        desk.shot("quote-1-dropped")
        desk.activate("test-act", "'win.undo'")
        until(lambda: desk.titles(QUOTE) == ["Robert Okafor"], 5, "the speaker to be taken back")


def test_reject():
    with Analysis() as desk:
        story(desk)
        before = desk.findings()
        desk.click_words("London")
        desk.key("x")
        until(lambda: "London" not in desk.titles(MENTION), 5, "the name to go")
        desk.key("ctrl+z")
        until(lambda: desk.findings() == before, 5, "the name to come back")


if __name__ == "__main__":
    tap.run()
