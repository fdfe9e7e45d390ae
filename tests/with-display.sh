#!/bin/bash
# Runs a command with a display, a session bus and folders for its data of its own:
#   tests/with-display.sh [-s WIDTHxHEIGHT] [-b] COMMAND [ARGUMENT…]
# -s  size of the screen
# -b  the bus starts the services of the system (portals, accessibility); without it, it starts none
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -u

size=1440x900
services=
while getopts s:b option; do
  case $option in
    s) size=$OPTARG ;;
    b) services=yes ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))

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

mkdir -m 0700 "$scratch"/{run,cache,config,data,state}
export XDG_CACHE_HOME=$scratch/cache XDG_CONFIG_HOME=$scratch/config
export XDG_DATA_HOME=$scratch/data XDG_STATE_HOME=$scratch/state
export DISPLAY=:$number XDG_RUNTIME_DIR=$scratch/run
export GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER:-cairo} GTK_A11Y=${GTK_A11Y:-none}
export GDK_DEBUG=${GDK_DEBUG:-no-portals} GIO_USE_VFS=local GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory}
unset WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS

bus=()
if [ -z "$services" ]; then
  cat > "$scratch/bus.conf" << END
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
  bus=(--config-file="$scratch/bus.conf")
fi

dbus-run-session ${bus[@]+"${bus[@]}"} -- "$@"
