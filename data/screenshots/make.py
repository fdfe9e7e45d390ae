#!/usr/bin/env python3
# What make.sh runs where NewsDesk can run: opens the samples, marks passages, takes the pictures.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess
import sys
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
sys.path.insert(0, os.path.join(ROOT, "tests", "ui"))

from mouse import BUILD, SHOTS, Desk, until  # pylint: disable=wrong-import-position

SAMPLES = os.path.join(ROOT, "data", "samples")
FLOOD, FERRY, SHIP = "flood-toll-revised.html", "harbour-court-halts-sale.md", "coast-guards-trade-protests.txt"

# The window fills the screen; without a window manager GTK draws an edge around it, which is cut off.
SETTINGS = """[org/example/NewsDesk]
window-width=1210
window-height=810
samples-offered=true
inspector-visible=true
"""
EDGE, CORNER = 5, 12
DESKTOP = 'Gtk/FontName "Cantarell 11"\nGtk/EnableAnimations 0\nXft/Antialias 1\nXft/Hinting 0\nXft/RGBA "none"\n'

CONTRADICTION, QUOTE, CHECK, FOLLOW_UP = "7", "3", "2", "8"
FLOOD_MARKS = [
    ("put the number of dead at 41 and said that 17 people were missing", CONTRADICTION, None),
    ("spoke of 58 dead", CONTRADICTION, None),
    ("declined to say how many it was still looking for", FOLLOW_UP, "Ask both ministries for their lists."),
    ("We count people whom we have found and who have a name", QUOTE, None),
]


def prepare(desk):
    """Settings, fonts, and the three samples in the library."""
    folder = os.path.join(desk.env["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    os.makedirs(folder)
    with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as file:
        file.write(SETTINGS)
    fonts = desk.file("xsettings", DESKTOP)
    desk.fonts = subprocess.Popen(["xsettingsd", "-c", fonts], stderr=subprocess.DEVNULL)
    for name in (FERRY, FLOOD, SHIP):
        subprocess.run([f"{BUILD}/src/cli/newsdesk-cli", "import", "--analyze", os.path.join(SAMPLES, name)],
                       env=desk.env, check=True, stdout=subprocess.DEVNULL)


def mark(desk, text, passage, key, note):
    start = text.index(passage)
    desk.drag(start, start + len(passage))
    until(lambda: desk.locate("marking_bar") or desk.selection(), 10, "the selection")
    time.sleep(0.5)
    before = len(desk.marks())
    desk.key(key)
    until(lambda: len(desk.marks()) > before, 10, "the mark")
    if note:
        desk.key("n")
        time.sleep(0.7)
        desk.type(note)
        desk.key("ctrl+Return")
        until(lambda: any(mark[4] for mark in desk.marks()), 10, "the note")
    # Once for the bar, once for the mark that is selected now.
    desk.key("Escape", "Escape")
    time.sleep(0.3)


def picture(desk, name):
    desk.move(1205, 400)
    time.sleep(1)
    desk.shot(name)
    path = os.path.join(SHOTS, name + ".png")
    size = subprocess.run(["identify", "-format", "%w %h", path], capture_output=True, text=True, check=True).stdout.split()
    width, height = (int(side) - 2 * EDGE for side in size)
    subprocess.run([
        "convert", path, "-shave", f"{EDGE}x{EDGE}", "+repage",
        "(", "-size", f"{width}x{height}", "xc:black", "-fill", "white", "-draw",
        f"roundrectangle 0,0 {width - 1},{height - 1} {CORNER},{CORNER}", ")",
        "-alpha", "off", "-compose", "CopyOpacity", "-composite", "-strip", "-colors", "255", f"PNG8:{path}",
    ], check=True)


def take_all():
    with Desk() as desk:
        prepare(desk)
        text = desk.open(os.path.join(SAMPLES, FLOOD))
        for passage, key, note in FLOOD_MARKS:
            mark(desk, text, passage, key, note)
        desk.show(0, 10)
        picture(desk, "read")
        desk.press(f"Marks {len(FLOOD_MARKS)}")
        picture(desk, "notes")
        desk.press("Entities")

        passage = "had told the competition authority one thing and its bank another"
        desk.press("Harbour Court Halts Sale of Ferry Line")
        start = until(lambda: desk.state("test-text").find(passage) + 1, 20, "the second article") - 1
        desk.drag(start, start + len(passage))
        time.sleep(1)
        picture(desk, "mark")

        desk.key(CHECK, "Escape", "Escape")
        desk.key("ctrl+shift+f")
        time.sleep(0.5)
        desk.type("minister")
        time.sleep(2)
        picture(desk, "search")
        desk.quit()
        desk.fonts.terminate()


take_all()
