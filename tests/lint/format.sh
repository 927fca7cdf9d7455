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
# One file a call, since only the exit code tells which file it was about.
# shellcheck disable=SC2016 # the inner shell's arguments
cpp_files app ui tests \
    | xargs -0 -r -n 1 -P "$(nproc)" sh -c '"$0" --dry-run --Werror "$1" 2>/dev/null || echo "$1"' "$formatter" \
    | sort | complain "not as clang-format 14 lays it out; run clang-format -i on it"
