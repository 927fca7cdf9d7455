#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program in a D-Bus session of its own, with a home of its own and a keyring in a known state:
# keyring.sh unlocked|locked|none|nobus PROGRAM [ARGUMENT …]
#   unlocked  gnome-keyring runs and its login keyring is open
#   locked    gnome-keyring runs, the keyring has a password, and nobody is there to type it
#   none      a session bus, and no secret service on it
#   nobus     not even a bus
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../../support/privatebus.sh"

state=$1
shift

if [[ -z ${LAYERSCOPE_KEYRING_HOME:-} ]]; then
    for tool in dbus-run-session gnome-keyring-daemon; do
        command -v "$tool" >/dev/null || { echo "$tool is missing: packaging/test.sh installs it"; exit 1; }
    done
    LAYERSCOPE_KEYRING_HOME=$(mktemp -d)
    export LAYERSCOPE_KEYRING_HOME
    trap 'rm -rf "$LAYERSCOPE_KEYRING_HOME"' EXIT
    export HOME=$LAYERSCOPE_KEYRING_HOME XDG_RUNTIME_DIR=$LAYERSCOPE_KEYRING_HOME/run
    export XDG_DATA_HOME=$HOME/.local/share XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    mkdir -p "$HOME/services"
    unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL XDG_CURRENT_DESKTOP

    if [[ $state == nobus ]]; then
        DBUS_SESSION_BUS_ADDRESS=unix:path=$HOME/no-bus "$@"
        exit
    fi
    write_bus_config "$HOME/bus.conf"
    if [[ $state == locked ]]; then
        # The first session makes the keyring, the second one finds it locked.
        dbus-run-session --config-file="$HOME/bus.conf" -- "$0" unlocked true
    fi
    dbus-run-session --config-file="$HOME/bus.conf" -- "$0" "$state" "$@"
    exit
fi

case $state in
    unlocked)
        # stdout would keep a pipe of ctest open for as long as the daemon lives.
        printf 'password' | gnome-keyring-daemon --unlock --components=secrets --foreground >/dev/null 2>&1 &
        ;;
    locked)
        gnome-keyring-daemon --components=secrets --foreground </dev/null >/dev/null 2>&1 &
        ;;
    none) ;;
    *)
        echo "unknown state: $state"
        exit 2
        ;;
esac
if [[ $state != none ]]; then
    daemon=$!
    # Ready when its name is on the bus.
    until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
        org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets >/dev/null 2>&1; do
        kill -0 "$daemon" || { echo "gnome-keyring-daemon ended"; exit 1; }
        read -r -t 0.05 <> <(:) || true
    done
fi
code=0
"$@" || code=$?
if [[ $state != none ]]; then
    kill "$daemon" 2>/dev/null || true
    wait "$daemon" 2>/dev/null || true
fi
exit "$code"
