// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <optional>

class QToolButton;

namespace layerscope {

class AccountExport;
class ExportFlow;
class FileOpener;
class MutedLabel;
class ThinBar;
struct CsvSummary;
struct WrittenAccount;

/// "132 rows were written to servers.csv.", with what is missing in them.
[[nodiscard]] QString writtenText(const QString &path, const CsvSummary &summary);
/// "7 files written to acme-2026-11-22", or "5,812 rows written to acme-2026-11-22.xlsx", with what is
/// missing.
[[nodiscard]] QString writtenText(const WrittenAccount &account);

/// An export in the status bar, of a table or of the whole account: how far it is, with a button to give it
/// up; afterwards what was written, which is announced, with ways to it, until hidden. As high as the bar is,
/// however high its buttons would like to be.
class ExportStatus : public QWidget
{
    Q_OBJECT

public:
    /// All of them outlive it. Of the exports one at most is under way.
    ExportStatus(ExportFlow &table, AccountExport &account, FileOpener &opener, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

private:
    QToolButton *addButton(QToolButton *button, const QString &name, const QString &text);
    void showTable();
    void showAccount();
    void sayRows(qint64 written, qint64 all);
    void sayWaiting();
    void sayProgress(const QString &text, std::optional<double> share);
    void sayWritten(const QString &text, const QString &detail, const QString &path);
    void say(const QString &text, bool isOver);
    void open(const QString &path);

    ExportFlow &m_table;
    AccountExport &m_account;
    FileOpener &m_opener;
    QString m_path; ///< Of what was written
    MutedLabel *m_label;
    ThinBar *m_bar;
    QToolButton *m_open;
    QToolButton *m_openFolder;
    QToolButton *m_end;
};

} // namespace layerscope
