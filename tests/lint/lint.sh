# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the lints share. Each lint is a script that takes the root of a tree, prints what it holds against it as
# path:line: reason, and fails if there is anything. selftest.sh proves that each can fail.
# They need no more than bash, find, awk and grep, which each Debian has.

set -euo pipefail

# The C++ files below the named folders, separated by NUL; folders that are not there are skipped.
cpp_files() {
    local folder
    for folder in "$@"; do
        if [[ -d $folder ]]; then
            find "$folder" -type f \( -name '*.cpp' -o -name '*.h' \) -print0
        fi
    done | sort -z
}

# Each line of code below the named folders as path:line:text, without comments to the end of the line.
code() {
    # shellcheck disable=SC2016 # awk's fields, not the shell's
    cpp_files "$@" | xargs -0 -r awk '{
        sub(/^[[:space:]]*\/\/.*/, "")
        sub(/[[:space:]]\/\/.*/, "")
        if ($0 != "")
            print FILENAME ":" FNR ":" $0
    }'
}

# Prints what it reads, one complaint a line, each followed by the reason; fails if there was any.
complain() {
    local reason=$1 line found=0
    while IFS= read -r line; do
        printf '%s  <- %s\n' "$line" "$reason"
        found=1
    done
    return "$found"
}

# grep that does not call it a failure to find nothing.
matching() {
    grep -E -- "$1" || true
}

not_matching() {
    grep -E -v -- "$1" || true
}
