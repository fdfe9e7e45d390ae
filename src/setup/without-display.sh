#!/usr/bin/env bash
# Runs NewsDesk on a private X server, saves a picture of its window to $NEWSDESK_PICTURE once the article or
# the start page is painted, and ends the program unless somebody sits at a terminal.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

if [ "${1:-}" != --in-session ]; then
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  # A bus without services: what they would offer needs a desktop.
  cat > "$scratch/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$scratch</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END
  dbus-run-session --config-file="$scratch/bus.conf" -- bash "$0" --in-session "$scratch" "$@"
  exit
fi
scratch=$2
shift 2

mkdir -p /tmp/.X11-unix
mkfifo "$scratch/number"
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3> "$scratch/number" 2> "$scratch/log" &
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null' EXIT
read -r -t 30 number < "$scratch/number" || { cat "$scratch/log" >&2; exit 1; }
export DISPLAY=:$number GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER:-cairo} GTK_A11Y=${GTK_A11Y:-none}
export GDK_DEBUG=${GDK_DEBUG:-no-portals} NEWSDESK_TEST=1
unset WAYLAND_DISPLAY XAUTHORITY

"$@" > "$scratch/output" &
program=$!

# With NEWSDESK_TEST the program says "painted" whenever a page is on the screen.
for _ in $(seq 600); do
  kill -0 "$program" 2>/dev/null || { wait "$program"; exit $?; }
  if grep -q '^painted' "$scratch/output"; then break; fi
  sleep 0.1
done
# The inspector follows the article.
sleep 1
import -window root "$NEWSDESK_PICTURE"
printf 'The picture is in %s\n' "$NEWSDESK_PICTURE"

if [ -t 0 ]; then
  wait "$program" || exit $?
else
  gdbus call --session --dest org.example.NewsDesk --object-path /org/example/NewsDesk \
    --method org.gtk.Actions.Activate quit '[]' '{}' >/dev/null
  wait "$program"
fi
