// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace layerscope {

class ExportFlow;
class MutedLabel;
class ThinBar;
struct CsvSummary;

/// "132 rows were written to servers.csv.", with what is missing in them.
[[nodiscard]] QString writtenText(const QString &path, const CsvSummary &summary);

/// An export in the status bar: how far it is, with a button to give it up; afterwards what was written,
/// until hidden.
class ExportStatus : public QWidget
{
    Q_OBJECT

public:
    /// `flow` outlives it.
    explicit ExportStatus(ExportFlow &flow, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;

private:
    void showProgress();
    void showWritten(const QString &path, const CsvSummary &summary);

    ExportFlow &m_flow;
    MutedLabel *m_label;
    ThinBar *m_bar;
    QToolButton *m_end;
};

} // namespace layerscope
