// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/programtest.h"

#include "app/cli/otherkinds.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

void ProgramTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
}

QString ProgramTest::program()
{
    return QStringLiteral(LAYERSCOPE_PROGRAM);
}

QProcessEnvironment ProgramTest::base() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("SL_"_L1) || name.startsWith("SOFTLAYER_"_L1) ||
            name.endsWith("_proxy"_L1, Qt::CaseInsensitive) || name.endsWith("_CA_BUNDLE"_L1))
            environment.remove(name);
    }
    for (const auto name : {"DISPLAY"_L1, "WAYLAND_DISPLAY"_L1, "QT_QPA_PLATFORM"_L1})
        environment.remove(name);
    environment.insert(u"HOME"_s, m_home->path());
    return environment;
}

QProcessEnvironment ProgramTest::environmentOf(const OtherApi &api)
{
    QProcessEnvironment environment;
    environment.insert(u"SL_USERNAME"_s, OtherApi::userName());
    environment.insert(u"SL_API_KEY"_s, OtherApi::apiKey());
    environment.insert(u"SL_ENDPOINT_URL"_s, api.restBase().toString());
    return environment;
}

QProcessEnvironment ProgramTest::with(const QProcessEnvironment &added) const
{
    QProcessEnvironment environment = base();
    environment.insert(added);
    return environment;
}

void ProgramTest::run(const QStringList &arguments, const QProcessEnvironment &added)
{
    QProcess process;
    process.setProcessEnvironment(with(added));
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(program(), arguments);
    QVERIFY(finished.wait(patience));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    m_exitCode = process.exitCode();
    m_output = process.readAllStandardOutput();
    m_errors = process.readAllStandardError();
}

QByteArray ProgramTest::allButSoManyFiles(int missing)
{
    // bare-metal, virtual, pools, pool-members, vlans, subnets, ssh-keys, and those
    const qsizetype allFiles = 7 + otherKinds().size();
    return u"%1 of %2 files were written."_s.arg(allFiles - missing).arg(allFiles).toUtf8();
}

QByteArray ProgramTest::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace layerscope
