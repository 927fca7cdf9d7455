// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/jsonlines.h"

#include <QWidget>

class QAction;
class QPlainTextEdit;
class QToolButton;

namespace layerscope {

class MutedLabel;
class SearchEdit;

/// JSON to read, to search and to copy from: each line knows its property's path. Shows what it is given; the
/// giver redacts. GUI thread.
class RawJsonView final : public QWidget
{
    Q_OBJECT

public:
    explicit RawJsonView(QWidget *parent = nullptr);

    /// Keeps the place in the text if the value is much the same. Some milliseconds for a server. A line that
    /// is far too long to read is cut; it is searched and copied as it is.
    void setValue(const QJsonValue &value);
    /// What is missing in it, in a sentence; empty: nothing.
    void setRemark(const QString &remark);

    void setSearch(const QString &words);
    [[nodiscard]] int matchCount() const { return static_cast<int>(m_matches.size()); }
    /// Of the line with the cursor; "" for the whole.
    [[nodiscard]] QString currentPath() const;
    void findNext();
    void findPrevious();

protected:
    void changeEvent(QEvent *event) override;

private:
    void step(int direction);
    void search();
    void markMatches();
    void showPlace();
    void goToLine(int line);
    [[nodiscard]] int currentLine() const;
    [[nodiscard]] QString wholeText() const;
    void openMenu(const QPoint &position);

    QList<JsonLine> m_lines;
    QJsonValue m_value;
    QList<int> m_matches; ///< Numbers of lines.
    int m_match = -1;     ///< The one that was gone to last.
    SearchEdit *m_search;
    MutedLabel *m_found;
    MutedLabel *m_remark;
    QPlainTextEdit *m_text;
    MutedLabel *m_path;
    QAction *m_copyPath;
    QAction *m_copyValue;
    QAction *m_copyAll;
};

} // namespace layerscope
