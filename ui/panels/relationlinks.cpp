// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/relationlinks.h"

#include "inventory/inventorytable.h"
#include "widgets/linkbutton.h"
#include "widgets/plaintooltip.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

RelationLinks::RelationLinks(QWidget *next, QWidget *parent)
    : QWidget(parent)
    , m_next(next)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"relationLinks"_s);
    setAccessibleName(tr("Related rows"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    hide();
}

void RelationLinks::show(const InventoryTable &table, int row, const WhyUnknown &whyUnknown)
{
    useTable(tableSpec(table.catalogue()));
    bool isAnyThere = false;
    for (qsizetype i = 0; i < m_links.size(); ++i) {
        const Relation &relation = m_table->relations[static_cast<std::size_t>(i)];
        Link &link = m_links[i];
        const std::optional<Jump> jump = jumpFrom(table, row, relation);
        const bool isThere = jump || isUnknown(table, row, relation);
        link.button->setVisible(isThere);
        link.button->setEnabled(jump.has_value());
        isAnyThere = isAnyThere || isThere;
        link.jump = jump.value_or(Jump());
        QString toolTip;
        if (jump && jump->row)
            toolTip = tr("Shows it among the %1").arg(jump->table->translatedPlural());
        else if (jump)
            //: %1: "servers"; %2: words of a filter
            toolTip = tr("Filters the %1 by %2").arg(jump->table->translatedPlural(), jump->filter);
        else if (isThere)
            //: Where a button leads to; %1: "loading", "not permitted", "failed, can be tried again"
            toolTip = tr("Not known: %1").arg(whyUnknown(relation.column));
        link.button->setToolTip(plainToolTip(toolTip));
        link.button->setAccessibleDescription(toolTip);
    }
    setVisible(isAnyThere);
}

void RelationLinks::clear()
{
    hide();
}

void RelationLinks::useTable(const TableSpec &table)
{
    if (m_table == &table)
        return;
    m_table = &table;
    for (const Link &link : std::as_const(m_links))
        delete link.button;
    m_links.clear();
    for (const Relation &relation : table.relations) {
        auto *button = new LinkButton(relation.translatedTitle(), this);
        button->setObjectName(u"relation_"_s + QLatin1StringView(relation.key));
        m_column->addWidget(button, 0, Qt::AlignLeft);
        const qsizetype place = m_links.size();
        connect(button, &LinkButton::clicked, this, [this, place] {
            const Jump jump = m_links.at(place).jump; // the row may be another one before all have heard it
            Q_EMIT jumpWanted(jump);
        });
        m_links.append(Link{button, {}});
    }
    // They are newer than what stands below them, so they are the last of the whole window.
    QWidget *before = m_next->previousInFocusChain();
    while (before != m_next && (before->focusPolicy() & Qt::TabFocus) == 0) // Qt ignores those
        before = before->previousInFocusChain();
    for (const Link &link : std::as_const(m_links)) {
        setTabOrder(before, link.button);
        before = link.button;
    }
}

} // namespace layerscope
