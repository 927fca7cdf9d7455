// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"

#include <QHash>
#include <QObject>

class QDataStream;

namespace layerscope {

class TableHeader;

/// Which columns are shown, in which order and how wide: what people do to a header, kept as catalogue keys
/// and in units of the font so that it fits another version and another screen. The name is always shown and
/// always first. A column that tells kinds apart (ColumnSpec::tellsKinds) stands back while all rows are of
/// one kind, and counts as shown in what is kept. As long as nobody sets a width, room that is free beside
/// the last column goes to those in which much is cut (ColumnSample::longer), and is no part of what is kept.
/// GUI thread; the header outlives it.
class ColumnLayout : public QObject
{
    Q_OBJECT

public:
    ColumnLayout(TableHeader &header, const Catalogue &catalogue, QObject *parent);

    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }
    /// In the order on screen.
    [[nodiscard]] QList<ColumnIndex> shown() const;
    [[nodiscard]] ColumnSet shownSet() const;
    /// The same with those that stand back: what the person wants to see where there are several kinds.
    [[nodiscard]] QList<ColumnIndex> wanted() const;
    [[nodiscard]] bool isShown(ColumnIndex column) const;
    void setShown(ColumnIndex column, bool shown);
    void move(ColumnIndex column, int places);
    [[nodiscard]] bool canMove(ColumnIndex column, int places) const;
    /// By so many times the font's height, narrower below 0; within what a layout may have.
    void widen(ColumnIndex column, int steps);
    /// The columns of a first start (TableSpec::columnsShownAtFirst), their order and usual widths.
    void reset();
    /// All rows are of one kind, or may be of several. One that the person shows meanwhile stays, also in
    /// what is kept.
    void setOneKind(bool isOne);

    void save(QDataStream &out) const;
    /// False and nothing changed if the stream does not hold a layout. Keys that are not known (any more) are
    /// left out.
    bool restore(QDataStream &in);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Other columns are shown, or in another order.
    void changed();

private:
    enum class Shown : qint8;
    struct Entry;

    [[nodiscard]] QList<ColumnIndex> firstOrder() const;
    void apply(const QList<Entry> &entries);
    void standBack(ColumnIndex column);
    void fillRoom();
    void resizeTo(ColumnIndex column, int width);
    [[nodiscard]] int widthToKeep(ColumnIndex column) const;
    [[nodiscard]] bool standsBack(ColumnIndex column) const { return m_backWidths.contains(column); }
    [[nodiscard]] Shown keptAs(ColumnIndex column) const;
    [[nodiscard]] int usualWidth(ColumnIndex column) const;
    /// The visual place of the next shown column in this direction; -1 if there is none.
    [[nodiscard]] int nextPlace(ColumnIndex column, int step) const;

    TableHeader &m_header;
    const Catalogue &m_catalogue;
    bool m_isApplying = false;
    bool m_isOneKind = false;
    bool m_areWidthsUsual = false;        ///< Nobody set any.
    QHash<ColumnIndex, int> m_backWidths; ///< Of those that stand back: a hidden section keeps its to itself
    ColumnSet m_wished;                   ///< Shown by the person while all rows are of one kind
};

} // namespace layerscope
