#!/bin/sh
# Every icon renders at the sizes that desktops use, and the symbolic one can be recoloured.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

icons=$1 id=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for size in 16 22 24 32 48 64 128 256 512; do
  for icon in "$icons/scalable/apps/$id.svg" "$icons/symbolic/apps/$id-symbolic.svg"; do
    rsvg-convert -w $size -h $size "$icon" -o "$work/icon.png"
    # A picture of one colour alone means that nothing was drawn.
    colours=$(identify -format '%k' "$work/icon.png")
    [ "$colours" -gt 1 ] || { echo "$icon draws nothing at $size pixels"; exit 1; }
  done
done

fills=$(grep -o 'fill="[^"]*"' "$icons/symbolic/apps/$id-symbolic.svg" | sort -u | wc -l)
[ "$fills" = 1 ] || { echo "the symbolic icon has $fills fills, not one"; exit 1; }
grep -q 'width="16" height="16"' "$icons/symbolic/apps/$id-symbolic.svg" ||
  { echo "the symbolic icon is not 16 by 16"; exit 1; }
if grep -l '<text\|<image\|<script\|href=' "$icons"/*/apps/*.svg; then
  echo "an icon has text, pictures or links"
  exit 1
fi
