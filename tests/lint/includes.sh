#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Includes follow the direction of the house: includes.sh ROOT [FOLDER OF QT'S GUI HEADERS …]
#   inside app: core <- api <- inventory <- loaders <- details, csv; csv <- tables <- exporting <- cli; nothing of ui
#   inside ui: models, widgets <- delegates <- views, panels; models <- session; views, session <- dialogs;
#   views, panels, session <- docks; dialogs, docks <- pages <- window
#   a folder of ui has a place in that order, and a name that app has not
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
    [tables]="core api inventory csv"
    [exporting]="core api inventory loaders csv tables"
    [cli]="core api inventory loaders csv tables exporting accounts"
    [demo]="core api inventory"
)
readonly parts="core|api|inventory|loaders|details|csv|tables|exporting|accounts|cli|demo"
# The same of ui; what of app they may include is not said here.
declare -A ui_may_include=(
    [models]=""
    [widgets]=""
    [delegates]="models widgets"
    [views]="models widgets delegates"
    [panels]="models widgets delegates"
    [session]="models"
    [dialogs]="models widgets delegates views session"
    [docks]="models widgets delegates views panels session"
    [pages]="models widgets delegates views panels session dialogs docks"
    [window]="models widgets delegates views panels session dialogs docks pages"
)
readonly ui_parts="models|widgets|delegates|views|panels|session|dialogs|docks|pages|window"

failed=0

# keeps_order FOLDER PARTS OTHERS: of these parts the files of the folder include only its own and the others.
keeps_order() {
    local folder=$1 others=$3 allowed
    allowed=$(tr ' ' '|' <<<"${folder#*/} $others")
    includes "$folder" | matching ":\"($2)/" | not_matching ":\"(${allowed%|})/" \
        | complain "$folder may include only itself${others:+ and $others}" || failed=1
}

for part in "${!may_include[@]}"; do
    keeps_order "app/$part" "$parts|$ui_parts" "${may_include[$part]}"
done
for part in "${!ui_may_include[@]}"; do
    keeps_order "ui/$part" "$ui_parts" "${ui_may_include[$part]}"
done

cpp_files ui | tr '\0' '\n' | matching '^ui/[^/]+/' | not_matching "^ui/($ui_parts)/" \
    | complain "this folder has no place in the order of ui" || failed=1
# shellcheck disable=SC2016 # awk's fields, not the shell's
cpp_files app ui | tr '\0' '\n' | awk -F/ 'NF > 2 && !seen[$1, $2]++ && roots[$2]++' \
    | complain "app has a folder of this name, too: an include could mean either" || failed=1
includes ui | not_matching '^ui/[^/]+:' | matching ':"[^/"]+\.h"' \
    | complain "name the part; what lies directly in ui is above all parts" || failed=1
includes ui/widgets | matching ":\"($parts)/" \
    | complain "widgets know nothing of the engine" || failed=1
includes ui | matching ':"demo/' | not_matching '^ui/[^/]+:[0-9]+:' \
    | complain "only the composition root directly in ui and tests may know the demo account" || failed=1
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
