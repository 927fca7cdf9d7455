#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the README's picture: the real program on its demo account, on a display of its own.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<EOF
Usage: packaging/screenshot.sh [--output FILE] [--after SECONDS] [--size WIDTHxHEIGHT] [--group COLUMN]
                               [--node NODE] [LAYERSCOPE OPTIONS]

Installs what is missing, builds Layerscope, starts it under Xvfb with a fresh home and writes a
PNG of its window, by default of a demo account that is still loading, grouped by datacenter, to
resources/screenshots/main.png. NODE is one of the navigator's: servers, pools, pool:ID. What else
you give is handed to layerscope instead of the demo. The README's second picture is made by
  packaging/screenshot.sh --node pool:309014 --after 14 --output resources/screenshots/pools.png \\
      --demo=medium --demo-latency 60
EOF
}

output=$root/resources/screenshots/main.png
after=4
size=1600x900
group=datacenter
node=servers
options=()
while [[ $# -gt 0 ]]; do
    case $1 in
        -h | --help)
            usage
            exit
            ;;
        --output | --after | --size | --group | --node)
            [[ $# -gt 1 ]] || die "$1 needs a value"
            printf -v "${1#--}" '%s' "$2"
            shift
            ;;
        *) options+=("$1") ;;
    esac
    shift
done
if [[ ${#options[@]} -eq 0 ]]; then
    options=(--demo=medium --demo-latency 300)
fi

install_missing "${build_packages[@]}" "${runtime_packages[@]}" xvfb openbox imagemagick fonts-inter fonts-dejavu-core
build release layerscope

home=$(mktemp -d)
children=()
clean_up() {
    # The display last, since what is shown on it would complain.
    local i
    for ((i = ${#children[@]} - 1; i >= 0; --i)); do
        kill "${children[i]}" 2>/dev/null || true
        wait "${children[i]}" 2>/dev/null || true
    done
    rm -rf "$home"
}
trap clean_up EXIT

# Nothing of the person's own settings shows, and nothing is left behind. Names of months and digits in English.
mkdir -p "$home"/.config/{fontconfig,openbox} "$home/run"
chmod 700 "$home/run"
export HOME=$home XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share XDG_CACHE_HOME=$home/.cache \
    XDG_RUNTIME_DIR=$home/run LANG=en_US.UTF-8 LC_CTYPE=C.UTF-8
unset LC_ALL WAYLAND_DISPLAY
mkdir "$home/.config/Layerscope"
printf '[servers]\ngroup=%s\n[navigator]\nnode=%s\n' "$group" "$node" >"$home/.config/Layerscope/layerscope.conf"
cat >"$home/.config/fontconfig/fonts.conf" <<'EOF'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <match target="pattern">
    <edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit>
  </match>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
EOF
export FONTCONFIG_FILE=$home/.config/fontconfig/fonts.conf
# The window fills the screen, so that a picture of the screen is a picture of the window.
cat >"$home/.config/openbox/rc.xml" <<'EOF'
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications>
    <application type="normal"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
EOF

# Xvfb looks for a free display and tells which when it is ready.
mkfifo "$home/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" 3>"$home/display" 2>/dev/null &
children+=($!)
read -r number <"$home/display"
export DISPLAY=:$number
openbox --config-file "$home/.config/openbox/rc.xml" >/dev/null 2>&1 &
children+=($!)
"$root/build/release/ui/layerscope" "${options[@]}" &
program=$!
children+=("$program")

sleep "$after"
kill -0 "$program" 2>/dev/null || die "layerscope ended before the picture could be taken"
mkdir -p "$(dirname "$output")"
import -window root -strip -define png:compression-level=9 "$output"
say "wrote $output"
