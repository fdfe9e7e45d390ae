#!/usr/bin/env bash
# Measures the analysis: tests/bench/analysis.sh. Prints speed and memory beside the peer's, growth of time with length,
# and the scores on everything that has a truth. Judges nothing.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/../../src/setup/root.sh"

prepare
cd "$source_dir"
build=$source_dir/build-bench
corpora=$source_dir/../shared/corpora
analysis=$source_dir/data/analysis

# As a distribution builds: the target is that of plain -O2.
[ -e "$build/build.ninja" ] || inside meson setup "$build" --buildtype=debugoptimized >&2
inside meson compile -C "$build" >&2

headline () { printf '\n%s\n' "$*"; }

mkdir -p "$build/stories"
python3 "$analysis/corpus.py" spans "$analysis"/corpus/*.txt | python3 tests/bench/story-files.py "$build/stories"

headline "Speed on our own stories, one core, processor time"
inside "$build/tests/bench/bench-analysis" "$build"/stories/*.txt
if command -v npm >/dev/null; then
  [ -e "$build/peer/node_modules/compromise" ] || npm install --silent --no-audit --no-fund --prefix "$build/peer" compromise@14 >&2
  node tests/bench/compromise.mjs "$build/peer/node_modules/compromise" "$build"/stories/*.txt
fi

headline "Strange texts of growing length"
inside "$build/tests/bench/bench-analysis" --growth

if [ ! -d "$corpora" ]; then
  echo "skipped: no ../shared"
  exit
fi

# The scorers of the corpora run the program themselves, so they run where it runs.
cli=$build/src/cli/newsdesk-cli
score () { inside env PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8 python3 "$@"; }

headline "Names: tokens as others cut them"
score "$corpora/ner/score.py" "$corpora"/ner/eval-*.conll --cli "$cli"
headline "Who is who, GUM news"
score "$corpora/aliases/score.py" "$corpora/aliases/gum-news.json" --cli "$cli"
headline "Dates"
score "$corpora/dates/score.py" "$corpora/dates/gum-news.jsonl" "$corpora/dates/recognizers.jsonl" --cli "$cli"
for set in gum-news re3d; do
  python3 "$analysis/stand-off.py" join "$corpora" "$analysis/test/$set.jsonl" > "$build/$set.jsonl"
  headline "The hand-checked test, $set: names, who is who, roles, governments"
  score tests/bench/score-names.py "$build/$set.jsonl" --cli "$cli"
  headline "The hand-checked test, $set: who said what"
  score tests/bench/score-quotes.py "$build/$set.jsonl" --cli "$cli"
done
