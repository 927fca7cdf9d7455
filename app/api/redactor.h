// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace layerscope {

struct Credentials;

/// Takes secrets out of text that people or files may see: the key itself, its Basic header, percent-encoded
/// forms, and, known or not, tokens after "Bearer"/"Basic", user:password in URLs and the values of
/// "password" in JSON. Every error detail and log line about a call passes through it. A value, safe on any
/// thread.
class Redactor
{
public:
    /// Knows no secret; still hides what looks like one.
    Redactor() = default;
    explicit Redactor(const Credentials &credentials);

    void addSecret(const QString &secret); ///< Empty ones are ignored.
    [[nodiscard]] QString redacted(QString text) const;
    /// The same for parsed JSON: what stands under the name of a secret is hidden whole, whatever its type,
    /// and each text is redacted as above. Nothing there (null, "", []) stays nothing. O(size).
    [[nodiscard]] QJsonValue redacted(const QJsonValue &value) const;

    /// Whether a property of this name holds a secret: passwords, keys, tokens, licence keys, user data and
    /// accounts of the remote management card.
    [[nodiscard]] static bool isSecretName(QStringView name);

    /// What stands in a secret's place.
    [[nodiscard]] static QString placeholder();

private:
    QStringList m_secrets; // longest first: a short one may be part of a long one
};

} // namespace layerscope
