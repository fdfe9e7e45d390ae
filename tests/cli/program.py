"""Runs newsdesk-cli on libraries and files of its own."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))

CLI = os.environ["NEWSDESK_CLI"]
SHARED = os.environ.get("NEWSDESK_SHARED", "")


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout.decode("utf-8")
        self.err = process.stderr.decode("utf-8")

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


def cli(*arguments, data=None, timeout=120, wrapper=(), env=None):
    process = subprocess.run([*wrapper, CLI, *map(str, arguments)], input=data, capture_output=True, timeout=timeout,
                             env={**os.environ, **(env or {})}, check=False)
    result = Result(process)
    # A signal is a crash, whatever the test expects.
    assert result.status >= 0, f"ended by signal {-result.status}: {result.err}"
    for word in ("CRITICAL", "WARNING", "Sanitizer", "runtime error"):
        assert word not in result.err, result.err
    return result


class Folder:
    """A folder that is gone after the with statement."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="newsdesk-cli-")
        return self

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwX", self.path], check=False)
        shutil.rmtree(self.path, ignore_errors=True)

    def file(self, name, content):
        path = os.path.join(self.path, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    @property
    def library(self):
        return os.path.join(self.path, "library")
