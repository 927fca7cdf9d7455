// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/detailssection.h"

#include "panels/copymenu.h"
#include "panels/factview.h"
#include "panels/partnotice.h"
#include "panels/sectiontext.h"
#include "widgets/mutedlabel.h"

#include <QHBoxLayout>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

DetailsSection::DetailsSection(ServerSection section, QWidget *parent)
    : QWidget(parent)
    , m_section(section)
    , m_title(new QLabel(titleOf(section), this))
    , m_note(new MutedLabel(this))
    , m_facts(new FactView(this))
    , m_unreadable(new MutedLabel(this))
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"detailsSection"_s);
    QFont semibold = m_title->font();
    semibold.setWeight(QFont::DemiBold);
    m_title->setFont(semibold);
    m_title->setTextFormat(Qt::PlainText);
    m_note->setObjectName(u"sectionNote"_s);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_facts->setAccessibleName(titleOf(section));
    if (section == ServerSection::BillingParts)
        m_facts->setLayout(FactView::Layout::Amounts);
    m_unreadable->setWordWrap(true);
    m_unreadable->hide();

    const int line = fontMetrics().height();
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title);
    heading->addWidget(m_note, 1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(line / 4);
    m_column->addLayout(heading);
    m_column->addWidget(m_facts);
    m_column->addWidget(m_unreadable);

    connect(m_facts, &FactView::rowActivated, this, &DetailsSection::rowActivated);
    connect(m_facts, &FactView::menuWanted, this, &DetailsSection::openMenu);
}

void DetailsSection::show(const SectionFacts &facts, const QString &note, const QList<Notice> &notices)
{
    m_note->setText(note);
    m_facts->setFacts(facts.facts);
    m_facts->setVisible(!facts.facts.isEmpty());
    m_unreadable->setVisible(facts.unreadable.has_value());
    if (facts.unreadable)
        m_unreadable->setText(tr("Part of the answer could not be read: %1, %2.")
                                  .arg(facts.unreadable->jsonPath, facts.unreadable->detail));
    showNotices(notices);
    setVisible(!facts.facts.isEmpty() || facts.unreadable || !notices.isEmpty());
}

QString DetailsSection::note() const
{
    return m_note->text();
}

QList<DetailsSection::Notice> DetailsSection::notices() const
{
    QList<Notice> notices;
    for (const PartNotice *notice : m_notices) {
        if (!notice->isHidden())
            notices.append({notice->parts(), notice->trouble()});
    }
    return notices;
}

QString DetailsSection::text() const
{
    return factsAsText(titleOf(m_section), m_facts->facts());
}

void DetailsSection::showNotices(const QList<Notice> &notices)
{
    while (m_notices.size() < static_cast<std::size_t>(notices.size())) {
        auto *notice = new PartNotice(this);
        m_column->addWidget(notice);
        connect(notice, &PartNotice::retryWanted, this, &DetailsSection::retryWanted);
        connect(notice, &PartNotice::requestCopyWanted, this, &DetailsSection::requestCopyWanted);
        m_notices.push_back(notice);
    }
    for (std::size_t i = 0; i < m_notices.size(); ++i) {
        const bool isUsed = i < static_cast<std::size_t>(notices.size());
        if (isUsed) {
            const Notice &notice = notices.at(static_cast<qsizetype>(i));
            m_notices[i]->say(notice.parts, notice.trouble);
        }
        m_notices[i]->setVisible(isUsed);
    }
}

void DetailsSection::openMenu(const QPoint &globalPosition, const std::optional<Fact> &fact)
{
    auto *menu = new CopyMenu(this);
    const QString selected = m_facts->textCursor().selection().toPlainText();
    if (!selected.isEmpty())
        menu->addText(tr("Copy selection"), selected);
    menu->addText(tr("Copy value"), fact ? fact->value : QString());
    menu->addText(tr("Copy line"), fact ? factLine(*fact) : QString());
    menu->addText(tr("Copy section"), text());
    QAction *all = menu->addAction(tr("Copy all"));
    connect(all, &QAction::triggered, this, &DetailsSection::copyAllWanted);
    menu->popup(globalPosition);
}

} // namespace layerscope
