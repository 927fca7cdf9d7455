// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/accountdocument.h"

#include "loaders/loadoutcome.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

DocumentAbout aboutOf(const std::optional<AccountSummary> &account, const QDateTime &asOf,
                      const LoadOutcome &outcome)
{
    DocumentAbout about;
    about.program = u"Layerscope "_s + QCoreApplication::applicationVersion();
    if (account && account->companyName.isEmpty())
        about.account = QString::number(account->id);
    else if (account)
        about.account = account->companyName + u" ("_s + QString::number(account->id) + u')';
    about.asOf = asOf;
    about.missing = outcome.reasons();
    return about;
}

DocumentTable documentTableOf(const ExportKind &kind, const InventoryTable &rows)
{
    DocumentTable table{kind.name, kind.sheet(), kind.translatedTitle(), InventoryCsv::of(rows),
                        kind.everything()};
    table.csv.columns = kind.defaultColumns();
    return table;
}

} // namespace layerscope
