// SPDX-License-Identifier: GPL-3.0-or-later
#include "displaycheck.h"

#include "cli/commandline.h"

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

namespace layerscope {

namespace {

// Before there is an application there are no translations either.
constexpr char noDisplay[] =
    "layerscope: There is no display to open a window on. Set DISPLAY or WAYLAND_DISPLAY, or export "
    "without a window: layerscope export servers --output servers.csv\n";

[[noreturn]] void giveUp()
{
    std::fputs(noDisplay, stderr);
    std::_Exit(ExitNothingWritten);
}

void onMessage(QtMsgType type, const QMessageLogContext &, const QString &)
{
    // All that Qt can find fatal this early is that no platform plugin comes up; what it warns of before is
    // part of that.
    if (type == QtFatalMsg)
        giveUp();
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    for (const char *name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"}) {
        if (!qEnvironmentVariableIsEmpty(name))
            return true;
    }
    return false;
#else
    return true;
#endif
}

} // namespace

DisplayCheck::DisplayCheck(bool isPlatformNamed)
{
    if (!isPlatformNamed && !hasDisplay())
        giveUp();
    m_before = qInstallMessageHandler(onMessage);
}

DisplayCheck::~DisplayCheck()
{
    qInstallMessageHandler(m_before);
}

} // namespace layerscope
