# SPDX-License-Identifier: GPL-3.0-or-later
# moc makes its output of a file's own text, but reads all that the file includes, down to the standard library: a
# quarter of a second for each of 400 files, a tenth of what a build takes. From our own headers it learns which types
# are declared to Qt; in Qt's and the system's it looks for nothing but macros, and those matter only where a file has
# an #if. So only such a file is read with all of them. What moc does not find it passes over. For the builds that are
# unity builds; all others use moc as it is.
if(LAYERSCOPE_UNITY_BUILD AND CMAKE_HOST_UNIX)
    get_target_property(moc Qt6::moc LOCATION)
    configure_file("${CMAKE_CURRENT_LIST_DIR}/moc.sh.in" "${CMAKE_BINARY_DIR}/moc.sh" @ONLY
        FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    set(LAYERSCOPE_AUTOMOC_EXECUTABLE "${CMAKE_BINARY_DIR}/moc.sh")
    define_property(TARGET PROPERTY AUTOMOC_EXECUTABLE INITIALIZE_FROM_VARIABLE LAYERSCOPE_AUTOMOC_EXECUTABLE)
endif()
