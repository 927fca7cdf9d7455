#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the README's picture: the real program on its demo account, on a display of its own.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<EOF
Usage: packaging/screenshot.sh [--output FILE] [--after SECONDS] [--size WIDTHxHEIGHT] [--group COLUMN]
                               [--node NODE] [--scale FACTOR] [--dark] [--language CODE] [--reverse]
                               [--program FILE] [LAYERSCOPE OPTIONS]
       packaging/screenshot.sh --set FOLDER [--program FILE]

Installs what is missing, builds Layerscope, starts it under Xvfb with a fresh home and writes a
PNG of its window, by default of a demo account that is still loading, grouped by datacenter, to
resources/screenshots/main.png. NODE is one of the navigator's: servers, pools, pool:ID. What else
you give is handed to layerscope instead of the demo. The README's second picture is made by
  packaging/screenshot.sh --node pool:309014 --after 14 --output resources/screenshots/pools.png \\
      --demo=medium --demo-latency 60

SIZE is that of the screen, of which a window scaled by FACTOR has so much less room. CODE is de or
another language as in LANG; --reverse lays the window out from right to left. FILE is a program
that was built before, to be compared with this one.

--set writes what a change of the window is looked at in: servers and pools in three sizes, at
150 % and 200 %, dark, in German and from right to left.
EOF
}

output=$root/resources/screenshots/main.png
after=4
size=1600x900
group=datacenter
node=servers
scale=1
language=en_US
is_dark=no
is_reverse=no
program_file=
set_folder=
options=()
while [[ $# -gt 0 ]]; do
    case $1 in
        -h | --help)
            usage
            exit
            ;;
        --output | --after | --size | --group | --node | --scale | --language)
            [[ $# -gt 1 ]] || die "$1 needs a value"
            printf -v "${1#--}" '%s' "$2"
            shift
            ;;
        --program)
            [[ $# -gt 1 ]] || die "$1 needs a file"
            program_file=$(realpath "$2")
            shift
            ;;
        --set)
            [[ $# -gt 1 ]] || die "$1 needs a folder"
            set_folder=$2
            shift
            ;;
        --dark) is_dark=yes ;;
        --reverse) is_reverse=yes ;;
        *) options+=("$1") ;;
    esac
    shift
done
if [[ ${#options[@]} -eq 0 ]]; then
    options=(--demo=medium --demo-latency 300)
fi
[[ $language == *_* ]] || language=${language}_${language^^}

# take NAME SCREEN [OPTION …]: one of the set, of servers and of pools, when all is loaded.
take() {
    local name=$1 screen=$2 table
    shift 2
    for table in servers pools; do
        "$0" --output "$set_folder/$table-$name.png" --size "$screen" --node "$table" --group "" --after 8 \
            ${program_file:+--program "$program_file"} "$@" --demo=medium --demo-latency 0
    done
}
if [[ -n $set_folder ]]; then
    take 1024 1024x700
    take 1440 1440x900
    take 1920 1920x1080
    take 150 2160x1350 --scale 1.5
    take 200 2880x1800 --scale 2
    take dark 1440x900 --dark
    take german 1440x900 --language de
    take reverse 1440x900 --reverse
    exit
fi

install_missing "${build_packages[@]}" "${runtime_packages[@]}" xvfb openbox imagemagick fonts-inter fonts-dejavu-core
if [[ -z $program_file ]]; then
    build release layerscope
    program_file=$root/build/release/ui/layerscope
fi

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
    XDG_RUNTIME_DIR=$home/run LANG=$language.UTF-8 LC_CTYPE=C.UTF-8 QT_SCALE_FACTOR=$scale
unset LC_ALL LANGUAGE WAYLAND_DISPLAY
if [[ $is_reverse == yes ]]; then
    options+=(-reverse)
fi
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
if [[ $is_dark == yes ]]; then
    # Qt reads the colours of KDE's settings by itself, without anything of KDE.
    export XDG_CURRENT_DESKTOP=KDE KDE_SESSION_VERSION=5
    cat >"$home/.config/kdeglobals" <<'EOF'
[Colors:Button]
BackgroundNormal=49,54,59
ForegroundNormal=252,252,252
[Colors:Selection]
BackgroundNormal=61,174,233
ForegroundNormal=252,252,252
[Colors:Tooltip]
BackgroundNormal=49,54,59
ForegroundNormal=252,252,252
[Colors:View]
BackgroundAlternate=35,38,41
BackgroundNormal=27,30,32
ForegroundLink=29,153,243
ForegroundNormal=252,252,252
ForegroundVisited=155,89,182
[Colors:Window]
BackgroundNormal=42,46,50
ForegroundNormal=252,252,252
EOF
fi
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
# A window that is to be shown while the window manager takes over the screen may never be.
openbox --config-file "$home/.config/openbox/rc.xml" --startup "touch $home/managed" >/dev/null 2>&1 &
children+=($!)
for ((i = 0; i < 100; ++i)); do
    [[ ! -e $home/managed ]] || break
    sleep 0.1
done
[[ -e $home/managed ]] || die "the window manager does not start"
"$program_file" "${options[@]}" &
program=$!
children+=("$program")

sleep "$after"
kill -0 "$program" 2>/dev/null || die "layerscope ended before the picture could be taken"
mkdir -p "$(dirname "$output")"
import -window root -strip -define png:compression-level=9 "$output"
say "wrote $output"
