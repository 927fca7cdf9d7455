// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace layerscope {

/// What the API's own metadata says about a call, read apart from the simulated API's reading: whether each
/// name in it exists, and whether any of them is a secret. The copy's form is described in
/// app/demo/metadata/reduce.py.
class ApiNames
{
public:
    /// `file`: the copy of the metadata.
    explicit ApiNames(const QString &file);

    struct Call
    {
        QString service; ///< "SoftLayer_Account"
        QString method;
        QString mask = {};   ///< As sent: "mask[…]".
        QString filter = {}; ///< As sent: JSON.
        bool hasArguments = false;
    };
    /// What is wrong with a call; empty if nothing is.
    [[nodiscard]] QStringList faults(const Call &call) const;

private:
    struct Found
    {
        QString declaration; ///< "Network_Vlan*", "Float64 decimal"; of a method what it returns.
        QString section;     ///< "local", "relations" or "counts".
    };
    [[nodiscard]] QJsonObject type(const QString &name) const { return m_types.value(name).toObject(); }
    [[nodiscard]] bool isListed(const QString &type, const QString &section, const QString &name) const;
    [[nodiscard]] std::optional<Found> property(const QString &type, const QString &name) const;
    [[nodiscard]] bool hasLocalSecrets(const QString &type) const;

    void checkMask(const Call &call, const QString &returned, QStringList &faults) const;
    void checkFilter(const Call &call, const QString &returned, QStringList &faults) const;

    QJsonObject m_types;

    friend class MaskCheck;
};

} // namespace layerscope
