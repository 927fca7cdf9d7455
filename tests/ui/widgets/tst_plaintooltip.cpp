// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plaintooltip.h"

#include "support/testmain.h"

#include <QTest>
#include <QTextDocument>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a person reads: QToolTip decides between text and HTML as this does.
QString readIn(const QString &toolTip)
{
    if (!Qt::mightBeRichText(toolTip))
        return toolTip;
    QTextDocument document;
    document.setHtml(toolTip);
    return document.toPlainText();
}

} // namespace

class PlainToolTipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsMeanThemselves_data();
    void textsMeanThemselves();
    void longTextsAreCut();
};

void PlainToolTipTest::textsMeanThemselves_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("plain") << u"Acme & Sons (1234567)"_s;
    QTest::newRow("bold") << u"<b>Acme</b> & Sons"_s;
    QTest::newRow("a picture of someone") << u"<img src=\"https://example.com/x.png\"> Acme"_s;
    QTest::newRow("lines") << u"<i>Acme</i>\napi.example.com"_s;
    QTest::newRow("escaped by its writer") << u"Acme &lt; Sons"_s;
    QTest::newRow("less than") << u"fee < 100"_s;
    QTest::newRow("XML") << u"<?xml version=\"1.0\"?>"_s;
}

void PlainToolTipTest::textsMeanThemselves()
{
    QFETCH(const QString, text);
    QCOMPARE(readIn(plainToolTip(text)), text);
}

void PlainToolTipTest::longTextsAreCut()
{
    const QString thousand(1000, u'x');
    QCOMPARE(plainToolTip(thousand), thousand);
    QCOMPARE(plainToolTip(QString(100'000, u'x')), thousand + u'…');
    const QString html = u"<b>"_s + QString(100'000, u'<');
    QCOMPARE(readIn(plainToolTip(html)), html.first(1000) + u'…');

    const QString server = QString::fromUcs4(U"\U0001F5A5"); // two halves
    QCOMPARE(plainToolTip(QString(999, u'x') + server + u"more"_s), QString(999, u'x') + u'…');
}

LAYERSCOPE_TEST(QTEST_MAIN, PlainToolTipTest)
#include "tst_plaintooltip.moc"
