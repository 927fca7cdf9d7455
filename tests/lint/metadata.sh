#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The desktop file and the metainfo are what desktops expect: metadata.sh ROOT. Skipped (77) without the validators.
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"

if ! command -v desktop-file-validate >/dev/null || ! command -v appstreamcli >/dev/null; then
    echo "desktop-file-utils or appstream is not installed"
    exit 77
fi
# A file without hints or warnings prints nothing.
find packaging -name '*.desktop' -exec desktop-file-validate {} \; | complain "the desktop file" || exit 1

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for template in packaging/*.metainfo.xml.in; do
    metainfo=$scratch/$(basename "$template" .in)
    sed 's/@PROJECT_VERSION@/1.0/' "$template" >"$metainfo"
    packaging/validate-metainfo.sh "$metainfo" || exit 1
done
