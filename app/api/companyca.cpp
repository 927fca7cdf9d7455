// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/companyca.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct CompanyCaText
{
    Q_DECLARE_TR_FUNCTIONS(CompanyCa)
};

/// The whole bundle of a Linux system is a quarter of that.
constexpr qint64 largestCaFile = 1'000'000;

QString noCertificate(const QString &file)
{
    return CompanyCaText::tr("“%1” holds no certificate. A CA file begins with -----BEGIN CERTIFICATE-----.")
        .arg(file);
}

QList<QSslCertificate> certificatesOf(QFile &device)
{
    const QByteArray content = device.read(largestCaFile);
    QList<QSslCertificate> certificates = QSslCertificate::fromData(content, QSsl::Pem);
    if (certificates.isEmpty())
        certificates = QSslCertificate::fromData(content, QSsl::Der);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    return certificates;
}

/// c_rehash leaves several names for one file.
QList<QSslCertificate> certificatesIn(const QDir &folder)
{
    QList<QSslCertificate> certificates;
    QSet<QSslCertificate> known;
    for (const QFileInfo &entry : folder.entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QSslCertificate &certificate : certificatesOf(file)) {
            if (known.contains(certificate))
                continue;
            known.insert(certificate);
            certificates.append(certificate);
        }
    }
    return certificates;
}

} // namespace

Result<QList<QSslCertificate>> companyCertificatesFrom(const QString &file)
{
    if (QFileInfo(file).isDir()) {
        const QList<QSslCertificate> certificates = certificatesIn(QDir(file));
        return certificates.isEmpty() ? failure(ApiError::Kind::Storage, noCertificate(file))
                                      : Result<QList<QSslCertificate>>(certificates);
    }
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly)) {
        return failure(
            ApiError::Kind::Storage,
            CompanyCaText::tr("The CA file “%1” could not be read. Choose it again, or go on without one.")
                .arg(file),
            device.errorString());
    }
    const QList<QSslCertificate> certificates = certificatesOf(device);
    if (certificates.isEmpty())
        return failure(ApiError::Kind::Storage, noCertificate(file));
    return certificates;
}

} // namespace layerscope
