// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"
#include "models/rowdensity.h"
#include "models/scrollplace.h"
#include "session/panelslayout.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QSettings>
#include <QString>

class QWidget;

namespace layerscope {

/// What the view of one table looks like, and what of the table is looked at. A value.
struct TableLayout
{
    QByteArray view;  ///< Opaque bytes of the view.
    QString groupKey; ///< Of the column that rows are grouped by; empty: none.
    QString filter = {};
    /// Those that are selected, the current one first; at most mostRows.
    QList<RowKey> rows = {};
    std::optional<ScrollPlace> place = {}; ///< nullopt: not known, as of earlier versions.

    static constexpr qsizetype mostRows = 20;

    bool operator==(const TableLayout &) const = default;
};

/// What one account's page looks like: columns, sort, grouping, filters, sizes, the chosen node. A value.
struct AccountLayout
{
    QMap<QString, TableLayout> tables; ///< By TableSpec::key; those that look as at first are not there.
    PanelsLayout panels;
    QString node; ///< A NavigatorModel node id.

    bool operator==(const AccountLayout &) const = default;
};

/// What the window remembers for the next start: its size, how much room rows have and the last export's
/// choices, and of each account by its id how its page looks, with the words that its tables are filtered by.
/// Never a key or a user name. What cannot be read, or no longer fits, is left at its default. GUI thread.
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

    /// An account that has none yet gets the one that all accounts shared before, if there is one. So do the
    /// panels of one that was kept before they were docks.
    [[nodiscard]] AccountLayout accountLayout(const QString &accountId) const;
    void setAccountLayout(const QString &accountId, const AccountLayout &layout);
    /// Of an account that is there no more.
    void forget(const QString &accountId);

    /// Of every table of every account.
    [[nodiscard]] RowDensity rowDensity() const;
    void setRowDensity(RowDensity density);

    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString &folder);
    [[nodiscard]] bool exportsForExcel() const;
    void setExportsForExcel(bool excel);
    /// FileFormat's key; empty: nothing was chosen yet.
    [[nodiscard]] QString exportFormat() const;
    void setExportFormat(const QString &key);
    [[nodiscard]] bool exportsTitles() const;
    void setExportsTitles(bool titles);

private:
    [[nodiscard]] PanelsLayout panelsLayout(const QString &group) const;
    [[nodiscard]] PanelsLayout formerPanelsLayout(const QString &group) const;

    QSettings m_settings;
};

} // namespace layerscope
