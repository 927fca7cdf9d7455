// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/detailspage.h"

#include "details/serverfacts.h"
#include "panels/detailssection.h"
#include "panels/sectiontext.h"
#include "panels/slicedwork.h"

#include <QScrollBar>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

namespace layerscope {

namespace {

constexpr int pageCharacters = 48;
constexpr int minPageCharacters = 28;

} // namespace

DetailsPage::DetailsPage(DetailsTab tab, Clock &clock, QWidget *parent)
    : QScrollArea(parent)
    , m_tab(tab)
    , m_content(new QWidget(this))
    , m_work(new SlicedWork(clock, this))
    , m_column(new QVBoxLayout(m_content))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its lines have it
    const int line = fontMetrics().height();
    m_column->setContentsMargins(line, line * 3 / 4, line / 2, line);
    m_column->setSpacing(line);
    m_column->addStretch(1);
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(m_work, &SlicedWork::over, this, [this] {
        viewport()->setUpdatesEnabled(true);
        m_content->show();
    });
}

void DetailsPage::show(const PartValues &values, const QDateTime &nowUtc)
{
    useKind(values.kind());
    QSet<ServerPart> told;
    const auto known = std::make_shared<const PartValues>(values);
    std::deque<std::function<void()>> steps;
    for (DetailsSection *section : std::as_const(m_sections)) {
        const QList<ServerPart> parts = partsOf(values.kind(), section->section());
        QList<DetailsSection::Notice> notices;
        for (const ServerPart part : parts) {
            const QString trouble = partTrouble(values, part, nowUtc);
            if (trouble.isEmpty() || told.contains(part))
                continue;
            told.insert(part);
            const auto same = std::find_if(
                notices.begin(), notices.end(),
                [&trouble](const DetailsSection::Notice &notice) { return notice.trouble == trouble; });
            if (same != notices.end())
                same->parts.append(part);
            else
                notices.append({{part}, trouble});
        }
        steps.emplace_back([section, known, notices, note = sectionNote(values, parts, nowUtc)] {
            section->show(factsOf(section->section(), *known), note, notices);
        });
    }
    m_work->run(std::move(steps));
    if (!m_work->isOver() && !m_content->isHidden())
        viewport()->setUpdatesEnabled(false); // else lines of two servers would stand below each other
}

void DetailsPage::beginAnother()
{
    if (m_work->isOver())
        return;
    m_content->hide();
    viewport()->setUpdatesEnabled(true);
}

QList<DetailsSection *> DetailsPage::sections() const
{
    m_work->finish();
    return m_sections;
}

void DetailsPage::setTop(QWidget *widget)
{
    delete m_top;
    m_top = widget;
    if (m_top)
        m_column->insertWidget(0, m_top);
}

void DetailsPage::scrollToTop()
{
    verticalScrollBar()->setValue(0);
}

QString DetailsPage::text() const
{
    QStringList texts;
    for (const DetailsSection *section : sections()) {
        if (!section->isHidden())
            texts.append(section->text());
    }
    return texts.join(QLatin1Char('\n'));
}

QSize DetailsPage::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * pageCharacters, fontMetrics().height() * pageCharacters};
}

QSize DetailsPage::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * minPageCharacters, fontMetrics().height() * 4};
}

void DetailsPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    // Lines break where room is missing; they never make the page wider than it is.
    m_content->setMaximumWidth(viewport()->width());
}

void DetailsPage::useKind(RowKind kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    // Kept: somebody who goes down a table of both kinds meets them in turns.
    for (DetailsSection *section : std::as_const(m_sections))
        section->hide();
    m_sections = m_sectionsOfKind.value(kind);
    if (!m_sections.isEmpty())
        return;
    for (const ServerSection section : sectionsOf(kind, m_tab)) {
        auto *widget = new DetailsSection(section, m_content);
        m_column->insertWidget(m_column->count() - 1, widget);
        connect(widget, &DetailsSection::rowActivated, this, &DetailsPage::rowActivated);
        connect(widget, &DetailsSection::retryWanted, this, &DetailsPage::retryWanted);
        connect(widget, &DetailsSection::requestCopyWanted, this, &DetailsPage::requestCopyWanted);
        connect(widget, &DetailsSection::copyAllWanted, this, &DetailsPage::copyAllWanted);
        m_sections.append(widget);
    }
    m_sectionsOfKind.insert(kind, m_sections);
}

} // namespace layerscope
