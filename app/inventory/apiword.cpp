// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/apiword.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// Each as plainWord() makes it of the API's, for lupdate to find; what is not here is shown in English.

/// softlayer-api §6.2, §6.3. Their sets are not documented (§11.6), so there are some that may never come.
constexpr const char *serverStates[] = {
    QT_TRANSLATE_NOOP("ApiWords", "Active"),       QT_TRANSLATE_NOOP("ApiWords", "Deploy"),
    QT_TRANSLATE_NOOP("ApiWords", "Deploy2"),      QT_TRANSLATE_NOOP("ApiWords", "Macwait"),
    QT_TRANSLATE_NOOP("ApiWords", "Reclaim"),      QT_TRANSLATE_NOOP("ApiWords", "Spare pool"),
    QT_TRANSLATE_NOOP("ApiWords", "Running"),      QT_TRANSLATE_NOOP("ApiWords", "Halted"),
    QT_TRANSLATE_NOOP("ApiWords", "Paused"),       QT_TRANSLATE_NOOP("ApiWords", "Suspended"),
    QT_TRANSLATE_NOOP("ApiWords", "On"),           QT_TRANSLATE_NOOP("ApiWords", "Powered on"),
    QT_TRANSLATE_NOOP("ApiWords", "Off"),          QT_TRANSLATE_NOOP("ApiWords", "Powered off"),
    QT_TRANSLATE_NOOP("ApiWords", "Stopped"),      QT_TRANSLATE_NOOP("ApiWords", "Shut down"),
    QT_TRANSLATE_NOOP("ApiWords", "Inactive"),     QT_TRANSLATE_NOOP("ApiWords", "Starting"),
    QT_TRANSLATE_NOOP("ApiWords", "Stopping"),     QT_TRANSLATE_NOOP("ApiWords", "Rebooting"),
    QT_TRANSLATE_NOOP("ApiWords", "Provisioning"), QT_TRANSLATE_NOOP("ApiWords", "Reloading"),
    QT_TRANSLATE_NOOP("ApiWords", "Migrating"),    QT_TRANSLATE_NOOP("ApiWords", "Upgrading"),
    QT_TRANSLATE_NOOP("ApiWords", "Resizing"),
};

[[maybe_unused]] constexpr const char *others[] = {
    // Kinds of rows
    QT_TRANSLATE_NOOP("ApiWords", "Bare metal"),
    QT_TRANSLATE_NOOP("ApiWords", "Virtual"),
    QT_TRANSLATE_NOOP("ApiWords", "Bare metal instance"),
    QT_TRANSLATE_NOOP("ApiWords", "Controller"),
    QT_TRANSLATE_NOOP("ApiWords", "Not visible"),
    // How complete a row is
    QT_TRANSLATE_NOOP("ApiWords", "Complete"),
    QT_TRANSLATE_NOOP("ApiWords", "Partial"),
    QT_TRANSLATE_NOOP("ApiWords", "Refused"),
    QT_TRANSLATE_NOOP("ApiWords", "Failed"),
    QT_TRANSLATE_NOOP("ApiWords", "Gone"),
    // Billing, and what a pool is
    QT_TRANSLATE_NOOP("ApiWords", "Hourly"),
    QT_TRANSLATE_NOOP("ApiWords", "Monthly"),
    QT_TRANSLATE_NOOP("ApiWords", "Pool"),
    QT_TRANSLATE_NOOP("ApiWords", "Default rack"),
    // Networks: softlayer-api §6.7, §6.8, softlayer-kinds on VLANs and subnets
    QT_TRANSLATE_NOOP("ApiWords", "Public"),
    QT_TRANSLATE_NOOP("ApiWords", "Private"),
    QT_TRANSLATE_NOOP("ApiWords", "Standard"),
    QT_TRANSLATE_NOOP("ApiWords", "Gateway"),
    QT_TRANSLATE_NOOP("ApiWords", "Interconnect"),
    QT_TRANSLATE_NOOP("ApiWords", "Primary"),
    QT_TRANSLATE_NOOP("ApiWords", "Primary 6"),
    QT_TRANSLATE_NOOP("ApiWords", "Additional primary"),
    QT_TRANSLATE_NOOP("ApiWords", "Secondary on vlan"),
    QT_TRANSLATE_NOOP("ApiWords", "Subnet on vlan"),
    QT_TRANSLATE_NOOP("ApiWords", "Static ip routed"),
    QT_TRANSLATE_NOOP("ApiWords", "Static ip routed 6"),
    QT_TRANSLATE_NOOP("ApiWords", "Global ip"),
    QT_TRANSLATE_NOOP("ApiWords", "Ipsec static nat"),
    QT_TRANSLATE_NOOP("ApiWords", "Disable"),
    QT_TRANSLATE_NOOP("ApiWords", "Disabled"),
    QT_TRANSLATE_NOOP("ApiWords", "User off"),
};

QString plainWord(const QString &raw)
{
    const bool isMixed = raw != raw.toUpper() && raw != raw.toLower();
    if (raw.isEmpty() || isMixed)
        return raw;
    QString text = raw.toLower();
    text.replace(u'_', u' ');
    text[0] = text[0].toUpper();
    return text;
}

} // namespace

QString apiWord(const QString &raw)
{
    // Words of ours, too short to say what they are about.
    if (raw == "now"_L1)
        return QCoreApplication::translate("ApiWords", "Over now", "of a bandwidth pool");
    if (raw == "projected"_L1)
        return QCoreApplication::translate("ApiWords", "Projected over", "of a bandwidth pool");
    if (raw == "no"_L1)
        return QCoreApplication::translate("ApiWords", "Within",
                                           "of a bandwidth pool: not over its allocation");
    const QString plain = plainWord(raw);
    return plain.isEmpty() ? plain : QCoreApplication::translate("ApiWords", plain.toUtf8().constData());
}

QStringList serverStateWords()
{
    QStringList words;
    for (const char *const state : serverStates)
        words.append(QCoreApplication::translate("ApiWords", state));
    return words;
}

} // namespace layerscope
