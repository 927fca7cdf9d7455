#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lupdate finds the context of each text: texts.sh ROOT LUPDATE
# A tr() of a free function compiles, but its text lands where no translation will be looked for.
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"
lupdate=$2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
folders=()
for folder in app ui; do
    if [[ -d $folder ]]; then
        folders+=("$folder")
    fi
done

failed=0
"$lupdate" -silent "${folders[@]}" -locations absolute -ts "$scratch/all.ts" 2>&1 \
    | matching 'lacks Q_OBJECT|cannot be called without context' \
    | complain "give the text a context: Q_DECLARE_TR_FUNCTIONS or QCoreApplication::translate" || failed=1
# What a namespace holds is found by no class.
awk '/<name>/ { wrong = /<name>layerscope<\/name>/ }
     /<location.*filename=/ { place = $0; gsub(/.*filename="[.\/]*|".*/, "", place) }
     wrong && /<source>/ { text = $0; gsub(/^ *<source>|<\/source>.*/, "", text); print place ": " text }' \
    "$scratch/all.ts" \
    | complain "has only the namespace for a context" || failed=1
exit "$failed"
