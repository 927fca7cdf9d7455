// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/slcliconfig.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Each row was compared with what configparser.RawConfigParser of Python 3.11 reads from the same text. (An
/// own script did that; the test needs no Python.)
class TestSlcliConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsPythonDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("userName");
        QTest::addColumn<QString>("apiKey");

        QTest::newRow("equals") << u"[softlayer]\nusername = u\napi_key = k\n"_s << u"u"_s << u"k"_s;
        QTest::newRow("colon, no blanks") << u"[softlayer]\nusername:u\napi_key:k"_s << u"u"_s << u"k"_s;
        QTest::newRow("first delimiter counts")
            << u"[softlayer]\nusername = a:b=c\n"_s << u"a:b=c"_s << QString();
        QTest::newRow("keys in any case")
            << u"[softlayer]\nUserName = u\nAPI_KEY = k\n"_s << u"u"_s << u"k"_s;
        QTest::newRow("section in other case") << u"[SoftLayer]\nusername = u\n"_s << QString() << QString();
        QTest::newRow("percent and backslash")
            << u"[softlayer]\napi_key = a%b\\n%(x)s\"\n"_s << QString() << u"a%b\\n%(x)s\""_s;
        QTest::newRow("comment lines")
            << u"# one\n[softlayer]\n ; two\nusername = u\n"_s << u"u"_s << QString();
        QTest::newRow("no inline comments")
            << u"[softlayer]\nusername = u # not a comment\n"_s << u"u # not a comment"_s << QString();
        QTest::newRow("continuation")
            << u"[softlayer]\nusername = u\n  v\napi_key = k\n"_s << u"u\nv"_s << u"k"_s;
        QTest::newRow("empty line within a value")
            << u"[softlayer]\nusername = u\n\n  v\n"_s << u"u\n\nv"_s << QString();
        QTest::newRow("empty lines after a value")
            << u"[softlayer]\nusername = u\n\n\napi_key = k\n"_s << u"u"_s << u"k"_s;
        QTest::newRow("windows line ends")
            << u"[softlayer]\r\nusername = u\r\napi_key = k\r\n"_s << u"u"_s << u"k"_s;
        QTest::newRow("default section")
            << u"[DEFAULT]\nusername = d\napi_key = k\n[softlayer]\nusername = u\n"_s << u"u"_s << u"k"_s;
        QTest::newRow("default section alone") << u"[DEFAULT]\nusername = d\n"_s << QString() << QString();
        QTest::newRow("other sections")
            << u"[other]\nusername = o\n[softlayer]\nusername = u\n[more]\napi_key = m\n"_s << u"u"_s
            << QString();
        QTest::newRow("all indented alike")
            << u"  [softlayer]\n  username = u\n  api_key = k\n"_s << u"u"_s << u"k"_s;
        QTest::newRow("empty") << QString() << QString() << QString();
        QTest::newRow("only comments") << u"# username = u\n; api_key = k\n"_s << QString() << QString();
        QTest::newRow("tabs") << u"[softlayer]\n\n\nusername\t=\tu\napi_key\t:\tk\n"_s << u"u"_s << u"k"_s;
        QTest::newRow("comment within a value")
            << u"[softlayer]\nusername = u\n# not of it\n  v\n"_s << u"u\nv"_s << QString();
        QTest::newRow("quotes mean themselves")
            << u"[softlayer]\nusername = \"u\"\napi_key = 'k'\n"_s << u"\"u\""_s << u"'k'"_s;
        QTest::newRow("commas and backslashes")
            << u"[softlayer]\nusername = a, b\napi_key = \\x41\n"_s << u"a, b"_s << u"\\x41"_s;
        QTest::newRow("empty value") << u"[softlayer]\nusername =\napi_key = k\n"_s << QString() << u"k"_s;
        QTest::newRow("value on the next line")
            << u"[softlayer]\nusername =\n  u\napi_key = k\n"_s << u"\nu"_s << u"k"_s;
        QTest::newRow("unknown settings")
            << u"[softlayer]\ntheme = dark\nusername = u\nims_account = 7\n"_s << u"u"_s << QString();
        QTest::newRow("no line end at the end") << u"[softlayer]\nusername = u"_s << u"u"_s << QString();
        QTest::newRow("more after a section's name")
            << u"[softlayer] ; mine\nusername = u\n"_s << u"u"_s << QString();
        QTest::newRow("default section twice")
            << u"[DEFAULT]\nusername = d\n[softlayer]\napi_key = k\n[DEFAULT]\nproxy = p\n"_s << u"d"_s
            << u"k"_s;
        QTest::newRow("default key in other case")
            << u"[DEFAULT]\nUSERNAME = d\n[softlayer]\nusername = u\n"_s << u"u"_s << QString();
        QTest::newRow("line ends of old")
            << u"[softlayer]\rusername = u\rapi_key = k\r"_s << u"u"_s << u"k"_s;
        QTest::newRow("blanks in a section's name")
            << u"[ softlayer ]\nusername = u\n"_s << QString() << QString();
        QTest::newRow("other blanks around")
            << u"[softlayer]\nusername =\u00a0u\u00a0\n"_s << u"u"_s << QString();
        QTest::newRow("less indented than the one before")
            << u"[softlayer]\n    username = u\n  api_key = k\n"_s << u"u"_s << u"k"_s;
        QTest::newRow("more indented than the one before")
            << u"[softlayer]\nusername = u\n  api_key = k\n"_s << u"u\napi_key = k"_s << QString();
        QTest::newRow("letters beyond ASCII")
            << u"[softlayer]\nusername = jürgen\n"_s << u"jürgen"_s << QString();
    }

    void readsAsPythonDoes()
    {
        QFETCH(QString, text);
        SlcliConfig config;
        const Result<Done> added = config.add(text, u"file"_s);
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
        QTEST(config.value(u"username"_s), "userName");
        QTEST(config.value(u"api_key"_s), "apiKey");
    }

    void refusesWhatPythonRefuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");

        QTest::newRow("no section") << u"username = u\n"_s << u"line 1"_s;
        QTest::newRow("no delimiter") << u"[softlayer]\nusername\n"_s << u"line 2"_s;
        QTest::newRow("no key") << u"[softlayer]\n= u\n"_s << u"line 2"_s;
        QTest::newRow("setting twice") << u"[softlayer]\nusername = u\nUSERNAME = v\n"_s << u"line 3"_s;
        QTest::newRow("setting twice, in [DEFAULT] begun again")
            << u"[DEFAULT]\nproxy = p\n[softlayer]\n[DEFAULT]\nproxy = q\n"_s << u"line 5"_s;
        QTest::newRow("section without a name") << u"[]\nusername = u\n"_s << u"line 1"_s;
        QTest::newRow("section twice") << u"[softlayer]\nusername = u\n[softlayer]\n"_s << u"line 3"_s;
    }

    void refusesWhatPythonRefuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, where);
        SlcliConfig config;
        const Result<Done> added = config.add(text, u"/home/me/.softlayer"_s);
        QVERIFY(!added);
        QVERIFY2(added.error().message.contains(where), qPrintable(added.error().message));
        QVERIFY(added.error().message.contains(u"/home/me/.softlayer"_s));
        QCOMPARE(config.value(u"username"_s), QString());
    }

    void errorsNeverShowTheLine()
    {
        SlcliConfig config;
        const Result<Done> added = config.add(u"[softlayer]\napi_key 0123secret\n"_s, u"f"_s);
        QVERIFY(!added);
        QVERIFY(!added.error().message.contains(u"0123secret"_s));
        QVERIFY(!added.error().detail.contains(u"0123secret"_s));
    }

    void filesTogether_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QString>("userName");
        QTest::addColumn<QString>("apiKey");

        QTest::newRow("later one wins")
            << QStringList{u"[softlayer]\nusername = a\napi_key = k\n"_s, u"[softlayer]\nusername = b\n"_s}
            << u"b"_s << u"k"_s;
        QTest::newRow("also with an empty value")
            << QStringList{u"[softlayer]\nusername = a\napi_key = k\n"_s, u"[softlayer]\napi_key =\n"_s}
            << u"a"_s << QString();
        QTest::newRow("default of another file")
            << QStringList{u"[DEFAULT]\nusername = d\n"_s, u"[softlayer]\napi_key = k\n"_s} << u"d"_s
            << u"k"_s;
        QTest::newRow("later default yields to an earlier section")
            << QStringList{u"[softlayer]\nusername = a\n"_s, u"[DEFAULT]\nusername = d\napi_key = k\n"_s}
            << u"a"_s << u"k"_s;
        QTest::newRow("the same section in each is no mistake")
            << QStringList{u"[softlayer]\nusername = a\n"_s, u"[softlayer]\nusername = a\n"_s} << u"a"_s
            << QString();
        QTest::newRow("no section anywhere")
            << QStringList{u"[DEFAULT]\nusername = d\n"_s, u"[other]\nusername = o\n"_s} << QString()
            << QString();
    }

    void filesTogether()
    {
        QFETCH(QStringList, texts);
        SlcliConfig config;
        for (const QString &text : texts)
            QVERIFY(config.add(text, u"file"_s));
        QTEST(config.value(u"username"_s), "userName");
        QTEST(config.value(u"api_key"_s), "apiKey");
    }

    void knowsWhichFileSaysWhat()
    {
        SlcliConfig config;
        QVERIFY(config.add(u"[DEFAULT]\nproxy = p\n"_s, u"a"_s));
        QCOMPARE(config.fileOf(u"proxy"_s), QString()); // no section yet: it says nothing
        QVERIFY(config.add(u"[softlayer]\nusername = u\napi_key = k\n"_s, u"b"_s));
        QVERIFY(config.add(u"[softlayer]\nusername = u\n"_s, u"c"_s));
        QCOMPARE(config.fileOf(u"proxy"_s), u"a"_s);
        QCOMPARE(config.fileOf(u"api_key"_s), u"b"_s);
        QCOMPARE(config.fileOf(u"username"_s), u"c"_s);
        QCOMPARE(config.fileOf(u"timeout"_s), QString());
    }

    void laterFilesWinAlsoWithEmptyValues()
    {
        SlcliConfig config;
        QVERIFY(config.add(u"[softlayer]\nusername = first\napi_key = k1\nproxy = p\n"_s, u"a"_s));
        QVERIFY(config.add(u"[softlayer]\nusername = second\nproxy =\n"_s, u"b"_s));
        QCOMPARE(config.value(u"username"_s), u"second"_s);
        QCOMPARE(config.value(u"api_key"_s), u"k1"_s);
        QCOMPARE(config.value(u"proxy"_s), QString());
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSlcliConfig)
#include "tst_slcliconfig.moc"
