// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/loaders/demoload.h"
#include "httpproxy.h"
#include "support/testmain.h"

#include <QScopeGuard>
#include <QTemporaryDir>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// The proxy of whoever has no other. A class of its own: Qt asks libproxy for it, which loses memory, and to
/// tell whose memory that is makes everything forty times as slow (see CMakeLists.txt).
class TestSystemProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheSystem();
};

/// An account that names no proxy goes through the one in https_proxy, as everything else on the system does.
void TestSystemProxy::followsTheSystem()
{
    const QTemporaryDir folder;
    HttpProxy proxy(folder.path());
    QVERIFY2(proxy.start({}), qPrintable(proxy.problem()));
    const auto restore = qScopeGuard([before = qgetenv("https_proxy"), none = qgetenv("no_proxy")] {
        qputenv("https_proxy", before);
        qputenv("no_proxy", none);
    });
    qputenv("https_proxy", QByteArray("http://" + proxy.name().toUtf8())); // Qt 6.8 takes no string builder
    qunsetenv("no_proxy");
    DemoLoad load(0);
    load.connectWith({QUrl(u"https://layerscope-test.invalid/rest/v3.1/"_s),
                      {Credentials::Scheme::Basic, load.server.userName(), load.server.apiKey()},
                      std::nullopt});
    const LoadOutcome outcome = load.load();
    QVERIFY(outcome.fatal);
    QVERIFY2(outcome.fatal->message.contains(u"“%1”"_s.arg(proxy.name())),
             qPrintable(outcome.fatal->message));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSystemProxy)
#include "tst_systemproxy.moc"
