// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exportchoice.h"
#include "exporting/accountdocument.h"
#include "exporting/exportkind.h"
#include "exporting/filesexport.h"

#include <QList>
#include <QStringList>

namespace layerscope {

class AccountSession;

/// The files that a whole account is written to, as the command line's `export all`: one for each kind, each
/// row once. Speaks of the account as it stands at the moment of asking; owns nothing. GUI thread.
class AccountFiles
{
public:
    explicit AccountFiles(AccountSession &session)
        : m_session(session)
    {}

    [[nodiscard]] AccountSession &session() const { return m_session; }

    /// One of them, and how much of it is not there.
    struct File
    {
        QString name;  ///< "bare-metal.csv"
        QString table; ///< "bare-metal", in a document
        qint64 rows = 0;
        qint64 unlisted = 0;       ///< Rows that the account has and that are not in the table
        int waiting = 0;           ///< Rows with values that a load would still bring
        int denied = 0;            ///< Rows with values that are refused, failed or gone
        bool isToBeListed = false; ///< Nobody looked at its table yet: a load would list it.
    };
    /// O(rows × cell groups) of the account.
    [[nodiscard]] QList<File> files(bool hasAllColumns) const;
    /// A load would bring more of them.
    [[nodiscard]] bool canLoadMore(const QList<File> &files) const;

    /// Asks for the cells of all files; before nobody looked at a table, only its list was asked for.
    void wantColumns(bool hasAllColumns) const;
    void wantNoColumns() const;

    /// To be written as this moment's tables have them, …
    struct Snapshot
    {
        QList<FilesExport::File> files;
        QStringList hopeless; ///< … and the names of those of which nothing could be loaded.
    };
    [[nodiscard]] Snapshot snapshot(const ExportChoice &choice) const;
    /// The same as one document, which names what could not be loaded.
    [[nodiscard]] Document document(const ExportChoice &choice) const;

private:
    [[nodiscard]] const InventoryTable &table(const ExportKind &kind) const;
    [[nodiscard]] static bool isToBeListed(const ExportKind &kind, const LoadOutcome &outcome);
    [[nodiscard]] qint64 unlisted(const ExportKind &kind, const LoadOutcome &outcome) const;

    AccountSession &m_session;
};

} // namespace layerscope
