#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A program loads nothing of Qt but the named modules: linkage.sh PROGRAM MODULE …
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
program=$1
shift

loaded=$(ldd "$program" | sed -nE 's/^[[:space:]]*libQt6([A-Za-z]+)\.so.*/\1/p')
# Everything here uses Core: a list without it means that ldd was not understood.
grep -qx Core <<<"$loaded" || { echo "$program does not seem to load Qt at all"; exit 1; }
allowed=$(IFS='|'; echo "$*")
not_matching "^($allowed)\$" <<<"$loaded" | complain "a Qt module that ${program##*/} must not load"
