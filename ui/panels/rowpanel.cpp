// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/rowpanel.h"

#include "inventory/kinds.h"
#include "models/rowsmodel.h"
#include "panels/cellfact.h"
#include "panels/detailsheading.h"
#include "panels/factview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

RowPanel::RowPanel(QWidget *parent)
    : QWidget(parent)
    , m_heading(new DetailsHeading(this))
    , m_facts(new FactView(this))
    , m_hint(new QLabel(tr("Nothing is selected"), this))
{
    setObjectName(u"rowPanel"_s);
    setAccessibleName(tr("Details of the row"));
    const int line = fontMetrics().height();
    // In a low window there is less room than lines.
    auto *area = new QScrollArea(this);
    area->setObjectName(u"rowScroll"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    auto *content = new QWidget;
    auto *below = new QVBoxLayout(content);
    below->setContentsMargins(line, 0, line, line / 2);
    below->addWidget(m_facts);
    below->addWidget(m_hint, 1);
    below->addStretch(1);
    area->setWidget(content);
    area->viewport()->setBackgroundRole(QPalette::Window);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(line / 2);
    column->addWidget(m_heading); // with margins of its own
    column->addWidget(area, 1);
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, &RowPanel::update);
    connect(m_facts, &FactView::menuWanted, this, &RowPanel::copyMenu);
    connect(m_facts, &FactView::rowActivated, this, &RowPanel::rowWanted);
}

RowPanel::~RowPanel() = default;

void RowPanel::showRow(RowsModel *model, std::optional<RowKey> key)
{
    if (model != m_model)
        follow(model);
    m_row = key;
    m_update.start();
}

void RowPanel::follow(RowsModel *model)
{
    if (m_model)
        m_model->disconnect(&m_update);
    m_model = model;
    if (model == nullptr)
        return;
    connect(model, &RowsModel::dataChanged, &m_update, qOverload<>(&QTimer::start));
    connect(model, &RowsModel::arranged, &m_update, qOverload<>(&QTimer::start));
}

QString RowPanel::text() const
{
    QString text = m_heading->facts().name + u'\n' + m_heading->facts().place + u'\n';
    for (const Fact &fact : m_facts->facts())
        text += fact.label + u'\t' + fact.value + u'\n';
    return text;
}

void RowPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_update.start();
}

void RowPanel::update()
{
    if (!isVisible())
        return; // showEvent() comes back to it
    const std::optional<int> row = m_model && m_row ? m_model->table().find(*m_row) : std::nullopt;
    m_heading->setVisible(row.has_value());
    m_hint->setVisible(!row);
    if (!row) {
        m_facts->setFacts({});
        return;
    }
    const InventoryTable &table = m_model->table();
    const Catalogue &catalogue = table.catalogue();
    const TableCells cells = m_model->cellsOf(table);
    const auto shown = [&](ColumnIndex column) {
        return cells.rowData(*row, column, Qt::DisplayRole).toString();
    };
    const QString kind = kindSpec(m_row->kind).translatedSingular();
    const QString place = kind % u" · " % QString::number(m_row->id);
    const QString name = table.hasValue(*row, catalogue.nameColumn()) ? shown(catalogue.nameColumn()) : place;
    m_heading->show({name, place, {}, StateMark::Unknown, false});
    QList<Fact> facts;
    for (ColumnIndex column = 0; column < catalogue.columnCount(); ++column) {
        if (column != catalogue.rowStateColumn()) // of each line it is told by itself
            facts.append(factOfCell(table, *row, column, shown(column)));
    }
    m_facts->setFacts(facts);
}

void RowPanel::copyMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy"));
    copy->setEnabled(m_facts->textCursor().hasSelection());
    connect(copy, &QAction::triggered, m_facts, &QTextEdit::copy);
    connect(menu->addAction(tr("Copy all")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(text()); });
    menu->popup(globalPosition);
}

} // namespace layerscope
