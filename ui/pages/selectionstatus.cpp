// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/selectionstatus.h"

#include "core/whendone.h"
#include "pages/rowspage.h"
#include "views/rowsview.h"
#include "widgets/hairline.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// Sums of a growing selection need not follow each batch of 50 ms.
constexpr std::chrono::milliseconds valuesInterval{250};
/// They are added up in a fraction of a millisecond, which is sooner than a worker has begun.
constexpr qsizetype fewRows = 2000;

/// Only what people add up; empty for other columns.
QString withUnit(const ColumnSpec &column, const QString &sum)
{
    const QLatin1StringView key(column.key);
    if (key == "cores"_L1)
        return QCoreApplication::translate("SelectionStatus", "%1 cores").arg(sum);
    if (key == "memory_gb"_L1)
        return QCoreApplication::translate("SelectionStatus", "%1 GB").arg(sum);
    if (key == "fee_month_usd"_L1)
        return QCoreApplication::translate("SelectionStatus", "$%1/month").arg(sum);
    if (key == "devices"_L1)
        return QCoreApplication::translate("SelectionStatus", "%1 devices").arg(sum);
    return {};
}

/// Traffic out is what pools and their members are about; of servers it would be one number too many.
bool isTraffic(const Catalogue &catalogue, const ColumnSpec &column)
{
    return &catalogue != &serverCatalogue() && QLatin1StringView(column.key) == "out_public_gb"_L1;
}

} // namespace

QString SelectedRows::text() const
{
    if (rows.isEmpty())
        return {};
    QStringList parts{
        QCoreApplication::translate("SelectionStatus", "%1 selected").arg(format.count(rows.size()))};
    const QList<ColumnIndex> columns = summableColumns(table.catalogue());
    const QList<ColumnSum> sums = sumColumns(table, rows);
    for (qsizetype index = 0; index < columns.size(); ++index) {
        const ColumnSpec &column = table.catalogue().column(columns[index]);
        const QString sum = format.sum(sums[index], column);
        const QString part = isTraffic(table.catalogue(), column)
                                 ? QCoreApplication::translate("SelectionStatus", "%1 GB out").arg(sum)
                                 : withUnit(column, sum);
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

void SelectionStatus::follow(RowsPage *page)
{
    if (m_page) {
        m_page->view()->disconnect(this);
        m_page->view()->rowsModel()->disconnect(this);
    }
    m_page = page;
    if (m_page) {
        connect(m_page->view(), &RowsView::selectedRowsChanged, this, &SelectionStatus::showSums);
        connect(m_page->view()->rowsModel(), &QAbstractItemModel::dataChanged, this, [this] {
            if (!m_again.isActive() && !m_label->text().isEmpty())
                m_again.start();
        });
    }
    showSums();
}

void SelectionStatus::showSums()
{
    m_again.stop();
    ++m_generation;
    const std::optional<SelectedRows> selected = m_page ? std::optional(m_page->selection()) : std::nullopt;
    if (!selected || selected->rows.size() <= fewRows) {
        showText(selected ? selected->text() : QString());
        return;
    }
    whenDone(QtConcurrent::run(&m_page->workers(), [selected = *selected] { return selected.text(); }), this,
             [this, generation = m_generation](const QString &text) {
                 if (generation == m_generation)
                     showText(text);
             });
}

void SelectionStatus::showText(const QString &text)
{
    m_label->setText(text);
    m_line->setVisible(!text.isEmpty());
}

} // namespace layerscope
