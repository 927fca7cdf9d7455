// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressprinter.h"

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
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProgressPrinter)
};

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
    if (!progress.expectedRows) {
        text = Text::tr("%1 servers so far").arg(progress.listedRows);
    } else {
        const qint64 expected = std::max<qint64>(*progress.expectedRows, 1);
        const int filled =
            static_cast<int>(std::min<qint64>(barWidth, progress.settledRows * barWidth / expected));
        text = u'[' + QString(filled, u'#') + QString(barWidth - filled, u'-') + "] "_L1 +
               Text::tr("%1 of %2 servers").arg(progress.settledRows).arg(*progress.expectedRows);
    }
    if (progress.callsInFlight > 0)
        text += ", "_L1 + Text::tr("%1 calls").arg(progress.callsInFlight);
    if (progress.timeLeft)
        text += ", "_L1 + Text::tr("%1 s left").arg(progress.timeLeft->count());
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
    m_device.write("layerscope: " + sentence.toUtf8() + '\n');
}

} // namespace layerscope
