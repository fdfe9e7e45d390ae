"""The command dates: its contract, and that no clock, locale or time zone changes it."""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

from program import cli
import tap

LINES = "He left on Tuesday.\n\n   Ümit kam 🌊: they met last week.\nNothing here.\n".encode()


def test_contract():
    result = cli("dates", "--reference", "2023-02-08", data=LINES)
    assert result.status == 0
    first, empty, second, nothing = result.lines
    assert empty == [] and nothing == []
    (date,) = first
    assert date["text"] == "Tuesday" and (date["start"], date["end"]) == (11, 18)
    assert date["value"] == "2023-02-07" and date["type"] == "DATE" and date["relative"] is True
    assert date["confidence"] in ("sure", "likely", "weak") and date["why"]
    # Offsets count the code points of the line, white space before the text included.
    line = LINES.decode().split("\n")[2]
    assert [line[d["start"]:d["end"]] for d in second] == ["last week"]
    assert second[0]["value"] == "2023-W05"


def test_time_of_reference():
    assert cli("dates", "--reference", "2023-02-08T23:30:00+09:00", data=LINES).lines[0][0]["value"] == "2023-02-07"


def test_no_reference():
    (date,), *_ = cli("dates", data=LINES).lines
    assert date["value"] is None and date["text"] == "Tuesday"


def test_language():
    german = "Am 8. Februar 2023 und am Montag, dem 13. März, kamen sie.".encode() + b"\n"
    (dates,) = cli("dates", "--language", "de", "--reference", "2023-03-15", data=german).lines
    assert [d["value"] for d in dates] == ["2023-02-08", "2023-03-13"], dates


def test_wrong_use():
    assert cli("dates", "--reference", "last week", data=b"").status == 2
    assert cli("dates", "surplus", data=b"").status == 2
    assert cli("dates", "--reference", "2023-02-08", data=b"").lines == []
    assert cli("dates", "--reference", "2023-02-08", data=b"\xff\xfe broken on Tuesday\n").lines[0][0]["value"] == "2023-02-07"


def test_same_everywhere():
    answers = set()
    for zone in ("UTC", "Pacific/Kiritimati", "America/Los_Angeles"):
        for locale in ("C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"):
            answers.add(cli("dates", "--reference", "2023-02-08", data=LINES, env={"TZ": zone, "LC_ALL": locale}).out)
    assert len(answers) == 1


tap.run()
