#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# No tooltip takes people's texts for HTML: tooltips.sh ROOT
# Qt does so with what looks like it. So a tooltip is a text of our own and nothing else (tr() without arg(), the
# description of a column), or goes through plainToolTip(), which also cuts what is too long to be laid out.
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"

text='"([^"\\]|\\.)*"'
own="tr\\($text(, $text)?\\)"
# Each call as path:line:text, up to the end of its statement and in one line, texts of several lines as one.
# shellcheck disable=SC2016 # awk's fields, not the shell's
code app ui | awk '{
        match($0, /:[0-9]+:/)
        place = substr($0, 1, RSTART + RLENGTH - 1)
        text = substr($0, RSTART + RLENGTH)
        if (statement == "" && text ~ /(setToolTip|setTabToolTip|QToolTip::showText) *\(/)
            start = place
        else if (statement == "")
            next
        statement = statement text
        if (text ~ /; *$/) {
            gsub(/" +"/, "", statement)
            print start statement
            statement = ""
        }
    }' \
    | not_matching 'plainToolTip\(' \
    | not_matching '(setToolTip|showText) *\((\{\}|QString\(\))\);' \
    | not_matching "setToolTip *\\( *([a-zA-Z_:.>() -]+ \\? *$own *: *)?$own *\\);" \
    | not_matching 'setToolTip *\([a-zA-Z_.]+\.translatedDescription\(\)\);' \
    | complain "may be taken for HTML; plainToolTip() makes text of it"
