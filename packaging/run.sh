#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Layerscope and starts it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

readonly program="$root/build/release/ui/layerscope"
readonly default_output=layerscope-servers.csv

usage() {
    cat <<EOF
Usage: packaging/run.sh [LAYERSCOPE OPTIONS]

Installs what is missing (Debian 12 or 13, as root or with sudo), builds Layerscope and opens its
window on the demo account. Without a display it exports the demo account's servers to
$default_output in the current folder instead.

What you give is handed to layerscope instead of --demo=medium. Some examples:
  packaging/run.sh --demo=large
  packaging/run.sh export servers --demo=60 --output servers.csv
  packaging/run.sh export pools --demo
  packaging/run.sh export all --demo --output today
  packaging/run.sh --version
EOF
}

# True if one of the remaining arguments is the option named first, alone or with =VALUE.
has_option() {
    local name=$1 argument
    shift
    for argument in "$@"; do
        [[ $argument == "$name" || $argument == "$name="* ]] && return
    done
    return 1
}

# The value of the option named first among the remaining arguments.
option_value() {
    local name=$1
    shift
    while [[ $# -gt 0 ]]; do
        case $1 in
            "$name") printf '%s' "${2:-}"; return ;;
            "$name="*) printf '%s' "${1#*=}"; return ;;
        esac
        shift
    done
}

# What layerscope does without a window for somebody who asked for one: the same account as CSV.
export_instead() {
    local arguments=(export servers "$@")
    has_option --demo "$@" || has_option --account "$@" || arguments+=(--demo=medium)
    has_option --output "$@" || arguments+=(--output "$default_output")
    local output
    output=$(option_value --output "${arguments[@]}")

    say "there is no display, so no window: exporting the servers as CSV"
    local code=0
    "$program" "${arguments[@]}" || code=$?
    if [[ $output != - && ($code -eq 0 || $code -eq 3) ]]; then
        say "wrote $(realpath -- "$output")"
    fi
    exit "$code"
}

case ${1:-} in
    -h | --help)
        usage
        exit
        ;;
esac

packages=("${build_packages[@]}" "${runtime_packages[@]}")
if has_display; then
    packages+=("${window_packages[@]}")
fi
install_missing "${packages[@]}"
build release layerscope

case ${1:-} in
    # A command, or a question that needs no window.
    [!-]* | -v | --version | --help-all) exec "$program" "$@" ;;
esac
if ! has_display; then
    export_instead "$@"
fi
if [[ $# -eq 0 ]]; then
    set -- --demo=medium
fi
exec "$program" "$@"
