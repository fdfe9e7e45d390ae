"""Articles that come in by every way, the list, deleting and undoing, restarts, a narrow window: by mouse and keys."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import sys
import time

from mouse import BUILD, Desk, until, xdotool
import tap

SAMPLES = os.path.join(os.path.dirname(__file__), "..", "..", "data", "samples")


def report(desk):
    return dict(line.split("=", 1) for line in desk.state("test-report").splitlines())


def rows(desk):
    return int(report(desk).get("rows", 0))


def title(desk):
    return report(desk).get("title", "")


def article(desk, number):
    return f"Headline Number {number}\n\nThe first paragraph of article {number} tells what happened in the harbour.\n"


def fill(desk, n):
    """A library of n articles, all of today; the last one is open."""
    for number in range(n):
        desk.launch(desk.file(f"article-{number}.txt", article(desk, number)))
        until(lambda: f"Number {number} " in title(desk), 30, f"article {number}")
    until(lambda: rows(desk) == n, 10, f"{n} rows")


class Giver:
    """A window beside NewsDesk that things can be dragged from."""

    def __init__(self, desk, *things):
        self.desk = desk
        self.things = things

    def __enter__(self):
        # The larger window is NewsDesk's; both lie side by side.
        self.process = subprocess.Popen([sys.executable, os.path.join(os.path.dirname(__file__), "giver.py"), *self.things],
                                        env=self.desk.env, stdout=subprocess.DEVNULL, stderr=self.desk.log)
        self.window = until(lambda: xdotool("search", "--onlyvisible", "--name", "^giver$").strip(), 20, "the giver")
        xdotool("windowmove", self.window, 1240, 700)
        time.sleep(0.5)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)

    def drag_to(self, x, y, shot=None):
        self.desk.move(1320, 760)
        xdotool("mousedown", 1)
        for step in range(1, 25):
            xdotool("mousemove", int(1320 + (x - 1320) * step / 24), int(760 + (y - 760) * step / 24))
            time.sleep(0.02)
        time.sleep(0.4)
        if shot:
            self.desk.shot(shot)
        xdotool("mouseup", 1)


def start(desk, *files):
    desk.launch(*files)
    until(lambda: title(desk), 30, "the window")
    window = max(xdotool("search", "--onlyvisible", "--class", "newsdesk").split(), key=int)
    xdotool("windowmove", window, 0, 0)
    xdotool("windowsize", window, 1200, 860)
    time.sleep(0.5)
    xdotool("windowfocus", window)
    return window


def test_first_start():
    with Desk(NEWSDESK_SAMPLES_DIR=SAMPLES) as desk:
        start(desk)
        until(lambda: desk.locate("Read and Mark the News"), 20, "the welcome")
        desk.shot("window-1-welcome")
        desk.press("win.add-samples")
        until(lambda: rows(desk) == 3, 20, "the samples")
        until(lambda: report(desk)["article"], 20, "a sample to be open")
        desk.shot("window-2-samples")


def test_single_instance():
    with Desk() as desk:
        start(desk)
        pid = desk.pid()
        desk.launch(desk.file("a.txt", article(desk, 1)))
        until(lambda: "Headline Number 1" in title(desk), 20, "the article")
        assert desk.pid() == pid, "a second process"

        # The same bytes again are no second article.
        desk.launch(desk.file("copy.txt", article(desk, 1)))
        until(lambda: desk.locate("Already in the library"), 10, "the toast")
        assert rows(desk) == 1


def test_folder_with_bad_files():
    with Desk() as desk:
        start(desk)
        folder = os.path.join(desk.folder, "many")
        os.mkdir(folder)
        for number in range(40):
            with open(os.path.join(folder, f"{number}.txt"), "w", encoding="utf-8") as file:
                file.write(article(desk, number) if number % 10 else "")
        with open(os.path.join(folder, "picture.jpg"), "wb") as file:
            file.write(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40)
        desk.launch(folder)
        until(lambda: rows(desk) == 36, 60, "36 rows")
        until(lambda: desk.locate("toast > Details"), 20, "the summary")
        time.sleep(0.5)
        desk.press("toast > Details")
        until(lambda: report(desk)["dialog"] == "DeskImportSummary", 10, "the details")
        desk.shot("window-3-summary")


def test_bad_file():
    with Desk() as desk:
        start(desk)
        desk.launch(desk.file("empty.txt", ""))
        until(lambda: desk.locate("“empty.txt” Could Not Be Opened"), 20, "the message")
        desk.shot("window-4-empty")
        desk.key("Escape")
        until(lambda: report(desk)["dialog"] == "", 10, "the message to go")
        desk.launch(os.path.join(desk.folder, "nowhere.txt"))
        until(lambda: desk.locate("“nowhere.txt” Could Not Be Opened"), 20, "the message")


def test_drop():
    with Desk() as desk:
        start(desk)
        files = [desk.file("one.txt", article(desk, 1)), desk.file("two.txt", article(desk, 2))]
        with Giver(desk, "files", *files) as giver:
            giver.drag_to(600, 400, "window-5-drop")
            until(lambda: rows(desk) == 2, 20, "the dropped files")
        with Giver(desk, "text", article(desk, 3)) as giver:
            giver.drag_to(150, 400, "window-5-drop-text")
            until(lambda: rows(desk) == 3, 20, "the dropped text")
        with Giver(desk, "html", "Only the text", "<html><body><article><h1>Headline of a Page</h1><p>" +
                   "A paragraph of the page that is long enough to be taken for one. " * 6 +
                   "</p></article></body></html>") as giver:
            giver.drag_to(600, 400)
            until(lambda: "Headline of a Page" in title(desk), 20, "the dropped page")
        with Giver(desk, "link", "https://example.org/news") as giver:
            giver.drag_to(600, 400)
            until(lambda: desk.locate("Pages Are Not Fetched"), 20, "the answer to a link")


def test_paste():
    with Desk() as desk:
        window = start(desk)
        with Giver(desk, "text", article(desk, 7)):
            xdotool("windowfocus", window)
            time.sleep(0.3)
            desk.key("ctrl+v")
            until(lambda: "Headline Number 7" in title(desk), 20, "the pasted text")
            # In a text box it is the text box's.
            desk.key("ctrl+shift+f")
            until(lambda: report(desk)["focus"] == "GtkText", 10, "the search box")
            desk.key("ctrl+v")
            time.sleep(1)
            assert rows(desk) <= 1
            desk.key("Escape")
            until(lambda: rows(desk) == 1, 10, "the search to end")


def test_list():
    with Desk() as desk:
        start(desk)
        fill(desk, 3)
        desk.press("Headline Number 1")
        until(lambda: "Number 1 " in title(desk), 10, "a click to open")
        desk.key("Down")
        until(lambda: "Number 0 " in title(desk), 10, "an arrow to open")
        desk.press("win.go-back")
        until(lambda: "Number 1 " in title(desk), 10, "going back")
        desk.key("alt+Right")
        until(lambda: "Number 0 " in title(desk), 10, "going forward")

        # Letters go to a headline.
        desk.press("Headline Number 1")
        desk.type("headline number 2")
        until(lambda: "Number 2 " in title(desk), 10, "the typed headline")

        # Three are selected, deleted, and brought back by the toast.
        desk.key("ctrl+a")
        until(lambda: report(desk)["selected"] == "3", 10, "all to be selected")
        desk.shot("window-6-selected")
        desk.key("Delete")
        until(lambda: desk.locate("Read and Mark the News"), 10, "an empty library")
        time.sleep(0.5)
        desk.press("toast > Undo")
        until(lambda: rows(desk) == 3, 10, "undo")

        desk.key("ctrl+shift+f")
        desk.type("paragraph of article 2")
        until(lambda: rows(desk) == 1, 10, "the hit")
        desk.shot("window-7-search")
        desk.key("Escape")
        until(lambda: rows(desk) == 3, 10, "all rows again")


def test_restart():
    with Desk() as desk:
        start(desk)
        fill(desk, 3)
        desk.press("Headline Number 1")
        until(lambda: "Number 1 " in title(desk), 10, "a click to open")
        shown = report(desk)["article"]
        # Whatever ends it.
        desk.kill()
        start(desk)
        until(lambda: report(desk)["article"] == shown, 30, "the same article after a crash")
        until(lambda: report(desk)["selected"] == "1", 10, "its row to be selected")
        desk.quit()
        start(desk)
        until(lambda: report(desk)["article"] == shown, 30, "the same article after quitting")


def add_paused(desk):
    """Six articles, all but the first not analysed since the reader said so."""
    start(desk)
    fill(desk, 1)
    # Nothing is under way: only the keys reach it.
    desk.key("shift+ctrl+p")
    os.mkdir(os.path.join(desk.folder, "paused"))
    for number in range(5):
        desk.file(f"paused/{number}.txt", article(desk, 10 + number))
    desk.launch(os.path.join(desk.folder, "paused"))
    until(lambda: rows(desk) == 6, 30, "the folder to be imported")
    until(lambda: desk.locate("Paused, 5 articles left"), 20, "the row to say that it is paused")


def test_pause_of_the_analysis():
    with Desk() as desk:
        add_paused(desk)
        desk.kill()
        start(desk)
        until(lambda: desk.locate("Paused, 5 articles left"), 20, "the pause to outlive a crash")
        desk.press("Headline Number 12")
        until(lambda: desk.state("test-analysis"), 20, "the open article to be analysed")
        until(lambda: desk.locate("Paused, 4 articles left"), 20, "one article less")
        desk.shot("window-11-paused")
        desk.quit()

        start(desk)
        until(lambda: desk.locate("Paused, 4 articles left"), 20, "the pause to outlive quitting")
        desk.press("win.pause-analysis")
        until(lambda: desk.locate("win.pause-analysis") is None, 20, "the analysis to go on and end")
        desk.quit()

        start(desk)
        until(lambda: rows(desk) == 6, 20, "the rows")
        assert desk.locate("win.pause-analysis") is None


def count_analysed(desk):
    process = subprocess.run([f"{BUILD}/src/cli/newsdesk-cli", "list"], env=desk.env, capture_output=True, text=True, timeout=60,
                             check=True)
    ids = [json.loads(line)["id"] for line in process.stdout.splitlines()]
    process = subprocess.run([f"{BUILD}/src/cli/newsdesk-cli", "show", *ids], env=desk.env, capture_output=True, text=True,
                             timeout=60, check=True)
    return sum("entities" in json.loads(line) for line in process.stdout.splitlines())


def test_analysis_goes_on():
    with Desk() as desk:
        add_paused(desk)
        desk.kill()
        assert count_analysed(desk) == 1
        # Nobody paused it, so nothing but a crash ended it.
        os.remove(os.path.join(desk.folder, "state", "newsdesk", "windows.ini"))
        start(desk)
        until(lambda: count_analysed(desk) == 6, 30, "the analysis to go on by itself")


def test_narrow():
    with Desk() as desk:
        window = start(desk)
        fill(desk, 2)
        xdotool("windowsize", window, 360, 640)
        time.sleep(1)
        desk.shot("window-8-narrow-article")
        desk.key("F6")
        until(lambda: desk.locate("list_view"), 10, "the list")
        desk.shot("window-9-narrow-list")
        desk.press("Headline Number 0")
        until(lambda: desk.locate("list_view") is None, 10, "the article to cover the list")
        assert "Number 0 " in title(desk)
        # Nothing sticks out of the window.
        desk.log.flush()
        with open(desk.log.name, encoding="utf-8") as log:
            assert "exceeds" not in log.read()


def test_narrow_keys():
    """Where list and article take turns, the keys go to the one that is shown."""
    with Desk() as desk:
        window = start(desk)
        fill(desk, 3)
        xdotool("windowsize", window, 360, 640)
        time.sleep(1)
        desk.click(26, 28)
        time.sleep(1)
        until(lambda: report(desk)["focus"] == "GtkListItemWidget", 10, "the list to have the keys")
        # From the row of the article that was open, the first, to the one below.
        desk.key("Down", "Return")
        until(lambda: "Number 1 " in title(desk), 10, "the next article")
        time.sleep(0.5)
        until(lambda: report(desk)["focus"] == "WebKitWebView", 10, "the text to have the keys")
        desk.key("F6")
        until(lambda: report(desk)["focus"] == "GtkListItemWidget", 10, "the list")
        desk.key("Return")
        time.sleep(0.5)
        until(lambda: report(desk)["focus"] == "WebKitWebView", 10, "the text of the same article")

        # Who searches wants the box.
        desk.key("ctrl+shift+f")
        time.sleep(0.5)
        until(lambda: report(desk)["focus"] == "GtkText", 10, "the search box")


def windows():
    return set(xdotool("search", "--onlyvisible", "--class", "newsdesk").split())


def test_windows():
    with Desk() as desk:
        start(desk)
        fill(desk, 1)
        # A tooltip would be a window, too: the pointer rests where there is none.
        desk.move(640, 500)
        first = windows()
        desk.key("ctrl+n")
        until(lambda: len(windows()) == 2, 20, "a second window")
        # It is seen before it has the keys.
        until(lambda: xdotool("getwindowfocus").strip() in windows() - first, 20, "the focus in the second window")
        desk.key("ctrl+w")
        until(lambda: len(windows()) == 1, 20, "one window")


if __name__ == "__main__":
    tap.run()
