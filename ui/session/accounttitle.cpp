// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accounttitle.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

QString accountTitle(const QString &name, const std::optional<AccountSummary> &summary)
{
    if (!summary)
        return name;
    const QString &company = summary->companyName;
    const QString number = QString::number(summary->id);
    const bool namesCompany = company.isEmpty() || name.contains(company, Qt::CaseInsensitive);
    if (namesCompany && name.contains(number))
        return name;
    if (name == number && !company.isEmpty())
        //: An account: the company's name (or what the person calls it) and the account's number
        return QCoreApplication::translate("AccountTitle", "%1 (%2)").arg(company, number);
    const QString &owner = namesCompany ? name : company;
    const QString whose =
        owner.isEmpty() ? number : QCoreApplication::translate("AccountTitle", "%1 (%2)").arg(owner, number);
    if (namesCompany || name.isEmpty())
        return whose;
    //: An account: what the person calls it, and whose it is
    return QCoreApplication::translate("AccountTitle", "%1 – %2").arg(name, whose);
}

QString accountAndEndpoint(const QString &accountTitle, const QString &endpoint)
{
    QStringList parts{accountTitle, endpoint, QCoreApplication::translate("AsOfStatus", "read-only")};
    parts.removeAll({});
    return parts.join(u" · "_s);
}

} // namespace layerscope
