#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Includes follow the direction of the house: includes.sh ROOT [FOLDER OF QT'S GUI HEADERS …]
#   inside app: core <- api <- inventory <- loaders <- details, csv <- cli; nothing of ui
#   demo is known to the tests and to the files directly in ui (main.cpp and what it is made of) alone
#   app and ui/models include nothing of Gui and Widgets
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"
shift

# Each include below the named folders as path:line:"header" or path:line:<header>.
includes() {
    code "$@" | sed -nE 's/^([^:]+:[0-9]+:)[[:space:]]*#[[:space:]]*include[[:space:]]*(["<][^">]+[">]).*/\1\2/p'
}

# The parts of app that each part may include, besides itself. What is not named may be included by nobody.
declare -A may_include=(
    [core]=""
    [api]="core"
    [inventory]="core api"
    [loaders]="core api inventory"
    [details]="core api inventory loaders"
    [csv]="core api inventory"
    [accounts]="core api"
    [cli]="core api inventory loaders csv accounts"
    [demo]="core api inventory"
)
readonly parts="core|api|inventory|loaders|details|csv|accounts|cli|demo"
readonly ui_parts="models|delegates|views|dialogs|window"

failed=0
for part in "${!may_include[@]}"; do
    allowed=$(tr ' ' '|' <<<"$part ${may_include[$part]}")
    includes "app/$part" | matching ":\"($parts|$ui_parts)/" | not_matching ":\"(${allowed%|})/" \
        | complain "app/$part may include only itself${may_include[$part]:+ and ${may_include[$part]}}" || failed=1
done

includes ui | matching ':"demo/' | not_matching '^ui/[^/]+:[0-9]+:' \
    | complain "only the composition root directly in ui and tests may know the demo account" || failed=1
includes ui/models | matching ":\"(delegates|views|dialogs|window)/" \
    | complain "models are below the widgets" || failed=1
includes app ui | matching ':"\.\./' \
    | complain "name the part instead of climbing out of a folder" || failed=1

includes app ui/models | matching ':<Qt(Gui|Widgets|Charts|Svg|SvgWidgets|OpenGL|PrintSupport|Qml|Quick)[/>]' \
    | complain "app and models use Qt Core only, app also Network and Concurrent" || failed=1
for folder in "$@"; do
    includes app ui/models | while IFS= read -r include; do
        header=${include#*<}
        if [[ $include == *"<"* && -e $folder/${header%>} ]]; then
            printf '%s\n' "$include"
        fi
    done | complain "a header of ${folder##*/}" || failed=1
done
exit "$failed"
