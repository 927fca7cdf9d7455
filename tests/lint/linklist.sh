#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A target names nothing but the allowed libraries: linklist.sh TARGET "its;link;list" ALLOWED …
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
target=$1
libraries=$2
shift 2

[[ -n $libraries ]] || { echo "the link list of $target is empty"; exit 1; }
allowed=$(IFS='|'; echo "$*")
tr ';' '\n' <<<"$libraries" | sed -E '/^::@/d; s/^\$<LINK_ONLY:(.*)>$/\1/' | sort -u \
    | not_matching "^($allowed|)\$" \
    | complain "a library that $target must not link"
