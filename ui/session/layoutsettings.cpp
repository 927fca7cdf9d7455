// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/layoutsettings.h"

#include "inventory/kinds.h"

#include <QStringList>
#include <QUrl>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString exportFolderKey = u"export/folder"_s;
const QString exportExcelKey = u"export/excel"_s;
const QString exportTitlesKey = u"export/titles"_s;

// Of an account; without the account's group in front, what all accounts shared
// before each had its own.
const QString splitterKey = u"window/splitter"_s;
const QString navigatorShownKey = u"window/navigator"_s;
const QString detailsShownKey = u"details/shown"_s;
const QString detailsTabKey = u"details/tab"_s;
const QString nodeKey = u"navigator/node"_s;

// Of one of its tables.
QString viewKeyOf(const QString &table)
{
    return table + u"/layout";
}
QString groupKeyOf(const QString &table)
{
    return table + u"/group";
}

/// The keys of the tables that have a view of their own.
QStringList shownTables()
{
    QStringList keys;
    for (const TableSpec *table : allTables()) {
        if (table->parent == nullptr)
            keys.append(QString::fromLatin1(table->key));
    }
    return keys;
}

/// An id is one level of the file, whatever is in it.
QString groupOf(const QString &accountId)
{
    return u"accounts/"_s + QString::fromLatin1(QUrl::toPercentEncoding(accountId));
}

QByteArray bytesOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : QByteArray();
}

} // namespace

LayoutSettings::LayoutSettings() = default;

LayoutSettings::LayoutSettings(const QString &iniFile)
    : m_settings(iniFile, QSettings::IniFormat)
{}

void LayoutSettings::saveWindow(const QWidget &window)
{
    m_settings.setValue(geometryKey, window.saveGeometry());
}

bool LayoutSettings::restoreWindow(QWidget &window) const
{
    // It checks what it is given, and keeps to the screens there are.
    return window.restoreGeometry(bytesOf(m_settings.value(geometryKey)));
}

AccountLayout LayoutSettings::accountLayout(const QString &accountId) const
{
    const QString group = groupOf(accountId) + u'/';
    const auto valueOf = [&](const QString &key, const QVariant &otherwise = {}) {
        return m_settings.value(group + key, m_settings.value(key, otherwise));
    };
    AccountLayout layout;
    for (const QString &table : shownTables()) {
        const TableLayout ofTable{bytesOf(valueOf(viewKeyOf(table))), valueOf(groupKeyOf(table)).toString()};
        if (ofTable != TableLayout())
            layout.tables.insert(table, ofTable);
    }
    layout.splitter = bytesOf(valueOf(splitterKey));
    layout.isNavigatorShown = valueOf(navigatorShownKey, layout.isNavigatorShown).toBool();
    layout.areDetailsShown = valueOf(detailsShownKey, layout.areDetailsShown).toBool();
    layout.detailsTab = valueOf(detailsTabKey, layout.detailsTab).toInt();
    layout.node = valueOf(nodeKey).toString();
    return layout;
}

void LayoutSettings::setAccountLayout(const QString &accountId, const AccountLayout &layout)
{
    // All of it, also what is empty: else the shared one would shine through.
    m_settings.beginGroup(groupOf(accountId));
    for (const QString &table : shownTables()) {
        const TableLayout ofTable = layout.tables.value(table);
        m_settings.setValue(viewKeyOf(table), ofTable.view);
        m_settings.setValue(groupKeyOf(table), ofTable.groupKey);
    }
    m_settings.setValue(splitterKey, layout.splitter);
    m_settings.setValue(navigatorShownKey, layout.isNavigatorShown);
    m_settings.setValue(detailsShownKey, layout.areDetailsShown);
    m_settings.setValue(detailsTabKey, layout.detailsTab);
    m_settings.setValue(nodeKey, layout.node);
    m_settings.endGroup();
}

void LayoutSettings::forget(const QString &accountId)
{
    if (!accountId.isEmpty()) // which would stand for all of them
        m_settings.remove(groupOf(accountId));
}

QString LayoutSettings::exportFolder() const
{
    return m_settings.value(exportFolderKey).toString();
}

void LayoutSettings::setExportFolder(const QString &folder)
{
    m_settings.setValue(exportFolderKey, folder);
}

bool LayoutSettings::exportsForExcel() const
{
    return m_settings.value(exportExcelKey, false).toBool();
}

void LayoutSettings::setExportsForExcel(bool excel)
{
    m_settings.setValue(exportExcelKey, excel);
}

bool LayoutSettings::exportsTitles() const
{
    return m_settings.value(exportTitlesKey, false).toBool();
}

void LayoutSettings::setExportsTitles(bool titles)
{
    m_settings.setValue(exportTitlesKey, titles);
}

} // namespace layerscope
