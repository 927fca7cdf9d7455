# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries every flag; no global flags anywhere else.
add_library(inventory_flags INTERFACE)

target_compile_definitions(inventory_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

target_compile_options(inventory_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
        -Wnon-virtual-dtor -Wsuggest-override>)

if(LAYERSCOPE_SANITIZE)
    target_compile_options(inventory_flags INTERFACE -fsanitize=${LAYERSCOPE_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(inventory_flags INTERFACE -fsanitize=${LAYERSCOPE_SANITIZE})
    # GCC's own manual: sanitizers make this warning see things. It stays on in every other build, where it can tell.
    target_compile_options(inventory_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
