// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "tables/ziparchive.h"

#include <QBuffer>
#include <QtEndian>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

template<class Number>
QByteArray littleEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// An archive of one entry that is stored: "a.txt" with "hello". By APPNOTE 4.3.
QByteArray helloArchive(quint32 checksum = 0x3610a686)
{
    const QByteArray name = "a.txt";
    const QByteArray content = "hello";
    const QByteArray common = littleEndian(quint16(20)) + littleEndian(quint16(0)) +
                              littleEndian(quint16(0)) + littleEndian(quint32(0)) + littleEndian(checksum) +
                              littleEndian(quint32(content.size())) + littleEndian(quint32(content.size())) +
                              littleEndian(quint16(name.size())) + littleEndian(quint16(0));
    const QByteArray entry = littleEndian(quint32(0x04034b50)) + common + name + content;
    const QByteArray directory = littleEndian(quint32(0x02014b50)) + littleEndian(quint16(20)) + common +
                                 littleEndian(quint16(0)) + littleEndian(quint16(0)) +
                                 littleEndian(quint16(0)) + littleEndian(quint32(0)) +
                                 littleEndian(quint32(0)) + name;
    return entry + directory + littleEndian(quint32(0x06054b50)) + littleEndian(quint32(0)) +
           littleEndian(quint16(1)) + littleEndian(quint16(1)) + littleEndian(quint32(directory.size())) +
           littleEndian(quint32(entry.size())) + littleEndian(quint16(0));
}

/// Of its entry; "(none)" if that cannot be read.
QByteArray helloIn(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return "(not open)";
    ZipArchive archive(buffer);
    return archive.contents("a.txt").value_or("(none)");
}

} // namespace

class TestZipArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsStored();
    void behindAComment();
    void noArchive_data();
    void noArchive();
    void noticesEachDamage();
};

void TestZipArchive::readsWhatIsStored()
{
    QCOMPARE(helloIn(helloArchive()), QByteArray("hello"));
    QByteArray bytes = helloArchive();
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    ZipArchive archive(buffer);
    QCOMPARE(archive.entries().size(), 1);
    QCOMPARE(archive.entries().first().name, QByteArray("a.txt"));
    QVERIFY(!archive.contents("b.txt"));
}

void TestZipArchive::behindAComment()
{
    QByteArray bytes = helloArchive().chopped(2);
    bytes += littleEndian(quint16(11)) + "a PK\x05\x06 word"; // as if the directory began there
    QCOMPARE(helloIn(helloArchive().chopped(2) + littleEndian(quint16(4)) + "word"), QByteArray("hello"));
    const QByteArray puzzling = helloIn(bytes); // or nothing, but no crash
    QVERIFY(puzzling == "hello" || puzzling == "(none)");
}

void TestZipArchive::noArchive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a word") << QByteArray("hello");
    QTest::newRow("long, but none") << QByteArray(200'000, 'x');
    QTest::newRow("only the mark of its end") << QByteArray("PK\x05\x06");
    QTest::newRow("a directory that is nowhere") << "PK\x05\x06" + QByteArray(18, '\xff');
    QTest::newRow("cut off") << helloArchive().chopped(30);
    QTest::newRow("another checksum") << helloArchive(1);
}

void TestZipArchive::noArchive()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(helloIn(bytes), QByteArray("(none)"));
}

/// No byte of the content, or of what is told of it, can change without a word.
void TestZipArchive::noticesEachDamage()
{
    const QByteArray whole = helloArchive();
    const qsizetype content = whole.indexOf("hello");
    for (qsizetype at = content; at < content + 5; ++at) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        QCOMPARE(helloIn(damaged), QByteArray("(none)"));
    }
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
        const QByteArray read = helloIn(damaged); // whatever is damaged: not something else
        QVERIFY2(read == "hello" || read == "(none)", read.constData());
    }
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestZipArchive)
#include "tst_ziparchive.moc"
