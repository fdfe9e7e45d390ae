# Finds or makes the place where NewsDesk is built and run; sourced by src/run.sh and tests/run.sh.
#
# Where the system's own libraries reach the floor the work is done natively. On an older Debian or
# Ubuntu it is done in a root of a newer release, made once under the user's cache folder.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

floor_gtk=4.18 floor_adwaita=1.7 floor_glib=2.84 floor_webkit=2.50

setup_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_dir=$(cd "$setup_dir/../.." && pwd)
cache_dir=${XDG_CACHE_HOME:-$HOME/.cache}/newsdesk-build

say () { printf '%s\n' "$*" >&2; }
die () { say "$*"; exit 1; }

as_root () {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else die "Administrator rights are needed for: $*"; fi
}

packages () { grep -v '^#' "$setup_dir/packages.txt"; }

floor_reached () {
  command -v pkg-config >/dev/null &&
    pkg-config --atleast-version=$floor_gtk gtk4 &&
    pkg-config --atleast-version=$floor_adwaita libadwaita-1 &&
    pkg-config --atleast-version=$floor_glib glib-2.0 &&
    pkg-config --atleast-version=$floor_webkit webkitgtk-6.0
}

# The newest version of a package that the system's own package manager offers.
apt_offers () {
  apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *//p' | grep -v none
}

apt_reaches_floor () {
  local version
  version=$(apt_offers libgtk-4-dev) && dpkg --compare-versions "$version" ge $floor_gtk || return 1
  version=$(apt_offers libadwaita-1-dev) && dpkg --compare-versions "$version" ge $floor_adwaita || return 1
  version=$(apt_offers libwebkitgtk-6.0-dev) && dpkg --compare-versions "$version" ge $floor_webkit
}

install_apt () {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  [ ${#missing[@]} = 0 ] && return
  say "Installing: ${missing[*]}"
  as_root apt-get update -qq || say "The package lists could not be refreshed; going on with the old ones."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" >&2 ||
    die "Some packages could not be installed; see above."
}

install_native () {
  if command -v apt-get >/dev/null; then
    # shellcheck disable=SC2046
    install_apt $(packages)
  elif command -v dnf >/dev/null; then
    floor_reached || as_root dnf install -y gcc meson ninja-build pkgconf gettext git python3 \
      gtk4-devel libadwaita-devel webkitgtk6.0-devel sqlite-devel libxml2-devel libsoup3-devel \
      json-glib-devel libarchive-devel libicu-devel gumbo-parser-devel md4c-devel desktop-file-utils \
      appstream librsvg2-tools dbus-daemon xorg-x11-server-Xvfb xdotool ImageMagick python3-gobject glibc-locale-source
  elif command -v pacman >/dev/null; then
    floor_reached || as_root pacman -S --needed --noconfirm base-devel meson gettext git python gtk4 \
      libadwaita webkitgtk-6.0 sqlite libxml2 libsoup3 json-glib libarchive icu gumbo-parser md4c \
      desktop-file-utils appstream librsvg xorg-server-xvfb xdotool imagemagick python-gobject
  fi
  floor_reached ||
    die "NewsDesk needs GTK $floor_gtk, libadwaita $floor_adwaita, GLib $floor_glib and WebKitGTK $floor_webkit with their development files."
}

# The release that the root is made of, by the mirror that the system itself uses.
root_release () {
  case $(. /etc/os-release; echo "$ID") in
    debian) echo trixie ;;
    ubuntu) echo resolute ;;
    *) die "This system is too old for NewsDesk, and a newer root can be made on Debian and Ubuntu only." ;;
  esac
}

make_root () {
  local release mirror key include
  release=$(root_release)
  install_apt mmdebstrap bubblewrap uidmap
  key=$( (packages; echo "$release"; dpkg --print-architecture) | sha256sum | cut -c 1-16)
  root=$cache_dir/root-$key
  [ -e "$root/.complete" ] && return
  mkdir -p "$cache_dir"
  exec 9> "$cache_dir/lock"
  flock 9
  if [ ! -e "$root/.complete" ]; then
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
    include=$(packages | paste -sd , -)
    say "Making a $release root in $root (about 3 GB, once)…"
    rm -rf "$root"
    mkdir -p "$root"
    # By way of tar, so that every file belongs to the user who makes the root, administrator or not.
    (set -o pipefail
     mmdebstrap --variant=minbase --aptopt='APT::Install-Recommends "false"' \
       --include="$include" "$release" - "$mirror" |
       tar -x --no-same-owner --exclude='./dev/*' -C "$root") >&2 ||
      { rm -rf "$root"; die "The root could not be made; see above."; }
    touch "$root/.complete"
  fi
  flock -u 9
}

# Runs a command in the root, with the display, the session bus and the home folder passed in.
# bash arrays keep every argument whole.
in_root () {
  local args=() run shared
  run=/run/user/$(id -u)
  args=(--die-with-parent --unshare-pid --dev /dev --proc /proc --ro-bind /sys /sys
        --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --bind "$root/var" /var
        --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group
        --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64
        --setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
        --tmpfs /tmp --tmpfs /run --perms 0700 --dir "$run" --setenv XDG_RUNTIME_DIR "$run"
        --bind "$HOME" "$HOME")
  # The root has no /etc/localtime of its own.
  if [ -z "${TZ:-}" ] && [ -L /etc/localtime ]; then
    args+=(--setenv TZ "$(readlink /etc/localtime | sed 's|.*/zoneinfo/||')")
  fi
  [ -e /dev/dri ] && args+=(--dev-bind /dev/dri /dev/dri)
  [ -e /dev/fuse ] && args+=(--dev-bind /dev/fuse /dev/fuse)
  if [ -n "${DISPLAY:-}" ]; then
    [ -d /tmp/.X11-unix ] && args+=(--bind /tmp/.X11-unix /tmp/.X11-unix)
    [ -n "${XAUTHORITY:-}" ] && args+=(--ro-bind-try "$XAUTHORITY" "$XAUTHORITY")
  else
    args+=(--perms 1777 --dir /tmp/.X11-unix)
  fi
  if [ -n "${XDG_RUNTIME_DIR:-}" ]; then
    [ -n "${WAYLAND_DISPLAY:-}" ] &&
      args+=(--bind-try "$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY" "$run/$WAYLAND_DISPLAY")
    args+=(--bind-try "$XDG_RUNTIME_DIR/bus" "$run/bus")
  fi
  shared=$(cd "$source_dir/.." && pwd)/shared
  [ -d "$shared" ] && args+=(--ro-bind "$shared" "$shared")
  # Folders of files that the user names on the command line.
  local folder
  for folder in ${extra_binds[@]+"${extra_binds[@]}"}; do args+=(--bind "$folder" "$folder"); done
  bwrap "${args[@]}" --bind "$source_dir" "$source_dir" --chdir "$PWD" "$@"
}

# Sets up whatever is missing; afterwards `inside COMMAND…` runs a command where NewsDesk can be built.
prepare () {
  # On a machine that never fetched its package lists nothing seems to be on offer.
  if command -v apt-get >/dev/null && [ -z "$(apt_offers libgtk-4-dev)" ]; then
    as_root apt-get update -qq || say "The package lists could not be fetched."
  fi
  if floor_reached || { command -v apt-get >/dev/null && apt_reaches_floor; } ||
     ! command -v apt-get >/dev/null; then
    install_native
    root=
  else
    make_root
  fi
}

inside () {
  if [ -n "$root" ]; then in_root "$@"; else "$@"; fi
}
