#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The layout of C++ files is what clang-format makes of them: format.sh ROOT
# Only version 14, which Debian 12 has, since other versions differ; without it the check is skipped (77).
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"

formatter=$(command -v clang-format-14 || command -v clang-format || true)
if [[ -z $formatter ]] || ! "$formatter" --version | grep -q 'version 14\.'; then
    echo "clang-format 14 is not installed"
    exit 77
fi
# Only the exit code tells that something is wrong: a batch of which it says so is looked through file by file.
# shellcheck disable=SC2016 # the inner shell's arguments
cpp_files app ui tests \
    | xargs -0 -r -n 32 -P "$(nproc)" sh -c '
        "$0" --dry-run --Werror "$@" 2>/dev/null && exit
        for file in "$@"; do
            "$0" --dry-run --Werror "$file" 2>/dev/null || echo "$file"
        done' "$formatter" \
    | sort | complain "not as clang-format 14 lays it out; run clang-format -i on it"
