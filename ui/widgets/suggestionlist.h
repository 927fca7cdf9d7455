// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace layerscope {

/// Words that what is typed into a field may go on with, right below it and over what is there. The field
/// keeps the focus and its keys; it moves the current word by step(), and none is current at first. Readers
/// of the screen hear which one it is.
class SuggestionList : public QListWidget
{
    Q_OBJECT

public:
    explicit SuggestionList(QWidget *parent = nullptr);

    /// Shows these words below the field; none: hides.
    void offer(const QStringList &words, const QWidget &field);
    /// To the next word, or by -1 to the one before; from none to the first. Stays within the list, but
    /// before its first is none.
    void step(int by);
    /// The current one; empty: none is, or nothing is offered.
    [[nodiscard]] QString chosen() const;

Q_SIGNALS:
    /// By the pointer.
    void taken(const QString &word);
};

} // namespace layerscope
