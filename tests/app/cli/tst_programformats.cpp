// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/programtest.h"
#include "app/csv/csvparser.h"
#include "exporting/exportkind.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What CSV says of this value: of texts, whole numbers and decimals.
QString fieldOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isNull() ? QString() : QString::number(value.toDouble(), 'g', 15);
}

/// "412.50" and "412.5" are one number.
QString sameNumber(const QString &field)
{
    bool isNumber = false;
    const double number = field.toDouble(&isNumber);
    return isNumber ? QString::number(number, 'g', 15) : field;
}

} // namespace

/// JSON and JSON lines from the command line, against an API with data of its own.
class TestProgramFormats : public ProgramTest
{
    Q_OBJECT

private Q_SLOTS:
    void jsonHasWhatCsvHas()
    {
        OtherApi api;
        run({u"export"_s, u"servers"_s, u"--columns"_s, OtherApi::expectedColumns(), u"--format"_s,
             u"json"_s},
            environmentOf(api));
        QCOMPARE(m_exitCode, 0);
        QVERIFY2(m_errors.isEmpty(), m_errors.constData());
        QJsonParseError error;
        const QJsonObject document = QJsonDocument::fromJson(m_output, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, m_output.constData());
        QCOMPARE(document.value(u"complete"), QJsonValue(true));
        const QJsonObject about = document.value(u"about").toObject();
        QVERIFY2(about.value(u"account").toString().startsWith(u"Autre Société ("_s), m_output.constData());
        QVERIFY(about.value(u"asOf").toString().endsWith(u'Z'));
        QVERIFY(about.value(u"program").toString().startsWith(u"Layerscope "_s));

        const auto csv = parseCsv(OtherApi::expectedCsv());
        QVERIFY(csv);
        const QJsonArray rows = document.value(u"servers").toArray();
        QCOMPARE(rows.size(), csv->size() - 1);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonObject row = rows[i].toObject();
            QCOMPARE(row.size(), csv->first().size());
            for (qsizetype column = 0; column < csv->first().size(); ++column)
                QCOMPARE(fieldOf(row.value(csv->first()[column])), sameNumber((*csv)[i + 1][column]));
        }
    }

    void aLineARowOfTheWholeAccount()
    {
        OtherApi api;
        run({u"export"_s, u"all"_s, u"--output"_s, m_home->path()}, environmentOf(api));
        QCOMPARE(m_exitCode, 3); // of the members of a pool not all can be seen
        run({u"export"_s, u"all"_s, u"--format"_s, u"jsonl"_s}, environmentOf(api)); // needs no folder
        QCOMPARE(m_exitCode, 3);
        QHash<QString, qsizetype> rows;
        for (const QByteArray &line : m_output.trimmed().split('\n')) {
            const QJsonDocument row = QJsonDocument::fromJson(line);
            QVERIFY2(row.isObject(), line.constData());
            ++rows[row.object().value(u"table").toString()];
        }
        qsizetype all = 0;
        for (const ExportKind &kind : ExportKind::wholeAccount()) {
            const auto csv = parseCsv(contents(m_home->filePath(kind.name + u".csv"_s)));
            QVERIFY2(csv, qPrintable(kind.name));
            QCOMPARE(rows.value(kind.name), csv->size() - 1);
            all += csv->size() - 1;
        }
        QCOMPARE(m_output.count('\n'), all);
    }

    void wholeAccountAsOneObject()
    {
        const QString path = m_home->filePath(u"all.json"_s);
        run({u"export"_s, u"all"_s, u"--format"_s, u"json"_s, u"--output"_s, path, u"--demo=30"_s}, {});
        QCOMPARE(m_exitCode, 0);
        QVERIFY(m_output.isEmpty());
        const QJsonObject document = QJsonDocument::fromJson(contents(path)).object();
        for (const ExportKind &kind : ExportKind::wholeAccount()) {
            QVERIFY2(document.value(kind.name).isArray(), qPrintable(kind.name));
            const QJsonArray rows = document.value(kind.name).toArray();
            if (!rows.isEmpty())
                QCOMPARE(rows.first().toObject().size(), kind.defaultColumns().size());
        }
        QCOMPARE(QDir(m_home->path()).entryList({u"*.csv"_s, u".layerscope*"_s}, QDir::Files | QDir::Hidden),
                 QStringList());
    }

    void whatIsLeftOutIsTold()
    {
        OtherApi api;
        api.server().setScript([script = api.script()](const ScriptedServer::Request &request) {
            if (!request.path().contains("getBandwidthAllotments"))
                return script(request);
            ScriptedServer::Answer answer = ScriptedServer::json(
                R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
            answer.status = 500;
            return answer;
        });
        const QString path = m_home->filePath(u"all.json"_s);
        run({u"export"_s, u"all"_s, u"--format"_s, u"json"_s, u"--output"_s, path}, environmentOf(api));
        QCOMPARE(m_exitCode, 3);
        QVERIFY2(m_errors.contains("\"pools\" was not written"), m_errors.constData());
        QVERIFY2(m_errors.contains("The file was written, but it is not complete."), m_errors.constData());
        const QJsonObject document = QJsonDocument::fromJson(contents(path)).object();
        QCOMPARE(document.value(u"complete"), QJsonValue(false));
        QVERIFY(!document.contains(u"pools"_s)); // an empty array would say that there are none
        QCOMPARE(document.value(u"bare-metal").toArray().size(), 3);
        const QJsonObject about = document.value(u"about").toObject();
        QCOMPARE(about.value(u"leftOut").toArray(), (QJsonArray{u"pools"_s, u"pool-members"_s}));
        QVERIFY(about.value(u"missing")
                    .toArray()
                    .contains(QJsonValue(u"The list of bandwidth pools is not complete."_s)));
    }

    void anOldFileStaysWhenTheLoadFails()
    {
        OtherApi api;
        QProcessEnvironment environment = environmentOf(api);
        environment.insert(u"SL_API_KEY"_s, u"wrong"_s);
        const QString path = m_home->filePath(u"all.json"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("yesterday") == 9);
        old.close();
        run({u"export"_s, u"all"_s, u"--format"_s, u"json"_s, u"--output"_s, path}, environment);
        QCOMPARE(m_exitCode, 1);
        QCOMPARE(contents(path), QByteArray("yesterday"));
    }

    void placesThatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no such folder") << u"nowhere/s.json"_s << QByteArray("does not exist");
        QTest::newRow("a folder") << u"."_s << QByteArray("is a folder");
#ifdef Q_OS_LINUX
        QTest::newRow("where nothing can be made")
            << u"/proc/s.json"_s << QByteArray("cannot be written here");
#endif
    }

    /// Before the load.
    void placesThatCannotBeWritten()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, says);
        OtherApi api;
        run({u"export"_s, u"all"_s, u"--format"_s, u"json"_s, u"--output"_s,
             QDir(m_home->path()).filePath(path)},
            environmentOf(api));
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains(says), m_errors.constData());
        QVERIFY(api.server().requests().isEmpty());
    }

#ifdef Q_OS_LINUX
    void fullDisk()
    {
        run({u"export"_s, u"all"_s, u"--format"_s, u"jsonl"_s, u"--output"_s, u"/dev/full"_s, u"--demo=30"_s},
            {});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("There is no room left"), m_errors.constData());
    }
#endif

    void refusals_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const QStringList servers{u"export"_s, u"servers"_s};
        QTest::newRow("no such format")
            << servers + QStringList{u"--format"_s, u"lotus"_s} << QByteArray("--format takes csv, ");
        QTest::newRow("a preset of CSV")
            << servers + QStringList{u"--format"_s, u"json"_s, u"--preset"_s, u"excel"_s}
            << QByteArray("--preset is for CSV");
        QTest::newRow("a guard of CSV")
            << servers + QStringList{u"--format"_s, u"jsonl"_s, u"--guard-formulas"_s}
            << QByteArray("--guard-formulas is for CSV");
        QTest::newRow("all to nowhere")
            << QStringList{u"export"_s, u"all"_s, u"--format"_s, u"json"_s, u"--output"_s, u""_s}
            << QByteArray("--output takes a file's name");
        QTest::newRow("no export") << QStringList{u"columns"_s, u"servers"_s, u"--format"_s, u"json"_s}
                                   << QByteArray("--format means nothing");
    }

    void refusals()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        OtherApi api;
        run(arguments, environmentOf(api));
        QCOMPARE(m_exitCode, 2);
        QVERIFY2(m_errors.contains(says), m_errors.constData());
        QVERIFY(m_output.isEmpty());
        QVERIFY(api.server().requests().isEmpty());
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProgramFormats)
#include "tst_programformats.moc"
