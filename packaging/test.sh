#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything and runs the tests.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<EOF
Usage: packaging/test.sh [--preset PRESET] [CTEST OPTIONS]

Installs what is missing (Debian 12 or 13, as root or with sudo), builds everything and runs the
tests. No display is needed. The tests start a web server, a proxy and a keychain of their
own on this machine only; none of them is left running.

  --preset PRESET   asan (address and undefined behaviour sanitizers, the default),
                    tsan (thread sanitizer), dev or release

Everything else is handed to ctest. Some examples:
  packaging/test.sh -R csv              only the tests whose name contains csv
  packaging/test.sh --preset dev -LE lint
EOF
}

preset=asan
options=()
while [[ $# -gt 0 ]]; do
    case $1 in
        -h | --help)
            usage
            exit
            ;;
        --preset)
            [[ $# -gt 1 ]] || die "--preset needs a name: asan, tsan, dev or release"
            preset=$2
            shift
            ;;
        --preset=*) preset=${1#*=} ;;
        *) options+=("$1") ;;
    esac
    shift
done
case $preset in
    asan | tsan | dev | release) ;;
    *) die "there is no preset named $preset; use asan, tsan, dev or release" ;;
esac

install_missing "${build_packages[@]}" "${runtime_packages[@]}"
install_missing_without_services "${test_packages[@]}"
build "$preset"

# The sanitizers of GCC 12 do not find room for their shadow memory when the kernel spreads addresses further
# than 28 bits, as newer kernels do.
launcher=()
if [[ $preset == [at]san && $(cat /proc/sys/vm/mmap_rnd_bits 2>/dev/null || echo 0) -gt 28 ]] \
    && setarch --addr-no-randomize true 2>/dev/null; then
    launcher=(setarch --addr-no-randomize)
fi

# Most tests wait most of their time, so twice as many as there are cores run side by side. One that does not counts as
# two of them: BUSY in tests/CMakeLists.txt.
cd "$root"
exec "${launcher[@]}" ctest --preset "$preset" --parallel "$((2 * $(nproc)))" "${options[@]}" </dev/null
