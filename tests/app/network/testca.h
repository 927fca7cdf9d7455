// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QSslCertificate>
#include <QString>
#include <QStringList>

namespace layerscope {

/// A company's own CA, made by the openssl command in a folder of the test's. Its keys guard nothing.
class TestCa
{
public:
    /// Paths of what a server needs.
    struct Identity
    {
        QString certificate;
        QString key;
    };

    /// `folder` must exist; `name` tells several CAs in it apart.
    TestCa(const QString &folder, const QString &name);

    /// Makes the CA itself. False: see problem().
    [[nodiscard]] bool create();
    /// A certificate for `altNames` as openssl writes them, e.g. "DNS:localhost,IP:127.0.0.1". Empty paths:
    /// see problem().
    [[nodiscard]] Identity issue(const QString &name, const QString &altNames, const QDateTime &from,
                                 const QDateTime &to);
    /// One that nobody signed but itself.
    [[nodiscard]] Identity selfSigned(const QString &name, const QString &altNames);

    /// The file that people would choose.
    [[nodiscard]] QString file() const { return path(m_name + QStringLiteral(".pem")); }
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    [[nodiscard]] QString path(const QString &file) const;
    [[nodiscard]] bool write(const QString &file, const QByteArray &content);
    [[nodiscard]] bool openssl(const QStringList &arguments);

    QString m_folder;
    QString m_name;
    QString m_problem;
};

} // namespace layerscope
