#!/bin/bash
# Builds NewsDesk as a Flatpak, installs it, runs it, and looks at what came out. Installs what is
# missing; the runtime is a stand-in made once of Debian packages (see stand-in.sh). Everything after
# the set-up happens without network and in namespaces of its own: the user's programs, Flatpaks,
# settings and libraries are out of reach.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u

packaging_dir=$(cd "$(dirname "$0")" && pwd)
. "$packaging_dir/../../src/setup/root.sh"
. "$packaging_dir/stand-in.sh"
. "$packaging_dir/sources.sh"
. "$packaging_dir/report.sh"

# Says what keeps Flatpaks from being built here; nothing when they can.
no_sandbox () {
  # shellcheck disable=SC2086
  unshare $map_root -m -n -p -f --mount-proc true 2>/dev/null ||
    { echo "namespaces cannot be made here (unshare $map_root -m -n -p fails; see kernel.unprivileged_userns_clone, user.max_user_namespaces, or the container's security profile)"; return; }
  # shellcheck disable=SC2086
  unshare $map_root -m -n -p -f --mount-proc bwrap --unshare-all --ro-bind / / --proc /proc --dev /dev true 2>/dev/null ||
    echo "bubblewrap cannot make a sandbox inside the namespaces"
}

# Says what keeps the document portal from running; nothing when it can.
no_portal () {
  [ -c /dev/fuse ] || { echo "/dev/fuse is missing, which the document portal needs (modprobe fuse)"; return; }
  # shellcheck disable=SC2086
  unshare $map_root -m sh -c 'exec 3<>/dev/fuse' 2>/dev/null ||
    echo "/dev/fuse cannot be opened by this user, which the document portal needs"
}

# The builder wants the sources beside the manifest, and the tree may change while it works.
copy_checkout () {
  mkdir -p "$run_dir/source"
  if [ -e "$source_dir/.git" ]; then
    (cd "$source_dir" && git -c "safe.directory=*" ls-files -z --cached --others --exclude-standard --deduplicate |
      while IFS= read -r -d '' file; do [ -e "$file" ] && printf '%s\0' "$file"; done |
      tar -c --null --no-recursion -T -)
  else
    tar -c -C "$source_dir" --exclude='./build*' --exclude=./.flatpak-builder --exclude=./_flatpak .
  fi | tar -x --no-same-owner -C "$run_dir/source"
  [ -e "$run_dir/source/meson.build" ]
}

command -v apt-get >/dev/null ||
  die "The packaging test makes a stand-in runtime of Debian or Ubuntu packages, and needs apt-get for that."

install_apt flatpak flatpak-builder bubblewrap mmdebstrap uidmap elfutils fuse3 xdg-desktop-portal xdg-desktop-portal-gtk \
  xvfb xauth xdotool x11-utils imagemagick dbus dbus-daemon libglib2.0-bin procps python3 util-linux
prepare
make_stand_in

run_dir=$stand_in/run
exec 7> "$stand_in/run.lock"
flock 7
[ -e "$run_dir" ] && chmod -R u+w "$run_dir"
rm -rf "$run_dir"
mkdir -p "$run_dir/home" "$source_dir/build"
results=$run_dir/results
: > "$results"
extra_binds=("$cache_dir")

check "the manifest keeps our rules" python3 "$packaging_dir/check-manifest.py" "$source_dir/org.example.NewsDesk.json"
fetch_sources
check "the modules' sources are those of the manifest" \
  python3 "$packaging_dir/offline-manifest.py" "$source_dir/org.example.NewsDesk.json" "$sources" source "$run_dir/test.json" ||
  blocked="the manifest for the build could not be written"
copy_checkout || blocked=${blocked:-"the checkout could not be copied"}

map_root=
[ "$(id -u)" = 0 ] || map_root=-r
blocked=${blocked:-$(no_sandbox)}
run_blocked=$(no_portal)

export stand_in packaging_dir source_dir run_dir results blocked run_blocked
if [ -n "$blocked" ]; then
  bash "$packaging_dir/build-and-run.sh"
else
  # shellcheck disable=SC2086
  unshare $map_root -m -n -p -f --mount-proc --kill-child bash "$packaging_dir/build-and-run.sh"
fi

[ -e "$run_dir/build-dir/files/share" ] || blocked=${blocked:-"there is no installed tree"}
. "$packaging_dir/installed-tree.sh"

summary
