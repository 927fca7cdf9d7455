// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/loadoutcome.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LoadOutcome)
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// Plural forms go by an int; what matters of larger numbers is only that they are many.
int pluralOf(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, 1'000'000'000));
}

QString kindName(RowKind kind)
{
    return kind == RowKind::BareMetal ? Text::tr("bare metal servers") : Text::tr("virtual servers");
}

void addListReasons(const LoadOutcome::List &list, QStringList &reasons)
{
    if (list.announced && list.listed < *list.announced) {
        //: %1 and %2 are numbers, %3 is "virtual servers" or "bare metal servers".
        reasons += Text::tr("%1 of %2 %3 were listed.")
                       .arg(number(list.listed), number(*list.announced), kindName(list.kind));
    } else if (!list.errors.isEmpty()) {
        reasons += Text::tr("The list of %1 is not complete.").arg(kindName(list.kind));
    }
    QStringList sentences;
    for (const ApiError &error : list.errors)
        sentences += error.message;
    sentences.removeDuplicates();
    reasons += sentences;
}

} // namespace

bool LoadOutcome::isComplete() const
{
    return !wasStopped && !fatal && partialRows == 0 && refusedRows == 0 && failedRows == 0 &&
           goneRows == 0 &&
           std::all_of(lists.cbegin(), lists.cend(), [](const List &list) { return list.isComplete(); });
}

QStringList LoadOutcome::reasons() const
{
    QStringList reasons;
    if (fatal)
        reasons += fatal->message;
    if (wasStopped)
        reasons += Text::tr("Loading was stopped.");
    for (const List &list : lists)
        addListReasons(list, reasons);

    const auto addRows = [&reasons](qint64 rows, const char *sentence) {
        if (rows > 0)
            reasons += Text::tr(sentence, nullptr, pluralOf(rows)).arg(number(rows));
    };
    addRows(refusedRows,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers have cells that this key may not see."));
    addRows(failedRows, QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers have cells that could not be had."));
    addRows(partialRows,
            QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers have cells that were not asked for in time."));
    addRows(goneRows, QT_TRANSLATE_N_NOOP("LoadOutcome", "%1 servers vanished while they were read."));
    reasons.removeDuplicates(); // the fatal error is often that of a list, too
    return reasons;
}

} // namespace layerscope
