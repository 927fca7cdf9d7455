#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian package, installs it, uses it, and removes it again.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

case ${1:-} in
    -h | --help)
        echo "Usage: packaging/test-package.sh"
        echo "Builds build/release/layerscope_*.deb, installs it (as root or with sudo), checks it and removes it."
        exit
        ;;
esac

install_missing "${build_packages[@]}" "${runtime_packages[@]}" dpkg-dev file appstream desktop-file-utils
if is_installed layerscope; then
    die "a layerscope package is installed here; remove it first, or test elsewhere"
fi
build release layerscope

scratch=$(mktemp -d)
installed=no
clean_up() {
    rm -rf "$scratch"
    if [[ $installed == yes ]]; then
        as_root dpkg --remove layerscope >&2
    fi
}
trap clean_up EXIT

cpack --config "$root/build/release/CPackConfig.cmake" -B "$scratch" >&2
package=$(find "$scratch" -maxdepth 1 -name 'layerscope_*.deb')
[[ -n $package ]] || die "cpack made no package"

installed=yes
as_root dpkg --install "$package" >&2
for file in /usr/share/applications/layerscope.desktop \
    /usr/share/metainfo/org.layerscope.Layerscope.metainfo.xml \
    /usr/share/icons/hicolor/scalable/apps/layerscope.svg \
    /usr/share/doc/layerscope/copyright; do
    [[ -s $file ]] || die "the package misses $file"
done
desktop-file-validate /usr/share/applications/layerscope.desktop
"$root/packaging/validate-metainfo.sh" /usr/share/metainfo/org.layerscope.Layerscope.metainfo.xml >&2

cd /
version=$(dpkg-query --show --showformat='${Version}' layerscope)
[[ $(env -u DISPLAY -u WAYLAND_DISPLAY layerscope --version) == *"$version"* ]] \
    || die "layerscope --version does not say $version"
lines=$(env -u DISPLAY -u WAYLAND_DISPLAY layerscope export servers --demo=60 --columns id --output - | wc -l)
[[ $lines -eq 61 ]] || die "the export of 60 servers has $lines lines instead of 61"

cp "$package" "$root/build/release/"
say "the package works: $root/build/release/${package##*/}"
