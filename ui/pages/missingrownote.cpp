// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/missingrownote.h"

#include "inventory/relations.h"
#include "session/accountsession.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

MissingRowNote::MissingRowNote(AccountSession &session, QWidget *parent)
    : Banner(parent)
    , m_session(session)
{
    setObjectName(u"missingRowNote"_s);
    connect(this, &Banner::closed, this, [this] { m_key.reset(); });
    connect(&session.loader(), &AccountLoader::progressChanged, this, &MissingRowNote::follow);
    connect(&session.loader(), &AccountLoader::stateChanged, this, &MissingRowNote::follow);
}

void MissingRowNote::miss(RowKey key)
{
    if (m_session.store(tableOf(key.kind)).table().find(key)) {
        forget(); // it is only not in view yet
        return;
    }
    m_key = key;
    m_name.clear();
    for (const TableSpec *table : allTables()) {
        if (m_name.isEmpty())
            m_name = nameGivenTo(key, m_session.store(*table).table());
    }
    m_isListing = isListing();
    sayIt();
}

void MissingRowNote::forget()
{
    m_key.reset();
    hide();
}

bool MissingRowNote::isListing() const
{
    return m_session.loader().isRunning() && !m_session.areListsOver(tableOf(m_key->kind));
}

void MissingRowNote::follow()
{
    if (!m_key || isListing() == m_isListing)
        return;
    m_isListing = !m_isListing;
    if (m_session.store(tableOf(m_key->kind)).table().find(*m_key))
        forget();
    else
        sayIt();
}

QString MissingRowNote::row() const
{
    if (!m_name.isEmpty()) // which another row may have, too
        //: The name of a row, in quotes, and its ID
        return tr("“%1” (ID %2)").arg(m_name, QString::number(m_key->id));
    //: In place of the name of a row: "The list of VLANs has no row with the ID 4711."
    return tr("with the ID %1").arg(QString::number(m_key->id));
}

void MissingRowNote::sayIt()
{
    const TableSpec &table = tableOf(m_key->kind);
    const QString rows = table.translatedPlural();
    if (m_isListing) {
        //: %1: "VLANs", %2: a name in quotes, or "with the ID 4711"
        say(tr("The list of %1 is still loading. The row %2 is shown as soon as it arrives.")
                .arg(rows, row()),
            {}, {});
        return;
    }
    const LoadOutcome outcome = m_session.loader().outcome().only({&table});
    const bool isWhole = m_session.areListsOver(table) &&
                         std::all_of(outcome.lists.cbegin(), outcome.lists.cend(),
                                     [](const LoadOutcome::List &list) { return list.isComplete(); });
    if (isWhole)
        //: %1: "VLANs", %2: a name in quotes, or "with the ID 4711"
        say(tr("The list of %1 has no row %2. It may be gone, or this key may not see it.").arg(rows, row()),
            {}, {});
    else
        //: %1: "VLANs", %2: a name in quotes, or "with the ID 4711"
        say(tr("The list of %1 is not complete, and has no row %2.").arg(rows, row()),
            outcome.reasons().join(u'\n'), {});
}

} // namespace layerscope
