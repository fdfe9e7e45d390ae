"""Picking, changing and deleting marks, the bar's manners, names, find, and notes that are never lost: by mouse and keys."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import time

from mouse import Desk, until, xdotool
import tap

PARAGRAPHS = [
    "The harbour board met in Port Larne on Monday to hear Helen Marsh, the head of the ferry line.",
    "“We can sail through the winter,” Marsh said. The board had asked for a second engine and for three more officers.",
    "Members of the council doubted the figures. They had counted forty crossings in the storm, not sixty.",
    "Marsh answered that the line keeps a log of each crossing, and that it would be open to the council from Friday.",
]
TEXT = "Ferry Line Keeps Its Winter Service\n\n" + "\n\n".join(PARAGRAPHS * 6) + "\n"


def drag(desk, text, words, n=0):
    start = -1
    for _ in range(n + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    desk.drag(start, end)
    until(lambda: desk.selection() == (start, end), 5, f"the selection of “{words}”")
    return start, end


def click_text(desk, text, words, n=0):
    start = -1
    for _ in range(n + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    desk.show(start, end)
    line = desk.where(start, end)[0]
    desk.click(line[0] + line[2] / 2, line[1] + line[3] / 2)


def bar(desk):
    return desk.locate("swatches")


def kinds(desk):
    return [(mark[3], mark[2]) for mark in desk.marks()]


def test_pick_change_delete():
    with Desk() as desk:
        text = desk.open(desk.file("ferry.txt", TEXT))
        drag(desk, text, "asked for a second engine and for three more officers")
        desk.key("1")
        until(lambda: len(desk.marks()) == 1, 5, "the first mark")
        drag(desk, text, "second engine")
        desk.key("2")
        until(lambda: len(desk.marks()) == 2, 5, "the mark inside the other")
        desk.key("Escape", "Escape")
        until(lambda: bar(desk) is None, 5, "the bar to go")

        # The smallest first, then the next larger, then none.
        click_text(desk, text, "second engine")
        until(lambda: desk.locate("1 of 2"), 5, "the bar for the smaller mark")
        desk.shot("reading-1-smaller")
        click_text(desk, text, "second engine")
        until(lambda: desk.locate("2 of 2"), 5, "the bar for the larger mark")
        desk.shot("reading-2-larger")
        desk.key("3")
        until(lambda: ("asked for a second engine and for three more officers", "quote") in kinds(desk), 5, "another kind")
        click_text(desk, text, "second engine")
        until(lambda: bar(desk) is None, 5, "nothing to be picked")
        click_text(desk, text, "second engine")
        until(lambda: desk.locate("1 of 2"), 5, "the bar for the smaller mark again")
        desk.press("delete_button")
        until(lambda: len(desk.marks()) == 1, 5, "the mark to be deleted")
        desk.key("ctrl+z")
        until(lambda: len(desk.marks()) == 2, 5, "the mark to come back")

        # The same passage in the same kind is the mark that is there.
        drag(desk, text, "second engine")
        desk.key("2")
        time.sleep(0.5)
        assert len(desk.marks()) == 2, desk.marks()


def test_bar_manners():
    with Desk() as desk:
        text = desk.open(desk.file("ferry.txt", TEXT))

        # Select, copy, read on: no key more.
        drag(desk, text, "a log of each crossing")
        until(lambda: bar(desk), 5, "the bar")
        desk.key("ctrl+c")
        until(lambda: bar(desk) is None, 5, "the bar to go after copying")

        # It goes while scrolling and comes back with the passage in view.
        drag(desk, text, "counted forty crossings", 1)
        x, y = until(lambda: bar(desk), 5, "the bar")
        start = text.index("counted forty crossings", text.index("counted forty crossings") + 1)
        line = desk.where(start, start + 5)[0]
        desk.move(line[0], line[1] - 60)
        xdotool("click", 4)
        until(lambda: bar(desk) not in (None, (x, y)), 5, "the bar to follow")
        for _ in range(30):
            xdotool("click", 5)
        until(lambda: bar(desk) is None, 5, "the bar to go with its passage")
        for _ in range(30):
            xdotool("click", 4)
        desk.show(start, start + 5)
        until(lambda: bar(desk), 5, "the bar to come back")

        # A click elsewhere ends it and the selection.
        click_text(desk, text, "They had")
        until(lambda: bar(desk) is None and desk.selection() == (), 5, "the bar and the selection to go")

        # It goes by itself after a mark is made, and waits while the pointer is in it.
        drag(desk, text, "would be open to the council")
        desk.press("O")
        until(lambda: len(desk.marks()) == 1, 5, "the mark")
        desk.move(*until(lambda: bar(desk), 5, "the bar"))
        time.sleep(3.6)
        assert bar(desk), "the bar stays below the pointer"
        desk.move(line[0], 700)
        until(lambda: bar(desk) is None, 5, "the bar to go after the pointer")

        # Esc: bar, then selection.
        drag(desk, text, "three more officers")
        until(lambda: bar(desk), 5, "the bar")
        desk.key("Escape")
        until(lambda: bar(desk) is None and desk.selection() != (), 5, "the bar to go before the selection")
        desk.key("Escape")
        until(lambda: desk.selection() == (), 5, "the selection to go")


def test_names_and_find():
    with Desk() as desk:
        text = desk.open(desk.file("ferry.txt", TEXT))
        until(lambda: desk.locate("Helen Marsh"), 20, "the name in the inspector")
        n = text.count("Marsh")

        desk.press("Helen Marsh")
        until(lambda: desk.locate(f"1 of {n}"), 5, "the first mention")
        desk.shot("reading-3-name")
        click_text(desk, text, "Marsh", 2)
        until(lambda: desk.locate(f"3 of {n}"), 5, "the mention that was clicked")
        desk.key("period")
        until(lambda: desk.locate(f"4 of {n}"), 5, "the next mention")
        desk.key("comma", "comma")
        until(lambda: desk.locate(f"2 of {n}"), 5, "the one before")
        desk.press("open_button")
        until(lambda: desk.locate("Mentions"), 5, "the page of the name")
        desk.shot("reading-4-page")

        # Find, then mark the hit.
        desk.key("ctrl+f")
        desk.type("forty crossings")
        until(lambda: desk.locate("1 of 6"), 5, "the hits")
        desk.key("Return")
        until(lambda: desk.locate("2 of 6"), 5, "the second hit")
        desk.key("ctrl+alt+5")
        start = text.index("forty crossings", text.index("forty crossings") + 1)
        until(lambda: [m[:3] for m in desk.marks()] == [(start, start + 15, "number")], 5, "the hit to be marked")
        desk.shot("reading-5-hit")


def focus(desk):
    return dict(line.split("=", 1) for line in desk.state("test-report").splitlines()).get("focus")


def test_keyboard_alone():
    with Desk() as desk:
        text = desk.open(desk.file("ferry.txt", TEXT))
        until(lambda: desk.locate("Helen Marsh"), 20, "the name in the inspector")

        # F6 goes from pane to pane, Tab leaves the text, the bar of layers and each list.
        for _ in range(3):
            if focus(desk) == "WebKitWebView":
                break
            desk.key("F6")
        assert focus(desk) == "WebKitWebView", focus(desk)
        seen = []
        for _ in range(5):
            desk.key("Tab")
            seen.append(focus(desk))
        # The bar, the panes of the inspector, people, places, dates.
        assert seen == ["GtkToggleButton", "GtkToggleButton", "DeskEntityRow", "DeskEntityRow", "DeskPassageRow"], seen

        # Mark what was found, write a note, go through the marks, delete one.
        desk.key("ctrl+f")
        desk.type("second engine")
        until(lambda: desk.locate("1 of 6"), 5, "the hits")
        desk.key("ctrl+alt+2")
        until(lambda: len(desk.marks()) == 1, 5, "the mark")
        desk.key("ctrl+g", "ctrl+alt+2")
        until(lambda: len(desk.marks()) == 2, 5, "the second mark")
        desk.key("ctrl+alt+n")
        until(lambda: desk.locate("hint"), 5, "the note")
        desk.type("By keys alone")
        desk.key("Escape")
        until(lambda: notes(desk) == ["", "By keys alone"], 5, "the note to be stored")
        desk.key("F6")
        for _ in range(3):
            if focus(desk) == "WebKitWebView":
                break
            desk.key("F6")
        desk.key("alt+Up")
        desk.key("Delete")
        until(lambda: notes(desk) == ["By keys alone"], 5, "the first mark to be deleted")


def write_note(desk, text, note):
    drag(desk, text, "three more officers")
    desk.key("2")
    until(lambda: desk.marks(), 5, "the mark")
    desk.key("n")
    until(lambda: desk.locate("hint"), 5, "the note")
    desk.type(note)


def notes(desk):
    return [mark[4] for mark in desk.marks()]


def test_note_survives_quitting():
    with Desk() as desk:
        text = desk.open(desk.file("ferry.txt", TEXT))
        write_note(desk, text, "Typed just before the end")
        desk.quit()
        desk.open()
        assert notes(desk) == ["Typed just before the end"], desk.marks()


def test_note_survives_being_killed():
    with Desk() as desk:
        text = desk.open(desk.file("ferry.txt", TEXT))
        write_note(desk, text, "Typed and left alone")
        time.sleep(3)
        desk.kill()
        desk.open(desk.folder + "/ferry.txt")
        assert notes(desk) == ["Typed and left alone"], desk.marks()


def test_note_is_stored_by_a_click_elsewhere():
    with Desk() as desk:
        text = desk.open(desk.file("ferry.txt", TEXT))
        write_note(desk, text, "Left with the mouse")
        line = desk.where(0, 5)
        if line is None:
            desk.show(text.index("The harbour"), text.index("The harbour") + 3)
        click_text(desk, text, "Members")
        until(lambda: notes(desk) == ["Left with the mouse"], 5, "the note to be stored")
        until(lambda: desk.locate("hint") is None, 5, "the note to close")


if __name__ == "__main__":
    tap.run()
