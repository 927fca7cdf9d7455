// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/details/serversample.h"
#include "panels/rawjsonview.h"
#include "support/testmain.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestRawJsonView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAndGoesRound();
    void findsByPath();
    void copiesThePath();
    void keepsItsPlace();
    void escapeIsTheSearchsOwn();
    void returnGoesOnAndBack();
    void longLinesAreCutOnScreenOnly();

private:
    static QJsonValue sample()
    {
        return json(R"({"id":1,"networkComponents":[{"name":"mgmt"},
                        {"name":"eth","primarySubnet":{"gateway":"192.0.2.1"}}],"notes":"eth of old"})");
    }
};

void TestRawJsonView::findsAndGoesRound()
{
    RawJsonView view;
    view.setValue(sample());
    view.setSearch(u"ETH"_s);
    QCOMPARE(view.matchCount(), 2);
    view.findNext();
    QCOMPARE(view.currentPath(), u"networkComponents[1].name"_s);
    view.findNext();
    QCOMPARE(view.currentPath(), u"notes"_s);
    view.findNext();
    QCOMPARE(view.currentPath(), u"networkComponents[1].name"_s);
    view.findPrevious();
    QCOMPARE(view.currentPath(), u"notes"_s);
    QCOMPARE(view.findChild<QLabel *>(u"rawFound"_s)->text(), u"2 of 2"_s);
    view.setSearch(u"nowhere"_s);
    QCOMPARE(view.matchCount(), 0);
    view.findNext(); // nothing to go to
    QCOMPARE(view.currentPath(), u"notes"_s);
}

void TestRawJsonView::findsByPath()
{
    RawJsonView view;
    view.setValue(sample());
    view.setSearch(u"primarySubnet.gateway"_s);
    QCOMPARE(view.matchCount(), 1);
    view.findNext();
    QCOMPARE(view.currentPath(), u"networkComponents[1].primarySubnet.gateway"_s);
}

void TestRawJsonView::copiesThePath()
{
    RawJsonView view;
    auto *copy = view.findChild<QAction *>(u"copyPropertyPath"_s);
    QVERIFY(!copy->isEnabled()); // there is nothing
    view.setValue(sample());
    view.setSearch(u"gateway"_s);
    view.findNext();
    QVERIFY(copy->isEnabled());
    copy->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"networkComponents[1].primarySubnet.gateway"_s);
}

void TestRawJsonView::keepsItsPlace()
{
    RawJsonView view;
    view.setValue(sample());
    view.setSearch(u"gateway"_s);
    view.findNext();
    const QString path = view.currentPath();
    view.setValue(json(R"({"activeTransaction":null,"id":1,
                           "networkComponents":[{},{"primarySubnet":{"gateway":"192.0.2.9"}}]})"));
    QCOMPARE(view.currentPath(), path);
    QVERIFY(view.findChild<QPlainTextEdit *>(u"rawText"_s)->toPlainText().contains(u"192.0.2.9"_s));
}

/// The window's Esc stops the account's load.
void TestRawJsonView::escapeIsTheSearchsOwn()
{
    QWidget window;
    QVBoxLayout column(&window);
    auto *view = new RawJsonView(&window);
    column.addWidget(view);
    QAction stop;
    stop.setShortcut(Qt::Key_Escape);
    window.addAction(&stop);
    QSignalSpy stopped(&stop, &QAction::triggered);
    view->setValue(sample());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *search = view->findChild<QLineEdit *>(u"rawSearch"_s);
    auto *text = view->findChild<QPlainTextEdit *>(u"rawText"_s);
    search->setFocus();
    QTest::keyClicks(search, u"eth"_s);
    QCOMPARE(view->matchCount(), 2);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QVERIFY(search->hasFocus());
    QCOMPARE(view->matchCount(), 0);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(text->hasFocus());
    QCOMPARE(stopped.size(), 0);
    QTest::keyClick(text, Qt::Key_Escape); // there it is the window's
    QCOMPARE(stopped.size(), 1);
}

void TestRawJsonView::returnGoesOnAndBack()
{
    RawJsonView view;
    view.setValue(sample());
    view.setSearch(u"eth"_s);
    auto *search = view.findChild<QLineEdit *>(u"rawSearch"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(view.currentPath(), u"networkComponents[1].name"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(view.currentPath(), u"notes"_s);
    QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(view.currentPath(), u"networkComponents[1].name"_s);
}

/// 100 000 characters without a break would stop the window for seconds.
void TestRawJsonView::longLinesAreCutOnScreenOnly()
{
    const QString notes = QString(100'000, u'x') + u"end"_s;
    RawJsonView view;
    view.setValue(QJsonObject{{u"notes"_s, notes}, {u"id"_s, 1}});
    auto *text = view.findChild<QPlainTextEdit *>(u"rawText"_s);
    for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next())
        QVERIFY2(block.length() < 5100, qPrintable(QString::number(block.length())));
    view.setSearch(u"xend"_s); // is found all the same
    QCOMPARE(view.matchCount(), 1);
    view.findNext();
    QCOMPARE(view.currentPath(), u"notes"_s);
    const auto copied = [&view](const QString &title) {
        for (QAction *action : view.findChildren<QAction *>()) {
            if (action->text() == title)
                action->trigger();
        }
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(copied(u"Copy value"_s), notes);
    QCOMPARE(QJsonDocument::fromJson(copied(u"Copy all"_s).toUtf8())[u"notes"_s].toString(), notes);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestRawJsonView)
#include "tst_rawjsonview.moc"
