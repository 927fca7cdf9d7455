# SPDX-License-Identifier: GPL-3.0-or-later
# A dozen files of a target as one translation unit: what their headers bring is compiled and instrumented once instead
# of in each, which takes 45 % off what they cost. For builds of everything; where one file changes at a time, as in
# the preset dev, it would cost eleven others.
# The files of a unit see each other's anonymous namespaces. So a name there is one that no other file of the target
# has, and nobody needs to know which files come together.
option(LAYERSCOPE_UNITY_BUILD "Compile several files of a target as one" OFF)

set(unity_build_files 12) # enough units for the cores of a small machine to end together, at 700 MB each

# Lets a target be built so.
function(layerscope_unity_build target)
    if(LAYERSCOPE_UNITY_BUILD)
        set_target_properties(${target} PROPERTIES
            UNITY_BUILD ON
            UNITY_BUILD_BATCH_SIZE ${unity_build_files})
    endif()
endfunction()

# For files of a target that are units by themselves: layerscope_no_unity_build(TARGET FILES …).
function(layerscope_no_unity_build target)
    set_source_files_properties(${ARGN} TARGET_DIRECTORY ${target} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# GCC takes each file of a unit for a header, and warns of classes in it that hold something of an anonymous namespace.
# It stays on in every other build, where it can tell.
if(LAYERSCOPE_UNITY_BUILD)
    target_compile_options(inventory_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
