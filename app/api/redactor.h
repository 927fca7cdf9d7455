// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// What stands in a secret's place.
    [[nodiscard]] static QString placeholder();

private:
    QStringList m_secrets; // longest first: a short one may be part of a long one
};

} // namespace layerscope
