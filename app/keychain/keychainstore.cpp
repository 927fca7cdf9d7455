// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychainstore.h"

#include <QCoreApplication>
#include <QPointer>

#include <qt6keychain/keychain.h>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct KeychainStoreText
{
    Q_DECLARE_TR_FUNCTIONS(KeychainStore)
};

bool wasDenied(QKeychain::Error error)
{
    return error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser;
}

Unexpected<ApiError> failed(const QKeychain::Job &job, const QString &sentence)
{
    return failure(ApiError::Kind::Storage, sentence, job.errorString());
}

QString lockedSentence()
{
    return KeychainStoreText::tr("The system's keychain stayed locked.");
}

/// A job deletes itself and has no parent: QtKeychain's backends do not bear that one dies while its answer
/// is under way.
template<class Job, class Done>
void run(Job *job, const QString &key, QObject *context, Done done)
{
    job->setKey(key);
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, done = std::move(done)](QKeychain::Job *) { done(*job); });
    job->start();
}

} // namespace

KeychainStore::KeychainStore(QString service)
    : m_service(std::move(service))
{}

void KeychainStore::read(const QString &accountId, QObject *context, ReadDone done)
{
    run(new QKeychain::ReadPasswordJob(m_service), accountId, context,
        [done = std::move(done)](const QKeychain::ReadPasswordJob &job) {
            if (job.error() == QKeychain::NoError)
                done(std::optional(job.textData()));
            else if (job.error() == QKeychain::EntryNotFound)
                done(std::optional<QString>());
            else
                done(failed(job, wasDenied(job.error())
                                     ? lockedSentence()
                                     : KeychainStoreText::tr("The system's keychain could not be read.")));
        });
}

void KeychainStore::write(const QString &accountId, const QString &secret, QObject *context, WriteDone done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    run(job, accountId, context,
        [this, accountId, secret, context = QPointer(context),
         done = std::move(done)](const QKeychain::WritePasswordJob &written) {
            if (written.error() != QKeychain::NoError) {
                done(
                    failed(written, wasDenied(written.error())
                                        ? lockedSentence()
                                        : KeychainStoreText::tr("The system's keychain could not be used.")));
                return;
            }
            // A service without a keyring takes a secret and keeps nothing.
            read(accountId, context, [secret, done](const Result<std::optional<QString>> &kept) {
                if (kept && *kept == secret) {
                    done(Done());
                    return;
                }
                ApiError error =
                    kept ? ApiError::make(ApiError::Kind::Storage, QStringLiteral("not kept")) : kept.error();
                error.message = KeychainStoreText::tr("The system's keychain did not keep the key.");
                done(Unexpected(error));
            });
        });
}

void KeychainStore::remove(const QString &accountId, QObject *context, WriteDone done)
{
    run(new QKeychain::DeletePasswordJob(m_service), accountId, context,
        [done = std::move(done)](const QKeychain::DeletePasswordJob &job) {
            if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
                done(Done());
            else
                done(failed(job, wasDenied(job.error())
                                     ? lockedSentence()
                                     : KeychainStoreText::tr("The system's keychain could not be used.")));
        });
}

} // namespace layerscope
