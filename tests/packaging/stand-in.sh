# Makes the stand-in runtime: Debian packages exported as org.gnome.Platform and org.gnome.Sdk, so that
# the Flatpak can be built and run without downloading the real runtime. Sourced by run.sh.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

runtime_branch=50

stand_in_packages () { grep -v '^#' "$packaging_dir/stand-in-packages.txt"; }

# The whole recipe counts: a change in this file makes another stand-in.
stand_in_key () {
  (stand_in_packages; root_release; dpkg --print-architecture; cat "$packaging_dir/stand-in.sh") |
    sha256sum | cut -c 1-16
}

system_mirror () {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1
}

# The tree goes through tar, so that every file belongs to the user who makes it, root or not.
make_stand_in_tree () {
  say "Making the tree of the stand-in runtime in $stand_in (about 2 GB, once)…"
  mkdir -p "$stand_in/tree"
  mmdebstrap --variant=minbase --aptopt='APT::Install-Recommends "false"' \
    --include="$(stand_in_packages | paste -sd , -)" "$(root_release)" - "$(system_mirror)" |
    tar -x --no-same-owner --exclude='./dev/*' -C "$stand_in/tree"
  [ "${PIPESTATUS[*]}" = "0 0" ] || die "The tree of the stand-in runtime could not be made; see above."
  chmod -R u+rwX "$stand_in/tree"
}

export_stand_in () {
  local name=$1 arch work=$stand_in/work tool
  arch=$(flatpak --default-arch)
  rm -rf "$work"
  mkdir -p "$work/files" "$work/var"
  cp -a --reflink=auto "$stand_in/tree/usr" "$work/usr"
  cp -a "$stand_in/tree/etc" "$work/usr/etc"
  rm -rf "$work/usr/share/doc" "$work/usr/share/man"
  # WebKit looks for flatpak-spawn on the PATH, and silently gives up its inner sandbox without it.
  for tool in flatpak-spawn xdg-open xdg-email; do
    ln -sf "../libexec/flatpak-xdg-utils/$tool" "$work/usr/bin/$tool"
  done
  # OSTree takes no devices or sockets.
  find "$work" ! -type f ! -type d ! -type l -delete
  cat > "$work/metadata" <<METADATA
[Runtime]
name=org.gnome.$name
runtime=org.gnome.Platform/$arch/$runtime_branch
sdk=org.gnome.Sdk/$arch/$runtime_branch

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
GST_PLUGIN_SYSTEM_PATH=/app/lib/gstreamer-1.0:/usr/lib/$(uname -m)-linux-gnu/gstreamer-1.0
METADATA
  flatpak build-export --runtime --disable-sandbox "$stand_in/repo" "$work" "$runtime_branch" >&2 ||
    die "The stand-in $name could not be exported; see above."
  rm -rf "$work"
}

# Sets `stand_in` and installs both runtimes in a Flatpak installation of our own: a developer's real
# runtime stays untouched.
make_stand_in () {
  local name
  stand_in=$cache_dir/stand-in-$(stand_in_key)
  export FLATPAK_USER_DIR=$stand_in/flatpak
  mkdir -p "$cache_dir"
  exec 8> "$cache_dir/stand-in.lock"
  flock 8
  if [ ! -e "$stand_in/.complete" ]; then
    chmod -R u+w "$stand_in" 2>/dev/null
    rm -rf "$stand_in"
    make_stand_in_tree
    say "Exporting the stand-in runtime (about two minutes, once)…"
    for name in Platform Sdk; do export_stand_in $name; done
    flatpak --user remote-add --no-gpg-verify --if-not-exists stand-in "$stand_in/repo" &&
      flatpak --user install -y --noninteractive stand-in \
        "org.gnome.Platform//$runtime_branch" "org.gnome.Sdk//$runtime_branch" >&2 ||
      die "The stand-in runtime could not be installed; see above."
    # Only the keys are still needed, to fetch the modules' sources.
    cp "$stand_in"/tree/usr/share/keyrings/*-archive-keyring.gpg "$stand_in/keyring.gpg"
    rm -rf "$stand_in/tree" "$stand_in/repo"
    touch "$stand_in/.complete"
  fi
  flock -u 8
}
