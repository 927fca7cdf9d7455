// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressprinter.h"

#include "core/terminaltext.h"

#include <QCoreApplication>

#include <algorithm>

#ifdef Q_OS_UNIX
#    include <unistd.h>
#else
#    include <cstdio>
#    include <io.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int terminalWidth = 79; // what every terminal has
constexpr int barWidth = 24;

/// The texts of this file; a struct, so that lupdate knows their context.
struct ProgressPrinterText
{
    Q_DECLARE_TR_FUNCTIONS(ProgressPrinter)
};

/// "[#####-----] ".
QString filled(qint64 part, qint64 whole)
{
    const auto width =
        static_cast<int>(std::min<qint64>(barWidth, part * barWidth / std::max<qint64>(whole, 1)));
    return u'[' + QString(width, u'#') + QString(barWidth - width, u'-') + "] "_L1;
}

QString rowsOf(const LoadProgress &progress)
{
    if (progress.countsOthers)
        return ProgressPrinterText::tr("%1 of %2 rows");
    if (!progress.countsPools)
        return ProgressPrinterText::tr("%1 of %2 servers");
    return progress.countsServers ? ProgressPrinterText::tr("%1 of %2 servers and pools")
                                  : ProgressPrinterText::tr("%1 of %2 pools");
}

QString rowsSoFar(const LoadProgress &progress)
{
    if (progress.countsOthers)
        return ProgressPrinterText::tr("%1 rows so far");
    if (!progress.countsPools)
        return ProgressPrinterText::tr("%1 servers so far");
    return progress.countsServers ? ProgressPrinterText::tr("%1 servers and pools so far")
                                  : ProgressPrinterText::tr("%1 pools so far");
}

} // namespace

ProgressPrinter::ProgressPrinter(QIODevice &device, bool showsBar)
    : m_device(device)
    , m_showsBar(showsBar)
{}

bool ProgressPrinter::isTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDERR_FILENO) == 1;
#else
    return ::_isatty(::_fileno(stderr)) != 0;
#endif
}

QString ProgressPrinter::bar(const LoadProgress &progress, int width)
{
    QString text;
    if (progress.isLoadingMembers) {
        text = filled(progress.poolsWithMembers, progress.pools) +
               ProgressPrinterText::tr("members of %1 of %2 pools")
                   .arg(progress.poolsWithMembers)
                   .arg(progress.pools);
    } else if (progress.expectedRows) {
        text = filled(progress.settledRows, *progress.expectedRows) +
               rowsOf(progress).arg(progress.settledRows).arg(*progress.expectedRows);
    } else {
        text = rowsSoFar(progress).arg(progress.listedRows);
    }
    if (progress.callsInFlight > 0)
        text += ", "_L1 + ProgressPrinterText::tr("%1 calls").arg(progress.callsInFlight);
    if (progress.timeLeft)
        text += ", "_L1 + ProgressPrinterText::tr("%1 s left").arg(progress.timeLeft->count());
    return text.left(width);
}

void ProgressPrinter::show(const LoadProgress &progress)
{
    if (!m_showsBar)
        return;
    const QString text = bar(progress, terminalWidth);
    m_device.write('\r' + text.leftJustified(m_barLength).toUtf8());
    m_barLength = text.size();
}

void ProgressPrinter::clear()
{
    if (m_barLength == 0)
        return;
    m_device.write('\r' + QByteArray(m_barLength, ' ') + '\r');
    m_barLength = 0;
}

void ProgressPrinter::say(const QString &sentence)
{
    clear();
    m_device.write("layerscope: " + terminalText(sentence).toUtf8() + '\n');
}

} // namespace layerscope
