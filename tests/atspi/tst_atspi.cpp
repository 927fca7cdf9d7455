// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessiblepart.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

#include <memory>
#include <optional>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using State = AccessiblePart::State;

namespace {

constexpr int patience = 60'000; // ms; of a program with sanitizers on a busy machine
constexpr int servers = 120;

} // namespace

/// The real program, driven as a screen reader drives it: over AT-SPI, on a screen and buses of its own
/// (atspi.sh). One run of it, from its start to its end, in this order.
class AtSpiTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    /// Of the bus: a part says that it appeared, has the focus, or something to be read aloud.
    void hear(const QDBusMessage &event);

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void theTableHasWhatIsShown();
    void cellsAreRead();
    void theFocusIsTold();
    void aFilterIsTypedAndItsMatchesAnnounced();
    void aPoolIsOpenedAndClosed();
    void columnsAreChosen();

private:
    /// Empty until it is there.
    [[nodiscard]] std::optional<AccessiblePart> program() const;
    [[nodiscard]] std::optional<AccessiblePart> find(const QString &name, const QString &interface) const
    {
        const std::optional<AccessiblePart> window = program();
        return window ? window->find(name, interface) : std::nullopt;
    }
    [[nodiscard]] bool hasHeard(const QString &text) const { return !m_heard.filter(text).isEmpty(); }

    QDBusConnection m_bus{QString()};
    QProcess m_program;
    QStringList m_heard; ///< "showing: 12 of 120"
};

void AtSpiTest::hear(const QDBusMessage &event)
{
    const QVariantList arguments = event.arguments();
    const QString detail = arguments.value(0).toString();
    if (event.member() == "Announcement"_L1) {
        m_heard.append(u"announcement: "_s + arguments.value(3).value<QDBusVariant>().variant().toString());
        return;
    }
    const bool isOn = arguments.value(1).toInt() == 1;
    if (!isOn || (detail != "showing"_L1 && detail != "focused"_L1))
        return;
    m_heard.append(detail + u": "_s + AccessiblePart(m_bus, event.service(), event.path()).name());
}

void AtSpiTest::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("LAYERSCOPE_ATSPI_HOME"), "tests/atspi/atspi.sh runs this");
    const QDBusMessage where = QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s,
                                                              u"org.a11y.Bus"_s, u"GetAddress"_s);
    const QDBusReply<QString> address = QDBusConnection::sessionBus().call(where);
    QVERIFY2(address.isValid(), qPrintable(address.error().message()));
    m_bus = QDBusConnection::connectToBus(address.value(), u"a11y"_s);
    QVERIFY2(m_bus.isConnected(), qPrintable(m_bus.lastError().message()));

    // Programs tell of events that somebody wants to hear of. Of versions of the registry the later ones want
    // more arguments.
    QDBusMessage wish =
        QDBusMessage::createMethodCall(u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/registry"_s,
                                       u"org.a11y.atspi.Registry"_s, u"RegisterEvent"_s);
    wish.setArguments({u"object:"_s, QStringList(), QString()});
    QDBusMessage answer = m_bus.call(wish);
    if (answer.type() == QDBusMessage::ErrorMessage) {
        wish.setArguments({u"object:"_s});
        answer = m_bus.call(wish);
    }
    QVERIFY2(answer.type() == QDBusMessage::ReplyMessage, qPrintable(answer.errorMessage()));
    for (const QString &event : {u"StateChanged"_s, u"Announcement"_s}) {
        QVERIFY(
            m_bus.connect({}, {}, u"org.a11y.atspi.Event.Object"_s, event, this, SLOT(hear(QDBusMessage))));
    }

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    // What the libraries of the screen leave behind at the end, and where they expect no end of a text, is
    // not ours.
    environment.insert(u"ASAN_OPTIONS"_s,
                       environment.value(u"ASAN_OPTIONS"_s) + u":detect_leaks=0:strict_string_checks=0"_s);
    m_program.setProcessEnvironment(environment);
    m_program.setProcessChannelMode(QProcess::ForwardedChannels);
    m_program.start(QStringLiteral(LAYERSCOPE_PROGRAM),
                    {u"--demo=%1"_s.arg(servers), u"--demo-latency"_s, u"0"_s});
    QVERIFY2(m_program.waitForStarted(), qPrintable(m_program.errorString()));
    QTRY_VERIFY_WITH_TIMEOUT(program() || m_program.state() != QProcess::Running, patience);
    QVERIFY(program());
}

void AtSpiTest::cleanupTestCase()
{
    const bool wasRunning = m_program.state() == QProcess::Running;
    m_program.terminate();
    QTRY_VERIFY_WITH_TIMEOUT(m_program.state() == QProcess::NotRunning, patience);
    QVERIFY(wasRunning);
    QCOMPARE(m_program.exitStatus(), QProcess::NormalExit);
}

std::optional<AccessiblePart> AtSpiTest::program() const
{
    const AccessiblePart desktop(m_bus, u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s);
    const QList<AccessiblePart> programs = desktop.children();
    return programs.isEmpty() ? std::nullopt : std::optional(programs.constFirst());
}

/// And nothing of the columns that are hidden, of which there are many.
void AtSpiTest::theTableHasWhatIsShown()
{
    std::optional<AccessiblePart> table;
    QTRY_VERIFY_WITH_TIMEOUT((table = find(u"Servers"_s, u"Table"_s)), patience);
    QTRY_COMPARE_WITH_TIMEOUT(table->rows(), servers, patience);
    const int columns = table->columns();
    QVERIFY2(columns > 3 && columns < 20, qPrintable(QString::number(columns)));
    QCOMPARE(table->childCount(), (servers + 1) * columns); // with their titles
    for (int column = 0; column < columns; ++column)
        QVERIFY(!table->titleOf(column).isEmpty());
    QCOMPARE(table->titleOf(0), u"Name"_s);
}

void AtSpiTest::cellsAreRead()
{
    const std::optional<AccessiblePart> table = find(u"Servers"_s, u"Table"_s);
    QVERIFY(table);
    QStringList names;
    for (int row = 0; row < 5; ++row) {
        const std::optional<AccessiblePart> cell = table->cell(row, 0);
        QVERIFY(cell);
        names.append(cell->name());
        QVERIFY(!names.constLast().isEmpty());
    }
    QCOMPARE(names.removeDuplicates(), 0);
    // Whatever state it is in, each cell of a row says something once it is loaded.
    for (int column = 0; column < table->columns(); ++column)
        QTRY_VERIFY_WITH_TIMEOUT(!table->cell(0, column)->name().isEmpty(), patience);
}

void AtSpiTest::theFocusIsTold()
{
    const std::optional<AccessiblePart> table = find(u"Servers"_s, u"Table"_s);
    QVERIFY(table);
    const std::optional<AccessiblePart> cell = table->cell(3, 0);
    QVERIFY(cell);
    m_heard.clear();
    QVERIFY(cell->act(u"SetFocus"_s));
    // Of this cell, and not of one that stands there by another count.
    QTRY_VERIFY2_WITH_TIMEOUT(hasHeard(u"focused: "_s + cell->name()), qPrintable(m_heard.join(u'\n')),
                              patience);
    QTRY_VERIFY_WITH_TIMEOUT(cell->has(State::Selected), patience);
}

void AtSpiTest::aFilterIsTypedAndItsMatchesAnnounced()
{
    const std::optional<AccessiblePart> filter = find(u"Filter"_s, u"EditableText"_s);
    const std::optional<AccessiblePart> table = find(u"Servers"_s, u"Table"_s);
    QVERIFY(filter && table);
    m_heard.clear();
    QVERIFY(filter->setText(u"kind:virtual"_s));
    QTRY_VERIFY_WITH_TIMEOUT(table->rows() > 0 && table->rows() < servers, patience);
    const QString matches = u"%1 of %2"_s.arg(table->rows()).arg(servers);
    QTRY_VERIFY2_WITH_TIMEOUT(hasHeard(matches), qPrintable(m_heard.join(u'\n')), patience);
    QVERIFY(filter->setText(QString()));
    QTRY_COMPARE_WITH_TIMEOUT(table->rows(), servers, patience);
}

void AtSpiTest::aPoolIsOpenedAndClosed()
{
    const auto isLoaded = [](const AccessiblePart &part) { return part.name().startsWith(u"Loaded in "_s); };
    QTRY_VERIFY_WITH_TIMEOUT(program()->find(isLoaded), patience); // no pool comes any more
    const std::optional<AccessiblePart> tab = program()->find([](const AccessiblePart &part) {
        const QString name = part.name();
        return (name == "Bandwidth pools"_L1 || name == "Pools"_L1) &&
               part.interfaces().contains(u"org.a11y.atspi.Action"_s);
    });
    QVERIFY(tab);
    QVERIFY(tab->act(u"Press"_s));
    std::optional<AccessiblePart> table;
    QTRY_VERIFY_WITH_TIMEOUT((table = find(u"Bandwidth pools"_s, u"Table"_s)), patience);
    QTRY_VERIFY_WITH_TIMEOUT(table->rows() > 0, patience);
    const std::optional<AccessiblePart> pool = table->cell(0, 0);
    QVERIFY(pool);
    QTRY_VERIFY_WITH_TIMEOUT(pool->has(State::Expandable) && pool->has(State::Collapsed), patience);
    const int closed = table->rows();
    QVERIFY(pool->act(u"Toggle"_s));
    QTRY_VERIFY_WITH_TIMEOUT(pool->has(State::Expanded) && table->rows() > closed, patience);
    QVERIFY(pool->act(u"Toggle"_s));
    QTRY_VERIFY_WITH_TIMEOUT(pool->has(State::Collapsed) && table->rows() == closed, patience);
}

void AtSpiTest::columnsAreChosen()
{
    const std::optional<AccessiblePart> button = find(u"Columns"_s, u"Action"_s);
    QVERIFY(button);
    m_heard.clear();
    QVERIFY(button->act(u"Press"_s));
    QTRY_VERIFY2_WITH_TIMEOUT(hasHeard(u"focused: Search columns"_s), qPrintable(m_heard.join(u'\n')),
                              patience);
}

QTEST_GUILESS_MAIN(AtSpiTest)
#include "tst_atspi.moc"
