// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/documents.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <memory>

using namespace layerscope;
using namespace layerscope::ServerColumn;
using namespace Qt::Literals::StringLiterals;

namespace {

const QList<ColumnIndex> jsonColumns{Id,          Fqdn,    MemoryGb, Cores,
                                     PrivateOnly, Created, Notes,    ServerColumn::RowState};

InventoryTable jsonServers()
{
    InventoryTable rows = makeTable({
        bareMetal(9'007'199'254'740'993, {{Fqdn, text("=1+1")},
                                          {MemoryGb, decimal("0.10")},
                                          {Cores, qint64(16)},
                                          {PrivateOnly, true},
                                          {Created, time("2026-11-22T15:02:00+01:00")},
                                          {Notes, text("a \"b\"\\c\n\x1b[31m\x7f")}}),
        virtualServer(2, {{Fqdn, text("00123")},
                          {MemoryGb, CellValue()},
                          {Cores, CellValue()},
                          {PrivateOnly, false},
                          {Created, CellValue()},
                          {Notes, CellValue()}}),
        bareMetal(3, {{Fqdn, text("refused")}}),
    });
    rows.setFailure(2, rows.missingGroups(2, allGroups), CellState::Refused,
                    ApiError::make(ApiError::Kind::NotFound));
    return rows;
}

DocumentAbout jsonAbout()
{
    DocumentAbout about;
    about.program = u"Layerscope 1"_s;
    about.account = u"Acme \"Europe\" (12)"_s;
    about.asOf = QDateTime({2026, 11, 22}, {15, 2}, QTimeZone(3600));
    about.filter = u"dc:dal10"_s;
    return about;
}

QJsonObject aboutOf(const QJsonObject &document)
{
    return document.value(u"about").toObject();
}

} // namespace

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anObjectOfArrays();
    void numbersKeepTheirDigits();
    void tellsWhatIsMissing();
    void noRowsAreAnEmptyArray();
    void linesAreARowEach();
    void nothingCommandsATerminal();
    void textsComeBack_data();
    void textsComeBack();

private:
    /// Of one table, as a file.
    QByteArray written(FileFormat format, const DocumentAbout &about, const QList<DocumentTable> &tables);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJsonWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QByteArray TestJsonWriter::written(FileFormat format, const DocumentAbout &about,
                                   const QList<DocumentTable> &tables)
{
    const QString path = m_folder->filePath(u"written"_s);
    const Result<CsvSummary> result = writeDocument({format, about, tables}, path, CancelToken());
    const QByteArray bytes = bytesOfFile(path);
    return result && result->bytes == bytes.size() ? bytes : QByteArray("(not written)");
}

void TestJsonWriter::anObjectOfArrays()
{
    const QByteArray bytes = written(FileFormat::Json, jsonAbout(), {serversOf(jsonServers(), jsonColumns)});
    QJsonParseError error;
    const QJsonObject document = QJsonDocument::fromJson(bytes, &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, bytes.constData());
    QCOMPARE(document.keys(), (QStringList{u"about"_s, u"complete"_s, u"servers"_s}));
    const QJsonObject about = document[u"about"].toObject();
    QCOMPARE(about[u"program"].toString(), u"Layerscope 1"_s);
    QCOMPARE(about[u"account"].toString(), u"Acme \"Europe\" (12)"_s);
    QCOMPARE(about[u"asOf"].toString(), u"2026-11-22T14:02:00Z"_s);
    QCOMPARE(about[u"filter"].toString(), u"dc:dal10"_s);
    QCOMPARE(document[u"complete"], QJsonValue(false)); // one is refused

    const QJsonArray rows = document[u"servers"].toArray();
    QCOMPARE(rows.size(), 3);
    const QJsonObject first = rows[0].toObject();
    QCOMPARE(first.size(), jsonColumns.size());
    QCOMPARE(first[u"fqdn"], QJsonValue(u"=1+1"_s));
    QCOMPARE(first[u"memory_gb"], QJsonValue(0.1));
    QCOMPARE(first[u"cores"], QJsonValue(16));
    QCOMPARE(first[u"private_only"], QJsonValue(true));
    QCOMPARE(first[u"created"], QJsonValue(u"2026-11-22T14:02:00Z"_s));
    QCOMPARE(first[u"notes"], QJsonValue(u"a \"b\"\\c\n\x1b[31m\x7f"_s));
    const QJsonObject second = rows[1].toObject();
    QCOMPARE(second[u"fqdn"], QJsonValue(u"00123"_s)); // no number
    QCOMPARE(second[u"private_only"], QJsonValue(false));
    for (const auto *const empty : {"memory_gb", "cores", "created", "notes"})
        QVERIFY2(second[QLatin1StringView(empty)].isNull() && second.contains(QLatin1StringView(empty)),
                 empty);
    QCOMPARE(rows[2].toObject().value(u"row_state"), QJsonValue(u"refused"_s));
    QVERIFY(rows[2].toObject().value(u"cores").isNull());
}

void TestJsonWriter::numbersKeepTheirDigits()
{
    const QByteArray bytes = written(FileFormat::JsonLines, {}, {serversOf(jsonServers(), {Id, MemoryGb})});
    QCOMPARE(bytes, QByteArray(R"({"table":"servers","id":9007199254740993,"memory_gb":0.10}
{"table":"servers","id":2,"memory_gb":null}
{"table":"servers","id":3,"memory_gb":null}
)"));
}

void TestJsonWriter::tellsWhatIsMissing()
{
    DocumentAbout about = jsonAbout();
    about.filter.clear();
    about.asOf = {};
    const auto read = [&](const InventoryTable &rows) {
        return QJsonDocument::fromJson(written(FileFormat::Json, about, {serversOf(rows, {Id, Fqdn})}))
            .object();
    };
    const InventoryTable whole = numberedServers(2);
    QCOMPARE(read(whole).value(u"complete"), QJsonValue(true));
    QVERIFY(aboutOf(read(whole)).value(u"filter").isNull() && aboutOf(read(whole)).value(u"asOf").isNull());
    QCOMPARE(aboutOf(read(whole)).value(u"missing").toArray().size(), 0);

    about.leftOut = QStringList{u"pools"_s};
    QCOMPARE(read(whole).value(u"complete"), QJsonValue(false));
    QCOMPARE(aboutOf(read(whole)).value(u"leftOut").toArray(), QJsonArray{u"pools"_s});
    about.leftOut.clear();
    about.missing = QStringList{u"1 198 of 1 204 servers were listed."_s};
    QCOMPARE(read(whole).value(u"complete"), QJsonValue(false));
    QCOMPARE(aboutOf(read(whole)).value(u"missing").toArray(),
             QJsonArray{u"1 198 of 1 204 servers were listed."_s});
}

void TestJsonWriter::noRowsAreAnEmptyArray()
{
    DocumentTable other = serversOf(numberedServers(0), {Id});
    other.name = u"virtual"_s;
    const QByteArray bytes = written(FileFormat::Json, {}, {serversOf(numberedServers(0), {Id}), other});
    const QJsonObject document = QJsonDocument::fromJson(bytes).object();
    QVERIFY(document[u"servers"].isArray() && document[u"servers"].toArray().isEmpty());
    QVERIFY(document[u"virtual"].isArray() && document[u"virtual"].toArray().isEmpty());
    QCOMPARE(document[u"complete"], QJsonValue(true)); // truly none
    QCOMPARE(QJsonDocument::fromJson(written(FileFormat::Json, {}, {})).object().value(u"complete"),
             QJsonValue(true));
    QCOMPARE(written(FileFormat::JsonLines, {}, {}), QByteArray());
}

void TestJsonWriter::linesAreARowEach()
{
    DocumentTable pools = serversOf(numberedServers(1), {Id});
    pools.name = u"pools"_s;
    const QByteArray bytes =
        written(FileFormat::JsonLines, jsonAbout(), {serversOf(jsonServers(), jsonColumns), pools});
    QVERIFY(bytes.endsWith('\n'));
    const QList<QByteArray> lines = bytes.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    for (const QByteArray &line : lines) {
        QJsonParseError error;
        const QJsonObject row = QJsonDocument::fromJson(line, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, line.constData());
        QCOMPARE(row[u"table"].toString(), &line == &lines.last() ? u"pools"_s : u"servers"_s);
    }
}

void TestJsonWriter::nothingCommandsATerminal()
{
    for (const FileFormat format : {FileFormat::Json, FileFormat::JsonLines}) {
        const QByteArray bytes = written(format, {}, {serversOf(jsonServers(), jsonColumns)});
        QVERIFY(!bytes.contains('\x1b') && !bytes.contains('\x7f'));
        QVERIFY(bytes.contains("\\u001b[31m\\u007f"));
    }
}

void TestJsonWriter::textsComeBack_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("comes");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    same("any language", u"Zürich €\U0001F600"_s);
    same("blanks", u"  a  "_s);
    same("line ends of all sorts", u"a\r\nb\u2028c\u2029d\u0085e"_s);
    same("like an escape", u"\\u0041 \\n"_s);
    same("markup", u"</script>"_s);
    QTest::newRow("NUL") << QString(u"a\0b"_s) << u"a\uFFFDb"_s;
    QTest::newRow("half a character") << QString(QChar(0xd83d)) + u'x' << u"\uFFFDx"_s;
}

void TestJsonWriter::textsComeBack()
{
    QFETCH(QString, sent);
    InventoryTable rows = makeTable({bareMetal(1, {{Fqdn, sent}})});
    const QByteArray bytes = written(FileFormat::JsonLines, {}, {serversOf(rows, {Fqdn})});
    QCOMPARE(bytes.count('\n'), 1);
    QCOMPARE(QString::fromUtf8(bytes).count(QChar(0x2028)), 0); // which some take for the end of a line
    QTEST(QJsonDocument::fromJson(bytes).object().value(u"fqdn").toString(), "comes");
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestJsonWriter)
#include "tst_jsonwriter.moc"
