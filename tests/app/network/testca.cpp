// SPDX-License-Identifier: GPL-3.0-or-later
#include "testca.h"

#include "daemon.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int opensslTimeout = 60'000; // ms

/// Nothing of the system's own configuration takes part.
constexpr char opensslConfiguration[] = R"([req]
distinguished_name = dn
prompt = no
[dn]
CN = @NAME@
[ca_extensions]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical,CA:FALSE
subjectAltName = @ALT@
[ca]
default_ca = this
[this]
database = @DATABASE@
new_certs_dir = @FOLDER@
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
x509_extensions = leaf
[any]
commonName = supplied
)";

QByteArray configurationFor(const QString &folder, const QString &ca, const QString &name,
                            const QString &altNames)
{
    return QByteArray(opensslConfiguration)
        .replace("@NAME@", name.toUtf8())
        .replace("@ALT@", altNames.toUtf8())
        .replace("@DATABASE@", QString(folder + u'/' + ca + u".index"_s).toUtf8())
        .replace("@FOLDER@", folder.toUtf8());
}

/// As openssl's options want it.
QString asn1Time(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s);
}

const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                         u"-nodes"_s};

} // namespace

TestCa::TestCa(const QString &folder, const QString &name)
    : m_folder(folder)
    , m_name(name)
{}

QString TestCa::path(const QString &file) const
{
    return QDir(m_folder).filePath(file);
}

bool TestCa::write(const QString &file, const QByteArray &content)
{
    QFile device(path(file));
    if (device.open(QIODevice::WriteOnly) && device.write(content) == content.size())
        return true;
    m_problem = u"%1: %2"_s.arg(device.fileName(), device.errorString());
    return false;
}

bool TestCa::openssl(const QStringList &arguments)
{
    const QString program = systemProgram(u"openssl"_s);
    if (program.isEmpty()) {
        m_problem = missingSentence(u"openssl"_s, u"openssl"_s);
        return false;
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(opensslTimeout) && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
        return true;
    m_problem = u"openssl %1 failed: %2"_s.arg(arguments.first(), QString::fromUtf8(process.readAll()));
    return false;
}

bool TestCa::create()
{
    const QString settings = m_name + u".cnf"_s;
    return write(settings, configurationFor(m_folder, m_name, u"Layerscope test "_s + m_name, u"DNS:ca"_s)) &&
           write(m_name + u".index"_s, {}) &&
           openssl(QStringList{u"req"_s, u"-x509"_s} + newKey +
                   QStringList{u"-config"_s, path(settings), u"-extensions"_s, u"ca_extensions"_s, u"-days"_s,
                               u"30"_s, u"-keyout"_s, path(m_name + u".key"_s), u"-out"_s, file()});
}

TestCa::Identity TestCa::issue(const QString &name, const QString &altNames, const QDateTime &from,
                               const QDateTime &to)
{
    const QString settings = name + u".cnf"_s;
    const Identity identity{path(name + u".pem"_s), path(name + u".key"_s)};
    const bool isMade =
        write(settings, configurationFor(m_folder, m_name, name, altNames)) &&
        openssl(QStringList{u"req"_s, u"-new"_s} + newKey +
                QStringList{u"-config"_s, path(settings), u"-keyout"_s, identity.key, u"-out"_s,
                            path(name + u".csr"_s)}) &&
        openssl({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, path(settings), u"-cert"_s, file(),
                 u"-keyfile"_s, path(m_name + u".key"_s), u"-startdate"_s, asn1Time(from), u"-enddate"_s,
                 asn1Time(to), u"-in"_s, path(name + u".csr"_s), u"-out"_s, identity.certificate});
    return isMade ? identity : Identity{};
}

TestCa::Identity TestCa::selfSigned(const QString &name, const QString &altNames)
{
    const QString settings = name + u".cnf"_s;
    const Identity identity{path(name + u".pem"_s), path(name + u".key"_s)};
    const bool isMade =
        write(settings, configurationFor(m_folder, m_name, name, altNames)) &&
        openssl(QStringList{u"req"_s, u"-x509"_s} + newKey +
                QStringList{u"-config"_s, path(settings), u"-extensions"_s, u"leaf"_s, u"-days"_s, u"30"_s,
                            u"-keyout"_s, identity.key, u"-out"_s, identity.certificate});
    return isMade ? identity : Identity{};
}

} // namespace layerscope
