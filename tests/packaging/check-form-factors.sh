#!/bin/sh
# The metainfo must call NewsDesk fully usable on every form factor that has a display.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

report=$(appstreamcli check-syscompat --details "$1")
for chassis in Desktop Laptop Tablet Handset; do
  if ! printf '%s\n' "$report" | grep -A 1 "^$chassis:" | grep -q '(100%)'; then
    printf '%s is not fully supported:\n%s\n' "$chassis" "$report"
    exit 1
  fi
done
