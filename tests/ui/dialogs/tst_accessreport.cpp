// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accessreport.h"
#include "support/testmain.h"
#include "support/turn.h"
#include "ui/ink.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <utility>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestAccessReport : public QObject
{
    Q_OBJECT

private:
    using Area = AccessFinding::Area;
    using Access = AccessFinding::Access;

    static ConnectionReport report()
    {
        ConnectionReport report;
        report.userName = u"1234567_pat"_s;
        report.personName = u"Pat Doe"_s;
        report.accountId = 1234567;
        report.companyName = u"Example Corp"_s;
        report.findings = {{Area::Hardware, Access::Yes, u"HARDWARE_VIEW"_s, u"12 in this account."_s},
                           {Area::Billing, Access::No, {}, u"Not permitted."_s},
                           {Area::Bandwidth, Access::Unknown, u"BANDWIDTH_MANAGE"_s, u"None were listed."_s}};
        return report;
    }

private Q_SLOTS:
    void isNothingAtFirst()
    {
        const AccessReport widget;
        QVERIFY(widget.isHidden());
        QVERIFY(widget.text().isEmpty());
    }

    void saysWhoAndWhat()
    {
        AccessReport widget;
        widget.setReport(report());
        QVERIFY(!widget.isHidden());
        QCOMPARE(widget.text(), u"Example Corp (1234567)\nPat Doe, user 1234567_pat\n"
                                "Bare metal servers ● Yes 12 in this account.\n"
                                "Billing ■ No Not permitted.\n"
                                "Bandwidth ○ Unknown None were listed."_s);
        QCOMPARE(widget.accessibleName(), widget.text());
        widget.setReport(report()); // again, not once more
        QCOMPARE(widget.text().count(u'\n'), 4);
    }

    void copiesARequest()
    {
        AccessReport widget;
        widget.setReport(report());
        auto *copy = widget.findChild<QPushButton *>(u"accessCopy"_s);
        QVERIFY(!copy->isHidden());
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), report().permissionRequest());

        ConnectionReport all = report();
        for (AccessFinding &finding : all.findings)
            finding.access = Access::Yes;
        widget.setReport(all);
        QVERIFY(copy->isHidden());
    }

    void errorsHaveDetailsToUnfold()
    {
        AccessReport widget;
        widget.setReport(report());
        ApiError error = ApiError::make(ApiError::Kind::Tls, u"self-signed certificate"_s);
        widget.setError(error);
        QCOMPARE(widget.text(), error.message);
        auto *detail = widget.findChild<QLabel *>(u"accessDetail"_s);
        QVERIFY(detail->isHidden());
        widget.findChild<QToolButton *>(u"accessUnfold"_s)->click();
        QVERIFY(!detail->isHidden());
        QCOMPARE(detail->text(), u"self-signed certificate"_s);

        error.detail.clear();
        widget.setError(error);
        QVERIFY(detail->isHidden());
        QVERIFY(widget.findChild<QToolButton *>(u"accessUnfold"_s)->isHidden());
        widget.clear();
        QVERIFY(widget.isHidden());
    }

    void unfoldingWantsAnotherHeight()
    {
        AccessReport widget;
        widget.setError(ApiError::make(ApiError::Kind::Tls, u"self-signed certificate"_s));
        QSignalSpy folded(&widget, &AccessReport::folded);
        auto *unfold = widget.findChild<QToolButton *>(u"accessUnfold"_s);
        unfold->click();
        QCOMPARE(folded.count(), 1);
        unfold->click();
        QCOMPARE(folded.count(), 2);
    }

    void saysWhatTheKeychainIsWaitedFor()
    {
        AccessReport widget;
        widget.setReport(report());
        const QString found = widget.text();
        QSignalSpy folded(&widget, &AccessReport::folded);
        widget.setPatience(0ms);
        widget.waitForKeychain(u"Saving the key …"_s);
        QCOMPARE(widget.text(), found);
        QVERIFY(folded.wait());
        QCOMPARE(widget.text(), u"Saving the key … The keychain may be waiting for you."_s);
        widget.stopWaiting();
        QVERIFY(widget.isHidden());

        for (const bool isAnswered : {true, false}) { // before that it was not worth a word
            widget.waitForKeychain(u"Saving the key …"_s);
            if (isAnswered)
                widget.stopWaiting();
            else
                widget.setReport(report());
            const QString text = widget.text();
            turnOnce();
            turnOnce();
            QCOMPARE(widget.text(), text);
        }
    }

    void followsThePalette()
    {
        const QPalette usual = QGuiApplication::palette();
        AccessReport widget;
        widget.setError(ApiError::make(ApiError::Kind::Tls));
        const auto *sign = widget.findChild<QLabel *>(u"accessSign"_s);
        for (const auto &[surface, ink] :
             {std::pair(lightSurface, darkInk), std::pair(darkSurface, lightInk)}) {
            usePalette(paletteOf(usual, surface, ink));
            QCOMPARE_LT(distance(inkOf(sign->pixmap().toImage()), ink), 6);
        }
        usePalette(usual);
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestAccessReport)
#include "tst_accessreport.moc"
