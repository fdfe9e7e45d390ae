#!/bin/bash
# Runs a command with a display and a session bus of its own:
#   tests/with-display.sh [-s WIDTHxHEIGHT] COMMAND [ARGUMENT…]
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -u

size=1440x900
if [ "${1:-}" = -s ]; then size=$2; shift 2; fi

# An own folder, so that no socket of the user's own session is found by way of it.
scratch=$(mktemp -d)
server=
cleanup () {
  [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 143' TERM INT HUP

mkfifo "$scratch/number"
Xvfb -displayfd 3 -screen 0 "${size}x24" -dpi 96 -nolisten tcp -noreset 3> "$scratch/number" 2> "$scratch/log" &
server=$!
if ! read -r -t 30 number < "$scratch/number"; then
  echo "No display could be started:" >&2
  cat "$scratch/log" >&2
  exit 1
fi

mkdir -m 0700 "$scratch/run"
export DISPLAY=:$number XDG_RUNTIME_DIR=$scratch/run
export GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER:-cairo} GTK_A11Y=${GTK_A11Y:-none}
export GDK_DEBUG=${GDK_DEBUG:-no-portals} GIO_USE_VFS=local GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory}
unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS

dbus-run-session -- "$@"
