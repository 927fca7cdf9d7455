// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <optional>

class QWidget;

namespace layerscope {

/// What the window remembers for the next start: sizes, columns, sort, grouping, the chosen node, the last
/// export's choices. Never a key, a user name or a filter. What cannot be read, or no longer fits, is left at
/// its default. GUI thread.
class LayoutSettings
{
public:
    /// In the person's own settings, under the application's organisation and name.
    LayoutSettings();
    /// In this file, for tests.
    explicit LayoutSettings(const QString &iniFile);

    void saveWindow(const QWidget &window);
    /// False: nothing usable was saved.
    [[nodiscard]] bool restoreWindow(QWidget &window) const;

    /// Opaque bytes of the views and QSplitter.
    [[nodiscard]] QByteArray serversLayout() const { return bytes(s_servers); }
    void setServersLayout(const QByteArray &layout) { m_settings.setValue(s_servers, layout); }
    [[nodiscard]] QByteArray poolsLayout() const { return bytes(s_pools); }
    void setPoolsLayout(const QByteArray &layout) { m_settings.setValue(s_pools, layout); }
    [[nodiscard]] QByteArray splitter() const { return bytes(s_splitter); }
    void setSplitter(const QByteArray &state) { m_settings.setValue(s_splitter, state); }
    [[nodiscard]] bool isNavigatorShown() const { return m_settings.value(s_navigatorShown, true).toBool(); }
    void setNavigatorShown(bool shown) { m_settings.setValue(s_navigatorShown, shown); }
    [[nodiscard]] bool areDetailsShown() const { return m_settings.value(s_detailsShown, true).toBool(); }
    void setDetailsShown(bool shown) { m_settings.setValue(s_detailsShown, shown); }
    /// Number of the tab of one server's details.
    [[nodiscard]] int detailsTab() const { return m_settings.value(s_detailsTab, 0).toInt(); }
    void setDetailsTab(int tab) { m_settings.setValue(s_detailsTab, tab); }
    /// A NavigatorModel node id.
    [[nodiscard]] QString node() const { return text(s_node); }
    void setNode(const QString &nodeId) { m_settings.setValue(s_node, nodeId); }
    /// Key of the column that rows are grouped by; empty: none.
    [[nodiscard]] QString groupKey() const { return text(s_group); }
    void setGroupKey(const QString &key) { m_settings.setValue(s_group, key); }

    [[nodiscard]] QString exportFolder() const { return text(s_exportFolder); }
    void setExportFolder(const QString &folder) { m_settings.setValue(s_exportFolder, folder); }
    [[nodiscard]] bool exportsForExcel() const { return m_settings.value(s_exportExcel, false).toBool(); }
    void setExportsForExcel(bool excel) { m_settings.setValue(s_exportExcel, excel); }
    [[nodiscard]] bool exportsTitles() const { return m_settings.value(s_exportTitles, false).toBool(); }
    void setExportsTitles(bool titles) { m_settings.setValue(s_exportTitles, titles); }

private:
    static const QString s_geometry;
    static const QString s_servers;
    static const QString s_pools;
    static const QString s_splitter;
    static const QString s_navigatorShown;
    static const QString s_detailsShown;
    static const QString s_detailsTab;
    static const QString s_node;
    static const QString s_group;
    static const QString s_exportFolder;
    static const QString s_exportExcel;
    static const QString s_exportTitles;

    [[nodiscard]] QByteArray bytes(const QString &key) const;
    [[nodiscard]] QString text(const QString &key) const;

    QSettings m_settings;
};

} // namespace layerscope
