// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sectiontext.h"

#include "core/momenttext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct SectionText
{
    Q_DECLARE_TR_FUNCTIONS(SectionText)
};

constexpr qint64 secondsAMinute = 60;
constexpr qint64 secondsAnHour = 60 * secondsAMinute;
constexpr qint64 secondsADay = 24 * secondsAnHour;
/// Younger than this counts as fresh, of which there is nothing to say.
constexpr qint64 freshSeconds = secondsAMinute;

/// Why a key may not see a part. Only where the API's documents name a permission do we.
QString refusalText(const ServerPartSpec &spec, const ApiError &error, const QString &call)
{
    const QString permission = QString::fromLatin1(spec.permission);
    if (error.kind == ApiError::Kind::NotFound) {
        if (permission.isEmpty())
            return SectionText::tr("Not there, or this key may not see it.");
        return SectionText::tr("Not there, or this key may not see it. The permission it needs is %1.")
            .arg(permission);
    }
    if (permission.isEmpty())
        return SectionText::tr(
                   "This key may not call %1. SoftLayer's documents name no permission for it; ask the "
                   "owner of the account.")
            .arg(call);
    return SectionText::tr("This key may not see it. The permission it needs is %1.").arg(permission);
}

} // namespace

QString ageText(const QDateTime &asOfUtc, const QDateTime &nowUtc)
{
    const qint64 seconds = std::max<qint64>(0, asOfUtc.secsTo(nowUtc));
    if (seconds < 2)
        return SectionText::tr("just now");
    if (seconds < secondsAMinute)
        //: An age in seconds
        return SectionText::tr("%1 s ago").arg(seconds);
    if (seconds < secondsAnHour)
        //: An age in minutes
        return SectionText::tr("%1 min ago").arg(seconds / secondsAMinute);
    if (seconds < secondsADay)
        //: An age in hours
        return SectionText::tr("%1 h ago").arg(seconds / secondsAnHour);
    return dateText(asOfUtc.toLocalTime().date(), QLocale());
}

QString sectionNote(const PartValues &values, const QList<ServerPart> &parts, const QDateTime &nowUtc)
{
    bool isLoading = false;
    bool isRefused = false;
    bool isFailed = false;
    QDateTime oldest;
    for (const ServerPart part : parts) {
        const PartStatus &status = values.at(part);
        isLoading = isLoading || status.isLoading;
        isRefused = isRefused || status.isRefused();
        isFailed = isFailed || (status.error && !status.isRefused());
        if (!status.value)
            continue;
        oldest = oldest.isValid() ? std::min(oldest, status.asOf) : status.asOf;
    }
    const bool isAnyPending = std::any_of(parts.cbegin(), parts.cend(),
                                          [&values](ServerPart part) { return values.at(part).isPending(); });
    if (isAnyPending)
        return SectionText::tr("loading…");
    QStringList words;
    const bool isOld = oldest.isValid() && (isLoading || oldest.secsTo(nowUtc) >= freshSeconds || isFailed);
    if (isOld)
        words.append(ageText(oldest, nowUtc));
    if (isFailed)
        words.append(SectionText::tr("failed"));
    else if (isRefused)
        words.append(oldest.isValid() ? SectionText::tr("partly not permitted")
                                      : SectionText::tr("not permitted"));
    else if (isLoading)
        words.append(SectionText::tr("loading…"));
    return words.join(u" · "_s);
}

QString partTrouble(const PartValues &values, ServerPart part, const QDateTime &nowUtc)
{
    const PartStatus &status = values.at(part);
    const ServerPartSpec *spec = specOf(values.kind(), part);
    if (!spec)
        return {};
    if (status.error) {
        if (status.isRefused())
            return refusalText(*spec, *status.error, QString::fromLatin1(spec->method));
        return status.error->message;
    }
    if (status.isLoading && status.loadingSince.isValid()) {
        const qint64 waited = status.loadingSince.secsTo(nowUtc);
        if (waited >= slowAfter.count())
            return SectionText::tr("No answer from %1 for %2 s.")
                .arg(QString::fromLatin1(spec->method), QLocale().toString(waited));
    }
    return {};
}

QString goneText()
{
    return SectionText::tr(
        "This server is gone, or this key may not see it any more. Refresh takes it off the list.");
}

QString factLine(const Fact &fact)
{
    if (fact.label.isEmpty())
        return fact.value;
    return fact.kind == Fact::Kind::Heading ? fact.label : QString(fact.label + u": " + fact.value);
}

QString factsAsText(const QString &title, const QList<Fact> &facts)
{
    QString text = title + u'\n';
    for (const Fact &fact : facts) {
        if (fact.kind != Fact::Kind::Pending)
            text += factLine(fact) + u'\n';
    }
    return text;
}

} // namespace layerscope
