#!/usr/bin/env bash
# Measures NewsDesk: tests/bench/run.sh [ARTICLES…]. Prints times and memory and judges nothing; on a machine that does
# something else at the same time the figures say little. ARTICLES are the sizes of the libraries, 1000 100000 1000000
# of their own; each is made once under build-bench (two minutes and 2 GB for a million).
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/../../src/setup/root.sh"

prepare
cd "$source_dir"
build=$source_dir/build-bench
counts=("$@")
[ ${#counts[@]} = 0 ] && counts=(1000 100000 1000000)

# As a distribution builds.
[ -e "$build/build.ninja" ] || inside meson setup "$build" --buildtype=debugoptimized >&2
inside meson compile -C "$build" >&2

headline () { printf '\n%s\n' "$*"; }
with_window () {
  inside env GSETTINGS_SCHEMA_DIR="$build/data" LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 \
    NEWSDESK_BUILD="$build" NEWSDESK_SHOTS="$build/screenshots" tests/with-display.sh "$@"
}

for count in "${counts[@]}"; do
  library=$build/libraries/$count/newsdesk
  if [ ! -e "$library.made" ]; then
    rm -rf "$library"
    mkdir -p "$library"
    inside "$build/tests/bench/make-library" "$library" "$count"
    touch "$library.made"
  fi
  headline "A library of $count articles"
  inside "$build/tests/bench/bench-store" "$library" | tee "$build/store-$count.txt"
  headline "The window on it"
  with_window python3 tests/bench/list.py "$build/libraries/$count" "$count"
done
if [ ${#counts[@]} -gt 1 ]; then
  first=$(awk '/^first rows  / { print $3 }' "$build/store-${counts[0]}.txt")
  last=$(awk '/^first rows  / { print $3 }' "$build/store-${counts[-1]}.txt")
  headline "first rows, ${counts[-1]} against ${counts[0]} articles   ratio $(awk "BEGIN { printf \"%.2f\", $last / $first }")"
fi

headline "Articles that come in, each on disk before the next is told of"
rm -rf "$build/libraries/import"
mkdir -p "$build/libraries/import"
inside "$build/tests/bench/bench-store" --import "$build/libraries/import"

headline "The window while a library of 10000 articles is analysed"
stories=$build/stories
library=$build/libraries/analysing
rm -rf "$stories" "$library"
mkdir -p "$stories" "$library/newsdesk"
python3 data/analysis/corpus.py spans data/analysis/corpus/*.txt |
  python3 tests/bench/story-files.py "$stories"
inside "$build/tests/bench/make-library" "$library/newsdesk" 10000 "$stories"/*.txt
with_window python3 tests/bench/analysing.py "$library" 10000 900

headline "The window beside a minimal one"
with_window python3 tests/bench/window.py "$build/src/newsdesk" "$build/tests/bench/minimal-window"

headline "The article pane beside a bare web view"
for what in bare ours pile layers; do
  with_window "$build/tests/reader/reader-bench" "$what"
done
