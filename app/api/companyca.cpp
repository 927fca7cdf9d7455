// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/companyca.h"

#include <QCoreApplication>
#include <QFile>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompanyCa)
};

/// The whole bundle of a Linux system is a quarter of that.
constexpr qint64 largestFile = 1'000'000;

Unexpected<ApiError> refused(const QString &sentence, const QString &detail = {})
{
    ApiError error = ApiError::make(ApiError::Kind::Storage, detail);
    error.message = sentence;
    return Unexpected(error);
}

} // namespace

Result<QList<QSslCertificate>> companyCertificatesFrom(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly)) {
        return refused(
            Text::tr("The CA file “%1” could not be read. Choose it again, or go on without one.").arg(file),
            device.errorString());
    }
    const QByteArray content = device.read(largestFile);
    QList<QSslCertificate> certificates = QSslCertificate::fromData(content, QSsl::Pem);
    if (certificates.isEmpty())
        certificates = QSslCertificate::fromData(content, QSsl::Der);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (certificates.isEmpty()) {
        return refused(
            Text::tr("“%1” holds no certificate. A CA file begins with -----BEGIN CERTIFICATE-----.")
                .arg(file));
    }
    return certificates;
}

} // namespace layerscope
