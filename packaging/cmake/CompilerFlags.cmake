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

# Qt's QTRY_… macros convert by themselves since 6.7, in the file that uses them: tests/CMakeLists.txt.
define_property(TARGET PROPERTY LAYERSCOPE_CONVERTS INITIALIZE_FROM_VARIABLE TARGETS_LAYERSCOPE_CONVERTS)
target_compile_options(inventory_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast
        -Wnon-virtual-dtor -Wsuggest-override>
    $<$<AND:$<CXX_COMPILER_ID:GNU,Clang,AppleClang>,$<NOT:$<BOOL:$<TARGET_PROPERTY:LAYERSCOPE_CONVERTS>>>>:-Wconversion>)

if(LAYERSCOPE_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
        message(FATAL_ERROR "LAYERSCOPE_FUZZ needs clang, which has libFuzzer")
    endif()
    target_compile_options(inventory_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Half of what it takes to build with sanitizers would go into checking the tests' own code for undefined behaviour. The
# program, the demo account and their libraries are checked for all of it.
define_property(TARGET PROPERTY LAYERSCOPE_IS_TEST INITIALIZE_FROM_VARIABLE TARGETS_LAYERSCOPE_IS_TEST)
if(LAYERSCOPE_SANITIZE)
    target_compile_options(inventory_flags INTERFACE -fsanitize=${LAYERSCOPE_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    if(LAYERSCOPE_SANITIZE MATCHES undefined)
        target_compile_options(inventory_flags INTERFACE
            $<$<BOOL:$<TARGET_PROPERTY:LAYERSCOPE_IS_TEST>>:-fno-sanitize=undefined>
            $<$<BOOL:$<TARGET_PROPERTY:LAYERSCOPE_IS_TEST>>:-fno-sanitize-address-use-after-scope>)
    endif()
    target_link_options(inventory_flags INTERFACE -fsanitize=${LAYERSCOPE_SANITIZE})
    # GCC's own manual: sanitizers make this warning see things. It stays on in every other build, where it can tell.
    target_compile_options(inventory_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

# GNU's linker takes seconds for each of the programs that a change makes anew, mold a fraction of one.
option(LAYERSCOPE_MOLD "Link with mold where it is there" ON)
if(LAYERSCOPE_MOLD)
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=mold LAYERSCOPE_HAS_MOLD)
    if(LAYERSCOPE_HAS_MOLD)
        target_link_options(inventory_flags INTERFACE -fuse-ld=mold)
    endif()
endif()
