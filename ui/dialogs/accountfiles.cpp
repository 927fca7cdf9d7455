// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountfiles.h"

#include "dialogs/exportformatlines.h"
#include "dialogs/exportsubject.h"
#include "dialogs/unlistedrows.h"
#include "session/accountsession.h"

#include <QDir>
#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

QList<ColumnIndex> columnsOf(const ExportKind &kind, bool hasAllColumns)
{
    return hasAllColumns ? kind.catalogue().allColumns() : kind.defaultColumns();
}

ColumnSet columnSetOf(const ExportKind &kind, bool hasAllColumns)
{
    ColumnSet columns;
    for (const ColumnIndex column : columnsOf(kind, hasAllColumns))
        columns.set(static_cast<std::size_t>(column));
    return columns;
}

QString fileOf(const ExportKind &kind)
{
    return kind.name + u".csv"_s;
}

} // namespace

QList<AccountFiles::File> AccountFiles::files(bool hasAllColumns) const
{
    const LoadOutcome outcome = m_session.loader().outcome();
    QList<File> files;
    for (const ExportKind &kind : ExportKind::wholeAccount()) {
        const InventoryTable &rows = table(kind);
        const GroupSet wanted = kind.catalogue().groupsOf(columnSetOf(kind, hasAllColumns));
        File file{fileOf(kind), kind.name, 0, unlisted(kind, outcome), 0, 0, isToBeListed(kind, outcome)};
        for (int row = 0; row < rows.rowCount(); ++row) {
            if (!kind.has(rows.key(row)))
                continue;
            ++file.rows;
            const RowState state = rows.rowState(row, wanted);
            if (isWaiting(rows, row, wanted))
                ++file.waiting;
            if (state != RowState::Partial && state != RowState::Complete)
                ++file.denied;
        }
        files.append(file);
    }
    return files;
}

bool AccountFiles::canLoadMore(const QList<File> &files) const
{
    return m_session.loader().state() != AccountLoader::State::Finished ||
           std::any_of(files.cbegin(), files.cend(),
                       [](const File &file) { return file.waiting > 0 || file.isToBeListed; });
}

void AccountFiles::wantColumns(bool hasAllColumns) const
{
    // At once for each table: one that has two files wants the columns of both.
    QHash<const TableSpec *, ColumnSet> wanted;
    for (const ExportKind &kind : ExportKind::wholeAccount())
        wanted[kind.table] |= columnSetOf(kind, hasAllColumns);
    for (auto of = wanted.cbegin(); of != wanted.cend(); ++of)
        m_session.setExportColumns(*of.key(), *of);
}

void AccountFiles::wantNoColumns() const
{
    for (const TableSpec *table : allTables())
        m_session.setExportColumns(*table, {});
}

AccountFiles::Snapshot AccountFiles::snapshot(const ExportChoice &choice) const
{
    const LoadOutcome outcome = m_session.loader().outcome();
    Snapshot snapshot;
    for (const ExportKind &kind : ExportKind::wholeAccount()) {
        if (kind.isHopeless(table(kind), outcome)) {
            snapshot.hopeless.append(fileOf(kind));
            continue;
        }
        InventoryCsv csv = InventoryCsv::of(table(kind), formatOf(choice));
        csv.columns = columnsOf(kind, choice.hasAllColumns);
        csv.unlistedRows = unlisted(kind, outcome);
        snapshot.files.append({csv, kind.everything(), QDir(choice.path).absoluteFilePath(fileOf(kind))});
    }
    return snapshot;
}

Document AccountFiles::document(const ExportChoice &choice) const
{
    const LoadOutcome outcome = m_session.loader().outcome();
    Document document{choice.format, aboutOf(m_session.loader().account(), m_session.asOf(), outcome), {}};
    for (const ExportKind &kind : ExportKind::wholeAccount()) {
        if (kind.isHopeless(table(kind), outcome)) {
            document.about.leftOut.append(kind.name);
            continue;
        }
        DocumentTable written = documentTableOf(kind, table(kind));
        written.csv.format = formatOf(choice);
        written.csv.columns = columnsOf(kind, choice.hasAllColumns);
        written.csv.unlistedRows = unlisted(kind, outcome);
        document.tables.append(written);
    }
    return document;
}

const InventoryTable &AccountFiles::table(const ExportKind &kind) const
{
    return m_session.store(*kind.table).table();
}

bool AccountFiles::isToBeListed(const ExportKind &kind, const LoadOutcome &outcome)
{
    return kind.table->isListedOnDemand &&
           std::none_of(outcome.lists.cbegin(), outcome.lists.cend(),
                        [&kind](const LoadOutcome::List &list) { return &tableOf(list.kind) == kind.table; });
}

qint64 AccountFiles::unlisted(const ExportKind &kind, const LoadOutcome &outcome) const
{
    if (kind.table->parent != nullptr)
        return unlistedRowsBelow(m_session, *kind.table);
    if (isToBeListed(kind, outcome)) {
        const std::optional<AccountSummary> &account = m_session.loader().account();
        const std::optional<qint64> counted =
            account ? account->count(kind.table->kinds.front()) : std::nullopt;
        return std::max<qint64>(0,
                                counted.value_or(1) - table(kind).rowCount()); // of which nobody knows: some
    }
    return unlistedRows(outcome, [&kind](RowKind listed) {
        return kind.isWholeTable ? std::ranges::find(kind.table->kinds, listed) != kind.table->kinds.end()
                                 : kind.rowKinds.contains(listed);
    });
}

} // namespace layerscope
