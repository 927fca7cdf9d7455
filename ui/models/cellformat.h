// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "inventory/inventorytable.h"
#include "models/inventoryroles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QString>

namespace layerscope {

struct TableSpec;

/// Turns cells into what people read: numbers with the locale's separators, one count of decimals a column,
/// dates in local time, words for states. Holds the locale so that it is looked up once. Qt Core only; cheap
/// enough for paint. "row_state" has no value of its own: TableCells, which knows the shown columns,
/// formats it.
class CellFormat
{
    Q_DECLARE_TR_FUNCTIONS(layerscope::CellFormat)

public:
    explicit CellFormat(const QLocale &locale = QLocale());

    /// Bytes: too many digits to be read, so that the cell has "1.8 TB" and its tooltip the digits.
    [[nodiscard]] static bool isSize(const ColumnSpec &column);

    /// Of a value, in one line; empty for cells without one (see stateText).
    [[nodiscard]] QString display(const InventoryTable &table, int row, ColumnIndex column) const;
    /// What stands in a cell without a value: "not permitted", "retry", "gone", "private only" (also by an
    /// earlier load), "" while loading.
    [[nodiscard]] QString stateText(const InventoryTable &table, int row, ColumnIndex column) const;
    /// Why nothing is known of a cell, where there is room to say it: "loading", "not permitted", "failed,
    /// can be tried again". `isLoadRunning`: what nobody asked for yet is to come. Empty for states that tell
    /// what stands there.
    [[nodiscard]] static QString whyUnknown(CellState state, bool isLoadRunning);
    /// As in the CSV's Plain preset: for copying.
    [[nodiscard]] QString raw(const InventoryTable &table, int row, ColumnIndex column) const;
    /// What the cell leaves out: all lines of a text, all decimals of a number; empty if it says everything.
    [[nodiscard]] QString full(const InventoryTable &table, int row, ColumnIndex column) const;
    /// "1,204.90", or "≥ 1,204.90" while some are unknown; empty if none is known.
    [[nodiscard]] QString sum(const ColumnSum &sum, const ColumnSpec &column) const;
    [[nodiscard]] QString count(qint64 number) const;
    /// "402 servers", or "402 servers · 120 loaded" while some are not.
    [[nodiscard]] QString groupDetail(const Arrangement::Group &group, const TableSpec &table) const;
    [[nodiscard]] QString groupName(const Arrangement::Group &group, const ColumnSpec &column) const;
    /// Of a server's state, or of how a pool stands to its allocation.
    [[nodiscard]] static StateMark mark(const InventoryTable &table, int row);
    /// What a word of the servers' state column amounts to. Plain for a virtual server of which only its
    /// provisioning is known, Unknown for no word.
    [[nodiscard]] static StateMark markOf(RowKind kind, const QString &state);
    /// Of a text that tells how rows of these columns stand, in this one (ColumnSpec::tones); Unknown in
    /// others.
    [[nodiscard]] static StateMark markOf(const Catalogue &catalogue, ColumnIndex column,
                                          const QString &text);
    /// A server's state as people read it, with what is being done to it: why its mark is ◐. Either may be
    /// empty.
    [[nodiscard]] static QString stateInFull(const QString &state, const QString &transaction);
    /// "ACTIVE" → "Active", "bare_metal" → "Bare metal", in the person's language: apiWord().
    [[nodiscard]] static QString word(const QString &raw);
    /// "14:02": when something was asked for, in local time and the default locale; the day too if it was not
    /// today. Empty for an invalid time.
    [[nodiscard]] static QString moment(const QDateTime &utc, const QDateTime &nowUtc);

private:
    [[nodiscard]] QString number(Decimal value, const ColumnSpec &column) const;
    [[nodiscard]] QString size(qint64 bytes) const;

    QLocale m_locale;
};

} // namespace layerscope
