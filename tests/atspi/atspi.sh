#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program where screen readers would find it: on a screen of its own, with a session bus, the bus of assistive
# tools and a home of its own. No window manager, nothing of the person's. atspi.sh PROGRAM [ARGUMENT …]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../support/privatebus.sh"

if [[ -z ${LAYERSCOPE_ATSPI_HOME:-} ]]; then
    launcher=
    # Debian 12 and 13, and where others have it.
    for place in /usr/libexec /usr/lib/at-spi2-core /usr/libexec/at-spi2 /usr/lib; do
        if [[ -x $place/at-spi-bus-launcher ]]; then
            launcher=$place/at-spi-bus-launcher
            break
        fi
    done
    [[ -n $launcher ]] || { echo "at-spi-bus-launcher is missing: packaging/test.sh installs it"; exit 1; }
    for tool in dbus-run-session dbus-send Xvfb; do
        command -v "$tool" >/dev/null || { echo "$tool is missing: packaging/test.sh installs it"; exit 1; }
    done
    LAYERSCOPE_ATSPI_HOME=$(mktemp -d)
    export LAYERSCOPE_ATSPI_HOME LAYERSCOPE_ATSPI_LAUNCHER=$launcher
    trap 'rm -rf "$LAYERSCOPE_ATSPI_HOME"' EXIT
    export HOME=$LAYERSCOPE_ATSPI_HOME XDG_RUNTIME_DIR=$LAYERSCOPE_ATSPI_HOME/run
    export XDG_DATA_HOME=$HOME/.local/share XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache
    mkdir -m 700 "$XDG_RUNTIME_DIR"
    mkdir -p "$HOME/services"
    unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS XDG_CURRENT_DESKTOP \
        SESSION_MANAGER

    write_bus_config "$HOME/bus.conf"
    dbus-run-session --config-file="$HOME/bus.conf" -- "$0" "$@"
    exit
fi

children=()
# Invoked by the trap.
# shellcheck disable=SC2317
clean_up() {
    # The screen last, since what is shown on it would complain.
    local i
    for ((i = ${#children[@]} - 1; i >= 0; --i)); do
        kill "${children[i]}" 2>/dev/null || true
        wait "${children[i]}" 2>/dev/null || true
    done
}
trap clean_up EXIT

# Xvfb looks for a free screen and tells which when it is ready. stdout would keep a pipe of ctest open.
mkfifo "$HOME/screen"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$HOME/screen" >/dev/null 2>&1 &
children+=($!)
if ! read -r -t 60 number <"$HOME/screen"; then
    echo "Xvfb does not start"
    exit 1
fi
export DISPLAY=:$number

"$LAYERSCOPE_ATSPI_LAUNCHER" --launch-immediately </dev/null >/dev/null 2>&1 &
launcher=$!
children+=("$launcher")
# Ready when its name is on the bus.
until dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
    org.freedesktop.DBus.GetNameOwner string:org.a11y.Bus >/dev/null 2>&1; do
    kill -0 "$launcher" || { echo "at-spi-bus-launcher ended"; exit 1; }
    read -r -t 0.05 <> <(:) || true
done

code=0
"$@" || code=$?
exit "$code"
