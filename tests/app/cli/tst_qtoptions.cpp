// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/qtoptions.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestQtOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheRest_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QStringList>("rest");
        QTest::newRow("nothing") << QStringList{} << QStringList{};
        QTest::newRow("one dash") << QStringList{u"-style"_s, u"fusion"_s, u"--demo"_s}
                                  << QStringList{u"--demo"_s};
        QTest::newRow("two dashes") << QStringList{u"--demo"_s, u"--style"_s, u"fusion"_s}
                                    << QStringList{u"--demo"_s};
        QTest::newRow("with =") << QStringList{u"-platform=offscreen"_s, u"--style=fusion"_s}
                                << QStringList{};
        QTest::newRow("no value") << QStringList{u"-reverse"_s, u"--demo"_s} << QStringList{u"--demo"_s};
        QTest::newRow("missing value") << QStringList{u"-style"_s} << QStringList{};
        QTest::newRow("not Qt's") << QStringList{u"-styles"_s, u"--account"_s, u"style"_s}
                                  << QStringList{u"-styles"_s, u"--account"_s, u"style"_s};
        QTest::newRow("after --") << QStringList{u"-reverse"_s, u"--"_s, u"-reverse"_s}
                                  << QStringList{u"--"_s, u"-reverse"_s};
    }

    void leavesTheRest()
    {
        QFETCH(const QStringList, arguments);
        QTEST(withoutQtOptions(arguments), "rest");
    }

    void knowsThatAPlatformIsNamed()
    {
        QVERIFY(namesPlatform({u"-style"_s, u"fusion"_s, u"-platform"_s, u"offscreen"_s}));
        QVERIFY(namesPlatform({u"--platform=offscreen"_s}));
        QVERIFY(!namesPlatform({u"platform"_s, u"-platformtheme"_s, u"gtk3"_s}));
    }
};

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestQtOptions)
#include "tst_qtoptions.moc"
