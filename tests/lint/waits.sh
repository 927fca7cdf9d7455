#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Nothing sleeps, and nothing turns the event loop from inside: waits.sh ROOT
# Tests wait for a condition (QTRY_*, QSignalSpy::wait) or move a fake clock.
source "$(dirname "${BASH_SOURCE[0]}")/lint.sh"
cd "$1"

failed=0
code app ui tests | matching '\b(qWait|qSleep|msleep|usleep|nanosleep|sleep_for|sleep_until|sleep) *\(' \
    | complain "a fixed sleep; wait for a condition instead" || failed=1
code app ui tests | matching '\bprocessEvents\b' \
    | complain "turns the event loop from inside; return to it instead" || failed=1
code app ui | matching '\bQEventLoop\b' \
    | complain "a nested event loop; connect to the end instead" || failed=1
exit "$failed"
