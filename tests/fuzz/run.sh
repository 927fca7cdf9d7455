#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzz targets with clang and runs them, one after the other.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
usage() {
    cat <<END
Usage: tests/fuzz/run.sh [--seconds N] [TARGET …]

Builds the fuzz preset (clang and its runtime: Debian's packages clang and libclang-rt-14-dev or
newer) and runs each target, or those named, for N seconds (600). What they collect is kept in
build/fuzz/corpus and is where the next run begins; what makes one fail lies in build/fuzz/found
and is tried first the next time: build/fuzz/tests/fuzz/fuzz_TARGET build/fuzz/found/FILE.
END
}

seconds=600
targets=()
while [[ $# -gt 0 ]]; do
    case $1 in
        -h | --help)
            usage
            exit
            ;;
        --seconds)
            seconds=${2:?--seconds needs a number}
            shift
            ;;
        *) targets+=("$1") ;;
    esac
    shift
done
if [[ ${#targets[@]} -eq 0 ]]; then
    targets=(filter initext mask proxyaddress reply rows slcliconfig wirefilter)
fi

# Where a target begins: one line a seed, in printf's escapes.
seeds_of() {
    case $1 in
        filter)
            printf '%s\n' '\0dc:dal10 ram>64 web' '\0-tag:"a b",c os=Debian ip:10.0.0.0/8' '\1devices>=3 over:now' \
                '\2created<2026-03-01 pool:? notes:-'
            ;;
        initext)
            printf '%s\n' '[General]\nlastShown=a\n\n[accounts]\n1\\\\id=a\n1\\\\name="A, \\\\x41\\"B"\nsize=1\n' \
                '[accounts]\n2\\\\id=b\n10\\\\id=c\n; x\nsize=2'
            ;;
        mask)
            printf '%s\n' 'mask[id,hostname,datacenter.name]' 'mask(SoftLayer_Hardware_Server)[id,networkVlans[vlanNumber]]' \
                'filteredMask[id];mask[tagReferences[tag[name]]]' '[mask[id],mask[a.b.c]]' 'id;hostname'
            ;;
        proxyaddress)
            printf '%s\n' 'http://me:p@s%%s@proxy.example.com:3128' 'https://[::1]:8443/' 'proxy' 'a%%20b@p:1'
            ;;
        reply)
            printf '%s\n' '\0\144\0''3\n\n\n[{"id":1}]' '\1\220\0\n7\n\n{"error":"Rate limit","code":"SoftLayer_Exception"}' \
                '\0\144\1\n\n\n{"error":"Internal Error","code":500}' '\1\222\0\nWed, 21 Oct 2026 07:28:00 GMT\n\n<html>'
            ;;
        rows)
            local row='{"id":17,"hostname":"db01","domain":"example.com","datacenter":{"name":"dal10"},"tagReferences":[{"tag":{"name":"x"}}],"provisionDate":"2026-03-01T12:00:00-06:00","notes":"n","primaryIpAddress":"192.0.2.1","outboundPublicBandwidthUsage":"1.5","billingItem":{"nextInvoiceTotalRecurringAmount":"12.5"},"maxMemory":2048,"memoryCapacity":64,"bandwidthAllotmentTypeId":2,"name":"pool"}'
            printf '%s\n' "\\0[$row]" "\\1[$row,null,{}]" "\\2$row" "\\3[$row]" "\\4[$row]" "\\5[$row]" "\\6[$row]"
            ;;
        slcliconfig)
            printf '%s\n' '[softlayer]\nusername = u\napi_key = k\n' '[DEFAULT]\ntimeout: 3\n[softlayer]\nproxy=p\n more\n' \
                '[softlayer]\nverify=False\n\0[softlayer]\n# x\nverify=/etc/ca.pem\n'
            ;;
        wirefilter)
            printf '%s\n' '{"hardware":{"id":{"operation":"in","options":[{"name":"data","value":[1,2]}]}}}\0''0,100' \
                '{"hardware":{"hostname":{"operation":"^= db"},"datacenter":{"name":{"operation":"!= dal10"}}}}\0''50' \
                '{"hardware":{"id":{"operation":"orderBy","options":[{"name":"sort","value":["DESC"]}]}}}' \
                '{"hardware":{"provisionDate":{"operation":"betweenDate","options":[{"name":"startDate","value":["03/01/2026 0:0:0"]},{"name":"endDate","value":["03/02/2026 0:0:0"]}]}}}'
            ;;
    esac
}

cd "$root"
launcher=()
if command -v ccache >/dev/null; then
    launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
cmake --preset fuzz "${launcher[@]}" >/dev/null
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}"

failed=()
for target in "${targets[@]}"; do
    corpus=build/fuzz/corpus/$target
    mkdir -p "$corpus" build/fuzz/found
    number=0
    while IFS= read -r seed; do
        number=$((number + 1))
        # The seeds are formats of printf.
        # shellcheck disable=SC2059
        printf "$seed" >"$corpus/seed-$number"
    done < <(seeds_of "$target")
    echo "== $target, $seconds seconds"
    "build/fuzz/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1500 \
        -print_final_stats=1 -artifact_prefix="build/fuzz/found/$target-" "$corpus" || failed+=("$target")
done
if [[ ${#failed[@]} -gt 0 ]]; then
    echo "failed: ${failed[*]}; see build/fuzz/found" >&2
    exit 1
fi
