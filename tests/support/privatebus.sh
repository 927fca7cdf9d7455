# SPDX-License-Identifier: GPL-3.0-or-later
# To be sourced: a session bus of a test's own.
# shellcheck shell=bash

# write_bus_config FILE: one without the system's service files, which starts nothing by itself: neither a second keyring
# nor a prompt. Its services are in "services" beside the file.
write_bus_config() {
    local services=${1%/*}/services
    cat >"$1" <<EOF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$XDG_RUNTIME_DIR</listen>
  <servicedir>$services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF
}
