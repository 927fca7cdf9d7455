// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/mutedlabel.h"

#include <QPointer>
#include <QTimer>

namespace layerscope {

class InventoryTable;
class CellFormat;
class Hairline;
class RowsPage;

/// "12 selected · 384 cores · 4,096 GB · $4,210.00/month", or of pools "2 selected · 58 devices …", with "≥"
/// where a value is not known. Cost: O(rows). Empty for fewer than one row.
[[nodiscard]] QString selectionText(const InventoryTable &table, const QList<int> &rows,
                                    const CellFormat &format);

/// What the selected rows come to, in the status bar's middle; follows both the selection and values that
/// arrive.
class SelectionStatus : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionStatus(QWidget *parent = nullptr);

    /// Whose selection to show; nullptr: none. Not owned.
    void follow(RowsPage *page);
    [[nodiscard]] QString text() const { return m_label->text(); }

private:
    void showSums();

    QPointer<RowsPage> m_page;
    MutedLabel *m_label;
    Hairline *m_line;
    QTimer m_again;
};

} // namespace layerscope
