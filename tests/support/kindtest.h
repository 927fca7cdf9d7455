// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

namespace layerscope {

/// What one row of JSON becomes in the table of its kind.
struct DecodedRow
{
    bool isThere = false;          ///< False: it cannot be told which row it is.
    QHash<QString, QString> cells; ///< By key of the column, as a file has them; empty: nothing stands there.
    QStringList wrong;             ///< Keys of columns whose value had a wrong type.
};

/// Tests of what is odd in the rows of a kind (softlayer-kinds), each oddity a row of data:
///
///     class TestVlans : public KindTest
///     {
///         Q_OBJECT
///     private Q_SLOTS:
///         void oddRows_data()
///         {
///             addQuirks();
///             quirk("of a direct link", R"({"networkSpace":null})", "network_space", {});
///         }
///         void oddRows() { compareQuirk(RowKind::Vlan); }
///     };
class KindTest : public QObject
{
    Q_OBJECT

protected:
    /// Decodes a row (an object, or a list of one) with all columns of its kind, as a list brings it, and
    /// puts it into a table of its own. A row without an id gets one, if its kind is known by it.
    [[nodiscard]] static DecodedRow row(RowKind kind, const QByteArray &json);

    /// The columns of a table of quirks.
    static void addQuirks();
    /// In this row the column with this key has this text, as a file has it.
    static void quirk(const char *name, const char *json, const char *column, const QString &text);
    /// In this row the column has a value of a wrong type.
    static void wrongType(const char *name, const char *json, const char *column);
    /// Compares the current row of a table of quirks.
    static void compareQuirk(RowKind kind);
};

} // namespace layerscope
