// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/navigationhistory.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

NavigationPlace at(const QString &node)
{
    return {node, std::nullopt};
}

NavigationPlace at(const QString &node, qint64 server)
{
    return {node, RowKey{RowKind::BareMetal, server}};
}

} // namespace

class TestNavigationHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithNothing()
    {
        const NavigationHistory history;
        QVERIFY(!history.canGoBack());
        QVERIFY(!history.canGoForward());
    }

    void goesBackAndForward()
    {
        NavigationHistory history;
        history.go(at(u"servers"_s), at(u"pools"_s));
        history.go(at(u"pools"_s), at(u"virtual"_s));
        QVERIFY(history.canGoBack() && !history.canGoForward());
        QCOMPARE(history.back(at(u"virtual"_s)), at(u"pools"_s));
        QCOMPARE(history.back(at(u"pools"_s)), at(u"servers"_s));
        QVERIFY(!history.canGoBack() && history.canGoForward());
        QCOMPARE(history.forward(at(u"servers"_s)), at(u"pools"_s));
        QCOMPARE(history.forward(at(u"pools"_s)), at(u"virtual"_s));
        QVERIFY(!history.canGoForward());
    }

    void remembersPlacesAsTheyWereLeft()
    {
        NavigationHistory history;
        history.go(at(u"servers"_s, 1), at(u"pools"_s));
        QCOMPARE(history.back(at(u"pools"_s, 7)), at(u"servers"_s, 1));
        QCOMPARE(history.forward(at(u"servers"_s, 2)), at(u"pools"_s, 7));
        QCOMPARE(history.back(at(u"pools"_s)), at(u"servers"_s, 2));
    }

    void goingSomewhereForgetsWhatWasAhead()
    {
        NavigationHistory history;
        history.go(at(u"servers"_s), at(u"pools"_s));
        history.go(at(u"pools"_s), at(u"virtual"_s));
        QCOMPARE(history.back(at(u"virtual"_s)), at(u"pools"_s));
        history.go(at(u"pools"_s), at(u"over"_s));
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back(at(u"over"_s)), at(u"pools"_s));
        QCOMPARE(history.back(at(u"pools"_s)), at(u"servers"_s));
    }

    void stayingIsNoStep()
    {
        NavigationHistory history;
        history.go(at(u"servers"_s), at(u"servers"_s));
        QVERIFY(!history.canGoBack());
        history.go(at(u"servers"_s, 1), at(u"servers"_s, 2)); // another row is another place
        QVERIFY(history.canGoBack());
    }

    void forgetsTheOldest()
    {
        NavigationHistory history;
        const auto node = [](qsizetype i) { return at(QString::number(i)); };
        const qsizetype steps = 3 * NavigationHistory::maxPlaces;
        for (qsizetype i = 0; i < steps; ++i)
            history.go(node(i), node(i + 1));
        qsizetype back = 0;
        qsizetype here = steps;
        while (history.canGoBack()) {
            QCOMPARE(history.back(node(here)), node(here - 1));
            --here;
            ++back;
        }
        QCOMPARE(back, NavigationHistory::maxPlaces - 1);
    }

    void forgetsEverything()
    {
        NavigationHistory history;
        history.go(at(u"servers"_s), at(u"pools"_s));
        history.clear();
        QVERIFY(!history.canGoBack() && !history.canGoForward());
        history.go(at(u"a"_s), at(u"b"_s));
        QCOMPARE(history.back(at(u"b"_s)), at(u"a"_s));
    }
};

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestNavigationHistory)
#include "tst_navigationhistory.moc"
