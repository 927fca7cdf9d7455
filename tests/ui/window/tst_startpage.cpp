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
    void opensWhatIsChosen()
    {
        Connection connection;
        connection.restBase = QUrl(u"http://127.0.0.1:1/rest/v3.1/"_s);
        const StartPage page({{u"demo"_s, u"Try the demo account"_s, u"No key."_s,
                               [connection]() -> Result<Connection> { return connection; }}});
        QSignalSpy chosen(&page, &StartPage::accountChosen);
        auto *button = page.findChild<QPushButton *>(u"choose_demo"_s);
        QVERIFY(button);
        QVERIFY(button->accessibleName().contains(u"Try the demo account"_s));
        button->click();
        QCOMPARE(chosen.count(), 1);
    }

    void saysWhyNothingOpens()
    {
        const StartPage page(
            {{u"slcli"_s, u"Use the key slcli uses"_s, u"For user ops."_s, []() -> Result<Connection> {
                  return Unexpected(ApiError::make(ApiError::Kind::InvalidRequest));
              }}});
        QSignalSpy chosen(&page, &StartPage::accountChosen);
        page.findChild<QPushButton *>(u"choose_slcli"_s)->click();
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(page.findChild<QLabel *>(u"startNote"_s)->text(), sentence(ApiError::Kind::InvalidRequest));
    }

    void hasNoButtonWithoutAChoice()
    {
        const StartPage page({});
        QVERIFY(page.findChildren<QPushButton *>().isEmpty());
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
