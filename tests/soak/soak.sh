#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds what people run and lets window and command line load under failures for long.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
case ${1:-} in
    -h | --help)
        cat <<END
Usage: tests/soak/soak.sh [SECONDS]

An hour by default. A tenth of all calls fails; each round is a refresh of the window and an
export of the whole account, and a line: time in ms, rows, files, memory in kB, handles, threads.
Fails if rows are missing without a word, or if memory, handles or threads grow. No display is needed.
END
        exit
        ;;
esac

cd "$root"
launcher=()
if command -v ccache >/dev/null; then
    launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
{
    cmake --preset release "${launcher[@]}" >/dev/null
    cmake --build --preset release --target soak
} >&2
QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=UTC exec build/release/tests/soak/soak --seconds "${1:-3600}"
