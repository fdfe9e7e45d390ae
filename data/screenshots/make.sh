#!/usr/bin/env bash
# Takes the pictures of the store page and the README anew, on the sample articles; needs no display.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/../../src/setup/root.sh"
prepare
cd "$source_dir"

build=$source_dir/build
[ -e "$build/build.ninja" ] || inside meson setup "$build" >&2
inside meson compile -C "$build" newsdesk newsdesk-cli data-files >&2

export NEWSDESK_BUILD=$build NEWSDESK_SHOTS=$source_dir/data/screenshots
export NEWSDESK_SAMPLES_DIR=$source_dir/data/samples GSETTINGS_BACKEND=keyfile LC_ALL=C.UTF-8
inside tests/with-display.sh -s 1210x810 python3 data/screenshots/make.py
