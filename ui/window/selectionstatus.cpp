// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/selectionstatus.h"

#include "models/cellformat.h"
#include "views/serversview.h"
#include "window/hairline.h"

#include <QCoreApplication>
#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// Sums of a growing selection need not follow each batch of 50 ms.
constexpr std::chrono::milliseconds valuesInterval{250};

QString withUnit(ColumnIndex column, const QString &sum)
{
    switch (column) {
    case ServerColumn::Cores:
        return QCoreApplication::translate("SelectionStatus", "%1 cores").arg(sum);
    case ServerColumn::MemoryGb:
        return QCoreApplication::translate("SelectionStatus", "%1 GB").arg(sum);
    case ServerColumn::FeeMonthUsd:
        return QCoreApplication::translate("SelectionStatus", "$%1/month").arg(sum);
    default:
        return {};
    }
}

} // namespace

QString selectionText(const InventoryTable &table, const QList<int> &rows, const CellFormat &format)
{
    if (rows.isEmpty())
        return {};
    QStringList parts{
        QCoreApplication::translate("SelectionStatus", "%1 selected").arg(format.count(rows.size()))};
    const QList<ColumnIndex> columns = summableColumns(table.catalogue());
    const QList<ColumnSum> sums = sumColumns(table, rows);
    for (qsizetype index = 0; index < columns.size(); ++index) {
        const QString sum = format.sum(sums[index], columns[index]);
        const QString part = withUnit(columns[index], sum);
        if (!sum.isEmpty() && !part.isEmpty())
            parts.append(part);
    }
    return parts.join(u" · "_s);
}

SelectionStatus::SelectionStatus(QWidget *parent)
    : QWidget(parent)
    , m_label(new MutedLabel(this))
    , m_line(new Hairline(this))
{
    setObjectName(u"selectionStatus"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() / 2);
    row->addWidget(m_label);
    row->addWidget(m_line);
    m_again.setSingleShot(true);
    m_again.setInterval(valuesInterval);
    connect(&m_again, &QTimer::timeout, this, &SelectionStatus::showSums);
    showSums();
}

void SelectionStatus::follow(ServersView *view)
{
    if (m_view) {
        m_view->disconnect(this);
        m_view->serversModel()->disconnect(this);
    }
    m_view = view;
    if (m_view) {
        connect(m_view, &ServersView::selectedRowsChanged, this, &SelectionStatus::showSums);
        connect(m_view->serversModel(), &QAbstractItemModel::dataChanged, this, [this] {
            if (!m_again.isActive() && !m_label->text().isEmpty())
                m_again.start();
        });
    }
    showSums();
}

void SelectionStatus::showSums()
{
    m_again.stop();
    QString text;
    if (m_view) {
        const ServersModel &model = *m_view->serversModel();
        text = selectionText(model.table(), m_view->selectedTableRows(), model.format());
    }
    m_label->setText(text);
    m_line->setVisible(!text.isEmpty());
}

} // namespace layerscope
