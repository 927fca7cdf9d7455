// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"
#include "models/cellformat.h"
#include "widgets/mutedlabel.h"

#include <QPointer>
#include <QTimer>

namespace layerscope {

class Hairline;
class RowsPage;

/// Rows of a table as they stand, and how their numbers are shown. An unchanging value, for any thread.
struct SelectedRows
{
    InventoryTable table;
    QList<int> rows;
    CellFormat format;

    /// "12 selected · 384 cores · 4,096 GB · $4,210.00/month", or of pools "2 selected · 58 devices …", with
    /// "≥" where a value is not known. Cost: O(rows). Empty for fewer than one row.
    [[nodiscard]] QString text() const;
};

/// What the selected rows come to, in the status bar's middle; follows both the selection and values that
/// arrive. Many are added up on a worker.
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
    void showText(const QString &text);

    QPointer<RowsPage> m_page;
    MutedLabel *m_label;
    Hairline *m_line;
    QTimer m_again;
    int m_generation = 0; ///< Of what a worker adds up: only the last one matters.
};

} // namespace layerscope
