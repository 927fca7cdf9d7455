// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/initext.h"
#include "support/testmain.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// QSettings itself says what is right: both read what either wrote.
class TestIniText : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString newFile() { return m_folder.filePath(QString::number(++m_files) + u".ini"_s); }
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString fileWith(const QByteArray &text)
    {
        QFile file(newFile());
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    static QStringList values()
    {
        QStringList values{
            u""_s,
            u"plain"_s,
            u" blanks around "_s,
            u"\ttab\t"_s,
            u"a, b; c = d # e"_s,
            u"\"quoted\""_s,
            u"back\\slash\\"_s,
            u"50 % {x} ^ |"_s,
            u"@home"_s,
            u"@@twice"_s,
            u"two\nlines"_s,
            u"a\r\nb"_s,
            u"\x01"
            "a\x1f"
            "f\x07"_s,
            u"ü€日本"_s,
            u"\U0001F600"_s,
            u"[section]"_s,
            u"\x7f"
            "del"_s,
        };
        // The letters that an INI file gives a meaning to, at random; the seed makes it the same each time.
        const QString letters = u"ab01fx\\\"';=,# @%[]\n\r\tüé/:"_s;
        QRandomGenerator random(8);
        for (int i = 0; i < 500; ++i) {
            QString value;
            for (int length = random.bounded(1, 9); length > 0; --length)
                value += letters[random.bounded(static_cast<int>(letters.size()))];
            values.append(value);
        }
        return values;
    }

private Q_SLOTS:
    void readsWhatQSettingsWrote()
    {
        const QString file = newFile();
        const QStringList all = values();
        {
            QSettings settings(file, QSettings::IniFormat);
            for (int i = 0; i < all.size(); ++i)
                settings.setValue(u"list/%1/value"_s.arg(i + 1), all[i]);
            settings.setValue(u"top"_s, u"at the top"_s);
        }
        const IniText text(contentOf(file));
        for (int i = 0; i < all.size(); ++i)
            QCOMPARE(text.value(u"list/%1/value"_s.arg(i + 1)), all[i]);
        QCOMPARE(text.value(u"top"_s), u"at the top"_s);
        QCOMPARE(text.numbersBelow(u"list"_s).size(), all.size());
        QCOMPARE(text.text(), contentOf(file));
    }

    void qSettingsReadsWhatItWrote()
    {
        const QStringList all = values();
        IniText text;
        for (int i = 0; i < all.size(); ++i)
            text.setValue(u"list/%1/value"_s.arg(i + 1), all[i]);
        text.setValue(u"top"_s, u"at the top"_s);
        const QSettings settings(fileWith(text.text()), QSettings::IniFormat);
        for (int i = 0; i < all.size(); ++i) {
            QCOMPARE(settings.value(u"list/%1/value"_s.arg(i + 1)).toString(), all[i]);
            QCOMPARE(text.value(u"list/%1/value"_s.arg(i + 1)), all[i]);
        }
        QCOMPARE(settings.value(u"top"_s).toString(), u"at the top"_s);
        QCOMPARE(settings.allKeys().size(), all.size() + 1);
    }

    void leavesEverythingElseToTheByte()
    {
        const QByteArray before = "\xef\xbb\xbf; of a person\r\n"
                                  "[General]\r\n"
                                  "lastShown = b ; inline\r\n"
                                  "\r\n"
                                  "# another\n"
                                  "[accounts]\n"
                                  "1\\id=a\n"
                                  "  1\\name = Acme\n"
                                  "1\\future=@ByteArray(\\0\\x1)\n"
                                  "1\\long=\"in two\nlines; = [x]\"\n"
                                  "1\\more=one\\\n two\n"
                                  "nonsense without meaning\n"
                                  "2\\id=b\n"
                                  "size=2\n"
                                  "\n"
                                  "[other]\n"
                                  "1\\id=not ours\n"
                                  "last=line without an end";
        IniText text(before);
        QCOMPARE(text.text(), before);
        QCOMPARE(text.value(u"lastShown"_s), u"b"_s);
        QCOMPARE(text.value(u"accounts/1/name"_s), u"Acme"_s);
        QCOMPARE(text.value(u"accounts/1/long"_s), u"in two\nlines; = [x]"_s);
        QCOMPARE(text.value(u"accounts/1/more"_s), u"one two"_s);
        QVERIFY(!text.value(u"accounts/3/id"_s));
        QCOMPARE(text.numbersBelow(u"accounts"_s), (QList<int>{1, 2}));

        text.setValue(u"accounts/2/id"_s, u"c"_s);
        QByteArray expected = before;
        expected.replace("2\\id=b", "2\\id=c");
        QCOMPARE(text.text(), expected);

        text.setValue(u"accounts/1/user"_s, u"x; y"_s); // behind its neighbours
        expected.replace("one\\\n two\n", "one\\\n two\n1\\user=x\\x3b y\n");
        QCOMPARE(text.text(), expected);

        text.remove(u"accounts/2"_s);
        expected.replace("2\\id=c\n", "");
        QCOMPARE(text.text(), expected);

        text.renumber(u"accounts"_s, 1, 12);
        expected.replace("1\\id=a", "12\\id=a")
            .replace("  1\\name", "  12\\name")
            .replace("1\\future", "12\\future");
        expected.replace("1\\long", "12\\long").replace("1\\more", "12\\more").replace("1\\user", "12\\user");
        QCOMPARE(text.text(), expected);
        QCOMPARE(text.value(u"accounts/12/name"_s), u"Acme"_s);

        text.setValue(u"new/1/id"_s, u"n"_s);
        QCOMPARE(text.text(), expected + "\n\n[new]\n1\\id=n\n");
    }

    /// Found by the fuzzer.
    void keepsAMarkAtTheBeginningOfAValue()
    {
        const QString name = u"\ufeffAcme"_s;
        IniText text;
        text.setValue(u"accounts/1/name"_s, name);
        QCOMPARE(text.value(u"accounts/1/name"_s), name);
        QCOMPARE(IniText(text.text()).value(u"accounts/1/name"_s), name);
    }

    /// What is added must not be swallowed by what stands before it.
    void isReadAgainBehindWhatIsNotFinished_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("no line end") << QByteArray("[accounts]\n1\\id=a");
        QTest::newRow("open quotes") << QByteArray("[accounts]\n1\\id=\"a\n");
        QTest::newRow("open quotes without a line end") << QByteArray("[accounts]\n1\\id=\"a");
        QTest::newRow("backslash") << QByteArray("[accounts]\n1\\id=a\\");
        QTest::newRow("backslash and a line end") << QByteArray("[accounts]\n1\\id=a\\\n");
        QTest::newRow("two backslashes") << QByteArray("[accounts]\n1\\id=a\\\\");
        QTest::newRow("comment") << QByteArray("[accounts]\n1\\id=a ; \"x");
        QTest::newRow("another section") << QByteArray("[other]\nx=\"a\ny=\\");
        QTest::newRow("a section with levels") << QByteArray("[accounts/1]\nid=a1\n");
        QTest::newRow("numbers that are none")
            << QByteArray("[accounts]\n01\\id=a\n+1\\id=b\n3\\id=c\n02\\id=d\n");
    }

    void isReadAgainBehindWhatIsNotFinished()
    {
        QFETCH(const QByteArray, before);
        IniText text(before);
        const QList<int> numbers = text.numbersBelow(u"accounts"_s);
        int to = 0;
        for (const int number : numbers)
            text.renumber(u"accounts"_s, number, ++to);
        const QString value = u" \"n\"; x, \\\n"_s;
        text.setValue(u"accounts/9/id"_s, value);
        const IniText again(text.text());
        QCOMPARE(again.value(u"accounts/9/id"_s), value);
        QCOMPARE(again.numbersBelow(u"accounts"_s).size(), numbers.size() + 1);
        QVERIFY(text.text().startsWith(before) || numbers.contains(3));
    }

    void ofTwoTheLastCounts() // as with QSettings
    {
        IniText text("[accounts]\n1\\id=a\n1\\id=b\n");
        QCOMPARE(text.value(u"accounts/1/id"_s), u"b"_s);
        text.setValue(u"accounts/1/id"_s, u"c"_s);
        QCOMPARE(text.text(), QByteArray("[accounts]\n1\\id=a\n1\\id=c\n"));
    }

    void nonsenseIsKeptAndMeansNothing()
    {
        const QByteArray nonsense =
            QByteArray(1, '\0') + "\xff[[[[ \n accounts\\size=99999999\n=\n[\n]\n\"\n\\";
        IniText text(nonsense);
        QCOMPARE(text.text(), nonsense);
        QVERIFY(text.numbersBelow(u"accounts"_s).isEmpty());
        text.setValue(u"accounts/size"_s, u"1"_s); // its place is its own
        QCOMPARE(text.text(), QByteArray(nonsense).replace("99999999", "1"));
        QVERIFY(IniText("[accounts]\n99999999\\id=a\n-1\\id=b\nx\\id=c\n5=d")
                    .numbersBelow(u"accounts"_s)
                    .isEmpty());
    }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestIniText)
#include "tst_initext.moc"
