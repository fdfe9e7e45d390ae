"""Writes the text of each story that `corpus.py spans` prints to a file of its own: 000.txt, 001.txt, …

usage: story-files.py FOLDER < STORIES
"""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import sys

for number, line in enumerate(sys.stdin):
    with open(os.path.join(sys.argv[1], f"{number:03}.txt"), "w", encoding="utf-8") as file:
        file.write(json.loads(line)["text"])
