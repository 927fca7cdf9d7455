// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "views/layoutenvelope.h"

#include <QTest>

using namespace layerscope;

namespace {

constexpr quint32 magic = 0x4c535631;
const QByteArray content("columns and their widths");

} // namespace

class LayoutEnvelopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItGot();
    void isOfOneTable();
    void findsWhatWasCutOff();
    void findsWhatWasChanged();
};

void LayoutEnvelopeTest::givesBackWhatItGot()
{
    QCOMPARE(LayoutEnvelope::open(magic, LayoutEnvelope::close(magic, content)), std::optional(content));
    QVERIFY(LayoutEnvelope::open(magic, LayoutEnvelope::close(magic, {})).has_value());
}

void LayoutEnvelopeTest::isOfOneTable()
{
    QVERIFY(!LayoutEnvelope::open(magic + 1, LayoutEnvelope::close(magic, content)));
}

void LayoutEnvelopeTest::findsWhatWasCutOff()
{
    const QByteArray whole = LayoutEnvelope::close(magic, content);
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!LayoutEnvelope::open(magic, whole.first(size)), qPrintable(QString::number(size)));
}

void LayoutEnvelopeTest::findsWhatWasChanged()
{
    const QByteArray whole = LayoutEnvelope::close(magic, content);
    for (qsizetype place = 0; place < whole.size(); ++place) {
        QByteArray damaged = whole;
        damaged[place] = static_cast<char>(damaged.at(place) ^ 1);
        QVERIFY2(!LayoutEnvelope::open(magic, damaged), qPrintable(QString::number(place)));
    }
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, LayoutEnvelopeTest)
#include "tst_layoutenvelope.moc"
