// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/startpage.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestStartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsChosen()
    {
        const StartPage page({{u"demo"_s, u"Try the demo account"_s, u"No key."_s,
                               []() -> Result<Connection> { return Connection(); }}});
        QSignalSpy wanted(&page, &StartPage::accountWanted);
        auto *button = page.findChild<QPushButton *>(u"choose_demo"_s);
        QVERIFY(button);
        QVERIFY(button->accessibleName().contains(u"Try the demo account"_s));
        button->click();
        QCOMPARE(wanted, QList<QVariantList>{{u"demo"_s}});
    }

    void saysItsNote()
    {
        StartPage page({});
        page.setNote(u"The key is not there."_s);
        QCOMPARE(page.findChild<QLabel *>(u"startNote"_s)->text(), u"The key is not there."_s);
    }

    void hasNoButtonWithoutAChoice()
    {
        const StartPage page({});
        QVERIFY(page.findChildren<QPushButton *>().isEmpty());
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
