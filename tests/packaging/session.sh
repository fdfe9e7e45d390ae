#!/bin/bash
# Runs the installed Flatpak on a screen and a bus of its own; part of run.sh.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
. "$packaging_dir/report.sh"
id=org.example.NewsDesk
object=/org/example/NewsDesk
article=$source_dir/data/samples/coast-guards-trade-protests.txt
headline=$(head -n 1 "$article")

# wait_for SECONDS COMMAND…: until the command succeeds.
wait_for () {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || { echo "waited in vain for: $*"; return 1; }
    sleep 0.2
  done
}

# start NAME ARGUMENT…: into a file, because a pipe would be held open by what outlives the program.
start () {
  log=$run_dir/$1.log
  shift
  flatpak run --user "$@" > "$log" 2>&1 &
  app=$!
}

has_window () { [ -n "$(xdotool search --onlyvisible --class newsdesk 2>/dev/null)" ]; }
has_no_window () { ! has_window; }
is_running () { pgrep -x newsdesk > /dev/null; }
has_ended () { ! pgrep -x newsdesk > /dev/null && ! pgrep -f WebKitWebProcess > /dev/null; }

opens_window () { wait_for 60 has_window || { cat "$log"; return 1; }; }

web_process_is_sandboxed () { ps -eo args | grep -q '^flatpak-spawn .*--sandbox --no-network'; }

sandboxed () {
  wait_for 60 web_process_is_sandboxed || { ps -eo args | grep -i -e webkit -e spawn; return 1; }
}

# For tests the program says when an article is on the screen.
is_painted () { grep -q '^painted' "$run_dir/opened.log"; }

paints () { wait_for 60 is_painted || { cat "$run_dir/opened.log"; return 1; }; }

# Until two pictures in a row are alike and show more than an empty window.
screen_is_still () {
  import -window root "$run_dir/now.png"
  [ -e "$run_dir/before.png" ] && cmp -s "$run_dir/now.png" "$run_dir/before.png" &&
    [ "$(identify -format %k "$run_dir/now.png")" -gt 100 ] && return
  mv "$run_dir/now.png" "$run_dir/before.png"
  sleep 1
  return 1
}

photograph () {
  rm -f "$run_dir/before.png"
  wait_for 60 screen_is_still && cp "$run_dir/now.png" "$source_dir/build/flatpak.png"
}

one_process () {
  local before
  before=$(pgrep -x newsdesk) &&
    timeout 30 flatpak run --user $id && [ "$(pgrep -x newsdesk)" = "$before" ] ||
    { echo "before: $before"; pgrep -ax newsdesk; return 1; }
}

quits () {
  gdbus call --session -d $id -o $object -m org.gtk.Actions.Activate quit '[]' '{}' &&
    wait_for 30 has_ended || { ps -eo pid,args; return 1; }
}

article_is_in_library () {
  flatpak run --user --command=newsdesk-cli $id list > "$run_dir/list.json" &&
    grep -F "$headline" "$run_dir/list.json" || { cat "$run_dir/list.json"; return 1; }
}

library_is_sound () {
  flatpak run --user --command=newsdesk-cli $id check
}

no_complaints () {
  ! grep -E -e '-(WARNING|CRITICAL|ERROR) \*\*' -e '(Gtk|Adwaita|GLib)[A-Za-z-]*-(WARNING|CRITICAL)' -e 'exceeds .* width' \
    "$run_dir/$1.log"
}

# Caches differ from driver to driver; the WAL files come and go, and the day's backup takes its time.
data_folder () {
  (cd "$HOME/.var/app/$id" && find . -mindepth 1 | sed 's|^\./||' | grep -v -e '^cache/' -e '-\(wal\|shm\)$' -e '^data/newsdesk/backups' |
    sed -E -e 's/[0-9a-f]{8}-[0-9a-f-]{27}/UUID/' -e 's/[0-9a-f]{64}/SHA256/' -e 's/[0-9]{4}-[0-9]{2}-[0-9]{2}/DATE/' |
    LC_ALL=C sort -u) |
    diff -u "$packaging_dir/golden/data-folder.txt" -
}

activates_by_bus () {
  gdbus call --session -d $id -o $object -m org.freedesktop.Application.Activate '{}' && wait_for 60 has_window
}

nothing_denied () { ! grep -F '*DENIED*' "$run_dir/offline.log"; }

[ -n "$blocked" ] || start opened --env=NEWSDESK_TEST=1 --env=GTK_DEBUG=builder,actions,iconfallback --file-forwarding $id @@ "$article" @@
check "a window opens for an article passed by the document portal" opens_window
check "the web process runs in a sandbox of its own without network" sandboxed
check "the article is painted" paints
check "a screenshot is in build/flatpak.png" photograph
check "a second start shows the first" one_process
check "the quit action ends it, with all its processes" quits
check "the article came in through the portal" article_is_in_library
check "the library is sound" library_is_sound
check "it ran without warnings" no_complaints opened
check "its data folder is as documented" data_folder
check "the bus starts it" activates_by_bus
check "it quits after a start by the bus" quits
[ -n "$blocked" ] || start offline --unshare=network --log-session-bus $id
check "it runs without any network" opens_window
check "the sandbox of the web process is there without network, too" sandboxed
check "it quits without network" quits
check "the bus denied it nothing" nothing_denied

jobs -p | xargs -r kill 2>/dev/null
exit 0
