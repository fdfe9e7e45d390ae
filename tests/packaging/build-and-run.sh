#!/bin/bash
# The part of run.sh that needs namespaces: no network, own processes, own mounts.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
. "$packaging_dir/report.sh"
id=org.example.NewsDesk

# The document portal serves only programs whose runtime folder has the usual name.
private_folders () {
  mount -t tmpfs tmpfs /run/user && mkdir -m 700 /run/user/0 &&
    mkdir -p -m 1777 /tmp/.X11-unix && mount -t tmpfs -o mode=1777 tmpfs /tmp/.X11-unix
}

no_network () {
  ! grep -v -e '^ *lo:' -e '|' /proc/net/dev | grep .
}

no_unknown_property () {
  local answer
  answer=$(flatpak-builder --show-manifest "$source_dir/$id.json" 2>&1 >/dev/null)
  [ -z "$answer" ] || { echo "$answer"; return 1; }
}

build () {
  cd "$run_dir" &&
    flatpak-builder --user --install --sandbox --disable-download --force-clean --disable-rofiles-fuse \
      --ccache --state-dir="$stand_in/state" "$run_dir/build-dir" "$run_dir/test.json"
}

same_as_golden () {
  diff -u "$packaging_dir/golden/$1" -
}

# Builders before 1.4 give the metainfo its old name.
exports () {
  (cd "$run_dir/build-dir/export" && find . -type f -o -type l | LC_ALL=C sort) |
    sed -e 's|^\./||' -e 's|share/appdata/|share/metainfo/|' -e 's|\.appdata\.xml$|.metainfo.xml|' |
    LC_ALL=C sort | same_as_golden exports.txt
}

# Some versions write x11 beside fallback-x11, for those that do not know the latter; it grants nothing more.
permissions () {
  flatpak info --user --show-permissions $id | sed -e '/^$/d' -e '/fallback-x11/s/=x11;/=/' | same_as_golden permissions.txt
}

no_leftovers () {
  ! find "$run_dir/build-dir/files" \( -name '*.a' -o -name '*.la' -o -path '*/include/*' -o -name '*.pc' \) | grep .
}

licences () {
  local module status=0
  for module in gumbo md4c newsdesk; do
    ls "$run_dir/build-dir/files/share/licenses/$id/$module"/* || status=1
  done
  return $status
}

# Before the bus, so that programs that the bus starts find the screen.
start_screen () {
  local waited=0
  Xvfb -displayfd 5 -screen 0 1280x860x24 -nolisten tcp 5> "$run_dir/display" > "$run_dir/xvfb.log" 2>&1 &
  until [ -s "$run_dir/display" ]; do
    [ $((waited++)) -lt 100 ] || return 1
    sleep 0.2
  done
  DISPLAY=:$(cat "$run_dir/display")
  export DISPLAY
}

if [ -z "$blocked" ]; then
  private_folders || blocked="folders of our own could not be mounted"
  export XDG_RUNTIME_DIR=/run/user/0
  unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_SESSION_TYPE XDG_CURRENT_DESKTOP
  unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
  export HOME=$run_dir/home XDG_CACHE_HOME=$run_dir/home/.cache LC_ALL=C.UTF-8
fi

check "nothing here reaches a network" no_network
check "the builder knows every property of the manifest" no_unknown_property
check "the Flatpak is built and installed without network" build || blocked=${blocked:-"the Flatpak was not built"}
check "exports are the golden ones" exports
check "permissions are the golden ones" permissions
check "nothing is left over from building" no_leftovers
check "every module's licence is installed" licences

blocked=${blocked:-$run_blocked}
[ -n "$blocked" ] || start_screen || blocked="Xvfb did not start: $(cat "$run_dir/xvfb.log")"
# Programs that the bus starts must see what Flatpak exports.
export blocked XDG_DATA_DIRS=$FLATPAK_USER_DIR/exports/share:/usr/local/share:/usr/share
if [ -n "$blocked" ]; then bash "$packaging_dir/session.sh"
else dbus-run-session -- bash "$packaging_dir/session.sh" 2> "$run_dir/bus.log"; fi
