#!/usr/bin/env bash
# Runs NewsDesk on a private X server, saves a picture of its window to $NEWSDESK_PICTURE once an article or
# the start page is painted, and ends the program unless somebody sits at a terminal.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

if [ -z "${DBUS_SESSION_BUS_ADDRESS:-}" ] || [ "${1:-}" != --in-session ]; then
  exec dbus-run-session -- "$0" --in-session "$@"
fi
[ "${1:-}" = --in-session ] && shift

mkdir -p /tmp/.X11-unix
exec 3< <(Xvfb -displayfd 1 -screen 0 1440x900x24 -nolisten tcp 2>/dev/null)
read -r number <&3
export DISPLAY=:$number GSK_RENDERER=${GSK_RENDERER:-cairo}
unset WAYLAND_DISPLAY

"$@" &
program=$!

# The window says through a property that what it shows is painted.
for _ in $(seq 300); do
  kill -0 "$program" 2>/dev/null || { wait "$program"; exit $?; }
  if xprop -root -notype _NEWSDESK_PAINTED 2>/dev/null | grep -q '= 1'; then break; fi
  sleep 0.1
done
import -window root "$NEWSDESK_PICTURE"
printf 'The picture is in %s\n' "$NEWSDESK_PICTURE"

if [ -t 0 ]; then wait "$program"; exit $?; fi
gdbus call --session --dest org.example.NewsDesk --object-path /org/example/NewsDesk \
  --method org.gtk.Actions.Activate quit '[]' '{}' >/dev/null
wait "$program"
