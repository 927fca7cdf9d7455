// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/turnshare.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QTest>
#include <QTimer>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TurnShareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsInOrderAndNeverInside();
    void leavesTimeForOthers();
    void countsWhatCameMeanwhile();
    void yieldsToOthersOnce();
    void forgetsTheDead();
    void mayBeDoneAwayWith();

private:
    /// An action that takes so long and notes that it ran.
    [[nodiscard]] std::function<void()> taking(std::chrono::milliseconds time, const QString &name);

    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<TurnShare> turns;
    QStringList ran;
};

void TurnShareTest::init()
{
    clock = std::make_unique<FakeClock>();
    turns = std::make_unique<TurnShare>(*clock);
    ran.clear();
}

std::function<void()> TurnShareTest::taking(std::chrono::milliseconds time, const QString &name)
{
    return [this, time, name] {
        ran.append(name);
        clock->advance(time);
    };
}

void TurnShareTest::runsInOrderAndNeverInside()
{
    using std::chrono::milliseconds;
    turns->run(this, taking(milliseconds(0), u"a"_s));
    turns->run(this, [this] {
        turns->run(this, taking(std::chrono::milliseconds(0), u"c"_s));
        ran.append(u"b"_s);
    });
    QCOMPARE(ran, QStringList());
    QTRY_COMPARE(ran, QStringList({u"a"_s, u"b"_s, u"c"_s}));
}

void TurnShareTest::leavesTimeForOthers()
{
    QTimer key; // as the person's, it waits for the next turn
    key.setSingleShot(true);
    connect(&key, &QTimer::timeout, this, [this] { ran.append(u"key"_s); });
    key.start(0);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        turns->run(this, taking(TurnShare::share / 2, name));
    QTRY_COMPARE(ran.size(), 4);
    QCOMPARE(ran, QStringList({u"a"_s, u"b"_s, u"key"_s, u"c"_s}));
}

/// What a worker ends while the turn goes on is posted to it, too.
void TurnShareTest::countsWhatCameMeanwhile()
{
    QTimer key;
    key.setSingleShot(true);
    connect(&key, &QTimer::timeout, this, [this] { ran.append(u"key"_s); });
    key.start(0);
    turns->run(this, taking(TurnShare::share, u"a"_s));
    QMetaObject::invokeMethod(
        this, [this] { turns->run(this, taking(TurnShare::share, u"b"_s)); }, Qt::QueuedConnection);
    QTRY_COMPARE(ran.size(), 3);
    QCOMPARE(ran, QStringList({u"a"_s, u"key"_s, u"b"_s}));
}

/// To painting, say, that takes as long: not both in one turn. But it is not put off for ever.
void TurnShareTest::yieldsToOthersOnce()
{
    QTimer key;
    connect(&key, &QTimer::timeout, this, [this] { ran.append(u"key"_s); });
    turns->run(this, [this, &key] {
        taking(TurnShare::share, u"a"_s)();
        turns->run(this, taking(TurnShare::share, u"b"_s));
        QMetaObject::invokeMethod(
            this,
            [this, &key] {
                taking(TurnShare::share, u"paint"_s)();
                key.start(0);
            },
            Qt::QueuedConnection);
    });
    QTRY_VERIFY(ran.contains(u"b"_s));
    QCOMPARE(ran.mid(0, 3), QStringList({u"a"_s, u"paint"_s, u"key"_s}));

    ran.clear();
    connect(&key, &QTimer::timeout, this, [this] { clock->advance(TurnShare::share); });
    turns->run(this, taking(TurnShare::share, u"c"_s));
    turns->run(this, taking(TurnShare::share, u"d"_s));
    QTRY_VERIFY(ran.contains(u"d"_s)); // although each turn is taken
}

void TurnShareTest::forgetsTheDead()
{
    auto context = std::make_unique<QObject>();
    turns->run(context.get(), taking(TurnShare::share, u"dead"_s));
    turns->run(this, taking(TurnShare::share, u"alive"_s));
    context.reset();
    QTRY_COMPARE(ran, QStringList({u"alive"_s}));
}

void TurnShareTest::mayBeDoneAwayWith()
{
    turns->run(this, [this] {
        turns.reset();
        ran.append(u"a"_s);
    });
    turns->run(this, taking(TurnShare::share, u"b"_s));
    QTRY_COMPARE(ran, QStringList({u"a"_s}));
    bool isLater = false;
    QTimer::singleShot(1, this, [&isLater] { isLater = true; });
    QTRY_VERIFY(isLater);
    QCOMPARE(ran, QStringList({u"a"_s}));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TurnShareTest)
#include "tst_turnshare.moc"
