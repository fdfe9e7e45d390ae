#!/usr/bin/env bash
# Builds NewsDesk with warnings as errors and runs every test: tests/run.sh [--sanitize].
# Ends with the line "N passed, N failed". Installs what is missing first.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/../src/setup/root.sh"

prepare
cd "$source_dir"

passed=0 failed=0

# Runs all suites of one build folder and adds up its test cases.
run_suites () {
  local build=$1 counts status=0
  shift
  inside meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier 3 "$@" || status=$?
  counts=$(inside python3 "$source_dir/tests/count.py" "$build/meson-logs/testlog.junit.xml")
  passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* }))
  # A run that breaks before its first test must not look like one without failures.
  if [ "$status" != 0 ] && [ "${counts#* }" = 0 ]; then failed=$((failed + 1)); fi
}

build () {
  local folder=$1
  shift
  [ -e "$folder/build.ninja" ] || inside meson setup "$folder" -Dwerror=true "$@" >&2
  inside meson compile -C "$folder" >&2
}

if build build-tests; then
  run_suites build-tests
else
  failed=$((failed + 1))
fi

# The same suites once more, every wrong access and leak being a failure.
if build build-sanitized -Db_sanitize=address,undefined -Dbuildtype=debug; then
  run_suites build-sanitized --suite unit --suite fuzz
else
  failed=$((failed + 1))
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
