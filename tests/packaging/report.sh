# Counts checks and prints a line for each; sourced by the scripts here.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# $results: a file that gets one line a check, shared by all scripts of a run.
# $blocked: not empty when checks cannot run at all; they fail then, with this reason.
blocked=${blocked:-}

ok () { printf 'ok - %s\n' "$1" | tee -a "$results"; }

# not_ok NAME [REASON]: further lines come from standard input when there is no reason.
not_ok () {
  printf 'not ok - %s\n' "$1" | tee -a "$results"
  if [ $# -gt 1 ]; then printf '  %s\n' "$2"; else sed 's/^/  /' | tail -n 40; fi
}

# check NAME COMMAND…: what the command prints is shown only when it fails.
check () {
  local name=$1 log
  shift
  if [ -n "$blocked" ]; then not_ok "$name" "$blocked"; return 1; fi
  log=$(mktemp)
  if "$@" > "$log" 2>&1; then ok "$name"; rm -f "$log"; return 0; fi
  not_ok "$name" < "$log"
  rm -f "$log"
  return 1
}

# Ends with the line that counts, and with its truth as exit status.
summary () {
  local passed failed
  passed=$(grep -c '^ok ' "$results")
  failed=$(grep -c '^not ok ' "$results")
  printf '%s passed, %s failed\n' "$passed" "$failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}
