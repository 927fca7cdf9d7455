// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectionreport.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct ConnectionReportText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionCheck)
};

} // namespace

QString permissionOf(AccessFinding::Area area)
{
    switch (area) {
    case AccessFinding::Area::Hardware:
        return u"HARDWARE_VIEW"_s;
    case AccessFinding::Area::Virtual:
        return u"VIRTUAL_GUEST_VIEW"_s;
    case AccessFinding::Area::Bandwidth:
        return u"BANDWIDTH_MANAGE"_s;
    case AccessFinding::Area::Billing:
        break;
    }
    return {};
}

QString permissionInWords(AccessFinding::Area area)
{
    const QString name = permissionOf(area);
    return name.isEmpty() ? ConnectionReportText::tr("the permission to view billing")
                          : ConnectionReportText::tr("the permission %1").arg(name);
}

QString areaName(AccessFinding::Area area)
{
    switch (area) {
    case AccessFinding::Area::Hardware:
        return ConnectionReportText::tr("Bare metal servers");
    case AccessFinding::Area::Virtual:
        return ConnectionReportText::tr("Virtual servers");
    case AccessFinding::Area::Billing:
        return ConnectionReportText::tr("Billing");
    case AccessFinding::Area::Bandwidth:
        return ConnectionReportText::tr("Bandwidth");
    }
    return {};
}

bool ConnectionReport::seesEverything() const
{
    return std::all_of(findings.cbegin(), findings.cend(), [](const AccessFinding &finding) {
        return finding.access != AccessFinding::Access::No;
    });
}

QString ConnectionReport::permissionRequest() const
{
    QStringList lines;
    for (const AccessFinding &finding : findings) {
        if (finding.access == AccessFinding::Access::No)
            //: A line of a list in a letter: "- Bare metal servers: the permission HARDWARE_VIEW"
            lines.append(ConnectionReportText::tr("- %1: %2")
                             .arg(areaName(finding.area), permissionInWords(finding.area)));
    }
    if (lines.isEmpty())
        return {};
    const QString account = companyName.isEmpty() ? QString::number(accountId)
                                                  : u"%1 (%2)"_s.arg(companyName, QString::number(accountId));
    const QString user = userName.isEmpty() ? ConnectionReportText::tr("my user")
                                            : ConnectionReportText::tr("the user %1").arg(userName);
    //: A letter to the administrator of an account. %1 is the account, %2 "the user ops@example.com", %3 a
    //: list of permissions, a line each
    return ConnectionReportText::tr(
               "Please give %2 in the SoftLayer account %1 these permissions:\n\n%3\n\n"
               "They are needed to view servers and bandwidth pools with Layerscope, which only reads. "
               "Access to the devices themselves may have to be given as well.")
        .arg(account, user, lines.join(u'\n'));
}

} // namespace layerscope
