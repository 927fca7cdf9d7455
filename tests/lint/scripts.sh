#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Shell scripts are clean for shellcheck: scripts.sh ROOT. Without shellcheck the check is skipped (77).
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"

if ! command -v shellcheck >/dev/null; then
    echo "shellcheck is not installed"
    exit 77
fi
find . \( -name .git -o -path ./build -o -path ./out \) -prune -o -type f \
    \( -name '*.sh' -o -path './.ci/*' \) -print0 \
    | xargs -0 -r shellcheck --external-sources --source-path=SCRIPTDIR || exit 1
