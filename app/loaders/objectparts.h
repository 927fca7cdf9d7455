// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "api/apirequest.h"

#include <QJsonValue>
#include <QObject>

#include <chrono>
#include <map>
#include <memory>

namespace layerscope {

class CallGroup;

/// One part of a rich object: a getX method, or getObject with a small mask.
struct PartSpec
{
    QByteArray key;    ///< What the part is called in the signals of ObjectParts; unique there.
    QByteArray method; ///< "getNetworkComponents"
    ObjectMask mask;
    QJsonArray parameters;
};

/// The second pattern: one rich object as one small getObject and parallel getX calls. All go out
/// together, the small one too, as far as the account's window of calls lets them; none waits for another,
/// and one that is refused, fails or hangs costs no other. Each value is what the API sent, parsed and
/// redacted (redactor.h) on a worker. GUI thread; the client outlives it. Destroying it aborts what is in
/// flight.
class ObjectParts final : public QObject
{
    Q_OBJECT

public:
    ObjectParts(ApiClient &client, QByteArray service, QString objectId, QList<PartSpec> parts,
                QObject *parent = nullptr);
    ~ObjectParts() override;

    /// Asks for each part; what is under way already starts over.
    void start();
    /// Asks for this part again, also while it is under way (a call that hangs is aborted). False: there is
    /// no such part.
    bool retry(const QByteArray &key);
    /// Aborts what is under way, silently: nothing is heard of it any more.
    void cancel();

    /// The part waits for a slot, is in flight or is being parsed.
    [[nodiscard]] bool isUnderWay(const QByteArray &key) const { return m_underWay.contains(key); }
    [[nodiscard]] bool isDone() const { return m_underWay.empty(); }
    /// How the part is asked for.
    [[nodiscard]] ApiRequest request(const PartSpec &part) const;

Q_SIGNALS:
    /// `duration` is the answer's last attempt, sent to done.
    void arrived(const QByteArray &key, const QJsonValue &value, std::chrono::milliseconds duration);
    void failed(const QByteArray &key, const layerscope::ApiError &error);
    /// The last part under way arrived or failed; after its own signal. Not after cancel().
    void done();

private:
    void ask(const PartSpec &part);
    void end(const QByteArray &key, const Result<Reply<QJsonValue>> &result);

    ApiClient &m_client;
    QByteArray m_service;
    QString m_objectId;
    QList<PartSpec> m_parts;
    /// One for each part under way, so that each can be aborted by itself.
    std::map<QByteArray, std::unique_ptr<CallGroup>> m_underWay;
};

} // namespace layerscope
