# Checks the installed tree with the validators of the development root; sourced by run.sh.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

id=org.example.NewsDesk
tree=$run_dir/tree

# As meson installed it: builders before 1.4 give the metainfo its old name, and add a catalogue of theirs.
make_tree () {
  mkdir -p "$tree/app" && cp -a "$run_dir/build-dir/files/share" "$tree/app/share" || return 1
  rm -rf "$tree/app/share/app-info" "$tree/app/share/swcatalog"
  # The builder keeps translations apart and leaves links, which nobody follows here.
  rm -rf "$tree/app/share/locale" "$tree/app/share/runtime"
  cp -aL "$run_dir/build-dir/files/share/locale" "$tree/app/share/locale" || return 1
  if [ -e "$tree/app/share/appdata" ]; then
    mkdir -p "$tree/app/share/metainfo" &&
      mv "$tree/app/share/appdata/$id.appdata.xml" "$tree/app/share/metainfo/$id.metainfo.xml" &&
      rmdir "$tree/app/share/appdata"
  fi
}

# validate-tree looks into /usr only.
valid_tree () {
  mkdir -p "$tree/usr" && cp -a "$tree/app/share" "$tree/usr/share" &&
    inside appstreamcli validate-tree --no-net --strict "$tree"
}

catalogue () {
  local wanted
  inside appstreamcli compose --no-net --print-report=full --prefix=/app --origin=newsdesk \
    --result-root="$run_dir/catalogue" "$tree" || return 1
  zcat "$run_dir"/catalogue/app/share/swcatalog/xml/*.xml.gz > "$run_dir/catalogue.xml" || return 1
  for wanted in '<developer ' '<branding>' '<screenshots>' '<supports>' 'type="cached" width="64" height="64"' \
                'type="cached" width="128" height="128"' 'scale="2"' \
                '>de</lang>' '>fr</lang>'; do
    grep -q "$wanted" "$run_dir/catalogue.xml" || { echo "the catalogue has no $wanted"; return 1; }
  done
}

check "the installed tree is at hand" make_tree
check "the installed desktop file is valid" inside desktop-file-validate "$tree/app/share/applications/$id.desktop"
check "the installed metainfo is valid" inside appstreamcli validate --no-net --strict --explain "$tree/app/share/metainfo/$id.metainfo.xml"
check "the installed tree is valid" valid_tree
check "a catalogue can be composed of it" catalogue
