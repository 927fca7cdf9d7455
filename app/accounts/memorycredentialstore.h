// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/credentialstore.h"

#include <QHash>

namespace layerscope {

/// Keeps secrets until the program ends; never fails.
class MemoryCredentialStore final : public CredentialStore
{
public:
    void read(const QString &accountId, QObject *context, ReadDone done) override;
    void write(const QString &accountId, const QString &secret, QObject *context, WriteDone done) override;
    void remove(const QString &accountId, QObject *context, WriteDone done) override;

    [[nodiscard]] bool contains(const QString &accountId) const { return m_secrets.contains(accountId); }
    [[nodiscard]] qsizetype count() const { return m_secrets.size(); }

private:
    QHash<QString, QString> m_secrets;
};

} // namespace layerscope
