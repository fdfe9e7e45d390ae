#!/usr/bin/env bash
# Makes data/analysis/en.model again: data/analysis/train.sh [FOLDER]
#
# FOLDER (default: under the user's cache) takes the word vectors and lists that gather.py brings, the tables made of
# them, and the sentences. Needs ../shared/corpora/ner beside the checkout, npm, and a build of the program `train`.
#
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

. "$(dirname "${BASH_SOURCE[0]}")/../../src/setup/root.sh"

analysis=$source_dir/data/analysis
folder=${1:-$cache_dir/training}
ner=$source_dir/../shared/corpora/ner
[ -d "$ner" ] || die "The corpora are not there: $ner"

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
extra_binds=("$folder")
prepare
cd "$source_dir"

[ -e "$folder/vectors.f32" ] || python3 "$analysis/gather.py" "$folder"
[ -e build-train/build.ninja ] || inside meson setup build-train --buildtype=release >&2
inside ninja -C build-train data/analysis/train/train >&2
train=build-train/data/analysis/train/train

[ -e "$folder/tables" ] || inside "$train" tables "$folder" "$folder/tables"
python3 "$analysis/corpus.py" spans "$analysis"/corpus/*.txt > "$folder/stories.jsonl"

# Never the files for evaluation, nor what the hand-checked test is made of. Loan agreements are no news.
inputs=(stories:2:"$folder/stories.jsonl")
for file in uner-ewt-dev uner-ewt-test gum-open-nonnews re3d-uk-government re3d-wikipedia \
  re3d-australian-department-of-foreign-affairs re3d-delegation-of-the-european-union-to-syria; do
  inputs+=("conll-partial:1:$ner/$file.conll")
done
for file in crossner-politics crossner-science crossner-literature crossner-music; do
  inputs+=("conll-full:1:$ner/$file.conll")
done
inside "$train" learn "$folder/tables" "$folder/en.model" "${inputs[@]}"
cp "$folder/en.model" "$analysis/en.model"
