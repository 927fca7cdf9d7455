# SPDX-License-Identifier: GPL-3.0-or-later
# Qt's and the standard library's headers, read once instead of in each of some 900 files: half of the time of a
# build. Nobody relies on it: each file names what it uses, and a build with
# -DLAYERSCOPE_PRECOMPILED_HEADERS=OFF shows whether it does.
option(LAYERSCOPE_PRECOMPILED_HEADERS "Precompile Qt's headers" ON)

# One precompiled header for each set of Qt modules, because their macros are part of it.
function(layerscope_precompiled_header name)
    if(NOT LAYERSCOPE_PRECOMPILED_HEADERS)
        return()
    endif()
    cmake_parse_arguments(arg "" "" "MODULES;HEADERS" ${ARGN})
    set(source "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// What a precompiled header is compiled for.\n")
    add_library(${name} OBJECT "${source}")
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(${name} PRIVATE inventory_flags ${arg_MODULES})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

# Lets a target use one of them.
function(layerscope_precompile target name)
    if(LAYERSCOPE_PRECOMPILED_HEADERS)
        target_precompile_headers(${target} REUSE_FROM ${name})
    endif()
endfunction()

set(precompiled_core_modules Qt6::Core Qt6::Network Qt6::Concurrent)
set(precompiled_core_headers
    <algorithm> <array> <chrono> <cmath> <deque> <functional> <map> <memory> <numeric> <optional> <unordered_map>
    <unordered_set> <utility> <variant> <vector>
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QLocale> <QMetaType> <QObject> <QPointer> <QRegularExpression> <QSet> <QString> <QStringList>
    <QThreadPool> <QTimeZone> <QTimer> <QUrl> <QtConcurrentRun> <QNetworkAccessManager> <QNetworkReply>
    <QNetworkProxy> <QSslConfiguration>)
# Not QtTest: its macros differ from folder to folder.
layerscope_precompiled_header(precompiled_core
    MODULES ${precompiled_core_modules}
    HEADERS ${precompiled_core_headers})
layerscope_precompiled_header(precompiled_ui
    MODULES ${precompiled_core_modules} Qt6::Gui Qt6::Widgets
    HEADERS ${precompiled_core_headers}
        <QAction> <QApplication> <QBoxLayout> <QComboBox> <QHeaderView> <QLabel> <QLineEdit> <QMenu> <QPainter>
        <QPushButton> <QStyledItemDelegate> <QToolButton> <QTreeView> <QWidget>)
