// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/jsonvalue.h"

#include <QHash>
#include <QString>

namespace layerscope::demo {

/// Rows as they went over the wire before, so that they are made once. Made, a row costs ten times as much as
/// copied, and a benchmark that loads the same account again and again would measure how quickly this machine
/// makes rows, not how well the account is asked for. Keeps so many rows and then no more. Not safe on
/// several threads.
class RowMemo
{
public:
    explicit RowMemo(qsizetype maxRows = 0)
        : m_left(maxRows)
    {}

    /// What `make` brings for this row of a call, or what it brought before.
    template<typename Make>
    [[nodiscard]] JsonObject row(const QString &call, qint64 id, Make make)
    {
        if (m_left == 0 && m_rows.isEmpty())
            return make();
        QHash<qint64, JsonObject> &rows = m_rows[call];
        if (const auto known = rows.constFind(id); known != rows.cend())
            return *known;
        JsonObject made = make();
        if (m_left > 0) {
            --m_left;
            rows.insert(id, made);
        }
        return made;
    }

private:
    qsizetype m_left;
    QHash<QString, QHash<qint64, JsonObject>> m_rows; ///< By call, then by id.
};

} // namespace layerscope::demo
