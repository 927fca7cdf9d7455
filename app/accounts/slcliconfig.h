// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHash>
#include <QString>

namespace layerscope {

/// The [softlayer] section of the configuration that slcli writes (softlayer-api §8), read as Python's
/// RawConfigParser reads it: "key = value" or "key: value", keys in any case, '#' and ';' start a comment
/// only at the beginning of a line, '%', '\' and quotes mean themselves, indented lines continue a value,
/// [DEFAULT] holds for every section. Not QSettings, which gives '\', ',', '%' and quotes a meaning of their
/// own. A value; only read, never written.
class SlcliConfig
{
public:
    /// Adds a file's text; its settings replace those of files added before, also by an empty value. What a
    /// [DEFAULT] says holds for all files, and yields to what any of them says in its own section.
    /// Errors: InvalidRequest with the line, where Python refuses the file too (a line that is no setting, a
    /// setting outside a section, a section or a setting that stands twice). Then nothing of the text is
    /// taken.
    [[nodiscard]] Result<Done> add(const QString &text, const QString &fileName);

    /// Empty if it is not set. Known keys: username, api_key, endpoint_url, timeout, proxy, verify, and of
    /// other ways to sign in userid, access_token and auth_cert.
    [[nodiscard]] QString value(const QString &key) const { return setting(key).value; }
    /// The name of the file that value() is from, as given to add(). Empty if it is not set.
    [[nodiscard]] QString fileOf(const QString &key) const { return setting(key).fileName; }

private:
    struct Setting
    {
        QString value;
        QString fileName;
    };
    using Settings = QHash<QString, Setting>; ///< keys in lower case

    [[nodiscard]] Setting setting(const QString &key) const;

    Settings m_values;
    Settings m_defaults;
    bool m_hasSection = false; ///< Without one [DEFAULT] says nothing.
};

} // namespace layerscope
