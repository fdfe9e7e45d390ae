"""Times the window: start to painted article, cold and warm, and memory of all processes, beside a minimal
WebKitGTK window measured in the same run. Prints medians; judges nothing.

usage: window.py NEWSDESK MINIMAL_WINDOW [RUNS]
"""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

NEWSDESK, MINIMAL = sys.argv[1:3]
RUNS = int(sys.argv[3]) if len(sys.argv) > 3 else 7

WORDS = ("council harbour minister bridge report vote north river station school budget engineer mayor "
         "election company strike hospital inquiry witness region treaty border market price storm").split()


def article(n_words):
    chance = random.Random(7)
    paragraphs, line = ["A Long Report on Many Matters"], []
    for i in range(n_words):
        line.append(chance.choice(WORDS))
        if len(line) > 60:
            paragraphs.append(" ".join(line).capitalize() + ".")
            line = []
    return "\n\n".join(paragraphs) + "\n"


def children(pid):
    found = [pid]
    for child in open(f"/proc/{pid}/task/{pid}/children", encoding="ascii").read().split():
        found += children(int(child))
    return found


def memory(pid):
    """Proportional set size in MB: of the program alone, and of all its processes."""
    total, own = 0, 0
    for process in children(pid):
        try:
            for line in open(f"/proc/{process}/smaps_rollup", encoding="ascii"):
                if line.startswith("Pss:"):
                    kilobytes = int(line.split()[1])
                    total += kilobytes
                    if process == pid:
                        own = kilobytes
        except (FileNotFoundError, ProcessLookupError):
            pass
    return own / 1024, total / 1024


def drop_from_cache(paths):
    for path in paths:
        try:
            with open(path, "rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        except OSError:
            pass


def mapped_files(pids):
    paths = set()
    for pid in pids:
        try:
            for line in open(f"/proc/{pid}/maps", encoding="utf-8"):
                parts = line.split(None, 5)
                if len(parts) == 6 and parts[5].startswith("/"):
                    paths.add(parts[5].strip())
        except (FileNotFoundError, ProcessLookupError):
            pass
    return paths


def start(command, environment):
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    while True:
        line = process.stdout.readline()
        if not line:
            raise SystemExit(f"{command[0]} ended before its page was painted")
        if line.startswith(b"painted"):
            return process, (time.monotonic() - begun) * 1000


def stop(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main():
    folder = tempfile.mkdtemp(prefix="newsdesk-bench-")
    path = os.path.join(folder, "report.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(article(5000))
    environment = {**os.environ, "NEWSDESK_TEST": "1", "GSETTINGS_BACKEND": "memory"}
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        environment[name] = os.path.join(folder, name)

    commands = {"NewsDesk": [NEWSDESK, path], "minimal window": [MINIMAL, path]}
    figures = {name: {"warm": [], "cold": [], "own": [], "all": []} for name in commands}
    files = set()
    for name, command in commands.items():          # warm-up; also imports the article
        process, _ = start(command, environment)
        files |= mapped_files(children(process.pid))
        time.sleep(1)
        stop(process)
    for _ in range(RUNS):                            # in turn, so that drift hits both
        for name, command in commands.items():
            process, took = start(command, environment)
            time.sleep(0.5)
            own, total = memory(process.pid)
            stop(process)
            figures[name]["warm"].append(took)
            figures[name]["own"].append(own)
            figures[name]["all"].append(total)
    for _ in range(max(3, RUNS // 2)):
        for name, command in commands.items():
            drop_from_cache(files)
            process, took = start(command, environment)
            stop(process)
            figures[name]["cold"].append(took)

    labels = {"warm": "start to painted, warm, ms", "cold": "start to painted, cold, ms",
              "own": "memory of the program, MB PSS", "all": "memory of all processes, MB PSS"}
    print("one article of 5,000 words; medians")
    for key, label in labels.items():
        ours, theirs = (statistics.median(figures[name][key]) for name in commands)
        print(f"{label:34} NewsDesk {ours:7.0f}   minimal window {theirs:7.0f}   ratio {ours / theirs:.2f}")
    shutil.rmtree(folder, ignore_errors=True)


main()
