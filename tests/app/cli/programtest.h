// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/otherapi.h"

#include <QByteArray>
#include <QObject>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace layerscope {

/// What tests of the installed program have in common: a home of its own for each test function, and the
/// program run there as a person calls it, by arguments and environment. Without a display.
class ProgramTest : public QObject
{
    Q_OBJECT

protected:
    static constexpr int patience = 60'000; ///< ms; sanitizers are slow

    [[nodiscard]] static QString program();
    /// Nothing of the account of whoever runs the tests, and no display.
    [[nodiscard]] QProcessEnvironment base() const;
    /// The key and the address of an account there.
    [[nodiscard]] static QProcessEnvironment environmentOf(const OtherApi &api);
    [[nodiscard]] QProcessEnvironment with(const QProcessEnvironment &added) const;
    /// To its end; what it came to is in m_exitCode, m_output and m_errors.
    void run(const QStringList &arguments, const QProcessEnvironment &added);
    /// What `export all` says where so many of its files are missing.
    [[nodiscard]] static QByteArray allButSoManyFiles(int missing);
    /// Empty if it cannot be read.
    [[nodiscard]] static QByteArray contents(const QString &path);

    std::unique_ptr<QTemporaryDir> m_home;
    int m_exitCode = -1;
    QByteArray m_output;
    QByteArray m_errors;

private Q_SLOTS:
    void init();
};

} // namespace layerscope
