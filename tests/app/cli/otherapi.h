// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scriptedserver.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace layerscope {

/// An API with data of its own, written by hand from the field's own names, that shares nothing with the demo
/// account: what works here does not depend on it. Three bare metal servers and two virtual ones, two pools,
/// the default rack, and in one of the pools a server, a guest, a controller and a server that this key may
/// not see; and of the other kinds what otherkinds.cpp has. Knows Basic authentication, lists with limit and
/// total, `id in […]`, filters by a number and getObject of pools.
class OtherApi
{
public:
    OtherApi();

    [[nodiscard]] QUrl restBase() const { return m_server.restBase(); }
    [[nodiscard]] ScriptedServer &server() { return m_server; }
    /// How it answers, for tests that change an answer on its way.
    [[nodiscard]] ScriptedServer::Script script() const
    {
        return [this](const ScriptedServer::Request &request) { return answer(request); };
    }
    [[nodiscard]] static QString userName() { return QStringLiteral("SL777"); }
    /// Not a real key of anything.
    [[nodiscard]] static QString apiKey() { return QStringLiteral("0f0e0d0c0b0a"); }

    /// The file that `export servers --columns expectedColumns()` shall give.
    [[nodiscard]] static QByteArray expectedCsv();
    [[nodiscard]] static QString expectedColumns();

    [[nodiscard]] static QByteArray expectedPoolsCsv(); ///< Of `export pools --columns all`.
    /// Of `export pool-members --columns all`, with "device(s)" as in the source text.
    [[nodiscard]] static QByteArray expectedMembersCsv();
    [[nodiscard]] static QByteArray expectedVlansCsv();   ///< Of `export vlans --columns all`.
    [[nodiscard]] static QByteArray expectedSubnetsCsv(); ///< Of `export subnets --columns all`.
    [[nodiscard]] static QByteArray expectedSshKeysCsv(); ///< Of `export ssh-keys --columns all`.

private:
    [[nodiscard]] ScriptedServer::Answer answerOfPool(const QByteArray &path,
                                                      const ScriptedServer::Request &request) const;
    [[nodiscard]] ScriptedServer::Answer answer(const ScriptedServer::Request &request) const;
    [[nodiscard]] static ScriptedServer::Answer list(const QJsonArray &rows, const QByteArray &root,
                                                     const ScriptedServer::Request &request);

    ScriptedServer m_server;
    QJsonArray m_hardware;
    QJsonArray m_guests;
    QJsonArray m_pools;
    QJsonObject m_members; ///< Of pool 900, by relation.
    QJsonArray m_vlans;
    QJsonArray m_subnets;
    QJsonArray m_sshKeys;
};

} // namespace layerscope
