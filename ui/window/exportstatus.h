// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QToolButton;

namespace layerscope {

class ElidedButton;
class ExportFlow;
class FileOpener;
class MutedLabel;
class ThinBar;
struct CsvSummary;

/// "132 rows were written to servers.csv.", with what is missing in them.
[[nodiscard]] QString writtenText(const QString &path, const CsvSummary &summary);

/// An export in the status bar: how far it is, with a button to give it up; afterwards what was written, with
/// ways to it, until hidden. As high as the bar is, however high its buttons would like to be.
class ExportStatus : public QWidget
{
    Q_OBJECT

public:
    /// `flow` and `opener` outlive it.
    ExportStatus(ExportFlow &flow, FileOpener &opener, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

private:
    QToolButton *addButton(QToolButton *button, const QString &name, const QString &text);
    void showProgress();
    void showWritten(const QString &path, const CsvSummary &summary);
    /// `path`: what was written; empty: nothing yet.
    void say(const QString &text, const QString &path);
    void open(const QString &path);

    ExportFlow &m_flow;
    FileOpener &m_opener;
    QString m_path; ///< Of what was written
    MutedLabel *m_label;
    ThinBar *m_bar;
    QToolButton *m_open;
    QToolButton *m_openFolder;
    QToolButton *m_end;
};

} // namespace layerscope
