"""Drives the real program with a real mouse and keyboard, on a display and a bus of its own.

NEWSDESK_BUILD is the build folder, NEWSDESK_SHOTS where screenshots go."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ast
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))

BUILD = os.environ["NEWSDESK_BUILD"]
SHOTS = os.environ["NEWSDESK_SHOTS"]
SHARED = os.environ.get("NEWSDESK_SHARED", "")
NAME = "org.example.NewsDesk"
OBJECT = "/org/example/NewsDesk"

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{folder}/services</servicedir>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def until(question, seconds=20, what="an answer"):
    """Asks again and again; returns the first answer that is true."""
    end = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        assert time.monotonic() < end, f"waited {seconds} s for {what}"
        time.sleep(0.05)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, timeout=30, check=False).stdout


class Desk:
    """The program with an empty library, settings and home; all is gone after the with statement."""

    def __init__(self, **environment):
        self.environment = environment

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="newsdesk-mouse-")
        services = os.path.join(self.folder, "services")
        os.mkdir(services)
        with open(os.path.join(services, NAME + ".service"), "w", encoding="utf-8") as file:
            file.write(f"[D-BUS Service]\nName={NAME}\nExec={BUILD}/src/newsdesk --gapplication-service\n")
        with open(os.path.join(self.folder, "bus.conf"), "w", encoding="utf-8") as file:
            file.write(BUS.format(folder=self.folder))
        self.env = {
            **os.environ,
            "NEWSDESK_TEST": "1",
            "PATH": f"{BUILD}/src:{os.environ['PATH']}",
            "GSETTINGS_SCHEMA_DIR": f"{BUILD}/data",
            "GSETTINGS_BACKEND": "keyfile",
            "XDG_DATA_HOME": f"{self.folder}/data",
            "XDG_CONFIG_HOME": f"{self.folder}/config",
            "XDG_CACHE_HOME": f"{self.folder}/cache",
            "XDG_STATE_HOME": f"{self.folder}/state",
            **self.environment,
        }
        self.log = open(os.path.join(self.folder, "log"), "w+", encoding="utf-8")
        # Programs that the bus starts get the environment of the bus.
        self.bus = subprocess.Popen(["dbus-daemon", f"--config-file={self.folder}/bus.conf", "--nofork", "--print-address=1"],
                                    env=self.env, stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()
        return self

    def __exit__(self, *_):
        self.kill()
        self.bus.terminate()
        self.bus.wait(10)
        self.log.seek(0)
        log = self.log.read()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        for line in log.splitlines():
            if "CRITICAL" in line or "ERROR" in line:
                raise AssertionError(line)

    # The program

    def file(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def launch(self, *files):
        """As the desktop does: by the desktop file, which has the bus start the program."""
        process = subprocess.run(["gio", "launch", f"{BUILD}/data/{NAME}.desktop", *files], env=self.env, stdout=self.log,
                                 stderr=self.log, timeout=60, check=False)
        assert process.returncode == 0, "gio launch failed"

    def open(self, *files):
        """Returns the text of the article once it is painted."""
        self.launch(*files)
        return until(lambda: self.state("test-text"), 60, "the article")

    def pid(self):
        answer = self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus.GetConnectionUnixProcessID", NAME)
        found = re.search(r"uint32 (\d+)", answer)
        return int(found.group(1)) if found else None

    def runs(self):
        return "true" in self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", NAME)

    def quit(self):
        self.activate("quit")
        until(lambda: not self.runs(), 20, "the end of the program")

    def kill(self):
        pid = self.pid() if self.runs() else None
        if pid:
            os.kill(pid, signal.SIGKILL)
            until(lambda: not self.runs(), 20, "the end of the program")

    # The bus

    def call(self, name, path, method, *arguments):
        return subprocess.run(["gdbus", "call", "--session", "-d", name, "-o", path, "-m", method, *arguments], env=self.env,
                              capture_output=True, text=True, timeout=60, check=False).stdout

    def activate(self, action, *arguments):
        self.call(NAME, OBJECT, "org.gtk.Actions.Activate", action, "[" + ", ".join(f"<{a}>" for a in arguments) + "]", "{}")

    def describe(self, action):
        found = re.search(r"\[<(.*)>\]\),\)\s*$", self.call(NAME, OBJECT, "org.gtk.Actions.Describe", action), re.S)
        return ast.literal_eval(found.group(1)) if found else ""

    def state(self, action, *arguments):
        self.activate(action, *arguments)
        return self.describe(action)

    # What the program shows

    def where(self, start, end):
        """First and last line of a passage on the screen, None while it is out of view."""
        self.activate("test-where", f"(uint32 {start}, uint32 {end})")
        until(lambda: self.describe("test-where") != "?")
        answer = self.describe("test-where")
        if not answer:
            return None
        x, y = self.origin()
        n = [float(word) for word in answer.split()]
        return (x + n[0], y + n[1], n[2], n[3]), (x + n[4], y + n[5], n[6], n[7])

    def show(self, start, end):
        """Scrolls to a passage and waits until it stands still."""
        self.activate("test-show", f"(uint32 {start}, uint32 {end})")
        last = [None]

        def rests():
            before, last[0] = last[0], self.where(start, end)
            time.sleep(0.25)
            return last[0] is not None and last[0] == before
        until(rests, 20, "the passage to come into view")

    def selection(self):
        return tuple(map(int, self.state("test-selection").split()))

    def marks(self):
        """Start, end, kind, exact text, note of each."""
        marks = []
        for line in self.state("test-marks").splitlines():
            start, end, kind, exact, note = (line + " ").split(" ")[:5]
            marks.append((int(start), int(end), kind, urllib.parse.unquote(exact), urllib.parse.unquote(note)))
        return marks

    def locate(self, name):
        """The middle of a widget on the screen, None where it is not shown."""
        answer = self.state("test-locate", f"'{name}'")
        if not answer:
            return None
        x, y = self.origin()
        n = [float(word) for word in answer.split()]
        return x + n[0] + n[2] / 2, y + n[1] + n[3] / 2

    def origin(self):
        """Of the window: the largest on the screen."""
        windows = []
        for window in xdotool("search", "--onlyvisible", "--name", ".*").split():
            place = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window).split())
            windows.append((int(place["WIDTH"]) * int(place["HEIGHT"]), int(place["X"]), int(place["Y"])))
        return max(windows)[1:]

    def shot(self, name):
        os.makedirs(SHOTS, exist_ok=True)
        time.sleep(0.3)
        subprocess.run(["import", "-window", "root", os.path.join(SHOTS, name + ".png")], timeout=60, check=True)

    # Mouse and keys

    def move(self, x, y):
        # A new popover gets no press before it has seen the pointer move.
        for distance in (3, 2, 1, 0):
            xdotool("mousemove", int(x) + distance, int(y))
            time.sleep(0.02)

    def click(self, x, y, button=1):
        self.move(x, y)
        xdotool("click", button)
        time.sleep(0.15)

    def press(self, name):
        """Clicks a widget."""
        self.click(*until(lambda: self.locate(name), 10, name))

    def drag(self, start, end):
        """Over a passage, from before its first character to behind its last."""
        self.show(start, end)
        first = self.where(start, start + 1)[0]
        last = self.where(end - 1, end)[1]
        self.drag_between(first, last, self.reads_backwards(start, end))

    def reads_backwards(self, start, end):
        before, after = self.where(start, start + 1)[0], self.where(end - 1, end)[1]
        return abs(before[1] - after[1]) < 4 and before[0] > after[0]

    def drag_between(self, first, last, backwards):
        if backwards:
            x1, x2 = first[0] + first[2] - 1, last[0] + 1
        else:
            x1, x2 = first[0] + 1, last[0] + last[2] - 1
        y1, y2 = first[1] + first[3] / 2, last[1] + last[3] / 2
        self.move(x1, y1)
        xdotool("mousedown", 1)
        for step in range(1, 13):
            xdotool("mousemove", int(x1 + (x2 - x1) * step / 12), int(y1 + (y2 - y1) * step / 12))
            time.sleep(0.012)
        time.sleep(0.03)
        xdotool("mouseup", 1)

    def key(self, *keys):
        xdotool("key", "--delay", 40, *keys)
        time.sleep(0.1)

    def type(self, text):
        xdotool("type", "--delay", 15, text)
        time.sleep(0.1)
