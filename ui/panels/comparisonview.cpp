// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/comparisonview.h"

#include "details/comparisonload.h"
#include "inventory/cellvalue.h"
#include "models/comparisonmodel.h"
#include "panels/comparisonheader.h"
#include "panels/copymenu.h"
#include "widgets/cuttext.h"
#include "widgets/hairline.h"
#include "widgets/mutedlabel.h"
#include "widgets/tones.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int serverCharacters = 22;  // of a server's column
constexpr qsizetype mostOfCell = 300; // characters: more never fits

bool isToCome(const QModelIndex &index)
{
    const auto state = index.data(CellStateRole).value<CellState>();
    return (state == CellState::NotAsked || state == CellState::Loading) && index.data().toString().isEmpty();
}

/// What differs in the text's colour, what is the same muted, a soft bar where a value will stand.
class ComparisonDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        if (!isToCome(index))
            return;
        const Tones tones = Tones::on(option.palette.color(QPalette::Base), option.palette);
        const double height = option.fontMetrics.ascent() / 2.0;
        const double gap = option.fontMetrics.averageCharWidth();
        QRectF bar(option.rect.left() + gap, option.rect.center().y() - height / 2, option.rect.width() * 0.5,
                   height);
        if (option.direction == Qt::RightToLeft)
            bar.moveRight(option.rect.right() - gap);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones.softBar);
        painter->drawRoundedRect(bar, height / 2, height / 2);
        painter->setRenderHint(QPainter::Antialiasing, false);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = cutText(option->text, mostOfCell);
        // Where it stands is as the table goes, how it is read is its own.
        option->displayAlignment = QStyle::visualAlignment(option->direction, option->displayAlignment);
        option->direction = option->text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
        const bool isValue = index.data(CellStateRole).value<CellState>() == CellState::Value;
        if (!isValue || !index.data(ComparisonModel::DiffersRole).toBool()) {
            const Tones tones = Tones::on(option->palette.color(QPalette::Base), option->palette);
            option->palette.setColor(QPalette::Text, tones.muted);
        }
    }
};

} // namespace

ComparisonView::ComparisonView(ApiClient &client, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_summary(new MutedLabel(this))
    , m_onlyDifferences(new QCheckBox(tr("Only what differs"), this))
    , m_table(new QTableView(this))
    , m_shown(new QIdentityProxyModel(this))
{
    setObjectName(u"comparisonView"_s);
    m_summary->setObjectName(u"comparisonSummary"_s);
    m_summary->setWordWrap(true);
    m_onlyDifferences->setFocusPolicy(Qt::TabFocus);
    m_table->setObjectName(u"comparisonTable"_s);
    m_table->setAccessibleName(tr("Comparison of the selected servers"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setItemDelegate(new ComparisonDelegate(m_table));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setCornerButtonEnabled(false);
    m_table->setTabKeyNavigation(false); // arrows go from cell to cell, Tab goes on
    if (auto *corner = m_table->findChild<QAbstractButton *>())
        corner->installEventFilter(this); // the style would draw a box there
    m_table->setHorizontalHeader(new ComparisonHeader(Qt::Horizontal, m_table));
    m_table->setVerticalHeader(new ComparisonHeader(Qt::Vertical, m_table));
    m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * serverCharacters);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 7 / 4);
    // Once: with each model a table and its headers make a selection model each, which stays as long as the
    // former model does, and the one that stands for none stays for good.
    m_table->setModel(m_shown);

    const int line = fontMetrics().height();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(line, line, line, 0);
    top->setSpacing(line / 2);
    top->addWidget(m_summary);
    top->addWidget(m_onlyDifferences);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(line / 2);
    column->addLayout(top);
    column->addWidget(m_table, 1);

    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool only) {
        if (m_model)
            m_model->setOnlyDifferences(only);
    });
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (index.data(CellStateRole).value<CellState>() == CellState::Failed)
            retry();
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ComparisonView::openMenu);
    auto *copy = new QAction(tr("Copy"), this);
    copy->setObjectName(u"copyComparison"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(copy);
    connect(copy, &QAction::triggered, this, [this] {
        const QString value = m_table->currentIndex().data().toString();
        QGuiApplication::clipboard()->setText(value);
    });
}

ComparisonView::~ComparisonView()
{
    clear();
}

void ComparisonView::compare(const InventoryTable &known, const QList<RowKey> &servers, qsizetype count)
{
    clear();
    m_selected = count;
    m_load = std::make_unique<ComparisonLoad>(m_client, known, servers);
    m_model = std::make_unique<ComparisonModel>(m_load->store());
    m_model->setOnlyDifferences(m_onlyDifferences->isChecked());
    m_shown->setSourceModel(m_model.get());
    connect(m_load.get(), &ComparisonLoad::done, this, &ComparisonView::finish);
    connect(m_model.get(), &QAbstractItemModel::dataChanged, this, &ComparisonView::showSummary);
    showSummary();
}

void ComparisonView::clear()
{
    if (m_model)
        m_shown->setSourceModel(nullptr);
    m_model.reset();
    m_load.reset();
    m_selected = 0;
}

void ComparisonView::retry()
{
    if (m_load)
        m_load->retry();
}

QString ComparisonView::summary() const
{
    return m_summary->text();
}

QString ComparisonView::text() const
{
    if (!m_model)
        return {};
    QString text;
    for (int server = 0; server < m_model->columnCount(); ++server)
        text += u'\t' + m_model->headerData(server, Qt::Horizontal).toString();
    text += u'\n';
    for (int row = 0; row < m_model->rowCount(); ++row) {
        text += m_model->headerData(row, Qt::Vertical).toString();
        for (int server = 0; server < m_model->columnCount(); ++server)
            text += u'\t' + m_model->index(row, server).data().toString().replace(u'\t', u' ');
        text += u'\n';
    }
    return text;
}

bool ComparisonView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return QWidget::eventFilter(watched, event);
    auto *corner = static_cast<QWidget *>(watched);
    const Tones tones = Tones::on(palette().color(QPalette::Base), palette());
    QPainter painter(corner);
    painter.fillRect(corner->rect(), tones.background);
    Hairline::paint(painter, corner->rect(), Qt::BottomEdge, tones.hairline);
    return true;
}

void ComparisonView::showSummary()
{
    QStringList sentences;
    const int shown = m_model->columnCount();
    if (m_selected > shown)
        sentences.append(tr("The first %1 of %2 selected servers are compared.")
                             .arg(QLocale().toString(shown), QLocale().toString(m_selected)));
    const QLocale locale;
    if (m_load->isDone())
        //: Counts of properties in which the compared servers differ, and do not
        sentences.append(
            tr("Different: %1 · the same: %2")
                .arg(locale.toString(m_model->differingCount()), locale.toString(m_model->sameCount())));
    else
        sentences.append(tr("Loading what is missing…"));
    m_summary->setText(sentences.join(u' '));
}

void ComparisonView::finish()
{
    m_load->store().flush();
    m_model->arrange();
    showSummary();
}

void ComparisonView::openMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    auto *menu = new CopyMenu(this);
    QString line;
    if (index.isValid()) {
        line = m_model->headerData(index.row(), Qt::Vertical).toString();
        for (int server = 0; server < m_model->columnCount(); ++server)
            line += u'\t' + index.siblingAtColumn(server).data().toString().replace(u'\t', u' ');
    }
    menu->addText(tr("Copy value"), index.data().toString());
    menu->addText(tr("Copy line"), line);
    menu->addText(tr("Copy all"), text());
    menu->addSeparator();
    menu->addAction(tr("Try again what failed"), this, &ComparisonView::retry);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace layerscope
