// SPDX-License-Identifier: GPL-3.0-or-later
#include "readahead.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QImageReader>
#include <QLibrary>
#include <QThread>

#ifdef QT_DBUS_LIB
#    include <QDBusConnection>
#endif

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
/// Of the process, so Qt finds it done. Qt has loaded the library already.
void initialiseFontconfig()
{
    constexpr int version = 1; // of the library's interface
    using Init = int (*)();
    if (const auto init = reinterpret_cast<Init>(QLibrary::resolve(u"fontconfig"_s, version, "FcInit")))
        init();
}

void listFontsAndImageFormats()
{
    (void)QFontDatabase::families();
    // The menu bar's first icon is a PNG file. A format that is named needs the list of plugins, and none of
    // them.
    QBuffer nothing;
    (void)QImageReader(&nothing, "png").canRead();
}
#else
void initialiseFontconfig() {}
void listFontsAndImageFormats() {}
#endif

void connectToSessionBus()
{
#ifdef QT_DBUS_LIB
    (void)QDBusConnection::sessionBus(); // which all of Qt shares
#endif
}

/// Nothing happens if there is no room for a thread: Qt reads it all when it needs it.
std::future<void> inAThread(void (*function)())
{
    return std::async(std::launch::async | std::launch::deferred, function);
}

} // namespace

std::future<void> openSessionBus()
{
    (void)QThread::currentThread(); // Qt takes the first thread that has an object of its for the main thread
    return inAThread(connectToSessionBus);
}

std::future<void> readFontConfiguration()
{
    return inAThread(initialiseFontconfig);
}

std::future<void> readFontsAndImageFormats()
{
    return inAThread(listFontsAndImageFormats);
}

} // namespace layerscope
