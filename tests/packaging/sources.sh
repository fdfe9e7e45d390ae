# Fetches the sources of the manifest's modules as Debian keeps them, for a build without network. The
# versions are the manifest's; offline-manifest.py refuses others. Sourced by run.sh.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Debian's names of the modules that come from git.
source_packages="gumbo-parser md4c"

# Sets `sources`, the folder with the tarballs.
fetch_sources () {
  local apt
  sources=$stand_in/sources
  [ -e "$sources/.complete" ] && return
  say "Fetching the sources of: $source_packages…"
  rm -rf "$sources"
  mkdir -p "$sources/apt/lists/partial" "$sources/apt/cache/archives/partial" "$sources/apt/parts"
  echo "deb-src [signed-by=$stand_in/keyring.gpg] $(system_mirror) $(root_release) main universe" |
    if [ "$(root_release)" = trixie ]; then sed 's/ universe$//'; else cat; fi > "$sources/apt/sources.list"
  # Lists of our own: the system's stay as they are, and no administrator is needed.
  apt=(apt-get -q -o "Dir::Etc::SourceList=$sources/apt/sources.list" -o "Dir::Etc::SourceParts=$sources/apt/parts"
       -o "Dir::State::Lists=$sources/apt/lists" -o "Dir::Cache=$sources/apt/cache" -o APT::Sandbox::User=)
  # shellcheck disable=SC2086
  (cd "$sources" && "${apt[@]}" update && "${apt[@]}" source --download-only --tar-only $source_packages) >&2 ||
    die "The sources of the modules could not be fetched; see above."
  rm -rf "$sources/apt"
  touch "$sources/.complete"
}
