// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the program to its first painted frame, beside an empty QMainWindow with the same Qt, in
// turns. Ends with 1 if the median is more than 1.4 times as long. It sees the frame as a person would, in
// the picture of the screen, so it wants a screen of its own, without a window manager: xvfb-run -a
// bench_start [RUNS]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <poll.h>
#include <vector>
#include <xcb/xcb.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double mostOfEmpty = 1.4;
constexpr qint64 patienceMs = 20'000;

template<typename T>
using Answer = std::unique_ptr<T, decltype(&std::free)>;

/// The screen that DISPLAY names.
class Screen
{
public:
    Screen()
        : m_connection(xcb_connect(nullptr, nullptr))
    {
        if (xcb_connection_has_error(m_connection) != 0)
            return;
        const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data;
        m_root = screen->root;
        const std::uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection, m_root, XCB_CW_EVENT_MASK, &mask);
        xcb_flush(m_connection);
    }
    ~Screen() { xcb_disconnect(m_connection); }
    Q_DISABLE_COPY_MOVE(Screen)

    [[nodiscard]] bool isThere() const { return m_root != 0; }

    /// Waits until a large window came and its middle is painted; false after a long time.
    [[nodiscard]] bool waitForFrame()
    {
        const QElapsedTimer since = started();
        std::optional<xcb_window_t> window;
        while (since.elapsed() < patienceMs) {
            if (!window)
                window = largeWindow();
            if (window && isPainted(*window))
                return true;
            pollfd events{xcb_get_file_descriptor(m_connection), POLLIN, 0};
            ::poll(&events, 1, 1); // a picture tells nobody that it is painted
        }
        return false;
    }

    /// Forgets what came meanwhile.
    void drain()
    {
        while (const Answer<xcb_generic_event_t> event{xcb_poll_for_event(m_connection), &std::free}) {
        }
    }

private:
    static QElapsedTimer started()
    {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }

    /// One that was shown since the last call.
    std::optional<xcb_window_t> largeWindow()
    {
        while (const Answer<xcb_generic_event_t> event{xcb_poll_for_event(m_connection), &std::free}) {
            if ((event->response_type & 0x7f) != XCB_MAP_NOTIFY)
                continue;
            const xcb_window_t window = reinterpret_cast<const xcb_map_notify_event_t *>(event.get())->window;
            const Answer<xcb_get_geometry_reply_t> size{
                xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr),
                &std::free};
            if (size && size->width > 100 && size->height > 100)
                return window;
        }
        return std::nullopt;
    }

    /// The root of a screen without a window manager is black, and no theme is black in the middle of a
    /// window.
    [[nodiscard]] bool isPainted(xcb_window_t window) const
    {
        const Answer<xcb_get_geometry_reply_t> size{
            xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr),
            &std::free};
        if (!size)
            return false;
        const Answer<xcb_get_image_reply_t> image{
            xcb_get_image_reply(m_connection,
                                xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, m_root,
                                              static_cast<std::int16_t>(size->x + size->width / 2),
                                              static_cast<std::int16_t>(size->y + size->height / 2), 1, 1,
                                              ~0U),
                                nullptr),
            &std::free};
        if (!image)
            return false;
        const std::uint8_t *bytes = xcb_get_image_data(image.get());
        return std::any_of(bytes, bytes + std::min(3, xcb_get_image_data_length(image.get())),
                           [](std::uint8_t byte) { return byte != 0; });
    }

    xcb_connection_t *m_connection;
    xcb_window_t m_root = 0;
};

/// Milliseconds; nullopt if no frame came.
std::optional<double> startOnce(Screen &screen, const QString &program, const QStringList &arguments)
{
    const QTemporaryDir home; // nobody's accounts, and a first start each time
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    for (const auto *name :
         {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "SL_USERNAME", "SL_API_KEY"})
        environment.remove(QLatin1StringView(name));
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    screen.drain();
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    const bool hasFrame = screen.waitForFrame();
    const auto took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    process.terminate();
    if (!process.waitForFinished(5'000))
        process.kill();
    process.waitForFinished();
    return hasFrame ? std::optional(took) : std::nullopt;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Start
{
    const char *what;
    QString program;
    QStringList arguments;
    std::vector<double> took;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    Screen screen;
    if (!screen.isThere()) {
        std::fprintf(stderr, "There is no X screen. Start it with: xvfb-run -a bench_start\n");
        return 1;
    }
    const int runs = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 15;
    const QString layerscope = QStringLiteral(LAYERSCOPE_PROGRAM);
    std::vector<Start> starts{{"an empty QMainWindow", QStringLiteral(EMPTY_WINDOW), {}, {}},
                              {"Layerscope, its start page", layerscope, {}, {}},
                              {"Layerscope, the demo account", layerscope, {u"--demo"_s}, {}}};
    for (int run = -1; run < runs; ++run) { // the first, which reads the files from disk, does not count
        for (Start &start : starts) {
            const std::optional<double> took = startOnce(screen, start.program, start.arguments);
            if (!took) {
                std::fprintf(stderr, "%s: no frame within %lld s\n", start.what, patienceMs / 1000);
                return 1;
            }
            if (run >= 0)
                start.took.push_back(*took);
        }
    }
    const double empty = median(starts.front().took);
    std::printf("%-32s %9s %9s %9s\n", "ms to the first frame", "median", "least", "x empty");
    bool isQuick = true;
    for (const Start &start : starts) {
        const double took = median(start.took);
        std::printf("%-32s %9.0f %9.0f %9.2f\n", start.what, took,
                    *std::min_element(start.took.cbegin(), start.took.cend()), took / empty);
        isQuick = isQuick && took <= mostOfEmpty * empty;
    }
    if (!isQuick)
        std::printf("More than %.1f times an empty window.\n", mostOfEmpty);
    return isQuick ? 0 : 1;
}
