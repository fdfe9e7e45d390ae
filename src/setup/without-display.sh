#!/usr/bin/env bash
# Runs NewsDesk on a private X server, saves a picture of its window to $NEWSDESK_PICTURE once the article or
# the start page is painted, and ends the program unless somebody sits at a terminal.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

if [ "${1:-}" != --in-session ]; then
  exec dbus-run-session -- bash "$0" --in-session "$@"
fi
shift

mkdir -p /tmp/.X11-unix
exec 3< <(exec Xvfb -displayfd 1 -screen 0 1440x900x24 -nolisten tcp 2>/dev/null)
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null' EXIT
read -r number <&3
export DISPLAY=:$number GSK_RENDERER=${GSK_RENDERER:-cairo} NEWSDESK_TEST=1
unset WAYLAND_DISPLAY

output=$(mktemp)
"$@" > "$output" &
program=$!

# With NEWSDESK_TEST the program says "painted" whenever a page is on the screen.
for _ in $(seq 600); do
  kill -0 "$program" 2>/dev/null || { wait "$program"; exit $?; }
  if grep -q '^painted' "$output"; then break; fi
  sleep 0.1
done
sleep 1
import -window root "$NEWSDESK_PICTURE"
printf 'The picture is in %s\n' "$NEWSDESK_PICTURE"
rm -f "$output"

if [ -t 0 ]; then
  wait "$program" || exit $?
else
  gdbus call --session --dest org.example.NewsDesk --object-path /org/example/NewsDesk \
    --method org.gtk.Actions.Activate quit '[]' '{}' >/dev/null
  wait "$program"
fi
