#!/usr/bin/env python3
# Holds the metainfo to the rules for good store pages that no validator checks.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: check-metainfo.py METAINFO DESKTOP-FILE VERSION SCREENSHOTS"""

import re
import struct
import sys
import xml.etree.ElementTree as xml
from datetime import date
from pathlib import Path

URLS = {"homepage", "bugtracker", "vcs-browser", "translate", "contribute", "help"}
SIZE_LIMIT = (2000, 1400)


def text_of(node) -> str:
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def first(node, path: str) -> str:
    return text_of(node.find(path))


def untranslated(nodes) -> list:
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    return [node for node in nodes if lang not in node.attrib]


def words_problems(root):
    name, summary = first(root, "name"), first(root, "summary")
    if len(name) > 15:
        yield "the name is longer than 15 characters"
    if not 10 <= len(summary) <= 35:
        yield f"the summary has {len(summary)} characters, not 10 to 35"
    if summary.endswith("."):
        yield "the summary ends with a full stop"
    if re.search(r"\b(a|an|the|app|application|tool|client|program)\b", summary, re.I):
        yield "the summary has an article or calls itself a program"
    if summary[:1].islower() or re.search(r" [A-Z]", summary):
        yield "the summary is not in sentence case"

    parts = untranslated(root.findall("description/*"))
    if not 2 <= len(parts) <= 6:
        yield "the description has not 2 to 6 parts"
    for listing in (part for part in parts if part.tag in ("ul", "ol")):
        if len(untranslated(listing.findall("li"))) > 10:
            yield "a list of the description is longer than 10"


def identity_problems(root, path: Path, desktop: str):
    app_id = first(root, "id")
    if path.name.split(".metainfo.xml")[0] != app_id:
        yield "the id is not the name of the file"
    if first(root, "metadata_license") != "CC0-1.0" or first(root, "project_license") != "GPL-3.0-or-later":
        yield "the licences are not CC0-1.0 and GPL-3.0-or-later"
    if root.find("developer[@id='org.example']/name") is None:
        yield "the developer is missing"
    if first(root, "launchable[@type='desktop-id']") != app_id + ".desktop":
        yield "the launchable is not the desktop file"
    if first(root, "translation[@type='gettext']") != "newsdesk":
        yield "the translation domain is missing"
    rating = root.find("content_rating[@type='oars-1.1']")
    if rating is None or len(rating):
        yield "the content rating is missing or not empty"
    if root.find("icon") is not None:
        yield "an icon here makes the categories disappear"
    missing = URLS - {url.get("type") for url in root.findall("url")}
    if missing:
        yield f"addresses are missing: {', '.join(sorted(missing))}"
    if first(root, "requires/display_length[@compare='ge']") != "360":
        yield "does not say that 360 pixels are enough"
    if {text_of(control) for control in root.findall("supports/control")} != {"keyboard", "pointing", "touch"}:
        yield "the supported controls are not keyboard, pointing, touch"

    key = lambda name: (re.search(rf"^{name}=(.*)$", desktop, re.M) or ["", ""])[1].rstrip(";").split(";")
    claimed = {text_of(kind) for kind in root.findall("provides/mediatype")}
    opened = {kind for kind in key("MimeType") if not kind.startswith("x-scheme-handler/")}
    if claimed != opened:
        yield f"media types differ from those of the desktop file: {', '.join(sorted(claimed ^ opened))}"
    categories = {text_of(category) for category in root.findall("categories/category")}
    if not categories <= set(key("Categories")):
        yield "categories that the desktop file lacks"


def colour_problems(root):
    colours = {color.get("scheme_preference"): text_of(color) for color in root.findall("branding/color[@type='primary']")}
    if set(colours) != {"light", "dark"} or colours["light"].lower() == colours["dark"].lower():
        yield "there are not two different colours, one for light and one for dark"


def png_size(path: Path) -> tuple:
    data = path.read_bytes()[:24]
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError(f"{path.name} is no PNG")
    return struct.unpack(">II", data[16:24])


def screenshot_problems(root, folder: Path, version: str):
    shots = root.findall("screenshots/screenshot")
    if not 3 <= len(shots) <= 6:
        yield "there are not 3 to 6 screenshots"
    if [shot.get("type") for shot in shots].count("default") != 1 or shots[0].get("type") != "default":
        yield "the first screenshot is not the only default one"
    for shot in shots:
        address, caption = first(shot, "image[@type='source']"), text_of((untranslated(shot.findall("caption")) or [None])[0])
        if f"/v{version}/" not in address:
            yield f"the address of a screenshot is not that of version {version}: {address}"
        if not caption or caption.endswith(".") or not caption[0].isupper():
            yield f"a caption is missing, ends with a full stop or starts small: {caption}"
        picture = folder / Path(address).name
        if not picture.is_file():
            yield f"{picture.name} is not in the tree"
            continue
        width, height = png_size(picture)
        if width > SIZE_LIMIT[0] or height > SIZE_LIMIT[1]:
            yield f"{picture.name} is larger than {SIZE_LIMIT[0]} × {SIZE_LIMIT[1]}"


def release_problems(root, version: str):
    releases = root.findall("releases/release")
    if not releases or releases[0].get("version") != version:
        yield f"the newest release is not {version}"
    dates = []
    for release in releases:
        try:
            dates.append(date.fromisoformat(release.get("date", "")))
        except ValueError:
            yield f"release {release.get('version')} has no date"
        note = " ".join(text_of(part) for part in untranslated(release.findall("description/*")))
        if not 2 <= len(re.findall(r"[.!?](?:\s|$)", note)) <= 6:
            yield f"the note of release {release.get('version')} has not 2 to 6 sentences"
        if re.search(r"bug ?fixes|various improvements", note, re.I):
            yield f"the note of release {release.get('version')} says nothing"
    if dates != sorted(dates, reverse=True):
        yield "the releases are not newest first"


def main() -> None:
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    path, desktop, version, screenshots = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
    root = xml.parse(path).getroot()
    problems = [
        *identity_problems(root, path, desktop.read_text(encoding="utf-8")),
        *words_problems(root),
        *colour_problems(root),
        *screenshot_problems(root, screenshots, version),
        *release_problems(root, version),
    ]
    for problem in problems:
        print(f"{path.name}: {problem}")
    sys.exit(1 if problems else 0)


main()
