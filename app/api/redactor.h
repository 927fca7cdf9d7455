// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

class QNetworkProxy;

namespace layerscope {

struct Connection;
struct Credentials;

/// Takes secrets out of text that people or files may see. Every error, log line, copied request and raw JSON
/// of a connection passes through it.
///
/// Known secrets are found in any case and in each form that something on the way may give them: plain,
/// percent-encoded, escaped for JSON or HTML, in base64 alone or as user:password, and cut off after their
/// first 16 characters. Unknown ones are found by their looks, see withoutLooks(). The values of
/// an account in tables and CSV files do not pass through: they are the person's data, shown as they are,
/// also if someone wrote a key into a server's notes. User names outside of addresses stay.
///
/// A value, safe on any thread. Linear in the text's length; making one compiles its patterns.
class Redactor
{
public:
    /// Knows no secret; still hides what looks like one.
    Redactor() = default;
    /// Knows the key, and the password of the connection's own proxy.
    explicit Redactor(const Connection &connection);
    explicit Redactor(const Credentials &credentials);

    /// Empty ones are ignored; those of up to three characters are found as a word of their own only, since
    /// they are part of many.
    void addSecret(const QString &secret);
    void addSecretsOf(const Connection &connection); ///< As the constructor.

    [[nodiscard]] QString redacted(const QString &text) const;
    /// The same for parsed JSON: what stands under the name of a secret is hidden whole, whatever its type,
    /// and each text and name is redacted as above. Nothing there (null, "", []) stays nothing. O(size).
    [[nodiscard]] QJsonValue redacted(const QJsonValue &value) const;

    /// Whether a property of this name holds a secret: passwords, keys, tokens, licence keys, user data and
    /// accounts of the remote management card.
    [[nodiscard]] static bool isSecretName(QStringView name);

    /// What stands in a secret's place.
    [[nodiscard]] static QString placeholder();

private:
    struct Form
    {
        qsizetype length = 0;
        QString text; ///< What it was made of, to add nothing twice.
        QRegularExpression pattern;
    };

    void addPair(const QString &user, const QString &secret);
    void addProxy(const QNetworkProxy &proxy);
    void addForm(const QString &form, bool isBase64 = false);
    [[nodiscard]] QString withoutKnown(const QString &text) const;

    QList<Form> m_forms; // longest first: a short one may be part of a long one
};

} // namespace layerscope
