// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "tables/fileformat.h"
#include "tables/workbook.h"

#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestFileFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachHasAKeyAndAnEnding();
    void aBuildWithoutWorkbooksOffersNone();
    void endings_data();
    void endings();
};

void TestFileFormat::eachHasAKeyAndAnEnding()
{
    QSet<QString> keys;
    QSet<QString> suffixes;
    const QList<FileFormat> all{FileFormat::Csv, FileFormat::Xlsx, FileFormat::Json, FileFormat::JsonLines};
    for (const FileFormat format : all) {
        keys.insert(keyOf(format));
        suffixes.insert(suffixOf(format));
        QCOMPARE(formatOfKey(keyOf(format)), std::optional(format));
        QVERIFY(suffixOf(format).startsWith(u'.'));
    }
    QCOMPARE(keys.size(), all.size());
    QCOMPARE(suffixes.size(), all.size());
    QVERIFY(!formatOfKey(u"XLSX") && !formatOfKey(u"") && !formatOfKey(u"xls"));
}

void TestFileFormat::aBuildWithoutWorkbooksOffersNone()
{
    QCOMPARE(writableFormats().contains(FileFormat::Xlsx), canWriteWorkbooks());
    QVERIFY(writableFormats().contains(FileFormat::Csv) && writableFormats().contains(FileFormat::Json) &&
            writableFormats().contains(FileFormat::JsonLines));
}

void TestFileFormat::endings_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("asWorkbook");
    QTest::addColumn<QString>("without");
    QTest::newRow("of another format") << u"/a/s.csv"_s << u"/a/s.xlsx"_s << u"/a/s"_s;
    QTest::newRow("its own") << u"s.xlsx"_s << u"s.xlsx"_s << u"s"_s;
    QTest::newRow("in capital letters") << u"S.JSON"_s << u"S.xlsx"_s << u"S"_s;
    QTest::newRow("one that begins like another") << u"s.jsonl"_s << u"s.xlsx"_s << u"s"_s;
    QTest::newRow("none") << u"acme-2026-11-22"_s << u"acme-2026-11-22.xlsx"_s << u"acme-2026-11-22"_s;
    QTest::newRow("a point in the name") << u"acme.europe"_s << u"acme.europe.xlsx"_s << u"acme.europe"_s;
    QTest::newRow("no name") << QString() << QString() << QString();
}

void TestFileFormat::endings()
{
    QFETCH(QString, path);
    QTEST(withSuffixOf(FileFormat::Xlsx, path), "asWorkbook");
    QTEST(withoutSuffix(path), "without");
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestFileFormat)
#include "tst_fileformat.moc"
