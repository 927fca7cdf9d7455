#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The list of allowed methods is one method a line, each once, sorted: allowlist.sh ROOT
# Branches that add lines are merged by taking the lines of both (.gitattributes), which leaves them in any order.
# `LC_ALL=C sort -u -o app/api/allowedmethods.inc app/api/allowedmethods.inc` puts them right.
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"
list=app/api/allowedmethods.inc
[[ -e $list ]] || exit 0
failed=0

not_matching '^(//.*|\{"SoftLayer_[A-Za-z0-9_]+", "get[A-Z][A-Za-z0-9]*"(, [^{}]+)?\},)$' <"$list" \
    | complain "is not one method of one service" || failed=1
sed -E 's/^(\{"[^"]*", "[^"]*").*/\1/' "$list" | LC_ALL=C sort | uniq -d \
    | complain "is twice in $list" || failed=1
diff <(LC_ALL=C sort "$list") "$list" | sed -nE 's/^> //p' \
    | complain "is not in its place in $list; LC_ALL=C sort -u puts it there" || failed=1
exit "$failed"
