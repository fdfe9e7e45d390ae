#!/bin/sh
# The MIME type that NewsDesk adds is known by the name of a file, and by nothing inside of it.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/mime/packages"
cp "$1" "$work/mime/packages/"
export XDG_DATA_HOME=$work
warnings=$(update-mime-database "$work/mime" 2>&1)
[ -z "$warnings" ] || { echo "$warnings"; exit 1; }

if grep -q '<magic\|<treemagic' "$1"; then
  echo "a rule looks into files"
  exit 1
fi
grep -q '^[0-9]*:application/x-newsdesk-backup:\*.newsdesk-backup$' "$work/mime/globs2" ||
  { echo "the name of a backup is not known"; cat "$work/mime/globs2"; exit 1; }

printf 'SQLite format 3' > "$work/a.newsdesk-backup"
type=$(gio info -a standard::content-type "$work/a.newsdesk-backup" | sed -n 's/.*content-type: //p')
[ "$type" = application/x-newsdesk-backup ] || { echo "a backup is taken for $type"; exit 1; }
