#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Each plural has its English forms, else people read "1 server(s)": plurals.sh ROOT
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"

awk '/<source>/ { text = $0; gsub(/^ *<source>|<\/source>.*/, "", text) }
     /type="unfinished"/ { print FILENAME ":" FNR ": " text }' translations/layerscope_en.ts \
    | complain "has no English plural forms; see CONTRIBUTING.md, Texts"

# A text with %n that update_translations has not collected yet.
code app ui | matching '%n\b' \
    | sed -nE 's/^([^:]+:[0-9]+):.*"([^"]*%n[^"]*)".*/\1\t\2/p' \
    | while IFS=$'\t' read -r place text; do
        escaped=$(sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' <<<"$text")
        grep -qF "<source>$escaped</source>" translations/layerscope_en.ts || printf '%s: %s\n' "$place" "$text"
    done \
    | complain "is not in translations/layerscope_en.ts; build the target update_translations"
