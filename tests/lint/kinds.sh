#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What works for every kind names none: kinds.sh ROOT
# A kind of rows (RowKind::Vlan), or the table of one that kinds.h declares (vlansTable), is named by the catalogue,
# which says what it is like, and by what is about that kind alone. kinds.txt beside this script holds what is not so
# yet, each line a path, the names it may have, and why. A name that is there no more has to leave it: the list only
# shrinks. The pages and the window do not name one by its key ("vlans") either.
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"
folders=(app/loaders app/exporting app/cli ui/models ui/docks ui/pages ui/window)
exceptions=tests/lint/kinds.txt

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# The tables as a pattern: what kinds.h declares, and nothing else that ends in Table.
tables=$(code app/inventory | sed -nE 's/^.*\bextern const TableSpec ([A-Za-z0-9_]+);.*/\1/p' | paste -sd '|')

# Each use as "path name", each place as path:line:text. RowKind::Count is no kind, and a member that is set to some
# kind until it is given its own says nothing about that kind.
code "${folders[@]}" | not_matching '^[^:]+\.h:[0-9]+:[[:space:]]*RowKind [A-Za-z]+ = RowKind::[A-Za-z]+;' \
    | matching "\bRowKind::[A-Z]|\busing enum RowKind\b|\b(${tables:-none declared})\b" >"$scratch/places"
pattern="RowKind::[A-Z][A-Za-z]*|using enum RowKind|(^|[^A-Za-z0-9_])(${tables:-none declared})([^A-Za-z0-9_]|\$)"
# shellcheck disable=SC2016 # awk's fields, not the shell's
awk -v pattern="$pattern" '{
        path = $0
        sub(/:.*/, "", path)
        text = substr($0, length(path) + 1)
        while (match(text, pattern)) {
            name = substr(text, RSTART, RLENGTH)
            text = substr(text, RSTART + RLENGTH - 1)
            gsub(/[^A-Za-z0-9_: ]|^[ :]+|[ :]+$/, "", name)
            if (name != "RowKind::Count")
                print path, name
        }
    }' "$scratch/places" | sort -u >"$scratch/uses"

# The exceptions in the same form.
touch "$scratch/excepted"
if [[ -e $exceptions ]]; then
    # shellcheck disable=SC2016
    awk '/^(#|$)/ { next }
         { reason = $0
           if (!sub(/^[^|]*\| */, "", reason) || reason == "")
               print FILENAME ":" FNR >"/dev/stderr"
           sub(/ *\|.*/, "")
           for (i = 2; i <= NF; ++i)
               print $1, $i }' "$exceptions" 2>"$scratch/unreasoned" >"$scratch/listed"
    complain "say why, behind a |" <"$scratch/unreasoned" || failed=1
    sort "$scratch/listed" | uniq -d | complain "is twice in $exceptions" || failed=1
    sort -u "$scratch/listed" >"$scratch/excepted"
fi

comm -23 "$scratch/uses" "$scratch/excepted" | while read -r path name; do
    matching "^$path:.*\b${name##*::}\b" <"$scratch/places"
done | sort -u | complain "names a kind; what differs from kind to kind belongs into app/inventory/kinds" || failed=1
# The keys of kinds and tables: the first that stands in each of their descriptions.
# shellcheck disable=SC2016
keys=$(code app/inventory | awk '
        /\.kind = RowKind::|const TableSpec [A-Za-z0-9_]+\{/ { isNext = 1 }
        isNext && match($0, /\.key = "[^"]+"/) { print substr($0, RSTART + 8, RLENGTH - 9); isNext = 0 }' \
    | sort -u | paste -sd '|')
code ui/pages ui/window | matching "\"(${keys:-none declared})\"" \
    | complain "names a kind by its key; it follows from the description of the table" || failed=1
comm -13 "$scratch/uses" "$scratch/excepted" \
    | complain "is not needed any more; take it out of $exceptions" || failed=1
exit "$failed"
