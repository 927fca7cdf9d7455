// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/credentialstore.h"

#include <QMetaObject>

#include <utility>

namespace layerscope {

/// A keychain that refuses everything, as one does that is missing or stays locked.
class ClosedKeychain final : public CredentialStore
{
public:
    int removals = 0;

    [[nodiscard]] static QString sentence() { return QStringLiteral("The keychain is closed."); }

    void read(const QString &, QObject *context, ReadDone done) override { refuse(context, std::move(done)); }
    void write(const QString &, const QString &, QObject *context, WriteDone done) override
    {
        refuse(context, std::move(done));
    }
    void remove(const QString &, QObject *context, WriteDone done) override
    {
        ++removals;
        refuse(context, std::move(done));
    }

private:
    template<class Done>
    static void refuse(QObject *context, Done done)
    {
        ApiError error = ApiError::make(ApiError::Kind::Storage);
        error.message = sentence();
        QMetaObject::invokeMethod(
            context, [done = std::move(done), error] { done(Unexpected(error)); }, Qt::QueuedConnection);
    }
};

} // namespace layerscope
