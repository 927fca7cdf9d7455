// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "csv/csvwriter.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

/// Takes so many bytes, at most so many at once, then fails.
class FailingDevice final : public QIODevice
{
public:
    FailingDevice(qint64 capacity, qint64 atOnce)
        : m_left(capacity)
        , m_atOnce(atOnce)
    {
        open(QIODevice::WriteOnly);
    }

    QByteArray taken;
    int refusals = 0;

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 accepted = std::min({size, m_left, m_atOnce});
        if (accepted == 0) {
            ++refusals;
            setErrorString(u"the disk is full"_s);
            return -1;
        }
        taken.append(data, accepted);
        m_left -= accepted;
        return accepted;
    }

private:
    qint64 m_left;
    qint64 m_atOnce;
};

QByteArray written(const CsvFormat &format, const std::function<void(CsvWriter &)> &write)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, format);
    write(writer);
    if (!writer.finish())
        qFatal("a buffer does not fail");
    if (writer.bytesWritten() != buffer.size())
        qFatal("miscounted");
    return buffer.data();
}

CsvFormat guarded()
{
    CsvFormat format;
    format.guardsFormulas = true;
    return format;
}

} // namespace

class TestCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void controlsOnATerminal();
    void guard_data();
    void guard();
    void numbers();
    void rows();
    void aRowOfOneEmptyField();
    void byteOrderMark();
    void presets_data();
    void presets();
    void excelMixesNoDigitsInAnyLocale();
    void whatIsWrittenCanBeReadBack();
    void moreThanABufferFull();
    void failingDevice_data();
    void failingDevice();
    void shortWritesAreContinued();
};

void TestCsvWriter::texts_data()
{
    QTest::addColumn<char>("separator");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char *name, const QString &text, const char *cell, char separator = ',') {
        QTest::newRow(name) << separator << text << QByteArray(cell);
    };
    row("plain", u"db01.example.com"_s, "db01.example.com");
    row("blanks are kept", u"  a b  "_s, "  a b  ");
    row("comma", u"a,b"_s, "\"a,b\"");
    row("semicolon with comma", u"a;b"_s, "a;b");
    row("semicolon", u"a;b"_s, "\"a;b\"", ';');
    row("comma with semicolon", u"a,b"_s, "a,b", ';');
    row("quote", u"say \"hi\""_s, "\"say \"\"hi\"\"\"");
    row("only a quote", u"\""_s, "\"\"\"\"");
    row("line feed", u"a\nb"_s, "\"a\nb\"");
    row("carriage return", u"a\rb"_s, "\"a\rb\"");
    row("both", u"a\r\nb"_s, "\"a\r\nb\"");
    row("tab", u"a\tb"_s, "a\tb");
    row("no guard in plain", u"=1+1"_s, "=1+1");
    row("Latin", u"café"_s, "caf\xC3\xA9");
    row("Han", u"漢"_s, "\xE6\xBC\xA2");
    row("beyond the first plane", u"😀"_s, "\xF0\x9F\x98\x80");
    row("beyond it, quoted", u"😀,😀"_s, "\"\xF0\x9F\x98\x80,\xF0\x9F\x98\x80\"");
    row("lone high surrogate", QString(QChar(0xd83d)) + u"x"_s, "\xEF\xBF\xBDx");
    row("lone low surrogate", QString(QChar(0xde00)), "\xEF\xBF\xBD");
    row("NUL", u"a"_s + QChar(0) + u"b"_s,
        "a\xEF\xBF\xBD"
        "b");
    row("NUL, quoted", QChar(0) + u",é"_s, "\"\xEF\xBF\xBD,\xC3\xA9\"");
    row("other controls are kept in a file", u"\x1b[31m\u009b"_s, "\x1b[31m\xC2\x9B");
    row("high surrogate at the end", u"x"_s + QChar(0xd83d), "x\xEF\xBF\xBD");
    row("no-break space", u"\u00a0"_s, "\xC2\xA0");
}

void TestCsvWriter::texts()
{
    QFETCH(char, separator);
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    CsvFormat format;
    format.separator = separator;
    QCOMPARE(written(format,
                     [&](CsvWriter &writer) {
                         writer.addText(text);
                         writer.addEncoded(writer.encoded(text));
                         writer.endRow();
                     }),
             cell + separator + cell + "\r\n");
}

void TestCsvWriter::controlsOnATerminal()
{
    CsvFormat format;
    format.hidesControls = true;
    QCOMPARE(written(format,
                     [](CsvWriter &writer) {
                         writer.addText(u"\x1b]0;mine\x07");
                         writer.addText(u"a\tb\r\nc");
                         writer.addText(u"\x7f\u0080\u009b"
                                        u"31m é");
                         writer.endRow();
                     }),
             QByteArray("\xEF\xBF\xBD]0;mine\xEF\xBF\xBD,\"a\tb\r\nc\","
                        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
                        "31m \xC3\xA9\r\n"));
}

void TestCsvWriter::guard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    const auto row = [](const char *name, const QString &text, const char *cell) {
        QTest::newRow(name) << text << QByteArray(cell);
    };
    row("=", u"=1+1"_s, "'=1+1");
    row("+", u"+49"_s, "'+49");
    row("-", u"-x"_s, "'-x");
    row("only -", u"-"_s, "'-");
    row("@", u"@cmd"_s, "'@cmd");
    row("tab", u"\t=1"_s, "'\t=1");
    row("carriage return", u"\rx"_s, "\"'\rx\"");
    row("line feed", u"\nx"_s, "\"'\nx\"");
    row("with a quote", u"=\"a\",b"_s, "\"'=\"\"a\"\",b\"");
    row("full-width =", u"＝1"_s, "'\xEF\xBC\x9D\x31");
    row("full-width +", u"＋1"_s, "'\xEF\xBC\x8B\x31");
    row("full-width -", u"－1"_s, "'\xEF\xBC\x8D\x31");
    row("full-width @", u"＠a"_s, "'\xEF\xBC\xA0\x61");
    row("not at the start", u"a=1"_s, "a=1");
    row("blank before it", u" =1"_s, " =1");
    row("apostrophe", u"'a"_s, "'a");
}

void TestCsvWriter::guard()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(written(guarded(),
                     [&](CsvWriter &writer) {
                         writer.addText(text);
                         writer.endRow();
                     }),
             cell + "\r\n");
}

void TestCsvWriter::numbers()
{
    const auto writeNumbers = [](CsvWriter &writer) {
        writer.addNumber("-12.50");
        writer.addNumber("7");
        writer.addEmpty();
        writer.endRow();
    };
    QCOMPARE(written(guarded(), writeNumbers), QByteArray("-12.50,7,\r\n")); // no number is ever guarded
    CsvFormat format;
    format.separator = ';';
    format.decimalSign = ",";
    QCOMPARE(written(format, writeNumbers), QByteArray("-12,50;7;\r\n"));
    format.separator = ',';
    QCOMPARE(written(format, writeNumbers), QByteArray("\"-12,50\",7,\r\n"));
    format.decimalSign = "\xD9\xAB"; // Arabic
    QCOMPARE(written(format, writeNumbers), QByteArray("-12\xD9\xAB"
                                                       "50,7,\r\n"));
}

void TestCsvWriter::rows()
{
    QCOMPARE(written({}, [](CsvWriter &) {}), QByteArray());
    QCOMPARE(written({},
                     [](CsvWriter &writer) {
                         writer.addPlain("a");
                         writer.addText({});
                         writer.addText(u"c");
                         writer.endRow();
                         writer.addEmpty();
                         writer.addEmpty();
                         writer.addEmpty();
                         writer.endRow();
                     }),
             QByteArray("a,,c\r\n,,\r\n"));
}

void TestCsvWriter::aRowOfOneEmptyField()
{
    QCOMPARE(written({},
                     [](CsvWriter &writer) {
                         writer.addEmpty();
                         writer.endRow();
                         writer.addText(u"x");
                         writer.endRow();
                         writer.addText({});
                         writer.endRow();
                     }),
             QByteArray("\"\"\r\nx\r\n\"\"\r\n"));
}

void TestCsvWriter::byteOrderMark()
{
    CsvFormat format;
    format.hasByteOrderMark = true;
    QCOMPARE(written(format,
                     [](CsvWriter &writer) {
                         writer.addEmpty();
                         writer.endRow();
                     }),
             QByteArray("\xEF\xBB\xBF\"\"\r\n"));
}

void TestCsvWriter::presets_data()
{
    QTest::addColumn<bool>("isExcel");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<char>("separator");
    QTest::addColumn<QByteArray>("decimalSign");
    const QLocale german(QLocale::German, QLocale::Germany);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("plain, German") << false << german << ',' << QByteArray(".");
    QTest::newRow("Excel, German") << true << german << ';' << QByteArray(",");
    QTest::newRow("Excel, American") << true << american << ',' << QByteArray(".");
    const auto excel = [](const char *name, char separator, const char *decimalSign) {
        QTest::addRow("Excel, %s", name)
            << true << QLocale(QString::fromLatin1(name)) << separator << QByteArray(decimalSign);
    };
    excel("de_CH", ';', ".");
    excel("de_LI", ';', ".");
    excel("it_CH", ';', ".");
    excel("fr_CH", ';', ",");
    excel("fr_FR", ';', ",");
    excel("en_GB", ',', ".");
    excel("ja_JP", ',', ".");
    // Digits are ASCII, so the decimal sign is, too.
    excel("ar_EG", ';', ".");
    excel("fa_IR", ';', ".");
    excel("ps_AF", ';', ".");
}

void TestCsvWriter::presets()
{
    QFETCH(bool, isExcel);
    QFETCH(QLocale, locale);
    QFETCH(char, separator);
    QFETCH(QByteArray, decimalSign);
    const CsvFormat format = CsvFormat::of(isExcel ? CsvPreset::Excel : CsvPreset::Plain, locale);
    QCOMPARE(format.separator, separator);
    QCOMPARE(format.decimalSign, decimalSign);
    QCOMPARE(format.hasByteOrderMark, isExcel);
    QCOMPARE(format.guardsFormulas, isExcel);
    QCOMPARE(format.hasTitlesAsHeader, false);
}

void TestCsvWriter::excelMixesNoDigitsInAnyLocale()
{
    const QList<QLocale> locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    QVERIFY(locales.size() > 100);
    for (const QLocale &locale : locales) {
        const CsvFormat format = CsvFormat::of(CsvPreset::Excel, locale);
        QVERIFY2(format.decimalSign == "." || format.decimalSign == ",", qPrintable(locale.name()));
        QVERIFY2(format.separator == ';' || format.separator == ',', qPrintable(locale.name()));
        QVERIFY2(format.decimalSign != QByteArray(1, format.separator), qPrintable(locale.name()));
    }
}

void TestCsvWriter::whatIsWrittenCanBeReadBack()
{
    QRandomGenerator random(11);
    const QString alphabet = u"ab,;\"\r\n \t=+-@'é漢😀＝"_s;
    for (const char separator : {',', ';'}) {
        CsvFormat format;
        format.separator = separator;
        QList<QStringList> rows;
        for (int row = 0; row < 500; ++row) {
            QStringList cells;
            for (int cell = 0; cell < 5; ++cell) {
                QString text;
                for (int length = random.bounded(8); length > 0; --length)
                    text.append(alphabet[random.bounded(static_cast<int>(alphabet.size()))]);
                cells.append(QString::fromUtf8(text.toUtf8())); // halves of pairs cannot come back
            }
            rows.append(cells);
        }
        const QByteArray bytes = written(format, [&](CsvWriter &writer) {
            for (const QStringList &cells : rows) {
                for (const QString &cell : cells)
                    writer.addText(cell);
                writer.endRow();
            }
        });
        const auto read = parseCsv(bytes, separator);
        QVERIFY(read);
        QCOMPARE(*read, rows);
    }
}

void TestCsvWriter::moreThanABufferFull()
{
    const QString cell(1000, u'x');
    QByteArray expected;
    const QByteArray bytes = written({}, [&](CsvWriter &writer) {
        for (int i = 0; i < 3000; ++i) {
            writer.addText(cell);
            writer.endRow();
            expected += cell.toLatin1() + "\r\n";
        }
    });
    QVERIFY(bytes == expected);
}

void TestCsvWriter::failingDevice_data()
{
    QTest::addColumn<qint64>("capacity");
    QTest::newRow("from the start") << qint64(0);
    QTest::newRow("after a little") << qint64(10);
    QTest::newRow("in the second megabyte") << qint64(1'500'000);
    QTest::newRow("a byte short") << qint64(3'002'999);
}

void TestCsvWriter::failingDevice()
{
    QFETCH(qint64, capacity);
    FailingDevice device(capacity, capacity + 1);
    CsvWriter writer(device, {});
    const QString cell(999, u'x');
    for (int i = 0; i < 3000; ++i) { // 3 003 000 bytes
        writer.addText(cell);
        writer.endRow();
    }
    const Result<Done> result = writer.finish();
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Storage);
    QCOMPARE(result.error().detail, u"the disk is full"_s);
    QVERIFY(writer.hasFailed());
    QCOMPARE(device.refusals, 1); // nobody knocks again
    QCOMPARE(device.taken.size(), capacity);
    QCOMPARE(writer.bytesWritten(), capacity);
}

void TestCsvWriter::shortWritesAreContinued()
{
    FailingDevice device(1'000'000, 7);
    CsvWriter writer(device, {});
    QByteArray expected;
    for (int i = 0; i < 1000; ++i) {
        writer.addNumber(std::to_string(i));
        writer.addPlain("x");
        writer.endRow();
        expected += QByteArray::number(i) + ",x\r\n";
    }
    QVERIFY(writer.finish());
    QCOMPARE(device.taken, expected);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestCsvWriter)
#include "tst_csvwriter.moc"
