// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/layoutsettings.h"

#include "inventory/kinds.h"

#include <QDataStream>
#include <QStringList>
#include <QUrl>
#include <QWidget>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

const QString geometryKey = u"window/geometry"_s;
const QString densityKey = u"window/rows"_s;
const QString compactRows = u"compact"_s;
const QString comfortableRows = u"comfortable"_s;
const QString exportFolderKey = u"export/folder"_s;
const QString exportExcelKey = u"export/excel"_s;
const QString exportFormatKey = u"export/format"_s;
const QString exportTitlesKey = u"export/titles"_s;

// Of an account; without the account's group in front, what all accounts shared
// before each had its own.
const QString nodeKey = u"navigator/node"_s;

// Of an account, of its panels.
const QString docksKey = u"panels/docks"_s;
const QString openPanelsKey = u"panels/open"_s;
const QString closedPanelsKey = u"panels/closed"_s;
const QString panelStatesKey = u"panels/states"_s;
const QString panelWidthsKey = u"panels/formerWidths"_s; // as long as there are no docks

// Of the two panels there were before they were docks; read only.
const QString formerSplitterKey = u"window/splitter"_s;
struct FormerPanel
{
    QString id;
    QString shownKey;
    QString stateKey;
    qsizetype place; ///< In the splitter.
};
const std::array formerPanels = {
    FormerPanel{u"navigator"_s, u"window/navigator"_s, {}, 0},
    FormerPanel{u"details"_s, u"details/shown"_s, u"details/tab"_s, 2},
};

// Of one of its tables.
QString viewKeyOf(const QString &table)
{
    return table + u"/layout";
}
QString groupKeyOf(const QString &table)
{
    return table + u"/group";
}
QString filterKeyOf(const QString &table)
{
    return table + u"/filter";
}
QString rowsKeyOf(const QString &table)
{
    return table + u"/rows";
}
QString placeKeyOf(const QString &table)
{
    return table + u"/place";
}
/// Of the only one that was kept before there were several; read only.
QString formerRowKeyOf(const QString &table)
{
    return table + u"/row";
}

/// "virtual:104711"
QString textOfRow(RowKey row)
{
    return QString::fromLatin1(kindSpec(row.kind).key) + u':' + QString::number(row.id);
}

std::optional<RowKey> rowOfText(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return std::nullopt;
    const std::optional<RowKind> kind = kindOfKey(QStringView(text).first(colon));
    bool isNumber = false;
    const qint64 id = QStringView(text).sliced(colon + 1).toLongLong(&isNumber);
    return kind && isNumber ? std::optional(RowKey{*kind, id}) : std::nullopt;
}

QStringList textsOfRows(const QList<RowKey> &rows)
{
    QStringList texts;
    for (const RowKey row : rows.first(qMin(rows.size(), TableLayout::mostRows)))
        texts.append(textOfRow(row));
    return texts;
}

QList<RowKey> rowsOfTexts(const QStringList &texts)
{
    QList<RowKey> rows;
    for (const QString &text : texts) {
        if (const std::optional<RowKey> row = rowOfText(text); row && rows.size() < TableLayout::mostRows)
            rows.append(*row);
    }
    return rows;
}

const QString placeAtBeginning = u"beginning"_s;

/// "virtual:104711", -350, 1200: the row, or that there is none above; how far below the top; how far to the
/// side.
QStringList textsOfPlace(const std::optional<ScrollPlace> &place)
{
    if (!place)
        return {};
    return {place->row ? textOfRow(*place->row) : placeAtBeginning, QString::number(place->offset),
            QString::number(place->sideways)};
}

std::optional<ScrollPlace> placeOfTexts(const QStringList &texts)
{
    if (texts.size() != 3)
        return std::nullopt;
    const std::optional<RowKey> row = rowOfText(texts.at(0));
    bool isOffset = false;
    bool isSideways = false;
    const ScrollPlace place{row, texts.at(1).toInt(&isOffset), texts.at(2).toInt(&isSideways)};
    const bool isPlace = row || texts.at(0) == placeAtBeginning;
    return isPlace && isOffset && isSideways && place.sideways >= 0 ? std::optional(place) : std::nullopt;
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

constexpr int mostWidth = 10'000; // pixels

/// Of what stood in a splitter, from the bytes in which Qt saves it; empty if these are none.
QList<int> widthsIn(const QByteArray &splitter)
{
    constexpr qint32 splitterMagic = 0xff;
    QDataStream in(splitter);
    in.setVersion(QDataStream::Qt_6_4);
    qint32 magic = 0;
    qint32 version = 0;
    quint32 count = 0;
    in >> magic >> version >> count;
    if (in.status() != QDataStream::Ok || magic != splitterMagic || count > formerPanels.size() + 1)
        return {};
    QList<int> widths(count);
    for (int &width : widths)
        in >> width;
    const bool areWidths = std::all_of(widths.cbegin(), widths.cend(),
                                       [](int width) { return width >= 0 && width <= mostWidth; });
    return in.status() == QDataStream::Ok && areWidths ? widths : QList<int>();
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
    const auto valueOf = [&](const QString &key) {
        return m_settings.value(group + key, m_settings.value(key));
    };
    AccountLayout layout;
    for (const QString &table : shownTables()) {
        const TableLayout ofTable{
            bytesOf(valueOf(viewKeyOf(table))), valueOf(groupKeyOf(table)).toString(),
            m_settings.value(group + filterKeyOf(table)).toString(),
            rowsOfTexts(
                m_settings.value(group + rowsKeyOf(table), m_settings.value(group + formerRowKeyOf(table)))
                    .toStringList()),
            placeOfTexts(m_settings.value(group + placeKeyOf(table)).toStringList())};
        if (ofTable != TableLayout())
            layout.tables.insert(table, ofTable);
    }
    layout.panels = m_settings.contains(group + docksKey) ? panelsLayout(group) : formerPanelsLayout(group);
    layout.node = valueOf(nodeKey).toString();
    return layout;
}

PanelsLayout LayoutSettings::panelsLayout(const QString &group) const
{
    PanelsLayout layout;
    layout.docks = bytesOf(m_settings.value(group + docksKey));
    for (const QString &id : m_settings.value(group + openPanelsKey).toStringList())
        layout.open.insert(id, true);
    for (const QString &id : m_settings.value(group + closedPanelsKey).toStringList())
        layout.open.insert(id, false);
    layout.states = m_settings.value(group + panelStatesKey).toMap();
    const QVariantMap widths = m_settings.value(group + panelWidthsKey).toMap();
    for (auto width = widths.cbegin(); width != widths.cend(); ++width) {
        if (const int pixels = width->toInt(); pixels > 0 && pixels <= mostWidth)
            layout.formerWidths.insert(width.key(), pixels);
    }
    return layout;
}

PanelsLayout LayoutSettings::formerPanelsLayout(const QString &group) const
{
    const auto valueOf = [&](const QString &key) {
        return key.isEmpty() ? QVariant() : m_settings.value(group + key, m_settings.value(key));
    };
    PanelsLayout layout;
    const QList<int> widths = widthsIn(bytesOf(valueOf(formerSplitterKey)));
    for (const FormerPanel &panel : formerPanels) {
        if (const QVariant isShown = valueOf(panel.shownKey); isShown.isValid())
            layout.open.insert(panel.id, isShown.toBool());
        if (const QVariant state = valueOf(panel.stateKey); state.isValid())
            layout.states.insert(panel.id, state.toInt());
        if (const int width = widths.value(panel.place); width > 0) // one that is hidden has none
            layout.formerWidths.insert(panel.id, width);
    }
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
        m_settings.setValue(filterKeyOf(table), ofTable.filter);
        m_settings.setValue(rowsKeyOf(table), textsOfRows(ofTable.rows));
        m_settings.setValue(placeKeyOf(table), textsOfPlace(ofTable.place));
        m_settings.remove(formerRowKeyOf(table));
    }
    m_settings.setValue(docksKey, layout.panels.docks);
    m_settings.setValue(openPanelsKey, QStringList(layout.panels.open.keys(true)));
    m_settings.setValue(closedPanelsKey, QStringList(layout.panels.open.keys(false)));
    m_settings.setValue(panelStatesKey, layout.panels.states);
    QVariantMap widths; // of an account that was opened and never seen
    for (auto width = layout.panels.formerWidths.cbegin(); width != layout.panels.formerWidths.cend();
         ++width)
        widths.insert(width.key(), *width);
    if (widths.isEmpty())
        m_settings.remove(panelWidthsKey);
    else
        m_settings.setValue(panelWidthsKey, widths);
    m_settings.remove(formerSplitterKey);
    for (const FormerPanel &panel : formerPanels) {
        m_settings.remove(panel.shownKey);
        if (!panel.stateKey.isEmpty()) // which would stand for all of them
            m_settings.remove(panel.stateKey);
    }
    m_settings.setValue(nodeKey, layout.node);
    m_settings.endGroup();
}

void LayoutSettings::forget(const QString &accountId)
{
    if (!accountId.isEmpty()) // which would stand for all of them
        m_settings.remove(groupOf(accountId));
}

RowDensity LayoutSettings::rowDensity() const
{
    return m_settings.value(densityKey).toString() == compactRows ? RowDensity::Compact
                                                                  : RowDensity::Comfortable;
}

void LayoutSettings::setRowDensity(RowDensity density)
{
    m_settings.setValue(densityKey, density == RowDensity::Compact ? compactRows : comfortableRows);
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

QString LayoutSettings::exportFormat() const
{
    return m_settings.value(exportFormatKey).toString();
}

void LayoutSettings::setExportFormat(const QString &key)
{
    m_settings.setValue(exportFormatKey, key);
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
