# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What the scripts in this folder share. They source it; it does nothing by itself but name the project's root.
# Names that look unused here are used there.
# shellcheck disable=SC2034

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root

# A name that ends in ? is a package that not every supported Debian has; where it is not known, nothing misses it.

# What the build needs on Debian 12 and 13.
readonly build_packages=(
    g++ cmake ninja-build
    qt6-base-dev qt6-svg-dev qt6-httpserver-dev qt6-websockets-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libgl-dev libxkbcommon-dev zlib1g-dev qtkeychain-qt6-dev libxlsxwriter-dev
)
# What the program needs besides the libraries it links: certificates for TLS, the texts of Qt's own dialogs, what
# draws icons (on Debian 12 in the library itself), and what QtKeychain loads to reach the keychain.
readonly runtime_packages=(ca-certificates qt6-translations-l10n 'qt6-svg-plugins?' libsecret-1-0)
# What lets the window follow the desktop: GTK's dialogs and dark mode, and Wayland.
readonly window_packages=(qt6-gtk-platformtheme qt6-wayland)
# Real programs that tests start by themselves: a TLS server, a proxy, certificates, a keychain with a bus of its own,
# and a screen with the bus of screen readers.
# And a linker: packaging/cmake/CompilerFlags.cmake.
readonly test_packages=(
    nginx tinyproxy-bin openssl gnome-keyring dbus libsecret-tools xvfb at-spi2-core mold
)

# One line for the person who runs the script; stdout stays free for the program's own output.
say() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
}

die() {
    say "$*"
    exit 1
}

is_installed() {
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# True if the package lists have it.
is_known() {
    [[ -n $(apt-cache show --no-all-versions "$1" 2>/dev/null) ]]
}

# Which of the named packages are missing, a line each.
missing_of() {
    local name
    for name in "$@"; do
        if is_installed "${name%\?}" || { [[ $name == *\? ]] && ! is_known "${name%\?}"; }; then
            continue
        fi
        printf '%s\n' "${name%\?}"
    done
}

# Runs a command with root's rights, or fails when there is no way to get them.
as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    else
        # Without a terminal nobody can type a password: fail instead of waiting for one.
        local ask=()
        [[ -t 0 ]] || ask=(-n)
        sudo "${ask[@]}" "$@"
    fi
}

# Installs those of the named Debian packages that are missing, and says which. Touches nothing if none is.
install_missing() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        if command -v cmake >/dev/null && command -v ninja >/dev/null && command -v c++ >/dev/null; then
            say "this is not Debian, so nothing is installed; what Debian calls ${*%\?} should be there"
            return
        fi
        die "this is not Debian, so please install by hand what Debian calls: ${*%\?}"
    fi

    local missing
    mapfile -t missing < <(missing_of "$@")
    if [[ ${#missing[@]} -eq 0 ]]; then
        return
    fi

    if [[ $(id -u) -ne 0 ]] && ! command -v sudo >/dev/null; then
        die "these packages are missing and only root can install them: ${missing[*]}"
    fi
    say "installing with apt-get: ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get --quiet -o Dpkg::Use-Pty=0)
    {
        as_root "${apt[@]}" update || say "the package lists could not be refreshed; trying with those that are here"
        mapfile -t missing < <(missing_of "$@") # a bare system had no lists to know packages from
        as_root "${apt[@]}" install --yes --no-install-recommends "${missing[@]}" \
            || die "apt-get could not install these packages: ${missing[*]}"
    } >&2
}

# As install_missing, for packages that start a service when they are installed: nobody who runs tests wants a web
# server. In a subshell, so that its trap is its own.
install_missing_without_services() (
    policy=/usr/sbin/policy-rc.d
    made_policy=no
    disable_nginx=no
    # Invoked by the trap.
    # shellcheck disable=SC2317
    clean_up() {
        if [[ $made_policy == yes ]]; then
            as_root rm -f "$policy"
        fi
        # Debian has it started at the next boot, too.
        if [[ $disable_nginx == yes && -d /run/systemd/system ]] && is_installed nginx-common; then
            as_root systemctl disable --quiet --now nginx.service >&2 \
                || say "nginx.service could not be switched off; systemctl disable --now nginx does it"
        fi
    }

    missing=()
    for package in "$@"; do
        command -v dpkg-query >/dev/null && is_installed "$package" || missing+=("$package")
    done
    if [[ ${#missing[@]} -eq 0 ]]; then
        return
    fi
    if command -v apt-get >/dev/null && { [[ $(id -u) -eq 0 ]] || command -v sudo >/dev/null; }; then
        trap clean_up EXIT
        is_installed nginx-common || disable_nginx=yes
        say "the tests need ${missing[*]}; services that come with them are not started"
        # What asks before a service is started; 101 means no. One that is there has its own mind.
        if [[ ! -e $policy && ! -L $policy ]]; then
            made_policy=yes
            printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
            as_root chmod 755 "$policy"
        fi
    fi
    install_missing "${missing[@]}"
)

# True if a window can be shown.
has_display() {
    [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]
}

# Configures a preset and builds the named targets, or all of them: build PRESET [TARGET …].
build() {
    local preset=$1
    shift
    local tools=() targets=()
    if command -v ccache >/dev/null; then
        tools+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    if [[ $# -gt 0 ]]; then
        targets=(--target "$@")
    fi
    say "building the $preset preset in $root/build/$preset"
    # The presets are read from the current folder. What cmake finds is of no interest, its errors go to stderr.
    (
        cd "$root" || exit
        cmake --preset "$preset" "${tools[@]}" >/dev/null
        cmake --build --preset "$preset" "${targets[@]}"
    ) >&2
}
