#!/usr/bin/env bash
# Builds NewsDesk and opens it: src/run.sh [FILE…]. Installs what is missing first.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/setup/root.sh"

files=() extra_binds=()
for argument in "$@"; do
  if [ -e "$argument" ]; then
    argument=$(realpath -s "$argument")
    # The root sees only the folders that are passed in.
    if [ -d "$argument" ]; then extra_binds+=("$argument"); else extra_binds+=("$(dirname "$argument")"); fi
  fi
  files+=("$argument")
done

prepare
cd "$source_dir"

# The first time there is something to look at.
if [ ${#files[@]} = 0 ] && [ ! -e "${XDG_DATA_HOME:-$HOME/.local/share}/newsdesk/library.db" ]; then
  files=("$source_dir"/data/samples/*.{html,md,txt})
fi
build=$source_dir/build

[ -e "$build/build.ninja" ] || inside meson setup "$build" >&2
inside meson compile -C "$build" newsdesk newsdesk-cli data-files >&2

# Settings are kept in a file: dconf's service is not part of the root.
export GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-keyfile}
run=(meson devenv -C "$build" --workdir "$PWD" "$build/src/newsdesk" ${files[@]+"${files[@]}"})

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  inside "${run[@]}"
else
  picture=$build/newsdesk.png
  say "There is no display: NewsDesk opens on a private one; its picture goes to build/newsdesk.png."
  NEWSDESK_PICTURE=$picture inside bash "$setup_dir/without-display.sh" "${run[@]}"
fi
