// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/memorycredentialstore.h"

#include <QList>
#include <QPointer>

#include <functional>
#include <utility>

namespace layerscope {

/// A keychain that asks its person for a password while it waits: nothing is answered until goOn(). Open at
/// first.
class WaitingKeychain final : public CredentialStore
{
public:
    MemoryCredentialStore inside;
    bool isWaiting = false;

    void read(const QString &id, QObject *context, ReadDone done) override
    {
        enter(context, [=, this, done = std::move(done)] { inside.read(id, context, done); });
    }
    void write(const QString &id, const QString &secret, QObject *context, WriteDone done) override
    {
        enter(context, [=, this, done = std::move(done)] { inside.write(id, secret, context, done); });
    }
    void remove(const QString &id, QObject *context, WriteDone done) override
    {
        enter(context, [=, this, done = std::move(done)] { inside.remove(id, context, done); });
    }

    [[nodiscard]] qsizetype asked() const { return m_asked.size(); }
    /// The person typed the password.
    void goOn()
    {
        isWaiting = false;
        for (const auto &[context, call] : std::exchange(m_asked, {})) {
            if (context)
                call();
        }
    }

private:
    void enter(QObject *context, std::function<void()> call)
    {
        if (isWaiting)
            m_asked.append({QPointer<QObject>(context), std::move(call)});
        else
            call();
    }

    QList<std::pair<QPointer<QObject>, std::function<void()>>> m_asked;
};

} // namespace layerscope
