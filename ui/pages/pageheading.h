// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace layerscope {

class MutedLabel;

/// What a table's page is about, and how many rows there are of it. Both are whole also where that leaves the
/// tabs beside them less room; only what is said at length behind the count is cut short then.
class PageHeading : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeading(QWidget *parent = nullptr);

    [[nodiscard]] QString title() const;
    /// Not shown again where the table's tab says the same.
    void setTitle(const QString &title, bool isSaidByTab);
    [[nodiscard]] QString countText() const;
    /// Empty: there is nothing to count.
    void setCountText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void keepCountWhole();

    QLabel *m_title;
    MutedLabel *m_count;
};

} // namespace layerscope
