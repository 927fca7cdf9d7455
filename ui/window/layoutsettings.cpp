// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/layoutsettings.h"

#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

const QString LayoutSettings::s_geometry = u"window/geometry"_s;
const QString LayoutSettings::s_servers = u"servers/layout"_s;
const QString LayoutSettings::s_pools = u"pools/layout"_s;
const QString LayoutSettings::s_splitter = u"window/splitter"_s;
const QString LayoutSettings::s_navigatorShown = u"window/navigator"_s;
const QString LayoutSettings::s_detailsShown = u"details/shown"_s;
const QString LayoutSettings::s_detailsTab = u"details/tab"_s;
const QString LayoutSettings::s_node = u"navigator/node"_s;
const QString LayoutSettings::s_group = u"servers/group"_s;
const QString LayoutSettings::s_exportFolder = u"export/folder"_s;
const QString LayoutSettings::s_exportExcel = u"export/excel"_s;
const QString LayoutSettings::s_exportTitles = u"export/titles"_s;

LayoutSettings::LayoutSettings() = default;

LayoutSettings::LayoutSettings(const QString &iniFile)
    : m_settings(iniFile, QSettings::IniFormat)
{}

void LayoutSettings::saveWindow(const QWidget &window)
{
    m_settings.setValue(s_geometry, window.saveGeometry());
}

bool LayoutSettings::restoreWindow(QWidget &window) const
{
    return window.restoreGeometry(
        bytes(s_geometry)); // checks what it is given, and keeps to the screens there are
}

QByteArray LayoutSettings::bytes(const QString &key) const
{
    const QVariant value = m_settings.value(key);
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : QByteArray();
}

QString LayoutSettings::text(const QString &key) const
{
    return m_settings.value(key).toString();
}

} // namespace layerscope
